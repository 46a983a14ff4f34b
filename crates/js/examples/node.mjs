// One invented lunchroom that takes on somebody: what fits, what it brings, what to ask next.
// Run: node node.mjs
import { load } from "steunwijzer";

const answers = {
  "org.legal_form": "vof",
  "org.place": "GM0855",
  "org.founded": "2023-11",
  hires: [
    {
      place: "GM0855",
      age: 27,
      hours: 28,
      loonwaarde: "55 %",
      start: "2026-12-01",
      pays_minimum: true,
      register: true,
      lks_group: true,
      job_kind: "ordinary",
      benefit: "bijstand",
      history: "none",
      lkv_statement: "?",
    },
  ],
};

/** The value; a program of its own would show the problems to its user. */
function value(result) {
  if (result.ok) return result.value;
  const { kind, path, message, repair } = result.error;
  throw new Error(`${kind} ${path}: ${message} (${repair})`);
}

const advisor = value(await load({ langs: ["en"], plan: true }));
const options = { asOn: "2026-11-22" };

const advice = value(advisor.advise(answers, options));
console.log(`${advice.counts.fits} fit, ${advice.counts.cannot_tell} cannot tell yet, ${advice.counts.does_not_fit} do not fit`);

const scheme = value(advisor.explain("lks-participatiewet", answers, options));
console.log(`${scheme.name}: ${scheme.verdict}, ${scheme.amount}`);
for (const condition of scheme.subjects[0].conditions) {
  console.log(`  ${condition.state}: ${condition.text} [${condition.sources[0]?.title}]`);
}

const plan = value(advisor.plan(answers, options));
console.log(plan.cash_flow?.sentences[0] ?? "no cash flow");

const [next] = value(advisor.ask(answers, options));
console.log(`Next: ${next.text} (settles ${next.decides.length} schemes)`);

// A mistake is a value, not an exception.
const refused = advisor.advise({ "org.legal_form": "gmbh" }, options);
if (!refused.ok) console.log(`Refused: ${refused.error.path}: ${refused.error.message}`);
