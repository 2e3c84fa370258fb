// Puts words on the person's clipboard.

/** Copies through the clipboard, or through a selection beside `near` (in our own shadow root) where a page forbids the clipboard. */
export async function copy(text: string, near: Element): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    near.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}
