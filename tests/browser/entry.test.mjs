// Scenario S11: numbers and dates as people type them, in the real fields.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrive, drawn, useSite } from "./page.mjs";
import { goTo } from "./record.mjs";

useSite();

const plain = (text) => text.replaceAll("\u00a0", " ");

/** What the field shows back, the words of its buttons, and what it says is wrong. */
async function typed(page, id, parts) {
  for (const [at, part] of parts.entries()) {
    await page.locator(`[id="${at === 0 ? id : `${id}-${at}`}"]`).fill(part);
  }
  await page.locator(`[id="${parts.length === 1 ? id : `${id}-${parts.length - 1}`}"]`).blur();
  await drawn(page);
  const field = page.locator(".field", { has: page.locator(`[id="${id}"]`) });
  return {
    shown: plain(await field.locator(".shown-back").innerText()),
    asked: (await field.locator(".readings button").allInnerTexts()).map(plain),
    wrong: plain((await field.locator(".error").allInnerTexts()).join(" ")),
  };
}

const MONEY = [
  ["€ 12.500,50", /12\.500,50/],
  ["12500.5", /12\.500,50/],
  ["12 500", /12\.500\b/],
  ["€12.500,- ", /12\.500\b/],
];

for (const [entry, shown] of MONEY) {
  test(`an amount of money typed as "${entry}" is read and shown back`, async () => {
    const { page, leave } = await arrive();
    await goTo(page, "#vraag/org.turnover");
    const back = await typed(page, "org-turnover", [entry]);
    assert.match(back.shown, shown);
    assert.equal(back.wrong, "");
    await leave();
  });
}

test('"12,500" is asked back: twelve thousand five hundred, or twelve and a half', async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#vraag/org.turnover");
  const back = await typed(page, "org-turnover", ["12,500"]);
  assert.equal(back.shown, "");
  assert.deepEqual(back.asked.map((words) => /12\.500/.test(words)).sort(), [false, true]);
  await page.getByRole("button", { name: /12\.500/ }).click();
  await drawn(page);
  assert.match(plain(await page.locator(".shown-back").innerText()), /12\.500/);
  await leave();
});

test("a negative amount is refused with what is allowed", async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#vraag/org.fte");
  const back = await typed(page, "org-fte", ["-3"]);
  assert.equal(back.shown, "");
  assert.match(back.wrong, /0/);
  await leave();
});

const DATES = [
  [["1-3-2024", "", ""], /1 maart 2024/],
  [["01/03/24", "", ""], /1 maart 2024/],
  [["maart 2024", "", ""], /maart 2024/],
  [["1", "3", "2024"], /1 maart 2024/],
  [["", "3", "2024"], /maart 2024/],
];

for (const [parts, shown] of DATES) {
  test(`a date typed as "${parts.join(" ").trim()}" is read and shown back`, async () => {
    const { page, leave } = await arrive();
    await goTo(page, "#vraag/org.founded");
    const back = await typed(page, "org-founded", parts);
    assert.match(back.shown, shown);
    await leave();
  });
}

test("31 February is refused", async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#vraag/org.founded");
  const back = await typed(page, "org-founded", ["31-02-2024", "", ""]);
  assert.equal(back.shown, "");
  assert.match(back.wrong, /februari/);
  await leave();
});

test("the keyboard alone answers three questions and reads the advice", async () => {
  const { page, leave } = await arrive();
  await page.keyboard.press("Tab"); // the skip link
  for (let steps = 0; steps < 40; steps += 1) {
    if (await page.evaluate(() => document.activeElement.matches("a.forward, .hero a, main a"))) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await drawn(page);
  const seen = new Set();
  for (let question = 0; question < 3; question += 1) {
    seen.add(await page.locator("h1").innerText());
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1", "the question has the focus");
    await page.keyboard.press("Tab");
    const radio = await page.evaluate(() => document.activeElement.type === "radio");
    if (radio) await page.keyboard.press("Space");
    else await page.getByLabel("Weet ik niet").focus().then(() => page.keyboard.press("Space"));
    await drawn(page);
    for (let steps = 0; steps < 40; steps += 1) {
      if (await page.evaluate(() => document.activeElement.matches("button.forward"))) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await drawn(page);
  }
  assert.equal(seen.size, 3);
  await leave();
});
