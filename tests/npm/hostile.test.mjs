// Whatever a program gives, there is a typed result: nothing is thrown and the module goes on.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import vm from "node:vm";
import { load, useInstalled, value } from "./installed.mjs";

useInstalled();
const options = { asOn: "2026-11-22", schemes: [] };
let advisor;
before(async () => (advisor = value(await load({ texts: "questions", plan: true }))));
// Nothing above may have harmed it.
after(() => assert.equal(advisor.advise({ "org.legal_form": "bv" }, options).ok, true));

const cyclic = {};
cyclic.hires = [cyclic];
const deep = (levels) => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`);
const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, row) => [`k${row}`, row]));

for (const [what, answers, path] of [
  ["nothing", undefined, ""],
  ["null", null, ""],
  ["a text", "org.legal_form", ""],
  ["a number", 3, ""],
  ["a list", [], ""],
  ["a function", () => {}, ""],
  ["a date", new Date(), ""],
  ["a map", new Map(), ""],
  ["a symbol as a value", { "org.fte": Symbol("x") }, "org.fte"],
  ["a big integer", { "org.fte": 10n }, "org.fte"],
  ["NaN", { "org.fte": NaN }, "org.fte"],
  ["infinity in a record", { hires: [{ hours: Infinity }] }, "hires[0].hours"],
  ["a decimal as a number", { "org.fte": 0.1 + 0.2 }, "org.fte"],
  ["a number that is not exact", { "org.turnover": 2 ** 60 }, "org.turnover"],
  ["null as an answer", { "org.fte": null }, "org.fte"],
  ["a boxed text", { "org.legal_form": new String("bv") }, "org.legal_form"],
  ["the key __proto__", JSON.parse('{"__proto__": {"org.legal_form": "bv"}}'), "__proto__"],
  ["the key constructor", { constructor: "bv" }, "constructor"],
  ["a class", new (class Told {})(), ""],
  ["a circle", cyclic, null],
  ["a list 10,000 deep", { hires: deep(10_000) }, null],
  ["100,000 keys", wide, null],
  ["a list of 4,000 million", { hires: new Array(4_000_000_000) }, "hires"],
  ["a text of 10 MB", { "org.legal_form": "x".repeat(1e7) }, "org.legal_form"],
  ["half a character", { "org.legal_form": "\ud800" }, "org.legal_form"],
  ["a getter that throws", Object.defineProperty({}, "org.fte", { enumerable: true, get() { throw new Error("no"); } }), ""],
  ["a proxy that throws", new Proxy({}, { getPrototypeOf() { throw undefined; } }), ""],
  ["a revoked proxy", (({ proxy, revoke }) => (revoke(), proxy))(Proxy.revocable({}, {})), ""],
]) {
  test(`answers: ${what}`, () => {
    for (const name of ["advise", "ask", "plan"]) {
      const result = advisor[name](answers, { asOn: "2026-11-22" });
      assert.equal(result.ok, false, name);
      assert.equal(result.error.kind, "answers");
      assert.notEqual(result.error.repair, "");
      if (path !== null) assert.equal(result.error.path, path);
    }
  });

  test(`options: ${what}`, () => {
    if (what === "nothing" || what === "null") return;
    const result = advisor.questions(answers);
    assert.equal(result.ok, false);
    assert.equal(result.error.kind, "options");
  });

  test(`scheme: ${what}`, () => {
    assert.equal(advisor.explain(answers, {}, { asOn: "2026-11-22" }).error.kind, "scheme");
  });
}

test("an object of another realm is as good", () => {
  const answers = vm.runInNewContext('({ "org.legal_form": "bv", hires: [] })');
  assert.deepEqual(advisor.advise(answers, options), advisor.advise({ "org.legal_form": "bv", hires: [] }, options));
});

test("an answer that is undefined was not told", () => {
  assert.deepEqual(advisor.advise({ "org.legal_form": undefined }, options), advisor.advise({}, options));
});

test("a changed prototype of objects changes nothing", () => {
  const before = advisor.advise({}, options);
  Object.prototype["org.legal_form"] = "bv";
  try {
    assert.deepEqual(advisor.advise({}, options), before);
  } finally {
    delete Object.prototype["org.legal_form"];
  }
});

test("a thousand random values behind real keys end in a result", () => {
  const keys = value(advisor.questions()).filter(({ list }) => !list).map(({ id }) => id);
  let seed = 20261122;
  const random = (most) => (seed = (seed * 48271) % 2147483647) % most;
  const any = (deep) =>
    [
      () => null, () => random(2) === 0, () => random(1e9) - 5e8, () => random(1e9) / 7, () => "?", () => "GM0344",
      () => String.fromCharCode(...Array.from({ length: random(8) }, () => random(65536))),
      () => ({ from: any(deep + 1), to: any(deep + 1) }), () => ({ any: [any(deep + 1)] }), () => [any(deep + 1)],
      () => NaN, () => undefined,
    ][deep > 5 ? 0 : random(12)]();
  for (let round = 0; round < 1000; round += 1) {
    const answers = { [keys[random(keys.length)]]: any(0), [keys[random(keys.length)]]: any(0) };
    const result = advisor.advise(answers, options);
    assert.equal(typeof result.ok, "boolean");
    assert.notEqual(result.error?.kind, "stopped", JSON.stringify(answers));
  }
});
