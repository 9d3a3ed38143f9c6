//! Rules on what is to be reached, promised and scored.

rules! { Targets;
    TARGET_CHANGED_FOR_STARTED_PERIOD "target-changed-for-started-period" Error Comparability Mirror::Itself,
        "a target differs for a period that has begun", "a goal that moves while people run cannot be missed",
        "set the new level from the next period on, or agree a tolerance window with its reason";
    TARGET_REMOVED "target-removed" Error Comparability Mirror::Rule("target-added"),
        "a target is gone", "earlier judgements can no longer be repeated", "close it with `to` and the state `closed`";
    WEIGHT_CHANGED_FOR_STARTED_PERIOD "weight-changed-for-started-period" Error Comparability Mirror::Itself,
        "a weight of a scorecard differs for a period that has begun", "a bad result can be made to matter less after it is known",
        "let the new weights hold from a later day";
    SCORECARD_ITEM_ADDED "scorecard-item-added" Error Comparability Mirror::Rule("scorecard-item-removed"),
        "a scorecard has one more metric", "scores before and after are made of different things", "mark a break of the score";
    SCORECARD_ITEM_REMOVED "scorecard-item-removed" Error Comparability Mirror::Rule("scorecard-item-added"),
        "a scorecard has one metric less", "scores before and after are made of different things", "mark a break of the score";
    SCORE_RULE_CHANGED "score-rule-changed" Error Comparability Mirror::Itself,
        "the rule by which a score is made differs", "the same results give another score", "show the score by both rules for three periods";
    PROMISE_CHANGED "promise-changed" Error Comparability Mirror::Itself,
        "a promise, or the measure it is held to, differs", "what was promised is judged otherwise than it was made",
        "tell those to whom it was made, and let the new wording hold from a later day";
    TARGET_CHANGED "target-changed" Warning Comparability Mirror::Itself,
        "a target differs for a time to come", "the same result may be judged otherwise", "say what the new level rests on";
    TOLERANCE_CHANGED "tolerance-changed" Warning Comparability Mirror::Itself,
        "another target holds for a time", "a miss may count as reached", "give the reason, and who agreed to it";
    BASELINE_RESET "baseline-reset" Warning Comparability Mirror::Itself,
        "the level from which change is judged differs", "improvement is measured from somewhere else", "keep the earlier baseline beside the new one";
    WEIGHT_CHANGED "weight-changed" Warning Comparability Mirror::Itself,
        "a weight of a scorecard differs for a time to come", "the same results give another score", "show the score by both weights once";
    BAND_CHANGED "band-changed" Warning Comparability Mirror::Itself,
        "the ranges of scores, or the share that must have values, differ", "the same score may be called otherwise",
        "show the last scores by both ranges";
    REMEDY_CHANGED "remedy-changed" Warning Process Mirror::Itself,
        "what follows from a broken or endangered promise differs", "those to whom it was made may get less", "tell those to whom it was made";
    PROMISE_WITHDRAWN "promise-withdrawn" Warning Comparability Mirror::Rule("promise-published"),
        "a promise no longer holds", "those to whom it was made rely on it", "tell them before the day on which it ends";
    TARGET_ADDED "target-added" Information Nothing Mirror::Rule("target-removed"),
        "a target is new", "figures are judged that were not judged before", "agree it before its first period begins";
    TARGET_BASIS_CHANGED "target-basis-changed" Information AuditTrail Mirror::Itself,
        "what a target rests on, or who agreed to it, is told otherwise", "the level stays, but its reason does not", "say why the earlier account was wrong";
    PROMISE_PUBLISHED "promise-published" Information Nothing Mirror::Rule("promise-withdrawn"),
        "a promise holds from now on", "it is judged from its first window on", "see that its measure has figures";
}
