// The empty presentation; fetched once with the code.

// Our own fixed text, read in a document apart: nothing of a caller's or a user's goes in here.
const skeleton = new DOMParser().parseFromString(
  `
<dialog class="bm deck">
  <div class="sheet" tabindex="-1">
    <div class="progress" aria-hidden="true"></div>
    <div class="slide">
      <div class="stage" aria-hidden="true"></div>
      <div class="told" role="group" aria-label="In words" tabindex="0">
        <h1 class="name"></h1>
        <p class="about"></p>
        <ul class="steps"></ul>
      </div>
    </div>
    <p class="alert" role="alert" hidden></p>
    <div class="notes" hidden>
      <label>Your notes <textarea rows="3" maxlength="4000"></textarea></label>
      <p></p>
    </div>
    <div class="foot">
      <div class="small">
        <p class="legend" hidden></p>
        <p class="sources"></p>
        <p class="notice"></p>
      </div>
      <div class="controls" role="group" aria-label="Presentation">
        <button type="button" data-do="back" aria-label="Back" aria-keyshortcuts="ArrowLeft PageUp">◀</button>
        <span class="number"></span>
        <button type="button" data-do="next" aria-label="Next" aria-keyshortcuts="ArrowRight PageDown">▶</button>
        <button type="button" data-do="quiz" aria-pressed="false">Hide names</button>
        <button type="button" data-do="room" aria-pressed="false">Lights on</button>
        <button type="button" data-do="muscle" aria-keyshortcuts="M" aria-pressed="false">Muscle</button>
        <button type="button" data-do="pen" aria-keyshortcuts="P" aria-pressed="false">Pen</button>
        <button type="button" data-do="undo" hidden>Undo line</button>
        <button type="button" data-do="clear" hidden>Clear lines</button>
        <button type="button" data-do="notes" aria-keyshortcuts="N" aria-pressed="false">Notes</button>
        <button type="button" data-do="take">Save</button>
        <button type="button" data-do="full" aria-keyshortcuts="F" aria-pressed="false">Full screen</button>
        <button type="button" data-do="leave" aria-keyshortcuts="Escape">Leave</button>
      </div>
    </div>
    <div class="live" role="status" aria-live="polite"></div>
  </div>
</dialog>
`,
  "text/html",
);

export function mountDeck(parent) {
  const dialog = parent.querySelector("dialog.deck");
  if (dialog) return dialog;
  return parent.appendChild(document.importNode(skeleton.body.firstElementChild, true));
}
