// A plain server for a folder: it knows nothing of our headers, as many servers do.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";

const KINDS = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", json: "application/json" };

/**
 * Serves `server.folder` under `under` of a free port; another folder can be put in its place.
 * `server.requests` holds what was asked, `server.headers` what to add by file name.
 */
export async function servePlainly(folder, under = "/") {
  const server = { folder, requests: [], headers: {}, address: "", close: () => {} };
  const http = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    server.requests.push(`${request.method} ${path}`);
    const name = path.startsWith(under) ? normalize(path.slice(under.length)) : "..";
    const file = join(server.folder, name === "." || path.endsWith("/") ? join(name, "index.html") : name);
    const bytes = name.startsWith("..") ? null : await readFile(file).catch(() => null);
    const kind = KINDS[file.split(".").at(-1)] ?? "application/octet-stream";
    response.writeHead(bytes ? 200 : 404, { "Content-Type": kind, ...server.headers[name] });
    response.end(bytes);
  });
  await new Promise((done) => http.listen(0, "127.0.0.1", done));
  // A test that fails does not close it.
  http.unref();
  server.address = `http://127.0.0.1:${http.address().port}${under}`;
  server.close = () => {
    http.closeAllConnections();
    http.close();
  };
  return server;
}
