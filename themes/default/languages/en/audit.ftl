### The pages for those who test a report.

audit-title = Audit
audit-lede = What was tested and what came out, on what the report rests, and how it is governed. These pages say what was run; they give no opinion on the report.
audit-part = { $title }, part { $part }
audit-parts = Parts of this list
audit-index-tests = What was tested
audit-index-rests = On what the report rests
audit-index-governed = How it is governed
audit-index-data = As data
audit-index-registers = Registers that bear on it
audit-index-absent = What this project has no record of
audit-index-checks = every check by family and by verdict, each with a page of its own
audit-index-waivers = which checks are set aside, for what, by whom and until when
audit-index-findings = what came up when the project was read and tested, with file and line
audit-index-basis = profile, calendar, policies, and the definitions in force with their digests
audit-index-coverage = what the profile demands of each definition, and what of it is written
audit-index-reconciliations = figures compared with those of others, and metrics that nobody compared
audit-index-promises = commitments beside the definitions by which they are judged
audit-index-follow-up = audit findings with response, actions and time
audit-index-duties = who answers, prepares, reviews and agrees, with conflicts marked
audit-index-portfolio = age, use, overlap, last review and cost of attention of each metric
audit-index-disposal = evidence, extracts and figures by the end of their retention
audit-absent-findings = No audit finding is recorded. That nothing was found does not follow from this.
audit-absent-promises = No commitment is recorded.
audit-absent-reconciliations = No figure was reconciled with another source.
audit-absent-waivers = No check is set aside by a waiver.
audit-absent-changes = No change of a definition is recorded.
audit-absent-evidence = No document is recorded as evidence.
audit-data = Results of all checks
audit-data-note = every check and every subject, passes included, as JSON

audit-verdict = Verdict
audit-verdict-fail = failed
audit-verdict-waived = waived
audit-verdict-not-testable = not testable
audit-verdict-pass = passed
audit-verdict-not-applicable = not applicable
audit-meaning-fail = Something is wrong, at a place that is named.
audit-meaning-waived = Something is wrong, and a waiver in force covers it.
audit-meaning-not-testable = What the check needs is not there. This is no pass.
audit-meaning-pass = All that was tested is right. What was not tested is not meant.
audit-meaning-not-applicable = The check has nothing to say of this subject.
audit-level-off = off
audit-check = Check
audit-family = Family
audit-supports = Supports
audit-mark = Mark
audit-outcome = Outcome
audit-outcome-off = switched off
audit-outcome-none = nothing to look at
audit-results = Results
audit-of-checks = Checks
audit-subject = Subject
audit-subject-project = the project as a whole
audit-reason = Reason
audit-untested = Not tested
audit-wrong = What is wrong
audit-expected = Expected
audit-found = Found
audit-see-left = as told
audit-waiver = Waiver
audit-waiver-until = Until
audit-family-definitions = Definitions
audit-family-lineage = Lineage
audit-family-results = Results
audit-family-changes = Changes
audit-family-targets = Targets and scorecards
audit-family-governance = Governance
audit-family-surveys = Surveys
audit-family-commitments = Commitments
audit-assertion-existence = existence and occurrence (EO)
audit-assertion-completeness = completeness (CO)
audit-assertion-accuracy = accuracy (AC)
audit-assertion-cut-off = cut-off (CU)
audit-assertion-classification = classification (CL)
audit-assertion-presentation = presentation and understandability (PR)
audit-assertion-comparability = comparability (CM)
audit-assertion-authorisation = authorisation (AU)
audit-assertion-segregation = segregation of duties (SD)
audit-assertion-integrity = integrity (IN)
audit-assertion-confidentiality = confidentiality (CF)

audit-checks-title = Checks
audit-checks-lede = { $checks ->
    [one] One check was
   *[other] { $checks } checks were
 } made on every subject to which { $checks ->
    [one] it applies
   *[other] they apply
 }: { $results } results. Each check has a page that says what it does and what came of it.
