### Seiten von Einträgen, und Verzeichnisse.

record-type-of = Art ({ $kind })
record-page-title = { $title } ({ $kind } { $id })
record-version = Version { $version }
record-facts = Angaben
record-superseded-by = Ersetzt durch
record-superseded = Ein anderer Eintrag ist an die Stelle von diesem getreten.
record-as-data = Als Daten
record-as-json = Dieser Eintrag als JSON

record-default = Vorgabe
record-default-of-project = Vorgabe des Projekts
record-default-value = { $value } (Vorgabe)
record-passed = bestanden
record-failed = nicht bestanden

record-map-answer = Antwort
record-scope-each = jede für sich
record-map-code = Ausprägung
record-map-codes = Ausprägungen
record-map-label = Beschriftung
record-map-language = Sprache
record-map-level = Zielwert
record-map-name = Name
record-map-period = Zeitraum
record-map-segment = Gliederung
record-map-setting = Einstellung
record-map-share = Anteil
record-map-theme = Thema
record-map-value = Wert
record-map-wording = Wortlaut

record-referenced-by = Wird genannt von
record-all-links = Alle { $count }
record-quoted = „{ $text }“
record-named-in-settings = In den Einstellungen des Projekts genannt unter { $fields }.

record-left-out = Was er ausschließt
record-left-out-caption = Kennzahlen, für die der Ausschluss gilt
record-left-out-note = Gesamtwert des neuesten Zeitraums
record-left-out-counted = Anzahlen stehen hier für die ersten { $count } Kennzahlen; die Seite jeder Kennzahl nennt sie alle.
record-left-out-before = Vor Ausschlüssen
record-left-out-removed = Ausgeschlossen
record-left-out-share = Anteil
record-left-out-limit = Grenze
record-limit-above = über { $limit }
record-limit-within = bis { $limit }

record-extracts = Datenauszüge
record-extracts-caption = Datenauszüge, die der neuesten Veröffentlichung zuerst
record-extract-file = Datei
record-extract-rows = Zeilen
record-extract-query = Abfrage

record-level = Neben dem neuesten Wert
record-level-latest = Neuester Wert
record-level-part = Teil der Ergebnisse
record-level-here = Zielwert in diesem Zeitraum
record-level-not-in-force = gilt für diesen Zeitraum nicht
record-level-difference = Differenz

record-results-by-code = Ergebnisse nach Ausprägung
record-codes-used = { $used } von { $count } Ausprägungen
record-codes = Ausprägungen
record-code = Code
record-code-label = Bezeichnung
record-code-part-of = Teil von
record-code-from = Von
record-code-to = Bis
record-code-results = Ergebnisse

record-by-period = Nach Zeitraum

register = Verzeichnis
register-all = { $kind ->
    [calendar-event] Alle Ereignisse
   *[other] Alle { $kinds }
}
register-lede = { $summary } { $count ->
    [one] { $count } Eintrag.
   *[other] { $count } Einträge.
}
register-named-by = Genannt von
register-effect-on-value = Wirkung auf den Wert
records-registers = Verzeichnisse
records-lede = Alles, worauf die Zahlen beruhen: { $records } in { $kinds }.
records-what-a-record-is = Was ein Eintrag ist
records-folder = Ordner im Projekt
records-data-files = Datendateien
records-figures-file = jede veröffentlichte Zahl, mit ihrer Seite und ihrer Zeile
records-metric-files = { $count ->
    [one] { $count } CSV-Datei
   *[other] { $count } CSV-Dateien
} in data/metrics, je eine für jede Kennzahl mit Zahlen, auf deren Seite verlinkt
records-record-files = { $count ->
    [one] { $count } JSON-Datei
   *[other] { $count } JSON-Dateien
} in data/records, je eine für jeden Eintrag, auf dessen Seite verlinkt
records-besides = Außerdem: { $files }.
pages-of-text = Textseiten
prose-page-title = { $title } (Seite { $id })

glossary-lede = { $count ->
    [one] { $count } Wort
   *[other] { $count } Wörter
} und was sie in diesem Bericht bedeuten.
glossary-other = Sonstige
glossary-also = Auch: { $words }.
glossary-not = Nicht: { $words }.
glossary-named = { $count ->
    [one] Einmal in anderen Einträgen genannt.
   *[other] { $count }-mal in anderen Einträgen genannt.
}
