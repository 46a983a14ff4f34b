// The advice and the page of a scheme: narrowing, unfolding, another day, clashes, referrals.

import assert from "node:assert/strict";
import { test } from "node:test";
import { addRecord, lunchroom } from "./lunchroom.mjs";
import { arrive, drawn, press, useSite } from "./page.mjs";
import { peter } from "./peter.mjs";
import { fill, goTo } from "./record.mjs";

useSite();

const plain = (text) => text.replaceAll("\u00a0", " ");
const shown = async (locator) => plain(await locator.innerText());

/** A visitor on 21 November 2026 who has told nothing. */
const somebody = () => arrive({ prepare: (page) => page.clock.setFixedTime("2026-11-21T12:00:00Z") });

/** The three groups in order: the number beside the plate and the names that are shown. */
async function groups(page) {
  const sections = await page.locator("section.group").all();
  return Promise.all(sections.map(async (section) => ({
    count: Number(await section.locator(".count").innerText()),
    names: await section.locator("li.scheme h3").allInnerTexts(),
  })));
}

const total = (three) => three.reduce((sum, { count }) => sum + count, 0);

/** Presses a filter: *Voor* or *Soort*, and which. */
async function narrow(page, filter, choice) {
  await page.getByRole("group", { name: filter, exact: true }).getByRole("button", { name: choice, exact: true }).click();
  await drawn(page);
}

/** Unfolds a group, so that every scheme of it is there. */
async function unfold(page, verdict) {
  await press(page, new RegExp(`^Toon alle \\d+ ?: ${verdict}$`));
}

/** A row by the name of its scheme. */
const row = (page, name) => page.locator("li.scheme", { has: page.getByRole("link", { name, exact: true }) });

/** The plate in the verdict box of a scheme. */
const plate = (page) => shown(page.locator(".verdict-box .plate"));

/** Types a day in the form *Kies een andere dag* and uses it. */
async function chooseDay(page, [day, month, year]) {
  const form = page.locator("form.date");
  if ((await form.count()) === 0) await press(page, "Kies een andere dag");
  for (const [name, value] of [["Dag", day], ["Maand", month], ["Jaar", year]]) {
    await form.getByLabel(name, { exact: true }).fill(value);
  }
  await press(page, "Bekijk het oordeel op deze dag");
}

test("a group shows four schemes, then all that it counts, then four again", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  assert.equal((await groups(page))[0].names.length, 4);
  await unfold(page, "Past");
  const [fits] = await groups(page);
  assert.ok(fits.count > 4);
  assert.equal(fits.names.length, fits.count);
  await press(page, /^Toon minder ?: Past$/);
  assert.equal((await groups(page))[0].names.length, 4);
  await leave();
});

test("the five kinds of help divide the schemes: each belongs to one", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  const all = await groups(page);
  const kinds = page.getByRole("group", { name: "Soort", exact: true }).getByRole("button");
  let sum = 0;
  for (const kind of (await kinds.allInnerTexts()).slice(1)) {
    await narrow(page, "Soort", kind);
    sum += total(await groups(page));
  }
  assert.equal(await kinds.count(), 6);
  assert.equal(sum, total(all));
  await narrow(page, "Soort", "Alle soorten");
  assert.deepEqual(await groups(page), all);
  await leave();
});

test("the kind Leningen shows loans, guarantees and shares, and says that it is on", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  await narrow(page, "Soort", "Leningen");
  await unfold(page, "Nog niet te zeggen");
  for (const meta of await page.locator("li.scheme .meta > span:first-child").allInnerTexts()) {
    assert.match(meta, /^(Lening|Garantie|Aandelen),/);
  }
  const chip = page.getByRole("button", { name: "Leningen", exact: true });
  assert.equal(await chip.getAttribute("aria-pressed"), "true");
  await leave();
});

test("narrowed to one of two hires, the advice shows the verdict of that hire", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#lijst/hires");
  await addRecord(page);
  await fill(page, "hire.lks_group", false, 1);
  await goTo(page, "#advies");
  const name = "Loonkostensubsidie op basis van loonwaarde";
  const verdicts = {};
  for (const who of ["Werknemer 1", "Werknemer 2"]) {
    await narrow(page, "Voor", who);
    for (const verdict of ["Past", "Nog niet te zeggen", "Past niet"]) {
      const button = page.getByRole("button", { name: new RegExp(`^Toon alle \\d+ ?: ${verdict}$`) });
      if (await button.count()) await button.click();
      await drawn(page);
    }
    verdicts[who] = (await shown(row(page, name).locator(".mark"))).trim();
  }
  assert.deepEqual(verdicts, { "Werknemer 1": "Past:", "Werknemer 2": "Past niet:" });
  await leave();
});

