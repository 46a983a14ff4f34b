// The money plan, first half: hires side by side, the cash flow, its table and its download.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { lookAt } from "./accessibility.mjs";
import { addRecord, lunchroom } from "./lunchroom.mjs";
import { arrive, drawn, press, useSite } from "./page.mjs";
import { fill, goTo } from "./record.mjs";

useSite();

const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");
const said = async (page, selector) => plain(await page.locator(selector).first().innerText());

/** Both languages, one after the other, on the page as it stands. */
async function inBoth(page, look) {
  await look("nl");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.locator("header button[lang=en]").click();
  await drawn(page);
  await look("en");
}

const unfold = (page) => page.evaluate(() => document.querySelectorAll("main details").forEach((one) => { one.open = true; }));

test("without hires or needs there is no plan in the menu, and its page says how to begin", async () => {
  const visitor = await arrive({ path: "#plan" });
  await drawn(visitor.page);
  assert.equal(await visitor.page.locator("#menu a[href='#plan']").count(), 0);
  assert.match(await said(visitor.page, ".plan .note"), /Er is nog geen geldplan/);
  await visitor.leave();
});

test("S6: each line of both subsidies stands apart, and the tax credit beside them", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#plan");
  const offers = (await page.locator(".hire-plan .offer").allInnerTexts()).map(plain);
  const of = (name) => offers.find((offer) => offer.startsWith(name));
  for (const amount of ["€ 883,39 per maand", "€ 207,60 per maand", "€ 1.090,99 per maand"]) {
    assert.ok(of("Loonkostensubsidie op basis van loonwaarde").includes(amount), amount);
  }
  for (const amount of ["€ 981,54 per maand", "€ 1.212,20 per maand"]) {
    assert.ok(of("Loonkostensubsidie met vast bedrag").includes(amount), amount);
  }
  assert.ok(of("Loonkostenvoordeel doelgroep banenafspraak").includes("€ 1.470,56 per jaar"));
  await leave();
});

test("S6: the minimum wage of 2027 is said not to be known, and what rests on it to be assumed", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#plan");
  const measured = plain(await page.locator(".hire-plan .offer").first().innerText());
  assert.match(measured, /na 31 december 2026 nog niet bekend/);
  assert.match(await said(page, ".cash-result"), /Vanaf januari 2027 is het minimumloon nog niet bekend\. Die bedragen zijn een aanname\./);
  await unfold(page);
  const months = (await page.locator(".months tbody th").allInnerTexts()).map(plain);
  assert.doesNotMatch(months[0], /aanname/);
  for (const month of months.slice(1)) assert.match(month, /nog niet bekend: aanname/);
  await leave();
});

test("the cash flow follows what is set, and the focus stays in the field", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#plan");
  const before = await said(page, ".finding");
  const delay = page.locator("#vertraging");
  await delay.fill("6");
  await drawn(page);
  assert.equal(await delay.evaluate((field) => field === document.activeElement), true);
  assert.notEqual(await said(page, ".finding"), before);
  await leave();
});

test("a setting that is no number says what is allowed, and the sum stays", async () => {
  const visitor = await lunchroom();
  const { page } = visitor;
  await goTo(page, "#plan");
  const before = await said(page, ".finding");
  await page.locator("#vertraging").fill("veel");
  await drawn(page);
  assert.match(await said(page, "#vertraging-error"), /tussen 0 maanden en 12 maanden/);
  assert.equal(await said(page, ".finding"), before);
  await visitor.leave();
});

/** The numbers in a cell: none, one, or the lowest and the highest. */
const numbers = (cell) =>
  (plain(cell).replaceAll("−", "-").match(/-?[\d.]+,\d{2}/g) ?? []).map((found) => found.replaceAll(".", ""));

test("the table holds 24 months, and the file the same numbers", async () => {
  const visitor = await lunchroom();
  const { page } = visitor;
  await goTo(page, "#plan");
  await unfold(page);
  const rows = await page.locator(".months tbody tr").evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.innerText)));
  assert.equal(rows.length, 24);
  const saved = page.waitForEvent("download");
  await page.locator(".cash-result button").click();
  const file = await saved;
  assert.equal(file.suggestedFilename(), "geldplan.csv");
  const [head, ...lines] = readFileSync(await file.path(), "utf8").trimEnd().split("\r\n");
  assert.equal(lines.length, 24);
  const first = head.split(";").findIndex((name) => name.endsWith("(laagst)"));
  for (const [at, line] of lines.entries()) {
    const cells = line.split(";");
    assert.match(cells[0], /^\d{4}-\d{2}$/);
    for (const [column, shown] of rows[at].entries()) {
      const inTable = numbers(shown);
      const inFile = cells.slice(first + 2 * column, first + 2 * column + 2).filter((cell) => cell !== "");
      assert.deepEqual([...new Set(inFile)], [...new Set(inTable)], `${cells[0]}, ${column}: ${shown}`);
    }
  }
  assert.deepEqual(await visitor.violations(), []);
  await visitor.leave();
});

