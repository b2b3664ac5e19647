// Which points a stroke covers, as far as it takes to say what lies there. Pure: no page.

const MOST_STEPS = 400; // along one stroke
const MOST_CHECKED = 60; // along one stroke, where every shape is asked
const RING = Array.from({ length: 8 }, (_, n) => [Math.cos((n * Math.PI) / 4), Math.sin((n * Math.PI) / 4)]);

// Points along a line, no further apart than `step`.
export function along(points, step) {
  const walked = [points[0]];
  for (let i = 1; i < points.length; i += 1) {
    const [ax, ay] = points[i - 1];
    const [bx, by] = points[i];
    const count = Math.ceil(Math.hypot(bx - ax, by - ay) / step);
    for (let n = 1; n <= count; n += 1) walked.push([ax + ((bx - ax) * n) / count, ay + ((by - ay) * n) / count]);
  }
  return walked;
}

function steps({ points, radius }, most) {
  const length = points.reduce(
    (sum, [x, y], i) => sum + (i ? Math.hypot(x - points[i - 1][0], y - points[i - 1][1]) : 0),
    0,
  );
  return along(points, Math.max(radius / 2, length / most));
}

// Points of the discs along a stroke: their middle and their edge.
export function discs(stroke, most = MOST_CHECKED) {
  const { radius } = stroke;
  return steps(stroke, most).flatMap(([x, y]) => [[x, y], ...RING.map(([dx, dy]) => [x + radius * dx, y + radius * dy])]);
}

// How often each region lies under a stroke, the most often first; none beside the body.
// `regionAt` knows which region a point shows.
export function regionsUnder({ kind, points, radius }, regionAt) {
  const under = kind === "outline" ? within(points) : discs({ points, radius: 0.9 * radius }, MOST_STEPS);
  const counts = new Map();
  for (const [x, y] of under) {
    const region = regionAt(x, y);
    if (region) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1]).map(([region, count]) => ({ region, count }));
}

// Points inside an outline, however it winds, and on it.
function within(points) {
  const [left, right] = extent(points, 0);
  const [top, bottom] = extent(points, 1);
  const step = Math.max(2, (right - left) / 40, (bottom - top) / 40);
  const inside = [];
  for (let y = top; y <= bottom; y += step) {
    for (let x = left; x <= right; x += step) if (winding(points, x, y)) inside.push([x, y]);
  }
  return [...inside, ...along(points, step)];
}

const extent = (points, axis) =>
  points.reduce(([low, high], point) => [Math.min(low, point[axis]), Math.max(high, point[axis])], [Infinity, -Infinity]);

function winding(points, x, y) {
  return points.reduce((turns, [bx, by], i) => {
    const [ax, ay] = points.at(i - 1);
    if (ay <= y === by <= y) return turns;
    const side = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
    if (ay <= y) return side > 0 ? turns + 1 : turns;
    return side < 0 ? turns - 1 : turns;
  }, 0);
}
