// What operations on their way come to: marks, strokes, arrows and steps as they will be once the
// server has everything. Pure: no page, no storage.

const STEPS = new Set(["add", "stroke", "arrow", "move", "remove", "key"]); // can be taken back

// `told`: names of the steps that the server takes back next, and of those it repeats next. The
// name of an operation on its way is its number.
export function stepsOf(pending, told) {
  const undo = [...told.undo].reverse();
  const redo = [...told.redo].reverse();
  const off = new Set();
  for (const { op, seq, step } of pending) {
    if (STEPS.has(op)) {
      undo.push(String(seq));
      redo.length = 0;
    } else if (op === "undo" && undo.at(-1) === step) {
      redo.push(undo.pop());
      off.add(step);
    } else if (op === "redo" && redo.at(-1) === step) {
      undo.push(redo.pop());
      off.delete(step);
    }
  }
  return { undo: undo.at(-1), redo: redo.at(-1), live: pending.filter(({ seq }) => !off.has(String(seq))) };
}

// An operation that takes back what the server has already; the last one on its way.
export function lastUndone(pending) {
  const here = new Set(pending.map(({ seq }) => String(seq)));
  return pending.findLast(({ op, step }) => op === "undo" && !here.has(step))?.seq;
}

export function marksOf(live, known) {
  return live.reduce((marks, op) => {
    if (op.op === "add" && !marks.some((mark) => mark.id === op.id)) {
      const number = marks.length + 1;
      return [...marks, { ...op, number, label: "", note: "", tone: "undecided", also: {} }];
    }
    if (op.op === "remove") return marks.filter((mark) => mark.id !== op.id);
    if (op.op === "move") {
      const to = { view: op.view, x: op.x, y: op.y, also: {}, place: undefined };
      return marks.map((mark) => (mark.id === op.id ? { ...mark, ...to } : mark));
    }
    return marks;
  }, known);
}

// Where a mark is seen to be, as an operation that moves it says.
export function placeOf({ place, view, x, y }) {
  return place ?? { view, x, y };
}

export function selectedOf(live, known) {
  return live.reduce((id, op) => {
    if (op.op === "add" || op.op === "select") return op.id;
    if (op.op === "stroke" && op.mark) return op.mark;
    return op.op === "remove" && op.id === id ? null : id;
  }, known);
}

// Things that are drawn one beside the other, with those begun by strokes on their way.
export function subjectsOf(live, known) {
  return live.reduce((subjects, op) => {
    if (op.op === "remove") return subjects.filter(({ id }) => id !== op.id);
    const fresh = op.op === "stroke" && op.begun && !subjects.some(({ id }) => id === op.mark);
    return fresh ? [...subjects, { id: op.mark, label: "", intensity: null }] : subjects;
  }, known);
}

// Number of the operation on its way that begins a subject.
export function begunBy(live, id) {
  return live.find(({ op, mark }) => op === "stroke" && mark === id)?.seq;
}

// Index of the question that a key answers next for the mark selected. `known`: what the server
// says of the mark that it has selected.
export function nextQuestion(live, known, asked) {
  let { selected, next } = known;
  for (const op of live) {
    const id = selectedOf([op], selected);
    if (id !== selected) [selected, next] = [id, 0];
    const place = op.op === "key" && op.id === selected ? asked.indexOf(op.question) : -1;
    if (place >= 0) next = (place + 1) % asked.length;
  }
  return next;
}

// The key that says what is the answer so far; `question` is null for the number.
export function answerOf(live, mark, asked, question) {
  const last = live.findLast(
    (op) => op.op === "key" && op.id === mark.id && (op.question ?? null) === question,
  );
  if (last) return last.key;
  const said = mark.said ?? "";
  if (question === null) return said.slice(asked.length) || null;
  return said[asked.indexOf(question)] ?? null;
}

export function strokesOf(live) {
  const strokes = live.filter((op) => op.op === "stroke");
  return strokes.flatMap((op) => op.runs?.map((run) => ({ ...op, ...run })) ?? op);
}

export function arrowsOf(live, known) {
  return live.reduce((arrows, op) => {
    if (op.op === "remove") return arrows.filter(({ id }) => id !== op.id);
    const fresh = op.op === "arrow" && !arrows.some(({ id }) => id === op.id);
    return fresh ? [...arrows, { ...op, label: "" }] : arrows;
  }, known);
}

// What is looked at.
export function lookedAt(live, known) {
  return live.findLast(({ op }) => op === "look")?.view ?? known ?? null;
}
