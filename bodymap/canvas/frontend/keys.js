// Everything by keyboard: regions, cross-hair, marks, pain and signs, undo and zoom.

import { SIZED } from "./toolbar.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PAGES = { PageUp: -1, PageDown: 1 }; // the view before and after
const FINE = 4; // view units that one step of the cross-hair or of a mark is long
const TEN_MS = 700; // a 0 so soon after a 1 makes 10
const SETTLED_MS = 350; // a moved mark is recorded when the keys rest
const TYPED = new Set(["INPUT", "TEXTAREA", "SELECT"]);

export class Keys {
  constructor(canvas) {
    this.canvas = canvas;
    this.lastOne = -Infinity;
    canvas.root.addEventListener("keydown", (event) => this.#press(event));
    canvas.stage.addEventListener("focusin", (event) => this.#focus(event));
    canvas.stage.addEventListener("focusout", () => {
      this.#hideCross();
      canvas.point(null);
    });
  }

  #focus(event) {
    const id = event.target.dataset?.region;
    const view = this.canvas.views.holding(event.target);
    this.canvas.point(event.target.closest?.("[data-mark]")?.dataset.mark ?? null);
    if (!id || !view) return;
    this.#visit(view, id);
    // A finger gives the focus too, but the arrow it begins leads nowhere yet, and what it drew was
    // said just before.
    if (!event.target.matches(":focus-visible")) return;
    this.canvas.arrowing.lead(view, ...this.at);
    this.#name(view, id);
  }

  #visit(view, id) {
    this.turned = this.view !== view;
    this.view = view;
    this.region = id;
    this.at = [...view.data.regions[id].at];
    this.canvas.views.stopAt(view, id);
    this.canvas.views.current = view;
  }

  // As Enter on a region or a mark, for a click that no pointer made.
  enterAt(element) {
    const { canvas } = this;
    const view = canvas.views.holding(element);
    const mark = element.closest("[data-mark]")?.dataset.mark;
    if (mark) canvas.acts.select(mark);
    else if (element.dataset.region) {
      this.#visit(view, element.dataset.region);
      this.#enter(view);
    }
  }

