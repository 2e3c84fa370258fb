// Reads a saved page of a site as it would be served: in one of four languages, with a card for each of three people.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PEOPLE } from '../browser/rig/school.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const EXTENSION = path.resolve(HERE, '../../extension');
// The same reader as the build's.
const { parse } = createRequire(path.join(EXTENSION, 'package.json'))('smol-toml');

export const LANGUAGES = ['en', 'cy', 'pl', 'fr'];

/** What a site's buttons and fields say, as the sites themselves put it in these languages. */
const WORDS = {
  accept: ['Accept', 'Derbyn', 'Zaakceptuj', 'Accepter'],
  add: ['Add', 'Ychwanegu', 'Dodaj', 'Ajouter'],
  addFriend: ['Add friend', 'Ychwanegu ffrind', 'Dodaj do znajomych', 'Ajouter en ami(e)'],
  authorise: ['Authorise', 'Awdurdodi', 'Autoryzuj', 'Autoriser'],
  cancel: ['Cancel', 'Canslo', 'Anuluj', 'Annuler'],
  cancelRequest: ['Cancel request', "Canslo'r cais", 'Anuluj zaproszenie', 'Annuler l’invitation'],
  caption: ['Write a caption…', 'Ysgrifennu capsiwn…', 'Dodaj opis…', 'Ajouter une légende…'],
  chat: ['Start chat', 'Sgwrsio', 'Czatuj', 'Discuter'],
  comment: ['Comment', 'Sylw', 'Skomentuj', 'Commenter'],
  confirm: ['Confirm', 'Cadarnhau', 'Potwierdź', 'Confirmer'],
  connect: ['Connect', 'Cysylltu', 'Nawiąż kontakt', 'Se connecter'],
  createPost: ['Create post', 'Creu postiad', 'Utwórz post', 'Créer une publication'],
  decline: ['Decline', 'Gwrthod', 'Odrzuć', 'Refuser'],
  delete: ['Delete', 'Dileu', 'Usuń', 'Supprimer'],
  emailMessage: ['Email message', 'Neges e-bost', 'Wiadomość e-mail', 'Courrier électronique'],
  emoji: ['Emoji', 'Emoji', 'Emotikony', 'Émoticônes'],
  follow: ['Follow', 'Dilyn', 'Obserwuj', 'Suivre'],
  following: ['Following', 'Yn dilyn', 'Obserwujesz', 'Abonné(e)'],
  ignore: ['Ignore', 'Anwybyddu', 'Zignoruj', 'Ignorer'],
  invite: ['Invite', 'Gwahodd', 'Zaproś', 'Inviter'],
  media: ['Media', 'Cyfryngau', 'Multimedia', 'Médias'],
  message: ['Message', 'Neges', 'Wiadomość', 'Message'],
  more: ['More', 'Mwy', 'Więcej', 'Plus'],
  next: ['Next', 'Nesaf', 'Dalej', 'Suivant'],
  post: ['Post', 'Postio', 'Opublikuj', 'Publier'],
  profilePicture: ["'s profile picture", ' – llun proffil', ' – zdjęcie profilowe', ' – photo de profil'],
  readingPane: ['Reading pane', 'Cwarel darllen', 'Okienko odczytu', 'Volet de lecture'],
  reply: ['Reply', 'Ateb', 'Odpowiedz', 'Répondre'],
  save: ['Save', 'Cadw', 'Zapisz', 'Enregistrer'],
  search: ['Search', 'Chwilio', 'Szukaj', 'Rechercher'],
  send: ['Send', 'Anfon', 'Wyślij', 'Envoyer'],
  sendHint: ['Press enter to send', 'Pwyswch Enter i anfon', 'Naciśnij Enter, aby wysłać', 'Appuyez sur Entrée pour envoyer'],
  share: ['Share', 'Rhannu', 'Udostępnij', 'Partager'],
  subject: ['Subject', 'Pwnc', 'Temat', 'Sujet'],
  to: ['To', 'At', 'Do', 'À'],
  whatsNew: ["What's new?", "Beth sy'n newydd?", 'Co nowego?', 'Quoi de neuf ?'],
  whatsOnYourMind: ["What's on your mind?", 'Beth sydd ar eich meddwl?', 'O czym myślisz?', 'Que voulez-vous dire ?'],
  writeComment: ['Write a comment…', 'Ysgrifennwch sylw…', 'Napisz komentarz…', 'Écrivez un commentaire…'],
  writeMessage: ['Write a message', 'Ysgrifennu neges', 'Napisz wiadomość', 'Écrire un message'],
};

/** Who stands on the pages: somebody whom the policy has a word about, a colleague and a stranger. */
export const CARDS = ['pupil', 'staff', 'stranger'].map((key) => {
  const { name } = PEOPLE.find((person) => person.key === key);
  return { key, name, handle: name.toLowerCase().replace(' ', '.') };
});

const forEach = (html) => html.replace(/<!--people-->([\s\S]*?)<!--\/people-->/g, (_, card) =>
  CARDS.map(({ key, name, handle }) => card.replaceAll('{name}', name).replaceAll('{handle}', handle).replaceAll('{key}', key)).join(''));

