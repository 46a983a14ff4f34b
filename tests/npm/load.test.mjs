// What can be loaded, from where, and what is said when it cannot.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { installed, load, useInstalled, value } from "./installed.mjs";

useInstalled();

const options = { asOn: "2026-11-22" };
const file = (name) => new Uint8Array(readFileSync(join(installed.package, "files", name)));

test("the Node example runs in a fresh folder", () => {
  cpSync(join(installed.package, "examples/node.mjs"), join(installed.folder, "node.mjs"));
  const said = execFileSync("node", ["node.mjs"], { cwd: installed.folder, encoding: "utf8" });
  assert.match(said, /^\d+ fit, \d+ cannot tell yet, \d+ do not fit$/m);
  assert.match(said, /^Wage-cost subsidy based on measured productivity: fits, €1,090\.99 per month$/m);
  assert.match(said, /^Between .* is what you need yourself at the lowest point\./m);
  assert.match(said, /^Refused: org\.legal_form: there is no option `gmbh`$/m);
});

test("a worker thread gives what the main thread gives", async () => {
  const source = `
    import { parentPort, workerData } from "node:worker_threads";
    import { load } from "steunwijzer";
    const loaded = await load({ texts: "questions" });
    parentPort.postMessage(loaded.ok ? loaded.value.advise(workerData.answers, workerData.options) : loaded);`;
  const workerData = { answers: { "org.legal_form": "bv" }, options };
  const path = join(installed.folder, "worker.mjs");
  writeFileSync(path, source);
  const worker = new Worker(path, { workerData });
  const said = await new Promise((found, failed) => worker.once("message", found).once("error", failed));
  const here = value(await load({ texts: "questions" }));
  assert.deepEqual(said, here.advise(workerData.answers, options));
});

test("with all bytes given nothing is read", async () => {
  const names = ["plan.wasm", "words.en.bin", "schemes.en.bin"];
  const files = Object.fromEntries(names.map((name) => [name, file(name)]));
  // A realm of its own, with the files of the package away.
  const source = `
    import { parentPort, workerData } from "node:worker_threads";
    import { load } from "steunwijzer";
    const loaded = await load({ langs: ["en"], plan: true, files: workerData.files });
    parentPort.postMessage(loaded.ok ? loaded.value.plan({}, { asOn: "2026-11-22" }).ok : loaded.error);`;
  const away = join(installed.folder, "without-files");
  cpSync(join(installed.folder, "node_modules"), join(away, "node_modules"), { recursive: true });
  rmSync(join(away, "node_modules/steunwijzer/files"), { recursive: true });
  writeFileSync(join(away, "worker.mjs"), source);
  const ask = (workerData) =>
    new Promise((found, failed) =>
      new Worker(join(away, "worker.mjs"), { workerData }).once("message", found).once("error", failed),
    );
  assert.equal(await ask({ files }), true);
  const missing = await ask({ files: { "plan.wasm": files["plan.wasm"] } });
  assert.deepEqual([missing.kind, missing.path], ["unreachable", "files.words.en.bin"]);
});

test("without the texts of schemes verdicts stand and sentences about them are empty", async () => {
  const [bare, whole] = [await load({ texts: "questions" }), await load()].map(value);
  const answers = { "org.legal_form": "bv" };
  const [less, more] = [bare, whole].map((advisor) => value(advisor.advise(answers, options)));
  assert.deepEqual(less.counts, more.counts);
  assert.deepEqual(less.open_questions, more.open_questions);
  assert.deepEqual(less.schemes.map(({ id, verdict }) => [id, verdict]), more.schemes.map(({ id, verdict }) => [id, verdict]));
  assert.ok(less.schemes.every(({ name, reason, action }) => name === "" && reason === "" && action === null));
  assert.ok(more.schemes.every(({ name, reason }) => name !== "" && reason !== ""));
});

test("a language that was not loaded is said", async () => {
  const { error } = value(await load()).questions({ lang: "en" });
  assert.deepEqual([error.kind, error.path], ["not-loaded", "options.lang"]);
});

test("a plan that was not loaded is said", async () => {
  const { error } = value(await load()).plan({}, options);
  assert.deepEqual([error.kind, error.repair], ["not-loaded", "load({ plan: true })"]);
});

test("the first language is spoken unasked", async () => {
  const advisor = value(await load({ langs: ["en", "nl"] }));
  assert.equal(value(advisor.advise({}, { ...options, schemes: [] })).lang, "en");
});

test("without a day it is today in the Netherlands", async () => {
  const { as_on } = value(value(await load()).advise({}, { schemes: [] }));
  assert.equal(as_on, new Intl.DateTimeFormat("sv", { timeZone: "Europe/Amsterdam" }).format());
});

for (const [why, wrong, path] of [
  ["an unknown option", { lang: "nl" }, "options.lang"],
  ["an unknown language", { langs: ["de"] }, "options.langs"],
  ["no language", { langs: [] }, "options.langs"],
  ["texts of another kind", { texts: "few" }, "options.texts"],
  ["a plan that is no boolean", { plan: "yes" }, "options.plan"],
  ["a file of another name", { files: { "../x": new Uint8Array() } }, "options.files.../x"],
  ["a file that is no bytes", { files: { "plan.wasm": "AGFzbQ" } }, "options.files.plan.wasm"],
  ["words that are none", { files: { "words.nl.bin": new Uint8Array([1, 2, 3]) } }, "files.words.nl.bin"],
  ["no words at all", { files: { "words.nl.bin": new Uint8Array() } }, "files.words.nl.bin"],
]) {
  test(`loading with ${why} is refused with its place`, async () => {
    const refused = await load(wrong);
    assert.equal(refused.ok, false);
    assert.equal(refused.error.path, path);
  });
}

test("schemes of another language follow on no words", async () => {
  const refused = await load({ files: { "schemes.nl.bin": file("words.nl.bin") } });
  assert.deepEqual([refused.ok, refused.error?.path], [false, "files.schemes.nl.bin"]);
});
