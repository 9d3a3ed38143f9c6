//! A Markdown file: YAML between two lines of `---`, then text.

use std::ops::Range;

use crate::diag::{Finding, Findings, SourceText, codes};

/// Where the parts of a Markdown record stand, in bytes of the file.
pub(super) struct Parts {
    /// The YAML between the two lines.
    pub(super) header: Range<usize>,
    /// The text after them, without the blank lines around it.
    pub(super) body: Range<usize>,
}

/// Splits a Markdown file; reports where front matter is missing or not closed.
pub(super) fn split(source: &SourceText, findings: &mut Findings) -> Option<Parts> {
    let text = source.text();
    let Some(rest) = text.strip_prefix("---\n") else {
        let finding = Finding::error(&codes::FRONT_MATTER, source.line(1), "this Markdown file does not begin with front matter");
        findings.push(finding.help("begin the file with a line `---`, then `title: …`, then a line `---`"));
        return None;
    };
    let start = text.len() - rest.len();
    let mut offset = start;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            let after = offset + line.len();
            let body = &text[after..];
            let leading = body.len() - body.trim_start_matches('\n').len();
            let trailing = body.trim_end().len().max(leading);
            return Some(Parts { header: start..offset, body: after + leading..after + trailing });
        }
        offset += line.len();
    }
    let finding = Finding::error(&codes::FRONT_MATTER, source.line(1), "the front matter that begins here is not closed");
    findings.push(finding.help("end the front matter with a line `---`"));
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_and_body_are_told_apart() {
        let source = SourceText::new("a.md", "---\ntitle: x\n---\n\nBody\n---\nmore\n");
        let parts = split(&source, &mut Findings::new()).expect("closed");
        assert_eq!(&source.text()[parts.header], "title: x\n");
        assert_eq!(&source.text()[parts.body], "Body\n---\nmore");
    }

    #[test]
    fn open_front_matter_is_found() {
        let mut findings = Findings::new();
        assert!(split(&SourceText::new("a.md", "---\ntitle: x\n"), &mut findings).is_none());
        assert_eq!(findings.len(), 1);
    }
}
