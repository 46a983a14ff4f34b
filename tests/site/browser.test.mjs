// The pages in real Chromium: accessible, within their policy, without a script, from a disk.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { LOOKS, findings, settled } from "../browser/accessibility.mjs";
import { folder, open, pathsOf, site, useSite } from "./made.mjs";

useSite();

// Each type is seen in every look: half of them in Dutch, the other half in English.
for (const [half, language] of ["nl", "en"].entries()) {
  for (const path of pathsOf(language)) {
    test(`axe finds nothing in ${path}`, async () => {
      const { page, errors, leave } = await open(path);
      for (const { colorScheme, width } of LOOKS.filter((_, row) => [0, 3].includes(row) === (half === 0))) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await settled(page);
        const look = `${path}, ${colorScheme}, ${width} px`;
        assert.deepEqual(await findings(page), [], look);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${look}: ${overflow} px wider than the screen`);
      }
      assert.deepEqual(errors, []);
      await leave();
    });
  }
}

test("a data block is not refused by a policy without scripts", async () => {
  const { page, errors, leave } = await open("nl/regeling/lks-participatiewet/");
  const types = await page.$$eval("script", (scripts) => scripts.map(({ type, textContent }) =>
    `${type} ${JSON.parse(textContent)["@type"]}`));
  assert.deepEqual(types, ["application/ld+json GovernmentService"]);
  assert.deepEqual(errors, []);
  await leave();
});

test("a page asks for nothing but itself and its styles", async () => {
  const { page, requests, leave } = await open("nl/regeling/lks-participatiewet/");
  await page.waitForLoadState("networkidle");
  const own = requests.map((url) => url.replace(site.address, ""));
  assert.deepEqual(own, ["nl/regeling/lks-participatiewet/", "pages/site.css"]);
  await leave();
});

test("without a script every scheme is reached from the first page", async () => {
  const { page, leave } = await open("nl/", { javaScriptEnabled: false });
  await page.getByRole("navigation", { name: "Onderdelen" }).getByRole("link", { name: "Regelingen" }).click();
  assert.equal(await page.getByRole("searchbox").isVisible(), false);
  await page.getByRole("link", { name: "Beschut werk", exact: true }).click();
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Beschut werk");
  await page.getByRole("link", { name: "Read this page in English" }).click();
  assert.match(page.url(), /\/en\/scheme\/beschut-werk\//);
  await leave();
});

test("the first Tab leads to the content", async () => {
  const { page, leave } = await open("nl/soort/loan/");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "inhoud");
  await leave();
});

test("from a disk a page has its styles and its links lead on", async () => {
  const disk = pathToFileURL(folder).href;
  const { page, leave } = await open("nl/index.html", { from: disk });
  await page.getByRole("navigation").getByRole("link", { name: "Soorten" }).click();
  await page.getByRole("main").getByRole("link", { name: "Lening", exact: true }).click();
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Lening");
  const family = await page.evaluate(() => getComputedStyle(document.querySelector("h1")).fontFamily);
  assert.match(family, /Charter/);
  await leave();
});

test("on paper the menu is left out and the sources stay", async () => {
  const { page, leave } = await open("nl/regeling/lks-participatiewet/");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("navigation", { name: "Onderdelen" }).isVisible(), false);
  assert.equal(await page.locator(".cite").first().isVisible(), true);
  await leave();
});
