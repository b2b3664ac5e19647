// Where a presentation is: which slide, and how much of it is revealed. Pure, apart from its address.

import { showAddress } from "../address.js";

export class Place {
  constructor(slides, { at, step }) {
    this.slides = slides;
    this.go(at, step);
  }

  get slide() {
    return this.slides[this.at - 1];
  }

  get kind() {
    return this.slide.steps[this.step - 1].kind;
  }

  // Whether this step, or one before it on the slide, was of a kind.
  reached(kind) {
    return this.slide.steps.slice(0, this.step).some((step) => step.kind === kind);
  }

  get share() {
    return (this.at - 1 + this.step / this.slide.steps.length) / this.slides.length;
  }

  get isLast() {
    return this.at === this.slides.length && this.step === this.slide.steps.length;
  }

  go(at, step) {
    this.at = Math.min(Math.max(1, at), this.slides.length);
    this.step = Math.min(Math.max(1, step), this.slide.steps.length);
  }

  next() {
    if (this.isLast) return;
    if (this.step < this.slide.steps.length) this.go(this.at, this.step + 1);
    else this.go(this.at + 1, 1);
  }

  back() {
    if (this.step > 1) this.go(this.at, this.step - 1);
    else if (this.at > 1) this.go(this.at - 1, Infinity);
  }

  first() {
    this.go(1, 1);
  }

  last() {
    this.go(this.slides.length, Infinity);
  }

  // Reload and link show the same; no step for Back.
  write({ quiz, light, muscle }) {
    const asked = new URLSearchParams(location.search);
    const told = {
      at: this.at,
      step: this.step,
      order: quiz && "quiz",
      room: light && "light",
      layer: muscle && "muscles",
    };
    for (const [name, value] of Object.entries(told)) {
      if (value) asked.set(name, value);
      else asked.delete(name);
    }
    showAddress(asked.toString());
  }
}
