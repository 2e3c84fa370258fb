// Friend, follow, accept and message buttons: each has a gate of its own while it is on the page.
import { connectAct } from "./act";
import type { Connects } from "./finder";
import { Gate } from "./gate";
import { reportConnect } from "./health";
import { site } from "./site";

const gates = new WeakMap<HTMLElement, Gate>();

/** The gate of a connect button. */
export function connectGate(found: Connects): Gate {
  reportConnect(found);
  const { entry, button } = found;
  const gate = gates.get(button) ?? new Gate({ site: site.id, anchor: button, act: () => connectAct(entry, button, site) });
  gates.set(button, gate);
  return gate;
}
