### Places of the body; what is asked of a translation stands in the English file.

# Endings: -e "linke Schulter", -er "linker Arm", -es "linkes Knie", -en nach "der", "dem", "des",
# -em ohne Artikel nach "mit" oder "und".
side-left = links
    .e = linke
    .er = linker
    .es = linkes
    .en = linken
    .em = linkem
side-right = rechts
    .e = rechte
    .er = rechter
    .es = rechtes
    .en = rechten
    .em = rechtem
side-bilateral = beidseits
place-sided = { $place }, { $side }
place-inside = { $place }, innen
place-inside-sided = { $place }, innen, { $side }

place-top-of-the-head = Scheitel
    .sided = { $e } Seite des Scheitels
place-forehead = Stirn
    .sided = { $e } Seite der Stirn
place-eyebrow = Augenbraue
    .sided = { $e } Augenbraue
place-temple = Schläfe
    .sided = { $e } Schläfe
place-side-of-the-head-above-the-ear = Kopfseite über dem Ohr
    .sided = Kopfseite über dem { $en } Ohr
place-back-of-the-head-upper-part = Hinterkopf, oberer Teil
    .sided = { $er } Hinterkopf, oberer Teil
place-back-of-the-head-lower-part = Hinterkopf, unterer Teil
    .sided = { $er } Hinterkopf, unterer Teil
place-bone-behind-the-ear = Knochen hinter dem Ohr
    .sided = Knochen hinter dem { $en } Ohr
place-eye = Auge
    .sided = { $es } Auge
place-ear = Ohr
    .sided = { $es } Ohr
place-jaw-joint = Kiefergelenk
    .sided = { $es } Kiefergelenk
place-corner-of-the-jaw = Kieferwinkel
    .sided = { $er } Kieferwinkel
place-lower-jaw = Unterkiefer
    .sided = { $e } Seite des Unterkiefers
place-cheekbone = Wangenknochen
    .sided = { $er } Wangenknochen
place-cheek = Wange
    .sided = { $e } Wange
place-nose = Nase
place-mouth = Mund
place-chin = Kinn
place-just-under-the-skull = dicht unter dem Schädel
    .sided = dicht unter dem Schädel, { $e } Seite
place-back-of-the-neck-upper-half = Nacken, obere Hälfte
    .sided = { $e } Seite des Nackens, obere Hälfte
place-back-of-the-neck-lower-half = Nacken, untere Hälfte
    .sided = { $e } Seite des Nackens, untere Hälfte
place-side-of-the-neck-over-the-slanting-muscle = Halsseite, über dem schrägen Muskel
    .sided = { $e } Halsseite, über dem schrägen Muskel
place-side-of-the-neck-behind-the-slanting-muscle = Halsseite, hinter dem schrägen Muskel
    .sided = { $e } Halsseite, hinter dem schrägen Muskel
place-front-of-the-neck = Vorderseite | des Halses
    .sided = Vorderseite des Halses, { $e } Seite
place-under-the-jaw = unter dem Kiefer
    .sided = unter dem Kiefer, { $e } Seite
place-where-the-neck-meets-the-shoulder-back = Übergang vom Nacken zur Schulter
    .sided = Übergang vom Nacken zur { $en } Schulter
place-hollow-above-the-collarbone = Grube über dem Schlüsselbein
    .sided = Grube über dem { $en } Schlüsselbein
place-point-of-the-shoulder = Schulterspitze
    .sided = { $e } Schulterspitze
place-front-of-the-shoulder = Vorderseite | der Schulter
    .sided = Vorderseite der { $en } Schulter
place-side-of-the-shoulder = Außenseite | der Schulter
    .sided = Außenseite der { $en } Schulter
place-back-of-the-shoulder = Rückseite | der Schulter
    .sided = Rückseite der { $en } Schulter
place-armpit = Achselhöhle
    .sided = { $e } Achselhöhle
