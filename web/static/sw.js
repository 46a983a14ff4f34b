// Keeps a copy of exactly the files of this edition, so that the page works offline.
// Anything else passes by untouched.

// Another Steunwijzer on the same server has a folder, and so a name, of its own.
const OWN = `steunwijzer ${registration.scope} `;
const EDITION = `${OWN}{{edition}}`;
const FILES = {{files}};

async function fill() {
  const copy = await caches.open(EDITION);
  await copy.addAll(FILES);
}

/** Not while other windows are open: one may still be loading the edition with which it began. */
async function dropOlder() {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.length > 1) return;
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(OWN) && name !== EDITION);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function answer(request) {
  const copy = await caches.open(EDITION);
  // The files have no variants of their own: how they are packed does not matter here.
  const options = { ignoreSearch: true, ignoreVary: true };
  const own = await copy.match(request, options);
  return own ?? (await caches.match(request, options)) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(fill()));

addEventListener("activate", (event) => event.waitUntil(dropOlder()));

// Only when a visitor asks for it: an open page keeps the edition with which it began.
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const own = new URL(request.url).origin === location.origin;
  if (own && request.method === "GET") event.respondWith(answer(request));
});
