### Pages of inquiry: causes, experiments, reconciliations, insights, findings, surveys, objectives.

inquiry-metric = Metric
inquiry-action = Action
inquiry-state = State
inquiry-due = Due
inquiry-done = Done on
inquiry-period = Period
inquiry-before = Before
inquiry-after = After
inquiry-difference = Difference
inquiry-interval = 95% interval
inquiry-reading = Reading
inquiry-latest-period = Latest period
inquiry-latest-value = Latest value
inquiry-no-value = no figure
inquiry-not-said = not said
inquiry-from-to = { $from } to { $to }
inquiry-with-interval = { $difference } ({ $interval })
inquiry-no-interval = no interval
inquiry-not-judged = not judged
inquiry-no-difference = no clear difference
inquiry-better = better
inquiry-worse = worse
inquiry-moved = moved
inquiry-zero = no difference
inquiry-difference-unit = Difference in { $unit }, with its 95% interval where one can be computed
inquiry-too-few = too few periods: { $before } before, { $after } after; at least { $fewest } on each side are needed
inquiry-overflow = a sum has too many digits to be held exactly
inquiry-basis = How this was computed
inquiry-periods = { $metric }: { $count ->
    [one] one period
   *[other] { $count } periods
 } on each side, before { $before }, after { $after }.
inquiry-span = { $first } to { $last }
inquiry-span-counts = { $span } ({ $part } of { $whole })
inquiry-span-quotient = { $span } ({ $part } over { $whole })
inquiry-method-proportions = Proportions are pooled from the counts of the periods; the interval is Newcombe’s for the difference of two independent proportions (method 10, from Wilson limits).
inquiry-method-weighted = Weighted proportions are pooled from the sums of weights; the interval is Newcombe’s (method 10), from Wilson limits at Kish’s effective sizes.
inquiry-method-means = Means are pooled from the sums of the periods; the interval is the normal one for two means with unequal variances, from sizes and standard deviations of the periods and the spread between them.
inquiry-method-pooled = Values are pooled from the sums of the periods; the rows hold nothing from which an interval could be computed.
inquiry-method-periods = Values are the mean of the periods’ values; no interval is given, because they do not come from counts that could be pooled.
inquiry-suspended = Left out because the metric was suspended: { $periods }.
inquiry-crosses = The definition changed between these periods, so part of the difference may come from that.
inquiry-no-cause = This is a difference in time. What else happened between the two sides is not taken out, so it does not show what caused it.
inquiry-action-effect = Before and after this action
inquiry-action-days = The action was at work from { $begun }, when it was agreed, to { $done }, when it was closed. Periods that touch these days are on neither side.
inquiry-action-day = The action was closed on { $done }. The period that holds this day is on neither side, unless it begins with it.

inquiry-causes-behind = Analysis of causes behind this
inquiry-causes-of-metric = Causes found
inquiry-found-by = As found by
inquiry-cause = Cause
inquiry-assuming = Assuming
inquiry-limits = Limits
inquiry-confidence = Confidence

cause-chain = Asked why, step by step
cause-chain-figure = { $count ->
    [one] One question
   *[other] { $count } questions
 } back from what happened to its cause
cause-chain-description = { $count ->
    [one] One question leads
   *[other] { $count } questions lead
 } from what happened to { $causes ->
    [one] one root cause
   *[other] { $causes } root causes
 }. The list below has every question and answer in full.
cause-cut-note = Long answers are cut in the picture; the list below has them in full, with the evidence for each.
cause-effect = What happened
cause-root = Root cause
cause-root-numbered = Root cause { $number }
cause-no-evidence = no evidence is named for this answer
cause-fishbone = Possible causes by group
cause-fishbone-figure = { $count ->
    [one] One possible cause
   *[other] { $count } possible causes
 } of what happened
