// Begins a site: writes its file and the saved page that proves it, both to be filled in: node tests/pages/new-site.mjs NAME HOST
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const [name = '', host = ''] = process.argv.slice(2);

function refuse(why) {
  console.error(`new-site: ${why}`);
  process.exit(2);
}

if (!/^[a-z][a-z0-9-]*$/.test(name)) refuse(`NAME is a short word in lower case, such as NAME=pinboard; not "${name}"`);
if (!/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) refuse(`HOST is the site's host name, such as HOST=www.pinboard.example; not "${host}"`);

const title = name[0].toUpperCase() + name.slice(1);

const TOML = `# ${title}: posts and followers. Facts: say here where they come from, and whether the live site was tried.
name = "${title}"
hosts = ["https://${host}/*"]

# Lists are tried in order: test ids and data first, then roles and places, words (of generic.toml) last. Behind them come the generic finders.
[[composer]]
name = "post"
# post, comment, repost, profile, message or email
moment = "post"
# Only on addresses that start so; leave it out where the composer may be anywhere.
# paths = ["/compose"]
editor = ['[data-testid=editor]', '[role=dialog] [contenteditable=true]']
root = ['[role=dialog]', "main"]
send = ['[data-testid=send]', { select = "button", words = "post" }]
# "enter" where Enter alone sends, "mod-enter" where Ctrl or Cmd and Enter do.
keys = ["mod-enter"]

[[connect]]
name = "follow"
# send, accept, follow or message
action = "follow"
button = ['[data-testid=follow]', { select = "button", words = "follow" }]
# What holds the button and one person's name.
card = ['[role=listitem]', "main"]
person = ["h1", 'a[href^="/"]']
handle = [{ select = 'a[href^="/"]', attribute = "href" }]
`;

const PAGE = `<!doctype html>
<!-- ${title}: the same structure, roles and test ids as on the site, written by hand. data-expect says which entry must hit an element. -->
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>
<main>
<div role="dialog" data-at="/compose"><button type="button" data-expect="none">{{cancel}}</button>
  <div data-testid="editor" role="textbox" contenteditable="true" data-editor="plain" data-keys="mod-enter" data-expect="post.editor" data-act='{"moment":"post"}'>Hi</div>
  <button type="button" data-testid="send" data-expect="post.send">{{post}}</button></div>
<div data-at="/people"><!--people--><div role="listitem"><a href="/{handle}">{name}</a>
  <button type="button" data-testid="follow" data-expect="follow.button" data-person="{name}" data-handle="@{handle}">{{follow}}</button><button type="button" data-expect="none">{{following}}</button></div><!--/people--></div>
</main></body></html>
`;

for (const [file, text] of [[`extension/sites/${name}.toml`, TOML], [`tests/pages/${name}.html`, PAGE]]) {
  if (fs.existsSync(path.join(ROOT, file))) refuse(`${file} is there already`);
  fs.writeFileSync(path.join(ROOT, file), text);
  console.log(`wrote ${file}`);
}
console.log(`fill both in, then: node tests/pages/pages.mjs ${name} && cargo test --test sites && make site-report`);
