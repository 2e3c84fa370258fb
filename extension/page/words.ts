// Every word the overlay says, by id, in English; the background sends the same ids in the person's own language.

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

let own: Record<string, string | undefined> = {};

/** Takes the words that the background sent; what it lacks stays English. */
export const speak = (words: Record<string, string | undefined>): void => { own = words; };

/** The words for an id, with `{name}` replaced. */
export function say(id: WordId, values: Record<string, string | number> = {}): string {
  return (own[id] ?? ENGLISH[id]).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
