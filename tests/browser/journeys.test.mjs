// Scenarios of people, from the first question to the figure, through the real page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrive, drawn, picture, press, useSite } from "./page.mjs";
import { addRecord, lunchroom } from "./lunchroom.mjs";
import { peter } from "./peter.mjs";
import { fill, forward, goTo } from "./record.mjs";

useSite();

const text = async (page) => (await page.locator("main").innerText()).replaceAll("\u00a0", " ");

test("S6: one hire in Tilburg gives the amounts of the scenario, with who decides and no figure for 2027", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#regeling/lks-participatiewet");
  const measured = await text(page);
  for (const part of ["€ 883,39", "€ 207,60", "€ 1.090,99", "Tilburg", "Aanname"]) {
    assert.ok(measured.includes(part), `${part} is missing`);
  }
  assert.doesNotMatch(measured, /€[^€]{0,40}2027/);
  await picture(page, "s6-regeling-1280");
  await goTo(page, "#regeling/lks-forfaitair");
  const flat = await text(page);
  assert.ok(flat.includes("€ 981,54") && flat.includes("€ 1.212,20"));
  await goTo(page, "#regeling/lkv-doelgroep-banenafspraak");
  assert.ok((await text(page)).includes("€ 1.470,56"));
  await leave();
});

test("S6: the advice shows both wage-cost subsidies as fitting, and the flat rate beside the measured amount", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  await page.getByRole("button", { name: /^Toon alle/ }).first().click();
  await drawn(page);
  const advice = await text(page);
  assert.ok(advice.includes("€ 1.090,99") && advice.includes("€ 1.212,20"));
  await picture(page, "s6-advies-1280");
  await leave();
});

test("S15: a hire who is not in the target group gets sourced refusals and a referral", async () => {
  const { page, leave } = await peter();
  for (const scheme of ["lks-participatiewet", "lkv-oudere-werknemer", "liv"]) {
    await goTo(page, `#regeling/${scheme}`);
    const shown = await text(page);
    assert.match(shown, /Past niet/, scheme);
    assert.match(shown, /nagekeken/i, scheme);
  }
  await goTo(page, "#regeling/proefplaatsing-uwv");
  assert.doesNotMatch(await text(page), /^Past niet$/m);
  await leave();
});

test("back goes one question back and keeps the answers", async () => {
  const { page, leave } = await arrive();
  await press(page, "Begin met de vragen");
  const first = await page.locator("h1").innerText();
  await page.locator(".option input").first().check();
  await forward(page);
  const second = await page.locator("h1").innerText();
  assert.notEqual(second, first);
  await page.goBack();
  await drawn(page);
  assert.equal(await page.locator("h1").innerText(), first);
  assert.equal(await page.locator(".option input").first().isChecked(), true);
  await leave();
});

test("another language keeps every answer", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#regeling/lks-participatiewet");
  await page.getByRole("button", { name: "EN" }).or(page.getByRole("button", { name: "English" })).first().click();
  await drawn(page);
  const english = await text(page);
  assert.ok(english.includes("€1,090.99"));
  assert.match(english, /Fits/);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  await leave();
});
