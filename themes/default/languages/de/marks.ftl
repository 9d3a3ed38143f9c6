### Prüfzeichen neben Werten, ihre Legende und die Seite mit den Prüfungen einer Kennzahl.

marks-column = Prüfzeichen
marks-auditor-column = Prüfer

marks-recalculated = aus den Anzahlen nachgerechnet, stimmt überein
marks-foots = die Ausprägungen ergeben die Summe
marks-cross-foots = die Tabelle geht in beiden Richtungen auf
marks-excludes = die Ausschlüsse erklären Brutto- und Nettoanzahl
marks-defined = die Definition war in Kraft und genehmigt
marks-cut-off = nach Ende des Zeitraums und der Setzfrist erhoben
marks-complete = alle fälligen Zeiträume und Ausprägungen liegen vor
marks-extract = hat Prüfsumme und Zeilenzahl des Auszugs (nicht belegt)
marks-agrees = stimmt mit dem vorigen signierten Bericht überein
marks-reconciled = mit Dritten innerhalb der Toleranz abgeglichen
marks-approved = von einer unabhängigen, dazu befugten Person genehmigt
marks-exception = Beanstandung: eine Prüfung ist nicht bestanden
marks-exception-numbered = Beanstandung: eine Prüfung ist nicht bestanden; die Nummer gilt auf der Seite mit den Prüfungen der Kennzahl, zu der das Zeichen führt
marks-waived = eine Prüfung ist nicht bestanden, und eine geltende Ausnahme deckt dies
marks-waived-numbered = eine Prüfung ist nicht bestanden, und eine geltende Ausnahme deckt dies; die Nummer gilt auf der Seite mit den Prüfungen der Kennzahl, zu der das Zeichen führt
marks-untested = nicht geprüft oder nicht prüfbar
marks-unlooked = keine Prüfung betrachtet diesen Wert, etwa bei Zeiträumen, die länger sind als die der Kennzahl
marks-grounds-more = { $count ->
    [one] und ein weiterer Grund auf den Seiten mit den Prüfungen
   *[other] und { $count } weitere Gründe auf den Seiten mit den Prüfungen
}

marks-legend = Prüfzeichen
marks-legend-intro = Prüfzeichen setzt das Programm: Jedes steht für eine Prüfung, die der Wert bestanden oder nicht bestanden hat, und führt zu ihrem Ergebnis. Wo keine Prüfung möglich war, steht N, nie eine Lücke.
marks-auditor-note = V, T und A (belegt, verfolgt, abgestimmt) gehören der Prüferin oder dem Prüfer und werden nie vom Programm gesetzt. Für sie haben Tabellen im Druck und in den Datendateien eine leere Spalte.
marks-superseded = ersetzt

checks-all = Prüfungen dieser Kennzahl
checks-kicker = Prüfungen
checks-title = Prüfungen von { $title }
checks-lede = { $count ->
    [one] Eine Prüfung wurde an dieser Kennzahl, ihren Werten und deren Veröffentlichungen vorgenommen.
   *[other] { $count } Prüfungen wurden an dieser Kennzahl, ihren Werten und deren Veröffentlichungen vorgenommen.
}
checks-none = Keine Prüfung betrachtet diese Kennzahl.
checks-tally-fail = nicht bestanden
checks-tally-waived = ausgenommen
checks-tally-not-testable = nicht prüfbar
checks-tally-pass = bestanden
checks-tally-not-applicable = nicht anwendbar
checks-section-fail = Nicht bestanden
checks-section-waived = Ausgenommen
checks-section-not-testable = Nicht prüfbar
checks-section-pass = Bestanden
checks-section-not-applicable = Nicht anwendbar
checks-column-number = Nummer
checks-column-check = Prüfung
checks-column-mark = Zeichen
checks-column-tested = Geprüft
checks-column-untested = Nicht geprüft
checks-column-used = Verwendet
checks-column-expected = Erwartet
checks-column-found = Gefunden
checks-column-reason = Grund
checks-column-waiver = Ausnahme
checks-more-failed = { $count ->
    [one] und ein weiterer Fall
   *[other] und { $count } weitere Fälle
}
checks-all-right = wie erwartet
