// The types, by the compiler of TypeScript: they say what comes out, no more and no less.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { installed, load, useInstalled, value } from "./installed.mjs";
import { scenarios } from "./scenarios.mjs";

useInstalled();
const here = fileURLToPath(new URL(".", import.meta.url));

/** What the compiler says of a program beside the package; empty if nothing is wrong. */
function said(program) {
  const config = JSON.parse(readFileSync(join(here, "tsconfig.json"), "utf8"));
  writeFileSync(join(installed.folder, "tsconfig.json"), JSON.stringify({ ...config, files: ["program.mts"] }));
  writeFileSync(join(installed.folder, "program.mts"), program);
  const compiler = join(here, "node_modules/typescript/bin/tsc");
  return spawnSync("node", [compiler, "-p", installed.folder], { encoding: "utf8" }).stdout;
}

test("a program as the types want it compiles, and each misuse in it is refused", () => {
  assert.equal(said(readFileSync(join(here, "example.mts"), "utf8")), "");
});

/** What comes out for some scenarios, each with the name of its type. */
async function results() {
  const advisor = value(await load({ plan: true }));
  const chosen = scenarios().filter(({ name }) => /^S(4|6|7)\b/.test(name));
  assert.equal(chosen.length, 3);
  const told = chosen.flatMap(({ answers, asOn }) => {
    const advice = value(advisor.advise(answers, { asOn }));
    // Every tenth scheme, and those about a hire: the compiler reads some hundred kilobytes.
    const schemes = advice.schemes.filter(({ id }, row) => row % 10 === 0 || id.startsWith("lks-"));
    return [
      ["Advice", { ...advice, schemes }],
      ["Plan", value(advisor.plan(answers, { asOn }))],
      ["OpenQuestion[]", value(advisor.ask(answers, { asOn }))],
    ];
  });
  return [...told, ["Question[]", value(advisor.questions())], ["Rulebook", value(advisor.rulebook())]];
}

test("what comes out has the types, without a property beside them", async () => {
  const all = await results();
  const lines = all.map(([type, result], row) => `export const result${row}: S.${type} = ${JSON.stringify(result)};`);
  assert.equal(said(['import type * as S from "steunwijzer";', ...lines].join("\n")), "");
});

test("a property too many or too few is seen", async () => {
  const [[, advice]] = await results();
  const { counts, ...without } = advice;
  for (const wrong of [without, { ...advice, schemes: [{ ...advice.schemes[0], score: 1 }] }]) {
    const program = `import type * as S from "steunwijzer";\nexport const result: S.Advice = ${JSON.stringify(wrong)};`;
    assert.match(said(program), /error TS2741|error TS2353/);
  }
});
