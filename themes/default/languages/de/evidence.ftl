### Was ein Bericht über seine eigenen Belege sagt: welcher er ist, woraus er entstand, woran man ihn erkennt.

standing = Von der berichtenden Stelle selbst erstellt. { $checks } Prüfregeln ausgeführt, Ergebnisse unten. Nicht unabhängig geprüft.
identity-signature = Unterschrift
identity-signature-where = neben dem Bericht, sobald er unterschrieben ist
identity-made-from = Entstanden aus
audit-family-integrity = Unversehrtheit
audit-index-evidence = Ob es dieser Bericht ist
audit-index-verify = Schritt für Schritt, mit Programmen, die jedes System mitbringt
audit-index-provenance = Commit, Programm, Optionen, Ausnahmen und jede gelesene Datei
audit-index-releases = jede Veröffentlichung mit ihren Auszügen und dem, was sie geändert hat, und der Bericht davor
audit-checks-sealed = Die Prüfregeln I01 bis I08 betrachten den fertigen Bericht mit seiner Dateiliste, seinen Unterschriften und seinem Zeitstempel. Keine Seite kann davon wissen, deshalb steht hier bei jeder „nicht prüfbar“; „tickmark verify“ führt sie an dem Bericht aus, den jemand erhalten hat. Keinem Wert nehmen sie ein Prüfzeichen.
audit-check-sealed = Diese Prüfregel betrachtet den fertigen Bericht. „tickmark verify“ führt sie an dem Bericht aus, den jemand erhalten hat; der Bericht selbst kann es nicht.
audit-basis-file-name = Datei

## Herkunft.
provenance-title = Herkunft
provenance-lede = Woraus, womit und wie dieser Bericht entstand. Wer denselben Commit, dieselben Optionen und dasselbe Programm nimmt, erhält dieselben Bytes.
provenance-exceptions = Ausnahmen
provenance-no-exceptions = Keine. Jede Datei war so, wie der Commit sie enthält, der Verlauf war vollständig, und beim Erstellen wurde keine Ausnahme verlangt.
provenance-no-commit = Das Projekt liegt in keinem Repository. Niemand kann später nachsehen, woraus der Bericht entstand, oder ihn noch einmal erstellen.
provenance-not-clean = Dateien des Projekts waren nicht so, wie der Commit sie enthält. Was hinter Werten steht, liegt möglicherweise in keinem Commit.
provenance-is-shallow = Der Verlauf wurde beim Abrufen abgeschnitten. Änderungen davor sind nicht zu sehen.
provenance-is-grafted = Das Repository gab Commits andere Vorgänger, als sie selbst nennen. Der Verlauf ist möglicherweise nicht der geschriebene.
provenance-allowed-dirty = --allow-dirty: Jemand hat zugelassen, dass der Bericht unterschrieben wird, obwohl Dateien des Projekts in keinem Commit liegen.
provenance-allowed-findings = --allow-findings: Jemand hat zugelassen, dass der Bericht unterschrieben wird, obwohl Prüfregeln der Stufe Fehler möglicherweise nicht bestanden sind.
provenance-source = Quelle
provenance-source-note = Die Tage von Commits stammen von den Uhren ihrer Verfasser. Für sich beweisen sie nichts.
provenance-tree = Baum dieses Commits
provenance-committed = Eingetragen
provenance-folder = Ordner des Projekts
provenance-folder-root = die Wurzel des Repositorys
provenance-clean = Jede Datei wie im Commit
provenance-shallow = Verlauf abgeschnitten (shallow)
provenance-grafted = Andere Vorgänger gegeben (grafted)
provenance-program = Programm
provenance-tool-sources = SHA-256 seiner Quelltexte
provenance-tool-how = Die Prüfsumme ist auf jedem Rechner gleich, der dieselben Quelltexte übersetzt. In den entpackten Quelltexten dieser Version gibt dies sie aus:
provenance-options = Optionen
provenance-since = Änderungen seit
provenance-option-dirty = Dateien, die in keinem Commit liegen
provenance-option-findings = Nicht bestandene Prüfregeln der Stufe Fehler
provenance-not-given = nicht angegeben
provenance-previous = Bericht davor
provenance-previous-none = Keiner ist genannt: Dies ist der erste seiner Kette, oder wer ihn erstellte, hat den Bericht davor weggelassen.
provenance-previous-digest = SHA-256 seiner Dateiliste
provenance-previous-signed = Unterschrieben von
provenance-previous-doubt = nicht verlässlich
provenance-data = Als Daten
provenance-file-note = dasselbe als in-toto-Statement, mit der Prüfsumme jeder Seite, Definition und Datei
provenance-manifest-note = die Prüfsumme jeder Datei des Berichts; diese Datei wird unterschrieben
provenance-inputs = Gelesene Dateien
provenance-inputs-note = Jede Datei des Projekts, aus der der Bericht entstand, mit der SHA-256-Prüfsumme ihrer Bytes in Gruppen von acht Ziffern.
provenance-no-inputs = Keine Datei ist aufgeführt.
provenance-sha256 = SHA-256
provenance-tally-inputs = { $count ->
    [one] gelesene Datei
   *[other] gelesene Dateien
}

