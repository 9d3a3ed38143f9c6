### Verzeichnisse und Seiten der Einträge zur Steuerung.

## Words that the registers of governance records share.

governance-none = keine
governance-not-said = keine Angabe
governance-total = Summe
governance-all = Alle
governance-yes = ja
governance-no = nein
governance-owner = Verantwortliche Stelle
governance-state = Status
governance-type = Art
governance-effect = Wirkung
governance-meaning = Bedeutung
governance-metric = Kennzahl
governance-value = Wert
governance-target = Zielwert
governance-status = Zielerreichung
governance-variation = Streuung
governance-period = Zeitraum
governance-from = Erster Tag
governance-to = Letzter Tag
governance-days = Tage
governance-due = Fällig
governance-when = Wann
governance-actions = Maßnahmen
governance-approved-by = Genehmigt von
governance-today = heute
governance-in-days =
    { $count ->
        [one] in { $count } Tag
       *[other] in { $count } Tagen
    }
governance-days-ago =
    { $count ->
        [one] vor { $count } Tag
       *[other] vor { $count } Tagen
    }
governance-days-to = Tage gezählt bis zum { $date }
governance-days-from-to = { $from } bis { $to } Tage
governance-days-over = über { $days } Tage
governance-from-to = { $from } bis { $to }
governance-as-of = Stand { $date }
governance-titled-days = { $title }, { $from } bis { $to }

## The register of actions.

action-standing-title = Wo sie stehen
action-tally-to-do =
    { $count ->
        [one] Maßnahme zu erledigen
       *[other] Maßnahmen zu erledigen
    }
action-tally-overdue =
    { $count ->
        [one] davon überfällig
       *[other] davon überfällig
    }
action-tally-waiting =
    { $count ->
        [one] umgesetzt, Wirkung noch offen
       *[other] umgesetzt, Wirkung noch offen
    }
action-tally-ended =
    { $count ->
        [one] beendet
       *[other] beendet
    }
action-tally-verified =
    { $count ->
        [one] davon nachweislich wirksam
       *[other] davon nachweislich wirksam
    }
action-ageing-title = Alter der offenen Maßnahmen
action-ageing-subtitle = Offene Maßnahmen nach Tagen seit der Eröffnung
action-ageing-figure = { $count ->
        [one] { $count } Maßnahme ist offen
       *[other] { $count } Maßnahmen sind offen
    }, { $overdue ->
        [0] keine überfällig
       *[other] davon { $overdue } überfällig
    }
action-opened-basis = Von { $all } offenen Maßnahmen nennen { $count } den Tag der Eröffnung: im Eintrag selbst oder am Anfang seiner Kennung. Offen ist, was zu erledigen ist, und was umgesetzt wurde und noch auf seine Prüfung wartet; überfällig ist nur, was zu erledigen ist.
action-open-caption = Offene Maßnahmen
action-group-to-do = Zu erledigen
action-group-waiting = Umgesetzt, Wirkung noch offen
action-opened = Eröffnet
action-age = Alter in Tagen
action-overdue-days = Tage überfällig
action-closure-title = Abschluss im Zeitverlauf
action-none-closed = Noch keine Maßnahme wurde abgeschlossen.
action-closed-on-time =
    { $count ->
        [one] { $count } Maßnahme hat einen Abschlusstag; fristgerecht abgeschlossen: { $intime } von { $count }, nach { $days } Tagen.
       *[other] { $count } Maßnahmen haben einen Abschlusstag; { $intime } davon wurden fristgerecht abgeschlossen. Der Median von der Eröffnung bis zum Abschluss beträgt { $days } Tage.
    }
action-closure-figure = { $count ->
        [one] { $count } Maßnahme ist offen
       *[other] { $count } Maßnahmen sind offen
    }; am Ende eines Zeitraums waren es höchstens { $most }