test("a scheme with two hires lets the visitor choose, and shows the verdict of the one chosen", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#lijst/hires");
  await addRecord(page);
  await fill(page, "hire.lks_group", false, 1);
  await goTo(page, "#regeling/lks-participatiewet");
  await narrow(page, "Voor wie", "Werknemer 2");
  assert.equal(await plate(page), "Past niet");
  await narrow(page, "Voor wie", "Werknemer 1");
  assert.equal(await plate(page), "Past");
  await leave();
});

test("on another day the verdict is that of that day, the page says so, and today is one press away", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  const today = await groups(page);
  await chooseDay(page, ["5", "1", "2027"]);
  assert.match(await shown(page.locator("main")), /5 januari 2027/);
  assert.notDeepEqual(await groups(page), today);
  // The job has begun on that day: asking before the start is no longer possible.
  await goTo(page, "#regeling/lks-participatiewet");
  assert.equal(await plate(page), "Nog niet te zeggen");
  await goTo(page, "#advies");
  await press(page, "Terug naar vandaag");
  assert.deepEqual(await groups(page), today);
  await leave();
});

test("a day that does not exist is refused, and the advice stays as it is", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  const today = await groups(page);
  await chooseDay(page, ["31", "2", "2027"]);
  assert.match(await shown(page.locator("form.date [role=alert]")), /31 februari 2027 bestaat niet/);
  assert.deepEqual(await groups(page), today);
  await leave();
});

test("another language keeps the filter, what was unfolded and every verdict", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  await narrow(page, "Soort", "Loonkosten");
  await unfold(page, "Past niet");
  const dutch = (await groups(page)).map(({ count, names }) => [count, names.length]);
  await page.locator("header button[lang=en]").click();
  await drawn(page);
  assert.deepEqual((await groups(page)).map(({ count, names }) => [count, names.length]), dutch);
  assert.equal(await page.getByRole("button", { name: "Wage costs" }).getAttribute("aria-pressed"), "true");
  await leave();
});

test("the question that settles most is one press away, and is the question of its page", async () => {
  const { page, leave } = await somebody();
  // Without a list to tell about, what remains is a question.
  for (const [list, none] of [["needs", "Ik zoek geen geld"], ["hires", "Ik neem niemand aan"]]) {
    await goTo(page, `#lijst/${list}`);
    await press(page, none);
  }
  await goTo(page, "#advies");
  const block = page.locator("section.why");
  const question = await block.getByRole("heading").innerText();
  assert.match(await shown(block), /Dit antwoord beslist over \d+ regelingen/);
  await block.getByRole("link", { name: "Beantwoord deze vraag" }).click();
  await drawn(page);
  assert.match(page.url(), /#vraag\//);
  assert.equal(await page.locator("h1").innerText(), question);
  await leave();
});

test("an open scheme leads to the question that it needs", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  await unfold(page, "Nog niet te zeggen");
  const action = row(page, "Lid van Social Enterprise NL").locator(".action");
  await action.getByRole("link", { name: /^Beantwoord/ }).click();
  await drawn(page);
  assert.match(page.url(), /#vraag\/org\.main_aim$/);
  await leave();
});

test("who is not told anything gets no amount that only repeats the bounds of our questions", async () => {
  const { page, leave } = await somebody();
  await goTo(page, "#advies");
  await unfold(page, "Nog niet te zeggen");
  const amounts = (await page.locator("li.scheme .amount").allInnerTexts()).map(plain);
  assert.ok(amounts.includes("hangt af van uw antwoorden"));
  assert.deepEqual(amounts.filter((amount) => /€ [1-9]\d?\.\d{3}\.\d{3}/.test(amount)), []);
  await leave();
});

test("where a person decides, the scheme is not called uncertain", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  await unfold(page, "Nog niet te zeggen");
  const rows = page.locator("li.scheme", { has: page.locator(".reason", { hasText: /^Een mens beslist/ }) });
  assert.ok((await rows.count()) > 0);
  assert.equal(await rows.getByText("de regeling zelf is onzeker").count(), 0);
  await leave();
});

