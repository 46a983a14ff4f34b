// From what a program gives to JSON. Whatever it is, this ends soon and throws nothing.

/** As deep as the module reads. */
const DEEPEST = 32;
/** An answers file of a few kilobytes is large. */
const MOST_VALUES = 20_000;
const LONGEST = 500_000;

export const problem = (kind, path, message, repair) => ({ kind, path, message, repair });

export const bad = (errors) => ({ ok: false, error: errors[0], errors });

/** The JSON of a plain value; `kind` says what it is: `answers` or `options`. */
export function written(value, kind) {
  try {
    const writer = new Writer(kind);
    return { ok: true, value: writer.write(value, kind === "options" ? kind : "", 0) };
  } catch (error) {
    return bad([error instanceof Refused ? error.problem : problem(kind, "", "this cannot be read", "plain objects and lists")]);
  }
}

class Refused {
  constructor(kind, path, message, repair) {
    this.problem = problem(kind, path, message, repair);
  }
}

class Writer {
  constructor(kind) {
    this.kind = kind;
    this.values = 0;
    this.length = 0;
  }

  refuse(path, message, repair) {
    throw new Refused(this.kind, path, message, repair);
  }

  write(value, path, deep) {
    this.values += 1;
    if (deep > DEEPEST) this.refuse(path, "lists and objects lie too deep in each other", `at most ${DEEPEST} deep`);
    if (this.values > MOST_VALUES) this.refuse("", "this is too much", `at most ${MOST_VALUES} values`);
    switch (typeof value) {
      case "boolean":
        return String(value);
      case "string":
        return this.text(value, path);
      case "number":
        if (!Number.isFinite(value)) this.refuse(path, `\`${value}\` is no number`, "a whole number, a text for a decimal, or \"?\" for not known");
        if (Number.isInteger(value) && !Number.isSafeInteger(value)) this.refuse(path, `\`${value}\` is too large to be exact`, "the number as a text");
        return Object.is(value, -0) ? "0" : String(value);
      case "object":
        if (value === null) return "null";
        return Array.isArray(value) ? this.list(value, path, deep) : this.table(value, path, deep);
      default:
        return this.refuse(path, `a value of the type ${typeof value} is no answer`, "text, number, true, false, a list or an object");
    }
  }

  text(value, path) {
    this.length += value.length;
    if (this.length > LONGEST) this.refuse(path, "this is too long", `at most ${LONGEST} characters in all`);
    // A half of a pair is no character: no text of ours holds one.
    return JSON.stringify(value.toWellFormed?.() ?? value);
  }

  list(value, path, deep) {
    if (value.length > MOST_VALUES) this.refuse(path, "this is too much", `at most ${MOST_VALUES} values`);
    const parts = [];
    for (let row = 0; row < value.length; row += 1) parts.push(this.write(value[row], `${path}[${row}]`, deep + 1));
    return `[${parts.join(",")}]`;
  }

  table(value, path, deep) {
    const above = Object.getPrototypeOf(value);
    // An object of another frame or realm is plain too.
    const isPlain = above === null || Object.getPrototypeOf(above) === null;
    if (!isPlain) this.refuse(path, "this is no plain object", "an object as JSON has it");
    const parts = [];
    for (const key of Object.keys(value)) {
      const own = value[key];
      // As in JSON: what is undefined was not told.
      if (own === undefined) continue;
      const at = path === "" ? key : `${path}.${key}`;
      parts.push(`${this.text(key, at)}:${this.write(own, at.slice(0, 200), deep + 1)}`);
    }
    return `{${parts.join(",")}}`;
  }
}
