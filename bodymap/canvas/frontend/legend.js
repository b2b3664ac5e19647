// What the signs on the body mean; shown as long as there is one to explain.

import { html, svg } from "./dom.js";
import { classes, fill } from "./looks.js";

const EXTENTS = ["essential", "spillover"];

export class Legend {
  constructor(line) {
    this.line = line;
  }

  // `under`: whether pains of different strength lie under the marks; `drawn`: whether something
  // was drawn that a caller has words for; `ghosts`: whether marks of another time are shown;
  // `muscle`: words for where a muscle lies.
  show(zones, marked, texts, { under = false, drawn = false, ghosts = false, muscle = "" } = {}) {
    const plain = zones.filter(({ look }) => !look);
    const looks = zones.filter(({ look, shapes }) => look && shapes);
    const titles = [...new Set(plain.map((zone) => zone.title))].join(", ");
    const extents = EXTENTS.filter((extent) =>
      plain.some(({ shapes }) => Object.keys(shapes[extent] ?? {}).length),
    );
    const told = JSON.stringify([titles, extents, marked, under, drawn, ghosts, muscle, looks.map(({ look, title }) => [look, title])]);
    if (told === this.told) return;
    this.told = told;
    this.line.hidden = !extents.length && !looks.length && !under && !drawn && !ghosts && !muscle;
    this.line.replaceChildren();
    if (titles && extents.length) html("span", { class: "title", text: `${titles[0].toUpperCase()}${titles.slice(1)}:` }, this.line);
    extents.forEach((extent) => this.#item(extent, texts[extent]));
    if (marked) this.#item("place", texts.mark_sign);
    looks.forEach(({ look, title }) => this.#look(look, title));
    if (ghosts) this.#item("ghost", texts.ghosts);
    if (muscle) this.#item("muscle", muscle);
    if (drawn) this.#item("felt", texts.drawn);
    if (under) this.#strengths(texts.strengths, texts.strength_not_said);
  }

  #strengths(text, notSaid) {
    const item = html("span", { class: "item" }, this.line);
    html("span", { class: "ramp", "aria-hidden": "true" }, item);
    html("span", { text }, item);
    const other = html("span", { class: "item" }, this.line);
    html("span", { class: "unrated", "aria-hidden": "true" }, other);
    html("span", { text: notSaid }, other);
  }

  // A pattern among several: filled where nearly everyone feels it, outlined where some do.
  #look(look, text) {
    const item = html("span", { class: "item" }, this.line);
    const picture = svg("svg", { viewBox: "0 0 32 16", class: "wide", "aria-hidden": "true" }, item);
    svg("rect", { class: "body", width: 32, height: 16, rx: 4 }, picture);
    const shape = { class: `zone essential${classes(look)}`, x: 3, y: 3, width: 26, height: 10, rx: 3 };
    fill(svg("rect", shape, picture), svg("defs", {}, picture), look);
    html("span", { text }, item);
  }

  #ghost(picture) {
    const sign = svg("g", { class: "ghost" }, picture);
    svg("circle", { class: "ring", cx: 8, cy: 8, r: 7 }, sign);
    svg("path", { class: "x", d: "M5 5L11 11M11 5L5 11" }, sign);
  }

  #item(kind, text) {
    const item = html("span", { class: "item" }, this.line);
    const picture = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, item);
    if (kind === "place") svg("path", { class: "x", d: "M4 4L12 12M12 4L4 12" }, picture);
    else if (kind === "ghost") this.#ghost(picture);
    else svg("rect", { class: "body", width: 16, height: 16, rx: 4 }, picture);
    if (kind === "felt") svg("rect", { class: "felt", width: 16, height: 16, rx: 4 }, picture);
    if (kind === "muscle") svg("rect", { class: "zone muscle", width: 16, height: 16, rx: 4 }, picture);
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
