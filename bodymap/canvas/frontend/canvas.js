// The clickable body: what is shown, and what a person does to it.

import { showAddress } from "./address.js";
import { Figure, getJson } from "./figure.js";
import { Keys } from "./keys.js";
import { MarkList } from "./list.js";
import { newId, OpLog } from "./oplog.js";
import { Pointer } from "./pointer.js";
import { Legend } from "./legend.js";
import { SIZED, Toolbar } from "./toolbar.js";
import { View, strokePath } from "./view.js";
import { TEXTS, wordsOf } from "./words.js";

const NARROW_PX = 560;
const SAID_MS = 5000; // a refusal stays at least so long
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 15000;

export class Canvas {
  constructor(parent) {
    this.root = parent.querySelector(".bm");
    this.stage = this.root.querySelector(".stage");
    this.live = this.root.querySelector(".live");
    this.alert = this.root.querySelector(".alert");
    this.tipBox = this.root.querySelector(".tip");
    this.views = new Map();
    this.zones = [];
    this.tool = "point";
    this.inset = null;
    this.looked = null;
    this.pointed = null;
    this.toolbar = new Toolbar(this);
    this.legend = new Legend(this.root.querySelector(".legend"));
    this.list = new MarkList(this.root.querySelector(".list"), {
      onSelect: (id) => this.select(id),
      onPoint: (id) => this.point(id),
    });
    this.offer = this.root.querySelector(".offer");
    this.offer.addEventListener("click", () => this.#fillOffered());
    this.pointer = new Pointer(this);
    this.keys = new Keys(this);
    new ResizeObserver(() => this.#fit()).observe(this.root);
  }

  // ---- what the server says

  async update(data, send) {
    this.data = data;
    this.send = send;
    data.texts = { ...TEXTS, ...data.texts };
    this.words = wordsOf(data.texts);
    this.log = OpLog.named(data.log);
    if (!data.tools.includes(this.tool)) this.tool = data.tools[0];
    if (!data.brushes.includes(this.radius)) this.radius = data.brushes[data.brushes.length >> 1];
    if (data.zones.every((zone) => zone.shapes)) this.zones = data.zones;
    const refused = this.log.acknowledge(data.ack, data.refused);
    if (refused.length) this.#refuse(refused.map((each) => each.message));
    showAddress(data.address);
    this.toolbar.show();
    this.render();
    this.#sendAgainLater();
    if (this.log.returned) {
      this.log.returned = false;
      this.send(this.log.message()); // its undo goes on where it was before the reload
    }
    await this.#open();
    await Promise.all([this.#fetchZones(), this.#showMuscles()]);
  }

  // Streamlit may merge messages, or the records may be out of reach for a while: whatever is not
  // acknowledged is sent again, less often each time that nothing came of it.
  #sendAgainLater() {
    const left = this.log.pending.length;
    const first = this.log.pending[0]?.seq;
    if (first !== this.stuckAt) this.retryMs = FIRST_RETRY_MS;
    this.stuckAt = first;
    clearTimeout(this.retry);
    if (!left) return;
    this.retry = setTimeout(() => {
      this.retryMs = Math.min(LAST_RETRY_MS, this.retryMs * 2);
      this.send(this.log.message());
      this.#sendAgainLater();
    }, this.retryMs);
  }

  async #open() {
    const { figure, figureUrl, plain } = this.data;
    const wanted = `${figureUrl}${figure}${plain}`;
    if (this.opened !== wanted) {
      this.opened = wanted;
      this.figure = new Figure(figureUrl, figure, plain);
      this.views.clear();
      this.stage.replaceChildren();
      this.stage.setAttribute("aria-busy", "true");
    }
    try {
      await (this.opening = this.figure.ready ??= this.figure.open());
      this.#lookAsTold();
      await this.#showViews();
    } catch (error) {
      this.opened = null;
      this.#refuse([this.words.noFigure]);
      throw error;
    }
  }

  // The view that the page's address names, unless another was chosen here meanwhile; after a
  // change of the figure, the same part of it.
  #lookAsTold() {
    const { insets, view } = this.data;
    const wanted = this.log.looked(view);
    let inset = insets.find(({ label }) => label === this.inset?.label);
    if (wanted !== this.looked) {
      this.looked = wanted;
      inset = insets.find(({ id }) => id && id === wanted);
      if (inset && !this.toolbar.mayShow(inset)) inset = null;
      if (!inset) this.front = wanted;
    }
    this.inset = inset ? this.#opened(inset) : null;
    this.toolbar.show();
  }

  #opened(inset) {
    return { ...inset, views: this.figure.viewIds(inset.prefix) };
  }

