// Mounts the clickable body. Called again at every rerun with the same parent: one canvas each.

import { Canvas } from "./canvas.js";
import { mountSkeleton } from "./skeleton.js";
import { handOver } from "./under.js";

const mounted = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  if (data.handed) {
    handOver(data.handed); // no body here: shapes for the bodies elsewhere on the page
    return;
  }
  let canvas = mounted.get(parentElement);
  if (!canvas || !parentElement.contains(canvas.root)) {
    mountSkeleton(parentElement);
    canvas = new Canvas(parentElement);
    mounted.set(parentElement, canvas);
  }
  canvas.update(data, (message) => setStateValue("ops", structuredClone(message)));
}
