// A drawn line with as few points as it needs.

// Ramer, Douglas and Peucker: leave out points that lie within `off` of the line without them.
export function simplified(points, off) {
  if (points.length < 3) return points.map(rounded);
  const [ax, ay] = points[0];
  const [bx, by] = points.at(-1);
  const length = Math.hypot(bx - ax, by - ay);
  let farthest = 0;
  let index = 0;
  for (let i = 1; i < points.length - 1; i += 1) {
    const [x, y] = points[i];
    const away = length
      ? Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
      : Math.hypot(x - ax, y - ay);
    if (away > farthest) [farthest, index] = [away, i];
  }
  if (farthest <= off) return [points[0], points.at(-1)].map(rounded);
  const head = simplified(points.slice(0, index + 1), off);
  return head.slice(0, -1).concat(simplified(points.slice(index), off));
}

const rounded = ([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];

// A brush stroke that comes back to where it began, round something.
export function closesOnItself({ points, radius }) {
  if (points.length < 8) return false;
  const away = ([x, y]) => Math.hypot(x - points[0][0], y - points[0][1]);
  return away(points.at(-1)) < 2.5 * radius && Math.max(...points.map(away)) > 4 * radius;
}
