// A served site, a browser, and pages that remember what they asked for.
//
//   const visitor = await arrive();            // new browser profile, page loaded and ready
//   await answer(visitor.page, "Welke rechtsvorm heeft u?", "Vof");
//   await visitor.leave();

import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../../", import.meta.url));
const READY = 20_000;

/** What every file of tests shares: set up by `useSite`. */
export const site = { address: "", requests: [], browser: null };

/** Serves `target/site` and opens a browser for the tests of this file. */
export function useSite() {
  let close;
  before(async () => (close = await openSite()));
  after(() => close?.());
}

/** Serves `target/site` and opens a browser; gives back what closes both. */
export async function openSite() {
  const server = spawn("cargo", ["xtask", "serve", "--no-build", "--port", "0", "--log"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  site.address = await new Promise((found, failed) => {
    server.once("exit", () => failed(new Error("the server stopped; is there a site? `cargo xtask build`")));
    createInterface({ input: server.stdout }).on("line", (line) => {
      const address = line.match(/http:\S+/)?.[0];
      if (address) found(address);
      else site.requests.push(line);
    });
  });
  await openBrowser();
  return async () => {
    await site.browser.close();
    server.kill();
  };
}

/** Opens a browser for tests that serve something else. */
export async function openBrowser() {
  site.browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
}

/**
 * Opens the page in a new profile. `requests` holds every address the browser asked for,
 * `errors` what went wrong in the page, `violations()` what its policy refused.
 */
export async function arrive({ address = site.address, path = "", ready = true, prepare, ...context } = {}) {
  const profile = await site.browser.newContext({
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    viewport: { width: 1280, height: 900 },
    ...context,
  });
  const page = await profile.newPage();
  const requests = [];
  const errors = [];
  profile.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.addInitScript(() => {
    window.refused = [];
    addEventListener("securitypolicyviolation", (event) =>
      window.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ""}`));
  });
  await prepare?.(page);
  await page.goto(address + path);
  if (ready) await untilReady(page, errors);
  return {
    page,
    profile,
    requests,
    errors,
    violations: () => page.evaluate(() => window.refused),
    leave: () => profile.close(),
  };
}

/** Waits until the page says that it will ask for nothing any more. */
export async function untilReady(page, errors = []) {
  try {
    await page.waitForSelector("html[data-ready]", { state: "attached", timeout: READY });
  } catch {
    throw new Error(`the page is not ready after ${READY / 1000} s: ${errors.join("; ") || "no error told"}`);
  }
}

/** Waits until the page has drawn what the last action changed. */
export async function drawn(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/**
 * Answers one question the way a visitor does: by the words on the page.
 *
 * - `null`: "Weet ik niet"
 * - `"Vof"`: the option with these words, or text for a field
 * - `["Afval", "Zorg"]`: exactly these of several options
 * - `"1-12-2026"`, for a question with three fields: day, month and year
 */
export async function answer(page, question, value) {
  const group = page
    .getByRole("group", { name: question })
    .or(page.getByRole("radiogroup", { name: question }));
  if ((await group.count()) === 0) {
    if (value === null) throw new Error(`"${question}" is one field: click its "Weet ik niet" yourself`);
    const field = page.getByLabel(question);
    const choice = await field.evaluate((element) => element.tagName === "SELECT");
    await (choice ? field.selectOption({ label: value }) : field.fill(value));
  } else if (value === null) {
    await choose(group, "Weet ik niet", true);
  } else if (Array.isArray(value)) {
    for (const box of await group.getByRole("checkbox").all()) {
      if (await box.isChecked()) await box.uncheck();
    }
    for (const label of value) await choose(group, label, true);
  } else {
    await answerInGroup(group, question, value);
  }
  await drawn(page);
}

async function answerInGroup(group, question, value) {
  const fields = group.getByRole("textbox");
  const number = await fields.count();
  const parts = number > 1 ? value.split(/[-\/ ]/) : [value];
  if (number === 0) return choose(group, value, true);
  if (parts.length !== number) throw new Error(`"${question}" has ${number} fields, not ${parts.length}`);
  for (const [index, part] of parts.entries()) await fields.nth(index).fill(part);
}

async function choose(group, label, on) {
  const radio = group.getByRole("radio", { name: label, exact: true });
  const box = group.getByRole("checkbox", { name: label, exact: true });
  await radio.or(box).setChecked(on);
}

/** Presses Tab until an element fits, as a visitor without a mouse does; never moves the focus itself. */
export async function tabTo(page, fits) {
  for (let steps = 0; steps < 200; steps += 1) {
    if (await page.evaluate((selector) => document.activeElement.matches(selector), fits)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${fits}`);
}

/** Clicks a button or link by its words. */
export async function press(page, label) {
  const button = page.getByRole("button", { name: label });
  await button.or(page.getByRole("link", { name: label })).first().click();
  await drawn(page);
}

/**
 * Presses whatever can be pressed and leads nowhere else, each thing once, and tells what
 * it pressed: a walk for tests of what must hold on every page. Nobody asks the device to remember.
 */
export async function wander(page, presses = 40) {
  const pressed = [];
  const own = "button:visible, a[href^='#']:visible, input[type=radio], input[type=checkbox]";
  while (pressed.length < presses) {
    let next;
    for (const thing of await page.locator(own).all()) {
      const name = await thing.evaluate((element) => {
        const words = element.labels?.[0]?.textContent ?? element.textContent;
        return [element.tagName, element.name, element.value, words.trim()].join(" ");
      });
      if (!pressed.includes(name) && !name.endsWith("Onthoud op dit apparaat")) {
        next = { thing, name };
        break;
      }
    }
    if (!next) break;
    pressed.push(next.name);
    // Through the page, not the mouse: what lies under something else counts too.
    await next.thing.evaluate((element) => element.click());
    await drawn(page);
  }
  return pressed;
}

/** Keeps a picture in `target/screenshots` for people to look at. */
export async function picture(page, name) {
  const folder = `${root}target/screenshots`;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true, caret: "initial" });
}
