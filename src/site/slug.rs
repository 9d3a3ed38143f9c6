//! File names for segment codes.

use std::collections::BTreeSet;

use crate::model::Segment;

/// One file name, without ending, for each code of a segment, in its order.
///
/// Letters and digits stay, in lower case; all else becomes a hyphen. Names that would be equal get a number.
pub(super) fn slugs(segment: &Segment) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let name = |code: &str| -> String {
        let mapped: String =
            code.chars().map(|character| if character.is_ascii_alphanumeric() { character.to_ascii_lowercase() } else { '-' }).collect();
        let trimmed = mapped.trim_matches('-');
        if trimmed.is_empty() { "code".to_owned() } else { trimmed.to_owned() }
    };
    segment
        .codes
        .iter()
        .map(|code| {
            let base = name(&code.code);
            let mut candidate = base.clone();
            let mut number = 2;
            while !taken.insert(candidate.clone()) {
                candidate = format!("{base}-{number}");
                number += 1;
            }
            candidate
        })
        .collect()
}
