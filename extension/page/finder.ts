// Finds what a site file names: the editor that is written in, its send button, a connect button, a person's card.
import { shadowRoot } from "../browser";
import { generic, holdsOn, type ComposerEntry, type ConnectEntry, type Pick, type Site, type Take } from "./site";
import { isField } from "./reader";

/** A place to write in, found on the page: the field, or what holds all fields of one draft. It is guessed where the site's own file does not name it. */
export interface Found { entry: ComposerEntry; editor: HTMLElement; site: Site; guessed: boolean }

const isElement = (node: unknown): node is HTMLElement => (node as Node | null)?.nodeType === 1;

/** The element around this one, out of shadow roots and out of frames that belong to the same page. */
export function around(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  if (root !== element.ownerDocument) return (root as ShadowRoot).host ?? null;
  return element.ownerDocument.defaultView?.frameElement ?? null;
}

/** Whether an element still is on the page. A frame that is taken away takes its elements along, and Firefox then lets nobody ask them anything. */
export function isHere(element: Element): boolean {
  try {
    return element.isConnected && element.ownerDocument.defaultView !== null;
  } catch {
    return false;
  }
}

/** Like `closest`, but it does not stop at shadow roots and frames. */
export function closest(element: Element, selectors: readonly string[]): HTMLElement | null {
  for (const selector of selectors) {
    for (let at: Element | null = element; at; at = around(at)) if (at.matches(selector)) return at as HTMLElement;
  }
  return null;
}

/** The elements that an event went through, the innermost first. */
export const pathOf = (event: globalThis.Event): HTMLElement[] => event.composedPath().filter(isElement);

/** The closed shadow root in which an event really happened, where only its host is to be seen from outside. */
export function closedRoot(event: globalThis.Event): ShadowRoot | null {
  const [origin] = event.composedPath();
  if (!isElement(origin)) return null;
  const root = shadowRoot(origin);
  return root?.mode === "closed" ? root : null;
}

/** The field or the editable region that an element belongs to, and nothing else. */
export function editable(element: Element | undefined): HTMLElement | null {
  if (!isElement(element)) return null;
  if (isField(element)) return element;
  if (!element.isContentEditable) return null;
  let host = element;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return host;
}

/** What is written in, as a selector. */
export const INSIDE = "textarea, [contenteditable='true'], [contenteditable=''], [contenteditable='plaintext-only']";

function within(element: Element): HTMLElement | null {
  if (element.tagName === "IFRAME") {
    const inner = (element as HTMLIFrameElement).contentDocument;
    return inner?.body ? editable(inner.body) ?? within(inner.body) : null;
  }
  return editable(element) ?? editable(element.querySelector(INSIDE) ?? undefined);
}

/** What holds the fields of a draft: the element itself, or all that its frame shows. */
const content = (element: Element): HTMLElement | null =>
  (element.tagName === "IFRAME" ? (element as HTMLIFrameElement).contentDocument?.body ?? null : element as HTMLElement);

const holdsHere = (entry: { paths?: string[] }): boolean => holdsOn(entry, location.pathname);

const entryFor = (editor: HTMLElement, entries: ComposerEntry[] = []): ComposerEntry | undefined =>
  entries.find((one) => holdsHere(one) && closest(editor, one.editor));

/** The composer that this field is, by the site's own file first. */
export function composerOf(editor: HTMLElement, site: Site): Found | null {
  const own = site === generic ? undefined : entryFor(editor, site.composer);
  if (!own && isBesideMail(site)) return null;
  const entry = own ?? kin(editor, site) ?? entryFor(editor, generic.composer);
  return entry ? { entry, editor: (entry.whole && closest(editor, entry.editor)) || editor, site, guessed: !own } : null;
}

/** Where a mail is being written, no other field of the page is a draft: recipients, a search. */
const isBesideMail = ({ composer }: Site): boolean =>
  composer?.some(({ moment, editor }) => moment === "email" && editor.some((selector) => document.querySelector(selector))) ?? false;

/** On a site that has changed, what its file says of this place besides the editor still holds: what it is for, its keys, its people. */
function kin(editor: HTMLElement, site: Site): ComposerEntry | undefined {
  if (site === generic || !entryFor(editor, generic.composer)) return undefined;
  const lost = (site.composer ?? []).filter((one) => holdsHere(one) && !one.editor.some((selector) => document.querySelector(selector)));
  const sends = (entry: ComposerEntry): boolean => ownSendButton({ entry, editor, site, guessed: true }) !== null;
  return lost.find(sends) ?? lost.find((one) => one.paths) ?? lost.find((one) => closest(editor, one.root ?? []));
}

function says(element: Element, words: readonly string[] = []): boolean {
  const label = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().toLowerCase();
  return words.some((word) => label === word || label.startsWith(`${word} `));
}

const selectorOf = (pick: Pick): string => (typeof pick === "string" ? pick : pick.select);
const fits = (element: Element, pick: Pick): boolean =>
  element.matches(selectorOf(pick)) && (typeof pick === "string" || says(element, generic.words?.[pick.words]));

function hit(path: readonly Element[], picks: readonly Pick[]): Element | null {
  for (const pick of picks) {
    const found = path.find((element) => fits(element, pick));
    if (found) return found;
  }
  return null;
}

/** The composer whose send button the path goes through, also where nothing was typed into it yet. */
export function composerBehind(path: readonly Element[], site: Site): Found | null {
  for (const entry of site === generic ? [] : site.composer ?? []) {
    const button = holdsHere(entry) && hit(path, entry.send);
    const editor = button && editorBeside(button, entry);
    if (editor) return { entry, editor, site, guessed: false };
  }
  return null;
}

