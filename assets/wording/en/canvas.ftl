### What the clickable body says: on its buttons, in notices, and aloud to people who do not see it.
### Read by the browser. Left and right are those of the person who is drawn.

## Tools: the word on the button, and what it does

canvas-tools = Tools of the body chart
canvas-tool-point = Point
    .hint = Mark the exact place
canvas-tool-brush = Draw
    .hint = Draw with the brush
canvas-tool-outline = Outline
    .hint = Draw round an area
canvas-tool-erase = Erase
    .hint = Take away what was drawn
canvas-tool-region = Region
    .hint = Fill a whole region
canvas-tool-arrow = Arrow
    .hint = Show where it moves: drag, or tap where it begins and where it ends
canvas-tool-pick = Choose
    .hint = Choose a region or a mark
canvas-tool-move = Move
    .hint = Move the picture; pinch or Ctrl and wheel zoom
canvas-sizes = Brush size
canvas-size = Brush { $place } of { $count }
canvas-size-hint = Brush { $place } of { $count } ([ and ] change it)
canvas-zoom-in = Zoom in
canvas-zoom-out = Zoom out
canvas-show-all = Show all
# $what: such as "Draw more".
# `.button` stands on a button of a finger's breadth; the sign alone where the word is longer.
canvas-undo = Undo
    .button = ↶ Undo
    .what = Undo: { $what }
canvas-redo = Redo
    .what = Redo: { $what }
canvas-print = Print
    .hint = Print the chart
canvas-copy-link = Copy link
canvas-copied = Link copied
canvas-not-copied = The link could not be copied; it is the address of this page.

## Which picture is seen

canvas-views = View
canvas-parts = Part of the body
canvas-part-body = Body
# On buttons: "Back" alone would be the way to the step before. $view: such as Front.
canvas-view-chosen = { $view } view
# $name: of the body; $enter: what the Enter key does.
canvas-hint = { $name }, { $view }. Arrow keys move between regions, { $enter }, Page Up and Page Down change the view, Shift and arrow keys move the cross-hair.
canvas-turn = ⟳ { $view }
canvas-whole-body = Whole body

## What was done, aloud. $subject: such as "pain 2"; $where: a place; $places: several

canvas-subject-inside = { $subject } { $number }
canvas-subject = { $subject } { $number }
canvas-remove-subject = Remove { $subject }
canvas-added = Marked: { $where }
canvas-moved = Moved to { $where }
canvas-filled = Filled: { $where }
canvas-filled-for = Marked for { $subject }: { $where }
canvas-drawn = Drawn: { $places }
canvas-drawn-for = Marked for { $subject }: { $places }
canvas-erased = Erased: { $places }
canvas-erased-for = Erased from { $subject }: { $places }
canvas-picked = Chosen: { $where }
canvas-removed = Removed. Undo brings it back.
canvas-undone = Undone
    .what = Undone: { $what }
canvas-done-again = Done again
    .what = Done again: { $what }
# A region that is marked. $subjects: such as "pain 1 and 2".
canvas-marked-for = { $name }, marked for { $subjects }
canvas-and = { $first } and { $next }
canvas-mark = { $mark } { $number }
canvas-remove = Remove: { $name }
canvas-key =
    .p = present
    .a = absent
    .n = not examined
    .pain = pain { $key } of 10
canvas-strength = { $nrs } of 10
canvas-strength-not-said = strength not said

## Arrows: where pain moves

canvas-new-arrow = arrow { $number }
canvas-arrow-begun = Tap where it goes · Cancel
canvas-arrow-from = From { $where }. Choose where it goes.
canvas-arrow-to = Arrow to { $where }

## What did not happen, and why

canvas-passed = The page went on while you were drawing: this stroke was left out.
canvas-beside = beside the body
canvas-not-marked = Beside the body: nothing was marked.
canvas-not-drawn = Beside the body: nothing was drawn.
canvas-not-erased = Nothing is drawn here to erase.
canvas-not-moved = Beside the body: the mark stays where it was.
canvas-rested = Held still: nothing was drawn. Tap, or draw along.
canvas-not-saved = Not saved yet. What you marked is safe on this device: keep this page open.
canvas-saved = Saved.
canvas-fill-inside = Fill inside the line?
canvas-no-muscles = Where muscles lie could not be loaded; it will be tried again.
canvas-no-zones = What is typical could not be loaded; it will be tried again.
canvas-no-figure = The figure could not be loaded. Reload the page; nothing that was marked is lost.
