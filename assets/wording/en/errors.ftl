### Why something could not be done, for the person at the screen: what happened, what to do.

error-nothing-marked = Nothing was drawn: that lies beside the body. Draw on the body.
error-gone = Left out: what it belonged to was removed in the meantime. Undo may bring it back.
error-clash = Not saved: this was changed in another window in the meantime, and nothing was overwritten. It is shown here as it is now; make your change again if it still holds.
error-deleted =
    .assessment = This assessment was deleted. It can be brought back on the People page.
    .drawing = This drawing was deleted. It can be brought back on the People page.
    .person = This person was deleted. It can be brought back on the People page.
error-unknown =
    .assessment = There is no such assessment here. Choose one from the list.
    .drawing = There is no such drawing here. Choose one from the list.
    .person = There is no such person here. Choose one from the list.
error-closed =
    .assessment = Not changed: this assessment is closed. Amend it to change it; the earlier edition stays readable.
    .drawing = Not changed: this drawing is closed. Amend it to change it; the earlier edition stays readable.
# $what: why, from the store, in English.
error-store = { $what } What you entered stays on the screen.
