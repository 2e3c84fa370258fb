// What crosses between a page and the background; generated from extension/shared/src/message.rs and the engine's act and verdict.
// Do not edit: `UPDATE=1 cargo test -p beforehand-extension --features types` writes it.

export type ToBackground = { "type": "hello", 
/**
 * The page's address.
 */
url: string, } | { "type": "check", 
/**
 * What is about to happen; the background fills in what it knows.
 */
act: Act, } | { "type": "decided", 
/**
 * Site file's id.
 */
site: string, 
/**
 * Kind of the finding.
 */
kind: string, 
/**
 * Clause of the finding.
 */
clause: string, 
/**
 * What they chose.
 */
choice: Choice, 
/**
 * Their reason, asked at a stop.
 */
reason?: string, 
/**
 * The finding's excerpt, by which "not right" is remembered.
 */
pattern?: string, } | { "type": "sent", 
/**
 * The mail, as it was checked.
 */
act: Act, } | { "type": "spoken", 
/**
 * Subject of the mail.
 */
subject: string, 
/**
 * The other people's addresses.
 */
people: Array<string>, } | { "type": "watched", 
/**
 * The site's own id of the video.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its page.
 */
url: string, 
/**
 * Its length in seconds; absent when live.
 */
duration?: number, 
/**
 * `[from, to, rate]` in seconds.
 */
ranges: Array<[number, number, number]>, } | { "type": "health", 
/**
 * Site file's id.
 */
site: string, 
/**
 * Selectors that matched.
 */
hit: Array<string>, 
/**
 * Selectors that did not, though they should have.
 */
missed: Array<string>, } | { "type": "person", 
/**
 * Display name.
 */
name?: string, 
/**
 * Handle.
 */
handle?: string, 
/**
 * What.
 */
mark: Mark, 
/**
 * The permission, where it is one.
 */
permission: Permission, } | { "type": "profile", 
/**
 * Its handle.
 */
handle?: string, 
/**
 * Its bio.
 */
bio: string, } | { "type": "get-view", 
/**
 * The tab in front, when the popup asks.
 */
tab?: number, } | { "type": "set-policy", 
/**
 * Pack id.
 */
id: string, } | { "type": "set-own-policy", 
/**
 * File name, for error messages.
 */
file: string, 
/**
 * The file.
 */
toml: string, } | { "type": "set-school", 
/**
 * A school file.
 */
toml: string, } | { "type": "set-me", 
/**
 * About the person.
 */
me: Me, } | { "type": "set-class-mode", 
/**
 * On or off.
 */
on: boolean, } | { "type": "pause-for", 
/**
 * How long.
 */
minutes: number, } | { "type": "import-roster", 
/**
 * How many and until when.
 */
roster: RosterNote, } | { "type": "keep-roster-until", 
/**
 * `YYYY-MM-DD`.
 */
day: string, } | { "type": "wipe-roster", } | { "type": "change-person", 
/**
 * Their number, see [`MarkedPerson`].
 */
id: number, 
/**
 * What is so now.
 */
mark: Mark, 
/**
 * The permission, where it is one.
 */
permission: Permission, } | { "type": "forget-person", 
/**
 * Their number.
 */
id: number, } | { "type": "set-account", 
/**
 * The account as it is now.
 */
account: Account, } | { "type": "forget-account", 
/**
 * Site file's id.
 */
site: string, 
/**
 * Its handle.
 */
handle: string, } | { "type": "privacy-checked", 
/**
 * Site file's id.
 */
site: string, } | { "type": "forget", 
/**
 * Which.
 */
what: Memory, } | { "type": "wipe-all", } | { "type": "dismiss-notice", 
/**
 * Its id.
 */
id: string, };

export type Choice = "fixed" | "went-back" | "carried-on" | "not-right";

export type Mark = "family" | "permission" | "of-age";

export type Permission = { 
/**
 * Who gave it.
 */
from: string, 
/**
 * When, `YYYY-MM-DD`.
 */
given: string, 
/**
 * Its last day, `YYYY-MM-DD`; empty when it has none.
 */
until: string, 
/**
 * What for.
 */
purpose: string, };

export type MarkedPerson = { 
/**
 * Their number on this device.
 */
id: number, 
/**
 * Initials and form of people on the lists, the shown name of others.
 */
who: string, 
/**
 * Site file's id.
 */
site: string, 
/**
 * What is known.
 */
mark: Mark, 
/**
 * The permission, where it is one.
 */
permission: Permission, 
/**
 * When they were marked, `YYYY-MM-DD`.
 */
since: string, };

export type Memory = "watched" | "decisions" | "marks";

export type FromBackground = { "type": "state" } & State | { "type": "verdict", 
/**
 * What is said.
 */
verdict: Verdict, 
/**
 * What, if it were so of the other person, would settle a connection.
 */
marks: Array<Mark>, } | { "type": "view" } & View | { "type": "done", } | { "type": "error", 
/**
 * In words for the person.
 */
message: string, };

