// A slow line: the visitor answers while the words of the schemes are still to come. Here the line
// is as slow as a test wants: a file waits until it is let through.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lookAt } from "./accessibility.mjs";
import { arrive, drawn, untilReady, useSite } from "./page.mjs";
import { fill, forward, goTo } from "./record.mjs";

useSite();

const FIRST_ROW = ".rows .scheme .name";
const LEGAL_FORM = "Vennootschap onder firma (vof)";

/** A visitor for whom one file waits until `release()`. */
async function waitingFor(file, path) {
  let release;
  const released = new Promise((done) => (release = done));
  const visitor = await arrive({
    path,
    ready: false,
    prepare: (page) =>
      page.route(`**/${file}`, async (route) => {
        await released;
        await route.continue();
      }),
  });
  await visitor.page.locator("main h1").waitFor();
  return { ...visitor, release };
}

const isChosen = (page) => page.getByRole("radio", { name: LEGAL_FORM }).isChecked();

test("the first question is answered before the words of the schemes arrive, and the advice fills in", async () => {
  const { page, errors, release, leave } = await waitingFor("schemes.nl.bin", "#vraag/org.legal_form");
  await fill(page, "org.legal_form", LEGAL_FORM);
  await forward(page);
  assert.notEqual(await page.locator("h1").innerText(), "");
  await goTo(page, "#advies");
  await page.locator(".loading").waitFor();
  assert.match(await page.locator("main .lead").innerText(), /[1-9]/, "the schemes are counted already");
  assert.equal(await page.locator(FIRST_ROW).count(), 0);

  release();
  await page.locator(FIRST_ROW).first().waitFor();
  assert.match(await page.locator(FIRST_ROW).first().innerText(), /\w/);
  assert.equal(await page.locator(".loading").count(), 0);
  await untilReady(page, errors);
  await goTo(page, "#vraag/org.legal_form");
  assert.ok(await isChosen(page), "the answer is still there");
  assert.deepEqual(errors, []);
  await leave();
});

for (const [name, path, tells] of [
  ["advies-laadt", "#advies", FIRST_ROW],
  ["regeling-laadt", "#regeling/lks-participatiewet", ".verdict-box"],
  ["zekerheid-laadt", "#zekerheid", ".counts"],
]) {
  test(`${name}: the page says that it loads, passes axe, and shows everything once it can`, async () => {
    const { page, errors, release, leave } = await waitingFor("schemes.nl.bin", path);
    await page.locator(".loading").waitFor();
    await lookAt(page, name);
    assert.equal(await page.locator("h1").count(), 1);
    release();
    await page.locator(tells).first().waitFor();
    await untilReady(page, errors);
    assert.deepEqual(errors, []);
    await leave();
  });
}

test("a language whose words are not there yet comes as soon as they are, with the answers", async () => {
  const { page, errors, release, leave } = await waitingFor("words.en.bin", "#vraag/org.legal_form");
  await fill(page, "org.legal_form", LEGAL_FORM);
  const dutch = await page.locator("h1").innerText();
  await page.locator("header button[lang=en]").click();
  await drawn(page);
  assert.equal(await page.locator("h1").innerText(), dutch, "no page without words");

  release();
  await page.locator("html[lang=en]").waitFor();
  await untilReady(page, errors);
  const english = await page.locator("h1").innerText();
  assert.match(english, /\w/);
  assert.notEqual(english, dutch);
  assert.equal(await page.locator("main input[type=radio]:checked").count(), 1, "the answer is still there");
  await leave();
});

test("a file that got lost is asked again, and the page becomes ready", async () => {
  let lost = 0;
  const visitor = await arrive({
    ready: false,
    prepare: (page) =>
      page.route("**/schemes.nl.bin", (route) => {
        lost += 1;
        return lost === 1 ? route.abort() : route.continue();
      }),
  });
  await untilReady(visitor.page, visitor.errors);
  assert.equal(lost, 2);
  assert.ok(await visitor.page.locator("#failure").isHidden());
  await visitor.leave();
});
