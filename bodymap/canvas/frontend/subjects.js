// Things that are drawn one beside the other, such as pains: which one strokes go into.

import { html, keyed } from "./dom.js";

const ANOTHER = { id: null };

export class Subjects {
  constructor(row, { onSelect, onRemove }) {
    this.row = row;
    this.onSelect = onSelect;
    this.choice = html("span", { class: "choice", role: "radiogroup" }, row);
    this.another = html("button", { type: "button", class: "another" }, row);
    this.another.addEventListener("click", () => onSelect(null));
    this.remove = html("button", { type: "button", class: "remove" }, row);
    this.remove.addEventListener("click", () => onRemove(this.selected));
    this.hint = html("span", { class: "hint" }, row);
  }

  // While there is one and it is selected, only another one can be asked for.
  show(subjects, selected, editable, words) {
    const held = this.row.getRootNode().activeElement;
    this.#show(subjects, selected, editable, words);
    if (!held || !this.row.contains(held) || held.checkVisibility()) return;
    this.choice.querySelector("[aria-checked='true']")?.focus(); // never lost to the page
  }

  #show(subjects, selected, editable, words) {
    this.row.hidden = !editable || !subjects?.length;
    if (this.row.hidden) return;
    const index = subjects.findIndex(({ id }) => id === selected);
    const alone = subjects.length === 1 && index === 0;
    this.selected = selected;
    this.choice.setAttribute("aria-label", words.subjectsTitle);
    this.choice.hidden = alone;
    this.another.hidden = !alone;
    this.another.textContent = words.another;
    this.remove.hidden = alone || index < 0;
    this.remove.textContent = words.removeSubject(index + 1);
    this.hint.hidden = index >= 0;
    this.hint.textContent = words.anotherHint;
    const make = ({ id }) => {
      const button = html("button", { type: "button", role: "radio" });
      button.addEventListener("click", () => this.onSelect(id));
      button.addEventListener("keydown", (event) => this.#step(event, button));
      return button;
    };
    const update = (button, { id, number }) => {
      button.textContent = number ? words.subject(number) : words.another;
      const checked = number === (index < 0 ? undefined : index + 1);
      button.setAttribute("aria-checked", String(checked));
      button.tabIndex = checked ? 0 : -1;
      button.dataset.id = id ?? "";
    };
    const shown = [...subjects.map((each, at) => ({ ...each, number: at + 1 })), ANOTHER];
    keyed(this.choice, shown, ({ id }) => id ?? "another", make, update);
  }

  // Arrow keys choose among radio buttons.
  #step(event, button) {
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const all = Array.from(this.choice.children);
    const next = all[(all.indexOf(button) + way + all.length) % all.length];
    next.focus();
    next.click();
  }
}
