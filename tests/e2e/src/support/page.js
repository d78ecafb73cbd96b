// Roles and accessible names, as far as the flows need them. Included in front of a script.

const IMPLIED = {
  alert: "[role=alert]",
  article: "article, [role=article]",
  button: "button, [role=button], summary, input[type=button], input[type=submit]",
  checkbox: "input[type=checkbox], [role=checkbox], [role=switch]",
  combobox: "select:not([multiple]), [role=combobox]",
  dialog: "dialog, [role=dialog], [role=alertdialog]",
  heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
  link: "a[href], [role=link]",
  list: "ul, ol, [role=list], [role=listbox], [role=grid], [role=tree]",
  listitem: "li, [role=listitem], [role=option]",
  main: "main, [role=main]",
  menuitem: "[role=menuitem]",
  navigation: "nav, [role=navigation]",
  option: "option, [role=option]",
  radio: "input[type=radio], [role=radio]",
  region: "section, [role=region]",
  status: "output, [role=status]",
  table: "table, [role=table], [role=grid]",
  textbox: "textarea, [role=textbox], [role=searchbox], [contenteditable=true]," +
    "input:not([type]), input[type=text], input[type=search], input[type=url], input[type=date], input[type=email]",
  toolbar: "[role=toolbar]",
};

function folded(text) {
  return (text ?? "").replace(/\s+/g, " ").trim();
}

/** The text of an element without what is hidden from assistive technology. */
function textOf(element) {
  if (element.nodeType === Node.TEXT_NODE) return element.data;
  if (element.nodeType !== Node.ELEMENT_NODE || element.getAttribute("aria-hidden") === "true") return "";
  const label = element.getAttribute("aria-label");
  if (label) return label;
  if (element.tagName === "IMG") return element.alt;
  return Array.from(element.childNodes, textOf).join("");
}

function nameOf(element) {
  const by = element.getAttribute("aria-labelledby");
  if (by) {
    const parts = by.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean);
    return folded(parts.map((part) => textOf(part)).join(" "));
  }
  const label = element.getAttribute("aria-label");
  if (label) return folded(label);
  if (element.labels?.length) {
    // A label that wraps its field: the text without the field's own.
    return folded(Array.from(element.labels, (each) =>
      Array.from(each.childNodes, (node) => (node.contains(element) ? "" : textOf(node))).join("")).join(" "));
  }
  if (element.matches("input[type=button], input[type=submit]")) return folded(element.value);
  if (element.matches("button, a, summary, option, li, h1, h2, h3, h4, h5, h6") || element.hasAttribute("role")) {
    const text = folded(textOf(element));
    if (text) return text;
  }
  if (element.tagName === "TABLE" && element.caption) return folded(textOf(element.caption));
  return folded(element.getAttribute("title") ?? element.getAttribute("placeholder"));
}

function isShown(element) {
  if (element.closest("[inert]") || element.closest("[aria-hidden=true]")) return false;
  if (element.tagName === "OPTION") return true;
  // Also where `content-visibility: hidden` keeps it out of sight, but not where it is merely off the screen.
  if (element.checkVisibility?.() === false) return false;
  const style = getComputedStyle(element);
  return style.visibility === "visible" && element.getClientRects().length > 0;
}

/** The elements that are shown with a role, and with exactly this name unless it is null. */
function byRole(role, name) {
  const own = `[role=${role}]`;
  return Array.from(document.querySelectorAll(IMPLIED[role] ?? own)).filter((element) => {
    const explicit = element.getAttribute("role");
    if (explicit && !element.matches(own) && !(IMPLIED[role] ?? "").includes(`[role=${explicit}]`)) return false;
    return isShown(element) && (name === null || name === undefined || nameOf(element) === name);
  });
}
