// Mounts the clickable body. Called again at every rerun with the same parent: one canvas each.

import { Canvas } from "./canvas.js";
import { mountSkeleton } from "./skeleton.js";

const mounted = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  let canvas = mounted.get(parentElement);
  if (!canvas || !parentElement.contains(canvas.root)) {
    mountSkeleton(parentElement);
    canvas = new Canvas(parentElement);
    mounted.set(parentElement, canvas);
  }
  canvas.update(data, (message) => setStateValue("ops", structuredClone(message)));
}
