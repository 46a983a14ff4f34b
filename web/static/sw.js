// Keeps a copy of exactly the files of this edition, so that the page works offline.
// Anything else passes by untouched.

const EDITION = "steunwijzer-{{edition}}";
const FILES = {{files}};

async function fill() {
  const copy = await caches.open(EDITION);
  await copy.addAll(FILES);
}

async function dropOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith("steunwijzer-") && name !== EDITION);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function answer(request) {
  const copy = await caches.open(EDITION);
  // The files have no variants of their own: how they are packed does not matter here.
  const options = { ignoreSearch: true, ignoreVary: true };
  return (await copy.match(request, options)) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(fill()));

// No skipWaiting: an open page keeps the edition it began with until it is closed.
addEventListener("activate", (event) => event.waitUntil(dropOlder()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const own = new URL(request.url).origin === location.origin;
  if (own && request.method === "GET") event.respondWith(answer(request));
});
