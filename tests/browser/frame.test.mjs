// The page for a frame (kader.html) on somebody else's site, and by itself: docs/embed-iframe.md.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { findings, settled } from "./accessibility.mjs";
import { arrive, drawn, picture, site, untilReady, useSite } from "./page.mjs";
import { built, framePolicy, framesOf, openPasted, origin } from "./pasted.mjs";
import { fill, goTo } from "./record.mjs";

useSite();

const hosts = [];
after(() => Promise.all(hosts.map((host) => host.close())));

const script = () => {
  const { script, integrity } = built().frame;
  return `<script defer src="${origin()}/${script}" integrity="${integrity}" crossorigin="anonymous"></script>`;
};
const iframe = (query = "lang=nl", more = "") =>
  `<iframe src="${origin()}/kader.html?${query}" title="Steunwijzer" width="100%" height="700" ${more}></iframe>`;

/** A visitor of a host with this body. */
async function visit(body, { files, near, policy = framePolicy(), wait = true, ...options } = {}) {
  const host = await openPasted({ body: `<div class="before"></div>${body}`, policy, files, near });
  hosts.push(host);
  const visitor = await arrive({ address: host.address, ready: false, ...options });
  const { page, errors } = visitor;
  const [inside] = await framesOf(page);
  if (wait) {
    await untilReady(inside, errors);
    await untilFitted(page);
  }
  return { ...visitor, host, inside };
}

const heights = (page, at = 0) => page.locator("iframe").nth(at).evaluate((frame) => frame.clientHeight);
const contentHeight = (inside) =>
  inside.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));

/** Waits until the frame is as high as what is in it. */
async function untilFitted(page, at = 0) {
  const frames = await framesOf(page, at + 1);
  for (let tries = 0; tries < 40; tries += 1) {
    const [outer, inner] = [await heights(page, at), await contentHeight(frames[at])];
    if (outer === inner && inner > 100) return inner;
    await page.waitForTimeout(50);
  }
  assert.fail(`the frame has ${await heights(page, at)} px for ${await contentHeight(frames[at])}`);
}

const scrollsInside = (inside) => inside.evaluate(() => {
  const page = document.scrollingElement;
  return [page.scrollHeight - innerHeight, page.scrollWidth - innerWidth];
});

const LEGAL_FORM = "Vennootschap onder firma (vof)";

test("the frame grows and shrinks with its page, at every width, and nothing scrolls inside", async () => {
  const { page, inside, errors, violations, leave } = await visit(iframe() + script());
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const seen = [];
    for (const address of ["#vraag/org.legal_form", "#advies", "#vraag/org.turnover", "#regeling/liv", "#loket"]) {
      await goTo(inside, address);
      seen.push(await untilFitted(page));
      assert.deepEqual(await scrollsInside(inside), [0, 0], `${address} at ${width} px`);
    }
    const [question, advice, turnover] = seen;
    assert.ok(advice > question + 500 && turnover < advice - 500, `${seen}`);
  }
  assert.deepEqual([errors, await violations()], [[], []]);
  await leave();
});

test("a list that unfolds at the lower edge is not cut off", async () => {
  const { page, inside, leave } = await visit(iframe() + script());
  await goTo(inside, "#vraag/org.place");
  const before = await untilFitted(page);
  await inside.locator("#org-place").pressSequentially("Til");
  await inside.locator("[role=option]").last().waitFor();
  const after = await untilFitted(page);
  assert.ok(after >= before);
  const lowest = await inside.locator("[role=option]").last().evaluate((option) => option.getBoundingClientRect().bottom);
  assert.ok(lowest <= after, `${lowest} of ${after}`);
  await leave();
});

test("a height that is told too early is asked for again: the script comes last, or long after the frame", async () => {
  const late = `
    addEventListener("load", () => setTimeout(() => {
      const script = document.createElement("script");
      Object.assign(script, { src: "${origin()}/${built().frame.script}", integrity: "${built().frame.integrity}", crossOrigin: "anonymous" });
      document.body.append(script);
    }, 1500));`;
  const { leave } = await visit(`${iframe()}<script src="/late.js"></script>`, { files: { "/late.js": late } });
  await leave();
});

