// A newer edition while somebody is at work: told of quietly, fetched when the visitor wants it, and
// nothing that was filled in is lost.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { lookAt } from "./accessibility.mjs";
import { isNext, minutesLater, serveEditions } from "./editions.mjs";
import { arrive, drawn, openBrowser, press, site, untilReady } from "./page.mjs";
import { fill, goTo } from "./record.mjs";

before(openBrowser);
after(() => site.browser.close());

const NOTICE = ".newer .note";
const FOUND = "Er is een nieuwe versie. Ververs wanneer u klaar bent.";
const LEGAL_FORM = "Vennootschap onder firma (vof)";

/** Longer than the browser waits before it looks for a newer service worker. */
const LATER = 3_000;

/** Someone with answers and a note, and another window that met the next edition. */
async function atWork(options) {
  const editions = await serveEditions(options);
  const visitor = await arrive({ address: editions.server.address, prepare: options?.prepare });
  const { page } = visitor;
  await goTo(page, "#vraag/org.legal_form");
  await fill(page, "org.legal_form", LEGAL_FORM);
  await goTo(page, "#dossier");
  await page.locator("#notitie").fill("Belt op dinsdag terug.");
  await goTo(page, "#vraag/org.fte");

  editions.publish();
  await minutesLater(visitor);
  const second = await visitor.profile.newPage();
  await second.goto(editions.server.address);
  await untilReady(second);
  const leave = async () => {
    await visitor.leave();
    await editions.close();
  };
  return { ...visitor, editions, second, leave };
}

const state = (page) =>
  page.evaluate(async () => ({
    history: typeof history.state === "string",
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
  }));
const NOTHING = { history: false, local: 0, session: 0, databases: 0 };

/** Presses the button, and waits for the page that comes. */
async function refresh(page) {
  const loaded = page.waitForEvent("load");
  await press(page, "Ververs nu").catch(() => {}); // the page goes away under the press
  await loaded;
  await untilReady(page);
}

async function assertAllIsThere(page) {
  await goTo(page, "#vraag/org.legal_form");
  assert.ok(await page.getByRole("radio", { name: LEGAL_FORM }).isChecked());
  await goTo(page, "#dossier");
  assert.equal(await page.locator("#notitie").inputValue(), "Belt op dinsdag terug.");
}

test("a page in use tells of a newer edition, and goes on in its own without a request", async () => {
  const { page, editions, leave } = await atWork();
  await page.locator(NOTICE).getByText(FOUND).waitFor();
  const served = editions.server.requests.length;
  await fill(page, "org.fte", "4");
  await goTo(page, "#start");
  await page.waitForTimeout(LATER);
  assert.equal(await isNext(page), false);
  assert.deepEqual(editions.server.requests.slice(served), []);
  await lookAt(page, "nieuwe-versie");
  await leave();
});

test("the newer edition gets answers, notes and page along, without a request and nothing stored", async () => {
  const { page, errors, editions, leave } = await atWork();
  await page.locator(NOTICE).waitFor();
  // Typed and not left: it counts.
  await page.locator("#org-fte").fill("4");
  const served = editions.server.requests.length;
  await refresh(page);
  assert.equal(await isNext(page), true);
  assert.equal(await page.evaluate(() => location.hash), "#vraag/org.fte");
  assert.equal(await page.locator("#org-fte").inputValue(), "4");
  assert.equal(await page.locator(NOTICE).count(), 0);
  assert.deepEqual(await state(page), NOTHING);
  await page.goBack();
  await drawn(page);
  assert.equal(await page.locator("#notitie").inputValue(), "Belt op dinsdag terug.", "back stays in the page");
  await assertAllIsThere(page);
  await page.waitForTimeout(LATER);
  assert.deepEqual(editions.server.requests.slice(served), []);
  assert.deepEqual(errors, []);
  await leave();
});

test("a second window goes on in its own edition, and comes along when it wants", async () => {
  const { page, second, editions, leave } = await atWork();
  await goTo(second, "#vraag/org.legal_form");
  await fill(second, "org.legal_form", LEGAL_FORM);
  await goTo(second, "#dossier");
  await second.locator("#notitie").fill("Belt op dinsdag terug.");
  await refresh(page);
  const served = editions.server.requests.length;
  assert.equal(await isNext(second), false);
  await assertAllIsThere(second);
  await second.locator(NOTICE).getByText(FOUND).waitFor();
  await refresh(second);
  assert.equal(await isNext(second), true);
  await assertAllIsThere(second);
  assert.deepEqual(editions.server.requests.slice(served), []);
  await leave();
});

test("language, calculators and remembering come along", async () => {
  const { page, leave } = await atWork();
  await goTo(page, "#reken/lening");
  const amount = page.locator("#need-amount-0");
  await amount.fill("40000");
  await goTo(page, "#dossier");
  await press(page, "Onthoud op dit apparaat");
  await page.locator("header button[lang=en]").click();
  await drawn(page);
  const loaded = page.waitForEvent("load");
  await press(page, "Refresh now").catch(() => {});
  await loaded;
  await untilReady(page);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.ok(await page.locator(".remembers").isVisible(), "nobody is asked again to go on");
  await goTo(page, "#reken/lening");
  assert.match(await amount.inputValue(), /^40.?000/);
  await leave();
});

test("where the browser takes nothing along the page stays as it is", async () => {
  const { page, leave } = await atWork();
  await page.locator(NOTICE).waitFor();
  await page.evaluate(() => {
    history.replaceState = () => {
      throw new DOMException("too much", "DataCloneError");
    };
  });
  await press(page, "Ververs nu");
  await page.locator(NOTICE).getByText("De nieuwe versie halen lukte niet.").waitFor();
  assert.equal(await isNext(page), false);
  await assertAllIsThere(page);
  await leave();
});

test("where the newer edition does not come the page stays as it is, and can try again", async () => {
  const deaf = (name, text) => (name === "sw.js" ? text.replace('"take over"', '"never"') : text);
  const { page, leave } = await atWork({ change: deaf });
  await page.locator(NOTICE).waitFor();
  await press(page, "Ververs nu");
  await page.locator(NOTICE).getByText("De nieuwe versie halen lukte niet.").waitFor({ timeout: 10_000 });
  assert.equal(await isNext(page), false);
  assert.deepEqual(await state(page), NOTHING);
  assert.ok(await page.getByRole("button", { name: "Ververs nu" }).isVisible());
  await assertAllIsThere(page);
  await leave();
});

test("what stands in the history and is not ours brings nothing and breaks nothing", async () => {
  const editions = await serveEditions();
  const { page, errors, leave } = await arrive({ address: editions.server.address });
  for (const foreign of ["", "null", '{"dossier":3}', '{"dossier":"2026-11-22\\n{"}', "[".repeat(10_000)]) {
    await page.evaluate((text) => history.replaceState(text, ""), foreign);
    await page.reload();
    await untilReady(page, errors);
    assert.equal(await page.locator("h1").count(), 1);
    assert.deepEqual(await state(page), NOTHING);
  }
  assert.deepEqual(errors, []);
  await leave();
  await editions.close();
});