place-top-of-the-shoulder = Oberseite | der Schulter
    .sided = Oberseite der { $en } Schulter
place-shoulder-blade-above-its-ridge = Schulterblatt, oberhalb der Knochenleiste
    .sided = { $es } Schulterblatt, oberhalb der Knochenleiste
place-shoulder-blade-below-its-ridge = Schulterblatt, unterhalb der Knochenleiste
    .sided = { $es } Schulterblatt, unterhalb der Knochenleiste
place-outer-edge-of-the-shoulder-blade = Außenrand | des Schulterblatts
    .sided = Außenrand des { $en } Schulterblatts
place-upper-inner-corner-of-the-shoulder-blade = obere innere Ecke | des Schulterblatts
    .sided = obere innere Ecke des { $en } Schulterblatts
place-inner-edge-of-the-shoulder-blade = Innenrand | des Schulterblatts
    .sided = Innenrand des { $en } Schulterblatts
place-lower-tip-of-the-shoulder-blade = untere Spitze | des Schulterblatts
    .sided = untere Spitze des { $en } Schulterblatts
place-over-the-spine-upper-back = über der Wirbelsäule, oberer Rücken
place-over-the-spine-between-the-shoulder-blades = über der Wirbelsäule, zwischen den Schulterblättern
place-over-the-spine-middle-of-the-back = über der Wirbelsäule, Mitte des Rückens
place-beside-the-spine-upper-back = neben der Wirbelsäule, oberer Rücken
    .sided = { $side } neben der Wirbelsäule, oberer Rücken
place-beside-the-spine-between-the-shoulder-blades = neben der Wirbelsäule, zwischen den Schulterblättern
    .sided = { $side } neben der Wirbelsäule, zwischen den Schulterblättern
place-between-the-spine-and-the-shoulder-blade = zwischen Wirbelsäule und Schulterblatt
    .sided = zwischen Wirbelsäule und { $em } Schulterblatt
place-beside-the-spine-middle-of-the-back = neben der Wirbelsäule, Mitte des Rückens
    .sided = { $side } neben der Wirbelsäule, Mitte des Rückens
place-back-just-below-the-shoulder-blade = Rücken, dicht unter dem Schulterblatt
    .sided = Rücken, dicht unter dem { $en } Schulterblatt
place-over-the-lower-ribs-at-the-back = über den unteren Rippen am Rücken
    .sided = über den unteren Rippen am Rücken, { $e } Seite
place-over-the-spine-upper-part-of-the-lower-back = über der Wirbelsäule, oberer Teil des unteren Rückens
place-over-the-spine-lowest-part-of-the-back = über der Wirbelsäule, unterster Teil des Rückens
place-beside-the-spine-upper-part-of-the-lower-back = neben der Wirbelsäule, oberer Teil des unteren Rückens
    .sided = { $side } neben der Wirbelsäule, oberer Teil des unteren Rückens
place-beside-the-spine-lowest-part-of-the-back = neben der Wirbelsäule, unterster Teil des Rückens
    .sided = { $side } neben der Wirbelsäule, unterster Teil des Rückens
place-lower-back-outer-part = unterer Rücken, äußerer Teil
    .sided = { $er } unterer Rücken, äußerer Teil
place-top-edge-of-the-hip-bone-back = Oberrand des Hüftknochens, hinten
    .sided = Oberrand des { $en } Hüftknochens, hinten
place-top-edge-of-the-hip-bone-side = Oberrand des Hüftknochens, seitlich
    .sided = Oberrand des { $en } Hüftknochens, seitlich
place-dimple-at-the-back-of-the-pelvis = Grübchen hinten am Becken
    .sided = { $es } Grübchen hinten am Becken
place-flat-bone-at-the-base-of-the-spine = flacher Knochen am Ende der Wirbelsäule
place-tailbone = Steißbein
place-buttock-upper-inner-part = Gesäß, oben innen
    .sided = { $e } Gesäßhälfte, oben innen
