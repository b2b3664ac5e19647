// The marks of one view: an X each with its number, as large on the screen whatever the zoom.

import { keyed, svg } from "./dom.js";

const MARK_PX = 8; // half the width of the X on the screen
const CORNERS = [[14, -13], [14, 13], [-14, -13], [-14, 13]]; // of an X, for its number
const ROOM_PX = 18; // from a number to the next X or number: further away is no better

export class Marks {
  constructor(group, view) {
    this.group = group;
    this.view = view;
  }

  show(marks, selected, nameOf) {
    const here = marks.flatMap((mark) => {
      if (mark.view === this.view) return [{ mark, x: mark.x, y: mark.y, own: true }];
      const also = mark.also?.[this.view];
      return also ? [{ mark, x: also[0], y: also[1], own: false }] : [];
    });
    const make = ({ own }) => {
      const group = svg("g", own ? { role: "button" } : { "aria-hidden": "true" });
      const inner = svg("g", {}, group);
      const r = MARK_PX;
      svg("circle", { class: "grip", r: 11 }, inner);
      const d = `M${-r} ${-r}L${r} ${r}M${r} ${-r}L${-r} ${r}`;
      svg("path", { class: "halo", d }, inner);
      svg("path", { class: "x", d }, inner);
      if (own) {
        const badge = svg("g", { class: "tag" }, inner);
        svg("circle", { class: "badge", r: 9 }, badge);
        svg("text", { y: 3.7, "text-anchor": "middle" }, badge);
      }
      return group;
    };
    const update = (group, { mark, x, y, own }) => {
      const isSelected = mark.id === selected;
      group.setAttribute("class", `mark ${mark.tone} ${own ? "own" : "also"}`);
      group.classList.toggle("selected", isSelected);
      group.setAttribute("transform", `translate(${x} ${y})`);
      group.at = [x, y];
      group.dataset.mark = mark.id;
      if (!own) return;
      group.setAttribute("tabindex", isSelected ? 0 : -1);
      group.setAttribute("aria-label", nameOf(mark));
      group.querySelector("text").textContent = mark.number;
    };
    keyed(this.group, here, ({ mark, own }) => `${mark.id}${own}`, make, update);
  }

  // `k`: view units that a pixel of the screen is wide.
  rescale(k) {
    const marks = Array.from(this.group.children);
    const centres = marks.map(({ at: [x, y] }) => [x / k, y / k]);
    const taken = [];
    marks.forEach((mark, index) => {
      mark.firstElementChild.setAttribute("transform", `scale(${k.toFixed(3)})`);
      const badge = mark.querySelector(".tag");
      if (!badge) return;
      const others = centres.filter((_, other) => other !== index);
      const [dx, dy] = freeCorner(centres[index], [...others, ...taken]);
      taken.push([centres[index][0] + dx, centres[index][1] + dy]);
      badge.setAttribute("transform", `translate(${dx} ${dy})`);
    });
  }
}

// Which corner of an X its number goes to, so that it hides no other X and no other number.
// All in pixels of the screen; the upper right unless that is taken.
function freeCorner([x, y], others) {
  const room = ([dx, dy]) =>
    Math.min(ROOM_PX, ...others.map(([ox, oy]) => Math.hypot(x + dx - ox, y + dy - oy)));
  return CORNERS.reduce((best, corner) => (room(corner) > room(best) ? corner : best));
}
