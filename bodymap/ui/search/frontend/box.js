// The search box: a text field whose findings open under it (the combobox pattern of ARIA).

import { html, svg } from "../bodymap.canvas/dom.js";
import { SearchIndex } from "./matching.js";

const EXPLORE = "explore";
const PEOPLE = "people";
const PAUSE_MS = 150; // people are asked for when the typing pauses
const TYPED = "input, textarea, select, [contenteditable='true']";
let made = 0;

export class SearchBox {
  constructor(parent) {
    this.root = html("div", { class: "search", role: "search" }, parent);
    const glass = svg("svg", { class: "glass", viewBox: "0 0 20 20", "aria-hidden": "true" }, this.root);
    svg("path", { d: "M14 14l4 4M15.5 9a6.5 6.5 0 1 1-13 0a6.5 6.5 0 0 1 13 0" }, glass);
    this.input = html(
      "input",
      {
        type: "text",
        role: "combobox",
        "aria-label": "Search everything",
        "aria-autocomplete": "list",
        "aria-expanded": "false",
        "aria-controls": "found",
        "aria-keyshortcuts": "/ Control+K",
        autocomplete: "off",
        autocapitalize: "none",
        spellcheck: "false",
        maxlength: 200,
        placeholder: "Search everything",
      },
      this.root,
    );
    html("kbd", { "aria-hidden": "true", text: "/" }, this.root);
    this.sheet = html("div", { class: "sheet", hidden: "" }, this.root);
    this.note = html("p", {}, this.sheet);
    this.list = html("div", { id: "found", role: "listbox", "aria-label": "Found" }, this.sheet);
    this.live = html("div", { class: "told", role: "status", "aria-live": "polite" }, this.root);
    this.options = [];
    this.#listen();
  }

  update({ url, people }, send) {
    this.send = send;
    this.#found(people);
    if (url === this.url) return;
    this.url = url;
    this.index = null;
    const later = window.requestIdleCallback ?? ((call) => setTimeout(call, 1));
    later(() => this.#load());
  }

  // People come from the server, for what was typed then; shown only while that is what is typed.
  #found(people) {
    const before = JSON.stringify(this.people);
    this.people = people;
    if (this.sheet.hidden || before === JSON.stringify(people)) return;
    if (people?.typed === this.input.value.trim()) this.#show(this.moved ? this.active : 0);
  }

