// The answers of scenario S6, given through the page: one hire in Tilburg.

import { arrive, drawn } from "./page.mjs";
import { fill, goTo } from "./record.mjs";

/** Adds a first or further record to the list that is shown. */
export async function addRecord(page) {
  await page.locator(".option.add, .add-more").first().click();
  await drawn(page);
}

/** A visitor on 21 November 2026 who told everything of scenario S6. */
export async function lunchroom(options = {}) {
  const visitor = await arrive({
    prepare: (page) => page.clock.setFixedTime("2026-11-21T12:00:00Z"),
    ...options,
  });
  const { page } = visitor;
  await goTo(page, "#vraag/org.legal_form");
  await fill(page, "org.legal_form", "Vennootschap onder firma (vof)");
  await goTo(page, "#vraag/org.place");
  await fill(page, "org.place", { place: "Tilburg" });
  await goTo(page, "#vraag/org.founded");
  await fill(page, "org.founded", ["1", "11", "2023"]);
  await goTo(page, "#lijst/hires");
  await addRecord(page);
  await fill(page, "hire.place", { place: "Tilburg" }, 0);
  await fill(page, "hire.age", "27", 0);
  await fill(page, "hire.start", ["1", "12", "2026"], 0);
  await fill(page, "hire.hours", "28 uur", 0);
  await fill(page, "hire.lks_group", true, 0);
  await fill(page, "hire.loonwaarde", "55,0%", 0);
  await fill(page, "hire.pays_minimum", true, 0);
  await fill(page, "hire.register", true, 0);
  await fill(page, "hire.job_kind", "Gewone baan", 0);
  await fill(page, "hire.benefit", "Bijstand van de gemeente", 0);
  await fill(page, "hire.history", "Nee", 0);
  return visitor;
}
