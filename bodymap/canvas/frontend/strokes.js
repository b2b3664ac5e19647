// What was drawn in one view, as shapes: strokes in the colour of the pain, and what was rubbed out.

import { svg } from "./dom.js";

let masks = 0;

// The colours themselves come from the server (see `showPainColours`), the same as in print.
export function painColour(intensity) {
  return `var(--pain-${intensity ?? "unrated"})`;
}

export function showPainColours(root, { rated, unrated }) {
  rated.forEach((colour, nrs) => root.style.setProperty(`--pain-${nrs}`, colour));
  root.style.setProperty("--pain-unrated", unrated);
}

export function strokePath(stroke, data) {
  const path = svg("path", strokeShape(stroke, data));
  path.style.setProperty("--pain", painColour(stroke.intensity));
  return path;
}

function strokeShape({ kind, points, radius, region }, data) {
  if (kind === "region") return { class: "stroke region-fill", d: data.regions[region]?.d ?? "" };
  const ends = points.length === 1 ? [...points, points[0]] : points;
  const d = `M${ends.map((point) => point.join(" ")).join("L")}`;
  if (kind === "outline") return { class: "stroke outline", d: `${d}Z` };
  return { class: `stroke ${kind}`, d, "stroke-width": 2 * radius };
}

// In the order they were made; `data` is the view's.
export function drawnStrokes(strokes, data) {
  let drawn = svg("g");
  for (const stroke of strokes) {
    if (stroke.kind === "erase") drawn = erased(drawn, stroke, data);
    else drawn.appendChild(strokePath(stroke, data));
  }
  return drawn;
}

// Everything drawn so far, without what the eraser covers; later strokes lie above it.
function erased(drawn, stroke, data) {
  const id = `erased-${++masks}`;
  const whole = { x: 0, y: 0, width: data.width, height: data.height };
  const around = svg("g");
  const mask = svg("mask", { id, maskUnits: "userSpaceOnUse", ...whole }, around);
  svg("rect", { ...whole, fill: "#fff" }, mask);
  mask.appendChild(strokePath(stroke, data)).setAttribute("class", "stroke mask");
  drawn.setAttribute("mask", `url(#${id})`);
  around.appendChild(drawn);
  return around;
}

const ROUND = Array.from({ length: 8 }, (_, n) => [Math.cos((n * Math.PI) / 4), Math.sin((n * Math.PI) / 4)]);

// Whether a disc that is moved over points lies on something drawn; `group` holds the shapes.
export function touchesDrawn(group, { points, radius }) {
  const around = ([x, y]) => ROUND.map(([dx, dy]) => new DOMPoint(x + radius * dx, y + radius * dy));
  const discs = points.flatMap((point) => [new DOMPoint(...point), ...around(point)]);
  return [...group.querySelectorAll(".stroke:not(.erase, .mask)")].some((shape) => {
    const filled = !shape.classList.contains("brush");
    return discs.some((at) => shape.isPointInStroke(at) || (filled && shape.isPointInFill(at)));
  });
}
