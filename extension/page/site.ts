// Chooses the site file for this address; the site files arrive as data when the script is built.
import { sites } from "sites";

/** Where a word stands: the first selector that hits, its text, or the attribute named. */
export interface Take { select: string; attribute?: string; after?: string }

/** A place to write in and what sends it. Selectors are tried in order. */
export interface ComposerEntry {
  name: string;
  moment: "post" | "comment" | "repost" | "profile" | "message" | "email";
  paths?: string[];
  editor: string[];
  root?: string[];
  send: string[];
  skip?: string[];
  keys?: ("enter" | "mod-enter")[];
  account?: Take[];
  subject?: Take[];
  to?: Take[];
  cc?: Take[];
  bcc?: Take[];
  picture?: string[];
  film?: string[];
}

/** A button that makes or opens a connection with a person, and where that person's name stands. */
export interface ConnectEntry {
  name: string;
  action: "send" | "accept" | "follow" | "message";
  paths?: string[];
  button: string[];
  card?: string[];
  person: Take[];
  handle?: Take[];
}

export interface VideoEntry {
  id?: { query?: string; after?: string }[];
  title?: Take[];
  player?: string[];
  advert?: string[];
  ignore?: string[];
}

export interface Site {
  id: string;
  name: string;
  hosts: string[];
  author?: { name?: Take[]; handle?: Take[]; bio?: Take[] };
  composer?: ComposerEntry[];
  connect?: ConnectEntry[];
  video?: VideoEntry;
}

const GENERIC = "generic";

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");

/** Whether a match pattern (`https://*.example.com/path*`) covers an address. */
export function covers(pattern: string, address: URL): boolean {
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/:]+)(?::(\d+|\*))?(\/.*)$/.exec(pattern);
  if (!parts) return false;
  const [, scheme = "", host = "", port, path = ""] = parts;
  if (scheme !== "*" && `${scheme}:` !== address.protocol) return false;
  if (port && port !== "*" && port !== address.port) return false;
  const bare = host.replace(/^\*\./, "");
  const under = host.startsWith("*.") && address.hostname.endsWith(`.${bare}`);
  if (host !== "*" && address.hostname !== bare && !under) return false;
  return new RegExp(`^${escaped(path).replace(/\*/g, ".*")}$`).test(address.pathname + address.search);
}

/** Whether an entry holds on this path; one without paths holds everywhere on its site. */
export const holdsOn = (entry: { paths?: string[] }, path: string): boolean =>
  !entry.paths || entry.paths.some((start) => path.startsWith(start));

/** The file with the generic finders, used where a site's own entries do not hit. */
export const generic: Site = sites.find((site) => site.id === GENERIC) ?? { id: GENERIC, name: GENERIC, hosts: [] };

/** The site file for an address; the generic one where a covered address has none. */
export function siteFor(address: string, among: readonly Site[] = sites): Site {
  const url = URL.canParse(address) ? new URL(address) : null;
  return (url && among.find((site) => site.hosts.some((pattern) => covers(pattern, url)))) || generic;
}
