
// The page as one file: everything it needs stands in it, packed, as text. It asks for nothing.

async function bytesOf(name) {
  const text = document.getElementById(`file-${name}`).textContent;
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(bytes).arrayBuffer());
}

async function module() {
  // Of the glue, which stands before this in the same file.
  await __wbg_init({ module_or_path: await bytesOf("app_bg.wasm") });
  return { Advisor };
}

begin({ module, bytesOf });
