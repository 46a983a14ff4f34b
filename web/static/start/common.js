// Starts the page, whichever way its files come: `served.js` or `single.js` stands behind this in
// the same file and says how. With the module and what the questions say the visitor can begin.
// Behind that come, one after the other: what is said of schemes and to civil servants, and the
// other language. After that the page asks for nothing any more and says so with `data-ready` on
// the html element.

const page = document.documentElement;
const firstLang = page.lang === "en" ? "en" : "nl";
const otherLang = firstLang === "en" ? "nl" : "en";

/**
 * @param files `module()` gives the started module, `bytesOf(name)` the bytes of a file
 * @param afterwards what must be done before the page is ready
 */
async function begin(files, afterwards = async () => {}) {
  try {
    const advisor = await show(files);
    await complete(advisor, files);
    await afterwards(advisor);
    page.dataset.ready = "";
  } catch (reason) {
    fail(reason);
  }
}

async function show({ module, bytesOf }) {
  const [{ Advisor }, words] = await Promise.all([module(), bytesOf(`words.${firstLang}.bin`)]);
  const root = document.getElementById("steunwijzer");
  const advisor = "box" in page.dataset ? boxed(Advisor, root, words) : Advisor.start(root, firstLang, words);
  performance.mark("interactive");
  return advisor;
}

/** The page for a frame (kader.html): what its host chose stands in its address. */
function boxed(Advisor, root, words) {
  // The first two are read by kader.js; a frame tells no answers.
  const elsewhere = ["lang", "theme", "share-answers"];
  const chosen = [...new URLSearchParams(location.search)].filter(([name]) => !elsewhere.includes(name));
  const home = new URL("./", document.baseURI).href;
  const advisor = Advisor.embed(root, home);
  advisor.begin(firstLang, words, ["heading-level", "1", ...chosen.flat()], (what, name) => {
    if (what === "refused") console.warn(`Steunwijzer does not understand ${name} in its address`);
  });
  return advisor;
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Asks again for what got lost: somebody is answering, and a new page would begin without answers. */
async function surely(bytesOf, name) {
  for (const wait of [500, 2_000]) {
    try {
      return await bytesOf(name);
    } catch {
      await pause(wait);
    }
  }
  return bytesOf(name);
}

/** One after the other: what the visitor needs first has the line to itself. */
async function complete(advisor, { bytesOf }) {
  advisor.schemes(firstLang, await surely(bytesOf, `schemes.${firstLang}.bin`));
  advisor.municipal(firstLang, await surely(bytesOf, `municipal.${firstLang}.bin`));
  advisor.words(otherLang, await surely(bytesOf, `words.${otherLang}.bin`));
  advisor.schemes(otherLang, await surely(bytesOf, `schemes.${otherLang}.bin`));
  advisor.municipal(otherLang, await surely(bytesOf, `municipal.${otherLang}.bin`));
}

function fail(reason) {
  console.error(reason);
  document.getElementById("failure").hidden = false;
}

// A module that stopped halfway cannot be trusted with the next click.
addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) fail(error);
});
