// The person's own profile, when it is on screen: its handle and what it says.
import { handle } from "./act";
import { inside, take } from "./finder";
import { site } from "./site";

export interface Profile { handle: string | undefined; bio: string }

/** What the profile on screen says; nothing where it is somebody else's, or none. */
export function ownProfile(): Profile | null {
  const { profile, author } = site;
  if (!profile?.own.some((select) => inside(document, select).length)) return null;
  const said = take(profile.handle, document) ?? take(author?.handle, document);
  return { handle: handle(said), bio: take(profile.bio, document) ?? "" };
}