action-closure-note = Eine abgeschlossene Maßnahme zählt ab ihrem Abschlusstag; der letzte Zeitraum reicht bis zum Stichtag des Berichts.
action-left-out =
    { $count ->
        [one] { $count } Maßnahme nennt keinen Tag der Eröffnung oder endete ohne Abschlusstag und ist nicht enthalten.
       *[other] { $count } Maßnahmen nennen keinen Tag der Eröffnung oder endeten ohne Abschlusstag und sind nicht enthalten.
    }
action-closure-caption = Eröffnet und abgeschlossen nach Zeitraum
action-closure-foots = offen am Ende = offen davor + eröffnet − abgeschlossen
action-opened-count = Eröffnet
action-closed-count = Abgeschlossen
action-open-at-end = Offen am Ende
action-effect-title = Haben sie gewirkt?
action-none-done = Noch keine Maßnahme wurde umgesetzt.
action-effect-basis =
    { $count ->
        [one] Von { $done } umgesetzten Maßnahmen wurde { $count } geprüft; nachweislich gewirkt: { $verified }.
       *[other] Von { $done } umgesetzten Maßnahmen wurden { $count } geprüft; davon nachweislich gewirkt: { $verified }.
    }
action-effect = Wirkung
action-effect-caption = Maßnahmen nach Wirkung
action-verified = wirksam
action-verified-meaning = umgesetzt und nachweislich wirksam
action-ineffective = unwirksam
action-ineffective-meaning = umgesetzt und nachweislich unwirksam
action-not-tested = noch nicht geprüft
action-not-tested-meaning = umgesetzt; die Prüfung ist benannt und hat noch kein Ergebnis
action-no-test = keine Prüfung
action-no-test-meaning = umgesetzt; keine Prüfung benannt
action-effect-listed = Unwirksam oder noch offen
action-effect-metric = Zu bewegende Kennzahl
action-counts-title = Nach Anlass und verantwortlicher Stelle
action-by-cause = Nach Anlass
action-cause = Anlass
action-by-owner = Nach verantwortlicher Stelle
action-to-do = Zu erledigen
action-overdue = Überfällig
action-waiting = Wirkung offen
action-ended = Beendet

## The register of decisions.

decision-tally-decided =
    { $count ->
        [one] Entscheidung in Kraft
       *[other] Entscheidungen in Kraft
    }
decision-tally-proposed =
    { $count ->
        [one] vorgeschlagen
       *[other] vorgeschlagen
    }
decision-tally-superseded =
    { $count ->
        [one] abgelöst
       *[other] abgelöst
    }
decision-body = Entschieden von
decision-date = Entschieden am
decision-by-body-title = Wer entschieden hat
decision-by-body = Entscheidungen nach Gremium und Art
decision-by-several =
    { $count ->
        [one] { $count } Entscheidung wurde von mehreren gemeinsam getroffen und zählt bei jedem von ihnen.
       *[other] { $count } Entscheidungen wurden von mehreren gemeinsam getroffen und zählen bei jedem von ihnen.
    }
decision-revisit-title = Wiedervorlage
decision-none-to-revisit = Keine geltende Entscheidung hat einen Termin zur Wiedervorlage.
decision-revisit-basis =
    { $count ->
        [one] { $count } geltende Entscheidung hat einen Termin zur Wiedervorlage; davon überfällig: { $overdue }.
       *[other] { $count } geltende Entscheidungen haben einen Termin zur Wiedervorlage; davon überfällig: { $overdue }.
    }
decision-revisit-caption = Frühester Termin zuerst
decision-chains-title = Welche welche abgelöst hat
decision-chains-caption = Entscheidungen, die frühere ablösten
decision-in-force = Entscheidung
decision-replaced = Löste ab

## The register of reviews, and the agenda pack of the next one.

review-tally-planned =
    { $count ->
        [one] Besprechung geplant
       *[other] Besprechungen geplant
    }
review-tally-held =
    { $count ->
        [one] abgehalten
       *[other] abgehalten
    }
review-tally-missed =
    { $count ->
        [one] ausgefallen
       *[other] ausgefallen
    }
review-tally-lapsed =
    { $count ->
        [one] mit verstrichenem Termin
       *[other] mit verstrichenem Termin
    }
