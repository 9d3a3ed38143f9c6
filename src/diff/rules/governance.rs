//! Rules on who answers, who agreed, and what a change has to carry.

rules! { Governance;
    OWNER_REMOVED "owner-removed" Error Process Mirror::Rule("owner-added"),
        "nobody answers for a record any more", "nobody notices when it is wrong", "name the one who answers from now on";
    CHANGE_RECORD_MISSING "change-record-missing" Error AuditTrail Mirror::None("it speaks of what is missing, and is silent once it is there"),
        "no record of the change speaks for an edit", "nobody can tell who wanted it and who agreed",
        "add a record under `content/changes/` that names the record and its versions under `targets`";
    APPROVER_IS_AUTHOR "approver-is-author" Error Process Mirror::None("it speaks of an agreement, which cannot be given the other way round"),
        "the one who proposed a change agreed to it", "nobody else has looked at it", "have somebody else with the role agree";
    QUORUM_MISSED "quorum-missed" Error Process Mirror::None("it speaks of an agreement, which cannot be given the other way round"),
        "a committee agreed without enough members, or was no committee with a quorum", "the agreement does not hold",
        "put the change before the committee again";
    GUARDRAIL_REMOVED "guardrail-removed" Error Comparability Mirror::Rule("guardrail-added"),
        "a metric that would show harm is no longer watched", "the figure can be improved at a cost that nobody sees",
        "name another metric that would show the harm";
    APPROVAL_MISSING "approval-missing" Error Process Mirror::None("it speaks of what is missing, and is silent once it is there"),
        "those who have to agree to a change of this class have not agreed", "the change would come into force on one person's word",
        "name under `approvals` who agreed, in which role and when";
    IMPACT_MISSING "impact-missing" Error Process Mirror::None("it speaks of what is missing, and is silent once it is there"),
        "a breaking change does not say what it does to scorecards, commitments and pay", "those who depend on the figure are not warned",
        "write it under `impact`";
    BRIDGE_MISSING "bridge-missing" Error Comparability Mirror::None("it speaks of what is missing, and is silent once it is there"),
        "there are not enough periods by the old and the new definition side by side", "nobody knows how far the figure moves",
        "add at least three periods under `bridge`, or say under `bridge_impracticable` why they cannot be run side by side";
    BRIDGE_CONTRADICTED "bridge-contradicted" Error Number Mirror::None("it speaks of two figures that disagree, whichever came first"),
        "values by the old definition in a bridge differ from those that were published", "a bridge that starts elsewhere shows no effect of the change",
        "compute the old values again, or restate what was published";
    BREAK_UNSTATED "break-unstated" Error Comparability Mirror::None("it speaks of what is missing, and is silent once it is there"),
        "a breaking change neither restates the past nor marks a break", "figures that do not compare stand in one line",
        "add a restatement that names the change, or rebase the limits from the first period on";
    NOTICE_MISSING "notice-missing" Error Process Mirror::None("it speaks of what is missing, and is silent once it is there"),
        "nobody was told before the change came into force", "readers compare what does not compare",
        "name under `communications` who was told, on a day before it holds";
    LEVELS_UNDECIDED "levels-undecided" Error Comparability Mirror::None("it speaks of what is missing, and is silent once it is there"),
        "nothing says whether baseline and targets still hold after a breaking change", "new figures are judged by levels made for old ones",
        "set baseline or target anew, or decide in a decision that names the metric that they stay";
    GATE_UNMET "gate-unmet" Error Process Mirror::None("it speaks of what is missing, and is silent once it is there"),
        "a condition that has to be met before a change holds was not met by then", "it comes into force before it is ready",
        "write the day under `met_on` once it is met, or let the change hold from a later day";
    UNCHANGED_UNPROVEN "unchanged-unproven" Error Process Mirror::None("it speaks of a statement, which has no other way round"),
        "the statement that a meaning is unchanged does not hold", "it takes two people with a role, neither of whom proposed the change, and prose alone",
        "have two people with a role state it, or give a bridge";
    OWNER_CHANGED "owner-changed" Warning Process Mirror::Itself,
        "another person or team answers for a record", "what was agreed with the earlier one may be lost", "have both agree to the hand-over";
    APPROVAL_PENDING "approval-pending" Warning Process Mirror::None("it speaks of what is missing, and is silent once it is there"),
        "a change waits for those who have to agree", "it is not to be merged yet", "wait for them, or ask them";
    INCENTIVE_CHANGED "incentive-changed" Warning Process Mirror::Itself,
        "whether pay depends on a metric, or how easily it is moved, is told otherwise", "people who are paid by a figure treat it otherwise",
        "look at its guardrails";
    POLICY_CHANGED "policy-changed" Warning Process Mirror::Itself,
        "a rule that binds the programme differs", "what was allowed may no longer be, or the other way round", "tell those who are bound by it";
    RECORD_REMOVED "record-removed" Warning AuditTrail Mirror::Rule("record-added"),
        "a record is gone", "what it said can only be found in the history", "close it instead of removing it";
    OWNER_ADDED "owner-added" Information Process Mirror::Rule("owner-removed"),
        "somebody answers for a record for which nobody did", "it is looked after from now on", "see that the one named knows of it";
    GUARDRAIL_ADDED "guardrail-added" Information Nothing Mirror::Rule("guardrail-removed"),
        "one more metric would show harm", "harm is seen sooner", "see that it has figures";
    RESPONSIBILITY_CHANGED "responsibility-changed" Information Process Mirror::Itself,
        "others do, prepare, review or agree to the work", "somebody may believe that it is no longer theirs", "tell those who were named before";
    REVIEW_SCHEDULE_CHANGED "review-schedule-changed" Information Process Mirror::Itself,
        "a record is looked at again on another day, or a time agreed for it differs", "it may go longer without being looked at", "say why";
    RECORD_ADDED "record-added" Information AuditTrail Mirror::Rule("record-removed"),
        "a record is new", "there is one more thing to look after", "have one other person read it";
    RECORD_CHANGED "record-changed" Information AuditTrail Mirror::Itself,
        "a record of the programme's work says something else", "what was agreed or found is told otherwise", "have one other person read it";
    SETTINGS_CHANGED "settings-changed" Information Process Mirror::Itself,
        "a setting of the project differs", "it may show on every page", "have one other person read it";
}
