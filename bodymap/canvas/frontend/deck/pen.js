// A pen to draw on the slides: lines in view units, beside the pattern and never part of it.

import { svg } from "../dom.js";

const LEAST_PX = 2; // from one point of a line to the next
const MOST_LINES = 100;
const MOST_POINTS = 2000;

export class Pen {
  constructor(stage, changed) {
    this.lines = {}; // by slide: [{ view, points }]
    this.held = false;
    this.changed = changed;
    stage.addEventListener("pointerdown", (event) => this.#begin(event));
    stage.addEventListener("pointermove", (event) => this.#go(event));
    for (const end of ["pointerup", "pointercancel"]) {
      stage.addEventListener(end, () => this.#end());
    }
  }

  // Draw on this slide, in these views (by id), from now on.
  over(slide, views) {
    if (slide.id !== this.slide) this.#end();
    this.slide = slide.id;
    this.views = views;
    for (const view of views.values()) {
      view.drawn ??= svg("g", { class: "pen", "aria-hidden": "true" }, view.svg);
    }
    this.#show();
  }

  get own() {
    return this.lines[this.slide] ?? [];
  }

  undo() {
    this.lines[this.slide] = this.own.slice(0, -1);
    this.#show();
  }

  clear() {
    delete this.lines[this.slide];
    this.#show();
  }

  #show() {
    for (const view of this.views.values()) {
      view.drawn.replaceChildren();
      for (const { points } of this.own.filter((line) => line.view === view.id)) {
        const d = `M${points.map((point) => point.join(" ")).join("L")}${points.length > 1 ? "" : "h.1"}`;
        svg("path", { class: "halo", d }, view.drawn);
        svg("path", { class: "ink", d }, view.drawn);
      }
    }
    this.changed();
  }

  #begin(event) {
    if (!this.held || event.button || this.own.length >= MOST_LINES) return;
    const view = [...this.views.values()].find((each) => within(each.svg, event));
    if (!view) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    this.line = { view: view.id, points: [at(view, event)] };
    this.on = view;
    this.lines[this.slide] = [...this.own, this.line];
    this.#show();
  }

  #go(event) {
    if (!this.line || this.line.points.length >= MOST_POINTS) return;
    const point = at(this.on, event);
    const [x, y] = this.line.points.at(-1);
    const moved = Math.hypot(point[0] - x, point[1] - y) / this.on.unitsPerPixel;
    if (moved < LEAST_PX) return;
    this.line.points.push(point);
    this.#show();
  }

  #end() {
    this.line = null;
  }
}

// The views are pictures that hear nothing; a hidden one has no room.
function within(element, { clientX, clientY }) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return clientX >= left && clientX < right && clientY >= top && clientY < bottom;
}

const at = (view, event) =>
  view.toUnits(event.clientX, event.clientY).map((value) => Number(value.toFixed(1)));
