// What the accessibility statement (#toegankelijkheid) says that we test, beside axe. Each check is
// shown to find a planted fault, where it looks for something that is not there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findings } from "./accessibility.mjs";
import { lunchroom } from "./lunchroom.mjs";
import { arrive, drawn, useSite } from "./page.mjs";
import { goTo } from "./record.mjs";

useSite();

const PAGES = [
  "#start",
  "#vraag/org.turnover",
  "#vraag/org.place",
  "#lijst/hires/1",
  "#antwoorden",
  "#advies",
  "#regeling/lks-participatiewet",
  "#plan",
  "#steun",
  "#reken",
  "#zekerheid",
  "#privacy",
  "#loket",
  "#gemeente",
  "#dossier",
  "#papier",
  "#toegankelijkheid",
];

/** Elements whose text does not fit: cut off, or sticking out of a control. One line each. */
const lost = (page) => page.evaluate(() => {
  const seen = (element) => element.checkVisibility({ contentVisibilityAuto: true })
    && !element.closest(".hidden, .topics .name, svg, [aria-hidden=true]");
  const cuts = (style) => ["hidden", "clip"].includes(style.overflowX) || ["hidden", "clip"].includes(style.overflowY);
  const controls = "button, a.forward, a.outlined, .plate, .tag, .chip, .segment, .option, summary";
  return [...document.querySelectorAll("#steunwijzer *")].filter(seen).flatMap((element) => {
    const style = getComputedStyle(element);
    const checked = cuts(style) || (element.matches(controls) && style.display !== "inline");
    const tooWide = element.scrollWidth > element.clientWidth + 1;
    const tooHigh = element.scrollHeight > element.clientHeight + 1;
    if (!checked || !element.textContent.trim() || !(tooWide || tooHigh) || element.matches("h1, main")) return [];
    return [`${element.tagName}.${element.className}: "${element.textContent.trim().slice(0, 40)}"`];
  });
});

const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Sets a style over everything; a rule of the page's policy forbids doing so with an element. */
const restyle = (page, rules) => page.evaluate((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}, rules);

const everywhere = async (visitor, check) => {
  for (const address of PAGES) {
    await goTo(visitor.page, address);
    await check(visitor.page, address);
  }
  await visitor.leave();
};

