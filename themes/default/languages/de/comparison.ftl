### Was die Ausprägungen einer Gliederung zur Änderung des Gesamtwerts beitrugen.

split-title = Rate und Zusammensetzung
split-summary = Von { $from } bis { $to } änderte sich der Gesamtwert um { $change }: { $rate }, weil sich die Raten der Ausprägungen änderten, und { $mix }, weil sich ihre Anteile an allen Fällen änderten.
split-method = Rateneffekt: die Änderung der eigenen Rate einer Ausprägung beim Mittel ihrer beiden Gewichte. Struktureffekt: die Änderung ihres Gewichts beim Mittel ihrer beiden Raten. Zusammen sind sie die ganze Änderung, ohne Rest (Zerlegung nach Kitagawa, 1955).
split-left-out = { $count ->
    [one] Eine Ausprägung ohne Fälle in einem der beiden Zeiträume fehlt; die Änderung oben ist die aller übrigen.
   *[other] { $count } Ausprägungen ohne Fälle in einem der beiden Zeiträume fehlen; die Änderung oben ist die aller übrigen.
}
split-caption = Was jede Ausprägung zur Änderung beitrug
split-code = Ausprägung
split-weight = Gewicht, { $period }
split-rate = Rate, { $period }
split-rate-effect = Rateneffekt
split-mix-effect = Struktureffekt
split-together = Alle Ausprägungen
