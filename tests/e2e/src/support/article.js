// The article as a person sees it: text, points in it, marks. Included in front of a script.

function article() {
  return document.querySelector("article");
}

/** The text nodes of the open articles, of which there may be two, with their offsets in their text (UTF-16, no line
 * breaks). */
function textNodes() {
  const nodes = [];
  let start = 0;
  for (const one of document.querySelectorAll("article")) {
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, start });
      start += walker.currentNode.length;
    }
  }
  return nodes;
}

function place(nodes, offset) {
  const found = nodes.findLast((each) => each.start <= offset);
  return [found.node, offset - found.start];
}

/** The box of one character. */
function box(nodes, offset) {
  const [node, at] = place(nodes, offset);
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, Math.min(at + 1, node.length));
  return range.getBoundingClientRect();
}

/** Scrolls so that a character is in view; its block may be larger than the window. */
function bring(nodes, offset) {
  const block = place(nodes, offset)[0].parentElement;
  const inside = () => {
    const { top, bottom, height } = box(nodes, offset);
    return height > 0 && top > innerHeight * 0.4 && bottom < innerHeight * 0.85;
  };
  if (inside()) return;
  block.scrollIntoView({ block: "center", behavior: "instant" });
  let scroller = block.parentElement;
  while (scroller && !(scroller.scrollHeight > scroller.clientHeight && /auto|scroll/.test(getComputedStyle(scroller).overflowY))) {
    scroller = scroller.parentElement;
  }
  if (scroller && !inside()) scroller.scrollTop += box(nodes, offset).top - innerHeight * 0.6;
}

function points(from, to) {
  const nodes = textNodes();
  const text = nodes.map((each) => each.node.data).join("");
  const first = text.indexOf(from);
  const last = text.indexOf(to, from === to ? first : first + from.length);
  if (first < 0 || last < 0) return null;
  bring(nodes, first);
  const a = box(nodes, first);
  const b = box(nodes, last + to.length - 1);
  const point = (x, rect) => ({ x: Math.round(x), y: Math.round(rect.top + rect.height / 2) });
  // Inside the box by a hair; where text runs to the left, a character starts at its right edge.
  const rtl = getComputedStyle(place(nodes, first)[0].parentElement).direction === "rtl";
  return rtl
    ? { start: point(a.right - 0.5, a), end: point(b.left + 0.5, b), height: Math.min(a.height, b.height) }
    : { start: point(Math.ceil(a.left), a), end: point(Math.floor(b.right), b), height: Math.min(a.height, b.height) };
}

function middle(quote) {
  const nodes = textNodes();
  const first = nodes.map((each) => each.node.data).join("").indexOf(quote);
  if (first < 0) return null;
  const offset = first + Math.floor(quote.length / 2);
  bring(nodes, offset);
  const rect = box(nodes, offset);
  return { x: Math.round(rect.left + rect.width / 2), y: Math.round(rect.top + rect.height / 2), height: rect.height };
}

function lines() {
  return Array.from(article().querySelectorAll("[data-start]"), (block) => block.textContent);
}

function marked() {
  const texts = new Map();
  for (const segment of article().querySelectorAll("[data-annotations]")) {
    for (const id of segment.dataset.annotations.split(" ").filter(Boolean)) {
      texts.set(id, (texts.get(id) ?? "") + segment.textContent);
    }
  }
  return Array.from(texts);
}
