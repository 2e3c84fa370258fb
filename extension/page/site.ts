// The site file of the page we are in and the generic finders: data that the build puts in front of this script.

/** Where a word stands: in the text of the first element that has one, in an attribute, after or between certain words; a mail address beside it in another. */
export type Take = string | { select: string; attribute?: string; address?: string; after?: string; between?: [string, string] };

/** What a button is: a selector, and where that does not tell enough, the words that it starts with (`words` of the generic file). */
export type Pick = string | { select: string; words: string };

/** A place to write in and what sends it. Selectors are tried in order. */
export interface ComposerEntry {
  name: string;
  moment: "post" | "comment" | "repost" | "profile" | "message" | "email";
  paths?: string[];
  editor: string[];
  /** What `editor` names holds several fields that are one draft: a title and paragraphs. */
  whole?: boolean;
  root?: string[];
  send: Pick[];
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
  button: Pick[];
  card?: string[];
  person: Take[];
  handle?: Take[];
}

/** Where the mails of a conversation stand, and what of each; `folded` says how many more there are, `draft` is in those not sent yet. */
export interface ThreadEntry {
  root: string[];
  mail: string[];
  draft?: string[];
  folded?: Take[];
  subject?: Take[];
  from: Take[];
  to?: Take[];
  date?: Take[];
  body?: Take[];
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
  author?: { name?: Take[]; handle?: Take[]; bio?: Take[]; account?: Take[] };
  /** The person's own profile, told by what stands on nobody else's. */
  profile?: { own: string[]; handle?: Take[]; bio: Take[] };
  thread?: ThreadEntry;
  composer?: ComposerEntry[];
  connect?: ConnectEntry[];
  video?: VideoEntry;
  /** Labels by what they mean, in lower case and in every language that is known; the generic file has them. */
  words?: Record<string, string[]>;
}

declare global {
  // Seen by our own scripts only: a page has a world of its own.
  var beforehandSites: Sites | string;
  var beforehandWake: (() => Promise<boolean>) | undefined;
  var beforehandAwake: boolean | undefined;
}

interface Sites { site: Site; generic: Site }

/** The file of the site that this page belongs to. */
export let site: Site;
/** The one that helps out where the site's own entries do not hit. */
export let generic: Site;

/** Takes the site files out of their text: not before somebody does something on the page, for most pages are only read. All our scripts
    have the same ones. */
export function readSites(): void {
  if (site) return;
  const given = globalThis.beforehandSites;
  const read = typeof given === "string" ? JSON.parse(given) as Sites : given;
  globalThis.beforehandSites = read;
  ({ site, generic } = read);
}

if (typeof globalThis.beforehandSites === "object") readSites();

/** Whether an entry holds on this path; one without paths holds everywhere on its site. */
export const holdsOn = (entry: { paths?: string[] }, path: string): boolean =>
  !entry.paths || entry.paths.some((start) => path.startsWith(start));
