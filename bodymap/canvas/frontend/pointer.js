// Mouse, finger and pen: marking, drawing, dragging marks, moving the view, names under the pointer.

import { newId } from "./oplog.js";
import { runsOf } from "./pressure.js";
import { simplified } from "./simplified.js";
import { SIZED } from "./toolbar.js";

const DRAG_PX = 4; // a press that moves less is a click
const SIMPLIFY = 0.6; // view units a drawn line may be off by
const DRAWING = new Set(["brush", "outline", "erase"]);

export class Pointer {
  constructor(canvas) {
    this.canvas = canvas;
    this.touches = new Map();
    const { stage } = canvas;
    stage.addEventListener("pointerdown", (event) => this.#down(event));
    stage.addEventListener("pointermove", (event) => this.#move(event));
    for (const name of ["pointerup", "pointercancel"]) {
      stage.addEventListener(name, (event) => this.#up(event));
    }
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
    if (!view || event.button > 0) return;
    canvas.views.current = view;
    if (canvas.tool === "move") this.#grab(event, view);
    else if ((this.stroke || this.arrow) && event.pointerType === "touch") this.#pinch(event, view);
    else if (!event.isPrimary || !canvas.data.editable) return;
    else if (canvas.tool === "arrow") this.#beginArrow(event, view);
    else if (DRAWING.has(canvas.tool)) this.#begin(event, view);
    else this.#take(event, view);
  }

  #grab(event, view) {
    view.svg.setPointerCapture(event.pointerId);
    this.touches.set(event.pointerId, [event.clientX, event.clientY]);
    this.panned = view;
  }

  // A second finger while drawing: what was meant is to zoom.
  #pinch(event, view) {
    const { first } = this.stroke ?? this.arrow;
    if (this.arrow?.dragged) this.canvas.arrowing.cancel();
    this.stroke = null;
    this.arrow = null;
    this.canvas.drawing(null);
    this.touches.set(first.pointerId, [first.clientX, first.clientY]);
    this.#grab(event, view);
  }

  #begin(event, view) {
    view.svg.setPointerCapture(event.pointerId);
    const start = view.toUnits(event.clientX, event.clientY);
    const { tool: kind, radius, data } = this.canvas;
    // What it belongs to is settled where it begins, whatever the page shows when it ends.
    const id = newId();
    const { log } = this.canvas;
    const belonging = this.canvas.belonging(id);
    this.stroke = { first: event, view, kind, radius, points: [start], id, log, belonging };
    const pressed = data.pressure && SIZED.includes(kind) && event.pointerType === "pen";
    if (pressed) this.stroke.pressures = [event.pressure];
    this.canvas.drawing(this.stroke);
  }

  // A tap, or a drag from the start of an arrow to its end; which, only the way will tell.
  #beginArrow(event, view) {
    view.svg.setPointerCapture(event.pointerId);
    this.arrow = { first: event, view, dragged: false };
  }

  #leadArrow(event) {
    const { arrowing } = this.canvas;
    const { first, view, dragged } = this.arrow;
    const way = Math.hypot(event.clientX - first.clientX, event.clientY - first.clientY);
    if (!dragged && way <= DRAG_PX) return;
    if (!dragged) {
      this.arrow.dragged = true;
      arrowing.cancel();
      arrowing.begin(view, ...view.toUnits(first.clientX, first.clientY));
    }
    const under = this.#viewUnder(event) ?? view;
    arrowing.lead(under, ...under.toUnits(event.clientX, event.clientY));
  }

  #endArrow(event) {
    const { arrowing } = this.canvas;
    const { view, dragged } = this.arrow;
    this.arrow = null;
    if (event.type !== "pointerup") {
      if (dragged) arrowing.cancel();
      return;
    }
    const at = dragged ? this.#viewUnder(event) : view;
    const point = at ? at.toUnits(event.clientX, event.clientY) : [];
    if (dragged) arrowing.end(at, ...point);
    else arrowing.step(at, ...point);
  }

  // A drag may leave the view that holds the pointer for the one beside it.
  #viewUnder({ clientX, clientY }) {
    const element = this.canvas.root.getRootNode().elementFromPoint(clientX, clientY);
    return element && this.canvas.views.holding(element);
  }

  #take(event, view) {
    const id = event.target.closest?.(".mark.own")?.dataset.mark;
    if (!id || this.canvas.tool !== "point") return;
    view.svg.setPointerCapture(event.pointerId);
    this.held = { id, view, from: [event.clientX, event.clientY] };
  }

  #move(event) {
    if (this.touches.has(event.pointerId)) this.#pan(event);
    else if (this.stroke) this.#extend(event);
    else if (this.arrow) this.#leadArrow(event);
    else if (this.held) this.#drag(event);
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
    const steps = event.getCoalescedEvents?.() ?? [];
    for (const step of steps.length ? steps : [event]) {
      this.stroke.points.push(this.stroke.view.toUnits(step.clientX, step.clientY));
      this.stroke.pressures?.push(step.pressure);
    }
    this.canvas.drawing(this.stroke);
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
    const { canvas } = this;
    const ended = event.type === "pointerup";
    this.released = [event.clientX, event.clientY];
    this.touches.delete(event.pointerId);
    if (this.arrow) this.#endArrow(event);
    else if (this.stroke) {
      const { view, kind, id, log, belonging } = this.stroke;
      const runs = runsOf(this.stroke, canvas.data.brushes);
      this.stroke = null;
      canvas.drawing(null);
      const kept = runs.map((run) => ({ ...run, points: simplified(run.points, SIMPLIFY) }));
      if (ended && log !== canvas.log) canvas.told.refuse([canvas.words.passed]);
      else if (ended) canvas.acts.addStroke(view, kind, kept, id, belonging);
    } else if (this.held) {
      const { id, view } = this.held;
      this.held = null;
      canvas.preview(null);
      if (ended && this.dragged) canvas.acts.move(id, view.id, ...view.toUnits(event.clientX, event.clientY));
      else if (ended) canvas.acts.select(id);
      this.took = ended;
    }
  }

  #click(event) {
    const took = this.took;
    this.took = false;
    // A click without a press count comes from a key and is dealt with there.
    if (event.detail === 0 || took || this.dragged) return;
    const view = this.canvas.views.holding(event.target);
    if (!view) return;
    // A click is told in whole pixels; the release just before it, exactly.
    const at = view.toUnits(...(this.released ?? [event.clientX, event.clientY]));
    const mark = event.target.closest?.(".mark.own")?.dataset.mark;
    if (this.canvas.tool === "point") this.canvas.acts.markAt(view, ...at);
    else if (this.canvas.tool === "pick" && mark) this.canvas.acts.select(mark);
    else if (this.canvas.tool === "pick") this.canvas.acts.pickAt(view, ...at);
    else if (this.canvas.tool === "region") this.canvas.acts.fillAt(view, ...at);
  }

  #wheel(event) {
    const view = this.canvas.views.holding(event.target);
    if (!view || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    view.zoom(event.deltaY < 0 ? 0.88 : 1.14, view.toUnits(event.clientX, event.clientY));
  }
}
