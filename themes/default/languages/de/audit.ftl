### Die Seiten für alle, die einen Bericht prüfen.

audit-title = Prüfung
audit-lede = Was geprüft wurde und was dabei herauskam, worauf der Bericht beruht und wie er gesteuert wird. Diese Seiten sagen, was ausgeführt wurde; ein Urteil über den Bericht geben sie nicht ab.
audit-part = { $title }, Teil { $part }
audit-parts = Teile dieser Liste
audit-index-tests = Was geprüft wurde
audit-index-rests = Worauf der Bericht beruht
audit-index-governed = Wie er gesteuert wird
audit-index-data = Als Daten
audit-index-registers = Verzeichnisse, die dazu gehören
audit-index-absent = Wozu dieses Projekt keinen Eintrag hat
audit-index-checks = jede Prüfregel nach Familie und Ergebnis, jede mit eigener Seite
audit-index-waivers = welche Prüfregeln ausgesetzt sind, wofür, durch wen und bis wann
audit-index-findings = was beim Lesen und Prüfen des Projekts auffiel, mit Datei und Zeile
audit-index-basis = Profil, Kalender, Richtlinien und die geltenden Definitionen mit ihren Prüfsummen
audit-index-coverage = was das Profil von jeder Definition verlangt und was davon geschrieben ist
audit-index-reconciliations = Werte im Abgleich mit denen anderer, und Kennzahlen, die niemand abgeglichen hat
audit-index-promises = Zusagen neben den Definitionen, an denen sie gemessen werden
audit-index-follow-up = Feststellungen mit Antwort, Maßnahmen und Frist
audit-index-duties = wer verantwortet, erstellt, durchsieht und zustimmt, mit markierten Konflikten
audit-index-portfolio = Alter, Nutzung, Überschneidung, letzte Durchsicht und Aufwand jeder Kennzahl
audit-index-disposal = Belege, Auszüge und Werte nach dem Ende ihrer Aufbewahrung
audit-absent-findings = Keine Feststellung ist eingetragen. Dass nichts festgestellt wurde, folgt daraus nicht.
audit-absent-promises = Keine Zusage ist eingetragen.
audit-absent-reconciliations = Kein Wert wurde mit einer anderen Quelle abgeglichen.
audit-absent-waivers = Keine Prüfregel ist durch eine Ausnahme ausgesetzt.
audit-absent-changes = Keine Änderung einer Definition ist eingetragen.
audit-absent-evidence = Kein Dokument ist als Beleg eingetragen.
audit-data = Ergebnisse aller Prüfregeln
audit-data-note = jede Prüfregel und jeder Gegenstand, auch bestandene, als JSON

audit-verdict = Ergebnis
audit-verdict-fail = nicht bestanden
audit-verdict-waived = ausgesetzt
audit-verdict-not-testable = nicht prüfbar
audit-verdict-pass = bestanden
audit-verdict-not-applicable = nicht anwendbar
audit-meaning-fail = Etwas ist falsch, an einer benannten Stelle.
audit-meaning-waived = Etwas ist falsch, und eine geltende Ausnahme deckt es ab.
audit-meaning-not-testable = Was die Prüfregel braucht, ist nicht da. Das ist kein Bestehen.
audit-meaning-pass = Alles Geprüfte ist richtig. Nicht Geprüftes ist nicht gemeint.
audit-meaning-not-applicable = Die Prüfregel hat zu diesem Gegenstand nichts zu sagen.
audit-level-off = aus
audit-check = Prüfregel
audit-family = Familie
audit-supports = Stützt
audit-mark = Prüfzeichen
audit-outcome = Ausgang
audit-outcome-off = ausgeschaltet
audit-outcome-none = nichts zu prüfen
audit-results = Ergebnisse
audit-of-checks = Prüfregeln
audit-subject = Gegenstand
audit-subject-project = das Projekt als Ganzes
audit-reason = Grund
audit-untested = Nicht geprüft
audit-wrong = Was falsch ist
audit-expected = Erwartet
audit-found = Gefunden
audit-see-left = wie beschrieben
audit-waiver = Ausnahme
audit-waiver-until = Bis
audit-family-definitions = Definitionen
audit-family-lineage = Herkunft
audit-family-results = Werte
audit-family-changes = Änderungen
audit-family-targets = Ziele und Scorecards
audit-family-governance = Steuerung
audit-family-surveys = Umfragen
audit-family-commitments = Zusagen
audit-assertion-existence = Vorhandensein und Eintritt (EO)
audit-assertion-completeness = Vollständigkeit (CO)
audit-assertion-accuracy = Genauigkeit (AC)
audit-assertion-cut-off = Periodenabgrenzung (CU)
audit-assertion-classification = Zuordnung (CL)
audit-assertion-presentation = Darstellung und Verständlichkeit (PR)
audit-assertion-comparability = Vergleichbarkeit (CM)
audit-assertion-authorisation = Genehmigung (AU)
audit-assertion-segregation = Funktionstrennung (SD)
audit-assertion-integrity = Unversehrtheit (IN)
audit-assertion-confidentiality = Vertraulichkeit (CF)

