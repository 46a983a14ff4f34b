// <steun-wijzer>: the advisor as a box in somebody else's page (docs/embed.md). What stands in double
// braces is filled in when the site is packed, with the glue of the module and `suit` of
// themes/colours.js above it. So one script, which a page can pin, pins every file behind it.

const HOME = new URL("./", import.meta.url);
/** Where each file stands, and the hash that it must have. */
const FILES = {{files}};
const TEXTS = {{texts}};
const STYLES = {{styles}};

/** Attributes that the module reads itself. */
const ASKED = ["mode", "municipality", "kinds", "as-on", "share-answers", "heading-level"];
const LANGS = ["nl", "en"];
const THEMES = ["light", "dark", "auto"];
/** How far outside the screen the box begins to load. */
const NEAR = "100% 0px";
/** A box that is not back after this time is gone. */
const MOVING = 0;

const other = (lang) => (lang === "nl" ? "en" : "nl");

async function fetched(name) {
  const { path, integrity } = FILES[name];
  const response = await fetch(new URL(path, HOME), { integrity, mode: "cors", credentials: "omit" });
  if (!response.ok) throw new Error(`${name}: status ${response.status}`);
  return response;
}

/** What was fetched, for every box of the page; what failed is asked again by the next box. */
const copies = new Map();
function once(name, get) {
  if (!copies.has(name)) copies.set(name, get().catch((reason) => (copies.delete(name), Promise.reject(reason))));
  return copies.get(name);
}

const moduleReady = () => once("module", async () => __wbg_init({ module_or_path: await fetched("app_bg.wasm") }));
const bytesOf = (name) => once(name, async () => new Uint8Array(await (await fetched(name)).arrayBuffer()));

/** Asks again for what got lost: somebody is answering. A wrong hash is never right later. */
async function surelyBytesOf(name) {
  for (const pause of [500, 2_000]) {
    try {
      return await bytesOf(name);
    } catch {
      await new Promise((done) => setTimeout(done, pause));
    }
  }
  return bytesOf(name);
}

/** One sheet for every box. It makes `rem` the letter size of the visitor, whatever the page does to `html`. */
let sheets;
function dress(shadow, mount) {
  const isFirst = !sheets;
  sheets ??= [new CSSStyleSheet(), new CSSStyleSheet()];
  if (isFirst) sheets[0].replaceSync(STYLES);
  shadow.adoptedStyleSheets = sheets;
  if (isFirst) sheets[1].replaceSync(`@media screen { #steunwijzer { --sw-rem: ${getComputedStyle(mount).fontSize}; } }`);
}

/**
 * Advisors of boxes that were taken away, each with its root, for the next box: the framework never gives
 * back all that a new one takes. A resting advisor has nothing of the visitor.
 */
const resting = [];

