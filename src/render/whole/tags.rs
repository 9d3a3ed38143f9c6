//! Walks through HTML that this program wrote: text, tags and the attributes of tags.
//!
//! Knows only the form in which pages are written here: `<` and `"` of texts are escaped, attributes stand in double
//! quotes. It is no reader of HTML from elsewhere.

/// A piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text, comments and everything else that is copied as it is.
    Text(&'a str),
    /// A tag that opens an element, from `<` to `>`.
    Open {
        /// Name of the element.
        name: &'a str,
        /// The whole tag.
        tag: &'a str,
    },
    /// A tag that closes an element.
    Close {
        /// Name of the element.
        name: &'a str,
        /// The whole tag.
        tag: &'a str,
    },
}

/// The pieces of a text, in order; put together they are the text.
pub(super) fn tokens(html: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = match rest.find('<') {
            Some(0) => tag_end(rest),
            Some(start) => start,
            None => rest.len(),
        };
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        Some(token(piece))
    })
}

/// The end of the tag with which a text begins; a `>` inside an attribute does not end it.
fn tag_end(text: &str) -> usize {
    let mut quoted = false;
    let end = text.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.map_or(text.len(), |end| end + 1)
}

fn token(piece: &str) -> Token<'_> {
    let name = |inner: &'_ str| inner.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').unwrap_or(inner.len());
    match piece.strip_prefix("</") {
        Some(inner) => Token::Close { name: &inner[..name(inner)], tag: piece },
        None => match piece.strip_prefix('<') {
            Some(inner) if inner.starts_with(|letter: char| letter.is_ascii_alphabetic()) => {
                Token::Open { name: &inner[..name(inner)], tag: piece }
            }
            _ => Token::Text(piece),
        },
    }
}

/// Copies a tag with the value of each attribute put through a function.
pub(super) fn push_tag(out: &mut String, tag: &str, mut change: impl FnMut(&str, &str) -> Option<String>) {
    let mut rest = tag;
    while let Some((before, behind)) = rest.split_once("=\"") {
        let Some((value, behind)) = behind.split_once('"') else { break };
        let name = before.rsplit(|letter: char| letter.is_ascii_whitespace()).next().unwrap_or_default();
        out.push_str(before);
        out.push_str("=\"");
        match change(name, value) {
            Some(changed) => out.push_str(&changed),
            None => out.push_str(value),
        }
        out.push('"');
        rest = behind;
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_put_together_are_the_text() {
        let html = "a<p class=\"x > y\">b</p><!--c--><br>d";
        let joined: String = tokens(html)
            .map(|token| match token {
                Token::Text(text) => text,
                Token::Open { tag, .. } | Token::Close { tag, .. } => tag,
            })
            .collect();
        assert_eq!(joined, html);
        assert_eq!(tokens(html).nth(1), Some(Token::Open { name: "p", tag: "<p class=\"x > y\">" }));
    }

    #[test]
    fn values_of_attributes_can_be_changed_one_by_one() {
        let mut out = String::new();
        push_tag(&mut out, "<a id=\"x\" href=\"y\" hidden>", |name, value| (name == "id").then(|| format!("p:{value}")));
        assert_eq!(out, "<a id=\"p:x\" href=\"y\" hidden>");
    }
}