audit-checks-by-verdict = By verdict
audit-checks-by-family = By family
audit-checks-all = All checks
audit-checks-note = The outcome is the weightiest verdict of any subject. “Supports” names assertions and control objectives: EO existence and occurrence, CO completeness, AC accuracy, CU cut-off, CL classification, PR presentation, CM comparability, AU authorisation, SD segregation of duties, IN integrity, CF confidentiality. The mark stands beside figures that passed.
audit-check-title = Check { $code }
audit-check-what = This check in this project
audit-check-results = Results
audit-check-about = About this check
audit-check-level = Level in this project
audit-check-level-set = set by the settings
audit-check-level-assured = { $level } for metrics of the profile “assured”
audit-check-no-mark = gives no mark
audit-check-inputs = Uses
audit-check-expects = Expects
audit-check-waivers = Waivers
audit-check-failed = Failed
audit-check-waived = Waived
audit-check-not-testable = Not testable
audit-check-off = The settings of this project switch the check off, so nothing was tested.
audit-check-nothing-to-test = Nothing in this project is such that the check applies, so nothing was tested.
audit-check-all-passed = { $count ->
    [one] The one subject to which the check applies passed it.
   *[other] All { $count } subjects to which the check applies passed it.
 } Passes are counted here and stand one by one in the data file.
audit-check-more = { $count ->
    [one] and one more like these
   *[other] and { $count } more like these
 }
audit-check-more-in-data = Of one subject, the first 20 things that are wrong are listed. The data file has them all.

audit-basis-title = Basis of preparation
audit-basis-lede = Which report this is, by which rules it was made, and which definitions are in force on the day as of which it speaks, each with the digest by which it can be told from any other text.
audit-basis-report = This report
audit-basis-rules = Rules that hold
audit-basis-definitions = Definitions in force
audit-basis-tool = Made by
audit-basis-commit = Commit in full
audit-basis-figures = Figures
audit-basis-demonstration = made up for demonstration
audit-basis-calendar = Calendar
audit-basis-calendar-year = the fiscal year is the calendar year
audit-basis-fiscal-year = the fiscal year begins on { $day } (month and day)
audit-basis-midnight = midnight
audit-basis-history = History
audit-basis-history-all = every commit counts
audit-basis-history-since = commits count from { $since }; earlier ones are shown, and no check speaks of them
audit-basis-other-profile = { $count ->
    [one] one metric is held to “{ $profile }”
   *[other] { $count } metrics are held to “{ $profile }”
 }
audit-basis-policy-suppression = Policy on small counts
audit-basis-policy-materiality = Policy on materiality
audit-basis-policy-revision = Policy on revisions
audit-basis-no-policy = none is named in the settings
audit-basis-levels = Levels of checks
audit-basis-levels-usual = each check has its usual level
audit-basis-policies = Policies
audit-basis-no-policies = No policy is recorded.
audit-basis-no-definitions = The project has no definition yet.
audit-basis-definition = Definition
audit-basis-kind = Kind
audit-basis-in-force = In force from
audit-basis-not-yet = not yet in force
audit-basis-normative = Digest of what decides the figures
audit-basis-file = Digest of the file
audit-basis-digests = Both digests are SHA-256, in groups of eight digits. The first is made of the fields whose change would be material or breaking, in canonical form: wording elsewhere, comments and order leave it as it is. The second is made of every byte of the file.
audit-basis-tally-metrics = { $count ->
    [one] metric
   *[other] metrics
}
audit-basis-tally-others = { $count ->
    [one] other versioned definition
   *[other] other versioned definitions
}

audit-waivers-title = Waivers and what they cover
audit-waivers-lede = A waiver sets one check aside for one subject until a day. What it covers stays in the report, as “waived”; a waiver that has ended covers nothing.
audit-waivers-section = Waivers
audit-waivers-none = No check is set aside: every result stands as it came out.
audit-waivers-used = In force and used
audit-waivers-unused = In force and unused: nothing failed that it could cover
audit-waivers-ended = Ended
audit-waivers-covers = Covers
audit-waivers-covers-nothing = nothing
audit-waivers-faults = { $count ->
    [one] one thing that is wrong
   *[other] { $count } things that are wrong
 }
audit-waivers-tally-in-force = in force
audit-waivers-tally-covered = { $count ->
    [one] result covered
   *[other] results covered
}
audit-waivers-tally-unused = unused
audit-waivers-tally-ended = ended

