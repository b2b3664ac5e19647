// How several patterns on one body are told apart: by colour, by the lines they are filled with, and
// by the line round them; any one of the three is enough.

import { svg } from "./dom.js";

// Lines of one tile, 8 by 8 view units.
const TILES = {
  one: "M-2 2L2 -2M0 8L8 0M6 10L10 6",
  two: "M-2 6L2 10M0 0L8 8M6 -2L10 2",
  three: "M0 2H8M0 6H8",
  four: "M2 0V8M6 0V8",
};
let made = 0;

// Classes of what is shown in a look; none for a pattern that stands alone.
export function classes(look) {
  if (!look) return "";
  return TILES[look] ? ` looks look-${look}` : ` look-${look}`;
}

// Fills a shape with the lines of a look.
export function fill(shape, defs, look) {
  const lines = TILES[look];
  if (!lines) return;
  const id = `look-${look}-${++made}`;
  const tile = svg("pattern", { id, width: 8, height: 8, patternUnits: "userSpaceOnUse" }, defs);
  svg("rect", { class: `ground look-${look}`, width: 8, height: 8 }, tile);
  svg("path", { class: `hatch look-${look}`, d: lines }, tile);
  shape.style.fill = `url(#${id})`;
}
