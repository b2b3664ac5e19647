### Ansichten des Körpers. Links und rechts sind immer die Seiten der gezeichneten Person.

view-front = Vorne
view-back = Hinten
view-left = Ihre linke Seite
    .plain = Linke Seite
    .short = Links
view-right = Ihre rechte Seite
    .plain = Rechte Seite
    .short = Rechts
view-head-front = Gesicht
view-head-back = Hinterkopf
view-head-left = Kopf, Ihre linke Seite
    .plain = Kopf, linke Seite
view-head-right = Kopf, Ihre rechte Seite
    .plain = Kopf, rechte Seite
view-pelvic-floor-female = Beckenboden der Frau, von unten gesehen
view-pelvic-floor-male = Beckenboden des Mannes, von unten gesehen
view-hand-palm = { $side ->
    [left] Ihre linke Handfläche
   *[right] Ihre rechte Handfläche
}
    .plain = { $side ->
        [left] Linke Handfläche
       *[right] Rechte Handfläche
    }
view-hand-back = { $side ->
    [left] Ihr linker Handrücken
   *[right] Ihr rechter Handrücken
}
    .plain = { $side ->
        [left] Linker Handrücken
       *[right] Rechter Handrücken
    }
view-foot-top = { $side ->
    [left] Ihr linker Fußrücken
   *[right] Ihr rechter Fußrücken
}
    .plain = { $side ->
        [left] Linker Fußrücken
       *[right] Rechter Fußrücken
    }
view-foot-sole = { $side ->
    [left] Ihre linke Fußsohle
   *[right] Ihre rechte Fußsohle
}
    .plain = { $side ->
        [left] Linke Fußsohle
       *[right] Rechte Fußsohle
    }
view-foot-inner = { $side ->
    [left] Innenseite Ihres linken Fußes
   *[right] Innenseite Ihres rechten Fußes
}
    .plain = { $side ->
        [left] Innenseite des linken Fußes
       *[right] Innenseite des rechten Fußes
    }
view-foot-outer = { $side ->
    [left] Außenseite Ihres linken Fußes
   *[right] Außenseite Ihres rechten Fußes
}
    .plain = { $side ->
        [left] Außenseite des linken Fußes
       *[right] Außenseite des rechten Fußes
    }
view-your-left = Ihre Linke
view-your-right = Ihre Rechte
view-patients-left = links
view-patients-right = rechts