test("a frame that is added later gets its height too, and two frames each have their own", async () => {
  const later = `
    document.querySelector("#add").addEventListener("click", () => {
      const frame = document.createElement("iframe");
      Object.assign(frame, { src: "${origin()}/kader.html?lang=en&mode=lening", title: "Calculator", height: 100 });
      document.querySelector("main").append(frame);
    });`;
  const body = `${iframe()}${script()}<button id="add">Toon</button><script src="/later.js" defer></script>`;
  const { page, errors, leave } = await visit(body, { files: { "/later.js": later } });
  await page.locator("#add").click();
  await page.locator("iframe").nth(1).waitFor();
  await page.waitForFunction(() => document.querySelectorAll("iframe")[1].clientHeight > 300);
  const [, second] = await framesOf(page, 2);
  await untilReady(second, errors);
  const [first, other] = [await untilFitted(page, 0), await untilFitted(page, 1)];
  assert.notEqual(first, other);
  assert.equal(await second.evaluate(() => document.documentElement.lang), "en");
  assert.match(second.url(), /#reken\/lening$/);
  assert.deepEqual(errors, []);
  await leave();
});

test("the host takes a height from its frame alone, and only one that makes sense", async () => {
  const foreign = "<iframe id=\"foreign\" src=\"/other.html\" title=\"Ander\" height=\"50\"></iframe>";
  const { page, inside, leave } = await visit(iframe() + foreign + script(), {
    files: { "/other.html": "<!doctype html><title>Ander</title>" },
    policy: `${framePolicy()}; frame-src 'self' ${origin()}`.replace(/frame-src [^;]*; /, ""),
  });
  const before = await untilFitted(page);
  // The page itself, and a frame of another site, which may even stand in a frame of ours.
  await page.evaluate(() => {
    for (const height of [5, 99999]) postMessage({ steunwijzer: "height", height }, "*");
    dispatchEvent(new MessageEvent("message", {
      data: { steunwijzer: "height", height: 5 }, origin: "https://evil.example", source: document.querySelector("iframe").contentWindow,
    }));
  });
  const other = page.frames().find((frame) => frame.url().endsWith("/other.html"));
  await other.evaluate(() => parent.postMessage({ steunwijzer: "height", height: 5 }, "*"));
  for (const wrong of [-1, 0, "100", NaN, Infinity, null, { valueOf: 1 }]) {
    await inside.evaluate((height) => parent.postMessage({ steunwijzer: "height", height }, "*"), wrong);
  }
  await inside.evaluate(() => {
    for (const message of [null, 5, "height", [], { steunwijzer: ["height"] }, { height: 9 }]) parent.postMessage(message, "*");
  });
  await page.waitForTimeout(200);
  assert.equal(await heights(page), before);
  assert.equal(await heights(page, 1), 50, "the frame of somebody else");
  await inside.evaluate(() => parent.postMessage({ steunwijzer: "height", height: 1e9 }, "*"));
  await page.waitForFunction(() => document.querySelector("iframe").clientHeight === 20_000);
  await leave();
});

test("the frame tells nothing to who did not say hello, and nothing but its height", async () => {
  const ear = "window.heard = []; addEventListener('message', ({ data }) => heard.push(data));";
  const body = `<script src="/ear.js"></script>${iframe("lang=nl&share-answers")}`;
  const { page, inside, leave } = await visit(body, { files: { "/ear.js": ear }, wait: false });
  await untilReady(inside);
  await fill(inside, "org.legal_form", LEGAL_FORM);
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  // A hello from itself, as another frame could send it, counts as little.
  await inside.evaluate(() => postMessage({ steunwijzer: "hello" }, "*"));
  await page.waitForTimeout(200);
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  await page.evaluate((to) => document.querySelector("iframe").contentWindow.postMessage({ steunwijzer: "hello" }, to), origin());
  await page.waitForFunction(() => window.heard.length === 1);
  await goTo(inside, "#advies");
  await page.waitForTimeout(300);
  const heard = await page.evaluate(() => window.heard);
  const forms = heard.map((message) => Object.keys(message).sort().join() + typeof message.height);
  assert.deepEqual([...new Set(forms)].sort(), ["height,steunwijzernumber", "steunwijzerundefined"]);
  await leave();
});

test("heights come at most once per frame of the screen", async () => {
  const ear = "window.heard = []; addEventListener('message', ({ data }) => heard.push(data));";
  const { page, inside, leave } = await visit(`<script src="/ear.js"></script>${iframe()}${script()}`, { files: { "/ear.js": ear } });
  await page.evaluate(() => { window.heard = []; });
  const frames = await inside.evaluate(() => new Promise((done) => {
    const block = document.body.appendChild(document.createElement("div"));
    let frames = 0;
    const grow = () => {
      for (let step = 0; step < 10; step += 1) block.append(document.createElement("br"));
      frames += 1;
      if (frames < 12) requestAnimationFrame(grow);
      else requestAnimationFrame(() => requestAnimationFrame(() => done(frames)));
    };
    requestAnimationFrame(grow);
  }));
  const told = await page.evaluate(() => window.heard.filter(({ steunwijzer }) => steunwijzer === "height"));
  assert.ok(told.length > 2 && told.length <= frames + 1, `${told.length} in ${frames}`);
  assert.equal(new Set(told.map(({ height }) => height)).size, told.length, "only when it changed");
  await leave();
});

test("back goes one question back and keeps answers; the page of the host stays where it is (S9)", async () => {
  const { page, inside, host, leave } = await visit(iframe("lang=nl") + script());
  const heading = () => inside.locator("h1").innerText();
  const before = await page.evaluate(() => history.length);
  const first = await heading();
  const passed = [];
  for (let step = 0; step < 3; step += 1) {
    passed.push(await heading());
    if (step === 0) await fill(inside, "org.legal_form", LEGAL_FORM);
    await inside.locator(step === 0 ? "button.forward" : ".forward-row .linked >> text=Sla deze vraag over").first().click();
    await drawn(inside);
  }
  assert.equal(await page.evaluate(() => history.length), before + 3, "no step for the page it began with");
  // The back button of the browser: the page of the host does not change.
  const turn = async (by, to) => {
    await page.evaluate((by) => history.go(by), by);
    await inside.locator("h1", { hasText: to }).waitFor();
  };
  await turn(-1, passed[2]);
  await turn(-1, passed[1]);
  await turn(-1, first);
  assert.ok(await inside.getByRole("radio", { name: LEGAL_FORM }).isChecked(), "the answer is still there");
  await turn(1, passed[1]);
  assert.equal(page.url(), host.address, "the address of the host");
  assert.equal(await page.title(), "Gemeente Voorbeeld");
  await untilFitted(page);
  await leave();
});

test("at another page of the advisor its top is shown, and the page does not jump before", async () => {
  const { page, inside, leave } = await visit(iframe("lang=nl") + script(), { viewport: { width: 390, height: 600 } });
  const top = () => page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().top);
  assert.equal(await page.evaluate(() => scrollY), 0, "nothing scrolls when it comes");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "BODY", "nor takes the focus");
  await goTo(inside, "#advies");
  await untilFitted(page);
  const link = inside.locator("main section.group a").last();
  await link.scrollIntoViewIfNeeded();
  assert.ok(await top() < -600, "far down in the frame");
  await link.click();
  await drawn(inside);
  await page.waitForFunction(() => Math.abs(document.querySelector("iframe").getBoundingClientRect().top) < 300);
  const heading = await inside.locator("h1").evaluate((element) => element.getBoundingClientRect().top);
  const seen = (await top()) + heading;
  assert.ok(seen >= 0 && seen < 600, `the heading is at ${seen}`);
  assert.equal(await inside.evaluate(() => document.activeElement.tagName), "H1");
  await leave();
});

