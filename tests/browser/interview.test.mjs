// The interview: what fields of a record read (scenario S11), the keyboard alone, back, places,
// records and answers that no longer count.

import assert from "node:assert/strict";
import { test } from "node:test";
import { addRecord } from "./lunchroom.mjs";
import { arrive, drawn, press, tabTo, useSite } from "./page.mjs";
import { fill, forward, goTo } from "./record.mjs";

useSite();

const plain = (text) => text.replaceAll("\u00a0", " ");
const fieldOf = (page, id) => page.locator(".field", { has: page.locator(`[id="${id}"]`) });
const shownBack = async (page, id) => plain(await fieldOf(page, id).locator(".shown-back").innerText());
const wrong = async (page, id) => plain((await fieldOf(page, id).locator(".error").allInnerTexts()).join(" "));

/** A visitor who adds one employee of whom nothing is known yet. */
async function withEmployee() {
  const visitor = await arrive({ prepare: (page) => page.clock.setFixedTime("2026-11-21T12:00:00Z") });
  await goTo(visitor.page, "#lijst/hires");
  await addRecord(visitor.page);
  return visitor;
}

const START_DAYS = [
  ["1-3-2027", "= 1 maart 2027"],
  ["01/03/27", "= 1 maart 2027"],
  ["maart 2027", "= maart 2027"],
];

for (const [typed, shown] of START_DAYS) {
  test(`S11: the first working day typed as "${typed}" in one field is shown back as "${shown}"`, async () => {
    const { page, leave } = await withEmployee();
    await fill(page, "hire.start", [typed, "", ""], 0);
    assert.equal(await shownBack(page, "hire-start-0"), shown);
    assert.equal(await wrong(page, "hire-start-0"), "");
    await leave();
  });
}

test("S11: a month stays a month: nobody fills in a day for the visitor", async () => {
  const { page, leave } = await withEmployee();
  await fill(page, "hire.start", ["maart 2027", "", ""], 0);
  await goTo(page, "#antwoorden");
  assert.match(plain(await page.locator("main").innerText()), /Eerste werkdag\s+maart 2027/);
  await goTo(page, "#lijst/hires/1");
  assert.equal(await shownBack(page, "hire-start-0"), "= maart 2027");
  await leave();
});

test("S11: 31-02-2027 is refused with the number of days that February has", async () => {
  const { page, leave } = await withEmployee();
  await fill(page, "hire.start", ["31-02-2027", "", ""], 0);
  assert.equal(await shownBack(page, "hire-start-0"), "");
  assert.match(await wrong(page, "hire-start-0"), /31 februari 2027 bestaat niet.*28 dagen/);
  await leave();
});

test("S11: -3 is refused with the lowest and the highest number that are allowed", async () => {
  const { page, leave } = await withEmployee();
  await fill(page, "hire.hours", "-3", 0);
  assert.equal(await shownBack(page, "hire-hours-0"), "");
  assert.match(await wrong(page, "hire-hours-0"), /van 0 uur per week tot en met 60 uur per week/);
  await leave();
});

test('S11: "28 uur" is 28 hours a week', async () => {
  const { page, leave } = await withEmployee();
  await fill(page, "hire.hours", "28 uur", 0);
  assert.equal(await shownBack(page, "hire-hours-0"), "= 28 uur per week");
  await leave();
});

test('S11: "loonwaarde 55,0%" is 55 %', async () => {
  const { page, leave } = await withEmployee();
  await fill(page, "hire.lks_group", true, 0);
  await fill(page, "hire.loonwaarde", "loonwaarde 55,0%", 0);
  assert.equal(await shownBack(page, "hire-loonwaarde-0"), "= 55 %");
  await leave();
});

test("who knows a number roughly gives a lowest and a highest", async () => {
  const { page, leave } = await withEmployee();
  await fieldOf(page, "hire-hours-0").getByRole("button", { name: "Ik weet het ongeveer" }).click();
  await drawn(page);
  await page.locator("#hire-hours-0").fill("20");
  await page.locator("#hire-hours-0-high").fill("30");
  await page.locator("#hire-hours-0-high").blur();
  await drawn(page);
  assert.equal(await shownBack(page, "hire-hours-0"), "= tussen 20 uur en 30 uur per week");
  await leave();
});

