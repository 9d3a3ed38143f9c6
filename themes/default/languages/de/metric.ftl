### Was die Seiten der Kennzahlen sagen.

## Was alle Teile der Seiten einer Kennzahl sagen.
metric-percent = { $number }{ "\u00A0" }%
metric-column-period = Zeitraum
metric-column-value = Wert
metric-column-value-in = Wert, { $unit }
metric-column-status = Status
metric-column-target = Zielwert
metric-column-signal = Signal
metric-column-release = Veröffent{ "\u00AD" }lichung
metric-column-interval-wilson = 95-%-Intervall (Wilson)
metric-column-interval-nps = 95-%-Intervall (angepasstes Wald-Intervall)
metric-column-interval-mean = 95-%-Intervall (Student-t)
metric-column-interval-byar = 95-%-Intervall (Byar)
metric-column-over-time = Zeitverlauf
metric-column-variation = Schwankung
metric-column-metric = Kennzahl
metric-column-role = Rolle
metric-column-code = Ausprägung
metric-column-against-total = Gegenüber gesamt
metric-column-vintage = Datenstand
metric-column-field = Feld
metric-column-where-from = Herkunft

## Die Seite einer Kennzahl.
metric-section-result = Ergebnis
metric-section-periods = Tabelle und Daten
metric-section-segments = Gliederungen
metric-section-definition = Definition
metric-section-formula = Formel
metric-section-exclusions = Ausschlüsse
metric-section-lineage = Datenherkunft
metric-section-targets = Ziele und Ausgangswert
metric-section-beside = Neben dieser Kennzahl
metric-section-records = Einträge
metric-section-methodology = Methodik
metric-section-table = Tabelle
metric-section-comparison = Vergleich
metric-section-crossings = Nach anderen Gliederungen
metric-kicker = Kennzahl
metric-version-since = Version { $version }, in Kraft seit { $date }
metric-version-from = Version { $version }, in Kraft ab { $date }
metric-accountable = rechenschaftspflichtig:
metric-note-disputed = Die Werte dieser Kennzahl sind strittig.
metric-note-suspended = Diese Kennzahl ist ausgesetzt; auf ihre Werte ist kein Verlass.
metric-note-pilot = Diese Kennzahl wird erprobt: ihre Definition kann sich noch ändern.
metric-note-under-review = Die Definition dieser Kennzahl wird überprüft.
metric-note-deprecated = Diese Kennzahl ist überholt und wird eingestellt.
metric-note-retired = Diese Kennzahl ist eingestellt; ihr letzter Zeitraum ist { $period }. { $reason }
metric-successor = Ersetzt durch { $title }
metric-note-no-figures = Für diese Kennzahl wurden noch keine Werte gemeldet.
metric-role-counter-metric = Gegenkennzahl
metric-role-driver = Treiber
metric-role-component = Bestandteil
metric-role-base = Grundlage dieser Variante
metric-role-has-counter-metric = hat diese als Gegenkennzahl
metric-role-driven = wird von dieser getrieben
metric-role-computed = wird aus dieser berechnet
metric-role-variant = Variante dieser Kennzahl
metric-beside-caption = Kennzahlen, die zusammen mit dieser zu lesen sind
metric-causes-outside = Ursachen außerhalb
metric-no-figures = keine Werte

