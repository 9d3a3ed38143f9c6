### Die Datenherkunft: was worauf beruht.

lineage-lede = Was worauf beruht, von der Quelle bis zur Scorecard: { $sources }, { $transforms } und { $metrics }.
lineage-without = { $count ->
    [one] Eine Kennzahl nennt nichts, worauf sie beruht.
   *[other] { $count } Kennzahlen nennen nichts, worauf sie beruhen.
}
lineage-picture = Bild
lineage-pictures = Bilder nach Quelle
lineage-everything = Alles, worauf Kennzahlen und Scorecards beruhen
lineage-first-pictures = Bilder der ersten { $shown } von { $count ->
    [one] { $count } Quelle
   *[other] { $count } Quellen
}; jede Quelle hat ihr eigenes Bild auf ihrer Seite.
lineage-feeds = Was auf „{ $title }“ beruht
lineage-description = { $title }: { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}.
lineage-left-to-right = Von der Quelle links zu dem, was daraus liest, rechts
lineage-left-out = Das Bild zeigt die nächsten { $shown } von { $count } Einträgen; { $more } weitere stehen in der Tabelle.

lineage-of = Datenherkunft von „{ $title }“
lineage-around = Worauf „{ $title }“ beruht, und was darauf beruht
lineage-feeding = { $count ->
    [0] Er beruht auf keinem anderen Eintrag
    [one] Er beruht auf einem anderen Eintrag
   *[other] Er beruht auf { $count } Einträgen, unmittelbar oder über andere
}
lineage-reading = { $count ->
    [0] kein Eintrag beruht auf ihm
    [one] ein Eintrag beruht auf ihm
   *[other] { $count } Einträge beruhen auf ihm
}
lineage-table = Was in dieser Umgebung worauf beruht
lineage-record = Eintrag
lineage-kind = Art
lineage-comes-from = Beruht auf
lineage-feeds-column = Führt zu
lineage-read-by = Gelesen von
lineage-own-rows = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}, jeder mit eigener Zeile
