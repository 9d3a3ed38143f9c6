### Seiten von Einträgen, und Verzeichnisse.

record-type-of = Art ({ $kind })
record-page-title = { $title } ({ $kind } { $id })
