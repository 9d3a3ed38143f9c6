### Seiten der Untersuchung: Ursachen, Versuche, Abgleiche, Erkenntnisse, Feststellungen, Umfragen, Ziele.

inquiry-metric = Kennzahl
inquiry-action = Maßnahme
inquiry-state = Stand
inquiry-due = Fällig
inquiry-done = Erledigt am
inquiry-earlier = Frühere Zeiträume
inquiry-none = keine
inquiry-period = Zeitraum
inquiry-before = Vorher
inquiry-after = Nachher
inquiry-difference = Unterschied
inquiry-interval = 95-%-Intervall
inquiry-reading = Lesart
inquiry-latest-period = Letzter Zeitraum
inquiry-latest-value = Letzter Wert
inquiry-no-value = kein Wert
inquiry-not-said = keine Angabe
inquiry-from-to = { $from } bis { $to }
inquiry-with-interval = { $difference } ({ $interval })
inquiry-no-interval = kein Intervall
inquiry-not-judged = nicht beurteilt
inquiry-no-difference = kein klarer Unterschied
inquiry-better = besser
inquiry-worse = schlechter
inquiry-moved = verändert
inquiry-zero = kein Unterschied
inquiry-difference-unit = Unterschied in { $unit }, mit 95-%-Intervall, wo sich eines berechnen lässt
inquiry-too-few = zu wenige Zeiträume: { $before } vorher, { $after } nachher; nötig sind mindestens { $fewest } auf jeder Seite
inquiry-overflow = eine Summe hat zu viele Stellen, um genau gehalten zu werden
inquiry-basis = Wie dies berechnet wurde
inquiry-periods = { $metric }: { $count ->
    [one] ein Zeitraum
   *[other] { $count } Zeiträume
 } auf jeder Seite, vorher { $before }, nachher { $after }.
inquiry-span = { $first } bis { $last }
inquiry-span-counts = { $span } ({ $part } von { $whole })
inquiry-span-quotient = { $span } ({ $part } durch { $whole })
inquiry-method-proportions = Anteile sind aus den Zählungen der Zeiträume zusammengefasst; das Intervall ist das von Newcombe für den Unterschied zweier unabhängiger Anteile (Verfahren 10, aus Wilson-Grenzen).
inquiry-method-weighted = Gewichtete Anteile sind aus den Summen der Gewichte zusammengefasst; das Intervall ist das von Newcombe (Verfahren 10), aus Wilson-Grenzen bei den effektiven Umfängen nach Kish.
inquiry-method-means = Mittelwerte sind aus den Summen der Zeiträume zusammengefasst; das Intervall ist das normale für zwei Mittelwerte mit ungleichen Varianzen, aus Umfang und Standardabweichung der Zeiträume und der Streuung zwischen ihnen.
inquiry-method-pooled = Werte sind aus den Summen der Zeiträume zusammengefasst; die Zeilen enthalten nichts, woraus sich ein Intervall berechnen ließe.
inquiry-method-periods = Werte sind der Mittelwert der Werte der Zeiträume; ein Intervall wird nicht angegeben, weil sie nicht aus Zählungen stammen, die sich zusammenfassen ließen.
inquiry-suspended = Ausgelassen, weil die Kennzahl ausgesetzt war: { $periods }.
inquiry-crosses = Zwischen diesen Zeiträumen hat sich die Definition geändert; ein Teil des Unterschieds kann daher kommen.
inquiry-no-cause = Dies ist ein Unterschied in der Zeit. Was zwischen beiden Seiten sonst geschah, ist nicht herausgerechnet; was ihn verursacht hat, zeigt er nicht.
inquiry-action-effect = Vor und nach dieser Maßnahme
inquiry-action-days = Die Maßnahme wurde am { $begun } vereinbart und am { $done } abgeschlossen; der Eintrag sagt nicht, ab wann sie galt. Zeiträume, die die Zeit dazwischen berühren, stehen auf keiner Seite.
inquiry-action-placed-days = Die Maßnahme wurde am { $begun } vereinbart und galt ab dem { $done }. Zeiträume, die die Zeit dazwischen berühren, stehen auf keiner Seite.
inquiry-action-placed-day = Die Maßnahme galt ab dem { $done }. Der Zeitraum mit diesem Tag steht auf keiner Seite, außer er beginnt mit ihm.
inquiry-action-day = Die Maßnahme wurde am { $done } abgeschlossen. Der Zeitraum mit diesem Tag steht auf keiner Seite, außer er beginnt mit ihm.

inquiry-causes-behind = Ursachenanalyse hinter diesem Eintrag
inquiry-causes-of-metric = Gefundene Ursachen
inquiry-found-by = Gefunden durch
inquiry-cause = Ursache
inquiry-assuming = Unter der Annahme
inquiry-limits = Grenzen
inquiry-confidence = Sicherheit

