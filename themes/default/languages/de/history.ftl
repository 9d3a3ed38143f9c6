### Die Vergangenheit der Einträge: Commits, Versionen, was sich seit dem letzten Bericht geändert hat.

## Wie eine Geschichte erzählt wird.

history-title = Verlauf: { $title }
history-page-title = Verlauf: { $title } ({ $id })
history-page-title-part = Verlauf: { $title } ({ $id }), Teil { $part } von { $parts }
history-heading = Verlauf
history-whole = Gesamter Verlauf
history-log = Was hier galt
history-end = Wo der Verlauf endet
history-superseded = Davor: { $title }
history-goes-on = Dieser Eintrag trat an die Stelle eines anderen, dessen Verlauf diesem vorausgeht.
history-mode = Verlauf des ersten Vorgängers (first-parent): was hier galt und seit wann; das Neueste steht oben. Wo eine Zusammenführung etwas mitbrachte, lassen sich die Commits des Seitenzweigs aufklappen, die diesen Eintrag berührten: wer es geschrieben hat. Die Reihenfolge ist die der Abstammung, nicht die der Daten; beide Daten werden gezeigt.
history-mode-short = Verlauf des ersten Vorgängers (first-parent): was hier galt und seit wann; das Neueste steht oben.
history-entries = { $count ->
    [one] Ein Vorgang
   *[other] { $count } Vorgänge
}
history-parts = Teile des Verlaufs
history-part = Teil { $part }
history-earlier = { $count ->
    [one] Ein früherer Vorgang
   *[other] { $count } frühere Vorgänge
}
history-only-commit = Der Commit, der ihn geschrieben hat
history-gone = Dieser Eintrag wurde entfernt. Sein Verlauf bleibt.
history-none = Es ist kein Verlauf verfügbar: Das Projekt liegt in keinem Git-Repository oder hat noch keinen Commit. Frühere Versionen, Urheber und Signaturen lassen sich nicht zeigen.
history-truncated = Der Verlauf ist hier abgeschnitten: Der Bericht wurde aus einem flachen Klon erstellt. Was früher festgeschrieben wurde und der Anfang des Eintrags sind nicht bekannt; `git fetch --unshallow` holt sie.

## Ein Commit.

history-author = Urheber
history-committer = Festgeschrieben von
history-commit = Commit
history-subject = Betreff
history-day = Datum
history-signature = Signatur
history-no-subject = (keine Nachricht)
history-uncommitted = Noch nicht festgeschriebene Änderungen
history-merge = Zusammenführung
history-in-merge = in der Zusammenführung selbst bearbeitet
history-removed = entfernt
history-moved = Verschoben
history-side = { $count ->
    [one] Ein Commit, den die Zusammenführung mitbrachte
   *[other] { $count } Commits, die die Zusammenführung mitbrachte
}
history-version = Version
history-passage = { $before } → { $after }
history-class = Klasse
history-class-lowered = nach den Feldern: { $class }; durch den Änderungseintrag herabgestuft
history-agreed-by = Zugestimmt haben
history-agreement-complete = Zustimmung vollständig
history-approval = { $role }, { $date }
history-nothing-meant = Inhaltlich hat sich nichts geändert: nur Schreibweise, Reihenfolge oder Kommentare.
history-unreadable = Die Datei ist in diesem Commit kein Eintrag, wie ihn diese Version des Programms liest; ihre Felder lassen sich nicht vergleichen.
history-missing = Git hat den Inhalt dieser Datei nicht; ihre Felder lassen sich nicht vergleichen.

## Signaturen.

history-signature-none = nicht signiert
history-signature-good = gültige Signatur
history-signature-unknown-key = signiert, Schlüssel unbekannt
history-signature-not-then = signiert, Schlüssel damals nicht gültig
history-signature-forge = von der Plattform signiert
history-signature-bad = ungültige Signatur
history-signature-unchecked = nicht prüfbar
history-signed-by = von { $who }
history-signed-by-forge = mit dem eigenen Schlüssel von { $forge }, der über den Urheber nichts sagt

## Bearbeitungen.

history-before = Vorher
history-after = Nachher
history-record-added = Eintrag angelegt
history-record-removed = Eintrag entfernt
history-record-whole = Eintrag als Ganzes

## Versionen.

