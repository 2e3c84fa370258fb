// The page that takes pictures, the files that are brought to it in each way, and what it heard of them.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { heic, madeFile, picture } from '../pages/pictures.mjs';
import { drop, paste } from './hand.mjs';
import { reads, state } from './overlay.mjs';
import { check, holds } from './table.mjs';
import { until } from './until.mjs';

export const ADDRESS = 'https://www.facebook.com/pictures.html';
export const FIELD = ['input', 'change'];
export const SECRETS = /Jo Turner|GPS|Class 5|Larkfield|SN-30412|Acme/;

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-pictures-'));
export const whole = fs.readFileSync(picture('phone.jpg'));
/** Files that are no fixtures: cut in their data, cut in their details, of the kind that nobody can clean, and large (no decoder would read it to the end). */
export const CUT = madeFile(scratch, 'cut.jpg', whole.subarray(0, whole.length - 100));
export const BROKEN = madeFile(scratch, 'broken.jpg', whole.subarray(0, 120));
export const HEIC = madeFile(scratch, 'phone.heic', heic());
export const LARGE = path.join(scratch, 'large.jpg');
export const LARGE_PLAIN = path.join(scratch, 'plain.jpg');
export const COPIED = path.join(scratch, 'image.png');
export const CLIP = madeFile(scratch, 'clip.mp4', 'nobody plays it');
export const NOTES = madeFile(scratch, 'notes.txt', 'Minutes of the meeting');

const fileOf = (file) => (path.isAbsolute(file) ? file : picture(file));
export const heard = (page) => page.evaluate(() => window.rig.heard.map(({ type, names }) => `${type} ${names.join(' ')}`));
export const told = (types, files) => types.map((type) => `${type} ${files.map((file) => path.basename(file)).join(' ')}`);

export async function chosen(page, files, field = '#field') {
  // As sites do, so that the same file can be chosen again.
  await page.$eval(field, (one) => { one.value = ''; });
  await (await page.$(field)).uploadFile(...files.map(fileOf));
}

/** What the page heard, once the next innocent file has flushed whatever was still on its way. */
export async function allHeard(page, wanted) {
  await until('the page to hear of it', async () => (await heard(page)).length >= wanted.length);
  await until('the dialog to be gone', async () => !['opening', 'dialog'].includes(await state(page)));
  const files = await page.evaluateHandle(() => window.rig.files);
  await chosen(page, ['plain.png']);
  await until('the page to hear of the next', async () => (await heard(page)).includes('change plain.png'));
  await page.evaluate((before) => { window.rig.files = before; }, files);
  check('all that the page heard', await heard(page), [...wanted, ...told(FIELD, ['plain.png'])]);
}

export const bytesOf = async (page, at = 0) => Buffer.from(await page.evaluate((index) => window.rig.bytes(index), at));

export async function isOriginal(page, file, at = 0) {
  holds('the page has the very file', (await bytesOf(page, at)).equals(fs.readFileSync(fileOf(file))));
}

export async function isClean(page, at = 0) {
  const { same, smaller, shown } = (await page.evaluate(() => window.rig.compare()))[at];
  holds('the same picture', same && !shown.startsWith('not'), shown);
  holds('without its details', smaller > 0, smaller);
  holds('nothing hides in it', !SECRETS.test((await bytesOf(page, at)).toString('latin1')));
}

export async function saysThat(rig, page, ...patterns) {
  const { text } = await reads(rig, page);
  for (const pattern of patterns) holds(`it says ${pattern}`, pattern.test(text), text);
}

export const WAYS = {
  field: { types: FIELD, bring: (_, page, files) => chosen(page, files) },
  drop: { types: ['drop'], bring: (rig, page, files) => drop(rig, page, '#zone', files.map(fileOf)) },
  paste: { types: ['paste'], bring: (rig, page, files) => paste(rig, page, 'textarea', files.map(fileOf)) },
};

/** A picture of 40 MB. */
export function writeLarge(file, from) {
  const bytes = fs.readFileSync(picture(from));
  const end = bytes.length - 2;
  fs.writeFileSync(file, Buffer.concat([bytes.subarray(0, end), Buffer.alloc(40 << 20, 0x5a), bytes.subarray(end)]));
}

fs.copyFileSync(picture('exif.png'), COPIED);
process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }));