  #ask() {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.send.type(this.input.value.trim()), PAUSE_MS);
  }

  #load() {
    const { url } = this;
    this.loading ??= fetch(new URL(url, document.baseURI))
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then((told) => {
        if (url === this.url) this.index = new SearchIndex(told);
      })
      .catch(() => (this.failed = true))
      .finally(() => {
        this.loading = null;
        if (!this.sheet.hidden) this.#show();
      });
  }

  #listen() {
    const { input, root } = this;
    input.addEventListener("input", () => {
      this.moved = false;
      this.#ask();
      this.#show();
    });
    input.addEventListener("keydown", (event) => this.#press(event));
    input.addEventListener("click", () => this.sheet.hidden && this.#show());
    root.addEventListener("focusout", ({ relatedTarget }) => {
      if (!root.contains(relatedTarget)) this.#close();
    });
    this.sheet.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "mouse") event.preventDefault(); // the field keeps the focus
    });
    this.list.addEventListener("pointermove", ({ target }) => this.#at(this.#place(target)));
    this.list.addEventListener("click", (event) => {
      const place = this.#place(event.target);
      if (place < 0 || event.ctrlKey || event.metaKey || event.shiftKey) return; // a new window
      event.preventDefault();
      this.#choose(place);
    });
    const hear = (event) => {
      if (!root.isConnected) document.removeEventListener("keydown", hear);
      else this.#summon(event);
    };
    document.addEventListener("keydown", hear);
  }

  // "/" from anywhere but a field, Ctrl+K from anywhere.
  #summon(event) {
    const { key, ctrlKey, metaKey, altKey } = event;
    const command = (ctrlKey || metaKey) && !altKey && key.toLowerCase() === "k";
    const slash = key === "/" && !ctrlKey && !metaKey && !altKey;
    if (!command && !(slash && !event.composedPath()[0]?.matches?.(TYPED))) return;
    if (this.#covered()) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }

  // Whether something else lies over the head, such as a presentation.
  #covered() {
    const { left, top, width, height } = this.input.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    return !(this.root.getRootNode().host ?? this.root).contains(seen);
  }

  #press(event) {
    const { key } = event;
    const open = !this.sheet.hidden;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (steps[key] && !open) this.#show();
    else if (steps[key]) this.#at(this.#after(steps[key]), true);
    else if (key === "Enter" && open && this.options[this.active]) this.#choose(this.active);
    else if (key === "Escape" && open) this.#close();
    else if (key === "Escape" && this.input.value) this.input.value = "";
    else if (key === "Escape") this.input.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #after(step) {
    const count = this.options.length;
    return count ? (this.active + step + count) % count : -1;
  }

  #place(element) {
    return this.options.indexOf(element.closest?.("[role='option']"));
  }

  // ---- what is shown

  #show(at = 0) {
    const typed = this.input.value.trim();
    if (!typed) {
      this.#close();
      return;
    }
    this.#open();
    if (!this.index) {
      this.#wait();
      return;
    }
    const { groups, count, instead } = this.index.find(typed);
    const { total, found } = this.people?.typed === typed ? this.people : { total: 0, found: [] };
    this.options = [];
    const people = total ? [this.#peopleGroup(typed, total, found)] : [];
    this.list.replaceChildren(
      ...people,
      ...groups.map((group) => this.#group(group)),
      this.#wayOn(typed, count),
    );
    this.#say(typed, count + total, count ? instead : null);
    this.#at(Math.min(at, this.options.length - 1));
    this.list.scrollTop = 0;
  }

  #wait() {
    const failed = this.failed && !this.loading;
    this.failed = false;
    this.options = [];
    this.list.replaceChildren();
    this.#tell(failed ? "The search could not be loaded. Type again to try once more." : "One moment …");
    if (!failed) this.#load();
  }

  #group({ name, count, hits }) {
    const id = `kind-${(made += 1)}`;
    const group = html("div", { role: "group", "aria-labelledby": id });
    const of = count.toLocaleString("en");
    const shown = count > hits.length ? `${name}: ${hits.length} of ${of}` : name;
    html("div", { id, class: "kind", role: "presentation", text: shown }, group);
    for (const { entry, reason } of hits) {
      this.#option(group, entry.href, entry.title, reason ?? entry.hint);
    }
    return group;
  }

  #peopleGroup(typed, total, found) {
    const hits = found.map(([title, hint, href]) => ({ entry: { title, hint, href } }));
    const group = this.#group({ name: "People", count: total, hits });
    if (total > found.length) {
      this.#option(group, PEOPLE, `All ${total.toLocaleString("en")} people that fit “${typed}”`);
    }
    return group;
  }

  #wayOn(typed, count) {
    const group = html("div", { role: "group", "aria-label": "More", class: "more" });
    const find = new URLSearchParams({ find: typed });
    if (count) this.#option(group, `${EXPLORE}?${find}`, `All muscles that fit “${typed}”`);
    else this.#option(group, EXPLORE, "Show all muscles");
    return group;
  }

  #option(parent, href, title, hint) {
    const id = `option-${this.options.length}`;
    const option = html("a", { id, role: "option", href, tabindex: -1, "aria-selected": "false" }, parent);
    html("span", { class: "title", text: title }, option);
    if (hint) html("span", { class: "hint", text: hint }, option);
    this.options.push(option);
  }

  #say(typed, count, instead) {
    if (!count) this.#tell(`Nothing called “${typed}”. Try a muscle, a complaint, a place, a treatment or a person.`);
    else if (instead) this.#tell(`Nothing called “${typed}”. This is for “${instead}”.`);
    else {
      this.note.hidden = true;
      this.live.textContent = `${count} found`;
    }
  }

  #tell(text) {
    this.note.hidden = false;
    this.note.textContent = text;
    this.live.textContent = text;
  }

  #at(place, moved) {
    if (place < 0 || !this.options[place]) return;
    this.moved ||= moved;
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = place;
    const option = this.options[place];
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    if (moved) option.scrollIntoView({ block: "nearest" });
  }

  #open() {
    this.sheet.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  #close() {
    this.sheet.hidden = true;
    this.options = [];
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.live.textContent = "";
  }

  // Nobody is asked for people any more: an answer for the page that is left would empty the next.
  #choose(place) {
    clearTimeout(this.asking);
    const href = this.options[place].getAttribute("href");
    this.input.value = "";
    this.#close();
    this.input.blur();
    const id = crypto.getRandomValues(new Uint32Array(2)).join("-"); // the same answer counts once
    this.send.choose({ id, href });
  }
}
