// A text of several lines is handed on while it is typed, whenever the hand rests: not only when the
// field is left, which a closed lid or a call never does.

const RESTED_MS = 800;
const ENTER = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
const FORM = '[data-testid="stForm"]'; // handed on as a whole, when it is sent
const resting = new WeakMap();

export function handOnTyped(page) {
  page.addEventListener("input", ({ target, isComposing }) => {
    if (target.tagName !== "TEXTAREA" || target.closest(FORM) || isComposing) return;
    clearTimeout(resting.get(target));
    // As Ctrl and Enter do by hand: the field keeps the focus and what is typed on.
    const handOn = () => target.isConnected && target.dispatchEvent(new KeyboardEvent("keydown", ENTER));
    resting.set(target, setTimeout(handOn, RESTED_MS));
  });
}
