// The background's start: listens at once, so that the message which woke it is not missed, and answers once the wasm is here.
// The wasm decides, and waits for nothing: what it has to know is read here before, what it wants kept is kept here after.
import init, { answer, lookAgain, standing, start, toggleClassMode } from "./beforehand_extension.js";
import { readManaged, readToml } from "./files.js";
import { badge, onAsked, onManagedChange, onShortcut, onStart, onWake, ownUrl, presence, push, sessionGet, wakePages, type Sender } from "./browser.js";
import { carryOut, readAll, type Write } from "./kept.js";
import { isPicture, lookAt } from "./picture.js";
import { vaultText } from "./vault.js";
import { json, keyed, typed, type Keyed } from "./wire.js";

/** How long the school's settings may take; the background is told again when it is over. */
const LOADING_MS = 10_000;

type Outcome = { answer: Keyed; writes: Write[]; tell: { state: Keyed; badge: [string, string, string] } | null };
type Asked = { type?: unknown; tab?: unknown; file?: unknown; toml?: unknown };

let ready: Promise<unknown> | undefined;
let waking: unknown; // whether pages are woken from their start on, as far as is known since the background woke
let turn: Promise<unknown> = Promise.resolve();

/** Loads the wasm and what is kept, once; a failed load is tried again with the next message. */
function loaded(): Promise<unknown> {
  ready ??= begin().catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

async function begin(): Promise<void> {
  const [stored] = await Promise.all([readAll(), init({ module_or_path: ownUrl("beforehand_extension_bg.wasm") })]);
  await finish(start(stored));
}

/** One at a time: a change is on the disk before the next message sees it. */
async function inTurn(decide: () => string): Promise<unknown> {
  const mine = turn.then(() => finish(decide()));
  turn = mine.catch(() => undefined);
  return mine;
}

/** Carries out what was decided, and gives the answer. */
async function finish(decided: string): Promise<unknown> {
  const outcome = JSON.parse(decided) as Outcome;
  await carryOut(outcome.writes);
  if (outcome.tell) {
    await Promise.all([badge(...outcome.tell.badge), wakeIn(outcome.tell.state)]);
    // Without waiting: a page that hangs must not hold up the others, and one that cannot be told asks again with its next check.
    void push(typed(outcome.tell.state));
  }
  return typed(outcome.answer);
}

/** In class mode a page has to know from its start on: a video may start by itself where nobody does anything. */
async function wakeIn(state: Keyed): Promise<void> {
  const wakes = typed(state)["class_mode"] === true;
  if (wakes === waking) return;
  waking = wakes;
  await wakePages(wakes);
}

/** What has to be looked up for a message. The tab is asked out of turn: a page that hangs must not hold up the checks of others. */
async function known(message: unknown, sender: Sender): Promise<unknown> {
  const { type, tab, file, toml } = (message ?? {}) as Asked;
  if (type === "hello") return { managed: await readManaged() };
  if (!sender.url?.startsWith(ownUrl(""))) return {};
  if (type === "set-school") return { file: await readToml("school", "school.toml", String(toml)) };
  if (type === "set-own-policy") return { file: await readToml("policy", String(file), String(toml)) };
  if (type === "import-roster") return { roster: await vaultText("roster").catch(() => null) };
  if (type !== "get-view" || typeof tab !== "number") return {};
  const name = `tab.${tab}`;
  const state = typed(JSON.parse(standing()) as Keyed);
  return { presence: await presence(tab, state), here: json((await sessionGet([name]))[name] ?? null) };
}

async function again(): Promise<void> {
  await loaded();
  const managed = await readManaged();
  await inTurn(() => lookAgain(managed));
}

onAsked(async (message, sender) => {
  // Nothing of a picture is kept or decided here: it need not wait for its turn.
  if (isPicture(message)) return lookAt(message);
  await loaded();
  const found = json(await known(message, sender));
  return inTurn(() => answer(json(keyed(message)), json(sender), found));
});
onShortcut((name) => {
  if (name === "class-mode") void loaded().then(() => inTurn(toggleClassMode));
});
onManagedChange(() => void again());
onWake(() => void again());
onStart(() => {
  void again();
  setTimeout(() => void again(), LOADING_MS);
});
// Whatever woke the background needs it loaded.
loaded().catch(() => undefined);
