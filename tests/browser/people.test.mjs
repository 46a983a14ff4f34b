// What the advice says to the people of the scenarios: first steps, order, ways out, coverage.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lookAt } from "./accessibility.mjs";
import { addRecord, lunchroom } from "./lunchroom.mjs";
import { arrive, drawn, press, useSite } from "./page.mjs";
import { peter } from "./peter.mjs";
import { fill, goTo } from "./record.mjs";
import { scenario, tell } from "./told.mjs";

useSite();

const plain = (text) => text.replaceAll("\u00a0", " ");
const shown = async (locator) => plain(await locator.innerText());
const note = (page, title) => page.locator(".note", { hasText: title });

/** A visitor on 21 November 2026 with these answers about the organisation, by question. */
async function somebody(answers) {
  const visitor = await arrive({ prepare: (page) => page.clock.setFixedTime("2026-11-21T12:00:00Z") });
  for (const [question, value] of Object.entries(answers)) {
    await goTo(visitor.page, `#vraag/${question}`);
    await fill(visitor.page, question, value);
  }
  return visitor;
}

/** Adds a need with these answers, by question. */
async function addNeed(page, row, answers) {
  await goTo(page, "#lijst/needs");
  await addRecord(page);
  for (const [question, value] of Object.entries(answers)) await fill(page, question, value, row);
}

/** Chooses in a list beside the filters. */
async function pick(page, label, choice) {
  if (label !== "Volgorde") {
    const more = page.locator("details.more-filters");
    if (!(await more.evaluate((element) => element.open))) await more.locator("summary").click();
  }
  await page.getByLabel(label, { exact: true }).selectOption({ label: choice });
  await drawn(page);
}

/** The claims of the rows in a group, by the word of its plate. */
async function claims(page, verdict) {
  const group = page.locator("section.group", { has: page.getByRole("heading", { name: verdict, exact: true }) });
  return group.locator(".meta > span:nth-child(2)").allInnerTexts();
}

test("S6: the first steps begin with what must be arranged before the first working day", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  const steps = page.locator(".first-steps li");
  assert.equal(await steps.count(), 3);
  assert.match(await shown(steps.first()), /Loonkostensubsidie[\s\S]*vóór 1 december 2026, voor Werknemer 1/);
  assert.match(await shown(page.locator(".first-steps")), /Dit antwoord beslist over \d+ regelingen/);
  await steps.first().getByRole("link").click();
  await drawn(page);
  assert.match(page.url(), /#regeling\/lks-/);
  await leave();
});

test("S6: every row that may fit says what it asks and how long a decision takes, unknown included", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  const fits = page.locator("section.group").first().locator("li.scheme");
  for (const meta of await fits.locator(".meta").allInnerTexts()) {
    assert.match(meta, /Tijd tot besluit: \S/);
    assert.match(meta, /stuk(ken)? nodig|welke stukken nodig zijn, weten wij niet/);
  }
  await leave();
});

test("by claim a right stands before rules, the market and what a funder decides", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  await pick(page, "Volgorde", "Sterkste recht eerst");
  await press(page, /^Toon alle \d+ ?: Nog niet te zeggen$/);
  const rank = (claim) => ["recht", "Regel", "Vaste", "markt", "Geldgever"].findIndex((word) => claim.includes(word));
  const ranks = (await claims(page, "Nog niet te zeggen")).map(rank).map((at) => (at === 2 ? 1 : at));
  assert.ok(ranks.length > 20 && !ranks.includes(-1));
  assert.deepEqual(ranks, [...ranks].sort((one, other) => one - other));
  await leave();
});

test("filters work together, say how many are on, and are cleared at once", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  const sum = async () => {
    const counts = await page.locator(".group-head .count").allInnerTexts();
    return counts.reduce((all, count) => all + Number(count), 0);
  };
  const all = await sum();
  await pick(page, "Recht", "Wettelijk recht");
  const rights = await sum();
  await pick(page, "Bedrag", "Bedrag bekend");
  assert.ok((await sum()) < rights && rights < all);
  assert.match(await page.locator(".more-filters summary").innerText(), /2 aan/);
  for (const claim of await claims(page, "Past")) assert.equal(claim, "Wettelijk recht");
  await press(page, "Wis alle filters");
  assert.equal(await sum(), all);
  await leave();
});

