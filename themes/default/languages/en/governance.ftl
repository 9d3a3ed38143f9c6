### Registers and pages of governance records.

## Words that the registers of governance records share.

governance-none = none
governance-not-said = not said
governance-total = Total
governance-all = All
governance-yes = yes
governance-no = no
governance-owner = Owner
governance-state = State
governance-type = Type
governance-effect = Effect
governance-meaning = Meaning
governance-metric = Metric
governance-value = Value
governance-target = Target
governance-status = Status
governance-variation = Variation
governance-period = Period
governance-from = First day
governance-to = Last day
governance-days = Days
governance-due = Due
governance-when = When
governance-actions = Actions
governance-approved-by = Approved by
governance-today = today
governance-in-days =
    { $count ->
        [one] in { $count } day
       *[other] in { $count } days
    }
governance-days-ago =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
governance-days-to = days counted to { $date }
governance-days-from-to = { $from } to { $to } days
governance-days-over = over { $days } days
governance-from-to = { $from } to { $to }
governance-as-of = as of { $date }
governance-titled-days = { $title }, { $from } to { $to }

## The register of actions.

action-standing-title = Where they stand
action-tally-to-do =
    { $count ->
        [one] action to be done
       *[other] actions to be done
    }
action-tally-overdue =
    { $count ->
        [one] of them is overdue
       *[other] of them are overdue
    }
action-tally-waiting =
    { $count ->
        [one] done, waiting for its test
       *[other] done, waiting for their test
    }
action-tally-ended =
    { $count ->
        [one] ended
       *[other] ended
    }
action-tally-verified =
    { $count ->
        [one] of them shown to have helped
       *[other] of them shown to have helped
    }
action-ageing-title = Age of open actions
action-ageing-subtitle = Open actions by days since they were opened
action-ageing-figure = { $count ->
        [one] { $count } action is open
       *[other] { $count } actions are open
    }, { $overdue ->
        [0] none overdue
       *[other] { $overdue } overdue
    }
action-opened-basis = Of { $all } open actions, { $count } say when they were opened: in the record itself or at the beginning of its id. Open is what is to be done, and what was done and still waits for its test; overdue is only what is to be done.
action-open-caption = Open actions
action-group-to-do = To be done
action-group-waiting = Done, waiting for its test
action-opened = Opened
action-age = Age in days
action-overdue-days = Days overdue
action-closure-title = Closing over time
action-none-closed = No action has been closed yet.
action-closed-on-time =
    { $count ->
        [one] { $count } action has a day of closing; it was closed by its due day in { $intime } of { $count } cases, after { $days } days.
       *[other] { $count } actions have a day of closing; { $intime } of them were closed by their due day. The median from opening to closing is { $days } days.
    }
action-closure-figure = { $count ->
        [one] { $count } action is open
       *[other] { $count } actions are open
    }; the most at the end of any period were { $most }
action-closure-note = A closed action counts from the day of its closing; the last period runs to the day as of which the report speaks.
action-left-out =
    { $count ->
        [one] { $count } action says no day of opening, or ended without a day of closing, and is left out.
       *[other] { $count } actions say no day of opening, or ended without a day of closing, and are left out.
    }
action-closure-caption = Opened and closed by period
action-closure-foots = open at the end = open before + opened − closed
action-opened-count = Opened
action-closed-count = Closed
action-open-at-end = Open at the end
action-effect-title = Did they help?
action-none-done = No action has been done yet.
action-effect-basis =
    { $count ->
        [one] Of { $done } actions that were done, { $count } was tested, and { $verified } was shown to have helped.
       *[other] Of { $done } actions that were done, { $count } were tested, and { $verified } of these were shown to have helped.
    }
action-effect = Effect
action-effect-caption = Actions by effect
action-verified = verified
action-verified-meaning = done, and shown to have helped
action-ineffective = ineffective
action-ineffective-meaning = done, and shown not to have helped
action-not-tested = not yet tested
action-not-tested-meaning = done; its test is named and has no result
action-no-test = no test
action-no-test-meaning = done; no test was named
action-effect-listed = Did not help, or not yet known
action-effect-metric = Metric to be moved
action-counts-title = By cause and owner
action-by-cause = By what led to them
action-cause = Led to by
action-by-owner = By owner
action-to-do = To be done
action-overdue = Overdue
action-waiting = Waiting for test
action-ended = Ended

## The register of decisions.

