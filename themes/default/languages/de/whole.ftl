### Der ganze Bericht auf einer Seite.

whole-title = Der ganze Bericht
whole-lede = { $count ->
    [one] Eine Seite des Berichts, zum Drucken oder Durchsuchen.
   *[other] { $count } Seiten des Berichts hintereinander, zum Drucken oder Durchsuchen. Verweise führen zu Stellen auf dieser Seite; was hier fehlt, öffnet sich auf seiner eigenen Seite, so auch die Verläufe und früheren Versionen der Einträge.
}
whole-contents = Inhalt
whole-connections = Zusammenhänge
whole-prose = Textseiten
