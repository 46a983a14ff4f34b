// The package in a real browser: served by a plain server under a strict policy, in a page and a worker.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before, test } from "node:test";
import { installed, useInstalled } from "./installed.mjs";
// The browser is that of the browser tests.
import { chromium } from "../browser/node_modules/playwright-core/index.mjs";

useInstalled();

const KINDS = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
let server, browser, address;

before(async () => {
  server = createServer(async (request, answer) => {
    try {
      const path = normalize(new URL(request.url, "http://localhost").pathname);
      const body = await readFile(join(installed.package, path));
      answer.writeHead(200, { "content-type": KINDS[extname(path)] ?? "application/octet-stream" }).end(body);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  address = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** A page of the package with what it asked for and what went wrong. */
async function opened(path) {
  const page = await browser.newPage();
  const [requests, errors] = [[], []];
  page.on("request", (request) => requests.push(request.url().replace(address, "")));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(address + path);
  return { page, requests, errors };
}

test("the example judges in the page and asks in a worker, with its own files only", async () => {
  const { page, requests, errors } = await opened("/examples/browser/index.html");
  await page.locator("#counts", { hasText: /^\d+ fit, \d+ cannot tell yet, \d+ do not fit$/ }).waitFor();
  await page.locator("#worker", { hasText: /^The worker asks: .+/ }).waitFor();
  const before = await page.locator("#counts").textContent();
  const loaded = requests.length;
  await page.locator("#form").selectOption("eenmanszaak");
  await page.waitForFunction((text) => document.querySelector("#counts").textContent !== text, before);
  assert.equal(requests.length, loaded, "nothing is asked for after loading");
  const files = requests.filter((path) => path.startsWith("/files/"));
  assert.deepEqual([...new Set(files)].sort(), ["/files/advice.wasm", "/files/words.en.bin"]);
  assert.ok(requests.every((path) => path.startsWith("/")), requests.join(" "));
  // A browser asks for an icon unasked; a plain server has none.
  assert.deepEqual(errors.filter((text) => !text.includes("404")), []);
  await page.close();
});

test("with the bytes given there is no request for a file", async () => {
  const { page, requests } = await opened("/examples/browser/index.html");
  const result = await page.evaluate(async () => {
    const bytes = async (name) => new Uint8Array(await (await fetch(`/files/${name}`)).arrayBuffer());
    const files = { "plan.wasm": await bytes("plan.wasm"), "words.nl.bin": await bytes("words.nl.bin") };
    performance.clearResourceTimings();
    const { load } = await import("/index.js");
    const loaded = await load({ texts: "questions", plan: true, files });
    const plan = loaded.ok ? loaded.value.plan({}, { asOn: "2026-11-22" }) : loaded;
    const asked = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
    return { ok: plan.ok, files: asked.filter((path) => path.startsWith("/files/")) };
  });
  assert.deepEqual(result, { ok: true, files: [] });
  assert.ok(requests.includes("/files/plan.wasm"));
  await page.close();
});

test("a file that is away is said, and the next attempt succeeds", async () => {
  const { page } = await opened("/examples/browser/index.html");
  await page.route("**/files/plan.wasm", (route) => route.fulfill({ status: 503 }), { times: 1 });
  const [first, second] = await page.evaluate(async () => {
    const { load } = await import("/index.js");
    const attempt = async () => {
      const loaded = await load({ texts: "questions", plan: true });
      return loaded.ok ? "loaded" : `${loaded.error.kind} ${loaded.error.path}`;
    };
    return [await attempt(), await attempt()];
  });
  assert.deepEqual([first, second], ["unreachable files.plan.wasm", "loaded"]);
  await page.close();
});
