## Workbooks in which an auditor computes the figures of a metric again.

## Names of the sheets.
recalc-sheet-read-me = Read me
recalc-sheet-figures = Figures
recalc-sheet-rows = Rows
recalc-sheet-components = Components
recalc-sheet-exclusions = Exclusions
recalc-sheet-footing = Footing

## Headings of the columns.
recalc-head-period = Period
recalc-head-first-day = First day
recalc-head-last-day = Last day
recalc-head-breakdown = Broken down by
recalc-head-vintage = Vintage
recalc-head-newest = Newest or earlier
recalc-head-release = Release
recalc-head-file = File
recalc-head-line = Line
recalc-head-status = Status
recalc-head-confidentiality = Confidentiality
recalc-head-version = Version of the definition
recalc-head-pinned = Pinned version
recalc-head-basis = Made from
recalc-head-reported = value as reported
recalc-head-unrounded = Value before rounding
recalc-head-rounded = Value, recalculated
recalc-head-published = Value, published
recalc-head-agrees = Agrees
recalc-head-note = Note
recalc-head-comment = Comment of the producer
recalc-head-term = Term
recalc-head-metric = Metric
recalc-head-workbook = Its workbook
recalc-head-side = Side
recalc-head-raw = Before exclusions
recalc-head-removed = Removed together
recalc-head-net-computed = After exclusions, recalculated
recalc-head-net-reported = After exclusions, as reported
recalc-head-count = Count
recalc-head-parts = Parts
recalc-head-parts-known = Parts with a number
recalc-head-sum = Sum of the parts
recalc-head-total = Total
recalc-head-foots = Foots

## What stands in the cells.
recalc-total = total
recalc-newest = newest
recalc-earlier = earlier
recalc-basis-row = a row
recalc-basis-cells = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
recalc-basis-components = other metrics
recalc-side-denominator = denominator
recalc-side-numerator = numerator
recalc-not-tested = not tested
recalc-parts-lacking = a part has no number
recalc-note-withheld = No value is published: the status is { $status }.
recalc-note-lacking = No value is published: what it would be made from was not reported.
recalc-note-long = The figure is made from more rows than one formula of a spreadsheet can name; they stand on the sheet of rows.
recalc-note-digits = A number has more than 15 digits, which a spreadsheet does not keep; it stands here as text.
recalc-note-near-half = The value lies so near to a half of its last digit, or is so large, that a spreadsheet cannot decide the rounding.
recalc-note-component = This value is not recalculated here; its own workbook does that.
recalc-remark-nothing-counted = No value is published: there was nothing to divide by.
recalc-remark-incomplete = No value is published: a count that the formula needs was not reported.
recalc-remark-reported = The value stands as the producer reported it; only the rounding is recalculated.
recalc-remark-weighted = Mean of the values of the parts, each with the weight of its number of observations.
recalc-remark-values = Sum of the values of the parts.
recalc-no-exclusions = Nothing was reported before exclusions, so that there is no way to follow.
recalc-no-footing = There are no segments whose codes sum to a total.

## The first sheet.
recalc-metric = Metric
recalc-organisation = Organisation
recalc-report = Report
recalc-as-of = As of
recalc-commit = Made from commit
recalc-tool = Made by
recalc-version = Version of the definition
recalc-definition = Definition
recalc-unit = Unit
recalc-formula = Formula
recalc-formula-none = No figure of this metric can be recalculated by a formula of a spreadsheet; the rows stand on their sheet.
recalc-formula-value = Formula of the value, as it stands in the first figure of this version
recalc-formula-cells = Cells that it names
recalc-formula-rounded = Formula of the rounding, there
recalc-rollup = Rule for several rows
recalc-rounding = Rounding
recalc-rounding-half-up = once, to { $places ->
    [one] { $places } decimal place
   *[other] { $places } decimal places
}; a half away from zero
recalc-rounding-half-even = once, to { $places ->
    [one] { $places } decimal place
   *[other] { $places } decimal places
}; a half to the even digit
recalc-agreeing = Figures that agree
recalc-differing = Figures that do not agree
recalc-untested = Figures that are not tested
recalc-use = How to use it
recalc-use-figures = Each line of the figures takes its counts from the rows, computes the value by the formula of the definition, rounds it by its rule, and compares it with the value that was published. TRUE means that they agree.
recalc-use-rows = The rows stand as they were reported, with file and line, so that they can be compared with the snapshots in this package and with the systems they come from.
recalc-use-try = To see that the test can fail, change a count in the rows: the figures that are made from it become FALSE.
recalc-use-calculation = Let the spreadsheet calculate everything anew before you rely on it (in LibreOffice: Ctrl+Shift+F9, in Excel: Ctrl+Alt+F9); until then some programs show the results that were stored when the workbook was made.
recalc-digits = Digits
recalc-digits-kept = Spreadsheets keep 15 digits. The report itself was computed with exact numbers. A figure with more digits is marked as not tested and is never shown as agreeing.
recalc-digits-halves = What lies within a millionth of a half of the last digit counts as a half, because spreadsheets miss most halves by a little. For every figure that is tested, this gives what exact numbers give.
recalc-limits = What it does not prove
recalc-limits-source = That the counts are true: a wrong count gives a wrong value that agrees. Compare the counts with their source.
recalc-limits-rule = That the definition is suitable, or that it was followed when the counts were made.
recalc-limits-scope = Anything of figures over longer periods, of targets, or of limits of process charts: only the figures of the metric's own periods are recalculated.
