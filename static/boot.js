// Starts the app: loads the script and the wasm that Trunk names in this file's own address.
//
// It is a file of its own because the policy of the site refuses inline scripts. The start page of index.html is shown
// meanwhile, and works: files are chosen or dropped at once and wait in their input, where the app looks when it
// starts; any other button is pressed again in the app. If the app cannot start, the page says why.

const find = (id) => document.getElementById(id);
const start = find("start");
const nameOf = (button) => button.textContent.trim();
const buttons = start.querySelectorAll("button");
const early = new AbortController();
/** Name of the button that the app is to press. */
let pressed;

/** Writes a message for the person into the start page. */
function say(text) {
  find("start-state").textContent = text;
}

/** Listens until the app does. */
function on(name, act) {
  addEventListener(name, act, { signal: early.signal });
}

on("click", ({ target }) => {
  const button = target.closest("#start button");
  const input = button && find(button.dataset.input);
  if (input) {
    input.click();
  } else if (button) {
    pressed = nameOf(button);
    say(`“${pressed}” opens in a moment …`);
  }
});
on("change", ({ target }) => {
  if (target.files?.length) say("Your files are read in a moment …");
});
on("dragover", (event) => event.preventDefault());
on("drop", (event) => {
  event.preventDefault();
  const { files, items } = event.dataTransfer;
  if (Array.from(items).some((item) => item.webkitGetAsEntry?.()?.isDirectory)) {
    say("Postil is still starting: please drop the folder again in a moment.");
  } else if (files.length) {
    find("add-files").files = files;
    say("Your files are read in a moment …");
  }
});
for (const button of buttons) button.disabled = false;

try {
  if (typeof WebAssembly !== "object") {
    throw new Error("this browser has no WebAssembly, or it is switched off");
  }
  const names = new URL(import.meta.url).searchParams;
  const script = new URL(names.get("js"), import.meta.url);
  const wasm = new URL(names.get("wasm"), import.meta.url);
  const { default: init } = await import(script.href);
  await init({ module_or_path: wasm });
  const inApp = Array.from(document.querySelectorAll("#app button"));
  const same = (name) => inApp.find((button) => nameOf(button) === name);
  const focused = start.contains(document.activeElement) && same(nameOf(document.activeElement));
  start.remove();
  if (focused) focused.focus();
  same(pressed)?.click();
  // A release only. Without it, as in some private windows, all works but the site needs its network.
  if (names.has("build")) {
    import("./update.js").then(({ keep }) => keep("./service-worker.js")).catch(() => {});
  }
} catch (error) {
  find("start-heading").textContent = "Postil could not start";
  say(`${error?.message ?? error}. Load the page again; if it stays so, use a newer browser.`);
  find("start-choices").hidden = true;
  throw error;
} finally {
  early.abort();
}
