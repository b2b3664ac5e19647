// A drawn line as it is kept: with as few points as it needs, in parts that are not too long.

export const MOST_POINTS = 4000; // of one part, as bodymap/body/strokes.py
export const MOST_TOGETHER = 12000; // of all parts of a stroke, as bodymap/canvas/parsing.py
const OFF = 0.6; // view units that a line may be off by, unless it is too long
const PIECE = 100; // points that are looked at together: the work grows with the length alone

// A stroke of any length: thinned, and thinned more where even so it has too many points; in parts
// that go on where the one before ended. An outline stays whole: its inside is filled.
export function lasting(runs, kind) {
  const most = kind === "outline" ? MOST_POINTS : MOST_TOGETHER;
  const count = (parts) => parts.reduce((sum, { points }) => sum + points.length, 0);
  let thinned = runs;
  let off = OFF;
  do {
    thinned = thinned.map((run) => ({ ...run, points: simplified(run.points, off) }));
    off *= 2;
  } while (count(thinned) > most);
  return thinned.flatMap(inParts);
}

function inParts(run) {
  const parts = [];
  for (let at = 0; at === 0 || at < run.points.length - 1; at += MOST_POINTS - 1) {
    parts.push({ ...run, points: run.points.slice(at, at + MOST_POINTS) });
  }
  return parts;
}

// Leaves out points that lie within `off` of the line without them.
export function simplified(points, off) {
  const kept = [];
  for (let at = 0; at === 0 || at < points.length - 1; at += PIECE) {
    kept.pop(); // the next piece begins with it
    kept.push(...straightened(points.slice(at, at + PIECE + 1), off));
  }
  return kept.map(rounded);
}

// Ramer, Douglas and Peucker.
function straightened(points, off) {
  const last = points.length - 1;
  const kept = new Set([0, last]);
  const open = [[0, last]];
  while (open.length) {
    const [from, to] = open.pop();
    const index = farthest(points, from, to, off);
    if (index === null) continue;
    kept.add(index);
    open.push([from, index], [index, to]);
  }
  return points.filter((_, index) => kept.has(index));
}

// Which point between two lies farthest from the piece of line that joins them, ends included, so
// that a way out and back stays as long as it was; null if none is `off` it.
function farthest(points, from, to, off) {
  const [ax, ay] = points[from];
  const dx = points[to][0] - ax;
  const dy = points[to][1] - ay;
  const long = dx * dx + dy * dy;
  let most = off;
  let index = null;
  for (let i = from + 1; i < to; i += 1) {
    const x = points[i][0] - ax;
    const y = points[i][1] - ay;
    const part = long ? Math.min(1, Math.max(0, (x * dx + y * dy) / long)) : 0;
    const away = Math.hypot(x - part * dx, y - part * dy);
    if (away > most) [most, index] = [away, i];
  }
  return index;
}

const rounded = ([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];

// A brush stroke that comes back to where it began, round something.
export function closesOnItself({ points, radius }) {
  if (points.length < 8) return false;
  const away = ([x, y]) => Math.hypot(x - points[0][0], y - points[0][1]);
  return away(points.at(-1)) < 2.5 * radius && points.some((point) => away(point) > 4 * radius);
}
