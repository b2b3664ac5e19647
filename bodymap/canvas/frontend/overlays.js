// What is fetched to be shown on the body: zones, and where muscles lie.

import { getJson } from "./figure.js";

const addressOf = (url) => new URL(url, document.baseURI).href;

export class Overlays {
  constructor(canvas) {
    this.canvas = canvas;
    this.fetched = [];
  }

  // Zones that are here already need no look at the server.
  take(zones) {
    if (zones.every((zone) => zone.shapes)) this.fetched = zones;
  }

  // Of what was fetched, what is still to be shown.
  get zones() {
    const { zones } = this.canvas.data;
    return this.fetched.filter((zone) => zones.some((each) => each.url === zone.url));
  }

  async fetchZones() {
    const { canvas } = this;
    const wanted = canvas.data.zones;
    if (this.fetched === wanted) return; // they came with the data
    let shapes;
    try {
      shapes = await Promise.all(wanted.map((zone) => zone.shapes ?? getJson(addressOf(zone.url))));
    } catch {
      canvas.told.refuse([canvas.words.noZones]);
      return;
    }
    if (wanted !== canvas.data.zones) return; // chosen anew meanwhile
    this.fetched = wanted.map((zone, index) => ({ ...zone, shapes: shapes[index] }));
    canvas.render();
  }

  // In the views that are shown; fetched once for each.
  async showMuscles() {
    const { canvas } = this;
    const overlay = canvas.data.muscles;
    try {
      await Promise.all(canvas.views.inSight.map((view) => this.#musclesOf(view, overlay)));
    } catch {
      canvas.told.refuse([canvas.words.noMuscles]);
    }
  }

  async #musclesOf(view, overlay) {
    const url = overlay && addressOf(`${overlay.url}${view.id}.json`);
    const found = url && (await getJson(url)).muscles;
    const { data } = this.canvas;
    if (overlay !== data.muscles) return; // chosen anew meanwhile
    view.muscles.show(overlay ?? undefined, found, data.zones.length > 0);
  }
}
