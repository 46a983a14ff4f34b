// The advice on paper: always two pages, what stands on them, and the files to take along.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { lookAt, settled } from "./accessibility.mjs";
import { arrive, drawn, press, useSite } from "./page.mjs";
import { goTo } from "./record.mjs";
import { almere, fullest, scenario, tell } from "./told.mjs";

useSite();

const folder = fileURLToPath(new URL("../../target/screenshots/print/", import.meta.url));
const drawer = spawnSync("pdftoppm", ["-v"]).error ? " (no pictures: pdftoppm is not there)" : "";
const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");

/** A visitor who told this, on the page of the paper. */
async function paper(answers, { lang = "nl", desk = false, ...options } = {}) {
  const visitor = await arrive({ prepare: (page) => page.clock.setFixedTime("2026-11-22T12:00:00Z"), ...options });
  const { page } = visitor;
  if (answers) await tell(page, answers);
  if (lang === "en") await press(page, /^EN/);
  if (desk) await goTo(page, "#loket");
  await goTo(page, "#papier");
  return visitor;
}

/** The pages that the printer gives; kept as PDF, and as pictures where they can be made. */
async function printed(page, name) {
  mkdirSync(folder, { recursive: true });
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  writeFileSync(`${folder}${name}.pdf`, pdf);
  spawnSync("pdftoppm", ["-png", "-r", "90", `${folder}${name}.pdf`, `${folder}${name}`]);
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

const CASES = {
  "nothing told": null, S1: scenario("s01"), S2: scenario("s02"), S6: scenario("s06"), S7: scenario("s07"),
  S8: almere, "as much as can be told": fullest,
};

for (const [name, answers] of Object.entries(CASES)) {
  for (const lang of ["nl", "en"]) {
    for (const desk of [false, true]) {
      const whom = desk ? "from the desk" : "for the visitor";
      test(`${name}, ${lang}, ${whom}: two pages, nothing cut off${drawer}`, async () => {
        const { page, errors, leave } = await paper(answers, { lang, desk });
        const pages = await printed(page, `papier-${name.replaceAll(" ", "-")}-${lang}${desk ? "-loket" : ""}`);
        assert.equal(pages, 2);
        // As wide as the paper between its margins: what is too tall or too wide shows.
        await page.setViewportSize({ width: 680, height: 1000 });
        await page.emulateMedia({ media: "print" });
        const wrong = await page.evaluate(() => [...document.querySelectorAll(".sheet")].flatMap((sheet) => {
          const limit = 269 / 25.4 * 96;
          const { height, right } = sheet.getBoundingClientRect();
          const wide = [...sheet.querySelectorAll("*")].filter((part) => !part.closest(".hidden")
            && part.getBoundingClientRect().right > right + 1).map((part) => `${part.tagName} ${part.textContent}`);
          return height > limit ? [`${height} px high`, ...wide] : wide;
        }));
        assert.deepEqual(wrong, []);
        assert.deepEqual(errors, []);
        await leave();
      });
    }
  }
}

test("every page has the logo, the day, the edition with its code, and its number", async () => {
  const { page, leave } = await paper(almere);
  for (const [row, sheet] of (await page.locator(".sheet").all()).entries()) {
    const words = plain(await sheet.innerText());
    assert.match(words, /Steunwijzer Advies op 22 november 2026, uitgave \d+ \w+ 2026/);
    assert.match(words, /Controlecode [0-9a-f]{16}/);
    assert.match(words, new RegExp(`${row + 1} van 2`));
    assert.equal(await sheet.locator("svg.logo").count(), 1);
  }
  await leave();
});

test("the letters are as large in the fullest case as in the emptiest", async () => {
  const sizes = [];
  for (const answers of [null, fullest]) {
    const { page, leave } = await paper(answers);
    await page.emulateMedia({ media: "print" });
    sizes.push(await page.evaluate(() =>
      [".sheet", ".sheet h2", ".sheet h3", ".paper-sources"].map((part) => getComputedStyle(document.querySelector(part)).fontSize)));
    await leave();
  }
  assert.deepEqual(sizes[0], sizes[1]);
  assert.equal(sizes[0][0], `${10 / 72 * 96}px`.slice(0, 7) + "px");
});

test("only the paper from the desk says what the municipality can do, and one press changes it", async () => {
  const { page, leave } = await paper(almere, { desk: true });
  const says = () => page.locator(".sheet", { hasText: "Wat de gemeente kan doen" }).count();
  assert.equal(await says(), 1);
  await press(page, "Voor uzelf");
  assert.equal(await says(), 0);
  await leave();
});

test("an answer that is not known stands in italics, a question that was not asked is only counted", async () => {
  const { page, leave } = await paper(fullest);
  const unknown = page.locator(".paper-told .unknown");
  assert.equal(await unknown.evaluate((part) => getComputedStyle(part).fontStyle), "italic");
  assert.match(plain(await page.locator(".paper-told + p").innerText()), /\d+ vragen zijn niet beantwoord/);
  await leave();
});

test("the full list is a print of its own with every scheme", async () => {
  const { page, leave } = await paper(almere);
  await press(page, "Volledige lijst");
  const all = plain(await page.locator(".sheet p").first().innerText()).match(/Alle (\d+) regelingen/)[1];
  assert.equal(await page.locator(".paper-rows > li").count(), Number(all));
  assert.ok(await printed(page, "papier-volledig") > 5);
  await leave();
});

test("the paper is one press away from the advice and from the desk", async () => {
  const { page, leave } = await paper(almere);
  for (const from of ["#advies", "#loket"]) {
    await goTo(page, from);
    await press(page, /Advies op 2 pagina/);
    assert.match(page.url(), /#papier$/, from);
  }
  await leave();
});

/** Presses a button that saves a file. */
async function saved(page, name) {
  const download = page.waitForEvent("download");
  await press(page, name);
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

test("the table is a file for a spreadsheet, made without a request", async () => {
  const { page, requests, leave } = await paper(scenario("s06"));
  const before = requests.length;
  const { name, text } = await saved(page, /CSV/);
  assert.equal(name, "steunwijzer-regelingen.csv");
  assert.ok(text.startsWith("\ufeffnaam in de regels;regeling;"));
  assert.match(text, /\r\nlks-participatiewet;.*;1090,99;1090,99;euro per maand;/);
  assert.deepEqual(requests.slice(before).filter((address) => !address.startsWith("blob:")), []);
  await leave();
});

test("the days are a calendar that holds the last day before the start, the same at every save", async () => {
  const { page, leave } = await paper(scenario("s06"));
  const { name, text } = await saved(page, /ics/);
  assert.equal(name, "steunwijzer-termijnen.ics");
  assert.match(text, /^BEGIN:VCALENDAR\r\n/);
  assert.match(text, /UID:start-hire-1@steunwijzer\r\nDTSTAMP:20261122T000000Z\r\nDTSTART;VALUE=DATE:20261130\r\n/);
  assert.equal((await saved(page, /ics/)).text, text);
  await leave();
});

test("print hides what can be pressed and keeps the colour of verdicts", async () => {
  const { page, leave } = await paper(almere, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("button:visible, header:visible, footer:visible").count(), 0);
  const plate = page.locator(".sheet .plate").first();
  assert.equal(await plate.evaluate((part) => getComputedStyle(part).printColorAdjust), "exact");
  await leave();
});

test("the preview: axe, width and both colour schemes, in both languages", async () => {
  for (const lang of ["nl", "en"]) {
    const { page, leave } = await paper(almere, { lang, desk: true });
    await lookAt(page, `papier-${lang}`);
    await leave();
  }
});

test("the preview of the full list: axe, width and both colour schemes", async () => {
  const { page, leave } = await paper(null);
  await press(page, "Volledige lijst");
  await lookAt(page, "papier-volledig");
  await leave();
});

/** A4 turned sideways, without its margins of 15 mm, in pixels. */
const LANDSCAPE = 1009;

/** How wide the tables are that are printed on a page turned sideways; takes them out of the page. */
const onPagesOfTheirOwn = () =>
  [...document.querySelectorAll(".scrolls")].filter((part) => getComputedStyle(part).page === "wide").map((part) => {
    const width = part.scrollWidth;
    part.remove();
    return width;
  });

// What does not fit between the margins of a print is cut off without a word.
for (const address of ["#advies", "#regeling/lks-participatiewet", "#plan", "#antwoorden", "#vergelijk"]) {
  test(`${address} on paper: no navigation, nothing cut off, links readable`, async () => {
    const { page, leave } = await paper(scenario("s06"));
    await goTo(page, address);
    await drawn(page);
    await printed(page, `afdruk-${address.slice(1).split("/")[0]}`);
    await page.setViewportSize({ width: 680, height: 1000 });
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("header nav:visible, .skip:visible, .dock:visible").count(), 0);
    const turned = await page.evaluate(onPagesOfTheirOwn);
    assert.ok(turned.every((width) => width <= LANDSCAPE), `${turned} px on a page turned sideways`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px wider than the paper`);
    await settled(page);
    const links = await page.locator("main a:visible").evaluateAll((all) => [...new Set(all.map((link) => getComputedStyle(link).color))]);
    assert.ok(links.every((colour) => ["rgb(0, 0, 0)", "rgb(51, 51, 51)"].includes(colour)), links.join(" "));
    await leave();
  });
}
