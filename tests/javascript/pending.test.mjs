// What operations on their way come to, before the server has heard of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as pending from "../../bodymap/canvas/frontend/pending.js";
import { OpLog } from "../../bodymap/canvas/frontend/oplog.js";
import { runsOf } from "../../bodymap/canvas/frontend/pressure.js";
import { closesOnItself, simplified } from "../../bodymap/canvas/frontend/simplified.js";

const NOTHING = { undo: [], redo: [] };
const stroke = (seq, mark, rest) => ({ op: "stroke", seq, id: `stroke-${seq}`, mark, ...rest });

function storage() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), kept };
}

test("an undo names the last step, on its way or known to the server", () => {
  assert.equal(pending.stepsOf([], { undo: ["7", "6"], redo: [] }).undo, "7");
  assert.equal(pending.stepsOf([{ op: "key", seq: 8 }], { undo: ["7"], redo: [] }).undo, "8");
});

test("what is taken back on its way is no longer there, and comes again", () => {
  const added = { op: "add", seq: 1, id: "m1" };
  const undone = [added, { op: "undo", seq: 2, step: "1" }];
  assert.deepEqual(pending.stepsOf(undone, NOTHING), {
    undo: undefined,
    redo: "1",
    live: [undone[1]],
  });
  const again = [...undone, { op: "redo", seq: 3, step: "1" }];
  assert.deepEqual(pending.marksOf(pending.stepsOf(again, NOTHING).live, []).map(({ id }) => id), ["m1"]);
});

test("a new step forgets what was taken back", () => {
  const ops = [{ op: "undo", seq: 3, step: "2" }, stroke(4, "p1")];
  assert.equal(pending.stepsOf(ops, { undo: ["2", "1"], redo: [] }).redo, undefined);
});

test("a stroke selects the pain that it goes into; nothing stays selected of one removed", () => {
  assert.equal(pending.selectedOf([stroke(1, "p1")], null), "p1");
  assert.equal(pending.selectedOf([stroke(1, "p1"), { op: "remove", id: "p1" }], null), null);
});

test("pains on their way stand after those that are there", () => {
  const live = [stroke(2, "p2", { begun: 2 }), stroke(3, "p2", { begun: 2 }), stroke(4, "p1")];
  const known = [{ id: "p1" }];
  assert.deepEqual(pending.subjectsOf(live, known).map(({ id }) => id), ["p1", "p2"]);
  assert.equal(pending.begunBy(live, "p2"), 2);
});

test("an undo of what the server has may take a pain back", () => {
  assert.equal(pending.lastUndone([{ op: "undo", seq: 5, step: "4" }]), 5);
  assert.equal(pending.lastUndone([stroke(4, "p"), { op: "undo", seq: 5, step: "4" }]), undefined);
});

test("keys answer one question after the other, and begin anew with another mark", () => {
  const asked = ["a", "b", "c"];
  const key = (id, question) => ({ op: "key", id, key: "p", question });
  assert.equal(pending.nextQuestion([], { selected: "m", next: 2 }, asked), 2);
  assert.equal(pending.nextQuestion([key("m", "c")], { selected: "m", next: 2 }, asked), 0);
  assert.equal(pending.nextQuestion([{ op: "select", id: "n" }], { selected: "m", next: 2 }, asked), 0);
  assert.equal(pending.nextQuestion([{ op: "add", id: "n" }, key("n", "a")], { selected: "m", next: 2 }, asked), 1);
});

test("an answer is what was said last, on its way or before", () => {
  const mark = { id: "m", said: "pna7" };
  const asked = ["a", "b", "c"];
  assert.equal(pending.answerOf([], mark, asked, "b"), "n");
  assert.equal(pending.answerOf([], mark, asked, null), "7");
  assert.equal(pending.answerOf([], { id: "m", said: "pna" }, asked, null), null);
  const live = [{ op: "key", id: "m", key: "a", question: "b" }, { op: "key", id: "m", key: "10", question: null }];
  assert.equal(pending.answerOf(live, mark, asked, "b"), "a");
  assert.equal(pending.answerOf(live, mark, asked, null), "10");
});

test("where a mark is seen to be is its place, or the point that it was moved to", () => {
  const marks = [{ id: "m", place: "0a1b2c3d", view: "front", x: 1, y: 2 }];
  assert.equal(pending.placeOf(marks[0]), "0a1b2c3d");
  const [moved] = pending.marksOf([{ op: "move", id: "m", view: "back", x: 3, y: 4 }], marks);
  assert.deepEqual(pending.placeOf(moved), { view: "back", x: 3, y: 4 });
});

