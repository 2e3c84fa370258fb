// Writes a fix into a draft in a way that the editor's own model takes, and reads back to prove it; or leaves the draft as it was.
import { isField, place, read, type Draft, type Place } from "./reader";
import type { Fix } from "./message";

type Rung = (editor: HTMLElement, insert: string) => void;

// Editors learn of a selection a little after it was set: Slate, the slowest, looks ten times a second.
const SELECTION = 120;
// How long an editor may take to show that it took something.
const TAKES = 240;

const same = (one: string, other: string): boolean => one.replace(/\s+/g, " ").trim() === other.replace(/\s+/g, " ").trim();

/** The draft with the fix in it. */
export const fixed = (text: string, { start, end, insert }: Fix): string => text.slice(0, start) + insert + text.slice(end);

/** Lets frames pass until something is true, at most so long. */
function until(true_: () => boolean, limit: number): Promise<boolean> {
  const start = performance.now();
  return new Promise((done) => {
    const look = (): void => {
      if (true_()) done(true);
      else if (performance.now() - start > limit) done(false);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** True once the draft has the fix; false with the draft as it was. */
export async function write(editor: HTMLElement, text: string, fix: Fix): Promise<boolean> {
  if (read(editor).text !== text) return false;
  return isField(editor) ? writeField(editor, fix) : writeRich(editor, text, filled(editor, text, fix));
}

// ---- fields ----

async function writeField(field: HTMLTextAreaElement | HTMLInputElement, fix: Fix): Promise<boolean> {
  const before = field.value;
  const wanted = fixed(before, fix);
  focus(field);
  field.setSelectionRange(fix.start, fix.end);
  // As if typed, so that the browser's own undo takes it back.
  command(field, fix.insert);
  if (field.value !== wanted) setValue(field, wanted);
  const took = await until(() => field.value === wanted, TAKES);
  if (!took) setValue(field, before);
  return took;
}

function setValue(field: HTMLTextAreaElement | HTMLInputElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertReplacementText" }));
}

// ---- rich editors ----

// Slate undoes words that follow each other as one: a fix typed onto the end would take the draft with it.
const JOINS = "[data-slate-editor]";

/** Takes a neighbouring letter in, and writes it anew: a paste of nothing is taken for nothing, and Slate needs a seam. */
function filled(editor: Element, text: string, fix: Fix): Fix {
  const { start, end, insert } = fix;
  if (insert && !(start === end && editor.matches(JOINS))) return fix;
  const letter = (at: number): string => (/[^\s\ud800-\udfff]/.test(text.charAt(at)) ? text.charAt(at) : "");
  if (letter(start - 1)) return { ...fix, start: start - 1, insert: letter(start - 1) + insert };
  if (letter(end)) return { ...fix, end: end + 1, insert: insert + letter(end) };
  return fix;
}

async function writeRich(editor: HTMLElement, text: string, fix: Fix): Promise<boolean> {
  const wanted = fixed(text, fix);
  const rungs = fix.insert ? [paste, beforeInput, command] : [command];
  for (const rung of rungs) {
    await select(editor, fix);
    rung(editor, fix.insert);
    await until(() => read(editor).text !== text, TAKES);
    // Some take the words in two steps.
    if (await until(() => same(read(editor).text, wanted), SELECTION)) return true;
    if (read(editor).text !== text && !(await takenBack(editor, text))) return false;
  }
  return false;
}

/** Something else went in than was meant: the editor's own undo takes it out. */
async function takenBack(editor: HTMLElement, text: string): Promise<boolean> {
  editor.ownerDocument.execCommand("undo");
  return until(() => same(read(editor).text, text), TAKES);
}

function focus(editor: HTMLElement): void {
  const view = editor.ownerDocument.defaultView;
  if (view && view !== window) view.focus();
  editor.focus({ preventScroll: true });
}

async function select(editor: HTMLElement, fix: Fix): Promise<void> {
  focus(editor);
  const draft = read(editor);
  const [from, to] = [placeOr(editor, draft, fix.start, fix.start === fix.end), placeOr(editor, draft, fix.end, true)];
  editor.ownerDocument.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  await until(() => false, SELECTION);
}

function placeOr(editor: HTMLElement, draft: Draft, offset: number, end: boolean): Place {
  return place(draft, offset, end) ?? { node: deepest(editor), offset: 0 };
}

/** An empty editor's caret belongs into its innermost block. */
function deepest(editor: Element): Element {
  const inner = editor.lastElementChild;
  const holds = inner && !/^(BR|IMG|INPUT)$/.test(inner.tagName) && (inner as HTMLElement).isContentEditable;
  return holds ? deepest(inner) : editor;
}

// ---- the rungs ----

function pasteEvent(text: string): ClipboardEvent {
  const plain = { bubbles: true, cancelable: true, composed: true };
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { ...plain, clipboardData });
  if (event.clipboardData?.getData("text/plain") === text) return event;
  // Firefox has a form of its own, and drops the other silently.
  return new ClipboardEvent("paste", { ...plain, dataType: "text/plain", data: text } as ClipboardEventInit);
}

const paste: Rung = (editor, insert) => {
  const event = pasteEvent(insert);
  // Without data some editors delete the selection and insert nothing.
  if (event.clipboardData?.getData("text/plain") === insert) editor.dispatchEvent(event);
};

const beforeInput: Rung = (editor, data) => {
  const plain = { bubbles: true, cancelable: true, composed: true };
  editor.dispatchEvent(new InputEvent("beforeinput", { ...plain, inputType: "insertText", data }));
};

const command: Rung = (editor, insert) => {
  editor.ownerDocument.execCommand(insert ? "insertText" : "delete", false, insert);
};

