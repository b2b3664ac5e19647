// The empty chart; fetched once with the code, so that no click carries it.

// Our own fixed text, read in a document apart: nothing of a caller's or a user's goes in here.
const skeleton = new DOMParser().parseFromString(
  `
<div class="bm">
  <div class="top">
    <div class="bar" role="toolbar"></div>
    <div class="places">
      <div class="choose" role="group"></div>
      <div class="insets" role="group"></div>
    </div>
    <div class="fade" hidden>
      <label><span class="what"></span><input type="range" min="0" max="100" step="10"></label>
      <span class="note"></span>
    </div>
  </div>
  <div class="subjects" hidden></div>
  <p class="how" hidden></p>
  <div class="frame">
    <div class="alerts"><p class="alert" role="alert" hidden></p><p class="kept" role="status"></p></div>
    <div class="stage"></div>
    <button type="button" class="turn" hidden></button>
    <button type="button" class="offer" hidden></button>
  </div>
  <p class="legend" hidden></p>
  <div class="tip" aria-hidden="true" hidden></div>
  <div class="near" aria-hidden="true" hidden></div>
  <div class="live" role="status" aria-live="polite"></div>
  <section class="list arrows" hidden><h2></h2><ol></ol></section>
  <section class="list marked"><h2></h2><p class="empty"></p><ol></ol></section>
</div>
`,
  "text/html",
);

export function mountSkeleton(parent) {
  const root = parent.querySelector(".bm");
  if (root) return root;
  return parent.appendChild(document.importNode(skeleton.body.firstElementChild, true));
}