cause-fishbone-description = Possible causes in the groups { $groups } lead to what happened. The list below has them in full.
cause-fishbone-note = These are causes that were considered. Which of them were found to hold stands under root causes.
cause-none-in-group = none in this group
cause-recurrences = Before and again
cause-recurrence-intro = { $earlier ->
    [0] No earlier analysis of the same is named
    [one] One earlier analysis of the same is named
   *[other] { $earlier } earlier analyses of the same are named
 }; { $later ->
    [0] no later one names this.
    [one] one later one names this.
   *[other] { $later } later ones name this.
 }
cause-earlier = earlier
cause-later = later
cause-actions = What is done about it
cause-no-action = No action names this analysis as its cause.
cause-register-methods = Methods, scope and confidence
cause-methods-caption = Analyses by method and scope, and how sure their findings are
cause-method = Method
cause-scope = Scope
cause-analyses = Analyses
cause-sure-high = High confidence
cause-sure-medium = Medium
cause-sure-low = Low
cause-sure-unsaid = Not said
cause-tally-all = { $count ->
    [one] analysis
   *[other] analyses
 }
cause-tally-systemic = { $count ->
    [one] reaches beyond its case
   *[other] reach beyond their case
 }
cause-tally-low = with low confidence
cause-tally-again = { $count ->
    [one] of something that had happened before
   *[other] of things that had happened before
 }
cause-register-again = What happened again
cause-register-none-again = { $count ->
    [one] The one analysis does not name an earlier one of the same.
   *[other] None of the { $count } analyses names an earlier one of the same.
 }
cause-analysis = Analysis
cause-earlier-analysis = Earlier analysis of the same

experiment-result = Result
experiment-no-result = No result is recorded yet.
experiment-result-figure = The difference that was measured
experiment-method = Method
experiment-observations = Observations
experiment-n = { $reached }
experiment-n-of-planned = { $reached } ({ $planned } planned)
experiment-n-planned = { $planned } planned
experiment-result-note = Difference and interval stand as the record gives them; they were not computed here.
experiment-before-after = Before and after
experiment-guardrails = Guardrails before and after
experiment-guardrails-latest = Guardrails now
experiment-guardrails-note = The records keep no figures of the guardrails for each group. These are the latest published values over all.
experiment-register-results = Results
experiment-running = Running
experiment-planned = Planned
experiment-concluded = Concluded
experiment-stopped = Stopped before time
experiment-name = Experiment
experiment-type = Type
experiment-start = First day
experiment-end = Last day
experiment-none-yet = none yet
experiment-interventions = Actions that were to move a metric
experiment-interventions-intro = { $count ->
    [one] One action is done and names a metric with figures: that metric before it was agreed and after it was closed.
   *[other] { $count } actions are done and name a metric with figures: each metric before its action was agreed and after it was closed.
 }

reconciliation-bridge = From our figure to the other
reconciliation-figure = What lies between the two figures
reconciliation-description = Our figure is { $own }, the other { $other }; { $rest } remain unexplained.
reconciliation-scale-note = The scale need not begin at zero: figures are marks, only what is added or taken off is drawn as a length.
reconciliation-own = Our published figure
reconciliation-other = Figure of the other source
reconciliation-rest = Unexplained rest
reconciliation-own-short = Ours
reconciliation-other-short = Other
reconciliation-rest-short = Rest
reconciliation-tolerance-short = Tolerance
reconciliation-item = Step
reconciliation-amount = Added
reconciliation-reached = Figure reached
reconciliation-table = The same step by step
reconciliation-difference = Difference, other less ours
reconciliation-explained = Explained
reconciliation-tolerance = Tolerance for the rest
reconciliation-tolerance-band = Shaded: { $tolerance } to either side of the other figure, the rest that is tolerated.
reconciliation-within = rest within tolerance
reconciliation-beyond = rest beyond tolerance
reconciliation-no-figure = No figure of ours is published for this metric and period, so there is nothing to compare.
reconciliation-register = Rests beside their tolerance
reconciliation-name = Reconciliation
reconciliation-agreed = Agreed
reconciliation-open = Open
reconciliation-unresolved = Unresolved
reconciliation-tally-agreed = agreed
reconciliation-tally-open = open
reconciliation-tally-unresolved = unresolved