decision-tally-decided =
    { $count ->
        [one] decision in force
       *[other] decisions in force
    }
decision-tally-proposed =
    { $count ->
        [one] proposed
       *[other] proposed
    }
decision-tally-superseded =
    { $count ->
        [one] superseded
       *[other] superseded
    }
decision-body = Decided by
decision-date = Decided on
decision-by-body-title = Who decided
decision-by-body = Decisions by body and type
decision-by-several =
    { $count ->
        [one] { $count } decision was taken by several together and counts for each of them.
       *[other] { $count } decisions were taken by several together and count for each of them.
    }
decision-revisit-title = To be looked at again
decision-none-to-revisit = No decision in force has a day by which it is to be looked at again.
decision-revisit-basis =
    { $count ->
        [one] { $count } decision in force has a day by which it is to be looked at again; { $overdue } overdue.
       *[other] { $count } decisions in force have a day by which they are to be looked at again; { $overdue } overdue.
    }
decision-revisit-caption = The earliest day first
decision-chains-title = Which took the place of which
decision-chains-caption = Decisions that replaced earlier ones
decision-in-force = Decision
decision-replaced = Took the place of

## The register of reviews, and the agenda pack of the next one.

review-tally-planned =
    { $count ->
        [one] review planned
       *[other] reviews planned
    }
review-tally-held =
    { $count ->
        [one] held
       *[other] held
    }
review-tally-missed =
    { $count ->
        [one] missed
       *[other] missed
    }
review-tally-lapsed =
    { $count ->
        [one] planned for a day gone by
       *[other] planned for days gone by
    }
review-body = Body
review-held = Held
review-missed = Missed
review-rate = Held of those due
review-last = Last one held
review-next = Next one, with its agenda pack
review-pack-for = agenda pack for { $date }
review-by-body-title = By body
review-by-body = How reliably each body meets
review-rate-basis = Reviews count as due where they were held or missed; a planned one whose day has gone by counts as missed. Shares are rounded to whole per cent.
review-calendar-title = Calendar
review-calendar-subtitle = Reviews of each body on the day they were held, else on the day for which they were planned
review-calendar-figure =
    { $count ->
        [one] Of { $count } review due so far, { $held } was held
       *[other] Of { $count } reviews due so far, { $held } were held
    }
review-calendar-caption = All reviews by day
review-scheduled = Planned for
review-held-on = Held on
review-delay = Days late
pack-title = Agenda pack
pack-basis = For the review on { $date }, from all records as of { $asof }. It names what is due by then; what a body of its own set going stands first.
pack-nothing = Nothing to report under: { $points }.
pack-own = From this body
pack-others = Others
pack-last-time = Last time
pack-last-time-nothing = It names no decision, and no action followed from it.
pack-decided = Decided last time
pack-actions-from-it = Actions that followed
pack-actions-due = Actions due by then
pack-decisions-to-revisit = Decisions to look at again
pack-deviations = Deviations not closed
pack-changes = Changes waiting for approval
pack-finding = Audit finding
pack-findings = Audit findings due by then
pack-waivers = Waivers that end by then
pack-metrics = Metrics of scorecards that miss their target or show a special cause

## Deviations.

deviation-tally-open =
    { $count ->
        [one] open
       *[other] open
    }
deviation-tally-contained =
    { $count ->
        [one] contained
       *[other] contained
    }
deviation-tally-closed =
    { $count ->
        [one] closed
       *[other] closed
    }
deviation-course-title = When, and for how long
deviation-course-caption = The newest first; days to the last one, both counted
deviation-figure =
    { $count ->
        [one] { $count } deviation, { $open } not closed
       *[other] { $count } deviations, { $open } not closed
    }
deviation-goes-on = goes on
deviation-key-shades = shades charts
deviation-key-leaves = shades nothing
deviation-key-goes-on = has no end yet
deviation-shading-title = What they shade
deviation-shaded-title = What it shades
deviation-shaded-caption = Shaded periods by metric
deviation-shaded = Shaded
deviation-periods = Periods
deviation-nothing = nothing
deviation-no-figures = no period with figures
deviation-rule = A chart is shaded where results are left out or not published, in every period into which the deviation lasted, from the first figure of the metric to its last. Values there take no part in limits and rules.
deviation-shades-nothing = No chart is shaded: the results of the time are published like any others, or published and marked.
deviation-lasted =
    { $count ->
        [one] It lasted { $count } day, { $from }, last day { $to }.
       *[other] It lasted { $count } days, from { $from } to { $to }, both counted.
    }
