
// The page from a server: its files stand beside this one, and a service worker keeps a copy of
// them, so that the page works offline.

const beside = (name) => new URL(name, import.meta.url);

/** Longer than a worker needs to take over. */
const TOO_LONG = 5_000;

async function module() {
  // Not an import statement: when that fails, nobody is left to tell it.
  const glue = await import("./app.js");
  await glue.default({ module_or_path: beside("app_bg.wasm") });
  return glue;
}

async function bytesOf(name) {
  const response = await fetch(beside(name));
  if (!response.ok) throw new Error(`${name}: status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Waits until a service worker is at least so far. */
async function reached(worker, states) {
  await new Promise((done) => {
    const look = () => {
      if (states.includes(worker.state)) done();
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

const INSTALLED = ["installed", "activating", "activated", "redundant"];

/**
 * Waits until the service worker has its copy of every file, or cannot get one.
 *
 * Some seconds after each later visit the browser looks by itself for a newer worker.
 * We look first: what we get stays fresh for minutes, and with `updateViaCache` the
 * browser's own look ends there. So nothing is asked after the page is ready.
 */
async function keepCopy(advisor) {
  // On the site of a host nothing is stored that the visitor did not ask for.
  if (!("serviceWorker" in navigator) || "box" in page.dataset) return;
  const address = new URL("sw.js", document.baseURI);
  const registration = await navigator.serviceWorker.register(address, { updateViaCache: "all" });
  if (registration.active) await registration.update();
  tellOfNewer(registration, advisor);
  await reached(registration.installing ?? registration.waiting ?? registration.active, INSTALLED);
}

/** Tells the visitor of a newer edition when all of it is here: now, or when another window gets it. */
function tellOfNewer(registration, advisor) {
  const look = async () => {
    const worker = registration.installing ?? registration.waiting;
    if (!worker || !registration.active) return;
    await reached(worker, INSTALLED);
    if (worker.state !== "redundant") advisor.newer(() => goTo(registration));
  };
  registration.addEventListener("updatefound", look);
  look();
}

/** Goes to the newer edition. The module has given the browser what must go along. */
async function goTo(registration) {
  const worker = registration.waiting;
  if (worker) {
    worker.postMessage("take over");
    const late = pause(TOO_LONG).then(() => Promise.reject(new Error("the newer edition does not come")));
    await Promise.race([reached(worker, ["activated"]), late]);
  }
  location.reload();
}

// Without a copy the page works, only not offline: private windows often refuse one.
begin({ module, bytesOf }, (advisor) =>
  keepCopy(advisor).catch((reason) => console.warn("no copy for offline use:", reason)));
