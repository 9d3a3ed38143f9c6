## Arbeitsmappen, in denen ein Prüfer die Werte einer Kennzahl nachrechnet.

## Namen der Blätter.
recalc-sheet-read-me = Lies mich
recalc-sheet-figures = Werte
recalc-sheet-rows = Zeilen
recalc-sheet-components = Bestandteile
recalc-sheet-exclusions = Ausschlüsse
recalc-sheet-footing = Summenprobe

## Überschriften der Spalten.
recalc-head-period = Zeitraum
recalc-head-first-day = Erster Tag
recalc-head-last-day = Letzter Tag
recalc-head-breakdown = Gegliedert nach
recalc-head-vintage = Stand
recalc-head-newest = Neuester oder früherer
recalc-head-release = Veröffentlichung
recalc-head-file = Datei
recalc-head-line = Zeile
recalc-head-status = Status
recalc-head-confidentiality = Vertraulichkeit
recalc-head-version = Version der Definition
recalc-head-pinned = Festgelegte Version
recalc-head-basis = Gebildet aus
recalc-head-reported = Wert wie gemeldet
recalc-head-unrounded = Wert vor dem Runden
recalc-head-rounded = Wert, nachgerechnet
recalc-head-published = Wert, veröffentlicht
recalc-head-agrees = Stimmt überein
recalc-head-note = Hinweis
recalc-head-comment = Anmerkung der meldenden Stelle
recalc-head-term = Größe
recalc-head-metric = Kennzahl
recalc-head-workbook = Ihre Arbeitsmappe
recalc-head-side = Seite
recalc-head-raw = Vor Ausschlüssen
recalc-head-removed = Zusammen ausgeschlossen
recalc-head-net-computed = Nach Ausschlüssen, nachgerechnet
recalc-head-net-reported = Nach Ausschlüssen, wie gemeldet
recalc-head-count = Zählung
recalc-head-parts = Teile
recalc-head-parts-known = Teile mit einer Zahl
recalc-head-sum = Summe der Teile
recalc-head-total = Gesamt
recalc-head-foots = Geht auf

