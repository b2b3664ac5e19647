// The list beside the body: real buttons, linked both ways, and the screen reader's view of it.

import { html, keyed } from "./dom.js";

export class MarkList {
  constructor(section, { onSelect, onPoint }) {
    this.title = section.querySelector("h2");
    this.empty = section.querySelector(".empty");
    this.list = section.querySelector("ol");
    this.onSelect = onSelect;
    this.onPoint = onPoint;
  }

  show(marks, selected, texts, nameOf) {
    this.title.textContent = marks.length ? `${texts.list_title} (${marks.length})` : texts.list_title;
    this.empty.textContent = texts.list_empty;
    this.empty.hidden = marks.length > 0;
    const make = (mark) => {
      const item = html("li");
      const button = html("button", { type: "button" }, item);
      html("span", { class: "number" }, button);
      const words = html("span", { class: "words" }, button);
      html("span", { class: "label" }, words);
      html("span", { class: "note" }, words);
      button.addEventListener("click", () => this.onSelect(mark.id));
      for (const [event, on] of [["pointerenter", 1], ["focus", 1], ["pointerleave", 0], ["blur", 0]]) {
        button.addEventListener(event, () => this.onPoint(on ? mark.id : null));
      }
      return item;
    };
    keyed(this.list, marks, (mark) => mark.id, make, (item, mark) => {
      const button = item.firstElementChild;
      button.className = mark.tone;
      button.setAttribute("aria-current", String(mark.id === selected));
      const number = item.querySelector(".number");
      number.textContent = mark.number;
      if (mark.tone === "drawn") number.setAttribute("aria-hidden", "true"); // its name says it
      item.querySelector(".label").textContent = nameOf(mark);
      item.querySelector(".note").textContent = mark.note;
    });
  }

  // Show which line belongs to the mark under the pointer; none for null.
  point(id) {
    for (const item of this.list.children) {
      item.firstElementChild.classList.toggle("hot", item.dataset.key === id);
    }
  }
}
