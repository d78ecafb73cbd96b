// Serves the site from this browser, without a network too, and never files of two builds at once.
//
// A release has its build and its files written in here (xtask/src/offline.rs). A new build is fetched whole, looked at
// file by file, and waits: it takes over when the person says so (static/update.js), or when no page of the old one is
// open any more. A development build is never kept: where a release was served before, this takes it away.

const BUILD = "";
/** Address of each file and the SHA-256 of its content. */
const FILES = {};
const OURS = `postil ${registration.scope} `;
const CACHE = OURS + BUILD;

addEventListener("install", (event) => event.waitUntil(BUILD ? fill().catch(leave) : skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", ({ data }) => {
  if (data === "use") skipWaiting();
});
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (BUILD && method === "GET" && url.startsWith(registration.scope)) event.respondWith(answer(event.request));
});

/** Fetches every file of this build; fails, to be tried again, when the host has another one by now. */
async function fill() {
  const cache = await caches.open(CACHE);
  const page = await load("./");
  if (!(await page.clone().text()).includes(BUILD)) throw new Error("the page is of another build");
  await cache.put(registration.scope, page);
  await Promise.all(
    Object.entries(FILES).map(async ([name, hash]) => {
      const file = await load(name);
      const digest = await crypto.subtle.digest("SHA-256", await file.clone().arrayBuffer());
      const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
      if (hex !== hash) throw new Error(`${name} is of another build`);
      await cache.put(new URL(name, registration.scope).href, file);
    }),
  );
}

/** Leaves nothing behind of a build that was not taken. */
async function leave(error) {
  await caches.delete(CACHE);
  throw error;
}

async function load(name) {
  const file = await fetch(new URL(name, registration.scope), { cache: "no-cache" });
  if (!file.ok) throw new Error(`${name}: ${file.status}`);
  return file;
}

/** Forgets the builds before this one, and serves the pages that are open: a release. */
async function tidy() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
  }
  if (BUILD) await clients.claim();
  else await registration.unregister();
}

async function answer(request) {
  const cache = await caches.open(CACHE);
  // The page has two addresses, whatever stands behind `?` or `#`.
  const address = request.url.split(/[?#]/)[0].replace(/\/index\.html$/, "/");
  const page = address === registration.scope;
  return (await cache.match(page ? address : request)) ?? fetch(request);
}
