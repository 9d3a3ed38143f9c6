//! Rules on what a metric or survey means.

rules! { Meaning;
    NUMERATOR_CHANGED "numerator-changed" Error Number Mirror::Itself,
        "the numerator of a metric is described otherwise", "what counts as a success may differ",
        "raise the first part of the version, and give a bridge or mark a break";
    DENOMINATOR_CHANGED "denominator-changed" Error Number Mirror::Itself,
        "the denominator of a metric is described otherwise", "the same successes may be a share of something else",
        "raise the first part of the version, and give a bridge or mark a break";
    POPULATION_CHANGED "population-changed" Error Number Mirror::Itself,
        "what a metric is about is described otherwise", "records may be in that were out, or out that were in",
        "raise the first part of the version, and give a bridge or mark a break";
    FORMULA_CHANGED "formula-changed" Error Number Mirror::Itself,
        "the formula, its terms or the scoring of a metric differ", "the same counts give another figure",
        "raise the first part of the version, and give a bridge or mark a break";
    UNIT_CHANGED "unit-changed" Error Comparability Mirror::Itself,
        "the unit or the scale of a metric differs", "new figures cannot stand beside old ones",
        "restate the history in the new unit, or mark a break";
    DIRECTION_CHANGED "direction-changed" Error Comparability Mirror::Itself,
        "another direction counts as better", "figures are judged the other way round although they do not move",
        "say in the record of the change why, and look at every target again";
    AGGREGATION_CHANGED "aggregation-changed" Error Number Mirror::Itself,
        "values are combined in another way", "the same observations give another figure",
        "raise the first part of the version, and give a bridge or mark a break";
    WINDOW_CHANGED "window-changed" Error Number Mirror::Itself,
        "the time over which events are followed or settle differs", "events move in or out of the figure, or between periods",
        "raise the first part of the version, and give a bridge or mark a break";
    FREQUENCY_CHANGED "frequency-changed" Error Comparability Mirror::Itself,
        "periods of a metric have another length", "figures of different lengths do not compare",
        "report both lengths side by side for a time, or mark a break";
    ZONE_CHANGED "zone-changed" Error Number Mirror::Itself,
        "days, shifts or fiscal periods begin at another moment", "events at the edge fall into another period",
        "raise the first part of the version, and give a bridge or mark a break";
    MISSING_POLICY_CHANGED "missing-policy-changed" Error Number Mirror::Itself,
        "incomplete records are treated otherwise", "the figure moves with the share of incomplete records",
        "raise the first part of the version, and give a bridge or mark a break";
    SURVEY_CHANGED "survey-changed" Error Comparability Mirror::Itself,
        "people are asked in another way, or asked something else", "answers to different questions do not compare",
        "ask both ways side by side for at least three periods, or mark a break";
    VARIANT_CHANGED "variant-changed" Error Comparability Mirror::Itself,
        "what a local variant departs from, or where it does, differs", "the variant and its base may no longer be compared",
        "state each deviation with its reason";
    ROUNDING_CHANGED "rounding-changed" Warning Number Mirror::Itself,
        "figures are published with other decimal places or rounded otherwise", "a figure beside a target may fall on the other side",
        "look at every figure that lies next to its target";
    NORMATIVE_TEXT_CHANGED "normative-text-changed" Warning Number Mirror::Itself,
        "text that decides what is counted is worded otherwise", "a new word may mean a new figure",
        "give a bridge, or have two people with the role state that the meaning is unchanged";
    TRANSLATION_CHANGED "translation-changed" Warning Comparability Mirror::Itself,
        "a translation of a survey's question is worded otherwise", "those who are asked in that language may answer otherwise",
        "have a second translator confirm that both ask the same";
    VALID_RANGE_CHANGED "valid-range-changed" Warning Process Mirror::Itself,
        "other values count as impossible", "a wrong figure may pass, or a right one be refused", "say where the limits come from";
    JUDGEMENT_CHANGED "judgement-changed" Warning Comparability Mirror::Itself,
        "variation or precision is judged by another method", "the same figures may give another signal",
        "show the signals by both methods once";
    PROPOSAL_CHANGED "proposal-changed" Information Nothing Mirror::None("what is only proposed has no figures that it could harm"),
        "the definition of a proposed metric differs", "nothing is reported by it yet", "have it agreed before it is reported";
    DESCRIPTION_CHANGED "description-changed" Information Nothing Mirror::Itself,
        "words for people differ", "no figure moves", "have one other person read it";
}
