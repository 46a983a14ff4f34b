// <steun-wijzer> in somebody else's page: what it shows, tells and leaves alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, settled } from "./accessibility.mjs";
import { ONE, at, box, embed, filesOfBox, goOn, heading, heard, words } from "./host.mjs";
import { drawn, picture, site, useSite } from "./page.mjs";

useSite();

test("two boxes in two languages from another origin ask only for their own files, each once", async () => {
  const body = '<steun-wijzer id="one"></steun-wijzer><steun-wijzer id="two" lang="en"></steun-wijzer>';
  await at({ body }, async ({ page, requests, violations, errors }, host) => {
    assert.notEqual(await heading(page, "one"), await heading(page, "two"));
    assert.match(await words(page, "two"), /Your answers stay on this device/);
    const ofBox = requests.filter((url) => !url.startsWith(host.address));
    assert.deepEqual(ofBox.sort(), filesOfBox().map((path) => site.address + path).sort());
    assert.deepEqual(await violations(), []);
    assert.deepEqual(errors, []);
  }, { ready: 2 });
});

for (const also of ["", "; require-trusted-types-for 'script'; trusted-types 'none'"]) {
  test(`a box works under the strictest policy, from the origin of the page itself${also}`, async () => {
    await at({ body: ONE, own: true, also }, async ({ page, violations, errors }) => {
      const first = await heading(page, "one");
      await goOn(page);
      assert.notEqual(await heading(page, "one"), first);
      assert.deepEqual([await violations(), errors], [[], []]);
    });
  });
}

test("no style goes in or out, except the tokens of the host", async () => {
  await at({ body: ONE }, async ({ page }) => {
    const look = await page.evaluate(() => {
      const shadow = document.querySelector("#one").shadowRoot;
      const style = (element, name, pseudo) => getComputedStyle(element, pseudo).getPropertyValue(name);
      const [host, own] = [document.querySelector("#before button"), shadow.querySelector("button.forward")];
      return {
        hostButton: style(host, "background-color"),
        hostFont: style(document.querySelector("#before"), "font-family"),
        hostHeading: style(document.querySelector("main > h1"), "color"),
        button: style(own, "background-color", "::before"),
        spacing: style(own, "letter-spacing"),
        case: style(shadow.querySelector("h1"), "text-transform"),
        heading: style(shadow.querySelector("h1"), "color"),
        size: style(shadow.querySelector(".option"), "font-size"),
        attributes: document.querySelector("#one").getAttributeNames(),
      };
    });
    assert.deepEqual(look, {
      hostButton: "rgb(255, 105, 180)",
      hostFont: "sans-serif",
      hostHeading: "rgb(120, 0, 80)",
      button: "color(srgb 0 0.321569 0.235294)",
      spacing: "normal",
      case: "none",
      heading: "rgb(38, 24, 41)",
      size: "17px",
      attributes: ["id"],
    });
  });
});

test("the host hears numbers, and nothing of the answers", async () => {
  await at({ body: ONE }, async ({ page }) => {
    assert.deepEqual(await heard(page, "answer"), []);
    await goOn(page);
    const [answer] = await heard(page, "answer");
    assert.deepEqual(answer, { kind: "answer", id: "one", detail: { answered: 1 } });
    const [advice] = await heard(page, "advice");
    assert.deepEqual(Object.keys(advice.detail).sort(), ["as_on", "cannot_tell", "does_not_fit", "edition", "fits"]);
    const heights = await heard(page, "height");
    assert.ok(heights.length > 0 && heights.every(({ detail }) => detail.height > 0));
    const [last] = heights.slice(-1);
    assert.equal(last.detail.height, Math.ceil((await box(page).boundingBox()).height));
  });
});

test("a host that asks for answers gets them only after the visitor agrees, and until he stops", async () => {
  await at({ body: '<steun-wijzer id="one" share-answers></steun-wijzer>' }, async ({ page }) => {
    await goOn(page);
    assert.equal(JSON.stringify(await heard(page, "answer")).includes("org."), false);
    await box(page).getByRole("button", { name: "Ja, ik deel ze" }).click();
    await drawn(page);
    const last = async (kind) => (await heard(page, kind)).at(-1).detail;
    assert.deepEqual(Object.values((await last("answer")).answers), ["?"]);
    assert.ok(Object.keys((await last("advice")).verdicts).length > 100);
    await box(page).getByRole("button", { name: "Stop met delen" }).click();
    await goOn(page);
    assert.deepEqual(await last("answer"), { answered: 2 });
    assert.equal((await last("advice")).verdicts, undefined);
  });
});

