//! Rules on how results are broken down.

rules! { Segments;
    SEGMENT_REMOVED "segment-removed" Error Comparability Mirror::Rule("segment-added"),
        "a metric is no longer broken down by a segment", "the figures of its codes end", "say where they can be found from now on";
    CODE_REMOVED "code-removed" Error Comparability Mirror::Rule("code-added"),
        "a code is gone or has ended", "its figures end, and the codes no longer add up as before",
        "say under `mapping` which codes take its place";
    CODE_SPLIT "code-split" Error Comparability Mirror::Rule("code-merged"),
        "several codes take the place of one", "their figures have no past of their own", "restate the past by the new codes, or mark a break";
    CODE_MERGED "code-merged" Error Comparability Mirror::Rule("code-split"),
        "one code takes the place of several", "what was told apart cannot be told apart again", "restate the past by the new code, or mark a break";
    PARTITION_CHANGED "partition-changed" Error Comparability Mirror::Itself,
        "the codes of a segment now overlap, or no longer do", "whether the codes add up to the total has changed",
        "look at every sum and share by this segment";
    CODE_RELABELLED "code-relabelled" Warning AuditTrail Mirror::Itself,
        "a code has another name", "readers may take it for another part", "keep the earlier name in a note for a year";
    CODE_REGROUPED "code-regrouped" Warning Comparability Mirror::Itself,
        "a code belongs to another one, or is used from or up to another day", "the sums of the codes above it differ",
        "say under `mapping` what became of it";
    MAPPING_CHANGED "mapping-changed" Warning Comparability Mirror::Itself,
        "what became of an earlier code is told otherwise", "old and new figures are joined otherwise", "say why the earlier mapping was wrong";
    REQUIRED_CODES_CHANGED "required-codes-changed" Information Process Mirror::Itself,
        "other codes have to be there in each period", "a missing part may go unnoticed", "say why a code need no longer be there";
    SEGMENT_ADDED "segment-added" Information Nothing Mirror::Rule("segment-removed"),
        "a metric is broken down by one more segment", "there are more figures, and smaller ones", "look at the suppression of small counts";
    CODE_ADDED "code-added" Information Comparability Mirror::Rule("code-removed"),
        "a segment has one more code", "where the codes add up to the total, records must have moved to the new one",
        "say under `mapping` where its records come from";
}
