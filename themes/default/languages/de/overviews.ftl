### Die Seiten, die viele Einträge auf einmal zeigen.

overviews-title = Übersichten
overviews-beside = Seiten neben dieser
overviews-strategy = strategische Ziele, und was wozu beiträgt
overviews-drivers = welche Kennzahlen welche bewegen
overviews-variants = örtliche Varianten neben ihrer Grundform
overviews-promises-title = Zusagen
overviews-promises = jede Zusage und ihr Messwert
overviews-targets-title = Ziele
overviews-targets = wo sie erreicht wurden, nach Kennzahl und Zeitraum
overviews-ownership = wer wofür einsteht, und was fehlt
overviews-actions-title = Maßnahmen
overviews-actions = wie alt sie sind, und ob sie gewirkt haben
overviews-reviews-title = Besprechungen
overviews-reviews = gehalten und ausgefallen, und die Tagesordnung der nächsten
overviews-whole = alles auf einer Seite, zum Drucken oder Durchsuchen
overviews-digest = auf einem Blatt
