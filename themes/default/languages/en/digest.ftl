### What one audience has to know, on one page.

digest-kicker = Digest
digest-title = Digest: { $audience }
digest-audience-public = public
digest-audience-partner = partners
digest-audience-internal = internal
digest-audience-restricted = restricted
digest-release = newest figures: { $title }
digest-as-of = as of { $date }
digest-since = changes since { $date }
digest-nothing = There is nothing that this audience may see.
digest-scorecards = Scorecards
digest-exceptions = Exceptions
digest-metrics = Metrics
digest-promises = Promises
digest-decisions = Last decisions
digest-actions = Open actions
digest-changes = Changes and restatements since the last report
digest-no-exceptions = No metric misses its target or moves for the worse.
digest-no-changes = None.
digest-value = { $value }
digest-value-target = { $value } against { $target }
digest-concerning = moving for the worse
digest-withheld = no score
digest-coverage = { $share }% of the weight has a value
digest-kept = { $kept } windows kept
digest-overdue = overdue
digest-more = and { $count } more
digest-more-metrics = { $count ->
    [one] and { $count } more metric
   *[other] and { $count } more metrics
}
digest-column-metric = Metric
digest-column-period = Period
digest-column-value = Value
digest-column-target = Target
digest-column-status = Status
digest-column-variation = Variation
digest-column-course = Course
