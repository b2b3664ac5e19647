// Which figure and which of its views are shown: the whole body or a part, and the one in front.

import { regionsUnder } from "./covered.js";
import { Figure } from "./figure.js";
import { lookedAt } from "./pending.js";
import { View } from "./view.js";

const NARROW_PX = 560;
const LOW_PX = 500;
const MOST_NAMED = 2;
const WORTH_NAMING = 0.34; // of what it covers most

export class Views {
  constructor(canvas) {
    this.canvas = canvas;
    this.drawn = new Map();
    this.shown = [];
    this.inset = null;
    this.looked = null;
    new ResizeObserver(() => this.#fit()).observe(canvas.root);
  }

  get(id) {
    return this.drawn.get(id);
  }

  get all() {
    return [...this.drawn.values()];
  }

  // Those that are shown and were fetched.
  get inSight() {
    return this.shown.flatMap((id) => this.drawn.get(id) ?? []);
  }

  // ---- opening

  async open() {
    const { canvas } = this;
    const { figure, figureUrl, plain, language } = canvas.data;
    const wanted = `${figureUrl}${figure}${plain}${language}`;
    if (this.opened !== wanted) {
      this.opened = wanted;
      this.figure = new Figure(figureUrl, figure, plain && canvas.words.place);
      this.drawn.clear();
      canvas.stage.replaceChildren();
      canvas.stage.setAttribute("aria-busy", "true");
    }
    try {
      await (this.figure.ready ??= this.figure.open());
      this.#lookAsTold();
      await this.#show();
    } catch (error) {
      this.opened = null;
      canvas.told.refuse([canvas.words.noFigure]);
      throw error;
    }
  }

  // The view that the page's address names, unless another was chosen here meanwhile; after a
  // change of the figure, the same part of it.
  #lookAsTold() {
    const { data, log, toolbar } = this.canvas;
    const wanted = lookedAt(log.live, data.view);
    let inset = data.insets.find(({ label }) => label === this.inset?.label);
    if (wanted !== this.looked) {
      this.looked = wanted;
      inset = data.insets.find(({ id }) => id && id === wanted);
      if (inset && !toolbar.mayShow(inset)) inset = null;
      if (!inset) this.front = wanted;
    }
    this.inset = inset ? this.#whole(inset) : null;
    toolbar.show();
  }

