### Die Seite, mit der beginnt, wer ein Nachweispaket bekommen hat.

package-kicker = Nachweispaket
package-title = Hier beginnen: { $title }
package-lede = { $organisation } übergibt einen Bericht mit allem, was jemand braucht, der ihn prüfen muss, ohne denen zu vertrauen, die ihn erstellt haben, und ohne das Programm, mit dem er erstellt wurde. Diese Seite führt durch dreizehn Schritte. Sie gehört selbst zu dem, was zu prüfen ist: Folgen Sie ihr mit eigenen Werkzeugen.
package-not-assured = Erstellt von der Organisation selbst. Nichts auf dieser Seite oder in diesem Paket sagt, dass die Zahlen stimmen, und niemand hat hier ein Urteil darüber abgegeben.
package-unsigned = Dieser Bericht ist nicht signiert. Die folgenden Schritte zeigen trotzdem, ob das Paket vollständig ist; sie zeigen nicht, wer dafür einsteht.
package-dirty = Der Bericht wurde aus Dateien erstellt, die in keinem Commit stehen, und sagt es. Schritt 8 ist nicht möglich.
package-part = Dieses Paket enthält einen Teil dessen, worauf der Bericht beruht: { $scope }. Der Bericht selbst ist ganz, weil er als Ganzes signiert wird; `data/left-out.csv` nennt jede Datei, die fehlt, mit ihrem Prüfwert.
package-part-metrics = die Kennzahlen { $names }
package-part-periods = die Zeiträume { $names }
package-foot = Erstellt mit { $tool }. Derselbe Bericht und dieselben Optionen ergeben dasselbe Paket, Byte für Byte.

package-facts = Was Ihnen vorliegt
package-fact-report = Bericht
package-fact-as-of = Stand
package-fact-manifest = Prüfwert der Dateiliste des Berichts (SHA-256)
package-fact-commit = Commit, aus dem er erstellt wurde
package-fact-tree = Baum dieses Commits
package-fact-no-commit = keiner: Das Projekt lag in keinem Repository
package-fact-tool = Programm, das den Bericht erstellt hat
package-fact-signatures = Signaturen
package-fact-no-signature = keine
package-fact-name = Name dieses Pakets

package-contents = Was im Paket ist
package-contents-note = Das Paket ist ein „Bag“ (RFC 8493): oben zwei Listen mit Prüfwerten, alles andere unter `data/`. Alle Dateien sind Text, Tabellen, JSON, Webseiten oder Arbeitsmappen und lassen sich ohne das Programm öffnen.
package-head-place = Ort
package-head-holds = Enthält
package-holds-report = den Bericht, wie er ist, mit seinen Signaturen; beginnen Sie mit `data/report/index.html`
package-holds-records = jeden Eintrag, wie er geschrieben wurde, und daneben dasselbe als JSON
package-holds-snapshots = jede Fassung der Ergebnisse, wie sie veröffentlicht wurde
package-holds-settings = die Einstellungen des Projekts und seine Gestaltung, wo es eine hat
package-holds-changes = was aus jeder Definition wurde: Änderungen zwischen Versionen, wer, wann, mit welcher Zustimmung; `changes.csv`, `approvals.csv` und `bridges.csv` öffnet jede Tabellenkalkulation
package-holds-recalc = zu jeder Kennzahl eine Arbeitsmappe: Zählungen, Ausschlüsse und die Formel, die rechnet
package-holds-checks = jede Prüfung mit ihrem Ergebnis, auch den bestandenen
package-holds-findings = was nicht bestanden ist, je eine Zeile
package-holds-waivers = welche Prüfungen ausgesetzt sind, von wem und bis wann
package-holds-sample = { $drawn ->
    [one] eine Zahl zum Prüfen, gezogen aus { $of }
   *[other] { $drawn } Zahlen zum Prüfen, gezogen aus { $of }
}
package-holds-left-out = { $count ->
    [one] eines, was nicht im Paket ist, und warum
   *[other] { $count } Dinge, die nicht im Paket sind, und warum
}
package-holds-signers = eine Kopie der Liste derer, die signieren dürfen; kein Grund für Vertrauen, denn wer das Paket ändert, kann auch die Kopie ändern
package-holds-history = die Geschichte des Repositorys, für git
package-holds-chain = Listen, Signaturen und Herkunft früherer Berichte
package-holds-description = was das Paket über sich selbst sagt, für Programme