deviation-lasts =
    { $count ->
        [one] It has lasted { $count } day since { $from }, counted to { $date }, and goes on.
       *[other] It has lasted { $count } days since { $from }, counted to { $date }, and goes on.
    }

## Restatements.

restatement-tally =
    { $count ->
        [one] restatement
       *[other] restatements
    }
restatement-tally-material =
    { $count ->
        [one] of them is material
       *[other] of them are material
    }
restatement-tally-announced =
    { $count ->
        [one] announced, figures to come
       *[other] announced, figures to come
    }
restatement-tally-figures =
    { $count ->
        [one] figure changed
       *[other] figures changed
    }
restatement-ledger-title = Ledger
restatement-ledger = The latest announcement first
restatement-reason = Reason
restatement-reason-source = better source data
restatement-reason-recalculation = routine recalculation
restatement-reason-method = method or definition
restatement-reason-correction = correction of a mistake
restatement-material = Material
restatement-scheduled = Planned
restatement-announced = Announced
restatement-decision = Decision or change
restatement-release = Release
restatement-figures = Figures changed
restatement-rows-title = Figures that changed
restatement-rows-caption = By metric, part of the results and period
restatement-rows-still =
    { $count ->
        [one] { $count } further figure was made from other counts and kept its value
       *[other] { $count } further figures were made from other counts and kept their values
    }
restatement-rows-left-out =
    { $count ->
        [one] { $count } further figure is in the data file of the metric
       *[other] { $count } further figures are in the data files of the metrics
    }
restatement-cell = Part of the results
restatement-total = total
restatement-old = Before
restatement-new = After
restatement-difference = Difference
restatement-no-release = No release names this restatement, so no figure has changed by it.
restatement-basis =
    { $count ->
        [one] { $count } figure changed. It is of { $metrics } metric and was published with { $releases } release.
       *[other] { $count } figures changed, rows and totals of rows. They are of { $metrics ->
            [one] { $metrics } metric
           *[other] { $metrics } metrics
        } and were published with { $releases ->
            [one] { $releases } release
           *[other] { $releases } releases
        }.
    }

## Changes.

change-tally =
    { $count ->
        [one] change
       *[other] changes
    }
change-tally-waiting =
    { $count ->
        [one] waits for approval
       *[other] wait for approval
    }
change-tally-coming =
    { $count ->
        [one] still to come into force
       *[other] still to come into force
    }
change-tally-lacking =
    { $count ->
        [one] went on without an agreement that its class needs
       *[other] went on without an agreement that their class needs
    }
change-class = Class
change-by-class-title = By class and state
change-by-class = Declared class and state
change-effective = In force from
change-approvals = Approvals
change-agreement-title = Agreement
change-agreement-rule = A breaking change needs the agreement of a body; every other one that of somebody who did not propose it.
change-agreement-basis =
    { $count ->
        [one] From submission to the last agreement it took { $days } days, in the { $count } change that says both.
       *[other] From submission to the last agreement the median is { $days } days and the longest { $longest } days, of { $count } changes that say both.
    }
change-agreement-caption = Agreement given and missing
change-agreed = Agreed
change-nobody = nobody
change-lacks = Missing
change-needs-committee = that of a body
change-needs-somebody = that of somebody else
change-waits = waits to be approved
change-needs-nothing = nothing
change-open-gates = Conditions not met
change-days = Days to agree
change-lacks-committee = The class of this change needs the agreement of a body, and there is none.
change-lacks-somebody = This change needs the agreement of somebody who did not propose it, and there is none.
change-lacks-nothing = The agreement that the class of this change needs has been given.
change-gates =
    { $count ->
        [one] { $count } condition has to be met before it comes into force; { $open } not met.
       *[other] { $count } conditions have to be met before it comes into force; { $open } not met.
    }
change-approval-took =
    { $count ->
        [one] From submission on { $from } to the last agreement on { $to } it took { $count } day.
       *[other] From submission on { $from } to the last agreement on { $to } it took { $count } days.
    }
change-upcoming-title = Still to come into force
change-upcoming-caption = The earliest day first
change-none-coming = No change is still to come into force.
change-old = Old definition
change-new = New definition
change-difference = New − old
change-ratio = New ÷ old
change-bridge-result =
    { $count ->
        [one] Over { $count } period, mean of new − old: { $mean }; sum of new ÷ sum of old: { $ratio }.
       *[other] Over { $count } periods, mean of new − old: { $mean }; sum of new ÷ sum of old: { $ratio }.
    }
