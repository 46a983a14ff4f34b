// For Node and its workers: files are read beside this one, unless the host gives them.
import { readFile } from "node:fs/promises";
import { loader } from "./advisor.js";

export const load = loader((name) => readFile(new URL(`./files/${name}`, import.meta.url)));