package-steps = Dreizehn Schritte
package-steps-note = Führen Sie die Befehle in dem Ordner aus, in dem diese Seite liegt. Dateien, die von anderswo kommen, stehen mit `../` da: Legen Sie sie neben diesen Ordner, nie hinein.
package-proves = Zeigt
package-proves-not = Zeigt nicht
package-or = Oder mit dem Programm selbst:

package-roots-title = Holen Sie sich die Grundlagen Ihres Vertrauens auf anderem Weg
package-roots-do = Bitten Sie Menschen, die Sie kennen, am Telefon oder persönlich um: die Liste derer, die signieren dürfen (`allowed_signers`), oder die Fingerabdrücke ihrer Schlüssel; das Zertifikat der Zeitstempelstelle; den Prüfwert der Programmversion; und den Prüfwert der Dateiliste des vorigen Berichts. Vergleichen Sie mit dem, was oben steht. Nichts in diesem Paket kann das ersetzen.
package-roots-proves = dass die Namen und Schlüssel unten bedeuten, was Sie annehmen
package-roots-not = nichts, wenn alles davon mit dem Paket kam
package-claims = Das Paket behauptet diese Signaturen. Nehmen Sie sie bis Schritt 3 als Behauptungen:
package-head-file = Datei
package-head-key = Schlüssel
package-head-who = Will sein
package-nobody = niemand, den die Kopie nennt
package-unfit = passt nicht zum Bericht

package-complete-title = Sehen Sie nach, ob das Paket vollständig und unverändert ist
package-complete-do = Der erste Befehl braucht `bagit` (von PyPI). Ohne das Programm nehmen Sie die drei darunter: `sha256sum` sagt nichts über Dateien, die hinzugefügt wurden; darum ist auch die Liste der Dateien zu vergleichen.
package-complete-proves = dass jede Datei da ist, mit den Bytes, die das Paket nennt, und keine andere
package-complete-not = wer das Paket erstellt hat: Wer eine Datei ändert, kann die Listen neu schreiben

package-signature-title = Prüfen Sie die Signatur des Berichts
package-signature-do = Jeder Befehl muss `Good "tickmark-report" signature` ausgeben und mit dem Rückgabewert 0 enden. Der Name hinter `-I` ist der, den Sie erwarten, nicht der, den das Paket behauptet. Bei einem alten Bericht, dessen Schlüssel seither abgelaufen ist, fügen Sie `-O verify-time=` mit der Zeit aus Schritt 4 an.
package-signature-none = Es gibt keine Signatur. Bitten Sie um einen signierten Bericht, oder lassen Sie sich den Prüfwert der Dateiliste von denen geben, die für ihn einstehen, und vergleichen Sie ihn damit:
package-signature-proves = dass der Inhaber des Schlüssels genau diesen Bericht signiert hat
package-signature-not = wann; und dass er dazu befugt war

package-time-title = Prüfen Sie die Zeit der Signatur
package-time-do = `../tsa-ca.pem` ist das Zertifikat der Stelle, aus Schritt 1.
package-time-none = Neben keiner Signatur liegt ein Zeitstempel einer vertrauenswürdigen Stelle. Die Zeit der Signatur beruht auf dem Wort des Unterzeichners, und Daten von Commits beweisen für sich nichts.
package-time-proves = dass es die Signatur zu der Zeit gab, die die Stelle nennt
package-time-not = dass sie da erst entstand

package-authority-title = Sehen Sie nach, ob die Unterzeichner befugt waren
package-authority-do = Vom Schlüssel zur Person, von der Person zur Rolle, von der Rolle zum Tag: Halten Sie die Unterzeichner gegen `data/records/content/people/` und die Richtlinien, und zählen Sie sie gegen die Zahl, die die Richtlinie verlangt. Fragen Sie die Personalabteilung, ob zwei Namen eine Person sind.
package-authority-proves = dass die Unterzeichner dafür benannt waren
package-authority-not = dass sie gelesen haben, was sie signierten

package-source-title = Gehen Sie zur Quelle
package-source-do = Der Klon entsteht neben dem Paket. Der letzte Befehl muss den Baum ausgeben, der oben steht.
package-source-none = Die Geschichte ist nicht in diesem Paket. Bitten Sie um Lesezugriff auf das Repository oder um ein Paket, das mit `--history` erstellt ist, und prüfen Sie dort, dass es den Commit gibt, dass seine Signatur hält und dass sein Baum der ist, der oben steht.
package-source-no-commit = Der Bericht wurde aus keinem Commit erstellt: Es gibt keine Quelle, zu der man gehen könnte.
package-source-proves = dass die Einträge in einer Geschichte stehen, die seither niemand umgeschrieben hat, soweit ihre Signaturen reichen
package-source-not = dass wahr ist, was eingetragen wurde

