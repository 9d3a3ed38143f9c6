### The front page, lists of metrics, scorecards and findings.

## Which report this is.
identity-organisation = Organisation
identity-report = Report
identity-as-of = As of
identity-latest-release = Latest release
identity-commit = Commit
about-this-report = About this report
in-this-report = In this report
contents-lineage = what feeds what
contents-records = all registers
contents-data = Data
contents-figures = every published figure as CSV

## What needs attention.
exceptions = Exceptions
exceptions-none = No metric misses its target, and none shows a special cause for the worse.
exceptions-lede = What misses its target or moves for the worse, the most serious first.
exceptions-first = The first { $shown } of { $count ->
    [one] { $count } metric
   *[other] { $count } metrics
}; all stand in the list of metrics.
exceptions-target = Target { $level }.
exceptions-target-missed = Target { $level }, missed by { $distance }.

## Below a count in large figures; the count itself stands above.
tally-metrics = { $count ->
    [one] metric
   *[other] metrics
}
tally-met = { $count ->
   *[other] meet their target
}
tally-close = { $count ->
   *[other] close to their target
}
tally-missed = { $count ->
   *[other] miss their target
}
tally-unjudged = { $count ->
   *[other] not judged against a target
}
tally-errors = { $count ->
    [one] error
   *[other] errors
}
tally-warnings = { $count ->
    [one] warning
   *[other] warnings
}
tally-remarks = { $count ->
    [one] remark
   *[other] remarks
}

## Releases.
releases = Releases
releases-caption = Releases, the newest first
releases-earlier-caption = Earlier releases, the newest first
releases-earlier = { $count ->
   *[other] { $count } earlier releases
}
releases-status = Status
releases-released = Released
releases-reviewed-by = Reviewed by
releases-restatement = Restatement

## The list of metrics.
all-metrics = All metrics
metrics-part = Metrics, part { $part }
metrics-parts = Parts of the list
metrics-from = from { $title }
metrics-other = Other metrics
metrics-lede = { $count ->
    [one] { $count } metric
   *[other] { $count } metrics
}, whatever their state, as of { $date }.
metrics-judged = Judged against a target: { $judged }. Met: { $met }; close: { $close }; missed: { $missed }.
metrics-legend-signals = Period, value and status are the newest; course shows up to 36 periods. Signals: variation first, then assurance.
metrics-legend-documented = Documented: fields written, out of those that the metric’s profile demands.
metrics-course = Course
metrics-signals = Signals
metrics-documented = Documented
metrics-owner-not-named = not named

## Scorecards.
all-scorecards = All scorecards
scorecards-first-period = First period
scorecards-how-often = How often
scorecard-all-periods = { $count ->
   *[other] all { $count } periods
}
scorecard-version-in-force = version { $version }, in force since { $date }
scorecard-version-later = scored by version { $version }, which came into force on { $date }
scorecard-score = Score
scorecard-score-in = Score, { $period }
scorecard-no-score = none
scorecard-withheld = withheld
scorecard-in-band = band: { $name }
scorecard-coverage = Coverage
scorecard-coverage-note = of the weight has a value; at least { $least } needed
scorecard-bounds = Bounds
scorecard-bounds-note = if every missing value were as bad, or as good, as can be
scorecard-withheld-floor = below the floor, which nothing makes up for: { $metrics }
scorecard-withheld-nothing = no metric has both a value and a target
scorecard-withheld-missing = without a value or a target: { $metrics }
scorecard-withheld-coverage = less than { $least } of the weight has a value
scorecard-error-no-weight = expected at least one weight above zero, found none
scorecard-error-negative-weight = expected weights at or above zero, found one below
scorecard-error-negative-cap = expected caps at or above zero, found one below
scorecard-error-overflow = the exact score does not fit 128 bits
scorecard-picture = Score { $score }
scorecard-picture-description = Between { $lower } and { $upper } whatever the missing values are.
scorecard-every-target = 1: every target reached
scorecard-figure = Score within its bounds
scorecard-figure-scale = 0: every metric at its floor; 1: every target reached
scorecard-items = Metrics of the scorecard
scorecard-weight-of = weight { $weight }
scorecard-weight = Weight
scorecard-over-time = Over time
scorecard-floor = Floor
scorecard-attainment = Attainment
scorecard-contribution = Contribution
scorecard-variation = Variation
scorecard-nothing = none
scorecard-no-target = no target
scorecard-too-few = too few
scorecard-method = How the score is computed
scorecard-attainment-formula = (value − floor) ÷ (target − floor), not below 0 and not above the cap of the metric; computed from the exact value.
scorecard-score-formula = Sum of weight × attainment, divided by the sum of the weights of the metrics that are scored.
scorecard-missing-values = Missing values
scorecard-missing-bounds = The score rests on the metrics that have a value; coverage and bounds say what the others could change.
scorecard-missing-zero = A metric without a value counts as not reached at all.
scorecard-missing-withhold = If any metric has no value, no score is given.
scorecard-coverage-rule = Below { $least } of the weight no score is given.
scorecard-compensation = Compensation
scorecard-compensation-full = A good result can make up for a bad one.
scorecard-compensation-none = While any metric is below its floor, no score is given.
scorecard-band = Band: { $name }
scorecard-band-from = From { $from }.

## Findings. Their messages are English in every language.
all-findings = All findings
findings = Findings in the project
findings-lede = What came up when the project was read and its figures were tested: { $findings } of { $rules }.
findings-number = { $count ->
    [one] { $count } finding.
   *[other] { $count } findings.
}
findings-more = { $count ->
   *[other] { $count } more
}
findings-further = Further findings of { $rule }
findings-place = Place
findings-level = Level
findings-finding = Finding
level-error = error
level-warning = warning
level-information = info
