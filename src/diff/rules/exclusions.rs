//! Rules on what is left out.

rules! { Exclusions;
    EXCLUSION_ADDED "exclusion-added" Error Number Mirror::Rule("exclusion-removed"),
        "something is left out of a metric that was in", "the figure moves, and often for the better",
        "count the periods of the bridge with and without it";
    EXCLUSION_REMOVED "exclusion-removed" Error Number Mirror::Rule("exclusion-added"),
        "something is in a metric that was left out", "the figure moves, and earlier ones were made without it",
        "count the periods of the bridge with and without it";
    EXCLUSION_RULE_CHANGED "exclusion-rule-changed" Error Number Mirror::Itself,
        "the rule, type or detection of an exclusion differs", "other records are left out",
        "count the exclusion again for the periods of the bridge";
    EXCLUSION_ORDER_CHANGED "exclusion-order-changed" Error Number Mirror::Itself,
        "an exclusion has another place in the order of the rules", "records that meet two rules are counted under another one",
        "count all exclusions again for the periods of the bridge";
    RATIONALE_MISSING "rationale-missing" Error AuditTrail Mirror::Rule("rationale-added"),
        "an exclusion no longer says why it leaves something out", "nobody can tell whether it is still right", "write the reason down again";
    RATIONALE_CHANGED "rationale-changed" Warning AuditTrail Mirror::Itself,
        "an exclusion gives another reason", "a rule whose reason changes may no longer be the same rule",
        "have the one who agreed to the exclusion agree to the new reason";
    LIMIT_RELAXED "limit-relaxed" Warning Process Mirror::Rule("limit-tightened"),
        "an exclusion may take out more before anybody has to look", "a growing exclusion is noticed later", "say why the earlier limit was too low";
    LIMIT_TIGHTENED "limit-tightened" Information Process Mirror::Rule("limit-relaxed"),
        "an exclusion has to be looked at sooner", "it is noticed earlier when it grows", "look at the shares of the last periods";
    RATIONALE_ADDED "rationale-added" Information AuditTrail Mirror::Rule("rationale-missing"),
        "an exclusion says why it leaves something out", "its reason can be looked at", "have the one who agreed to the exclusion read it";
    EXPECTATION_CHANGED "expectation-changed" Information Process Mirror::Itself,
        "an exclusion is expected to take out another share", "what counts as unusual has changed", "say what the new share rests on";
}
