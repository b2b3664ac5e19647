// What lies under the marks, such as a patient's drawing, and the slider that fades it. The shapes
// come by themselves, once; a click only names them.

const KEPT = "bodymap-fade"; // for this browser window
const AT_FIRST = 70;
const canvases = new Set();
const NOTHING = { name: null, layers: [], arrows: [] };
let handed = NOTHING;

export function handOver(given) {
  handed = given;
  for (const canvas of canvases) {
    if (canvas.root.isConnected) canvas.render();
    else canvases.delete(canvas);
  }
}

function keptFade() {
  try {
    const kept = sessionStorage.getItem(KEPT);
    return kept === null ? AT_FIRST : Number(kept);
  } catch {
    return AT_FIRST; // storage forbidden
  }
}

function keepFade(percent) {
  try {
    sessionStorage.setItem(KEPT, String(percent));
  } catch {
    // Storage forbidden or full: it holds as long as the page.
  }
}

export class Under {
  constructor(canvas) {
    canvases.add(canvas);
    this.root = canvas.root;
    this.row = canvas.root.querySelector(".fade");
    this.label = this.row.querySelector(".what");
    this.note = this.row.querySelector(".note");
    this.slider = this.row.querySelector("input");
    this.slider.value = keptFade();
    this.slider.addEventListener("input", () => {
      keepFade(this.slider.value);
      this.#fade();
    });
    this.#fade();
  }

  // What was handed over under this name: layers, the lowest first, and arrows. None until it came.
  of(named) {
    return named && named.name === handed.name ? handed : NOTHING;
  }

  show(named) {
    this.row.hidden = !named;
    if (!named) return;
    this.label.textContent = named.label;
    this.note.textContent = named.note;
  }

  #fade() {
    const percent = Number(this.slider.value);
    this.root.style.setProperty("--fade", percent / 100);
    this.slider.setAttribute("aria-valuetext", percent ? `${percent} %` : "not shown");
  }
}
