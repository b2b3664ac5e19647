// What the canvas says: aloud, as a notice, and beside the pointer.

const SAID_MS = 5000; // a refusal stays at least so long

export class Told {
  constructor(root) {
    this.root = root;
    this.live = root.querySelector(".live");
    this.alert = root.querySelector(".alert");
    this.tipBox = root.querySelector(".tip");
  }

  say(text) {
    this.live.textContent = text;
  }

  refuse(messages) {
    this.alert.textContent = messages.join(" ");
    this.alert.hidden = false;
    this.refusedAt = performance.now();
  }

  // Something else was done since: a refusal that could be read may go.
  goOn() {
    if (performance.now() - this.refusedAt > SAID_MS) this.alert.hidden = true;
  }

  // Beside the pointer; none for an empty text.
  tip(text, event) {
    this.tipBox.hidden = !text;
    if (!text) return;
    this.tipBox.textContent = text;
    const frame = this.root.getBoundingClientRect();
    const left = Math.min(event.clientX - frame.left + 14, frame.width - this.tipBox.offsetWidth - 4);
    this.tipBox.style.transform = `translate(${left}px, ${event.clientY - frame.top - 30}px)`;
  }
}
