// Finds what a site file names: the editor that is written in, its send button, a connect button, a person's card.
import { shadowRoot } from "../browser";
import { generic, holdsOn, type ComposerEntry, type ConnectEntry, type Site, type Take } from "./site";
import { isField } from "./reader";

/** A place to write in, found on the page. */
export interface Found { entry: ComposerEntry; editor: HTMLElement; site: Site }

const isElement = (node: unknown): node is HTMLElement => (node as Node | null)?.nodeType === 1;

/** The element around this one, out of shadow roots and out of frames that belong to the same page. */
export function around(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  if (root !== element.ownerDocument) return (root as ShadowRoot).host ?? null;
  return element.ownerDocument.defaultView?.frameElement ?? null;
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

const INSIDE = "textarea, [contenteditable='true'], [contenteditable=''], [contenteditable='plaintext-only']";

function within(element: Element): HTMLElement | null {
  if (element.tagName === "IFRAME") {
    const inner = (element as HTMLIFrameElement).contentDocument;
    return inner?.body ? editable(inner.body) ?? within(inner.body) : null;
  }
  return editable(element) ?? editable(element.querySelector(INSIDE) ?? undefined);
}

function entryFor(editor: HTMLElement, site: Site): Found | null {
  const entry = site.composer?.find((one) => holdsOn(one, location.pathname) && closest(editor, one.editor));
  return entry ? { entry, editor, site } : null;
}

/** The composer that this field is, by the site's own file first. */
export function composerOf(editor: HTMLElement, site: Site): Found | null {
  return entryFor(editor, site) ?? (site === generic ? null : entryFor(editor, generic));
}

function hit(path: readonly Element[], selectors: readonly string[]): Element | null {
  for (const selector of selectors) {
    const found = path.find((element) => element.matches(selector));
    if (found) return found;
  }
  return null;
}

/** The composer whose send button the path goes through, also where nothing was typed into it yet. */
export function composerBehind(path: readonly Element[], site: Site): Found | null {
  for (const entry of site.composer ?? []) {
    if (site === generic || !holdsOn(entry, location.pathname)) continue;
    const button = hit(path, entry.send);
    const editor = button && editorBeside(button, entry);
    if (editor) return { entry, editor, site };
  }
  return null;
}

function editorBeside(button: Element, entry: ComposerEntry): HTMLElement | null {
  const root = closest(button, entry.root ?? []) ?? button.ownerDocument;
  for (const selector of entry.editor) {
    for (const element of root.querySelectorAll(selector)) {
      const editor = within(element);
      if (editor) return editor;
    }
  }
  return null;
}

const follows = (button: Element, editor: Element): boolean =>
  (editor.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function lastButton(level: ParentNode, beside: Element, { send, skip }: ComposerEntry, own: boolean): HTMLElement | null {
  for (const selector of send) {
    const buttons = Array.from(level.querySelectorAll<HTMLElement>(selector));
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

/** The send button that the site's own file names: in the nearest level around the editor that has one. */
export function ownSendButton({ entry, editor, site }: Found): HTMLElement | null {
  return site === generic ? null : search(editor, closest(editor, entry.root ?? []), entry, true);
}

/** The send button that belongs to an editor; on a site that has changed, or speaks another language, the likeliest one. */
export function sendButton(found: Found): HTMLElement | null {
  const guess = generic.composer?.at(-1);
  const { editor, entry, site } = found;
  const own = ownSendButton(found);
  if (own || !guess) return own;
  const root = closest(editor, (site === generic ? guess : entry).root ?? []);
  return search(editor, root, guess, false);
}

/** The connect button that the path goes through, with the entry that names it. */
export function connectAt(path: readonly Element[], site: Site): { entry: ConnectEntry; button: HTMLElement } | null {
  for (const entry of [...(site.connect ?? []), ...(site === generic ? [] : generic.connect ?? [])]) {
    const button = holdsOn(entry, location.pathname) && hit(path, entry.button);
    if (button) return { entry, button: button as HTMLElement };
  }
  return null;
}

function valueOf(element: Element, attribute?: string): string {
  if (attribute) return element.getAttribute(attribute) ?? "";
  if (element.tagName === "SELECT") return (element as HTMLSelectElement).selectedOptions[0]?.text ?? "";
  return isField(element) ? element.value : element.textContent ?? "";
}

/** The first word that one of these places has; ":self" is the element that was acted on. */
export function take(takes: readonly Take[] | undefined, scope: ParentNode, self?: Element): string | undefined {
  for (const one of takes ?? []) {
    const { select, attribute, after = "" } = typeof one === "string" ? { select: one } : one;
    for (const element of select === ":self" ? [self] : scope.querySelectorAll(select)) {
      const text = element ? valueOf(element, attribute).replace(/\s+/g, " ").trim() : "";
      if (text.startsWith(after) && text !== after) return text.slice(after.length).trim();
    }
  }
  return undefined;
}
