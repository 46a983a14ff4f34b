// In the page: choices from the rulebook, the counts after each change. In a worker: the same.
import { load } from "../../index.js";

const form = document.querySelector("#form");
const counts = document.querySelector("#counts");
const options = { asOn: "2026-11-22" };

const loaded = await load({ langs: ["en"], texts: "questions" });
if (loaded.ok) {
  start(loaded.value);
} else {
  counts.textContent = `${loaded.error.message}: ${loaded.error.repair}`;
}

function start({ questions, advise }) {
  const asked = questions();
  const legalForm = asked.ok ? asked.value.find((question) => question.id === "org.legal_form") : undefined;
  for (const option of legalForm?.options ?? []) form.append(new Option(option.text, option.id));
  const show = () => {
    const advice = advise(form.value ? { "org.legal_form": form.value } : {}, options);
    if (!advice.ok) return (counts.textContent = advice.error.message);
    const { fits, cannot_tell, does_not_fit } = advice.value.counts;
    counts.textContent = `${fits} fit, ${cannot_tell} cannot tell yet, ${does_not_fit} do not fit`;
  };
  form.addEventListener("change", show);
  show();
}

const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
worker.addEventListener("message", ({ data }) => {
  document.querySelector("#worker").textContent = data.ok
    ? `The worker asks: ${data.value[0].text}`
    : `The worker says: ${data.error.message}`;
});
worker.postMessage({ answers: { "org.legal_form": "bv" }, options });
