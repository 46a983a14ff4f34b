// The dossier: saving, opening, comparing, remembering, sharing, wiping.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { lookAt } from "./accessibility.mjs";
import { lunchroom } from "./lunchroom.mjs";
import { arrive, drawn, press, site, untilReady, useSite } from "./page.mjs";
import { fill, goTo } from "./record.mjs";

useSite();

const TODAY = "2026-11-21T12:00:00Z";
const at = (moment) => ({ prepare: (page) => page.clock.setFixedTime(moment) });
const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");
const words = async (page, part = "main") => plain(await page.locator(part).innerText());

/** Presses a button that saves a file, and gives back its name and contents. */
async function saved(page, label, within = "body") {
  const download = page.waitForEvent("download");
  await page.locator(within).getByRole("button", { name: label, exact: true }).first().click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

async function open(page, contents, field = "#bestand") {
  const buffer = Buffer.isBuffer(contents) ? contents : Buffer.from(contents);
  await page.locator(field).setInputFiles({ name: "dossier.json", mimeType: "application/json", buffer });
  await page.waitForTimeout(100);
  await drawn(page);
}

/** The lists of the advice as text: every scheme with its verdict, amount and reason. */
async function advice(page) {
  await goTo(page, "#advies");
  const more = page.getByRole("button", { name: /^Toon alle/ });
  for (let left = await more.count(); left > 0; left -= 1) {
    await more.first().click();
    await drawn(page);
  }
  const schemes = await page.locator("main .scheme").allInnerTexts();
  assert.ok(schemes.length > 10, `${schemes.length} schemes`);
  return schemes.map(plain).join("\n");
}

/** A visitor with the answers of S6, a note and a kept choice, on the page of the dossier. */
async function withDossier(options = {}) {
  const visitor = await lunchroom(options);
  await goTo(visitor.page, "#dossier");
  await visitor.page.locator("#notitie").fill("Belt op dinsdag terug.");
  await drawn(visitor.page);
  return visitor;
}

test("save, wipe and open give the same page and the same bytes", async () => {
  const { page, requests, errors, violations, leave } = await withDossier();
  const before = await advice(page);
  await goTo(page, "#dossier");
  const asked = requests.length;
  const file = await saved(page, "Bewaar dossier");
  assert.equal(file.name, "steunwijzer-dossier-2026-11-21.json");
  assert.equal(JSON.parse(file.text).steunwijzer, 2);
  await press(page, "Wis alles");
  await page.locator("dialog").getByRole("button", { name: "Wis alles" }).click();
  await drawn(page);
  assert.equal(await page.locator("#notitie").inputValue(), "");
  await open(page, file.text);
  assert.match(await words(page), /Het dossier is open\..*Alle oordelen zijn gelijk gebleven/);
  assert.equal(await page.locator("#notitie").inputValue(), "Belt op dinsdag terug.");
  assert.equal((await saved(page, "Bewaar dossier")).text, file.text);
  assert.equal(await advice(page), before);
  assert.deepEqual(requests.slice(asked).filter((address) => !address.startsWith("blob:")), []);
  assert.deepEqual(errors, []);
  assert.deepEqual(await violations(), []);
  await leave();
});

test("a colleague gets the same verdicts and saves the same bytes", async () => {
  const first = await withDossier();
  const before = await advice(first.page);
  await goTo(first.page, "#dossier");
  const file = await saved(first.page, "Bewaar dossier");
  await first.leave();
  const second = await arrive({ path: "#dossier", ...at("2026-11-28T12:00:00Z") });
  await drawn(second.page);
  await open(second.page, file.text);
  assert.match(await words(second.page), /Dit dossier rekent met 21 november 2026/);
  assert.equal((await saved(second.page, "Bewaar dossier")).text, file.text);
  await lookAt(second.page, "dossier-geopend");
  assert.equal(await advice(second.page), before);
  await second.leave();
});

const REFUSED = [
  ["is broken", "{ \"steunwijzer\": 2, ", /beschadigd.*regel 1/],
  ["is too large", Buffer.alloc(1_000_001, " "), /groter dan 1 MB/],
  ["comes from the future", "{ \"steunwijzer\": 7, \"answers\": {} }", /nieuwere Steunwijzer.*vorm 7/],
  ["is something else", "{ \"name\": \"package\" }", /geen dossier van Steunwijzer/],
];

for (const [what, contents, says] of REFUSED) {
  test(`a file that ${what} is refused, and nothing is lost`, async () => {
    const { page, errors, leave } = await withDossier();
    const before = await saved(page, "Bewaar dossier");
    await open(page, contents);
    const told = await words(page, ".news");
    assert.match(told, says);
    assert.match(told, /Uw antwoorden op deze pagina zijn niet veranderd/);
    assert.equal((await saved(page, "Bewaar dossier")).text, before.text);
    assert.deepEqual(errors, []);
    await leave();
  });
}

test("a file is opened over present answers only after a yes", async () => {
  const { page, leave } = await withDossier();
  const before = await saved(page, "Bewaar dossier");
  await open(page, JSON.stringify({ "org.legal_form": "stichting" }));
  assert.match(await words(page, ".waiting"), /Dit dossier openen\?/);
  await lookAt(page, "dossier-vraag");
  assert.equal((await saved(page, "Bewaar dossier")).text, before.text);
  await page.locator(".waiting").getByRole("button", { name: "Terug" }).click();
  await drawn(page);
  assert.equal(await page.locator(".waiting").count(), 0);
  await open(page, JSON.stringify({ "org.legal_form": "stichting" }));
  await page.locator(".waiting").getByRole("button", { name: "Openen" }).click();
  await drawn(page);
  assert.deepEqual(JSON.parse((await saved(page, "Bewaar dossier")).text).answers, { "org.legal_form": "stichting" });
  await leave();
});

test("another edition: what changed is said with the reason, what is not known is kept", async () => {
  const { page, leave } = await withDossier();
  const dossier = JSON.parse((await saved(page, "Bewaar dossier")).text);
  dossier.edition = { date: "2026-05-01", hash: "0123456789abcdef" };
  dossier.verdicts["lks-participatiewet"] = "cannot-tell";
  dossier.verdicts["old-fund"] = "fits";
  delete dossier.verdicts.liv;
  dossier.answers["org.shoe_size"] = 44;
  await open(page, JSON.stringify(dossier));
  await page.locator(".waiting").getByRole("button", { name: "Openen" }).click();
  await drawn(page);
  const told = await words(page, ".news");
  assert.match(told, /uitgave van 1 mei 2026\. Dit is er sindsdien veranderd/);
  for (const part of [/Veranderd oordeel \(1\)/, /Nieuwe regelingen \(1\)/, /Verdwenen regelingen \(1\)/, /old-fund/]) {
    assert.match(told, part);
  }
  assert.match(told, /Wij kennen 1 gegeven uit dit bestand niet/);
  await lookAt(page, "dossier-andere-uitgave");
  const again = JSON.parse((await saved(page, "Bewaar dossier")).text);
  assert.deepEqual(again.kept, [{ key: "org.shoe_size", value: 44 }]);
  await leave();
});

test("two variants are set side by side: answers, verdicts and amounts", async () => {
  const { page, leave } = await withDossier();
  await press(page, "Houd dit vast als variant");
  assert.match(await words(page), /De twee varianten zijn gelijk/);
  await goTo(page, "#lijst/hires/1");
  await fill(page, "hire.loonwaarde", "60", 0);
  await goTo(page, "#dossier");
  let told = await words(page, ".differences");
  assert.match(told, /Antwoorden die verschillen \(1\).*Werknemer 1: [Ll]oonwaarde.*55 %.*60 %/);
  assert.match(told, /Bedragen die verschillen.*1\.090,99/);
  await lookAt(page, "dossier-vergelijken");
  await press(page, "Ga verder met de andere variant");
  told = await words(page, ".differences");
  assert.match(told, /60 %.*55 %/);
  await page.locator("#ander-bestand").count().then((count) => assert.equal(count, 0));
  await press(page, "Stop met vergelijken");
  assert.equal(await page.locator("#ander-bestand").count(), 1);
  await leave();
});

test("remembering: only when asked, and the next day it asks to go on", async () => {
  const visitor = await withDossier();
  const { page, profile } = visitor;
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await press(page, "Onthoud op dit apparaat");
  assert.equal(await page.evaluate(() => localStorage.length), 1);
  await goTo(page, "#vraag/org.fte");
  await fill(page, "org.fte", "4");
  const before = await advice(page);
  await page.close();

  const next = await profile.newPage();
  await next.clock.setFixedTime("2026-11-22T12:00:00Z");
  await next.goto(`${site.address}#advies`);
  await untilReady(next);
  assert.equal(await next.locator("h1").innerText(), "Verdergaan of opnieuw beginnen?");
  assert.match(await words(next), /op 21 november 2026 invulde: 15 antwoorden/);
  await lookAt(next, "dossier-verdergaan");
  await next.setViewportSize({ width: 1280, height: 900 });
  await press(next, "Ga verder");
  assert.equal(await advice(next), before);
  await next.reload();
  await untilReady(next);
  await press(next, "Begin opnieuw");
  assert.equal(await next.evaluate(() => localStorage.length), 0);
  assert.notEqual(await next.locator("h1").innerText(), "Verdergaan of opnieuw beginnen?");
  await visitor.leave();
});

test("a rule update loses nothing of what a device remembers", async () => {
  const { page, leave } = await withDossier();
  await press(page, "Onthoud op dit apparaat");
  await page.evaluate(() => {
    const key = localStorage.key(0);
    const [day, ...file] = localStorage.getItem(key).split("\n");
    const dossier = JSON.parse(file.join("\n"));
    dossier.edition.hash = "0123456789abcdef";
    dossier.verdicts.liv = "fits";
    dossier.answers["org.shoe_size"] = 44;
    localStorage.setItem(key, `${day}\n${JSON.stringify(dossier)}`);
  });
  await page.reload();
  await untilReady(page);
  await press(page, "Ga verder");
  assert.equal(await page.evaluate(() => location.hash), "#dossier");
  assert.match(await words(page), /sindsdien veranderd.*Veranderd oordeel \(1\)/);
  const dossier = JSON.parse((await saved(page, "Bewaar dossier")).text);
  assert.equal(dossier.answers["org.legal_form"], "vof");
  assert.deepEqual(dossier.kept, [{ key: "org.shoe_size", value: 44 }]);
  await leave();
});

test("where storage is blocked the page says so beforehand and works", async () => {
  const { page, errors, leave } = await arrive({
    path: "#dossier",
    prepare: (page) =>
      page.addInitScript(() => {
        Object.defineProperty(window, "localStorage", {
          get() {
            throw new DOMException("blocked", "SecurityError");
          },
        });
      }),
  });
  await drawn(page);
  assert.match(await words(page), /Onthouden kan hier niet/);
  assert.equal(await page.getByRole("button", { name: "Onthoud op dit apparaat" }).count(), 0);
  await goTo(page, "#vraag/org.fte");
  await fill(page, "org.fte", "4");
  await goTo(page, "#dossier");
  await lookAt(page, "dossier-geen-opslag");
  assert.deepEqual(errors, []);
  await leave();
});

test("a link gives the answers to somebody else, and goes out of the address", async () => {
  const first = await withDossier();
  const before = await advice(first.page);
  await goTo(first.page, "#dossier");
  await press(first.page, "Maak een link");
  const link = await first.page.locator("#link").innerText();
  assert.ok(link.startsWith(`${site.address}#deel/`), link);
  assert.ok(link.length - link.indexOf("#") < 200, `${link.length}`);
  await first.leave();

  const second = await arrive({ path: link.slice(link.indexOf("#")), ...at(TODAY) });
  const { page, requests } = second;
  await drawn(page);
  assert.equal(await page.evaluate(() => location.hash), "#dossier");
  assert.match(await words(page), /De antwoorden uit de link staan op deze pagina/);
  assert.equal(await page.locator("#notitie").inputValue(), "");
  assert.ok(!requests.some((address) => address.includes("deel")), "no request holds the link");
  assert.equal(await advice(page), before);
  await second.leave();
});

test("a link that is followed over present answers asks first; a broken one is refused", async () => {
  const { page, leave } = await withDossier();
  await press(page, "Maak een link");
  const link = await page.locator("#link").innerText();
  const before = await saved(page, "Bewaar dossier");
  await page.evaluate((hash) => (location.hash = hash), link.slice(link.indexOf("#")));
  await drawn(page);
  assert.match(await words(page, ".waiting"), /De antwoorden uit deze link openen\?/);
  assert.equal((await saved(page, "Bewaar dossier")).text, before.text);
  await page.locator(".waiting").getByRole("button", { name: "Terug" }).click();
  await page.evaluate((hash) => (location.hash = hash), `${link.slice(link.indexOf("#"), -3)}`);
  await drawn(page);
  assert.match(await words(page, ".news"), /Deze link is niet heel/);
  assert.equal(await page.evaluate(() => location.hash), "#dossier");
  assert.equal((await saved(page, "Bewaar dossier")).text, before.text);
  await leave();
});

test("wiping leaves nothing", async () => {
  const { page, profile, leave } = await withDossier();
  await press(page, "Onthoud op dit apparaat");
  await press(page, "Houd dit vast als variant");
  await press(page, "Wis alles");
  assert.equal(await page.evaluate(() => document.querySelector("dialog").matches(":modal")), true);
  await page.emulateMedia({ colorScheme: "light" });
  await lookAt(page, "dossier-wissen");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.keyboard.press("Escape");
  await drawn(page);
  assert.equal(await page.locator("dialog").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), "wis");
  await press(page, "Wis alles");
  assert.equal(JSON.parse((await saved(page, "Bewaar eerst", "dialog")).text).steunwijzer, 2);
  await page.locator("dialog").getByRole("button", { name: "Wis alles" }).click();
  await drawn(page);
  assert.match(await words(page), /Alles is gewist/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "gewist");

  const left = await page.evaluate(async () => {
    const cached = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) cached.push(new URL(request.url).pathname);
    }
    return {
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      cookies: document.cookie,
      state: history.state === null || typeof history.state === "number",
      cached,
    };
  });
  const { cached, ...rest } = left;
  assert.deepEqual(rest, { local: 0, session: 0, databases: 0, cookies: "", state: true });
  assert.deepEqual(await profile.cookies(), []);
  for (const path of cached) assert.match(path, /\.(js|wasm|bin|css|html|webmanifest|svg|png)$|\/$/, path);

  for (let steps = 0; steps < 6; steps += 1) {
    await page.goBack();
    await drawn(page);
    const shown = await page.evaluate(() => {
      const typed = [...document.querySelectorAll("input[type=text], textarea")].map((field) => field.value);
      const chosen = document.querySelectorAll("input:checked").length;
      return { typed: typed.join(""), chosen };
    });
    assert.deepEqual(shown, { typed: "", chosen: 0 }, await page.evaluate(() => location.hash));
    assert.doesNotMatch(await page.evaluate(() => location.hash), /deel|=/);
  }
  await page.reload();
  await untilReady(page);
  await goTo(page, "#dossier");
  assert.match(await words(page), /Er staan geen antwoorden op deze pagina/);
  assert.deepEqual(JSON.parse((await saved(page, "Bewaar dossier")).text).answers, {});
  await leave();
});

