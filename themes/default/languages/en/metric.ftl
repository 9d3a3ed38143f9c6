### What the pages of metrics say.

## What every part of a metric's pages says.
metric-percent = { $number }%
metric-column-period = Period
metric-column-value = Value
metric-column-value-in = Value, { $unit }
metric-column-status = Status
metric-column-target = Target
metric-column-signal = Signal
metric-column-release = Release
metric-column-interval-wilson = 95% interval (Wilson)
metric-column-interval-nps = 95% interval (adjusted Wald)
metric-column-interval-mean = 95% interval (Student’s t)
metric-column-interval-byar = 95% interval (Byar)
metric-column-over-time = Over time
metric-column-variation = Variation
metric-column-metric = Metric
metric-column-role = Role
metric-column-code = Code
metric-column-against-total = Against total
metric-column-vintage = Vintage
metric-column-field = Field
metric-column-where-from = Where from

## The page of a metric.
metric-section-result = Result
metric-section-periods = Table and data
metric-section-segments = Segments
metric-section-definition = Definition
metric-section-formula = Formula
metric-section-exclusions = Exclusions
metric-section-lineage = Lineage
metric-section-targets = Targets and baseline
metric-section-beside = Beside this metric
metric-section-records = Records
metric-section-methodology = Methodology
metric-section-table = Table
metric-section-comparison = Comparison
metric-section-crossings = By other segments
metric-kicker = Metric
metric-version-since = version { $version }, in force since { $date }
metric-version-from = version { $version }, in force from { $date }
metric-accountable = accountable:
metric-note-disputed = The figures of this metric are disputed.
metric-note-suspended = This metric is suspended; its figures are not to be relied on.
metric-note-pilot = This metric is a pilot: its definition may still change.
metric-note-under-review = The definition of this metric is under review.
metric-note-deprecated = This metric is deprecated and will be retired.
metric-note-retired = This metric is retired; its last period is { $period }. { $reason }
metric-successor = Replaced by { $title }
metric-note-no-figures = No figures have been reported for this metric yet.
metric-role-counter-metric = counter-metric
metric-role-driver = driver
metric-role-component = component
metric-role-base = base of this variant
metric-role-has-counter-metric = has this as counter-metric
metric-role-driven = driven by this
metric-role-computed = computed from this
metric-role-variant = variant of this
metric-beside-caption = Metrics to be read together with this one
metric-causes-outside = Causes outside
metric-no-figures = no figures

## Pages by segment and by code.
metric-code-kicker = { $metric }, one code of { $segment }
metric-code-title = { $code } – { $metric } ({ $id }, { $segment } { $written })
metric-all-codes = all { $count }
metric-neighbours = Neighbouring codes
metric-by-segment = { $metric } by { $segment }
metric-by-segment-kicker = Metric by segment
metric-by-segment-partition = { $count ->
    [one] { $count } code
   *[other] { $count } codes
} with figures; the codes are a partition: each case is counted under exactly one
metric-by-segment-overlap = { $count ->
    [one] { $count } code
   *[other] { $count } codes
} with figures; the codes may overlap
metric-view-by = by { $segment }
metric-view-together = all together
metric-other-views = Other views of this metric
metric-table-of = Table of { $periods }
metric-codes-over-time = { $segment }: { $count ->
    [one] { $count } code
   *[other] { $count } codes
}, over time
metric-codes-spread = { $count ->
    [one] { $count } code
   *[other] { $count } codes
} with a value in { $period }: from { $least } to { $greatest }; half of them at { $middle } or above.
metric-codes-caption = { $segment }, { $period }
metric-no-row = no row
metric-too-few = too few
metric-crossing-caption = By { $segment }
metric-newest-first = newest first; unit: { $unit }
metric-newest-first-of = { $name }, newest first; unit: { $unit }

## Definition and formula.
metric-role-kind = Role
metric-role-leading = Leading. { $reason }
metric-role-lagging = Lagging. { $reason }
metric-role-both = Leading and lagging. { $reason }
metric-claimed-outcome = Claimed outcome
metric-formula-reported = The value stands as the producer reports it; it cannot be recomputed from counts.
metric-formula-basis = { $origin ->
    [stated] The definition states the formula.
   *[scoring] The formula follows from the scoring.
} It is computed exactly from the counts and rounded once, to { $places ->
    [one] { $places } decimal place
   *[other] { $places } decimal places
}, { $rounding ->
    [half-up] half up.
   *[half-even] half to even.
}
metric-term-in = in { $unit }
metric-term-n = number of observations
metric-fields-caption = All fields
metric-fields-summary = All { $count } fields, with defaults marked
metric-field-written = written
metric-field-default = default
metric-records-naming = That name this metric
metric-records-named = That this metric names