test("a record that is removed takes its own answers along and leaves those of the next", async () => {
  const { page, leave } = await withEmployee();
  await fill(page, "hire.age", "27", 0);
  await addRecord(page);
  await fill(page, "hire.age", "44", 1);
  await goTo(page, "#lijst/hires/1");
  await press(page, "Verwijder");
  const cards = await page.locator("article.record").allInnerTexts();
  assert.equal(cards.length, 1);
  assert.match(cards[0], /Leeftijd\s+44/);
  assert.doesNotMatch(cards[0], /27/);
  await leave();
});

test("Bergen is asked back with the province, and the button settles it", async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#vraag/org.place");
  await page.locator("#org-place").fill("Bergen");
  await page.locator("#org-place").blur();
  await drawn(page);
  assert.equal(await shownBack(page, "org-place"), "");
  const readings = fieldOf(page, "org-place").locator(".readings button");
  const names = await readings.allInnerTexts();
  assert.ok(names.includes("Bergen (L.), Limburg") && names.includes("Bergen (NH.), Noord-Holland"));
  await readings.filter({ hasText: "Limburg" }).click();
  await drawn(page);
  assert.equal(await shownBack(page, "org-place"), "= Bergen (L.)");
  await leave();
});

test("a province alone is an answer", async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#vraag/org.place");
  await page.locator("#org-place").fill("Gelderland");
  await page.locator("#org-place").blur();
  await drawn(page);
  assert.equal(await shownBack(page, "org-place"), "= provincie Gelderland");
  await leave();
});

test("Escape folds the list of places and keeps what was typed", async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#vraag/org.place");
  const place = page.getByRole("combobox", { name: /gemeente/ });
  await place.pressSequentially("Til");
  await drawn(page);
  assert.equal(await place.getAttribute("aria-expanded"), "true");
  await place.press("Escape");
  await drawn(page);
  assert.equal(await place.getAttribute("aria-expanded"), "false");
  assert.equal(await place.inputValue(), "Til");
  await leave();
});

test("an answer that no longer applies is kept and marked", async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#vraag/org.legal_form");
  await fill(page, "org.legal_form", "Besloten vennootschap (bv)");
  await goTo(page, "#vraag/org.mission_in_statutes");
  await fill(page, "org.mission_in_statutes", true);
  await goTo(page, "#antwoorden");
  const mission = page.locator("dl.given > div", { hasText: "Missie in statuten" });
  assert.doesNotMatch(await mission.innerText(), /telt niet mee/);
  await goTo(page, "#vraag/org.legal_form");
  await fill(page, "org.legal_form", "Eenmanszaak (ook zzp)");
  await goTo(page, "#antwoorden");
  assert.match(await mission.innerText(), /ja\s+telt niet mee/);
  await leave();
});

test("S5: what is not known is listed with where to find it", async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#vraag/org.turnover");
  await page.getByLabel("Weet ik niet").check();
  await drawn(page);
  await goTo(page, "#antwoorden");
  const find = page.locator("section", { has: page.getByRole("heading", { name: "Nog uit te zoeken" }) });
  const row = find.getByRole("listitem").filter({ hasText: "Hoe groot was uw omzet" });
  assert.ok((await row.locator(".hint").innerText()).length > 0);
  await leave();
});

