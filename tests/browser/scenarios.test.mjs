// Scenarios that are about the page itself: on the phone and back again (S9), by screen reader (S10),
// and what is nearly closed, just closed or checked too long ago (S13; the hour of closing is tested over
// invented schemes, in crates/cli/tests). S11 is in entry and interview.

import assert from "node:assert/strict";
import { test } from "node:test";
import { addRecord } from "./lunchroom.mjs";
import { arrive, drawn, press, useSite } from "./page.mjs";
import { fill, forward, goTo } from "./record.mjs";

useSite();

const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");
const said = async (locator) => plain(await locator.innerText());
const heading = (page) => said(page.locator("h1"));
const focused = (page) => page.evaluate(() => document.activeElement.tagName);

/** A row of *Uw antwoorden* by the words of its question. */
const given = (page, label) => page.locator("dl.given > div", { hasText: label });

/* S9: the telephone in the bus */

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** Answers whatever is asked, by touch; gives the question. */
async function tapAnAnswer(page) {
  const question = await heading(page);
  const option = page.locator("main .option").first();
  if (await option.count()) await option.tap();
  else await page.getByLabel("Weet ik niet").tap();
  await drawn(page);
  await page.locator("button.forward").tap();
  await drawn(page);
  return question;
}

test("S9: seven answers by touch, twice back, another legal form, on without a network: nothing is lost", async () => {
  const { page, profile, errors, leave } = await arrive(PHONE);
  await page.getByRole("link", { name: "Begin met de vragen" }).first().tap();
  await drawn(page);
  const asked = [];
  for (let question = 0; question < 7; question += 1) asked.push(await tapAnAnswer(page));
  assert.equal(new Set(asked).size, 7, "seven questions");
  await goTo(page, "#antwoorden");
  const before = await page.locator("dl.given > div").count();
  await page.goBack();
  await drawn(page);

  for (const back of [6, 5]) {
    await page.goBack();
    await drawn(page);
    assert.equal(await heading(page), asked[back], "one question back");
    assert.equal(await focused(page), "H1");
    const chosen = page.locator("main .option:has(:checked), main .tick:has(:checked)");
    assert.equal(await chosen.count(), 1, `${asked[back]} still has its answer`);
  }

  await profile.setOffline(true);
  await goTo(page, "#vraag/org.legal_form");
  await page.getByRole("radio", { name: "Stichting" }).check();
  await drawn(page);
  await goTo(page, "#antwoorden");
  assert.equal(await page.locator("dl.given > div").count() >= before, true, "later answers are kept");
  assert.match(await said(given(page, "Rechtsvorm")), /Stichting/i);
  await goTo(page, "#advies");
  assert.match(await heading(page), /regeling/);
  assert.deepEqual(errors, []);
  await leave();
});

test("S9: after another legal form what no longer applies is marked at the question too, and comes back with it", async () => {
  const { page, leave } = await arrive(PHONE);
  const choose = async (form) => {
    await goTo(page, "#vraag/org.legal_form");
    await fill(page, "org.legal_form", form);
  };
  await choose("Besloten vennootschap (bv)");
  await goTo(page, "#vraag/org.mission_in_statutes");
  await fill(page, "org.mission_in_statutes", true);
  await choose("Eenmanszaak (ook zzp)");
  await goTo(page, "#vraag/org.mission_in_statutes");
  assert.match(await said(page.locator("main")), /telt niet meer mee/);
  await goTo(page, "#antwoorden");
  assert.match(await said(given(page, "Missie in statuten")), /ja telt niet mee/);
  await choose("Besloten vennootschap (bv)");
  await goTo(page, "#antwoorden");
  assert.doesNotMatch(await said(given(page, "Missie in statuten")), /telt niet mee/);
  await leave();
});

/* S10: the same answers as S2, by a screen reader */