test("the tail stays until it is acknowledged, also over a reload", () => {
  const tab = storage();
  const log = new OpLog("d", "window-1", tab, false);
  log.add({ op: "add", id: "m1" });
  log.add({ op: "add", id: "m2" });
  log.choose("m2");
  assert.deepEqual(log.message().ops.map(({ seq }) => seq), [1, 2]);
  const back = new OpLog("d", "other", tab, true);
  assert.deepEqual([back.cid, back.seq, back.chosen, back.returned], ["window-1", 2, "m2", true]);
  back.acknowledge({ "window-1": 1 }, {});
  assert.deepEqual(back.pending.map(({ id }) => id), ["m2"]);
});

test("a duplicated tab begins a log of its own", () => {
  const tab = storage();
  new OpLog("d", "window-1", tab, false).add({ op: "add", id: "m1" });
  const copy = new OpLog("d", "window-2", tab, false);
  assert.deepEqual([copy.cid, copy.pending], ["window-2", []]);
});

test("what was on its way when the page was left goes on under the next, once", () => {
  const tab = storage();
  const log = new OpLog("d", "window-1", tab, false);
  log.add({ op: "add", id: "m1" });
  log.leave();
  const next = new OpLog("d", "window-2", tab, false);
  assert.deepEqual([next.cid, next.pending.length, next.returned], ["window-1", 1, true]);
  assert.equal(new OpLog("d", "window-3", tab, false).cid, "window-3");
});

test("left with nothing on its way, or come back to by the browser, the page has its own log", () => {
  const tab = storage();
  const log = new OpLog("d", "window-1", tab, false);
  log.add({ op: "add", id: "m1" });
  log.acknowledge({ "window-1": 1 }, {});
  log.leave();
  assert.equal(new OpLog("d", "window-2", tab, false).cid, "window-2");
  log.leave();
  log.stay();
  assert.equal(JSON.parse(tab.getItem("bodymap:d")).left, undefined);
});

test("the tab keeps ids and operations, and no operation that was acknowledged", () => {
  const tab = storage();
  const log = new OpLog("d", "window-1", tab, false);
  log.add({ op: "add", id: "m1" });
  log.acknowledge({ "window-1": 1 }, {});
  assert.deepEqual(JSON.parse(tab.getItem("bodymap:d")), { cid: "window-1", seq: 1, pending: [] });
});

test("a refusal is said once", () => {
  const log = new OpLog("d", "window-1", storage(), false);
  const refused = { "window-1": [{ seq: 1, message: "no" }] };
  assert.equal(log.acknowledge({ "window-1": 1 }, refused).length, 1);
  assert.equal(log.acknowledge({ "window-1": 1 }, refused).length, 0);
});

test("a log without storage still works", () => {
  const broken = { getItem() { throw new Error("no"); }, setItem() { throw new Error("no"); } };
  const log = new OpLog("d", "window-1", broken, true);
  log.add({ op: "add", id: "m1" });
  assert.equal(log.pending.length, 1);
});

test("a straight line keeps its ends, a corner its corner", () => {
  assert.deepEqual(simplified([[0, 0], [5, 0.1], [10, 0]], 0.6), [[0, 0], [10, 0]]);
  assert.deepEqual(simplified([[0, 0], [10, 0], [10, 10]], 0.6), [[0, 0], [10, 0], [10, 10]]);
});

test("a brush that comes back round something closes; a scribble in one spot does not", () => {
  const circle = (r) => Array.from({ length: 21 }, (_, n) => [r * Math.cos((n * Math.PI) / 10), r * Math.sin((n * Math.PI) / 10)]);
  assert.equal(closesOnItself({ points: circle(30), radius: 9 }), true);
  assert.equal(closesOnItself({ points: circle(17), radius: 9 }), false);
  assert.equal(closesOnItself({ points: circle(30).slice(0, 15), radius: 9 }), false);
});

test("pressure makes few parts, and none where it is steady", () => {
  const points = Array.from({ length: 9 }, (_, n) => [n, 0]);
  const parts = (pressures) => runsOf({ points, pressures, radius: 9 }, [6, 12, 24]);
  assert.deepEqual(parts(points.map(() => 0.5)), [{ radius: 9, points }]);
  const pressed = parts(points.map((_, n) => 0.1 + n / 10));
  assert.equal(pressed[0].radius, 6);
  assert.equal(pressed.at(-1).radius, 24);
  for (let n = 1; n < pressed.length; n += 1) {
    assert.deepEqual(pressed[n].points[0], pressed[n - 1].points.at(-1));
  }
});
