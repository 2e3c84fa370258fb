// Makes Facebook-like pages of people: suggestions with Add friend, requests with Confirm, and a profile, in English and in Welsh.
import fs from 'node:fs';
import path from 'node:path';
import { PEOPLE } from '../rig/school.mjs';

const WORDS = {
  en: { add: 'Add friend', confirm: 'Confirm', remove: 'Delete', cancel: 'Cancel request' },
  cy: { add: 'Ychwanegu ffrind', confirm: 'Cadarnhau', remove: 'Dileu', cancel: "Canslo'r cais" },
};

/** The page's own handler, which a held click must never reach. */
const SCRIPT = `
  window.rig = { posts: [], log: [], ready: true };
  const act = (button) => {
    rig.posts.push(button.dataset.act + ' ' + button.dataset.who);
    if (button.dataset.act === 'add') button.setAttribute('aria-label', document.body.dataset.cancel);
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-act]');
    if (!button) return;
    rig.log.push(button.dataset.act + ':' + (event.isTrusted ? 'person' : 'script'));
    act(button);
  });`;
const STYLE = '[role=button]{display:inline-block;min-width:80px;padding:8px;margin:4px;border:1px solid #888}[role=listitem]{margin:6px}';

const button = (act, label, who, key) =>
  `<div role="button" tabindex="0" aria-label="${label}" data-act="${act}" data-who="${who}" id="${act}-${key}"><span>${label}</span></div>`;
const handle = (name) => name.toLowerCase().replace(' ', '.');
const link = (name) => `<a role="link" href="/${handle(name)}"><span>${name}</span></a>`;

function suggestion({ name, key }, words) {
  return `<div role="listitem"><div>${link(name)}</div><div>${button('add', `${words.add} ${name}`, name, key)}</div></div>`;
}

function request({ name, key }, words) {
  const buttons = button('confirm', words.confirm, name, key) + button('remove', words.remove, name, key);
  return `<div role="listitem"><div>${link(name)}<div>3 mutual friends</div></div><div>${buttons}</div></div>`;
}

const profile = ({ name, key }, words) => `<div><h1>${name}</h1>${button('add', words.add, name, key)}</div>`;

function page(language, title, body) {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head>
<body data-cancel="${WORDS[language].cancel}"><div role="main">${body}</div><script>${SCRIPT}</script></body></html>`;
}

/** Everybody on both lists, and a profile for each. */
export function buildFriends(root) {
  const host = path.join(root, 'www.facebook.com');
  const put = (file, text) => {
    fs.mkdirSync(path.dirname(path.join(host, file)), { recursive: true });
    fs.writeFileSync(path.join(host, file), text);
  };
  for (const [language, words] of Object.entries(WORDS)) {
    const folder = language === 'en' ? 'friends' : `friends/${language}`;
    const list = (row) => `<div role="list">${PEOPLE.map((person) => row(person, words)).join('')}</div>`;
    put(`${folder}/suggestions.html`, page(language, 'Friends', list(suggestion)));
    put(`${folder}/requests.html`, page(language, 'Friends', list(request)));
  }
  for (const person of PEOPLE) put(`${handle(person.name)}.html`, page('en', person.name, profile(person, WORDS.en)));
}