test("a dialog stands where the visitor is in a tall frame, whole, and gives the focus back", async () => {
  const { page, inside, leave } = await visit(iframe("lang=nl#privacy") + script(), { viewport: { width: 390, height: 700 } });
  for (const address of ["#privacy", "#dossier"]) {
    await goTo(inside, "#vraag/org.legal_form");
    await fill(inside, "org.legal_form", LEGAL_FORM);
    await goTo(inside, address);
    await untilFitted(page);
    // A screen shorter than the page: its middle is elsewhere.
    await inside.locator("#wis").scrollIntoViewIfNeeded();
    await inside.locator("#wis").click();
    const dialog = inside.locator("dialog[open]");
    await dialog.waitFor();
    await page.waitForTimeout(150);
    const box = await dialog.boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= 700, `${address}: ${JSON.stringify(box)} of 700`);
    const within = await dialog.evaluate((element) => element.getBoundingClientRect().bottom <= document.documentElement.getBoundingClientRect().height);
    assert.ok(within, "not cut off by the frame");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.waitForTimeout(50);
    assert.equal(await inside.evaluate(() => document.activeElement.id), "wis");
  }
  await leave();
});

test("who asked to be remembered is asked on the next visit: go on or start again (S9)", async () => {
  const { page, inside, errors, leave } = await visit(iframe("lang=nl") + script(), { near: true });
  await fill(inside, "org.legal_form", LEGAL_FORM);
  await inside.locator(".box-foot").getByRole("link", { name: "Bewaren" }).click();
  await inside.getByRole("button", { name: "Onthoud op dit apparaat" }).click();
  await drawn(inside);
  await page.goto("about:blank");
  await page.goBack();
  const [again] = await framesOf(page);
  await untilReady(again, errors);
  await again.getByRole("button", { name: "Ga verder" }).click();
  await goTo(again, "#vraag/org.legal_form");
  assert.ok(await again.getByRole("radio", { name: LEGAL_FORM }).isChecked());
  await leave();
});

