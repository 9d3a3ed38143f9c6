//! Text for people, without the way in which its lines were broken.

use crate::model::composed;

/// A text on one line: every run of white space is one space, letters are composed.
pub(super) fn one_line(text: &str) -> String {
    let text = composed(text);
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// A Markdown text with each paragraph on one line. Items of lists, headings, quotations and rows of tables stay on lines of their own; what
/// stands between fences stays as it is.
pub(super) fn paragraphs(text: &str) -> String {
    let mut blocks: Vec<String> = Vec::new();
    let mut open = String::new();
    let mut fence: Option<&str> = None;
    for line in text.lines() {
        let start = line.trim_start();
        if let Some(mark) = fence {
            blocks.push(composed(line.trim_end()));
            if start.starts_with(mark) {
                fence = None;
            }
            continue;
        }
        fence = ["```", "~~~"].into_iter().find(|mark| start.starts_with(mark));
        if start.is_empty() || fence.is_some() || opens_block(start) {
            close(&mut open, &mut blocks);
        }
        if start.is_empty() {
            if blocks.last().is_some_and(|block| !block.is_empty()) {
                blocks.push(String::new());
            }
        } else if fence.is_some() {
            blocks.push(composed(line.trim_end()));
        } else {
            open.push_str(line);
            open.push('\n');
        }
    }
    close(&mut open, &mut blocks);
    while blocks.last().is_some_and(String::is_empty) {
        blocks.pop();
    }
    blocks.join("\n")
}

fn close(open: &mut String, blocks: &mut Vec<String>) {
    if !open.is_empty() {
        blocks.push(one_line(open));
        open.clear();
    }
}

fn opens_block(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = digits > 0 && (line[digits..].starts_with(". ") || line[digits..].starts_with(") "));
    numbered || line.starts_with(['#', '>', '|']) || ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        assert_eq!(paragraphs("Calls that\nwere  answered.\n\n\nAnd none other.\n"), "Calls that were answered.\n\nAnd none other.");
    }

    #[test]
    fn items_of_a_list_stay_apart() {
        assert_eq!(paragraphs("These count:\n- calls\n  by phone\n- letters\n1. one"), "These count:\n- calls by phone\n- letters\n1. one");
        assert_ne!(paragraphs("- a\n- b"), paragraphs("- a - b"));
    }

    #[test]
    fn what_stands_between_fences_is_kept() {
        assert_eq!(paragraphs("x\n```\na  b\n```\ny\nz"), "x\n```\na  b\n```\ny z");
    }

    #[test]
    fn letters_are_composed() {
        assert_eq!(one_line("cafe\u{301}"), one_line("caf\u{e9}"));
    }
}
