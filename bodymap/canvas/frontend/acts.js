// What a person does on the body: each becomes an operation of the log, and is said aloud.

import { newId } from "./oplog.js";
import { answerOf, nextQuestion, placeOf } from "./pending.js";
import { closesOnItself, lasting } from "./simplified.js";

const READING = new Set(["select", "pick", "look"]); // changes nothing

const NEAR_PX = 20; // from where a finger was lifted to what is offered there
const BARS_PX = 64; // of the page, above and below

const tenths = (value) => Math.round(value * 10) / 10;
const hundredths = (value) => Math.round(value * 100) / 100;

export class Acts {
  constructor(canvas) {
    this.canvas = canvas;
    this.spoken = new Map(); // what was said of a step, by its name
    this.offer = canvas.root.querySelector(".offer");
    this.offer.addEventListener("click", () => this.offered());
  }

  do(operation) {
    const { canvas } = this;
    if (!canvas.data.editable && !READING.has(operation.op)) return;
    canvas.told.goOn();
    if (operation.op === "select" || !READING.has(operation.op)) this.withdrawOffer();
    if (["add", "select"].includes(operation.op)) this.chosen = operation.id;
    canvas.log.add(operation);
    canvas.render();
    canvas.toolbar.showSteps();
    canvas.post.sendNow();
  }

