// The page in the theme of a host: two invented municipalities, one without faults and one with.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findings } from "./accessibility.mjs";
import { lunchroom } from "./lunchroom.mjs";
import { drawn, picture, useSite } from "./page.mjs";
import { goTo } from "./record.mjs";
import { arriveIn, contrast, painted } from "./themes.mjs";

useSite();

/** Text, the grounds on which it stands, and the lowest contrast. */
const PAIRS = [
  ["ink", ["page", "surface", "panel", "brand-soft", "sun-soft", "error-soft", "open-soft", "niet-soft"], 4.5],
  ["ink-2", ["page", "surface", "panel", "brand-soft", "sun-soft"], 4.5],
  ["link", ["page", "surface", "panel", "brand-soft", "sun-soft"], 4.5],
  ["on-brand", ["brand", "brand-hover"], 4.5],
  ["brand", ["brand-soft"], 4.5],
  ["on-sun", ["sun"], 4.5],
  ["on-hero", ["hero"], 4.5],
  ["error", ["page", "surface", "error-soft"], 4.5],
  ["on-error", ["error"], 4.5],
  ["past", ["page", "surface"], 4.5],
  ["on-past", ["past"], 4.5],
  ["open", ["page", "surface", "open-soft"], 4.5],
  ["niet", ["page", "surface", "niet-soft"], 4.5],
  ["brand", ["page", "surface"], 3],
  ["line-2", ["page", "surface"], 3],
  ["sun-line", ["sun-soft"], 3],
  ["focus", ["page", "surface"], 3],
];

const VERDICTS = ["past", "on-past", "open", "open-soft", "niet", "niet-soft"].map((name) => `--sw-${name}`);

const rgb = (hex) => hex.match(/[0-9a-f]{2}/g).map((part) => parseInt(part, 16));
const owned = (page) => page.evaluate(() => document.documentElement.dataset.own ?? "");
const colour = async (page, name) => (await painted(page, [`--sw-${name}`]))[0];

for (const theme of ["oeverlede", "heidemonde"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${theme}, ${colorScheme}: every pair of text and ground can be read, and axe agrees`, async () => {
      const { page, errors, violations, leave } = await arriveIn(theme, { open: lunchroom, colorScheme });
      for (const [text, grounds, lowest] of PAIRS) {
        const [ink, ...under] = await painted(page, [text, ...grounds].map((name) => `--sw-${name}`));
        under.forEach((ground, at) => {
          const found = contrast(ink, ground);
          assert.ok(found >= lowest, `${text} on ${grounds[at]}: ${found.toFixed(2)} is below ${lowest}`);
        });
      }
      for (const address of ["#vraag/org.legal_form", "#advies", "#regeling/lks-participatiewet"]) {
        await goTo(page, address);
        assert.deepEqual(await findings(page), [], address);
        await picture(page, `thema-${theme}-${colorScheme}-${address.slice(1).split("/")[0]}`);
      }
      assert.deepEqual([errors, await violations()], [[], []]);
      await leave();
    });
  }
}

test("a theme without faults is followed: ground, button, link and corners, light only", async () => {
  const { page, leave } = await arriveIn("oeverlede");
  assert.equal(await owned(page), "");
  assert.deepEqual(await colour(page, "page"), rgb("f4f8f7"));
  assert.deepEqual(await colour(page, "brand"), rgb("00665e"));
  assert.deepEqual(await colour(page, "link"), rgb("00594f"));
  const corners = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--sw-radius"));
  assert.equal(corners, "0px");
  await page.emulateMedia({ colorScheme: "dark" });
  await drawn(page);
  assert.deepEqual(await colour(page, "page"), rgb("17101a"));
  assert.deepEqual(await colour(page, "brand"), rgb("e3b7e8"));
  await leave();
});

test("pairs that cannot be read are ours, the rest is the host's", async () => {
  const { page, leave } = await arriveIn("heidemonde");
  assert.deepEqual((await owned(page)).split(" ").sort(), ["button", "link"]);
  assert.deepEqual(await colour(page, "brand"), rgb("57235c"));
  assert.deepEqual(await colour(page, "on-brand"), rgb("ffffff"));
  assert.deepEqual(await colour(page, "link"), rgb("6b2a72"));
  assert.deepEqual(await colour(page, "page"), rgb("fffdf8"));
  await leave();
});

test("a colour without its partner is not taken, nor what rests on it", async () => {
  const css = ".half-theme { --utrecht-root-color: #00ff00; --nl-button-primary-color: #00ff00; --utrecht-textbox-background-color: #00ff00; }";
  const { page, leave } = await arriveIn("half", { css });
  assert.deepEqual(await colour(page, "ink"), rgb("261829"));
  assert.deepEqual(await colour(page, "on-brand"), rgb("ffffff"));
  assert.deepEqual(await colour(page, "surface"), rgb("ffffff"));
  assert.equal(await owned(page), "");
  await leave();
});

test("the names of nl come before those of utrecht", async () => {
  const css = `.both-theme {
    --utrecht-root-background-color: #ffffff; --utrecht-root-color: #222222; --nl-paragraph-color: #111111;
    --utrecht-link-color: #222266; --nl-link-color: #113355; }`;
  const { page, leave } = await arriveIn("both", { css });
  assert.deepEqual(await colour(page, "ink"), rgb("111111"));
  assert.deepEqual(await colour(page, "link"), rgb("113355"));
  await leave();
});

test("what is no colour, or lets through what is below it, is refused", async () => {
  const css = `.odd-theme {
    --utrecht-root-background-color: rgb(255 255 255 / 40%); --utrecht-root-color: #000000;
    --nl-button-primary-background-color: 12px; --nl-button-primary-color: #ffffff; }`;
  const { page, leave } = await arriveIn("odd", { css });
  assert.deepEqual((await owned(page)).split(" ").sort(), ["button", "ground"]);
  assert.deepEqual(await colour(page, "page"), rgb("fbf9fa"));
  assert.deepEqual(await colour(page, "brand"), rgb("57235c"));
  await leave();
});

test("the colours of verdicts are ours in every theme", async () => {
  const own = await arriveIn("none", { css: "" });
  const ours = await painted(own.page, VERDICTS);
  await own.leave();
  for (const theme of ["oeverlede", "heidemonde"]) {
    const { page, leave } = await arriveIn(theme);
    assert.deepEqual(await painted(page, VERDICTS), ours, theme);
    await leave();
  }
});

test("on paper every colour is ours: black on white", async () => {
  const { page, leave } = await arriveIn("oeverlede");
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await colour(page, "ink"), [0, 0, 0]);
  assert.deepEqual(await colour(page, "page"), [255, 255, 255]);
  assert.deepEqual(await colour(page, "brand"), rgb("57235c"));
  await leave();
});