/** Tells of a hire of the municipality: where, how many hours, what loonwaarde. */
async function tell(page, row, [place, hours, loonwaarde]) {
  await goTo(page, "#lijst/hires");
  await addRecord(page);
  const answers = [
    ["hire.place", { place }], ["hire.age", "30"], ["hire.start", ["1", "12", "2026"]], ["hire.hours", hours],
    ["hire.lks_group", true], ["hire.loonwaarde", loonwaarde], ["hire.pays_minimum", true], ["hire.register", true],
    ["hire.job_kind", "Gewone baan"], ["hire.benefit", "Bijstand van de gemeente"], ["hire.history", "Nee"],
  ];
  for (const [question, value] of answers) await fill(page, question, value, row);
}

/** The first amount of loonkostensubsidie by loonwaarde among the sums, in cents. */
async function subsidy(page) {
  await goTo(page, "#plan");
  const sums = plain(await page.locator("section[aria-labelledby=som-werknemers]").innerText());
  const [, euros, cents] = sums.match(/naar loonwaarde € ([\d.]+),(\d{2}) per maand/);
  return Number(euros.replaceAll(".", "")) * 100 + Number(cents);
}

test("two hires of other hours and loonwaarde in two municipalities bring the sum of each alone", async () => {
  const hires = [["Tilburg", "28", "55"], ["Eindhoven", "20", "40"]];
  const alone = [];
  for (const hire of hires) {
    const { page, leave } = await arrive({ prepare: (page) => page.clock.setFixedTime("2026-11-21T12:00:00Z") });
    await tell(page, 0, hire);
    alone.push(await subsidy(page));
    await leave();
  }
  assert.equal(alone[0], 109_099);
  assert.notEqual(alone[1], alone[0]);
  const { page, leave } = await arrive({ prepare: (page) => page.clock.setFixedTime("2026-11-21T12:00:00Z") });
  for (const [row, hire] of hires.entries()) await tell(page, row, hire);
  assert.equal(await subsidy(page), alone[0] + alone[1]);
  assert.equal(await page.locator(".hire-plan").count(), 2);
  await leave();
});

test("on paper the plan stands without fields and buttons, and with every month", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#plan");
  await page.emulateMedia({ media: "print" });
  for (const part of [".cash-settings", ".contents", ".cash-result button"]) {
    assert.equal(await page.locator(part).first().isVisible(), false, part);
  }
  assert.equal(await page.locator(".months tbody tr").last().evaluate((row) => row.checkVisibility()), true);
  assert.equal(await page.locator(".chart.wijd").isVisible(), true);
  assert.match(await said(page, ".hire-plan"), /€ 1\.090,99 per maand/);
  await leave();
});

test("the plan, the aid account and the calculators are a link away from each other and the advice", async () => {
  const { page, leave } = await lunchroom();
  const at = () => page.evaluate(() => location.hash);
  await goTo(page, "#advies");
  for (const [from, words, to] of [
    ["main", "Uw geldplan", "#plan"], ["main", "Steunruimte", "#steun"], ["main", "Uw geldplan", "#plan"],
    ["header", "Reken zelf", "#reken"], ["footer", "Steunruimte", "#steun"], ["footer", "Geldplan", "#plan"],
  ]) {
    await page.locator(from).getByRole("link", { name: words, exact: true }).click();
    await drawn(page);
    assert.equal(await at(), to);
  }
  await goTo(page, "#regeling/lks-participatiewet");
  await press(page, "Bekijk in uw geldplan wanneer dit geld komt");
  assert.equal(await at(), "#plan");
  await leave();
});

test("at 320 pixels the menu unfolds to every page", async () => {
  const { page, leave } = await lunchroom({ viewport: { width: 320, height: 700 } });
  await page.locator(".menu-button").click();
  await drawn(page);
  for (const address of ["#advies", "#plan", "#reken"]) {
    assert.equal(await page.locator(`#menu a[href='${address}']`).isVisible(), true, address);
  }
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await leave();
});

test("the names of months under the chart are those of the language", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#plan");
  const names = async () => (await page.locator(".chart.wijd text").allTextContents()).map(plain);
  assert.ok((await names()).includes("mrt 2027"));
  await page.locator("header button[lang=en]").click();
  await drawn(page);
  assert.ok((await names()).includes("Mar 2027"));
  await leave();
});

test("the plan of S6: axe, width and both colour schemes, in both languages", async () => {
  const { page, errors, violations, leave } = await lunchroom();
  await goTo(page, "#plan");
  await unfold(page);
  await inBoth(page, (lang) => lookAt(page, `plan-s6-${lang}`));
  assert.deepEqual(errors, []);
  assert.deepEqual(await violations(), []);
  await leave();
});
