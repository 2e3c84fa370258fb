// Keeps this page's own files for use without a network, one cache a version; it fetches nothing else.
const VERSION = "@VERSION@";
const FILES = ["./", "@FILES@"];
const CACHE = `beforehand-${VERSION}`;

// Each version's files have addresses of their own, so an open tab of the last version still finds what it needs.
async function tidy() {
  const names = (await caches.keys()).filter((name) => name.startsWith("beforehand-") && name !== CACHE);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
  await self.skipWaiting();
}

async function answer(request) {
  const page = request.mode === "navigate" && new URL(request.url).pathname === new URL(self.registration.scope).pathname;
  const cache = await caches.open(CACHE);
  const kept = await cache.match(page ? "./" : request) ?? (await caches.match(request));
  return kept ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => event.respondWith(answer(event.request)));
