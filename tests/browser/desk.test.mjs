// The desk: scenario S8, in the order in which the caller tells it, with the keyboard alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, lookAt } from "./accessibility.mjs";
import { arrive, drawn, picture, useSite } from "./page.mjs";

useSite();

const DAY = (page) => page.clock.setFixedTime("2026-11-22T12:00:00Z");

/** Opens the desk and counts every key. */
async function desk(options = {}) {
  const visitor = await arrive({ path: "#loket", prepare: DAY, ...options });
  const { page } = visitor;
  let keys = 0;
  const press = async (key) => {
    keys += 1;
    await page.keyboard.press(key);
    await drawn(page);
  };
  const type = async (text) => {
    keys += [...text].length;
    await page.keyboard.type(text);
    await drawn(page);
  };
  return { ...visitor, press, type, keys: () => keys };
}

const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");
const counts = (page) => page.locator(".desk-counts .count").allTextContents();
const rows = (page) => page.locator(".desk-verdicts .name").allTextContents();

/** Verdicts in the order in which they are listed. */
const RANK = ["Past: ", "Nog niet te zeggen: ", "Past niet: "];

/** To the field in which one looks for a question. */
const jump = ({ press }) => press("Control+k");

/** The facts of S8 in the order of the caller: what Daan types. */
const FACTS = [
  { fact: "we are a foundation", typed: "stichting" },
  { fact: "we repair bikes", typed: "thema repareren" },
  { fact: "a boy from the doelgroep", typed: "doelgroepreg ja" },
  { fact: "another one", typed: "doelgroepreg ja" },
  { fact: "money for a van", typed: "bus" },
  { fact: "22,000", typed: "bedrag 22000" },
  { fact: "Almere", typed: "almere" },
];

async function tellS8(visitor) {
  await jump(visitor);
  for (const { typed } of FACTS) {
    await visitor.type(typed);
    await visitor.press("Enter");
  }
}

test("S8: the caller's facts in the order told, at most 25 keys for each on average", async () => {
  const visitor = await desk();
  const { page } = visitor;
  await tellS8(visitor);
  const average = visitor.keys() / FACTS.length;
  console.log(`S8 at the desk: ${visitor.keys()} keys for ${FACTS.length} facts, ${average.toFixed(1)} each`);
  assert.ok(average <= 25, `${average} keys for each fact`);
  assert.equal(await page.locator("input[name=org-legal_form]:checked, #org-legal_form").first().evaluate(
    (field) => field.tagName === "SELECT" ? field.selectedOptions[0].text : field.checked), "Stichting");
  assert.equal(await page.locator("#org-place").inputValue(), "Almere");
  assert.equal(await page.locator("#need-amount-0").inputValue(), "22.000");
  assert.equal(await page.locator("#hire-register-0").isChecked(), true);
  assert.equal(await page.locator("#hire-register-1").isChecked(), true);
  assert.equal(await page.locator("#need-purpose-0").evaluate((list) => list.selectedOptions[0].text),
    "Machine, inrichting of vervoermiddel");
  const themes = page.locator("#need-themes-0").locator("xpath=ancestor::*[@role='group'][1]");
  assert.deepEqual(await themes.locator("label:has(:checked)").allTextContents(), ["Minder afval, hergebruik en repareren"]);
  assert.deepEqual(visitor.errors, []);
  await visitor.leave();
});

