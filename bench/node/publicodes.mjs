// publicodes: each scheme a rule with its conditions, parsed once, a situation for each profile.

import Engine from "publicodes";
import { measure, options, readModel, sort } from "./model.mjs";

const PROFILES = 8; // one profile takes tens of milliseconds
const model = readModel(process.argv[2]);

const rules = {};
for (let input = 0; input < 60; input += 1) rules[`q${input}`] = { question: `q${input}` };
const text = ({ input, test, value }) => {
  if (test === "at-most") return `q${input} <= ${value}`;
  if (test === "at-least") return `q${input} >= ${value}`;
  if (test === "is") return `q${input} = ${value === 1 ? "oui" : "non"}`;
  return { "une de ces conditions": options(value).map((option) => `q${input} = ${option}`) };
};
model.schemes.forEach((scheme, row) => {
  const conditions = scheme.map(text);
  rules[`s${row}`] = { "toutes ces conditions": [...conditions.slice(0, 6), { "une de ces conditions": conditions.slice(6) }] };
});

const engine = new Engine(rules);
const situation = (profile) =>
  Object.fromEntries(
    profile.flatMap((value, input) =>
      value === null ? [] : [[`q${input}`, sort(input) === "yes-no" ? (value === 1 ? "oui" : "non") : value]]),
  );
const situations = model.partial.slice(0, PROFILES).map(situation);
const state = (value) => (value === true ? 1 : value === false ? 0 : null);

measure("publicodes (Node)", model, PROFILES, 3, (row) => {
  engine.setSituation(situations[row]);
  return model.schemes.map((_, number) => state(engine.evaluate(`s${number}`).nodeValue));
});
