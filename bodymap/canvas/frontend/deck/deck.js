// A presentation: slides revealed step by step, by keys, a presenter's remote, clicks or swipes.

import { html } from "../dom.js";
import { Legend } from "../legend.js";
import { Notes } from "./notes.js";
import { Pen } from "./pen.js";
import { Place } from "./place.js";
import { mountDeck } from "./skeleton.js";
import { Stage } from "./stage.js";

const SWIPE_PX = 50;
const BACK_SHARE = 0.25; // a tap on this part of the window, from its left, goes back
const KEYS = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  " ": "next",
  Enter: "next",
  ArrowLeft: "back",
  ArrowUp: "back",
  PageUp: "back",
  Backspace: "back",
  Home: "first",
  End: "last",
  f: "full",
  m: "muscle",
  n: "notes",
  p: "pen",
};
const NO_FULL_SCREEN = "Full screen is not available here; the presentation fills the window.";

export class Deck {
  // `leave` is told where the presentation was left, `own` what was written and drawn in it.
  constructor(parent, { leave, own }) {
    this.dialog = mountDeck(parent);
    this.tellLeft = leave;
    this.tellOwn = own;
    this.part = (name) => this.dialog.querySelector(`.${name}`);
    this.legend = new Legend(this.part("legend"));
    this.buttons = {};
    for (const button of this.dialog.querySelectorAll("button")) {
      this.buttons[button.dataset.do] = button;
      button.addEventListener("click", () => this.#do(button.dataset.do));
    }
    this.onKey = (event) => this.#key(event);
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.leave();
    });
    this.onFullScreen = () => this.#fullScreenChanged();
    this.#listenToPointer();
    this.notes = new Notes(this.part("notes").querySelector("textarea"));
    this.notes.field.addEventListener("input", () => this.#explainNotes());
    this.pen = new Pen(this.part("stage"), () => this.#offerPen());
  }

  update(data) {
    if (!data.running) return this.#handOver(data);
    const told = JSON.stringify([data.slides, data.running]);
    if (told === this.told && this.dialog.open) return undefined; // a rerun changes nothing here
    this.told = told;
    this.data = data;
    this.leaving = false;
    this.quiz = data.quiz;
    this.light = data.light;
    this.muscle = data.muscle;
    document.addEventListener("keydown", this.onKey, true);
    document.addEventListener("fullscreenchange", this.onFullScreen);
    this.place = new Place(data.slides, data);
    this.part("stage").replaceChildren();
    this.stage = new Stage(this.part("stage"), data);
    this.dialog.setAttribute("aria-label", data.title);
    this.part("sources").before(this.part("legend"));
    this.part("notice").textContent = data.notice;
    this.buttons.full.hidden = !this.part("sheet").requestFullscreen;
    if (!this.dialog.open) this.dialog.showModal();
    this.part("sheet").focus();
    this.#fillScreen({ asked: false });
    this.#explainNotes();
    return this.#show();
  }

  // Not presenting: what is taken away takes along what was written and drawn.
  #handOver(data) {
    this.close();
    const ids = data.slides.map(({ id }) => id);
    const of = (all) => Object.fromEntries(ids.filter((id) => all[id]).map((id) => [id, all[id]]));
    const own = { notes: of(this.notes.texts), lines: of(this.pen.lines) };
    const told = JSON.stringify(own);
    if (told === this.toldOwn) return;
    this.toldOwn = told;
    this.tellOwn(own);
  }

  // ---- what is shown

