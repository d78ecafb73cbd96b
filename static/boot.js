// Starts the app: loads the script and the wasm that Trunk names in this file's own address.
//
// It is a file of its own because the policy of the site refuses inline scripts. The start page of index.html is shown
// meanwhile, and works: files are chosen or dropped at once and wait in their input, where the app looks when it
// starts; any other button is pressed again in the app. If the app cannot start, the page says why.
//
// The language of the page is found here too, before anything is shown in it: the one that was chosen, else the first
// that the browser asks for and Postil speaks (src/browser/language.rs). The app speaks what <html lang> says.

/** What stands in index.html and in this file, in Indonesian; all else is in src/words. */
const INDONESIAN = {
  "Starting Postil …": "Memulai Postil …",
  "Read articles, mark who and what they speak of, and take the data away.":
    "Baca artikel, tandai siapa dan apa yang dibicarakan, lalu bawa datanya.",
  "Add articles": "Tambahkan artikel",
  "Texts, saved web pages, or what another annotator exported": "Teks, halaman web yang disimpan, atau hasil ekspor anotator lain",
  "Paste text": "Tempel teks",
  "One article from the clipboard": "Satu artikel dari papan klip",
  "Open project": "Buka proyek",
  "A project file that Postil saved": "Berkas proyek yang disimpan Postil",
  "Example project": "Contoh proyek",
  "Five short reports of one event, marked in part": "Lima berita pendek tentang satu peristiwa, sebagian sudah ditandai",
  "You can also drop files or folders anywhere on this page.":
    "Anda juga dapat melepaskan berkas atau folder di mana saja pada halaman ini.",
  "Nothing leaves this machine: everything stays in this browser until you save a file.":
    "Tidak ada yang keluar dari komputer ini: semuanya tetap di peramban ini sampai Anda menyimpan berkas.",
  "A new version of Postil is ready.": "Versi baru Postil sudah siap.",
  "Use it now": "Pakai sekarang",
  "Later": "Nanti",
  "opens in a moment …": "segera dibuka …",
  "Your files are read in a moment …": "Berkas Anda segera dibaca …",
  "Postil is still starting: please drop the folder again in a moment.":
    "Postil masih dimulai: silakan lepaskan foldernya lagi sebentar kemudian.",
  "this browser has no WebAssembly, or it is switched off": "peramban ini tidak memiliki WebAssembly, atau WebAssembly dimatikan",
  "Postil could not start": "Postil tidak dapat dimulai",
  "Load the page again; if it stays so, use a newer browser.":
    "Muat ulang halaman; jika tetap begitu, pakailah peramban yang lebih baru.",
};
const known = /^(en|id|in)\b/i;
let language;
try {
  language = localStorage.getItem("postil-language");
} catch {
  // Storage is blocked: guessed each time.
}
language ??= navigator.languages.find((tag) => known.test(tag)) ?? "en";
if (language !== "en-x-mirrored") language = known.exec(language)?.[1].toLowerCase() ?? "en";
if (language === "in") language = "id";
document.documentElement.lang = language;
document.documentElement.dir = language === "en-x-mirrored" ? "rtl" : "ltr";
const spoken = (text) => (language === "id" && INDONESIAN[text]) || text;
for (const place of document.querySelectorAll("#start :is(h1, p, span), #update :is(p, button)")) {
  if (!place.childElementCount) place.textContent = spoken(place.textContent);
}

// As the person chose it in this browser (src/browser/look.rs).
try {
  const theme = localStorage.getItem("postil-theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing.
}

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
    say(`“${pressed}” ${spoken("opens in a moment …")}`);
  }
});
on("change", ({ target }) => {
  if (target.files?.length) say(spoken("Your files are read in a moment …"));
});
on("dragover", (event) => event.preventDefault());
on("drop", (event) => {
  event.preventDefault();
  const { files, items } = event.dataTransfer;
  if (Array.from(items).some((item) => item.webkitGetAsEntry?.()?.isDirectory)) {
    say(spoken("Postil is still starting: please drop the folder again in a moment."));
  } else if (files.length) {
    find("add-files").files = files;
    say(spoken("Your files are read in a moment …"));
  }
});
for (const button of buttons) button.disabled = false;

try {
  if (typeof WebAssembly !== "object") {
    throw new Error(spoken("this browser has no WebAssembly, or it is switched off"));
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
  find("start-heading").textContent = spoken("Postil could not start");
  say(`${error?.message ?? error}. ${spoken("Load the page again; if it stays so, use a newer browser.")}`);
  find("start-choices").hidden = true;
  throw error;
} finally {
  early.abort();
}