function made(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

class SteunWijzer extends HTMLElement {
  static observedAttributes = ["lang", "theme", ...ASKED];

  /** The boxes in the page. */
  static #shown = new Set();

  static {
    // A module that stopped halfway cannot be trusted with the next click, in no box.
    addEventListener("error", ({ error }) => {
      const isOurs = error instanceof WebAssembly.RuntimeError && error.stack?.includes(import.meta.url);
      if (isOurs) for (const box of SteunWijzer.#shown) box.#fail(error);
    });
  }

  /** The node that has all tokens, in the shadow tree. */
  #mount = made("div");
  #advisor = null;
  #root = null;
  /** Whether every word was taken. */
  #isWhole = false;
  #isBroken = false;
  /** What the visitor told, kept for when a box that was taken away comes back. */
  #kept = null;
  #answers = null;
  #height = 0;
  /** Counts starts and ends: what was fetched for an earlier one is dropped. */
  #life = 0;
  #stops = [];

  constructor() {
    super();
    // Set before the script was there: the property of the class would be hidden behind it.
    if (Object.hasOwn(this, "answers")) {
      const before = this.answers;
      delete this.answers;
      this.answers = before;
    }
    this.#mount.id = "steunwijzer";
    this.attachShadow({ mode: "open" }).append(this.#mount);
  }

  connectedCallback() {
    if (this.#stops.length > 0) return; // moved
    SteunWijzer.#shown.add(this);
    // Not earlier: what is outside a document has no styles to measure.
    dress(this.shadowRoot, this.#mount);
    this.#paint();
    this.#listen();
    this.#wait();
  }

  disconnectedCallback() {
    // Moving a node takes it away and puts it back at once.
    setTimeout(() => {
      if (!this.isConnected) this.#end();
    }, MOVING);
  }

  attributeChangedCallback(name, before, value) {
    if (before === value || !this.isConnected) return;
    if (name === "theme") return this.#paint();
    // A box that is still to begin reads its attributes then.
    if (!this.#advisor) return;
    if (name === "lang") return this.#advisor.speak(this.#lang());
    const wanted = value ?? (name === "heading-level" ? this.#level() : undefined);
    if (!this.#advisor.change(name, wanted)) this.#warn(name);
  }

  /** Answers that the page fills in, in the form of docs/answers.md: an object, or its JSON. */
  get answers() {
    return this.#answers;
  }

  set answers(answers) {
    this.#answers = answers ?? null;
    this.#fill(this.#answers);
  }

  #fill(answers) {
    if (!this.#advisor || answers === null) return;
    let text;
    try {
      text = typeof answers === "string" ? answers : JSON.stringify(answers);
    } catch (reason) {
      return this.#refuse([String(reason)]);
    }
    const mistakes = typeof text === "string" ? this.#advisor.fill(text) : ["this is no JSON"];
    if (mistakes.length > 0) this.#refuse(mistakes);
  }

  #refuse(mistakes) {
    console.warn(`<steun-wijzer>: answers are not filled in\n${mistakes.join("\n")}`);
    this.#say("error", { reason: "answers", mistakes });
  }

  #warn(name) {
    console.warn(`<steun-wijzer>: the attribute ${name} is not understood: "${this.getAttribute(name)}"`);
  }

  #say(kind, detail) {
    this.dispatchEvent(new CustomEvent(`steunwijzer-${kind}`, { detail, bubbles: true, composed: true }));
  }

  #lang() {
    const own = this.getAttribute("lang");
    if (own !== null && !LANGS.includes(own)) this.#warn("lang");
    const said = own ?? this.parentElement?.closest("[lang]")?.lang ?? "";
    return LANGS.find((lang) => said.toLowerCase().split("-")[0] === lang) ?? "nl";
  }

  /** One level below the last heading of the page above the box. */
  #level() {
    const above = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(
      (heading) => heading.compareDocumentPosition(this) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const last = Number(above.at(-1)?.tagName.at(1) ?? 1);
    return String(Math.min(last + 1, 6));
  }

  /** Light or dark, and which colours of the page can be read. */
  #paint() {
    const theme = this.getAttribute("theme") ?? "light";
    if (!THEMES.includes(theme)) this.#warn("theme");
    const dark = theme === "dark" || (theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
    this.#mount.toggleAttribute("data-dark", dark);
    suit(this.#mount);
  }

  #listen() {
    const life = ++this.#life;
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const painted = () => this.#paint();
    scheme.addEventListener("change", painted);
    let waits = false;
    const sizes = new ResizeObserver(() => {
      if (waits) return;
      waits = true;
      requestAnimationFrame(() => {
        waits = false;
        const height = Math.ceil(this.getBoundingClientRect().height);
        if (life !== this.#life || height === this.#height) return;
        this.#height = height;
        this.#say("height", { height });
      });
    });
    sizes.observe(this.#mount);
    this.#stops.push(() => scheme.removeEventListener("change", painted), () => sizes.disconnect());
  }

  /** Shows who will come, and starts when the visitor is near or goes there by keyboard. */
  #wait() {
    const texts = TEXTS[this.#lang()];
    const waiting = made("section", "sw box", made("p", "box-name", "Steunwijzer"), this.#line("", texts.loading, texts));
    this.#mount.replaceChildren(waiting);
    this.#mount.lang = this.#lang();
    let begun = false;
    const begin = () => {
      if (begun) return;
      begun = true;
      seen.disconnect();
      this.#mount.removeEventListener("focusin", begin);
      const life = this.#life;
      this.#start().catch((reason) => life === this.#life && this.#fail(reason));
    };
    const seen = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && begin(), {
      rootMargin: NEAR,
    });
    seen.observe(this);
    this.#mount.addEventListener("focusin", begin);
    this.#stops.push(() => {
      begun = true;
      seen.disconnect();
      this.#mount.removeEventListener("focusin", begin);
    });
  }

  /** A line with the way to the full page, in a waiting or broken box. */
  #line(className, words, texts) {
    const full = made("a", "", texts.full);
    Object.assign(full, { href: HOME.href, target: "_blank", rel: "noreferrer noopener" });
    return made("p", className, `${words} `, full);
  }

  async #start() {
    const life = this.#life;
    const isOver = () => life !== this.#life;
    const lang = this.#lang();
    const [words] = await Promise.all([bytesOf(`words.${lang}.bin`), moduleReady()]);
    if (isOver()) return;
    const attributes = ASKED.filter((name) => this.hasAttribute(name)).flatMap((name) => [name, this.getAttribute(name)]);
    attributes.unshift("heading-level", this.#level());
    // Outside the module: whoever listens may change this box.
    const tell = (kind, content) => queueMicrotask(() => !isOver() && this.#told(kind, content));
    const rested = resting.pop();
    this.#root = rested?.root ?? made("div");
    this.#mount.replaceChildren(this.#root);
    const advisor = rested?.advisor ?? Advisor.embed(this.#root, HOME.href);
    advisor.begin(lang, words, attributes, tell);
    [this.#advisor, this.#isWhole] = [advisor, rested?.isWhole ?? false];
    if (this.#kept === null) this.#fill(this.#answers);
    else advisor.restore(this.#kept);
    const next = other(lang);
    const rest = [["schemes", lang], ["municipal", lang], ["words", next], ["schemes", next], ["municipal", next]];
    for (const [part, of] of this.#isWhole ? [] : rest) {
      const bytes = await surelyBytesOf(`${part}.${of}.bin`);
      if (isOver()) return;
      advisor[part](of, bytes);
    }
    this.#isWhole = true;
    // The language may have changed on the way, to one that was not there yet.
    advisor.speak(this.#lang());
    this.#say("ready", {});
  }

  #told(kind, content) {
    if (kind === "refused") return this.#warn(content);
    if (kind === "kept") return void (this.#kept = content || null);
    this.#say(kind, JSON.parse(content));
  }

  #fail(reason) {
    if (this.#isBroken) return;
    console.error(reason);
    const texts = TEXTS[this.#lang()];
    const failure = this.#line("note error", texts.failed, texts);
    failure.setAttribute("role", "alert");
    // Who failed once is not used again.
    this.#isBroken = true;
    if (this.#advisor) this.#mount.prepend(failure);
    else this.#mount.replaceChildren(made("section", "sw box", failure));
    this.#say("error", { reason: "loading" });
  }

  #end() {
    SteunWijzer.#shown.delete(this);
    this.#life += 1;
    for (const stop of this.#stops.splice(0)) stop();
    if (this.#advisor && !this.#isBroken) {
      this.#advisor.rest();
      resting.push({ advisor: this.#advisor, root: this.#root, isWhole: this.#isWhole });
    }
    this.#advisor = this.#root = null;
    this.#isBroken = false;
    this.#height = 0;
    this.#mount.replaceChildren();
  }
}

if (!customElements.get("steun-wijzer")) customElements.define("steun-wijzer", SteunWijzer);
