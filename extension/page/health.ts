// Which parts of the site file hit on this page: told to the background once for each, so that a changed site is known to have changed.
import { tell } from "./background";
import { ownSendButton, type Connects, type Found } from "./finder";
import { site, generic } from "./site";

export interface Health { hit: string[]; missed: string[] }

// A site draws its button anew once something is written: what is looked for sooner may not be there yet.
const SETTLES = 1000;
const told = new Set<string>();

/** What of a composer's entry is where its file says. Where Enter sends, many a site has no button. */
export function healthOf(found: Found): Health {
  const { entry, guessed, site: { composer } } = found;
  const [editor, send] = [`${entry.name}.editor`, `${entry.name}.send`];
  // A field that the file says nothing of is no sign that the site has changed.
  if (guessed) return { hit: [], missed: composer?.includes(entry) ? [editor] : [] };
  if (ownSendButton(found)) return { hit: [editor, send], missed: [] };
  return { hit: [editor], missed: entry.keys?.includes("enter") ? [] : [send] };
}

/** A connect button that only the general signs find belongs to a list that the site has changed. */
export const connectHealthOf = ({ guessed }: Connects): Health => (guessed ? { hit: [], missed: ["connect.button"] } : { hit: ["connect.button"], missed: [] });

function once(name: string, health: () => Health): void {
  if (site === generic || told.has(name)) return;
  told.add(name);
  setTimeout(() => {
    const { hit, missed } = health();
    if (hit.length || missed.length) void tell({ type: "health", site: site.id, hit, missed });
  }, SETTLES);
}

export const report = (found: Found): void => once(found.entry.name, () => healthOf(found));
export const reportConnect = (found: Connects): void => once(`connect ${found.guessed}`, () => connectHealthOf(found));
