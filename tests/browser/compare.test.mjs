// Schemes side by side: chosen in the advice or on their own page, in a table that scrolls by itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lookAt } from "./accessibility.mjs";
import { lunchroom } from "./lunchroom.mjs";
import { drawn, press, useSite } from "./page.mjs";
import { goTo } from "./record.mjs";

useSite();

const MEASURED = "Loonkostensubsidie op basis van loonwaarde";
const plain = (text) => text.replaceAll("\u00a0", " ");
const toggles = (page) => page.locator("li.scheme .compare-toggle");
const chosen = (page) => page.locator("li.scheme .compare-toggle[aria-pressed=true]");

/** Chooses the first schemes of the list. */
async function choose(page, number) {
  for (let at = 0; at < number; at += 1) {
    await toggles(page).nth(at).click();
    await drawn(page);
  }
}

/** The cells of a row of the table, by its label. */
async function cells(page, label) {
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: label, exact: true }) });
  return (await row.getByRole("cell").allInnerTexts()).map(plain);
}

test("two schemes stand side by side, each with its own amount, effort and claim", async () => {
  const { page, leave } = await lunchroom();
  for (const scheme of ["lks-participatiewet", "lks-forfaitair"]) {
    await goTo(page, `#regeling/${scheme}`);
    await page.locator(".compare-toggle").click();
    await drawn(page);
  }
  await press(page, "Zet 2 regelingen naast elkaar");
  assert.match(page.url(), /#vergelijk$/);
  const heads = await page.getByRole("columnheader").allInnerTexts();
  assert.equal(heads.length, 3);
  assert.ok(heads[1].includes(MEASURED));
  const amounts = await cells(page, "Bedrag");
  assert.match(amounts[0], /€ 1\.090,99 per maand/);
  assert.match(amounts[1], /€ 1\.212,20 per maand/);
  assert.deepEqual(await cells(page, "Oordeel"), ["Past", "Past"]);
  assert.match((await cells(page, "Wat het vraagt"))[0], /^4 stukken nodig/);
  assert.match((await cells(page, "Samen met de andere"))[0], /^Niet samen met/);
  await leave();
});

test("a fourth scheme is refused with the reason, and there is room once one is taken away", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  await choose(page, 4);
  assert.equal(await chosen(page).count(), 3);
  assert.match(await page.locator(".compare-bar").innerText(), /Er staan al drie regelingen/);
  await toggles(page).first().click();
  await drawn(page);
  await toggles(page).nth(3).click();
  await drawn(page);
  assert.equal(await chosen(page).count(), 3);
  assert.doesNotMatch(await page.locator(".compare-bar").innerText(), /Er staan al drie/);
  await leave();
});

test("what is taken away in the table is gone from it, and the rest stays", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  await choose(page, 2);
  await goTo(page, "#vergelijk");
  const names = await page.locator("thead .name").allInnerTexts();
  await page.getByRole("columnheader").nth(1).getByRole("button", { name: /^Haal weg/ }).click();
  await drawn(page);
  assert.deepEqual(await page.locator("thead .name").allInnerTexts(), [names[1]]);
  await leave();
});

test("without a scheme the page says so and leads back to the advice", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#vergelijk");
  assert.match(await page.locator("main").innerText(), /U koos nog geen regelingen/);
  await press(page, "Terug naar het advies");
  assert.match(page.url(), /#advies$/);
  await leave();
});

test("the choice survives another language, and wiping takes it away", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  await choose(page, 2);
  await page.locator("header button[lang=en]").click();
  await drawn(page);
  assert.equal(await chosen(page).count(), 2);
  await press(page, "Take all away");
  assert.equal(await chosen(page).count(), 0);
  await leave();
});

test("the table: axe, width and both colour schemes; it scrolls with the keyboard", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  await choose(page, 3);
  await goTo(page, "#vergelijk");
  await lookAt(page, "vergelijk");
  await page.setViewportSize({ width: 320, height: 800 });
  const region = page.getByRole("region", { name: /Vergelijking/ });
  await region.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.querySelector(".compare-scroll").scrollLeft > 0);
  await leave();
});
