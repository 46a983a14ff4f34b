// For browsers and their workers: files are fetched beside this one, unless the host gives them.
import { loader } from "./advisor.js";

// Written out one by one, so that bundlers find them.
const FILES = {
  "advice.wasm": () => new URL("./files/advice.wasm", import.meta.url),
  "plan.wasm": () => new URL("./files/plan.wasm", import.meta.url),
  "words.nl.bin": () => new URL("./files/words.nl.bin", import.meta.url),
  "words.en.bin": () => new URL("./files/words.en.bin", import.meta.url),
  "schemes.nl.bin": () => new URL("./files/schemes.nl.bin", import.meta.url),
  "schemes.en.bin": () => new URL("./files/schemes.en.bin", import.meta.url),
};

export const load = loader(async (name) => {
  const answer = await fetch(FILES[name]());
  if (!answer.ok) throw new Error(`the server answers ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
});