package-continuity-title = Halten Sie ihn gegen den Bericht davor
package-continuity-do = Nehmen Sie den vorigen Bericht so, wie Sie ihn damals bekommen haben, nicht eine Kopie aus diesem Paket. Der Prüfwert seiner Dateiliste muss der sein, den dieser Bericht nennt.
package-continuity-named = Dieser Bericht nennt als seinen Vorgänger den Bericht mit dem Prüfwert { $digest }.
package-continuity-none = Dieser Bericht nennt keinen Vorgänger. Wenn es einen gab, fragen Sie, warum.
package-continuity-proves = dass sich keine veröffentlichte Zahl ohne Berichtigung geändert hat und keine Kennzahl still verschwunden ist
package-continuity-not = nichts über Berichte, die niemand aufbewahrt hat

package-rebuild-title = Erstellen Sie den Bericht noch einmal
package-rebuild-do = Mit der Programmversion, die der Bericht nennt, auf einem eigenen Rechner und ohne Netz. Die beiden Listen müssen gleich sein; `diff` gibt dann nichts aus.
package-rebuild-proves = dass der Bericht durch das Programm aus der Quelle folgt und dazwischen nichts von Hand geschah
package-rebuild-not = dass das Programm richtig rechnet: siehe den nächsten Schritt

package-recalculate-title = Rechnen Sie Zahlen selbst nach
package-recalculate-do = Nehmen Sie Zahlen aus `data/sample.csv` oder suchen Sie selbst welche aus: von der Seite einer Zahl zu ihrer Zeile in `data/report/data/figures.csv`, von dort zur Zeile in `data/snapshots/` und zur Definition. Rechnen Sie sie aus Zähler und Nenner, addieren Sie die Gliederungen, folgen Sie den Ausschlüssen, und sehen Sie sich den ersten und den letzten Tag des Zeitraums an.
package-recalculate-proves = dass die Zahlen nach der Definition aus den Zählungen folgen
package-recalculate-not = dass die Zählungen stimmen

package-vouch-title = Gehen Sie von Zahlen zu den Quelldaten und zurück
package-vouch-do = Bitten Sie zu jeder Zahl der Stichprobe den Verantwortlichen des Quellsystems um den Auszug, den die Veröffentlichung nennt, vergleichen Sie seinen Prüfwert und zählen Sie neu. Dann andersherum: Nehmen Sie Fälle aus der Quelle, und finden Sie sie gezählt oder nach einer benannten Regel ausgeschlossen.
package-vouch-rule = Niemand hat die Stichprobe ausgesucht. Jede Zahl mit einem Wert im Umfang dieses Pakets bekommt einen Rang nach dem SHA-256 aus dem Prüfwert der Dateiliste des Berichts, einem Leerzeichen, ihrer Seite, `#` und ihrem Anker; die niedrigsten Ränge wurden genommen. So ergibt sich der Prüfwert einer Zahl:
package-vouch-proves = in der einen Richtung, dass es die Fälle gab, in der anderen, dass keine fehlen
package-vouch-not = mehr als die Fälle, die Sie angesehen haben

package-approval-title = Sehen Sie nach, wer den Änderungen zugestimmt hat
package-approval-do = Zu jeder Zeile von `data/changes/changes.csv` im Zeitraum: wer vorschlug, wer wann zustimmte (`approvals.csv`), die Klasse, alte und neue Zahlen (`bridges.csv`). Achten Sie auf Änderungen, die vor ihrer Zustimmung gelten, und auf Personen, die ihrer eigenen zustimmten.
package-approval-proves = dass die Kriterien von denen geändert wurden, die das dürfen, und dass Leser die Wirkung sehen konnten
package-approval-not = dass zwei Namen zwei Personen sind

package-failed-title = Lesen Sie, was nicht bestanden ist
package-failed-do = `data/findings.csv` enthält, was nicht bestanden ist, was nicht geprüft werden konnte und was ausgesetzt ist; `data/waivers.csv` sagt, warum und bis wann. Danach die überfälligen Maßnahmen, offenen Abweichungen und Abgleiche im Bericht.
package-failed-proves = wovon die Organisation weiß, dass es nicht stimmt
package-failed-not = wonach keine Prüfung sucht

package-retain-title = Bewahren Sie es auf
package-retain-do = Legen Sie das Paket, seinen Prüfwert, die Befehle und ihre Ausgaben zu Ihren Arbeitspapieren. Alle Formate lassen sich ohne das Programm öffnen.
