// Put into the page by the proxy, before anything of the app: tells the proxy what goes wrong.
"use strict";
(() => {
  const address = new URL("__report", document.currentScript.src).href;
  const seen = [];
  const report = (kind, text) => {
    const line = `${kind}: ${text}`;
    seen.push(line);
    navigator.sendBeacon(address, line);
  };
  // Read by the harness, so that nothing on its way to the proxy is missed.
  Object.defineProperty(window, "__probe", { value: seen });
  addEventListener(
    "securitypolicyviolation",
    (event) => report("policy", `${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample} (${event.sourceFile}:${event.lineNumber})`),
    true,
  );
  // The app is held back until a flow calls `__release`: what the start page does meanwhile can be looked at.
  if (sessionStorage.getItem("__hold")) {
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...args) => {
      // What the app loads later is not held.
      WebAssembly.instantiateStreaming = instantiate;
      await new Promise((release, fail) => Object.assign(window, { __release: release, __fail: fail }));
      return instantiate(...args);
    };
  }
  addEventListener("error", (event) => {
    if (event.message) report("error", `${event.message} (${event.filename}:${event.lineno})`);
  });
  addEventListener("unhandledrejection", (event) => report("rejection", String(event.reason?.stack ?? event.reason)));
})();