## Seiten nach Gliederung und Ausprägung.
metric-code-kicker = { $metric }, eine Ausprägung von { $segment }
metric-code-title = { $code } – { $metric } ({ $id }, { $segment } { $written })
metric-all-codes = alle { $count }
metric-neighbours = Benachbarte Ausprägungen
metric-by-segment = { $metric } nach { $segment }
metric-by-segment-kicker = Kennzahl nach Gliederung
metric-by-segment-partition = { $count ->
    [one] { $count } Ausprägung
   *[other] { $count } Ausprägungen
} mit Werten; die Ausprägungen überschneiden sich nicht: jeder Fall zählt bei genau einer
metric-by-segment-overlap = { $count ->
    [one] { $count } Ausprägung
   *[other] { $count } Ausprägungen
} mit Werten; die Ausprägungen können sich überschneiden
metric-view-by = nach { $segment }
metric-view-together = alles zusammen
metric-other-views = Andere Sichten auf diese Kennzahl
metric-table-of = Tabelle: { $periods }
metric-codes-over-time = { $segment }: { $count ->
    [one] { $count } Ausprägung
   *[other] { $count } Ausprägungen
} im Zeitverlauf
metric-codes-spread = { $count ->
    [one] { $count } Ausprägung
   *[other] { $count } Ausprägungen
} mit einem Wert ({ $period }): von { $least } bis { $greatest }; die Hälfte bei { $middle } oder darüber.
metric-codes-caption = { $segment }, { $period }
metric-no-row = keine Zeile
metric-too-few = zu wenige
metric-crossing-caption = Nach { $segment }
metric-newest-first = neueste zuerst; Einheit: { $unit }
metric-newest-first-of = { $name }, neueste zuerst; Einheit: { $unit }

## Definition und Formel.
metric-role-kind = Rolle
metric-role-leading = Vorlaufend. { $reason }
metric-role-lagging = Nachlaufend. { $reason }
metric-role-both = Vor- und nachlaufend. { $reason }
metric-claimed-outcome = Behauptete Wirkung
metric-formula-reported = Der Wert steht so da, wie er gemeldet wird; er lässt sich nicht aus Zählungen nachrechnen.
metric-formula-basis = { $origin ->
    [stated] Die Definition gibt die Formel an.
   *[scoring] Die Formel folgt aus der Art der Berechnung.
} Sie wird aus den Zählungen genau berechnet und einmal gerundet, auf { $places ->
    [one] { $places } Nachkommastelle
   *[other] { $places } Nachkommastellen
}, { $rounding ->
    [half-up] die Hälfte nach oben.
   *[half-even] die Hälfte zur geraden Ziffer.
}
metric-term-in = in { $unit }
metric-term-n = Anzahl der Beobachtungen
metric-fields-caption = Alle Felder
metric-fields-summary = Alle { $count } Felder, Vorgaben gekennzeichnet
metric-field-written = angegeben
metric-field-default = Vorgabe
metric-records-naming = Die diese Kennzahl nennen
metric-records-named = Die diese Kennzahl nennt

## Die Angaben am Kopf der Seite.
metric-part-of = { $part } von { $whole }
metric-divided = { $part } geteilt durch { $whole }
metric-counted = Zähleinheit: { $noun }
metric-release = Veröffentlichung { $release }, { $status ->
    [provisional] vorläufig
   *[final] endgültig
}, { $revisions ->
    [0] nicht berichtigt
    [one] einmal berichtigt
   *[other] { $revisions }-mal berichtigt
}
metric-glance-target = Ziel
metric-target-not-judged = nicht beurteilt: weder höher noch niedriger ist an sich besser
metric-variation-period = neuester Wert: { $period }
metric-level-seasonal = Zielwert der Saison
metric-level-tolerance = Zielwert eines Toleranzfensters
metric-at-target = genau am Ziel
metric-above-target = { $distance } über dem Ziel
metric-below-target = { $distance } unter dem Ziel
metric-distance = { $number } { $unit }
metric-glance-variation = Schwankung
metric-glance-assurance = Zielsicherheit
metric-assurance-note = Ziel gegenüber den Prozessgrenzen
metric-glance-year-before = Gegenüber dem Vorjahr
metric-unchanged = unverändert
metric-higher = { $distance } höher
metric-lower = { $distance } niedriger
metric-value-then = { $period }: { $value }

