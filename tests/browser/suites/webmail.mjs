// Gmail and Outlook at their real addresses, as pages of the same structure: conversations are counted right, however many of their mails are
// closed or away, a hundred of them cost next to nothing, and what was counted is told by the composer.
import { Composer, painted } from '../rig/composer.mjs';
import { pressButton, reads, state } from '../rig/overlay.mjs';
import { importRoster, settle } from '../rig/product.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { PARENT } from '../../pages/saved.mjs';
import { SITES, addressFor, conversationAt, partsOf } from '../social/build.mjs';
import { OF_ONE_SITE, conversationsOn } from '../social/mails.mjs';
import { buildForSocial } from './social.mjs';

const ANSWER = 'Thank you, I will look into it today.';
const WEBMAIL = SITES.filter(({ id }) => OF_ONE_SITE[id]);

async function opened(rig, site, name) {
  const [{ composer }] = partsOf(site);
  const type = { name: `${site.id} ${name}`, ...composer, type: 'pierce/[data-live=editor]', button: 'pierce/[data-live=send]' };
  return Composer.open(rig, type, conversationAt(site, name));
}

/** The background answers one question after the other: once it has answered this one, it has answered what the page asked. */
async function told(rig, composer) {
  await rig.ask({ type: 'get-view' });
  await until('what is said to be settled', async () => (await state(composer.page)) !== 'opening');
  return (await state(composer.page)) === 'chip';
}

async function counted(rig, site, name, { count, other = PARENT }) {
  const composer = await opened(rig, site, name);
  const { page } = composer;
  try {
    await composer.type(ANSWER);
    if (count >= 2) {
      await until('a note by the composer', async () => (await state(page)) === 'chip');
      const { text: strip } = await reads(rig, page);
      await pressButton(rig, page, 'chip');
      await until('the panel', async () => (await state(page)) === 'panel');
      const { text } = await reads(rig, page);
      holds('the count', text.includes(`${count} emails already exchanged with ${other.name}`), text);
      holds('the strip says it before anything is pressed', strip.includes(`${count} emails already exchanged with ${other.name}`), strip);
      return;
    }
    if (await told(rig, composer)) {
      await pressButton(rig, page, 'chip');
      const { text } = await reads(rig, page);
      holds('nothing is said of a count', !text.includes('already exchanged'), text);
    }
  } finally {
    await composer.close();
  }
}

/** A mail in a window of its own shows nothing of the ones before it. */
async function remembered(rig, site) {
  const [, { at, composer: part }] = partsOf(site);
  const type = { name: `${site.id} window`, ...part, type: 'pierce/[data-live=editor]', button: 'pierce/[data-live=send]' };
  const composer = await Composer.open(rig, type, addressFor(site, at, 'en'));
  const { page } = composer;
  const says = async () => {
    await composer.type(ANSWER);
    await until('a note by the composer', async () => (await state(page)) === 'chip');
    await pressButton(rig, page, 'chip');
    await until('the panel', async () => (await state(page)) === 'panel');
    return (await reads(rig, page)).text;
  };
  try {
    for (const sent of [1, 2]) {
      await composer.type(ANSWER);
      await composer.act('click');
      await composer.untilPosts(sent);
    }
    // It answers one question after the other: what was told before is kept by then.
    await painted(page);
    await rig.ask({ type: 'get-view' });
    await rig.killBackground();
    const text = await says();
    holds('both are counted', /2 emails already exchanged with .+ since \w+day/.test(text), text);
    holds('they are shown', (await rig.ask({ type: 'get-view' })).remembered.marks > 0);
    await rig.ask({ type: 'forget', what: 'marks' });
    check('what is remembered', (await rig.ask({ type: 'get-view' })).remembered.marks, 0);
  } finally {
    await composer.close();
  }
}

export const name = 'webmail';

export async function run({ table, rig: shared, fresh }) {
  const rig = await fresh({ extension: await buildForSocial(shared.name) });
  try {
    await settle(rig);
    await importRoster(rig);
    for (const site of WEBMAIL) {
      await table.row(`${rig.name} webmail/${site.id} window: what went out is remembered, also by a background that was stopped, and can be wiped`, () => remembered(rig, site));
      for (const [what, mails] of Object.entries(conversationsOn(site.id))) {
        await table.row(`${rig.name} webmail/${site.id} ${what}: ${mails.count < 2 ? 'nothing is said' : `${mails.count} are counted`}`, () => counted(rig, site, what, mails));
      }
    }
  } finally {
    await rig.close();
  }
}
