// Which of several contacts on the glass draws. A palm or a thumb that rests never does, and never
// stops one that does; two fingers that move pinch; a pen comes before fingers. Pure: no page.

const STEADY_PX = 4; // a finger alone that moves further draws
const RESTS_PX = 8; // of two, one that moves no further rests
const SURE_PX = 32; // and the other draws once it has moved so far
const LARGE_PX = 60; // broader than a fingertip: a palm
const TOGETHER_MS = 300; // a second finger so soon after the first may pinch with it
const RESTED_MS = 1500; // a contact that lay still for so long was no tap
const PEN_MS = 1000; // so long after a pen was seen, fingers are the hand that holds it

export class Contacts {
  constructor() {
    this.all = new Map();
    this.penAt = -Infinity;
  }

  has(id) {
    return this.all.has(id);
  }

  #in(role) {
    return [...this.all.values()].filter((contact) => contact.role === role);
  }

  // Ids of the two fingers that pinch; empty if none do.
  get pinching() {
    return this.#in("pinches").map(({ id }) => id);
  }

  // Id of the contact that draws.
  get drawing() {
    return this.#in("draws")[0]?.id;
  }

  // Id of the contact that draws, or may yet; the one that moved farthest, else the last.
  get leading() {
    const open = this.#in("open");
    const farthest = open.reduce((best, each) => (best && best.way > each.way ? best : each), null);
    return this.drawing ?? farthest?.id;
  }

  // A pen is near, also above the glass.
  seePen(time) {
    this.penAt = time;
  }

  // `type` mouse, pen or touch; `size` how broad it is in pixels; `time` in milliseconds.
  down({ id, type, x, y, size, time }) {
    const contact = { id, type, from: [x, y], way: 0, since: time };
    contact.role = type === "touch" ? this.#roleOfTouch(size, time) : "draws";
    if (type === "pen") {
      this.seePen(time);
      this.all.forEach((other) => (other.role = "rests"));
    }
    this.all.set(id, contact);
  }

  #roleOfTouch(size, time) {
    const drawing = this.all.get(this.drawing);
    if (size >= LARGE_PX || this.pinching.length) return "rests";
    if (time - this.penAt < PEN_MS || this.#in("draws").some(({ type }) => type !== "touch")) return "rests";
    if (drawing && time - drawing.since >= TOGETHER_MS) return "rests";
    if (drawing) drawing.role = "open";
    return "open";
  }

  move({ id, type, x, y, size, time }) {
    const contact = this.all.get(id);
    if (type === "pen") this.seePen(time);
    contact.way = Math.max(contact.way, Math.hypot(x - contact.from[0], y - contact.from[1]));
    if (contact.role !== "open") return;
    if (size >= LARGE_PX && contact.way <= RESTS_PX) contact.role = "rests";
    this.#decide();
  }

  #decide() {
    const open = this.#in("open");
    const moved = open.filter(({ way }) => way > RESTS_PX);
    const farthest = open.find(({ way }) => way === Math.max(...open.map((each) => each.way)));
    if (moved.length > 1) this.#settle(open, moved.slice(0, 2), "pinches");
    else if (open.length && farthest.way > (open.length > 1 ? SURE_PX : STEADY_PX)) {
      this.#settle(open, [farthest], "draws");
    }
  }

  #settle(open, chosen, role) {
    open.forEach((contact) => (contact.role = chosen.includes(contact) ? role : "rests"));
  }

  // What became of a contact that was lifted or, if `cancelled`, taken away by the system: "drawn",
  // "tapped", "rested" alone for too long to be a tap, or "nothing".
  up({ id, time, cancelled }) {
    const contact = this.all.get(id);
    this.all.delete(id);
    const { role, way, since, type } = contact;
    const others = this.#in("open");
    if (role === "pinches" || role === "rests") return "nothing";
    // A system that finds a palm takes it away; with a pen about, that is what it was.
    if (cancelled) return way > RESTS_PX && this.penAt === -Infinity ? "drawn" : "nothing";
    if (role === "draws") return way > STEADY_PX ? "drawn" : "tapped";
    if (way > RESTS_PX) {
      this.#settle(others, [], "");
      return "drawn";
    }
    const together = others.filter((other) => Math.abs(since - other.since) < TOGETHER_MS);
    together.forEach((other) => (other.paired = true));
    if (together.length || contact.paired) return "nothing";
    if (time - since <= RESTED_MS) return "tapped";
    return others.length || type !== "touch" ? "nothing" : "rested";
  }
}
