// One view of the body: its picture, regions, zones, strokes and marks, and its zoom.

import { Arrows } from "./arrows.js";
import { keyed, svg } from "./dom.js";
import { Ghosts } from "./ghosts.js";
import { classes, fill } from "./looks.js";
import { Marks } from "./marks.js";
import { Muscles } from "./muscles.js";
import { numberTags } from "./numbers.js";
import { drawnStrokes, lineKinds, marksTouched, painColour } from "./strokes.js";

const MOST_ZOOM = 12;
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
    this.painLines = `pain-lines-${patterns}`;
    lineKinds(defs, this.painLines);
    svg("path", { class: "body", d: data.outline, "aria-hidden": "true" }, this.svg);
    const under = { class: "muscles", "clip-path": `url(#${clip})`, "aria-hidden": "true" };
    this.muscles = new Muscles(svg("g", under, this.svg));
    const faded = svg("g", { class: "faded", "aria-hidden": "true" }, this.svg);
    this.under = svg("g", { ...under, class: "under" }, faded);
    this.underArrows = new Arrows(svg("g", { class: "arrows" }, faded), this.id);
    this.regions = svg("g", { class: "regions" }, this.svg);
    this.zones = svg("g", { class: "zones", "clip-path": `url(#${clip})` }, this.svg);
    this.strokes = svg("g", { class: "strokes", "clip-path": `url(#${clip})` }, this.svg);
    if (data.relief) {
      const size = { width: data.width, height: data.height, preserveAspectRatio: "none" };
      svg("image", { class: "relief", href: data.relief, ...size, "aria-hidden": "true" }, this.svg);
    }
    this.lines = svg("path", { class: "lines", "aria-hidden": "true" }, this.svg);
    this.lines.setAttribute("d", Object.values(data.regions).map((r) => r.d).join(""));
    this.numbers = svg("g", { class: "numbers", "aria-hidden": "true" }, this.svg);
    this.arrows = new Arrows(svg("g", { class: "arrows", "aria-hidden": "true" }, this.svg), this.id);
    this.ghosts = new Ghosts(svg("g", { class: "ghosts", "aria-hidden": "true" }, this.svg), this.id);
    this.marks = new Marks(svg("g", { class: "marks" }, this.svg), this.id);
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
    const [width, height] = this.pixels ?? this.measure();
    return width ? Math.max(this.box[2] / width, this.box[3] / height) : 1;
  }

  // How large the view is, known until the next frame: to answer, the browser lays out the page, and
  // would again after everything that is drawn.
  measure() {
    if (!this.pixels) requestAnimationFrame(() => (this.pixels = null));
    this.pixels = [this.svg.clientWidth, this.svg.clientHeight];
    return this.pixels;
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
    this.strokes?.style.setProperty("--k", k);
    this.numbers?.style.setProperty("--k", k);
    this.arrows?.rescale(k);
    this.underArrows?.rescale(k);
    this.marks?.rescale(k);
    this.ghosts?.rescale(k);
  }

  showArrows(arrows, nameOf) {
    this.arrows.show(arrows, nameOf);
    this.arrows.rescale(this.unitsPerPixel);
  }

  showMarks(marks, selected, nameOf) {
    this.marks.show(marks, selected, nameOf);
    this.marks.rescale(this.unitsPerPixel);
  }

  showGhosts(ghosts) {
    this.ghosts.show(ghosts);
    this.ghosts.rescale(this.unitsPerPixel);
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

  // What can be faded; made anew only when something else is given.
  showUnder(given, nameOf) {
    if (given === this.underShown) return;
    this.underShown = given;
    this.underArrows.show(given.arrows, nameOf);
    this.underArrows.rescale(this.unitsPerPixel);
    this.under.replaceChildren();
    for (const { shapes, intensity } of given.layers) {
      const d = shapes[this.id];
      if (!d) continue;
      const path = svg("path", { d }, this.under);
      path.style.setProperty("--pain", painColour(intensity));
    }
  }

  // Ids of what an eraser touches that is moved along a stroke, the lowest first.
  marksTouched(stroke) {
    return marksTouched(this.drawn ?? [], stroke);
  }

  // `numberOf`: what a thing that is drawn is called on the body; undefined for none.
  showStrokes(strokes, numberOf = () => undefined) {
    this.drawn = drawnStrokes(strokes, this.data, { numberOf, lines: this.painLines });
    this.strokes.replaceChildren(...this.drawn);
    this.numbers.replaceChildren(...numberTags(strokes, this.data, numberOf));
  }

  nameRegions(nameOf) {
    for (const [id, path] of Object.entries(this.paths)) {
      const name = nameOf(id);
      if (path.getAttribute("aria-label") !== name) path.setAttribute("aria-label", name);
    }
  }

  highlight(ids) {
    for (const [id, path] of Object.entries(this.paths)) {
      path.classList.toggle("chosen", ids.includes(id));
    }
  }
}
