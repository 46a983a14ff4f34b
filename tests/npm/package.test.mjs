// What is in the packed file.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, relative } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { installed, root, useInstalled } from "./installed.mjs";

useInstalled();

const read = (name) => readFileSync(join(installed.package, name));

test("it holds its own files and nothing else", () => {
  const entries = readdirSync(installed.package, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const names = files.map((entry) => relative(installed.package, join(entry.parentPath ?? entry.path, entry.name)));
  assert.deepEqual(names.sort(), [
    "LICENSE",
    "README.md",
    "advisor.js",
    "examples/browser/index.html",
    "examples/browser/page.js",
    "examples/browser/worker.js",
    "examples/node.mjs",
    "files/advice.wasm",
    "files/plan.wasm",
    "files/schemes.en.bin",
    "files/schemes.nl.bin",
    "files/words.en.bin",
    "files/words.nl.bin",
    "glue/advice.js",
    "glue/plan.js",
    "index.d.ts",
    "index.js",
    "input.js",
    "node.js",
    "package.json",
  ]);
});

test("it has the version of the workspace, its licence and no dependency", () => {
  const about = JSON.parse(read("package.json"));
  const version = readFileSync(join(root, "Cargo.toml"), "utf8").match(/^version = "(.+)"$/m)[1];
  assert.equal(about.version, version);
  assert.equal(about.license, "EUPL-1.2");
  assert.deepEqual(read("LICENSE"), readFileSync(join(root, "LICENSE")));
  assert.equal(about.dependencies, undefined);
});

test("no module names a path of the machine or a function", () => {
  const paths = [root.replace(/\/$/, ""), process.env.CARGO_HOME ?? join(homedir(), ".cargo"), process.env.RUSTUP_HOME ?? join(homedir(), ".rustup")];
  for (const name of ["files/advice.wasm", "files/plan.wasm"]) {
    const bytes = read(name);
    for (const path of paths) assert.equal(bytes.includes(path), false, `${name} names ${path}`);
    assert.equal(WebAssembly.Module.customSections(new WebAssembly.Module(bytes), "name").length, 0);
  }
});

// The budget of 120 kB is not met: docs/npm.md says what weighs. This holds what was measured.
test("what an advice needs in one language has not grown", () => {
  const size = (name) => brotliCompressSync(read(name), { params: { [constants.BROTLI_PARAM_LGWIN]: 22 } }).length;
  const names = ["index.js", "advisor.js", "input.js", "glue/advice.js", "files/advice.wasm", "files/words.nl.bin"];
  const total = names.map(size).reduce((sum, one) => sum + one, 0);
  assert.ok(total < 220_000, `${total} bytes`);
});
