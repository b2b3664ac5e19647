// Tools above the body, the choice of views, and the way to head, hands and feet.

import { copyLink } from "./copy.js";
import { html, keyed } from "./dom.js";

const READING = ["pick", "move"]; // what can be done where nothing can be changed

export const SIZED = ["brush", "erase"]; // tools with a size of their own

const SIGNS = { point: "✕", brush: "●", outline: "◌", erase: "◻", region: "▦", arrow: "➝", pick: "☝", move: "✥" };

function label(button, text, name) {
  button.textContent = text;
  button.title = name;
  if (text !== name) button.setAttribute("aria-label", name);
}

export class Toolbar {
  constructor(canvas) {
    this.canvas = canvas;
    this.bar = canvas.root.querySelector(".bar");
    this.choose = canvas.root.querySelector(".choose");
    this.tools = html("div", { class: "group tools" }, this.bar);
    this.sizes = html("div", { class: "group sizes", role: "group" }, this.bar);
    this.looks = html("div", { class: "group looks" }, this.bar);
    this.zooms = [
      [this.#button(this.looks, () => canvas.views.zoom(0.7)), "+", "canvas-zoom-in"],
      [this.#button(this.looks, () => canvas.views.zoom(1.4)), "−", "canvas-zoom-out"],
      [this.#button(this.looks, () => canvas.views.showAll()), "⤢", "canvas-show-all"],
    ];
    const steps = html("div", { class: "group steps" }, this.bar);
    this.steps = steps;
    this.undo = this.#button(steps, () => canvas.acts.step("undo"));
    this.redo = this.#button(steps, () => canvas.acts.step("redo"));
    this.print = this.#button(steps, () => window.print());
    this.print.className = "print";
    this.link = this.#button(steps, () =>
      copyLink().then((copied) => canvas.told.say(copied ? canvas.words.copied : canvas.words.notCopied)),
    );
    this.insets = canvas.root.querySelector(".insets");
    this.turn = canvas.root.querySelector(".turn");
    this.turn.addEventListener("click", () => canvas.views.choose(this.#behind()));
  }

  // On a narrow screen the zoom lies on the picture, where the thumb is.
  fit(narrow) {
    if (narrow === this.narrow) return;
    this.narrow = narrow;
    if (narrow) this.canvas.root.querySelector(".frame").append(this.looks);
    else this.bar.insertBefore(this.looks, this.steps);
  }

  // What turning the body shows: the back from the front, else the next view.
  #behind() {
    const { shown, front } = this.canvas.views;
    const turned = { front: "back", back: "front" }[front];
    return shown.includes(turned) ? turned : shown[(shown.indexOf(front) + 1) % shown.length];
  }

  #button(parent, onClick) {
    const button = html("button", { type: "button" }, parent);
    button.addEventListener("click", onClick);
    return button;
  }

  // What does not change with the data; only the language can.
  #name({ say, language }) {
    if (language === this.language) return;
    this.language = language;
    this.bar.setAttribute("aria-label", say("canvas-tools"));
    this.choose.setAttribute("aria-label", say("canvas-views"));
    this.insets.setAttribute("aria-label", say("canvas-parts"));
    this.sizes.setAttribute("aria-label", say("canvas-sizes"));
    for (const [button, sign, id] of this.zooms) label(button, sign, say(id));
    label(this.undo, say("canvas-undo.button"), say("canvas-undo"));
    label(this.redo, "↷", say("canvas-redo"));
    label(this.print, say("canvas-print"), say("canvas-print.hint"));
    label(this.link, say("canvas-copy-link"), say("canvas-copy-link"));
  }

  show() {
    const { canvas } = this;
    const { data } = canvas;
    const { words } = canvas;
    this.#name(words);
    canvas.stage.dataset.tool = canvas.tool;
    const tools = data.editable ? data.tools : data.tools.filter((tool) => READING.includes(tool));
    const make = (tool) => {
      const { word, hint } = words.tool(tool);
      const button = html("button", { type: "button", title: hint });
      html("span", { "aria-hidden": "true", text: `${SIGNS[tool]} ` }, button);
      html("span", { text: word }, button);
      button.addEventListener("click", () => canvas.chooseTool(tool));
      return button;
    };
    keyed(this.tools, tools, (tool) => tool, make, (button, tool) =>
      button.setAttribute("aria-pressed", String(tool === canvas.tool)),
    );
    this.#showSizes();
    this.showSteps();
    this.link.hidden = typeof data.address !== "string";
    const choices = [null, ...data.insets];
    const choose = (inset) => {
      const button = html("button", { type: "button", text: inset ? inset.label : words.say("canvas-part-body") });
      button.addEventListener("click", () => this.#wanted(inset));
      return button;
    };
    const shown = data.insets.length ? choices : [];
    keyed(this.insets, shown, (inset) => inset?.label ?? "", choose, (button, inset) =>
      button.setAttribute("aria-pressed", String((inset?.label ?? "") === (canvas.views.inset?.label ?? ""))),
    );
  }

  // What can be taken back and repeated, with what the server has yet to hear.
  showSteps() {
    const { canvas } = this;
    const { data } = canvas;
    const { say } = canvas.words;
    for (const step of ["undo", "redo"]) {
      const [button, what] = [this[step], data[step]];
      button.disabled = !data.editable || !canvas.log[step];
      button.title = what ? say(`canvas-${step}.what`, { what }) : say(`canvas-${step}`);
      button.hidden = !data.editable;
    }
  }

  // Some pictures are shown only to those who say that they want to see them; asked once.
  mayShow(inset) {
    if (inset.ask && !this.asked && !window.confirm(inset.ask)) return false;
    this.asked ||= Boolean(inset.ask);
    return true;
  }

  // Dots as large as they can be told apart by; how large they draw depends on the zoom.
  #showSizes() {
    const { canvas } = this;
    const { brushes, editable } = canvas.data;
    const shown = editable && brushes.length > 1 && SIZED.includes(canvas.tool) ? brushes : [];
    const make = (radius) => {
      const place = brushes.indexOf(radius);
      const name = canvas.words.brush(place + 1, brushes.length);
      const button = html("button", { type: "button", title: canvas.words.brushHint(place + 1, brushes.length), "aria-label": name });
      const dot = html("span", { class: "size", "aria-hidden": "true" }, button);
      dot.style.width = `${6 + (16 * place) / (brushes.length - 1)}px`;
      button.addEventListener("click", () => canvas.chooseBrush(place - brushes.indexOf(canvas.radius)));
      return button;
    };
    this.sizes.hidden = !shown.length;
    keyed(this.sizes, shown, (radius) => radius, make, (button, radius) =>
      button.setAttribute("aria-pressed", String(radius === canvas.radius)),
    );
  }

  #wanted(inset) {
    if (inset && !this.mayShow(inset)) return;
    this.canvas.views.chooseInset(inset).then(() => this.show());
  }

