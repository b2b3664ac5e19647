// One view of the body: its picture, regions, zones, strokes and marks, and its zoom.

import { keyed, svg } from "./dom.js";
import { classes, fill } from "./looks.js";
import { Muscles } from "./muscles.js";

const MARK_PX = 8; // half the width of the X on the screen
const MOST_ZOOM = 12;
const CORNERS = [[14, -13], [14, 13], [-14, -13], [-14, 13]]; // of an X, for its number
const ROOM_PX = 18; // from a number to the next X or number: further away is no better
let patterns = 0;

export class View {
  constructor(stage, data, figure, words) {
    this.data = data;
    this.id = data.id;
    this.full = [0, 0, data.width, data.height];
    this.box = this.full;
    this.cell = document.createElement("figure");
    this.cell.className = `view ${words.kind}`;
    this.cell.dataset.view = data.id;
    this.cell.style.setProperty("--ratio", data.width / data.height);
    this.svg = svg("svg", { role: "group", "aria-label": words.hint }, this.cell);
    this.#draw(figure);
    this.#cues(words);
    this.setBox(this.full);
    stage.appendChild(this.cell);
  }

  #draw(figure) {
    const { data } = this;
    const stipple = `stipple-${++patterns}`;
    const clip = `clip-${patterns}`;
    const defs = svg("defs", {}, this.svg);
    const pattern = { id: stipple, width: 9, height: 9, patternUnits: "userSpaceOnUse" };
    const dots = svg("pattern", { ...pattern, patternTransform: "rotate(30)" }, defs);
    svg("circle", { class: "dot", cx: 3, cy: 3, r: 2.3 }, dots);
    svg("path", { d: data.outline }, svg("clipPath", { id: clip }, defs));
    this.stipple = `url(#${stipple})`;
    svg("path", { class: "body", d: data.outline, "aria-hidden": "true" }, this.svg);
    const under = { class: "muscles", "clip-path": `url(#${clip})`, "aria-hidden": "true" };
    this.muscles = new Muscles(svg("g", under, this.svg));
    this.regions = svg("g", { class: "regions" }, this.svg);
    this.zones = svg("g", { class: "zones", "clip-path": `url(#${clip})` }, this.svg);
    this.strokes = svg("g", { class: "strokes", "clip-path": `url(#${clip})` }, this.svg);
    if (data.relief) {
      const size = { width: data.width, height: data.height, preserveAspectRatio: "none" };
      svg("image", { class: "relief", href: data.relief, ...size, "aria-hidden": "true" }, this.svg);
    }
    this.lines = svg("path", { class: "lines", "aria-hidden": "true" }, this.svg);
    this.lines.setAttribute("d", Object.values(data.regions).map((r) => r.d).join(""));
    this.marks = svg("g", { class: "marks" }, this.svg);
    this.cross = svg("path", { class: "cross", d: "M-12 0H-3M3 0H12M0 -12V-3M0 3V12" }, this.svg);
    this.cross.setAttribute("visibility", "hidden");
    this.paths = {};
    Object.entries(data.regions).forEach(([id, region]) => {
      this.paths[id] = svg("path", {
        class: "region",
        d: region.d,
        role: "button",
        "aria-label": figure.nameOf(figure.byId[id]),
        tabindex: -1,
        "data-region": id,
      }, this.regions);
    });
  }

  #cues(words) {
    for (const [place, text] of [["cue at-left", words.left], ["cue at-right", words.right]]) {
      if (!text) continue;
      const cue = document.createElement("span");
      cue.className = place;
      cue.textContent = text;
      this.cell.appendChild(cue);
    }
    const caption = document.createElement("figcaption");
    caption.textContent = words.name;
    this.cell.appendChild(caption);
  }

  get visible() {
    return this.svg.clientWidth > 0;
  }

  get unitsPerPixel() {
    const { clientWidth, clientHeight } = this.svg;
    return clientWidth ? Math.max(this.box[2] / clientWidth, this.box[3] / clientHeight) : 1;
  }

  toUnits(clientX, clientY) {
    const matrix = this.svg.getScreenCTM();
    const point = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    const [, , width, height] = this.full;
    return [Math.min(width, Math.max(0, point.x)), Math.min(height, Math.max(0, point.y))];
  }

  setBox(box) {
    this.box = box;
    this.cell.classList.toggle("zoomed", box[2] < this.full[2]);
    this.svg.setAttribute("viewBox", box.map((value) => value.toFixed(2)).join(" "));
    this.rescale();
  }

  zoom(factor, at) {
    const [x, y, width, height] = this.box;
    const [cx, cy] = at ?? [x + width / 2, y + height / 2];
    const wide = Math.min(this.full[2], Math.max(this.full[2] / MOST_ZOOM, width * factor));
    const scale = wide / width;
    this.#within([cx - (cx - x) * scale, cy - (cy - y) * scale, wide, height * scale]);
  }

  pan(dx, dy) {
    const [x, y, width, height] = this.box;
    this.#within([x - dx, y - dy, width, height]);
  }

  #within([x, y, width, height]) {
    const left = Math.min(Math.max(0, x), this.full[2] - width);
    const top = Math.min(Math.max(0, y), this.full[3] - height);
    this.setBox([left, top, width, height]);
  }

  // Marks keep their size on the screen whatever the zoom.
  rescale() {
    const k = this.unitsPerPixel;
    this.cross?.style.setProperty("--k", k);
    const marks = Array.from(this.marks?.children ?? []);
    const centres = marks.map(({ at: [x, y] }) => [x / k, y / k]);
    const taken = [];
    marks.forEach((mark, index) => {
      mark.firstElementChild.setAttribute("transform", `scale(${k.toFixed(3)})`);
      const badge = mark.querySelector(".tag");
      if (!badge) return;
      const others = centres.filter((_, other) => other !== index);
      const [dx, dy] = freeCorner(centres[index], [...others, ...taken]);
      taken.push([centres[index][0] + dx, centres[index][1] + dy]);
      badge.setAttribute("transform", `translate(${dx} ${dy})`);
    });
  }

  showMarks(marks, selected, nameOf) {
    const here = marks.flatMap((mark) => {
      if (mark.view === this.id) return [{ mark, x: mark.x, y: mark.y, own: true }];
      const also = mark.also?.[this.id];
      return also ? [{ mark, x: also[0], y: also[1], own: false }] : [];
    });
    const make = ({ own }) => {
      const group = svg("g", own ? { role: "button" } : { "aria-hidden": "true" });
      const inner = svg("g", {}, group);
      const r = MARK_PX;
      svg("circle", { class: "grip", r: 11 }, inner);
      const d = `M${-r} ${-r}L${r} ${r}M${r} ${-r}L${-r} ${r}`;
      svg("path", { class: "halo", d }, inner);
      svg("path", { class: "x", d }, inner);
      if (own) {
        const badge = svg("g", { class: "tag" }, inner);
        svg("circle", { class: "badge", r: 9 }, badge);
        svg("text", { y: 3.7, "text-anchor": "middle" }, badge);
      }
      return group;
    };
    const update = (group, { mark, x, y, own }) => {
      const isSelected = mark.id === selected;
      group.setAttribute("class", `mark ${mark.tone} ${own ? "own" : "also"}`);
      group.classList.toggle("selected", isSelected);
      group.setAttribute("transform", `translate(${x} ${y})`);
      group.at = [x, y];
      group.dataset.mark = mark.id;
      if (!own) return;
      group.setAttribute("tabindex", isSelected ? 0 : -1);
      group.setAttribute("aria-label", nameOf(mark));
      group.querySelector("text").textContent = mark.number;
    };
    keyed(this.marks, here, ({ mark, own }) => `${mark.id}${own}`, make, update);
    this.rescale();
    return here.length;
  }

  showZones(zones) {
    const paths = zones.flatMap(({ url, shapes, look = "" }) =>
      ["muscle", "spillover", "essential"].flatMap((extent) => {
        const d = shapes[extent]?.[this.id];
        return d ? [{ key: `${url}${extent}${look}`, extent, d, look }] : [];
      }),
    );
    const make = ({ extent, look }) => {
      const path = svg("path", { class: `zone ${extent}${classes(look)}` });
      if (look && extent === "essential") fill(path, this.svg.querySelector("defs"), look);
      else if (extent === "spillover") path.setAttribute("fill", this.stipple);
      return path;
    };
    keyed(this.zones, paths, (zone) => zone.key, make, (path, zone) => path.setAttribute("d", zone.d));
    return paths.length;
  }

  showStrokes(strokes) {
    let drawn = svg("g");
    for (const stroke of strokes) {
      if (stroke.kind === "erase") drawn = this.#erased(drawn, stroke);
      else drawn.appendChild(strokePath(stroke, this.data));
    }
    this.strokes.replaceChildren(drawn);
  }

  // Everything drawn so far, without what the eraser covers; later strokes lie above it.
  #erased(drawn, stroke) {
    const id = `erased-${++patterns}`;
    const around = svg("g");
    const mask = svg("mask", { id, maskUnits: "userSpaceOnUse" }, around);
    for (const [name, value] of Object.entries({ x: 0, y: 0, width: this.full[2], height: this.full[3] })) {
      mask.setAttribute(name, value);
    }
    svg("rect", { x: 0, y: 0, width: this.full[2], height: this.full[3], fill: "#fff" }, mask);
    mask.appendChild(strokePath(stroke, this.data)).setAttribute("class", "stroke mask");
    drawn.setAttribute("mask", `url(#${id})`);
    around.appendChild(drawn);
    return around;
  }

  highlight(ids) {
    for (const [id, path] of Object.entries(this.paths)) {
      path.classList.toggle("chosen", ids.includes(id));
    }
  }
}

// Light to dark, evenly, for pain from 0 to 10.
const PAIN = ["#fde7c7", "#f7b267", "#e8663c", "#b6213b", "#6b1034"];
const NO_PAIN_GIVEN = PAIN[2];

function painColour(intensity) {
  if (intensity === null || intensity === undefined) return NO_PAIN_GIVEN;
  const place = (intensity / 10) * (PAIN.length - 1);
  const low = Math.min(PAIN.length - 2, Math.floor(place));
  return `color-mix(in oklab, ${PAIN[low]}, ${PAIN[low + 1]} ${Math.round((place - low) * 100)}%)`;
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

// Which corner of an X its number goes to, so that it hides no other X and no other number.
// All in pixels of the screen; the upper right unless that is taken.
function freeCorner([x, y], others) {
  const room = ([dx, dy]) =>
    Math.min(ROOM_PX, ...others.map(([ox, oy]) => Math.hypot(x + dx - ox, y + dy - oy)));
  return CORNERS.reduce((best, corner) => (room(corner) > room(best) ? corner : best));
}