## Das Diagramm im Zeitverlauf.
metric-chart-label = Diagramm im Zeitverlauf
metric-chart-label-of = Diagramm im Zeitverlauf: { $name }
metric-chart-values = { $periods } mit einem Wert
metric-chart-met-none = Das Ziel wurde nie erreicht ({ $periods } beurteilt)
metric-chart-met-all = Das Ziel wurde durchweg erreicht ({ $periods } beurteilt)
metric-chart-met-some = Das Ziel wurde in { $met } von { $frequency ->
    [day] { $count ->
            [one] { $count } Tag
           *[other] { $count } Tagen
        }
    [week] { $count ->
            [one] { $count } Woche
           *[other] { $count } Wochen
        }
   *[month] { $count ->
            [one] { $count } Monat
           *[other] { $count } Monaten
        }
    [quarter] { $count ->
            [one] { $count } Quartal
           *[other] { $count } Quartalen
        }
    [year] { $count ->
            [one] { $count } Jahr
           *[other] { $count } Jahren
        }
    [fiscal-month] { $count ->
            [one] { $count } Geschäftsmonat
           *[other] { $count } Geschäftsmonaten
        }
    [fiscal-quarter] { $count ->
            [one] { $count } Geschäftsquartal
           *[other] { $count } Geschäftsquartalen
        }
    [fiscal-year] { $count ->
            [one] { $count } Geschäftsjahr
           *[other] { $count } Geschäftsjahren
        }
} erreicht
metric-chart-subtitle = { $metric }, { $span }, { $unit }
metric-chart-subtitle-of = { $metric }, { $name }, { $span }, { $unit }
metric-revised-in = berichtigt in Veröffentlichung { $release }
metric-phase = Grenzen { $number }
metric-line-target = Ziel
metric-line-promise = Zusage
metric-stretch-excluded = ausgeschlossen
metric-stretch-suspended = ausgesetzt
metric-event = { $title }, { $when }
metric-limits-none = Zu wenige Werte für Prozessgrenzen.
metric-limits-method = XmR-Diagramm, Grenzen Mittelwert ± 2,66 × mittlere gleitende Spannweite (2,66 ist 3 ÷ 1,128, gerundet), nahe Grenzen bei zwei Dritteln davon, gleitende Spannweiten begrenzt bei 3,267 × ihrem Mittelwert; besondere Ursachen nach den Regeln von NHS Making Data Count: ein Punkt außerhalb der Grenzen, ein Trend von 7, zwei von drei nahe einer Grenze, eine Verschiebung von 7 (Konstanten wie in NHSRplotthedots 0.2.2). { $limits }.
metric-limits-points = { $points ->
    [0] Grenzen aus allen Punkten
    [one] Grenzen aus dem ersten Punkt
   *[other] Grenzen aus den ersten { $points } Punkten
} { $phases ->
    [each] jeder Phase;
   *[one] der Reihe;
} { $screening ->
    [yes] gleitende Spannweiten ab 3,267 × ihrem Mittelwert bleiben dabei einmal außer Betracht
   *[no] alle gleitenden Spannweiten zählen
}
metric-limits-starts = { $limits }; neue Grenzen ab { $count ->
    [one] Punkt { $starts }
   *[other] den Punkten { $starts }
}
metric-limits-left-out = { $count ->
    [one] { $count } Wert in schattierten Abschnitten bleibt
   *[other] { $count } Werte in schattierten Abschnitten bleiben
} bei Grenzen und Regeln außer Betracht.
metric-limits-trial = Grenzen aus weniger als 12 Werten sind Probegrenzen.

## Was über einen Wert bekannt ist (SDMX CL_OBS_STATUS).
metric-observation-a = normal
metric-observation-b = Bruch der Reihe
metric-observation-d = abweichende Definition
metric-observation-e = geschätzt
metric-observation-f = Vorhersage
metric-observation-g = experimentell
metric-observation-h = fehlt: Feiertag
metric-observation-i = ergänzt
metric-observation-j = Ausnahmeregelung
metric-observation-k = anderswo enthalten
metric-observation-l = fehlt: nicht erhoben
metric-observation-m = fehlt: kann es nicht geben
metric-observation-n = nicht nennenswert
metric-observation-o = fehlt
metric-observation-p = vorläufig
metric-observation-q = fehlt: zurückgehalten
metric-observation-s = besonderes Ereignis
metric-observation-u = geringe Verlässlichkeit
metric-observation-v = ungeprüft
metric-observation-w = enthält andere Daten
metric-observation-x = Sonstiges