  async #showViews() {
    const ids = this.inset ? this.inset.views : this.data.views;
    const figure = this.figure;
    const missing = ids.filter((id) => !this.views.has(id));
    const loaded = await Promise.all(missing.map((id) => figure.view(id)));
    if (figure !== this.figure) return; // another figure was chosen meanwhile
    for (const view of loaded) {
      if (this.views.has(view.id)) continue;
      this.views.set(view.id, new View(this.stage, view, figure, this.words.view(view.id)));
    }
    this.stage.removeAttribute("aria-busy");
    this.#arrange();
    this.render();
    this.#showMuscles();
  }

  // Where muscles lie, in the views that are shown; fetched once for each.
  async #showMuscles() {
    const overlay = this.data.muscles;
    const views = (this.shown ?? []).flatMap((id) => this.views.get(id) ?? []);
    try {
      await Promise.all(views.map((view) => this.#musclesOf(view, overlay)));
    } catch {
      this.#refuse([this.words.noMuscles]);
    }
  }

  async #musclesOf(view, overlay) {
    const url = overlay && new URL(`${overlay.url}${view.id}.json`, document.baseURI).href;
    const found = url && (await getJson(url)).muscles;
    if (overlay !== this.data.muscles) return; // chosen anew meanwhile
    view.muscles.show(overlay ?? undefined, found, this.data.zones.length > 0);
  }

  async #fetchZones() {
    const wanted = this.data.zones;
    if (this.zones === wanted) return; // they came with the data
    let shapes;
    try {
      shapes = await Promise.all(
        wanted.map((zone) => zone.shapes ?? getJson(new URL(zone.url, document.baseURI).href)),
      );
    } catch {
      this.#refuse([this.words.noZones]);
      return;
    }
    if (wanted !== this.data.zones) return; // chosen anew meanwhile
    this.zones = wanted.map((zone, index) => ({ ...zone, shapes: shapes[index] }));
    this.render();
  }

  #refuse(messages) {
    this.alert.textContent = messages.join(" ");
    this.alert.hidden = false;
    this.refusedAt = performance.now();
  }

  // ---- what is shown

  render() {
    const { data } = this;
    this.selected = this.log.selected(data.selected);
    let marks = this.log.marks(data.marks);
    if (this.previewed) {
      marks = marks.map((mark) => (mark.id === this.previewed.id ? this.previewed : mark));
    }
    this.marks = marks;
    const nameOf = (mark) => mark.label || this.words.newMark(mark.number);
    const zones = this.zones.filter((zone) => data.zones.some((each) => each.url === zone.url));
    for (const view of this.views.values()) {
      view.showMarks(marks, this.selected, (mark) => `${mark.number}: ${nameOf(mark)}`);
      view.showZones(zones);
      view.showStrokes(this.#strokesOf(view.id));
      view.highlight(data.highlighted);
    }
    this.legend.show(zones, marks.length > 0, data.texts);
    this.list.show(marks, this.selected, data.texts, nameOf);
    this.#showPointed();
    this.toolbar.showPlaces(marks, zones);
  }

  #strokesOf(view) {
    const layers = this.data.drawn.filter((layer) => layer.view === view);
    const kept = layers.flatMap(({ strokes, intensity }) =>
      strokes.map((stroke) => ({ ...stroke, intensity })),
    );
    const { intensity } = this.data;
    const pending = this.log.strokes.filter((stroke) => stroke.view === view);
    return [...kept, ...pending.map((stroke) => ({ ...stroke, intensity }))];
  }

  #arrange() {
    const shown = this.inset ? this.inset.views : this.data.views;
    this.shown = shown;
    if (!shown.includes(this.front)) this.front = shown[0];
    this.stage.dataset.count = shown.length;
    this.stage.classList.toggle("inset", Boolean(this.inset));
    for (const [id, view] of this.views) {
      view.cell.hidden = !shown.includes(id);
      view.cell.style.order = shown.indexOf(id);
      view.cell.classList.toggle("front-most", id === this.front);
    }
    this.toolbar.showChoice();
    this.#fit();
    this.#keepTabStop();
  }

  // The whole map is one stop of the Tab key: the region that was visited last.
  #keepTabStop() {
    const { view, id } = this.stop ?? {};
    if (view && this.views.get(view.id) === view && view.visible) {
      view.paths[id].setAttribute("tabindex", 0);
      return;
    }
    const first = this.views.get(this.front);
    if (first) this.stopAt(first, Object.keys(first.paths)[0]);
  }

  stopAt(view, id) {
    if (this.stop) this.stop.view.paths[this.stop.id]?.setAttribute("tabindex", -1);
    this.stop = { view, id };
    view.paths[id]?.setAttribute("tabindex", 0);
  }

  focusRegion(view, id) {
    if (!view.visible) this.chooseView(view.id);
    this.stopAt(view, id);
    view.paths[id].focus({ preventScroll: view.visible });
  }

  #fit() {
    const narrow = this.root.clientWidth < NARROW_PX;
    this.root.classList.toggle("narrow", narrow);
    this.toolbar.fit(narrow);
    this.views.forEach((view) => view.rescale());
  }

  // ---- what a person does

  #do(operation) {
    if (!this.data.editable && !["select", "pick", "look"].includes(operation.op)) return;
    if (performance.now() - this.refusedAt > SAID_MS) this.alert.hidden = true;
    this.offer.hidden = true;
    this.log.add(operation);
    this.render();
    this.send(this.log.message());
    this.#sendAgainLater();
  }

  markAt(view, x, y) {
    const region = this.figure.regionAt(view.data, x, y);
    if (!region || !this.data.editable) return;
    const round = (value) => Math.round(value * 100) / 100;
    this.#do({ op: "add", id: newId(), view: view.id, x: round(x), y: round(y) });
    this.stopAt(view, region.id);
    this.say(this.words.added(this.nameOfRegion(region)));
  }

  addStroke(view, stroke) {
    this.#do({ op: "stroke", id: newId(), view: view.id, ...stroke });
    this.say(this.words.drawn(view.id));
    if (closesOnItself(stroke)) this.#offerToFill(view, stroke);
  }

  // One touch of brush or eraser; by keyboard a stroke is many of them.
  dabAt(view, x, y) {
    if (!this.data.editable) return;
    const at = [x, y].map((value) => Math.round(value * 10) / 10);
    this.addStroke(view, { kind: this.tool, radius: this.radius, points: [at] });
  }

  #offerToFill(view, stroke) {
    this.offered = { view, stroke };
    this.offer.textContent = this.words.fillInside;
    this.offer.hidden = false;
  }

  #fillOffered() {
    const { view, stroke } = this.offered;
    this.addStroke(view, { ...stroke, kind: "outline" });
  }

  fillAt(view, x, y) {
    const region = this.figure.regionAt(view.data, x, y);
    if (!region) return;
    this.#do({ op: "stroke", id: newId(), view: view.id, kind: "region", region: region.id });
    this.say(this.words.filled(this.nameOfRegion(region)));
  }

  pickAt(view, x, y) {
    const region = this.figure.regionAt(view.data, x, y);
    if (!region) return;
    this.#do({ op: "pick", region: region.id });
    this.stopAt(view, region.id);
    this.say(this.words.picked(this.nameOfRegion(region)));
  }

  move(id, view, x, y) {
    const region = this.figure.regionAt(this.views.get(view).data, x, y);
    if (!region) {
      this.render();
      this.say(this.words.beside);
      return;
    }
    const round = (value) => Math.round(value * 100) / 100;
    this.#do({ op: "move", id, view, x: round(x), y: round(y) });
    this.say(this.words.moved(this.nameOfRegion(region)));
  }

  select(id) {
    if (id === this.selected) return;
    this.#do({ op: "select", id });
    const mark = id && this.mark(id);
    if (mark) this.say(`${mark.number}: ${mark.label || this.words.newMark(mark.number)}`);
  }

  removeSelected() {
    if (!this.selected || !this.data.editable) return false;
    const focused = this.root.getRootNode().activeElement?.dataset.mark === this.selected;
    this.#do({ op: "remove", id: this.selected });
    if (focused) this.stop?.view.paths[this.stop.id]?.focus({ preventScroll: true });
    this.say(this.words.removed);
    return true;
  }

  key(key) {
    this.#do({ op: "key", id: this.selected, key });
    this.say(this.words.keyed(key));
  }

  step(op) {
    this.#do({ op });
    this.say(this.words[op]);
  }

  zoom(factor, at) {
    const view = this.current?.visible ? this.current : this.views.get(this.front);
    view?.zoom(factor, this.keys.view === view ? at : undefined);
  }

  showAll() {
    this.views.forEach((view) => view.setBox(view.full));
  }

  chooseTool(tool) {
    this.tool = tool;
    this.stage.dataset.tool = tool;
    this.toolbar.show();
  }

  // Brush and eraser alike; `step` counts up or down through the sizes.
  chooseBrush(step) {
    const { brushes } = this.data;
    const place = brushes.indexOf(this.radius) + step;
    if (!SIZED.includes(this.tool) || brushes[place] === undefined) return false;
    this.radius = brushes[place];
    this.toolbar.show();
    this.say(this.words.brush(place + 1, brushes.length));
    return true;
  }

  chooseView(id) {
    this.front = id;
    this.#arrange();
    if (!this.inset) this.#tellLook(id);
    this.say(this.words.view(id).name);
  }

  // For the address of the page, if it says what is looked at.
  #tellLook(view) {
    if (typeof this.data.address !== "string") return;
    this.looked = view;
    this.#do({ op: "look", view });
  }

  async chooseInset(inset) {
    this.inset = inset && this.#opened(inset);
    this.front = null;
    this.#tellLook(inset ? inset.id : null);
    await this.#showViews();
    this.say(inset ? inset.label : this.words.wholeBody);
  }

  // ---- small services for the parts

  mark(id) {
    return this.marks.find((mark) => mark.id === id);
  }

  preview(mark) {
    this.previewed = mark;
    this.render();
  }

  drawing(stroke) {
    this.underWay?.remove();
    if (!stroke) return;
    const { view } = stroke;
    this.underWay = strokePath({ ...stroke, intensity: this.data.intensity }, view.data);
    view.strokes.appendChild(this.underWay);
  }

  viewOf(element) {
    const cell = element.closest?.(".view");
    return cell && element.closest("svg") ? this.views.get(cell.dataset.view) : null;
  }

  nameOfRegion(region) {
    return this.figure.nameOf(region);
  }

  // A place as it is named on the picture: the muscles that are shown there, then the region.
  nameAt(region, view, x, y) {
    return [...view.muscles.namesAt(x, y), this.nameOfRegion(region)].join(" · ");
  }

  pointAtRegion(view, id) {
    this.current = view;
    this.say(this.nameAt(this.figure.byId[id], view, ...view.data.regions[id].at));
  }

  tip(region, view, event) {
    this.hovered?.classList.remove("hover");
    this.hovered = region ? view.paths[region.id] : null;
    this.hovered?.classList.add("hover");
    this.tipBox.hidden = !region;
    if (!region) return;
    this.tipBox.textContent = this.nameAt(region, view, ...view.toUnits(event.clientX, event.clientY));
    const frame = this.root.getBoundingClientRect();
    const left = Math.min(event.clientX - frame.left + 14, frame.width - this.tipBox.offsetWidth - 4);
    this.tipBox.style.transform = `translate(${left}px, ${event.clientY - frame.top - 30}px)`;
  }

  say(text) {
    this.live.textContent = text;
  }

  // Mark and line that belong together; none for null.
  point(id) {
    this.pointed = id;
    this.#showPointed();
  }

  // Said again after every change: an answer of the server may come while something is pointed at.
  #showPointed() {
    for (const group of this.stage.querySelectorAll(".mark")) {
      group.classList.toggle("hot", group.dataset.mark === this.pointed);
    }
    this.list.point(this.pointed);
  }
}

// A brush stroke that comes back to where it began, round something.
function closesOnItself({ kind, points, radius }) {
  if (kind !== "brush" || points.length < 8) return false;
  const away = ([x, y]) => Math.hypot(x - points[0][0], y - points[0][1]);
  return away(points.at(-1)) < 2.5 * radius && Math.max(...points.map(away)) > 4 * radius;
}
