// Making an arrow: by one drag, by two taps, or by Enter at its start and at its end, in any view.

import { arrowsUnder } from "./arrows.js";
import { newId } from "./oplog.js";

const tenths = (value) => Math.round(value * 10) / 10;

export class Arrowing {
  constructor(canvas) {
    this.canvas = canvas;
    this.begun = null;
  }

  // A tap or Enter: begins an arrow, or ends the one that is begun.
  // `at`: where on the screen, for a pointer.
  step(view, x, y, at) {
    if (this.begun) this.end(view, x, y, at);
    else this.begin(view, x, y, at);
  }

  begin(view, x, y, at) {
    const { canvas } = this;
    if (!canvas.data.editable) return;
    const region = canvas.views.regionAt(view, x, y);
    if (!region) {
      canvas.told.near(canvas.words.beside, at);
      return;
    }
    this.begun = { id: "begun", view: view.id, x: tenths(x), y: tenths(y), to_view: null };
    canvas.showArrows();
    canvas.acts.offerTo(canvas.words.arrowBegun, () => this.cancel());
    canvas.told.say(canvas.words.arrowFrom(canvas.views.nameOf(region)));
  }

  // Where it would end just now.
  lead(view, x, y) {
    if (!this.begun) return;
    Object.assign(this.begun, { to_view: view.id, to_x: tenths(x), to_y: tenths(y) });
    this.canvas.showArrows();
  }

  end(view, x, y, at) {
    const { canvas, begun } = this;
    if (!begun) return;
    const region = view && canvas.views.regionAt(view, x, y);
    const there = view?.id === begun.view && tenths(x) === begun.x && tenths(y) === begun.y;
    if (!region || there) {
      canvas.told.near(canvas.words.beside, at);
      this.lead({ id: null }, 0, 0);
      return;
    }
    this.begun = null;
    const { figure } = canvas.data;
    canvas.acts.do({ op: "arrow", ...begun, figure, id: newId(), to_view: view.id, to_x: tenths(x), to_y: tenths(y) });
    canvas.told.say(canvas.words.arrowTo(canvas.views.nameOf(region)));
  }

  // Whether there was one to give up.
  cancel() {
    if (!this.begun) return false;
    this.begun = null;
    this.canvas.acts.withdrawOffer();
    this.canvas.showArrows();
    return true;
  }

  // ---- arrows that are there

  remove(id) {
    const { acts, root, told, views, words } = this.canvas;
    const listed = root.getRootNode().activeElement?.closest(".list.arrows");
    acts.do({ op: "remove", id });
    if (listed) views.focusStop();
    told.say(words.removed);
  }

  find(id) {
    const arrow = this.canvas.arrows.find((each) => each.id === id);
    if (arrow) this.canvas.views.bringIntoSight(arrow);
  }

  // The eraser takes away whole arrows that it touches; whether it did.
  erase(view, stroke) {
    const touched = arrowsUnder(this.canvas.arrows, view.id, stroke);
    touched.forEach((id) => this.remove(id));
    return touched.length > 0;
  }
}
