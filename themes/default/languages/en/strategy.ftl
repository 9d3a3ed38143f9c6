### How objectives and metrics hang together.

strategy-title = Strategy map
strategy-lede = { $count ->
    [one] One objective, what it helps to reach, and how its measures stand.
   *[other] { $count } objectives, what helps to reach what, and how their measures stand.
}
strategy-map = Map
strategy-figure-title = What helps to reach what
strategy-figure-subtitle = Objectives by perspective; an arrow leads from an objective to what it helps to reach
strategy-figure-note = The mark is that of the worst-standing measure of an objective, at its newest figure: a disc meets its target, a lozenge is close to it, a triangle misses it, a ring is not judged.
strategy-figure-description = { $count ->
    [one] One objective.
   *[other] { $count } objectives with { $arrows } arrows between them. The table below says the same.
}
strategy-financial = Financial
strategy-customer = Customer
strategy-process = Process
strategy-learning = Learning
strategy-objectives = Objectives
strategy-objective = Objective
strategy-helps = Helps to reach
strategy-measures = Measures
strategy-standing = Standing
strategy-initiatives = Initiatives
strategy-none = none
strategy-measure = { $metric }: { $value }
strategy-value = { $value }, { $period }
strategy-no-figure = no figure
strategy-no-measure = no measure
strategy-not-judged = no target to judge by
strategy-met-short = { $met } of { $count } met
strategy-met-of = { $met } of { $count ->
    [one] { $count } measure meets its target
   *[other] { $count } measures meet their target
}

drivers-title = Drivers
drivers-lede = Which metrics move which, as their definitions claim it. What is wanted in the end stands on top.
drivers-section = { $metric }, with { $count ->
    [one] one metric in all
   *[other] { $count } metrics in all
}
drivers-figure-title = What moves { $metric }
drivers-figure-subtitle = An arrow leads from a driver to what it moves; newest figure against its target
drivers-figure-description = { $count ->
    [one] One metric.
   *[other] { $count } metrics on { $levels } levels with { $arrows } arrows between them. The table below says the same.
}
drivers-figure-note = Each metric stands at its shortest way to the one on top; arrows that lead to another level, and levels further down, are in the table alone or on the pages of the metrics.
drivers-more = { $count ->
    [one] The largest trees are shown; one more is left out, whose metrics name their drivers on their own pages.
   *[other] The largest trees are shown; { $count } more are left out, whose metrics name their drivers on their own pages.
}
drivers-table = Metrics by level
drivers-metric = Metric
drivers-value = Newest figure
drivers-standing = Standing
drivers-moved-by = Moved by
drivers-outside = Causes outside
drivers-level = Level { $number }
drivers-met = meets target
drivers-close = close to target
drivers-missed = misses target
drivers-not-judged = not judged

variants-title = Variants
variants-lede = Local variants of a metric beside their base, field by field. A variant departs from its base on purpose and says why; what it does not say is marked.
variants-field = Field
variants-base = { $metric } (base)
variants-caption = Where the variants of { $metric } depart from it
variants-not-written = not written
variants-others = What differs without deciding the number or its judgement: { $fields }.
variants-same = as the base
variants-declared = declared: { $reason }
variants-declared-same = declared as a difference: { $reason }
variants-part = { $field }: { $value }
variants-not-declared = not declared
variants-all-declared = Every difference is declared, with its reason.
variants-undeclared = { $count ->
    [one] One difference is not declared.
   *[other] { $count } differences are not declared.
}