/** What a screen reader says of the field with the focus: name, description, whether it is wrong. */
const spoken = (page) => page.evaluate(() => {
  const field = document.activeElement;
  const textOf = (ids) => (ids ?? "").split(/\s+/).filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent ?? `no element ${id}`).join(" ").trim();
  const group = field.closest("[role=radiogroup], [role=group], fieldset");
  const labelled = (element) => textOf(element?.getAttribute("aria-labelledby"))
    || element?.getAttribute("aria-label") || element?.labels?.[0]?.textContent || "";
  return {
    name: [labelled(group), labelled(field)].join(" ").trim(),
    description: [textOf(group?.getAttribute("aria-describedby")), textOf(field.getAttribute("aria-describedby"))].join(" ").trim(),
    invalid: field.getAttribute("aria-invalid") === "true",
  };
});

test("S10: every question of S2 is a heading with the focus, its field says the question and the hint", async () => {
  const { page, leave } = await arrive({ path: "#start" });
  for (const address of ["org.legal_form", "org.place", "org.founded", "org.turnover", "org.fte", "org.sectors"]) {
    await goTo(page, `#vraag/${address}`);
    assert.equal(await focused(page), "H1", address);
    const question = await heading(page);
    const hint = page.locator("main .field .hint").first();
    const help = await hint.count() ? await said(hint) : "";
    await page.locator("main .field input, main .field select").first().focus();
    const { name, description } = await spoken(page);
    assert.ok(plain(name).includes(question), `${address}: the field is called "${name}"`);
    if (help) assert.ok(plain(description).includes(help), `${address}: "${help}" is not read with the field`);
  }
  await leave();
});

test("S10: a mistake is told at the field and in a list that has the focus and leads to it", async () => {
  const { page, leave } = await arrive({ path: "#vraag/org.turnover" });
  await page.locator("#org-turnover").fill("driehonderd");
  await forward(page);
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Controleer 1 antwoord/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await drawn(page);
  const field = await spoken(page);
  assert.equal(field.invalid, true);
  const wrong = await said(page.locator(".field .error"));
  assert.ok(wrong.length > 10 && plain(field.description).includes(wrong), `${field.description} lacks ${wrong}`);
  await page.locator("#org-turnover").fill("310.000");
  await forward(page);
  assert.equal(await focused(page), "H1", "once repaired, on to the next");
  await leave();
});

