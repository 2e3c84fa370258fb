// The one door to the browser: everything the extension asks of Chromium or Firefox goes through the functions here.

type Json = Record<string, unknown>;
type Change = { newValue?: unknown; oldValue?: unknown };
type Listener<A extends unknown[]> = { addListener(listener: (...args: A) => unknown): void };

/** Where a message came from, as the browser (never the page) says. */
export type Sender = { id?: string; url?: string; origin?: string; frameId?: number; tab?: { id?: number; url?: string } };

type Area = {
  get(keys: string | string[] | null): Promise<Json>;
  set(items: Json): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  clear(): Promise<void>;
};

type Api = {
  runtime: {
    id?: string;
    getURL(path: string): string;
    getManifest(): { version: string; content_scripts: { matches: string[] }[] };
    sendMessage(message: unknown): Promise<unknown>;
    openOptionsPage(): Promise<void>;
    onMessage: Listener<[unknown, Sender, (answer: unknown) => void]>;
    onInstalled: Listener<[]>;
    onStartup: Listener<[]>;
  };
  storage: {
    local: Area;
    session: Area;
    managed: Area;
    onChanged: Listener<[Record<string, Change>, string]>;
  };
  tabs: {
    query(filter: Json): Promise<{ id?: number }[]>;
    sendMessage(tab: number, message: unknown, options?: { frameId: number }): Promise<unknown>;
    create(tab: { url: string }): Promise<unknown>;
  };
  scripting: {
    executeScript(run: Json): Promise<{ result?: unknown }[]>;
    registerContentScripts(scripts: Json[]): Promise<void>;
    unregisterContentScripts(which: Json): Promise<void>;
  };
  action: {
    setBadgeText(details: { text: string }): Promise<void>;
    setBadgeBackgroundColor(details: { color: string }): Promise<void>;
    setTitle(details: { title: string }): Promise<void>;
  };
  alarms: {
    create(name: string, when: { when: number }): Promise<void>;
    clear(name: string): Promise<boolean>;
    onAlarm: Listener<[{ name: string }]>;
  };
  commands: { onCommand: Listener<[string]> };
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
};

const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
const api = (scope.browser ?? scope.chrome) as Api;

// ---- messages ----

/** Asks the background; wakes it when it sleeps. Rejects when the extension was updated or removed under the page. */
export function ask(message: unknown): Promise<unknown> {
  return api.runtime.sendMessage(message);
}

/** Answers each message that arrives here. Call synchronously at start, or a sleeping background misses the first one. */
export function onAsked(answer: (message: unknown, sender: Sender) => Promise<unknown>): void {
  api.runtime.onMessage.addListener((message, sender, respond) => {
    answer(message, sender).then(respond, (error: unknown) => respond({ type: "error", message: String(error) }));
    return true;
  });
}

/** Hears what the background pushes; says nothing back. */
export function onPushed(hear: (message: unknown) => void): void {
  api.runtime.onMessage.addListener((message, sender) => {
    if (sender.id === api.runtime.id && sender.tab === undefined) hear(message);
  });
}

/** Tells every page that carries our script, and our own open pages, whatever is said. Pages without it are no error. */
export async function push(message: unknown): Promise<void> {
  const tabs = await api.tabs.query({});
  const sent = tabs.flatMap((tab) => (tab.id === undefined ? [] : [api.tabs.sendMessage(tab.id, message)]));
  await Promise.allSettled([...sent, api.runtime.sendMessage(message)]);
}

/** What has a covered page ask how things stand. */
const WAKE = "wake.js";

/** Whether our script is in this tab: "page", "frame" (in a part of it only) or "". It has asked how things stand by then. */
export async function presence(tab: number, message: unknown): Promise<string> {
  const woken = await api.scripting.executeScript({ target: { tabId: tab }, files: [WAKE] }).catch(() => []);
  if (woken[0]?.result === true) return "page";
  const heard = api.tabs.sendMessage(tab, message).then(() => true, () => false);
  return (await heard) ? "frame" : "";
}