place-buttock-upper-outer-part = Gesäß, oben außen
    .sided = { $e } Gesäßhälfte, oben außen
place-buttock-middle-near-the-cleft = Gesäß, Mitte, nahe der Falte
    .sided = { $e } Gesäßhälfte, Mitte, nahe der Falte
place-buttock-middle-outer-part = Gesäß, Mitte außen
    .sided = { $e } Gesäßhälfte, Mitte außen
place-buttock-lower-part = Gesäß, unterer Teil
    .sided = { $e } Gesäßhälfte, unterer Teil
place-crease-under-the-buttock = Falte unter dem Gesäß
    .sided = { $e } Falte unter dem Gesäß
place-sit-bone = Sitzbein
    .sided = { $es } Sitzbein
place-groin-outer-part = Leiste, äußerer Teil
    .sided = { $e } Leiste, äußerer Teil
place-groin-inner-part = Leiste, innerer Teil
    .sided = { $e } Leiste, innerer Teil
place-pubic-bone = Schambein
place-between-the-legs = zwischen den Beinen
place-side-of-the-hip = Außenseite | der Hüfte
    .sided = Außenseite der { $en } Hüfte
place-bony-bump-at-the-side-of-the-hip = Knochenhöcker seitlich an der Hüfte
    .sided = Knochenhöcker seitlich an der { $en } Hüfte
place-front-of-the-hip = Vorderseite | der Hüfte
    .sided = Vorderseite der { $en } Hüfte
place-back-of-the-hip-joint = Rückseite | des Hüftgelenks
    .sided = Rückseite des { $en } Hüftgelenks
place-collarbone = Schlüsselbein
    .sided = { $es } Schlüsselbein
place-chest-below-the-collarbone = Brustkorb, unter dem Schlüsselbein
    .sided = Brustkorb, unter dem { $en } Schlüsselbein
place-chest-beside-the-armpit = Brustkorb, neben der Achselhöhle
    .sided = Brustkorb, neben der { $en } Achselhöhle
place-chest-below-the-breast = Brustkorb, unter der Brust
    .sided = Brustkorb, unter der { $en } Brust
place-breast = Brust
    .sided = { $e } Brust
place-nipple = Brustwarze
    .sided = { $e } Brustwarze
place-breastbone = Brustbein
place-side-of-the-chest-upper = Seite des Brustkorbs, oben
    .sided = { $e } Seite des Brustkorbs, oben
place-side-of-the-chest-lower = Seite des Brustkorbs, unten
    .sided = { $e } Seite des Brustkorbs, unten
place-lower-edge-of-the-ribs = unterer Rippenrand
    .sided = { $er } unterer Rippenrand
place-upper-belly = Oberbauch
    .sided = { $er } Oberbauch
place-around-the-belly-button = um den Bauchnabel
    .sided = um den Bauchnabel, { $e } Seite
place-lower-belly-near-the-middle = Unterbauch, nahe der Mitte
    .sided = { $er } Unterbauch, nahe der Mitte
place-lower-belly-outer-part = Unterbauch, äußerer Teil
    .sided = { $er } Unterbauch, äußerer Teil
place-waist-front-part = Taille, vorderer Teil
    .sided = { $e } Taille, vorderer Teil
place-side-of-the-waist = Seite der Taille
    .sided = { $e } Seite der Taille
place-just-above-the-pubic-bone = dicht über dem Schambein
place-front-of-the-upper-arm = Vorderseite | des Oberarms
    .sided = Vorderseite des { $en } Oberarms
place-back-of-the-upper-arm = Rückseite | des Oberarms
    .sided = Rückseite des { $en } Oberarms
place-outer-upper-arm = Außenseite | des Oberarms
    .sided = Außenseite des { $en } Oberarms
place-inner-upper-arm = Innenseite | des Oberarms
    .sided = Innenseite des { $en } Oberarms
