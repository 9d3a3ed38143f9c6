### Wörter, die auf vielen Seiten stehen.

nouns-inside = large

none = keine
yes = ja
no = nein
list-last = { $before } und { $last }
span = { $from } bis { $to }

menu-overview = Überblick
menu-scorecards = Scorecards
menu-metrics = Kennzahlen
menu-strategy = Strategie
menu-whole = Ganzer Bericht
menu-lineage = Datenherkunft
menu-records = Einträge
menu-glossary = Glossar
menu-findings = Befunde

foot-demonstration = Vorführdaten
foot-as-of = Stand { $date }
foot-commit = Commit { $commit }
commit-none = ohne Versionsgeschichte
commit-changed = { $commit } mit nicht festgeschriebenen Änderungen

status-meets = erreicht das Ziel
status-close = nahe am Ziel
status-misses = verfehlt das Ziel
status-not-judged = nicht beurteilt
status-short-met = erreicht
status-short-close = knapp
status-short-missed = verfehlt

absence-missing = fehlt
absence-incomplete = eine Anzahl wurde nicht gemeldet
absence-nothing-counted = nichts wurde gezählt
absence-overflow = zu groß für eine genaue Berechnung

variation-common-cause = zufällige Schwankung
variation-improving = besondere Ursache, Verbesserung
variation-concerning = besondere Ursache, Verschlechterung
variation-neutral = besondere Ursache, weder besser noch schlechter
assurance-passes = wird das Ziel voraussichtlich erreichen
assurance-fails = wird das Ziel voraussichtlich verfehlen
assurance-hit-and-miss = kann das Ziel zufällig erreichen oder verfehlen

## Variable: periods, etwa `8 Monate`.
showing-no-limits = zu wenige Werte für Prozessgrenzen
showing-no-special-cause = keine besondere Ursache beim neuesten Wert
showing-outside-above = über der oberen Prozessgrenze
showing-outside-below = unter der unteren Prozessgrenze
showing-rising = { $periods } in Folge steigend
showing-falling = { $periods } in Folge fallend
showing-two-of-three-above = zwei der letzten drei weit über dem Mittelwert
showing-two-of-three-below = zwei der letzten drei weit unter dem Mittelwert
showing-shift-above = { $periods } in Folge über dem Mittelwert
showing-shift-below = { $periods } in Folge unter dem Mittelwert

no-period = keiner
no-value = kein Wert
same-as-a-table = Dasselbe als Tabelle
listed-on-its-page = auf der eigenen Seite aufgeführt
column-metric = Kennzahl
column-owner = Verantwortlich
column-period = Zeitraum
column-latest-period = Neuester Zeitraum
column-value = Wert
column-target = Zielwert
column-status = Beurteilung
column-state = Status
column-release = Veröffentlichung

count-records = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
count-kinds = { $count ->
    [one] { $count } Art
   *[other] { $count } Arten
}
count-metrics = { $count ->
    [one] { $count } Kennzahl
   *[other] { $count } Kennzahlen
}
count-sources = { $count ->
    [one] { $count } Quelle
   *[other] { $count } Quellen
}
count-transforms = { $count ->
    [one] { $count } Verarbeitungsschritt
   *[other] { $count } Verarbeitungsschritte
}
count-findings = { $count ->
    [one] { $count } Befund
   *[other] { $count } Befunde
}
count-rules = { $count ->
    [one] { $count } Regel
   *[other] { $count } Regeln
}

frequency-day = täglich
frequency-week = wöchentlich
frequency-month = monatlich
frequency-quarter = vierteljährlich
frequency-year = jährlich
frequency-fiscal-month = jeden Geschäftsmonat
frequency-fiscal-quarter = jedes Geschäftsquartal
frequency-fiscal-year = jedes Geschäftsjahr

periods-day = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
periods-week = { $count ->
    [one] { $count } Woche
   *[other] { $count } Wochen
}
periods-month = { $count ->
    [one] { $count } Monat
   *[other] { $count } Monate
}
periods-quarter = { $count ->
    [one] { $count } Quartal
   *[other] { $count } Quartale
}
periods-year = { $count ->
    [one] { $count } Jahr
   *[other] { $count } Jahre
}
periods-fiscal-month = { $count ->
    [one] { $count } Geschäftsmonat
   *[other] { $count } Geschäftsmonate
}
periods-fiscal-quarter = { $count ->
    [one] { $count } Geschäftsquartal
   *[other] { $count } Geschäftsquartale
}
periods-fiscal-year = { $count ->
    [one] { $count } Geschäftsjahr
   *[other] { $count } Geschäftsjahre
}
duration-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
duration-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
