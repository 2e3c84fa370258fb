// Gives a held action back to the page: the same event again, made by us and therefore never judged twice.

const MOUSE = ["bubbles", "cancelable", "composed", "detail", "screenX", "screenY", "clientX", "clientY", "ctrlKey", "shiftKey", "altKey", "metaKey", "button"];
const KEY = ["bubbles", "cancelable", "composed", "key", "code", "location", "ctrlKey", "shiftKey", "altKey", "metaKey", "keyCode", "which", "charCode"];

const picked = (event: globalThis.Event, names: string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, (event as unknown as Record<string, unknown>)[name]]));

/** The same event, as far as a page can tell. */
function copyOf(event: MouseEvent | KeyboardEvent): globalThis.Event {
  if (event.type === "click") return new PointerEvent("click", picked(event, MOUSE));
  return new KeyboardEvent(event.type, picked(event, KEY));
}

/** What replays a click or a key: on its own target, or, where the page has drawn itself anew, on what took its place. */
export function replayOf(event: MouseEvent | KeyboardEvent, path: readonly HTMLElement[], instead: () => HTMLElement | null | undefined): () => void {
  const [target] = path;
  return () => {
    const to = target?.isConnected ? target : instead();
    to?.dispatchEvent(copyOf(event));
  };
}
