//! What an edit says of itself in one line.

use std::fmt::Write as _;

use super::canonical::Canonical;
use super::comparison::{FieldEdit, RowEdit};
use crate::model::quoted;

impl FieldEdit {
    /// One line: the field with its value before and after; lower case, no full stop, names and values in backticks, long values cut.
    #[must_use]
    pub fn message(&self) -> String {
        let value = |value: &Option<Canonical>| value.as_ref().map(|value| quoted(&value.to_string()));
        let (before, after) = (value(&self.before), value(&self.after));
        if self.field.is_empty() {
            return match (before, after) {
                (Some(before), Some(after)) if before != after => format!("{before} is called {after} now"),
                (_, Some(after)) => format!("{after} is new"),
                (Some(before), None) => format!("{before} is gone"),
                (None, None) => self.rule.summary.to_owned(),
            };
        }
        let field = quoted(&self.field);
        match (before, after) {
            (Some(before), Some(after)) if before == after => format!("{field} differs beyond what is shown here, from {before} on"),
            (Some(before), Some(after)) => format!("{field} was {before} and is {after}"),
            (None, Some(after)) => format!("{field} is new: {after}"),
            (Some(before), None) => format!("{field} is gone: {before}"),
            (None, None) => format!("{field} differs"),
        }
    }
}

impl RowEdit {
    /// One line: the row with the columns that differ; lower case, no full stop, names and values in backticks, long values cut.
    #[must_use]
    pub fn message(&self) -> String {
        let mut line = format!("`{}` of {}", self.metric, self.period);
        for (segment, code) in &self.cell {
            let _ = write!(line, ", {} {}", quoted(segment.as_str()), quoted(code));
        }
        match (&self.before_place, &self.after_place) {
            (None, _) => line.push_str(" is new"),
            (_, None) => line.push_str(" is gone"),
            _ => {}
        }
        for (position, (column, before, after)) in self.columns.iter().enumerate() {
            line.push_str(if position == 0 { ": " } else { "; " });
            let column = quoted(column);
            let _ = match (before.as_deref().map(quoted), after.as_deref().map(quoted)) {
                (Some(before), Some(after)) => write!(line, "{column} was {before} and is {after}"),
                (None, Some(after)) => write!(line, "{column} is {after}"),
                (Some(before), None) => write!(line, "{column} was {before}"),
                (None, None) => write!(line, "{column} differs"),
            };
        }
        line
    }
}
