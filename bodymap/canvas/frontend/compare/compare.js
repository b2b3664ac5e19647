// Patterns beside each other, each on a body of its own, all in the same views: nothing to click.

import { html } from "../dom.js";
import { Legend } from "../legend.js";
import { Stage } from "../deck/stage.js";

const MOST_ABREAST = 8; // pictures in one row of a wide page
const ALL = { kind: "all", reached: () => true };

export class Comparison {
  constructor(parent) {
    this.root = html("div", { class: "bm comparison" }, parent);
    this.alert = html("p", { class: "alert", role: "alert", hidden: "" }, this.root);
    this.bodies = html("div", { class: "bodies" }, this.root);
    this.legend = new Legend(html("p", { class: "legend", hidden: "" }, this.root));
  }

  async update(data) {
    const told = JSON.stringify(data);
    if (told === this.told) return; // a rerun changes nothing here
    this.told = told;
    this.#lay(data);
    this.bodies.replaceChildren();
    this.bodies.setAttribute("aria-busy", "true");
    const stages = data.patterns.map((pattern, index) => this.#body(pattern, index, data));
    try {
      const shapes = await Promise.all(
        data.patterns.map((pattern, index) => stages[index].fetch(pattern)),
      );
      if (told !== this.told) return; // others were chosen meanwhile
      data.patterns.forEach((pattern, index) => stages[index].show(pattern, ALL, shapes[index]));
      this.#explain(shapes, data.texts);
      this.alert.hidden = true;
    } catch {
      if (told !== this.told) return;
      this.alert.textContent = data.texts.unloaded;
      this.alert.hidden = false;
      this.told = null; // the next run tries again
    }
    this.bodies.removeAttribute("aria-busy");
  }

  // How many pictures stand above each other, on a wide page and on a telephone.
  #lay({ patterns: { length: count }, patterns: [{ views }] }) {
    const abreast = count * views.length <= MOST_ABREAST ? views.length : 2;
    const narrow = count === 1 ? views.length : Math.min(views.length, 2);
    const style = {
      "--bodies": count,
      "--abreast": abreast,
      "--rows": Math.ceil(views.length / abreast),
      "--narrow-abreast": narrow,
      "--narrow-rows": Math.ceil(count / 2) * Math.ceil(views.length / narrow),
    };
    for (const [name, value] of Object.entries(style)) this.root.style.setProperty(name, value);
  }

  #body(pattern, index, data) {
    const body = html("div", { class: "one" }, this.bodies);
    html("p", { class: "who", text: `${index + 1} · ${pattern.name}` }, body);
    const picture = html("div", { class: "stage", role: "img", "aria-label": pattern.told }, body);
    return new Stage(picture, data);
  }

  #explain(shapes, texts) {
    const shown = {};
    for (const extent of ["essential", "spillover"]) {
      shown[extent] = Object.assign({}, ...shapes.map((each) => each[extent]));
    }
    const muscle = shapes.some((each) => each.muscle) ? texts.where_muscle_lies : "";
    this.legend.show([{ title: "", shapes: shown }], true, texts, { muscle });
  }
}
