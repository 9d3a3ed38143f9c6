### Was eine Zielgruppe wissen muss, auf einer Seite.

digest-kicker = Kurzfassung
digest-title = Kurzfassung: { $audience }
digest-audience-public = öffentlich
digest-audience-partner = Partner
digest-audience-internal = intern
digest-audience-restricted = vertraulich
digest-release = neueste Werte: { $title }
digest-as-of = Stand { $date }
digest-since = Änderungen seit { $date }
digest-nothing = Es gibt nichts, was diese Zielgruppe sehen darf.
digest-scorecards = Scorecards
digest-exceptions = Auffälligkeiten
digest-metrics = Kennzahlen
digest-promises = Zusagen
digest-decisions = Letzte Entscheidungen
digest-actions = Offene Maßnahmen
digest-changes = Änderungen und Berichtigungen seit dem letzten Bericht
digest-no-exceptions = Keine Kennzahl verfehlt ihr Ziel oder entwickelt sich zum Schlechteren.
digest-no-changes = Keine.
digest-value = { $value }
digest-value-target = { $value }, Ziel { $target }
digest-concerning = entwickelt sich zum Schlechteren
digest-withheld = keine Punktzahl
digest-coverage = { $share } % des Gewichts haben einen Wert
digest-kept = { $kept } Zeitfenster eingehalten
digest-overdue = überfällig
digest-more = und { $count } weitere
digest-more-metrics = { $count ->
    [one] und { $count } weitere Kennzahl
   *[other] und { $count } weitere Kennzahlen
}
digest-column-metric = Kennzahl
digest-column-period = Zeitraum
digest-column-value = Wert
digest-column-target = Ziel
digest-column-status = Stand
digest-column-variation = Schwankung
digest-column-course = Verlauf
