### Pages of inquiry: causes, experiments, reconciliations, insights, findings, surveys, objectives.

inquiry-metric = Metric
inquiry-action = Action
inquiry-state = State
inquiry-due = Due
inquiry-done = Done on
inquiry-earlier = Earlier periods
inquiry-none = none
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
inquiry-action-days = The action was agreed on { $begun } and closed on { $done }; the record does not say from when it was in place. Periods that touch the time between are on neither side.
inquiry-action-placed-days = The action was agreed on { $begun } and in place from { $done }. Periods that touch the time between are on neither side.
inquiry-action-placed-day = The action was in place from { $done }. The period that holds this day is on neither side, unless it begins with it.
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

finding-parts = In six parts
finding-criteria = What should be the case
finding-condition = What is the case
finding-cause = Why it is so
finding-effect = What follows from it
finding-recommendation = What the auditor advises
finding-response = What is answered
finding-no-response = no answer yet
finding-rating = Rating
finding-time = Time
finding-settled = dealt with
finding-overdue = { $count ->
    [one] overdue by one day
   *[other] overdue by { $count } days
 }
finding-days-left = { $count ->
    [0] due today
    [one] one day left
   *[other] { $count } days left
 }
finding-actions = Actions taken
finding-no-action = No action is named.
finding-all = All
finding-name = Finding
finding-state-open = Open
finding-state-agreed = Agreed
finding-state-remediated = Remediated
finding-state-verified = Verified
finding-state-closed = Closed
finding-state-risk-accepted = Risk accepted
finding-register-rating = By rating and state
finding-register-unsettled = Not yet remediated
finding-register-unsettled-intro = { $count } of { $all } { $all ->
    [one] finding
   *[other] findings
 } are open or agreed and not yet remediated; { $overdue ->
    [0] none of them is overdue
   *[other] { $overdue } of them overdue
}.
finding-age = Days since found
finding-actions-done = Actions
finding-actions-of = { $done } of { $count } closed

insight-themes = Themes
insight-theme = Theme
insight-meaning = What belongs to it
insight-share = Share
insight-figure = How often each theme came up, { $period }
insight-basis = Per cent of { $n } comments, talks or conversations
insight-sum = The shares add up to { $sum }. Where that is more than a hundred, one comment can belong to several themes; where it is less, some belong to none.
insight-method = How the themes were found
insight-protocol = Protocol
insight-agreement = Agreement
insight-measure = Measure
insight-value = Value, where 1 is full agreement
insight-classifier = Program that sorted
insight-n = Comments, talks or conversations
insight-count = { $n }
insight-register-theme = Themes of written comments over time
insight-register-staff = Themes from members of staff over time
insight-register-interview = Themes of interviews over time
insight-register-speech = Themes of recorded conversations over time
insight-register-intro = { $count ->
    [one] Shares of each theme in the one insight of this kind.
   *[other] Shares of each theme in { $count } insights of this kind, the most frequent of the newest first. A theme that is not in a period’s list was not looked for in that period.
 }
insight-not-coded = not looked for

objective-measures = How far it is reached
objective-no-measure = No measure is named.
objective-target = Target
objective-status = Status
objective-initiatives = What is undertaken
objective-around = Causes and effects
objective-around-figure = What helps to reach this objective, and what it helps to reach
objective-around-description = { $before } objectives lead to this one, and this one leads to { $after }. The list below names them.
objective-before = helps to reach this one
objective-after = is helped by this one

survey-scale = The answers
survey-scale-description = { $count } answers in a row; { $marked } of them count as success.
survey-scale-table = The answers as a table
survey-top-box = counts as success
survey-answer = Answer
survey-label = Words beside it
survey-counts = Counts
survey-no-label = none
survey-metrics = Metrics asked with it
survey-no-metric = No metric is asked with this survey.
survey-retest = Asked twice
survey-retest-held = Day of the test
survey-retest-people = People
survey-retest-correlation = Pearson’s r
survey-retest-agreement = ICC(2,1)
survey-retest-shift = Mean shift
survey-retest-method = The same people answered twice. Pearson’s r is blind to a shift of everybody; ICC(2,1) is the intraclass correlation for absolute agreement of single answers, two-way random effects (Shrout and Fleiss 1979); the shift is the mean of the second answers less that of the first.
survey-versions = Versions of the questionnaire
survey-version-now = Version { $version } holds since { $since }.
survey-no-change = No change record names this survey.
survey-change = Change
survey-from = From version
survey-to = To version
survey-effective = Holds from
survey-response = Who answered
survey-response-figure = Response rate { $name } over time
survey-response-axis = % of those invited
survey-response-description = From { $before } in { $first } to { $after } in { $last }.
survey-response-source = Counts are those of the rows of { $metric }, over all segments; the newest period stands first.
survey-dispositions = By the AAPOR Standard Definitions. Known are complete answers, partial answers and how many invitations were delivered. Delivered invitations without an answer are counted as non-contact; those that were not delivered as not known to be eligible. Refusals and other eligible cases are not recorded apart and taken as zero.
survey-dispositions-undelivered = By the AAPOR Standard Definitions. Known are complete answers and partial answers. How many invitations were delivered is not known for every period: there, every invitation without an answer is counted as non-contact. Refusals, other eligible cases and cases not known to be eligible are taken as zero.
survey-estimate-unknown = The survey’s own rate needs an estimate of how many of the unknown cases are eligible, which the rows do not hold. It lies between the two rates shown: all of them eligible, and none.
survey-invited = Invited
survey-delivered = Delivered
survey-complete = Complete
survey-partial = Partial
survey-unanswered = Without answer
survey-weighting = Raw beside weighted: { $metric }
survey-weighting-method = Raw is the share among all answers, weighted the published value before rounding. Effective size is Kish’s, the squared sum of weights over the sum of squared weights; the design effect is the number of answers over it; the interval is Wilson’s at the effective size.
survey-raw = Raw
survey-weighted = Weighted
survey-n = Answers
survey-effective-size = Effective size
survey-design-effect = Design effect
survey-rr1 = RR1
survey-rr2 = RR2
survey-rr5 = RR5
survey-rr6 = RR6
