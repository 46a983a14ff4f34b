// Reads the model that `native/` writes, and compares verdicts with strong Kleene logic.

import { readFileSync } from "node:fs";

const number = (text) => (text === "-" ? null : Number(text));

export function readModel(file) {
  const model = { schemes: [], partial: [], right: [] };
  const conditions = [];
  for (const line of readFileSync(file, "utf8").trim().split("\n")) {
    const [word, ...rest] = line.split(" ");
    if (word === "condition") conditions.push({ input: Number(rest[0]), test: rest[1], value: Number(rest[2]) });
    if (word === "partial") model.partial.push(rest.map(number));
    if (word === "right") model.right.push(rest.map(number));
  }
  for (let row = 0; row < conditions.length; row += 8) model.schemes.push(conditions.slice(row, row + 8));
  return model;
}

export const sort = (input) => (input < 20 ? "number" : input < 35 ? "choice" : input < 50 ? "yes-no" : "date");

export const options = (bits) => [0, 1, 2, 3, 4].filter((option) => (bits >> option) & 1);

const and = (a, b) => (a === 0 || b === 0 ? 0 : a === 1 && b === 1 ? 1 : null);
const or = (a, b) => (a === 1 || b === 1 ? 1 : a === 0 && b === 0 ? 0 : null);

/** The verdict from the states (1, 0 or null) of eight conditions. */
export const verdict = (states) => and(states.slice(0, 6).reduce(and, 1), or(states[6], states[7]));

/** Prints `name | median µs per profile | wrong %`. `judge(row)` gives 200 verdicts. */
export function measure(name, model, profiles, rounds, judge) {
  let wrong = 0;
  for (let row = 0; row < profiles; row += 1) {
    judge(row).forEach((given, scheme) => { if (given !== model.right[row][scheme]) wrong += 1; });
  }
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    for (let row = 0; row < profiles; row += 1) judge(row);
    times.push(((performance.now() - start) * 1000) / profiles);
  }
  times.sort((a, b) => a - b);
  const share = (100 * wrong) / (profiles * model.schemes.length);
  console.log(`${name} | ${times[Math.floor(rounds / 2)].toFixed(1)} | ${share.toFixed(2)}`);
}