## Die Tabelle der Zeiträume.
metric-data-csv = Alle Zeiträume, Gliederungen und Datenstände als CSV
metric-data-json = Die Definition als JSON
metric-basis-composite = Berechnet aus { $count ->
    [one] { $count } anderen Kennzahl
   *[other] { $count } anderen Kennzahlen
}.
metric-basis-cells = Zusammengefasst aus { $count ->
    [one] { $count } Zelle
   *[other] { $count } Zellen
} im neuesten Zeitraum, nach der Regel „{ $rule }“ der Definition: { $words }.
metric-rollup-recompute = Zählungen werden addiert, und der Wert wird aus den Summen berechnet
metric-rollup-sum = Zählungen werden addiert
metric-rollup-last = Zählungen werden über Gliederungen addiert, und für längere Zeiträume steht der letzte Wert
metric-rollup-weighted = Werte werden gemittelt, gewichtet nach der Zahl ihrer Beobachtungen
metric-rollup-none = Werte werden nicht zusammengefasst
metric-every = { $frequency ->
    [day] Alle Tage
    [week] Alle Wochen
   *[month] Alle Monate
    [quarter] Alle Quartale
    [year] Alle Jahre
    [fiscal-month] Alle Geschäftsmonate
    [fiscal-quarter] Alle Geschäftsquartale
    [fiscal-year] Alle Geschäftsjahre
}
metric-no-signal = keines
metric-signal-outside-high = außerhalb,{ "\u00A0" }oben
metric-signal-outside-low = außerhalb,{ "\u00A0" }unten
metric-signal-trend-high = Trend,{ "\u00A0" }oben
metric-signal-trend-low = Trend,{ "\u00A0" }unten
metric-signal-two-of-three-high = 2{ "\u00A0" }von{ "\u00A0" }3,{ "\u00A0" }oben
metric-signal-two-of-three-low = 2{ "\u00A0" }von{ "\u00A0" }3,{ "\u00A0" }unten
metric-signal-shift-high = Verschiebung,{ "\u00A0" }oben
metric-signal-shift-low = Verschiebung,{ "\u00A0" }unten
metric-flag-provisional = vorläufig
metric-flag-revised = berichtigt
metric-flag-confidential = vertraulich
metric-by-frequency = { $frequency ->
    [day] Nach Tagen
    [week] Nach Wochen
   *[month] Nach Monaten
    [quarter] Nach Quartalen
    [year] Nach Jahren
    [fiscal-month] Nach Geschäftsmonaten
    [fiscal-quarter] Nach Geschäftsquartalen
    [fiscal-year] Nach Geschäftsjahren
}
metric-longer = Längere Zeiträume
metric-longer-note = nur vollständige; Regel: { $rule }
metric-revised = Berichtigte Werte
metric-revised-note = alle Datenstände, der erste zuerst
metric-triangle = Revisionsdreieck
metric-triangle-note = späterer Wert weniger erster Wert, wie veröffentlicht; wo nichts steht, wurde nicht so oft berichtigt
metric-triangle-first = Erster Wert
metric-triangle-lag = { $lag }. Berichtigung
metric-triangle-means = Was die Berichtigungen ausmachen
metric-triangle-mean = Mittlere Berichtigung
metric-triangle-absolute = Mittlerer Abstand
metric-triangle-periods = { $count ->
    [one] aus einem Zeitraum
   *[other] aus { $count } Zeiträumen
}

