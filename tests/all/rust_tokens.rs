//! Splits Rust source into the few tokens that the house rules need: names, `::` and single marks.
//!
//! Comments, strings, characters, lifetimes and numbers are dropped, so that a rule never fires on prose.
//! It is no parser: code that does not compile gives some tokens, never a panic.

/// A name or a mark, with its line counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

impl Token {
    /// Whether it is a name or a keyword, as opposed to a mark.
    pub(crate) fn is_name(&self) -> bool {
        self.text.starts_with(is_name_start)
    }
}

/// Splits `source`.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let mut scan = Scan { rest: source, line: 1, out: Vec::new() };
    while !scan.rest.is_empty() {
        scan.step();
    }
    scan.out
}

/// The number of lines before the file's closing `#[cfg(test)] mod …`, or of all lines when it has none.
pub(crate) fn lines_before_tests(source: &str) -> usize {
    let all = tokens(source);
    let marker = ["#", "[", "cfg", "(", "test", ")", "]", "mod"];
    let mut depth = 0_usize;
    for (at, token) in all.iter().enumerate() {
        match token.text.as_str() {
            "{" => depth += 1,
            "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        let here = all[at..].iter().map(|token| token.text.as_str());
        if depth == 0 && here.take(marker.len()).eq(marker) {
            return token.line - 1;
        }
    }
    source.lines().count()
}

struct Scan<'a> {
    rest: &'a str,
    line: usize,
    out: Vec<Token>,
}

impl Scan<'_> {
    fn step(&mut self) {
        let first = self.rest.chars().next().unwrap_or(' ');
        if self.rest.starts_with("//") {
            self.skip(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.skip(block_comment(self.rest));
        } else if let Some(length) = string_literal(self.rest) {
            self.skip(length);
        } else if first == '\'' {
            self.skip(quote(self.rest));
        } else if first.is_ascii_digit() {
            self.skip(length_while(self.rest, is_name_part));
        } else if is_name_start(first) {
            if self.rest.starts_with("r#") {
                self.skip(2);
            }
            self.take(length_while(self.rest, is_name_part));
        } else if self.rest.starts_with("::") {
            self.take(2);
        } else if first.is_whitespace() {
            self.skip(first.len_utf8());
        } else {
            self.take(first.len_utf8());
        }
    }

    fn skip(&mut self, length: usize) {
        let (gone, rest) = self.rest.split_at(length);
        self.line += gone.matches('\n').count();
        self.rest = rest;
    }

    fn take(&mut self, length: usize) {
        self.out.push(Token { text: self.rest[..length].to_owned(), line: self.line });
        self.skip(length);
    }
}

fn is_name_start(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

fn is_name_part(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

fn length_while(text: &str, keep: fn(char) -> bool) -> usize {
    text.find(|c| !keep(c)).unwrap_or(text.len())
}

/// Length of a block comment at the start of `text`; they nest.
fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// Length of a string literal of any prefix at the start of `text`.
fn string_literal(text: &str) -> Option<usize> {
    let prefix = ["br", "cr", "b", "c", "r"]
        .into_iter()
        .find(|prefix| text[..].starts_with(prefix) && text[prefix.len()..].starts_with(['"', '#']))
        .unwrap_or("");
    let after = &text[prefix.len()..];
    if prefix.ends_with('r') {
        let hashes = after.len() - after.trim_start_matches('#').len();
        let body = after[hashes..].strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        let length = body.find(&end).map_or(body.len(), |at| at + end.len());
        return Some(prefix.len() + hashes + 1 + length);
    }
    let body = after.strip_prefix('"')?;
    Some(prefix.len() + 1 + until_closing(body, '"'))
}

/// Length of a character literal, or of the mark alone where it opens a lifetime.
fn quote(text: &str) -> usize {
    let body = &text[1..];
    let mut chars = body.chars();
    match (chars.next(), chars.next()) {
        (Some('\\'), _) => 1 + until_closing(body, '\''),
        (Some(c), Some('\'')) => 2 + c.len_utf8(),
        _ => 1 + length_while(body, is_name_part),
    }
}

/// Length up to and with the closing mark, stepping over escapes.
fn until_closing(body: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in body.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == mark => return at + c.len_utf8(),
            _ => {}
        }
    }
    body.len()
}

#[cfg(test)]
mod tests {
    use super::{lines_before_tests, tokens};

    fn texts(source: &str) -> Vec<String> {
        tokens(source).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn comments_and_literals_leave_no_token() {
        let source = r##"// std::fs
/* std::fs /* nested */ still */ a "std::fs \" b" r#"std::fs " "# b"x" 'c' '\'' 'long 12u8"##;
        assert_eq!(texts(source), ["a"]);
    }

    #[test]
    fn names_keep_their_line() {
        let all = tokens("\"two\nlines\"\nstd::fs");
        assert_eq!(all[0].line, 3);
        assert_eq!(texts("std::fs"), ["std", "::", "fs"]);
    }

    #[test]
    fn raw_name_loses_its_prefix() {
        assert_eq!(texts("r#type::x"), ["type", "::", "x"]);
    }

    #[test]
    fn lines_are_counted_up_to_the_test_module() {
        assert_eq!(lines_before_tests("a\nb\n#[cfg(test)]\nmod tests {\n}\n"), 2);
        assert_eq!(lines_before_tests("a\nb\n// #[cfg(test)] mod\n"), 3);
        assert_eq!(lines_before_tests("mod x {\n#[cfg(test)]\nmod y {}\n}\n"), 4);
    }
}
