// The hold: what happens between an action and its going through, as one table. Pure: events in, effects out, no page in sight.

/*
 idle       nothing is held; the person writes
 held       an action came before the verdict for exactly this draft; it waits for it, at most 1.5 s
 deciding   the verdict asks for a pause; the dialog is open
 replaying  our own replay of the action is on its way; whatever follows from it passes
 through    this draft has been let through and passes until it changes
*/
export type State = "idle" | "held" | "deciding" | "replaying" | "through";

/*
 edited       the draft is another one now
 act-clear    the person acts; the verdict for exactly this draft is here and asks for nothing
 act-pause    the person acts; the verdict for exactly this draft is here and asks for a pause
 act-unknown  the person acts; the verdict for exactly this draft is not here yet
 clear        the awaited verdict came and asks for nothing; in the dialog: fixes have settled everything
 pause        the awaited verdict came and asks for a pause; in the dialog: something is left after a fix
 failed       the awaited verdict did not come in time, or something broke
 carry-on     the person carries on
 go-back      the person goes back
 replayed     the replay has been given to the page
*/
export type Event = "edited" | "act-clear" | "act-pause" | "act-unknown" | "clear" | "pause" | "failed" | "carry-on" | "go-back" | "replayed";

/*
 hold    the page never sees this event
 check   ask for the verdict, and start the 1.5 s
 ask     open the dialog, or bring it up to date
 close   close the dialog and give the focus back
 say     the chip says that the check did not run
 replay  give the page the action, once
 sent    the draft goes out now
*/
export type Effect = "hold" | "check" | "ask" | "close" | "say" | "replay" | "sent";

type Row = Partial<Record<Event, readonly [State, ...Effect[]]>>;

/** What is not in the table changes nothing and does nothing. */
export const TABLE: Readonly<Record<State, Row>> = {
  idle: {
    "act-clear": ["through", "sent"],
    "act-pause": ["deciding", "hold", "ask"],
    "act-unknown": ["held", "hold", "check"],
  },
  held: {
    "edited": ["held", "check"],
    "act-clear": ["held", "hold"],
    "act-pause": ["held", "hold"],
    "act-unknown": ["held", "hold"],
    "clear": ["replaying", "sent", "replay"],
    "pause": ["deciding", "ask"],
    "failed": ["replaying", "sent", "replay", "say"],
  },
  deciding: {
    // A second click asks again, so that a page which has thrown the dialog away does not leave Post dead.
    "act-clear": ["deciding", "hold", "ask"],
    "act-pause": ["deciding", "hold", "ask"],
    "act-unknown": ["deciding", "hold", "ask"],
    // Nobody's words go out changed before they have seen them: after a fix they are back in the draft and act again.
    "clear": ["idle", "close"],
    "failed": ["idle", "close"],
    "pause": ["deciding", "ask"],
    "carry-on": ["replaying", "close", "sent", "replay"],
    "go-back": ["idle", "close"],
  },
  replaying: {
    "replayed": ["through"],
  },
  through: {
    "edited": ["idle"],
  },
};

/** One step of the machine. */
export function step(state: State, event: Event): [State, Effect[]] {
  const [next, ...effects] = TABLE[state][event] ?? [state];
  return [next, effects];
}
