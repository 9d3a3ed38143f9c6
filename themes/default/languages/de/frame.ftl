### Was jede Seite umgibt.

skip-to-content = Zum Inhalt springen
demonstration-data = Vorführdaten
demonstration-note = Zahlen und Einträge sind erfunden und beschreiben keine wirkliche Organisation.
