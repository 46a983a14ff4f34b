// For the page of a host: gives every frame of Steunwijzer on it the height of what is in it.
// The messages are described in docs/embed-iframe.md.
(() => {
  const home = new URL("kader.html", document.currentScript.src);
  const HIGHEST = 20000;

  const isOurs = (frame) => frame.localName === "iframe" && frame.src.split(/[?#]/)[0] === home.href;
  // A frame that may not have the origin of its own address has none.
  const originOf = ({ sandbox }) =>
    sandbox.length && !sandbox.contains("allow-same-origin") ? "null" : home.origin;

  function greet(frame) {
    // Not loaded yet: it is greeted when it is.
    if (!isOurs(frame) || frame.contentDocument?.URL === "about:blank") return;
    Object.assign(frame.style, { border: 0, width: "100%" });
    const origin = originOf(frame);
    frame.contentWindow.postMessage({ steunwijzer: "hello" }, origin === "null" ? "*" : origin);
  }

  addEventListener("message", ({ source, origin, data }) => {
    const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === source);
    if (!frame || !isOurs(frame) || origin !== originOf(frame)) return;
    if (data?.steunwijzer === "height" && data.height > 0 && Number.isFinite(data.height)) {
      frame.style.height = `${Math.min(Math.ceil(data.height), HIGHEST)}px`;
    }
    // Another page came, for who is in the frame: its top has to be seen.
    if (data?.steunwijzer === "top" && document.activeElement === frame) {
      const { top } = frame.getBoundingClientRect();
      if (top < 0 || top > innerHeight) frame.scrollIntoView();
    }
  });
  // Heard on the way down: the load of a frame does not go up. So frames that come later count too.
  document.addEventListener("load", ({ target }) => greet(target), true);
  document.querySelectorAll("iframe").forEach(greet);
})();
