// The arrows in words, each with a way to find it on the body and to remove it.

import { html, keyed } from "./dom.js";

export class ArrowList {
  constructor(section, { onFind, onPoint, onRemove }) {
    this.section = section;
    this.title = section.querySelector("h2");
    this.list = section.querySelector("ol");
    Object.assign(this, { onFind, onPoint, onRemove });
  }

  show(arrows, editable, words) {
    this.section.hidden = !arrows.length;
    this.title.textContent = words.arrowsTitle;
    const make = ({ id }) => {
      const item = html("li");
      const find = html("button", { type: "button", class: "find" }, item);
      html("span", { class: "number" }, find);
      html("span", { class: "label" }, find);
      const remove = html("button", { type: "button", class: "remove", text: "✕" }, item);
      find.addEventListener("click", () => this.onFind(id));
      find.addEventListener("keydown", ({ key }) => {
        if (key === "Delete" || key === "Backspace") this.onRemove(id);
      });
      remove.addEventListener("click", () => this.onRemove(id));
      for (const [event, on] of [["pointerenter", 1], ["focusin", 1], ["pointerleave", 0], ["focusout", 0]]) {
        item.addEventListener(event, () => this.onPoint(on ? id : null));
      }
      return item;
    };
    keyed(this.list, arrows, ({ id }) => id, make, (item, { number, label }) => {
      const name = label || words.newArrow(number);
      item.querySelector(".number").textContent = number;
      item.querySelector(".label").textContent = name;
      const remove = item.querySelector(".remove");
      remove.hidden = !editable;
      remove.setAttribute("aria-label", words.remove(name));
      remove.title = words.remove(name);
    });
  }

  // Show which line belongs to the arrow under the pointer; none for null.
  point(id) {
    for (const item of this.list.children) item.firstElementChild.classList.toggle("hot", item.dataset.key === id);
  }
}
