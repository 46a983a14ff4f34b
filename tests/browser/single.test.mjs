// What is handed out: the page as one file, opened from a disk, and the zip on a plain server.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inflateRawSync } from "node:zlib";
import { arrive, drawn, openBrowser, press, site, untilReady, wander } from "./page.mjs";
import { servePlainly } from "./plain.mjs";
import { fill, goTo } from "./record.mjs";

const dist = fileURLToPath(new URL("../../target/dist/", import.meta.url));
let stick;
let unpacked;

before(async () => {
  await openBrowser();
  // Out of the zip: what people get. A name with a space, as folders of people have.
  stick = mkdtempSync(join(tmpdir(), "mijn stick "));
  const zip = readdirSync(dist).find((name) => name.endsWith(".zip"));
  unzip(readFileSync(join(dist, zip)), stick);
  unpacked = join(stick, readdirSync(stick)[0]);
});
after(async () => {
  await site.browser.close();
  rmSync(stick, { recursive: true });
});

/** Writes what an archive holds, by the list at its end. */
function unzip(zip, folder) {
  let at = zip.readUInt32LE(zip.lastIndexOf("PK\x05\x06") + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [size, length, extra, note] = [zip.readUInt32LE(at + 20), ...[28, 30, 32].map((from) => zip.readUInt16LE(at + from))];
    const file = zip.readUInt32LE(at + 42);
    const begin = file + 30 + zip.readUInt16LE(file + 26) + zip.readUInt16LE(file + 28);
    const path = join(folder, zip.toString("utf8", at + 46, at + 46 + length));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, inflateRawSync(zip.subarray(begin, begin + size)));
    at += 46 + length + extra + note;
  }
}

const openFile = (options = {}) =>
  arrive({ address: pathToFileURL(join(unpacked, "steunwijzer-enkel-bestand.html")).href, ...options });

const LEGAL_FORM = "Vennootschap onder firma (vof)";

async function walkToAdvice(page) {
  await goTo(page, "#vraag/org.legal_form");
  await fill(page, "org.legal_form", LEGAL_FORM);
  await goTo(page, "#advies");
  assert.match(await page.locator(".rows .scheme .name").first().innerText(), /\w/);
}

test("the one file gives an advice in both languages, with one request and within its own policy", async () => {
  const { page, requests, errors, violations, leave } = await openFile();
  await walkToAdvice(page);
  await page.locator("header button[lang=en]").click();
  await drawn(page);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await wander(page, 15);
  assert.equal(requests.length, 1, requests.join("\n"));
  assert.deepEqual(errors, []);
  assert.deepEqual(await violations(), []);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".brand")).display), "flex");
  await leave();
});

test("the policy of the one file holds: another script, style or request is refused", async () => {
  const { page, violations, leave } = await openFile();
  await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    const style = document.createElement("style");
    style.textContent = "body { display: none }";
    document.head.append(script, style);
    await fetch("https://example.org/").catch(() => {});
  });
  assert.equal(await page.evaluate(() => window.ran), undefined);
  const refused = (await violations()).map((line) => line.split(" ")[0]);
  assert.deepEqual(refused.sort(), ["connect-src", "script-src-elem", "style-src-elem"]);
  await leave();
});

test("in the one file back, saving and a link with answers work", async () => {
  const { page, leave } = await openFile();
  await walkToAdvice(page);
  await page.goBack();
  await drawn(page);
  assert.ok(await page.getByRole("radio", { name: LEGAL_FORM }).isChecked());
  await goTo(page, "#dossier");
  const download = page.waitForEvent("download");
  await press(page, "Bewaar dossier");
  assert.match((await download).suggestedFilename(), /^steunwijzer-dossier-.*\.json$/);
  await press(page, "Maak een link");
  const link = await page.locator("#link").innerText();
  assert.match(link, /^file:\/\/.*steunwijzer-enkel-bestand\.html#deel\//, "it names the folder on this device");
  await leave();
});

test("the one file remembers nothing: every other page of the disk could read it", async () => {
  const { page, leave } = await openFile();
  await walkToAdvice(page);
  await goTo(page, "#dossier");
  assert.equal(await page.getByRole("button", { name: "Onthoud op dit apparaat" }).count(), 0);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await leave();
});

test("the zip works in a folder of a plain server, and without a network after that", async () => {
  const server = await servePlainly(join(unpacked, "site"), "/intranet/hulp/");
  const { page, profile, requests, errors, violations, leave } = await arrive({ address: server.address });
  assert.deepEqual(requests.filter((url) => !url.startsWith(server.address)), []);
  assert.deepEqual(server.requests.filter((line) => !line.includes(" /intranet/hulp/")), []);
  await walkToAdvice(page);
  server.close();
  await profile.setOffline(true);
  await page.reload();
  await untilReady(page, errors);
  await walkToAdvice(page);
  assert.deepEqual(errors, []);
  assert.deepEqual(await violations(), []);
  await leave();
});

test("the zip holds the settings for servers, how to use it, and the licences", () => {
  const has = (folder, names) => {
    const found = readdirSync(join(unpacked, folder));
    for (const name of names) assert.ok(found.includes(name), `${folder}${name}`);
  };
  has("", ["LEESMIJ.txt", "README.txt", "LICENSE", "LICENSES.txt", "steunwijzer-enkel-bestand.html"]);
  has("site/", ["index.html", "sw.js", ".htaccess", "_headers", "web.config"]);
  has("hosting/", ["nginx.conf", "Caddyfile"]);
});