test("S8: a role, whom to involve, and two presses to the paper", async () => {
  const visitor = await desk();
  const { page } = visitor;
  await tellS8(visitor);
  assert.match(await page.locator("#uw-rol").textContent(), /verbinder/);
  await page.getByText("Past ook: financier").waitFor();
  assert.match(await page.locator(".desk-who").textContent(), /Economische Zaken/);
  assert.match(await page.locator(".desk-place").textContent(), /Gemeente Almere/);
  await page.getByRole("link", { name: "Advies op 2 pagina's" }).click();
  await drawn(page);
  assert.match(page.url(), /#papier$/);
  await visitor.leave();
});

test("jumping to a field, filling it in and going on with Enter", async () => {
  const visitor = await desk();
  const { page, type, press } = visitor;
  await jump(visitor);
  await type("anbi");
  await press("Enter");
  assert.equal(await focused(page), "org-anbi");
  await press("j");
  assert.equal(await page.locator("#org-anbi").isChecked(), true);
  await press("Enter");
  assert.equal(await focused(page), "org-sectors");
  await jump(visitor);
  assert.equal(await focused(page), "sprong");
  await type("omzet");
  await press("Enter");
  assert.equal(await focused(page), "org-turnover");
  await type("12,500");
  await press("Enter");
  assert.equal(await focused(page), "org-turnover", "12.500 or 12,50?");
  assert.equal(await page.locator("#org-turnover-error").count(), 1);
  await press("Control+a");
  await type("12500");
  await press("Enter");
  assert.equal(await focused(page), "org-balance");
  assert.equal(await page.locator(".field", { has: page.locator("#org-turnover") }).locator(".shown-back").textContent(), "= €\u00a012.500");
  await visitor.leave();
});

test("a question that was not asked, one that the caller does not know, and one that is taken back", async () => {
  const visitor = await desk();
  const { page, type, press } = visitor;
  const state = () => page.locator("input[name=org-anbi]").evaluateAll((all) => all.map((one) => one.checked));
  assert.deepEqual(await state(), [false, false, false]);
  await jump(visitor);
  await type("anbi ?");
  await press("Enter");
  assert.deepEqual(await state(), [false, false, true]);
  await jump(visitor);
  await type("anbi");
  await press("ArrowDown");
  await press("ArrowUp");
  await press("Enter");
  await press("n");
  assert.deepEqual(await state(), [false, true, false]);
  await press("Delete");
  assert.deepEqual(await state(), [false, false, false]);
  assert.equal(await focused(page), "org-anbi");
  await visitor.leave();
});

test("verdicts move while the focus stays, and no row of the list changes its place", async () => {
  const visitor = await desk();
  const { page, press, type } = visitor;
  await jump(visitor);
  await type("bus");
  await press("Enter");
  await type("bedrag 22000");
  await press("Enter");
  await type("al begonnen");
  await press("Enter");
  const [before, listed] = [await counts(page), await rows(page)];
  await press("j");
  assert.equal(await focused(page), "need-started-0");
  assert.notDeepEqual(await counts(page), before, "the verdicts moved");
  assert.deepEqual((await rows(page)).slice(0, listed.length), listed);
  await page.getByRole("button", { name: "Zet de lijst nu op volgorde" }).click();
  await drawn(page);
  const verdicts = await page.locator(".desk-verdicts .mark").allTextContents();
  assert.deepEqual(verdicts, [...verdicts].sort((one, other) => RANK.indexOf(one) - RANK.indexOf(other)));
  await visitor.leave();
});

test("what moved is marked new until the next answer", async () => {
  const visitor = await desk();
  const { page, press, type } = visitor;
  await jump(visitor);
  await type("bus");
  await press("Enter");
  await type("bedrag 22000");
  await press("Enter");
  assert.ok(await page.locator(".desk-fresh").count() > 0);
  const marked = await page.locator("li:has(.desk-fresh) .name").allTextContents();
  await page.locator("#need-own_money-0").focus();
  await drawn(page);
  const still = await page.locator("li:has(.desk-fresh) .name").allTextContents();
  assert.ok(still.some((name) => marked.includes(name)), "another field takes no mark away");
  await jump(visitor);
  await type("winst als doel ja");
  await press("Enter");
  const later = await page.locator("li:has(.desk-fresh) .name").allTextContents();
  assert.notDeepEqual(later, still);
  await visitor.leave();
});

test("a row is added, taken away and told as none, and the focus is never lost", async () => {
  const visitor = await desk();
  const { page, press } = visitor;
  const add = page.getByRole("button", { name: "Voeg een werknemer toe" });
  await add.focus();
  await press("Enter");
  assert.equal(await focused(page), "hire-place-0");
  await page.getByRole("button", { name: "Haal weg: Werknemer 1" }).focus();
  await press("Enter");
  assert.match(await focused(page), /^erbij-/);
  await page.locator("#blad-hires").locator("xpath=ancestor::section").getByRole("button", { name: "De beller zegt: geen" }).focus();
  await press("Enter");
  assert.match(await focused(page), /^geen-/);
  await visitor.leave();
});

test("a new conversation wipes the answers and asks first", async () => {
  const visitor = await desk();
  const { page, press, type } = visitor;
  await jump(visitor);
  await type("almere");
  await press("Enter");
  await page.getByRole("button", { name: "Alleen sociale ondernemingen" }).click();
  await page.getByRole("button", { name: "Nieuw gesprek" }).click();
  await drawn(page);
  assert.equal(await page.locator("#org-place").inputValue(), "Almere");
  await page.getByRole("button", { name: "Wis dit gesprek" }).click();
  await drawn(page);
  assert.equal(await page.locator("#org-place").inputValue(), "");
  assert.equal(await focused(page), "sprong");
  const kept = page.getByRole("button", { name: "Alleen sociale ondernemingen" });
  assert.equal(await kept.getAttribute("aria-pressed"), "true", "the choice of the municipality stays");
  await visitor.leave();
});

test("the bar with the way to the paper is always in view", async () => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 700 }]) {
    const visitor = await desk({ viewport });
    await visitor.page.mouse.wheel(0, 4000);
    await drawn(visitor.page);
    const box = await visitor.page.getByRole("link", { name: "Advies op 2 pagina's" }).boundingBox();
    assert.ok(box && box.y >= 0 && box.y + box.height <= viewport.height, JSON.stringify(box));
    await visitor.leave();
  }
});

