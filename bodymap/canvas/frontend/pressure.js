// How broad a pen draws as it is pressed: parts of one stroke, each with one radius.

const LEVELS = [5, 3]; // radii from the smallest brush to the largest, both included
const MOST_RUNS = 50; // a few less than bodymap/canvas/parsing.py takes: length may add some
const LIGHT = 0.1; // pressed no more than so, the smallest brush
const HARD = 0.8; // and so, the largest
const STEADY = 0.04; // a device that tells no pressure tells nearly the same all along
const STAY = 0.7; // levels that pressure must lie off for another radius: 0.5 would flutter

// `pressures`: 0 to 1, one for each point; none if nothing tells them.
export function runsOf({ points, pressures, radius }, brushes) {
  const steady = !pressures || spread(pressures) <= STEADY;
  if (steady || brushes.length < 2) return [{ radius, points }];
  const few = LEVELS.map((levels) => split(points, pressures, brushes, levels));
  return few.find((runs) => runs.length <= MOST_RUNS) ?? [{ radius, points }];
}

const spread = (values) => {
  const [least, most] = values.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)], [1, 0]);
  return most - least;
};

function split(points, pressures, brushes, levels) {
  const places = pressures.map(
    (pressure) => Math.min(1, Math.max(0, (pressure - LIGHT) / (HARD - LIGHT))) * (levels - 1),
  );
  let level = Math.round(places[0]);
  const runs = [{ radius: radiusOf(level, brushes, levels), points: [points[0]] }];
  for (let i = 1; i < points.length; i += 1) {
    if (Math.abs(places[i] - level) > STAY) {
      level = Math.round(places[i]);
      runs.push({ radius: radiusOf(level, brushes, levels), points: [points[i - 1]] });
    }
    runs.at(-1).points.push(points[i]);
  }
  return runs;
}

// Even steps for the eye: each so many times as broad as the one before.
function radiusOf(level, brushes, levels) {
  const [least, most] = [brushes[0], brushes.at(-1)];
  return Math.round(10 * least * (most / least) ** (level / (levels - 1))) / 10;
}
