// Where muscles lie in one view: drawn under the regions, named for pointer and keyboard.

import { svg } from "./dom.js";

const MOST_NAMED = 3;

export class Muscles {
  constructor(group) {
    this.group = group;
    this.pieces = [];
  }

  // `overlay` says what to show and which muscle is at hand; without it all is taken away.
  show(overlay, muscles, quiet) {
    const deep = overlay?.depth === "deep";
    if (this.muscles !== muscles || this.deep !== deep) this.#draw(muscles ?? [], deep);
    this.muscles = muscles;
    this.deep = deep;
    this.group.classList.toggle("deep-shown", deep);
    this.group.classList.toggle("quiet", quiet);
    if (muscles) this.#outline(overlay);
  }

  #draw(muscles, deep) {
    this.group.replaceChildren();
    this.pieces = [];
    if (!muscles.length) return;
    const layer = svg("g", { class: "all-muscles" }, this.group);
    // Fills of deep muscles lie in one group, so that where several overlap it is no darker.
    const fills = svg("g", { class: "deep-fills" }, layer);
    this.pieces = muscles.flatMap((muscle) => {
      const own = muscle.depth === "superficial";
      if (!own && !deep) return [{ ...muscle }];
      const d = muscle.shape;
      if (muscle.depth === "deep") svg("path", { d }, fills);
      const attributes = { class: `muscle ${muscle.depth}`, "data-muscle": muscle.id };
      const piece = svg("g", attributes);
      layer.insertBefore(piece, own ? fills : null);
      const shape = svg("path", { class: "shape", d }, piece);
      if (own && !deep && muscle.fibres) svg("path", { class: "fibres", d: muscle.fibres }, piece);
      return [{ ...muscle, named: own !== deep ? shape : null }];
    });
    this.chosen = svg("g", {}, this.group);
    this.key = null;
  }

  // The muscle at hand, whole: also what others lie over.
  #outline({ muscle, side }) {
    const key = `${muscle} ${side}`;
    if (this.key === key) return;
    this.key = key;
    this.chosen?.replaceChildren();
    for (const piece of this.pieces) {
      if (piece.id !== muscle || ![side, "midline"].includes(piece.side)) continue;
      svg("path", { class: `chosen-muscle ${piece.depth}`, d: piece.shape }, this.chosen);
    }
  }

  // Names of what lies at a point; of superficial muscles the one on top.
  namesAt(x, y) {
    const point = new DOMPoint(x, y);
    const here = this.pieces.filter(({ named }) => named?.isPointInFill(point));
    const names = [...new Set(here.reverse().map(({ name }) => name))];
    return names.slice(0, this.deep ? MOST_NAMED : 1);
  }
}
