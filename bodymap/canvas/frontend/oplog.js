// What was done and is not acknowledged yet. The whole tail is sent again and again until the
// server has it, so merging of messages and slow reruns lose nothing. It is kept in the tab's own
// storage, so that a reload in between loses nothing either.

const BYTES = 12;
const here = new Map(); // one log per name and page load: two mounts share it

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES)); // randomUUID is missing on plain http
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A duplicated tab copies the storage of the first; only a reload or Back may go on with it.
function cameBack() {
  const [entry] = performance.getEntriesByType("navigation");
  return entry && (entry.type === "reload" || entry.type === "back_forward");
}

export class OpLog {
  // `given`: an id for a window that has none yet.
  static named(name, given) {
    if (!here.has(name)) here.set(name, new OpLog(name, given));
    return here.get(name);
  }

  constructor(name, given) {
    this.key = `bodymap:${name}`;
    const kept = cameBack() ? this.#read() : null;
    this.cid = kept?.cid ?? given ?? newId();
    this.seq = kept?.seq ?? 0;
    this.pending = kept?.pending ?? [];
    this.sent = 0;
    this.told = new Set(); // refusals that were said already
    this.returned = Boolean(kept); // the server has yet to hear that this window is back
  }

  add(operation) {
    this.pending.push({ ...operation, seq: ++this.seq });
    this.#write();
  }

  // Drop what the server has; returns refusals that are new to this window.
  acknowledge(acknowledged, refused) {
    const upTo = acknowledged?.[this.cid] ?? 0;
    this.seq = Math.max(this.seq, upTo);
    this.pending = this.pending.filter((operation) => operation.seq > upTo);
    this.#write();
    const fresh = (refused?.[this.cid] ?? []).filter((each) => !this.told.has(each.seq));
    fresh.forEach((each) => this.told.add(each.seq));
    return fresh;
  }

  // What to send now. The count makes each message another value than the one before: a value that
  // has not changed is not handed on, and sending again would never be heard.
  message() {
    this.sent += 1;
    return { cid: this.cid, ops: this.pending, sent: this.sent };
  }

  // The marks as they will be once the server has everything.
  marks(known) {
    return this.pending.reduce((marks, op) => {
      if (op.op === "add" && !marks.some((mark) => mark.id === op.id)) {
        const number = marks.length + 1;
        return [...marks, { ...op, number, label: "", note: "", tone: "undecided", also: {} }];
      }
      if (op.op === "remove") return marks.filter((mark) => mark.id !== op.id);
      if (op.op === "move") {
        const to = { view: op.view, x: op.x, y: op.y, also: {} };
        return marks.map((mark) => (mark.id === op.id ? { ...mark, ...to } : mark));
      }
      return marks;
    }, known);
  }

  selected(known) {
    return this.pending.reduce((id, op) => {
      if (op.op === "add" || op.op === "select") return op.id;
      return op.op === "remove" && op.id === id ? null : id;
    }, known);
  }

  // What is looked at, once the server has everything.
  looked(known) {
    return this.pending.findLast(({ op }) => op === "look")?.view ?? known ?? null;
  }

  get strokes() {
    const strokes = this.pending.filter((op) => op.op === "stroke");
    return strokes.flatMap((op) => op.runs?.map((run) => ({ ...op, ...run })) ?? op);
  }

  // The arrows as they will be once the server has everything.
  arrows(known) {
    return this.pending.reduce((arrows, op) => {
      if (op.op === "remove") return arrows.filter(({ id }) => id !== op.id);
      const fresh = op.op === "arrow" && !arrows.some(({ id }) => id === op.id);
      return fresh ? [...arrows, { ...op, label: "" }] : arrows;
    }, known);
  }

  #read() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key));
    } catch {
      return null; // storage forbidden or damaged: start afresh
    }
  }

  #write() {
    const { cid, seq, pending } = this;
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ cid, seq, pending }));
    } catch {
      // Storage forbidden or full: the log still works for this page load.
    }
  }
}
