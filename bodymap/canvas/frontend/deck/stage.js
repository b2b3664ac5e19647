// The body on a slide or in a comparison: the canvas's own views, cut to the pattern, with nothing to
// click.

import { Figure, getJson } from "../figure.js";
import { View } from "../view.js";
import { wordsOf } from "../words.js";

const ZOOM_MS = 700;
const MOST_UPRIGHT = 2; // views side by side on a telephone

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const jsonAt = (address) => getJson(new URL(address, document.baseURI).href);

export class Stage {
  constructor(element, data) {
    this.element = element;
    this.texts = data.texts;
    this.words = wordsOf(data.texts);
    this.figure = new Figure(data.figureUrl, data.figure);
    this.ready = this.figure.open();
    this.views = new Map();
    new ResizeObserver(() => this.fit()).observe(element);
  }

  // Have at hand what a slide needs.
  async fetch(slide) {
    await this.ready;
    const missing = slide.views.filter(({ id }) => !this.views.has(id));
    const [zones, muscle, ...loaded] = await Promise.all([
      jsonAt(slide.zones),
      slide.muscle ? jsonAt(slide.muscle) : {},
      ...missing.map(({ id }) => this.figure.view(id)),
    ]);
    for (const data of loaded) {
      if (!this.views.has(data.id)) this.views.set(data.id, this.#made(data));
    }
    return { ...zones, ...muscle };
  }

  #made(data) {
    const words = { ...this.words.view(data.id), kind: "part" };
    const view = new View(this.element, data, this.figure, words);
    view.cell.hidden = true;
    view.cell.inert = true; // a picture, named by the slide
    view.regions.remove();
    view.lines.remove();
    return view;
  }

  show(slide, place, shapes) {
    const anew = slide !== this.slide;
    this.slide = slide;
    const mark = slide.views.find(({ place: at }) => at);
    const marks = mark && place.reached("place") ? [this.#mark(slide, mark)] : [];
    const zones = {};
    for (const extent of ["essential", "spillover"]) {
      if (place.reached(extent)) zones[extent] = shapes[extent];
    }
    if (shapes.muscle && place.reached("place")) zones.muscle = shapes.muscle;
    for (const [id, view] of this.views) {
      const order = slide.views.findIndex((each) => each.id === id);
      view.cell.hidden = order < 0;
      view.cell.classList.toggle("beyond", order >= MOST_UPRIGHT);
      if (order < 0) continue;
      const { box } = slide.views[order];
      view.cell.style.order = order;
      view.cell.style.setProperty("--ratio", box[2] / box[3]);
      this.#zoom(view, place.kind === "figure" ? view.full : box, anew);
      view.showMarks(marks, null, () => "");
      view.showZones(Object.keys(zones).length ? [{ url: slide.zones, shapes: zones }] : []);
    }
  }

  #mark(slide, { id: view, place: [x, y] }) {
    const also = {};
    for (const each of slide.views) if (each.place) also[each.id] = each.place;
    delete also[view];
    return { id: slide.id, number: "", tone: "", view, x, y, also };
  }

  #zoom(view, box, atOnce) {
    cancelAnimationFrame(view.zooming);
    const from = view.box;
    if (atOnce || still() || from.every((value, i) => value === box[i])) {
      view.setBox(box);
      return;
    }
    let start = null;
    const frame = (now) => {
      start ??= now;
      const done = Math.min(1, (now - start) / ZOOM_MS);
      const eased = 1 - (1 - done) ** 3;
      view.setBox(done === 1 ? box : from.map((value, i) => value + (box[i] - value) * eased));
      if (done < 1) view.zooming = requestAnimationFrame(frame);
    };
    view.zooming = requestAnimationFrame(frame);
  }

  fit() {
    this.views.forEach((view) => view.rescale());
  }
}
