// Times of a first visit on a mid-range phone with a slow line, against the budgets.
// Started by `cargo xtask size`. Relations are firm; on a busy machine times are not.

import { arrive, openSite } from "./page.mjs";

const ROUNDS = 5;
/** Slow 4G: 1.6 Mbit/s down, 150 ms there and back; a processor four times as slow. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SLOWER = 4;

const BUDGETS = [
  ["largest paint", "paint", 800],
  ["interactive", "interactive", 2_000],
];

async function visit() {
  const visitor = await arrive({
    viewport: { width: 412, height: 823 },
    isMobile: true,
    hasTouch: true,
    prepare: async (page) => {
      const tools = await page.context().newCDPSession(page);
      await tools.send("Network.enable");
      await tools.send("Network.emulateNetworkConditions", LINE);
      await tools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    },
  });
  const times = await visitor.page.evaluate(() => new Promise((done) => {
    new PerformanceObserver((list) => done({
      paint: list.getEntries().at(-1).startTime,
      interactive: performance.getEntriesByName("interactive")[0].startTime,
    })).observe({ type: "largest-contentful-paint", buffered: true });
  }));
  await visitor.leave();
  return times;
}

/** From choosing a legal form to the painted page, with the slower processor; several in one visit. */
async function answers() {
  const visitor = await arrive({ viewport: { width: 412, height: 823 }, isMobile: true, hasTouch: true, path: "#vraag/org.legal_form" });
  const tools = await visitor.page.context().newCDPSession(visitor.page);
  await tools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const times = await visitor.page.evaluate(async () => {
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const times = [];
    for (const option of [...document.querySelectorAll("main input[type=radio]")].slice(0, 9)) {
      const begin = performance.now();
      option.click();
      await painted();
      times.push(performance.now() - begin);
    }
    return times;
  });
  await visitor.leave();
  return times;
}

function median(numbers) {
  return numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

const close = await openSite();
const visits = [];
for (let round = 0; round < ROUNDS; round += 1) visits.push(await visit());
const answered = await answers();
await close();

console.log(`first visit, slow 4G and a processor ${SLOWER} times as slow, median of ${ROUNDS}`);
for (const [title, key, budget] of BUDGETS) judge(title, median(visits.map((times) => times[key])), budget);
judge("from an answer to the painted page", median(answered), 50);

function judge(title, milliseconds, budget) {
  const time = Math.round(milliseconds);
  const met = time <= budget;
  if (!met) process.exitCode = 1;
  console.log(`${title}: ${time} ms of ${budget} ms: ${met ? "met" : "NOT met"}`);
}
