//! A YAML mapping as it is written by hand: one field after the other, long texts as blocks of lines.
//!
//! Texts are given so that they need no quotes, or as blocks, in which nothing needs any.

use std::fmt::{Display, Write as _};

/// Greatest length of a line of prose.
const WIDTH: usize = 110;

/// A record being written.
#[derive(Debug, Default)]
pub(crate) struct Yaml {
    text: String,
    indent: usize,
}

impl Yaml {
    /// Starts a record that has nothing but its title.
    pub(crate) fn titled(title: &str) -> Self {
        let mut yaml = Self::default();
        yaml.field("title", title);
        yaml
    }

    /// The whole text.
    pub(crate) fn finish(self) -> String {
        self.text
    }

    /// Writes a field with a short value.
    pub(crate) fn field(&mut self, name: &str, value: impl Display) {
        self.line(format_args!("{name}: {value}"));
    }

    /// Writes a field with a list on one line.
    pub(crate) fn list(&mut self, name: &str, items: &[String]) {
        self.line(format_args!("{name}: [{}]", items.join(", ")));
    }

    /// Writes a field with one paragraph or point on each of several lines, as a block.
    pub(crate) fn prose(&mut self, name: &str, paragraphs: &[String]) {
        self.line(format_args!("{name}: |"));
        for (position, paragraph) in paragraphs.iter().enumerate() {
            if position > 0 && !paragraph.starts_with("- ") {
                self.text.push('\n');
            }
            self.paragraph(paragraph);
        }
    }

    /// Writes a list of texts, one on each line.
    pub(crate) fn texts(&mut self, name: &str, items: &[String]) {
        self.line(format_args!("{name}:"));
        for item in items {
            self.line(format_args!("  - {item}"));
        }
    }

    /// Writes a field that holds a mapping.
    pub(crate) fn nested(&mut self, name: &str, write: impl FnOnce(&mut Self)) {
        self.line(format_args!("{name}:"));
        self.indent += 2;
        write(self);
        self.indent -= 2;
    }

    /// Writes a field that holds a list of mappings.
    pub(crate) fn items<T>(&mut self, name: &str, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.line(format_args!("{name}:"));
        self.indent += 4;
        for item in items {
            let start = self.text.len();
            write(self, item);
            // The dash takes the place of two of the spaces before the first field.
            let dash = start + self.indent - 2;
            if self.text.is_char_boundary(dash) && self.text.is_char_boundary(dash + 1) {
                self.text.replace_range(dash..=dash, "-");
            }
        }
        self.indent -= 4;
    }

    fn line(&mut self, line: impl Display) {
        // Writing to a text cannot fail.
        let _ = writeln!(self.text, "{:1$}{line}", "", self.indent);
    }

    fn paragraph(&mut self, text: &str) {
        let hanging = if text.starts_with("- ") { 2 } else { 0 };
        let mut line = String::new();
        let mut indent = self.indent + 2;
        for word in text.split(' ') {
            if !line.is_empty() && indent + line.len() + 1 + word.len() > WIDTH {
                let _ = writeln!(self.text, "{:indent$}{line}", "");
                line.clear();
                indent = self.indent + 2 + hanging;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        let _ = writeln!(self.text, "{:indent$}{line}", "");
    }
}

#[cfg(test)]
mod tests {
    use super::Yaml;

    #[test]
    fn items_and_blocks_are_indented() {
        let mut yaml = Yaml::titled("One");
        yaml.items("parts", ["a", "b"], |yaml, part| {
            yaml.field("name", part);
            yaml.prose("text", &["word ".repeat(30).trim_end().to_owned()]);
        });
        yaml.prose("notes", &["first".into(), "- point".into()]);
        let long = "word ".repeat(21);
        let block = format!("{}{}\n{}{}", " ".repeat(6), long.trim_end(), " ".repeat(6), "word ".repeat(9).trim_end());
        let part = |name: &str| format!("  - name: {name}\n    text: |\n{block}\n");
        assert_eq!(yaml.finish(), format!("title: One\nparts:\n{}{}notes: |\n  first\n  - point\n", part("a"), part("b")));
    }
}
