// Says that what was drawn is safe on this device while the server is out of reach, and when it is
// saved. A server that answers soon is not worth a word.

const LATE_MS = 3000;
const SAID_MS = 5000;

export class Kept {
  constructor(line) {
    this.line = line;
  }

  // `waiting`: whether something was done that the server has not acknowledged.
  show(waiting, words) {
    if (waiting === Boolean(this.late ?? this.said)) return;
    if (waiting) this.late = setTimeout(() => this.#tell(words), LATE_MS);
    else this.#saved(words);
  }

  #tell(words) {
    clearTimeout(this.gone);
    this.late = undefined;
    this.said = true;
    this.line.textContent = words.notSaved;
  }

  #saved(words) {
    clearTimeout(this.late);
    this.late = undefined;
    if (!this.said) return;
    this.said = false;
    this.line.textContent = words.saved;
    this.gone = setTimeout(() => (this.line.textContent = ""), SAID_MS);
  }
}