  #whole(inset) {
    return { ...inset, views: this.figure.viewIds(inset.prefix) };
  }

  async #show() {
    const { canvas } = this;
    const ids = this.#wanted();
    const missing = ids.filter((id) => !this.drawn.has(id));
    const first = missing.find((id) => id === (this.front ?? ids[0]));
    // One view stands alone on a telephone: it need not wait for the others.
    if (first && canvas.root.classList.contains("narrow")) {
      if (!(await this.#fetch([first]))) return;
      this.#arrange();
      canvas.render();
    }
    if (!(await this.#fetch(missing))) return;
    canvas.stage.removeAttribute("aria-busy");
    this.#arrange();
    canvas.render();
    canvas.overlays.showMuscles();
  }

  // Whether they are there; not if another figure was chosen meanwhile.
  async #fetch(ids) {
    const { canvas, figure } = this;
    const loaded = await Promise.all(ids.map((id) => figure.view(id)));
    if (figure !== this.figure) return false;
    for (const view of loaded) {
      if (this.drawn.has(view.id)) continue;
      this.drawn.set(view.id, new View(canvas.stage, view, figure, canvas.words.view(view.id)));
    }
    return true;
  }

  #wanted() {
    return this.inset ? this.inset.views : this.canvas.data.views;
  }

  #arrange() {
    const { stage, toolbar } = this.canvas;
    const shown = this.#wanted();
    this.shown = shown;
    if (!shown.includes(this.front)) this.front = shown[0];
    stage.dataset.count = shown.length;
    stage.classList.toggle("inset", Boolean(this.inset));
    for (const [id, view] of this.drawn) {
      view.cell.hidden = !shown.includes(id);
      view.cell.style.order = shown.indexOf(id);
      view.cell.classList.toggle("front-most", id === this.front);
    }
    toolbar.showChoice();
    this.#fit();
    this.#keepTabStop();
  }

  #fit() {
    const { root, toolbar } = this.canvas;
    const low = root.classList.contains("fitted") && innerHeight < LOW_PX; // a telephone on its side
    const narrow = low || root.clientWidth < NARROW_PX;
    root.classList.toggle("narrow", narrow);
    root.classList.toggle("low", low && root.clientWidth >= NARROW_PX - 100);
    toolbar.fit(narrow);
    this.drawn.forEach((view) => view.measure());
    this.drawn.forEach((view) => view.rescale());
  }

  // ---- choosing

  choose(id) {
    const { told, words } = this.canvas;
    this.front = id;
    this.#arrange();
    if (!this.inset) this.#tellLook(id);
    told.say(words.view(id).name);
  }

  async chooseInset(inset) {
    const { told, words } = this.canvas;
    this.inset = inset && this.#whole(inset);
    this.front = null;
    this.#tellLook(inset ? inset.id : null);
    await this.#show();
    told.say(inset ? inset.label : words.wholeBody);
  }

  // Turns and scrolls as far as is needed to see a mark.
  bringIntoSight(mark) {
    const { data, root } = this.canvas;
    const narrow = root.classList.contains("narrow");
    const shows = (id) => mark.view === id || Boolean(mark.also?.[id]);
    if (!(narrow ? [this.front] : this.shown).some(shows)) this.#turnTo(mark.view, data);
    const { top, bottom } = root.querySelector(".frame").getBoundingClientRect();
    if (bottom < innerHeight / 3 || top > (2 * innerHeight) / 3) {
      root.scrollIntoView({ block: "start" });
    }
  }

  async #turnTo(view, { views, insets }) {
    const part = views.includes(view) ? null : insets.find(({ prefix }) => view.startsWith(prefix));
    if (part && !this.canvas.toolbar.mayShow(part)) return;
    if (part?.label !== this.inset?.label) await this.chooseInset(part ?? null);
    if (this.#wanted().includes(view)) this.choose(view);
  }

  // For the address of the page, if it says what is looked at.
  #tellLook(view) {
    const { data, acts } = this.canvas;
    if (typeof data.address !== "string") return;
    this.looked = view;
    acts.look(view);
  }

  zoom(factor, at) {
    const view = this.current?.visible ? this.current : this.get(this.front);
    view?.zoom(factor, this.canvas.keys.view === view ? at : undefined);
  }

  showAll() {
    this.drawn.forEach((view) => view.setBox(view.full));
  }

  // ---- the stop of the Tab key: the whole map is one, the region that was visited last

  #keepTabStop() {
    const { view, id } = this.stop ?? {};
    if (view && this.get(view.id) === view && view.visible) {
      view.paths[id].setAttribute("tabindex", 0);
      return;
    }
    const first = this.get(this.front);
    if (first) this.stopAt(first, Object.keys(first.paths)[0]);
  }

  stopAt(view, id) {
    if (this.stop) this.stop.view.paths[this.stop.id]?.setAttribute("tabindex", -1);
    this.stop = { view, id };
    view.paths[id]?.setAttribute("tabindex", 0);
  }

  focusRegion(view, id) {
    if (!view.visible) this.choose(view.id);
    this.stopAt(view, id);
    view.paths[id].focus({ preventScroll: view.visible });
  }

  focusStop() {
    this.stop?.view.paths[this.stop.id]?.focus({ preventScroll: true });
  }

  // ---- what lies where

  holding(element) {
    const cell = element.closest?.(".view");
    return cell && element.closest("svg") ? this.get(cell.dataset.view) : null;
  }

  regionAt(view, x, y) {
    return this.figure.regionAt(view.data, x, y);
  }

  // Names of the regions under a stroke, those that it covers most; none beside the body.
  namesUnder(view, stroke) {
    const under = regionsUnder(stroke, (x, y) => this.regionAt(view, x, y));
    const worth = under.filter(({ count }) => count >= WORTH_NAMING * under[0].count);
    return worth.slice(0, MOST_NAMED).map(({ region }) => this.nameOf(region));
  }

  nameOf(region) {
    return this.figure.nameOf(region);
  }

  // A place as it is named on the picture: the muscles that are shown there, then the region.
  nameAt(region, view, x, y) {
    return [...view.muscles.namesAt(x, y), this.nameOf(region)].join(" · ");
  }
}