  async #show() {
    const { place } = this;
    const { slide } = place;
    this.dialog.classList.toggle("light-room", this.light);
    this.buttons.quiz.setAttribute("aria-pressed", this.quiz);
    this.buttons.room.setAttribute("aria-pressed", this.light);
    this.buttons.muscle.setAttribute("aria-pressed", this.muscle);
    this.buttons.back.disabled = place.at === 1 && place.step === 1;
    this.buttons.next.disabled = place.isLast;
    this.part("progress").style.setProperty("--share", place.share);
    this.part("number").textContent = `${place.at} / ${this.data.slides.length}`;
    this.part("sources").textContent = slide.sources;
    this.#tell(slide);
    this.notes.show(slide);
    place.write(this);
    try {
      const { muscle } = this;
      const shapes = await this.#fetch(slide);
      if (slide !== this.place.slide || muscle !== this.muscle) return; // gone on meanwhile
      this.stage.show(slide, this.place, shapes);
      this.pen.over(slide, this.stage.views);
      this.#explain(shapes);
      this.part("alert").hidden = true;
    } catch {
      this.part("alert").textContent = this.data.texts.unloaded;
      this.part("alert").hidden = false;
      return;
    }
    const next = this.data.slides[place.at];
    if (next) this.#fetch(next).catch(() => {}); // tried again when it is shown
  }

  #fetch(slide) {
    return this.stage.fetch(this.muscle ? slide : { ...slide, muscle: null });
  }

  get #named() {
    return !this.quiz || this.place.reached("facts");
  }

  #tell(slide) {
    const { place } = this;
    this.part("name").textContent = this.#named ? slide.name : this.data.texts.guess;
    this.part("about").textContent = this.#named ? slide.about : "";
    const list = this.part("steps");
    list.replaceChildren();
    const facts = place.kind === "facts"; // what was read before stands on the body
    for (const step of slide.steps.slice(facts ? place.step - 1 : 0, place.step)) {
      for (const [heading, text] of step.lines) {
        const item = html("li", { class: step.kind }, list);
        html("strong", { text: heading }, item);
        html("span", { text }, item);
      }
    }
    const said = slide.steps[place.step - 1].lines.map((line) => line.join(": "));
    const whose = place.step === 1 || place.kind === "facts" ? this.part("name").textContent : "";
    this.say(
      [`Slide ${place.at} of ${this.data.slides.length}`, whose, ...said].filter(Boolean).join(". "),
    );
  }

  #explain(shapes) {
    const shown = {};
    for (const extent of ["essential", "spillover"]) {
      if (this.place.reached(extent)) shown[extent] = shapes[extent];
    }
    const marked = this.place.reached("place");
    const texts = this.data.texts;
    const muscle = shapes.muscle && marked ? texts.where_muscle_lies : "";
    this.legend.show([{ title: "", shapes: shown }], marked, texts, { muscle });
  }

  #explainNotes() {
    const { notes_kept: kept, notes_lost: lost } = this.data.texts;
    this.part("notes").querySelector("p").textContent = this.notes.kept ? kept : lost;
  }

  #offerPen() {
    const { pen, undo, clear } = this.buttons;
    pen.setAttribute("aria-pressed", this.pen.held);
    this.dialog.classList.toggle("pen-held", this.pen.held);
    for (const button of [undo, clear]) {
      button.hidden = !this.pen.held && !this.pen.own.length;
      button.disabled = !this.pen.own.length;
    }
  }

  #toggleNotes() {
    const panel = this.part("notes");
    panel.hidden = !panel.hidden;
    this.buttons.notes.setAttribute("aria-pressed", !panel.hidden);
    (panel.hidden ? this.part("sheet") : this.notes.field).focus();
  }

  say(text) {
    this.part("live").textContent = text;
  }

  // ---- what a person does

  #do(what) {
    const { place } = this;
    if (what === "quiz") this.quiz = !this.quiz;
    else if (what === "room") this.light = !this.light;
    else if (what === "muscle") this.muscle = !this.muscle;
    else if (what === "notes") return this.#toggleNotes();
    else if (what === "undo" || what === "clear") return this.pen[what]();
    else if (what === "pen") {
      this.pen.held = !this.pen.held;
      return this.#offerPen();
    } else if (what === "full") return this.#toggleFullScreen();
    else if (what === "leave") return this.leave();
    else if (what === "take") return this.leave({ taking: true });
    else place[what]();
    return this.#show();
  }

  #key(event) {
    if (!this.dialog.isConnected) return this.close();
    if (this.pen.held && event.key === "z" && (event.ctrlKey || event.metaKey)) return this.pen.undo();
    if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
    const onButton = event.composedPath()[0]?.closest?.("button");
    if (onButton && (event.key === "Enter" || event.key === " ")) return undefined;
    if (event.key === "Tab") return undefined;
    if (event.composedPath()[0] === this.notes.field) {
      event.stopPropagation(); // letters, not steps
      if (event.key !== "Escape") return undefined;
      event.preventDefault();
      return this.#toggleNotes();
    }
    const what = event.key === "Escape" ? "leave" : KEYS[event.key];
    event.stopPropagation(); // no shortcut of the page behind
    if (!what) return undefined;
    event.preventDefault();
    return this.#do(what);
  }

  #listenToPointer() {
    const sheet = this.part("sheet");
    sheet.addEventListener("pointerdown", (event) => {
      const other = this.pen.held ? ".controls, .notes, .stage" : ".controls, .notes";
      this.down = event.target.closest(other) ? null : { x: event.clientX, y: event.clientY };
    });
    sheet.addEventListener("pointerup", (event) => {
      if (!this.down || event.button) return;
      const dx = event.clientX - this.down.x;
      const dy = event.clientY - this.down.y;
      this.down = null;
      if (Math.abs(dx) > SWIPE_PX && Math.abs(dx) > Math.abs(dy)) this.#do(dx < 0 ? "next" : "back");
      else if (Math.hypot(dx, dy) < SWIPE_PX / 5) {
        this.#do(event.clientX < BACK_SHARE * sheet.clientWidth ? "back" : "next");
      }
    });
    sheet.addEventListener("pointercancel", () => {
      this.down = null;
    });
  }

  // ---- full screen, and the way out

  #toggleFullScreen() {
    if (document.fullscreenElement) {
      this.meant = true; // not Escape, which leaves
      document.exitFullscreen();
    } else this.#fillScreen({ asked: true });
  }

  // Browsers allow it only right after a click or key; without, the window is filled.
  async #fillScreen({ asked }) {
    if (!asked && !navigator.userActivation?.isActive) return;
    try {
      await this.part("sheet").requestFullscreen();
    } catch {
      if (asked) this.say(NO_FULL_SCREEN);
    }
  }

  #fullScreenChanged() {
    const full = Boolean(document.fullscreenElement);
    this.buttons.full.setAttribute("aria-pressed", full);
    if (!full && !this.meant) this.leave();
    this.meant = false;
  }

  leave({ taking = false } = {}) {
    if (this.leaving) return;
    this.leaving = true;
    this.tellLeft({ at: this.place.at, taking, muscle: this.muscle });
    this.close();
  }

  close() {
    document.removeEventListener("keydown", this.onKey, true);
    document.removeEventListener("fullscreenchange", this.onFullScreen);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    if (this.dialog.open) this.dialog.close();
  }
}
