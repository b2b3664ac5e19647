// What was done and is not acknowledged yet. The whole tail is sent again and again until the
// server has it, so merging of messages and slow reruns lose nothing. It is kept in the tab's own
// storage, so that a reload in between, or another address and the way back, loses nothing either.
// It holds ids and operations, and goes with the tab.

import { stepsOf } from "./pending.js";

const BYTES = 12;
const here = new Map(); // one log per name and page load: two mounts share it
const NOTHING = { undo: [], redo: [] };

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES)); // randomUUID is missing on plain http
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A duplicated tab copies the storage of the first; only a reload or Back may go on with it.
function cameBack() {
  const [entry] = performance.getEntriesByType("navigation");
  return entry && (entry.type === "reload" || entry.type === "back_forward");
}

let leaves = false;

function leaveWithThePage() {
  if (leaves) return;
  leaves = true;
  addEventListener("pagehide", () => here.forEach((log) => log.leave()));
  addEventListener("pageshow", ({ persisted }) => persisted && here.forEach((log) => log.stay()));
}

export class OpLog {
  // `given`: an id for a window that has none yet.
  static named(name, given) {
    leaveWithThePage();
    if (!here.has(name)) here.set(name, new OpLog(name, given, globalThis.sessionStorage, cameBack()));
    return here.get(name);
  }

  constructor(name, given, storage, goesOn) {
    this.name = name;
    this.key = `bodymap:${name}`;
    this.storage = storage;
    const kept = this.#kept(goesOn);
    this.cid = kept?.cid ?? given ?? newId();
    this.seq = kept?.seq ?? 0;
    this.pending = kept?.pending ?? [];
    this.chosen = kept?.chosen; // what was selected before a reload; undefined if unknown
    this.told = NOTHING;
    this.sent = 0;
    this.said = new Set(); // refusals that were said already
    this.returned = Boolean(kept); // the server has yet to hear that this window is back
    this.#simulate();
    if (kept?.left) this.#write(); // no second window goes on with it
  }

  // What this tab's page left; a tab that was duplicated meanwhile has a log of its own.
  #kept(goesOn) {
    const kept = this.#read();
    return goesOn || (kept?.left && kept.pending.length) ? kept : null;
  }

  // The page goes: whatever comes next in this tab may go on with what is on its way.
  leave() {
    this.#write({ left: true });
  }

  stay() {
    this.#write();
  }

  add(operation) {
    this.pending.push({ ...operation, seq: ++this.seq });
    this.#simulate();
    this.#write();
  }

  // Drop what the server has; returns refusals that are new to this window.
  // `told`: names of the steps that it takes back and repeats next.
  acknowledge(acknowledged, refused, told = NOTHING) {
    const upTo = acknowledged?.[this.cid] ?? 0;
    this.seq = Math.max(this.seq, upTo);
    this.pending = this.pending.filter((operation) => operation.seq > upTo);
    this.told = told;
    this.#simulate();
    this.#write();
    const fresh = (refused?.[this.cid] ?? []).filter((each) => !this.said.has(each.seq));
    fresh.forEach((each) => this.said.add(each.seq));
    return fresh;
  }

  // What was selected, to be selected again after a reload.
  choose(id) {
    if (id === this.chosen) return;
    this.chosen = id;
    this.#write();
  }

  // What to send now. The count makes each message another value than the one before: a value that
  // has not changed is not handed on, and sending again would never be heard.
  message() {
    this.sent += 1;
    return { log: this.name, cid: this.cid, ops: this.pending, sent: this.sent };
  }

  // `live`: the tail without what it takes back itself. `undo`, `redo`: names of the next steps.
  #simulate() {
    Object.assign(this, stepsOf(this.pending, this.told));
  }

  #read() {
    try {
      return JSON.parse(this.storage.getItem(this.key));
    } catch {
      return null; // storage forbidden or damaged: start afresh
    }
  }

  #write(more = {}) {
    const { cid, seq, pending, chosen } = this;
    try {
      this.storage.setItem(this.key, JSON.stringify({ cid, seq, pending, chosen, ...more }));
    } catch {
      // Storage forbidden or full: the log still works for this page load.
    }
  }
}
