// Scrolls the page to its top when another thing is shown on it; never at the first one. Where it is
// to be heard the heading takes the focus, also when what had it is gone.

const last = new WeakMap();

// A second click so soon after the first was meant for what stood there before.
addEventListener("click", (event) => {
  if (event.detail < 2 || !event.target.closest?.(".st-key-big-way")) return;
  event.stopPropagation();
  event.preventDefault();
}, { capture: true });

function say() {
  const heading = document.querySelector(".stMain h1");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

// What had the focus may go a moment later than this comes.
function sayOnceLost(tries = 100) {
  if (document.activeElement === document.body) say();
  else if (tries) setTimeout(() => sayOnceLost(tries - 1), 50);
}

export default function ({ data, parentElement }) {
  if (data.language) {
    document.documentElement.lang = data.language;
    return () => {
      document.documentElement.lang = "en"; // as Streamlit serves the page
    };
  }
  const changed = last.has(parentElement) && last.get(parentElement) !== data.shown;
  if (changed) document.querySelector(".stMain")?.scrollTo(0, 0);
  if (data.heard && changed) requestAnimationFrame(say); // the heading is there by then
  else if (data.heard && !last.has(parentElement) && navigator.userActivation?.hasBeenActive) sayOnceLost();
  last.set(parentElement, data.shown);
}
