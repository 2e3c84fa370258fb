// The school, its people and their birthdays that every suite speaks of; dates count from today in London.

export const SCHOOL = `name = "Larkfield Academy"
also = ["Larkfield", "LFA"]
trust = "Larkfield Learning Trust"
trust_also = ["LLT"]
handles = ["@LarkfieldAcad"]
hashtags = ["#LarkfieldLife"]
domains = ["larkfield.example", "school.test"]
pupil_domains = ["pupils.larkfield.example"]
time_zone = "Europe/London"
`;

export const POLICIES = ['durrington', 'west-midlands', 'academy-trust', 'maltby', 'st-albans'];

/** A date `years` ago, moved by `days`, as a school writes it (ISO, so that no reader can mistake it). */
export function ago(years, days = 0) {
  const [year, month, day] = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' }).split('-').map(Number);
  return new Date(Date.UTC(year - years, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Everybody a teacher might meet on a social site; `as` is what the roster says of them, absent for a stranger. */
export const PEOPLE = [
  { key: 'pupil', name: 'Jordan Smith', as: 'pupil', form: '9B', born: ago(14, -40) },
  { key: 'ex-18-eve', name: 'Amara Okonkwo', as: 'leaver', born: ago(18, 1) },
  { key: 'ex-18-day', name: 'Callum Pryce', as: 'leaver', born: ago(18) },
  { key: 'ex-19-eve', name: 'Zofia Nowak', as: 'leaver', born: ago(19, 1) },
  { key: 'ex-19-day', name: 'Priya Raman', as: 'leaver', born: ago(19) },
  { key: 'family-pupil', name: 'Ellis Hartley', as: 'pupil', form: '7A', born: ago(12, -10), family: true },
  { key: 'family-ex-17', name: 'Tomos Hartley', as: 'leaver', born: ago(17, -10), family: true },
  { key: 'parent', name: 'Denise Featherstone', as: 'parent' },
  { key: 'staff', name: 'Harriet Okafor', as: 'staff' },
  { key: 'stranger', name: 'Lennox Abernathy' },
];

function row({ name, as, form = '', born = '' }) {
  const [forename, surname] = name.split(' ');
  const left = as === 'leaver' ? ago(0, -200) : '';
  return [forename, surname, as, form, born, left].join(',');
}

export function rosterCsv() {
  const head = 'Forename,Surname,Role,Registration Group,Date of Birth,Leaving Date';
  return `${[head, ...PEOPLE.filter((person) => person.as).map(row)].join('\n')}\n`;
}
