### The whole report on one page.

whole-title = The whole report
whole-lede = { $count ->
    [one] One page of the report, to be printed or searched at once.
   *[other] { $count } pages of the report, one after the other, to be printed or searched at once. Links lead to places on this page; what is not here opens on its own page, as do the histories and earlier versions of records.
}
whole-contents = Contents
whole-connections = Connections
whole-prose = Pages of text
