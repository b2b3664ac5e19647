// Mounts the clickable body. Called again at every rerun with the same parent: one canvas each. If
// the page put the body elsewhere meanwhile, the same canvas goes there, turned and zoomed as it was.

import { Canvas } from "./canvas.js";
import { isKnown, learn } from "./saying.js";
import { mountSkeleton } from "./skeleton.js";
import { handOnTyped } from "./typed.js";
import { handOver } from "./under.js";

handOnTyped(document);
const mounted = new WeakMap();
let last = null; // the one shown last

export default function ({ data, parentElement, setStateValue }) {
  if (data.handed) {
    handOver(data.handed); // no body here: shapes for the bodies elsewhere on the page
    return;
  }
  let canvas = mounted.get(parentElement);
  if (!canvas || !parentElement.contains(canvas.root)) {
    if (last?.data.log === data.log && !last.root.isConnected) {
      canvas = last;
      parentElement.appendChild(canvas.root);
    } else {
      mountSkeleton(parentElement);
      canvas = new Canvas(parentElement);
    }
    mounted.set(parentElement, canvas);
  }
  last = canvas;
  const send = (message) => setStateValue("ops", structuredClone(message));
  canvas.asked = { data, send };
  if (isKnown(data.language)) canvas.update(data, send);
  else learn(data.language).then(() => canvas.update(canvas.asked.data, canvas.asked.send));
}
