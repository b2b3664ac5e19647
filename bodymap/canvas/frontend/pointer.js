// Mouse, finger and pen: marking, drawing, dragging marks, moving the view, names under the pointer.

import { Contacts } from "./contacts.js";
import { newId } from "./oplog.js";
import { runsOf } from "./pressure.js";
import { SIZED } from "./toolbar.js";

const DRAG_PX = 4; // a press that moves less is a click
const ERASER = { button: 5, buttons: 32 }; // the other end of a pen
const DRAWING = new Set(["brush", "outline", "erase"]);

const erases = ({ pointerType, button, buttons }) =>
  pointerType === "pen" && (button === ERASER.button || (buttons & ERASER.buttons) > 0);

const contactOf = ({ pointerId: id, pointerType: type, clientX: x, clientY: y, width, height, timeStamp: time }) =>
  ({ id, type, x, y, size: Math.max(width ?? 0, height ?? 0), time });

function capture(view, pointerId) {
  try {
    view.svg.setPointerCapture(pointerId);
  } catch {
    // Lifted already: there is nothing more to hear of it.
  }
}

export class Pointer {
  constructor(canvas) {
    this.canvas = canvas;
    this.touches = new Map(); // that move the picture
    this.contacts = new Contacts(); // that draw, or may
    this.drawn = new Map(); // what each of them draws
    const { stage } = canvas;
    stage.addEventListener("pointerdown", (event) => this.#down(event));
    stage.addEventListener("pointermove", (event) => this.#move(event));
    for (const name of ["pointerup", "pointercancel"]) {
      stage.addEventListener(name, (event) => this.#up(event));
    }
    // A finger on a mark drags it instead of the page; no style can say so of a part of a picture.
    const held = (event) => this.held && event.cancelable && event.preventDefault();
    stage.addEventListener("touchstart", held, { passive: false });
    stage.addEventListener("pointerleave", () => {
      canvas.hover(null);
      canvas.point(null);
    });
    stage.addEventListener("click", (event) => this.#click(event));
    stage.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  #down(event) {
    const { canvas } = this;
    const view = canvas.views.holding(event.target);
    this.dragged = false;
    if (!view || (event.button > 0 && !erases(event))) return;
    canvas.views.current = view;
    if (canvas.tool === "move") this.#grab(event, view);
    else if (!canvas.data.editable) return;
    else if (canvas.tool === "arrow" || DRAWING.has(canvas.tool)) this.#begin(event, view);
    else this.#take(event, view);
  }

  #grab({ pointerId, clientX, clientY }, view) {
    capture(view, pointerId);
    this.touches.set(pointerId, [clientX, clientY]);
    this.panned = view;
  }

  // What each contact draws is kept from where it was put down, whichever will turn out to draw.
  #begin(event, view) {
    capture(view, event.pointerId);
    this.drawn.set(event.pointerId, erases(event) || this.canvas.tool !== "arrow"
      ? this.#stroke(event, view)
      : { arrow: true, view, first: event, last: event, dragged: false });
    this.contacts.down(contactOf(event));
    this.#follow();
  }

  #stroke(event, view) {
    const { canvas } = this;
    const { radius, data, log } = canvas;
    const kind = erases(event) ? "erase" : canvas.tool;
    // What it belongs to is settled where it begins, whatever the page shows when it ends.
    const id = newId();
    const points = [view.toUnits(event.clientX, event.clientY)];
    const stroke = { view, kind, radius, points, id, log, belonging: canvas.belonging(id), last: event };
    const pressed = data.pressure && SIZED.includes(kind) && event.pointerType === "pen";
    if (pressed) stroke.pressures = [event.pressure];
    return stroke;
  }

  // Shows what the contact that leads draws, or lets two fingers pinch.
  #follow() {
    const { contacts, drawn, canvas } = this;
    const { pinching, leading, drawing } = contacts;
    for (const [id, { arrow, dragged }] of drawn) {
      if (arrow && dragged && id !== drawing) this.#giveUpArrow(drawn.get(id));
    }
    if (pinching.length) {
      for (const id of pinching.filter((each) => !this.touches.has(each))) {
        this.#grab(drawn.get(id).last, drawn.get(id).view);
      }
    }
    const shown = drawn.get(leading);
    if (shown?.arrow && leading === drawing) this.#leadArrow(shown);
    canvas.drawing(shown?.arrow ? null : (shown ?? null));
  }