## Wie man ihn prüft.
verify-title = Wie man diesen Bericht prüft
verify-lede = Woran zu erkennen ist, dass es sich um diesen Bericht handelt, vollständig und unverändert, von wem und von wann. Alle Schritte bis auf einen gehen mit Programmen, die jedes System mitbringt; keiner braucht das Netz.
verify-step = { $number }. { $title }
verify-proves = Zeigt
verify-leaves = Zeigt nicht
verify-before = Bevor Sie beginnen
verify-before-text =
    Besorgen Sie sich Folgendes auf einem anderen Weg als dem, auf dem dieser Bericht zu Ihnen kam: per Post, aus den Unterlagen eines früheren Jahres, von einer Person, die Sie kennen.

    - die Datei derer, die unterschreiben dürfen (`allowed_signers`), oder die Fingerabdrücke ihrer Schlüssel;
    - das Zertifikat der Zeitstempelstelle, wenn die Unterschrift einen Zeitstempel trägt;
    - die Prüfsumme des Programms, wenn Sie den Bericht noch einmal erstellen wollen;
    - die Dateiliste des Berichts davor mit ihrer Unterschrift.

    Wer den Bericht ändern konnte, konnte auch ändern, was mit ihm kam. Eine Kopie davon im Bericht oder in seinem Paket beweist nichts.

    Öffnen Sie eine Shell im Ordner des Berichts, in dem `index.html` liegt. `..` steht für den Ordner darum, in dem Sie Ihre eigenen Dateien aufbewahren.
verify-signers = Schlüssel, mit denen das Projekt Berichte unterschreiben lässt
verify-signers-note = Nur zum Vergleich. Diese Liste ist Teil des Berichts und deshalb kein Grund, einer Unterschrift zu trauen.
verify-signers-none = Das Projekt nennt keinen Schlüssel, der Berichte unterschreiben darf. Eine Unterschrift lässt sich trotzdem prüfen, gegen Schlüssel, die auf anderem Weg zu Ihnen kamen.
verify-signers-who = Wer
verify-signers-key = Fingerabdruck des Schlüssels
verify-signers-after = Gültig ab
verify-signers-before = Gültig bis
verify-signers-authority = bürgt mit Zertifikaten für die Schlüssel anderer
verify-signers-open = offen
verify-files = Ist jede Datei die aufgeführte?
verify-files-text = `sha256sum` sagt nichts, wenn jede aufgeführte Datei da und unverändert ist. Hinzugefügte Dateien sieht es nicht: Vergleichen Sie auch die Auflistung. Alle diese Befehle geben nichts aus, wenn alles stimmt. Unter macOS tritt `shasum -a 256` an die Stelle von `sha256sum`.
verify-files-proves = Keine Datei der Liste wurde geändert, gekürzt, umbenannt oder entfernt, keine kam hinzu, und es gibt keine Verknüpfung.
verify-files-leaves = Wer die Liste gemacht hat. Jeder kann eine Liste geänderter Dateien schreiben.
verify-signature = Wer hat die Liste unterschrieben?
verify-signature-text = Setzen Sie hinter `-I` den Namen der Person ein und anstelle von `../allowed_signers` Ihre eigene Datei. `Good "tickmark-report" signature` ist die gewünschte Antwort, mit Exit-Code 0. Weitere Unterschriften enden auf `.2.sig`, `.3.sig` und so weiter. Bei einem alten Bericht fragt `-O verify-time=` mit der Zeit des nächsten Schritts, ob der Schlüssel damals gültig war.
verify-signature-proves = Jemand mit diesem Schlüssel hat genau diese Liste unterschrieben, als Bericht und zu keinem anderen Zweck.
verify-signature-leaves = Wann unterschrieben wurde, dass der Schlüssel in den richtigen Händen war, oder dass stimmt, was der Bericht sagt.
verify-time = Wann wurde unterschrieben?
verify-time-text = Nur wenn `manifest-sha256.txt.sig.tsr` neben der Unterschrift liegt. Das Zertifikat der Stelle muss das Ihre sein. Der zweite Befehl gibt die Zeit aus.
verify-time-proves = Die Unterschrift lag zu dieser Zeit vor, wie jemand außerhalb der Organisation sagt.
verify-time-leaves = Ohne Zeitstempel: irgendetwas über die Zeit. Uhren von Verfassern und Tage von Commits beweisen nichts.
verify-source = Entstand er aus dem Commit, den er nennt?
verify-source-text = Besorgen Sie sich das Repository oder das `history.bundle` des Pakets und führen Sie dies in einem Klon davon neben dem Bericht aus. Der zweite gibt die Kennung hinter `#` aus. Der letzte Befehl fragt, ob der Commit selbst von jemandem unterschrieben ist, der das darf.
verify-source-proves = Das Repository enthält den Commit mit dem Baum, von dem der Bericht spricht, und nichts darin ist beschädigt.
verify-source-leaves = Dass die Seiten daraus entstanden. Das zeigt nur ein erneutes Erstellen, siehe unten.
verify-chain = Folgt er auf den Bericht davor?
verify-chain-text = Vergleichen Sie die Dateiliste des Berichts davor, wie Sie sie aufbewahrt haben, mit der Prüfsumme, die dieser Bericht nennt.
verify-chain-none = Dieser Bericht nennt keinen davor. Wenn Sie einen früheren haben, fragen Sie nach dem Grund: Werte, die dazwischen geändert wurden, fielen hier nicht auf.
verify-chain-proves = Die Organisation steht zu dem Bericht, den Sie haben, und Werte mit `Ag` sind in beiden gleich.
verify-chain-leaves = Dass es dazwischen keinen anderen Bericht gab.
verify-figures = Folgt ein Wert aus seinen Belegen?
verify-figures-text = Wählen Sie einen Wert auf einer Seite. Sein Anker steht in `data/figures.csv`, mit Veröffentlichung, Zeile, Version der Definition, Zählungen und den bestandenen Prüfregeln. Folgen Sie ihm zur Zeile der Veröffentlichung und zur Definition und rechnen Sie ihn nach. Summieren Sie die Gliederung, gehen Sie die Ausschlüsse von brutto nach netto durch und sehen Sie sich den ersten und den letzten Tag des Zeitraums an. Lassen Sie sich dann den Auszug mit dieser Prüfsumme von der Stelle geben, der das System gehört, und zählen Sie selbst. Gehen Sie zuletzt den umgekehrten Weg: Nehmen Sie Datensätze der Quelle und finden Sie sie gezählt oder nach einer benannten Regel ausgeschlossen.
verify-figures-proves = Der Wert ist, was die Definition aus den Zählungen macht, und die Zählungen sind die des Auszugs.
verify-figures-leaves = Dass geschah, was das Quellsystem aufgezeichnet hat. Das kann kein Bericht.
verify-tickmark = Mit Tickmark
verify-tickmark-text = Ein Befehl tut all das und führt die Prüfregeln I01 bis I08 aus. Mit `--rebuild` erstellt er den Bericht noch einmal aus dem Commit und vergleicht jedes Byte: Das zeigt kein anderer Schritt. Nehmen Sie das Programm von dort, wo Sie ihm trauen, nicht aus dem Paket.
verify-verdicts =
    Das Ergebnis ist eines von diesen und nie zwei in einem: **intact** (unversehrt); **altered** (verändert) mit den Dateien; **untrusted signer** (Unterschrift ohne Vertrauen); **unsigned** (nicht unterschrieben); **could not check** (nicht prüfbar) mit dem Grund. Was nicht erfasst wurde, ist ebenfalls genannt.
