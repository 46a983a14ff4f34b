// Narrows the list of schemes while somebody types. The index is read once, when the page opens;
// nothing that is typed leaves the page. Every text stands in the page itself.

const form = document.getElementById("search");
const field = document.getElementById("words");
const count = document.getElementById("count");
const rows = [...document.querySelectorAll("#list li[data-id]")];
const sections = [...document.querySelectorAll("#list section")];

/** Without capitals and accents, as the index is. */
const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** A word counts where it begins a word; a long one also inside another, as Dutch joins words. */
function has(text, word) {
  if (word.length >= 4) return text.includes(word);
  return text.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word));
}

function narrow(index) {
  const words = folded(field.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const row of rows) {
    const fits = words.every((word) => has(index[row.dataset.id] ?? "", word));
    row.hidden = !fits;
    if (fits) found += 1;
  }
  for (const section of sections) section.hidden = !section.querySelector("li:not([hidden])");
  document.querySelector(".letters").hidden = words.length > 0;
  const { count: said, none } = form.dataset;
  count.textContent = found ? said.replace("{found}", found).replace("{of}", rows.length) : none;
}

async function start() {
  form.hidden = false;
  try {
    const index = await (await fetch(form.dataset.index)).json();
    field.addEventListener("input", () => narrow(index));
    field.addEventListener("keydown", (event) => event.key === "Escape" && wipe(index));
    document.getElementById("clear").addEventListener("click", () => wipe(index));
    narrow(index);
    form.dataset.ready = "";
  } catch {
    // From a disk a page may not read its own index.
    for (const part of form.querySelectorAll("label, #hint, .field")) part.hidden = true;
    count.textContent = form.dataset.failed;
  }
}

function wipe(index) {
  field.value = "";
  narrow(index);
  field.focus();
}

start();
