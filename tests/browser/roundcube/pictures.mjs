// Pictures on their way into a mail in Roundcube: chosen and dropped, each goes out clean and once.
import { picture } from '../pages/pictures.mjs';
import { SECRETS } from '../rig/attach.mjs';
import { drop } from '../rig/hand.mjs';
import { choose, untilState } from '../rig/overlay.mjs';
import { settle } from '../rig/product.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';

const FIELD = 'input[type=file][name^="_attachments"]';
const attachments = (page) => page.evaluate(() => document.querySelectorAll('#attachment-list li:not(.uploading)').length);

/** The webmail uploads each once, and what goes out is clean. */
async function attached(desk) {
  const { rig, page } = desk;
  await settle(rig, { policy: 'maltby' });
  try {
    await desk.answer('second');
    const ways = [async () => (await page.$(FIELD)).uploadFile(picture('phone.jpg')), () => drop(rig, page, '#compose-attachments', [picture('exif.png')])];
    for (const [at, bring] of ways.entries()) {
      await bring();
      await untilState(page, 'dialog');
      check('attached while held', await attachments(page), at);
      await choose(rig, page, 'fix');
      await until('the attachment', async () => (await attachments(page)) === at + 1);
    }
    const { text } = await desk.send();
    const parts = text.split(/^--=_\S+$/m).filter((part) => /^Content-Type: image/m.test(part));
    check('pictures in the mail', parts.map((part) => /filename="?([^\s;"]+)/.exec(part)[1]), ['phone.jpg', 'exif.png']);
    const bodies = parts.map((part) => Buffer.from(part.split(/\r?\n\r?\n/)[1], 'base64').toString('latin1'));
    holds('pictures, and nothing hides in them', bodies.every((body) => /JFIF|PNG/.test(body) && !SECRETS.test(body)), bodies.map((body) => body.slice(0, 80)));
  } finally {
    await settle(rig);
  }
}

export const ROWS = { 'pictures that are attached go out clean, each once': attached };
