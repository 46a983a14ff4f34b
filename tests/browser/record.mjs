// Fills fields by the id of their question, as they stand in the editor of a record or alone on a
// page: `hire.hours` of the first record is `hire-hours-0`, `org.fte` is `org-fte`.

import { drawn } from "./page.mjs";

/** Opens a page by its address, without loading anything again. */
export async function goTo(page, address) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await drawn(page);
}

/** The id of the field of a question; `row` for a record. */
const idOf = (question, row) => question.replace(".", "-") + (row === undefined ? "" : `-${row}`);

/**
 * Answers a question by its id. `true`/`false` for yes and no, text for a field or the words of an
 * option, `[day, month, year]` for a date, `null` for *weet ik niet*, `{ place: "Tilburg" }`.
 */
export async function fill(page, question, value, row) {
  const id = idOf(question, row);
  const field = page.locator(`[id="${id}"]`);
  if (value === null) {
    await page.locator(".field", { has: field }).getByLabel("Weet ik niet").first().check();
  } else if (typeof value === "boolean") {
    const group = page.locator(`input[name="${id}"]`);
    await group.nth(value ? 0 : 1).check();
  } else if (Array.isArray(value)) {
    await field.fill(value[0]);
    await page.locator(`[id="${id}-1"]`).fill(value[1]);
    await page.locator(`[id="${id}-2"]`).fill(value[2]);
    await page.locator(`[id="${id}-2"]`).blur();
  } else if (typeof value === "object") {
    await field.fill(value.place);
    await page.locator(`[id="${id}-list"] [role=option]`).first().waitFor();
    await field.press("ArrowDown");
    await field.press("Enter");
  } else if (await field.evaluate((element) => element.tagName === "SELECT")) {
    await field.selectOption({ label: value });
  } else if (await field.evaluate((element) => element.type === "radio")) {
    await page.locator(`.field`, { has: field }).getByText(value, { exact: true }).click();
  } else {
    await field.fill(value);
    await field.blur();
  }
  await drawn(page);
}

/** Presses the button *Volgende vraag* or *Verder naar …*. */
export async function forward(page) {
  await page.locator("button.forward").click();
  await drawn(page);
}