## Was nicht gezählt wird.
metric-left-out = { $rules ->
    [one] { $rules } Regel nimmt
   *[other] { $rules } Regeln nehmen
} { $removed } von { $raw } erfassten Fällen ({ $period }) aus dem Nenner, das sind { $share }.
metric-left-out-bounds = { $sentence } Hätte keiner davon den Zähler erfüllt, läge der Wert bei { $lower }; hätten ihn alle erfüllt, bei { $upper }.
metric-exclusion-removes = Entfernt aus
metric-exclusion-removed = Entfernt ({ $period })
metric-exclusion-share = Anteil am Erfassten
metric-exclusion-expected = Erwarteter Anteil
metric-exclusion-limit = Höchstanteil
metric-exclusion-effect = Wirkung auf den Wert
metric-exclusion-approved-by = Genehmigt von
metric-exclusion-review-by = Zu überprüfen bis
metric-version = Version { $version }
metric-exclusion-active = aktiv
metric-exclusion-ended = nicht mehr in Gebrauch
metric-exclusion-from-population = der Grundgesamtheit
metric-exclusion-from-denominator = dem Nenner
metric-exclusion-from-exception = dem Nenner, wo der Zähler nicht erfüllt ist
metric-exclusion-from-numerator = dem Zähler
metric-exclusion-from-invalid = ungültigen Datensätzen
metric-exclusion-from-outlier = Ausreißern
metric-exclusion-from-suspension = ausgesetzten Zeiten
metric-exclusion-bias-raises = erhöht ihn
metric-exclusion-bias-lowers = senkt ihn
metric-exclusion-bias-either = kann ihn erhöhen oder senken
metric-exclusion-bias-none = keine
metric-waterfall-title = Vom Erfassten zum Gezählten: { $side ->
    [numerator] Zähler
   *[denominator] Nenner
}
metric-waterfall-label = Wasserfalldiagramm: { $side ->
    [numerator] Zähler
   *[denominator] Nenner
}
metric-waterfall-description = { $raw } erfasst, { $removed } entfernt, { $net } gezählt.
metric-waterfall-raw = Erfasst
metric-waterfall-net = Gezählt
metric-waterfall-subtitle = { $noun }, { $period }
metric-waterfall-noun = Datensätze
metric-shares-title = { $exclusion }: ausgeschlossener Anteil im Zeitverlauf
metric-shares-description = Im Durchschnitt { $share } des Erfassten.
metric-shares-axis = % des Erfassten
metric-shares-subtitle = Prozent des Erfassten
metric-shares-label = Anteil im Zeitverlauf: { $exclusion }

## Ziele, Zusagen und Ausgangswerte.
metric-targets-target = Ziel
metric-targets-for = Für
metric-targets-from = Von
metric-targets-to = Bis
metric-targets-level = Zielwert
metric-targets-threshold = Schwelle
metric-targets-stretch = Ehrgeiziges Ziel
metric-targets-basis = Grundlage
metric-targets-agreed-by = Vereinbart von
metric-targets-state = Stand
metric-targets-caption = Ziele
metric-targets-total = gesamt
metric-targets-each = je { $segment }
metric-targets-open = offen
metric-basis-history = Vergangenheit
metric-basis-benchmark = Vergleich mit anderen
metric-basis-contract = Vertrag
metric-basis-regulation = Vorschrift
metric-basis-aspiration = Anspruch
metric-promises-caption = Zusagen, die diese Kennzahl misst
metric-promises-promise = Zusage
metric-promises-level = Zugesagt
metric-promises-judged = Beurteilt
metric-promises-latest = Neuester Wert
metric-promises-verdict = Urteil
metric-promise-at-least = mindestens { $level }
metric-promise-at-most = höchstens { $level }
metric-promise-above = über { $level }
metric-promise-below = unter { $level }
metric-promise-each = { $frequency ->
    [day] je Tag
    [week] je Woche
   *[month] je Monat
    [quarter] je Quartal
    [year] je Jahr
    [fiscal-month] je Geschäftsmonat
    [fiscal-quarter] je Geschäftsquartal
    [fiscal-year] je Geschäftsjahr
}
metric-promise-kept = gehalten
metric-promise-not-kept = nicht gehalten
metric-promise-other-period = anderer Zeitraum
metric-baseline-baseline = Ausgangswert
metric-baseline-periods = Zeiträume
metric-baseline-method = Verfahren
metric-baseline-value = Wert
metric-baseline-approved-by = Genehmigt von
metric-baseline-state = Stand
metric-baseline-mean = Mittelwert
metric-baseline-median = Median
metric-baseline-limits = Prozessgrenzen

