// Serves the saved pages of tests/pages at the sites' real host names, with the editor library that each site really uses put in.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SEED } from '../editors/build.mjs';
import { OF_ONE_SITE, conversationsOn } from './mails.mjs';
import { LANGUAGES, addressesIn, hostOf, readSite, savedPage, siteIds } from '../../pages/saved.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const STYLE = `body{font:16px sans-serif;margin:20px}[contenteditable],textarea{min-height:60px;width:500px;border:1px solid #999;display:block;padding:6px}
  [role=button],button,a{margin:4px;padding:6px 12px;border:1px solid #555;display:inline-block;min-width:20px;min-height:20px}[role=dialog],dialog{position:static;display:block}`;

/** What has a real server of its own in these tests is proved there. */
const ELSEWHERE = ['generic', 'roundcube', 'sogo', 'wordpress', 'converse'];
export const SITES = siteIds().filter((id) => !ELSEWHERE.includes(id)).map(readSite);
export const HOSTS = SITES.map(hostOf);
/** What the build needs to be told for sites of which each school has its own. */
export const OWN_HOSTS = SITES.filter(({ hosts }) => !hosts.length).map((site) => `${site.id}=https://${hostOf(site)}/*`);

/** Where a part of a saved page is opened: the path comes after the hash, and the page takes it for its own before anything else runs. */
export const addressFor = (site, at, language) => `https://${hostOf(site)}/social-${language}.html#${at}`;

/** Where a conversation is opened, by its name. */
export const conversationAt = (site, name) => `https://${hostOf(site)}/mail-${name}.html#${addressesIn(savedPage(site.id))[0]}`;

const TAKE_PATH = "history.replaceState(null, '', location.hash.slice(1) || '/')";

const served = (html) => html
  .replace('<head>', `<head><script>${TAKE_PATH};${SEED}</script><style>${STYLE}</style>`)
  .replace('</body>', '<script src="/social.js"></script></body>');

export async function buildSocial(root) {
  const bundle = path.join(root, 'social.js');
  await build({
    entryPoints: [path.join(HERE, 'src/mount.jsx')], outfile: bundle, bundle: true, format: 'iife', minify: true, jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' }, loader: { '.svg': 'dataurl' }, logLevel: 'error',
  });
  for (const site of SITES) {
    const folder = path.join(root, hostOf(site));
    fs.mkdirSync(folder, { recursive: true });
    fs.copyFileSync(bundle, path.join(folder, 'social.js'));
    for (const language of LANGUAGES) fs.writeFileSync(path.join(folder, `social-${language}.html`), served(savedPage(site.id, language)));
    for (const [name, mails] of Object.entries(OF_ONE_SITE[site.id] ? conversationsOn(site.id) : {})) fs.writeFileSync(path.join(folder, `mail-${name}.html`), served(savedPage(site.id, 'en', mails)));
  }
}

const attribute = (tag, name) => new RegExp(`data-${name}="([^"]*)"`).exec(tag)?.[1];

/** What stands at each address of a site's page: its composer with what sends there, and its connect buttons. */
export function partsOf(site) {
  const html = savedPage(site.id);
  const sections = html.split(/(?=<[^<>]*data-at=")/).slice(1);
  return addressesIn(html).map((at) => {
    const tags = sections.filter((section) => attribute(section, 'at').replaceAll('&amp;', '&') === at).flatMap((section) => section.match(/<[^>]*data-expect="[^>]*>/g) ?? []);
    const editor = tags.find((tag) => /data-expect="[^"]*\.editor"/.test(tag));
    const name = editor && attribute(editor, 'expect').split('.')[0];
    return {
      at, buttons: tags.filter((tag) => /data-expect="[^"]*\.button"/.test(tag)).length,
      composer: name && {
        name, moment: site.composer.find((one) => one.name === name).moment, kind: attribute(editor, 'editor') ?? 'field',
        keys: (attribute(editor, 'keys') ?? '').split(' ').filter(Boolean), click: tags.some((tag) => attribute(tag, 'expect') === `${name}.send`),
      },
    };
  });
}
