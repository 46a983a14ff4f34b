import assert from "node:assert/strict";
import { test } from "node:test";
import { arrive, site, useSite, wander } from "./page.mjs";

useSite();

const STRICT = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
];

test("the server sends the strict policy with every answer", async () => {
  for (const path of ["", "sw.js", "no-such-file"]) {
    const { headers } = await fetch(site.address + path);
    const policy = headers.get("content-security-policy").split("; ");
    assert.deepEqual(policy, [...STRICT, "frame-ancestors 'none'"], path);
  }
});

test("the page for a frame has the same policy, and everybody may frame it", async () => {
  const { headers } = await fetch(`${site.address}kader.html?lang=nl`);
  assert.deepEqual(headers.get("content-security-policy").split("; "), [...STRICT, "frame-ancestors *"]);
});

test("the page carries the policy itself, for servers that send none", async () => {
  const visitor = await arrive();
  const policy = await visitor.page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  assert.deepEqual(policy.split("; "), STRICT);
  await visitor.leave();
});

test("a walk through the page breaks the policy nowhere", async () => {
  const visitor = await arrive();
  await wander(visitor.page);
  assert.deepEqual(await visitor.violations(), []);
  await visitor.leave();
});

test("the policy stops a request to another place", async () => {
  const visitor = await arrive();
  const outcome = await visitor.page.evaluate(() =>
    fetch("http://127.0.0.2:9/").then(() => "went out", () => "stopped"));
  assert.equal(outcome, "stopped");
  assert.match((await visitor.violations()).join(), /connect-src/);
  await visitor.leave();
});
