// Calculators: one journey each (type, read the sum), axe, and what holds for all of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, lookAt } from "./accessibility.mjs";
import { lunchroom } from "./lunchroom.mjs";
import { arrive, drawn, press, useSite } from "./page.mjs";
import { fill, goTo } from "./record.mjs";

useSite();

const TODAY = "2026-11-21T12:00:00Z";

/** A visitor who opened the address of a calculator, and did nothing else. */
async function at(name, options = {}) {
  const prepare = (page) => page.clock.setFixedTime(TODAY);
  const visitor = await arrive({ path: `#reken/${name}`, prepare, ...options });
  await drawn(visitor.page);
  return visitor;
}

/** What came out, with plain spaces. */
const outcome = async (page) =>
  (await page.locator(".outcome").innerText()).replaceAll("\u00a0", " ").replace(/\s+/g, " ");

/** Answers and expected words, by calculator. */
const JOURNEYS = [
  ["loonkostensubsidie", [
    ["hire.age", "27", 0], ["hire.start", ["1", "12", "2026"], 0], ["hire.hours", "28", 0], ["hire.loonwaarde", "55", 0],
  ], ["€ 1.090,99 per maand", "€ 1.212,20 per maand", "minimumloon met vakantiegeld × deel × uren / 36"]],
  ["loonkostenvoordeel", [
    ["hire.age", "27", 0], ["hire.start", ["1", "12", "2026"], 0], ["hire.hours", "28", 0], ["hire.register", true, 0],
  ], ["€ 1.470,56 per jaar"]],
  ["wbso", [
    ["org.employer", true], ["need.start", ["1", "4", "2026"], 0], ["need.so_hours", "4000", 0],
    ["need.so_earlier", true, 0], ["need.so_wage", "43,30", 0], ["need.so_starter", false, 0],
  ], ["€ 72.000"]],
  ["eia-mia", [
    ["org.taxpayer", true], ["need.start", ["15", "12", "2026"], 0], ["need.asset_cost", "40.000", 0],
    ["need.milieulijst", "Categorie II (36 %)", 0],
  ], ["€ 16.000"]],
  ["bmkb", [
    ["need.purpose", "Machine, inrichting of vervoermiddel", 0], ["need.amount", "500.000", 0], ["need.repay_months", "72", 0],
  ], ["€ 225.000", "€ 10.625"]],
  ["lening", [
    ["need.amount", "12.000", 0], ["need.repay_months", "24", 0], ["loan.rate", "0"], ["loan.repayment", "Lineair"],
    ["loan.costs", "150"], ["loan.interest_only", "0"],
  ], ["€ 500,00 per maand", "€ 12.150,00"]],
  ["steunruimte", [
    ["room.new_aid", "100.000"], ["room.regime", "Gewone de-minimissteun"],
  ], ["Nog niet te zeggen", "U vertelde nog niet welke steun u al kreeg"]],
  ["mkb-toets", [
    ["size.fte", "9,99"], ["size.turnover", "2.000.000"], ["size.balance", "9.000.000"],
  ], ["Microbedrijf", "U blijft onder de grenzen."]],
  ["moeilijkheden", [
    ["org.legal_form", "Besloten vennootschap (bv)"], ["org.founded", ["1", "1", "2020"]], ["difficulty.sme", true],
    ["difficulty.capital", "100.000"], ["difficulty.reserves", "0"], ["difficulty.losses", "50.000,01"],
  ], ["In moeilijkheden", "Door verliezen is meer dan de helft van het kapitaal weg."]],
  ["aanbestedingsdrempel", [
    ["threshold.day", ["31", "12", "2025"]], ["threshold.kind", "Leveringen of diensten"], ["threshold.value", "220.999"],
  ], ["Onder de Europese drempel", "€ 221.000"]],
];

