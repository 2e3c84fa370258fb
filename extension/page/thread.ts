// Reads the conversation by mail that is on screen: who wrote to whom and when, and how each mail begins.
import { closest, inside, take, takeAll } from "./finder";
import type { Site, ThreadEntry } from "./site";

type Words = Record<string, unknown>;

/** What machines send shows in its first words. */
const BEGINNING = 300;
/** Nobody writes longer ones; a page that shows more is read so far. */
const MOST = 400;

// ---- dates ----

const months = new Map<string, string[]>();
// Not every browser knows Welsh.
const WELSH = "ion chwef maw ebr mai meh gorff awst medi hyd tach rhag ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr".split(" ");

/** What a language calls the months, as the browser knows it, short and long ones after each other. */
function monthsIn(language: string): string[] {
  const known = months.get(language);
  if (known) return known;
  const named = (["short", "long"] as const).flatMap((month) => {
    const names = new Intl.DateTimeFormat(language, { day: "numeric", month, timeZone: "UTC" });
    const nameOf = (at: number): string => names.formatToParts(Date.UTC(2026, at, 15)).find(({ type }) => type === "month")?.value ?? "";
    return Array.from({ length: 12 }, (_, at) => nameOf(at).replace(".", "").toLowerCase());
  });
  months.set(language, named);
  return named;
}

function monthNamed(words: string[]): number | undefined {
  for (const names of [monthsIn(document.documentElement.lang || "en-GB"), monthsIn("en-GB"), WELSH]) {
    const at = names.findIndex((month) => words.includes(month));
    if (at >= 0) return 1 + (at % 12);
  }
  return undefined;
}

/** Day and month; days come first in schools here unless they cannot. */
function dayAndMonth(rest: string): [number, number] | undefined {
  const [, one, two] = /\b(\d{1,2})[/.-](\d{1,2})\b/.exec(rest) ?? [];
  if (one && two) return Number(two) > 12 ? [Number(two), Number(one)] : [Number(one), Number(two)];
  const month = monthNamed(rest.toLowerCase().split(/[^\p{L}]+/u));
  const day = /\b(\d{1,2})\b/.exec(rest)?.[1];
  return month && day ? [Number(day), month] : undefined;
}

/** A moment as sites write it, with day and year, in the page's own language. */
export function moment(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const [, iso] = /^(\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?)/.exec(text) ?? [];
  const [time, hours = "0", minutes = "0", half] = /\b(\d{1,2})[:h](\d\d)(?::\d\d)?(?:\s*([ap])\.?m)?/i.exec(text) ?? [];
  const year = /\b(2\d{3})\b/.exec(text)?.[1];
  const [day, month] = (!iso && year && dayAndMonth(text.replace(time ?? " ", " ").replace(year, " "))) || [];
  if (!iso && !(year && month)) return undefined;
  const hour = (Number(hours) % (half ? 12 : 24)) + (half?.toLowerCase() === "p" ? 12 : 0);
  const date = iso ? new Date(iso) : new Date(Number(year), Number(month) - 1, day, hour, Number(minutes));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

// ---- mails ----

function mailIn(mail: Element, { from, to, date, body }: ThreadEntry, subject: string | undefined): Words {
  return { from: take(from, mail, mail), to: takeAll(to, mail, Infinity, mail), date: moment(take(date, mail, mail)), subject, body: take(body, mail, mail)?.slice(0, BEGINNING) };
}

function mails(root: ParentNode, entry: ThreadEntry): Element[] {
  for (const select of entry.mail) {
    const found = inside(root, select).filter((mail) => !entry.draft?.some((one) => mail.matches(one) || inside(mail, one).length));
    if (found.length) return found.slice(-MOST);
  }
  return [];
}

/** The mails above a draft, oldest first. A draft with a window of its own says by its subject which conversation it belongs to. */
export function threadAbove(editor: Element, { thread }: Site, subject: string | undefined): Words[] {
  const around = thread && closest(editor, thread.root);
  if (!thread || (!around && !subject)) return [];
  const root = around ?? document.querySelector(thread.root.join(","));
  if (!root) return [];
  const topic = take(thread.subject, root) ?? take(thread.subject, document);
  const shown = mails(root, thread).map((mail) => mailIn(mail, thread, topic));
  const more = Number(take(thread.folded, root)?.match(/\d+/)?.[0] ?? 0);
  const folded = Array.from({ length: Math.min(more, MOST) }, () => ({ subject: topic }));
  const dates = shown.flatMap(({ date }) => (typeof date === "string" ? [date] : []));
  if ((dates[0] ?? "") > (dates.at(-1) ?? "")) shown.reverse();
  return [...folded, ...shown];
}
