// The aid account and the declaration made of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lookAt } from "./accessibility.mjs";
import { addRecord } from "./lunchroom.mjs";
import { arrive, drawn, press, useSite } from "./page.mjs";
import { fill, goTo } from "./record.mjs";

useSite();

const TODAY = "2026-11-21T12:00:00Z";
const GENERAL = "Gewone de-minimissteun";

/** A visitor who got 280.000 on 1 March 2025 and 10.000 on 15 January 2024, both general aid. */
async function withAid(options = {}) {
  const visitor = await arrive({ prepare: (page) => page.clock.setFixedTime(TODAY), ...options });
  const { page } = visitor;
  await goTo(page, "#lijst/aid");
  const awards = [["280.000", ["1", "3", "2025"]], ["10.000", ["15", "1", "2024"]]];
  for (const [row, [amount, day]] of awards.entries()) {
    await addRecord(page);
    await fill(page, "aid.amount", amount, row);
    await fill(page, "aid.date", day, row);
    await fill(page, "aid.regime", GENERAL, row);
  }
  return visitor;
}

/** The words of a part of the page, with plain spaces. */
const words = async (page, part) =>
  (await page.locator(part).innerText()).replaceAll("\u00a0", " ").replace(/\s+/g, " ");

async function chooseDay(page, day, month, year) {
  for (const [part, value] of [day, month, year].entries()) await page.locator(`#steun-dag-${part}`).fill(value);
  await press(page, "Reken met deze dag");
}

test("room, calendar and new aid follow the day that the visitor sets", async () => {
  const { page, errors, violations, leave } = await withAid();
  await press(page, "Bekijk uw steunruimte");
  assert.equal(await page.evaluate(() => location.hash), "#steun");
  let rooms = await words(page, ".aid-rooms");
  assert.ok(rooms.includes("Dit is de ruimte op 21 november 2026."), rooms);
  assert.match(rooms, /Ruimte: gewone de-minimissteun .*€ 10\.000,00/);
  assert.match(rooms, /16 januari 2027 Steun 2 telt niet meer mee: € 10\.000 komt vrij\. € 20\.000/);
  assert.match(rooms, /2 maart 2028 Steun 1 telt niet meer mee: € 280\.000 komt vrij\. € 300\.000/);

  await page.locator("#steun-bedrag").fill("25.000");
  await press(page, "Reken met deze dag");
  assert.match(await words(page, ".aid-new"), /past niet.*€ 15\.000 te weinig.*hele nieuwe steun.*2 maart 2028/);
  await lookAt(page, "steun-past-niet");

  await chooseDay(page, "2", "3", "2028");
  assert.match(await words(page, ".aid-new"), /De nieuwe steun past\. Daarna is er nog € 275\.000 over/);
  assert.match(await page.locator("main [aria-live=polite]").innerText(), /De nieuwe steun past/);
  rooms = await words(page, ".aid-rooms");
  assert.ok(rooms.includes("Dit is de ruimte op 2 maart 2028."), rooms);
  assert.deepEqual(errors, []);
  assert.deepEqual(await violations(), []);
  await leave();
});

test("a day that does not exist is told at the field, and the room stays", async () => {
  const { page, leave } = await withAid();
  await goTo(page, "#steun");
  await chooseDay(page, "31", "2", "2027");
  assert.equal(await page.locator("#steun-dag-0").getAttribute("aria-invalid"), "true");
  assert.ok((await words(page, "#steun-dag-fout")).length > 0);
  assert.ok((await words(page, ".aid-rooms")).includes("21 november 2026"));
  await lookAt(page, "steun-fout");
  await leave();
});

test("aid of another firm of the group counts; of one that may not belong to it, it is a range", async () => {
  const { page, leave } = await withAid();
  await goTo(page, "#steun");
  await page.locator("#steun-wie-0").selectOption({ label: "Een ander bedrijf in mijn groep" });
  await drawn(page);
  assert.match(await words(page, "#ruimte-general + table"), /Al gekregen.*€ 290\.000,00/);
  await page.locator("#steun-wie-0").selectOption({ index: 2 });
  await drawn(page);
  assert.match(await words(page, "#ruimte-general + table"), /tussen € 10\.000,00 en € 290\.000,00/);
  await leave();
});

test("before any aid is told the page says so and leads to the questions", async () => {
  const { page, leave } = await arrive({ path: "#steun", prepare: (page) => page.clock.setFixedTime(TODAY) });
  await drawn(page);
  assert.match(await words(page, "main"), /U vertelde nog niet welke steun u al kreeg/);
  await lookAt(page, "steun-niet-verteld");
  await press(page, "Vul in welke steun u kreeg");
  assert.equal(await page.evaluate(() => location.hash), "#lijst/aid");
  await leave();
});

test("the declaration holds rows, totals and what to check, in every look", async () => {
  const { page, errors, violations, leave } = await withAid();
  await goTo(page, "#steun");
  await page.locator("#steun-bedrag").fill("25.000");
  await press(page, "Reken met deze dag");
  await page.locator("#steun-wie-1").selectOption({ index: 2 });
  await press(page, "Maak de de-minimisverklaring");
  assert.equal(await page.evaluate(() => location.hash), "#verklaring");
  const found = await words(page, ".declaration");
  for (const expected of [
    "Concept.",
    "van 21 november 2023 tot en met 21 november 2026",
    "€ 280.000",
    "van vóór het register",
    "Gevraagd: € 25.000, gewone de-minimissteun.",
    "Zoek uit wie zeggenschap heeft.",
    "Het centrale register bevat nog geen drie jaar.",
  ]) assert.ok(found.includes(expected), `${expected} is not in: ${found}`);
  assert.match(await words(page, ".counts:has(#totalen)"), /tussen € 280\.000 en € 290\.000/);
  assert.deepEqual(await page.locator(".counts:has(#gekregen) tbody th").allInnerTexts(), ["Steun 2", "Steun 1"]);
  await lookAt(page, "verklaring");
  assert.deepEqual(errors, []);
  assert.deepEqual(await violations(), []);
  await leave();
});

test("on paper the declaration stands alone: no buttons, no navigation, room to sign, two pages at most", async () => {
  const { page, leave } = await withAid();
  await goTo(page, "#verklaring");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("button:visible").count(), 0);
  assert.equal(await page.locator("nav:visible").count(), 0);
  for (const part of [".counts:has(#gekregen)", ".counts:has(#totalen)", ".checks", ".signing"]) {
    assert.ok(await page.locator(part).isVisible(), part);
  }
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages <= 2, `${pages} pages`);
  await leave();
});