audit-checks-title = Prüfregeln
audit-checks-lede = { $checks ->
    [one] Eine Prüfregel wurde
   *[other] { $checks } Prüfregeln wurden
 } auf jeden Gegenstand angewandt, für den { $checks ->
    [one] sie gilt
   *[other] sie gelten
 }: { $results } Ergebnisse. Jede Prüfregel hat eine Seite, die sagt, was sie tut und was dabei herauskam.
audit-checks-by-verdict = Nach Ergebnis
audit-checks-by-family = Nach Familie
audit-checks-all = Alle Prüfregeln
audit-checks-note = Der Ausgang ist das schwerste Ergebnis irgendeines Gegenstands. „Stützt“ nennt Aussagen und Kontrollziele: EO Vorhandensein und Eintritt, CO Vollständigkeit, AC Genauigkeit, CU Periodenabgrenzung, CL Zuordnung, PR Darstellung, CM Vergleichbarkeit, AU Genehmigung, SD Funktionstrennung, IN Unversehrtheit, CF Vertraulichkeit. Das Prüfzeichen steht neben Werten, die bestanden haben.
audit-check-title = Prüfregel { $code }
audit-check-what = Diese Prüfregel in diesem Projekt
audit-check-results = Ergebnisse
audit-check-about = Über diese Prüfregel
audit-check-level = Gewicht in diesem Projekt
audit-check-level-set = durch die Einstellungen festgelegt
audit-check-level-assured = { $level } bei Kennzahlen mit dem Profil „assured“
audit-check-no-mark = gibt kein Prüfzeichen
audit-check-inputs = Benutzt
audit-check-expects = Erwartet
audit-check-waivers = Ausnahmen
audit-check-failed = Nicht bestanden
audit-check-waived = Ausgesetzt
audit-check-not-testable = Nicht prüfbar
audit-check-off = Die Einstellungen dieses Projekts schalten die Prüfregel aus; geprüft wurde nichts.
audit-check-nothing-to-test = Nichts in diesem Projekt ist so, dass die Prüfregel gilt; geprüft wurde nichts.
audit-check-all-passed = { $count ->
    [one] Der eine Gegenstand, für den die Prüfregel gilt, hat sie bestanden.
   *[other] Alle { $count } Gegenstände, für die die Prüfregel gilt, haben sie bestanden.
 } Bestandene werden hier gezählt und stehen einzeln in der Datendatei.
audit-check-more = { $count ->
    [one] und einmal dasselbe mehr
   *[other] und { $count }-mal dasselbe mehr
 }
audit-check-more-in-data = Je Gegenstand sind die ersten 20 Fehler aufgeführt. Die Datendatei enthält alle.

