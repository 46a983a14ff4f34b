// A page of somebody else's site with pasted code in it, under a policy of its own.
//
//   const host = await openPasted({ body: CODE, policy: framePolicy() });
//   const visitor = await arrive({ address: host.address, ready: false });

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { site } from "./page.mjs";

/** What the build says of its files for other sites. */
export const built = () => JSON.parse(readFileSync(new URL("../../target/site/embed.json", import.meta.url), "utf8"));

/** The origin of the site of the project. */
export const origin = () => new URL(site.address).origin;

/** What a host needs for a frame, and nothing more; `'self'` for what these tests do themselves. */
export const framePolicy = () =>
  `default-src 'none'; style-src 'self'; frame-src ${origin()}; script-src 'self' ${origin()}`;

const STYLES = "body { font: 16px sans-serif; margin: 0; } main { padding: 8px; } .before { height: 300px; } iframe { display: block; }";

const KINDS = { js: "text/javascript", html: "text/html" };

/**
 * Serves a page with this body and policy; `files` are more files of the host, by path. It is another site
 * than that of the project, or with `near` another origin of the same site: browsers keep storage apart by site.
 */
export async function openPasted({ body, policy, files: more = {}, near = false }) {
  const page = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Gemeente Voorbeeld</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="/host.css"></head>
    <body><main><h1>Steun voor ondernemers</h1>${body}<p id="after">Einde.</p></main></body></html>`;
  const files = { "/": ["text/html", page], "/host.css": ["text/css", STYLES] };
  for (const [path, text] of Object.entries(more)) files[path] = [KINDS[path.split(".").at(-1)], text];
  const server = createServer((request, response) => {
    const [kind, text] = files[request.url.split("?")[0]] ?? [];
    if (!kind) return response.writeHead(404).end();
    response.setHeader("Content-Type", `${kind}; charset=utf-8`);
    response.setHeader("Content-Security-Policy", policy);
    response.end(text);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://${near ? "127.0.0.1" : "localhost"}:${server.address().port}/`,
    close: () => new Promise((closed) => (server.closeAllConnections(), server.close(closed))),
  };
}

/** The frames of the advisor on a page, once there are so many: a lazy one comes after the page itself. */
export async function framesOf(page, number = 1) {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = page.frames().filter((frame) => frame.url().includes("/kader.html"));
    if (found.length >= number) return found;
    await page.waitForTimeout(50);
  }
  throw new Error(`not ${number} frames: ${page.frames().map((frame) => frame.url())}`);
}
