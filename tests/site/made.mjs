// The site that `steunwijzer site --out target/static-site` wrote, served from a folder of a plain
// server, as anybody could. `cargo xtask test` writes it first.

import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { after, before } from "node:test";

const packages = createRequire(new URL("../browser/page.mjs", import.meta.url));
const { chromium } = packages("playwright-core");

/** Where the site stands on the disk. */
export const folder = fileURLToPath(new URL("../../target/static-site/", import.meta.url));

/** A page of each type, in both languages, inside the folder of the language. */
export const TYPES = {
  home: ["", ""],
  schemes: ["regelingen/", "schemes/"],
  scheme: ["regeling/lks-participatiewet/", "scheme/lks-participatiewet/"],
  kinds: ["soorten/", "kinds/"],
  kind: ["soort/loan/", "kind/loan/"],
  municipalities: ["gemeenten/", "municipalities/"],
  municipality: ["gemeente/tilburg/", "municipality/tilburg/"],
  questions: ["vragen/", "questions/"],
  question: ["vraag/org-legal-form/", "question/org-legal-form/"],
  sources: ["bronnen/", "sources/"],
  source: ["bron/participatiewet/", "source/participatiewet/"],
  changes: ["veranderingen/", "changes/"],
  accuracy: ["zekerheid/", "accuracy/"],
  data: ["open-data/", "open-data/"],
};

/** The path of every page type in a language. */
export const pathsOf = (language) =>
  Object.values(TYPES).map(([nl, en]) => (language === "nl" ? `nl/${nl}` : `en/${en}`));

/** Every page of the site, as a path in its folder. */
export function everyPage() {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const pages = files.filter((file) => file.isFile() && file.name.endsWith(".html"));
  return pages.map((file) => `${file.parentPath ?? file.path}/${file.name}`).sort();
}

const KINDS = {
  html: "text/html", css: "text/css", js: "text/javascript", json: "application/json",
  xml: "application/atom+xml", csv: "text/csv", md: "text/markdown",
};

/** What the tests of a file share: the address of the site and a browser. */
export const site = { address: "", browser: null };

/** Serves the site below a folder and opens a browser for the tests of a file. */
export function useSite() {
  let server;
  before(async () => {
    server = createServer(answer).listen(0, "127.0.0.1");
    await new Promise((ready) => server.once("listening", ready));
    site.address = `http://127.0.0.1:${server.address().port}/ergens/anders/`;
    site.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    });
  });
  after(async () => {
    await site.browser?.close();
    server?.close();
  });
}

function answer(request, response) {
  const path = decodeURI(request.url).replace(/^\/ergens\/anders\//, "").replace(/\/$/, "/index.html");
  try {
    const bytes = readFileSync(folder + path);
    const kind = KINDS[path.split(".").pop()] ?? "text/plain";
    response.writeHead(200, { "content-type": `${kind}; charset=utf-8` }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}

/** Opens a page in a new profile; remembers what it asked for and what went wrong. */
export async function open(path, { from = site.address, ...context } = {}) {
  const profile = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...context });
  const page = await profile.newPage();
  const requests = [];
  const errors = [];
  profile.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(from + path);
  return { page, requests, errors, leave: () => profile.close() };
}