audit-basis-title = Grundlagen der Erstellung
audit-basis-lede = Welcher Bericht dies ist, nach welchen Regeln er gemacht wurde und welche Definitionen an seinem Stichtag gelten, jede mit der Prüfsumme, die sie von jedem anderen Text unterscheidet.
audit-basis-report = Dieser Bericht
audit-basis-rules = Regeln, die gelten
audit-basis-definitions = Geltende Definitionen
audit-basis-tool = Gemacht von
audit-basis-commit = Commit im Ganzen
audit-basis-figures = Werte
audit-basis-demonstration = zur Vorführung erfunden
audit-basis-calendar = Kalender
audit-basis-calendar-year = das Geschäftsjahr ist das Kalenderjahr
audit-basis-fiscal-year = das Geschäftsjahr beginnt am { $day } (Monat und Tag)
audit-basis-midnight = Mitternacht
audit-basis-history = Vergangenheit
audit-basis-history-all = jeder Commit zählt
audit-basis-history-since = Commits zählen ab { $since }; frühere werden gezeigt, aber keine Prüfregel spricht von ihnen
audit-basis-other-profile = { $count ->
    [one] für eine Kennzahl gilt „{ $profile }“
   *[other] für { $count } Kennzahlen gilt „{ $profile }“
 }
audit-basis-policy-suppression = Richtlinie zu kleinen Zahlen
audit-basis-policy-materiality = Richtlinie zur Wesentlichkeit
audit-basis-policy-revision = Richtlinie zu Revisionen
audit-basis-no-policy = in den Einstellungen ist keine genannt
audit-basis-levels = Gewichte der Prüfregeln
audit-basis-levels-usual = jede Prüfregel hat ihr übliches Gewicht
audit-basis-policies = Richtlinien
audit-basis-no-policies = Keine Richtlinie ist eingetragen.
audit-basis-no-definitions = Das Projekt hat noch keine Definition.
audit-basis-definition = Definition
audit-basis-kind = Art
audit-basis-in-force = Gilt ab
audit-basis-not-yet = gilt noch nicht
audit-basis-normative = Prüfsumme dessen, was die Werte bestimmt
audit-basis-file = Prüfsumme der Datei
audit-basis-digests = Beide Prüfsummen sind SHA-256, in Gruppen von acht Ziffern. Die erste entsteht aus den Feldern, deren Änderung wesentlich oder brechend wäre, in kanonischer Form: Wortlaut an anderer Stelle, Kommentare und Reihenfolge ändern sie nicht. Die zweite entsteht aus jedem Byte der Datei.
audit-basis-tally-metrics = { $count ->
    [one] Kennzahl
   *[other] Kennzahlen
}
audit-basis-tally-others = { $count ->
    [one] andere Definition mit Version
   *[other] andere Definitionen mit Version
}

audit-waivers-title = Ausnahmen und was sie abdecken
audit-waivers-lede = Eine Ausnahme setzt eine Prüfregel für einen Gegenstand bis zu einem Tag aus. Was sie abdeckt, bleibt als „ausgesetzt“ im Bericht; eine abgelaufene Ausnahme deckt nichts ab.
audit-waivers-section = Ausnahmen
audit-waivers-none = Keine Prüfregel ist ausgesetzt: Jedes Ergebnis steht so da, wie es herauskam.
audit-waivers-used = Gilt und wird gebraucht
audit-waivers-unused = Gilt und wird nicht gebraucht: Nichts ist durchgefallen, was sie abdecken könnte
audit-waivers-ended = Abgelaufen
audit-waivers-covers = Deckt ab
audit-waivers-covers-nothing = nichts
audit-waivers-faults = { $count ->
    [one] einen Fehler
   *[other] { $count } Fehler
 }
audit-waivers-tally-in-force = gelten
audit-waivers-tally-covered = { $count ->
    [one] Ergebnis abgedeckt
   *[other] Ergebnisse abgedeckt
}
audit-waivers-tally-unused = nicht gebraucht
audit-waivers-tally-ended = abgelaufen