cause-chain = Schritt für Schritt nach dem Warum gefragt
cause-chain-figure = { $count ->
    [one] Eine Frage
   *[other] { $count } Fragen
 } zurück vom Geschehen zu seiner Ursache
cause-chain-description = { $count ->
    [one] Eine Frage führt
   *[other] { $count } Fragen führen
 } vom Geschehen zu { $causes ->
    [one] einer Ursache
   *[other] { $causes } Ursachen
 }. Die Liste darunter enthält jede Frage und Antwort in voller Länge.
cause-cut-note = Lange Antworten sind im Bild gekürzt; die Liste darunter enthält sie in voller Länge, mit dem Beleg für jede.
cause-effect = Was geschah
cause-root = Ursache
cause-root-numbered = Ursache { $number }
cause-no-evidence = für diese Antwort ist kein Beleg genannt
cause-fishbone = Mögliche Ursachen nach Gruppen
cause-fishbone-figure = { $count ->
    [one] Eine mögliche Ursache
   *[other] { $count } mögliche Ursachen
 } des Geschehens
cause-fishbone-description = Mögliche Ursachen in den Gruppen { $groups } führen zum Geschehen. Die Liste darunter enthält sie in voller Länge.
cause-fishbone-note = Dies sind Ursachen, die erwogen wurden. Welche sich bestätigt haben, steht unter den gefundenen Ursachen.
cause-none-in-group = keine in dieser Gruppe
cause-recurrences = Vorher und wieder
cause-recurrence-intro = { $earlier ->
    [0] Keine frühere Analyse derselben Sache ist genannt
    [one] Eine frühere Analyse derselben Sache ist genannt
   *[other] { $earlier } frühere Analysen derselben Sache sind genannt
 }; { $later ->
    [0] keine spätere nennt diese.
    [one] eine spätere nennt diese.
   *[other] { $later } spätere nennen diese.
 }
cause-earlier = früher
cause-later = später
cause-actions = Was dagegen getan wird
cause-no-action = Keine Maßnahme nennt diese Analyse als Grund.
cause-register-methods = Verfahren, Reichweite und Sicherheit
cause-methods-caption = Analysen nach Verfahren und Reichweite, und wie sicher ihre Ergebnisse sind
cause-method = Verfahren
cause-scope = Reichweite
cause-analyses = Analysen
cause-sure-high = Hohe Sicherheit
cause-sure-medium = Mittlere
cause-sure-low = Geringe
cause-sure-unsaid = Ohne Angabe
cause-tally-all = { $count ->
    [one] Analyse
   *[other] Analysen
 }
cause-tally-systemic = { $count ->
    [one] reicht über ihren Fall hinaus
   *[other] reichen über ihren Fall hinaus
 }
cause-tally-low = mit geringer Sicherheit
cause-tally-again = { $count ->
    [one] zu etwas, das schon einmal geschehen war
   *[other] zu etwas, das schon einmal geschehen war
 }
cause-register-again = Was wieder geschah
cause-register-none-again = { $count ->
    [one] Die eine Analyse nennt keine frühere derselben Sache.
   *[other] Keine der { $count } Analysen nennt eine frühere derselben Sache.
 }
cause-analysis = Analyse
cause-earlier-analysis = Frühere Analyse derselben Sache

experiment-result = Ergebnis
experiment-no-result = Noch ist kein Ergebnis eingetragen.
experiment-result-figure = Der gemessene Unterschied
experiment-method = Verfahren
experiment-observations = Beobachtungen
experiment-n = { $reached }
experiment-n-of-planned = { $reached } ({ $planned } geplant)
experiment-n-planned = { $planned } geplant
experiment-result-note = Unterschied und Intervall stehen hier, wie der Eintrag sie angibt; sie wurden nicht nachgerechnet.
experiment-before-after = Vorher und nachher
experiment-guardrails = Leitplanken vorher und nachher
experiment-guardrails-latest = Leitplanken heute
experiment-guardrails-note = Die Einträge enthalten für die Leitplanken keine Werte je Gruppe. Dies sind die letzten veröffentlichten Werte über alles.
experiment-register-results = Ergebnisse
experiment-running = Laufend
experiment-planned = Geplant
experiment-concluded = Abgeschlossen
experiment-stopped = Vorzeitig beendet
experiment-name = Versuch
experiment-type = Art
experiment-start = Erster Tag
experiment-end = Letzter Tag
experiment-none-yet = noch keines
experiment-interventions = Maßnahmen, die eine Kennzahl bewegen sollten
experiment-interventions-intro = { $count ->
    [one] Eine Maßnahme ist erledigt und nennt eine Kennzahl mit Werten: die Kennzahl vor der Vereinbarung und nach dem Abschluss.
   *[other] { $count } Maßnahmen sind erledigt und nennen eine Kennzahl mit Werten: jede Kennzahl vor der Vereinbarung und nach dem Abschluss.
 }

