const LINK = (() => {
  // The files of each part of the page's wasm that is loaded later, in the order in which they are joined to the first.
  const PARTS = {};
  // The style sheet that comes with each part.
  const SHEETS = {};
  const joined = {};

  /** Fetches a file and joins it to the first part: it works on the same memory, and calls and is called through the
   * same table. */
  async function join(file, before) {
    const answer = await fetch(file);
    if (!answer.ok) throw new (answer.status < 500 ? Error : TypeError)(`${file}: ${answer.status}`);
    await before;
    const taken = { __wasm_split: initSync() };
    // Some hosts do not know the type.
    if (answer.headers.get("content-type") === "application/wasm") {
      await WebAssembly.instantiateStreaming(answer, taken);
    } else {
      await WebAssembly.instantiate(await answer.arrayBuffer(), taken);
    }
  }

  /** Loads the style sheet of a part. */
  function style(sheet) {
    return (joined[sheet] ??= new Promise((done, failed) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = new URL(sheet, import.meta.url);
      link.onload = done;
      link.onerror = () => {
        link.remove();
        delete joined[sheet];
        failed(new TypeError(sheet));
      };
      document.head.append(link);
    }));
  }

  /** Loads a part. Tells the function at place `done` of the table whether it is there; if not, `data-more` says whether
   * the network is away or the host has another build. */
  async function load(part, done, data) {
    const table = initSync().__indirect_function_table;
    let here = false;
    try {
      // In the order of the parts, so that what comes later in the page's sources wins as it does there.
      const styled = style(SHEETS[part]);
      styled.catch(() => {});
      let before;
      for (const file of PARTS[part]) {
        before = joined[file] ??= join(new URL(file, import.meta.url), before);
        before.catch(() => delete joined[file]);
      }
      await before;
      await styled;
      here = true;
    } catch (error) {
      console.warn(error);
      document.getElementById("app").dataset.more = error instanceof TypeError ? "away" : "gone";
    }
    table.get(done)(data, here);
  }

  // Called by the app (src/main.rs).
  return { LOADERS };
})();
