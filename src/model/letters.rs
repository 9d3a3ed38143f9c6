//! Letters by what they are and not by how they are encoded.
//!
//! Two encodings of one text have one form here. Must not know what the text is for.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Gives a text in its composed form (NFC), in which equal texts have equal bytes.
#[must_use]
pub fn composed(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { text.nfc().collect() }
}

/// Gives the letters of a text by canonical decomposition, without their marks.
pub fn without_marks(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfd().filter(|letter| !is_combining_mark(*letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_with_its_mark_apart_is_the_same_letter() {
        assert_eq!(composed("Ame\u{301}lie"), "Amélie");
        assert_eq!(without_marks("Amélie").collect::<String>(), "Amelie");
    }
}
