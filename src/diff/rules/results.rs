//! Rules on published figures.

rules! { Results;
    FINAL_ROW_EDITED "final-row-edited" Error AuditTrail Mirror::Itself,
        "a row of a final release differs", "a published figure has changed without a trace", "put the row back, and publish a new release with a restatement";
    FINAL_ROW_REMOVED "final-row-removed" Error AuditTrail Mirror::Rule("final-row-added"),
        "a row of a final release is gone", "a published figure has vanished without a trace", "put the row back";
    FINAL_ROW_ADDED "final-row-added" Error AuditTrail Mirror::Rule("final-row-removed"),
        "a final release has a row that it did not have when it was published", "it looks as if the figure had been published all along",
        "publish the row in a new release";
    RELEASE_REMOVED "release-removed" Error AuditTrail Mirror::Rule("release-added"),
        "a release is gone", "published figures have vanished without a trace", "put the release back";
    RESTATED_WITHOUT_REASON "restated-without-reason" Error AuditTrail Mirror::None("taking it back is the removal of a release"),
        "a release changes final figures and names no restatement", "nobody can tell why a published figure moved",
        "add a restatement, and name it in `release.yaml`";
    RESTATED "restated" Warning Comparability Mirror::None("taking it back is the removal of a release"),
        "a release changes final figures, with its reason", "comparisons that were made before no longer hold", "tell those who were told the earlier figure";
    LATE_DATA "late-data" Warning Number Mirror::None("taking it back is the removal of a release"),
        "a release changes provisional figures", "early figures differ from settled ones", "look at how far they move, period by period";
    RELEASE_CHANGED "release-changed" Warning AuditTrail Mirror::Itself,
        "what a release says of itself differs", "when and by whom figures were made is told otherwise", "say why in its notes";
    RELEASE_ADDED "release-added" Information Nothing Mirror::Rule("release-removed"),
        "a release is new", "there are new figures", "read them once before they go out";
    PROVISIONAL_ROW_CHANGED "provisional-row-changed" Information Number Mirror::Itself,
        "a row of a provisional release differs", "the figure was not final", "publish the next figures in a release of their own";
}
