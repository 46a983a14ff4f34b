// Every page type, and a sample of all pages, is valid HTML by the standard.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { everyPage, folder, pathsOf } from "./made.mjs";

/** Of so many pages one is looked at, besides one of each type. */
const SAMPLE = 20;

const validator = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });

async function faults(file) {
  const { results } = await validator.validateString(readFileSync(file, "utf8"), file);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId}: ${message}`));
}

test("one page of each type is valid HTML", async () => {
  const files = ["nl", "en"].flatMap(pathsOf).map((path) => `${folder}${path}index.html`);
  for (const file of [...files, `${folder}404.html`]) assert.deepEqual(await faults(file), []);
});

test("a sample of all pages is valid HTML", async () => {
  const sample = everyPage().filter((_, row) => row % SAMPLE === 0);
  assert.ok(sample.length > 100, "a site has thousands of pages");
  for (const file of sample) assert.deepEqual(await faults(file), []);
});

test("the validator sees a fault", async () => {
  const { valid } = await validator.validateString("<!DOCTYPE html><p><div></div></p><img src=x>");
  assert.equal(valid, false);
});
