### Die Startseite, Listen von Kennzahlen, Scorecards und Befunde.

identity-organisation = Organisation
identity-report = Bericht
identity-as-of = Stand
identity-latest-release = Neueste Veröffentlichung
identity-commit = Commit
about-this-report = Über diesen Bericht
in-this-report = In diesem Bericht
contents-lineage = was worauf beruht
contents-records = alle Verzeichnisse
contents-data = Daten
contents-figures = jede veröffentlichte Zahl als CSV

exceptions = Auffälligkeiten
exceptions-none = Keine Kennzahl verfehlt ihr Ziel, und keine zeigt eine besondere Ursache zum Schlechteren.
exceptions-lede = Was sein Ziel verfehlt oder sich verschlechtert, das Schwerwiegendste zuerst.
exceptions-first = Die ersten { $shown } von { $count ->
    [one] { $count } Kennzahl
   *[other] { $count } Kennzahlen
}; alle stehen in der Liste der Kennzahlen.
exceptions-target = Ziel: { $level }.
exceptions-target-missed = Ziel: { $level }, verfehlt um { $distance }.

tally-metrics = { $count ->
    [one] Kennzahl
   *[other] Kennzahlen
}
tally-met = { $count ->
    [one] erreicht ihr Ziel
   *[other] erreichen ihr Ziel
}
tally-close = { $count ->
   *[other] nahe am Ziel
}
tally-missed = { $count ->
    [one] verfehlt ihr Ziel
   *[other] verfehlen ihr Ziel
}
tally-unjudged = { $count ->
   *[other] nicht an einem Ziel gemessen
}
tally-errors = { $count ->
   *[other] Fehler
}
tally-warnings = { $count ->
    [one] Warnung
   *[other] Warnungen
}
tally-remarks = { $count ->
    [one] Hinweis
   *[other] Hinweise
}

releases = Veröffentlichungen
releases-caption = Veröffentlichungen, die neueste zuerst
releases-earlier-caption = Frühere Veröffentlichungen, die neueste zuerst
releases-earlier = { $count ->
    [one] { $count } frühere Veröffentlichung
   *[other] { $count } frühere Veröffentlichungen
}
releases-status = Status
releases-released = Veröffentlicht
releases-reviewed-by = Geprüft von
releases-restatement = Berichtigung

all-metrics = Alle Kennzahlen
metrics-part = Kennzahlen, Teil { $part }
metrics-parts = Teile der Liste
metrics-from = ab { $title }
metrics-other = Weitere Kennzahlen
metrics-lede = { $count ->
    [one] { $count } Kennzahl
   *[other] { $count } Kennzahlen
}, gleich in welchem Status, Stand { $date }.
metrics-judged = An einem Ziel gemessen: { $judged }. Erreicht: { $met }; knapp: { $close }; verfehlt: { $missed }.
metrics-legend-signals = Zeitraum, Wert und Beurteilung sind die neuesten; der Verlauf zeigt bis zu 36 Zeiträume. Signale: zuerst die Schwankung, dann die Verlässlichkeit.
metrics-legend-documented = Dokumentiert: ausgefüllte Felder von denen, die das Profil der Kennzahl verlangt.
metrics-course = Verlauf
metrics-signals = Signale
metrics-documented = Dokumentiert
metrics-owner-not-named = nicht benannt

