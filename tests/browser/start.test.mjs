import assert from "node:assert/strict";
import { test } from "node:test";
import { arrive, useSite } from "./page.mjs";

useSite();

test("the page loads, shows one h1 and says that it is ready", async () => {
  const visitor = await arrive();
  assert.equal(await visitor.page.locator("h1").count(), 1);
  assert.deepEqual(visitor.errors, []);
  await visitor.leave();
});

test("the start screen is there before any script runs", async () => {
  const visitor = await arrive({ javaScriptEnabled: false, ready: false });
  assert.match(await visitor.page.locator("h1").innerText(), /\w/);
  await visitor.leave();
});

test("without JavaScript the page says what it needs, in both languages", async () => {
  const visitor = await arrive({ javaScriptEnabled: false, ready: false });
  const words = await visitor.page.locator("noscript").innerText();
  assert.match(words, /JavaScript nodig/);
  assert.match(words, /needs JavaScript/);
  await visitor.leave();
});

const NEEDED = ["app.js", "app_bg.wasm", "words.nl.bin", "schemes.nl.bin", "words.en.bin", "schemes.en.bin"];

for (const missing of NEEDED) {
  test(`when ${missing} does not come the page says so`, async () => {
    const visitor = await arrive({
      ready: false,
      prepare: (page) => page.route(`**/${missing}`, (route) => route.abort()),
    });
    const message = visitor.page.getByRole("alert").filter({ hasText: "Laad de pagina opnieuw" });
    await message.waitFor({ timeout: 10_000 });
    assert.match(await message.innerText(), /Load the page again/);
    assert.equal(await visitor.page.locator("html[data-ready]").count(), 0);
    await visitor.leave();
  });
}