## Methodik.
metric-sims-unit = Statistische Einheit
metric-sims-period = Bezugszeitraum
metric-sims-sources = Quelldaten
metric-sims-validation = Prüfung
metric-sims-compilation = Aufbereitung
metric-sims-accuracy = Genauigkeit
metric-sims-timeliness = Aktualität
metric-sims-comparability = Vergleichbarkeit
metric-sims-revisions = Berichtigungen
metric-sims-confidentiality = Vertraulichkeit
metric-sims-judging = Beurteilung an Zielen
metric-sims-figure-for = Ein Wert je { $frequency ->
    [day] Tag
    [week] Woche
   *[month] Monat
    [quarter] Quartal
    [year] Jahr
    [fiscal-month] Geschäftsmonat
    [fiscal-quarter] Geschäftsquartal
    [fiscal-year] Geschäftsjahr
}; Tage beginnen um { $boundary } Uhr, { $zone }.
metric-sims-window = { $sentence } Jeder Fall wird { $window } lang verfolgt.
metric-sims-runs = { $period }: ab { $from }, bis vor { $to }.
metric-sims-mode-census = alles wird gezählt
metric-sims-mode-sample = eine Stichprobe steht für das Ganze
metric-sims-mode-real-time = gezählt, während es geschieht
metric-sims-mode-batch = stapelweise übernommen
metric-sims-mode-manual = von Hand eingegeben
metric-sims-scored = Berechnet als { $scoring }, Einheit { $unit }, veröffentlicht mit { $places ->
    [one] { $places } Nachkommastelle
   *[other] { $places } Nachkommastellen
}.
metric-sims-combined = Werte werden über Gliederungen und Zeiträume nach der Regel „{ $rule }“ zusammengefasst.
metric-sims-missing-drop = Unvollständige Datensätze bleiben außer Betracht.
metric-sims-missing-impute = Unvollständige Datensätze werden ergänzt.
metric-sims-missing-bound = Unvollständige Datensätze werden als Schranken gezeigt.
metric-sims-missing-fail = Mit unvollständigen Datensätzen wird kein Wert veröffentlicht.
metric-sims-interval-wilson = Wilson-Intervall zu 95{ "\u00A0" }% (Newcombe 1998)
metric-sims-interval-nps = angepasstes Wald-Intervall zu 95{ "\u00A0" }% eines Net Promoter Score (Rocks 2016), mit dem Teiler n; Grenzen enden bei ±100
metric-sims-interval-mean = t-Intervall eines Mittelwerts nach Student zu 95{ "\u00A0" }%, mit n − 1 Freiheitsgraden
metric-sims-interval-byar = Intervall einer Anzahl oder Rate nach Byar zu 95{ "\u00A0" }%
metric-sims-settled = Werte können { $lag } nach dem Zeitraum endgültig sein.
metric-sims-within = Frist für ihre Veröffentlichung nach dessen Ende: { $limit }.
metric-sims-released = { $period } wurde am { $date } veröffentlicht.
metric-sims-in-force = Version { $version } der Definition ist seit { $date } in Kraft.
metric-sims-differs = Weicht von ihrer Grundlage ab in `{ $field }`: { $reason }
metric-sims-revised = { $revised } von { $count ->
    [one] { $count } Wert
   *[other] { $count } Werten
} bisher berichtigt.
metric-sims-judged = Ein Wert wird so beurteilt, wie er gedruckt ist, nach dem Runden, damit sich das Urteil von der Seite aus nachvollziehen lässt.
