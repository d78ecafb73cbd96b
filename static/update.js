// Keeps the site for use without a network, and asks before a new version is used. Loaded by boot.js in a release, when
// the app is there already.

/** Starts the service worker; a browser that has none, or is in a private window, goes on without. */
export async function keep(address) {
  if (!navigator.serviceWorker) return;
  const worker = navigator.serviceWorker;
  const box = document.getElementById("update");
  const own = { createScriptURL: (url) => url };
  const trusted = globalThis.trustedTypes?.createPolicy("postil-offline", own).createScriptURL(address) ?? address;
  // Whether another version was in use when this page was opened, and whether the page is of an older one by now.
  let controlled = worker.controller;
  let old = false;
  const registration = await worker.register(trusted, { updateViaCache: "none" });
  const look = () => {
    box.hidden = !old && !(registration.waiting && worker.controller);
  };
  const watch = () => registration.installing?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", watch);
  watch();
  look();
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
    // The first version that takes over is the one that the page is of already.
    old ||= Boolean(controlled);
    controlled = worker.controller;
    look();
  });
}