verify-open = Was offen bleibt
verify-open-text =
    - Ob die Daten der Quellen wahr sind. Der Bericht bezeugt, was mit ihnen geschah.
    - Ob sich Definitionen für ihren Zweck eignen. Sie stehen in den Grundlagen der Erstellung, zur Beurteilung.
    - Was nie als Kennzahl definiert wurde.
    - Ob ein Schlüssel gestohlen war, bevor es jemand bemerkte.

    Nehmen Sie zu Ihren Unterlagen: diesen Bericht, die Prüfsumme seiner Dateiliste, die Befehle und ihre Ausgaben.

## Veröffentlichungen und Änderungen.
release-history-title = Veröffentlichungen und Änderungen
release-history-lede = Jede Veröffentlichung von Ergebnissen: wann, durch wen, aus welchen Auszügen, und welche veröffentlichten Werte sie geändert hat.
release-history-list = Veröffentlichungen, die neueste zuerst
release-history-list-note = „Geänderte Werte“ zählt veröffentlichte Werte, die eine Veröffentlichung an die Stelle früherer gesetzt hat, auch in Gliederungen. Die früheren bleiben im Bericht, als frühere Stände.
release-history-none = Noch wurde nichts veröffentlicht.
release-history-prepared = Erstellt von
release-history-revised = Geänderte Werte
release-history-of-metrics = { $count ->
    [one] einer Kennzahl
   *[other] von { $count } Kennzahlen
 }
release-history-not-said = nicht gesagt
release-history-extracts = Auszüge
release-history-source = Quelle
release-history-where = Datei oder Ort
release-history-rows = Zeilen
release-history-received = Erhalten
release-history-restatements = Berichtigungen
release-history-restatement = Berichtigung
release-history-announced = Angekündigt
release-history-material = Wesentlich
release-history-no-restatement = Kein veröffentlichter Wert wurde berichtigt.
release-history-chain = Bericht davor
release-history-chain-note = Jeder Bericht, der den davor nennt, bildet eine Kette: Wer einen früheren hat, kann erkennen, ob dessen Werte ohne Hinweis geändert wurden.
release-history-tally-releases = { $count ->
    [one] Veröffentlichung
   *[other] Veröffentlichungen
}
release-history-tally-restatements = { $count ->
    [one] Berichtigung
   *[other] Berichtigungen
}
release-history-tally-revised = { $count ->
    [one] veröffentlichter Wert, den eine spätere Veröffentlichung geändert hat
   *[other] veröffentlichte Werte, die eine spätere Veröffentlichung geändert hat
}
