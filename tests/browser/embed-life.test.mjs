// How <steun-wijzer> comes, fails, moves and goes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ONE, at, box, embed, goOn, heading, heard, untilBoxesReady, words } from "./host.mjs";
import { drawn, site, useSite } from "./page.mjs";

useSite();

for (const [lang, words] of [["nl", /werkt hier nu niet/], ["en", /does not work here right now/]]) {
  test(`a module that is not the one of this build is refused, and the box says so (${lang})`, async () => {
    const change = (path, bytes) => (path.endsWith(".wasm") ? Buffer.concat([bytes, Buffer.from([0, 2, 1, 120])]) : bytes);
    await at({ body: ONE, own: true, change, lang }, async ({ page }) => {
      const alert = box(page).getByRole("alert");
      await alert.waitFor();
      assert.match(await alert.innerText(), words);
      assert.equal(await box(page).locator("h1").count(), 0);
      assert.deepEqual((await heard(page, "error")).map(({ detail }) => detail), [{ reason: "loading" }]);
    }, { ready: 0 });
  });
}

test("a module that stops halfway is told in every box", async () => {
  const body = '<steun-wijzer id="one"></steun-wijzer><steun-wijzer id="two"></steun-wijzer>';
  await at({ body }, async ({ page }) => {
    await page.evaluate((script) => {
      const error = Object.assign(new WebAssembly.RuntimeError("unreachable"), { stack: `at ${script}:1` });
      dispatchEvent(new ErrorEvent("error", { error: Object.assign(new WebAssembly.RuntimeError("of somebody else"), { stack: "" }) }));
      if (heard.some(({ kind }) => kind === "error")) throw new Error("the module of somebody else is not ours");
      dispatchEvent(new ErrorEvent("error", { error }));
    }, site.address + embed().script);
    for (const id of ["one", "two"]) assert.equal(await box(page, id).getByRole("alert").count(), 1);
  }, { ready: 2 });
});

test("a box that a script makes looks the same as one of the page", async () => {
  await at({ body: "" }, async ({ page }) => {
    await page.waitForFunction(() => customElements.get("steun-wijzer"));
    await page.evaluate(() => {
      const own = document.createElement("steun-wijzer");
      own.id = "one";
      own.setAttribute("lang", "en");
      document.querySelector("main").append(own);
      // While it loads.
      own.setAttribute("kinds", "loans");
    });
    await untilBoxesReady(page, 1);
    assert.equal(await box(page).locator("section.box").count(), 1);
    assert.match(await words(page), /This site shows only this: Loans/);
    assert.equal(await box(page).locator(".option").first().evaluate((element) => getComputedStyle(element).fontSize), "17px");
  }, { ready: 0 });
});

test("a box far below is not loaded until the visitor comes near, or goes there by keyboard", async () => {
  const body = `<div class="far"></div>${ONE}`;
  for (const come of [(page) => page.evaluate(() => scrollTo(0, 5200)), (page) => box(page).locator("a").focus()]) {
    await at({ body }, async ({ page, requests }) => {
      await page.waitForFunction(() => customElements.get("steun-wijzer"));
      await page.waitForTimeout(200);
      assert.equal(requests.filter((url) => url.endsWith(".wasm")).length, 0);
      assert.match(await words(page), /Steunwijzer/);
      await come(page);
      await untilBoxesReady(page, 1);
    }, { ready: 0 });
  }
});

test("a box that is moved keeps its state; one that was away keeps its answers", async () => {
  await at({ body: `${ONE}<div id="elsewhere"></div>` }, async ({ page }) => {
    await goOn(page);
    const second = await heading(page, "one");
    await page.evaluate(() => document.querySelector("#elsewhere").append(document.querySelector("#one")));
    await drawn(page);
    assert.equal(await heading(page, "one"), second);
    await page.evaluate(async () => {
      const own = document.querySelector("#one");
      own.remove();
      await new Promise((done) => setTimeout(done, 50));
      document.querySelector("#elsewhere").append(own);
    });
    await untilBoxesReady(page, 2);
    assert.equal(await heading(page, "one"), second, "the question behind the one that was answered");
    await goOn(page);
    assert.deepEqual((await heard(page, "answer")).at(-1).detail, { answered: 2 });
  });
});

test("a box that is removed and added fifty times leaves nothing behind", async () => {
  // The memory of the module, to see how large it is.
  const prepare = (page) => page.addInitScript(() => {
    const original = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      window.memory = made.instance.exports.memory;
      return made;
    };
  });
  await at({ body: '<div id="place"></div><steun-wijzer id="one"></steun-wijzer>' }, async ({ page, profile, errors }) => {
    const tools = await profile.newCDPSession(page);
    await tools.send("Performance.enable");
    const measured = async () => {
      await tools.send("HeapProfiler.collectGarbage");
      await tools.send("HeapProfiler.collectGarbage");
      const { metrics } = await tools.send("Performance.getMetrics");
      const wasm = await page.evaluate(() => memory.buffer.byteLength);
      return { wasm, ...Object.fromEntries(metrics.map(({ name, value }) => [name, value])) };
    };
    const again = (times) => page.evaluate(async (times) => {
      const place = document.querySelector("#place");
      for (let time = 0; time < times; time += 1) {
        const own = document.createElement("steun-wijzer");
        const ready = new Promise((done) => own.addEventListener("steunwijzer-ready", done, { once: true }));
        place.append(own);
        await ready;
        own.remove();
        await new Promise((done) => setTimeout(done, 2));
      }
    }, times);
    // What is made once (caches, the tables of the rules) is there after the first few.
    await again(5);
    const before = await measured();
    await again(50);
    const after = await measured();
    const grown = (name) => after[name] - before[name];
    console.log(["Nodes", "JSEventListeners", "JSHeapUsedSize", "wasm"].map((name) => `${name} ${before[name]} → ${after[name]}`).join("; "));
    assert.equal(grown("wasm"), 0);
    assert.ok(grown("Nodes") <= 5, `${grown("Nodes")} nodes`);
    assert.ok(grown("JSEventListeners") <= 5, `${grown("JSEventListeners")} listeners`);
    assert.ok(grown("JSHeapUsedSize") < 1_000_000, `${grown("JSHeapUsedSize")} bytes`);
    assert.deepEqual(errors, []);
  }, { prepare });
});
