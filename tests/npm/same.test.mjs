// The package says what the command line says, to the letter.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { load, useInstalled, value } from "./installed.mjs";
import { CommandLine, scenarios } from "./scenarios.mjs";

/** Where two values differ first, since whole advices are too long to read; empty if they do not. */
function difference(ours, theirs, path = "") {
  if (Object.is(ours, theirs)) return "";
  const isTable = [ours, theirs].every((one) => typeof one === "object" && one !== null);
  if (!isTable) return `${path}: ${JSON.stringify(ours)} is not ${JSON.stringify(theirs)}`;
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  for (const key of keys) {
    const found = difference(ours[key], theirs[key], `${path}.${key}`);
    if (found) return found;
  }
  return "";
}

const same = (ours, theirs) => assert.equal(difference(value(ours), theirs), "");

useInstalled();
let advisor, commandLine, folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "edition-"));
  commandLine = new CommandLine(folder);
  advisor = value(await load({ langs: ["nl", "en"], plan: true }));
});
after(() => rmSync(folder, { recursive: true, force: true }));

for (const scenario of scenarios()) {
  describe(scenario.name, () => {
    for (const lang of ["nl", "en"]) {
      const options = { asOn: scenario.asOn, lang };
      test(`advise, ${lang}`, () => {
        same(advisor.advise(scenario.answers, options), commandLine.json(["advise"], lang, scenario));
      });
      test(`plan, ${lang}`, () => {
        same(advisor.plan(scenario.answers, options), commandLine.json(["plan"], lang, scenario));
      });
    }
  });
}

describe("any scenario", () => {
  const [scenario] = scenarios();
  const options = { asOn: scenario.asOn, lang: "nl" };

  test("ask", () => {
    same(advisor.ask(scenario.answers, options), commandLine.json(["ask"], "nl", scenario));
  });

  test("explain", () => {
    const command = ["explain", "lks-participatiewet"];
    same(advisor.explain(command[1], scenario.answers, options), commandLine.json(command, "nl", scenario));
  });

  test("an advice on named schemes holds those, and counts all", () => {
    const whole = value(advisor.advise(scenario.answers, options));
    const some = value(advisor.advise(scenario.answers, { ...options, schemes: ["lks-participatiewet"] }));
    same({ ok: true, value: some }, { ...whole, schemes: whole.schemes.filter(({ id }) => id === "lks-participatiewet") });
  });
});

describe("whatever was answered", () => {
  for (const lang of ["nl", "en"]) {
    test(`questions, ${lang}`, () => {
      same(advisor.questions({ lang }), commandLine.json(["questions"], lang));
    });
    test(`schemes of the rulebook, ${lang}`, () => {
      assert.equal(difference(value(advisor.rulebook({ lang })).schemes, commandLine.json(["schemes"], lang)), "");
    });
  }

  test("every place of the rulebook is an answer", () => {
    const { places } = value(advisor.rulebook());
    assert.equal(places.length, 342);
    for (const { code, name } of places) {
      const advice = value(advisor.advise({ "org.place": code }, { asOn: "2026-11-22", schemes: [] }));
      assert.equal(advice.coverage.municipality, name);
    }
  });
});
