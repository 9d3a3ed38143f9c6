//! Rules on whether a record is there at all.

rules! { Existence;
    METRIC_REMOVED "metric-removed" Error AuditTrail Mirror::Rule("metric-added"),
        "a metric is gone", "its published figures lose the definition that says what they mean",
        "put the file back with the state `retired` and a `retired` block";
    METRIC_ID_REUSED "metric-id-reused" Error AuditTrail Mirror::None("taking the new metric away again is a removal like any other"),
        "an id that a metric had before stands for something else", "links and figures of the earlier metric now lead to another one",
        "give the new metric an id of its own";
    RETIRED_WITHOUT_NOTICE "retired-without-notice" Error Comparability Mirror::Rule("metric-reactivated"),
        "a metric ends that was neither deprecated nor announced", "readers who rely on it learn too late that it has ended",
        "deprecate it first, or name in the record of the change who was told before the day on which it ends";
    METRIC_RETIRED "metric-retired" Warning Comparability Mirror::Rule("metric-reactivated"),
        "a metric ends", "there are no new figures of it", "name the metric that takes its place, or say that there is none";
    METRIC_RENAMED "metric-renamed" Warning AuditTrail Mirror::Itself,
        "a metric has another id", "addresses that people have kept lead to the earlier name",
        "keep the earlier id unless it misleads";
    RECORD_RENAMED "record-renamed" Warning AuditTrail Mirror::Itself,
        "a record has another id", "addresses that people have kept lead to the earlier name",
        "keep the earlier id unless it misleads";
    METRIC_ADDED "metric-added" Information Nothing Mirror::Rule("metric-removed"),
        "a metric is new", "there is one more figure to look after", "have its definition agreed before it is reported";
    METRIC_REACTIVATED "metric-reactivated" Information Comparability Mirror::Rule("metric-retired"),
        "a retired metric is in use again", "there is a gap in its figures", "say in the record of the change why it is back";
    STATE_CHANGED "state-changed" Information Process Mirror::Itself,
        "a record is at another point of its life", "what may be done with it has changed", "name the change that brought it there";
}
