// Marks of another time in one view: faint, dashed, with their number; nothing to be pressed.

import { keyed, svg } from "./dom.js";

const R = 8; // half the width of the X on the screen

export class Ghosts {
  constructor(group, view) {
    this.group = group;
    this.view = view;
  }

  show(ghosts) {
    const here = ghosts.flatMap((ghost) => {
      const at = ghost.view === this.view ? [ghost.x, ghost.y] : ghost.also[this.view];
      return at ? [{ ghost, at }] : [];
    });
    const make = () => {
      const group = svg("g", { class: "ghost" });
      const inner = svg("g", {}, group);
      svg("circle", { class: "ring", r: 13 }, inner);
      svg("path", { class: "x", d: `M${-R} ${-R}L${R} ${R}M${R} ${-R}L${-R} ${R}` }, inner);
      svg("text", { x: 13, y: 20, "text-anchor": "middle" }, inner);
      return group;
    };
    keyed(this.group, here, ({ ghost }) => ghost.id, make, (group, { ghost, at: [x, y] }) => {
      group.setAttribute("transform", `translate(${x} ${y})`);
      group.querySelector("text").textContent = ghost.number;
    });
  }

  // `k`: view units that a pixel of the screen is wide.
  rescale(k) {
    for (const { firstElementChild } of this.group.children) {
      firstElementChild.setAttribute("transform", `scale(${k.toFixed(3)})`);
    }
  }
}
