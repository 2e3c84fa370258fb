// One editor page opened in one browser: typing as a person types, and reading what the page itself knows.
import { until } from './until.mjs';
import { state } from './overlay.mjs';

export const addressOf = (editor) => editor.address ?? `https://${editor.host}/${editor.name}.html`;

/** Two painted frames: the time that lies at least between a person's last key and the click after it. */
export const painted = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

export class Composer {
  static async open(rig, editor, address = addressOf(editor)) {
    const page = await rig.newPage();
    await page.goto(address, { waitUntil: 'load' });
    const composer = new Composer(page, editor, rig.name);
    await composer.ready();
    return composer;
  }

  ready() { return until(`${this.editor.name} to be ready`, () => this.enter()); }

  async reload() {
    await this.page.reload({ waitUntil: 'load' });
    await this.ready();
  }

  constructor(page, editor, name) {
    this.name = name;
    this.page = page;
    this.editor = editor;
  }

  /** Finds the frame that holds the page's own record, and the one that holds the text. */
  async enter() {
    const { editor, page } = this;
    this.home = editor.frame ? page.frames().find((frame) => frame.url().endsWith(editor.frame)) : page.mainFrame();
    if (!this.home || !(await this.home.evaluate(() => window.rig?.ready === true))) return false;
    this.inner = editor.inner ? await (await this.home.$(editor.inner)).contentFrame() : this.home;
    return Boolean(await this.field());
  }

  /** Looked up each time: some editors make themselves anew after an edit that is not theirs. */
  field() { return this.inner.$(this.editor.type); }

  model() { return this.home.evaluate(() => window.rig.model()); }
  posts() { return this.home.evaluate(() => window.rig.posts); }
  log() { return this.home.evaluate(() => window.rig.log); }

  async enterField() {
    await (await this.field()).click();
    await until('the field to have focus', () => this.focused());
    await painted(this.page);
  }

  async type(text) {
    await this.enterField();
    await this.page.keyboard.type(text);
    await until(`${this.editor.name} to have the text`, async () => (await this.model()).endsWith(text));
    await painted(this.page);
  }

  /** The whole text as fast as the browser takes it: one input event in Chromium, one batch of keys in Firefox. */
  arrive(text) {
    const { keyboard } = this.page;
    return this.name === 'chromium' ? keyboard.sendCharacter(text) : keyboard.type(text);
  }

  async clickPost() {
    const button = await this.home.$(this.editor.button ?? '#post');
    await button.click();
  }

  /** Acts the way the row says: the button, Ctrl+Enter, Enter, or Enter in a form's one-line field. */
  async act(gesture) {
    const { keyboard } = this.page;
    if (gesture === 'click') return this.clickPost();
    if (gesture === 'enter') return keyboard.press('Enter');
    if (gesture === 'submit') {
      await (await this.home.$('#title')).focus();
      return keyboard.press('Enter');
    }
    await keyboard.down('Control');
    await keyboard.press('Enter');
    return keyboard.up('Control');
  }

  async untilPosts(count, options) {
    return until(`${count} posts`, async () => { const all = await this.posts(); return all.length >= count && all; }, options);
  }

  /** Whether the person is back in the field: in its frame, its shadow root, wherever it lies. */
  async focused() {
    return (await this.field()).evaluate((field) => {
      const active = field.getRootNode().activeElement;
      return Boolean(active) && (field === active || field.contains(active));
    });
  }

  /** What the page has recorded so far is over with; what is still on its way shows in what comes next. */
  forget() { return this.home.evaluate(() => { window.rig.posts.length = 0; window.rig.log.length = 0; }); }

  state() { return state(this.page); }
  close() { return this.page.close(); }
}

/** One page for all the rows of a composer; after a row that failed it is opened anew. */
export function keptOpen(rig, editor) {
  let composer = null;
  const close = async () => {
    await composer?.close().catch(() => {});
    composer = null;
  };
  const use = async (act) => {
    composer ??= await Composer.open(rig, editor);
    try {
      await act(composer);
    } catch (error) {
      await close();
      throw error;
    }
  };
  return { use, close };
}
