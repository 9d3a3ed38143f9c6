### Pages of records, and registers.

## Titles. Variables: kind, as inside a sentence; title and id of the record.
record-type-of = Type of { $kind }
record-page-title = { $title } ({ $kind } { $id })
record-version = version { $version }
record-facts = Facts
record-superseded-by = Superseded by
record-superseded = Another record has taken the place of this one.
record-as-data = As data
record-as-json = This record as JSON

## Fields.
record-default = default
record-default-of-project = default of the project
record-default-value = { $value } (default)
record-passed = passed
record-failed = failed

## Headings of mappings with names of the writer's own choice.
record-map-answer = Answer
record-scope-each = each by itself
record-map-code = Code
record-map-codes = Codes
record-map-label = Label
record-map-language = Language
record-map-level = Level
record-map-name = Name
record-map-period = Period
record-map-segment = Segment
record-map-setting = Setting
record-map-share = Share
record-map-theme = Theme
record-map-value = Value
record-map-wording = Wording

## What refers to the record.
record-referenced-by = Referenced by
record-all-links = All { $count }
record-quoted = “{ $text }”
record-named-in-settings = Named in the settings of the project under { $fields }.

## What an exclusion leaves out.
record-left-out = What it leaves out
record-left-out-caption = Metrics that use the exclusion
record-left-out-note = total of the latest period
record-left-out-counted = Counts are given for the first { $count } metrics; each metric’s own page has them all.
record-left-out-before = Before exclusions
record-left-out-removed = Left out
record-left-out-share = Share
record-left-out-limit = Limit
record-limit-above = above { $limit }
record-limit-within = within { $limit }

## Extracts of a source.
record-extracts = Extracts
record-extracts-caption = Extracts, those of the newest release first
record-extract-file = File
record-extract-rows = Rows
record-extract-query = Query

## A target, baseline or commitment beside the latest value.
record-level = Beside the latest value
record-level-latest = Latest value
record-level-part = Part of the results
record-level-here = Level in this period
record-level-not-in-force = not in force for this period
record-level-difference = Difference

## Codes of a segment.
record-results-by-code = Results by code
record-codes-used = { $used } of { $count } codes
record-codes = Codes
record-code = Code
record-code-label = Label
record-code-part-of = Part of
record-code-from = From
record-code-to = To
record-code-results = Results

record-by-period = By period

## Registers.
register = Register
register-all = { $kind ->
    [calendar-event] All events
   *[other] All { $kinds }
}
register-lede = { $summary } { $count ->
    [one] { $count } record.
   *[other] { $count } records.
}
register-named-by = Named by
register-effect-on-value = Effect on the value
records-registers = Registers
records-lede = Everything that the figures rest on: { $records } of { $kinds }.
records-what-a-record-is = What a record is
records-folder = Folder in the project
records-data-files = Data files
records-figures-file = every published figure, with its page and its row
records-metric-files = { $count ->
    [one] { $count } CSV file
   *[other] { $count } CSV files
} in data/metrics, one for each metric with figures, linked from its page
records-record-files = { $count ->
    [one] { $count } JSON file
   *[other] { $count } JSON files
} in data/records, one for each record, linked from its page
records-besides = Besides: { $files }.
pages-of-text = Pages of text
prose-page-title = { $title } (page { $id })

## Glossary.
glossary-lede = { $count ->
    [one] { $count } word
   *[other] { $count } words
} and what each one means in this report.
glossary-other = Other
glossary-also = Also: { $words }.
glossary-not = Not: { $words }.
glossary-named = { $count ->
    [one] Named once in other records.
   *[other] Named { $count } times in other records.
}
