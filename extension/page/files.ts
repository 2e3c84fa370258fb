// Pictures on their way into the page, chosen, dropped or pasted: held before the page hears of them, and given to it once, by the same event.

/** Files that the page has not heard of yet. */
export interface Coming {
  readonly files: File[];
  /** Where they come in. */
  readonly place: HTMLElement;
  /** Gives the page these. */
  give(files: File[]): void;
  /** Takes them away. */
  leave(): void;
}

/** What becomes of files: true when the page must not hear of them yet. */
type Hold = (coming: Coming) => boolean;

/** Files chosen in a field, and how the field has said so: first as input, then as change. */
interface Chosen { files: File[]; types: string[] }

const fields = new WeakMap<Element, Chosen>();

const isField = (element: Element): element is HTMLInputElement => element.tagName === "INPUT" && (element as HTMLInputElement).type === "file";

/** Whether a file is a picture that something may hide in, by what the browser or its name says. */
export const isPicture = ({ type, name }: File): boolean => /^image\/(jpe?g|png|webp|hei[cf]|avif)/.test(type) || /\.(jpe?g|png|webp|hei[cf]|avif)$/i.test(name);

/** Whether it is something to look at at all: these the draft carries, too. */
const isMedia = (file: File): boolean => /^(image|video)\//.test(file.type) || isPicture(file);

type Texts = [type: string, text: string][];

/** The same thing by the page's own hand: in Firefox what a script of an extension puts into it is not shown to the page otherwise. */
const ofPage = <T extends object>(thing: T): T => (thing as { wrappedJSObject?: T }).wrappedJSObject ?? thing;

function fill(data: DataTransfer | null, files: File[], texts: Texts = []): DataTransfer | null {
  for (const [type, text] of texts) data?.setData(type, text);
  for (const file of files) data?.items.add(file);
  return data;
}

/** Files in a new hand. */
const carry = (files: File[], texts?: Texts): DataTransfer | null => fill(new (ofPage(window as unknown as typeof globalThis).DataTransfer)(), files, texts);

/** Whether this event brings pictures or films, and `hold` holds them. */
export function caught(event: globalThis.Event, path: HTMLElement[], hold: Hold): boolean {
  const [target] = path;
  if (!target) return false;
  if (isField(target)) return /^(input|change)$/.test(event.type) && chosen(event, target, hold);
  return /^(drop|paste)$/.test(event.type) && brought(event as DragEvent, path, hold);
}

function chosen(event: globalThis.Event, field: HTMLInputElement, hold: Hold): boolean {
  const files = Array.from(field.files ?? []);
  const known = fields.get(field);
  if (known && known.files.length === files.length && files.every((file, at) => file === known.files[at])) {
    known.types.push(event.type);
    return true;
  }
  const now: Chosen = { files, types: [event.type] };
  const isLast = (): boolean => fields.get(field) === now && fields.delete(field);
  fields.set(field, now);
  const held = files.some(isMedia) && hold({
    files, place: field,
    give(out) {
      // Another choice may have been made meanwhile: the page hears of both.
      const later = isLast() ? null : field.files;
      if (out.some((file, at) => file !== field.files?.[at])) field.files = carry(out)?.files ?? null;
      for (const type of now.types) field.dispatchEvent(new Event(type, { bubbles: true, composed: type === "input" }));
      if (later) field.files = later;
    },
    leave() { if (isLast()) field.value = ""; },
  });
  if (!held) fields.delete(field);
  return held;
}

const carried = (event: DragEvent | ClipboardEvent): DataTransfer | null => ("clipboardData" in event ? event.clipboardData : event.dataTransfer);

/** A drop or a paste carries its files only while it lasts: they are put into a new one at once. */
function brought(event: DragEvent | ClipboardEvent, path: HTMLElement[], hold: Hold): boolean {
  const data = carried(event);
  const files = Array.from(data?.files ?? []);
  // A folder cannot be made anew.
  if (!data || !files.some(isMedia) || Array.from(data.items).some((item) => item.webkitGetAsEntry?.()?.isDirectory)) return false;
  const texts = data.types.filter((type) => type !== "Files").map((type): [string, string] => [type, data.getData(type)]);
  if (carried(anew(event, files, texts))?.files.length !== files.length) return false;
  const give = (out: File[]): void => {
    const target = path.find((one) => one.isConnected);
    if (target?.dispatchEvent(anew(event, out, texts)) && "clipboardData" in event) insert(target, out);
  };
  return hold({ files, place: path[0] as HTMLElement, give, leave: () => undefined });
}

/** The same event with other files. */
function anew(event: DragEvent | ClipboardEvent, files: File[], texts: Texts): DragEvent | ClipboardEvent {
  const way = { bubbles: true, cancelable: true, composed: true };
  if ("clipboardData" in event) {
    const made = new ClipboardEvent(event.type, { ...way, clipboardData: carry(files, texts) });
    // Firefox makes it empty.
    if (!made.clipboardData?.files.length) fill(ofPage(made).clipboardData, files, texts);
    return made;
  }
  const { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey } = event;
  return new DragEvent(event.type, { ...way, clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey, dataTransfer: carry(files, texts) });
}

/** Where no script takes the pasted picture the browser itself puts it into the text, but not for an event that a script has made. */
function insert(target: HTMLElement, files: File[]): void {
  if (!target.isContentEditable) return;
  for (const file of files.filter(isPicture)) {
    const reader = new FileReader();
    reader.onload = () => target.ownerDocument.execCommand("insertImage", false, reader.result as string);
    reader.readAsDataURL(file);
  }
}

/** Whether something may hide in files. A picture that was copied as such, not as a file, the browser has written anew, with nothing in it. */
export const mayHide = (event: globalThis.Event, files: File[]): boolean =>
  files.some(isPicture) && !(event.type === "paste" && files.length === 1 && files[0]?.name === "image.png");
