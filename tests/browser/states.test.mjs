// What survives a change: of language, of page, of the device's colours. What a change looks like for who
// cannot see colours is in access.test.mjs; every state in every look is in matrix.test.mjs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { addRecord, lunchroom } from "./lunchroom.mjs";
import { arrive, drawn, useSite } from "./page.mjs";
import { forward, goTo } from "./record.mjs";

useSite();

const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");
const said = async (locator) => plain(await locator.innerText());
const heading = (page) => said(page.locator("h1"));

/** Presses the button of a language, as a visitor does: the focus is on it afterwards. */
async function speak(page, lang) {
  await page.locator(`header button[lang=${lang}]`).click();
  await drawn(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
}

/** Types without leaving the field: nothing has read it yet. */
async function type(page, id, text) {
  await page.locator(`[id="${id}"]`).focus();
  await page.keyboard.type(text);
  await drawn(page);
}

/** Fields whose text was typed and maybe not read, by page. */
const DRAFTS = [
  ["#vraag/org.turnover", "org-turnover", "12,500"],
  ["#vraag/org.founded", "org-founded", "31"],
  ["#vraag/org.place", "org-place", "Til"],
  ["#plan", "vertraging", "x"],
  ["#dossier", "notitie", "Belt dinsdag."],
];

for (const [address, id, text] of DRAFTS) {
  test(`another language and back keeps the page ${address}, what was typed there, and the focus`, async () => {
    const { page, errors, leave } = await lunchroom();
    await goTo(page, address);
    await type(page, id, text);
    const typed = await page.locator(`[id="${id}"]`).inputValue();
    assert.ok(typed.includes(text));
    const dutch = await heading(page);
    for (const lang of ["en", "nl"]) {
      await speak(page, lang);
      assert.ok(page.url().endsWith(address));
      assert.equal(await page.locator(`[id="${id}"]`).inputValue(), typed, lang);
      const focused = await page.evaluate(() => [document.activeElement.tagName, document.activeElement.lang]);
      assert.deepEqual(focused, ["BUTTON", lang], "the focus stays on the button");
    }
    assert.equal(await heading(page), dutch);
    assert.deepEqual(errors, []);
    await leave();
  });
}

test("another language says a mistake in that language, and the field stays marked", async () => {
  const { page, leave } = await arrive({ path: "#vraag/org.turnover" });
  await page.locator("#org-turnover").fill("-3");
  await forward(page);
  const dutch = await said(page.locator(".field .error"));
  await speak(page, "en");
  const english = await said(page.locator(".field .error"));
  assert.notEqual(english, dutch);
  assert.match(english, /from|between|limits/i);
  assert.equal(await page.locator("#org-turnover").getAttribute("aria-invalid"), "true");
  await leave();
});

test("another language keeps what was folded out and where one was on the page", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#regeling/lks-participatiewet");
  await page.locator("main details > summary").last().click();
  await drawn(page);
  const open = await page.locator("main details[open]").count();
  assert.ok(open > 0);
  const before = await page.evaluate(() => scrollY);
  await page.locator("header button[lang=en]").evaluate((button) => button.click());
  await drawn(page);
  assert.equal(await page.locator("main details[open]").count(), open);
  const after = await page.evaluate(() => scrollY);
  assert.ok(Math.abs(after - before) < 400, `from ${before} to ${after}`);
  await leave();
});

test("every page begins at its top with the focus on its heading, and back does so too", async () => {
  const { page, leave } = await lunchroom({ viewport: { width: 390, height: 700 } });
  const begins = async (why) => {
    const { top, focused } = await page.evaluate(() => ({ top: scrollY, focused: document.activeElement }));
    assert.equal(top, 0, why);
    return focused;
  };
  for (const address of ["#advies", "#regeling/lks-participatiewet", "#plan", "#gemeente", "#dossier", "#toegankelijkheid"]) {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await goTo(page, address);
    await begins(address);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1", address);
  }
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.goBack();
  await drawn(page);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1", "back");
  await leave();
});

test("the field that has the focus is never under the dock", async () => {
  const { page, leave } = await arrive({ viewport: { width: 390, height: 700 } });
  await goTo(page, "#lijst/hires");
  await addRecord(page);
  await page.locator("main .field input").first().focus();
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press("Tab");
    const covered = await page.evaluate(() => {
      const here = document.activeElement;
      if (!here.closest("main .field")) return null;
      const box = (here.closest(".option, .segment, label") ?? here).getBoundingClientRect();
      const dock = document.querySelector(".dock").getBoundingClientRect();
      return box.bottom > dock.top && box.top < dock.bottom ? here.outerHTML.slice(0, 80) : null;
    });
    assert.equal(covered, null, `under the dock: ${covered}`);
  }
  await leave();
});

test("nothing above the field moves while one types", async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#lijst/needs");
  await addRecord(page);
  await page.locator("#need-amount-0").focus();
  const top = () => page.locator("#need-amount-0").evaluate((field) => field.getBoundingClientRect().top);
  const begin = await top();
  for (const key of "75000") {
    await page.keyboard.press(key);
    await drawn(page);
    assert.equal(await top(), begin, `after ${key}`);
  }
  await leave();
});

test("an empty advice, an empty list and an empty plan say how to begin, each with one way forward", async () => {
  const { page, leave } = await arrive();
  for (const address of ["#advies", "#plan"]) {
    await goTo(page, address);
    const empty = page.locator(".note.dashed").first();
    assert.ok((await said(empty)).length > 20, address);
    assert.equal(await empty.locator(".forward, a, button").first().isVisible(), true, address);
  }
  await leave();
});
