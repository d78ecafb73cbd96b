// A bare page: the text in plain paragraphs, and the least that marking needs. One mark at most.

const article = document.querySelector("article");
const paragraphs = (await (await fetch(`${location.search.slice(1)}`)).text()).split("\n");
let mark = null;
let undo = null;

function close() {
  article.replaceChildren();
  mark = null;
}

function open() {
  const all = document.createDocumentFragment();
  for (const paragraph of paragraphs) {
    const p = document.createElement("p");
    p.dir = "auto";
    p.textContent = paragraph;
    all.append(p);
  }
  article.replaceChildren(all);
}

function wrap(range) {
  mark = document.createElement("mark");
  mark.dataset.annotations = "a";
  range.surroundContents(mark);
  undo = unwrap;
}

function unwrap() {
  const parent = mark.parentNode;
  mark.replaceWith(...mark.childNodes);
  parent.normalize();
  mark = null;
}

document.getElementById("text").addEventListener("click", (event) => {
  event.preventDefault();
  open();
});
document.getElementById("none").addEventListener("click", (event) => {
  event.preventDefault();
  close();
});
article.addEventListener("click", (event) => {
  if (event.target === mark) mark.classList.add("selected");
});
article.addEventListener("keydown", (event) => {
  if (event.key === "1") {
    const range = getSelection().getRangeAt(0);
    // A double click may take the space behind the word.
    const space = range.toString().length - range.toString().trimEnd().length;
    range.setEnd(range.endContainer, range.endOffset - space);
    wrap(range);
  } else if (event.key === "z" && event.ctrlKey) {
    undo?.();
    undo = null;
    event.preventDefault();
  } else if (event.key === "Delete" && mark?.classList.contains("selected")) {
    unwrap();
  } else if (event.key === "Escape") {
    mark?.classList.remove("selected");
  }
});