  #giveUpArrow(arrow) {
    arrow.dragged = false;
    this.canvas.arrowing.cancel();
  }

  // A drag from the start of an arrow to its end; a tap is one of its ends.
  #leadArrow(arrow) {
    const { arrowing } = this.canvas;
    const { first, last, view, dragged } = arrow;
    const way = Math.hypot(last.clientX - first.clientX, last.clientY - first.clientY);
    if (!dragged && way <= DRAG_PX) return;
    if (!dragged) {
      arrow.dragged = true;
      arrowing.cancel();
      arrowing.begin(view, ...view.toUnits(first.clientX, first.clientY), first);
    }
    const under = this.#viewUnder(last) ?? view;
    arrowing.lead(under, ...under.toUnits(last.clientX, last.clientY));
  }

  #endArrow({ view, dragged }, event) {
    const { arrowing } = this.canvas;
    if (event.type !== "pointerup") {
      if (dragged) arrowing.cancel();
      return;
    }
    const at = dragged ? this.#viewUnder(event) : view;
    const point = at ? at.toUnits(event.clientX, event.clientY) : [0, 0];
    if (dragged) arrowing.end(at, ...point, event);
    else arrowing.step(at, ...point, event);
  }

  // A drag may leave the view that holds the pointer for the one beside it.
  #viewUnder({ clientX, clientY }) {
    const element = this.canvas.root.getRootNode().elementFromPoint(clientX, clientY);
    return element && this.canvas.views.holding(element);
  }

  #take(event, view) {
    const id = event.target.closest?.(".mark.own")?.dataset.mark;
    if (!id || this.held || this.canvas.tool !== "point") return;
    capture(view, event.pointerId);
    this.held = { id, view, pointerId: event.pointerId, from: [event.clientX, event.clientY] };
  }

  #move(event) {
    if (event.pointerType === "pen") this.contacts.seePen(event.timeStamp);
    if (this.touches.has(event.pointerId)) this.#pan(event);
    else if (this.contacts.has(event.pointerId)) this.#extend(event);
    else if (this.held?.pointerId === event.pointerId) this.#drag(event);
    else if (event.pointerType === "mouse") this.#name(event);
  }

  #pan(event) {
    const view = this.panned;
    const before = [...this.touches.values()];
    const [x, y] = this.touches.get(event.pointerId);
    this.touches.set(event.pointerId, [event.clientX, event.clientY]);
    const k = view.unitsPerPixel;
    if (before.length === 1) {
      view.pan((event.clientX - x) * k, (event.clientY - y) * k);
      return;
    }
    const apart = (points) => Math.hypot(points[0][0] - points[1][0], points[0][1] - points[1][1]);
    const after = [...this.touches.values()];
    const middle = [0, 1].map((i) => (after[0][i] + after[1][i]) / 2);
    view.zoom(apart(before) / Math.max(1, apart(after)), view.toUnits(...middle));
  }

  #extend(event) {
    const stroke = this.drawn.get(event.pointerId);
    stroke.last = event;
    const steps = event.getCoalescedEvents?.() ?? [];
    for (const step of stroke.arrow ? [] : steps.length ? steps : [event]) {
      stroke.points.push(stroke.view.toUnits(step.clientX, step.clientY));
      stroke.pressures?.push(step.pressure);
    }
    this.contacts.move(contactOf(event));
    this.#follow();
  }

  #drag(event) {
    const { id, view, from } = this.held;
    const far = Math.hypot(event.clientX - from[0], event.clientY - from[1]) > DRAG_PX;
    if (!far && !this.dragged) return;
    this.dragged = true;
    const [x, y] = view.toUnits(event.clientX, event.clientY);
    this.canvas.preview({ ...this.canvas.mark(id), view: view.id, x, y });
  }

  #name(event) {
    const view = this.canvas.views.holding(event.target);
    this.canvas.point(event.target.closest?.(".mark.own")?.dataset.mark ?? null);
    if (!view) {
      this.canvas.hover(null);
      return;
    }
    const [x, y] = view.toUnits(event.clientX, event.clientY);
    this.canvas.hover(this.canvas.views.regionAt(view, x, y), view, event);
  }

  #up(event) {
    this.released = [event.clientX, event.clientY];
    this.touches.delete(event.pointerId);
    if (this.contacts.has(event.pointerId)) this.#lift(event);
    else if (this.held?.pointerId === event.pointerId) this.#letGo(event);
  }

  #lift(event) {
    const { canvas } = this;
    const stroke = this.drawn.get(event.pointerId);
    const became = this.contacts.up({ ...contactOf(event), cancelled: event.type !== "pointerup" });
    this.drawn.delete(event.pointerId);
    this.#follow();
    if (stroke.arrow && (became !== "nothing" || stroke.dragged)) this.#endArrow(stroke, event);
    else if (became === "rested") canvas.told.near(canvas.words.rested, event);
    else if (became !== "nothing" && !stroke.arrow) this.#keep(stroke, event);
  }

  #keep(stroke, event) {
    const { canvas } = this;
    const { view, kind, id, log, belonging } = stroke;
    const runs = runsOf(stroke, canvas.data.brushes);
    if (log !== canvas.log) canvas.told.refuse([canvas.words.passed]);
    else canvas.acts.addStroke(view, kind, runs, { id, belonging, at: event });
  }

  // A mark that was dragged, or only tapped.
  #letGo(event) {
    const { canvas } = this;
    const { id, view } = this.held;
    const ended = event.type === "pointerup";
    this.held = null;
    canvas.preview(null);
    if (ended && this.dragged) {
      canvas.acts.move(id, view.id, ...view.toUnits(event.clientX, event.clientY), event);
    } else if (ended) canvas.acts.select(id);
    this.took = ended;
  }

  #click(event) {
    const took = this.took;
    this.took = false;
    const view = this.canvas.views.holding(event.target);
    if (!view || took || this.dragged) return;
    // Voice control and screen readers click without a press: as Enter does, with any tool.
    if (event.detail === 0) {
      this.canvas.keys.enterAt(event.target);
      return;
    }
    // A click is told in whole pixels; the release just before it, exactly.
    const at = view.toUnits(...(this.released ?? [event.clientX, event.clientY]));
    const mark = event.target.closest?.(".mark.own")?.dataset.mark;
    if (this.canvas.tool === "point") this.canvas.acts.markAt(view, ...at, event);
    else if (this.canvas.tool === "pick" && mark) this.canvas.acts.select(mark);
    else if (this.canvas.tool === "pick") this.canvas.acts.pickAt(view, ...at, event);
    else if (this.canvas.tool === "region") this.canvas.acts.fillAt(view, ...at, event);
  }

  #wheel(event) {
    const view = this.canvas.views.holding(event.target);
    if (!view || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    view.zoom(event.deltaY < 0 ? 0.88 : 1.14, view.toUnits(event.clientX, event.clientY));
  }
}
