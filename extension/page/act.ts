// Builds the act of the contract from what stands on the page: the draft, who writes it and for whom.
import type { Act } from "./message";
import { closest, take, takeAll, type Found } from "./finder";
import { generic, type ConnectEntry, type Site, type Take } from "./site";
import { threadAbove } from "./thread";

export type Words = Record<string, unknown>;

/** Only what is known: the contract takes an absent field for "not known". */
function known(words: Words): Words {
  const says = ([, value]: [string, unknown]) => value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(words).filter(says));
}

/** A handle as a person writes it, also out of a profile's address. */
export function handle(text: string | undefined): string | undefined {
  const parts = text?.split(/[?#]/)[0]?.split("/").filter(Boolean);
  const last = (parts?.find((part) => part.startsWith("@")) ?? parts?.at(-1))?.replace(/^@/, "");
  return last && `@${last}`;
}

/** Splits a line of recipients at commas and semicolons, but not inside quotes or angle brackets, nor after a surname that comes first. */
export function recipients(line: string | undefined): string[] {
  const pieces = line?.match(/(?:"[^"]*"|<[^>]*>|[^,;"<])+/g) ?? [];
  return pieces.map((piece) => piece.trim()).filter(Boolean).reduce<string[]>((all, piece) => {
    const before = all.at(-1);
    const surname = before !== undefined && !before.includes("@") && piece.includes("<");
    return surname ? [...all.slice(0, -1), `${before}, ${piece}`] : [...all, piece];
  }, []);
}

/** The mail address among other words. */
const mailbox = (text: string | undefined): string | undefined => text?.match(/[^\s<>()"':;,]+@[^\s<>()"':;,]+/)?.[0];

function author(site: Site, own?: string): Words | undefined {
  const { name, handle: at, bio, account: shown } = site.author ?? {};
  const account = own ?? mailbox(take(shown, document));
  const words = known({ name: take(name, document), handle: handle(take(at, document)), bio: take(bio, document), account });
  return Object.keys(words).length ? words : undefined;
}

function media({ picture, film }: Found["entry"], scope: ParentNode): { type: string }[] {
  const all = (type: string, selectors: string[] = []) => selectors.flatMap((one) => Array.from(scope.querySelectorAll(one), () => ({ type })));
  return [...all("image", picture), ...all("video", film)];
}

/** A picture that the page was given, and whether it was ever to be seen there. */
interface Picture { media: Words; seen: boolean }

/** Pictures by what the page shows of them, and what is known of those that it was given. Some sites show none that we can tell; where one
    was to be seen and is no longer, the person has taken it out again. */
function pictures(shown: Words[], given: Picture[]): Words[] {
  if (!shown.length) return given.filter(({ seen }) => !seen).map(({ media }) => media);
  for (const one of given) one.seen = true;
  return shown.map((one, at) => ({ ...one, ...given[at]?.media }));
}

/** Where all that belongs to a draft stands. */
export const scopeOf = ({ entry, editor }: Found): ParentNode => closest(editor, entry.root ?? []) ?? document;

/** What stands around a draft: who writes it, for whom, and with what pictures of those that the page was given. */
export function aroundDraft(found: Found, given: Picture[] = []): Words {
  const { entry, site } = found;
  const scope = scopeOf(found);
  // Of a mail's people each may be an element of its own; who talks with one other person is told by the first.
  const most = entry.moment === "email" ? Infinity : 1;
  // A colleague is shown by name alone in some webmail, surname first.
  const each = (line: string): string[] => (entry.moment === "email" && !line.includes("@") ? [line] : recipients(line));
  const people = (takes?: Take[]) => takeAll(takes, scope, most).flatMap(each);
  const to = people(entry.to);
  const subject = take(entry.subject, scope);
  return known({
    moment: entry.moment, subject, thread: threadAbove(found.editor, site, subject).map(known), author: author(site, take(entry.account, scope)),
    to: to.length || entry.moment !== "message" ? to : people(generic.composer?.[0]?.to), cc: people(entry.cc), bcc: people(entry.bcc), media: pictures(media(entry, scope), given),
  });
}

/** The act of sending what is written in this composer. */
export const draftAct = (found: Found, text: string, around = aroundDraft(found)): Act => ({ ...around, text }) as unknown as Act;

/** The act of pressing a connect button beside somebody's name. Where the file's own card or name is not there, the generic file's is. */
export function connectAct(entry: ConnectEntry, button: HTMLElement, site: Site): Act {
  const general = generic.connect?.[0];
  const card = closest(button, entry.card ?? []) ?? closest(button, general?.card ?? []) ?? document;
  const name = take(entry.person, card, button) ?? take(general?.person, card, button);
  const at = take(entry.handle, card, button) ?? take(general?.handle, card, button);
  const person = known({ name, handle: handle(at), action: entry.action });
  return known({ moment: "connect", text: "", author: author(site), person }) as unknown as Act;
}

/** The same key for the same act, and for no other. */
export const keyOf = (act: Act): string => JSON.stringify(act);
