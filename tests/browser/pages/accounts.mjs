// Makes the person's own profile on X, with a place to post in: what it says, and what goes out, is the test's to change and to read.
import fs from 'node:fs';
import path from 'node:path';

const SCRIPT = `
  window.rig = { posts: [], ready: true };
  const editor = document.querySelector('[data-testid=tweetTextarea_0]');
  document.querySelector('[data-testid=tweetButtonInline]').addEventListener('click', () => { rig.posts.push(editor.textContent); editor.textContent = ''; });`;

const PROFILE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Profile</title></head><body>
<nav><a data-testid="AppTabBar_Profile_Link" href="/msokafor">Profile</a></nav>
<main><h1>Ms Okafor</h1><div data-testid="UserDescription">Teacher at Larkfield</div><a href="/settings/profile" data-testid="editProfileButton">Edit profile</a>
<div data-testid="primaryColumn"><div data-testid="tweetTextarea_0" contenteditable="true" role="textbox" aria-label="Post text" style="min-height:60px;border:1px solid"></div>
<button data-testid="tweetButtonInline">Post</button></div></main><script>${SCRIPT}</script></body></html>`;

/** Writes `root/x.com/msokafor.html`. */
export function buildAccounts(root) {
  const folder = path.join(root, 'x.com');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'msokafor.html'), PROFILE);
}
