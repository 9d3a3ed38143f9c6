### Words that many pages share.

## How nouns are written inside a sentence: `small` makes titles of fields and registers small there.
nouns-inside = small

none = none
yes = yes
no = no
list-last = { $before } and { $last }
span = { $from } to { $to }

menu-overview = Overview
menu-scorecards = Scorecards
menu-metrics = Metrics
menu-strategy = Strategy
menu-whole = Whole report
menu-lineage = Lineage
menu-records = Records
menu-glossary = Glossary
menu-findings = Findings

foot-demonstration = demonstration data
foot-as-of = as of { $date }
foot-commit = commit { $commit }
commit-none = no history
commit-changed = { $commit } with uncommitted changes

status-meets = meets target
status-close = close to target
status-misses = misses target
status-not-judged = not judged
status-short-met = met
status-short-close = close
status-short-missed = missed

absence-missing = missing
absence-incomplete = a count was not reported
absence-nothing-counted = nothing was counted
absence-overflow = too large to compute exactly

variation-common-cause = common cause variation
variation-improving = special cause, improving
variation-concerning = special cause, concerning
variation-neutral = special cause, neither better nor worse
assurance-passes = can be expected to pass
assurance-fails = can be expected to fail
assurance-hit-and-miss = may pass or fail by chance

## Variable: periods, such as `8 months`.
showing-no-limits = too few values for process limits
showing-no-special-cause = no special cause at the newest value
showing-outside-above = above the upper process limit
showing-outside-below = below the lower process limit
showing-rising = { $periods } in a row rising
showing-falling = { $periods } in a row falling
showing-two-of-three-above = two of the last three far above the mean
showing-two-of-three-below = two of the last three far below the mean
showing-shift-above = { $periods } in a row above the mean
showing-shift-below = { $periods } in a row below the mean

no-period = none
no-value = no value
same-as-a-table = The same as a table
listed-on-its-page = listed on its page
column-metric = Metric
column-owner = Owner
column-period = Period
column-latest-period = Latest period
column-value = Value
column-target = Target
column-status = Status
column-state = State
column-release = Release

count-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
count-kinds = { $count ->
    [one] { $count } kind
   *[other] { $count } kinds
}
count-metrics = { $count ->
    [one] { $count } metric
   *[other] { $count } metrics
}
count-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
count-transforms = { $count ->
    [one] { $count } transform
   *[other] { $count } transforms
}
count-findings = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
count-rules = { $count ->
    [one] { $count } rule
   *[other] { $count } rules
}

frequency-day = daily
frequency-week = weekly
frequency-month = monthly
frequency-quarter = quarterly
frequency-year = yearly
frequency-fiscal-month = every fiscal month
frequency-fiscal-quarter = every fiscal quarter
frequency-fiscal-year = every fiscal year

periods-day = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
periods-week = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
periods-month = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
periods-quarter = { $count ->
    [one] { $count } quarter
   *[other] { $count } quarters
}
periods-year = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
periods-fiscal-month = { $count ->
    [one] { $count } fiscal month
   *[other] { $count } fiscal months
}
periods-fiscal-quarter = { $count ->
    [one] { $count } fiscal quarter
   *[other] { $count } fiscal quarters
}
periods-fiscal-year = { $count ->
    [one] { $count } fiscal year
   *[other] { $count } fiscal years
}
duration-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
duration-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
