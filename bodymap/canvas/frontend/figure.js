// The figure's files, fetched once and kept: outlines, reliefs, and which cell each point shows.

const NO_CELL = 65535;
const SIDES = { LEFT: "left", RIGHT: "right" };
const fetched = new Map();

function once(url, read) {
  if (!fetched.has(url)) {
    const promise = fetch(url).then((answer) => {
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
      return read(answer);
    });
    promise.catch(() => fetched.delete(url)); // a later look may succeed
    fetched.set(url, promise);
  }
  return fetched.get(url);
}

export const getJson = (url) => once(url, (answer) => answer.json());

async function inflate(answer) {
  const stream = answer.body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint16Array(await new Response(stream).arrayBuffer()); // little-endian, as stored
}

export class Figure {
  // `place`: words for a place and its side, where regions are called as patients call them.
  constructor(baseUrl, name, place = null) {
    this.place = place;
    this.baseUrl = new URL(baseUrl, document.baseURI);
    this.name = name;
    this.regions = [];
  }

  url(file) {
    return new URL(file, this.baseUrl).href;
  }

  async open() {
    const [manifest, regions, cellRegions] = await Promise.all([
      getJson(this.url("manifest.json")),
      getJson(this.url("regions.json")),
      once(this.url("cell_regions.bin"), inflate),
    ]);
    this.manifest = manifest;
    this.regions = regions;
    this.byId = Object.fromEntries(regions.map((region) => [region.id, region]));
    this.cellRegions = cellRegions;
  }

  get #entries() {
    return this.manifest.views.filter(({ figure }) => figure === this.name || figure === null);
  }

  viewIds(prefix) {
    return this.#entries.map((view) => view.id).filter((id) => id.startsWith(prefix));
  }

  async view(id) {
    const entry = this.#entries.find((view) => view.id === id);
    if (!entry) throw new Error(`no view ${id}`);
    const [paths, cells] = await Promise.all([
      getJson(this.url(entry.paths)),
      once(this.url(entry.cells), inflate),
    ]);
    const relief = entry.relief ? this.url(entry.relief) : null;
    return { id, ...paths.views[id], relief, cells };
  }

  nameOf(region) {
    const side = SIDES[region.laterality];
    if (this.place) return this.place(region.plain_label, side);
    return side ? `${region.label}, ${side}` : region.label;
  }

  // Region under a point of a view, from the very cell that a mark there is recorded with.
  regionAt(view, x, y) {
    const column = Math.floor(x);
    const row = Math.floor(y);
    if (column < 0 || row < 0 || column >= view.width || row >= view.height) return null;
    const cell = view.cells[row * view.width + column];
    return cell === NO_CELL ? null : (this.regions[this.cellRegions[cell]] ?? null);
  }
}
