// The arrows of one view: a line with a head where both ends are seen, else the end that is.

import { keyed, svg } from "./dom.js";

const HEAD_PX = 13;
const SPREAD = 0.45; // of the head's wings from the line, radians

export class Arrows {
  constructor(group, view) {
    this.group = group;
    this.view = view;
  }

  // `nameOf` names a view, for an arrow that goes on there.
  show(arrows, nameOf) {
    const here = arrows.filter(({ view, to_view: to }) => view === this.view || to === this.view);
    const make = () => {
      const group = svg("g");
      svg("path", { class: "halo" }, group);
      svg("path", { class: "line" }, group);
      const end = svg("g", {}, group);
      svg("circle", { class: "end", r: 9 }, end);
      svg("text", { class: "number", y: 3.7, "text-anchor": "middle" }, end);
      svg("text", { class: "way", y: -14, "text-anchor": "middle" }, end);
      return group;
    };
    keyed(this.group, here, ({ id }) => id, make, (group, arrow) => this.#update(group, arrow, nameOf));
  }

  #update(group, arrow, nameOf) {
    const { id, number, view, to_view: toView } = arrow;
    const starts = view === this.view;
    const ends = toView === this.view;
    group.arrow = arrow;
    group.dataset.mark = id;
    group.setAttribute("class", `arrow${starts ? "" : " arriving"}${toView ? "" : " begun"}`);
    group.querySelector(".number").textContent = number;
    const way = starts ? `→ ${toView ? nameOf(toView) : "?"}` : `${nameOf(view)} →`;
    group.querySelector(".way").textContent = starts && ends ? "" : way;
  }

  // `k`: view units that a pixel of the screen is wide.
  rescale(k) {
    for (const group of this.group.children) {
      const { view, to_view: toView, x, y, to_x: toX, to_y: toY } = group.arrow;
      const whole = view === toView;
      const d = whole ? arrowPath([x, y], [toX, toY], HEAD_PX * k) : "";
      for (const path of group.querySelectorAll("path")) path.setAttribute("d", d);
      const [atX, atY] = view === this.view ? [x, y] : [toX, toY];
      group.lastElementChild.setAttribute("transform", `translate(${atX} ${atY}) scale(${k.toFixed(3)})`);
    }
  }
}

function arrowPath([x, y], [toX, toY], head) {
  const along = Math.atan2(toY - y, toX - x);
  const wing = (turn) =>
    `${(toX - head * Math.cos(along + turn)).toFixed(1)} ${(toY - head * Math.sin(along + turn)).toFixed(1)}`;
  const tip = `${toX} ${toY}`;
  return `M${x} ${y}L${tip}M${wing(SPREAD)}L${tip}L${wing(-SPREAD)}`;
}

// Ids of the arrows that a stroke in a view touches.
export function arrowsUnder(arrows, view, { points, radius }) {
  const touched = (arrow) => {
    const ends = [];
    if (arrow.view === view) ends.push([arrow.x, arrow.y]);
    if (arrow.to_view === view) ends.push([arrow.to_x, arrow.to_y]);
    if (!ends.length) return false;
    return points.some((point, index) => {
      const before = points[Math.max(0, index - 1)];
      return apart([before, point], [ends[0], ends.at(-1)]) <= radius;
    });
  };
  return arrows.filter(touched).map(({ id }) => id);
}

// Distance of two pieces of a line; 0 where they cross.
function apart([a, b], [c, d]) {
  const side = ([px, py], [qx, qy], [rx, ry]) => (qx - px) * (ry - py) - (qy - py) * (rx - px);
  const crossing =
    side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  if (crossing) return 0;
  return Math.min(toPiece(a, c, d), toPiece(b, c, d), toPiece(c, a, b), toPiece(d, a, b));
}

function toPiece([x, y], [ax, ay], [bx, by]) {
  const long = (bx - ax) ** 2 + (by - ay) ** 2;
  const part = long ? ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long : 0;
  const at = Math.min(1, Math.max(0, part));
  return Math.hypot(x - ax - at * (bx - ax), y - ay - at * (by - ay));
}
