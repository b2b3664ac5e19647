### Was jemand über Schmerzen sagt, und wie es vorgelesen wird.

pain-quality =
    .aching = dumpf
    .burning = brennend
    .stabbing = stechend
    .throbbing = pochend
    .tingling = kribbelnd
    .numb = taub
    .electric = wie Stromschläge
    .cramping = krampfartig
    .other = anders
pain-depth =
    .skin = auf der Haut
    .muscle = im Muskel
    .deep = tief, am Knochen oder Gelenk
    .inside = innen im Körper
pain-timing =
    .constant = die ganze Zeit
    .comes_and_goes = kommt und geht
    .on_movement = wenn ich mich bewege
    .at_night = nachts
pain-since =
    .today = heute
    .under_a_week = weniger als eine Woche
    .under_six_weeks = weniger als 6 Wochen
    .under_three_months = weniger als 3 Monate
    .under_a_year = weniger als ein Jahr
    .over_a_year = ein Jahr oder länger
pain-since-said =
    .today = seit heute
    .under_a_week = seit weniger als einer Woche
    .under_six_weeks = seit weniger als 6 Wochen
    .under_three_months = seit weniger als 3 Monaten
    .under_a_year = seit weniger als einem Jahr
    .over_a_year = seit einem Jahr oder länger
pain-strength = { $nrs } von 10
pain-strength-not-said = Stärke nicht genannt

pain-yours =
    .left = Bei Ihnen links
    .right = Bei Ihnen rechts
    .bilateral = Auf beiden Seiten
    .midline = In der Mitte
pain-of-side = { $side }: { $places }
pain-nothing-marked = nichts markiert
pain-more-places = { $count ->
    [one] { $count } weitere Stelle
   *[other] { $count } weitere Stellen
}
pain-edges = { $count ->
    [one] Rand: { $count } Stelle
   *[other] Rand: { $count } Stellen
}
pain-more-and-edges = { $places }, { $edges } nur am Rand

pain-picture = Wo es wehtut
pain-picture-when = { $day }, { $time }
pain-picture-code = Code { $code }
pain-picture-title = Schmerz: { $strengths }
pain-picture-title-arrows = Schmerz: { $strengths }; Pfeile: { $arrows }
pain-picture-none = keiner
pain-picture-unrated = nicht bewertet
pain-one = Schmerz
pain-inside = Schmerz
pain-strength-scale = Stärke
pain-area = { $share } % der Körperoberfläche, { $side ->
    [LEFT] links
    [RIGHT] rechts
    [BILATERAL] beidseits
    [MIDLINE] in der Mitte
   *[none] nichts markiert
}

arrows-now = Der Schmerz wandert jetzt { $arrow }.
arrows-no-longer = Der Schmerz wandert nicht mehr { $arrow }.
arrows-as-before = Wie zuvor wandert der Schmerz { $arrow }.
