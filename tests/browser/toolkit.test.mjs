// The page for the municipality: parts with addresses, a checklist, texts to copy, on paper what is open.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lookAt } from "./accessibility.mjs";
import { arrive, drawn, picture, useSite } from "./page.mjs";
import { goTo } from "./record.mjs";

useSite();

const PARTS = ["beleid", "inkopen", "collegas", "tips", "praktijk", "akkoord", "beslissen", "adressen"];
const DAY = "2026-11-22T12:00:00Z";

const toolkit = async (part = "", options = {}) => {
  const visitor = await arrive({ prepare: (page) => page.clock.setFixedTime(DAY), ...options });
  await goTo(visitor.page, part ? `#gemeente/${part}` : "#gemeente");
  return visitor;
};

const english = async (page) => {
  await page.locator("header button[lang=en]").click();
  await drawn(page);
};

const openParts = (page) => page.locator("details.tool[open]").evaluateAll((all) => all.map(({ id }) => id));
const focused = (page) => page.evaluate(() => document.activeElement.closest("details")?.id ?? document.activeElement.tagName);
const unfoldAll = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((fold) => { fold.open = true; }));

test("the first part is open, and the warnings about old sources stand above it", async () => {
  const { page, errors, leave } = await toolkit();
  assert.deepEqual(await openParts(page), ["beleid"]);
  assert.match(await page.locator(".toolkit .note").innerText(), /2019[\s\S]*niet bevestigd/);
  assert.deepEqual(errors, []);
  await leave();
});

for (const part of PARTS) {
  test(`#gemeente/${part} opens that part and gives its heading the focus`, async () => {
    const { page, leave } = await toolkit(part);
    assert.deepEqual(await openParts(page), [part]);
    assert.equal(await focused(page), part);
    await leave();
  });
}

test("a link in the list above opens its part, also one that was folded by hand", async () => {
  const { page, leave } = await toolkit();
  const link = page.locator(".tool-jumps a").nth(5);
  await link.click();
  await drawn(page);
  assert.deepEqual(await openParts(page), ["akkoord"]);
  await page.locator("#akkoord > summary").click();
  assert.deepEqual(await openParts(page), []);
  await link.click();
  await drawn(page);
  assert.deepEqual(await openParts(page), ["akkoord"]);
  assert.equal(await focused(page), "akkoord");
  await leave();
});

test("the keyboard ticks off a part of a step, its progress follows, and a change of page and language keeps it", async () => {
  const { page, leave } = await toolkit("beleid");
  const step = page.locator(".policy-steps > li").first();
  assert.match(await step.innerText(), /0 van 5 gedaan/);
  await step.locator("input").nth(1).focus();
  await page.keyboard.press("Space");
  await drawn(page);
  assert.match(await step.innerText(), /1 van 5 gedaan/);
  await goTo(page, "#advies");
  await goTo(page, "#gemeente/beleid");
  assert.equal(await step.locator("input").nth(1).isChecked(), true);
  await english(page);
  assert.match(await step.innerText(), /1 of 5 done/);
  await leave();
});

test("a step whose parts are all ticked off says that it is complete", async () => {
  const { page, leave } = await toolkit("beleid");
  const step = page.locator(".policy-steps > li").last();
  assert.doesNotMatch(await step.innerText(), /Klaar/);
  await step.locator("input").check();
  await drawn(page);
  assert.match(await step.innerText(), /Klaar: 1 van 1 gedaan/);
  await leave();
});

test("a chosen challenge shows who owns it and what can be used", async () => {
  const { page, leave } = await toolkit("praktijk");
  const part = page.locator("#praktijk");
  assert.match(await part.innerText(), /Nog geen opgave gekozen/);
  await part.locator("fieldset").first().locator("input").first().check();
  await drawn(page);
  assert.match(await part.innerText(), /Eigenaar: \S+[\s\S]*Wat u kunt inzetten: \S+/);
  await leave();
});

test("who talked about the business case alone is pointed to the impact", async () => {
  const { page, leave } = await toolkit("praktijk");
  const balance = page.locator("#praktijk [role=status]");
  await page.locator("#praktijk fieldset").nth(2).locator("input").first().check();
  await drawn(page);
  assert.match(await balance.innerText(), /Kijk ook naar de impact/);
  await page.locator("#praktijk fieldset").nth(1).locator("input").first().check();
  await drawn(page);
  assert.match(await balance.innerText(), /naar de impact en naar de business case/);
  await leave();
});

test("a model paragraph is copied as it stands, and a screen reader hears it", async () => {
  const { page, profile, violations, leave } = await toolkit("akkoord");
  await profile.grantPermissions(["clipboard-read", "clipboard-write"]);
  const words = await page.locator(".paragraph").nth(1).innerText();
  await page.locator(".paragraphs button").nth(1).click();
  await drawn(page);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), words);
  assert.match(await page.locator("#akkoord [role=status]").innerText(), /^Gekopieerd: /);
  assert.deepEqual(await violations(), []);
  await leave();
});

test("where copying is refused the text is selected, and the page says so", async () => {
  const { page, leave } = await toolkit("akkoord");
  await page.evaluate(() => { document.execCommand = () => false; });
  const words = await page.locator(".paragraph").first().innerText();
  await page.locator(".paragraphs button").first().click();
  await drawn(page);
  assert.equal(await page.evaluate(() => String(getSelection()).trim()), words);
  assert.match(await page.locator("#akkoord [role=status]").innerText(), /geselecteerd/);
  await leave();
});

test("every address has a date, a kind and a source, and tells its site nothing", async () => {
  const { page, leave } = await toolkit("adressen");
  const rows = page.locator("#adressen .rows-with-names > li");
  assert.ok(await rows.count() >= 8);
  for (const row of await rows.all()) {
    assert.match(await row.innerText(), /(Register|Marktplaats|Netwerk|Kennis)\. [\s\S]*nagekeken op[\s\S]*Bron 1|Bron \d/);
    assert.equal(await row.locator("a.outward").getAttribute("rel"), "noreferrer noopener");
  }
  await leave();
});

test("the number of a source leads to that source", async () => {
  const { page, leave } = await toolkit("tips");
  await page.locator("#tips .reference").last().click();
  const number = (await page.locator("#tips .reference").last().innerText()).match(/\d+/)[0];
  assert.equal(await page.evaluate(() => document.activeElement.id), `bron-tips-${number}`);
  await leave();
});

test("on paper stands the open part alone", async () => {
  const { page, leave } = await toolkit("beleid");
  await page.emulateMedia({ media: "print" });
  const shown = await page.locator("details.tool").evaluateAll((all) =>
    all.filter((part) => part.getBoundingClientRect().height > 0).map(({ id }) => id));
  assert.deepEqual(shown, ["beleid"]);
  await leave();
});

for (const lang of ["nl", "en"]) {
  test(`with every part open (${lang}): axe, width and both colour schemes`, async () => {
    const { page, errors, violations, leave } = await toolkit();
    if (lang === "en") await english(page);
    await unfoldAll(page);
    await page.locator("#praktijk fieldset").first().locator("input").first().check();
    await drawn(page);
    await unfoldAll(page);
    await lookAt(page, `gemeente-open-${lang}`);
    assert.equal(await page.locator("h1").count(), 1);
    assert.deepEqual(errors, []);
    assert.deepEqual(await violations(), []);
    await leave();
  });

  test(`as it opens (${lang}): pictures for people at 390 and 1280 pixels`, async () => {
    const { page, leave } = await toolkit();
    if (lang === "en") await english(page);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await picture(page, `gemeente-${lang}-${width}`);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0);
    await leave();
  });
}