test("back goes from question to question and keeps what was typed and what was chosen", async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#vraag/org.legal_form");
  await fill(page, "org.legal_form", "Stichting");
  await goTo(page, "#vraag/org.turnover");
  await page.locator("#org-turnover").fill("12.500,50");
  await forward(page);
  assert.doesNotMatch(page.url(), /org\.turnover$/);
  await page.goBack();
  await drawn(page);
  assert.match(page.url(), /#vraag\/org\.turnover$/);
  assert.equal(await shownBack(page, "org-turnover"), "= € 12.500,50");
  await page.goBack();
  await drawn(page);
  assert.match(page.url(), /#vraag\/org\.legal_form$/);
  assert.equal(await page.getByRole("radio", { name: "Stichting" }).isChecked(), true);
  await leave();
});

/** Answers the field that has the focus by keys; gives the kind of field. */
async function answerByKeys(page) {
  const kind = await page.evaluate(() => document.activeElement.role ?? document.activeElement.type);
  if (kind === "combobox") {
    await page.keyboard.type("tilb");
    await drawn(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  } else if (kind === "radio") {
    await page.keyboard.press("ArrowDown");
  } else if (kind === "checkbox") {
    await page.keyboard.press("Space");
  } else {
    const isNumber = await page.evaluate(() => document.activeElement.inputMode === "decimal");
    await page.keyboard.type(isNumber ? "1" : "1-3-2024");
  }
  await drawn(page);
  return kind;
}

test("Tab, arrows, Space and Enter alone answer a choice, a place and a number", async () => {
  const { page, leave } = await arrive();
  await tabTo(page, "main a.forward");
  await page.keyboard.press("Enter");
  await drawn(page);
  const missing = new Set(["radio", "combobox", "text"]);
  for (let question = 0; question < 12 && missing.size > 0; question += 1) {
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1", "the question has the focus");
    await tabTo(page, "main .field input");
    missing.delete(await answerByKeys(page));
    const here = page.url();
    await tabTo(page, "button.forward");
    await page.keyboard.press("Enter");
    await drawn(page);
    assert.notEqual(page.url(), here, "the answer was taken");
  }
  assert.deepEqual([...missing], []);
  await leave();
});

/** Where things stand on the page while somebody types. */
const standing = (page) => page.evaluate(() => ({
  title: document.querySelector("main h1").textContent,
  focus: document.activeElement.id,
  field: document.activeElement.getBoundingClientRect().top,
  topics: [...document.querySelectorAll(".topics li")].map((topic) => topic.textContent),
}));

test("nothing moves or changes place while one types, and the question stays", async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#vraag/org.turnover");
  await page.locator("#org-turnover").focus();
  const before = await standing(page);
  for (const key of "310.000") {
    await page.keyboard.type(key);
    await drawn(page);
    assert.deepEqual(await standing(page), before, `after ${key}`);
  }
  assert.equal(await page.locator("#org-turnover").inputValue(), "310.000");
  await leave();
});

test("in the editor of a record too nothing moves while one types", async () => {
  const { page, leave } = await withEmployee();
  await page.locator("#hire-hours-0").focus();
  const before = await standing(page);
  for (const key of "28") {
    await page.keyboard.type(key);
    await drawn(page);
    assert.deepEqual(await standing(page), before, `after ${key}`);
  }
  await leave();
});

test("the stand says how many schemes are settled, not how many steps are left", async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#vraag/org.legal_form");
  const stand = page.locator("aside.stand");
  const settled = async () => Number((await stand.innerText()).match(/(\d+) van \d+ regelingen beslist/)[1]);
  const before = await settled();
  await fill(page, "org.legal_form", "Stichting");
  assert.ok((await settled()) > before);
  assert.doesNotMatch(await stand.innerText(), /stap|vraag \d/i);
  await leave();
});

test("who changes an answer from the advice goes back to the advice, or on with the questions", async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#vraag/org.legal_form");
  await fill(page, "org.legal_form", "Stichting");
  await goTo(page, "#antwoorden");
  const change = page.getByRole("link", { name: /^Wijzig ?: Rechtsvorm$/ });
  await change.click();
  await drawn(page);
  await fill(page, "org.legal_form", "Vereniging");
  assert.equal(await page.locator("button.forward").innerText(), "Terug naar uw antwoorden");
  await forward(page);
  assert.match(page.url(), /#antwoorden$/);
  assert.match(await page.locator("main").innerText(), /Rechtsvorm\s+Vereniging/);
  await change.click();
  await drawn(page);
  await press(page, "Liever de volgende vraag");
  assert.match(page.url(), /#vraag\/(?!org\.legal_form)/);
  assert.equal(await page.locator("button.forward").innerText(), "Volgende vraag");
  await leave();
});

test("a word is explained in place with the keyboard, with its source, and the answer stays", async () => {
  const { page, leave } = await withEmployee();
  await fill(page, "hire.lks_group", true, 0);
  await fill(page, "hire.loonwaarde", "55", 0);
  const word = page.locator(".terms details", { hasText: "Wat is loonwaarde?" });
  assert.equal(await word.getByText("Een deskundige meet dit").isVisible(), false);
  await word.locator("summary").focus();
  await page.keyboard.press("Enter");
  await drawn(page);
  assert.equal(await word.getByText("Een deskundige meet dit").isVisible(), true);
  assert.match(plain(await word.innerText()), /Participatiewet.*nagekeken op \d+ \w+ \d{4}/s);
  assert.equal(await shownBack(page, "hire-loonwaarde-0"), "= 55 %");
  await page.keyboard.press("Enter");
  await drawn(page);
  assert.equal(await word.getByText("Een deskundige meet dit").isVisible(), false);
  await leave();
});