function inLanguage(html, language) {
  const at = LANGUAGES.indexOf(language);
  return html.replace(/\{\{(\w+)\}\}/g, (_, word) => {
    if (!WORDS[word]) throw new Error(`a saved page speaks of {{${word}}}, which no language here has a word for`);
    return WORDS[word][at].replaceAll('"', '&quot;');
  }).replace(/<html lang="\w*"/, `<html lang="${language}"`);
}

// ---- mails ----

export const ME = { name: 'Sam Jones', address: 's.jones@larkfield.example' };
export const PARENT = { name: 'Chris Featherstone', address: 'parent@home.test' };
export const SUBJECT = 'Reading level';

/** A parent has asked and was answered; times are local ones, as sites show them. */
const MAILS = [
  { from: PARENT, to: ME, at: new Date(2026, 10, 16, 10, 2), body: 'Which level is he on?' },
  { from: ME, to: PARENT, at: new Date(2026, 10, 17, 14, 15), body: 'Level 3.' },
];

const LONG = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' };
/** How a site writes a moment: with the month's name in the person's language, or in figures. */
const DATES = {
  gmail: (at, language) => at.toLocaleString(language === 'en' ? 'en-GB' : language, { ...LONG, month: 'short' }),
  yahoo: (at, language) => at.toLocaleString(language === 'en' ? 'en-US' : language, LONG),
};
const inFigures = (at) => at.toLocaleString('en-GB', { weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }).replace(',', '');

/** Colleagues are shown by name alone in some webmail. */
const shown = ({ name, address }) => (address.endsWith('larkfield.example') ? name : `${name} <${address}>`);
const whole = ({ name, address }) => `${name} <${address}>`;

/** What is to be read of a mail on each site. */
const READ = {
  gmail: ({ from, to, body, ...when }) => ({ from: whole(from), to: [whole(to)], ...when, body: `${body}…` }),
  outlook: ({ from, date, subject, body }) => ({ from: shown(from), date, subject, body }),
  proton: ({ from, date, subject }) => ({ from: from.address, date, subject }),
  yahoo: ({ from, date, subject, body }) => ({ from: whole(from), date, subject, body }),
  fastmail: ({ from, to, body, ...when }) => ({ from: whole(from), to: [whole(to)], ...when, body }),
  zimbra: ({ from, date, subject, body }) => ({ from: whole(from), date, subject, body }),
};

const escaped = (text) => text.replace(/[<>"]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

function mailHtml(template, { from, to, at, body, folded }, n, id, language) {
  const words = {
    n, from: from.address, fromName: from.name, fromShown: shown(from).slice(from.name.length), to: to.address, toName: to.name,
    state: folded ? 'kv' : 'h7', iso: at.toISOString(), date: (DATES[id] ?? inFigures)(at, language), body,
  };
  return template.replace(/\{(\w+)\}/g, (_, name) => escaped(String(words[name])));
}

/** Fills a page with the mails of a conversation and says what is to be read of them; `away` more are folded away where the site does so. */
function withMails(page, id, language, { mails = MAILS, away = 0, subject = SUBJECT, other = PARENT } = {}) {
  const html = page.replaceAll(`${PARENT.name} &lt;${PARENT.address}&gt;`, escaped(shown(other))).replaceAll(PARENT.address, other.address).replaceAll(PARENT.name, other.name);
  const read = ({ from, to, at, body }) => READ[id]?.({ from, to, date: at.toISOString(), subject, body });
  return html.replace(/<!--mails-->([\s\S]*?)<!--\/mails-->/g, (_, template) => mails.map((mail, n) => mailHtml(template, mail, n, id, language)).join(''))
    .replace(/<!--folded-->([\s\S]*?)<!--\/folded-->/g, (_, line) => (away ? line.replace('{count}', away) : ''))
    .replaceAll('{thread}', JSON.stringify(mails.map(read)).replaceAll("'", '&#39;')).replaceAll('{subject}', escaped(subject));
}

/** The ids of all site files. */
export const siteIds = () => fs.readdirSync(path.join(EXTENSION, 'sites')).map((file) => path.basename(file, '.toml')).sort();

/** A site file's data, as the build reads it. */
export const readSite = (id) => ({ id, ...parse(fs.readFileSync(path.join(EXTENSION, 'sites', `${id}.toml`), 'utf8')) });

/** A site's saved page in one language; what mails it shows may be told. */
export const savedPage = (id, language = 'en', mails = {}) =>
  withMails(inLanguage(forEach(fs.readFileSync(path.join(HERE, `${id}.html`), 'utf8')), language), id, language, mails);

/** Where the site's own address is given by each school, the tests give one. */
export const hostOf = (site) => (site.hosts[0] ? new URL(site.hosts[0].replace('*', '')).host : `${site.id}.example`);

/** The addresses that a saved page has parts for. */
export const addressesIn = (html) => [...new Set([...html.matchAll(/data-at="([^"]*)"/g)].map(([, where]) => where.replaceAll('&amp;', '&')))];
