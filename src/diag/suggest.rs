//! Words that help: the nearest known name, and plural forms.

/// Length in characters beyond which nothing is suggested.
const LONGEST: usize = 200;

/// The known name that a mistyped one most likely meant.
///
/// Nearest by Damerau–Levenshtein distance, at most a third of the length away; equal distances go to the first in the
/// given order. A text much longer than any name is like none of them; comparing it would cost its length squared.
pub fn did_you_mean<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = found.chars().take(LONGEST + 1).count();
    if length > LONGEST {
        return None;
    }
    let limit = (length / 3).max(1);
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(found, name), name))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// A count with its noun: `1 finding`, `2 findings`.
#[must_use]
pub fn plural(count: usize, noun: &str) -> String {
    if count == 1 {
        return format!("1 {noun}");
    }
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{count} {stem}ies"),
        _ => format!("{count} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swapped_letter_finds_its_name() {
        assert_eq!(did_you_mean("ttile", ["owner", "title"]), Some("title"));
    }

    #[test]
    fn a_far_name_is_not_suggested() {
        assert_eq!(did_you_mean("abcdef", ["owner", "title"]), None);
    }

    #[test]
    fn nouns_in_y_take_their_plural() {
        assert_eq!(plural(2, "query"), "2 queries");
        assert_eq!(plural(2, "survey"), "2 surveys");
        assert_eq!(plural(1, "finding"), "1 finding");
    }
}
