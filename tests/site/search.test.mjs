// Searching the schemes: by keyboard, without a server, without a request.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open, site, useSite } from "./made.mjs";

useSite();

/** Opens the list and waits until one can search. */
async function list(path = "nl/regelingen/") {
  const opened = await open(path);
  await opened.page.waitForSelector("#search[data-ready]");
  return opened;
}

const shown = (page) => page.locator("#list li").filter({ visible: true });

async function focusOnField(page) {
  for (let steps = 0; steps < 30; steps += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.id === "words")) return;
  }
  throw new Error("Tab never reaches the field");
}

test("searching goes by keyboard, and says how many there are", async () => {
  const { page, leave } = await list();
  await focusOnField(page);
  await page.keyboard.type("loonkosten tilburg");
  await page.keyboard.press("Escape");
  const all = await shown(page).count();
  await page.keyboard.type("Tílburg");
  const found = await shown(page).count();
  assert.ok(found > 0 && found < all);
  assert.equal(await page.getByRole("status").textContent(), `${found} van ${all} regelingen`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest("#list") !== null), true);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/nl\/regeling\//);
  await leave();
});

test("what nothing fits is said, and wiping brings all back", async () => {
  const { page, leave } = await list("en/schemes/");
  await page.getByRole("searchbox", { name: "Search for a scheme" }).fill("xyzzy");
  assert.equal(await shown(page).count(), 0);
  assert.match(await page.getByRole("status").textContent(), /^No scheme has these words/);
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await shown(page).count(), await page.locator("#list li").count());
  await leave();
});

test("every word counts, in any order", async () => {
  const { page, leave } = await list();
  const field = page.getByRole("searchbox");
  await field.fill("werk beschut");
  const names = await shown(page).locator("a").allTextContents();
  assert.ok(names.includes("Beschut werk"), names.join(", "));
  await leave();
});

test("after the index nothing is asked for, whatever is typed", async () => {
  const { page, requests, leave } = await list();
  await page.waitForLoadState("networkidle");
  const before = requests.map((url) => url.replace(site.address, ""));
  assert.deepEqual(before, ["nl/regelingen/", "pages/site.css", "pages/search.js", "nl/regelingen/index.json"]);
  await page.getByRole("searchbox").pressSequentially("lening voor een bakker");
  await page.waitForTimeout(200);
  assert.equal(requests.length, before.length);
  await leave();
});

test("an index that does not come leaves the whole list", async () => {
  const profile = await site.browser.newContext();
  const page = await profile.newPage();
  await page.route("**/index.json", (route) => route.abort());
  await page.goto(`${site.address}nl/regelingen/`);
  await page.getByText("Zoeken werkt hier niet.").waitFor();
  assert.equal(await page.getByRole("searchbox").isVisible(), false);
  assert.equal(await shown(page).count(), await page.locator("#list li").count());
  await profile.close();
});