test("S10: an answer is announced once and briefly, and typing announces nothing", async () => {
  const { page, leave } = await arrive({ path: "#vraag/org.turnover" });
  await page.evaluate(() => {
    window.announced = [];
    const regions = "[role=status], [role=alert], [aria-live]";
    new MutationObserver((changes) => {
      const live = new Set(changes.map(({ target }) => (target.parentElement ?? target).closest(regions)).filter(Boolean));
      for (const region of live) if (region.textContent.trim()) window.announced.push(region.textContent.trim());
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const announced = () => page.evaluate(() => window.announced.splice(0));
  await page.locator("#org-turnover").pressSequentially("310.000");
  await drawn(page);
  assert.deepEqual((await announced()).filter((words) => /passen|past/.test(words)), [], "nothing while one types");
  await page.locator("#org-turnover").blur();
  await drawn(page);
  const counts = (await announced()).filter((words) => /passen|past/.test(words));
  assert.ok(counts.length <= 1, `announced ${counts.length} times`);
  await goTo(page, "#vraag/org.legal_form");
  await announced();
  await page.getByRole("radio", { name: "Besloten vennootschap (bv)" }).check();
  await drawn(page);
  const once = (await announced()).filter((words) => /passen|past/.test(words));
  assert.equal(once.length, 1, once.join(" | "));
  assert.match(plain(once[0]), /^\d+ (past|passen), \d+ nog niet te zeggen, \d+ (past|passen) niet\.?$/);
  await leave();
});

test("S10: the advice is a list under a heading for each verdict, sums are tables with headers", async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#vraag/org.legal_form");
  await fill(page, "org.legal_form", "Besloten vennootschap (bv)");
  await goTo(page, "#vraag/org.place");
  await fill(page, "org.place", { place: "Utrecht" });
  await goTo(page, "#lijst/needs");
  await addRecord(page);
  await fill(page, "need.amount", "75.000", 0);
  await goTo(page, "#advies");
  for (const verdict of ["Past", "Nog niet te zeggen", "Past niet"]) {
    const group = page.locator("section.group", { has: page.getByRole("heading", { level: 2, name: new RegExp(`^${verdict}`) }) }).first();
    assert.ok(await group.getByRole("listitem").count() > 0, `${verdict} is a list`);
    assert.ok(await group.getByRole("heading", { level: 3 }).count() > 0, `${verdict} names its schemes in headings`);
  }
  assert.ok(await page.getByRole("button", { name: /Print|Druk/ }).or(page.getByRole("link", { name: /Print|papier|2 pagina/i })).count() > 0);
  await goTo(page, "#reken/lening");
  await fill(page, "need.amount", "12.000", 0);
  await fill(page, "need.repay_months", "24", 0);
  for (const table of await page.getByRole("table").all()) {
    assert.ok(await table.getByRole("rowheader").or(table.getByRole("columnheader")).count() > 0, "a table without headers");
  }
  await leave();
});

/* S13: dates */

/** A bv in Maastricht with a plan there; the clock of the device stands at `moment` in New York. */
async function bas(moment) {
  const visitor = await arrive({
    timezoneId: "America/New_York",
    prepare: (page) => page.clock.setFixedTime(moment),
  });
  const { page } = visitor;
  await goTo(page, "#vraag/org.place");
  await fill(page, "org.place", { place: "Maastricht" });
  await goTo(page, "#lijst/needs");
  await addRecord(page);
  await fill(page, "need.amount", "20.000", 0);
  await fill(page, "need.place", { place: "Maastricht" }, 0);
  return visitor;
}

/** Judges everything for another day. */
async function onDay(page, [day, month, year]) {
  await goTo(page, "#advies");
  const form = page.locator("form.date");
  if ((await form.count()) === 0) await press(page, "Kies een andere dag");
  for (const [name, value] of [["Dag", day], ["Maand", month], ["Jaar", year]]) {
    await form.getByLabel(name, { exact: true }).fill(value);
  }
  await press(page, "Bekijk het oordeel op deze dag");
}

const schemePage = async (page, id) => {
  await goTo(page, `#regeling/${id}`);
  return said(page.locator("main"));
};

test("S13: what closes within days says so first in its list, with a warning, and is closed on 5 January", async () => {
  const { page, leave } = await bas("2026-12-28T12:00:00Z");
  await goTo(page, "#advies");
  const open = page.locator("section.group").nth(1).locator("li.scheme").first();
  assert.match(await said(open), /Limburg.*sluit op 31 december 2026, nog 3 dagen: reken ook tijd om voor te bereiden/);
  await onDay(page, ["5", "1", "2027"]);
  assert.match(await schemePage(page, "limburg-leefbaarheid-inwoners"), /De laatste ronde sloot op 31 december 2026/);
  await leave();
});

test("S13: what is closed names its last round and makes up no date of opening", async () => {
  const { page, leave } = await bas("2026-12-28T12:00:00Z");
  const closed = await schemePage(page, "praktijkleren");
  assert.match(closed, /De laatste ronde sloot op 17 september 2026/);
  assert.doesNotMatch(closed, /opent op|gaat open op/);
  await leave();
});

test("S13: a rule that was not checked again in time never is a plain fit", async () => {
  const { page, leave } = await bas("2026-12-28T12:00:00Z");
  await goTo(page, "#regeling/crowdfunding-donatie");
  assert.equal(await said(page.locator(".verdict-box .plate")), "Past");
  await onDay(page, ["1", "4", "2027"]);
  await goTo(page, "#regeling/crowdfunding-donatie");
  assert.equal(await said(page.locator(".verdict-box .plate")), "Nog niet te zeggen");
  assert.match(await said(page.locator("main")), /niet opnieuw nagekeken sinds/);
  await leave();
});

test("S13: it is Dutch time: half past eleven in New York on 31 December is the new year here", async () => {
  const { page, leave } = await bas("2027-01-01T04:30:00Z");
  assert.match(await schemePage(page, "limburg-leefbaarheid-inwoners"), /De laatste ronde sloot op 31 december 2026/);
  await leave();
});
