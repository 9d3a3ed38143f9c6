//! Lists of patterns as OpenSSH writes them: `*` and `?` stand for any bytes and for one, `!` takes away.

use std::sync::Arc;

/// Bytes of the longest pattern; OpenSSH lets no longer one match.
pub(super) const LONGEST: usize = 1023;

/// A list of patterns, separated by commas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Patterns(Arc<str>);

impl Patterns {
    /// Takes a list as it is written.
    pub(super) fn new(written: &str) -> Self {
        Self(written.into())
    }

    /// The list as it is written.
    pub(super) fn written(&self) -> &Arc<str> {
        &self.0
    }

    /// Whether any pattern lets something match, rather than only taking away.
    pub(super) fn admits(&self) -> bool {
        self.0.split(',').any(|pattern| !pattern.is_empty() && !pattern.starts_with('!'))
    }

    /// Whether a pattern is longer than OpenSSH reads.
    pub(super) fn is_too_long(&self) -> bool {
        self.0.split(',').any(|pattern| pattern.len() > LONGEST)
    }

    /// Whether a name matches a pattern and none that takes away.
    pub(super) fn matches(&self, name: &str) -> bool {
        let mut found = false;
        for pattern in self.0.split(',') {
            match pattern.strip_prefix('!') {
                Some(pattern) if is_match(name.as_bytes(), pattern.as_bytes()) => return false,
                Some(_) => {}
                None => found |= is_match(name.as_bytes(), pattern.as_bytes()),
            }
        }
        found
    }
}

/// Matches byte by byte. Only the last `*` is ever taken up again, so the work is at most the product of the lengths.
fn is_match(name: &[u8], pattern: &[u8]) -> bool {
    let (mut at, mut next) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while let Some(byte) = name.get(at) {
        match pattern.get(next) {
            Some(b'*') => {
                star = Some((next, at));
                next += 1;
            }
            Some(expected) if *expected == b'?' || expected == byte => {
                at += 1;
                next += 1;
            }
            _ => {
                let Some((place, taken)) = star else {
                    return false;
                };
                star = Some((place, taken + 1));
                at = taken + 1;
                next = place + 1;
            }
        }
    }
    pattern[next..].iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    #[test]
    fn stars_and_question_marks_stand_for_what_openssh_lets_them() {
        for (pattern, name, expected) in [
            ("*", "", true),
            ("a*c", "abbc", true),
            ("a*c", "abb", false),
            ("*@example.org", "alice@example.org", true),
            ("*@example.org", "alice@example.org.evil", false),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("*a*b*", "xaxbx", true),
            ("", "", true),
            ("", "a", false),
        ] {
            assert_eq!(is_match(name.as_bytes(), pattern.as_bytes()), expected, "{pattern} {name}");
        }
    }

    #[test]
    fn what_a_list_takes_away_does_not_match_wherever_it_stands() {
        for list in ["!mallory@example.org,*@example.org", "*@example.org,!mallory@example.org"] {
            let patterns = Patterns::new(list);
            assert!(patterns.matches("alice@example.org") && !patterns.matches("mallory@example.org"), "{list}");
        }
    }

    /// The definition of matching, word for word and slow.
    fn plainly(name: &[u8], pattern: &[u8]) -> bool {
        match (pattern.split_first(), name.split_first()) {
            (None, _) => name.is_empty(),
            (Some((b'*', rest)), _) => plainly(name, rest) || !name.is_empty() && plainly(&name[1..], pattern),
            (Some((wanted, rest)), Some((byte, name))) => (*wanted == b'?' || wanted == byte) && plainly(name, rest),
            (Some(_), None) => false,
        }
    }

    proptest! {
        #[test]
        fn matching_is_what_its_definition_says(name in "[ab]{0,8}", pattern in "[ab*?]{0,6}") {
            prop_assert_eq!(is_match(name.as_bytes(), pattern.as_bytes()), plainly(name.as_bytes(), pattern.as_bytes()));
        }
    }
}