review-body = Gremium
review-held = Abgehalten
review-missed = Ausgefallen
review-rate = Abgehalten von fälligen
review-last = Zuletzt abgehalten
review-next = Nächste, mit Sitzungsmappe
review-pack-for = Sitzungsmappe für den { $date }
review-by-body-title = Nach Gremium
review-by-body = Wie zuverlässig jedes Gremium tagt
review-rate-basis = Fällig sind Besprechungen, die abgehalten wurden oder ausfielen; eine geplante mit verstrichenem Termin zählt als ausgefallen. Anteile sind auf ganze Prozent gerundet.
review-calendar-title = Kalender
review-calendar-subtitle = Besprechungen je Gremium am Tag, an dem sie stattfanden, sonst am geplanten Tag
review-calendar-figure =
    { $count ->
        [one] Von { $count } bisher fälligen Besprechung wurde { $held } abgehalten
       *[other] Von { $count } bisher fälligen Besprechungen wurden { $held } abgehalten
    }
review-calendar-caption = Alle Besprechungen nach Termin
review-scheduled = Geplant für
review-held-on = Abgehalten am
review-delay = Tage Verzug
pack-title = Sitzungsmappe
pack-basis = Für die Besprechung am { $date }, aus allen Einträgen, Stand { $asof }. Genannt ist, was bis dahin fällig ist; was aus dem eigenen Gremium stammt, steht zuerst.
pack-nothing = Ohne Eintrag: { $points }.
pack-own = Aus diesem Gremium
pack-others = Andere
pack-last-time = Letztes Mal
pack-last-time-nothing = Sie nennt keine Entscheidung, und keine Maßnahme ging aus ihr hervor.
pack-decided = Letztes Mal entschieden
pack-actions-from-it = Daraus entstandene Maßnahmen
pack-actions-due = Bis dahin fällige Maßnahmen
pack-decisions-to-revisit = Entscheidungen zur Wiedervorlage
pack-deviations = Nicht abgeschlossene Abweichungen
pack-changes = Änderungen, die auf Genehmigung warten
pack-finding = Feststellung
pack-findings = Bis dahin fällige Feststellungen
pack-waivers = Bis dahin endende Ausnahmen
pack-metrics = Kennzahlen der Scorecards, die ihr Ziel verfehlen oder eine besondere Ursache zeigen

## Deviations.

deviation-tally-open =
    { $count ->
        [one] offen
       *[other] offen
    }
deviation-tally-contained =
    { $count ->
        [one] eingedämmt
       *[other] eingedämmt
    }
deviation-tally-closed =
    { $count ->
        [one] abgeschlossen
       *[other] abgeschlossen
    }
deviation-course-title = Wann und wie lange
deviation-course-caption = Neueste zuerst; Tage bis zum letzten, beide mitgezählt
deviation-figure =
    { $count ->
        [one] { $count } Abweichung, davon { $open } nicht abgeschlossen
       *[other] { $count } Abweichungen, davon { $open } nicht abgeschlossen
    }
deviation-goes-on = dauert an
deviation-key-shades = schattiert Diagramme
deviation-key-leaves = schattiert nichts
deviation-key-goes-on = noch ohne Ende
deviation-shading-title = Was sie schattieren
deviation-shaded-title = Was sie schattiert
deviation-shaded-caption = Schattierte Zeiträume je Kennzahl
deviation-shaded = Schattiert
deviation-periods = Zeiträume
deviation-nothing = nichts
deviation-no-figures = kein Zeitraum mit Werten
deviation-rule = Ein Diagramm ist dort schattiert, wo Ergebnisse ausgeschlossen oder nicht veröffentlicht werden: in jedem Zeitraum, in den die Abweichung reichte, vom ersten bis zum letzten Wert der Kennzahl. Werte darin gehen nicht in Grenzen und Regeln ein.
deviation-shades-nothing = Kein Diagramm ist schattiert: Die Ergebnisse dieser Zeit werden wie alle anderen veröffentlicht oder gekennzeichnet veröffentlicht.
deviation-lasted =
    { $count ->
        [one] Sie dauerte { $count } Tag, { $from }, letzter Tag { $to }.
       *[other] Sie dauerte { $count } Tage, vom { $from } bis zum { $to }, beide mitgezählt.
    }
