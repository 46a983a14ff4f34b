// Beside the theme of a host: looks whether its colours can be read, and says in `data-own` on the
// html element which groups cannot. For those the page takes its own colours (styles/80-themes.css).
// It asks for nothing and stores nothing.

/** Lowest contrast of text, and of what has to be seen but not read (WCAG 1.4.3 and 1.4.11). */
const TEXT = 4.5;
const SHAPE = 3;

const OWN_TEXT = ["--own-ink-2", "--own-link", "--own-error", "--sw-past", "--sw-open", "--sw-niet"];
const OWN_GROUNDS = ["--own-surface", "--own-panel", "--own-brand-soft", "--own-sun-soft", "--own-error-soft"];
const OWN_SHAPES = ["--own-line-2", "--own-brand"];

/**
 * What is read on what: `[colours, grounds, lowest contrast]`. Every group is tried beside the groups
 * before it, and has to bear our own colours of the groups after it.
 */
const GROUPS = {
  ground: [
    [["--sw-ink", ...OWN_TEXT], ["--sw-page"], TEXT],
    [["--sw-ink"], OWN_GROUNDS, TEXT],
    [OWN_SHAPES, ["--sw-page"], SHAPE],
  ],
  field: [[["--sw-ink", ...OWN_TEXT], ["--sw-surface"], TEXT], [OWN_SHAPES, ["--sw-surface"], SHAPE]],
  quiet: [[["--sw-ink-2"], ["--sw-page", "--sw-surface"], TEXT]],
  border: [[["--sw-line-2"], ["--sw-page", "--sw-surface"], SHAPE]],
  button: [
    [["--sw-on-brand"], ["--sw-brand", "--sw-brand-hover"], TEXT],
    [["--sw-brand"], ["--sw-page", "--sw-surface"], SHAPE],
    [["--sw-ink", "--sw-ink-2", "--sw-brand", "--own-link"], ["--sw-brand-soft"], TEXT],
    [["--sw-ink", "--sw-ink-2", "--own-link"], ["--sw-panel"], TEXT],
  ],
  link: [[["--sw-link"], ["--sw-page", "--sw-surface", "--sw-panel", "--sw-brand-soft", "--own-sun-soft"], TEXT]],
  warning: [
    [["--sw-ink", "--sw-ink-2", "--sw-link"], ["--sw-sun-soft"], TEXT],
    [["--sw-sun-line"], ["--sw-sun-soft"], SHAPE],
  ],
  error: [
    [["--sw-error"], ["--sw-page", "--sw-surface", "--sw-error-soft"], TEXT],
    [["--sw-ink"], ["--sw-error-soft"], TEXT],
    [["--sw-on-error"], ["--sw-error"], TEXT],
  ],
  focus: [[["--sw-focus"], ["--sw-page", "--sw-surface"], SHAPE]],
};

/** Names the groups of colours that cannot be read. Once at the start, and when the scheme changes. */
export function suit(root) {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  // In a box beside the advisor, so that the page of the host stays as it is.
  const probe = (root === document.documentElement ? document.body : root).appendChild(document.createElement("i"));
  const light = (token) => luminance(pen, painted(probe, root, token));
  delete root.dataset.own;
  const own = [];
  for (const [group, tests] of Object.entries(GROUPS)) {
    const isRead = tests.every(([colours, grounds, lowest]) =>
      colours.every((colour) => grounds.every((ground) => contrast(light(colour), light(ground)) >= lowest)));
    if (!isRead) root.dataset.own = (own.push(group), own.join(" "));
  }
  probe.remove();
}

/** A colour as the browser would paint it; nothing for what is no colour. */
function painted(probe, root, token) {
  const value = getComputedStyle(root).getPropertyValue(token);
  if (!CSS.supports("color", value)) return null;
  probe.style.color = value;
  return getComputedStyle(probe).color;
}

/** Relative luminance (WCAG 2.2); `NaN` for no colour and for one that lets through what is below it. */
function luminance(pen, colour) {
  if (colour === null) return NaN;
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, opacity] = pen.getImageData(0, 0, 1, 1).data;
  if (opacity < 255) return NaN;
  const [r, g, b] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

// On a page of its own; the box in somebody else's page calls `suit` itself.
const page = document.documentElement;
suit(page);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => suit(page));