audit-follow-up-title = Audit findings and their follow-up
audit-follow-up-lede = What auditors found, what was answered, what is done about it, and whether it is late. These are findings that people wrote; what the checks found stands on other pages.
audit-follow-up-list = Findings, those not settled first
audit-follow-up-in-full = Condition, response and actions
audit-follow-up-age = Days open
audit-follow-up-response = Response
audit-follow-up-no-response = none
audit-follow-up-no-action = none
audit-follow-up-closed = closed on { $date }
audit-follow-up-due = due { $date }
audit-follow-up-late = overdue since { $date }
audit-follow-up-tally-all = { $count ->
    [one] finding
   *[other] findings
}
audit-follow-up-tally-open = not settled
audit-follow-up-tally-overdue = overdue
audit-follow-up-tally-unverified = mended, not yet verified

audit-coverage-title = Coverage of documentation
audit-coverage-lede = Which fields the profile of each metric demands, and which of them are written. That a field is written does not say that what it says is right.
audit-coverage-by-field = By field
audit-coverage-by-metric = By metric
audit-coverage-by-metric-key = For each profile, the fields that it adds to the one below it, and how many of them are written; in brackets where the profile of the metric does not demand them.
audit-coverage-matrix = Field by metric
audit-coverage-key = ✓: demanded and written; (✓): written though the profile does not demand it; “lacks”: demanded and not written; empty: neither.
audit-coverage-field = Field
audit-coverage-from = Demanded from profile
audit-coverage-written = Written of demanded
audit-coverage-missing = Missing
audit-coverage-not-written = Not written
audit-coverage-lacks = lacks
audit-coverage-conditional = Some fields are demanded of some metrics only, such as a denominator of a proportion. They are not counted here; the check below tests them too and failed for { $count ->
    [0] none.
    [one] one metric.
   *[other] { $count } metrics.
 }
audit-coverage-tally-complete = { $count ->
    [one] with every demanded field
   *[other] with every demanded field
}
audit-coverage-tally-demanded = { $count ->
    [one] field demanded
   *[other] fields demanded
}
audit-coverage-tally-missing = { $count ->
    [one] of them not written
   *[other] of them not written
}

audit-portfolio-title = Portfolio of metrics
audit-portfolio-lede = How old each metric is, who uses it, what looks like it, when it was last reviewed, and what it costs in attention.
audit-portfolio-section = Metrics
audit-portfolio-note = Age runs from the first version that is known. Use is counted as scorecards, targets and commitments that name the metric. Two metrics look alike when they count the same, are scored and judged alike and read the same sources and transforms; whether they are one is for people to say. Hours spent on a metric stand in no record: figures a year (cells with figures, times periods in a year) stand for the cost of attention, since each has to be prepared, looked over and read.
audit-portfolio-age = Age in years
audit-portfolio-used = Used by
audit-portfolio-scorecards = { $count ->
    [one] one scorecard
   *[other] { $count } scorecards
 }
audit-portfolio-targets = { $count ->
    [one] one target
   *[other] { $count } targets
 }
audit-portfolio-commitments = { $count ->
    [one] one commitment
   *[other] { $count } commitments
 }
audit-portfolio-unused = nothing
audit-portfolio-alike = Looks like
audit-portfolio-many-alike = { $count } other metrics
audit-portfolio-reviewed = Last reviewed
audit-portfolio-never = never, or not said
audit-portfolio-next = Next review
audit-portfolio-figures = Figures a year
audit-portfolio-question = Question
audit-portfolio-question-overdue = review overdue
audit-portfolio-question-unused = used by nothing
audit-portfolio-question-alike = looks like another
audit-portfolio-tally-unused = used by no scorecard, target or commitment
audit-portfolio-tally-overdue = { $count ->
    [one] review overdue
   *[other] reviews overdue
}
audit-portfolio-tally-alike = look like another
audit-portfolio-tally-figures = { $count ->
    [one] figure a year
   *[other] figures a year
}

