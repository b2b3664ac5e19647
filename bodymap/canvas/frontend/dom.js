// Small helpers for elements; text goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, parent) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name === "text") element.textContent = value;
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  parent?.appendChild(element);
  return element;
}

export const html = (tag, attributes, parent) =>
  fill(document.createElement(tag), attributes, parent);

export const svg = (tag, attributes, parent) =>
  fill(document.createElementNS(SVG, tag), attributes, parent);

// Keep as many children as there are items, keyed; makes, updates and removes.
export function keyed(parent, items, keyOf, make, update) {
  const old = new Map(Array.from(parent.children, (child) => [child.dataset.key, child]));
  let before = parent.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    let child = old.get(key);
    if (!child) {
      child = make(item);
      child.dataset.key = key;
    }
    old.delete(key);
    update(child, item);
    if (child === before) before = before.nextElementSibling;
    else parent.insertBefore(child, before);
  }
  old.forEach((child) => child.remove());
}
