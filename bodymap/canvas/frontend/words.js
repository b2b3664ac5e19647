// What the canvas says. Left and right are the patient's, in every view.

// As in bodymap/canvas/data.py; only words that differ travel with a click.
export const TEXTS = {
  name: "Body chart",
  whose: "your",
  your_right: "your right",
  your_left: "your left",
  list_title: "Findings",
  list_empty: "No marks yet. Click the exact place on the body.",
  mark: "mark",
  mark_sign: "marked place",
  enter: "Enter sets a mark",
  arrows_title: "The pain moves",
  subjects_title: "Which drawing",
  subject: "Drawing",
  another: "Another drawing",
  another_hint: "",
  how: "",
  how_touch: "",
  essential: "essential: where it is mainly felt",
  spillover: "spillover: felt by some",
  strengths: "pain as drawn: weak to strong",
  drawn: "",
  ghosts: "",
};

const NAMES = {
  front: "Front",
  back: "Back",
  left: "Your left side",
  right: "Your right side",
  head_front: "Face",
  head_back: "Back of the head",
  head_left: "Head, your left side",
  head_right: "Head, your right side",
  pelvic_floor_female: "Pelvic floor, female, seen from below",
  pelvic_floor_male: "Pelvic floor, male, seen from below",
};
const PARTS = {
  hand_palm: "palm",
  hand_back: "back of the hand",
  foot_top: "top of the foot",
  foot_sole: "sole",
  foot_inner: "foot, inner side",
  foot_outer: "foot, outer side",
};
const FACING = new Set(["front", "head_front", "pelvic_floor_female", "pelvic_floor_male"]);
const AWAY = new Set(["back", "head_back"]);

// "Your left side" to the person who is drawn, "Left side" to somebody else.
export function viewName(id, whose = "your") {
  const [part, side] = id.split(".");
  const of = PARTS[part] ?? part;
  const name = NAMES[id] ?? (side ? `Your ${side} ${of}` : of);
  if (whose === "your") return name;
  const plain = name.replace(/your /i, "");
  return plain[0].toUpperCase() + plain.slice(1);
}

const inside = (sentence) => sentence[0].toLowerCase() + sentence.slice(1);
const VIEWED = new Set(["front", "back"]); // "Back" alone is the way to the step before
const SHORT = { left: "Left", right: "Right" };

export function wordsOf(texts) {
  const { your_left: left, your_right: right } = texts;
  const nameOf = (id) => viewName(id, texts.whose);
  const cues = (id) => {
    if (FACING.has(id)) return [right, left];
    if (AWAY.has(id)) return [left, right];
    return ["", ""]; // a picture of one side is named for it
  };
  const kind = (id) => {
    if (id === "front" || id === "back") return "large";
    return id === "left" || id === "right" ? "narrow-view" : "part";
  };
  const subject = (number) => `${texts.subject.toLowerCase()} ${number}`;
  return {
    view: (id) => ({
      name: nameOf(id),
      short: SHORT[id] ?? nameOf(id),
      chosen: VIEWED.has(id) ? `${nameOf(id)} view` : nameOf(id),
      left: cues(id)[0],
      right: cues(id)[1],
      kind: kind(id),
      hint:
        `${texts.name}, ${nameOf(id)}. Arrow keys move between regions, ${texts.enter}, ` +
        "Page Up and Page Down change the view, Shift and arrow keys move the cross-hair.",
    }),
    arrowsTitle: texts.arrows_title,
    subjectsTitle: texts.subjects_title,
    subject: (number) => `${texts.subject} ${number}`,
    another: texts.another,
    anotherHint: texts.another_hint,
    removeSubject: (number) => `Remove ${texts.subject.toLowerCase()} ${number}`,
    passed: "The page went on while you were drawing: this stroke was left out.",
    newArrow: (number) => `arrow ${number}`,
    arrowBegun: "Tap where it goes · Cancel",
    arrowFrom: (where) => `From ${where}. Choose where it goes.`,
    arrowTo: (where) => `Arrow to ${where}`,
    remove: (name) => `Remove: ${name}`,
    newMark: (number) => `${texts.mark} ${number}`,
    added: (where) => `Marked: ${where}`,
    moved: (where) => `Moved to ${where}`,
    filled: (where, number) => `${number ? `Marked for ${subject(number)}` : "Filled"}: ${where}`,
    drawn: (places, number) => `${number ? `Marked for ${subject(number)}` : "Drawn"}: ${places.join("; ")}`,
    erased: (places, number) => `${number ? `Erased from ${subject(number)}` : "Erased"}: ${places.join("; ")}`,
    picked: (where) => `Chosen: ${where}`,
    copied: "Link copied",
    notCopied: "The link could not be copied; it is the address of this page.",
    removed: "Removed. Undo brings it back.",
    undo: (what) => (what ? `Undone: ${inside(what)}` : "Undone"),
    redo: (what) => (what ? `Done again: ${inside(what)}` : "Done again"),
    keyed: (key) => ({ p: "present", a: "absent", n: "not examined" })[key] ?? `pain ${key} of 10`,
    beside: "beside the body",
    notMarked: "Beside the body: nothing was marked.",
    notDrawn: "Beside the body: nothing was drawn.",
    notErased: "Nothing is drawn here to erase.",
    notMoved: "Beside the body: the mark stays where it was.",
    rested: "Held still: nothing was drawn. Tap, or draw along.",
    markedFor: (name, numbers) => `${name}, marked for ${texts.subject.toLowerCase()} ${numbers.join(" and ")}`,
    strength: (nrs) => (nrs === null ? "" : `${nrs} of 10`),
    notSaved: "Not saved yet. What you marked is safe on this device: keep this page open.",
    saved: "Saved.",
    brush: (place, count) => `Brush ${place} of ${count}`,
    turn: (id) => `⟳ ${nameOf(id)}`,
    turnShort: (id) => `⟳ ${SHORT[id] ?? nameOf(id)}`,
    fillInside: "Fill inside the line?",
    noMuscles: "Where muscles lie could not be loaded; it will be tried again.",
    noZones: "What is typical could not be loaded; it will be tried again.",
    wholeBody: "Whole body",
    noFigure: "The figure could not be loaded. Reload the page; nothing that was marked is lost.",
  };
}
