//! YAML text becomes a tree of nodes.
//!
//! The event parser is the one below serde-saphyr. It is used directly because a record needs what a deserialiser drops:
//! the place of every value, whether a scalar was quoted, and every mistake of a file instead of the first.

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use super::node::{Entry, Node, NodeValue};
use crate::diag::{Finding, Findings, SourceText, codes};

/// Mappings and lists may be nested this deep.
const MAX_DEPTH: usize = 32;
/// A document may have this many values, those repeated through aliases included.
const MAX_NODES: usize = 200_000;

/// Reads the YAML document in a range of a file.
///
/// `None` where the text is no well-formed document or holds none; the findings then say why.
pub(super) fn parse(source: &SourceText, range: Range<usize>, findings: &mut Findings) -> Option<Node> {
    let text = source.text().get(range.clone())?;
    let mut builder = Builder { source, base: range.start, findings, stack: Vec::new(), anchors: BTreeMap::new(), nodes: 0, root: None };
    for event in Parser::new_from_str(text) {
        let outcome = match event {
            Ok((event, span)) => builder.accept(&event, &span),
            Err(error) => {
                builder.syntax(text, &error);
                Err(Stop)
            }
        };
        if outcome.is_err() {
            return None;
        }
    }
    let root =
        builder.root.take().filter(|node| !matches!(&node.value, NodeValue::Scalar { text, plain: true } if matches!(&**text, "" | "~")));
    if root.is_none() {
        let place = source.place(range.start..range.start);
        let finding = Finding::error(&codes::EMPTY, place, "no field is written here, expected `field: value` lines");
        findings.push(finding.help("write the fields, or remove the file"));
    }
    root
}

/// A finding was made after which the rest of the document cannot be trusted.
struct Stop;

enum Frame {
    List { start: usize, anchor: usize, items: Vec<Node> },
    Mapping { start: usize, anchor: usize, entries: Vec<Entry>, key: Option<Key> },
}

struct Key {
    text: Box<str>,
    plain: bool,
    span: Range<usize>,
}

struct Builder<'a> {
    source: &'a SourceText,
    base: usize,
    findings: &'a mut Findings,
    stack: Vec<Frame>,
    anchors: BTreeMap<usize, Node>,
    nodes: usize,
    root: Option<Node>,
}

