// Reads what is written in a field, without layout, and remembers where in the document every piece of it stands.

/** A piece of text and where it came from: part of a text node, or a <br>, which may be all that an empty line has. */
export interface Run { at: number; length: number; node: Node; from: number }
export interface Draft { text: string; runs: Run[] }
export interface Place { node: Node; offset: number }

const BLOCK = /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|DD|DIV|DL|DT|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TR|UL)$/;
const SKIPPED = /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/;
// Editors put these in empty places for the caret's sake; nobody wrote them.
const UNSEEN = /[\u200b\ufeff]/;

type Field = HTMLTextAreaElement | HTMLInputElement;

/** A field whose text is its value. */
export const isField = (element: Element): element is Field => /^(TEXTAREA|INPUT)$/.test(element.tagName);

const isBlock = (node: Node | null): boolean => node !== null && node.nodeType === 1 && BLOCK.test((node as Element).tagName);

class Walk {
  #parts: string[] = [];
  #length = 0;
  readonly #runs: Run[] = [];
  #line = false; // something stands on the current line
  #owed = false; // the last block ended: a line break comes before the next content
  #br = false; // the last thing was a <br>: a line break, unless it only fills the end of its block

  done(): Draft {
    return { text: this.#parts.join(""), runs: this.#runs };
  }

  children(parent: Node): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) this.#visit(node);
  }

  #visit(node: Node): void {
    if (node.nodeType === 3) this.#words(node as Text);
    else if (node.nodeType === 1) this.#element(node as Element);
  }

  #element(element: Element): void {
    if (SKIPPED.test(element.tagName) || element.getAttribute("contenteditable") === "false") return;
    if (element.tagName === "BR") return this.#lineBreak(element);
    const block = isBlock(element);
    if (block) this.#edge();
    this.children(element);
    if (block) this.#edge();
  }

  #edge(): void {
    this.#br = false;
    this.#owed ||= this.#line;
    this.#line = false;
  }

  #lineBreak(element: Element): void {
    this.#open();
    this.#br = true;
    this.#runs.push({ at: this.#length, length: 0, node: element, from: 0 });
  }

  #open(): void {
    if (this.#owed) this.#add("\n");
    if (this.#br) this.#add("\n");
    this.#owed = this.#br = false;
    this.#line = true;
  }

  #add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #words(node: Text): void {
    const between = isBlock(node.previousSibling) || isBlock(node.nextSibling);
    if (between && !node.data.trim()) return;
    for (let from = 0; from < node.data.length;) {
      if (UNSEEN.test(node.data.charAt(from))) { from += 1; continue; }
      const rest = node.data.slice(from).search(UNSEEN);
      const until = rest < 0 ? node.data.length : from + rest;
      this.#piece(node, from, until);
      from = until;
    }
  }

  #piece(node: Text, from: number, until: number): void {
    this.#open();
    this.#runs.push({ at: this.#length, length: until - from, node, from });
    this.#add(node.data.slice(from, until).replace(/\u00a0/g, " "));
  }
}

/** The text of a textarea as it is, or of an editable element as a person sees it. */
export function read(editor: Element): Draft {
  if (isField(editor)) return { text: editor.value, runs: [] };
  const walk = new Walk();
  walk.children(editor);
  return walk.done();
}

function before(node: Node): Place {
  const parent = node.parentNode ?? node;
  return { node: parent, offset: Array.from(parent.childNodes).indexOf(node as ChildNode) };
}

/** Where an offset of the text stands. At a seam, `end` takes the piece before it and a start the piece after it. */
export function place(draft: Draft, offset: number, end: boolean): Place | null {
  const touching = draft.runs.filter((run) => run.at <= offset && offset <= run.at + run.length);
  const inner = touching.filter((run) => (end ? offset > run.at : offset < run.at + run.length));
  const run = inner[0] ?? touching[0] ?? draft.runs.filter((one) => one.at <= offset).at(-1);
  if (!run) return null;
  if (run.node.nodeType === 1) return before(run.node);
  return { node: run.node, offset: run.from + Math.min(offset - run.at, run.length) };
}
