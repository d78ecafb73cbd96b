// Keeps the site for use without a network, and asks before a new version is used. Loaded by boot.js in a release, when
// the app is there already.

/** Starts the service worker; a browser that has none, or is in a private window, goes on without. */
export async function keep(address) {
  if (!navigator.serviceWorker) return;
  const worker = navigator.serviceWorker;
  const box = document.getElementById("update");
  const own = { createScriptURL: (url) => url };
  const trusted = globalThis.trustedTypes?.createPolicy("postil-offline", own).createScriptURL(address) ?? address;
  // The version that was in use before what happens now, if any was, and whether the page is of an older one by now.
  let controlled = worker.controller;
  let old = false;
  const registration = await worker.register(trusted, { updateViaCache: "none" });
  // What waits is new only where another one is in use: Firefox may show the first version as waiting when it took over
  // already.
  const look = () => {
    box.hidden = !old && !(registration.waiting && controlled);
  };
  const watch = () => {
    for (const own of [registration.installing, registration.waiting]) own?.addEventListener("statechange", look);
  };
  registration.addEventListener("updatefound", watch);
  watch();
  look();
  // It may have taken over while this was registered.
  controlled = worker.controller;
  // The browser looks by itself, but not soon after a version that it could not take.
  registration.update().catch(() => {});
  // Only a page whose person asked for the new version is loaded anew; another one is asked when that one has it.
  let asked = false;
  box.addEventListener("click", ({ target }) => {
    if (target.value === "use") {
      asked = true;
      // What is not saved holds the page back.
      if (registration.waiting) registration.waiting.postMessage("use");
      else location.reload();
    }
    if (target.matches("button")) box.hidden = true;
  });
  worker.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    // The first version that takes over is the one that the page is of already; and one that took over may say so again.
    old ||= Boolean(controlled) && worker.controller !== controlled;
    look();
    controlled = worker.controller;
  });
}