reconciliation-bridge = Von unserem Wert zum anderen
reconciliation-figure = Was zwischen den beiden Werten liegt
reconciliation-description = Unser Wert ist { $own }, der andere { $other }; { $rest } bleiben ungeklärt.
reconciliation-scale-note = Die Skala muss nicht bei null beginnen: Werte sind Marken; nur was dazukommt oder abgeht, ist als Länge gezeichnet.
reconciliation-own = Unser veröffentlichter Wert
reconciliation-other = Wert der anderen Quelle
reconciliation-rest = Ungeklärter Rest
reconciliation-own-short = Unser Wert
reconciliation-other-short = Anderer Wert
reconciliation-rest-short = Rest
reconciliation-tolerance-short = Toleranz
reconciliation-item = Schritt
reconciliation-amount = Dazu
reconciliation-reached = Erreichter Wert
reconciliation-table = Dasselbe Schritt für Schritt
reconciliation-difference = Unterschied, anderer weniger unser Wert
reconciliation-explained = Erklärt
reconciliation-tolerance = Toleranz für den Rest
reconciliation-tolerance-band = Schattiert: { $tolerance } zu beiden Seiten des anderen Werts, der geduldete Rest.
reconciliation-within = Rest innerhalb der Toleranz
reconciliation-beyond = Rest außerhalb der Toleranz
reconciliation-no-figure = Zu dieser Kennzahl und diesem Zeitraum ist kein eigener Wert veröffentlicht; es gibt nichts zu vergleichen.
reconciliation-register = Reste neben ihrer Toleranz
reconciliation-name = Abgleich
reconciliation-agreed = Einig
reconciliation-open = Offen
reconciliation-unresolved = Ungelöst
reconciliation-tally-agreed = einig
reconciliation-tally-open = offen
reconciliation-tally-unresolved = ungelöst

finding-parts = In sechs Teilen
finding-criteria = Was sein soll
finding-condition = Was ist
finding-cause = Warum es so ist
finding-effect = Was daraus folgt
finding-recommendation = Was die Prüfung empfiehlt
finding-response = Was geantwortet wird
finding-no-response = noch keine Antwort
finding-rating = Bewertung
finding-time = Zeit
finding-settled = erledigt
finding-overdue = { $count ->
    [one] seit einem Tag überfällig
   *[other] seit { $count } Tagen überfällig
 }
finding-days-left = { $count ->
    [0] heute fällig
    [one] noch ein Tag
   *[other] noch { $count } Tage
 }
finding-actions = Ergriffene Maßnahmen
finding-no-action = Keine Maßnahme ist genannt.
finding-all = Alle
finding-name = Feststellung
finding-state-open = Offen
finding-state-agreed = Anerkannt
finding-state-remediated = Behoben
finding-state-verified = Bestätigt
finding-state-closed = Geschlossen
finding-state-risk-accepted = Risiko getragen
finding-register-rating = Nach Bewertung und Stand
finding-register-unsettled = Noch nicht behoben
finding-register-unsettled-intro = { $count } von { $all } { $all ->
    [one] Feststellung
   *[other] Feststellungen
 } sind offen oder anerkannt und noch nicht behoben; { $overdue ->
    [0] keine davon ist überfällig
   *[other] davon { $overdue } überfällig
}.
finding-age = Tage seit der Feststellung
finding-actions-done = Maßnahmen
finding-actions-of = { $done } von { $count } abgeschlossen

insight-themes = Themen
insight-theme = Thema
insight-meaning = Was dazugehört
insight-share = Anteil
insight-figure = Wie oft jedes Thema vorkam, { $period }
insight-basis = Prozent von { $n } Kommentaren oder Gesprächen
insight-sum = Die Anteile ergeben zusammen { $sum }. Sind es mehr als hundert, kann ein Kommentar zu mehreren Themen gehören; sind es weniger, gehören manche zu keinem.
insight-method = Wie die Themen gefunden wurden
insight-protocol = Vorgehen
insight-agreement = Übereinstimmung
insight-measure = Maß
insight-value = Wert; 1 heißt volle Übereinstimmung
insight-classifier = Sortierendes Programm
insight-n = Kommentare oder Gespräche
insight-count = { $n }
insight-register-theme = Themen schriftlicher Kommentare im Zeitverlauf
insight-register-staff = Themen von Beschäftigten im Zeitverlauf
insight-register-interview = Themen von Interviews im Zeitverlauf
insight-register-speech = Themen aufgezeichneter Gespräche im Zeitverlauf
insight-register-intro = { $count ->
    [one] Anteile jedes Themas in der einen Erkenntnis dieser Art.
   *[other] Anteile jedes Themas in { $count } Erkenntnissen dieser Art, das häufigste der neuesten zuerst. Nach einem Thema, das in der Liste eines Zeitraums fehlt, wurde darin nicht gesucht.
 }
