// What the canvas says. Left and right are the patient's, in every view.

import { Saying } from "./saying.js";

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
  subject_inside: "drawing",
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

const FACING = new Set(["front", "head_front", "pelvic_floor_female", "pelvic_floor_male"]);
const AWAY = new Set(["back", "head_back"]);

const VIEWED = new Set(["front", "back"]); // "Back" alone is the way to the step before

// "Your left side" to the person who is drawn, "Left side" to somebody else.
function viewName({ say, has }, id, whose) {
  const [part, side] = id.split(".");
  const message = `view-${part.replaceAll("_", "-")}`;
  if (!has(message)) return part;
  const plain = `${message}.plain`;
  return say(whose !== "your" && has(plain) ? plain : message, { side });
}

// `texts`: words of the page's own task; all else is said in `language`.
export function wordsOf(texts, language = "en") {
  const saying = new Saying(language);
  const say = saying.say.bind(saying);
  const has = saying.has.bind(saying);
  const { your_left: left, your_right: right } = texts;
  const nameOf = (id) => viewName({ say, has }, id, texts.whose);
  const shortOf = (id) => (has(`view-${id}.short`) ? say(`view-${id}.short`) : nameOf(id));
  const cues = (id) => {
    if (FACING.has(id)) return [right, left];
    if (AWAY.has(id)) return [left, right];
    return ["", ""]; // a picture of one side is named for it
  };
  const kind = (id) => {
    if (id === "front" || id === "back") return "large";
    return id === "left" || id === "right" ? "narrow-view" : "part";
  };
  const subject = (number) => say("canvas-subject-inside", { subject: texts.subject_inside, number });
  const and = (parts) => parts.reduce((first, next) => say("canvas-and", { first, next }));
  // With the number of what it is for, where there are several.
  const did = (message, values, number) =>
    number ? say(`${message}-for`, { ...values, subject: subject(number) }) : say(message, values);
  return {
    language,
    say,
    place: (label, side) => saying.place(label, side),
    view: (id) => ({
      name: nameOf(id),
      short: shortOf(id),
      chosen: VIEWED.has(id) ? say("canvas-view-chosen", { view: nameOf(id) }) : nameOf(id),
      left: cues(id)[0],
      right: cues(id)[1],
      kind: kind(id),
      hint: say("canvas-hint", { name: texts.name, view: nameOf(id), enter: texts.enter }),
    }),
    tool: (tool) => ({ word: say(`canvas-tool-${tool}`), hint: say(`canvas-tool-${tool}.hint`) }),
    arrowsTitle: texts.arrows_title,
    subjectsTitle: texts.subjects_title,
    subject: (number) => say("canvas-subject", { subject: texts.subject, number }),
    another: texts.another,
    anotherHint: texts.another_hint,
    removeSubject: (number) => say("canvas-remove-subject", { subject: subject(number) }),
    passed: say("canvas-passed"),
    newArrow: (number) => say("canvas-new-arrow", { number }),
    arrowBegun: say("canvas-arrow-begun"),
    arrowFrom: (where) => say("canvas-arrow-from", { where }),
    arrowTo: (where) => say("canvas-arrow-to", { where }),
    remove: (name) => say("canvas-remove", { name }),
    newMark: (number) => say("canvas-mark", { mark: texts.mark, number }),
    added: (where) => say("canvas-added", { where }),
    moved: (where) => say("canvas-moved", { where }),
    filled: (where, number) => did("canvas-filled", { where }, number),
    drawn: (places, number) => did("canvas-drawn", { places: places.join("; ") }, number),
    erased: (places, number) => did("canvas-erased", { places: places.join("; ") }, number),
    picked: (where) => say("canvas-picked", { where }),
    copied: say("canvas-copied"),
    notCopied: say("canvas-not-copied"),
    removed: say("canvas-removed"),
    undo: (what) => (what ? say("canvas-undone.what", { what }) : say("canvas-undone")),
    redo: (what) => (what ? say("canvas-done-again.what", { what }) : say("canvas-done-again")),
    keyed: (key) => (has(`canvas-key.${key}`) ? say(`canvas-key.${key}`) : say("canvas-key.pain", { key })),
    beside: say("canvas-beside"),
    notMarked: say("canvas-not-marked"),
    notDrawn: say("canvas-not-drawn"),
    notErased: say("canvas-not-erased"),
    notMoved: say("canvas-not-moved"),
    rested: say("canvas-rested"),
    markedFor: (name, numbers) => {
      const subjects = say("canvas-subject-inside", { subject: texts.subject_inside, number: and(numbers.map(String)) });
      return say("canvas-marked-for", { name, subjects });
    },
    strength: (nrs) => (nrs === null ? "" : say("canvas-strength", { nrs })),
    strengthNotSaid: say("canvas-strength-not-said"),
    notSaved: say("canvas-not-saved"),
    saved: say("canvas-saved"),
    brush: (place, count) => say("canvas-size", { place, count }),
    brushHint: (place, count) => say("canvas-size-hint", { place, count }),
    turn: (id) => say("canvas-turn", { view: nameOf(id) }),
    turnShort: (id) => say("canvas-turn", { view: shortOf(id) }),
    fillInside: say("canvas-fill-inside"),
    noMuscles: say("canvas-no-muscles"),
    noZones: say("canvas-no-zones"),
    wholeBody: say("canvas-whole-body"),
    noFigure: say("canvas-no-figure"),
  };
}
