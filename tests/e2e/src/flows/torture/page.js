// What is called saved, seen at the moment it is. Included behind page.js and article.js.

function savedText() {
  return byRole("status", null).map(textOf).map(folded).find((text) => /^(Saved|Saving|Not saved)/.test(text)) ?? "";
}

function seen() {
  const shown = article();
  // The last act may have been on another screen.
  return shown ? { title: nameOf(shown), marks: marked() } : { title: "", marks: [] };
}

/** Calls back with what is seen when the status comes to say Saved for the nth time; 0: as soon as it does. */
function whenSaved(nth, done) {
  let last = savedText();
  const end = () => {
    observer.disconnect();
    clearInterval(window.__typing);
    clearInterval(idle);
    done(seen());
  };
  const look = () => {
    const now = savedText();
    if (now === "Saved" && last !== "Saved") nth -= 1;
    last = now;
    if (now === "Saved" && nth <= 0) end();
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  // The article may have no words left to mark.
  let left = nth;
  const idle = setInterval(() => {
    if (left === nth && savedText() === "Saved") end();
    left = nth;
  }, 2000);
  if (nth <= 0) look();
}

/** Keeps marking in small bursts, a word at a time, until `whenSaved` ends it. */
function keepMarking() {
  const target = article();
  const press = (key, code, held = {}) =>
    target.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true, ...held }));
  press("Home", "Home", { ctrlKey: true });
  let turn = 0;
  window.__typing = setInterval(() => {
    turn += 1;
    if (turn % 7 > turn % 3) return;
    press("ArrowRight", "ArrowRight", { ctrlKey: true });
    press("ArrowRight", "ArrowRight", { ctrlKey: true, shiftKey: true });
    press("2", "Digit2");
  }, 15);
}

/** Opens the app's database as it is. */
function database(version) {
  return new Promise((done, fail) => {
    const request = indexedDB.open("postil", version);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
    request.onblocked = () => fail(new Error("the old tab does not let go of the database"));
  });
}

/** Every value of some tables, as [table, key, value]. */
function values(database, tables) {
  return new Promise((done, fail) => {
    const read = database.transaction(tables, "readonly");
    const found = [];
    for (const table of tables) {
      read.objectStore(table).openCursor().onsuccess = ({ target }) => {
        if (!target.result) return;
        found.push([table, target.result.key, target.result.value]);
        target.result.continue();
      };
    }
    read.oncomplete = () => done(found);
    read.onabort = () => fail(read.error);
  });
}

function write(database, all) {
  return new Promise((done, fail) => {
    const write = database.transaction(Array.from(database.objectStoreNames), "readwrite");
    for (const [table, key, value] of all) write.objectStore(table).put(value, key);
    write.oncomplete = () => done();
    write.onabort = () => fail(write.error);
  });
}

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * Flips one bit of one value of these tables, chosen by two numbers. Says where it stands, what it was as text, and what
 * it is now in hexadecimal digits; null where there is none.
 */
async function flip(tables, which, bit) {
  const connection = await database();
  try {
    const all = await values(connection, tables);
    if (all.length === 0) return null;
    const [table, key, value] = all[which % all.length];
    const bytes = new Uint8Array(value);
    const was = new TextDecoder().decode(bytes);
    const at = bit % (bytes.length * 8);
    bytes[at >> 3] ^= 1 << (at & 7);
    await write(connection, [[table, key, bytes]]);
    return { table, place: [table, ...key].join("/"), was, now: hex(bytes) };
  } finally {
    connection.close();
  }
}

/** Takes away the last value of a table. */
async function loseLast(table) {
  const connection = await database();
  const key = (await values(connection, [table])).at(-1)[1];
  const write = connection.transaction([table], "readwrite");
  write.objectStore(table).delete(key);
  await new Promise((done) => (write.oncomplete = done));
  connection.close();
}

/** Asks for another version of the database, which closes the page's connection, and takes that back. */
function closeUnderThePage() {
  return new Promise((done, fail) => {
    const request = indexedDB.open("postil", 99);
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = (event) => {
      event.preventDefault();
      done(true);
    };
    request.onsuccess = () => fail(new Error("it was to be taken back"));
  });
}

/** A newer version of the app takes the database over. */
async function takeOver() {
  (await database(99)).close();
  return true;
}

/** The database as it is, under the version of today again. No page of the app may be open. */
async function giveBack() {
  const newer = await database();
  const tables = Array.from(newer.objectStoreNames);
  const all = await values(newer, tables);
  newer.close();
  await new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase("postil");
    request.onsuccess = done;
    request.onerror = request.onblocked = () => fail(new Error("it is not deleted"));
  });
  const older = await new Promise((done, fail) => {
    const request = indexedDB.open("postil", 1);
    request.onupgradeneeded = () => tables.forEach((table) => request.result.createObjectStore(table));
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  await write(older, all);
  older.close();
  return all.length;
}

/** From now on the browser takes no dialog into the page, which breaks the program down. */
function breakDialogs() {
  const insert = Node.prototype.insertBefore;
  Node.prototype.insertBefore = function (node, ...more) {
    if (node.nodeName === "DIALOG") throw new DOMException("made by the test", "HierarchyRequestError");
    return insert.call(this, node, ...more);
  };
}

/** From now on the clock goes this much behind. */
function turnBack(milliseconds) {
  const now = Date.now;
  Date.now = () => now() - milliseconds;
}

/** The page may close on what is not saved: nobody is there to be asked. */
function closeUnasked() {
  addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);
}