function editorBeside(button: Element, entry: ComposerEntry): HTMLElement | null {
  // A button outside of what holds the composer is another's, whatever it looks like.
  const root = entry.root?.length ? closest(button, entry.root) : button.ownerDocument;
  for (const selector of entry.editor) {
    for (const element of root?.querySelectorAll(selector) ?? []) {
      const editor = entry.whole ? content(element) : within(element);
      if (editor) return editor;
    }
  }
  return null;
}

const follows = (button: Element, editor: Element): boolean =>
  (editor.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function lastButton(level: ParentNode, beside: Element, { send, skip }: ComposerEntry, own: boolean): HTMLElement | null {
  for (const pick of send) {
    const buttons = Array.from(level.querySelectorAll<HTMLElement>(selectorOf(pick))).filter((button) => fits(button, pick));
    // A site's own selectors are trusted; a guess must stand after the editor and not in a toolbar.
    const left = own ? buttons : buttons.filter((button) => follows(button, beside) && !closest(button, skip ?? []));
    if (left.length) return left.at(-1) ?? null;
  }
  return null;
}

function search(editor: HTMLElement, root: Element | null, entry: ComposerEntry, own: boolean): HTMLElement | null {
  let beside: Element = editor;
  for (let level: Element | null = editor; level; level = around(level)) {
    if (level.getRootNode() !== beside.getRootNode()) beside = level;
    const shadow = level.parentElement ? null : level.parentNode as ParentNode | null;
    const button = lastButton(level, beside, entry, own) ?? (shadow && lastButton(shadow, beside, entry, own));
    if (button || level === root) return button;
  }
  return null;
}

const isGeneral = (entry: ComposerEntry): boolean => generic.composer?.includes(entry) ?? false;

/** The send button that the site's own file names: in the nearest level around the editor that has one. */
export function ownSendButton({ entry, editor }: Found): HTMLElement | null {
  return isGeneral(entry) ? null : search(editor, closest(editor, entry.root ?? []), entry, true);
}

const sendsOnEnter = ({ keys }: ComposerEntry): boolean => keys?.includes("enter") ?? false;

/** The send button that belongs to an editor; on a site that has changed, or speaks another language, the likeliest one.
    Where Enter sends there need be none: a guess goes by what chats call it, so that no other button is taken for it. */
export function sendButton(found: Found): HTMLElement | null {
  const { editor, entry } = found;
  const own = ownSendButton(found);
  // Mail is sent by what chats call it, too.
  const guess = generic.composer?.find((one) => sendsOnEnter(one) === (sendsOnEnter(entry) || entry.moment === "email"));
  if (own || !guess) return own;
  return search(editor, closest(editor, [...(entry.root ?? []), ...(guess.root ?? [])]), guess, false);
}

/** A connect button with the entry that names it. */
export interface Connects { entry: ConnectEntry; button: HTMLElement; guessed: boolean }

function connectIn(path: readonly Element[], entries: ConnectEntry[] = []): Omit<Connects, "guessed"> | null {
  for (const entry of entries) {
    const button = holdsHere(entry) && hit(path, entry.button);
    if (button) return { entry, button: button as HTMLElement };
  }
  return null;
}

/** The connect button that the path goes through, by the site's own file first; a guess must sit in somebody's card. */
export function connectAt(path: readonly Element[], site: Site): Connects | null {
  const own = site === generic ? null : connectIn(path, site.connect);
  if (own) return { ...own, guessed: false };
  const guess = connectIn(path, generic.connect);
  return guess && closest(guess.button, generic.connect?.[0]?.card ?? []) ? { ...guess, guessed: true } : null;
}

function valueOf(element: Element, attribute?: string): string {
  if (attribute) return element.getAttribute(attribute) ?? "";
  if (element.tagName === "SELECT") return (element as HTMLSelectElement).selectedOptions[0]?.text ?? "";
  return isField(element) ? element.value : element.textContent ?? "";
}

/** What stands between two words; nothing where they are not there. */
function innerOf(text: string, between: [string, string] | undefined): string {
  if (!between) return text;
  const [from, to] = [text.indexOf(between[0]), text.lastIndexOf(between[1])];
  return from >= 0 && to > from ? text.slice(from + between[0].length, to).trim() : "";
}

/** A name with the mail address that belongs to it. */
const addressed = (name: string, address: string | null): string => (!address ? name : !name || name === address ? address : `${name} <${address}>`);

/** What stands in a scope, and right inside of it where it is made of a shadow root. */
export const inside = (scope: ParentNode, select: string): Element[] =>
  [scope, (scope as Element).shadowRoot].flatMap((root) => Array.from(root?.querySelectorAll(select) ?? []));

/** The words of the first of these places that has any; ":self" is the element that was acted on, ":address" the page's own path. */
export function takeAll(takes: readonly Take[] | undefined, scope: ParentNode, most = Infinity, self?: Element): string[] {
  const found: string[] = [];
  for (const one of takes ?? []) {
    const { select, attribute, address = "", after = "", between } = typeof one === "string" ? { select: one } : one;
    const own: Record<string, (Element | string | undefined)[]> = { ":address": [location.pathname], ":self": [self] };
    const places = own[select] ?? inside(scope, select);
    for (const place of places) {
      if (found.length >= most) break;
      const said = typeof place === "object" ? valueOf(place, attribute) : place ?? "";
      const text = addressed(innerOf(said.replace(/\s+/g, " ").trim(), between), address && (place as Element).getAttribute(address));
      if (text.startsWith(after) && text !== after) found.push(text.slice(after.length).trim());
    }
    if (found.length) break;
  }
  return found;
}

/** The first of those words. */
export const take = (takes: readonly Take[] | undefined, scope: ParentNode, self?: Element): string | undefined => takeAll(takes, scope, 1, self)[0];
