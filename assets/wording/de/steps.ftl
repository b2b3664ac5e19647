undo-last = Die letzte Änderung
undo-drawing =
    .begin_mark = Zeichnen
    .draw_more = Weiterzeichnen
    .put_mark = Eine Stelle markieren
    .choose_regions = Aus der Liste wählen
    .describe_mark = Eine Markierung beschreiben
    .remove_mark = Eine Markierung entfernen
    .set_arrow = Zeigen, wohin es wandert
    .remove_arrow = Einen Pfeil entfernen
    .answer = Antworten

inset-head = Kopf
inset-hands = Hände
inset-feet = Füße
inset-pelvic = Beckenboden
inset-pelvic-ask = Eine Zeichnung des Beckenbodens und des Bereichs zwischen den Beinen zeigen?
