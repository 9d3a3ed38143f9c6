//! Text made safe for HTML, for what is written without a template.

use pulldown_cmark_escape::escape_html;

/// Appends a text, safe as content and inside a quoted attribute.
pub(crate) fn push_text(out: &mut String, text: &str) {
    let written = escape_html(&mut *out, text);
    debug_assert!(written.is_ok(), "writing into a string does not fail");
}

/// Appends an attribute with its value.
pub(super) fn push_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_text(out, value);
    out.push('"');
}

/// A message as HTML, with names in backticks set as code; a backtick without its pair stays one.
pub(crate) fn ticks(message: &str) -> String {
    let mut out = String::with_capacity(message.len() + 32);
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('`') {
        let Some((name, remainder)) = after.split_once('`') else {
            break;
        };
        push_text(&mut out, before);
        out.push_str("<code>");
        push_text(&mut out, name);
        out.push_str("</code>");
        rest = remainder;
    }
    push_text(&mut out, rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_five_characters_are_escaped() {
        let mut out = String::new();
        push_text(&mut out, r#"<a href="x" title='y'>&"#);
        assert_eq!(out, "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
    }

    #[test]
    fn an_attribute_cannot_be_left() {
        let mut out = String::new();
        push_attribute(&mut out, "id", r#"a" onclick="b"#);
        assert_eq!(out, r#" id="a&quot; onclick=&quot;b""#);
    }

    #[test]
    fn names_in_backticks_become_code_and_nothing_else_does() {
        assert_eq!(ticks("key `<b>` & `x`, or `"), "key <code>&lt;b&gt;</code> &amp; <code>x</code>, or `");
    }
}
