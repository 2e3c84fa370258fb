// Builds what the overlay shows, node by node; words of a page or a policy are only ever text.
import { copy } from "./copy";
import type { Finding, Fix, Mark, Permission } from "./message";
import { isGrave, type Owner } from "./owner";
import { say, type WordId } from "./words";

/** What the parts ask of the overlay around them. */
export interface Around {
  close(): void;
  writes<T>(work: () => Promise<T>): Promise<T>;
}

type Child = Node | string | undefined;

const presses = new WeakMap<Element, () => void>();

/** A button was pressed by the person. */
export const pressed = (button: Element): void => presses.get(button)?.();

function h(tag: string, attributes: Record<string, string>, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

function button(label: string, press: () => void, name = "", about = ""): HTMLElement {
  const made = h("button", { type: "button", class: name, ...(about ? { "aria-label": `${label}: ${about}` } : {}) }, label);
  presses.set(made, press);
  return made;
}

/** The chip by the composer, built once; `set` changes what it says and does. */
export function chipParts(): { box: HTMLElement; says(label: string): boolean; set(label: string, press: () => void): void } {
  const text = document.createTextNode("");
  const made = h("button", { type: "button", class: "chip" }, text);
  const box = h("div", { class: "placed", role: "status" }, made);
  const set = (label: string, press: () => void): void => {
    presses.set(made, press);
    if (text.data !== label) text.data = label;
  };
  return { box, says: (label) => text.data === label, set };
}

function citation({ state }: Owner, { clause }: Finding): string {
  const short = clause.split("/").at(-1) ?? clause;
  const { title, date } = state.policy ?? { title: "", date: "" };
  const trust = state.policy?.trust ?? "";
  const named = title.includes(trust) ? title : `${trust}, ${title}`;
  return say(date ? "policy-dated" : "policy", { title: named, clause: short, date });
}

/** A word below a finding after something was done about it; the first node with that name is filled. */
const whisper = (): HTMLElement => h("p", { class: "done", role: "status" });

function told(within: HTMLElement, id: WordId): void {
  const line = within.querySelector(".done");
  if (line) line.textContent = say(id);
}

function fixButton(by: Owner, finding: Finding, fix: Fix, article: HTMLElement, around: Around): HTMLElement {
  const press = async (): Promise<void> => {
    if (await around.writes(() => by.fix(finding, fix))) return;
    await copy(fix.insert, article);
    told(article, "fix-copied");
    made.focus();
  };
  const made = button(fix.label, () => void press(), "fix");
  return made;
}

function about(by: Owner, finding: Finding, around: Around, level: string): HTMLElement {
  const article = h("article", {}, h(level, {}, finding.heading), h("p", {}, finding.message), h("p", { class: "cite" }, citation(by, finding)));
  const fixes = finding.fixes.map((fix) => fixButton(by, finding, fix, article, around));
  const [hidden, clean] = cleaned(by, finding, article);
  article.append(...hidden, h("div", { class: "row" }, ...fixes, ...clean, ...spoken(by, finding)), whisper());
  return article;
}

/** What hides in pictures, file by file, and the button that takes it out of those that wait, or of those that come again. */
function cleaned(by: Owner, finding: Finding, article: HTMLElement): [HTMLElement[], HTMLElement[]] {
  const cleaning = finding.kind === "image-metadata" ? by.cleaning : null;
  if (!cleaning) return [[], []];
  const { tells, never, can, waits } = cleaning;
  const hidden = tells.map(({ name, hides }) => h("p", {}, say("hides", { name, what: hides.map((one) => say(one)).join(", ") })));
  const press = (): void => {
    by.clean(finding);
    if (!waits) told(article, "clean-again");
  };
  return [[...hidden, ...never.map((name) => h("p", {}, say("clean-never", { name })))], can ? [button(say("clean"), press, "fix")] : []];
}

/** A thread on which people have spoken starts counting afresh. */
function spoken(by: Owner, { kind }: Finding): HTMLElement[] {
  const { act } = by.about;
  if (kind !== "rule-of-two" || act.moment !== "email") return [];
  const people = [...((act.to as string[] | undefined) ?? []), ...((act.cc as string[] | undefined) ?? [])];
  return [button(say("spoken"), () => void by.mark({ type: "spoken", subject: String(act.subject ?? ""), people }))];
}

/** What can be said back about a finding: it is not right, somebody should be asked, these two know each other. */
function extras(by: Owner, finding: Finding, article: HTMLElement, named: boolean): HTMLElement {
  const line = h("div", { class: "row extras" });
  const asks = say("ask-first-text", { heading: finding.heading, clause: finding.clause });
  const copied = (text: string) => void copy(text, article).then(() => told(article, "copied"));
  const report = button(say("copy-report"), () => copied(reportOn(finding)));
  const wrong = button(say("not-right"), () => {
    by.notRight(finding);
    told(article, "not-right-done");
    wrong.replaceWith(report);
    report.focus();
  }, "", named ? finding.heading : "");
  line.append(...(named ? [h("p", {}, finding.heading)] : []), wrong, button(say("ask-first"), () => copied(asks), "", named ? finding.heading : ""), ...marks(by, finding, article));
  return line;
}

/** What the person may know of the other one that settles the matter; a permission is asked about first. */
function marks(by: Owner, { kind }: Finding, article: HTMLElement): HTMLElement[] {
  const { act, marks: settling } = by.about;
  const person = act.person as { name?: string; handle?: string } | undefined;
  if (kind !== "connection" || !person) return [];
  const { name, handle } = person;
  const mark = (known: Mark, permission: Permission): void =>
    void by.mark({ type: "person", ...(name ? { name } : {}), ...(handle ? { handle } : {}), mark: known, permission });
  const press = (known: Mark) => () => (known === "permission" ? record(article, (permission) => mark(known, permission)) : mark(known, UNASKED));
  return settling.map((known) => button(say(known), press(known)));
}

const UNASKED: Permission = { from: "", given: "", until: "", purpose: "" };

/** Asks who gave the permission, when, until when and what for: the policies want it in writing and for a purpose. */
function record(article: HTMLElement, take: (permission: Permission) => void): void {
  const known = article.querySelector<HTMLInputElement>(".permission input");
  if (known) return known.focus();
  const field = (id: WordId, type: string, value = ""): [HTMLElement, HTMLInputElement] => {
    const input = h("input", { type, value, maxlength: "120" }) as HTMLInputElement;
    return [h("label", {}, say(id), input), input];
  };
  // Sweden writes a day as date fields take it.
  const today = new Date().toLocaleDateString("sv-SE");
  const [from, given, until, purpose] = [field("permission-from", "text"), field("permission-given", "date", today), field("permission-until", "date"), field("permission-for", "text")];
  const save = button(say("permission-save"), () => {
    if (!from[1].value.trim()) return from[1].focus();
    take({ from: from[1].value.trim(), given: given[1].value, until: until[1].value, purpose: purpose[1].value.trim() });
  }, "fix");
  article.append(h("div", { class: "permission" }, from[0], purpose[0], given[0], until[0], h("div", { class: "row" }, save)));
  from[1].focus();
}

/** What IT needs to mend a rule, with every letter and digit of the person's words hidden. */
function reportOn({ kind, clause, severity, excerpt = "" }: Finding): string {
  const shape = excerpt.replace(/\p{Lu}/gu, "X").replace(/\p{Ll}/gu, "x").replace(/\p{N}/gu, "0");
  return [`Beforehand: not right`, kind, clause, severity, shape].filter(Boolean).join("\n");
}

/** The panel that a chip opens. */
export function panelParts(by: Owner, around: Around): Node[] {
  const each = by.shown().flatMap((finding) => {
    const article = about(by, finding, around, "h3");
    return [article, extras(by, finding, article, false)];
  });
  return [h("section", { class: "placed card", role: "dialog", "aria-label": say("panel-title") }, ...each,
    h("div", { class: "row" }, button(say("panel-close"), () => around.close())))];
}

/** The pause. A class sees only that something is paused. */
export function dialogParts(by: Owner, classMode: boolean, around: Around): Node[] {
  const findings = by.shown().toSorted((a, b) => Number(isGrave(b)) - Number(isGrave(a)));
  const [only] = findings;
  const single = findings.length === 1 && only;
  const articles = classMode ? [] : findings.map((finding) => about(by, finding, around, single ? "h2" : "h3"));
  const heading = classMode ? h("h2", {}, say("paused-title")) : single ? undefined : h("h2", {}, say("dialog-title", { n: findings.length }));
  const text = classMode ? h("p", {}, say("paused-text")) : undefined;
  const more = classMode ? [] : articles.map((article, at) => extras(by, findings[at] as Finding, article, !single));
  const named = { "aria-modal": "true", "aria-labelledby": "title", "aria-describedby": "why" };
  const card = h("div", { class: "card", role: "alertdialog", ...named }, heading, text, ...articles, ends(by, classMode, around), ...more);
  card.querySelector("h2")?.setAttribute("id", "title");
  card.querySelector("p")?.setAttribute("id", "why");
  return [h("div", { class: "veil" }, card)];
}

function ends(by: Owner, classMode: boolean, around: Around): HTMLElement {
  const stops = (): boolean => by.shown().some((finding) => finding.severity === "stop");
  const reasons = h("div", { class: "row" });
  const carryOn = (): void => {
    if (!stops()) by.carryOn();
    else if (!reasons.firstChild) ask(reasons, by);
  };
  const go = h("div", { class: "row" }, button(say("go-back"), () => around.close(), "back"), button(say("carry-on"), carryOn));
  return h("div", classMode ? { class: "plain" } : {}, go, reasons);
}

/** A stop asks for a reason: one tap, with words of one's own if one likes. */
function ask(reasons: HTMLElement, by: Owner): void {
  const note = h("input", { type: "text", maxlength: "200", "aria-label": say("reason-note"), placeholder: say("reason-note") }) as HTMLInputElement;
  const ids: WordId[] = ["reason-permission", "reason-safeguarding", "reason-official", "reason-other"];
  const taps = ids.map((id) => button(say(id), () => by.carryOn([say(id), note.value.trim()].filter(Boolean).join(": "))));
  reasons.append(h("p", {}, say("why-carry-on")), ...taps, note);
  taps[0]?.focus();
}