test("nothing is stored that nobody asked for, and nothing is asked of a server after it is ready", async () => {
  const { page, profile, inside, requests, leave } = await visit(iframe("lang=nl&municipality=GM0855") + script(), { near: true });
  const seen = requests.length;
  await fill(inside, "org.legal_form", LEGAL_FORM);
  for (const address of ["#advies", "#loket", "#dossier", "#inbouwen", "#plan"]) await goTo(inside, address);
  await page.waitForTimeout(500);
  assert.deepEqual(requests.slice(seen), []);
  const left = await inside.evaluate(async () => [
    localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
  ]);
  assert.deepEqual(left, [0, 0, 0, 0, 0]);
  assert.deepEqual(await profile.cookies(), []);
  await leave();
});

test("with storage blocked it works, and says that nothing can be remembered", async () => {
  // This browser blocks the storage of a frame on another site.
  const { inside, errors, leave } = await visit(iframe("lang=nl") + script());
  const blocked = await inside.evaluate(() => { try { return !localStorage; } catch { return true; } });
  assert.ok(blocked);
  await fill(inside, "org.legal_form", LEGAL_FORM);
  await goTo(inside, "#dossier");
  assert.equal(await inside.getByRole("button", { name: "Onthoud op dit apparaat" }).count(), 0);
  await goTo(inside, "#vraag/org.legal_form");
  assert.ok(await inside.getByRole("radio", { name: LEGAL_FORM }).isChecked());
  assert.deepEqual(errors, []);
  await leave();
});

test("what its address asks for is followed, and what makes no sense is left aside", async () => {
  const warned = [];
  const listen = (page) => page.on("console", (message) => message.type() === "warning" && warned.push(message.text()));
  const query = new URLSearchParams({
    lang: "<script>", municipality: "'; DROP", mode: "../admin", kinds: "gold", theme: "url(x)", "as-on": "2026-13-40",
    "heading-level": "9", onload: "alert(1)",
  });
  const wrong = await visit(iframe(String(query).replaceAll("&", "&amp;")) + script(), { prepare: listen });
  assert.equal(await wrong.inside.evaluate(() => document.documentElement.lang), "nl");
  assert.match(wrong.inside.url(), /#vraag\//);
  for (const name of ["lang", "municipality", "mode", "kinds", "theme", "as-on", "heading-level", "onload"]) {
    assert.ok(warned.some((text) => text.includes(` ${name} `)), `${name}: ${warned}`);
  }
  assert.deepEqual([wrong.errors, await wrong.violations()], [[], []]);
  await wrong.leave();

  const right = await visit(iframe("lang=en&amp;municipality=GM0855&amp;kinds=loans&amp;theme=dark&amp;as-on=2026-12-28") + script());
  const said = await right.inside.locator(".box").innerText();
  assert.match(said, /Tilburg/);
  assert.match(said, /loan/i);
  await goTo(right.inside, "#advies");
  assert.match((await right.inside.locator(".box").innerText()).replaceAll("\u00a0", " "), /28 December 2026/);
  const ground = await right.inside.locator(".box").evaluate((box) => getComputedStyle(box).backgroundColor);
  assert.equal(ground, "rgb(23, 16, 26)");
  await right.leave();
});

test("a frame is light on a device that asks for dark, unless the host says otherwise", async () => {
  const ground = async (query) => {
    const { inside, leave } = await visit(iframe(query) + script(), { colorScheme: "dark" });
    const colour = await inside.locator(".box").evaluate((box) => getComputedStyle(box).backgroundColor);
    await leave();
    return colour;
  };
  assert.equal(await ground("lang=nl"), "rgb(251, 249, 250)");
  assert.equal(await ground("lang=nl&amp;theme=auto"), "rgb(23, 16, 26)");
});

test("opened by itself it is a usable page, with a way to the full one", async () => {
  const { page, errors, violations, leave } = await arrive({ path: "kader.html?lang=nl&municipality=GM0855#advies" });
  assert.equal(await page.locator("h1").count(), 1);
  assert.ok(page.url().endsWith("#advies"));
  const full = page.getByRole("link", { name: "Open groot" });
  assert.match(await full.getAttribute("href"), new RegExp(`^${site.address}#deel/`));
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await settled(page);
    await picture(page, `kader-${width}`);
    assert.deepEqual(await findings(page), [], `${width} px`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth) <= 0, `${width} px`);
  }
  assert.deepEqual([errors, await violations()], [[], []]);
  await leave();
});

