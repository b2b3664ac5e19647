// A stroke of any length, as it is kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { runsOf } from "../../bodymap/canvas/frontend/pressure.js";
import { MOST_POINTS, MOST_TOGETHER, lasting } from "../../bodymap/canvas/frontend/simplified.js";

const zigzag = (count) => Array.from({ length: count }, (_, n) => [n, (n % 2) * 20]);
const brush = (points) => lasting([{ radius: 13, points }], "brush");

test("a stroke up to the most points of one is one part, one more makes two that join", () => {
  assert.deepEqual(brush(zigzag(MOST_POINTS)).map(({ points }) => points.length), [MOST_POINTS]);
  const [first, second, ...more] = brush(zigzag(MOST_POINTS + 1));
  assert.deepEqual([first.points.length, second.points.length, more.length], [MOST_POINTS, 2, 0]);
  assert.deepEqual(first.points.at(-1), second.points[0]);
  assert.deepEqual(second.points.at(-1), zigzag(MOST_POINTS + 1).at(-1));
});

test("nothing of a stroke in parts is missing, and each part keeps its breadth", () => {
  const points = zigzag(10_001);
  const parts = brush(points);
  assert.deepEqual(parts.map(({ radius }) => radius), [13, 13, 13]);
  assert.deepEqual(parts.flatMap((part, n) => part.points.slice(n ? 1 : 0)), points);
});

test("a way out and back along one line stays as long as it was", () => {
  const points = [[0, 0], [50, 0], [100, 0], [60, 0.2]];
  assert.deepEqual(brush(points)[0].points, [[0, 0], [100, 0], [60, 0.2]]);
});

test("a point is a stroke", () => {
  assert.deepEqual(brush([[1.04, 2]]), [{ radius: 13, points: [[1, 2]] }]);
});

for (const kind of ["brush", "outline", "erase"]) {
  test(`however long ${kind} is, it fits, and goes from where it began to where it ended`, () => {
    for (const count of [MOST_TOGETHER + 1, 20_000]) {
      const points = zigzag(count);
      const parts = lasting([{ radius: 13, points }], kind);
      const most = kind === "outline" ? MOST_POINTS : MOST_TOGETHER;
      const kept = parts.reduce((sum, part) => sum + part.points.length, 0);
      assert.ok(kept <= most + parts.length - 1, `${kept}`);
      assert.ok(parts.every((part) => part.points.length <= MOST_POINTS));
      if (kind === "outline") assert.equal(parts.length, 1);
      assert.deepEqual(parts[0].points[0], [0, 0]);
      assert.deepEqual(parts.at(-1).points.at(-1), points.at(-1));
    }
  });
}

test("a long line is thinned as a short one: straight pieces keep their ends alone", () => {
  const points = Array.from({ length: 5001 }, (_, n) => [n / 10, 7]);
  const [{ points: kept }, ...more] = brush(points);
  assert.deepEqual([more.length, kept.length], [0, 51]);
});

test("a pen pressed for a long time makes no more parts than are taken", () => {
  const points = zigzag(20_000);
  const pressures = points.map((_, n) => (n % 1000) / 1000);
  const parts = lasting(runsOf({ points, pressures, radius: 13 }, [7, 13, 24]), "brush");
  assert.ok(parts.length <= 60, `${parts.length}`);
});