## The figures at the head of the page.
metric-part-of = { $part } of { $whole }
metric-divided = { $part } divided by { $whole }
metric-counted = unit of count: { $noun }
metric-release = release { $release }, { $status ->
    [provisional] provisional
   *[final] final
}, { $revisions ->
    [0] not revised
    [one] revised once
   *[other] revised { $revisions } times
}
metric-glance-target = Target
metric-target-not-judged = not judged: neither higher nor lower is better in itself
metric-variation-period = newest value: { $period }
metric-level-seasonal = level of the season
metric-level-tolerance = level of a tolerance window
metric-at-target = exactly at target
metric-above-target = { $distance } above target
metric-below-target = { $distance } below target
metric-distance = { $number } { $unit }
metric-glance-variation = Variation
metric-glance-assurance = Assurance
metric-assurance-note = target against the process limits
metric-glance-year-before = Against a year before
metric-unchanged = unchanged
metric-higher = { $distance } higher
metric-lower = { $distance } lower
metric-value-then = { $value } in { $period }

## The chart over time.
metric-chart-label = Chart over time
metric-chart-label-of = Chart over time: { $name }
metric-chart-values = { $periods } with a value
metric-chart-met-none = The target was not met in any of { $periods }
metric-chart-met-all = The target was met in every one of { $periods }
metric-chart-met-some = The target was met in { $met } of { $frequency ->
    [day] { $count ->
            [one] { $count } day
           *[other] { $count } days
        }
    [week] { $count ->
            [one] { $count } week
           *[other] { $count } weeks
        }
   *[month] { $count ->
            [one] { $count } month
           *[other] { $count } months
        }
    [quarter] { $count ->
            [one] { $count } quarter
           *[other] { $count } quarters
        }
    [year] { $count ->
            [one] { $count } year
           *[other] { $count } years
        }
    [fiscal-month] { $count ->
            [one] { $count } fiscal month
           *[other] { $count } fiscal months
        }
    [fiscal-quarter] { $count ->
            [one] { $count } fiscal quarter
           *[other] { $count } fiscal quarters
        }
    [fiscal-year] { $count ->
            [one] { $count } fiscal year
           *[other] { $count } fiscal years
        }
}
metric-chart-subtitle = { $metric }, { $span }, { $unit }
metric-chart-subtitle-of = { $metric }, { $name }, { $span }, { $unit }
metric-revised-in = revised in release { $release }
metric-phase = limits { $number }
metric-line-target = Target
metric-line-promise = Promise
metric-stretch-excluded = excluded
metric-stretch-suspended = suspended
metric-event = { $title }, { $when }
metric-limits-none = Too few values for process limits.
metric-limits-method = XmR chart, limits mean ± 2.66 × mean moving range (2.66 is 3 ÷ 1.128, rounded), near limits at two thirds of that, moving ranges limited at 3.267 × their mean; special causes by the NHS Making Data Count rules: a point outside the limits, a trend of 7, two of three near a limit, a shift of 7 (constants as in NHSRplotthedots 0.2.2). { $limits }.
metric-limits-points = { $points ->
    [0] Limits from all points
    [one] Limits from the first point
   *[other] Limits from the first { $points } points
} of { $phases ->
    [each] each phase;
   *[one] the series;
} { $screening ->
    [yes] moving ranges at or above 3.267 × their mean are left out of it, once
   *[no] all moving ranges count
}
metric-limits-starts = { $limits }; new limits from { $count ->
    [one] point { $starts }
   *[other] points { $starts }
}
metric-limits-left-out = { $count ->
    [one] { $count } value
   *[other] { $count } values
} in shaded stretches left out of limits and rules.
metric-limits-trial = Limits from fewer than 12 values are trial limits.

## What is known about one figure (SDMX CL_OBS_STATUS).
metric-observation-a = normal
metric-observation-b = break
metric-observation-d = definition differs
metric-observation-e = estimated
metric-observation-f = forecast
metric-observation-g = experimental
metric-observation-h = missing: holiday
metric-observation-i = imputed
metric-observation-j = derogation
metric-observation-k = included elsewhere
metric-observation-l = missing: not collected
metric-observation-m = missing: cannot exist
metric-observation-n = not significant
metric-observation-o = missing
metric-observation-p = provisional
metric-observation-q = missing: suppressed
metric-observation-s = special event
metric-observation-u = low reliability
metric-observation-v = unvalidated
metric-observation-w = includes other data
metric-observation-x = other

