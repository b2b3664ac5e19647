// Where muscles lie in one view: drawn under the regions, named for pointer and keyboard.

import { svg } from "./dom.js";

const MOST_NAMED = 3;

export class Muscles {
  constructor(group) {
    this.group = group;
    this.pieces = [];
  }

  // `overlay` says what to show and which muscle is at hand; null takes all away.
  show(overlay, muscles, quiet) {
    const deep = overlay?.depth === "deep";
    if (this.muscles !== muscles || this.deep !== deep) this.#draw(muscles ?? [], deep);
    this.muscles = muscles;
    this.deep = deep;
    this.group.classList.toggle("deep-shown", deep);
    this.group.classList.toggle("quiet", quiet);
    this.#outline(overlay);
  }

  #draw(muscles, deep) {
    this.group.replaceChildren();
    this.pieces = muscles.map((muscle) => {
      const attributes = { class: `muscle ${muscle.depth}`, "data-muscle": muscle.id };
      const piece = svg("g", attributes, this.group);
      const shape = svg("path", { class: "shape", d: muscle.shape }, piece);
      if (muscle.fibres) svg("path", { class: "fibres", d: muscle.fibres }, piece);
      const named = deep ? muscle.depth !== "superficial" : muscle.depth === "superficial";
      return { ...muscle, shape, outline: muscle.shape, named };
    });
    this.chosen = svg("g", {}, this.group);
  }

  // The muscle at hand, whole: also what others lie over.
  #outline({ muscle, side } = {}) {
    const key = `${muscle} ${side}`;
    if (!this.chosen || (this.key === key && this.chosen.childElementCount)) return;
    this.key = key;
    this.chosen.replaceChildren();
    const mine = this.pieces.filter((piece) => piece.id === muscle && [side, "midline"].includes(piece.side));
    for (const { outline, depth } of mine) {
      svg("path", { class: `chosen-muscle ${depth}`, d: outline }, this.chosen);
    }
  }

  // Names of what lies at a point; of superficial muscles the one on top.
  namesAt(x, y) {
    const point = new DOMPoint(x, y);
    const here = this.pieces.filter(({ named, shape }) => named && shape.isPointInFill(point));
    const names = [...new Set(here.reverse().map(({ name }) => name))];
    return this.deep ? names.slice(0, MOST_NAMED) : names.slice(0, 1);
  }
}