for (const [name, answers, expected] of JOURNEYS) {
  test(`${name}: typed answers give the sum, and axe finds nothing in any look`, async () => {
    const { page, errors, violations, leave } = await at(name);
    for (const [question, value, row] of answers) await fill(page, question, value, row);
    const found = await outcome(page);
    for (const words of expected) assert.ok(found.includes(words), `${words} is not in: ${found}`);
    await page.locator(".outcome details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
    await lookAt(page, `reken-${name}`);
    assert.equal(await page.locator("h1").count(), 1);
    assert.deepEqual(errors, []);
    assert.deepEqual(await violations(), []);
    await leave();
  });
}

test("the list leads to every calculator, by its links alone", async () => {
  const { page, leave } = await arrive();
  await press(page, "Reken zelf");
  await lookAt(page, "reken");
  const links = await page.locator(".calculators a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  assert.deepEqual(links, JOURNEYS.map(([name]) => `#reken/${name}`));
  await page.locator(".calculators a").first().click();
  await drawn(page);
  assert.equal(await page.evaluate(() => location.hash), "#reken/loonkostensubsidie");
  await leave();
});

test("the sum follows every key, and the focus stays in the field", async () => {
  const { page, leave } = await at("aanbestedingsdrempel");
  await fill(page, "threshold.kind", "Leveringen of diensten");
  await page.locator("#threshold-value").focus();
  await page.keyboard.type("21600");
  await drawn(page);
  assert.ok((await outcome(page)).includes("Onder de Europese drempel"));
  await page.keyboard.type("0");
  await drawn(page);
  assert.ok((await outcome(page)).includes("Europees aanbesteden"));
  assert.match(await page.locator("main [aria-live=polite]").innerText(), /Europees aanbesteden/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "threshold-value");
  await leave();
});

test("what cannot be read is marked when the field is left, not before", async () => {
  const { page, leave } = await at("lening");
  await page.locator("#loan-rate").fill("veel");
  await drawn(page);
  assert.equal(await page.locator(".error").count(), 0);
  await page.locator("#loan-rate").press("Tab");
  await drawn(page);
  assert.equal(await page.locator(".error").count(), 1);
  assert.deepEqual(await findings(page), []);
  await leave();
});

test("received aid is told record by record, by keyboard", async () => {
  const { page, leave } = await at("steunruimte");
  await page.getByRole("button", { name: "Voeg steun toe" }).press("Enter");
  await drawn(page);
  await fill(page, "aid.amount", "280.000", 0);
  await fill(page, "aid.date", ["1", "3", "2025"], 0);
  await page.locator("#aid-regime-0").selectOption({ index: 1 });
  await fill(page, "room.new_aid", "100.000");
  await fill(page, "room.regime", "Gewone de-minimissteun");
  const found = await outcome(page);
  assert.ok(found.includes("De nieuwe steun past niet"), found);
  assert.ok(found.includes("Vanaf 2 maart 2028 past zij wel"), found);
  await lookAt(page, "reken-steun-gekregen");
  await page.getByRole("button", { name: /Haal weg/ }).press("Enter");
  await drawn(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "voeg-toe");
  await page.getByRole("button", { name: "Er zijn er geen" }).click();
  await drawn(page);
  assert.ok((await outcome(page)).includes("De nieuwe steun past"));
  await leave();
});

test("nothing goes from or to the interview until the visitor asks for it", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#reken/loonkostensubsidie");
  assert.ok(!(await outcome(page)).includes("€ 1.090,99"));
  assert.equal(await page.locator("#hire-hours-0").inputValue(), "");
  await page.getByRole("button", { name: /Neem mijn antwoorden over/ }).click();
  await drawn(page);
  assert.ok((await outcome(page)).includes("€ 1.090,99 per maand"));
  await page.locator("#hire-hours-0").fill("36");
  await drawn(page);
  await goTo(page, "#lijst/hires/1");
  assert.equal(await page.locator("#hire-hours-0").inputValue(), "28 uur");
  await goTo(page, "#reken/loonkostensubsidie");
  assert.equal(await page.locator("#hire-hours-0").inputValue(), "36");
  await press(page, "Begin opnieuw");
  assert.equal(await page.locator("#hire-hours-0").inputValue(), "");
  await leave();
});

test("in English: the same sum in English words", async () => {
  const { page, leave } = await at("lening");
  await fill(page, "need.amount", "12000", 0);
  await fill(page, "loan.rate", "0");
  await fill(page, "need.repay_months", "24", 0);
  await page.locator("header button[lang=en]").click();
  await drawn(page);
  const found = await outcome(page);
  assert.ok(found.includes("What the loan costs"), found);
  assert.doesNotMatch(await page.locator("main").innerText(), /Termijn|Uitkomst|Goed om te weten/);
  await leave();
});

test("on paper the sum stands without buttons", async () => {
  const { page, leave } = await at("aanbestedingsdrempel");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".calculator button:visible").count(), 0);
  assert.ok(await page.locator(".outcome table").isVisible());
  await leave();
});
