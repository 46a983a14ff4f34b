// A module worker: answers in, the open questions out.
import { load } from "../../index.js";

// Listening begins before anything is loaded: no message is lost.
const loading = load({ langs: ["en"], texts: "questions" });

addEventListener("message", async ({ data }) => {
  const loaded = await loading;
  postMessage(loaded.ok ? loaded.value.ask(data.answers, data.options) : loaded);
});
