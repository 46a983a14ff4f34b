// The page in a frame on the site of a host: it tells the page around it how high it is.
// The messages are described in docs/embed-iframe.md. Opened by itself it is a page as any other.

/** The same in the script of the host: what is higher scrolls inside the frame. */
const HIGHEST = 20_000;

const page = document.documentElement;
const chosen = new URLSearchParams(location.search);

// Read by start.js, which comes after this.
const lang = chosen.get("lang") ?? "nl";
page.lang = lang === "en" ? "en" : "nl";
if (page.lang !== lang) console.warn("Steunwijzer does not understand lang in its address");
if (parent !== window) {
  page.classList.add("framed");
  answerHost();
}
wear(chosen.get("theme") ?? "light");

/** Light or dark as the host chose: a frame in a light page is light, whatever the device asks. */
function wear(theme) {
  if (theme === "auto") return;
  const own = theme === "dark" ? "dark" : "light";
  if (own !== theme) console.warn("Steunwijzer does not understand theme in its address");
  page.style.colorScheme = own;
  for (const { media } of [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])) {
    const asked = media?.mediaText.match(/prefers-color-scheme: (light|dark)/)?.[1];
    if (asked) media.mediaText = asked === own ? "screen" : "not all";
  }
}

/** Answers the page around it, and nobody else, once that has said hello. */
function answerHost() {
  let origin = null;
  let told = 0;
  let shown = location.hash;
  let isPlanned = false;

  // Before anything is drawn there is no height: the frame would shrink and grow again.
  const isDrawn = () =>
    document.getElementById("steunwijzer").childElementCount > 0 || !document.getElementById("failure").hidden;

  function measure() {
    isPlanned = false;
    if (origin === null || !isDrawn()) return;
    const height = Math.ceil(page.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    page.classList.toggle("whole", height <= HIGHEST);
    parent.postMessage({ steunwijzer: "height", height: Math.min(height, HIGHEST) }, origin);
  }

  addEventListener("message", (event) => {
    if (event.source !== parent || event.data?.steunwijzer !== "hello") return;
    // A page without an origin, as one from a disk, cannot be named. What is told is no secret.
    origin = event.origin === "null" ? "*" : event.origin;
    told = 0;
    measure();
  });

  new ResizeObserver(() => {
    if (!isPlanned) isPlanned = Boolean(requestAnimationFrame(measure));
  }).observe(page);
  // Browsers draw no frame that is far away: what is read there is measured all the same.
  new MutationObserver(measure).observe(page, { attributeFilter: ["data-ready"] });

  // A page that comes takes the focus.
  addEventListener("focusin", () => {
    if (origin === null || location.hash === shown) return;
    shown = location.hash;
    parent.postMessage({ steunwijzer: "top" }, origin);
  });
}
