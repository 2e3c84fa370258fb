// Makes a page to post on that takes pictures in every way, and writes down what it hears of them and which bytes it is given.
import fs from 'node:fs';
import path from 'node:path';

const SCRIPT = `
  const rig = window.rig = { posts: [], heard: [], ready: true };
  const sum = async (file) => {
    const bytes = await file.arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const hear = (event, files) => {
    if (!files.length) return;
    rig.heard.push({ type: event.type, names: files.map((file) => file.name), trusted: event.isTrusted, at: performance.now() });
    rig.files = files;
  };
  rig.bytes = async (at) => Array.from(new Uint8Array(await rig.files[at].arrayBuffer()));
  const pixels = async (file) => {
    // As it is shown: turned, and in the screen's colours.
    const bitmap = await createImageBitmap(file);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    return bitmap.width + 'x' + bitmap.height + ' ' + await sum(await canvas.convertToBlob());
  };
  const original = async (name) => new Blob([Uint8Array.from(atob(originals[name]), (letter) => letter.charCodeAt(0))]);
  rig.compare = () => Promise.all(rig.files.filter(({ name }) => originals[name]).map(async (file) => {
    const [given, first] = [file, await original(file.name)];
    const shown = await Promise.all([given, first].map((one) => pixels(one).catch((why) => 'not shown: ' + why.name)));
    return { name: file.name, same: shown[0] === shown[1], shown: shown[0], smaller: first.size - given.size };
  }));
  const field = document.querySelector('#field');
  for (const type of ['input', 'change']) field.addEventListener(type, (event) => hear(event, [...field.files]));
  const zone = document.querySelector('#zone');
  zone.addEventListener('dragover', (event) => event.preventDefault());
  zone.addEventListener('drop', (event) => { event.preventDefault(); hear(event, [...event.dataTransfer.files]); });
  document.querySelector('textarea').addEventListener('paste', (event) => { event.preventDefault(); hear(event, [...event.clipboardData.files]); });
  document.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    rig.posts.push(document.querySelector('textarea').value);
    document.querySelector('textarea').value = '';
  });`;

const BODY = `<form><textarea rows="4" cols="60"></textarea><input id="field" type="file" multiple>
<div id="zone" style="padding:40px;border:1px dashed">Drop here</div><button type="submit">Post</button></form>
<div id="bare" contenteditable style="padding:20px;border:1px solid">Words</div>
<form id="plain" action="/upload" method="post" enctype="multipart/form-data" target="sent"><input id="own" name="own" type="file"><button>Send</button></form>
<iframe name="sent"></iframe>`;

/** The fixtures that stand for what people attach, all in one choice. */
const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/pictures');
export const PICTURES = fs.readdirSync(FOLDER).filter((name) => !name.endsWith('.py')).sort();
export const picture = (name) => path.resolve(FOLDER, name);

/** Another file that is made of a fixture, in a folder of its own. */
export function madeFile(folder, name, bytes) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, bytes);
  return file;
}

const boxed = (kind, ...parts) => {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, content]);
};

/** A HEIC without a picture in it, but with the details of the JPEG where a phone puts them. */
export function heic() {
  const jpeg = fs.readFileSync(picture('phone.jpg'));
  const at = jpeg.indexOf('Exif\0\0');
  const details = Buffer.concat([Buffer.from([0, 0, 0, 6]), jpeg.subarray(at, at + jpeg.readUInt16BE(at - 2) - 2)]);
  const kind = boxed('ftyp', 'heic', [0, 0, 0, 0], 'mif1');
  const list = boxed('iinf', [0, 0, 0, 0, 0, 1], boxed('infe', [2, 0, 0, 0, 0, 1, 0, 0], 'Exif', [0]));
  const place = Buffer.alloc(14);
  place.writeUInt16BE(1, 0);
  place.writeUInt16BE(1, 4);
  place.writeUInt32BE(kind.length + 12 + list.length + 16 + 14 + 8, 6);
  place.writeUInt32BE(details.length, 10);
  return Buffer.concat([kind, boxed('meta', [0, 0, 0, 0], list, boxed('iloc', [0, 0, 0, 0, 0x44, 0, 0, 1], place)), boxed('mdat', details)]);
}

export function buildPictures(root) {
  const originals = Object.fromEntries(PICTURES.map((name) => [name, fs.readFileSync(picture(name)).toString('base64')]));
  const folder = path.join(root, 'www.facebook.com');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'pictures.html'), `<!doctype html><meta charset="utf-8"><title>Post</title>${BODY}<script>const originals = ${JSON.stringify(originals)};${SCRIPT}</script>`);
}
