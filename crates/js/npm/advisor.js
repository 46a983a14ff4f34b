// Around the wasm module: plain objects in and out, and no exception for any input.
import { bad, problem, written } from "./input.js";

const LANGS = ["nl", "en"];
const FILES = ["advice.wasm", "plan.wasm", ...LANGS.flatMap((lang) => [`words.${lang}.bin`, `schemes.${lang}.bin`])];

/** Each module once in a realm: its glue holds one instance. */
const modules = {
  advice: { glue: () => import("./glue/advice.js"), started: null, stopped: false },
  plan: { glue: () => import("./glue/plan.js"), started: null, stopped: false },
};

/** `load` for a platform: `read` gives the bytes of a file of the package. */
export function loader(read) {
  return async function load(options) {
    const given = taken(options);
    if (!given.ok) return given;
    const { langs, texts, plan, files } = given.value;
    const bytes = async (name) => {
      try {
        return files[name] ?? (await read(name));
      } catch (error) {
        throw problem("unreachable", `files.${name}`, said(error), "serve the folder `files` of the package, or give its bytes in `files`");
      }
    };
    try {
      const module = modules[plan ? "plan" : "advice"];
      const name = plan ? "plan.wasm" : "advice.wasm";
      // Everything is asked for at once; what is said about it comes in this order.
      const asked = langs.flatMap((lang) => {
        const names = texts === "all" ? [`words.${lang}.bin`, `schemes.${lang}.bin`] : [`words.${lang}.bin`];
        return names.map((file) => ({ lang, file, bytes: bytes(file) }));
      });
      asked.forEach((one) => one.bytes.catch(() => {}));
      module.started ??= start(module, bytes(name), name);
      const { Advisor } = await module.started;
      const core = new Advisor();
      for (const one of asked) {
        const outcome = JSON.parse(core.texts(one.lang, await one.bytes));
        if (!outcome.ok) return bad([{ ...outcome.error, path: `files.${one.file}` }]);
      }
      return { ok: true, value: advisor(core, module, langs[0]) };
    } catch (error) {
      return bad([typeof error?.repair === "string" ? error : problem("stopped", "", said(error), "take every file from one version of the package")]);
    }
  };
}

async function start(module, bytes, name) {
  try {
    const [glue, module_or_path] = await Promise.all([module.glue(), bytes]);
    await glue.default({ module_or_path }).catch((error) => {
      throw problem("unreachable", `files.${name}`, said(error), "the bytes of the file with this name in the package");
    });
    return glue;
  } catch (error) {
    // The next one who asks tries again.
    module.started = null;
    throw error;
  }
}

/** The options of `load`, checked. */
function taken(options) {
  const wrong = (path, message, repair) => bad([problem("options", path, message, repair)]);
  try {
    const { langs = ["nl"], texts = "all", plan = false, files = {}, ...others } = options ?? {};
    const unknown = Object.keys(others)[0];
    if (unknown !== undefined) return wrong(`options.${unknown}`, "there is no such option", "`langs`, `texts`, `plan` or `files`");
    const isList = Array.isArray(langs) && langs.length > 0 && langs.length <= LANGS.length;
    if (!isList || !langs.every((lang) => LANGS.includes(lang)) || new Set(langs).size < langs.length) {
      return wrong("options.langs", "these are no languages", '["nl"], ["en"] or both, the one that is spoken unasked first');
    }
    if (texts !== "all" && texts !== "questions") return wrong("options.texts", "this is not possible here", '"all" or "questions"');
    if (typeof plan !== "boolean") return wrong("options.plan", "this is not possible here", "true or false");
    if (typeof files !== "object" || files === null) return wrong("options.files", "this is not possible here", "an object with bytes by file name");
    const own = {};
    for (const [name, bytes] of Object.entries(files)) {
      if (!FILES.includes(name)) return wrong(`options.files.${name}`, "there is no such file", `one of ${FILES.join(", ")}`);
      // One of another realm is as good.
      if (Object.prototype.toString.call(bytes) !== "[object Uint8Array]") return wrong(`options.files.${name}`, "these are no bytes", "a Uint8Array");
      own[name] = bytes;
    }
    return { ok: true, value: { langs: [...langs], texts, plan, files: own } };
  } catch (error) {
    return wrong("options", `they cannot be read: ${said(error)}`, "a plain object");
  }
}

/** The functions over one loaded rulebook. */
function advisor(core, module, lang) {
  const call = (name, options, ...before) => {
    if (module.stopped) return stopped("it stopped at an earlier call");
    const given = withDefaults(options, lang);
    if (!given.ok) return given;
    try {
      return JSON.parse(core[name](...before, given.value));
    } catch (error) {
      // A fault of ours. What the module holds is not to be trusted after it.
      module.stopped = true;
      return stopped(said(error));
    }
  };
  const judged = (name, answers, options, ...before) => {
    const text = written(answers, "answers");
    return text.ok ? call(name, options, ...before, text.value) : text;
  };
  return Object.freeze({
    advise: (answers, options) => judged("advise", answers, options),
    explain: (scheme, answers, options) =>
      typeof scheme === "string"
        ? judged("explain", answers, options, scheme.slice(0, 200))
        : bad([problem("scheme", "scheme", "this is no text", "an id that `rulebook()` gives")]),
    ask: (answers, options) => judged("ask", answers, options),
    plan: (answers, options) =>
      "plan" in core
        ? judged("plan", answers, options)
        : bad([problem("not-loaded", "", "the money plan was not loaded", "load({ plan: true })")]),
    questions: (options) => call("questions", options),
    rulebook: (options) => call("rulebook", options),
  });
}

function withDefaults(options, lang) {
  const text = written(options ?? {}, "options");
  if (!text.ok || !text.value.startsWith("{")) {
    return text.ok ? bad([problem("options", "options", "these are no options", "a plain object")]) : text;
  }
  return { ok: true, value: JSON.stringify({ asOn: today(), lang, ...JSON.parse(text.value) }) };
}

/** Today in the Netherlands, whatever the zone of the machine. */
function today() {
  const parts = new Intl.DateTimeFormat("en", { timeZone: "Europe/Amsterdam", year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts();
  const part = (type) => parts.find((one) => one.type === type).value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

function stopped(why) {
  return bad([problem("stopped", "", `the module stopped: ${why}`, "start the page or the worker anew, and report these answers to us")]);
}

function said(error) {
  try {
    return String(error?.message ?? error);
  } catch {
    return "of an unknown cause";
  }
}