test("S14: no money wanted is a good question: help in kind, no loan, and somebody to call", async () => {
  const { page, leave } = await somebody({ "org.legal_form": "Eenmanszaak (ook zzp)", "org.place": { place: "Leiden" } });
  await goTo(page, "#lijst/needs");
  await press(page, "Ik zoek geen geld");
  await goTo(page, "#advies");
  const way = note(page, "U zoekt geen geld");
  assert.match(await shown(way), /Dat is een goede vraag/);
  assert.match(await shown(page.locator("main")), /Praat met een mens/);
  const named = await way.getByRole("link").allInnerTexts();
  assert.ok(named.length >= 3);
  await way.getByRole("link").first().click();
  await drawn(page);
  assert.match(await shown(page.locator(".meta, .verdict-box")), /Geldgever|Aanbod|recht/);
  await goTo(page, "#regeling/code-sociale-ondernemingen-register");
  assert.match(await shown(page.locator("main")), /Rechtsvorm:[\s\S]*Besloten vennootschap \(bv\)/);
  await goTo(page, "#regeling/qredits-microkrediet");
  assert.equal(await shown(page.locator(".verdict-box .plate")), "Past niet");
  await leave();
});

test("who has started reads how many schemes that closes, and what is still open", async () => {
  const { page, leave } = await somebody({ "org.legal_form": "Besloten vennootschap (bv)" });
  await addNeed(page, 0, { "need.amount": "40000", "need.started": true });
  await goTo(page, "#advies");
  const way = note(page, "U bent al begonnen");
  assert.match(await shown(way), /Bij \d+ regelingen is dit een reden/);
  assert.equal(await way.locator(".related").count(), 3);
  assert.equal(await way.locator(".related").filter({ hasText: "Past niet" }).count(), 0);
  await leave();
});

test("a firm in trouble is told to ask for help, with who, and axe finds nothing", async () => {
  const { page, leave } = await somebody({ "org.difficulty": "Meer dan de helft van het kapitaal is weg door verliezen" });
  await goTo(page, "#advies");
  const way = note(page, "Uw organisatie heeft het zwaar");
  assert.match(await shown(way), /Vraag nu hulp/);
  assert.ok((await way.getByRole("link").count()) >= 2);
  await lookAt(page, "advies-moeilijkheden");
  await leave();
});

