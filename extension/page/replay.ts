// Gives a held action back to the page: the same event again, made by us and therefore never judged twice.

/** The same event, as far as a page can tell: an event has all that its own constructor asks for. */
function copyOf(event: MouseEvent | KeyboardEvent): globalThis.Event {
  return event.type === "click" ? new PointerEvent("click", event) : new KeyboardEvent(event.type, event);
}

/** What replays a click or a key: on its own target, or, where the page has drawn itself anew, on what took its place. */
export function replayOf(event: MouseEvent | KeyboardEvent, path: readonly HTMLElement[], instead: () => HTMLElement | null | undefined): () => void {
  const [target] = path;
  return () => {
    const to = target?.isConnected ? target : instead();
    to?.dispatchEvent(copyOf(event));
  };
}