export type State = { 
/**
 * Whether checks run here and now.
 */
active: boolean, 
/**
 * Why, or why not.
 */
why: Why, 
/**
 * The policy in force.
 */
policy: PolicyName | null, 
/**
 * Whether a class may be watching the screen.
 */
class_mode: boolean, 
/**
 * The language of the browser's own menus, `cy` or `en-GB`.
 */
language: string, };

export type Why = "working" | "not-covered" | "paused" | "loading" | "no-policy";

export type PolicyName = { 
/**
 * Pack id.
 */
id: string, 
/**
 * Whose policy it is.
 */
trust: string, 
/**
 * The policy's own title.
 */
title: string, 
/**
 * Its date, as it stands on it.
 */
date: string, };

export type Me = { 
/**
 * Their name.
 */
name: string, 
/**
 * Their public bio; a disclaimer in it counts.
 */
bio: string, 
/**
 * The age of the class they show videos to; 0 when not said.
 */
class_age: number, };

export type Account = { 
/**
 * Site file's id.
 */
site: string, 
/**
 * The host that it was seen on.
 */
host: string, 
/**
 * Its handle with `@`; empty for whatever account is in use there.
 */
handle: string, 
/**
 * Its public bio, as it was last on screen.
 */
bio: string, 
/**
 * When that was, `YYYY-MM-DD`; empty when it never was.
 */
seen: string, 
/**
 * Whether that bio says that views are the person's own.
 */
disclaimed: boolean, 
/**
 * Whether the person says that the profile says so.
 */
vouched: boolean, 
/**
 * Whether it is an account of the school.
 */
branded: boolean, };

export type RosterNote = { 
/**
 * People by role.
 */
people: Record<string, number>, 
/**
 * When it was imported, `YYYY-MM-DD`.
 */
imported: string, 
/**
 * The day on which it wipes itself, `YYYY-MM-DD`.
 */
until: string, };

export type Notice = { 
/**
 * For dismissing it.
 */
id: string, 
/**
 * In words for the person.
 */
text: string, };

export type Here = { 
/**
 * `page`, `frame` (only a part of the page) or empty.
 */
presence: string, 
/**
 * The site file's id.
 */
site: string, 
/**
 * The page's host.
 */
host: string, 
/**
 * Selectors that no longer match on this site.
 */
missed: Array<string>, 
/**
 * Whether the policy asks to look through this site's privacy settings, and that was not done for a year.
 */
ask_privacy: boolean, };

export type View = { 
/**
 * How things stand.
 */
state: State, 
/**
 * The policies to choose from.
 */
policies: Array<PolicyName>, 
/**
 * What the school fixed by policy: `policy`, `school`.
 */
locked: Array<string>, 
/**
 * End of a pause, milliseconds since 1970; 0 when none.
 */
paused_until: number, 
/**
 * The school file in force.
 */
school: string, 
/**
 * What the person said about themselves.
 */
me: Me, 
/**
 * The roster, when there is one.
 */
roster: RosterNote | null, 
/**
 * People whom the person has decided about.
 */
people: Array<MarkedPerson>, 
/**
 * The person's own accounts.
 */
accounts: Array<Account>, 
/**
 * How many things of each kind are remembered.
 */
remembered: Remembered, 
/**
 * What the person must be told.
 */
notices: Array<Notice>, 
/**
 * The tab in front.
 */
here: Here, };

export type Remembered = { 
/**
 * Videos in the ledger.
 */
videos: number, 
/**
 * Decisions in the journal.
 */
decisions: number, 
/**
 * Patterns answered "not right".
 */
not_right: number, 
/**
 * Marks about people and threads.
 */
marks: number, };

export type Act = { 
/**
 * Echoed back in the verdict.
 */
id?: string, 
/**
 * Pack id; overrides the caller's choice.
 */
policy?: string, 
/**
 * When in the person's work this is.
 */
moment: Moment, 
/**
 * The draft, the mail body, the typed password or the search words.
 */
text: string, 
/**
 * Subject of a mail.
 */
subject?: string, 
/**
 * When the person acts, RFC 3339.
 */
at?: string, 
/**
 * The person using the software.
 */
author: Author, 
/**
 * `email-read`: who sent the mail being read.
 */
from?: string, 
/**
 * Recipients: `Name <a@b>` or bare addresses; for messages the other person's name or handle.
 */
to: Array<string>, 
/**
 * Copied recipients.
 */
cc: Array<string>, 
/**
 * Blind copied recipients.
 */
bcc: Array<string>, 
/**
 * Whether mail is being forwarded.
 */
forwarded?: boolean, 
/**
 * Whether mail is being replied to.
 */
reply?: boolean, 
/**
 * Earlier mails, oldest first, without the one being written or read.
 */
thread: Array<Mail>, 
/**
 * Addresses the person has corresponded with before, when that is known.
 */
known?: Array<string>, 
/**
 * "We have spoken" mark on this thread, RFC 3339.
 */
spoken_at?: string, 
/**
 * The other person of a connection or message.
 */
person?: Person, 
/**
 * What is attached to a post.
 */
media: Array<Media>, 
/**
 * What is attached to a mail.
 */
attachments: Array<Attachment>, 
/**
 * Links of a mail being read.
 */
links: Array<Link>, 
/**
 * The video about to play or be published.
 */
video?: Video, 
/**
 * The page being opened or acted on.
 */
page?: Page, 
/**
 * The download or upload.
 */
transfer?: Transfer, };