all-scorecards = Alle Scorecards
scorecards-first-period = Erster Zeitraum
scorecards-how-often = Rhythmus
scorecard-all-periods = { $count ->
    [one] der einzige Zeitraum
   *[other] alle { $count } Zeiträume
}
scorecard-version-in-force = Version { $version }, in Kraft seit { $date }
scorecard-version-later = bewertet nach Version { $version }, die am { $date } in Kraft trat
scorecard-score = Punktwert
scorecard-score-in = Punktwert, { $period }
scorecard-no-score = keiner
scorecard-withheld = zurückgehalten
scorecard-in-band = Bereich: { $name }
scorecard-coverage = Abdeckung
scorecard-coverage-note = des Gewichts hat einen Wert; mindestens { $least } sind nötig
scorecard-bounds = Schranken
scorecard-bounds-note = wenn jeder fehlende Wert so schlecht oder so gut wie möglich wäre
scorecard-withheld-floor = unter der Untergrenze, was durch nichts ausgeglichen wird: { $metrics }
scorecard-withheld-nothing = keine Kennzahl hat sowohl einen Wert als auch ein Ziel
scorecard-withheld-missing = ohne Wert oder Ziel: { $metrics }
scorecard-withheld-coverage = weniger als { $least } des Gewichts hat einen Wert
scorecard-error-no-weight = mindestens ein Gewicht muss über null liegen, es gibt keines
scorecard-error-negative-weight = Gewichte dürfen nicht unter null liegen, eines tut es
scorecard-error-negative-cap = Obergrenzen dürfen nicht unter null liegen, eine tut es
scorecard-error-overflow = der genaue Punktwert passt nicht in 128 Bit
scorecard-picture = Punktwert { $score }
scorecard-picture-description = Zwischen { $lower } und { $upper }, wie immer die fehlenden Werte ausfallen.
scorecard-every-target = 1: jedes Ziel erreicht
scorecard-figure = Punktwert in seinen Schranken
scorecard-figure-scale = 0: jede Kennzahl an ihrer Untergrenze; 1: jedes Ziel erreicht
scorecard-items = Kennzahlen der Scorecard
scorecard-weight-of = Gewicht { $weight }
scorecard-weight = Gewicht
scorecard-over-time = Verlauf
scorecard-floor = Untergrenze
scorecard-attainment = Zielerreichung
scorecard-contribution = Beitrag
scorecard-variation = Schwankung
scorecard-nothing = entfällt
scorecard-no-target = kein Ziel
scorecard-too-few = zu wenige
scorecard-method = Wie der Punktwert berechnet wird
scorecard-attainment-formula = (Wert − Untergrenze) ÷ (Ziel − Untergrenze), nicht unter 0 und nicht über der Obergrenze der Kennzahl; berechnet aus dem genauen Wert.
scorecard-score-formula = Summe aus Gewicht × Zielerreichung, geteilt durch die Summe der Gewichte der bewerteten Kennzahlen.
scorecard-missing-values = Fehlende Werte
scorecard-missing-bounds = Der Punktwert beruht auf den Kennzahlen, die einen Wert haben; Abdeckung und Schranken sagen, was die übrigen ändern könnten.
scorecard-missing-zero = Eine Kennzahl ohne Wert zählt als überhaupt nicht erreicht.
scorecard-missing-withhold = Fehlt der Wert einer Kennzahl, wird kein Punktwert angegeben.
scorecard-coverage-rule = Unter { $least } des Gewichts wird kein Punktwert angegeben.
scorecard-compensation = Ausgleich
scorecard-compensation-full = Ein gutes Ergebnis kann ein schlechtes ausgleichen.
scorecard-compensation-none = Solange eine Kennzahl unter ihrer Untergrenze liegt, wird kein Punktwert angegeben.
scorecard-band = Bereich: { $name }
scorecard-band-from = Ab { $from }.

all-findings = Alle Befunde
findings = Befunde im Projekt
findings-lede = Was beim Lesen des Projekts und beim Prüfen seiner Zahlen auffiel: { $findings } zu { $rules }. Die Meldungen des Programms sind englisch.
findings-number = { $count ->
    [one] { $count } Befund.
   *[other] { $count } Befunde.
}
findings-more = { $count ->
   *[other] { $count } weitere
}
findings-further = Weitere Befunde zu { $rule }
findings-place = Stelle
findings-level = Stufe
findings-finding = Befund
level-error = Fehler
level-warning = Warnung
level-information = Hinweis
