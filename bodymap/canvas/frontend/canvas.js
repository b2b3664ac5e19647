// The clickable body: what is shown, and what a person does to it.

import { Figure, getJson, regionName } from "./figure.js";
import { Keys } from "./keys.js";
import { MarkList } from "./list.js";
import { newId, OpLog } from "./oplog.js";
import { Pointer } from "./pointer.js";
import { Toolbar } from "./toolbar.js";
import { View, strokePath } from "./view.js";
import { wordsOf } from "./words.js";

const NARROW_PX = 560;
const RADII = [6, 12, 24]; // view units: a fingertip, a palm's edge, a hand

export class Canvas {
  constructor(parent) {
    this.root = parent.querySelector(".bm");
    this.stage = this.root.querySelector(".stage");
    this.live = this.root.querySelector(".live");
    this.alert = this.root.querySelector(".alert");
    this.legend = this.root.querySelector(".legend");
    this.tipBox = this.root.querySelector(".tip");
    this.views = new Map();
    this.zones = [];
    this.tool = "point";
    this.radius = RADII[1];
    this.inset = null;
    this.toolbar = new Toolbar(this);
    this.list = new MarkList(this.root.querySelector(".list"), {
      onSelect: (id) => this.select(id),
      onPoint: (id, on) => this.#hot(id, on),
    });
    this.pointer = new Pointer(this);
    this.keys = new Keys(this);
    new ResizeObserver(() => this.#fit()).observe(this.root);
  }

  // ---- what the server says

  async update(data, send) {
    this.data = data;
    this.send = send;
    this.words = wordsOf(data.texts);
    this.log = OpLog.named(data.log);
    if (!data.tools.includes(this.tool)) this.tool = data.tools[0];
    const refused = this.log.acknowledge(data.ack, data.refused);
    if (refused.length) this.#refuse(refused.map((each) => each.message));
    this.toolbar.show();
    this.render();
    if (this.log.pending.length) this.send(this.log.message);
    await this.#open();
    await this.#fetchZones();
  }

  async #open() {
    const { figure, figureUrl } = this.data;
    const wanted = `${figureUrl}${figure}`;
    if (this.opened !== wanted) {
      this.opened = wanted;
      this.figure = new Figure(figureUrl, figure);
      this.views.clear();
      this.stage.replaceChildren();
      this.stage.setAttribute("aria-busy", "true");
    }
    try {
      await (this.opening = this.figure.ready ??= this.figure.open());
      await this.#showViews();
    } catch (error) {
      this.opened = null;
      this.#refuse([this.words.noFigure]);
      throw error;
    }
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
  }

  async #fetchZones() {
    const wanted = this.data.zones;
    const shapes = await Promise.all(
      wanted.map((zone) => getJson(new URL(zone.url, document.baseURI).href)),
    );
    if (wanted !== this.data.zones) return; // chosen anew meanwhile
    this.zones = wanted.map((zone, index) => ({ ...zone, shapes: shapes[index] }));
    this.render();
  }

  #refuse(messages) {
    this.alert.textContent = messages.join(" ");
    this.alert.hidden = false;
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
    for (const view of this.views.values()) {
      view.showMarks(marks, this.selected, (mark) => `${mark.number}: ${nameOf(mark)}`);
      view.showZones(this.zones.filter((zone) => data.zones.some((each) => each.url === zone.url)));
      view.showStrokes(this.#strokesOf(view.id));
    }
    this.list.show(marks, this.selected, data.texts, nameOf);
    this.toolbar.showPlaces(marks, this.zones);
    this.legend.hidden = data.zones.length === 0;
  }

  #strokesOf(view) {
    const kept = this.data.drawn.filter((layer) => layer.view === view).flatMap((l) => l.strokes);
    return [...kept, ...this.log.strokes.filter((stroke) => stroke.view === view)];
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
  }

  #fit() {
    this.root.classList.toggle("narrow", this.root.clientWidth < NARROW_PX);
    this.views.forEach((view) => view.rescale());
  }

  // ---- what a person does

  #do(operation) {
    if (!this.data.editable && operation.op !== "select") return;
    this.alert.hidden = true;
    this.log.add(operation);
    this.render();
    this.send(this.log.message);
  }

  markAt(view, x, y) {
    const region = this.figure.regionAt(view.data, x, y);
    if (!region || !this.data.editable) return;
    const round = (value) => Math.round(value * 100) / 100;
    this.#do({ op: "add", id: newId(), view: view.id, x: round(x), y: round(y) });
    this.say(this.words.added(this.nameOfRegion(region)));
  }

  addStroke(view, stroke) {
    this.#do({ op: "stroke", id: newId(), view: view.id, ...stroke });
    this.say(this.words.drawn(view.id));
  }

  fillAt(view, x, y) {
    const region = this.figure.regionAt(view.data, x, y);
    if (!region) return;
    this.#do({ op: "stroke", id: newId(), view: view.id, kind: "region", region: region.id });
    this.say(this.words.filled(this.nameOfRegion(region)));
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
    this.#do({ op: "remove", id: this.selected });
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

  chooseView(id) {
    this.front = id;
    this.#arrange();
    this.say(this.words.view(id).name);
  }

  async chooseInset(inset) {
    this.inset = inset;
    this.front = null;
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
    this.live_stroke?.remove();
    this.live_stroke = stroke && strokePath(stroke, stroke.view.data);
    if (stroke) stroke.view.strokes.appendChild(this.live_stroke).classList.add("now");
  }

  viewOf(element) {
    const cell = element.closest?.(".view");
    return cell && element.closest("svg") ? this.views.get(cell.dataset.view) : null;
  }

  nameOfRegion(region) {
    return regionName(region);
  }

  pointAtRegion(view, id) {
    this.current = view;
    this.say(regionName(this.figure.byId[id]));
  }

  tip(region, view, event) {
    this.hovered?.classList.remove("hover");
    this.hovered = region ? view.paths[region.id] : null;
    this.hovered?.classList.add("hover");
    this.tipBox.hidden = !region;
    if (!region) return;
    this.tipBox.textContent = regionName(region);
    const frame = this.root.getBoundingClientRect();
    const left = Math.min(event.clientX - frame.left + 14, frame.width - this.tipBox.offsetWidth - 4);
    this.tipBox.style.transform = `translate(${left}px, ${event.clientY - frame.top - 30}px)`;
  }

  say(text) {
    this.live.textContent = text;
  }

  #hot(id, on) {
    for (const group of this.stage.querySelectorAll(".mark")) {
      group.classList.toggle("hot", on && group.dataset.mark === id);
    }
  }
}
