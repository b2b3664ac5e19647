### Was jemand sieht, der einen Link zu einer Zeichnung öffnet oder das Gerät der Praxis bekommt.

link-expired = Dieser Link ist abgelaufen
link-expired-do = Was Sie gezeichnet haben, ist gespeichert. Bitten Sie in der Praxis um einen neuen Link, um weiterzumachen.
link-used = Dieser Link wurde schon benutzt
link-used-do = Ihre Zeichnung ist fertig und gespeichert. Wenn Sie etwas ändern möchten, sagen Sie es in der Praxis.
link-withdrawn = Dieser Link ist nicht mehr offen
link-withdrawn-do = Die Praxis hat ihn geschlossen. Was Sie gezeichnet haben, ist gespeichert. Bitten Sie um einen neuen Link, um weiterzumachen.
link-altered = Dieser Link ist nicht vollständig
link-altered-do = Ein Teil fehlt oder wurde verändert. Scannen Sie den Code noch einmal, oder kopieren Sie den ganzen Link.
link-elsewhere = Dieser Link ist in einem anderen Browser offen
link-elsewhere-do = Machen Sie dort weiter, wo Sie ihn zuerst geöffnet haben, oder bitten Sie um einen neuen Link. Es ist nichts verloren.
link-none = Wo tut es weh?
link-none-do = Um es zu zeichnen, öffnen Sie den Link oder scannen Sie den Code, den Sie in der Praxis bekommen.
link-code = Ihr Code für die Praxis ist **{ $code }**.
link-not-here = Diese Seite können Sie nicht öffnen
link-not-here-do = Von hier aus können Sie zeigen, wo es wehtut, und über Schmerzen und Behandlungen lesen. Alles andere ist für die Praxis.
link-go-on = Mit Ihrer Zeichnung weitermachen
link-read = Hier können Sie lesen (auf Englisch):
link-read-muscles = Muskeln, und wo ihr Schmerz gespürt wird
link-read-treatments = Was man tun kann
link-read-learn = Was man weiß, und was nicht

back-title = An die Praxis zurückgeben
back-pin = PIN
back-take = Gerät zurücknehmen
back-forgotten = Vergessen? Wer diesen Rechner betreut, gibt dort im Terminal `bodymap take-back` ein.