test("answers are filled in before and after the script is there, visibly and changeable", async () => {
  const answers = JSON.stringify({ "org.legal_form": "vof" });
  const body = `<steun-wijzer id="one" data-answers='${answers}'></steun-wijzer><steun-wijzer id="two" municipality="Tilburg"></steun-wijzer>`;
  await at({ body }, async ({ page, errors }) => {
    assert.match(await words(page, "one"), /vulde 1 antwoord voor u in/);
    assert.match(await words(page, "two"), /vulde uw gemeente in: .*Tilburg/);
    await page.evaluate(() => (document.querySelector("#one").answers = { "org.legal_form": "vof", "org.place": "GM0855" }));
    await drawn(page);
    assert.match(await words(page, "one"), /vulde 2 antwoorden voor u in/);
    await box(page, "one").getByRole("link", { name: "Bekijk en wijzig" }).click();
    assert.match(await words(page, "one"), /Vennootschap onder firma|Vof/i);
    assert.deepEqual(errors, []);
  }, { ready: 2 });
});

test("answers that cannot be read are refused, told to the host, and harm nothing", async () => {
  await at({ body: ONE }, async ({ page, errors }) => {
    const hostile = ["{", "[]", "null", '{"org.legal_form":"vof","org.nonsense":1}', '{"hires":[{"hours":1e999}]}', 7,
      "[".repeat(200_000), `{"org.legal_form":"${"x".repeat(2_000_000)}"}`];
    const before = await heading(page, "one");
    for (const [at, answers] of hostile.entries()) {
      await page.evaluate((answers) => (document.querySelector("#one").answers = answers), answers);
      await drawn(page);
      assert.equal((await heard(page, "error")).length, at + 1, String(answers).slice(0, 40));
    }
    const [unknown] = (await heard(page, "error")).slice(3);
    assert.match(unknown.detail.mistakes.join(), /org\.nonsense/);
    assert.equal(await heading(page, "one"), before);
    assert.deepEqual(await heard(page, "answer"), []);
    assert.deepEqual(errors, []);
  });
});

test("a box never touches the storage of the site around it", async () => {
  // Whoever looks at it is counted, and gets what a browser says that blocks it.
  const prepare = (page) => page.addInitScript(() => {
    window.touched = 0;
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
      Object.defineProperty(window, name, { get() { touched += 1; throw new DOMException("blocked", "SecurityError"); } });
    Object.defineProperty(document, "cookie", { get() { touched += 1; return ""; }, set() { touched += 1; } });
  });
  await at({ body: ONE }, async ({ page, profile, errors }) => {
    await goOn(page);
    await walk(page);
    assert.equal(await page.evaluate(() => touched), 0);
    assert.deepEqual(await profile.cookies(), []);
    assert.deepEqual(errors, []);
  }, { prepare });
});

/** Presses everything in the box that stays in it, each thing once. */
const walk = (page, most = 60) => page.evaluate(async (most) => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const shadow = document.querySelector("#one").shadowRoot;
  const pressed = new Set();
  for (let presses = 0; presses < most; presses += 1) {
    const things = [...shadow.querySelectorAll("button, a:not([target]), input[type=radio], input[type=checkbox], summary")];
    const next = things.find((thing) => !pressed.has(thing.textContent + thing.name + thing.value));
    if (!next) break;
    pressed.add(next.textContent + next.name + next.value);
    next.click();
    await drawn();
  }
  return pressed.size;
}, most);

test("a walk leaves the page, its address, its history and its forms as they are, and asks for nothing", async () => {
  await at({ body: `<form id="form" action="/sent">${ONE}<input name="x"></form>` }, async ({ page, requests, errors }, host) => {
    const state = () => page.evaluate(() => ({
      href: location.href, steps: history.length, title: document.title, lang: document.documentElement.lang,
      fields: [...new FormData(document.querySelector("#form")).keys()], submitted,
      outside: document.documentElement.outerHTML,
    }));
    const [before, asked, served] = [await state(), requests.length, host.asked.length];
    assert.ok((await walk(page)) > 20);
    await page.waitForTimeout(500);
    assert.deepEqual(await state(), before);
    assert.deepEqual([requests.slice(asked), host.asked.slice(served)], [[], []]);
    assert.deepEqual(errors, []);
  });
});

test("back in the box goes one question back and keeps the answer", async () => {
  await at({ body: ONE }, async ({ page }) => {
    const first = await heading(page, "one");
    await goOn(page);
    assert.notEqual(await heading(page, "one"), first);
    assert.match(await box(page).locator(".box-number").innerText(), /2/);
    await box(page).getByRole("button", { name: "Vorige" }).click();
    await drawn(page);
    assert.equal(await heading(page, "one"), first);
    assert.equal(await box(page).getByLabel("Weet ik niet").first().isChecked(), true);
  });
});

