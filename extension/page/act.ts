// Builds the act of the contract from what stands on the page: the draft, who writes it and for whom.
import type { Act } from "./message";
import { closest, take, type Found } from "./finder";
import type { ConnectEntry, Site, Take } from "./site";

type Words = Record<string, unknown>;

/** Only what is known: the contract takes an absent field for "not known". */
function known(words: Words): Words {
  const says = ([, value]: [string, unknown]) => value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(words).filter(says));
}

/** A handle as a person writes it, also out of a profile's address. */
export function handle(text: string | undefined): string | undefined {
  const last = text?.split(/[?#]/)[0]?.split("/").filter(Boolean).at(-1)?.replace(/^@/, "");
  return last && `@${last}`;
}

/** Splits a line of recipients at commas and semicolons, but not inside quotes or angle brackets. */
export function recipients(line: string | undefined): string[] {
  const pieces = line?.match(/(?:"[^"]*"|<[^>]*>|[^,;"<])+/g) ?? [];
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}

function author(site: Site, account?: string): Words | undefined {
  const { name, handle: at, bio } = site.author ?? {};
  const words = known({ name: take(name, document), handle: handle(take(at, document)), bio: take(bio, document), account });
  return Object.keys(words).length ? words : undefined;
}

function media({ picture, film }: Found["entry"], scope: ParentNode): { type: string }[] {
  const all = (type: string, selectors: string[] = []) => selectors.flatMap((one) => Array.from(scope.querySelectorAll(one), () => ({ type })));
  return [...all("image", picture), ...all("video", film)];
}

/** The act of sending what is written in this composer. */
export function draftAct({ entry, editor, site }: Found, text: string): Act {
  const scope = closest(editor, entry.root ?? []) ?? document;
  const people = (takes?: Take[]) => recipients(take(takes, scope));
  return known({
    moment: entry.moment, text, subject: take(entry.subject, scope), author: author(site, take(entry.account, scope)),
    to: people(entry.to), cc: people(entry.cc), bcc: people(entry.bcc), media: media(entry, scope),
  }) as unknown as Act;
}

/** The act of pressing a connect button beside somebody's name. */
export function connectAct(entry: ConnectEntry, button: HTMLElement, site: Site): Act {
  const card = closest(button, entry.card ?? []) ?? document;
  const person = known({ name: take(entry.person, card, button), handle: handle(take(entry.handle, card, button)), action: entry.action });
  return known({ moment: "connect", text: "", author: author(site), person }) as unknown as Act;
}

/** The same key for the same act, and for no other. */
export const keyOf = (act: Act): string => JSON.stringify(act);