## Was in den Zellen steht.
recalc-total = gesamt
recalc-newest = neuester
recalc-earlier = früherer
recalc-basis-row = einer Zeile
recalc-basis-cells = { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
recalc-basis-components = anderen Kennzahlen
recalc-side-denominator = Nenner
recalc-side-numerator = Zähler
recalc-not-tested = nicht geprüft
recalc-parts-lacking = einem Teil fehlt die Zahl
recalc-note-withheld = Es ist kein Wert veröffentlicht: Der Status ist { $status }.
recalc-note-lacking = Es ist kein Wert veröffentlicht: Woraus er zu bilden wäre, wurde nicht gemeldet.
recalc-note-long = Der Wert ist aus mehr Zeilen gebildet, als eine Formel einer Tabellenkalkulation nennen kann; sie stehen auf dem Blatt der Zeilen.
recalc-note-digits = Eine Zahl hat mehr als 15 Ziffern; so viele behält eine Tabellenkalkulation nicht. Sie steht hier als Text.
recalc-note-near-half = Der Wert liegt so nahe an der Hälfte seiner letzten Ziffer oder ist so groß, dass eine Tabellenkalkulation das Runden nicht entscheiden kann.
recalc-note-component = Dieser Wert wird hier nicht nachgerechnet; das tut seine eigene Arbeitsmappe.
recalc-remark-nothing-counted = Es ist kein Wert veröffentlicht: Es gab nichts, wodurch zu teilen wäre.
recalc-remark-incomplete = Es ist kein Wert veröffentlicht: Eine Zählung, die die Formel braucht, wurde nicht gemeldet.
recalc-remark-reported = Der Wert steht so da, wie er gemeldet wurde; nachgerechnet ist nur das Runden.
recalc-remark-weighted = Mittelwert der Werte der Teile, jeder gewichtet mit der Anzahl seiner Beobachtungen.
recalc-remark-values = Summe der Werte der Teile.
recalc-no-exclusions = Vor Ausschlüssen wurde nichts gemeldet; es gibt keinen Weg, dem man folgen könnte.
recalc-no-footing = Es gibt keine Gliederungen, deren Ausprägungen sich zu einem Gesamtwert addieren.

## Das erste Blatt.
recalc-metric = Kennzahl
recalc-organisation = Organisation
recalc-report = Bericht
recalc-as-of = Stand
recalc-commit = Erstellt aus Commit
recalc-tool = Erstellt von
recalc-version = Version der Definition
recalc-definition = Definition
recalc-unit = Einheit
recalc-formula = Formel
recalc-formula-none = Kein Wert dieser Kennzahl lässt sich mit einer Formel einer Tabellenkalkulation nachrechnen; die Zeilen stehen auf ihrem Blatt.
recalc-formula-value = Formel des Werts, wie sie beim ersten Wert dieser Version steht
recalc-formula-cells = Zellen, die sie nennt
recalc-formula-rounded = Formel des Rundens, ebenda
recalc-rollup = Regel für mehrere Zeilen
recalc-rounding = Runden
recalc-rounding-half-up = einmal, auf { $places ->
    [one] { $places } Nachkommastelle
   *[other] { $places } Nachkommastellen
}; die Hälfte von null weg
recalc-rounding-half-even = einmal, auf { $places ->
    [one] { $places } Nachkommastelle
   *[other] { $places } Nachkommastellen
}; die Hälfte zur geraden Ziffer
recalc-agreeing = Werte, die übereinstimmen
recalc-differing = Werte, die nicht übereinstimmen
recalc-untested = Werte, die nicht geprüft sind
recalc-use = Anleitung
recalc-use-figures = Jede Zeile der Werte holt ihre Zählungen aus den Zeilen der Meldungen, berechnet den Wert nach der Formel der Definition, rundet ihn nach ihrer Regel und vergleicht ihn mit dem veröffentlichten Wert. WAHR heißt, dass sie übereinstimmen.
recalc-use-rows = Die Zeilen stehen so da, wie sie gemeldet wurden, mit Datei und Zeile. So lassen sie sich mit den Meldungen in diesem Paket vergleichen und mit den Systemen, aus denen sie kommen.
recalc-use-try = Dass die Probe auch scheitern kann, zeigt eine geänderte Zählung in den Zeilen: Die Werte, die aus ihr gebildet sind, werden FALSCH.
recalc-use-calculation = Lassen Sie alles neu berechnen, bevor Sie sich darauf verlassen (in LibreOffice: Strg+Umschalt+F9, in Excel: Strg+Alt+F9); bis dahin zeigen manche Programme die Ergebnisse, die beim Erstellen der Arbeitsmappe gespeichert wurden.
recalc-digits = Ziffern
recalc-digits-kept = Tabellenkalkulationen behalten 15 Ziffern. Der Bericht selbst ist mit genauen Zahlen berechnet. Ein Wert mit mehr Ziffern ist als nicht geprüft gekennzeichnet und erscheint nie als übereinstimmend.
recalc-digits-halves = Was höchstens ein Millionstel neben der Hälfte der letzten Ziffer liegt, gilt als Hälfte, weil Tabellenkalkulationen die meisten Hälften knapp verfehlen. Bei jedem geprüften Wert ergibt das dasselbe wie genaue Zahlen.
recalc-limits = Was damit nicht bewiesen ist
recalc-limits-source = Dass die Zählungen wahr sind: Eine falsche Zählung ergibt einen falschen Wert, der übereinstimmt. Vergleichen Sie die Zählungen mit ihrer Quelle.
recalc-limits-rule = Dass die Definition geeignet ist oder dass sie beim Zählen befolgt wurde.
recalc-limits-scope = Nichts zu Werten über längere Zeiträume, zu Zielen oder zu Prozessgrenzen: Nachgerechnet werden nur die Werte der eigenen Zeiträume der Kennzahl.