place-outer-elbow = Außenseite | des Ellbogens
    .sided = Außenseite des { $en } Ellbogens
place-inner-elbow = Innenseite | des Ellbogens
    .sided = Innenseite des { $en } Ellbogens
place-point-of-the-elbow = Spitze | des Ellbogens
    .sided = Spitze des { $en } Ellbogens
place-inner-crease-of-the-elbow = Ellenbeuge
    .sided = { $e } Ellenbeuge
place-palm-side-of-the-forearm = Innenseite | des Unterarms
    .sided = Innenseite des { $en } Unterarms
place-back-of-the-forearm = Rückseite | des Unterarms
    .sided = Rückseite des { $en } Unterarms
place-forearm-thumb-side = Daumenseite | des Unterarms
    .sided = Daumenseite des { $en } Unterarms
place-forearm-little-finger-side = Kleinfingerseite | des Unterarms
    .sided = Kleinfingerseite des { $en } Unterarms
place-palm-side-of-the-wrist = Innenseite | des Handgelenks
    .sided = Innenseite des { $en } Handgelenks
place-back-of-the-wrist = Rückseite | des Handgelenks
    .sided = Rückseite des { $en } Handgelenks
place-back-of-the-hand = Handrücken
    .sided = { $er } Handrücken
place-palm = Handfläche
    .sided = { $e } Handfläche
place-ball-of-the-thumb = Daumenballen
    .sided = { $er } Daumenballen
place-web-between-thumb-and-index-finger = Hautfalte zwischen Daumen und Zeigefinger
    .sided = Hautfalte zwischen { $em } Daumen und Zeigefinger
place-thumb = Daumen
    .sided = { $er } Daumen
place-index-finger = Zeigefinger
    .sided = { $er } Zeigefinger
place-middle-finger = Mittelfinger
    .sided = { $er } Mittelfinger
place-ring-finger = Ringfinger
    .sided = { $er } Ringfinger
place-little-finger = kleiner Finger
    .sided = { $er } kleiner Finger
place-front-of-the-thigh = Vorderseite | des Oberschenkels
    .sided = Vorderseite des { $en } Oberschenkels
place-back-of-the-thigh = Rückseite | des Oberschenkels
    .sided = Rückseite des { $en } Oberschenkels
place-inner-thigh = Innenseite | des Oberschenkels
    .sided = Innenseite des { $en } Oberschenkels
place-outer-thigh = Außenseite | des Oberschenkels
    .sided = Außenseite des { $en } Oberschenkels
place-front-of-the-knee = Vorderseite | des Knies
    .sided = Vorderseite des { $en } Knies
place-inner-knee = Innenseite | des Knies
    .sided = Innenseite des { $en } Knies
place-outer-knee = Außenseite | des Knies
    .sided = Außenseite des { $en } Knies
place-back-of-the-knee = Kniekehle
    .sided = { $e } Kniekehle
place-calf = Wade
    .sided = { $e } Wade
place-shin = Schienbein
    .sided = { $es } Schienbein
place-outer-lower-leg = Außenseite | des Unterschenkels
    .sided = Außenseite des { $en } Unterschenkels
place-inner-lower-leg = Innenseite | des Unterschenkels
    .sided = Innenseite des { $en } Unterschenkels
place-achilles-tendon = Achillessehne
    .sided = { $e } Achillessehne
place-front-of-the-ankle = Vorderseite | des Sprunggelenks
    .sided = Vorderseite des { $en } Sprunggelenks
place-inner-ankle = Innenknöchel
    .sided = { $er } Innenknöchel
place-outer-ankle = Außenknöchel
    .sided = { $er } Außenknöchel
place-heel = Ferse
    .sided = { $e } Ferse
place-top-of-the-foot = Fußrücken
    .sided = { $er } Fußrücken
place-sole-of-the-foot = Fußsohle
    .sided = { $e } Fußsohle
place-inner-arch-of-the-foot = Fußgewölbe innen
    .sided = { $es } Fußgewölbe innen
