### Wie Ziele der Organisation und Kennzahlen zusammenhängen.

strategy-title = Strategiekarte
strategy-lede = { $count ->
    [one] Ein strategisches Ziel, wozu es beiträgt und wie seine Messgrößen stehen.
   *[other] { $count } strategische Ziele, was wozu beiträgt und wie ihre Messgrößen stehen.
}
strategy-map = Karte
strategy-figure-title = Was wozu beiträgt
strategy-figure-subtitle = Strategische Ziele nach Perspektive; ein Pfeil führt zu dem, wozu ein Ziel beiträgt
strategy-figure-note = Das Zeichen ist das der am schlechtesten stehenden Messgröße, nach ihrem neuesten Wert: Eine Scheibe erreicht ihren Zielwert, eine Raute ist nahe daran, ein Dreieck verfehlt ihn, ein Ring wird nicht beurteilt.
strategy-figure-description = { $count ->
    [one] Ein strategisches Ziel.
   *[other] { $count } strategische Ziele mit { $arrows } Pfeilen. Die Tabelle darunter sagt dasselbe.
}
strategy-financial = Finanzen
strategy-customer = Kunden
strategy-process = Abläufe
strategy-learning = Lernen
strategy-objectives = Strategische Ziele
strategy-objective = Strategisches Ziel
strategy-helps = Trägt bei zu
strategy-measures = Messgrößen
strategy-standing = Stand
strategy-initiatives = Vorhaben
strategy-none = keine
strategy-measure = { $metric }: { $value }
strategy-value = { $value }, { $period }
strategy-no-figure = kein Wert
strategy-no-measure = keine Messgröße
strategy-not-judged = kein Zielwert zum Beurteilen
strategy-met-short = { $met } von { $count } erreicht
strategy-met-of = { $met } von { $count ->
    [one] { $count } Messgröße erreicht ihren Zielwert
   *[other] { $count } Messgrößen erreichen ihren Zielwert
}

drivers-title = Treiber
drivers-lede = Welche Kennzahlen welche bewegen, so wie ihre Definitionen es behaupten. Was am Ende gewollt ist, steht oben.
drivers-section = { $metric }, mit { $count ->
    [one] insgesamt einer Kennzahl
   *[other] insgesamt { $count } Kennzahlen
}
drivers-figure-title = Was { $metric } bewegt
drivers-figure-subtitle = Ein Pfeil führt vom Treiber zu dem, was er bewegt; neuester Wert und sein Zielwert
drivers-figure-description = { $count ->
    [one] Eine Kennzahl.
   *[other] { $count } Kennzahlen auf { $levels } Ebenen mit { $arrows } Pfeilen. Die Tabelle darunter sagt dasselbe.
}
drivers-figure-note = Jede Kennzahl steht auf ihrem kürzesten Weg zur obersten; Pfeile auf eine andere Ebene und tiefere Ebenen stehen nur in der Tabelle oder auf den Seiten der Kennzahlen.
drivers-more = { $count ->
    [one] Gezeigt sind die größten Bäume; ein weiterer fehlt, dessen Kennzahlen ihre Treiber auf ihren eigenen Seiten nennen.
   *[other] Gezeigt sind die größten Bäume; { $count } weitere fehlen, deren Kennzahlen ihre Treiber auf ihren eigenen Seiten nennen.
}
drivers-table = Kennzahlen nach Ebenen
drivers-metric = Kennzahl
drivers-value = Neuester Wert
drivers-standing = Stand
drivers-moved-by = Bewegt von
drivers-outside = Ursachen von außen
drivers-level = Ebene { $number }
drivers-met = Ziel erreicht
drivers-close = nahe am Ziel
drivers-missed = Ziel verfehlt
drivers-not-judged = nicht beurteilt

variants-title = Varianten
variants-lede = Örtliche Varianten einer Kennzahl neben ihrer Grundform, Feld für Feld. Eine Variante weicht mit Absicht ab und sagt, warum; was sie nicht sagt, ist gekennzeichnet.
variants-field = Feld
variants-base = { $metric } (Grundform)
variants-caption = Worin die Varianten von { $metric } abweichen
variants-not-written = nicht angegeben
variants-others = Was abweicht, ohne die Zahl oder ihr Urteil zu bestimmen: { $fields }.
variants-same = wie die Grundform
variants-declared = erklärt: { $reason }
variants-declared-same = als Abweichung erklärt: { $reason }
variants-part = { $field }: { $value }
variants-not-declared = nicht erklärt
variants-all-declared = Jede Abweichung ist erklärt und begründet.
variants-undeclared = { $count ->
    [one] Eine Abweichung ist nicht erklärt.
   *[other] { $count } Abweichungen sind nicht erklärt.
}
