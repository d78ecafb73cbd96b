// Many documents: opening a project by its row in the dialog, reading its bytes from the database, the Library.

(() => {
  const bench = globalThis.__bench;
  const text = (node) => node?.textContent.trim();
  const button = (within, name) => Array.from(within?.querySelectorAll("button") ?? []).find((one) => text(one) === name);
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

  /** The Library shows this project with so many documents; without any, the header alone says which is open. */
  bench.shows = (name, documents) =>
    documents === 0
      ? button(document.querySelector("header"), name) !== undefined
      : text(document.querySelector(".library h1")) === name &&
        document.querySelector(".doc-table")?.getAttribute("aria-rowcount") === String(documents + 1) &&
        document.querySelector(".doc-body [role=row]") !== null;

  const until = async (so) => {
    while (!so()) await frame();
  };

  /** Opens a project; ms from the click until the frame in which its Library stands. */
  bench.switchTo = async (open, name, documents) => {
    button(document.querySelector("header"), open).click();
    await until(() => document.querySelector("dialog[open] .project-name"));
    const row = Array.from(document.querySelectorAll("dialog li")).find((one) => text(one.querySelector(".project-name")) === name);
    const one = row.querySelector("button");
    await frame();
    const began = performance.now();
    one.click();
    await new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!bench.shows(name, documents)) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await frame();
    return performance.now() - began;
  };

  /** Reads what the database has of the project with this name, at once; ms and bytes. */
  bench.read = async (name) => {
    const asked = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await asked(indexedDB.open("postil"));
    const projects = database.transaction("projects").objectStore("projects");
    const [keys, all] = await Promise.all([asked(projects.getAllKeys()), asked(projects.getAll())]);
    const at = all.findIndex((value) => JSON.parse(new TextDecoder().decode(value)).name === name);
    const project = keys[at][0];
    const began = performance.now();
    const tables = ["uses", "journal", "segments", "snapshots", "quarantine", "texts"];
    const read = database.transaction(tables);
    let bytes = 0;
    for (const table of tables) {
      const range = table === "texts" ? null : IDBKeyRange.bound([project, 0], [project, 2 ** 53]);
      read.objectStore(table).getAll(range).onsuccess = ({ target }) => {
        for (const value of target.result) bytes += value.byteLength;
      };
    }
    await new Promise((resolve) => (read.oncomplete = resolve));
    const ms = performance.now() - began;
    database.close();
    return { ms, bytes };
  };

  const middle = (element) => {
    const rect = element.getBoundingClientRect();
    return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
  };

  /** The head of a column, by its name. */
  bench.column = (name) => middle(button(document.querySelector(".doc-head"), name));

  /** The box of the first row. */
  bench.box = () => middle(document.querySelector(".doc-body input"));

  /** The field for words. */
  bench.words = () => middle(document.querySelector(".library-tools input"));

  /** Chooses the nth status of the filter. */
  bench.status = (nth) => {
    const select = document.querySelector(".library-filters select");
    select.value = select.options[nth].value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };

  /** What counts as the effect of an act in the Library: its order, or how many rows there are. */
  bench.effects.library = (record) => /^aria-(sort|rowcount)$/.test(record.attributeName ?? "");
  /** Anything that the app draws. */
  bench.effects.anything = () => true;
  /** What a box offers. */
  bench.effects.offered = (record) => (record.target.parentElement?.closest(".refers-list") ?? null) !== null;
  /** The first that a selector finds. */
  bench.place = (selector) => middle(document.querySelector(selector));
  /** Chooses the nth order of the matrix's rows. */
  bench.order = (nth) => {
    const select = document.querySelectorAll(".claims-tools select")[1];
    select.value = select.options[nth].value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  /** What counts as another order of them. */
  bench.effects.rows = (record) => (record.target.parentElement?.closest("#claim-matrix") ?? null) !== null;
  /** The button with a name. */
  bench.named = (name) => {
    const found = button(document, name);
    found?.scrollIntoView({ block: "nearest", behavior: "instant" });
    return found ? middle(found) : null;
  };
})();
