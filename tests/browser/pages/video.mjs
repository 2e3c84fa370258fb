// Makes a YouTube-like single-page player at YouTube's own addresses, and the twelve-second film that it plays.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';

/** One element plays every film, addresses change without a load, and the site says so with its own event. */
const SCRIPT = `
  const player = document.getElementById('movie_player');
  const video = player.querySelector('video');
  const titles = { advice0pens: 'Photosynthesis for Year 9', volcano4you: 'Volcanoes from above' };
  window.rig = { log: [], ready: true, video };
  for (const type of ['play', 'playing', 'pause', 'ended', 'seeked']) video.addEventListener(type, () => rig.log.push(type));
  document.querySelector('.ytp-play-button').addEventListener('click', () => (video.paused ? video.play().catch(() => {}) : video.pause()));
  const show = (address, push) => {
    dispatchEvent(new CustomEvent('yt-navigate-start'));
    if (push) history.pushState({}, '', address);
    const id = new URL(address, location).searchParams.get('v');
    const title = titles[id] || 'Film ' + id;
    document.querySelector('ytd-watch-flexy').setAttribute('video-id', id);
    document.querySelector('#title h1').textContent = title;
    document.title = title + ' - YouTube';
    video.src = '/film.mp4?' + id;
    document.dispatchEvent(new CustomEvent('yt-navigate-finish', { bubbles: true, detail: { pageType: 'watch' } }));
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="/watch"]');
    if (link) { event.preventDefault(); show(link.href, true); }
  });
  addEventListener('popstate', () => show(location.href, false));
  show(location.href, false);`;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>YouTube</title></head><body>
<ytd-app><ytd-watch-flexy><div id="player"><div id="movie_player" class="html5-video-player"><div class="html5-video-container">
<video class="video-stream html5-main-video" width="480" height="270" playsinline></video></div>
<button class="ytp-play-button ytp-button" aria-label="Play" style="position:relative;z-index:5;padding:10px">Play</button></div></div>
<ytd-watch-metadata><div id="title"><h1></h1></div><ytd-channel-name><a href="/@films">Films</a></ytd-channel-name></ytd-watch-metadata>
<nav><a href="/watch?v=volcano4you">Next: volcanoes</a></nav></ytd-watch-flexy></ytd-app>
<script>${SCRIPT}</script></body></html>`;

/** Twelve seconds with sound: long enough not to be taken for a page's decoration. */
function film(file) {
  if (fs.existsSync(file)) return;
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=15', '-f', 'lavfi', '-i', 'sine=frequency=440',
    '-t', '12', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-g', '15', '-c:a', 'aac', '-movflags', '+faststart', file]);
}

export function buildVideo(root) {
  const host = path.join(root, 'www.youtube.com');
  fs.mkdirSync(host, { recursive: true });
  fs.writeFileSync(path.join(host, 'watch.html'), PAGE);
  film(path.join(host, 'film.mp4'));
}
