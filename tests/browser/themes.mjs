// A page that stands in the site of a municipality: its theme, and the script that looks whether it can be read.

import { readFileSync } from "node:fs";
import { arrive } from "./page.mjs";

const fileOf = (name) => readFileSync(new URL(`../../web/static/themes/${name}`, import.meta.url), "utf8");

/**
 * A visitor of the page with a theme around it, as docs/theming.md says to put it there.
 * `css` is the text of the theme instead of that of the file.
 */
export function arriveIn(theme, { css = fileOf(`${theme}.css`), prepare, open = arrive, ...options } = {}) {
  return open({
    // A worker would answer in our place.
    serviceWorkers: "block",
    ...options,
    prepare: async (page) => {
      await page.route("**/themes/*.css", (route) => route.fulfill({ contentType: "text/css", body: css }));
      await page.route("**/themes/colours.js", (route) =>
        route.fulfill({ contentType: "text/javascript", body: fileOf("colours.js") }));
      await page.route((url) => url.pathname === "/", async (route) => {
        const response = await route.fetch();
        const plain = await response.text();
        const themed = plain
          .replace("<html", `<html class="${theme}-theme"`)
          .replace("</head>", `<link rel="stylesheet" href="themes/${theme}.css">
            <script type="module" src="themes/colours.js"></script></head>`);
        const { "content-encoding": _packed, "content-length": _length, ...headers } = response.headers();
        await route.fulfill({ response, headers, body: themed });
      });
      await prepare?.(page);
    },
  });
}

/** The colour of a token as the browser paints it: red, green and blue, 0 to 255. */
export const painted = (page, tokens) => page.evaluate((tokens) => {
  const probe = document.body.appendChild(document.createElement("i"));
  const pen = document.createElement("canvas").getContext("2d");
  const colours = tokens.map((token) => {
    probe.style.color = `var(${token})`;
    pen.fillStyle = getComputedStyle(probe).color;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  });
  probe.remove();
  return colours;
}, tokens);

/** Contrast of two colours (WCAG 2.2, 1.4.3). */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
