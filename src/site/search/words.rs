//! Words as they are searched for: small letters without their marks.
//!
//! The search of a page applies the same rule to what a reader types: canonical decomposition, marks left out, small
//! letters, one form of sigma, and only the first letters of a very long word.

use crate::model::without_marks;

/// Letters of a word that count; what follows them, as in a digest, is neither kept nor asked for.
pub const LONGEST_WORD: usize = 32;

/// Hands every word of a text to `visit`, in order.
pub fn words(text: &str, visit: &mut dyn FnMut(&str)) {
    let mut word = Word::default();
    if text.is_ascii() {
        for byte in text.bytes() {
            word.take(char::from(byte.to_ascii_lowercase()), visit);
        }
    } else {
        for letter in without_marks(text).flat_map(char::to_lowercase) {
            word.take(if letter == 'ς' { 'σ' } else { letter }, visit);
        }
    }
    word.end(visit);
}

/// A word that is being read.
#[derive(Default)]
struct Word {
    text: String,
    letters: usize,
}

impl Word {
    fn take(&mut self, letter: char, visit: &mut dyn FnMut(&str)) {
        if !letter.is_alphanumeric() {
            return self.end(visit);
        }
        if self.letters < LONGEST_WORD {
            self.text.push(letter);
        }
        self.letters += 1;
    }

    fn end(&mut self, visit: &mut dyn FnMut(&str)) {
        if self.letters > 0 {
            visit(&self.text);
            self.text.clear();
            self.letters = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        words(text, &mut |word| found.push(word.to_owned()));
        found
    }

    #[test]
    fn words_are_parted_at_all_that_is_no_letter_or_digit() {
        assert_eq!(found("First-contact  resolution (86.60 %),"), ["first", "contact", "resolution", "86", "60"]);
    }

    #[test]
    fn marks_and_large_letters_make_no_difference() {
        assert_eq!(found("Qualité ÉCOUTE Ångström Größe ΟΔΟΣ"), ["qualite", "ecoute", "angstrom", "große", "οδοσ"]);
        assert_eq!(found("e\u{301}te\u{301}"), found("été"));
    }

    #[test]
    fn a_very_long_word_counts_by_its_first_letters() {
        let digest = "0123456789abcdef".repeat(4);
        assert_eq!(found(&format!("{digest} next")), [digest[..LONGEST_WORD].to_owned(), "next".to_owned()]);
        assert_eq!(found(&"é".repeat(40)), ["e".repeat(LONGEST_WORD)]);
    }

    #[test]
    fn a_text_without_letters_has_no_word() {
        assert!(found(" – … ()").is_empty());
    }
}
