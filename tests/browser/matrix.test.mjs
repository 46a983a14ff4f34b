// Every page and state, looked at: axe, no sideways scroll, and a picture in target/screenshots for people.
//
// Three widths, two colour schemes and two languages make twelve looks of every state. Six are taken, so
// that every width meets both schemes and both languages, and every scheme both languages: what goes wrong
// between two of them is seen; nothing of ours depends on all three at once. axe looks at the two corners
// that differ in all three. Sideways scroll is looked for at 320 px in the language with the longest words.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { findings, settled } from "./accessibility.mjs";
import { lunchroom } from "./lunchroom.mjs";
import { arrive, drawn, picture, useSite } from "./page.mjs";
import { goTo } from "./record.mjs";
import { WALKS } from "./states.mjs";

useSite();

const LOOKS = [
  { lang: "nl", colorScheme: "light", width: 390 },
  { lang: "nl", colorScheme: "dark", width: 768 },
  { lang: "nl", colorScheme: "light", width: 1280, axe: true },
  { lang: "en", colorScheme: "dark", width: 390, axe: true },
  { lang: "en", colorScheme: "light", width: 768 },
  { lang: "en", colorScheme: "dark", width: 1280 },
];

/** Pressed through the page: on a phone the languages are in the menu. */
async function speak(page, lang) {
  await page.locator(`header button[lang=${lang}]`).evaluate((button) => button.click());
  await drawn(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
}

async function scrollsSideways(page, width) {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Looks at the page as it stands; gives what is wrong, one line each. */
async function look(page, name, looks) {
  const wrong = [];
  await speak(page, "nl");
  if (await scrollsSideways(page, 320) > 0) wrong.push(`${name}: wider than 320 px`);
  for (const { lang, colorScheme, width, axe } of looks) {
    if (await page.evaluate(() => document.documentElement.lang) !== lang) await speak(page, lang);
    await page.emulateMedia({ colorScheme });
    if (await scrollsSideways(page, width) > 0) wrong.push(`${name}: wider than ${width} px in ${lang}`);
    await settled(page);
    await picture(page, `matrix/${name}-${width}-${colorScheme}-${lang}`);
    if (axe) wrong.push(...(await findings(page)).map((finding) => `${name}, ${width}, ${colorScheme}, ${lang}: ${finding}`));
  }
  await page.emulateMedia({ colorScheme: "light" });
  await speak(page, "nl");
  return wrong;
}

for (const { who, come, states, corners } of WALKS) {
  const looks = LOOKS.filter(({ axe }) => axe || !corners);
  test(`${who}: every page in every look`, async () => {
    const { page, errors, violations, leave } = await come();
    const wrong = [];
    for (const [name, address, prepare] of states) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await goTo(page, address);
      await prepare?.(page);
      // Not that of a box in a shadow tree, which says itself at which level it stands.
      if (await page.locator("css:light=h1").count() !== 1) wrong.push(`${name}: not one h1`);
      wrong.push(...await look(page, name, looks));
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual([errors, await violations()], [[], []]);
    await leave();
  });
}

test("when a file does not come: axe, and a picture of what the page says", async () => {
  const { page, leave } = await arrive({
    ready: false,
    prepare: (page) => page.route("**/app.js", (route) => route.abort()),
  });
  await page.getByRole("alert").waitFor();
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await picture(page, `matrix/mislukt-${width}`);
  }
  assert.deepEqual(await findings(page), []);
  await leave();
});

/** What comes out of the printer: a PDF, and a PNG for each page where there is a tool to make them. */
async function printed(page, name) {
  const folder = fileURLToPath(new URL("../../target/screenshots/print/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder).filter((file) => file.startsWith(`${name}-`))) rmSync(folder + old);
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  writeFileSync(`${folder}${name}.pdf`, pdf);
  spawnSync("pdftoppm", ["-png", "-r", "80", `${folder}${name}.pdf`, `${folder}${name}`]);
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** What is printed: the least and the most pages, and a figure that has to stand on it. */
const PRINTS = [
  ["papier", "#papier", 2, 2, "1.090,99"],
  ["advies", "#advies", 2, 6, "1.090,99"],
  ["geldplan", "#plan", 2, 10, "1.212,20"],
];

for (const [name, address, least, most, figure] of PRINTS) {
  test(`${name} on paper: ${least} to ${most} pages, nothing to press, black on white whatever the screen shows`, async () => {
    const { page, leave } = await lunchroom({ colorScheme: "dark" });
    await goTo(page, address);
    const pages = await printed(page, name);
    assert.ok(pages >= least && pages <= most, `${pages} pages`);
    assert.ok((await page.locator("main").innerText()).includes(figure), `${figure} is not on it`);
    await page.emulateMedia({ media: "print" });
    const pressed = await page.locator("button:visible, input:visible, header nav a:visible").allInnerTexts();
    assert.deepEqual(pressed, []);
    const paint = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.querySelector(".sw"));
      return [color, backgroundColor];
    });
    assert.deepEqual(paint, ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
    await leave();
  });
}
