//! Rules on what may be shown to whom.

rules! { Disclosure;
    SUPPRESSION_RELAXED "suppression-relaxed" Error Process Mirror::Rule("suppression-tightened"),
        "smaller counts are shown than before", "single people may be recognised, in earlier figures too",
        "check the whole history for what could be worked out";
    AUDIENCE_WIDENED "audience-widened" Error Process Mirror::Rule("audience-narrowed"),
        "more people may see a record than before", "what was written for few is read by many", "have the one who answers for the record agree";
    SUPPRESSION_TIGHTENED "suppression-tightened" Warning Process Mirror::Rule("suppression-relaxed"),
        "fewer small counts are shown than before", "figures that were public are withheld", "say what becomes of figures that were published";
    SUPPRESSION_CHANGED "suppression-changed" Warning Process Mirror::Itself,
        "small counts are withheld by another rule", "figures may appear or vanish", "check the whole history for what could be worked out";
    REVISION_POLICY_CHANGED "revision-policy-changed" Warning Process Mirror::Itself,
        "published figures are revised by another rule", "readers expect revisions at other times", "tell readers before the next release";
    AUDIENCE_NARROWED "audience-narrowed" Information Process Mirror::Rule("audience-widened"),
        "fewer people may see a record than before", "some who relied on it cannot read it any more", "tell those who lose it";
}
