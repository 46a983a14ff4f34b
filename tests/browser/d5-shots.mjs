import { openSite, arrive, drawn, press, site } from "./page.mjs";
import { lunchroom, addRecord } from "./lunchroom.mjs";
import { fill, goTo } from "./record.mjs";
const close = await openSite();
const shot = async (page, name, full = true) => page.screenshot({ path: `/tmp/d5/${name}.png`, fullPage: full });
const all = process.argv[2] ?? "";
async function at(width, scheme, lang, name, make) {
  const v = await lunchroom({ viewport: { width: 1280, height: 900 }, colorScheme: scheme });
  v.page.setDefaultTimeout(8000);
  try {
    if (lang === "en") { await v.page.locator("header button[lang=en]").click(); await drawn(v.page); }
    await v.page.setViewportSize({ width, height: 900 }); await drawn(v.page);
    await make(v.page);
    await shot(v.page, `${name}-${width}-${scheme}-${lang}`);
  } catch (e) { console.log(name, width, String(e).slice(0, 300)); }
  const over = await v.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) console.log(name, width, "overflow", over);
  if (v.errors.length) console.log(name, v.errors);
  await v.leave();
}
const pages = {
  started: async (p) => { await goTo(p, "#lijst/needs"); await addRecord(p); await fill(p, "need.amount", "40000", 0); await fill(p, "need.started", true, 0); await goTo(p, "#vraag/org.difficulty"); await fill(p, "org.difficulty", "Meer dan de helft van het kapitaal is weg door verliezen"); await goTo(p, "#advies"); },
  origin: async (p) => { await goTo(p, "#advies"); await p.locator("section.why a.outlined").first().click(); await drawn(p); },
  advice: async (p) => { await goTo(p, "#advies"); await p.locator(".compare-toggle").first().click(); await p.locator(".compare-toggle").nth(1).click(); await p.locator(".more-filters summary").click(); await drawn(p); },
  compare: async (p) => { await goTo(p, "#advies"); for (const i of [0, 1, 2]) await p.locator(".compare-toggle").nth(i).click(); await drawn(p); await p.locator(".compare-bar a").click(); await drawn(p); },
  scheme: async (p) => { await goTo(p, "#regeling/lks-participatiewet"); await p.locator(".terms summary").first().click(); await drawn(p); },
  question: async (p) => { await goTo(p, "#vraag/org.anbi"); await p.locator(".terms summary").first().click(); await drawn(p); },
  records: async (p) => { await goTo(p, "#lijst/hires/1"); await p.locator(".terms summary").first().click(); await drawn(p); },
};
for (const [name, make] of Object.entries(pages)) {
  if (all && !all.split(",").includes(name)) continue;
  for (const [w, s, l] of [[1280, "light", "nl"], [390, "light", "en"], [320, "light", "nl"]]) await at(w, s, l, name, make);
}
await close();
