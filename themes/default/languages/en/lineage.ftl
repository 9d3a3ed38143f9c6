### The lineage: what feeds what.

lineage-lede = What feeds what, from the source to the scorecard: { $sources }, { $transforms } and { $metrics }.
lineage-without = { $count ->
    [one] One metric names nothing that feeds it.
   *[other] { $count } metrics name nothing that feeds them.
}
lineage-picture = Picture
lineage-pictures = Pictures by source
lineage-everything = Everything that feeds a metric or scorecard
lineage-first-pictures = Pictures of the first { $shown } of { $count ->
    [one] { $count } source
   *[other] { $count } sources
}; each source has its own picture on its page.
lineage-feeds = What { $title } feeds
lineage-description = { $title }: { $count ->
    [one] { $count } record
   *[other] { $count } records
}.
lineage-left-to-right = From the source on the left to what reads it on the right
lineage-left-out = The picture shows the nearest { $shown } of { $count } records; { $more } more stand in the table.

## On the page of a record.
lineage-of = Lineage of { $title }
lineage-around = What { $title } comes from, and what reads it
lineage-feeding = { $count ->
    [0] Nothing feeds it
    [one] One record feeds it
   *[other] { $count } records feed it, directly or through others
}
lineage-reading = { $count ->
    [0] nothing reads it
    [one] one record reads it
   *[other] { $count } records read it
}
lineage-table = What feeds what in this neighbourhood
lineage-record = Record
lineage-kind = Kind
lineage-comes-from = Comes from
lineage-feeds-column = Feeds
lineage-read-by = Read by
lineage-own-rows = { $count ->
    [one] { $count } record
   *[other] { $count } records
}, each with its own row
