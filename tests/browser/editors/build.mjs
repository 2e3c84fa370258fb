// Builds every editor page from its npm package into one folder per host name, ready to be served.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Chance is seeded so that two runs of the same page make the same ids: a difference is then somebody's doing. */
export const SEED = `{ let state = 42; Math.random = () => { state = (state * 1103515245 + 12345) % 2147483648; return state / 2147483648; };
  crypto.getRandomValues = (array) => array.map(() => Math.floor(Math.random() * 256)); }`;
const STYLE = 'body{font:16px sans-serif;margin:20px}[contenteditable],textarea{min-height:80px;width:500px;border:1px solid #999;display:block;padding:6px}[role=button],button{margin:8px 0;padding:8px 16px;border:1px solid #555;display:inline-block}';

const PLAIN = '<div id="root"></div><button type="button" id="post">Post</button>';
const OWN = '<div id="root"></div>';
const FORM = '<form id="form"><label for="title">Title</label><input id="title" name="title"><textarea id="area" name="body" aria-label="Write something"></textarea><button id="post" type="submit">Post</button></form>';

/** Every editor: where it is served, what the page holds, where the text is typed and what posts it. */
export const EDITORS = [
  { name: 'draft', host: 'x.com', body: OWN, type: '[data-testid="tweetTextarea_0"]', gestures: ['click', 'ctrl-enter'] },
  { name: 'lexical', host: 'www.facebook.com', body: OWN, type: '[data-lexical-editor]', gestures: ['click', 'ctrl-enter'] },
  { name: 'prosemirror', host: 'www.facebook.com', body: PLAIN, type: '.ProseMirror', gestures: ['click', 'ctrl-enter'] },
  { name: 'tiptap', host: 'www.facebook.com', body: PLAIN, type: '.ProseMirror', gestures: ['click', 'ctrl-enter'] },
  { name: 'quill', host: 'www.facebook.com', body: PLAIN, type: '.ql-editor', gestures: ['click', 'ctrl-enter'] },
  { name: 'slate', host: 'www.facebook.com', body: PLAIN, type: '#editor', joins: true, gestures: ['click', 'enter', 'ctrl-enter'] },
  { name: 'ckeditor5', host: 'www.facebook.com', body: PLAIN, type: '.ck-editor__editable', gestures: ['click', 'ctrl-enter'] },
  { name: 'textarea', host: 'www.facebook.com', body: FORM, type: '#area', gestures: ['click', 'ctrl-enter', 'submit'] },
  { name: 'react-textarea', host: 'www.facebook.com', body: OWN, type: '#area', gestures: ['click', 'ctrl-enter'] },
  { name: 'shadow', host: 'www.facebook.com', body: '<page-composer></page-composer>', type: 'page-composer >>> #area', button: 'page-composer >>> #post', gestures: ['click', 'ctrl-enter'] },
  { name: 'iframe', host: 'www.facebook.com', frame: '/prosemirror.html', type: '.ProseMirror', gestures: ['click', 'ctrl-enter'] },
  { name: 'tinymce', host: 'www.facebook.com', body: PLAIN, inner: 'iframe', type: 'body', gestures: ['click', 'ctrl-enter'] },
];

function html({ name, body, frame }, style) {
  const inside = frame
    ? `<h1>${name}</h1><iframe id="frame" title="editor" src="${frame}" width="700" height="400"></iframe>`
    : `<h1>${name}</h1>${body}<script src="/${name}.js"></script>`;
  const sheet = style ? `<link rel="stylesheet" href="/${name}.css">` : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title><script>${SEED}</script>${sheet}<style>${STYLE}</style></head><body>${inside}</body></html>`;
}

async function bundle(host, editors, out) {
  await build({
    entryPoints: editors.map((editor) => path.join(here, 'src', `${editor.name}.jsx`)), outdir: out, bundle: true, format: 'iife',
    minify: true, jsx: 'automatic', define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: { '.svg': 'dataurl', '.woff2': 'dataurl', '.png': 'dataurl' }, logLevel: 'error',
  });
}

export async function buildEditors(root) {
  for (const host of new Set(EDITORS.map((editor) => editor.host))) {
    const out = path.join(root, host);
    const mine = EDITORS.filter((editor) => editor.host === host);
    fs.mkdirSync(out, { recursive: true });
    await bundle(host, mine.filter((editor) => !editor.frame), out);
    for (const editor of mine) {
      fs.writeFileSync(path.join(out, `${editor.name}.html`), html(editor, fs.existsSync(path.join(out, `${editor.name}.css`))));
    }
  }
}
