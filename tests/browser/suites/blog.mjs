// Real WordPress: what names a pupil is held at Publish, the fix goes into the editor's own model, and the server is told exactly once.
import { picture } from '../pages/pictures.mjs';
import { SECRETS } from '../rig/attach.mjs';
import { paste } from '../rig/hand.mjs';
import { choose, state, untilState } from '../rig/overlay.mjs';
import { painted } from '../rig/composer.mjs';
import { buildCovering, importRoster, settle } from '../rig/product.mjs';
import { mine } from '../rig/share.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { PASSWORD, USER, missing, openBlog } from '../wordpress/blog.mjs';

const PUPIL = 'Well done Jordan Smith in 9B';
const INNOCENT = 'The science fair is on Friday';
const SECOND = 'Come to the hall at ten';
const PUBLISH = '.editor-post-publish-panel .editor-post-publish-button';

async function signIn(rig, blog) {
  const page = await rig.newPage();
  await page.goto(`${blog.address}wp-login.php`, { waitUntil: 'load' });
  // The page sets the caret itself, a little later; who types before that types into the wrong field.
  await until('the caret in the sign-in form', () => page.evaluate(() => document.activeElement?.id === 'user_login'));
  await page.type('#user_login', USER);
  await page.type('#user_pass', PASSWORD);
  await page.keyboard.press('Enter');
  await until('the dashboard', () => page.evaluate(() => document.querySelector('#wpadminbar') !== null));
  return page;
}

const model = (page) => page.evaluate(() => {
  const { getEditedPostAttribute, getEditedPostContent } = window.wp.data.select('core/editor');
  const plain = new DOMParser().parseFromString(getEditedPostContent().replace(/<!--.*?-->/g, ''), 'text/html').body.textContent;
  return `${getEditedPostAttribute('title')}\n${plain.trim()}`;
});

/** The panel slides in: who presses its button on the way meets the one beside it. */
const atRest = (page, selector) => page.evaluate(async (wanted) => {
  const place = () => document.querySelector(wanted)?.getBoundingClientRect().x;
  const before = place();
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  return before !== undefined && place() === before && document.querySelector(wanted).ariaDisabled !== 'true';
}, selector);

/** Writes a new post as a person does: the title, Enter, a paragraph, Enter, another. */
async function write(page, blog, [title, ...paragraphs]) {
  await page.goto(`${blog.address}wp-admin/post-new.php`, { waitUntil: 'load' });
  await until('the editor', () => page.evaluate(() => document.querySelector('.editor-post-title__input') !== null));
  await page.click('.editor-post-title__input');
  await page.keyboard.type(title);
  for (const paragraph of paragraphs) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(paragraph);
  }
  await until('the post in the model', async () => (await model(page)).replace(/\s+/g, ' ') === [title, ...paragraphs].join(' '));
  await painted(page);
  await page.click('.editor-post-publish-panel__toggle');
  await until('the panel that publishes', () => atRest(page, PUBLISH));
  check('asked for opening the panel', await state(page) === 'dialog', false);
}

/** Publishes and gives what the server has heard since: once the editor says that it is done. */
async function published(page, blog, before, act) {
  await act();
  await until('the editor to say that the post is out', () => page.evaluate(() => document.querySelector('.post-publish-panel__postpublish') !== null));
  return blog.heard('post').slice(before.length);
}

async function held(page, blog, words) {
  const before = blog.heard('post');
  await write(page, blog, words);
  await page.click(PUBLISH);
  await untilState(page, 'dialog');
  check('published while held', blog.heard('post'), before);
  return before;
}

async function fixed(rig, page, blog, words, sign) {
  const before = await held(page, blog, words);
  await page.keyboard.press('Enter');
  await until('the fix in the editor\'s own model', async () => sign.test(await model(page)));
  await until('the dialog to be gone', async () => (await state(page)) !== 'dialog');
  const text = await model(page);
  holds('the name is gone', !text.includes('Jordan'), text);
  check('published before the person acts again', blog.heard('post'), before);
  await painted(page);
  const out = await published(page, blog, before, () => page.click(PUBLISH));
  check('what the server heard', out.map((one) => one.replace(/\s+/g, ' ')), [text.replace(/\s+/g, ' ')]);
}

// ---- comments ----

async function comment(page, blog, text) {
  await page.goto(`${blog.address}?p=1`, { waitUntil: 'load' });
  await page.click('#comment');
  await page.keyboard.type(text);
  await until('the comment in its field', () => page.evaluate((wanted) => document.querySelector('#comment').value === wanted, text));
  await painted(page);
  const before = blog.heard('comment');
  await page.click('#submit');
  return before;
}

