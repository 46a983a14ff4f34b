// The money plan, first half: hires side by side, the cash flow, its table and its download.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { lookAt } from "./accessibility.mjs";
import { lunchroom } from "./lunchroom.mjs";
import { arrive, drawn, useSite } from "./page.mjs";
import { goTo } from "./record.mjs";

useSite();

const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");
const said = async (page, selector) => plain(await page.locator(selector).first().innerText());

test("without hires or needs there is no plan in the menu, and its page says how to begin", async () => {
  const visitor = await arrive({ path: "#plan" });
  await drawn(visitor.page);
  assert.equal(await visitor.page.locator("#menu a[href='#plan']").count(), 0);
  assert.match(await said(visitor.page, ".plan .note"), /Er is nog geen geldplan/);
  await visitor.leave();
});

test("S6: both wage-cost subsidies stand side by side, and the cash flow follows what is set", async () => {
  const visitor = await lunchroom();
  const { page } = visitor;
  await goTo(page, "#plan");
  assert.equal(await page.locator("#menu a[href='#plan'][aria-current='page']").count(), 1);
  const hire = await said(page, ".hire-plan");
  assert.match(hire, /€ 1\.090,99 per maand/);
  assert.match(hire, /€ 1\.212,20 per maand/);
  assert.match(hire, /€ 1\.470,56 per jaar/);
  assert.match(hire, /Vraag uw gemeente/);
  const before = await said(page, ".finding");
  const delay = page.locator("#vertraging");
  await delay.fill("6");
  await drawn(page);
  assert.equal(await delay.evaluate((field) => field === document.activeElement), true);
  assert.notEqual(await said(page, ".finding"), before);
  await visitor.leave();
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

test("the table holds 24 months, and the file the same as numbers only", async () => {
  const visitor = await lunchroom();
  const { page } = visitor;
  await goTo(page, "#plan");
  await page.locator(".cash-result details summary").last().click();
  assert.equal(await page.locator(".months tbody tr").count(), 24);
  const saved = page.waitForEvent("download");
  await page.locator(".cash-result button").click();
  const file = await saved;
  assert.equal(file.suggestedFilename(), "geldplan.csv");
  const [, ...lines] = readFileSync(await file.path(), "utf8").trimEnd().split("\r\n");
  assert.equal(lines.length, 24);
  assert.match(lines[0], /^2026-12;1818,79;1818,79;/);
  for (const line of lines) assert.match(line, /^\d{4}-\d{2}(;(-?\d+,\d{2})?){16}$/);
  assert.deepEqual(visitor.violations ? await visitor.violations() : [], []);
  await visitor.leave();
});

test("the plan of S6: axe, width and both colour schemes", async () => {
  const visitor = await lunchroom();
  const { page } = visitor;
  await goTo(page, "#plan");
  for (const fold of await page.locator(".plan details > summary").all()) await fold.click();
  await lookAt(page, "plan-s6");
  await visitor.leave();
});
