### Wer wofür einsteht, und was bei wem ansteht.

ownership-title = Zuständigkeiten
ownership-lede = Wer für welche Kennzahl einsteht, wie viel auf jedem lastet, und wo jemand fehlt. Stillgelegte Kennzahlen zählen nicht mit.

ownership-accountable = rechenschaftspflichtig
ownership-responsible = durchführend
ownership-consulted = befragt
ownership-informed = unterrichtet
ownership-preparer = bereitet vor
ownership-reviewer = prüft
ownership-letter-accountable = A
ownership-letter-responsible = R
ownership-letter-consulted = C
ownership-letter-informed = I
ownership-letter-preparer = P
ownership-letter-reviewer = V
ownership-matrix-key = A: rechenschaftspflichtig, R: durchführend, C: befragt, I: unterrichtet, P: bereitet die Werte vor, V: prüft sie. Eine Gruppe je rechenschaftspflichtiger Stelle.
ownership-matrix-people = Personen
ownership-matrix-bodies = Teams und Gremien
ownership-list-intro = Die Kennzahlen jeder rechenschaftspflichtigen Stelle, mit allen anderen Beteiligten.
ownership-list-cut = { $shown } von { $count } Kennzahlen. Auf der Seite jeder rechenschaftspflichtigen Stelle stehen ihre eigenen.
ownership-nobody = Niemand rechenschaftspflichtig
ownership-metric-count = { $count ->
    [one] { $count } Kennzahl
   *[other] { $count } Kennzahlen
}

ownership-section-gaps = Lücken
ownership-section-load = Belastung
ownership-section-roles = Rollen nach Kennzahl
ownership-tally-metrics = { $count ->
    [one] Kennzahl
   *[other] Kennzahlen
}
ownership-tally-accountable = { $count ->
    [one] Stelle rechenschaftspflichtig für eine Kennzahl
   *[other] Stellen rechenschaftspflichtig für Kennzahlen
}
ownership-tally-gaps = { $count ->
    [one] Lücke
   *[other] Lücken
}
ownership-tally-overdue = { $count ->
    [one] Maßnahme überfällig
   *[other] Maßnahmen überfällig
}
ownership-no-gaps = Für jede Kennzahl ist jemand rechenschaftspflichtig, der noch da ist, jemand führt sie durch, und es prüft jemand anderes als derjenige, der sie vorbereitet.
ownership-gap-accountable = niemand ist rechenschaftspflichtig
ownership-gap-left = die rechenschaftspflichtige Stelle ist seit { $date } unbesetzt
ownership-gap-responsible = niemand führt sie durch
ownership-gap-own-work = Vorbereitung und Prüfung liegen in einer Hand
ownership-gap-reviewer = niemand prüft die Werte
ownership-gap-many = rechenschaftspflichtig für { $count } Kennzahlen, mehr als { $most }
ownership-gaps-cut = { $shown } von { $count } Lücken.
ownership-load-note = Offene Maßnahmen: noch nicht erledigt. Besprechungen: geplante, zu denen die Stelle erwartet wird. Einträge: die sie pflegt.
ownership-load-cut = { $shown } von { $count } Personen, Teams und Gremien: diejenigen mit den meisten Kennzahlen.

ownership-column-subject = Wo
ownership-column-gap = Was fehlt
ownership-column-whom = Wen es betrifft
ownership-column-party = Name
ownership-column-accountable = Rechenschaftspflichtig für
ownership-column-responsible = Durchführend für
ownership-column-open = Offene Maßnahmen
ownership-column-overdue = Überfällig
ownership-column-reviews = Besprechungen
ownership-column-records = Einträge
ownership-column-metric = Kennzahl
ownership-column-role = Rolle
ownership-column-course = Verlauf
ownership-column-period = Zeitraum
ownership-column-value = Wert
ownership-column-target = Ziel
ownership-column-status = Stand
ownership-column-signals = Signale
ownership-column-through = Durch
ownership-column-due = Fällig
ownership-column-what = Was
ownership-column-why = Warum
ownership-column-when = Wann
ownership-column-member = Mitglied
ownership-column-place = Aufgabe
ownership-column-from = Von
ownership-column-to = Bis
ownership-column-date = Datum
ownership-column-state = Zustand

ownership-metrics = Kennzahlen
ownership-no-metrics = Keine Kennzahl nennt diese Stelle in einer Rolle.
ownership-no-value = kein Wert
ownership-own = selbst
ownership-metrics-cut = { $shown } von { $count } Kennzahlen.
ownership-due = Was ansteht
ownership-nothing-due = Nichts steht an.
## Variables: count (all that is due), late (of them overdue).
ownership-due-count = { $count } fällig, davon { $late } überfällig.
ownership-due-cut = { $shown } von { $count }, die frühesten.
ownership-due-action = Maßnahme zu erledigen
ownership-due-finding = Feststellung zu beheben
ownership-due-revisit = Entscheidung zu überdenken
ownership-due-review = Besprechung findet statt
ownership-due-record = zu überprüfen
ownership-due-waiver = Ausnahme endet
ownership-overdue = { $count ->
    [one] { $count } Tag überfällig
   *[other] { $count } Tage überfällig
}
ownership-today = heute
ownership-in-days = { $count ->
    [one] in { $count } Tag
   *[other] in { $count } Tagen
}
ownership-left = Nicht mehr da
ownership-person-left = Die letzte Rolle dieser Person endete am { $date }. Was auf dieser Seite noch steht, braucht jemand anderen.
ownership-belongs-to = Gehört zu
ownership-members = Mitglieder
ownership-members-now = Heutige Mitglieder
ownership-members-before = Frühere Mitglieder
ownership-still = bis heute
ownership-remit = Auftrag
ownership-no-remit = Ein Auftrag ist nicht beschrieben.
ownership-quorum = Beschlussfähigkeit
ownership-quorum-of = { $quorum } von { $count } Mitgliedern
ownership-no-quorum = Das Gremium hat weniger Mitglieder, als es zur Beschlussfähigkeit braucht, und kann deshalb nicht entscheiden.
ownership-chair = Vorsitz
ownership-newest-of = Die neuesten { $shown } von { $count }.