## The table of periods.
metric-data-csv = Every period, segment and vintage as CSV
metric-data-json = The definition as JSON
metric-basis-composite = Computed from { $count ->
    [one] { $count } other metric
   *[other] { $count } other metrics
}.
metric-basis-cells = Rolled up from { $count ->
    [one] { $count } cell
   *[other] { $count } cells
} in the newest period, by the definition's rule “{ $rule }”: { $words }.
metric-rollup-recompute = counts are added, and the value is computed from the sums
metric-rollup-sum = counts are added
metric-rollup-last = counts are added over segments, and the last value stands for longer periods
metric-rollup-weighted = values are averaged, each weighted by its number of observations
metric-rollup-none = values are not combined
metric-every = Every { $frequency ->
    [day] day
    [week] week
   *[month] month
    [quarter] quarter
    [year] year
    [fiscal-month] fiscal month
    [fiscal-quarter] fiscal quarter
    [fiscal-year] fiscal year
}
metric-no-signal = none
metric-signal-outside-high = outside,{ "\u00A0" }high
metric-signal-outside-low = outside,{ "\u00A0" }low
metric-signal-trend-high = trend,{ "\u00A0" }high
metric-signal-trend-low = trend,{ "\u00A0" }low
metric-signal-two-of-three-high = 2{ "\u00A0" }of{ "\u00A0" }3,{ "\u00A0" }high
metric-signal-two-of-three-low = 2{ "\u00A0" }of{ "\u00A0" }3,{ "\u00A0" }low
metric-signal-shift-high = shift,{ "\u00A0" }high
metric-signal-shift-low = shift,{ "\u00A0" }low
metric-flag-provisional = provisional
metric-flag-revised = revised
metric-flag-confidential = confidential
metric-by-frequency = { $frequency ->
    [day] By day
    [week] By week
   *[month] By month
    [quarter] By quarter
    [year] By year
    [fiscal-month] By fiscal month
    [fiscal-quarter] By fiscal quarter
    [fiscal-year] By fiscal year
}
metric-longer = Longer periods
metric-longer-note = only those that are complete; rule: { $rule }
metric-revised = Revised figures
metric-revised-note = every vintage, the first one first
metric-triangle = Revision triangle
metric-triangle-note = later less first figure, at published precision; an empty place was not revised so often
metric-triangle-first = First figure
metric-triangle-lag = Revision { $lag }
metric-triangle-means = What the revisions come to
metric-triangle-mean = Mean revision
metric-triangle-absolute = Mean distance
metric-triangle-periods = { $count ->
    [one] of one period
   *[other] of { $count } periods
}

## What is left out.
metric-left-out = { $rules ->
    [one] { $rules } rule takes
   *[other] { $rules } rules take
} { $removed } of { $raw } recorded in { $period } out of the denominator, or { $share }.
metric-left-out-bounds = { $sentence } Had none of them met the numerator, the value would be { $lower }; had all of them met it, { $upper }.
metric-exclusion-removes = Removes from
metric-exclusion-removed = Removed in { $period }
metric-exclusion-share = Share of recorded
metric-exclusion-expected = Expected share
metric-exclusion-limit = Limit
metric-exclusion-effect = Effect on the value
metric-exclusion-approved-by = Approved by
metric-exclusion-review-by = Review by
metric-version = version { $version }
metric-exclusion-active = active
metric-exclusion-ended = no longer in use
metric-exclusion-from-population = the population
metric-exclusion-from-denominator = the denominator
metric-exclusion-from-exception = the denominator, where the numerator is not met
metric-exclusion-from-numerator = the numerator
metric-exclusion-from-invalid = invalid records
metric-exclusion-from-outlier = outliers
metric-exclusion-from-suspension = times of suspension
metric-exclusion-bias-raises = raises it
metric-exclusion-bias-lowers = lowers it
metric-exclusion-bias-either = can raise or lower it
metric-exclusion-bias-none = none
metric-waterfall-title = From recorded to counted: { $side ->
    [numerator] numerator
   *[denominator] denominator
}
metric-waterfall-label = Waterfall of the { $side ->
    [numerator] numerator
   *[denominator] denominator
}
metric-waterfall-description = { $raw } recorded, { $removed } removed, { $net } counted.
metric-waterfall-raw = Recorded
metric-waterfall-net = Counted
metric-waterfall-subtitle = { $noun }, { $period }
metric-waterfall-noun = records
metric-shares-title = { $exclusion }: share left out over time
metric-shares-description = { $share } of what was recorded on average.
metric-shares-axis = % of recorded
metric-shares-subtitle = per cent of what was recorded
metric-shares-label = Share over time: { $exclusion }

