// A presentation: slides revealed step by step, by keys, a presenter's remote, clicks or swipes.

import { html } from "../dom.js";
import { Legend } from "../legend.js";
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
};
const NO_FULL_SCREEN = "Full screen is not available here; the presentation fills the window.";

export class Deck {
  constructor(parent, leave) {
    this.dialog = mountDeck(parent);
    this.tellLeft = leave;
    this.part = (name) => this.dialog.querySelector(`.${name}`);
    this.legend = new Legend(this.part("legend"));
    this.buttons = {};
    for (const button of this.dialog.querySelectorAll("button")) {
      this.buttons[button.dataset.do] = button;
      button.addEventListener("click", () => this.#do(button.dataset.do));
    }
    this.onKey = (event) => this.#key(event);
    document.addEventListener("keydown", this.onKey, true);
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.leave();
    });
    this.onFullScreen = () => this.#fullScreenChanged();
    document.addEventListener("fullscreenchange", this.onFullScreen);
    this.#listenToPointer();
  }

  update(data) {
    const told = JSON.stringify(data.slides);
    if (told === this.told) return; // a rerun changes nothing here
    this.told = told;
    this.data = data;
    this.quiz = data.quiz;
    this.light = data.light;
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
    this.#show();
  }

  // ---- what is shown

  async #show() {
    const { place } = this;
    const { slide } = place;
    this.dialog.classList.toggle("light-room", this.light);
    this.buttons.quiz.setAttribute("aria-pressed", this.quiz);
    this.buttons.room.setAttribute("aria-pressed", this.light);
    this.buttons.back.disabled = place.at === 1 && place.step === 1;
    this.buttons.next.disabled = place.isLast;
    this.part("progress").style.setProperty("--share", place.share);
    this.part("number").textContent = `${place.at} / ${this.data.slides.length}`;
    this.part("sources").textContent = slide.sources;
    this.#tell(slide);
    place.write(this);
    try {
      const shapes = await this.stage.fetch(slide);
      if (slide !== this.place.slide) return; // gone on meanwhile
      this.stage.show(slide, this.place, shapes);
      this.#explain(shapes);
      this.part("alert").hidden = true;
    } catch {
      this.part("alert").textContent = this.data.texts.unloaded;
      this.part("alert").hidden = false;
      return;
    }
    const next = this.data.slides[place.at];
    if (next) this.stage.fetch(next).catch(() => {}); // tried again when it is shown
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
    this.legend.show([{ title: "", shapes: shown }], marked, this.data.texts);
  }

  say(text) {
    this.part("live").textContent = text;
  }

  // ---- what a person does

  #do(what) {
    const { place } = this;
    if (what === "quiz") this.quiz = !this.quiz;
    else if (what === "room") this.light = !this.light;
    else if (what === "full") return this.#toggleFullScreen();
    else if (what === "leave") return this.leave();
    else place[what]();
    return this.#show();
  }

  #key(event) {
    if (!this.dialog.isConnected) return this.close();
    if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
    const onButton = event.composedPath()[0]?.closest?.("button");
    if (onButton && (event.key === "Enter" || event.key === " ")) return undefined;
    if (event.key === "Tab") return undefined;
    const what = event.key === "Escape" ? "leave" : KEYS[event.key];
    event.stopPropagation(); // no shortcut of the page behind
    if (!what) return undefined;
    event.preventDefault();
    return this.#do(what);
  }

  #listenToPointer() {
    const sheet = this.part("sheet");
    sheet.addEventListener("pointerdown", (event) => {
      this.down = event.target.closest(".controls") ? null : { x: event.clientX, y: event.clientY };
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

  leave() {
    if (this.leaving) return;
    this.leaving = true;
    this.tellLeft({ at: this.place.at });
    this.close();
  }

  close() {
    document.removeEventListener("keydown", this.onKey, true);
    document.removeEventListener("fullscreenchange", this.onFullScreen);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    if (this.dialog.open) this.dialog.close();
  }
}
