// The answers of scenario S15, given through the page: a hire who is not in the target group.

import { addRecord } from "./lunchroom.mjs";
import { arrive } from "./page.mjs";
import { fill, goTo } from "./record.mjs";

/** A visitor on 21 November 2026: a bv in Apeldoorn that hires somebody of 58 from WW. */
export async function peter() {
  const visitor = await arrive({ prepare: (page) => page.clock.setFixedTime("2026-11-21T12:00:00Z") });
  const { page } = visitor;
  await goTo(page, "#vraag/org.legal_form");
  await fill(page, "org.legal_form", "Besloten vennootschap (bv)");
  await goTo(page, "#lijst/hires");
  await addRecord(page);
  await fill(page, "hire.place", { place: "Apeldoorn" }, 0);
  await fill(page, "hire.age", "58", 0);
  await fill(page, "hire.start", ["1", "12", "2026"], 0);
  await fill(page, "hire.hours", "32", 0);
  await fill(page, "hire.lks_group", false, 0);
  await fill(page, "hire.register", false, 0);
  await fill(page, "hire.benefit", "WW", 0);
  return visitor;
}
