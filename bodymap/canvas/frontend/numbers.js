// The number of each thing that is drawn, on what was drawn of it first in a view.

import { svg } from "./dom.js";

const BESIDE = 11; // pixels of the screen: a number hides no small spot

// `numberOf`: number of a thing by its id; undefined for none.
export function numberTags(strokes, data, numberOf) {
  const first = new Map();
  for (const stroke of strokes) {
    const number = numberOf(stroke.mark);
    if (number === undefined || stroke.kind === "erase" || first.has(number)) continue;
    const at = middleOf(stroke, data);
    if (at) first.set(number, at);
  }
  return [...first].map(([number, [x, y]]) => {
    const tag = svg("g", { transform: `translate(${x} ${y})` });
    const inner = svg("g", { class: "number-tag" }, tag);
    svg("circle", { class: "badge", cx: BESIDE, cy: -BESIDE, r: 9 }, inner);
    svg("text", { x: BESIDE, y: 3.9 - BESIDE, "text-anchor": "middle" }, inner).textContent = number;
    return tag;
  });
}

function middleOf({ kind, points, region }, data) {
  if (kind === "region") return data.regions[region]?.at;
  if (kind !== "outline") return points[points.length >> 1];
  return [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
}
