// A host that shows the advisor in both ways: two boxes and a frame on one page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { at, embed, filesOfBox, goOn, heading } from "./host.mjs";
import { site, untilReady, useSite } from "./page.mjs";

useSite();

test("two boxes and a frame share a page: each has its own answers and height, and only own files are asked for", async () => {
  const { origin } = new URL(site.address);
  const { frame } = embed();
  const body = `<steun-wijzer id="one"></steun-wijzer><steun-wijzer id="two" lang="en"></steun-wijzer>
    <iframe src="${origin}/kader.html?lang=nl" title="Steunwijzer" width="100%" height="700"></iframe>
    <script defer src="${origin}/${frame.script}" integrity="${frame.integrity}" crossorigin="anonymous"></script>`;
  await at({ body, also: `; frame-src ${origin}` }, async ({ page, requests, violations, errors }, host) => {
    await page.locator("iframe").scrollIntoViewIfNeeded();
    const inside = page.frames().find((one) => one.url().includes("/kader.html"));
    await untilReady(inside, errors);
    const [two, framed] = [await heading(page, "two"), await inside.locator("h1").innerText()];
    await goOn(page, "one");
    assert.notEqual(await heading(page, "one"), framed);
    assert.deepEqual([await heading(page, "two"), await inside.locator("h1").innerText()], [two, framed]);
    const fits = () => page.locator("iframe").evaluate((own) => own.clientHeight);
    await page.waitForFunction(() => document.querySelector("iframe").clientHeight !== 700);
    assert.equal(await fits(), await inside.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height)));
    const known = [...filesOfBox(), frame.script, frame.page].map((path) => site.address + path);
    const others = requests.filter((url) => !url.startsWith(host.address) && !known.includes(url.split("?")[0]));
    assert.deepEqual(others.filter((url) => !url.startsWith(`${origin}/assets-`)), []);
    assert.deepEqual([await violations(), errors], [[], []]);
  }, { ready: 2 });
});
