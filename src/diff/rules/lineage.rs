//! Rules on where data comes from.

rules! { Lineage;
    SOURCE_REMOVED "source-removed" Error AuditTrail Mirror::Rule("source-added"),
        "a source is no longer read, or has ended", "figures may lack a part without anybody seeing it", "say what is read in its place";
    PINNED_SETTING_CHANGED "pinned-setting-changed" Error Number Mirror::Itself,
        "a setting of a source on which the figures depend has another value", "the supplier's system may apply it to the past as well",
        "keep copies of the earlier extracts, and give a bridge";
    SOURCE_CHANGED "source-changed" Warning Number Mirror::Itself,
        "data is taken from elsewhere or in another way", "the same period may give another figure", "run both side by side for three periods";
    TRANSFORM_CHANGED "transform-changed" Warning Number Mirror::Itself,
        "data goes through other steps on its way", "the same data may give another figure", "run both side by side for three periods";
    UPSTREAM_METRIC_CHANGED "upstream-metric-changed" Warning Number Mirror::Itself,
        "a metric of which another one is made means something else", "the composite moves although its own text has not changed",
        "look at the composite's bridge as well, and raise its version";
    SOURCE_ADDED "source-added" Information AuditTrail Mirror::Rule("source-removed"),
        "a source is read that was not read before", "records may be counted that were not seen before", "say what it adds";
    DATA_PROTECTION_CHANGED "data-protection-changed" Information Process Mirror::Itself,
        "what a source says of people, or how that is protected, differs", "those concerned may have to be told", "ask who answers for data protection";
}