audit-follow-up-title = Feststellungen und was daraus wurde
audit-follow-up-lede = Was Prüferinnen und Prüfer festgestellt haben, was geantwortet wurde, was geschieht und ob es sich verspätet. Diese Feststellungen haben Menschen geschrieben; was die Prüfregeln fanden, steht auf anderen Seiten.
audit-follow-up-list = Feststellungen, die unerledigten zuerst
audit-follow-up-in-full = Zustand, Antwort und Maßnahmen
audit-follow-up-age = Tage offen
audit-follow-up-response = Antwort
audit-follow-up-no-response = keine
audit-follow-up-no-action = keine
audit-follow-up-closed = abgeschlossen am { $date }
audit-follow-up-due = fällig am { $date }
audit-follow-up-late = überfällig seit { $date }
audit-follow-up-tally-all = { $count ->
    [one] Feststellung
   *[other] Feststellungen
}
audit-follow-up-tally-open = unerledigt
audit-follow-up-tally-overdue = überfällig
audit-follow-up-tally-unverified = behoben, noch nicht bestätigt

audit-coverage-title = Abdeckung der Dokumentation
audit-coverage-lede = Welche Felder das Profil jeder Kennzahl verlangt und welche davon geschrieben sind. Dass ein Feld geschrieben ist, heißt nicht, dass stimmt, was darin steht.
audit-coverage-by-field = Nach Feld
audit-coverage-by-metric = Nach Kennzahl
audit-coverage-by-metric-key = Für jedes Profil die Felder, die es dem darunter hinzufügt, und wie viele davon geschrieben sind; in Klammern, wo das Profil der Kennzahl sie nicht verlangt.
audit-coverage-matrix = Feld und Kennzahl
audit-coverage-key = ✓: verlangt und geschrieben; (✓): geschrieben, obwohl das Profil es nicht verlangt; „fehlt“: verlangt und nicht geschrieben; leer: keines von beiden.
audit-coverage-field = Feld
audit-coverage-from = Verlangt ab Profil
audit-coverage-written = Geschrieben von verlangt
audit-coverage-missing = Fehlen
audit-coverage-not-written = Nicht geschrieben
audit-coverage-lacks = fehlt
audit-coverage-conditional = Manche Felder werden nur von manchen Kennzahlen verlangt, etwa ein Nenner von einem Anteil. Sie sind hier nicht gezählt; die folgende Prüfregel prüft auch sie und wurde nicht bestanden von { $count ->
    [0] keiner.
    [one] einer Kennzahl.
   *[other] { $count } Kennzahlen.
 }
audit-coverage-tally-complete = { $count ->
    [one] mit jedem verlangten Feld
   *[other] mit jedem verlangten Feld
}
audit-coverage-tally-demanded = { $count ->
    [one] Feld verlangt
   *[other] Felder verlangt
}
audit-coverage-tally-missing = { $count ->
    [one] davon nicht geschrieben
   *[other] davon nicht geschrieben
}

audit-portfolio-title = Bestand der Kennzahlen
audit-portfolio-lede = Wie alt jede Kennzahl ist, wer sie nutzt, was ihr ähnelt, wann sie zuletzt durchgesehen wurde und was sie an Aufmerksamkeit kostet.
audit-portfolio-section = Kennzahlen
audit-portfolio-note = Das Alter zählt ab der ersten bekannten Version. Als Nutzung zählen Scorecards, Ziele und Zusagen, die die Kennzahl nennen. Zwei Kennzahlen ähneln sich, wenn sie dasselbe zählen, gleich gebildet und beurteilt werden und dieselben Quellen und Verarbeitungsschritte lesen; ob sie eine sind, entscheiden Menschen. Stunden für eine Kennzahl stehen in keinem Eintrag: Für den Aufwand stehen die Werte im Jahr (Zellen mit Werten mal Zeiträume im Jahr), denn jeder muss erstellt, durchgesehen und gelesen werden.
audit-portfolio-age = Alter in Jahren
audit-portfolio-used = Genutzt von
audit-portfolio-scorecards = { $count ->
    [one] einer Scorecard
   *[other] { $count } Scorecards
 }
