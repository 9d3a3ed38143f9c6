//! Which words of a text stayed, went and came.

use crate::site::view::{Mark, Marked};

/// Cells of the table of common words above which two texts are shown as a whole each: about 2,000 words beside as many.
const MOST_CELLS: usize = 4_000_000;

/// Two texts in one flow: what stayed stands once, what went stands before what came.
pub(in crate::site::view) fn marks(before: &str, after: &str) -> Vec<Mark> {
    let (old, new) = (words(before), words(after));
    let start = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(|(one, other)| one == other).count();
    let (left, right) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let mut flow = Flow::default();
    flow.push(Marked::Same, &old[..start]);
    if (left.len() + 1).saturating_mul(right.len() + 1) > MOST_CELLS {
        flow.push(Marked::Removed, left);
        flow.push(Marked::Added, right);
    } else {
        between(&mut flow, left, right);
    }
    flow.push(Marked::Same, &old[old.len() - end..]);
    flow.marks
}

/// One value instead of another, for values that are no prose.
pub(in crate::site::view) fn replaced(before: &str, after: &str) -> Vec<Mark> {
    let mark = |mark: Marked, text: &str| Mark { mark, text: text.to_owned() };
    match (before.is_empty(), after.is_empty()) {
        (true, true) => Vec::new(),
        (true, false) => vec![mark(Marked::Added, after)],
        (false, true) => vec![mark(Marked::Removed, before)],
        (false, false) => vec![mark(Marked::Removed, before), mark(Marked::Same, " → "), mark(Marked::Added, after)],
    }
}

/// Words with the white space behind them.
fn words(text: &str) -> Vec<&str> {
    text.trim().split_inclusive(char::is_whitespace).collect()
}

/// The longest row of common words decides what stays.
fn between(flow: &mut Flow, left: &[&str], right: &[&str]) {
    let width = right.len() + 1;
    let mut lengths = vec![0_u16; (left.len() + 1) * width];
    for (row, one) in left.iter().enumerate().rev() {
        for (column, other) in right.iter().enumerate().rev() {
            let at = row * width + column;
            lengths[at] =
                if one.trim_end() == other.trim_end() { lengths[at + width + 1] + 1 } else { lengths[at + width].max(lengths[at + 1]) };
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < left.len() && column < right.len() {
        let at = row * width + column;
        if left[row].trim_end() == right[column].trim_end() {
            flow.push(Marked::Same, &right[column..=column]);
            (row, column) = (row + 1, column + 1);
        } else if lengths[at + width] >= lengths[at + 1] {
            flow.push(Marked::Removed, &left[row..=row]);
            row += 1;
        } else {
            flow.push(Marked::Added, &right[column..=column]);
            column += 1;
        }
    }
    flow.push(Marked::Removed, &left[row..]);
    flow.push(Marked::Added, &right[column..]);
}

/// Marks in the order of the text, neighbours of one kind joined.
#[derive(Default)]
struct Flow {
    marks: Vec<Mark>,
}

impl Flow {
    fn push(&mut self, mark: Marked, words: &[&str]) {
        if words.is_empty() {
            return;
        }
        let text = words.concat();
        // Between two marks of the same stretch the white space of the last word may be lacking.
        match self.marks.last_mut() {
            Some(last) if last.mark == mark => last.text.push_str(&text),
            Some(last) => {
                if !last.text.ends_with(char::is_whitespace) {
                    last.text.push(' ');
                }
                self.marks.push(Mark { mark, text });
            }
            None => self.marks.push(Mark { mark, text }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, after: &str) -> String {
        let one = |mark: &Mark| match mark.mark {
            Marked::Same => mark.text.clone(),
            Marked::Removed => format!("[-{}-]", mark.text),
            Marked::Added => format!("{{+{}+}}", mark.text),
        };
        marks(before, after).iter().map(one).collect()
    }

    #[test]
    fn a_word_that_changed_is_marked_and_the_rest_is_not() {
        assert_eq!(
            shown("Calls answered within 30 seconds.", "Calls answered within 20 seconds."),
            "Calls answered within [-30 -]{+20 +}seconds."
        );
    }

    #[test]
    fn words_that_came_and_went_stand_apart() {
        assert_eq!(shown("a b c", "b c d"), "[-a -]b c {+d+}");
        assert_eq!(shown("", "new text"), "{+new text+}");
        assert_eq!(shown("old", ""), "[-old-]");
        assert_eq!(shown("same", "same"), "same");
    }

    #[test]
    fn a_text_too_long_to_compare_word_by_word_is_shown_whole_twice() {
        let (before, after) = ("a ".repeat(3000), "b ".repeat(3000));
        assert_eq!(marks(&before, &after).iter().map(|mark| mark.mark).collect::<Vec<_>>(), [Marked::Removed, Marked::Added]);
    }
}
