//! Text made fit for the formats of other programs: no text of a project can leave its place in them.

use super::shown;

/// The text of a command: it ends with its line.
pub(super) fn annotation_text(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| shown::whole(line).replace('%', "%25").replace('\r', "%0D")).collect();
    lines.join("%0A")
}

/// A property of a command: it ends with a comma or a colon as well.
pub(super) fn annotation_property(text: &str) -> String {
    shown::whole(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A").replace(':', "%3A").replace(',', "%2C")
}

/// Text that is safe in an attribute and as content; characters that XML cannot hold are written out.
pub(super) fn xml(text: &str) -> String {
    let shown = shown::whole(text);
    let mut out = String::with_capacity(shown.len());
    for character in shown.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\u{fffe}' | '\u{ffff}' => out.extend(character.escape_unicode()),
            _ => out.push(character),
        }
    }
    out
}

/// A summary as a sentence: with a capital and a full stop.
pub(in crate::cli) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map_or_else(String::new, |first| first.to_uppercase().collect());
    let rest = letters.as_str();
    let stop = if text.ends_with('.') { "" } else { "." };
    format!("{first}{rest}{stop}")
}

/// A path as a relative address: whatever is not plain is written in hexadecimal digits (RFC 3986).
pub(super) fn uri(path: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(DIGITS[usize::from(byte >> 4)]));
            out.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn property_cannot_be_left() {
        assert_eq!(annotation_property("a,line=1::b%\n"), "a%2Cline=1%3A%3Ab%25\\u{a}");
    }

    #[test]
    fn message_cannot_begin_another_command() {
        assert_eq!(annotation_text("a\n::error::b\r%"), "a%0A::error::b\\u{d}%25");
    }

    #[test]
    fn text_cannot_leave_its_place() {
        assert_eq!(xml("a\"<b>&'\u{0}\u{ffff}"), "a&quot;&lt;b&gt;&amp;&apos;\\u{0}\\u{ffff}");
    }

    #[test]
    fn path_becomes_an_address() {
        assert_eq!(uri("a b/ü.yaml"), "a%20b/%C3%BC.yaml");
    }

    #[test]
    fn help_is_a_sentence() {
        assert_eq!(sentence("add a record"), "Add a record.");
    }
}
