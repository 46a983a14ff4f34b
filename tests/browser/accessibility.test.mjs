import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, lookAt } from "./accessibility.mjs";
import { arrive, useSite } from "./page.mjs";

useSite();

test("the start page: axe, width and both colour schemes", async () => {
  const visitor = await arrive();
  await lookAt(visitor.page, "start");
  await visitor.leave();
});

test("the check finds a planted fault", async () => {
  const visitor = await arrive();
  await visitor.page.evaluate(() => document.querySelector("main").append(document.createElement("input")));
  assert.match((await findings(visitor.page)).join(), /critical label/);
  await visitor.leave();
});
