// Two editions of the site, one after the other, on a server of our own.

import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { servePlainly } from "./plain.mjs";

const built = fileURLToPath(new URL("../../target/site/", import.meta.url));

/** The name of the folder of files in the next edition: all hashes are others. */
export const NEXT = "assets-00000000000000ff";

/**
 * Serves this edition; `publish()` puts the next in its place, as a host does: nothing of the one
 * before stays on the server. `change(name, text)` may change a text file of it.
 */
export async function serveEditions({ change = (_, text) => text } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "steunwijzer-"));
  await cp(built, folder, { recursive: true });
  const assets = (await readdir(folder)).find((name) => name.startsWith("assets-"));
  await rename(join(folder, assets), join(folder, NEXT));
  for (const name of ["index.html", "sw.js"]) {
    const text = (await readFile(join(folder, name), "utf8")).replaceAll(assets, NEXT);
    const edition = text.replace(/(const EDITION = `\$\{OWN\})[0-9a-f]+/, "$1next");
    await writeFile(join(folder, name), change(name, edition));
  }
  const server = await servePlainly(built);
  server.headers["sw.js"] = { "Cache-Control": "max-age=600" };
  return {
    server,
    publish: () => (server.folder = folder),
    close: async () => {
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Whether a page is of the next edition. */
export const isNext = (page) => page.locator(`link[href^="${NEXT}"]`).count().then((count) => count > 0);

/** Makes what the browser holds stale, as minutes do. */
export async function minutesLater(visitor) {
  const tools = await visitor.profile.newCDPSession(visitor.page);
  await tools.send("Network.clearBrowserCache");
}
