### Targets, and where they were met.

targets-met = met
targets-close = close
targets-missed = missed
targets-suspended = suspended
targets-not-judged = not judged

targets-section-attainment = Attainment
targets-section-by-metric = Targets by metric
targets-section-late = Agreed late
targets-of-frequency = Judged { $frequency }
targets-map-title = { $count ->
    [one] Targets met in { $met } of { $count } judged period
   *[other] Targets met in { $met } of { $count } judged periods
}
targets-map-span = { $from } to { $to }
targets-map-label = Attainment by metric and period
targets-map-none = No period has been judged yet.
## Variables: metrics (titles).
targets-map-unjudged = Not judged in any of these periods, though they have a target: { $metrics }.
targets-map-note = Totals only. A cross is a miss, a dash is close to the target, two strokes are a suspension. Each cell leads to its figure.
targets-map-cut = { $shown } of { $count } metrics, those that missed most often.
targets-counts-caption = How often each target was met
targets-twin-summary = Every period in words
targets-twin-caption = Value, level and status by period
targets-met-of = { $met } of { $count }
targets-column-metric = Metric
targets-column-met-of = Met, of those judged
targets-column-period = Period
targets-column-value = Value
targets-column-level = Level
targets-column-which-level = Which level
targets-column-status = Status
targets-column-target = Target
targets-column-holds = Holds
targets-column-threshold = Threshold
targets-column-stretch = Stretch
targets-column-action = Act at
targets-column-others = Other levels
targets-column-basis = Basis
targets-column-agreed-by = Agreed by
targets-column-agreed-on = Agreed on
targets-by-metric-note = Drafts are left out. Tiers, seasonal values and tolerance windows stand in full on the page of each target.
targets-list-cut = { $shown } of { $count } targets; all of them are in the register below.
targets-holds = { $from } to { $to }
targets-holds-from = from { $from }
targets-agreed-late = { $date }, late
targets-tiers = { $count ->
    [one] { $count } tier
   *[other] { $count } tiers
}
targets-seasons = { $count ->
    [one] { $count } seasonal value
   *[other] { $count } seasonal values
}
targets-windows = { $count ->
    [one] { $count } tolerance window
   *[other] { $count } tolerance windows
}
targets-late-note = { $count ->
    [one] { $count } target was agreed after the first period for which it holds had begun:
   *[other] { $count } targets were agreed after the first period for which they hold had begun:
}
targets-late = This target was agreed on { $agreed }, after { $period } had begun, which is the first period for which it holds.
targets-held = { $count ->
    [one] Met in { $met } of { $count } period judged against this target.
   *[other] Met in { $met } of { $count } periods judged against this target.
}
targets-held-caption = Periods for which it held, the newest first
targets-held-cut = The newest 60 of { $count }.
targets-basis-agreed = as agreed
targets-basis-seasonal = seasonal value
targets-basis-tolerance = tolerance window
