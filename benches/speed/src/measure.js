// In every page that is measured: marks, for the trace, when an input arrives and when its effect is in
// the document; and finds what is clicked. Put in by the browser, so no policy is in its way.

(() => {
  const bench = (globalThis.__bench = {});
  const durations = new Map();

  if (PerformanceObserver.supportedEntryTypes.includes("event")) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const key = `${entry.name}@${entry.startTime.toFixed(1)}`;
        durations.set(key, Math.max(durations.get(key) ?? 0, entry.duration));
      }
    }).observe({ type: "event", durationThreshold: 16 });
  }

  /**
   * Watches for an input of a type and for its effect: a mutation that `seen` accepts, or the first event
   * of a type. With `texts`, other words in a text node are mutations too. `bench.done` resolves when the effect has had
   * its frame.
   */
  bench.arm = (name, input, seen, texts = false) => {
    let finish;
    const effect = { name, input, at: 0, stamp: 0 };
    bench.done = new Promise((resolve) => (finish = resolve));
    const arrived = (event) => {
      performance.mark(`bench:start:${name}`);
      effect.at = performance.now();
      effect.stamp = event.timeStamp;
    };
    addEventListener(input, arrived, { capture: true, once: true, passive: true });
    const had = () => {
      performance.mark(`bench:seen:${name}`);
      requestAnimationFrame(() => setTimeout(() => finish(effect)));
    };
    if (typeof seen === "string") {
      addEventListener(seen, had, { capture: true, once: true, passive: true });
      return;
    }
    const observer = new MutationObserver((records) => {
      if (effect.at && records.some(seen)) {
        observer.disconnect();
        had();
      }
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeOldValue: true, characterData: texts });
  };

  const inArticle = (node) => node.nodeType === 1 && node.closest("article") !== null;

  /** What counts as the effect of an act. */
  bench.effects = {
    /** Blocks of the article were cut anew. */
    marks: (record) => record.type === "childList" && inArticle(record.target) && record.target.closest("p") !== null,
    /** A segment of the article is shown as selected, or no longer. */
    select: (record) =>
      record.type === "attributes" &&
      record.attributeName === "class" &&
      inArticle(record.target) &&
      /\bselected\b/.test(`${record.oldValue} ${record.target.className}`),
    /** The article with this name and some text is there. */
    article: (title) => () => bench.article(title) !== null,
  };

  bench.article = (title) => {
    const article = document.querySelector("article");
    return article?.getAttribute("aria-label") === title && article.querySelector("p") ? article : null;
  };

  /** Event Timing of the last effects: the longest event with that time stamp, 0 where it was below 16 ms. */
  bench.timing = ({ stamp }) => {
    let longest = 0;
    for (const [key, duration] of durations) {
      if (Math.abs(Number(key.split("@")[1]) - stamp) < 1) longest = Math.max(longest, duration);
    }
    return longest;
  };

  /** Counts frames until something is so: `bench.framed` says when, and the longest between two of them, in ms. */
  bench.frames = (so) => {
    const begun = performance.now();
    let held = 0;
    let last = begun;
    bench.framed = new Promise((resolve) => {
      const frame = () => {
        const now = performance.now();
        held = Math.max(held, now - last);
        last = now;
        if (so()) resolve({ ms: now - begun, held });
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
  };

  /** The button in the open dialog that goes on with this name, if it can be pressed. */
  bench.ready = (name) =>
    Array.from(document.querySelectorAll("dialog[open] button")).find(
      (each) => each.textContent.trim() === name && !each.disabled,
    );

  /** Chooses a format in the dialog *Export*, which is opened for it if it is the first; counts frames until its file can be saved. */
  bench.export = async (format, first) => {
    if (first) bench.ready("Cancel")?.click();
    while (first && document.querySelector("dialog[open]")) await new Promise(requestAnimationFrame);
    const formats = () => document.querySelector("dialog[open] select");
    if (!formats()) Array.from(document.querySelectorAll("button")).find((each) => each.textContent.trim() === "Export").click();
    while (!formats()) await new Promise(requestAnimationFrame);
    const select = formats();
    select.value = format;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    // What was made of the format before goes first, which may take longer than a frame.
    let gone = false;
    bench.frames(() => {
      const ready = bench.ready("Download");
      gone ||= !ready;
      return gone && ready;
    });
  };

  const middle = (rect) => ({ x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 });

  /** The middle of the link with a name. */
  bench.link = (name) => {
    const link = Array.from(document.querySelectorAll("nav a")).find((each) => each.textContent.trim() === name);
    link?.scrollIntoView({ block: "nearest", behavior: "instant" });
    return link ? middle(link.getBoundingClientRect()) : null;
  };

  /** Scrolls to a share of the article, 0 to 1. */
  bench.to = (share) => {
    const blocks = document.querySelectorAll("article p");
    const block = blocks[Math.min(blocks.length - 1, Math.floor(share * blocks.length))];
    block.scrollIntoView({ block: "center", behavior: "instant" });
  };

  /** The middle of a word that nothing marks, near the middle of what can be seen. */
  bench.word = () => {
    const places = [];
    const blocks = document.querySelectorAll("article p");
    const centre = innerHeight / 2;
    let [low, high] = [0, blocks.length - 1];
    while (low < high) {
      const at = (low + high) >> 1;
      if (blocks[at].getBoundingClientRect().bottom < centre) low = at + 1;
      else high = at;
    }
    const near = Array.from({ length: 9 }, (_, n) => blocks[low + (n % 2 ? -1 : 1) * Math.ceil(n / 2)]);
    for (const block of near.filter(Boolean)) {
      for (const node of block.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE) continue;
        for (const { index, 0: word } of node.data.matchAll(/(?<![\p{L}\p{M}])[\p{L}\p{M}]{4,}(?![\p{L}\p{M}])/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const rects = range.getClientRects();
          if (rects.length !== 1 || rects[0].top < 80 || rects[0].bottom > innerHeight - 80) continue;
          const place = middle(rects[0]);
          if (document.elementFromPoint(place.x, place.y) === block) places.push({ ...place, word });
        }
      }
      if (places.length) return places[places.length >> 1];
    }
    return null;
  };

  /** The middle of the article, where the wheel is turned. */
  bench.wheel = () => {
    const rect = document.querySelector("article").getBoundingClientRect();
    return { x: rect.left + rect.width / 2, y: innerHeight / 2 };
  };

  /** Watches the frames; `watched` gives the longest pause between two of them, in ms. */
  bench.watch = () => {
    performance.mark("bench:watch");
    const frames = { last: 0, longest: 0, on: true };
    const next = (now) => {
      if (frames.last) frames.longest = Math.max(frames.longest, now - frames.last);
      frames.last = now;
      if (frames.on) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    bench.watched = () => {
      frames.on = false;
      return frames.longest;
    };
  };

  /** Says yes to a question of the app: gives a name where one is asked for, presses the main button. */
  bench.agree = () => {
    const dialog = document.querySelector("dialog[open]");
    if (!dialog) return false;
    for (const field of dialog.querySelectorAll("input[type=text], input:not([type])")) {
      if (field.value) continue;
      field.value = "Ana";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    const main = /^(Add|Go on|Open|OK|Keep|Save|Continue|Start|Done)\b/;
    Array.from(dialog.querySelectorAll("button")).find((each) => main.test(each.textContent.trim()))?.click();
    return true;
  };

  /** When something is so, and has had its frame; in ms since the navigation began. `null` after a minute. */
  const when = (so) =>
    new Promise((resolve) => {
      let there = false;
      const look = () => {
        if (there || !so()) return;
        there = true;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributes: true });
      document.addEventListener("readystatechange", look);
      setTimeout(() => resolve(null), 60000);
    });

  /** A click on “Add articles” is answered: the browser is asked for its file picker. */
  const answered = () => {
    const buttons = Array.from(document.querySelectorAll("button:enabled"));
    const button = buttons.find((one) => one.textContent.trim() === "Add articles");
    let asked = false;
    const picker = (event) => {
      asked ||= event.target.matches("input[type=file]");
      if (asked) event.preventDefault();
    };
    addEventListener("click", picker, true);
    button?.click();
    removeEventListener("click", picker, true);
    return asked;
  };

  /** The page can be used: it answers a click, the empty app has its line, a plain page is whole. */
  bench.first = when(() => {
    if (document.title === "Paragraphs") return document.readyState === "complete";
    return document.getElementById("ready") !== null || answered();
  });

  /** When the later part of the app has come, which a page without the app does not have. */
  const later = new Promise((resolve) => {
    const look = (list) => {
      const part = list.getEntries().find(({ name }) => name.endsWith("-more.wasm"));
      if (part) resolve(part.responseEnd);
    };
    new PerformanceObserver(look).observe({ type: "resource", buffered: true });
  });

  /** All of it is there: the app runs, and has taken the start page away, and its later part is there. */
  bench.whole = when(() => document.readyState !== "loading" && !document.getElementById("start")).then((at) =>
    document.querySelector("script[src*='build=']") ? later.then((end) => Math.max(at, end)) : at,
  );
})();
