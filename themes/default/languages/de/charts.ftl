### Wörter in Diagrammen, Symbolen und Graphen.

charts-icon-common = zufällige Schwankung: keine wesentliche Veränderung
charts-icon-improving-high = besondere Ursache: Verbesserung, hoch oder steigend
charts-icon-improving-low = besondere Ursache: Verbesserung, niedrig oder fallend
charts-icon-concerning-high = besondere Ursache: Verschlechterung, hoch oder steigend
charts-icon-concerning-low = besondere Ursache: Verschlechterung, niedrig oder fallend
charts-icon-neutral-high = besondere Ursache: hoch oder steigend, weder besser noch schlechter
charts-icon-neutral-low = besondere Ursache: niedrig oder fallend, weder besser noch schlechter
charts-icon-variation-none = Schwankung nicht bestimmt: zu wenige Werte
charts-icon-passes = Ziel wird von einem stabilen Prozess durchweg erreicht
charts-icon-fails = Ziel wird von einem stabilen Prozess durchweg verfehlt
charts-icon-hit-and-miss = Ziel wird zufällig erreicht oder verfehlt: es liegt innerhalb der Grenzen
charts-icon-assurance-none = Zielsicherheit nicht bestimmt: kein Ziel oder zu wenige Werte

charts-improving = Verbesserung
charts-concerning = Verschlechterung
charts-neutral = weder besser noch schlechter
charts-provisional = vorläufig

charts-rule-outside = außerhalb der Grenzen
charts-rule-trend = Trend
charts-rule-two-of-three = zwei von drei nahe einer Grenze
charts-rule-shift = Verschiebung
charts-signal-outside-high = über der oberen Grenze
charts-signal-outside-low = unter der unteren Grenze
charts-signal-trend-high = steigender Trend
charts-signal-trend-low = fallender Trend
charts-signal-two-of-three-high = zwei von drei nahe der oberen Grenze
charts-signal-two-of-three-low = zwei von drei nahe der unteren Grenze
charts-signal-shift-high = Verschiebung über den Mittelwert
charts-signal-shift-low = Verschiebung unter den Mittelwert

charts-key-improving = hohl: Verbesserung
charts-key-concerning = gefüllt: Verschlechterung
charts-key-neutral = getönt: keines von beiden
charts-key-near-limits = zwei Drittel der Grenzen
charts-key-suspended = in Grenzen nicht enthalten
charts-key-break = Bruch der Reihe
charts-key-event = Kalenderereignis

charts-mean = Mittelwert { $value }
charts-upper-limit = obere Grenze { $value }
charts-lower-limit = untere Grenze { $value }
charts-level = { $name } { $value }
charts-phase-named = { $name }: { $mean }
charts-phase-limits = { $mean }, Grenzen { $lower } bis { $upper }
charts-phase-trial-limits = { $mean }, Probegrenzen { $lower } bis { $upper }
charts-phase-trial = { $mean }, Probegrenzen
charts-trial-limits = Probegrenzen
charts-trial = Probe
charts-no-value = es wurde kein Wert veröffentlicht

charts-axis-counted = in { $unit }
charts-axis-measure-counted = { $measure }, in { $unit }
charts-millions = Millionen
charts-billions = Milliarden
charts-trillions = Billionen

