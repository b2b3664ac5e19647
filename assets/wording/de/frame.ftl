nav-mark = Schmerzen zeigen
nav-explore = Entdecken
nav-treatments = Behandlungen
nav-learn = Lernen
nav-about = Über Bodymap
nav-present = Zeigen
