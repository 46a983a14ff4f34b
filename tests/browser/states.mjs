// Every page and what it can look like: who is there, at which address, and what was done first.
// `matrix.test.mjs` looks at each of them in both languages, both colour schemes and three widths.

import { lunchroom, addRecord } from "./lunchroom.mjs";
import { arrive, drawn } from "./page.mjs";
import { fill, forward, goTo } from "./record.mjs";

const onTheDay = { prepare: (page) => page.clock.setFixedTime("2026-11-22T12:00:00Z") };

/** Opens whatever folds. */
export const unfold = (page) => page.evaluate(() => {
  for (const fold of document.querySelectorAll("main details")) fold.open = true;
});

const type = (id, text) => async (page) => {
  await page.locator(`[id="${id}"]`).fill(text);
  await page.locator(`[id="${id}"]`).blur();
  await drawn(page);
};

const submitted = (id, text) => async (page) => {
  await page.locator(`[id="${id}"]`).fill(text);
  await forward(page);
};

/** A stichting in Almere that told what is needed and got aid before; the answers clash nowhere. */
async function bikes() {
  const visitor = await arrive(onTheDay);
  const { page } = visitor;
  await goTo(page, "#vraag/org.legal_form");
  await fill(page, "org.legal_form", "Stichting");
  await goTo(page, "#vraag/org.place");
  await fill(page, "org.place", { place: "Almere" });
  await goTo(page, "#lijst/needs");
  await addRecord(page);
  await fill(page, "need.purpose", "Machine, inrichting of vervoermiddel", 0);
  await fill(page, "need.amount", "22000", 0);
  await goTo(page, "#lijst/aid");
  await addRecord(page);
  await fill(page, "aid.amount", "280.000", 0);
  await fill(page, "aid.date", ["1", "3", "2025"], 0);
  await fill(page, "aid.regime", "Gewone de-minimissteun", 0);
  return visitor;
}

/** One who chose a legal form, told what goes with it, and chose another. */
async function changed() {
  const visitor = await arrive(onTheDay);
  const { page } = visitor;
  for (const form of ["Besloten vennootschap (bv)", "Eenmanszaak (ook zzp)"]) {
    await goTo(page, "#vraag/org.legal_form");
    await fill(page, "org.legal_form", form);
    if (form.startsWith("Besloten")) {
      await goTo(page, "#vraag/org.mission_in_statutes");
      await fill(page, "org.mission_in_statutes", true);
    }
  }
  return visitor;
}

const CALCULATORS = [
  "loonkostensubsidie", "loonkostenvoordeel", "wbso", "eia-mia", "bmkb", "lening", "steunruimte", "mkb-toets",
  "moeilijkheden", "aanbestedingsdrempel",
];

/**
 * Who is there, and the states in the order in which that visitor goes through them: the name of the picture,
 * the address, and what is done there first. `corners`: only the two looks that differ in everything.
 */
export const WALKS = [
  {
    who: "nobody told anything",
    come: () => arrive(onTheDay),
    states: [
      ["leeg-start", "#start"],
      ["leeg-vraag", "#vraag/org.legal_form"],
      ["leeg-werknemers", "#lijst/hires"],
      ["leeg-antwoorden", "#antwoorden"],
      ["leeg-advies", "#advies"],
      ["leeg-geldplan", "#plan"],
      ["leeg-steunruimte", "#steun"],
      ["leeg-loket", "#loket"],
      ["leeg-dossier", "#dossier"],
      ["leeg-papier", "#papier"],
      ["reken", "#reken"],
      ["gemeente", "#gemeente"],
      ["gemeente-open", "#gemeente", unfold],
      ["toegankelijkheid", "#toegankelijkheid"],
      ["inbouwen", "#inbouwen"],
      ["zekerheid-open", "#zekerheid", unfold],
      ["privacy", "#privacy"],
      ["twijfel-bedrag", "#vraag/org.turnover", type("org-turnover", "12,500")],
      ["fout-bedrag", "#vraag/org.turnover", submitted("org-turnover", "-3")],
      ["fout-datum", "#vraag/org.founded", submitted("org-founded", "31-02-2024")],
      ["twijfel-plaats", "#vraag/org.place", type("org-place", "Bergen")],
      ["lijst-plaatsen", "#vraag/org.place", async (page) => {
        await page.locator("#org-place").fill("");
        await page.locator("#org-place").pressSequentially("Til");
        await drawn(page);
      }],
    ],
  },
  {
    who: "the lunchroom of S6",
    come: () => lunchroom(),
    states: [
      ["vraag", "#vraag/org.turnover", unfold],
      ["werknemer", "#lijst/hires/1"],
      ["werknemers", "#lijst/hires"],
      ["antwoorden", "#antwoorden"],
      ["advies", "#advies"],
      ["advies-open", "#advies", async (page) => {
        await page.locator("section.group .more button").first().click();
        await unfold(page);
      }],
      ["regeling-past", "#regeling/lks-participatiewet", unfold],
      ["regeling-past-niet", "#regeling/liv", unfold],
      ["geldplan", "#plan", unfold],
      ["papier", "#papier"],
      ["dossier", "#dossier", unfold],
      ["loket", "#loket", unfold],
    ],
  },
  {
    who: "a foundation with a need and received aid",
    come: bikes,
    states: [
      ["behoeften", "#lijst/needs"],
      ["behoefte", "#lijst/needs/1"],
      ["steun-gekregen", "#lijst/aid/1"],
      ["geldplan-stapel", "#plan", unfold],
      ["steunruimte", "#steun", unfold],
      ["verklaring", "#verklaring"],
      ["regeling-open", "#regeling/bmkb"],
    ],
  },
  {
    who: "one whose answer no longer counts",
    come: changed,
    states: [
      ["telt-niet-mee", "#vraag/org.mission_in_statutes"],
      ["telt-niet-mee-antwoorden", "#antwoorden"],
    ],
  },
  {
    who: "one on a device with a wrong clock",
    come: () => arrive({ prepare: (page) => page.clock.setFixedTime("2026-01-05T12:00:00Z") }),
    states: [["klok-fout", "#advies"]],
  },
  {
    who: "one who counts for himself",
    // All calculators are drawn by the same parts, and calculators.test.mjs looks at them with sums.
    corners: true,
    come: () => arrive(onTheDay),
    states: CALCULATORS.map((name) => [`reken-${name}`, `#reken/${name}`]),
  },
];
