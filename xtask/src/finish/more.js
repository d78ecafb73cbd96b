const LINK = {
  // Called by the app (src/main.rs). Fetches the later part of the page's wasm and joins it to the first: it works on
  // the same memory, and calls and is called through the same table. Tells the function at place `done` of that table
  // whether it is there; if not, `data-more` says whether the network is away or the host has another build.
  async __wasm_split_load_more(done, data) {
    const first = initSync();
    let here = false;
    try {
      const answer = await fetch(new URL("FILE", import.meta.url));
      if (!answer.ok) throw new (answer.status < 500 ? Error : TypeError)(`FILE: ${answer.status}`);
      const taken = { __wasm_split: first };
      // Some hosts do not know the type.
      if (answer.headers.get("content-type") === "application/wasm") {
        await WebAssembly.instantiateStreaming(answer, taken);
      } else {
        await WebAssembly.instantiate(await answer.arrayBuffer(), taken);
      }
      here = true;
    } catch (error) {
      console.warn(error);
      document.getElementById("app").dataset.more = error instanceof TypeError ? "away" : "gone";
    }
    first.__indirect_function_table.get(done)(data, here);
  },
};
