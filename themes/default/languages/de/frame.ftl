### Was jede Seite umgibt.

skip-to-content = Zum Inhalt springen
demonstration-data = Vorführdaten
demonstration-note = Zahlen und Einträge sind erfunden und beschreiben keine wirkliche Organisation.

## Wörter neben Texten, die Menschen geschrieben haben.
prose-table = Tabelle { $number } im Text
prose-task-done = erledigt
prose-task-open = offen
