// The money plan as WebAssembly: `node plan.mjs LABEL FOLDER`. Folder: what bench-pack made.

import { createRequire } from "node:module";
import { resolve } from "node:path";
import { median } from "./median.mjs";

const [label, folder] = process.argv.slice(2);
const { Bench } = createRequire(import.meta.url)(resolve(folder, "bench_plan.js"));
const bench = new Bench();

bench.whole(); // warm
for (const [name, run] of [
  ["plan", () => bench.whole()],
  ["- its hires and cash flow", () => bench.flow()],
  ["- its aid account", () => bench.account()],
  ["- its five stacks", () => bench.finance()],
  ["advice that it rests on", () => bench.advice()],
]) {
  console.log(`${name}, ${label} | ${median(15, 1, run).toFixed(1)} | -`);
}