place-ball-of-the-foot = Fußballen
    .sided = { $er } Fußballen
place-outer-edge-of-the-foot = Fußaußenrand
    .sided = { $er } Fußaußenrand
place-big-toe = große Zehe
    .sided = { $e } große Zehe
place-other-toes = übrige Zehen
    .sided = übrige Zehen, { $er } Fuß
place-pubic-bone-where-its-halves-meet = Schambein, wo seine Hälften sich treffen
place-pubic-bone-arm-towards-the-sit-bone = Schambein, Ast zum Sitzbein
    .sided = Schambein, Ast zum { $en } Sitzbein
place-sit-bone-seen-from-below = Sitzbein, von unten gesehen
    .sided = { $es } Sitzbein, von unten gesehen
place-tip-of-the-tailbone = Spitze des Steißbeins
place-pelvic-floor-front-sling = Beckenboden, vordere Schlinge
    .sided = Beckenboden, vordere Schlinge, { $e } Seite
place-pelvic-floor-side-part = Beckenboden, seitlicher Teil
    .sided = Beckenboden, seitlicher Teil, { $e } Seite
place-pelvic-floor-back-part-beside-the-tailbone = Beckenboden, hinterer Teil neben dem Steißbein
    .sided = Beckenboden, hinterer Teil { $side } neben dem Steißbein
place-deep-hip-muscle-at-the-side-wall-of-the-pelvis = tiefer Hüftmuskel an der Beckenwand
    .sided = { $er } tiefer Hüftmuskel an der Beckenwand
place-muscle-around-the-base-of-the-genitals = Muskel um den Ansatz der Genitalien
    .sided = Muskel um den Ansatz der Genitalien, { $e } Seite
place-muscle-along-the-arm-of-the-pubic-bone = Muskel entlang des Schambeinasts
    .sided = Muskel entlang des { $en } Schambeinasts
place-muscle-across-from-the-sit-bone-to-the-middle = quer verlaufender Muskel vom Sitzbein zur Mitte
    .sided = quer verlaufender Muskel vom { $en } Sitzbein zur Mitte
place-firm-spot-in-front-of-the-anus = feste Stelle vor dem After
place-anus-and-its-ring-muscle = After und sein Ringmuskel
place-outer-female-genitals-lips = Schamlippen
    .sided = { $e } Schamlippe
place-clitoris = Klitoris
place-opening-of-the-urethra-where-you-pee = Öffnung der Harnröhre
place-opening-of-the-vagina = Scheideneingang
place-penis = Penis
place-testicle-and-its-skin-scrotum = Hoden und Hodensack
    .sided = { $er } Hoden und Hodensack
place-upper-teeth = obere Zähne
    .sided = obere Zähne, { $e } Seite
place-lower-teeth = untere Zähne
    .sided = untere Zähne, { $e } Seite
place-deep-inside-the-head = tief im Kopf
    .sided = tief im Kopf, { $e } Seite
place-deep-inside-the-pelvis = tief im Becken
    .sided = tief im Becken, { $e } Seite
place-bladder-or-urethra-felt-inside = Blase oder Harnröhre (innen gespürt)

## Körperteile im Dativ, nach "von" und "zu"