## Targets, promises and baselines.
metric-targets-target = Target
metric-targets-for = For
metric-targets-from = From
metric-targets-to = To
metric-targets-level = Level
metric-targets-threshold = Threshold
metric-targets-stretch = Stretch
metric-targets-basis = Basis
metric-targets-agreed-by = Agreed by
metric-targets-state = State
metric-targets-caption = Targets
metric-targets-total = total
metric-targets-each = each { $segment }
metric-targets-open = open
metric-basis-history = history
metric-basis-benchmark = benchmark
metric-basis-contract = contract
metric-basis-regulation = regulation
metric-basis-aspiration = aspiration
metric-promises-caption = Promises measured by this metric
metric-promises-promise = Promise
metric-promises-level = Level
metric-promises-judged = Judged
metric-promises-latest = Latest
metric-promises-verdict = Verdict
metric-promise-at-least = at least { $level }
metric-promise-at-most = at most { $level }
metric-promise-above = above { $level }
metric-promise-below = below { $level }
metric-promise-each = { $frequency ->
    [day] each day
    [week] each week
   *[month] each month
    [quarter] each quarter
    [year] each year
    [fiscal-month] each fiscal month
    [fiscal-quarter] each fiscal quarter
    [fiscal-year] each fiscal year
}
metric-promise-kept = kept
metric-promise-not-kept = not kept
metric-promise-other-period = other period
metric-baseline-baseline = Baseline
metric-baseline-periods = Periods
metric-baseline-method = Method
metric-baseline-value = Value
metric-baseline-approved-by = Approved by
metric-baseline-state = State
metric-baseline-mean = mean
metric-baseline-median = median
metric-baseline-limits = process limits

## Methodology.
metric-sims-unit = Statistical unit
metric-sims-period = Reference period
metric-sims-sources = Source data
metric-sims-validation = Validation
metric-sims-compilation = Compilation
metric-sims-accuracy = Accuracy
metric-sims-timeliness = Timeliness
metric-sims-comparability = Comparability
metric-sims-revisions = Revisions
metric-sims-confidentiality = Confidentiality
metric-sims-judging = Judgement against targets
metric-sims-figure-for = A figure for { $frequency ->
    [day] a day
    [week] a week
   *[month] a month
    [quarter] a quarter
    [year] a year
    [fiscal-month] a fiscal month
    [fiscal-quarter] a fiscal quarter
    [fiscal-year] a fiscal year
}; days begin at { $boundary }, { $zone }.
metric-sims-window = { $sentence } Each case is followed for { $window }.
metric-sims-runs = { $period } runs from { $from } to before { $to }.
metric-sims-mode-census = everything is counted
metric-sims-mode-sample = a sample stands for the whole
metric-sims-mode-real-time = counted as it happens
metric-sims-mode-batch = taken over in batches
metric-sims-mode-manual = entered by hand
metric-sims-scored = Scored as { $scoring }, in { $unit }, published to { $places ->
    [one] { $places } decimal place
   *[other] { $places } decimal places
}.
metric-sims-combined = Values combine over segments and periods by the rule “{ $rule }”.
metric-sims-missing-drop = Incomplete records are left out.
metric-sims-missing-impute = Incomplete records are completed.
metric-sims-missing-bound = Incomplete records are shown as bounds.
metric-sims-missing-fail = With incomplete records no value is published.
metric-sims-interval-wilson = Wilson score interval at 95% (Newcombe 1998)
metric-sims-interval-nps = adjusted Wald interval at 95% of a net promoter score (Rocks 2016), with the divisor n; limits end at ±100
metric-sims-interval-mean = Student’s t interval of a mean at 95%, with n − 1 degrees of freedom
metric-sims-interval-byar = Byar’s interval of a count or rate at 95%
metric-sims-settled = Figures can be final { $lag } after the period.
metric-sims-within = They are to be published within { $limit } of its end.
metric-sims-released = { $period } was released on { $date }.
metric-sims-in-force = Version { $version } of the definition has been in force since { $date }.
metric-sims-differs = Differs from its base in `{ $field }`: { $reason }
metric-sims-revised = { $revised } of { $count ->
    [one] { $count } figure
   *[other] { $count } figures
} revised so far.
metric-sims-judged = A value is judged as it is printed, after rounding, so that the judgement can be repeated from the page.