test("everything works by keyboard, the focus stays where the visitor is, and none is taken at the start", async () => {
  await at({ body: ONE }, async ({ page }) => {
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
    const inside = () => page.evaluate(() => {
      const own = document.activeElement.shadowRoot?.activeElement;
      return own ? `${own.tagName} ${own.type ?? ""} ${own.className}`.trim() : "";
    });
    const tabTo = async (wanted) => {
      for (let steps = 0; steps < 60; steps += 1) {
        if (wanted.test(await inside())) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`Tab never reaches ${wanted}; last ${await inside()}`);
    };
    const first = await heading(page, "one");
    await tabTo(/^INPUT radio/);
    await page.keyboard.press("Space");
    await tabTo(/forward/);
    await page.keyboard.press("Enter");
    await drawn(page);
    assert.notEqual(await heading(page, "one"), first);
    assert.match(await inside(), /^H1/);
  });
});

test("keys of the desk are heard only in its box", async () => {
  const body = '<input id="field"><steun-wijzer id="one" mode="desk"></steun-wijzer>';
  await at({ body }, async ({ page }) => {
    const focused = () => page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.id ?? document.activeElement.id);
    await page.locator("#field").focus();
    await page.keyboard.press("Control+k");
    assert.equal(await focused(), "field");
    await box(page).locator("input").first().focus();
    await page.keyboard.press("Control+k");
    await drawn(page);
    assert.equal(await focused(), await box(page).locator(".desk-jump input").getAttribute("id"));
  });
});

test("headings begin below the last heading of the host, or where the host says", async () => {
  const body = '<h3>Onze kop</h3><steun-wijzer id="one"></steun-wijzer><steun-wijzer id="two" heading-level="2"></steun-wijzer>';
  await at({ body }, async ({ page }) => {
    const level = (id) => box(page, id).locator("h1").getAttribute("aria-level");
    assert.deepEqual([await level("one"), await level("two")], ["4", "2"]);
    await goOn(page, "one");
    assert.equal(await level("one"), "4");
  }, { ready: 2 });
});

test("attributes that change take effect; what is not understood is named and ignored", async () => {
  await at({ body: '<steun-wijzer id="one" kinds="gifts" mode="advisor"></steun-wijzer>' }, async ({ page }) => {
    const warnings = [];
    page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    const set = async (name, value) => {
      await page.evaluate(([name, value]) => document.querySelector("#one").setAttribute(name, value), [name, value]);
      await drawn(page);
    };
    const colour = () => box(page).locator(".box").evaluate((element) => getComputedStyle(element).backgroundColor);
    const light = await colour();
    await set("theme", "dark");
    assert.notEqual(await colour(), light);
    await set("lang", "en");
    assert.match(await words(page), /Your answers stay/);
    await set("kinds", "loans");
    assert.match(await words(page), /This site shows only this: Loans/);
    await set("mode", "lening");
    assert.match(await heading(page, "one"), /loan/i);
    assert.deepEqual(warnings, []);
    for (const [name, value] of [["kinds", "x"], ["mode", "x"], ["municipality", "x"], ["as-on", "x"], ["theme", "x"], ["lang", "x"]]) {
      await set(name, value);
      assert.ok(warnings.some((text) => text.includes(`attribute ${name} `)), name);
    }
  });
});

test("a box can be used by everybody, in both languages, light and dark, narrow and wide", async () => {
  const body = '<h2>Hulp</h2><steun-wijzer id="one" municipality="Tilburg" share-answers kinds="loans subsidies"></steun-wijzer>';
  for (const [lang, theme] of [["nl", "light"], ["en", "dark"]]) {
    await at({ body, lang }, async ({ page }) => {
      await page.evaluate((theme) => document.querySelector("#one").setAttribute("theme", theme), theme);
      for (const where of ["question", "advice"]) {
        if (where === "advice") await box(page).locator(".box-counts a").click();
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await settled(page);
          await picture(page, `box-${where}-${lang}-${theme}-${width}`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${where}, ${lang}, ${width} px: ${wide} px too wide`);
          const own = (await findings(page)).filter((line) => / at .*#one/.test(line));
          assert.deepEqual(own, [], `${where}, ${lang}, ${theme}, ${width} px`);
        }
      }
    });
  }
});

test("embed.json says which script to pin, and the script what it fetches", async () => {
  const { script, integrity, files, edition } = embed();
  assert.match(script, /^steunwijzer-[0-9a-f]{16}\.js$/);
  assert.match(edition, /^\d{4}-\d\d-\d\d$/);
  for (const file of [{ path: script, integrity }, ...files]) {
    const bytes = await (await fetch(site.address + file.path)).arrayBuffer();
    const hash = Buffer.from(await crypto.subtle.digest("SHA-384", bytes)).toString("base64");
    assert.equal(file.integrity, `sha384-${hash}`, file.path);
  }
});
