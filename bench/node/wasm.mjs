// Our engine as WebAssembly: `node wasm.mjs LABEL FOLDER`. Folder: what bench-pack made.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { median } from "./median.mjs";

const [label, folder] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const { Bench } = require(resolve(folder, "bench_wasm.js"));
const bench = new Bench();

const wasm = readFileSync(resolve(folder, "bench_wasm_bg.wasm"));
const brotli = brotliCompressSync(wasm, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
bench.run(); // warm
console.log(`Steunwijzer engine, ${label} | ${median(15, 256, () => bench.run()).toFixed(1)} | ${bench.wrong().toFixed(2)}`);
console.log(`next question, ${label} | ${median(9, 8, () => bench.ask()).toFixed(1)} | -`);
console.log(`advice, real rules, ${label} | ${median(15, 1, () => bench.advise_real()).toFixed(1)} | -`);
console.log(`next question, real rules, ${label} | ${median(9, 1, () => bench.ask_real()).toFixed(1)} | -`);
console.log(`advice, 310 schemes, ${label} | ${median(15, 1, () => bench.advise_grown()).toFixed(1)} | -`);
console.log(`next question, 310 schemes, ${label} | ${median(9, 1, () => bench.ask_grown()).toFixed(1)} | -`);
console.log(`size of ${label} in kB brotli | ${(brotli / 1000).toFixed(1)} | -`);
