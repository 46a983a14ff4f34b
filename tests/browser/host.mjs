// Somebody else's site: a page under the strict policy that the box promises to work under, with styles
// and a form of its own. The site of the project stands on another origin, or below this one.
//
//   const host = await openHost({ body: "<steun-wijzer></steun-wijzer>" });
//   const visitor = await arriveAt(host);

import { readFileSync, existsSync } from "node:fs";
import { createServer } from "node:http";
import { arrive, drawn, site } from "./page.mjs";

const folder = new URL("../../target/site/", import.meta.url);

/** What the build says of the box. */
export const embed = () => JSON.parse(readFileSync(new URL("embed.json", folder), "utf8"));

/** The policy, with the origin from which the box comes if that is another one. */
export const policy = (origin = "") => {
  const from = origin && ` ${origin}`;
  return `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'${from}; connect-src 'self'${from}; style-src 'self'`;
};

/** Rules that a host should not have, to see that none of them reaches the box. */
const STYLES = `
  html { font-size: 62.5%; --utrecht-button-primary-action-background-color: rgb(0, 82, 60); --utrecht-button-primary-action-color: rgb(255, 255, 255); }
  body { font: 16px/24px sans-serif; margin: 0; color: rgb(20, 20, 20); background: rgb(255, 255, 255); }
  main { padding: 16px; }
  main * { letter-spacing: 3px; text-transform: uppercase; }
  h1, h2, legend, label, .option, .box { color: rgb(120, 0, 80) !important; }
  button, .forward, a { background: hotpink !important; color: rgb(0, 0, 0) !important; border-radius: 40px; }
  .far { height: 6000px; }
`;

/** Keeps what the box tells, and gives answers to boxes that ask for it before the script of the box is there. */
const SCRIPT = `
  window.heard = [];
  window.submitted = 0;
  for (const kind of ["ready", "answer", "advice", "height", "error"])
    addEventListener("steunwijzer-" + kind, ({ target, detail }) => heard.push({ kind, id: target.id, detail }));
  addEventListener("submit", (event) => { submitted += 1; event.preventDefault(); });
  for (const box of document.querySelectorAll("steun-wijzer[data-answers]"))
    box.answers = JSON.parse(box.dataset.answers);
`;

const KINDS = { html: "text/html", js: "text/javascript", css: "text/css", json: "application/json", wasm: "application/wasm" };

/**
 * Serves a page of a host. `body` is what stands in its `main`; with `own` the files of the box stand below
 * the host itself, and `change` may change what is served of them. `also` stands behind the policy.
 */
export async function openHost({ body, own = false, also = "", change = (_path, bytes) => bytes, lang = "nl" }) {
  const { script, integrity } = embed();
  const asked = [];
  const origin = own ? "" : new URL(site.address).origin;
  const page = () => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Gemeente Voorbeeld</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="/host.css"><script type="module" src="/host.js"></script>
    <script type="module" src="${own ? "/steun" : origin}/${script}" integrity="${integrity}" crossorigin="anonymous"></script>
    </head><body><main><h1>Steun voor ondernemers</h1><p id="before">Onze tekst. <button>Onze knop</button></p>${body}<p>Einde.</p></main></body></html>`;
  const server = createServer((request, response) => {
    asked.push(request.url);
    const path = request.url.split("?")[0];
    const answer = (bytes, kind) => {
      response.setHeader("Content-Type", `${kind}; charset=utf-8`);
      response.setHeader("Content-Security-Policy", policy(origin) + also);
      response.end(bytes);
    };
    if (path === "/") return answer(page(), KINDS.html);
    if (path === "/host.css") return answer(STYLES, KINDS.css);
    if (path === "/host.js") return answer(SCRIPT, KINDS.js);
    const file = new URL(`.${path.replace("/steun/", "/")}`, folder);
    if (!path.startsWith("/steun/") || !file.href.startsWith(folder.href) || !existsSync(file)) {
      return response.writeHead(404).end();
    }
    return answer(change(path, readFileSync(file)), KINDS[path.split(".").at(-1)] ?? "application/octet-stream");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const address = `http://127.0.0.1:${server.address().port}/`;
  return { address, asked, close: () => new Promise((closed) => (server.closeAllConnections(), server.close(closed))) };
}

/** A visitor of the page of a host; `ready` is the number of boxes to wait for. */
export async function arriveAt(host, { ready = 1, ...options } = {}) {
  const visitor = await arrive({ ...options, address: host.address, ready: false });
  if (ready > 0) await untilBoxesReady(visitor.page, ready);
  return visitor;
}

/** Waits until so many boxes said that they will ask for nothing any more. */
export const untilBoxesReady = (page, number) =>
  page.waitForFunction((number) => window.heard?.filter(({ kind }) => kind === "ready").length >= number, number, { timeout: 20_000 });

/** What the host heard of one kind. */
export const heard = (page, kind) => page.evaluate((kind) => window.heard.filter((one) => one.kind === kind), kind);

/** All files that the build made for the box, as paths below the site. */
export const filesOfBox = () => [embed().script, ...embed().files.map(({ path }) => path)];

/** Opens a host, lets the test look at it, and closes it. */
export async function at(host, look, options = {}) {
  const opened = await openHost(host);
  const visitor = await arriveAt(opened, options);
  try {
    await look(visitor, opened);
  } finally {
    await visitor.leave();
    await opened.close();
  }
}

export const ONE = '<steun-wijzer id="one"></steun-wijzer>';
export const box = (page, id = "one") => page.locator(`#${id}`);
export const words = (page, id = "one") => box(page, id).locator("section.box").innerText();
export const heading = (page, id) => box(page, id).locator("h1").innerText();

/** Answers the question on the page of a box and goes on. */
export async function goOn(page, id = "one", label = "Weet ik niet") {
  await box(page, id).getByLabel(label).first().check();
  await box(page, id).locator("button.forward").click();
  await drawn(page);
}
