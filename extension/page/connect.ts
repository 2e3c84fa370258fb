// Friend, follow, accept and message buttons: each has a gate of its own while it is on the page.
import { connectAct } from "./act";
import { connectAt } from "./finder";
import { Gate } from "./gate";
import type { Site } from "./site";

const gates = new WeakMap<HTMLElement, Gate>();

/** The gate of the connect button that the path goes through. */
export function connectGate(path: readonly Element[], site: Site): Gate | null {
  const found = connectAt(path, site);
  if (!found) return null;
  const { entry, button } = found;
  const gate = gates.get(button) ?? new Gate({ site: site.id, anchor: button, act: () => connectAct(entry, button, site) });
  gates.set(button, gate);
  return gate;
}
