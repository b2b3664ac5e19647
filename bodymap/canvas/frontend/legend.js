// What the signs on the body mean; shown as long as there is one to explain.

import { html, svg } from "./dom.js";

const EXTENTS = ["essential", "spillover"];

export class Legend {
  constructor(line) {
    this.line = line;
  }

  show(zones, marked, texts) {
    const titles = [...new Set(zones.map((zone) => zone.title))].join(", ");
    const extents = EXTENTS.filter((extent) =>
      zones.some(({ shapes }) => Object.keys(shapes[extent] ?? {}).length),
    );
    const told = JSON.stringify([titles, extents, marked]);
    if (told === this.told) return;
    this.told = told;
    this.line.hidden = !extents.length;
    this.line.replaceChildren();
    if (marked) this.#item("place", texts.mark_sign);
    extents.forEach((extent) => this.#item(extent, texts[extent]));
    if (titles) html("span", { text: titles }, this.line);
  }

  #item(kind, text) {
    const item = html("span", { class: "item" }, this.line);
    const picture = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, item);
    if (kind === "place") svg("path", { class: "x", d: "M4 4L12 12M12 4L4 12" }, picture);
    else svg("rect", { class: "body", width: 16, height: 16, rx: 4 }, picture);
    if (kind === "essential") {
      svg("rect", { class: "zone essential", width: 16, height: 16, rx: 4 }, picture);
    }
    if (kind === "spillover") {
      for (const [cx, cy] of [[4, 4], [12, 4], [8, 8], [4, 12], [12, 12]]) {
        svg("circle", { class: "dot", cx, cy, r: 1.9 }, picture);
      }
    }
    html("span", { text }, item);
  }
}
