// The packed package, installed in a fresh folder without any network, as somebody else would.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const made = join(root, "target/npm");

/** The file that `cargo xtask npm` made. */
export function packed() {
  const files = readdirSync(made).filter((name) => name.endsWith(".tgz"));
  if (files.length !== 1) throw new Error(`${files.length} packages in target/npm: cargo xtask npm makes one`);
  return join(made, files[0]);
}

/** Where the tests of this file find it: set before they run. */
export const installed = { folder: "", package: "" };

/** Installs the package for the tests of this file, and removes it after them. */
export function useInstalled() {
  before(() => {
    installed.folder = mkdtempSync(join(tmpdir(), "steunwijzer-"));
    installed.package = join(installed.folder, "node_modules/steunwijzer");
    writeFileSync(join(installed.folder, "package.json"), '{ "name": "fresh", "private": true, "type": "module" }\n');
    const quiet = ["--offline", "--no-audit", "--no-fund", "--loglevel=error"];
    execFileSync("npm", ["install", ...quiet, packed()], { cwd: installed.folder });
  });
  after(() => rmSync(installed.folder, { recursive: true, force: true }));
}

/** `load` of the installed package, in this thread. */
export async function load(options) {
  const { load } = await import(pathToFileURL(join(installed.package, "node.js")).href);
  return load(options);
}

/** The value of a result; what is wrong fails the test. */
export function value(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}
