// Fingers, palm, thumb, pen and mouse on the glass: which of them draws.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Contacts } from "../../bodymap/canvas/frontend/contacts.js";

const FINGER = 24;
const PALM = 60;

// Events one after the other; returns what became of each contact that was lifted, and the rest.
function glass(...events) {
  const contacts = new Contacts();
  const ended = {};
  for (const [what, id, given = {}] of events) {
    const event = { id, type: "touch", x: 0, y: 0, size: FINGER, time: 0, ...given };
    if (what === "up") ended[id] = contacts.up(event);
    else contacts[what](event);
  }
  return { contacts, ended };
}

test("a finger that moves draws; one that is lifted where it was put down taps", () => {
  assert.deepEqual(glass(["down", 1], ["move", 1, { x: 5 }], ["up", 1]).ended, { 1: "drawn" });
  assert.deepEqual(glass(["down", 1], ["move", 1, { x: 4 }], ["up", 1]).ended, { 1: "tapped" });
});

test("a palm draws nothing and stops no finger, before it or after", () => {
  const before = glass(["down", 1, { size: PALM }], ["down", 2, { time: 900 }], ["move", 2, { x: 9, time: 910 }]);
  assert.equal(before.contacts.drawing, 2);
  const after = glass(["down", 1], ["move", 1, { x: 9 }], ["down", 2, { size: PALM, time: 100 }]);
  assert.equal(after.contacts.drawing, 1);
  assert.deepEqual(glass(["down", 1, { size: PALM }], ["move", 1, { x: 90 }], ["up", 1]).ended, { 1: "nothing" });
});

test("just narrower than a palm is a finger", () => {
  assert.deepEqual(glass(["down", 1, { size: PALM - 1 }], ["up", 1]).ended, { 1: "tapped" });
});

test("a contact that grows to a palm before it moves draws nothing; one that draws goes on", () => {
  assert.deepEqual(glass(["down", 1], ["move", 1, { size: PALM }], ["up", 1]).ended, { 1: "nothing" });
  const drawing = glass(["down", 1], ["move", 1, { x: 9 }], ["move", 1, { x: 20, size: PALM }], ["up", 1]);
  assert.deepEqual(drawing.ended, { 1: "drawn" });
});

test("a thumb that rests lets a finger draw, and tap", () => {
  const drawn = glass(["down", 1], ["down", 2, { time: 400 }], ["move", 2, { x: 33, time: 450 }], ["up", 2, { time: 500 }], ["up", 1, { time: 600 }]);
  assert.deepEqual(drawn.ended, { 2: "drawn", 1: "nothing" });
  const tapped = glass(["down", 1], ["down", 2, { time: 400 }], ["up", 2, { time: 500 }], ["up", 1, { time: 5000 }]);
  assert.deepEqual(tapped.ended, { 2: "tapped", 1: "rested" });
});

test("a finger that lies still for too long taps no more", () => {
  assert.deepEqual(glass(["down", 1], ["up", 1, { time: 1500 }]).ended, { 1: "tapped" });
  assert.deepEqual(glass(["down", 1], ["up", 1, { time: 1501 }]).ended, { 1: "rested" });
});

test("two fingers that move pinch; one of them that stays lets the other draw", () => {
  const both = glass(["down", 1], ["down", 2], ["move", 1, { x: -9 }], ["move", 2, { x: 9 }]);
  assert.deepEqual([both.contacts.pinching, both.contacts.drawing], [[1, 2], undefined]);
  const one = glass(["down", 1], ["down", 2], ["move", 1, { x: 8 }], ["move", 2, { x: 33 }], ["up", 1]);
  assert.deepEqual([one.contacts.pinching, one.contacts.drawing, one.ended], [[], 2, { 1: "nothing" }]);
});

test("two fingers tapped at once are no tap", () => {
  assert.deepEqual(glass(["down", 1], ["down", 2], ["up", 1], ["up", 2]).ended, { 1: "nothing", 2: "nothing" });
});

test("a second finger soon after the first began to move may pinch with it, a later one not", () => {
  const second = (time) => glass(["down", 1], ["move", 1, { x: 20, time }], ["down", 2, { time }], ["move", 2, { x: 9, time }], ["move", 1, { x: 30, time }]);
  assert.deepEqual(second(299).contacts.pinching, [1, 2]);
  assert.deepEqual([second(300).contacts.pinching, second(300).contacts.drawing], [[], 1]);
});

test("a third contact joins no pinch", () => {
  const { contacts, ended } = glass(["down", 1], ["down", 2], ["move", 1, { x: -9 }], ["move", 2, { x: 9 }], ["down", 3], ["move", 3, { x: 99 }], ["up", 3]);
  assert.deepEqual([contacts.pinching, ended], [[1, 2], { 3: "nothing" }]);
});

test("a pen draws whatever the hand does, and for a second after it fingers do not", () => {
  const pen = { type: "pen", time: 100 };
  const { contacts, ended } = glass(["down", 1], ["move", 1, { x: 50 }], ["down", 2, pen], ["up", 1, { time: 120 }], ["move", 2, { ...pen, x: 9 }], ["down", 3, { time: 130 }], ["move", 3, { x: 90, time: 140 }]);
  assert.deepEqual([contacts.drawing, ended], [2, { 1: "nothing" }]);
  const after = (time) => glass(["down", 2, pen], ["up", 2, pen], ["down", 3, { time }], ["up", 3, { time }]).ended[3];
  assert.deepEqual([after(1099), after(1100)], ["nothing", "tapped"]);
});

test("a stroke that the system breaks off is kept, unless a pen is about", () => {
  const broken = (...first) => glass(...first, ["down", 1, { time: 9000 }], ["move", 1, { x: 9, time: 9001 }], ["up", 1, { cancelled: true, time: 9002 }]).ended[1];
  assert.equal(broken(), "drawn");
  assert.equal(broken(["down", 2, { type: "pen" }], ["up", 2, { type: "pen" }]), "nothing");
  assert.deepEqual(glass(["down", 1], ["up", 1, { cancelled: true }]).ended, { 1: "nothing" });
});

test("what leads is what draws, else what moved farthest, else what came last", () => {
  assert.equal(glass(["down", 1], ["down", 2]).contacts.leading, 2);
  assert.equal(glass(["down", 1], ["down", 2], ["move", 1, { x: 2 }]).contacts.leading, 1);
  assert.equal(glass(["down", 1, { type: "mouse" }], ["down", 2]).contacts.leading, 1);
});