const arrived = (page, blog, before, text) => until('the comment on the page', () => page.evaluate((wanted) => document.querySelector('.wp-block-comment-template, .commentlist')?.textContent.includes(wanted), text))
  .then(() => check('what the server heard', blog.heard('comment').slice(before.length), [text]));

/** What the library holds, by the blog's own interface: file names, and whether anything hides in the files. */
const library = (page) => page.evaluate(async () => {
  const all = await window.wp.apiFetch({ path: '/wp/v2/media?orderby=id&order=asc', parse: true });
  return Promise.all(all.map(async ({ source_url: address }) => [address.split('/').at(-1), new TextDecoder('latin1').decode(await (await fetch(address)).arrayBuffer())]));
});

/** Pasted into the editor, a picture becomes a block of the post, and stands once in the library, clean. */
async function pictures(rig, page, blog) {
  await settle(rig, { policy: 'maltby' });
  try {
    await page.goto(`${blog.address}wp-admin/post-new.php`, { waitUntil: 'load' });
    await until('the editor', () => page.evaluate(() => document.querySelector('.editor-post-title__input') !== null));
    await page.click('.editor-post-title__input');
    await page.keyboard.type('News');
    await page.keyboard.press('Enter');
    await page.keyboard.type(INNOCENT);
    await page.keyboard.press('Enter');
    await paste(rig, page, 'p[data-type="core/paragraph"]:focus', [picture('phone.jpg')]);
    await untilState(page, 'dialog');
    check('in the library while held', await library(page), []);
    await choose(rig, page, 'fix');
    await until('the picture in the post', () => page.evaluate(() => document.querySelector('.wp-block-image img[src^="http"]') !== null));
    const all = await library(page);
    // It turns what the file says is turned: the way up was kept.
    check('the library', all.map(([file]) => file), ['phone-rotated.jpg']);
    holds('nothing hides in it', /JFIF/.test(all[0][1]) && !SECRETS.test(all[0][1]), all[0][1].slice(0, 80));
  } finally {
    await settle(rig);
  }
}

const ROWS = {
  'a picture that is pasted into the editor goes to the library clean, once': pictures,
  async 'an innocent post is never held and published once'(rig, page, blog) {
    const before = blog.heard('post');
    await write(page, blog, ['News', INNOCENT, SECOND]);
    const out = await published(page, blog, before, () => page.click(PUBLISH));
    holds('nothing asked', (await state(page)) !== 'dialog');
    check('what the server heard', out.map((one) => one.split(/\s*\n\s*/)), [['News', INNOCENT, SECOND]]);
  },
  'a pupil in the first paragraph: held, fixed, published once': (rig, page, blog) => fixed(rig, page, blog, ['News', PUPIL, SECOND], /\bJS\b/),
  'a pupil in the title: held, fixed, published once': (rig, page, blog) => fixed(rig, page, blog, [PUPIL, INNOCENT], /\bJS\b/),
  async 'a pupil in the last paragraph: held, carried on, published once'(rig, page, blog) {
    const before = await held(page, blog, ['News', INNOCENT, PUPIL]);
    const out = await published(page, blog, before, () => choose(rig, page, 'carry-on'));
    check('what the server heard', out.map((one) => one.split(/\s*\n\s*/)), [['News', INNOCENT, PUPIL]]);
  },
  async 'an innocent comment is never held and arrives once'(rig, page, blog) {
    const before = await comment(page, blog, INNOCENT);
    await arrived(page, blog, before, INNOCENT);
  },
  async 'a comment that names a pupil: held, carried on, arrives once'(rig, page, blog) {
    const before = await comment(page, blog, PUPIL);
    await untilState(page, 'dialog');
    check('heard while held', blog.heard('comment'), before);
    await choose(rig, page, 'carry-on');
    await arrived(page, blog, before, PUPIL);
  },
};

export const name = 'blog';

export async function run({ table, rig: { name: browser }, fresh }) {
  const named = (what) => `${browser} blog/${what}`;
  if (!mine(browser, 0) || !Object.keys(ROWS).some((what) => table.wants(named(what)))) return;
  const lacking = missing();
  if (lacking) throw new Error(lacking);
  const blog = await openBlog();
  const rig = await fresh({ extension: await buildCovering('wordpress', browser) });
  try {
    await settle(rig);
    await importRoster(rig);
    const page = await signIn(rig, blog);
    page.on('dialog', (question) => question.accept());
    for (const [what, act] of Object.entries(ROWS)) await table.row(named(what), () => act(rig, page, blog));
  } finally {
    await rig.close();
    blog.close();
  }
}
