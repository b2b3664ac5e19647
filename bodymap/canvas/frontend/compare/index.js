// Mounts a comparison. Called again at every rerun with the same parent: one comparison each.

import { Comparison } from "./compare.js";

const mounted = new WeakMap();

export default function ({ data, parentElement }) {
  let comparison = mounted.get(parentElement);
  if (!comparison || !parentElement.contains(comparison.root)) {
    comparison = new Comparison(parentElement);
    mounted.set(parentElement, comparison);
  }
  comparison.update(data);
  return () => mounted.delete(parentElement);
}