audit-portfolio-targets = { $count ->
    [one] einem Ziel
   *[other] { $count } Zielen
 }
audit-portfolio-commitments = { $count ->
    [one] einer Zusage
   *[other] { $count } Zusagen
 }
audit-portfolio-unused = nichts
audit-portfolio-alike = Ähnelt
audit-portfolio-many-alike = { $count } anderen Kennzahlen
audit-portfolio-reviewed = Zuletzt durchgesehen
audit-portfolio-never = nie oder keine Angabe
audit-portfolio-next = Nächste Durchsicht
audit-portfolio-figures = Werte im Jahr
audit-portfolio-question = Frage
audit-portfolio-question-overdue = Durchsicht überfällig
audit-portfolio-question-unused = ungenutzt
audit-portfolio-question-alike = ähnelt einer anderen
audit-portfolio-tally-unused = in keiner Scorecard, keinem Ziel und keiner Zusage
audit-portfolio-tally-overdue = { $count ->
    [one] Durchsicht überfällig
   *[other] Durchsichten überfällig
}
audit-portfolio-tally-alike = ähneln einer anderen
audit-portfolio-tally-figures = { $count ->
    [one] Wert im Jahr
   *[other] Werte im Jahr
}

audit-promises-title = Zusage und Messung
audit-promises-lede = Ob eine Zusage und die Kennzahl, an der sie gemessen wird, von demselben sprechen: derselbe Zeitraum, kein Ausschluss, den der Wortlaut nicht erlaubt, und ein internes Ziel, das nicht schwächer ist als die Zusage.
audit-promises-section = Veröffentlichte Zusagen und ihre Messung
audit-promises-note = Weicht der Zeitraum ab, wird vor dem Urteil zusammengefasst. Das interne Ziel ist das des letzten Zeitraums mit einem Wert.
audit-promises-none = Keine Zusage ist veröffentlicht.
audit-promises-promise = Zusage
audit-promises-measure = Gemessen an
audit-promises-window = Zeitraum
audit-promises-window-of = zugesagt { $window }, gemessen { $frequency }
audit-promises-exclusions = Ausgeschlossen über den Wortlaut hinaus
audit-promises-no-exclusions = die Kennzahl schließt nichts aus
audit-promises-all-allowed = nichts darüber hinaus
audit-promises-level = Zugesagt
audit-promises-target = Internes Ziel
audit-promises-no-target = keines
audit-promises-newest = Letzter Zeitraum
audit-promises-differences = Abweichungen
audit-promises-no-difference = keine
audit-promises-window-differs = anderer Zeitraum
audit-promises-exclusions-beyond = { $count ->
    [one] ein Ausschluss über den Wortlaut hinaus
   *[other] { $count } Ausschlüsse über den Wortlaut hinaus
 }
audit-promises-target-weaker = internes Ziel schwächer als die Zusage
audit-promises-tested = Was die Prüfregeln für Zusagen sagen
audit-promises-tested-well = Keine Prüfregel dieser Familie wurde nicht bestanden, ausgesetzt oder war nicht prüfbar.
audit-promises-tally = { $count ->
    [one] veröffentlichte Zusage
   *[other] veröffentlichte Zusagen
}
audit-promises-tally-differing = { $count ->
    [one] weicht von ihrer Messung ab
   *[other] weichen von ihrer Messung ab
}