impl Builder<'_> {
    fn accept(&mut self, event: &Event<'_>, span: &Span) -> Result<(), Stop> {
        let at = self.range(span);
        if event.tag().is_some() {
            self.report(
                &codes::WRONG_TYPE,
                at.clone(),
                "the value that begins here has a tag, which is not read",
                "remove the tag; the field says what type its value has",
            );
        }
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let value = NodeValue::Scalar { text: text.as_ref().into(), plain: *style == ScalarStyle::Plain };
                let at = if text.is_empty() && *style == ScalarStyle::Plain { at.start..at.start } else { trimmed(self.source.text(), at) };
                self.complete(*anchor, Node::new(at, value))
            }
            Event::SequenceStart(_, anchor, _) => self.open(Frame::List { start: at.start, anchor: *anchor, items: Vec::new() }, at),
            Event::MappingStart(_, anchor, _) => {
                self.open(Frame::Mapping { start: at.start, anchor: *anchor, entries: Vec::new(), key: None }, at)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(at),
            Event::Alias(anchor) => {
                let Some(node) = self.anchors.get(anchor).cloned() else {
                    self.report(&codes::YAML_SYNTAX, at, "an alias stands inside the value that it repeats", "write the value out");
                    return Err(Stop);
                };
                self.count(count_nodes(&node), &at)?;
                self.place(node, at)
            }
            Event::DocumentStart(..) if self.root.is_some() => {
                self.report(&codes::YAML_SYNTAX, at, "a second document begins here", "keep one record in a file");
                Err(Stop)
            }
            _ => Ok(()),
        }
    }

    fn range(&self, span: &Span) -> Range<usize> {
        let range = span.byte_range().unwrap_or_default();
        self.base + range.start..self.base + range.end
    }

    fn report(&mut self, code: &'static crate::diag::Code, at: Range<usize>, message: &str, help: &str) {
        let place = self.source.place(at);
        self.findings.push(Finding::error(code, place, message).help(help));
    }

    fn count(&mut self, more: usize, at: &Range<usize>) -> Result<(), Stop> {
        self.nodes += more;
        if self.nodes > MAX_NODES {
            let message = format!("the document grows beyond {MAX_NODES} values");
            self.report(&codes::YAML_LIMIT, at.clone(), &message, "write the values out instead of repeating aliases, or split the record");
            return Err(Stop);
        }
        Ok(())
    }

    fn open(&mut self, frame: Frame, at: Range<usize>) -> Result<(), Stop> {
        if self.stack.len() >= MAX_DEPTH {
            self.too_deep(at);
            return Err(Stop);
        }
        self.stack.push(frame);
        Ok(())
    }

    fn too_deep(&mut self, at: Range<usize>) {
        let message = format!("values are nested more than {MAX_DEPTH} deep");
        self.report(&codes::YAML_LIMIT, at, &message, "flatten the record; no field needs such depth");
    }

    fn close(&mut self, at: Range<usize>) -> Result<(), Stop> {
        let (start, anchor, value) = match self.stack.pop() {
            Some(Frame::List { start, anchor, items }) => (start, anchor, NodeValue::List(items)),
            Some(Frame::Mapping { start, anchor, entries, .. }) => (start, anchor, NodeValue::Mapping(entries)),
            None => return Ok(()),
        };
        let span = trimmed(self.source.text(), start..at.end.max(start));
        self.complete(anchor, Node::new(span, value))
    }

    fn complete(&mut self, anchor: usize, node: Node) -> Result<(), Stop> {
        let at = node.span();
        self.count(1, &at)?;
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        self.place(node, at)
    }

    fn place(&mut self, node: Node, at: Range<usize>) -> Result<(), Stop> {
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Frame::List { items, .. }) => items.push(node),
            Some(Frame::Mapping { entries, key, .. }) => match key.take() {
                None => {
                    let NodeValue::Scalar { text, plain } = node.value else {
                        self.report(
                            &codes::WRONG_TYPE,
                            at,
                            "a list or mapping stands where a key is expected",
                            "use a plain word as the key",
                        );
                        return Err(Stop);
                    };
                    *key = Some(Key { text, plain, span: at });
                }
                Some(key) => {
                    let earlier = entries.iter().find(|entry| *entry.key == *key.text).map(Entry::key_span);
                    if let Some(earlier) = earlier {
                        let finding =
                            Finding::error(&codes::DUPLICATE_KEY, self.source.place(key.span), format!("`{}` stands twice", key.text))
                                .related(self.source.place(earlier), "first here")
                                .help("keep one of the two");
                        self.findings.push(finding);
                    } else {
                        entries.push(Entry::new(&key.text, key.plain, key.span, node));
                    }
                }
            },
        }
        Ok(())
    }

    fn syntax(&mut self, text: &str, error: &ScanError) {
        let offset = error.marker().byte_offset().unwrap_or_else(|| {
            let lines = text.split_inclusive('\n').take(error.marker().line().saturating_sub(1));
            lines.map(str::len).sum()
        });
        // The parser looks ahead, and meets its own limit before values are opened here.
        if error.info().contains("recursion limit") {
            return self.too_deep(self.base + offset..self.base + offset + 1);
        }
        if let Some(at) = error.info().contains("tab").then(|| indentation_tab(text, offset)).flatten() {
            let place = self.source.place(self.base + at..self.base + at + 1);
            let finding = Finding::error(&codes::YAML_SYNTAX, place, "a tab stands in the indentation, expected spaces");
            self.findings.push(finding.help("indent with spaces; YAML does not allow tabs there"));
            return;
        }
        let place = self.source.place(self.base + offset..self.base + offset + 1);
        let indentation_has_tab = |line: &str| line.trim_start_matches(' ').starts_with('\t');
        let tab = place.excerpt.as_deref().is_some_and(indentation_has_tab)
            || text[..offset.min(text.len())].lines().next_back().is_some_and(indentation_has_tab);
        let help = if tab { "indent with spaces; YAML does not allow tabs there" } else { syntax_help(&error.info()) };
        self.findings.push(Finding::error(&codes::YAML_SYNTAX, place, format!("this is not YAML: {}", error.info())).help(help));
    }
}

