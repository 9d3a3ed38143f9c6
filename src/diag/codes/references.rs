//! The codes of what records say of each other, and of formulas: R30 to R33.

codes! {
    /// A reference leads to no record.
    ///
    /// # What it does
    ///
    /// Follows every reference of records, releases and settings; links in prose; versions to which a reference or a row is pinned;
    /// segments and codes in a `scope` and in `required_segments`; parents of codes; and releases that a waiver names.
    ///
    /// # Why it matters to an auditor
    ///
    /// A trail that ends at a name without a record cannot be followed. Who is accountable, which source was read and what was left out
    /// have to be there to be looked at.
    ///
    /// # Example
    ///
    /// ```yaml
    /// exclusions: [test-call]
    /// accountable: person/operations
    /// ```
    ///
    /// # Instead
    ///
    /// Mend the name, or add the record:
    ///
    /// ```yaml
    /// exclusions: [test-calls]
    /// accountable: team/operations
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because no report can be made
    /// whose trail has gaps. Links in prose are followed by `tickmark build`.
    UNKNOWN_REFERENCE "R30" "unknown-reference";
    /// Records depend on each other in a circle.
    ///
    /// # What it does
    ///
    /// Follows five relations, none of which may come back to its beginning: `inputs` of a transform, the metrics of a composite's
    /// `terms`, `variant_of`, `causes` of an objective, and `supersedes`. Each circle is told once, with all its records.
    ///
    /// # Why it matters to an auditor
    ///
    /// A figure that is computed from itself has no first value, and lineage that comes back to itself never reaches a source.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # metrics/transforms/cleaned-calls.yaml
    /// inputs: [transform/joined-calls]
    ///
    /// # metrics/transforms/joined-calls.yaml
    /// inputs: [transform/cleaned-calls]
    /// ```
    ///
    /// # Instead
    ///
    /// Break the circle at one of its records:
    ///
    /// ```yaml
    /// # metrics/transforms/cleaned-calls.yaml
    /// inputs: [source/call-log]
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    CYCLE "R31" "cycle";
    /// A record is part of no metric, or nothing uses it.
    ///
    /// # What it does
    ///
    /// Looks for exclusions, segments, sources, transforms and surveys that no metric or transform names. Being superseded by another
    /// record is no use.
    ///
    /// # Why it matters to an auditor
    ///
    /// An exclusion that no metric names is either not applied, or applied and not declared. Both are worth a question.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # metrics/exclusions/wrong-numbers.yaml
    /// title: Wrong numbers
    ///
    /// # metrics/definitions/answered-in-time.yaml
    /// exclusions: [test-calls]
    /// ```
    ///
    /// # Instead
    ///
    /// Name the record where it is used, or remove it:
    ///
    /// ```yaml
    /// exclusions: [test-calls, wrong-numbers]
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: this is a warning and stops no report, but findings of the reader cannot be set aside or given
    /// another level.
    ORPHAN "R32" "orphan";
    /// A formula cannot be read.
    ///
    /// # What it does
    ///
    /// Reads each formula by its grammar: names in lower case, numbers, `+`, `-`, `*`, `/`, parentheses, and `min` and `max` of several
    /// values. The place is that of the part that does not fit.
    ///
    /// # Why it matters to an auditor
    ///
    /// The formula is what the published values are computed again by. One that only people can read makes no recalculation, and two
    /// people may read it differently.
    ///
    /// # Example
    ///
    /// ```yaml
    /// formula: avg(Numerator) / denominator
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// formula: numerator / denominator
    /// ```
    ///
    /// Write a mean as a sum over its count, and a power as a product.
    ///
    /// # Configuration
    ///
    /// The limits are fixed: 4,096 bytes, 64 levels of nesting, and 256 operations of which each needs the one before. The finding
    /// cannot be set aside or given another level, because nothing can be computed by a formula that cannot be read.
    FORMULA "R33" "formula-syntax";
}