history-versions = Versionen
history-in-force = In Kraft
history-digest = Prüfsumme
history-since-day = seit { $from }
history-upcoming = ab { $from }: künftig
history-never-in-force = nie: Die nächste Version trat am selben Tag in Kraft
history-version-title = { $title }, Version { $version }
history-version-page-title = { $title }, Version { $version } ({ $id })
history-normative-digest = Normative Prüfsumme
history-normative-digest-note = SHA-256 der Felder, die den Wert oder seine Beurteilung bestimmen, in kanonischer Form
history-file-digest = Prüfsumme der Datei
history-file-digest-note = SHA-256 der Datei
history-not-yet = Diese Version ist noch nicht in Kraft: Sie gilt ab { $date }.
history-not-yet-here = Diese Seite zeigt Version { $version }, die noch nicht in Kraft ist: Sie gilt ab { $date }.
history-no-longer = Diese Version ist nicht mehr in Kraft.
history-current = In Kraft ist Version { $version }
history-changed = Was sich gegenüber der vorigen Version geändert hat
history-without-change = Für diese Version spricht kein Änderungseintrag.
history-written-by = Commits, die sie geschrieben haben
history-figures = Werte, die sie bestimmt
history-governs = { $count ->
    [one] Sie bestimmt den Wert eines Zeitraums: { $from }.
   *[other] Sie bestimmt die Werte von { $count } Zeiträumen, von { $from } bis { $to }.
}
history-governs-none = Kein veröffentlichter Wert wird von ihr bestimmt.
history-to-figures = Werte nach Zeitraum

history-break = Bruch: Version { $version } gilt ab { $date }; Werte davor und danach sind nicht vergleichbar

## Das Verzeichnis der Änderungen.

history-record = Eintrag
history-agreement = Zustimmung
history-not-committed = nicht festgeschrieben
history-steps = Änderungen, wie der Verlauf sie zeigt
history-steps-lede = Jeder Commit, der die Bedeutung eines Eintrags geändert hat, mit der Klasse nach seinen Feldern neben der Klasse, die der Änderungseintrag angibt.
history-steps-caption = Commits, für die eine Änderung spricht
history-class-computed = Klasse nach den Feldern
history-class-declared = Angegebene Klasse
history-understated = niedriger als nach den Feldern
history-alone = Änderungen ohne Änderungseintrag
history-alone-lede = Commits, die die Bedeutung eines Eintrags geändert haben und für die kein Änderungseintrag spricht.
history-alone-caption = Commits, für die keine Änderung spricht
history-alone-before = { $count ->
    [one] Ein früherer, von vor dem Tag, ab dem Änderungen zählen, ist weggelassen.
   *[other] { $count } frühere, von vor dem Tag, ab dem Änderungen zählen, sind weggelassen.
}
history-removed-title = Entfernte Einträge
history-removed-lede = Diese Einträge gibt es im Projekt nicht mehr. Ihr Verlauf bleibt.
history-removed-caption = Entfernte Einträge
history-removed-on = Entfernt am

## Was sich seit dem letzten Bericht geändert hat.

since-title = Was sich seit dem letzten Bericht geändert hat
since-day = Verglichen mit dem { $date }, den die Einstellungen als letzten Bericht nennen.
since-commit = Verglichen mit Commit { $commit } vom { $date }, den die Einstellungen als letzten Bericht nennen.
since-period = Verglichen mit dem Ende des vorigen Zeitraums: { $period }, bis einschließlich { $date }.
since-definitions = { $count ->
    [one] Definition neu, geändert oder entfernt
   *[other] Definitionen neu, geändert oder entfernt
}
since-others = { $count ->
    [one] anderer Eintrag neu, geändert oder entfernt
   *[other] andere Einträge neu, geändert oder entfernt
}
since-releases = { $count ->
    [one] Veröffentlichung hinzugekommen
   *[other] Veröffentlichungen hinzugekommen
}
since-figures = { $count ->
    [one] Wert berichtigt
   *[other] Werte berichtigt
}
since-what = Was
since-caption = Geänderte Einträge, die schwerwiegendsten zuerst
since-more = { $count ->
    [one] Ein weiterer Eintrag wurde geändert; seine Seite sagt, wie.
   *[other] { $count } weitere Einträge wurden geändert; ihre Seiten sagen, wie.
}
since-added = hinzugekommen
since-removed = entfernt
since-unknown = geändert; der frühere Text war nicht lesbar
since-edits = { $count ->
    [one] eine Bearbeitung
   *[other] { $count } Bearbeitungen
}
since-all-changes = Alle Änderungen
