// Marks, the list of annotations, and what is announced. Included in a script behind article.js.

/**
 * Every drawn fragment as [start, end, quote], in code points of the text, in the order of the text. Where a
 * fragment goes over a line break, its quote has it.
 */
function fragments() {
  const found = new Map();
  for (const block of article().querySelectorAll("[data-start]")) {
    const first = Number(block.dataset.start);
    let at = first;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.data;
      const end = at + Array.from(text).length;
      const ids = walker.currentNode.parentElement.closest("[data-annotations]")?.dataset.annotations ?? "";
      for (const id of ids.split(" ").filter(Boolean)) {
        const pieces = found.get(id) ?? found.set(id, []).get(id);
        const last = pieces.at(-1);
        if (last && last[1] === at) {
          last[2] += text;
          last[1] = end;
        } else if (last && at === first && last[1] === at - 1) {
          last[2] += "\n" + text;
          last[1] = end;
        } else {
          pieces.push([at, end, text]);
        }
      }
      at = end;
    }
  }
  return Array.from(found.values()).flat().sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function list() {
  return document.querySelector("[aria-label=Annotations][role=list]");
}

/** The list's rows as [label, quote]. */
function rows() {
  return Array.from(list()?.querySelectorAll("li") ?? [], (row) => [
    row.children[0].textContent.trim(),
    row.children[1].textContent.trim(),
  ]);
}

/** The quotes of the rows that are selected. */
function chosenRows() {
  return Array.from(list()?.querySelectorAll("li[aria-current=true]") ?? [], (row) => row.children[1].textContent.trim());
}

/** The quotes in region Annotation, one for each fragment. */
function inspected() {
  const quotes = Array.from(document.querySelectorAll("section[aria-label=Annotation] blockquote"));
  return quotes.filter((quote) => quote.checkVisibility?.() !== false).map((quote) => quote.textContent);
}

/** Where each tenth character stands: line for line the same if no line box moved. */
function boxes() {
  const nodes = textNodes();
  const total = nodes.at(-1).start + nodes.at(-1).node.length;
  const top = article().getBoundingClientRect().top;
  const found = [];
  for (let offset = 0; offset < total; offset += 10) {
    const rect = box(nodes, offset);
    found.push([Math.round((rect.top - top) * 4), Math.round(rect.height * 4), Math.round(rect.left)]);
  }
  return found;
}

/** The boxes that moved: by more than a quarter of a pixel up or down, or a pixel to the side. */
function moved(before) {
  return boxes().flatMap((now, n) => {
    const away = now.map((at, side) => Math.abs(at - before[n][side]));
    return Math.max(...away) > 1 ? [[n, before[n], now]] : [];
  });
}

/** Keeps everything that a live region says from now on. */
function listen() {
  window.said = [];
  const watch = new MutationObserver((changes) => {
    for (const change of changes) {
      const text = change.target.textContent;
      if (text) window.said.push(text);
    }
  });
  for (const region of document.querySelectorAll("[aria-live]")) {
    watch.observe(region, { subtree: true, childList: true, characterData: true });
  }
}

/** Gives a field a text at once, as the clipboard does. */
function putText(field, text) {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, text);
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}

/** What has the focus, as [tag, name]. */
function focused() {
  const element = document.activeElement;
  return [element.tagName.toLowerCase(), nameOf(element)];
}
