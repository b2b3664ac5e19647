// What was drawn in one view, as shapes: strokes in the colour of the pain, and what was rubbed out.

import { discs } from "./covered.js";
import { svg } from "./dom.js";

const FILLED = new Set(["outline", "region"]);
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

// Of each thing that is drawn a group of its own: what is rubbed out of one stays in another.
export function drawnStrokes(strokes, data) {
  const groups = new Map();
  for (const stroke of strokes) {
    const key = stroke.mark ?? null;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(stroke);
  }
  return [...groups].map(([mark, made]) => drawnOf(mark, made, data));
}

// In the order they were made; `data` is the view's.
function drawnOf(mark, strokes, data) {
  let drawn = svg("g");
  const shapes = [];
  for (const stroke of strokes) {
    const path = strokePath(stroke, data);
    if (stroke.kind === "erase") drawn = erased(drawn, path, data);
    else drawn.appendChild(path);
    shapes.push({ path, erases: stroke.kind === "erase", filled: FILLED.has(stroke.kind) });
  }
  const group = svg("g");
  group.appendChild(drawn);
  return Object.assign(group, { mark, shapes });
}

// Everything drawn so far, without what the eraser covers; later strokes lie above it.
function erased(drawn, path, data) {
  const id = `erased-${++masks}`;
  const whole = { x: 0, y: 0, width: data.width, height: data.height };
  const around = svg("g");
  const mask = svg("mask", { id, maskUnits: "userSpaceOnUse", ...whole }, around);
  svg("rect", { ...whole, fill: "#fff" }, mask);
  mask.appendChild(path).setAttribute("class", "stroke mask");
  drawn.setAttribute("mask", `url(#${id})`);
  around.appendChild(drawn);
  return around;
}

// What a disc that is moved along a stroke touches, of all that `groups` show: ids, the lowest first.
export function marksTouched(groups, stroke) {
  const at = discs(stroke).map(([x, y]) => new DOMPoint(x, y));
  const inked = ({ shapes }, point) => {
    const last = shapes.findLast(
      ({ path, filled }) => path.isPointInStroke(point) || (filled && path.isPointInFill(point)),
    );
    return last && !last.erases;
  };
  return groups.filter((group) => at.some((point) => inked(group, point))).map(({ mark }) => mark);
}
