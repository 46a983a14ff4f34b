// The page for who puts Steunwijzer on another site: what it writes is pasted into a page of somebody
// else, under the policy that it names, and works there.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { findings, lookAt } from "./accessibility.mjs";
import { arrive, drawn, site, untilReady, useSite } from "./page.mjs";
import { built, framesOf, openPasted, origin } from "./pasted.mjs";
import { goTo } from "./record.mjs";

useSite();

const hosts = [];
after(() => Promise.all(hosts.map((host) => host.close())));

const open = (options = {}) => arrive({ path: "#inbouwen", ...options });
const code = (page) => page.locator("#inbouw-code").innerText();
const box = (page) => page.locator(".preview .box");

async function choose(page, { way, municipality, mode, kinds = [], theme, speech, day, share } = {}) {
  if (way) await page.getByRole("radio", { name: way }).check();
  if (speech) await page.locator(".choices").getByRole("button", { name: speech }).click();
  if (municipality) await page.locator("#inbouw-gemeente").selectOption({ label: municipality });
  if (mode) await page.locator("#inbouw-wat").selectOption({ label: mode });
  for (const kind of kinds) await page.locator(".choices").getByRole("button", { name: kind }).click();
  if (theme) await page.locator(".choices").getByRole("button", { name: theme, exact: true }).click();
  if (day) await page.locator("#inbouw-dag").fill(day);
  if (share) await page.locator(".choices .tick input").check();
  await drawn(page);
}

test("the code names the files of this build with their hashes", async () => {
  const { page, errors, violations, leave } = await open();
  const { script, integrity, frame } = built();
  const element = await code(page);
  assert.ok(element.includes(`src="${site.address}${script}"`), element);
  assert.ok(element.includes(`integrity="${integrity}"`), element);
  await choose(page, { way: /iframe/ });
  const framed = await code(page);
  assert.ok(framed.includes(`src="${site.address}${frame.page}?lang=nl"`), framed);
  assert.ok(framed.includes(`src="${site.address}${frame.script}"`), framed);
  assert.ok(framed.includes(`integrity="${frame.integrity}"`), framed);
  assert.deepEqual([errors, await violations()], [[], []]);
  await leave();
});

test("every choice changes the code, and the preview with it, without a request", async () => {
  const { page, requests, errors, violations, leave } = await open();
  const seen = requests.length;
  await choose(page, {
    speech: "English", municipality: "Tilburg", kinds: ["Leningen", "Loonkosten"], theme: "Donker", day: "2026-12-28", share: true,
  });
  assert.match(await code(page),
    /<steun-wijzer lang="en" municipality="GM0855" kinds="loans,wage_costs" theme="dark" as-on="2026-12-28" share-answers>/);
  const said = await box(page).innerText();
  for (const words of [/Tilburg/, /loan/i, /Yes, I share/]) assert.match(said, words);
  assert.equal(await box(page).evaluate((element) => getComputedStyle(element).backgroundColor), "rgb(23, 16, 26)");
  await choose(page, { way: /iframe/ });
  assert.match(await code(page), /kader\.html\?lang=en&amp;municipality=GM0855&amp;kinds=loans,wage_costs&amp;theme=dark&amp;as-on=2026-12-28"/);
  assert.doesNotMatch(await code(page), /share/, "a frame tells no answers");
  await choose(page, { mode: "Het loket, voor uw medewerkers" });
  assert.match(await code(page), /&amp;mode=desk&amp;/);
  assert.deepEqual(requests.slice(seen), []);
  assert.deepEqual([errors, await violations()], [[], []]);
  await leave();
});

test("in the preview one answers as visitors will, and the answers of the page stay as they are", async () => {
  const { page, errors, leave } = await open();
  await box(page).locator(".option").first().click();
  await box(page).locator("button.forward").click();
  await drawn(page);
  assert.match(await box(page).locator(".box-number").innerText(), /2/);
  assert.ok(page.url().endsWith("#inbouwen"), "the address does not move");
  await box(page).getByRole("button", { name: "Vorige" }).click();
  await drawn(page);
  assert.match(await box(page).locator(".box-number").innerText(), /1/);
  await goTo(page, "#vraag/org.legal_form");
  assert.equal(await page.locator("main input:checked").count(), 0);
  await goTo(page, "#inbouwen");
  assert.deepEqual(errors, []);
  await leave();
});

test("the copy button copies the code as it stands, and says so", async () => {
  const { page, profile, leave } = await open();
  await profile.grantPermissions(["clipboard-read", "clipboard-write"], { origin: origin() });
  await page.getByRole("button", { name: "Kopieer: De code" }).click();
  await drawn(page);
  assert.match(await page.locator(".outcome [role=status]").first().innerText(), /Gekopieerd/);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied.trim(), (await code(page)).trim());
  await leave();
});