export type Moment = "post" | "comment" | "repost" | "profile" | "message" | "email" | "email-read" | "connect" | "image" | "video" | "page" | "search" | "sign-up" | "password" | "transfer" | "mail-settings" | "video-upload";

export type Author = { 
/**
 * Display name.
 */
name?: string, 
/**
 * Handle with or without `@`.
 */
handle?: string, 
/**
 * Their public bio on this site.
 */
bio?: string, 
/**
 * Mail address or handle in use, or typed into a sign-up form.
 */
account?: string, 
/**
 * Whether this is an account of the school.
 */
branded: boolean, };

export type Mail = { 
/**
 * Sender.
 */
from?: string, 
/**
 * Recipients.
 */
to: Array<string>, 
/**
 * Copied recipients.
 */
cc: Array<string>, 
/**
 * When it was sent, RFC 3339.
 */
date?: string, 
/**
 * Its subject.
 */
subject?: string, 
/**
 * Its text.
 */
body?: string, 
/**
 * Whether a program sent it.
 */
auto?: boolean, };

export type Person = { 
/**
 * Display name.
 */
name?: string, 
/**
 * Handle with or without `@`.
 */
handle?: string, 
/**
 * Their public bio.
 */
bio?: string, 
/**
 * `send`, `accept`, `follow` or `message`.
 */
action?: Action, 
/**
 * Close family of the person acting.
 */
family?: boolean, 
/**
 * Whether permission is on file.
 */
permission?: boolean, };

export type Action = "send" | "accept" | "follow" | "message";

export type Media = { 
/**
 * `image`, `video` or `file`.
 */
type?: string, 
/**
 * File name.
 */
name?: string, 
/**
 * Bytes.
 */
size?: bigint, 
/**
 * Tags found in the file.
 */
exif: Record<string, unknown>, };

export type Attachment = { 
/**
 * File name.
 */
name?: string, 
/**
 * Media type.
 */
type?: string, 
/**
 * Bytes.
 */
size?: bigint, };

export type Link = { 
/**
 * What it shows.
 */
text?: string, 
/**
 * Where it goes.
 */
href?: string, };

export type Video = { 
/**
 * The site's own id.
 */
id?: string, 
/**
 * Title.
 */
title?: string, 
/**
 * Seconds; absent when live.
 */
duration?: number, 
/**
 * What was played: `[from, to]` in seconds, or `[from, to, rate]`; no rate means 1.
 */
watched: Array<Watched>, 
/**
 * A live stream.
 */
live: boolean, 
/**
 * Age rating shown.
 */
rating?: string, 
/**
 * The site's own age restriction.
 */
age_restricted: boolean, 
/**
 * Captions or transcript.
 */
captions: Array<Caption>, 
/**
 * Whether a class is watching.
 */
class_mode: boolean, 
/**
 * The class's age in years.
 */
class_age?: number, 
/**
 * The person's mark that they reviewed it elsewhere, or the reason.
 */
reviewed_elsewhere?: Reviewed, 
/**
 * `public`, `unlisted` or `private`.
 */
visibility?: string, };

export type Watched = [number, number, number] | [number, number];

export type Caption = { 
/**
 * Start in seconds.
 */
start: number, 
/**
 * End in seconds.
 */
end: number, 
/**
 * Words.
 */
text: string, };

export type Reviewed = boolean | string;

export type Page = { 
/**
 * Address.
 */
url?: string, 
/**
 * Title.
 */
title?: string, 
/**
 * Whether a class is watching.
 */
class_mode: boolean, 
/**
 * Whether this device belongs to the school.
 */
school_device: boolean, };

export type Transfer = { 
/**
 * Size in bytes.
 */
bytes?: bigint, 
/**
 * `up` or `down`, as the caller names it.
 */
direction?: string, };

export type Verdict = { 
/**
 * The act's own id.
 */
id?: string, 
/**
 * Ordered by severity, then position.
 */
findings: Array<Finding>, };

export type Finding = { 
/**
 * The kind that found it.
 */
kind: string, 
/**
 * The clause it comes under, `pack/clause`.
 */
clause: string, 
/**
 * How it is shown.
 */
severity: Severity, 
/**
 * First UTF-16 code unit of the words in `text`; absent when it is about the whole act.
 */
start?: number, 
/**
 * One past the last UTF-16 code unit.
 */
end?: number, 
/**
 * The words themselves.
 */
excerpt?: string, 
/**
 * The finding in plain words.
 */
heading: string, 
/**
 * Why, with the policy, its clause and its date.
 */
message: string, 
/**
 * What can be done with one click.
 */
fixes: Array<Fix>, };

export type Severity = "stop" | "warn" | "nudge" | "info";

export type Fix = { 
/**
 * What the button says.
 */
label: string, 
/**
 * First UTF-16 code unit that is replaced.
 */
start: number, 
/**
 * One past the last.
 */
end: number, 
/**
 * What takes its place.
 */
insert: string, };
