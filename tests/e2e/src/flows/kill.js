// What is called saved, seen at the moment it is. Included behind page.js and article.js.

function savedText() {
  return byRole("status", null).map(textOf).map(folded).find((text) => /^(Saved|Saving|Not saved)/.test(text)) ?? "";
}

function seen() {
  return { title: nameOf(article()), marks: marked() };
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
