// The scenarios, and what the command line says of them.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { root } from "./installed.mjs";

/** Every file with answers: `{ name, answers, asOn }`. */
export function scenarios() {
  const folder = join(root, "tests/scenarios");
  const files = readdirSync(folder).filter((name) => name.endsWith(".toml")).sort();
  const all = files.map((name) => ({ name, ...parse(readFileSync(join(folder, name), "utf8")) }));
  return all.filter((one) => one.answers).map(({ name, answers, as_on }) => ({ name, answers: JSON.parse(JSON.stringify(answers)), asOn: as_on.toISOString() }));
}

/** The command line over an edition that is compiled once. */
export class CommandLine {
  constructor(folder) {
    this.edition = join(folder, "edition");
    const build = ["run", "--quiet", "--package", "steunwijzer", "--", "export", this.edition];
    execFileSync("cargo", build, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    this.program = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/steunwijzer");
  }

  /** What `steunwijzer COMMAND … --json` prints; with a scenario, for its answers on its day. */
  json(command, lang, scenario) {
    const told = scenario ? ["-", "--as-on", scenario.asOn] : [];
    const input = scenario ? JSON.stringify(scenario.answers) : "";
    const words = ["--rules", this.edition, ...command, ...told, "--lang", lang, "--json"];
    return JSON.parse(execFileSync(this.program, words, { input, encoding: "utf8", maxBuffer: 1e8 }));
  }
}