change-bridge-method = Method: parallel values of the same periods by both definitions. The additive bridge is mean(new − old), the ratio bridge sum(new) ÷ sum(old); both are computed exactly from the values above and rounded once, half to even.
change-effect-title = Effect on the figures
change-effect-caption = From { $from } to { $to }
change-effect-part = Part
change-effect-reported = As published for { $period }
change-effect-data = Late or corrected records
change-effect-definition = New definition
change-effect-performance = Performance
change-effect-unknown = not known
change-effect-later = There is no figure by the new definition alone yet.
change-effect-method = Method: data is the earlier period by the old definition, from the records as they were bridged, less its first published figure; definition is new less old on the same records; performance is the later period less the earlier one, both by the new definition. The parts sum to the difference exactly.

## What a record touches.

touch-title = What this bears on
touch-metrics = Metrics
touch-metrics-count =
    { $count ->
        [one] { $count } metric
       *[other] { $count } metrics
    }
touch-why = Why
touch-periods = Periods
touch-periods-within = { $count } within { $range }
touch-named = named here under “{ $field }”
touch-names-this = names this record under “{ $field }”
touch-in-scope = its chart marks the event: its segments include the scope
touch-restated =
    { $count ->
        [one] { $count } figure changed
       *[other] { $count } figures changed
    }
touch-through = through “{ $title }” ({ $kind })
touch-scorecards = Scorecards that score these metrics
touch-scores = scores { $metrics }
touch-mentions = Text that links here
touch-page = page of text
touch-prose = prose of a record: { $kind }

## Waivers, policies, evidence, risks and the calendar.

waiver-title = Which hold, and until when
waiver-caption = By the last day on which they hold
waiver-tally-holding =
    { $count ->
        [one] waiver in force
       *[other] waivers in force
    }
waiver-tally-ending =
    { $count ->
        [one] of them ends within 90 days
       *[other] of them end within 90 days
    }
waiver-tally-ended =
    { $count ->
        [one] ended
       *[other] ended
    }
waiver-tally-lapsed =
    { $count ->
        [one] said to be active after its last day
       *[other] said to be active after their last day
    }
waiver-lapsed = Said to be active after the last day
waiver-ending = Ending within 90 days
waiver-holding = In force for longer
waiver-ended = Ended
policy-title = When they are to be looked at again
policy-caption = The earliest day first
policy-tally-overdue =
    { $count ->
        [one] review overdue
       *[other] reviews overdue
    }
policy-tally-coming =
    { $count ->
        [one] review within 90 days
       *[other] reviews within 90 days
    }
policy-used-by = Used by
evidence-title = What rests on it, and until when it is kept
evidence-caption = The latest obtained first
evidence-tally-kept =
    { $count ->
        [one] document kept
       *[other] documents kept
    }
evidence-tally-over =
    { $count ->
        [one] kept beyond its time
       *[other] kept beyond their time
    }
evidence-tally-uncited =
    { $count ->
        [one] cited by no record
       *[other] cited by no record
    }
evidence-tally-unproved =
    { $count ->
        [one] without a digest
       *[other] without a digest
    }
evidence-kept-until = To be kept until
evidence-citations = Citations
evidence-cited-by = Cited by
evidence-nothing = nothing
evidence-records =
    { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
evidence-uncited = Cited by no record
risk-title = How their metrics stand
risk-caption = the latest value of each metric that watches them
risk-none-watched = No risk names a metric that watches it.
risk-no-value = no value
risk-no-figures = no figures
risk-tally-watched =
    { $count ->
        [one] risk watched by metrics
       *[other] risks watched by metrics
    }
risk-tally-missing =
    { $count ->
        [one] of them has a metric that misses its target
       *[other] of them have a metric that misses its target
    }
risk-tally-unwatched =
    { $count ->
        [one] watched by none
       *[other] watched by none
    }
calendar-title = Events on a line of days
calendar-figure = { $count ->
        [one] { $count } event
       *[other] { $count } events
    } of { $types ->
        [one] { $types } type
       *[other] { $types } types
    }
calendar-caption = Events by type
calendar-event = Event
calendar-in-scope = Metrics in scope
calendar-every-metric = every metric
calendar-scope-rule = An event is in the scope of a metric whose segments include every one that the event names. Charts mark all events but those of the fiscal year.
