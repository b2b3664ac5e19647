// What was drawn in one view, as shapes: strokes in the colour of the pain, and what was rubbed out.

import { discs } from "./covered.js";
import { svg } from "./dom.js";

const FILLED = new Set(["outline", "region"]);
const LINES = 4; // kinds of them
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
// What has a number shows it: a dark rim, which is seen on the skin however weak the pain, and
// lines of its own.
export function drawnStrokes(strokes, data, { numberOf = () => undefined, lines = "" } = {}) {
  const groups = new Map();
  for (const stroke of strokes) {
    const key = stroke.mark ?? null;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(stroke);
  }
  return [...groups].map(([mark, made]) => drawnOf(mark, made, data, { number: numberOf(mark), lines }));
}

// In the order they were made; `data` is the view's.
function drawnOf(mark, strokes, data, { number, lines }) {
  let rims = svg("g");
  let drawn = svg("g");
  const shapes = [];
  for (const stroke of strokes) {
    const path = strokePath(stroke, data);
    const erases = stroke.kind === "erase";
    if (number !== undefined) {
      const rim = painted(stroke, data, erases ? "rubbed" : "rim");
      if (erases) rims = erased(rims, rim, data);
      else rims.appendChild(rim);
    }
    if (erases) drawn = erased(drawn, path, data, "stroke mask");
    else drawn.appendChild(path);
    if (number > 1 && !erases) drawn.appendChild(lined(stroke, data, `${lines}-${(number - 2) % LINES}`));
    shapes.push({ path, erases, filled: FILLED.has(stroke.kind) });
  }
  const group = svg("g", number === undefined ? {} : { class: "numbered" });
  group.append(rims, drawn);
  return Object.assign(group, { mark, shapes });
}

// The same shape once more, for something else than its colour.
function painted(stroke, data, kind) {
  const { class: of, "stroke-width": width, ...shape } = strokeShape(stroke, data);
  const path = svg("path", { ...shape, class: `${kind} ${width ? "line" : "whole"}` });
  path.style.setProperty("--wide", width ?? 0);
  return path;
}

function lined(stroke, data, pattern) {
  const path = painted(stroke, data, "lined");
  const paint = stroke.kind === "brush" ? "stroke" : "fill";
  path.setAttribute(paint, `url(#${pattern})`);
  return path;
}

// Lines of their own for the second thing that is drawn and those after it; the first has none.
export function lineKinds(defs, id) {
  const kinds = ["M-2 8L8 -2M0 18L18 0M8 18L18 8", "M8 -2L18 8M0 0L18 18M-2 8L8 18", "M4 4h2M12 12h2", "M0 8H16M8 0V16"];
  kinds.forEach((d, kind) => {
    const size = { width: 16, height: 16, patternUnits: "userSpaceOnUse" };
    svg("path", { class: "painline", d }, svg("pattern", { id: `${id}-${kind}`, ...size }, defs));
  });
}

// Everything drawn so far, without what the eraser covers; later strokes lie above it.
function erased(drawn, path, data, kind = "mask") {
  const id = `erased-${++masks}`;
  const whole = { x: 0, y: 0, width: data.width, height: data.height };
  const around = svg("g");
  const mask = svg("mask", { id, maskUnits: "userSpaceOnUse", ...whole }, around);
  svg("rect", { ...whole, fill: "#fff" }, mask);
  mask.appendChild(path).setAttribute("class", kind);
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
