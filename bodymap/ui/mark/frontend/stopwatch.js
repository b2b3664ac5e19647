// Counts how long a drawing is worked on: while its page is seen and something was done on it a
// short while ago. A lunch break is not in it. The count is kept in the tab's own storage, so that
// it goes on after a reload, and is told when the end is near and once more when it is pressed.

const IDLE_MS = 30000; // reading or thinking for longer is no longer counted
const TICK_MS = 500;
const USES = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove", "scroll"];
const ENDS = ["pointerdown", "keydown", "click"];

let lastUse = performance.now();
let watch = null; // one at a time: of the drawing on the page

class Stopwatch {
  constructor(log) {
    this.key = `bodymap-seconds:${log}`;
    this.ms = this.#read();
    this.last = performance.now();
  }

  tick() {
    const now = performance.now();
    const passed = Math.min(now - this.last, 2 * TICK_MS); // a machine that slept was not in use
    this.last = now;
    if (document.visibilityState !== "visible" || now - lastUse > IDLE_MS) return;
    this.ms += passed;
    try {
      sessionStorage.setItem(this.key, String(Math.round(this.ms)));
    } catch {
      // Storage forbidden or full: it is counted for this page load.
    }
  }

  #read() {
    try {
      const kept = Number(sessionStorage.getItem(this.key));
      return Number.isFinite(kept) && kept > 0 ? kept : 0;
    } catch {
      return 0;
    }
  }
}

for (const use of USES) {
  addEventListener(use, () => { lastUse = performance.now(); }, { capture: true, passive: true });
}
setInterval(() => watch?.stopwatch.tick(), TICK_MS);

function tell() {
  if (!watch) return;
  watch.stopwatch.tick();
  watch.setStateValue("seconds", Math.round(watch.stopwatch.ms / 100) / 10);
}

for (const end of ENDS) {
  const atTheEnd = (event) => {
    if (watch?.ends && event.target.closest?.(`.st-key-${watch.ends}`)) tell();
  };
  addEventListener(end, atTheEnd, { capture: true, passive: true });
}

export default function ({ data, setStateValue }) {
  const isNew = watch?.log !== data.log;
  const stopwatch = isNew ? new Stopwatch(data.log) : watch.stopwatch;
  const nearer = data.ends && (isNew || !watch.ends);
  watch = { log: data.log, ends: data.ends, stopwatch, setStateValue };
  if (nearer) tell();
  return () => {
    if (watch?.log === data.log) watch = null;
  };
}