/** Has every covered page ask how things stand from its start on, and those that are open at once; or none of them any more. */
export async function wakePages(on: boolean): Promise<void> {
  await api.scripting.unregisterContentScripts({ ids: [WAKE] }).catch(() => undefined);
  if (!on) return;
  const matches = api.runtime.getManifest().content_scripts.flatMap((script) => script.matches);
  const frames = { allFrames: true, matchOriginAsFallback: true, runAt: "document_start" };
  await api.scripting.registerContentScripts([{ id: WAKE, js: [WAKE], matches: [...new Set(matches)], ...frames }]).catch(() => undefined);
  const tabs = await api.tabs.query({});
  const runs = tabs.map((tab) => api.scripting.executeScript({ target: { tabId: tab.id ?? -1, allFrames: true }, files: [WAKE] }));
  void Promise.allSettled(runs);
}

/** The tab in front of the person, in the window they are in. */
export async function frontTab(): Promise<number | undefined> {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Another of our own files, as a module beside the script that asks; rejects when the extension was updated or removed under the page. */
export async function load(file: string): Promise<unknown> {
  return import(api.runtime.getURL(file));
}

// ---- who we are ----

/** True while the extension that this script belongs to is still installed. */
export function alive(): boolean {
  return api.runtime?.id !== undefined;
}

/** Our own id, as `sender.id` carries it. */
export function ownId(): string {
  return api.runtime.id ?? "";
}

/** The address of one of our own files. */
export function ownUrl(path: string): string {
  return api.runtime.getURL(path);
}

/** The language of the browser's own menus. */
export function language(): string {
  return navigator.language;
}

/** Milliseconds since 1970. */
export function now(): number {
  return Date.now();
}

/** The version in the manifest. */
export function ownVersion(): string {
  return api.runtime.getManifest().version;
}

/** Opens the options page, or a part of it by its id. */
export async function openOptions(part: string): Promise<void> {
  if (part === "") await api.runtime.openOptionsPage();
  else await api.tabs.create({ url: ownUrl(`options.html#${part}`) });
}

/** Runs when the browser starts or the extension is installed or updated. */
export function onStart(run: () => void): void {
  api.runtime.onInstalled.addListener(run);
  api.runtime.onStartup.addListener(run);
}

// ---- storage ----

/** Everything under these keys on this device; null for all. */
export function localGet(keys: string[] | null): Promise<Json> {
  return api.storage.local.get(keys);
}

/** Keeps values on this device. */
export function localSet(items: Json): Promise<void> {
  return api.storage.local.set(items);
}

/** Forgets keys on this device. */
export function localRemove(keys: string[]): Promise<void> {
  return api.storage.local.remove(keys);
}

/** Forgets everything on this device. */
export function localClear(): Promise<void> {
  return api.storage.local.clear();
}

/** Values until the browser closes. */
export function sessionGet(keys: string[]): Promise<Json> {
  return api.storage.session.get(keys);
}

/** Keeps values until the browser closes. */
export function sessionSet(items: Json): Promise<void> {
  return api.storage.session.set(items);
}

/** What the school set by policy; `{}` when nothing is set or when it is not loaded yet. */
export async function managedGet(): Promise<Json> {
  try {
    return await api.storage.managed.get(null);
  } catch {
    // Firefox rejects when there is no policy file at all, which means the same.
    return {};
  }
}

/** Runs when the school's settings arrive or change. */
export function onManagedChange(run: () => void): void {
  api.storage.onChanged.addListener((_changes, area) => {
    if (area === "managed") run();
  });
}

// ---- toolbar, time, keys ----

/** The toolbar icon's badge and its tooltip. */
export async function badge(text: string, color: string, title: string): Promise<void> {
  await api.action.setBadgeText({ text });
  await api.action.setBadgeBackgroundColor({ color });
  await api.action.setTitle({ title });
}

/** Wakes the background once at a time (milliseconds since 1970); 0 takes the wake-up back. */
export async function wakeAt(name: string, when: number): Promise<void> {
  if (when > 0) await api.alarms.create(name, { when });
  else await api.alarms.clear(name);
}

/** Runs at a wake-up. */
export function onWake(run: (name: string) => void): void {
  api.alarms.onAlarm.addListener((alarm) => run(alarm.name));
}

/** Runs when the person presses one of the manifest's keyboard shortcuts. */
export function onShortcut(run: (name: string) => void): void {
  api.commands.onCommand.addListener(run);
}

// ---- page ----

/** The shadow root of an element, closed ones too where the browser lets an extension see them. */
export function shadowRoot(element: Element): ShadowRoot | null {
  const inFirefox = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (inFirefox !== undefined) return inFirefox;
  if (api.dom && element instanceof HTMLElement) return api.dom.openOrClosedShadowRoot(element);
  return element.shadowRoot;
}