insight-not-coded = nicht gesucht

objective-measures = Wie weit es erreicht ist
objective-no-measure = Keine Kennzahl ist genannt.
objective-target = Zielwert
objective-status = Stand
objective-initiatives = Was unternommen wird
objective-around = Ursachen und Wirkungen
objective-around-figure = Was zu diesem Ziel beiträgt und wozu es beiträgt
objective-around-description = { $before } Ziele führen zu diesem, und dieses führt zu { $after }. Die Liste darunter nennt sie.
objective-before = trägt zu diesem bei
objective-after = dazu trägt dieses bei

survey-scale = Die Antworten
survey-scale-description = { $count } Antworten in einer Reihe; { $marked } davon zählen als Erfolg.
survey-scale-table = Die Antworten als Tabelle
survey-top-box = zählt als Erfolg
survey-answer = Antwort
survey-label = Wortlaut daneben
survey-counts = Zählt
survey-no-label = keiner
survey-metrics = Damit erhobene Kennzahlen
survey-no-metric = Mit dieser Umfrage wird keine Kennzahl erhoben.
survey-retest = Zweimal gefragt
survey-retest-held = Tag der Prüfung
survey-retest-people = Personen
survey-retest-correlation = Korrelation r nach Pearson
survey-retest-agreement = ICC(2,1)
survey-retest-shift = Mittlere Verschiebung
survey-retest-method = Dieselben Personen haben zweimal geantwortet. Die Korrelation nach Pearson bemerkt eine Verschiebung aller nicht; ICC(2,1) ist die Intraklassenkorrelation für die absolute Übereinstimmung einzelner Antworten mit zwei zufälligen Faktoren (Shrout und Fleiss 1979); die Verschiebung ist das Mittel der zweiten Antworten weniger das der ersten.
survey-versions = Fassungen des Fragebogens
survey-version-now = Version { $version } gilt seit { $since }.
survey-no-change = Kein Eintrag einer Änderung nennt diese Umfrage.
survey-change = Änderung
survey-from = Von Version
survey-to = Zu Version
survey-effective = Gilt ab
survey-response = Wer geantwortet hat
survey-response-figure = Rücklaufquote { $name } im Zeitverlauf
survey-response-axis = % der Eingeladenen
survey-response-description = Von { $before } im Zeitraum { $first } bis { $after } im Zeitraum { $last }.
survey-response-source = Die Zählungen stammen aus den Zeilen von { $metric }, über alle Gliederungen; der neueste Zeitraum steht oben.
survey-dispositions = Nach den AAPOR Standard Definitions. Bekannt sind vollständige und teilweise Antworten und wie viele Einladungen zugestellt wurden. Zugestellte Einladungen ohne Antwort zählen als nicht erreicht; nicht zugestellte als unbekannt, ob auswahlberechtigt. Verweigerungen und sonstige Fälle sind nicht eigens erfasst und gelten als null.
survey-dispositions-undelivered = Nach den AAPOR Standard Definitions. Bekannt sind vollständige und teilweise Antworten. Wie viele Einladungen zugestellt wurden, ist nicht für jeden Zeitraum bekannt: Dort zählt jede Einladung ohne Antwort als nicht erreicht. Verweigerungen, sonstige und unbekannte Fälle gelten als null.
survey-estimate-unknown = Die eigene Quote der Umfrage braucht eine Schätzung, wie viele der unbekannten Fälle auswahlberechtigt sind; die Zeilen enthalten sie nicht. Sie liegt zwischen den beiden gezeigten Quoten: alle auswahlberechtigt und keiner.
survey-invited = Eingeladen
survey-delivered = Zugestellt
survey-complete = Vollständig
survey-partial = Teilweise
survey-unanswered = Ohne Antwort
survey-weighting = Roh neben gewichtet: { $metric }
survey-weighting-method = Roh ist der Anteil an allen Antworten, gewichtet der veröffentlichte Wert vor der Rundung. Der effektive Umfang ist der nach Kish, das Quadrat der Summe der Gewichte durch die Summe ihrer Quadrate; der Designeffekt ist die Zahl der Antworten durch ihn; das Intervall ist das von Wilson beim effektiven Umfang.
survey-raw = Roh
survey-weighted = Gewichtet
survey-n = Antworten
survey-effective-size = Effektiver Umfang
survey-design-effect = Designeffekt
survey-rr1 = RR1
survey-rr2 = RR2
survey-rr5 = RR5
survey-rr6 = RR6
