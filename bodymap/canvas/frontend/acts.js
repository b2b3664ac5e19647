// What a person does on the body: each becomes an operation of the log, and is said aloud.

import { newId } from "./oplog.js";

const READING = new Set(["select", "pick", "look"]); // changes nothing

const tenths = (value) => Math.round(value * 10) / 10;
const hundredths = (value) => Math.round(value * 100) / 100;

export class Acts {
  constructor(canvas) {
    this.canvas = canvas;
    this.offer = canvas.root.querySelector(".offer");
    this.offer.addEventListener("click", () => this.offered());
  }

  do(operation) {
    const { canvas } = this;
    if (!canvas.data.editable && !READING.has(operation.op)) return;
    canvas.told.goOn();
    if (!READING.has(operation.op)) this.withdrawOffer();
    if (["add", "select"].includes(operation.op)) this.chosen = operation.id;
    canvas.log.add(operation);
    canvas.render();
    canvas.post.sendNow();
  }

  // ---- marks

  markAt(view, x, y) {
    const { canvas } = this;
    const region = canvas.views.regionAt(view, x, y);
    if (!region || !canvas.data.editable) return;
    this.do({ op: "add", id: newId(), view: view.id, x: hundredths(x), y: hundredths(y) });
    canvas.views.stopAt(view, region.id);
    this.#say(canvas.words.added(canvas.views.nameOf(region)));
  }

  move(id, view, x, y) {
    const { canvas } = this;
    const region = canvas.views.regionAt(canvas.views.get(view), x, y);
    if (!region) {
      canvas.render();
      this.#say(canvas.words.beside);
      return;
    }
    this.do({ op: "move", id, view, x: hundredths(x), y: hundredths(y) });
    this.#say(canvas.words.moved(canvas.views.nameOf(region)));
  }

  select(id) {
    const { canvas } = this;
    if (id === canvas.selected) return;
    this.do({ op: "select", id });
    const mark = id && canvas.mark(id);
    if (mark) this.#say(`${mark.number}: ${mark.label || canvas.words.newMark(mark.number)}`);
  }

  removeSelected() {
    const { canvas } = this;
    const { selected } = canvas;
    if (!selected || !canvas.data.editable) return false;
    const focused = canvas.root.getRootNode().activeElement?.dataset.mark === selected;
    this.do({ op: "remove", id: selected });
    if (focused) canvas.views.focusStop();
    this.#say(canvas.words.removed);
    return true;
  }

  key(key) {
    this.do({ op: "key", id: this.canvas.selected, key });
    this.#say(this.canvas.words.keyed(key));
  }

  // ---- drawing

  // `runs`: one or more parts of it, each with its points and one radius.
  addStroke(view, kind, runs) {
    const { canvas } = this;
    const whole = { points: runs.flatMap(({ points }) => points), radius: runs[0].radius };
    const gone = kind === "erase" && canvas.arrowing.erase(view, whole);
    if (gone && !view.isDrawnOn(whole)) return;
    this.do({ op: "stroke", id: newId(), view: view.id, kind, ...(runs.length > 1 ? { runs } : runs[0]) });
    this.#say(canvas.words.drawn(view.id));
    if (kind !== "brush" || !closesOnItself(whole)) return;
    this.offerTo(canvas.words.fillInside, () => this.addStroke(view, "outline", [whole]));
  }

  // One touch of brush or eraser; by keyboard a stroke is many of them.
  dabAt(view, x, y) {
    const { data, tool, radius } = this.canvas;
    if (!data.editable) return;
    this.addStroke(view, tool, [{ radius, points: [[tenths(x), tenths(y)]] }]);
  }

  // What can be done next, by one press on the picture.
  offerTo(text, act) {
    this.offered = act;
    this.offer.textContent = text;
    this.offer.hidden = false;
  }

  withdrawOffer() {
    this.offer.hidden = true;
  }

  fillAt(view, x, y) {
    const { views, words } = this.canvas;
    const region = views.regionAt(view, x, y);
    if (!region) return;
    this.do({ op: "stroke", id: newId(), view: view.id, kind: "region", region: region.id });
    this.#say(words.filled(views.nameOf(region)));
  }

  // ---- asking and looking

  pickAt(view, x, y) {
    const { views, words } = this.canvas;
    const region = views.regionAt(view, x, y);
    if (!region) return;
    this.do({ op: "pick", region: region.id });
    views.stopAt(view, region.id);
    this.#say(words.picked(views.nameOf(region)));
  }

  look(view) {
    this.do({ op: "look", view });
  }

  // `undo` or `redo`.
  step(op) {
    this.do({ op });
    this.#say(this.canvas.words[op]);
  }

  #say(text) {
    this.canvas.told.say(text);
  }
}

// A brush stroke that comes back to where it began, round something.
function closesOnItself({ points, radius }) {
  if (points.length < 8) return false;
  const away = ([x, y]) => Math.hypot(x - points[0][0], y - points[0][1]);
  return away(points.at(-1)) < 2.5 * radius && Math.max(...points.map(away)) > 4 * radius;
}