audit-promises-title = Promise against measure
audit-promises-lede = Whether a promise and the metric by which it is judged speak of the same: the same window, no exclusion that the wording does not allow, and an internal target that is not weaker than the promise.
audit-promises-section = Published promises and their measures
audit-promises-note = A window that differs is rolled up before it is judged. The internal target is that of the newest period with a figure.
audit-promises-none = No promise is published.
audit-promises-promise = Promise
audit-promises-measure = Measured by
audit-promises-window = Window
audit-promises-window-of = promised { $window }, measured { $frequency }
audit-promises-exclusions = Left out beyond the wording
audit-promises-no-exclusions = the metric leaves nothing out
audit-promises-all-allowed = nothing beyond it
audit-promises-level = Promised
audit-promises-target = Internal target
audit-promises-no-target = none
audit-promises-newest = Newest window
audit-promises-differences = Differences
audit-promises-no-difference = none
audit-promises-window-differs = another window
audit-promises-exclusions-beyond = { $count ->
    [one] one exclusion beyond the wording
   *[other] { $count } exclusions beyond the wording
 }
audit-promises-target-weaker = internal target weaker than the promise
audit-promises-tested = What the checks of commitments said
audit-promises-tested-well = No check of this family failed, was waived or could not be made.
audit-promises-tally = { $count ->
    [one] published promise
   *[other] published promises
}
audit-promises-tally-differing = { $count ->
    [one] differs from its measure
   *[other] differ from their measures
}

audit-reconciliations-title = Figures against other sources
audit-reconciliations-lede = Which figures were compared with those of somebody else, how it came out, and whether whoever compared them was reviewed by another.
audit-reconciliations-made = Comparisons, the newest period first
audit-reconciliations-none = No figure was compared with another source.
audit-reconciliations-other = Other source
audit-reconciliations-independence = Independence
audit-reconciliations-independent = reviewed by another
audit-reconciliations-own-work = reviewed by the preparer
audit-reconciliations-amounts = Amounts and what explains them
audit-reconciliations-bare = Metrics that were never compared
audit-reconciliations-bare-note = A metric need not have another source with which it could be compared. Whether one was missed is for people to say.
audit-reconciliations-all = Every metric that is in use was compared with another source at least once.
audit-reconciliations-cut = { $shown } of { $count } metrics are listed.
audit-reconciliations-tally = { $count ->
    [one] comparison
   *[other] comparisons
}
audit-reconciliations-tally-open = open or unresolved
audit-reconciliations-tally-own = reviewed by the preparer
audit-reconciliations-tally-bare = { $count ->
    [one] metric never compared
   *[other] metrics never compared
}

audit-duties-title = Segregation of duties
audit-duties-lede = Who answers for each metric, who prepares and who reviews its figures, and who proposed and agreed to changes of its definition; with what one party does alone that should be done by two.
audit-duties-section = Parts by metric
audit-duties-note = Parties are compared as they are named: a member of a team is not taken for the team, and a second name of one person not for the first.
audit-duties-deeper = These checks look deeper:
audit-duties-not-yet = nobody yet
audit-duties-proposers = Proposed changes
audit-duties-approvers = Agreed to changes
audit-duties-conflict = Conflict
audit-duties-nobody = nobody named
audit-duties-no-change = no change
audit-duties-none = none seen
audit-duties-untested = a part is played by nobody
audit-duties-all = owner, preparer and reviewer are one
audit-duties-own-work = the preparer reviews
audit-duties-own-proposal = agreed to an own proposal
audit-duties-preparer-approves = the preparer agreed to a change
audit-duties-tally-conflicts = with a conflict
audit-duties-tally-unnamed = with a part played by nobody

audit-disposal-title = Retention and disposal
audit-disposal-lede = What is kept, for how long, and what has been kept long enough. Whether something may go is decided by people: it may still be cited, or be held for another reason.
audit-disposal-section = By the day on which the time is over
audit-disposal-note = The time of a document runs from the day on which it was obtained, that of a source from its oldest registered extract, that of figures from the end of the oldest period that has any.
audit-disposal-what = What is kept
audit-disposal-retention = Kept for
audit-disposal-unsaid = not said
audit-disposal-from = Counted from
audit-disposal-no-beginning = nothing registered yet
audit-disposal-obtained = obtained
audit-disposal-extract = oldest extract taken
audit-disposal-figures = end of { $period }, the oldest figures
audit-disposal-due = Time is over on
audit-disposal-named-by = Named by
audit-disposal-disposed = disposed of
audit-disposal-disposed-cited = disposed of, and still cited
audit-disposal-tally-over = kept beyond the time
audit-disposal-tally-soon = with an end within a year
audit-disposal-tally-unsaid = without a retention
audit-disposal-tally-disposed = disposed of
