### Fragen zur Sicherheit. Die Fragen selbst stehen in `assets/wording/red_flags.yaml`.

safety-when = Kreuzen Sie an, was jetzt auf Sie zutrifft oder seit Beginn der Schmerzen zutraf.
safety-none = Nichts davon
safety-about = Sie haben Ja gesagt zu: *{ $question }* Trifft davon auch etwas zu?
safety-advice = { $advice }.
safety-no-number = den örtlichen Notruf
safety-said-yes = Sie haben Ja gesagt zu: { $said }
safety-call = { $number } anrufen
safety-why = Warum das gefragt wird
safety-over = , und sind Sie über { $age }
safety-limb =
    .arm = Arm
    .leg = Bein
    .either = Arm oder Bein