test("answers that clash are named on top, each with a way to change it", async () => {
  const { page, leave } = await somebody();
  await goTo(page, "#vraag/org.legal_form");
  await fill(page, "org.legal_form", "Besloten vennootschap (bv)");
  await goTo(page, "#vraag/org.anbi");
  await fill(page, "org.anbi", true);
  await goTo(page, "#advies");
  const note = page.locator(".note", { hasText: "Twee antwoorden passen niet bij elkaar" });
  assert.match(await shown(note), /Besloten vennootschap \(bv\)/);
  await note.getByRole("link", { name: /Rechtsvorm/ }).click();
  await drawn(page);
  assert.match(page.url(), /#vraag\/org\.legal_form$/);
  await leave();
});

test("S6: the municipality of Tilburg decides, the amount holds until the end of 2026, the charges are assumed", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#regeling/lks-participatiewet");
  const box = await shown(page.locator(".verdict-box"));
  assert.match(box, /€ 1\.090,99 per maand/);
  assert.match(box, /gemeente Tilburg/);
  assert.match(box, /Geldt tot en met 31 december 2026/);
  assert.match(box, /na 31 december 2026 nog niet bekend/);
  assert.match(box, /Wettelijk recht/);
  const charges = page.getByRole("row", { name: /^Vergoeding voor werkgeverslasten/ });
  assert.match(await shown(charges), /23,5 % is niet meer gezien sinds 11 december 2023[\s\S]*€ 207,60/);
  // A year of this amount: nobody promised it.
  assert.doesNotMatch(await shown(page.locator("main")), /13\.091,88/);
  await leave();
});

test("S6: the steps are a numbered list, and every source is a link that tells its site nothing", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#regeling/lks-participatiewet");
  assert.ok((await page.locator("ol.steps li").count()) >= 3);
  const sources = await page.locator(".condition .citation a").all();
  assert.ok(sources.length > 0);
  for (const source of sources) {
    assert.match((await source.getAttribute("rel")) ?? "", /noreferrer/);
    assert.match((await source.getAttribute("href")) ?? "", /^https:/);
  }
  await leave();
});

test("S6: what goes with it shows its own verdict and leads to its own page", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#regeling/lks-participatiewet");
  const beside = page.locator("section", { has: page.getByRole("heading", { name: "Dit mag ernaast" }) });
  const benefit = beside.locator(".related", { hasText: "Loonkostenvoordeel doelgroep banenafspraak" });
  assert.match(await shown(benefit), /Past:[\s\S]*€ 1\.470,56 per jaar/);
  await benefit.getByRole("link").click();
  await drawn(page);
  assert.match(page.url(), /#regeling\/lkv-doelgroep-banenafspraak$/);
  await leave();
});

test("S15: the wage-cost subsidy does not fit by the target group, with the article of the law", async () => {
  const { page, leave } = await peter();
  await goTo(page, "#regeling/lks-participatiewet");
  assert.equal(await plate(page), "Past niet");
  const failed = page.locator(".condition", { hasText: "Niet voldaan" }).first();
  assert.match(await shown(failed), /U antwoordde: nee[\s\S]*art\. 6 onder e/);
  assert.equal(await page.locator(".verdict-box .amount").count(), 0);
  await leave();
});

test("S15: what no longer exists says since when, and that old pages still name it", async () => {
  const { page, leave } = await peter();
  await goTo(page, "#regeling/lkv-oudere-werknemer");
  assert.equal(await plate(page), "Past niet");
  assert.match(await shown(page.locator("main")), /1 januari 2024/);
  await goTo(page, "#regeling/liv");
  assert.equal(await plate(page), "Past niet");
  const words = await shown(page.locator("main"));
  assert.match(words, /bestaat niet meer sinds 1 januari 2025/);
  assert.match(words, /Oude websites/);
  await leave();
});

test("S15: the trial place of the municipality refers to that of UWV", async () => {
  const { page, leave } = await peter();
  await goTo(page, "#regeling/proefplaats-gemeente");
  const action = page.locator(".verdict-box .action");
  assert.match(await shown(action), /^Wel mogelijk:/);
  await action.getByRole("link", { name: "Proefplaatsing via UWV" }).click();
  await drawn(page);
  assert.match(page.url(), /#regeling\/proefplaatsing-uwv$/);
  assert.notEqual(await plate(page), "Past niet");
  await leave();
});