deviation-lasts =
    { $count ->
        [one] Sie dauert seit dem { $from } an, bis zum { $date } { $count } Tag.
       *[other] Sie dauert seit dem { $from } an, bis zum { $date } { $count } Tage.
    }

## Restatements.

restatement-tally =
    { $count ->
        [one] Berichtigung
       *[other] Berichtigungen
    }
restatement-tally-material =
    { $count ->
        [one] davon wesentlich
       *[other] davon wesentlich
    }
restatement-tally-announced =
    { $count ->
        [one] angekündigt, Werte folgen
       *[other] angekündigt, Werte folgen
    }
restatement-tally-figures =
    { $count ->
        [one] Wert geändert
       *[other] Werte geändert
    }
restatement-ledger-title = Berichtigungsbuch
restatement-ledger = Jüngste Ankündigung zuerst
restatement-reason = Grund
restatement-reason-source = bessere Quelldaten
restatement-reason-recalculation = planmäßige Neuberechnung
restatement-reason-method = Methode oder Definition
restatement-reason-correction = Korrektur eines Fehlers
restatement-material = Wesentlich
restatement-scheduled = Planmäßig
restatement-announced = Angekündigt
restatement-decision = Entscheidung oder Änderung
restatement-release = Veröffentlichung
restatement-figures = Geänderte Werte
restatement-rows-title = Geänderte Werte
restatement-rows-caption = Nach Kennzahl, Teil der Ergebnisse und Zeitraum
restatement-rows-still =
    { $count ->
        [one] { $count } weiterer Wert beruht auf anderen Anzahlen und blieb gleich
       *[other] { $count } weitere Werte beruhen auf anderen Anzahlen und blieben gleich
    }
restatement-rows-left-out =
    { $count ->
        [one] { $count } weiterer Wert steht in der Datendatei der Kennzahl
       *[other] { $count } weitere Werte stehen in den Datendateien der Kennzahlen
    }
restatement-cell = Teil der Ergebnisse
restatement-total = gesamt
restatement-old = Vorher
restatement-new = Nachher
restatement-difference = Differenz
restatement-no-release = Keine Veröffentlichung nennt diese Berichtigung; kein Wert hat sich durch sie geändert.
restatement-basis =
    { $count ->
        [one] { $count } Wert geändert; Kennzahlen: { $metrics }; Veröffentlichungen, die diese Berichtigung nennen: { $releases }.
       *[other] { $count } Werte geändert, Zeilen und Summen von Zeilen. Betroffene Kennzahlen: { $metrics }; Veröffentlichungen mit dieser Berichtigung: { $releases }.
    }

## Changes.

change-tally =
    { $count ->
        [one] Änderung
       *[other] Änderungen
    }
change-tally-waiting =
    { $count ->
        [one] wartet auf Genehmigung
       *[other] warten auf Genehmigung
    }
change-tally-coming =
    { $count ->
        [one] noch nicht in Kraft
       *[other] noch nicht in Kraft
    }
change-tally-lacking =
    { $count ->
        [one] ohne eine für die Klasse nötige Zustimmung fortgeführt
       *[other] ohne eine für die Klasse nötige Zustimmung fortgeführt
    }
change-class = Klasse
change-by-class-title = Nach Klasse und Status
change-by-class = Erklärte Klasse und Status
change-effective = In Kraft ab
change-approvals = Zustimmungen
change-agreement-title = Zustimmung
change-agreement-rule = Eine unvereinbare Änderung braucht die Zustimmung eines Gremiums, jede andere die von jemandem, der sie nicht vorgeschlagen hat.
change-agreement-basis =
    { $count ->
        [one] Von der Vorlage bis zur letzten Zustimmung vergingen { $days } Tage, bei der { $count } Änderung, die beides nennt.
       *[other] Von der Vorlage bis zur letzten Zustimmung beträgt der Median { $days } Tage, das längste { $longest } Tage, bei { $count } Änderungen, die beides nennen.
    }
