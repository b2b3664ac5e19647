// One step of the browser's history for one step of a person.
//
// A button that leads to another page and asks something of it makes two steps: Streamlit writes the
// new parameters behind the address of the old page first, then the address of the new page. Back
// would show the old page with what was asked of the new one. The second takes the first one's place.
// It is here because the search box stands on every page.

const AT_ONCE_MS = 1000;

let last = null; // the step made last, and when

export function joinSteps() {
  const { history } = window;
  const push = history.pushState.bind(history);
  history.pushState = (state, unused, url) => {
    const to = new URL(url ?? "", location.href);
    const began = last && performance.now() - last.at < AT_ONCE_MS && location.href === last.to.href;
    const joined = began && last.to.search === to.search && last.to.pathname !== to.pathname;
    last = joined ? null : { to, at: performance.now() };
    if (joined && to.search) history.replaceState(state, unused, url);
    else push(state, unused, url);
  };
}
