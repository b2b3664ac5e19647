// Scrolls the page to its top when another thing is shown on it; never at the first one.

const last = new WeakMap();

export default function ({ data, parentElement }) {
  if (last.has(parentElement) && last.get(parentElement) !== data.shown) {
    document.querySelector(".stMain")?.scrollTo(0, 0);
  }
  last.set(parentElement, data.shown);
}