/// The first tab in the indentation of the line at an offset or of the one after it.
fn indentation_tab(text: &str, offset: usize) -> Option<usize> {
    let mut start = text.get(..offset)?.rfind('\n').map_or(0, |newline| newline + 1);
    for line in text.get(start..)?.split_inclusive('\n').take(2) {
        let spaces = line.len() - line.trim_start_matches(' ').len();
        if line[spaces..].starts_with('\t') {
            return Some(start + spaces);
        }
        start += line.len();
    }
    None
}

/// One step that mends what the parser found.
fn syntax_help(found: &str) -> &'static str {
    let says = |words: &str| found.contains(words);
    if says("mapping values") {
        "put a text that holds `: ` between quotes, or correct the indentation"
    } else if says("unknown anchor") {
        "write the value out; no anchor of that name stands above it"
    } else if says("quote") {
        "close the quote"
    } else if says("bracket") || says("brace") {
        "close the bracket"
    } else {
        "check the indentation, quotes and brackets around this place"
    }
}

fn count_nodes(node: &Node) -> usize {
    1 + match &node.value {
        NodeValue::Scalar { .. } => 0,
        NodeValue::List(items) => items.iter().map(count_nodes).sum(),
        NodeValue::Mapping(entries) => entries.iter().map(|entry| count_nodes(&entry.value)).sum(),
    }
}

/// Collections end where the next token begins; the white space before it does not belong to them.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let end = text.get(range.clone()).map_or(range.end, |slice| range.start + slice.trim_end().len());
    range.start..end.max(range.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Node>, Vec<Finding>) {
        let source = SourceText::new("a.yaml", text);
        let mut findings = Findings::new();
        let node = parse(&source, 0..text.len(), &mut findings);
        (node, findings.sorted())
    }

    #[test]
    fn values_know_their_place_and_whether_they_were_quoted() {
        let (node, findings) = read("a: no\nb: \"no\"\nc:\n  - x\n");
        let node = node.expect("well-formed");
        assert_eq!(findings, []);
        assert_eq!(
            node.at("a").map(|value| (value.span(), value.value.clone())),
            Some((3..5, NodeValue::Scalar { text: "no".into(), plain: true }))
        );
        assert!(matches!(&node.at("b").expect("present").value, NodeValue::Scalar { plain: false, .. }));
        assert_eq!(node.at("c.0").and_then(Node::text), Some("x"));
    }

    #[test]
    fn a_repeated_key_is_found_with_both_places() {
        let (_, findings) = read("a: 1\nb: 2\na: 3\n");
        assert_eq!(findings.len(), 1);
        assert_eq!((findings[0].place.line, findings[0].related[0].0.line), (3, 1));
    }

    #[test]
    fn an_alias_bomb_is_stopped() {
        let mut text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for (name, previous) in ["b", "c", "d", "e", "f", "g"].iter().zip(["a", "b", "c", "d", "e", "f"]) {
            let row = vec![format!("*{previous}"); 10].join(", ");
            text = format!("{text}{name}: &{name} [{row}]\n");
        }
        let (node, findings) = read(&text);
        assert!(node.is_none());
        assert_eq!(findings[0].code.name, "yaml-limit");
    }

    #[test]
    fn deep_nesting_is_stopped() {
        let (node, findings) = read(&"[".repeat(100_000));
        assert!(node.is_none());
        assert_eq!(findings[0].code.name, "yaml-limit");
    }

    #[test]
    fn a_tab_in_the_indentation_is_named() {
        let (_, findings) = read("a:\n\tb: 1\n");
        assert_eq!(findings[0].help.as_deref(), Some("indent with spaces; YAML does not allow tabs there"));
    }

    #[test]
    fn a_second_document_is_refused() {
        let (node, findings) = read("a: 1\n---\nb: 2\n");
        assert!(node.is_none());
        assert_eq!(findings[0].message, "a second document begins here");
    }
}