audit-reconciliations-title = Werte im Abgleich mit anderen Quellen
audit-reconciliations-lede = Welche Werte mit denen anderer verglichen wurden, wie es ausging und ob jemand anderes den Abgleich durchgesehen hat.
audit-reconciliations-made = Abgleiche, der letzte Zeitraum zuerst
audit-reconciliations-none = Kein Wert wurde mit einer anderen Quelle abgeglichen.
audit-reconciliations-other = Andere Quelle
audit-reconciliations-independence = Unabhängigkeit
audit-reconciliations-independent = von jemand anderem durchgesehen
audit-reconciliations-own-work = selbst durchgesehen
audit-reconciliations-amounts = Beträge und was sie erklärt
audit-reconciliations-bare = Kennzahlen, die nie abgeglichen wurden
audit-reconciliations-bare-note = Nicht für jede Kennzahl gibt es eine andere Quelle. Ob ein Abgleich versäumt wurde, entscheiden Menschen.
audit-reconciliations-all = Jede genutzte Kennzahl wurde wenigstens einmal mit einer anderen Quelle abgeglichen.
audit-reconciliations-cut = { $shown } von { $count } Kennzahlen sind aufgeführt.
audit-reconciliations-tally = { $count ->
    [one] Abgleich
   *[other] Abgleiche
}
audit-reconciliations-tally-open = offen oder ungeklärt
audit-reconciliations-tally-own = selbst durchgesehen
audit-reconciliations-tally-bare = { $count ->
    [one] Kennzahl nie abgeglichen
   *[other] Kennzahlen nie abgeglichen
}

audit-duties-title = Funktionstrennung
audit-duties-lede = Wer jede Kennzahl verantwortet, wer ihre Werte erstellt und wer sie durchsieht, wer Änderungen ihrer Definition vorgeschlagen und wer ihnen zugestimmt hat; und was eine Stelle allein tut, was zwei tun sollten.
audit-duties-section = Rollen nach Kennzahl
audit-duties-note = Stellen werden so verglichen, wie sie genannt sind: Ein Mitglied eines Teams gilt nicht als das Team, und ein zweiter Name einer Person nicht als der erste.
audit-duties-deeper = Diese Prüfregeln sehen genauer hin:
audit-duties-not-yet = noch niemand
audit-duties-proposers = Änderungen vorgeschlagen
audit-duties-approvers = Änderungen zugestimmt
audit-duties-conflict = Konflikt
audit-duties-nobody = niemand genannt
audit-duties-no-change = keine Änderung
audit-duties-none = keiner zu sehen
audit-duties-untested = eine Rolle hat niemand
audit-duties-all = eine Stelle verantwortet, erstellt und sieht durch
audit-duties-own-work = wer erstellt, sieht auch durch
audit-duties-own-proposal = dem eigenen Vorschlag zugestimmt
audit-duties-preparer-approves = wer erstellt, hat einer Änderung zugestimmt
audit-duties-tally-conflicts = mit einem Konflikt
audit-duties-tally-unnamed = mit einer Rolle, die niemand hat

audit-disposal-title = Aufbewahrung und Löschung
audit-disposal-lede = Was aufbewahrt wird, wie lange, und was lange genug aufbewahrt wurde. Ob etwas weg darf, entscheiden Menschen: Es kann noch angeführt sein oder aus einem anderen Grund gehalten werden.
audit-disposal-section = Nach dem Tag, an dem die Zeit um ist
audit-disposal-note = Die Zeit eines Dokuments zählt ab dem Tag, an dem es beschafft wurde, die einer Quelle ab ihrem ältesten eingetragenen Auszug, die von Werten ab dem Ende des ältesten Zeitraums mit einem Wert.
audit-disposal-what = Was aufbewahrt wird
audit-disposal-retention = Dauer
audit-disposal-unsaid = keine Angabe
audit-disposal-from = Gezählt ab
audit-disposal-no-beginning = noch nichts eingetragen
audit-disposal-obtained = beschafft
audit-disposal-extract = ältester Auszug
audit-disposal-figures = Ende { $period }, die ältesten Werte
audit-disposal-due = Zeit ist um am
audit-disposal-named-by = Genannt von
audit-disposal-disposed = gelöscht
audit-disposal-disposed-cited = gelöscht und noch angeführt
audit-disposal-tally-over = über die Zeit hinaus aufbewahrt
audit-disposal-tally-soon = mit Ende binnen eines Jahres
audit-disposal-tally-unsaid = ohne Angabe einer Dauer
audit-disposal-tally-disposed = gelöscht
