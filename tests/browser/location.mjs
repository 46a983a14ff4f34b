// The answers of scenario S7, given through the page: a second location in The Hague, two needs.

import { arrive } from "./page.mjs";
import { addRecord } from "./lunchroom.mjs";
import { fill, goTo } from "./record.mjs";

const ORGANISATION = [
  ["org.legal_form", "Besloten vennootschap (bv)"],
  ["org.place", { place: "Den Haag" }],
  ["org.founded", ["1", "6", "2017"]],
  ["org.fte", "35"],
  ["org.distance_share", "40"],
  ["org.pso", "PSO 30+"],
];

/** A visitor on 21 November 2026 who told the needs of scenario S7: 700,000 and 500,000. */
export async function secondLocation(options = {}) {
  const visitor = await arrive({
    prepare: (page) => page.clock.setFixedTime("2026-11-21T12:00:00Z"),
    ...options,
  });
  const { page } = visitor;
  for (const [question, value] of ORGANISATION) {
    await goTo(page, `#vraag/${question}`);
    await fill(page, question, value);
  }
  await goTo(page, "#lijst/needs");
  await addRecord(page);
  await fill(page, "need.purpose", "Gebouw kopen, bouwen of verbouwen", 0);
  await fill(page, "need.amount", "700.000", 0);
  await fill(page, "need.place", { place: "Den Haag" }, 0);
  await goTo(page, "#lijst/needs");
  await addRecord(page);
  await fill(page, "need.purpose", "Werkkapitaal: voorraad, lonen, huur", 1);
  await fill(page, "need.amount", "500.000", 1);
  await fill(page, "need.place", { place: "Den Haag" }, 1);
  return visitor;
}
