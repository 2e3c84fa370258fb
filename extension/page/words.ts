// Every word the overlay says, by id, in English and Welsh; the background says which.

const ENGLISH = {
  "chip-note": "1 note",
  "chip-notes": "{n} notes",
  "chip-check": "1 thing to check",
  "chip-checks": "{n} things to check",
  "chip-unchecked": "Not checked: the check did not run",
  "panel-title": "Before you send this",
  "panel-close": "Close",
  "dialog-title": "{n} things to look at before this goes out",
  "go-back": "Go back",
  "carry-on": "Carry on",
  "why-carry-on": "Why is it all right this time?",
  "reason-permission": "I have written permission",
  "reason-safeguarding": "Police or safeguarding",
  "reason-official": "Official school business",
  "reason-other": "Another reason",
  "reason-note": "In your own words, kept on this device",
  "not-right": "Not right",
  "not-right-done": "Thank you. It will not come up here again.",
  "copy-report": "Copy a report for IT, without names",
  "ask-first": "Ask first",
  "ask-first-text": "Before I go ahead: {heading} ({clause}). Is this all right?",
  "family": "This is my close family",
  "permission": "Permission is on record",
  "permission-from": "Who gave it",
  "permission-given": "When",
  "permission-until": "Until (if it ends)",
  "permission-for": "What for",
  "permission-save": "Save this permission",
  "of-age": "They are old enough now",
  "spoken": "We have spoken",
  "copied": "Copied. You can paste it now.",
  "fix-copied": "This editor did not take the change. It is copied: go back and paste it.",
  "policy": "{title}, {clause}",
  "policy-dated": "{title}, {clause}, {date}",
  "paused-title": "Paused",
  "paused-text": "Class mode is on, so the details are not shown here.",
} as const;

export type WordId = keyof typeof ENGLISH;

const WELSH: Record<WordId, string> = {
  "chip-note": "1 nodyn",
  "chip-notes": "{n} nodyn",
  "chip-check": "1 peth i'w wirio",
  "chip-checks": "{n} peth i'w gwirio",
  "chip-unchecked": "Heb ei wirio y tro hwn: ni redodd y gwiriad",
  "panel-title": "Cyn i chi anfon hwn",
  "panel-close": "Cau",
  "dialog-title": "Cyn i hwn fynd allan: {n} peth i edrych arno",
  "go-back": "Mynd yn ôl",
  "carry-on": "Parhau",
  "why-carry-on": "Pam mae'n iawn y tro hwn?",
  "reason-permission": "Mae gen i ganiatâd ysgrifenedig",
  "reason-safeguarding": "Yr heddlu neu ddiogelu",
  "reason-official": "Busnes swyddogol yr ysgol",
  "reason-other": "Rheswm arall",
  "reason-note": "Yn eich geiriau eich hun, os hoffech. Mae'n aros ar y ddyfais hon.",
  "not-right": "Ddim yn gywir",
  "not-right-done": "Diolch. Ni chodir hyn yma eto.",
  "copy-report": "Copïo adroddiad i'r tîm TG, heb enwau",
  "ask-first": "Gofyn yn gyntaf",
  "ask-first-text": "Cyn i mi fwrw ymlaen: {heading} ({clause}). A yw hyn yn iawn?",
  "family": "Dyma fy nheulu agos",
  "permission": "Mae caniatâd wedi'i gofnodi",
  "permission-from": "Pwy a'i rhoddodd",
  "permission-given": "Pryd",
  "permission-until": "Tan (os daw i ben)",
  "permission-for": "At ba ddiben",
  "permission-save": "Cadw'r caniatâd hwn",
  "of-age": "Mae'n ddigon hen nawr",
  "spoken": "Rydym wedi siarad",
  "copied": "Wedi'i gopïo. Gallwch ei ludo nawr.",
  "fix-copied": "Ni dderbyniodd y golygydd hwn y newid. Mae wedi ei gopïo: ewch yn ôl a'i ludo.",
  "policy": "{title}, {clause}",
  "policy-dated": "{title}, {clause}, {date}",
  "paused-title": "Wedi'i oedi",
  "paused-text": "Mae modd dosbarth ymlaen, felly ni ddangosir y manylion yma.",
};

let own: Record<WordId, string> = ENGLISH;

/** Speaks a language, by its tag such as `cy` or `en-GB`. */
export const speak = (language: string): void => { own = language.split("-")[0] === "cy" ? WELSH : ENGLISH; };

/** The words for an id, with `{name}` replaced. */
export function say(id: WordId, values: Record<string, string | number> = {}): string {
  return own[id].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
