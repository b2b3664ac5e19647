### What Undo takes back, on its button: "Undo: Draw more".

undo-last = The last change
undo-drawing =
    .begin_mark = Draw
    .draw_more = Draw more
    .put_mark = Mark a place
    .choose_regions = Choose from the list
    .describe_mark = Describe a mark
    .remove_mark = Remove a mark
    .set_arrow = Show where it moves
    .remove_arrow = Remove an arrow
    .answer = Answer

## Parts of the body that have a picture of their own, on buttons

inset-head = Head
inset-hands = Hands
inset-feet = Feet
inset-pelvic = Pelvic floor
inset-pelvic-ask = Show a drawing of the pelvic floor and the area between the legs?
