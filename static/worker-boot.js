// Starts the worker: a module worker, since the policy of the site refuses what a classic one needs
// (importScripts with a string, which Trusted Types block).
//
// Messages that come before the wasm is ready are kept and handed on in order.

import init from "./worker.js";

const early = [];
const keep = (event) => {
  event.stopImmediatePropagation();
  early.push(event);
};
self.addEventListener("message", keep);

try {
  await init({ module_or_path: new URL("./worker_bg.wasm", import.meta.url) });
  self.removeEventListener("message", keep);
  // Each is let go of: they may hold a whole project.
  for (const { data, ports } of early.splice(0)) {
    self.dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
  }
} catch (error) {
  // A rejected module would be silent: thrown from a timer, the page's `error` listener hears it.
  setTimeout(() => {
    throw error;
  });
}
