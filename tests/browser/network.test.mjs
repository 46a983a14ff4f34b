// Nothing leaves the device and nothing stays behind on it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { arrive, site, untilReady, useSite, wander } from "./page.mjs";

useSite();

/** Longer than the browser waits before it looks for a newer service worker. */
const LATER = 3_000;

test("before it is ready the page asks its own server only", async () => {
  const visitor = await arrive();
  assert.ok(visitor.requests.length > 0);
  assert.deepEqual(visitor.requests.filter((url) => !url.startsWith(site.address)), []);
  await visitor.leave();
});

test("a first visit fetches each file once", async () => {
  const served = site.requests.length;
  const visitor = await arrive();
  const asked = site.requests.slice(served).filter((line) => line.includes("/assets-"));
  assert.deepEqual(asked.sort(), assets().map((name) => `GET /${assetFolder()}/${name}`).sort());
  await visitor.leave();
});

test("what is needed first is fetched first: the questions, the schemes, the other language", async () => {
  const served = site.requests.length;
  const visitor = await arrive();
  const words = site.requests.slice(served).map((line) => line.split("/").at(-1)).filter((name) => name.endsWith(".bin"));
  const each = (lang) => ["words", "schemes", "municipal"].map((part) => `${part}.${lang}.bin`);
  assert.deepEqual(words, [...each("nl"), ...each("en")]);
  await visitor.leave();
});

test("after it is ready the page asks for nothing, whatever is pressed", async () => {
  const visitor = await arrive();
  const seen = visitor.requests.length;
  const served = site.requests.length;
  const pressed = await wander(visitor.page);
  await visitor.page.waitForTimeout(LATER);
  assert.ok(pressed.length >= 3, `only pressed: ${pressed}`);
  assert.deepEqual(visitor.requests.slice(seen), [], "seen by the browser");
  assert.deepEqual(site.requests.slice(served), [], "seen by the server");
  await visitor.leave();
});

test("a walk leaves no cookie and stores nothing but the site's own files", async () => {
  const visitor = await arrive();
  await wander(visitor.page);
  const left = await visitor.page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    copies: (await caches.keys()).length,
  }));
  assert.deepEqual(left, { local: 0, session: 0, databases: 0, copies: 1 });
  assert.deepEqual(await visitor.profile.cookies(), []);
  await visitor.leave();
});

test("the copy for offline use holds exactly the files of the site", async () => {
  const visitor = await arrive();
  const kept = await visitor.page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname);
  });
  assert.deepEqual(kept.sort(), ["/", ...assets().map((name) => `/${assetFolder()}/${name}`)].sort());
  await visitor.leave();
});

test("once loaded, the page opens without a network", async () => {
  const visitor = await arrive();
  const served = site.requests.length;
  await visitor.profile.setOffline(true);
  await visitor.page.reload();
  await untilReady(visitor.page, visitor.errors);
  assert.equal(await visitor.page.locator("h1").count(), 1);
  assert.deepEqual(site.requests.slice(served), []);
  await visitor.leave();
});

test("a second visit soon after the first asks for nothing at all", async () => {
  const visitor = await arrive();
  const served = site.requests.length;
  await visitor.page.reload();
  await untilReady(visitor.page, visitor.errors);
  await visitor.page.waitForTimeout(LATER);
  assert.deepEqual(site.requests.slice(served), []);
  await visitor.leave();
});

test("a later visit looks for a newer edition before it is ready, and not after", async () => {
  const visitor = await arrive();
  // What was fresh is stale by then: the same as no copy.
  const tools = await visitor.profile.newCDPSession(visitor.page);
  await tools.send("Network.clearBrowserCache");
  const served = site.requests.length;
  await visitor.page.reload();
  await untilReady(visitor.page, visitor.errors);
  assert.deepEqual(site.requests.slice(served), ["GET /sw.js"]);
  await visitor.page.waitForTimeout(LATER);
  assert.deepEqual(site.requests.slice(served), ["GET /sw.js"]);
  await visitor.leave();
});

test("the module cannot ask for anything but itself", () => {
  const glue = readFileSync(new URL(`${assetFolder()}/app.js`, folder), "utf8");
  for (const way of ["XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "RTCPeerConnection"]) {
    assert.ok(!glue.includes(way), way);
  }
  // The one call is the loader's own: it fetches the module.
  assert.equal(glue.match(/\bfetch\(/g)?.length, 1);
});

const folder = new URL("../../target/site/", import.meta.url);

function assetFolder() {
  return readdirSync(folder).find((name) => name.startsWith("assets-"));
}

function assets() {
  return readdirSync(new URL(`${assetFolder()}/`, folder)).filter((name) => !name.endsWith(".br"));
}