/** What a webmaster does: the code in a page, and the policy of the other origin in its header. */
async function paste(page) {
  const sources = await page.locator(".explained section", { hasText: "Content-Security-Policy" }).locator("pre").last().innerText();
  const policy = ["default-src 'none'", ...sources.split("\n").map((line) => line.replace(/;$/, "")), "style-src 'self'"];
  const host = await openPasted({ body: await code(page), policy: [...new Set(policy)].join("; ") });
  hosts.push(host);
  const visitor = await arrive({ address: host.address, ready: false });
  return visitor;
}

test("the code of the element works in a fresh page under the policy that the page names", async () => {
  const own = await open();
  await choose(own.page, { municipality: "Tilburg" });
  const { page, errors, violations, requests, leave } = await paste(own.page);
  const element = page.locator("steun-wijzer");
  await element.scrollIntoViewIfNeeded();
  await element.locator(".box h1").waitFor();
  assert.match(await element.locator(".box").innerText(), /Tilburg/);
  await element.locator(".option").first().click();
  assert.deepEqual([errors.filter((error) => !error.includes("favicon") && !error.includes("404")), await violations()], [[], []]);
  const elsewhere = requests.filter((url) => !url.startsWith(site.address) && !url.startsWith(page.url()));
  assert.deepEqual(elsewhere, []);
  await leave();
  await own.leave();
});

test("the code of the frame works in a fresh page under the policy that the page names", async () => {
  const own = await open();
  await choose(own.page, { way: /iframe/, municipality: "Tilburg", mode: "Het loket, voor uw medewerkers" });
  const { page, errors, violations, leave } = await paste(own.page);
  const [inside] = await framesOf(page);
  await untilReady(inside, errors);
  assert.match(inside.url(), /#loket$/);
  await page.waitForFunction(() => document.querySelector("iframe").clientHeight > 900);
  const [outer, inner] = [
    await page.locator("iframe").evaluate((frame) => frame.clientHeight),
    await inside.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height)),
  ];
  assert.equal(outer, inner);
  assert.deepEqual([errors.filter((error) => !error.includes("404")), await violations()], [[], []]);
  await leave();
  await own.leave();
});

test("the privacy text stands there in both languages, names this server, and says what holds for the way that was chosen", async () => {
  const { page, leave } = await open();
  const text = (lang) => page.locator(`#inbouw-privacy-${lang}`).innerText();
  assert.ok((await text("nl")).includes(origin()));
  assert.match(await text("en"), /stores nothing on your device/);
  await choose(page, { share: true });
  assert.match(await text("nl"), /Alleen als u instemt/);
  await choose(page, { way: /iframe/ });
  assert.doesNotMatch(await text("nl"), /Alleen als u instemt/);
  assert.match(await text("en"), /only if you ask/);
  await leave();
});

test("in both languages and widths: axe, no sideways scroll, a picture", async () => {
  for (const lang of ["nl", "en"]) {
    const { page, errors, leave } = await open();
    if (lang === "en") await page.locator("header button[lang=en]").click();
    await drawn(page);
    await lookAt(page, `inbouwen-${lang}`);
    await choose(page, { way: /iframe/ });
    assert.deepEqual(await findings(page), []);
    assert.equal(await page.locator("css:light=h1").count(), 1);
    assert.deepEqual(errors, []);
    await leave();
  }
});

test("a copy of the page without files for other sites says so instead of writing code", async () => {
  const { page, leave } = await open({
    serviceWorkers: "block",
    prepare: (page) => page.addInitScript(() => {
      new MutationObserver(() => document.querySelector("meta[name=steunwijzer-element]")?.remove())
        .observe(document, { childList: true, subtree: true });
    }),
  });
  assert.equal(await page.locator("#inbouw-code").count(), 0);
  assert.match(await page.locator(".outcome .note").innerText(), /Hier is geen code te maken/);
  await leave();
});