for (const width of [320, 390, 1280]) {
  test(`in a frame of a page of ${width} px: axe finds nothing, and a picture`, async () => {
    const { page, inside, leave } = await visit(iframe("lang=en") + script(), { viewport: { width, height: 800 } });
    for (const address of ["#vraag/org.legal_form", "#advies"]) {
      await goTo(inside, address);
      await untilFitted(page);
      await settled(inside);
      await picture(page, `kader-in-host-${address.split("/")[0].slice(1)}-${width}`);
      assert.deepEqual(await findings(inside), [], address);
    }
    await leave();
  });
}

/** What each word of `sandbox` is for: without it, only that fails. */
const SANDBOX = ["allow-scripts", "allow-forms", "allow-same-origin", "allow-downloads", "allow-popups", "allow-popups-to-escape-sandbox", "allow-modals"];
const without = (word) => `sandbox="${SANDBOX.filter((own) => own !== word).join(" ")}"`;

test("with the sandbox of the code everything works: keeping a file, a source in a tab of its own", async () => {
  const { page, profile, inside, errors, leave } = await visit(iframe("lang=nl", without("")) + script());
  await goTo(inside, "#dossier");
  const download = page.waitForEvent("download");
  await inside.getByRole("button", { name: "Bewaar dossier" }).first().click();
  assert.match((await download).suggestedFilename(), /\.json$/);
  const tab = profile.waitForEvent("page");
  await inside.getByRole("link", { name: "Open groot" }).click();
  await untilReady(await tab, errors);
  assert.deepEqual(errors, []);
  await leave();
});

for (const [word, fails] of [
  ["allow-forms", async ({ inside }) => {
    const before = await inside.locator("h1").innerText();
    await fill(inside, "org.legal_form", LEGAL_FORM);
    await inside.locator("button.forward").first().click();
    await drawn(inside);
    return before === await inside.locator("h1").innerText();
  }],
  ["allow-downloads", async ({ page, inside }) => {
    await goTo(inside, "#dossier");
    const download = page.waitForEvent("download", { timeout: 1_000 }).then(() => false, () => true);
    await inside.getByRole("button", { name: "Bewaar dossier" }).first().click();
    return download;
  }],
  ["allow-popups", async ({ profile, inside }) => {
    const tab = profile.waitForEvent("page", { timeout: 1_000 }).then(() => false, () => true);
    await inside.getByRole("link", { name: "Open groot" }).click();
    return tab;
  }],
]) {
  test(`the code asks for ${word} because something fails without it`, async () => {
    const visitor = await visit(iframe("lang=nl", without(word)) + script());
    assert.ok(await fails(visitor), "it is not needed any more: take it out of the code");
    await visitor.leave();
  });
}

test("without allow-same-origin it works without storage: questions, advice and height", async () => {
  const { page, inside, errors, leave } = await visit(iframe("lang=nl", without("allow-same-origin")) + script());
  await fill(inside, "org.legal_form", LEGAL_FORM);
  await inside.locator("button.forward").first().click();
  await drawn(inside);
  await inside.locator(".box-counts a").first().click();
  await drawn(inside);
  assert.match(await inside.locator("h1").innerText(), /regeling|past/i);
  await untilFitted(page);
  assert.deepEqual(errors, []);
  await leave();
});
