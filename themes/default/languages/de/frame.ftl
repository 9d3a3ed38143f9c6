### Was jede Seite umgibt.

skip-to-content = Zum Inhalt springen
demonstration-data = Vorführdaten
demonstration-note = Zahlen und Einträge sind erfunden und beschreiben keine wirkliche Organisation.

frame-as-of = Stand
frame-theme = Darstellung
frame-theme-system = System
frame-theme-light = Hell
frame-theme-dark = Dunkel
frame-theme-contrast = Hoher Kontrast
frame-report = Bericht
frame-breadcrumb = Pfad zu dieser Seite
frame-organisation = Organisation
frame-commit = Commit
frame-source = Quelle
frame-made-with = Erstellt mit
frame-contents = Auf dieser Seite
frame-permalink = Link zu diesem Abschnitt
frame-formula = Formel
frame-help = Hilfe

## Wörter neben Texten, die Menschen geschrieben haben.
prose-table = Tabelle { $number } im Text
prose-task-done = erledigt
prose-task-open = offen

## Was die Ergebnisse einer Suche sind.
search-list = Liste
search-page = Seite
search-register = Verzeichnis
search-scorecard-period = Scorecard in einem Zeitraum
search-segment = Kennzahl nach Gliederung
search-segment-title = { $metric } nach { $segment }

## What the scripts say; `%n%` and the like are filled by them.
interface-search = Suche
interface-search-loading = Das Suchverzeichnis wird geladen.
interface-search-failed = Das Suchverzeichnis lässt sich nicht lesen. Es steht in data/search-index.js.
interface-results-one = %n% Treffer
interface-results-other = %n% Treffer
interface-results-most-other = %n% Treffer, die besten %shown% gezeigt
interface-filter = Filter
interface-filter-table = Filter: %table%
interface-filter-is = %name%: %value%
interface-group = Gruppe
interface-all = Alle
interface-none = (keine)
interface-clear = Filter aufheben
interface-shown-other = %n% von %all% gezeigt
interface-sorted-up = Aufsteigend geordnet nach %column%
interface-sorted-down = Absteigend geordnet nach %column%
