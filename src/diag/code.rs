//! A code: what a rule that can speak is called, and its page.
//!
//! The page is the comment at the rule's declaration, so that the program, its documentation and `tickmark explain` say the same. Knows no code by name.

/// A rule that can speak: its code, never reused, and the name of the pattern it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// Family letter and two digits.
    pub id: &'static str,
    /// Kebab-case name of what is found, never of the remedy.
    pub name: &'static str,
    /// One sentence: what it means.
    pub summary: &'static str,
    /// Its page in Markdown, line by line, the summary first; each line may begin with a space.
    pub page: &'static [&'static str],
}

impl Code {
    /// Its page in Markdown, without the summary.
    #[must_use]
    pub fn explanation(&self) -> String {
        let lines: Vec<&str> = self.page.iter().skip(1).map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        lines.join("\n").trim().to_owned()
    }
}
