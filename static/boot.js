// Starts the app: loads the script and the wasm that Trunk names in this file's own address.
//
// It is a file of its own because the policy of the site refuses inline scripts. The start page of
// index.html is shown meanwhile; it is taken away when the app runs, and says what is wrong if not.

const start = document.getElementById("start");
const state = document.getElementById("start-state");

/** Writes a message for the person into the start page. */
function say(text) {
  if (state) state.textContent = text;
}

try {
  if (typeof WebAssembly !== "object") {
    throw new Error("this browser has no WebAssembly, or it is switched off");
  }
  const names = new URL(import.meta.url).searchParams;
  const script = new URL(names.get("js"), import.meta.url);
  const wasm = new URL(names.get("wasm"), import.meta.url);
  const { default: init } = await import(script.href);
  await init({ module_or_path: wasm });
  start?.remove();
} catch (error) {
  say(`Postil could not start: ${error?.message ?? error}. Load the page again; if it stays so, use a newer browser.`);
  throw error;
}
