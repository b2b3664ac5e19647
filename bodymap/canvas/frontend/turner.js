// Buttons that turn the body in a chart on the page, by mouse and by key; the server is never asked.
// It also says, before the chart is sent, whether this browser can show one.

import { showAddress } from "./address.js";
import { copyLink } from "./copy.js";
import { html } from "./dom.js";
import { Legend } from "./legend.js";
import { TEXTS, wordsOf } from "./words.js";

const STEP = Math.PI / 12; // one press of an arrow key
const NEARER = 0.8;
const MOST_TILT = Math.PI / 2.2;
const TURN_MS = 350;
const UP = { x: 0, y: 0, z: 1 };
const MIDDLE = { x: 0, y: 0, z: 0 };
const mounted = new WeakMap();

// Whether a body can turn here. Somebody who saves data is asked first.
function turns() {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  if (!context) return "no-webgl";
  context.getExtension("WEBGL_lose_context")?.loseContext();
  const saving =
    navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
  return saving ? "saving" : "yes";
}

class Turner {
  constructor(parent) {
    this.root = html("div", { class: "bm turner" }, parent);
    const top = html("div", { class: "top" }, this.root);
    this.bar = html("div", { class: "bar", role: "toolbar", "aria-label": "Turn the body" }, top);
    this.sides = html("div", { class: "group" }, this.bar);
    const steps = html("div", { class: "group" }, this.bar);
    this.#button(steps, "⟲", "Turn to the left", () => this.turnBy(-2 * STEP, 0));
    this.#button(steps, "⟳", "Turn to the right", () => this.turnBy(2 * STEP, 0));
    this.#button(steps, "+", "Nearer", () => this.#zoom(NEARER));
    this.#button(steps, "−", "Farther", () => this.#zoom(1 / NEARER));
    this.#button(html("div", { class: "group" }, this.bar), "Copy link", "Copy link", async () => {
      this.#say((await copyLink()) ? this.words.copied : this.words.notCopied);
    });
    this.legend = new Legend(html("p", { class: "legend", hidden: "" }, this.root));
    this.live = html("div", { class: "live", role: "status", "aria-live": "polite" }, this.root);
    this.bar.addEventListener("keydown", (event) => this.#press(event));
  }

  update(data) {
    this.data = data;
    this.words = wordsOf(TEXTS);
    showAddress(data.address);
    if (!this.sides.children.length) {
      for (const view of Object.keys(data.eyes)) {
        const { name, short } = this.words.view(view);
        const button = this.#button(this.sides, short, name, () => this.#look(view));
        button.dataset.view = view;
      }
    }
    const shapes = Object.fromEntries(data.extents.map((extent) => [extent, { here: true }]));
    const texts = { ...TEXTS, mark_sign: "trigger point" };
    this.legend.show([{ title: data.title, shapes }], data.marked, texts);
  }

  #button(parent, text, name, onClick) {
    const button = html("button", { type: "button", text, title: name }, parent);
    if (text !== name) button.setAttribute("aria-label", name);
    button.addEventListener("click", onClick);
    return button;
  }

  // The chart stands beside this, on the page; it may still be on its way.
  get #chart() {
    const chart = document.querySelector(`.st-key-${this.data.chart} .js-plotly-plot`);
    return chart?.layout?.scene ? chart : null;
  }

  get #camera() {
    return this.#chart.layout.scene.camera;
  }

  #look(view) {
    if (!this.#chart) return;
    const [x, y] = this.data.eyes[view];
    this.#turnTo(Math.atan2(y, x), 0);
    this.#say(this.words.view(view).name);
  }

  turnBy(around, up) {
    if (!this.#chart) return;
    const { x, y, z } = this.#camera.eye;
    const tilt = Math.atan2(z, Math.hypot(x, y)) + up;
    this.#turnTo(Math.atan2(y, x) + around, Math.max(-MOST_TILT, Math.min(MOST_TILT, tilt)));
  }

  #turnTo(around, tilt) {
    const { eye } = this.#camera;
    const far = Math.hypot(eye.x, eye.y, eye.z);
    const from = { around: Math.atan2(eye.y, eye.x), tilt: Math.atan2(eye.z, Math.hypot(eye.x, eye.y)) };
    const way = Math.atan2(Math.sin(around - from.around), Math.cos(around - from.around));
    const quick = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const began = performance.now();
    cancelAnimationFrame(this.frame);
    const step = (now) => {
      const part = quick ? 1 : Math.min(1, (now - began) / TURN_MS);
      const eased = part * part * (3 - 2 * part);
      const angle = from.around + way * eased;
      const height = from.tilt + (tilt - from.tilt) * eased;
      const level = far * Math.cos(height);
      const at = { x: level * Math.cos(angle), y: level * Math.sin(angle), z: far * Math.sin(height) };
      this.#set({ ...this.#camera, eye: at, up: UP, center: MIDDLE });
      if (part < 1) this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  #set(camera) {
    window.Plotly.relayout(this.#chart, { "scene.camera": camera });
  }

  #zoom(factor) {
    const chart = this.#chart;
    if (!chart) return;
    const { x, y, z } = chart.layout.scene.aspectratio;
    const ratio = { x: x / factor, y: y / factor, z: z / factor };
    window.Plotly.relayout(chart, { "scene.aspectratio": ratio });
  }

  #press(event) {
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    this.turnBy(way[0] * STEP, way[1] * STEP);
  }

  #say(text) {
    this.live.textContent = text;
  }
}

export default function ({ data, parentElement, setStateValue }) {
  let turner = mounted.get(parentElement);
  if (!turner || !parentElement.contains(turner.root)) {
    turner = new Turner(parentElement);
    mounted.set(parentElement, turner);
    setStateValue("turns", turns());
  }
  turner.update(data);
}