  // On a narrow screen one view stands alone; these buttons turn the body.
  showChoice() {
    const { canvas } = this;
    const make = (id) => {
      const { short, chosen } = canvas.words.view(id);
      const button = html("button", { type: "button", text: short, "aria-label": chosen });
      button.addEventListener("click", () => canvas.views.choose(id));
      return button;
    };
    keyed(this.choose, canvas.views.shown, (id) => id, make, (button, id) =>
      button.setAttribute("aria-pressed", String(id === canvas.views.front)),
    );
    this.turn.hidden = canvas.views.shown.length < 2;
    const { words, data } = canvas;
    const behind = this.#behind();
    this.turn.textContent = data.subjects ? words.turnShort(behind) : words.turn(behind);
    this.turn.setAttribute("aria-label", words.turn(behind));
  }

  // A dot on the buttons of views in which there is something to see.
  showPlaces({ marks, zones, under, arrows, drawn }) {
    const has = (id) =>
      drawn.has(id) ||
      marks.some((mark) => mark.view === id || mark.also?.[id]) ||
      zones.some(({ shapes }) => shapes.essential?.[id] || shapes.spillover?.[id]) ||
      under.some(({ shapes }) => shapes[id]) ||
      arrows.some(({ view, to_view: to }) => view === id || to === id);
    for (const button of this.choose.children) button.classList.toggle("has", has(button.dataset.key));
    const { data, views } = this.canvas;
    const inside = ({ prefix }) => views.figure?.viewIds(prefix).some(has);
    for (const [n, button] of [...this.insets.children].entries()) {
      button.classList.toggle("has", n ? Boolean(inside(data.insets[n - 1])) : data.views.some(has));
    }
  }
}