test("a note that looks like a bsn, an address or a telephone number gets a friendly warning", async () => {
  const { page, leave } = await arrive({ path: "#dossier", ...at(TODAY) });
  await drawn(page);
  const note = page.locator("#notitie");
  await note.fill("Afspraak op 01-12-2026 10:30, budget € 12.500,50");
  await drawn(page);
  assert.equal(await words(page, "#notitie-let-op"), "");
  await note.fill("bsn 1112.22.333, mail marit@example.nl, bel 06-12345678");
  await drawn(page);
  const told = await words(page, "#notitie-let-op");
  for (const part of [/burgerservicenummer/, /e-mailadres/, /telefoonnummer/]) assert.match(told, part);
  assert.equal(await page.evaluate(() => document.activeElement.id), "notitie");
  await lookAt(page, "dossier-notitie");
  await leave();
});

test("the page of the dossier in English, and with the keyboard alone", async () => {
  const { page, leave } = await withDossier();
  await page.getByRole("button", { name: "EN, English" }).click();
  await drawn(page);
  assert.equal(await page.locator("h1").innerText(), "Save and open");
  await press(page, "Make a link");
  await lookAt(page, "dossier-en");
  await page.locator("#bestand").focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  const outline = await page.evaluate(() => getComputedStyle(document.querySelector("#bestand + label")).outlineStyle);
  assert.equal(outline, "solid");
  await page.locator("#wis").focus();
  await page.keyboard.press("Enter");
  await drawn(page);
  for (let steps = 0; steps < 5; steps += 1) {
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => document.activeElement === document.body || document.querySelector("dialog").contains(document.activeElement));
    assert.ok(inside, "the focus stays in the dialog");
  }
  await leave();
});
