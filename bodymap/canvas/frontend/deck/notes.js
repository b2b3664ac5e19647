// The presenter's own notes, by what a slide shows: kept in this browser, on this device.

const KEPT = "bodymap-notes";

export class Notes {
  constructor(field) {
    this.field = field;
    this.texts = read();
    this.kept = true;
    field.addEventListener("input", () => this.#write());
  }

  show(slide) {
    this.slide = slide.id;
    this.field.value = this.texts[slide.id] ?? "";
  }

  #write() {
    const text = this.field.value;
    if (text.trim()) this.texts[this.slide] = text;
    else delete this.texts[this.slide];
    try {
      // what another window wrote meanwhile stays
      const others = { ...read(), [this.slide]: text };
      if (!text.trim()) delete others[this.slide];
      localStorage.setItem(KEPT, JSON.stringify(others));
      this.kept = true;
    } catch {
      this.kept = false;
    }
  }
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "{}");
    const texts = Object.entries(Object(kept)).filter(([, text]) => typeof text === "string");
    return Object.fromEntries(texts);
  } catch {
    return {}; // none, or a browser that keeps nothing
  }
}
