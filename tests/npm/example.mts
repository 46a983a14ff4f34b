// Compiled, never run. `@ts-expect-error` fails where nothing is wrong.
import { load, type Advice, type Advisor, type Problem, type Result } from "steunwijzer";

const loaded: Result<Advisor> = await load({ langs: ["nl", "en"], texts: "questions", plan: true });
if (!loaded.ok) throw new Error(loaded.error.message);
const { advise, explain, ask, plan, questions, rulebook } = loaded.value;

const answers = {
  "org.legal_form": "bv",
  "org.place": { province: "Utrecht" },
  "org.turnover": { from: 100_000, to: "250000.00" },
  "org.founded": undefined,
  hires: [{ hours: 28, loonwaarde: "55 %", lks_group: true, benefit: "?" }],
  received_aid: [],
};

const result = advise(answers, { asOn: "2026-11-22", lang: "en", schemes: ["lks-participatiewet"] });
if (result.ok) {
  const advice: Advice = result.value;
  const fits: number = advice.counts.fits;
  const open = advice.schemes.flatMap((scheme) => scheme.subjects.flatMap((subject) => subject.conditions));
  const states: string[] = open.map((condition) => condition.state);
  void [fits, states];
} else {
  const problem: Problem = result.error;
  const all: readonly Problem[] = result.errors;
  void [problem.path, problem.repair, all];
}

const line = explain("lks-participatiewet", answers);
if (line.ok) {
  const value: { from: string; to: string } | null | undefined = line.value.subjects[0]?.amount.lines[0]?.value;
  void value;
}
const next = ask({});
if (next.ok) void next.value[0]?.decides;
const money = plan(answers);
if (money.ok) void money.value.cash_flow?.months[0]?.balance?.from;
const asked = questions({ lang: "nl" });
if (asked.ok) void asked.value[0]?.options?.map(({ id }) => id);
const book = rulebook();
if (book.ok) void book.value.places[0]?.code;

// @ts-expect-error: a result is looked at first
void result.value.counts;
// @ts-expect-error: there is no such kind of problem
if (!result.ok) void (result.error.kind === "network");
// @ts-expect-error: there is no such language
void load({ langs: ["de"] });
// @ts-expect-error: there is no such option
void load({ lang: "nl" });
// @ts-expect-error: there is no such file
void load({ files: { "app.wasm": new Uint8Array() } });
// @ts-expect-error: null is no answer
void advise({ "org.legal_form": null });
// @ts-expect-error: a day is a text
void advise({}, { asOn: new Date() });
// @ts-expect-error: the answers come after the scheme
void explain(answers);
// @ts-expect-error: an advice is asked of named schemes only in a list
void advise({}, { schemes: "lks-participatiewet" });
// @ts-expect-error: an amount that is not known is null
if (line.ok) void line.value.subjects[0]?.amount.lines[0]?.value.from;
