// The checker page in a bare browser: opening it, typing, reading the cards, and what it asked of the network.
import path from 'node:path';
import { openChromium } from '../rig/chromium.mjs';
import { openFirefox } from '../rig/firefox.mjs';
import { REPOSITORY } from '../rig/product.mjs';
import { until } from '../rig/until.mjs';

export const FIXTURES = path.join(REPOSITORY, 'tests', 'browser', 'www', 'files');

/** Nothing but loopback answers; a discard port stands in for everything else. */
const NOWHERE = { hosts: [], tlsPort: 9, plainPort: 9 };

export async function openBrowser(name) {
  if (name === 'chromium') return openChromium({ server: NOWHERE });
  return openFirefox({ server: { ...NOWHERE, plainPort: '' } });
}

/** A page of its own in a storage of its own. */
export class Checker {
  static async open(browser, address, { hash = '', viewport, media = [] } = {}) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const checker = new Checker(context, page, address);
    if (viewport) await page.setViewport(viewport);
    if (media.length) await page.emulateMediaFeatures(media);
    await checker.visit(hash);
    return checker;
  }

  constructor(context, page, address) {
    Object.assign(this, { context, page, address, troubles: [] });
    page.on('pageerror', (error) => this.troubles.push(String(error)));
  }

  async visit(hash = '') {
    await this.page.goto(`${this.address}${hash}`, { waitUntil: 'load' });
    await until('the page to be ready', () => this.page.evaluate(() => !document.querySelector('#summary').textContent.startsWith('Getting')));
  }

  /** Until the worker keeps the page. */
  kept() {
    return until('the offline copy', () => this.page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)));
  }

  choose(id, value) {
    return this.page.select(`#${id}`, value);
  }

  /** Puts a text in the draft as a paste would: one change, one input event. */
  paste(text, id = 'draft') {
    return this.page.evaluate((field, words) => {
      const area = document.getElementById(field);
      area.focus();
      area.select();
      document.execCommand(words ? 'insertText' : 'delete', false, words);
    }, id, text);
  }

  value(id = 'draft') {
    return this.page.$eval(`#${id}`, (field) => field.value);
  }

  text(selector) {
    return this.page.$eval(selector, (element) => element.textContent.trim());
  }

  cards() {
    return this.page.$$eval('.card', (cards) => cards.map((card) => ({
      tier: card.className.match(/is-(\w+)/)[1],
      heading: card.querySelector('h3').textContent,
      words: card.querySelector('.words')?.firstChild.textContent ?? '',
      why: card.querySelector('.why').textContent,
      fixes: [...card.querySelectorAll('[data-fix]')].map((fix) => fix.textContent),
    })));
  }

  marks() {
    return this.page.$$eval('#mirror mark', (marks) => marks.map((mark) => mark.textContent));
  }

  /** Clicks as a script does, so that no row depends on where things stand on the screen. */
  click(selector) {
    return this.page.$eval(selector, (element) => element.click());
  }

  async upload(id, ...files) {
    await (await this.page.$(`#${id}`)).uploadFile(...files.map((file) => path.join(FIXTURES, file)));
  }

  async openLists() {
    await this.page.$eval('#about-people', (part) => { part.open = true; });
    await until('the screen for lists', () => this.page.$('#roster-files'));
  }

  /** Opens lists of people, and gives the preview's words once it stands. */
  async preview(...files) {
    await this.openLists();
    await this.upload('roster-files', ...files);
    return this.previewed();
  }

  /** The preview's words, once nothing is being read. */
  async previewed() {
    const shown = () => this.page.$eval('#lists', (lists) => {
      const visible = (id) => !lists.querySelector(`#${id}`).hidden;
      return visible('roster-preview') && !visible('roster-reading');
    });
    await until('the preview', shown);
    return this.text('#roster-preview');
  }

  /** Takes lists of people into use. */
  async load(...files) {
    await this.preview(...files);
    const before = await this.text('#people-state');
    await this.click('#roster-take');
    await until('the lists to be in use', async () => (await this.text('#people-state')) !== before);
  }

  close() {
    return this.context.close();
  }
}