  // Says what was done, and keeps it for the undo that may take it back.
  #did(text) {
    this.spoken.set(String(this.canvas.log.seq), text);
    this.#say(text);
  }

  // ---- marks

  markAt(view, x, y, at) {
    const { canvas } = this;
    if (!canvas.data.editable) return;
    const region = canvas.views.regionAt(view, x, y);
    if (!region) {
      canvas.told.near(canvas.words.notMarked, at);
      return;
    }
    const { figure } = canvas.data;
    this.do({ op: "add", id: newId(), figure, view: view.id, x: hundredths(x), y: hundredths(y) });
    canvas.views.stopAt(view, region.id);
    this.#did(canvas.words.added(canvas.views.nameOf(region)));
  }

  move(id, view, x, y, at) {
    const { canvas } = this;
    const region = canvas.views.regionAt(canvas.views.get(view), x, y);
    if (!region) {
      canvas.render();
      canvas.told.near(canvas.words.notMoved, at);
      return;
    }
    const { figure } = canvas.data;
    const was = placeOf(canvas.mark(id) ?? {});
    this.do({ op: "move", id, figure, view, x: hundredths(x), y: hundredths(y), was });
    this.#did(canvas.words.moved(canvas.views.nameOf(region)));
  }

  select(id) {
    const { canvas } = this;
    if (id === canvas.selected) return;
    this.do({ op: "select", id, figure: this.canvas.data.figure });
    const mark = id && canvas.mark(id);
    if (mark) this.#say(`${mark.number}: ${mark.label || canvas.words.newMark(mark.number)}`);
  }

  removeSelected() {
    const { canvas } = this;
    const { selected } = canvas;
    if (!selected || !canvas.mark(selected) || !canvas.data.editable) return false;
    const focused = canvas.root.getRootNode().activeElement?.dataset.mark === selected;
    this.do({ op: "remove", id: selected });
    if (focused) canvas.views.focusStop();
    this.#say(canvas.words.removed);
    return true;
  }

  // A number, or p, a or n for the question that comes next; says itself which one it answers.
  key(key) {
    const { canvas } = this;
    const { data, log, selected } = canvas;
    const { asked } = data;
    const question = /^[pan]$/.test(key) ? asked[nextQuestion(log.live, data, asked)] : null;
    const was = answerOf(log.live, canvas.mark(selected), asked, question);
    this.do({ op: "key", id: selected, key, question, was });
    this.#did(canvas.words.keyed(key));
  }

  // ---- what is drawn one beside the other

  selectSubject(id) {
    const { canvas } = this;
    if (id === canvas.selected) return;
    const { subjects, words } = canvas;
    this.do({ op: "select", id, figure: this.canvas.data.figure });
    const number = subjects.findIndex((subject) => subject.id === id) + 1;
    this.#say(id ? words.subject(number) : `${words.another}. ${words.anotherHint}`);
  }

  removeSubject(id) {
    this.do({ op: "remove", id });
    this.#say(this.canvas.words.removed);
  }

  // ---- drawing

  // `drawn`: one or more parts of it, each with its points and one radius. `belonging`: to what, if
  // that was settled when it began; `at`: where on the screen it ended.
  addStroke(view, kind, drawn, { id = newId(), belonging = this.canvas.belonging(id), at } = {}) {
    const { canvas } = this;
    const runs = lasting(drawn, kind);
    const whole = { points: runs.flatMap(({ points }) => points), radius: runs[0].radius };
    const names = canvas.views.namesUnder(view, { kind, ...whole });
    const parts = { id, view: view.id, kind, ...(runs.length > 1 ? { runs } : runs[0]) };
    if (kind === "erase") {
      this.#erase(view, whole, { parts, belonging, names, at });
      return;
    }
    if (!names.length) {
      canvas.told.near(canvas.words.notDrawn, at);
      return;
    }
    this.#stroke(parts, belonging);
    this.#did(canvas.words.drawn(names, this.#numberOf(belonging)));
    if (kind !== "brush" || !closesOnItself(whole)) return;
    this.offerTo(canvas.words.fillInside, () => this.addStroke(view, "outline", [whole], { at }), at);
  }

  // Rubs out of what is selected or, where nothing of that lies, of what lies on top.
  #erase(view, whole, { parts, belonging, names, at }) {
    const { canvas } = this;
    const gone = canvas.arrowing.erase(view, whole);
    const touched = view.marksTouched(whole);
    const mark = touched.includes(belonging.mark ?? null) ? belonging.mark : touched.at(-1);
    // What was drawn may come back as shapes, of which only the server knows what is left.
    const asShapes = canvas.data.zones.some(({ shapes }) => shapes);
    if (!touched.length && (gone || !asShapes)) {
      if (!gone) canvas.told.near(canvas.words.notErased, at);
      return;
    }
    const from = { ...canvas.belongingTo(mark), figure: belonging.figure };
    this.#stroke(parts, from);
    this.#did(canvas.words.erased(names, this.#numberOf(from)));
  }

  // Which of the things that are drawn it is; undefined where there is but one.
  #numberOf({ mark }) {
    const index = this.canvas.subjects?.findIndex(({ id }) => id === mark);
    return index >= 0 ? index + 1 : undefined;
  }

  #stroke(drawn, belonging) {
    const { figure, mark } = belonging;
    this.do({ op: "stroke", ...drawn, figure, mark, ...this.canvas.origin(belonging) });
  }

  // One touch of brush or eraser; by keyboard a stroke is many of them.
  dabAt(view, x, y) {
    const { data, tool, radius } = this.canvas;
    if (!data.editable) return;
    this.addStroke(view, tool, [{ radius, points: [[tenths(x), tenths(y)]] }]);
  }

  // What can be done next, by one press on the picture: beside `at` where that was touched, and
  // always between the bars of the page.
  offerTo(text, act, at) {
    const { offer } = this;
    this.offered = act;
    offer.textContent = text;
    offer.hidden = false;
    offer.style.cssText = "";
    if (!at) return;
    const frame = offer.parentElement.getBoundingClientRect();
    const within = (value, low, high) => Math.max(low, Math.min(high, value));
    const { offsetWidth: wide, offsetHeight: high } = offer;
    const left = within(at.clientX - wide / 2, frame.left, frame.right - wide) - frame.left;
    const lowest = Math.min(innerHeight - BARS_PX, frame.bottom) - high;
    const top = within(at.clientY + NEAR_PX, Math.max(BARS_PX, frame.top), lowest) - frame.top;
    Object.assign(offer.style, { inset: `${top}px auto auto ${left}px`, transform: "none", maxWidth: "none" });
  }

  withdrawOffer() {
    this.offer.hidden = true;
  }

  fillAt(view, x, y, at) {
    const { data, told, views, words } = this.canvas;
    if (!data.editable) return;
    const region = views.regionAt(view, x, y);
    if (!region) {
      told.near(words.notMarked, at);
      return;
    }
    const id = newId();
    const belonging = this.canvas.belonging(id);
    this.#stroke({ id, view: view.id, kind: "region", region: region.id }, belonging);
    this.#did(words.filled(views.nameOf(region), this.#numberOf(belonging)));
  }

  // ---- asking and looking

  pickAt(view, x, y) {
    const { data, views, words } = this.canvas;
    const region = views.regionAt(view, x, y);
    if (!region) return;
    this.do({ op: "pick", figure: data.figure, region: region.id });
    views.stopAt(view, region.id);
    this.#say(words.picked(views.nameOf(region)));
  }

  look(view) {
    this.do({ op: "look", view });
  }

  // `undo` or `redo`.
  step(op) {
    const step = this.canvas.log[op];
    if (!step) return;
    const { data, words } = this.canvas;
    const known = step === data[`${op}Steps`][0] ? data[op] : null;
    this.do({ op, step });
    this.#say(words[op](this.spoken.get(step) ?? known));
  }

  #say(text) {
    this.canvas.told.say(text);
  }
}