test("at 200 % zoom no page scrolls sideways and no text is lost", async () => {
  // A window of 1280 pixels at 200 % is one of 640 with two device pixels each.
  const visitor = await lunchroom({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
  await everywhere(visitor, async (page, address) => {
    assert.ok(await sideways(page) <= 0, `${address} scrolls sideways`);
    assert.deepEqual(await lost(page), [], address);
  });
});

test("with the text spacing of WCAG 1.4.12 no text is lost, also at 320 pixels", async () => {
  const visitor = await lunchroom();
  const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`;
  await restyle(visitor.page, spacing);
  await everywhere(visitor, async (page, address) => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      assert.ok(await sideways(page) <= 0, `${address} scrolls sideways at ${width} px`);
      assert.deepEqual(await lost(page), [], `${address} at ${width} px`);
    }
  });
});

test("the search for lost text finds a planted fault", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  await restyle(page, ".chip { width: 20px; overflow: hidden }");
  assert.notDeepEqual(await lost(page), []);
  await leave();
});

/** What moves or fades on the page. */
const moving = (page) => page.evaluate(() => [...document.querySelectorAll("*")].flatMap((element) =>
  [null, "::before", "::after"]
    .filter((part) => getComputedStyle(element, part).transitionDuration.split(", ").some((time) => time !== "0s"))
    .map((part) => `${element.tagName}.${element.className}${part ?? ""}`)));

test("who wants less motion gets no transition and no animation on any page", async () => {
  const visitor = await lunchroom({ reducedMotion: "reduce" });
  await everywhere(visitor, async (page, address) => {
    assert.deepEqual(await moving(page), [], address);
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0, address);
  });
});

test("the search for motion finds the fading colours of who did not ask for less", async () => {
  const { page, leave } = await lunchroom({ reducedMotion: "no-preference" });
  assert.notDeepEqual(await moving(page), []);
  await leave();
});

test("with forced colours the three verdicts have an outline and three different signs", async () => {
  const { page, leave } = await lunchroom({ forcedColors: "active" });
  await goTo(page, "#advies");
  const plates = await page.locator(".group-head .plate").evaluateAll((all) => all.map((plate) => {
    const { borderTopStyle, borderTopWidth, clipPath } = getComputedStyle(plate, "::before");
    return { style: borderTopStyle, wide: parseFloat(borderTopWidth) >= 1, cut: clipPath, sign: plate.querySelector("svg").innerHTML };
  }));
  assert.deepEqual(plates.map(({ style }) => style), ["solid", "dashed", "solid"]);
  assert.ok(plates.every(({ wide, cut }) => wide && cut === "none"));
  assert.equal(new Set(plates.map(({ sign }) => sign)).size, 3);
  await leave();
});

/**
 * Controls that break WCAG 2.5.8: buttons and fields under 24 by 24 pixels, and links on a line of
 * their own that are smaller and whose circle of 24 pixels touches another control.
 */
const small = (page) => page.evaluate(() => {
  const seen = (element) => element.checkVisibility() && !element.closest(".skip, .hidden");
  const controls = [...document.querySelectorAll("button, a[href], input, select, textarea, summary")].filter(seen);
  const box = (element) => (element.closest("label") ?? element).getBoundingClientRect();
  const inText = (element) => {
    const around = element.parentElement.closest("p, li, td, dd, th, span, small");
    return element.matches("a, .linked") && around && around.textContent.trim() !== element.textContent.trim();
  };
  const crowded = (element) => {
    const { left, top, width, height } = box(element);
    const [x, y] = [left + width / 2, top + height / 2];
    return controls.some((other) => {
      const near = box(other);
      const away = Math.hypot(Math.max(near.left - x, 0, x - near.right), Math.max(near.top - y, 0, y - near.bottom));
      return other !== element && !element.contains(other) && away < 12;
    });
  };
  return controls.flatMap((element) => {
    const { width, height } = box(element);
    if (width >= 24 && height >= 24) return [];
    if (inText(element) || (element.matches("a") && !crowded(element))) return [];
    return [`${element.tagName}.${element.className} "${element.textContent.trim().slice(0, 30)}": ${width} × ${height}`];
  });
});

test("buttons and fields are at least 24 by 24 pixels, and links of their own have room around them", async () => {
  const visitor = await lunchroom({ viewport: { width: 390, height: 844 } });
  const found = new Set();
  await everywhere(visitor, async (page, address) => {
    for (const control of await small(page)) found.add(`${address}: ${control}`);
  });
  assert.deepEqual([...found], []);
});

test("the search for small controls finds planted faults", async () => {
  const { page, leave } = await lunchroom({ viewport: { width: 390, height: 844 } });
  await goTo(page, "#advies");
  await restyle(page, ".chip { min-height: 0; height: 20px } .bottom nav { display: block } .bottom nav a { display: block; line-height: 10px }");
  const found = (await small(page)).join();
  assert.match(found, /BUTTON\.chip/);
  assert.match(found, /A\. "Privacy"/);
  await leave();
});

test("the button to the next question is at least 48 pixels high", async () => {
  const { page, leave } = await lunchroom({ viewport: { width: 390, height: 844 } });
  await goTo(page, "#vraag/org.turnover");
  const { height } = await page.locator("button.forward").boundingBox();
  assert.ok(height >= 48, `${height}`);
  await leave();
});

/** Whether what has the focus can be seen to have it. */
const focusShows = (page) => page.evaluate(() => {
  const outlined = (element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const here = document.activeElement;
  const around = here.closest(".option, .segment, label");
  return here === document.body || outlined(here) || (around !== null && outlined(around));
});

test("Tab shows where it is, at every step of every page", async () => {
  const visitor = await lunchroom();
  await everywhere(visitor, async (page, address) => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      const name = await page.evaluate(() => document.activeElement.outerHTML.slice(0, 80));
      assert.ok(await focusShows(page), `${address}: ${name}`);
    }
  });
});

test("the look at the focus finds a planted fault", async () => {
  const { page, leave } = await lunchroom();
  await goTo(page, "#advies");
  await restyle(page, "* { outline: none !important }");
  await page.keyboard.press("Tab");
  assert.equal(await focusShows(page), false);
  await leave();
});

test("the keyboard alone goes from the first question to the advice and into a scheme", async () => {
  const { page, leave } = await arrive();
  const tabTo = async (selector, key = "Tab") => {
    for (let steps = 0; steps < 120; steps += 1) {
      if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${key} never reaches ${selector}`);
  };
  await tabTo("main a.forward");
  await page.keyboard.press("Enter");
  await drawn(page);
  for (let question = 0; question < 3; question += 1) {
    await tabTo("main .field input[type=radio], main .field input[type=checkbox]");
    await page.keyboard.press("Space");
    await tabTo("button.forward");
    await page.keyboard.press("Enter");
    await drawn(page);
  }
  await tabTo("header nav a[href='#advies']", "Shift+Tab");
  await page.keyboard.press("Enter");
  await drawn(page);
  assert.match(page.url(), /#advies$/);
  await tabTo("main h3 a");
  await page.keyboard.press("Enter");
  await drawn(page);
  assert.match(page.url(), /#regeling\//);
  await leave();
});

for (const locale of ["nl", "en"]) {
  test(`axe finds nothing on any page (${locale}), light and wide, dark and narrow`, async () => {
    const visitor = await lunchroom();
    if (locale === "en") await visitor.page.locator("header button[lang=en]").click();
    await everywhere(visitor, async (page, address) => {
      for (const [colorScheme, width] of [["light", 1280], ["dark", 320]]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
        assert.deepEqual(await findings(page), [], `${address}, ${colorScheme}, ${width} px`);
      }
    });
  });
}

test("the statement says in both languages that it conforms partially, and to which edition it belongs", async () => {
  const { page, leave } = await arrive();
  await goTo(page, "#toegankelijkheid");
  const main = page.locator("main");
  assert.match(await main.innerText(), /voldoet gedeeltelijk aan WCAG 2\.2[\s\S]*uitgave van \d/);
  await page.locator("header button[lang=en]").click();
  await drawn(page);
  assert.match(await main.innerText(), /partially conforms to WCAG 2\.2[\s\S]*edition of \d/);
  await leave();
});