change-agreement-caption = Erteilte und fehlende Zustimmung
change-agreed = Zugestimmt
change-nobody = niemand
change-lacks = Fehlt
change-needs-committee = die eines Gremiums
change-needs-somebody = die einer anderen Person
change-waits = wartet auf Genehmigung
change-needs-nothing = nichts
change-open-gates = Offene Bedingungen
change-days = Tage bis zur Zustimmung
change-lacks-committee = Die Klasse dieser Änderung braucht die Zustimmung eines Gremiums; sie fehlt.
change-lacks-somebody = Diese Änderung braucht die Zustimmung von jemandem, der sie nicht vorgeschlagen hat; sie fehlt.
change-lacks-nothing = Die Zustimmung, die die Klasse dieser Änderung braucht, liegt vor.
change-gates =
    { $count ->
        [one] { $count } Bedingung muss vor dem Inkrafttreten erfüllt sein; offen: { $open }.
       *[other] { $count } Bedingungen müssen vor dem Inkrafttreten erfüllt sein; offen: { $open }.
    }
change-approval-took =
    { $count ->
        [one] Von der Vorlage am { $from } bis zur letzten Zustimmung am { $to } verging { $count } Tag.
       *[other] Von der Vorlage am { $from } bis zur letzten Zustimmung am { $to } vergingen { $count } Tage.
    }
change-upcoming-title = Noch nicht in Kraft
change-upcoming-caption = Frühester Termin zuerst
change-none-coming = Keine Änderung steht noch bevor.
change-old = Alte Definition
change-new = Neue Definition
change-difference = Neu − alt
change-ratio = Neu ÷ alt
change-bridge-result =
    { $count ->
        [one] Über { $count } Zeitraum, Mittelwert von neu − alt: { $mean }; Summe neu ÷ Summe alt: { $ratio }.
       *[other] Über { $count } Zeiträume, Mittelwert von neu − alt: { $mean }; Summe neu ÷ Summe alt: { $ratio }.
    }
change-bridge-method = Methode: parallele Werte derselben Zeiträume nach beiden Definitionen. Die additive Überleitung ist Mittelwert(neu − alt), die multiplikative Summe(neu) ÷ Summe(alt); beide sind exakt aus den obigen Werten berechnet und einmal gerundet, zur geraden Ziffer.
change-effect-title = Wirkung auf die Werte
change-effect-caption = Von { $from } zu { $to }
change-effect-part = Anteil
change-effect-reported = Wie veröffentlicht für { $period }
change-effect-data = Späte oder berichtigte Einträge
change-effect-definition = Neue Definition
change-effect-performance = Leistung
change-effect-unknown = nicht bekannt
change-effect-later = Es gibt noch keinen Wert allein nach der neuen Definition.
change-effect-method = Verfahren: Daten ist der frühere Zeitraum nach der alten Definition, aus den Einträgen des Vergleichs, weniger sein erster veröffentlichter Wert; Definition ist neu weniger alt aus denselben Einträgen; Leistung ist der spätere Zeitraum weniger der frühere, beide nach der neuen Definition. Die Anteile ergeben zusammen genau den Unterschied.

## What a record touches.

touch-title = Worauf sich dies bezieht
touch-metrics = Kennzahlen
touch-metrics-count =
    { $count ->
        [one] { $count } Kennzahl
       *[other] { $count } Kennzahlen
    }
touch-why = Warum
touch-periods = Zeiträume
touch-periods-within = { $count } innerhalb von { $range }
touch-named = hier genannt unter „{ $field }“
touch-names-this = nennt diesen Eintrag unter „{ $field }“
touch-in-scope = ihr Diagramm zeigt das Ereignis: ihre Gliederungen umfassen den Geltungsbereich
touch-restated =
    { $count ->
        [one] { $count } Wert geändert
       *[other] { $count } Werte geändert
    }
touch-through = über „{ $title }“ ({ $kind })
touch-scorecards = Scorecards, die diese Kennzahlen bewerten
touch-scores = bewertet { $metrics }
touch-mentions = Text, der hierher verweist
touch-page = Textseite
touch-prose = Text eines Eintrags: { $kind }

