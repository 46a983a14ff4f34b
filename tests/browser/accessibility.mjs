// What every page must hold, in both colour schemes and at both widths.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { picture } from "./page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Colour schemes and widths in which every page is looked at. */
export const LOOKS = ["light", "dark"].flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })));

/** Waits for the colours that fade after a change of scheme: halfway, no contrast holds. */
export const settled = (page) => page.evaluate(async () => {
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
});

/** What axe finds, one line each. */
export async function findings(page) {
  // Over the developer tools: the page's own policy would refuse it.
  await page.evaluate(axe);
  const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), TAGS);
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      `${impact} ${id} at ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`));
}

/** Looks at the page as it stands in every look: axe, sideways scroll, a picture. */
export async function lookAt(page, name) {
  for (const { colorScheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await settled(page);
    await picture(page, `${name}-${colorScheme}-${width}`);
    const look = `${name}, ${colorScheme}, ${width} px`;
    assert.deepEqual(await findings(page), [], look);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${look}: ${overflow} px wider than the screen`);
  }
}
