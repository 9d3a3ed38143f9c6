### Zusagen neben ihren Messwerten, und die Zeiten, die in sie hineinpassen müssen.

promises-at-least = mindestens { $level }
promises-at-most = höchstens { $level }
promises-above = über { $level }
promises-below = unter { $level }

promises-to-public = die Öffentlichkeit
promises-to-customer = einen Kunden
promises-to-internal = innerhalb der Organisation

promises-kept = eingehalten
promises-at-risk = eingehalten, gefährdet
promises-broken = nicht eingehalten
promises-not-judged = nicht beurteilt
promises-no-value = kein Wert

promises-each-day = jeder Tag
promises-each-week = jede Woche
promises-each-month = jeder Monat
promises-each-quarter = jedes Quartal
promises-each-year = jedes Jahr
promises-each-fiscal-month = jeder Monat des Geschäftsjahres
promises-each-fiscal-quarter = jedes Quartal des Geschäftsjahres
promises-each-fiscal-year = jedes Geschäftsjahr

promises-section-promise = Zusage und Messwert
promises-section-gap = Abstand im Zeitverlauf
promises-section-budget = Budget der internen Zusagen
promises-made-to = Gegenüber
promises-measured-by = Gemessen durch
promises-promised = Zugesagt
promises-window = Zeitfenster
promises-warn-level = Warnwert
promises-newest = Neuestes Zeitfenster
promises-remedy = Wenn sie nicht eingehalten wird
promises-nobody-owns = niemand benannt
promises-is-draft = Diese Zusage ist ein Entwurf. Sie wurde noch nicht gegeben und zählt sonst nirgends mit.
promises-is-withdrawn = Diese Zusage wurde zurückgezogen und gilt nicht mehr.
promises-no-window = Kein Zeitfenster lässt sich beurteilen: Seit die Zusage gilt, gibt es keinen Wert, oder die Zeiträume der Kennzahl sind länger als das Zeitfenster.
promises-none-judged = keines beurteilt
## Variables: kept, count (windows judged).
promises-kept-of = { $kept } von { $count }

promises-tally-kept = { $count ->
    [one] Zeitfenster eingehalten
   *[other] Zeitfenster eingehalten
}
promises-tally-at-risk = { $count ->
    [one] Zeitfenster eingehalten, am Warnwert oder darüber hinaus
   *[other] Zeitfenster eingehalten, am Warnwert oder darüber hinaus
}
promises-tally-broken = { $count ->
    [one] Zeitfenster nicht eingehalten
   *[other] Zeitfenster nicht eingehalten
}
promises-tally-unjudged = { $count ->
    [one] Zeitfenster ohne Wert
   *[other] Zeitfenster ohne Wert
}
promises-tally-published = { $count ->
    [one] geltende Zusage
   *[other] geltende Zusagen
}
promises-tally-newest-kept = im neuesten Zeitfenster eingehalten
promises-tally-newest-at-risk = eingehalten, am Warnwert oder darüber hinaus
promises-tally-newest-broken = im neuesten Zeitfenster nicht eingehalten

promises-gap-title = { $count ->
    [one] In { $kept } von { $count } Zeitfenster eingehalten
   *[other] In { $kept } von { $count } Zeitfenstern eingehalten
}
promises-gap-subtitle = { $metric }: Wert abzüglich des zugesagten Werts
promises-gap-reading = Zugesagt: { $promised }. Bei null liegt der Wert genau auf der Zusage. Gezählt wird ab dem Tag, an dem dieser Wortlaut in Kraft trat.
promises-windows-caption = Zeitfenster, das neueste zuerst
promises-windows-note = Abstand: Wert abzüglich des zugesagten Werts.
promises-column-promise = Zusage im Wortlaut
promises-column-owner = Verantwortliche Stelle
promises-column-value = Wert
promises-column-gap = Abstand
promises-column-status = Stand
promises-column-kept = Eingehaltene Zeitfenster

promises-register-title = Zusage und Messwert
promises-register-note = Wert, Abstand (Wert abzüglich des zugesagten Werts) und Stand des neuesten Zeitfensters. Eingehaltene Zeitfenster: von den beurteilten, seit der Wortlaut gilt.
promises-budgets-intro = Eine Zusage aus mehreren Schritten lässt sich nur einhalten, wenn die Schritte hineinpassen. Jeder Schritt ist selbst eine Zusage; ihre Werte werden in der Einheit der übergeordneten Zusage addiert, ein Tag zu 24 Stunden.
promises-budget-title = Worauf „{ $title }“ beruht
promises-budget-note = Werte der internen Zusagen, auf die sie sich stützt; weiter unten stehende stützen die jeweils darüber stehende.
promises-budget-not-added = { $count ->
    [one] { $count } Zusage stützt diese. Ihr Wert ist keine Obergrenze in einer Einheit, die sich addieren lässt.
   *[other] { $count } Zusagen stützen diese. Ihre Werte sind nicht alle Obergrenzen in einer Einheit, die sich addieren lässt.
}
promises-budget-rest = { $count ->
    [one] { $count } Schritt braucht { $sum } von { $level }. Übrig: { $rest }.
   *[other] { $count } Schritte brauchen { $sum } von { $level }. Übrig: { $rest }.
}
promises-budget-exact = { $count ->
    [one] { $count } Schritt braucht { $sum } von { $level }. Nichts bleibt übrig.
   *[other] { $count } Schritte brauchen { $sum } von { $level }. Nichts bleibt übrig.
}
promises-budget-overrun = { $count ->
    [one] { $count } Schritt braucht { $sum }, { $rest } mehr als die zugesagten { $level }.
   *[other] { $count } Schritte brauchen { $sum }, { $rest } mehr als die zugesagten { $level }.
}
promises-together = Zusammen
promises-rest = Übrig
promises-overrun = Zu viel
promises-rest-or-overrun = Übrig von der Zusage
promises-not-addable = nicht addiert
promises-column-part = Schritt
promises-column-level = Wert
promises-column-level-in = In { $unit }
promises-column-left = Übrig von den eigenen Schritten
promises-column-measured = Neuester Wert