## Waivers, policies, evidence, risks and the calendar.

waiver-title = Welche gelten und bis wann
waiver-caption = Nach dem letzten Tag ihrer Geltung
waiver-tally-holding =
    { $count ->
        [one] geltende Ausnahme
       *[other] geltende Ausnahmen
    }
waiver-tally-ending =
    { $count ->
        [one] davon endet innerhalb von 90 Tagen
       *[other] davon enden innerhalb von 90 Tagen
    }
waiver-tally-ended =
    { $count ->
        [one] abgelaufen
       *[other] abgelaufen
    }
waiver-tally-lapsed =
    { $count ->
        [one] nach dem letzten Tag noch als gültig geführt
       *[other] nach dem letzten Tag noch als gültig geführt
    }
waiver-lapsed = Nach dem letzten Tag noch als gültig geführt
waiver-ending = Enden innerhalb von 90 Tagen
waiver-holding = Gelten länger
waiver-ended = Abgelaufen
policy-title = Wann sie zu überprüfen sind
policy-caption = Frühester Termin zuerst
policy-tally-overdue =
    { $count ->
        [one] Überprüfung überfällig
       *[other] Überprüfungen überfällig
    }
policy-tally-coming =
    { $count ->
        [one] Überprüfung innerhalb von 90 Tagen
       *[other] Überprüfungen innerhalb von 90 Tagen
    }
policy-used-by = Verwendet von
evidence-title = Was darauf beruht und bis wann es aufbewahrt wird
evidence-caption = Zuletzt erhaltene zuerst
evidence-tally-kept =
    { $count ->
        [one] aufbewahrter Beleg
       *[other] aufbewahrte Belege
    }
evidence-tally-over =
    { $count ->
        [one] über die Frist hinaus aufbewahrt
       *[other] über die Frist hinaus aufbewahrt
    }
evidence-tally-uncited =
    { $count ->
        [one] von keinem Eintrag angeführt
       *[other] von keinem Eintrag angeführt
    }
evidence-tally-unproved =
    { $count ->
        [one] ohne Prüfsumme
       *[other] ohne Prüfsumme
    }
evidence-kept-until = Aufzubewahren bis
evidence-citations = Anführungen
evidence-cited-by = Angeführt von
evidence-nothing = nichts
evidence-records =
    { $count ->
        [one] { $count } Eintrag
       *[other] { $count } Einträge
    }
evidence-uncited = Von keinem Eintrag angeführt
risk-title = Wie ihre Kennzahlen stehen
risk-caption = jüngster Wert jeder Kennzahl, die sie überwacht
risk-none-watched = Kein Risiko nennt eine Kennzahl, die es überwacht.
risk-no-value = kein Wert
risk-no-figures = keine Werte
risk-tally-watched =
    { $count ->
        [one] durch Kennzahlen überwachtes Risiko
       *[other] durch Kennzahlen überwachte Risiken
    }
risk-tally-missing =
    { $count ->
        [one] davon mit verfehltem Ziel
       *[other] davon mit verfehltem Ziel
    }
risk-tally-unwatched =
    { $count ->
        [one] ohne Kennzahl
       *[other] ohne Kennzahl
    }
calendar-title = Ereignisse im Zeitverlauf
calendar-figure = { $count ->
        [one] { $count } Ereignis
       *[other] { $count } Ereignisse
    }, { $types ->
        [one] { $types } Art
       *[other] { $types } Arten
    }
calendar-caption = Ereignisse nach Art
calendar-event = Ereignis
calendar-in-scope = Betroffene Kennzahlen
calendar-every-metric = jede Kennzahl
calendar-scope-rule = Ein Ereignis betrifft eine Kennzahl, deren Gliederungen alle umfassen, die das Ereignis nennt. Diagramme zeigen alle Ereignisse außer denen des Geschäftsjahres.

## Felder, die hier hinzukamen.

field-opened = Eröffnet am
field-submitted = Vorgelegt am
