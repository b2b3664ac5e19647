### Warum etwas nicht ging: was geschah, was zu tun ist.

error-nothing-marked = Es wurde nichts gezeichnet: Das liegt neben dem Körper. Zeichnen Sie auf dem Körper.
error-gone = Ausgelassen: Wozu es gehörte, wurde inzwischen entfernt. „Rückgängig“ holt es vielleicht zurück.
error-clash = Nicht gespeichert: Das wurde inzwischen in einem anderen Fenster geändert, und nichts wurde überschrieben. Hier steht es, wie es jetzt ist. Ändern Sie es noch einmal, wenn es weiter gilt.
error-deleted =
    .assessment = Diese Untersuchung wurde gelöscht. Auf der Seite People lässt sie sich zurückholen.
    .drawing = Diese Zeichnung wurde gelöscht. Auf der Seite People lässt sie sich zurückholen.
    .person = Diese Person wurde gelöscht. Auf der Seite People lässt sie sich zurückholen.
error-unknown =
    .assessment = Hier gibt es keine solche Untersuchung. Wählen Sie eine aus der Liste.
    .drawing = Hier gibt es keine solche Zeichnung. Wählen Sie eine aus der Liste.
    .person = Hier gibt es keine solche Person. Wählen Sie eine aus der Liste.
error-closed =
    .assessment = Nicht geändert: Diese Untersuchung ist abgeschlossen. Ergänzen Sie sie, um sie zu ändern; die frühere Fassung bleibt lesbar.
    .drawing = Nicht geändert: Diese Zeichnung ist abgeschlossen. Ergänzen Sie sie, um sie zu ändern; die frühere Fassung bleibt lesbar.
error-store = { $what } Was Sie eingegeben haben, bleibt auf dem Bildschirm.
