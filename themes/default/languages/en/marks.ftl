### Marks beside figures, their legend, and the page with the checks of a metric.

marks-column = Marks
marks-auditor-column = Auditor

marks-recalculated = recalculated from its counts, agrees
marks-foots = the segments sum to it
marks-cross-foots = the table sums up both ways
marks-excludes = the exclusions account for raw and net counts
marks-defined = the definition was in force and approved
marks-cut-off = taken after the period and its settle lag
marks-complete = all due periods and segments are there
marks-extract = has the digest and the row count of the extract (not vouched)
marks-agrees = agrees with the signed report before this one
marks-reconciled = reconciled with a third party within tolerance
marks-approved = approved by somebody independent who may do so
marks-exception = exception: a check failed
marks-exception-numbered = exception: a check failed; the number is that on the page with the checks of the metric, to which the mark leads
marks-waived = a check failed, and a waiver in force covers it
marks-waived-numbered = a check failed, and a waiver in force covers it; the number is that on the page with the checks of the metric, to which the mark leads
marks-untested = not tested or not testable
marks-unlooked = no check looks at this figure, as at those over periods longer than the metric’s own
marks-grounds-more = { $count ->
    [one] and one more, on the pages with the checks
   *[other] and { $count } more, on the pages with the checks
}

marks-legend = Marks
marks-legend-intro = Marks are placed by the tool: each is a check that the figure has passed or failed, and leads to its result. Where no check could be made there is N, never a gap.
marks-auditor-note = V, T and A (vouched, traced, agreed) are the auditor’s and are never placed by the tool. For them, tables have an empty column on paper and in the data files.
marks-superseded = replaced

checks-all = Checks of this metric
checks-kicker = Checks
checks-title = Checks of { $title }
checks-lede = { $count ->
    [one] One check was made on this metric, its figures and their releases.
   *[other] { $count } checks were made on this metric, its figures and their releases.
}
checks-none = No check looks at this metric.
checks-tally-fail = failed
checks-tally-waived = waived
checks-tally-not-testable = not testable
checks-tally-pass = passed
checks-tally-not-applicable = not applicable
checks-section-fail = Failed
checks-section-waived = Waived
checks-section-not-testable = Not testable
checks-section-pass = Passed
checks-section-not-applicable = Not applicable
checks-column-number = Number
checks-column-check = Check
checks-column-mark = Mark
checks-column-tested = Tested
checks-column-untested = Not tested
checks-column-used = Used
checks-column-expected = Expected
checks-column-found = Found
checks-column-reason = Reason
checks-column-waiver = Waiver
checks-more-failed = { $count ->
    [one] and one more of these
   *[other] and { $count } more of these
}
checks-all-right = as expected
