// Every page with real answers on it: axe, no sideways scroll, both colour schemes, both languages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lookAt } from "./accessibility.mjs";
import { lunchroom } from "./lunchroom.mjs";
import { drawn, picture, useSite } from "./page.mjs";
import { forward, goTo } from "./record.mjs";

useSite();

const PAGES = [
  ["vraag", "#vraag/org.turnover"],
  ["werknemer", "#lijst/hires/1"],
  ["werknemers", "#lijst/hires"],
  ["behoeften", "#lijst/needs"],
  ["antwoorden", "#antwoorden"],
  ["advies", "#advies"],
  ["regeling", "#regeling/lks-participatiewet"],
  ["past-niet", "#regeling/liv"],
  ["privacy", "#privacy"],
  ["zekerheid", "#zekerheid"],
];

for (const [name, address] of PAGES) {
  test(`${name}: axe, width and both colour schemes`, async () => {
    const { page, errors, violations, leave } = await lunchroom();
    await goTo(page, address);
    await lookAt(page, name);
    assert.equal(await page.locator("h1").count(), 1);
    assert.deepEqual(errors, []);
    assert.deepEqual(await violations(), []);
    await leave();
  });
}

test("zekerheid with every table unfolded: axe, width and both colour schemes", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#zekerheid");
  await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => { fold.open = true; }));
  assert.ok(await page.locator("details[open]").count() >= 4);
  await lookAt(page, "zekerheid-open");
  await leave();
});

test("a form with mistakes: axe, and the summary has the focus and leads to the field", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#vraag/org.turnover");
  await page.locator("#org-turnover").fill("-3");
  await forward(page);
  const focused = await page.evaluate(() => document.activeElement.textContent);
  assert.match(focused, /Controleer 1 antwoord/);
  await lookAt(page, "fout");
  await page.locator("#fouten a").first().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "org-turnover");
  await leave();
});

test("the advice and a scheme in English at 390 and 1280 pixels: pictures for people, and no Dutch verdict left", async () => {
  const { page, leave } = await lunchroom();
  await page.locator("header button[lang=en]").click();
  await drawn(page);
  for (const [name, address] of [["advice-en", "#advies"], ["scheme-en", "#regeling/lks-participatiewet"]]) {
    await goTo(page, address);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await picture(page, `${name}-${width}`);
    }
    assert.doesNotMatch(await page.locator("main").innerText(), /Voldaan|Past niet|Nog niet te zeggen/);
  }
  await leave();
});
