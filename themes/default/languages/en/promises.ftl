### Promises beside their measures, and the times that have to fit into them.

promises-at-least = at least { $level }
promises-at-most = at most { $level }
promises-above = above { $level }
promises-below = below { $level }

promises-to-public = the public
promises-to-customer = a customer
promises-to-internal = within the organisation

promises-kept = kept
promises-at-risk = kept, at risk
promises-broken = not kept
promises-not-judged = not judged
promises-no-value = no value

promises-each-day = each day
promises-each-week = each week
promises-each-month = each month
promises-each-quarter = each quarter
promises-each-year = each year
promises-each-fiscal-month = each fiscal month
promises-each-fiscal-quarter = each fiscal quarter
promises-each-fiscal-year = each fiscal year

promises-section-promise = Promise against measure
promises-section-gap = Gap over time
promises-section-budget = Budget of internal promises
promises-made-to = Made to
promises-measured-by = Measured by
promises-promised = Promised
promises-window = Window
promises-warn-level = Warning level
promises-newest = Newest window
promises-remedy = If it is not kept
promises-nobody-owns = nobody named
promises-is-draft = This promise is a draft. It has not been made yet and is counted nowhere else.
promises-is-withdrawn = This promise has been withdrawn and is no longer in force.
promises-no-window = No window can be judged: the measure has no value since the promise took effect, or its periods are longer than the window.
promises-none-judged = none judged
## Variables: kept, count (windows judged).
promises-kept-of = { $kept } of { $count }

promises-tally-kept = { $count ->
    [one] window kept
   *[other] windows kept
}
promises-tally-at-risk = { $count ->
    [one] window kept, at the warning level or beyond
   *[other] windows kept, at the warning level or beyond
}
promises-tally-broken = { $count ->
    [one] window not kept
   *[other] windows not kept
}
promises-tally-unjudged = { $count ->
    [one] window without a value
   *[other] windows without a value
}
promises-tally-published = { $count ->
    [one] promise in force
   *[other] promises in force
}
promises-tally-newest-kept = kept in the newest window
promises-tally-newest-at-risk = kept, at the warning level or beyond
promises-tally-newest-broken = not kept in the newest window

promises-gap-title = { $count ->
    [one] Kept in { $kept } of { $count } window
   *[other] Kept in { $kept } of { $count } windows
}
promises-gap-subtitle = { $metric }: value minus promised level
promises-gap-reading = Promised: { $promised }. At zero the value is exactly the level. Windows count from the day on which this wording took effect.
promises-windows-caption = Windows, the newest first
promises-windows-note = Gap: value minus promised level.
promises-column-promise = Promise, word for word
promises-column-owner = Owner
promises-column-value = Value
promises-column-gap = Gap
promises-column-status = Status
promises-column-kept = Windows kept

promises-register-title = Promise against measure
promises-register-note = Value, gap (value minus level) and status of the newest window. Windows kept: of those judged since the wording took effect.
promises-budgets-intro = A promise that is made of several steps can only be kept where the steps fit into it. Each step is itself a promise; their levels are added up in the unit of the one above, a day as 24 hours.
promises-budget-title = What “{ $title }” rests on
promises-budget-note = Levels of internal promises that support it; those further down support the one above them.
promises-budget-not-added = { $count ->
    [one] { $count } promise supports this one. Its level is no upper limit in a unit that can be added up.
   *[other] { $count } promises support this one. Their levels are not all upper limits in a unit that can be added up.
}
promises-budget-rest = { $count ->
    [one] { $count } step needs { $sum } of { $level }. Left: { $rest }.
   *[other] { $count } steps need { $sum } of { $level }. Left: { $rest }.
}
promises-budget-exact = { $count ->
    [one] { $count } step needs { $sum } of { $level }. Nothing is left.
   *[other] { $count } steps need { $sum } of { $level }. Nothing is left.
}
promises-budget-overrun = { $count ->
    [one] { $count } step needs { $sum }, which is { $rest } more than the { $level } that are promised.
   *[other] { $count } steps need { $sum }, which is { $rest } more than the { $level } that are promised.
}
promises-together = Together
promises-rest = Left
promises-overrun = Too much
promises-rest-or-overrun = Left of what is promised
promises-not-addable = not added up
promises-column-part = Step
promises-column-level = Level
promises-column-level-in = In { $unit }
promises-column-left = Left of its own steps
promises-column-measured = Newest value
