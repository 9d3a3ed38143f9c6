//! The reference of the rules of change, as Markdown: made from the same table as the rules themselves.

use std::fmt::Write;

use crate::diff::{Area, Breaks, ChangeRule, Mirror, rules};

/// The whole reference.
#[must_use]
pub fn change_rules_reference() -> String {
    let mut text = String::from(
        "# Rules of change\n\nWhat `tickmark diff` calls an edit, how much it weighs, and how to put it right. This page is made from the \
         program; a test keeps it current (`UPDATE_EXPECTED=1 cargo test` writes it anew). A name is never used for anything else.\n\n\
         *Mirror*: the rule that speaks when the edit is undone.\n",
    );
    let mut area = None;
    for rule in rules() {
        if area != Some(rule.area) {
            area = Some(rule.area);
            let _ = writeln!(text, "\n## {}", area_name(rule.area));
        }
        push_rule(&mut text, rule);
    }
    text
}

fn push_rule(text: &mut String, rule: &ChangeRule) {
    let mirror = match rule.mirror {
        Mirror::Rule(id) => format!("[`{id}`](#{id})"),
        Mirror::Itself => "itself".to_owned(),
        Mirror::None(reason) => format!("none: {reason}"),
    };
    let level = match rule.level {
        crate::diag::Level::Error => "Error",
        crate::diag::Level::Warning => "Warning",
        crate::diag::Level::Information => "Information",
    };
    // Writing into a string cannot fail.
    let _ = writeln!(
        text,
        "\n### {}\n\n{level}; harms {}. {}.\n\n- Why: {}.\n- What to do: {}.\n- Mirror: {mirror}.",
        rule.id,
        breaks_name(rule.breaks),
        capitalised(rule.summary),
        rule.why,
        rule.fix
    );
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

const fn area_name(area: Area) -> &'static str {
    match area {
        Area::Existence => "Existence",
        Area::Meaning => "Meaning",
        Area::Exclusions => "Exclusions",
        Area::Segments => "Segments",
        Area::Lineage => "Lineage",
        Area::Targets => "Targets, promises and scores",
        Area::Disclosure => "Disclosure",
        Area::Governance => "Governance",
        Area::VersionAndTime => "Versions and days",
        Area::Results => "Results",
    }
}

const fn breaks_name(breaks: Breaks) -> &'static str {
    match breaks {
        Breaks::Number => "the published number",
        Breaks::Comparability => "comparability",
        Breaks::AuditTrail => "the audit trail",
        Breaks::Process => "the process",
        Breaks::Nothing => "nothing",
    }
}
