### Ziele, und wo sie erreicht wurden.

targets-met = erreicht
targets-close = knapp
targets-missed = verfehlt
targets-suspended = ausgesetzt
targets-not-judged = nicht beurteilt

targets-section-attainment = Zielerreichung
targets-section-by-metric = Ziele nach Kennzahl
targets-section-late = Spät vereinbart
targets-of-frequency = Beurteilung: { $frequency }
targets-map-title = { $count ->
    [one] Ziel in { $met } von { $count } beurteilten Zeitraum erreicht
   *[other] Ziele in { $met } von { $count } beurteilten Zeiträumen erreicht
}
targets-map-span = { $from } bis { $to }
targets-map-label = Zielerreichung nach Kennzahl und Zeitraum
targets-map-none = Noch wurde kein Zeitraum beurteilt.
## Variables: metrics (titles).
targets-map-unjudged = Trotz Ziel in keinem dieser Zeiträume beurteilt: { $metrics }.
targets-map-note = Nur Gesamtwerte. Ein Kreuz heißt verfehlt, ein Strich knapp, zwei senkrechte Striche ausgesetzt. Jedes Feld führt zu seinem Wert.
targets-map-cut = { $shown } von { $count } Kennzahlen: diejenigen, die am häufigsten verfehlt wurden.
targets-counts-caption = Wie oft jedes Ziel erreicht wurde
targets-twin-summary = Jeder Zeitraum in Worten
targets-twin-caption = Wert, Zielwert und Stand nach Zeitraum
targets-met-of = { $met } von { $count }
targets-column-metric = Kennzahl
targets-column-met-of = Erreicht, von den beurteilten
targets-column-period = Zeitraum
targets-column-value = Wert
targets-column-level = Zielwert
targets-column-which-level = Welcher Zielwert
targets-column-status = Stand
targets-column-target = Ziel
targets-column-holds = Gilt
targets-column-threshold = Schwelle
targets-column-stretch = Ehrgeiziges Ziel
targets-column-action = Handeln bei
targets-column-others = Weitere Zielwerte
targets-column-basis = Grundlage
targets-column-agreed-by = Vereinbart von
targets-column-agreed-on = Vereinbart am
targets-by-metric-note = Ohne Entwürfe. Stufen, saisonale Werte und Toleranzfenster stehen vollständig auf der Seite des jeweiligen Ziels.
targets-list-cut = { $shown } von { $count } Zielen; das Verzeichnis darunter enthält alle.
targets-holds = { $from } bis { $to }
targets-holds-from = ab { $from }
targets-agreed-late = { $date }, spät
targets-tiers = { $count ->
    [one] { $count } Stufe
   *[other] { $count } Stufen
}
targets-seasons = { $count ->
    [one] { $count } saisonaler Wert
   *[other] { $count } saisonale Werte
}
targets-windows = { $count ->
    [one] { $count } Toleranzfenster
   *[other] { $count } Toleranzfenster
}
targets-late-note = { $count ->
    [one] { $count } Ziel wurde erst vereinbart, als der erste Zeitraum, für den es gilt, schon begonnen hatte:
   *[other] { $count } Ziele wurden erst vereinbart, als der erste Zeitraum, für den sie gelten, schon begonnen hatte:
}
targets-late = Dieses Ziel wurde am { $agreed } vereinbart, als { $period } schon begonnen hatte, der erste Zeitraum, für den es gilt.
targets-held = { $count ->
    [one] In { $met } von { $count } Zeitraum erreicht, der an diesem Ziel gemessen wurde.
   *[other] In { $met } von { $count } Zeiträumen erreicht, die an diesem Ziel gemessen wurden.
}
targets-held-caption = Zeiträume, für die es galt, der neueste zuerst
targets-held-cut = Die neuesten 60 von { $count }.
targets-basis-agreed = wie vereinbart
targets-basis-seasonal = saisonaler Wert
targets-basis-tolerance = Toleranzfenster
