// The money plan, second half: the finance of each need, and what a visitor chooses.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lookAt } from "./accessibility.mjs";
import { secondLocation } from "./location.mjs";
import { addRecord } from "./lunchroom.mjs";
import { arrive, drawn, tabTo, useSite } from "./page.mjs";
import { fill, goTo } from "./record.mjs";

useSite();

const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");
const said = async (page, selector) => plain(await page.locator(selector).first().innerText());

/** A visitor in Nijmegen who needs 340,000, as in scenario S4. */
async function solarRoof(options = {}) {
  const visitor = await arrive({
    prepare: (page) => page.clock.setFixedTime("2026-11-21T12:00:00Z"),
    ...options,
  });
  const { page } = visitor;
  await goTo(page, "#vraag/org.place");
  await fill(page, "org.place", { place: "Nijmegen" });
  await goTo(page, "#lijst/needs");
  await addRecord(page);
  await fill(page, "need.purpose", "Machine, inrichting of vervoermiddel", 0);
  await fill(page, "need.amount", "340000", 0);
  await goTo(page, "#plan");
  return visitor;
}

async function openOwn(page) {
  await page.locator(".stack-own summary").first().click();
}

test("without a need the plan says what to tell", async () => {
  const visitor = await arrive({ path: "#plan" });
  await drawn(visitor.page);
  assert.match(await said(visitor.page, ".stacks"), /Vertel eerst waarvoor u geld zoekt/);
  await visitor.leave();
});

test("own money makes the whole larger and stands in the first layer", async () => {
  const visitor = await solarRoof();
  const { page } = visitor;
  await openOwn(page);
  await fill(page, "need.own_money", "60000", 0);
  assert.match(await said(page, ".stack"), /Eigen geld € 60\.000/);
  assert.match(await said(page, ".stack-layers li"), /Eigen geld/);
  await visitor.leave();
});

test("a source that is left out goes, is named among the choices, and comes back", async () => {
  const visitor = await solarRoof();
  const { page } = visitor;
  const sources = page.locator(".stack-proposal").first().locator(".stack-layers .layer:has(.stack-change)");
  const name = plain(await sources.first().locator(".layer-name a").innerText());
  await sources.first().locator(".stack-change summary").click();
  await sources.first().getByRole("button", { name: /^Laat weg: / }).click();
  await drawn(page);
  assert.ok((await said(page, ".stack-choices")).includes(name));
  assert.equal(await page.locator("#keuzes-0").evaluate((one) => one === document.activeElement), true);
  const left = await page.locator(".stack-proposal").first().locator(".stack-layers a").allInnerTexts();
  assert.ok(!left.map(plain).includes(name));
  await page.locator(".stack-choices button").click();
  await drawn(page);
  const back = await page.locator(".stack-proposal").first().locator(".stack-layers a").allInnerTexts();
  assert.ok(back.map(plain).includes(name));
  await visitor.leave();
});

const IN_FIRST = ".stack-proposal .layer";

/** Opens by keyboard what can be done with the first source of the first proposal, and names it. */
async function openFirst(page) {
  await page.locator("#geldvragen").focus();
  await tabTo(page, `${IN_FIRST} .stack-change summary`);
  const name = await page.evaluate(() => document.activeElement.closest(".layer").querySelector("a").textContent);
  await page.keyboard.press("Enter");
  return plain(name);
}

const focusIsOnChoices = (page) => page.evaluate(() => document.activeElement.id === "keuzes-0");

test("by keyboard alone a source is kept", async () => {
  const { page, leave } = await solarRoof();
  const name = await openFirst(page);
  await tabTo(page, `${IN_FIRST} button[aria-label^='Houd']`);
  await page.keyboard.press("Enter");
  await drawn(page);
  assert.ok((await said(page, ".stack-choices")).includes(name));
  assert.equal(await focusIsOnChoices(page), true);
  await leave();
});

test("by keyboard alone a source is left out, and the focus stands at the choices", async () => {
  const { page, leave } = await solarRoof();
  const name = await openFirst(page);
  await tabTo(page, `${IN_FIRST} button[aria-label^='Laat']`);
  await page.keyboard.press("Space");
  await drawn(page);
  const left = await page.locator(".stack-proposal").first().locator(".stack-layers a").allInnerTexts();
  assert.ok(!left.map(plain).includes(name));
  assert.equal(await focusIsOnChoices(page), true);
  await leave();
});

test("by keyboard alone a source gets another amount, and the rest follows", async () => {
  const { page, leave } = await solarRoof();
  const name = await openFirst(page);
  const before = await said(page, ".stack-proposal");
  await tabTo(page, `${IN_FIRST} .stack-change input`);
  await page.keyboard.type("5.000");
  await tabTo(page, `${IN_FIRST} .stack-change .outlined`);
  await page.keyboard.press("Enter");
  await drawn(page);
  const chosen = await said(page, ".stack-choices");
  assert.ok(chosen.includes(name) && chosen.includes("€ 5.000"), chosen);
  assert.notEqual(await said(page, ".stack-proposal"), before);
  await leave();
});

test("S7: two needs stand apart, each with its own amount, and are never added", async () => {
  const { page, leave } = await secondLocation();
  await goTo(page, "#plan");
  const asked = (await page.locator(".stack > .working").allInnerTexts()).map(plain);
  assert.equal(asked.length, 2);
  assert.match(asked[0], /Nog te vinden € 700\.000/);
  assert.match(asked[1], /Nog te vinden € 500\.000/);
  const all = plain(await page.locator("main").textContent());
  assert.doesNotMatch(all, /1\.200\.000|1,2 miljoen/);
  assert.match(all, /Wij tellen behoeften nooit bij elkaar op/);
  await leave();
});

test("S7 in both languages: axe, width and both colour schemes, and no request since it was loaded", async () => {
  const { page, errors, violations, requests, leave } = await secondLocation();
  const loaded = requests.length;
  await goTo(page, "#plan");
  await lookAt(page, "plan-s7-nl");
  await page.locator("header button[lang=en]").click();
  await drawn(page);
  await lookAt(page, "plan-s7-en");
  assert.deepEqual(requests.slice(loaded), []);
  assert.deepEqual(errors, []);
  assert.deepEqual(await violations(), []);
  await leave();
});

test("the finance of a need is accessible in every look", async () => {
  const visitor = await solarRoof();
  await lookAt(visitor.page, "stack");
  await visitor.leave();
});