arrow = von { $from } zu { $to }
arrow-place = { $part } ({ $place })
arrow-beside = einer Stelle neben dem Körper
part-abdomen = { $side ->
    [left] der linken Seite des Bauchs
    [right] der rechten Seite des Bauchs
   *[middle] der Mitte des Bauchs
}
part-ankle = { $side ->
    [left] dem linken Sprunggelenk
    [right] dem rechten Sprunggelenk
   *[middle] der Mitte des Sprunggelenks
}
part-big-toe = { $side ->
    [left] der linken großen Zehe
    [right] der rechten großen Zehe
   *[middle] der Mitte der großen Zehe
}
part-buttock = { $side ->
    [left] der linken Gesäßhälfte
    [right] der rechten Gesäßhälfte
   *[middle] der Mitte des Gesäßes
}
part-chest = { $side ->
    [left] der linken Seite des Brustkorbs
    [right] der rechten Seite des Brustkorbs
   *[middle] der Mitte des Brustkorbs
}
part-chin = dem Kinn
part-ear = { $side ->
    [left] dem linken Ohr
    [right] dem rechten Ohr
   *[middle] der Mitte des Ohrs
}
part-elbow = { $side ->
    [left] dem linken Ellbogen
    [right] dem rechten Ellbogen
   *[middle] der Mitte des Ellbogens
}
part-face = { $side ->
    [left] der linken Seite des Gesichts
    [right] der rechten Seite des Gesichts
   *[middle] der Mitte des Gesichts
}
part-foot = { $side ->
    [left] dem linken Fuß
    [right] dem rechten Fuß
   *[middle] der Mitte des Fußes
}
part-forearm = { $side ->
    [left] dem linken Unterarm
    [right] dem rechten Unterarm
   *[middle] der Mitte des Unterarms
}
part-hand = { $side ->
    [left] der linken Hand
    [right] der rechten Hand
   *[middle] der Mitte der Hand
}
part-head = { $side ->
    [left] der linken Seite des Kopfes
    [right] der rechten Seite des Kopfes
   *[middle] der Mitte des Kopfes
}
part-heel = { $side ->
    [left] der linken Ferse
    [right] der rechten Ferse
   *[middle] der Mitte der Ferse
}
part-hip = { $side ->
    [left] der linken Hüfte
    [right] der rechten Hüfte
   *[middle] der Mitte der Hüfte
}
part-jaw = { $side ->
    [left] der linken Seite des Kiefers
    [right] der rechten Seite des Kiefers
   *[middle] der Mitte des Kiefers
}
part-knee = { $side ->
    [left] dem linken Knie
    [right] dem rechten Knie
   *[middle] der Mitte des Knies
}
part-lesser-toes = { $side ->
    [left] den kleinen Zehen des linken Fußes
    [right] den kleinen Zehen des rechten Fußes
   *[middle] der Mitte der kleinen Zehen
}
part-lower-back = { $side ->
    [left] der linken Seite des unteren Rückens
    [right] der rechten Seite des unteren Rückens
   *[middle] der Mitte des unteren Rückens
}
part-lower-leg = { $side ->
    [left] dem linken Unterschenkel
    [right] dem rechten Unterschenkel
   *[middle] der Mitte des Unterschenkels
}
part-mouth = dem Mund
part-neck = { $side ->
    [left] der linken Seite des Nackens
    [right] der rechten Seite des Nackens
   *[middle] der Mitte des Nackens
}
part-nose = der Nase
part-pelvis = { $side ->
    [left] der linken Seite des Beckens
    [right] der rechten Seite des Beckens
   *[middle] der Mitte des Beckens
}
part-shoulder = { $side ->
    [left] der linken Schulter
    [right] der rechten Schulter
   *[middle] der Mitte der Schulter
}
part-thigh = { $side ->
    [left] dem linken Oberschenkel
    [right] dem rechten Oberschenkel
   *[middle] der Mitte des Oberschenkels
}
part-thumb = { $side ->
    [left] dem linken Daumen
    [right] dem rechten Daumen
   *[middle] der Mitte des Daumens
}
part-upper-arm = { $side ->
    [left] dem linken Oberarm
    [right] dem rechten Oberarm
   *[middle] der Mitte des Oberarms
}
part-upper-back = { $side ->
    [left] der linken Seite des oberen Rückens
    [right] der rechten Seite des oberen Rückens
   *[middle] der Mitte des oberen Rückens
}
part-wrist = { $side ->
    [left] dem linken Handgelenk
    [right] dem rechten Handgelenk
   *[middle] der Mitte des Handgelenks
}
