// json-logic-engine, each condition compiled once.

import { LogicEngine } from "json-logic-engine";
import { measure, options, readModel, sort, verdict } from "./model.mjs";

const model = readModel(process.argv[2]);
const engine = new LogicEngine();

const rule = ({ input, test, value }) => {
  const answer = { var: `q${input}` };
  if (test === "at-most") return { "<=": [answer, value] };
  if (test === "at-least") return { ">=": [answer, value] };
  if (test === "one-of") return { in: [answer, options(value)] };
  return { "==": [answer, value === 1] };
};

const compiled = model.schemes.map((scheme) => scheme.map((condition) => engine.build(rule(condition))));
const profiles = model.partial.map((profile) =>
  Object.fromEntries(
    profile.flatMap((value, input) =>
      value === null ? [] : [[`q${input}`, sort(input) === "yes-no" ? value === 1 : value]]),
  ));

const state = (value) => (value === null || value === undefined ? null : value ? 1 : 0);

measure("json-logic-engine (Node)", model, 256, 9, (row) =>
  compiled.map((scheme) => verdict(scheme.map((condition) => state(condition(profiles[row]))))));
