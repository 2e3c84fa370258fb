// A draft that is written in one field, or, where the site's file says so, in several: a title and paragraphs.
import { INSIDE, type Found } from "./finder";
import type { Fix } from "./message";
import { read } from "./reader";
import { write } from "./writer";

/** The fields of a draft in order, none within another. */
function fields({ entry, editor }: Found): HTMLElement[] {
  if (!entry.whole) return [editor];
  const inner = (field: Element): boolean => {
    const outer = field.parentElement?.closest(INSIDE);
    return Boolean(outer && outer !== editor && editor.contains(outer));
  };
  return Array.from(editor.querySelectorAll<HTMLElement>(INSIDE)).filter((field) => !inner(field));
}

/** What the person has written, each field on a line of its own. */
export const textOf = (found: Found): string => fields(found).map((field) => read(field).text).join("\n");

/** Writes a fix into the field that its words stand in; false when they stand in no single one. */
export async function writeIn(found: Found, text: string, fix: Fix): Promise<boolean> {
  if (textOf(found) !== text) return false;
  let from = 0;
  for (const field of fields(found)) {
    const own = read(field).text;
    if (fix.start >= from && fix.end <= from + own.length) return write(field, own, { ...fix, start: fix.start - from, end: fix.end - from });
    from += own.length + 1;
  }
  return false;
}
