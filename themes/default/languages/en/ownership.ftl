### Who answers for what, and what is due of whom.

ownership-title = Ownership
ownership-lede = Who answers for which metric, how much each of them carries, and where somebody is missing. Retired metrics are left out.

ownership-accountable = accountable
ownership-responsible = responsible
ownership-consulted = consulted
ownership-informed = informed
ownership-preparer = preparer
ownership-reviewer = reviewer
ownership-letter-accountable = A
ownership-letter-responsible = R
ownership-letter-consulted = C
ownership-letter-informed = I
ownership-letter-preparer = P
ownership-letter-reviewer = V
ownership-matrix-key = A: accountable, R: responsible, C: consulted, I: informed, P: prepares the figures, V: reviews them. One group for each accountable party.
ownership-matrix-people = People
ownership-matrix-bodies = Teams and committees
ownership-list-intro = The metrics of each accountable party, with everybody else who has a part.
ownership-list-cut = { $shown } of { $count } metrics. The page of each accountable party lists its own.
ownership-nobody = Nobody accountable
ownership-metric-count = { $count ->
    [one] { $count } metric
   *[other] { $count } metrics
}

ownership-section-gaps = Gaps
ownership-section-load = Load
ownership-section-roles = Roles by metric
ownership-tally-metrics = { $count ->
    [one] metric
   *[other] metrics
}
ownership-tally-accountable = { $count ->
    [one] party accountable for a metric
   *[other] parties accountable for metrics
}
ownership-tally-gaps = { $count ->
    [one] gap
   *[other] gaps
}
ownership-tally-overdue = { $count ->
    [one] action overdue
   *[other] actions overdue
}
ownership-no-gaps = Every metric has somebody accountable who is still there, somebody responsible, and a reviewer who is not the preparer.
ownership-gap-accountable = nobody is accountable
ownership-gap-left = the accountable party has had nobody since { $date }
ownership-gap-responsible = nobody is responsible
ownership-gap-own-work = preparer and reviewer are the same
ownership-gap-reviewer = nobody reviews the figures
ownership-gap-many = accountable for { $count } metrics, more than { $most }
ownership-gaps-cut = { $shown } of { $count } gaps.
ownership-load-note = Open actions: not finished. Reviews: planned ones at which the party is expected. Records: those that it looks after.
ownership-load-cut = { $shown } of { $count } people, teams and committees, those with most metrics.

ownership-column-subject = Where
ownership-column-gap = What is missing
ownership-column-whom = Whom it concerns
ownership-column-party = Name
ownership-column-accountable = Accountable for
ownership-column-responsible = Responsible for
ownership-column-open = Open actions
ownership-column-overdue = Overdue
ownership-column-reviews = Reviews
ownership-column-records = Records
ownership-column-metric = Metric
ownership-column-role = Role
ownership-column-course = Course
ownership-column-period = Period
ownership-column-value = Value
ownership-column-target = Target
ownership-column-status = Status
ownership-column-signals = Signals
ownership-column-through = Through
ownership-column-due = Due
ownership-column-what = What
ownership-column-why = Why
ownership-column-when = When
ownership-column-member = Member
ownership-column-place = Place
ownership-column-from = From
ownership-column-to = To
ownership-column-date = Date
ownership-column-state = State

ownership-metrics = Metrics
ownership-no-metrics = No metric names it in any role.
ownership-no-value = no value
ownership-own = own
ownership-metrics-cut = { $shown } of { $count } metrics.
ownership-due = What is due
ownership-nothing-due = Nothing is due.
## Variables: count (all that is due), late (of them overdue).
ownership-due-count = { $count } due, { $late } of them overdue.
ownership-due-cut = { $shown } of { $count }, the earliest.
ownership-due-action = action to be done
ownership-due-finding = finding to be mended
ownership-due-revisit = decision to be looked at again
ownership-due-review = review takes place
ownership-due-record = to be reviewed
ownership-due-waiver = waiver ends
ownership-overdue = { $count ->
    [one] { $count } day overdue
   *[other] { $count } days overdue
}
ownership-today = today
ownership-in-days = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}
ownership-left = No longer here
ownership-person-left = The last role of this person ended on { $date }. What still stands on this page needs somebody else.
ownership-belongs-to = Belongs to
ownership-members = Members
ownership-members-now = Members now
ownership-members-before = Members before
ownership-still = still
ownership-remit = Remit
ownership-no-remit = No remit is written.
ownership-quorum = Quorum
ownership-quorum-of = { $quorum } of { $count } members
ownership-no-quorum = The committee has fewer members than its quorum asks for, so it cannot decide.
ownership-chair = Chair
ownership-newest-of = The newest { $shown } of { $count }.
