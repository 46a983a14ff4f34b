// Answers from a file: those of a scenario, or made here. The page opens them as a dossier.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { drawn } from "./page.mjs";
import { goTo } from "./record.mjs";

const folder = new URL("../scenarios/", import.meta.url);

/** The part `[answers]` of a scenario: `s06` finds `s06-one-hire.toml`. Only the little TOML that stands there. */
export function scenario(name) {
  const file = readdirSync(folder).find((file) => file.startsWith(`${name}-`) && file.endsWith(".toml"));
  const answers = {};
  let here;
  for (const line of readFileSync(new URL(file, folder), "utf8").split("\n")) {
    const table = line.match(/^\[+([\w.]+)\]+\s*$/)?.[1];
    const [, key, value] = line.match(/^"?([\w.]+)"?\s*=\s*(.+?)\s*$/) ?? [];
    if (table === "answers") here = answers;
    else if (table?.startsWith("answers.")) (answers[table.slice(8)] ??= []).push((here = {}));
    else if (table) here = undefined;
    else if (here && key) here[key] = JSON.parse(value.replace(/(\w+) = /g, '"$1": '));
  }
  assert.ok(Object.keys(answers).length > 0, `${name} told nothing`);
  return answers;
}

const HIRE = {
  place: "GM0034", age: 24, hours: 36, start: "2027-01-04", register: true, lks_group: true, loonwaarde: "40 %",
  pays_minimum: true, job_kind: "ordinary", benefit: "bijstand", history: "none", lkv_statement: "?",
};
const NEED = {
  place: "GM0034", purpose: "equipment", amount: 45000, own_money: 5000, other_money: 0, started: false,
  start: "2027-02-01", themes: ["circular", "food", "social_cohesion"], stage: "pilot", for_profit: true, volunteers: true,
};

/** The foundation in Almere of S8. */
export const almere = {
  "org.legal_form": "stichting", "org.place": "GM0034",
  hires: [{ register: true }, { register: true }], needs: [{ purpose: "equipment", amount: 22000, themes: ["circular"] }],
};

/** As much as can be told: ten hires, five needs, aid, answers that clash and answers that are not known. */
export const fullest = {
  ...scenario("s02"), "org.place": "GM0034", "org.distance_share": "40 %", "org.pso": "?", "org.main_aim": "?",
  "org.mission_in_statutes": "?",
  hires: Array.from({ length: 10 }, (_, row) => ({ ...HIRE, hours: 20 + row, age: 20 + 3 * row, loonwaarde: row % 3 ? "40 %" : "?" })),
  needs: ["equipment", "working_capital", "building", "equipment", "working_capital"].map((purpose) => ({ ...NEED, purpose })),
};

/** Opens these answers on the page of the dossier. */
export async function tell(page, answers) {
  await goTo(page, "#dossier");
  const file = { name: "dossier.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(answers)) };
  await page.locator("#bestand").setInputFiles(file);
  await page.waitForFunction(() => document.querySelector("#bestand")?.value === "");
  await drawn(page);
  await page.waitForTimeout(100);
  await drawn(page);
}
