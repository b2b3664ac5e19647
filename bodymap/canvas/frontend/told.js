// What the canvas says: aloud, as a notice, and beside the pointer or what was touched.

const SAID_MS = 5000; // a refusal stays at least so long
const NEAR_MS = 4000; // and a word where something was touched

export class Told {
  constructor(root) {
    this.root = root;
    this.live = root.querySelector(".live");
    this.alert = root.querySelector(".alert");
    this.alert.addEventListener("click", () => this.#hide());
    this.tipBox = root.querySelector(".tip");
    this.nearBox = root.querySelector(".near");
  }

  say(text) {
    this.live.textContent = text;
  }

  refuse(messages) {
    this.alert.textContent = messages.join(" ");
    this.alert.hidden = false;
    this.refusedAt = performance.now();
  }

  #hide() {
    this.alert.hidden = true;
  }

  // Something else was done since: a refusal that could be read may go.
  goOn() {
    this.nearBox.hidden = true;
    if (performance.now() - this.refusedAt > SAID_MS) this.#hide();
  }

  // Aloud, and in sight where `at` was touched; a key touches no place of the screen.
  near(text, at) {
    this.say(text);
    if (!at) return;
    this.#place(this.nearBox, text, at);
    clearTimeout(this.gone);
    this.gone = setTimeout(() => (this.nearBox.hidden = true), NEAR_MS);
  }

  // Beside the pointer; none for an empty text.
  tip(text, event) {
    this.tipBox.hidden = !text;
    if (text) this.#place(this.tipBox, text, event);
  }

  #place(box, text, { clientX, clientY }) {
    box.textContent = text;
    box.hidden = false;
    const frame = this.root.getBoundingClientRect();
    const left = Math.min(clientX - frame.left + 14, frame.width - box.offsetWidth - 4);
    const top = clientY - frame.top - box.offsetHeight - 6;
    box.style.transform = `translate(${Math.max(0, left)}px, ${Math.max(0, top)}px)`;
  }
}