test("goals and the definition of the municipality", async () => {
  const visitor = await desk();
  const { page } = visitor;
  await page.getByRole("button", { name: /Alleen sociale ondernemingen/ }).click();
  await drawn(page);
  assert.match(await page.locator("section[aria-labelledby=telt-mee]").textContent(), /Nog niet te zeggen.*Vraag nog/);
  await page.locator("[aria-labelledby=doelen] .chip").first().click();
  await drawn(page);
  assert.match(await page.locator("section[aria-labelledby=bij-doelen]").textContent(), /Eigenaar:.*SDG's: \d+/);
  await visitor.leave();
});

test("the desk: axe, width and both colour schemes, empty and filled", async () => {
  const visitor = await desk();
  await lookAt(visitor.page, "loket-leeg");
  await visitor.page.setViewportSize({ width: 1280, height: 900 });
  await tellS8(visitor);
  await lookAt(visitor.page, "loket");
  await visitor.page.setViewportSize({ width: 390, height: 844 });
  await picture(visitor.page, "loket-390");
  await visitor.leave();
});

test("the desk in English: axe, and the same answers", async () => {
  const visitor = await desk();
  await tellS8(visitor);
  const before = await counts(visitor.page);
  await visitor.page.getByRole("button", { name: /English/ }).click();
  await drawn(visitor.page);
  assert.deepEqual(await counts(visitor.page), before);
  await lookAt(visitor.page, "desk-en");
  await visitor.leave();
});

test("while one looks for a question: axe, and at 200 % nothing is wider than the screen", async () => {
  const visitor = await desk({ viewport: { width: 640, height: 400 } });
  const { page } = visitor;
  await jump(visitor);
  await visitor.type("doelgroep");
  assert.ok(await page.getByRole("option").count() > 2);
  assert.deepEqual(await findings(page), []);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${overflow} px too wide`);
  await picture(page, "loket-zoeken-640");
  await visitor.leave();
});
