// Starts the page. With the module and what the questions say the visitor can begin. Behind that
// come, one after the other: what is said of schemes and to civil servants, the other language, and the copy for offline
// use. After that the page asks for nothing any more and says so with `data-ready` on the html element.

const page = document.documentElement;
const lang = page.lang === "en" ? "en" : "nl";
const other = lang === "en" ? "nl" : "en";

const beside = (name) => new URL(name, import.meta.url);

async function bytesOf(name) {
  const response = await fetch(beside(name));
  if (!response.ok) throw new Error(`${name}: status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function show() {
  const [module, words] = await Promise.all([
    // Not an import statement: when that fails, nobody is left to tell it.
    import("./app.js").then(async (module) => {
      await module.default({ module_or_path: beside("app_bg.wasm") });
      return module;
    }),
    bytesOf(`words.${lang}.bin`),
  ]);
  const root = document.getElementById("steunwijzer");
  const advisor = "box" in page.dataset ? boxed(module, root, words) : module.Advisor.start(root, lang, words);
  performance.mark("interactive");
  return advisor;
}

/** The page for a frame (kader.html): what its host chose stands in its address. */
function boxed(module, root, words) {
  // The first two are read by kader.js; a frame tells no answers.
  const elsewhere = ["lang", "theme", "share-answers"];
  const chosen = [...new URLSearchParams(location.search)].filter(([name]) => !elsewhere.includes(name));
  const home = new URL("./", document.baseURI).href;
  const advisor = module.Advisor.embed(root, home);
  advisor.begin(lang, words, ["heading-level", "1", ...chosen.flat()], (what, name) => {
    if (what === "refused") console.warn(`Steunwijzer does not understand ${name} in its address`);
  });
  return advisor;
}

/** Asks again for what got lost: somebody is answering, and a new page would begin without answers. */
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

/** One after the other: what the visitor needs first has the line to itself. */
async function complete(advisor) {
  advisor.schemes(lang, await surelyBytesOf(`schemes.${lang}.bin`));
  advisor.municipal(lang, await surelyBytesOf(`municipal.${lang}.bin`));
  advisor.words(other, await surelyBytesOf(`words.${other}.bin`));
  advisor.schemes(other, await surelyBytesOf(`schemes.${other}.bin`));
  advisor.municipal(other, await surelyBytesOf(`municipal.${other}.bin`));
}

/**
 * Waits until the service worker has its copy of every file, or cannot get one.
 *
 * Some seconds after each later visit the browser looks by itself for a newer worker.
 * We look first: what we get stays fresh for minutes, and with `updateViaCache` the
 * browser's own look ends there. So nothing is asked after the page is ready.
 */
async function keepCopy() {
  // On the site of a host nothing is stored that the visitor did not ask for.
  if (!("serviceWorker" in navigator) || "box" in page.dataset) return;
  const address = new URL("sw.js", document.baseURI);
  const registration = await navigator.serviceWorker.register(address, { updateViaCache: "all" });
  if (registration.active) await registration.update();
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  await new Promise((done) => {
    const look = () => {
      if (worker.state !== "installing") done();
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

function fail(reason) {
  console.error(reason);
  document.getElementById("failure").hidden = false;
}

// A module that stopped halfway cannot be trusted with the next click.
addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) fail(error);
});

try {
  await complete(await show());
  // Without a copy the page works, only not offline: private windows often refuse one.
  await keepCopy().catch((reason) => console.warn("no copy for offline use:", reason));
  page.dataset.ready = "";
} catch (reason) {
  fail(reason);
}
