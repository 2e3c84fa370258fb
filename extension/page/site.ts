// The site file of the page we are in and the generic finders: data that the build puts in front of this script.

/** Where a word stands: in the text of the first element that has one, in an attribute, or after certain words. */
export type Take = string | { select: string; attribute?: string; after?: string };

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
  advert?: string[];
  ignore?: string[];
}

export interface Site {
  id: string;
  name: string;
  author?: { name?: Take[]; handle?: Take[]; bio?: Take[] };
  composer?: ComposerEntry[];
  connect?: ConnectEntry[];
  video?: VideoEntry;
}

declare global {
  // Seen by our own scripts only: a page has a world of its own.
  var beforehandSites: { site: Site; generic: Site };
}

/** The file of the site that this page belongs to, and the one that helps out where its own entries do not hit. */
export const { site, generic } = globalThis.beforehandSites;

/** Whether an entry holds on this path; one without paths holds everywhere on its site. */
export const holdsOn = (entry: { paths?: string[] }, path: string): boolean =>
  !entry.paths || entry.paths.some((start) => path.startsWith(start));