  // Another view is named with it: left and right may have changed places.
  #name(view, id) {
    const { told, views, words } = this.canvas;
    const name = views.nameAt(views.figure.byId[id], view, ...view.data.regions[id].at);
    told.say(this.turned ? `${words.view(view.id).name}: ${name}` : name);
  }

  #hideCross() {
    this.view?.cross.setAttribute("visibility", "hidden");
  }

  #press(event) {
    if (TYPED.has(event.target.tagName)) return;
    const done = this.#everywhere(event) || this.#onMark(event) || this.#onRegion(event);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #everywhere({ key, ctrlKey, metaKey, shiftKey, altKey }) {
    const { canvas } = this;
    const command = ctrlKey || metaKey;
    const letter = key.toLowerCase();
    if (command && letter === "z") canvas.acts.step(shiftKey ? "redo" : "undo");
    else if (command && letter === "y") canvas.acts.step("redo");
    else if (command || altKey) return false;
    else if (key === "+" || key === "=") canvas.views.zoom(0.8, this.at);
    else if (key === "-") canvas.views.zoom(1.25, this.at);
    else if (key === "[" || key === "]") return canvas.chooseBrush(key === "]" ? 1 : -1);
    else if (key === "Escape") this.#leave();
    else if (/^[0-9]$/.test(key) || /^[pan]$/.test(letter)) return this.#answer(letter);
    else if (key === "Delete" || key === "Backspace") return canvas.acts.removeSelected();
    else return false;
    return true;
  }

  // Out of an arrow that is begun, else away from the mark at hand.
  #leave() {
    const { acts, arrowing, data } = this.canvas;
    if (!arrowing.cancel() && !data.subjects) acts.select(null);
  }

  #answer(key) {
    const { acts, data, selected } = this.canvas;
    if (!data.asked.length || !data.editable || !this.canvas.mark(selected)) return false;
    const now = performance.now();
    const ten = key === "0" && selected === this.oneOf && now - this.lastOne < TEN_MS;
    this.lastOne = key === "1" ? now : -Infinity;
    this.oneOf = selected;
    acts.key(ten ? "10" : key);
    return true;
  }

  #onMark(event) {
    const id = event.target.closest?.("[data-mark]")?.dataset.mark;
    const step = ARROWS[event.key];
    if (!id) return false;
    if (event.key === "Enter" || event.key === " ") this.canvas.acts.select(id);
    else if (step && this.canvas.data.editable) this.#nudge(id, step, event.shiftKey ? FINE : 1);
    else return false;
    return true;
  }

  #nudge(id, [dx, dy], times) {
    const { canvas } = this;
    const mark = this.moving?.id === id ? this.moving : canvas.mark(id);
    const view = canvas.views.get(mark.view);
    const x = Math.min(view.full[2], Math.max(0, mark.x + dx * times));
    const y = Math.min(view.full[3], Math.max(0, mark.y + dy * times));
    if (!canvas.views.regionAt(view, x, y)) return;
    this.moving = { ...mark, x, y };
    canvas.preview(this.moving);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const { view: name, x: toX, y: toY } = this.moving;
      this.moving = null;
      canvas.preview(null);
      canvas.acts.move(id, name, toX, toY);
    }, SETTLED_MS);
  }

  #onRegion(event) {
    const { view, region } = this;
    if (!event.target.dataset?.region || !view) return false;
    const step = ARROWS[event.key];
    if (step && event.shiftKey) this.#moveCross(step);
    else if (step) this.#next(view, region, step);
    else if (PAGES[event.key]) this.#neighbour(view, this.at[1] / view.full[3], PAGES[event.key]);
    else if (event.key === "Enter" || event.key === " ") this.#enter(view);
    else return false;
    return true;
  }

  #enter(view) {
    const { canvas } = this;
    if (canvas.tool === "pick") canvas.acts.pickAt(view, ...this.at);
    else if (canvas.tool === "region") canvas.acts.fillAt(view, ...this.at);
    else if (canvas.tool === "arrow") canvas.arrowing.step(view, ...this.at);
    else if (SIZED.includes(canvas.tool)) canvas.acts.dabAt(view, ...this.at);
    else canvas.acts.markAt(view, ...this.at);
  }

  #moveCross([dx, dy]) {
    const { view } = this;
    const x = Math.min(view.full[2], Math.max(0, this.at[0] + dx * FINE));
    const y = Math.min(view.full[3], Math.max(0, this.at[1] + dy * FINE));
    this.at = [x, y];
    this.canvas.arrowing.lead(view, x, y);
    view.cross.setAttribute("visibility", "visible");
    view.cross.setAttribute("transform", `translate(${x} ${y}) scale(${view.unitsPerPixel})`);
    const under = this.canvas.views.regionAt(view, x, y);
    const { told, views, words } = this.canvas;
    told.say(under ? views.nameAt(under, view, x, y) : words.beside);
  }

  // The nearest region that lies that way; one straight ahead beats one off to the side.
  #next(view, from, [dx, dy]) {
    const [x0, y0] = view.data.regions[from].at;
    let best = null;
    let least = Infinity;
    for (const [id, { at: [x, y] }] of Object.entries(view.data.regions)) {
      const along = (x - x0) * dx + (y - y0) * dy;
      const aside = Math.abs((x - x0) * dy) + Math.abs((y - y0) * dx);
      const cost = along + 2.5 * aside;
      if (id !== from && along > 1 && cost < least) [best, least] = [id, cost];
    }
    if (best) this.canvas.views.focusRegion(view, best);
    else if (dx) this.#neighbour(view, y0 / view.full[3], dx);
  }

  // Past the last region on that side lies the next view, at the same height.
  #neighbour(view, height, dx) {
    const { views } = this.canvas;
    const next = views.get(views.shown[views.shown.indexOf(view.id) + dx]);
    if (!next) return;
    const [, , width, tall] = next.full;
    const cost = ([x, y]) => 3 * Math.abs(y / tall - height) + (dx > 0 ? x : width - x) / width;
    const [id] = Object.entries(next.data.regions).reduce((best, each) =>
      cost(each[1].at) < cost(best[1].at) ? each : best,
    );
    this.canvas.views.focusRegion(next, id);
  }
}