test("who told something and fits nothing gets answers that settle, and no dead end", async () => {
  const { page, leave } = await somebody({ "org.legal_form": "Besloten vennootschap (bv)" });
  await goTo(page, "#advies");
  assert.match(await page.locator("h1").innerText(), /past geen regeling zeker/);
  const way = note(page, "Nog niets past zeker");
  const asks = way.locator(".asks li");
  assert.equal(await asks.count(), 3);
  await asks.first().getByRole("link").click();
  await drawn(page);
  assert.match(page.url(), /#(vraag|lijst)\//);
  await leave();
});

test("S1: without a legal form some fits, a legal form is named as what opens a door, and no wage subsidy", async () => {
  const { page, leave } = await somebody({ "org.legal_form": "Nog geen: ik ben privépersoon met een plan", "org.place": { place: "Groningen" } });
  await goTo(page, "#lijst/hires");
  await press(page, "Ik neem niemand aan");
  await addNeed(page, 0, { "need.amount": "15000", "need.own_money": "2000", "need.started": false });
  await goTo(page, "#regeling/lks-participatiewet");
  assert.match(await shown(page.locator(".verdict-box")), /Past niet[\s\S]*U neemt niemand aan/);
  await goTo(page, "#advies");
  await press(page, /^Toon alle \d+ ?: Past niet$/);
  const doors = page.locator("section.group").last().locator(".action", { hasText: "Rechtsvorm:" });
  assert.match(await shown(doors.first()), /Wat dit verandert: Rechtsvorm: [A-Z]/);
  const counts = await page.locator(".group-head .count").allInnerTexts();
  assert.ok(Number(counts[1]) > 0, "not everything is refused for want of a legal form");
  await leave();
});

test("S2: two needs are two choices, never one sum, and small credit reaches only the machine", async () => {
  const { page, leave } = await somebody({ "org.legal_form": "Besloten vennootschap (bv)", "org.place": { place: "Utrecht" } });
  await addNeed(page, 0, { "need.amount": "75000" });
  await addNeed(page, 1, { "need.amount": "40000" });
  await goTo(page, "#advies");
  assert.doesNotMatch(await shown(page.locator("main")), /115\.000/);
  await goTo(page, "#regeling/qredits-microkrediet");
  const whom = page.getByRole("group", { name: "Voor wie", exact: true });
  const plates = [];
  for (const need of ["Behoefte 1", "Behoefte 2"]) {
    await whom.getByRole("button", { name: need, exact: true }).click();
    await drawn(page);
    plates.push(await shown(page.locator(".verdict-box .plate")));
  }
  assert.equal(plates[0], "Past niet");
  assert.notEqual(plates[1], "Past niet");
  await leave();
});

test("S5: what is not known never stops the advice; three answers that settle most are named", async () => {
  const { page, leave } = await somebody({ "org.legal_form": "Eenmanszaak (ook zzp)", "org.turnover": null });
  await goTo(page, "#advies");
  const next = page.locator("section.why");
  assert.equal((await next.locator("ol li").count()) + (await next.locator("h2").count()), 3);
  const find = page.locator("section.card", { hasText: "Nog uit te zoeken" });
  assert.match(await shown(find), /De omzet staat in uw jaarrekening/);
  assert.equal((await next.innerText()).includes("omzet"), false, "what is not known is not asked again");
  await leave();
});

test("S12: of Schiermonnikoog no rules are known, which is not that there are none", async () => {
  const { page, leave } = await somebody({ "org.place": { place: "Schiermonnikoog" } });
  await goTo(page, "#advies");
  const coverage = page.locator("section.card", { hasText: "Wat wij kennen" });
  assert.match(await shown(coverage), /Schiermonnikoog kennen wij geen eigen regels in deze uitgave/);
  assert.match(await shown(coverage), /Dat zegt niets over of ze bestaan[\s\S]*ondernemersloket/);
  assert.match((await coverage.getByRole("link").getAttribute("href")) ?? "", /officielebekendmakingen/);
  await leave();
});

test("S15: a hire outside the target group still gets a first step and a referral", async () => {
  const { page, leave } = await peter();
  await goTo(page, "#advies");
  assert.ok((await page.locator(".first-steps li").count()) > 0);
  await press(page, /^Toon alle \d+ ?: Past niet$/);
  assert.match(await shown(page.locator("section.group").last()), /Wel mogelijk: Proefplaatsing via UWV/);
  await leave();
});

test("S3: a foundation reads why shares are impossible, and a loan is not closed for being a foundation", async () => {
  const { page, leave } = await arrive({ prepare: (page) => page.clock.setFixedTime("2026-11-21T12:00:00Z") });
  await tell(page, scenario("s03"));
  await goTo(page, "#regeling/business-angels");
  assert.match(await shown(page.locator(".verdict-box")), /Past niet/);
  assert.match(await shown(page.locator("main")), /U kunt aandelen uitgeven, dus u bent een bv, nv of coöperatie/);
  await goTo(page, "#regeling/geldvoorelkaar");
  assert.match(await shown(page.locator(".verdict-box")), /Nog niet te zeggen/);
  await goTo(page, "#advies");
  assert.match(await shown(page.locator("main")), /Verkoopt u regelmatig producten of diensten/);
  await leave();
});
