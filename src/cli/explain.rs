//! `tickmark explain`: the page of a rule of change or of a code.

use std::io::Write;

use super::exit;
use super::report::escape::sentence;
use super::run::Stop;
use crate::app::{Explained, codes, explain};
use crate::check::{Check, Severity};
use crate::diag::Code;
use crate::diff::{Area, Breaks, ChangeRule, Mirror, rules};

/// Prints the page of a name, or a list of all names.
pub(super) fn run(name: Option<&str>, out: &mut dyn Write) -> Result<u8, Stop> {
    match name.map(explain).transpose()? {
        None => list(out)?,
        Some(Explained::Rule(rule)) => write!(out, "{}", page(rule))?,
        Some(Explained::Check(check)) => write!(out, "{}", of_check(check))?,
        Some(Explained::Code(code)) => write!(out, "{}", of_code(code, "a finding of the reader"))?,
    }
    Ok(exit::CLEAN)
}

fn list(out: &mut dyn Write) -> Result<(), Stop> {
    writeln!(out, "Rules of change\n")?;
    let width = rules().iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    for rule in rules() {
        writeln!(out, "  {:width$}  {:7}  {}", rule.id, rule.level.word(), sentence(rule.summary))?;
    }
    writeln!(out, "\nCodes of findings\n")?;
    let width = codes().map(|code| code.name.len()).max().unwrap_or(0);
    for code in codes() {
        writeln!(out, "  {}  {:width$}  {}", code.id, code.name, code.summary)?;
    }
    Ok(())
}

fn of_code(code: &Code, what: &str) -> String {
    let explanation = code.explanation();
    let gap = if explanation.is_empty() { "" } else { "\n\n" };
    format!("{} {} · {what}\n\n{}{gap}{explanation}\n", code.id, code.name, code.summary)
}

fn of_check(check: &Check) -> String {
    let level = match check.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "information",
        Severity::ErrorIfAssured => "error under the profile `assured`, else warning",
        Severity::WarningIfAssured => "warning under the profile `assured`, else information",
    };
    let supports: Vec<&str> = check.supports.iter().map(|assertion| assertion.code()).collect();
    let mark = check.mark.map_or_else(String::new, |mark| format!("\nmark      {}", mark.letters()));
    let facts =
        format!("level     {level}\nsupports  {}{mark}\nuses      {}\nexpects   {}", supports.join(" "), check.inputs, check.expects);
    format!("{}\n{facts}\n", of_code(&check.code, "a check"))
}

fn page(rule: &ChangeRule) -> String {
    let mirror = match rule.mirror {
        Mirror::Rule(other) => format!("`{other}`"),
        Mirror::Itself => "the same rule".to_owned(),
        Mirror::None(why) => format!("none: {why}"),
    };
    format!(
        "{} · a rule of change\n\n{}\n\nlevel   {}\narea    {}\nbreaks  {}\nmirror  {mirror}\n\nWhy it matters: {}\n\nWhat to do: {}\n",
        rule.id,
        sentence(rule.summary),
        rule.level.word(),
        area(rule.area),
        breaks(rule.breaks),
        sentence(rule.why),
        sentence(rule.fix),
    )
}

const fn area(area: Area) -> &'static str {
    match area {
        Area::Existence => "existence",
        Area::Meaning => "meaning",
        Area::Exclusions => "exclusions",
        Area::Segments => "segments",
        Area::Lineage => "lineage",
        Area::Targets => "targets",
        Area::Disclosure => "disclosure",
        Area::Governance => "governance",
        Area::VersionAndTime => "version and time",
        Area::Results => "results",
    }
}

const fn breaks(breaks: Breaks) -> &'static str {
    match breaks {
        Breaks::Number => "the published number",
        Breaks::Comparability => "whether figures can be compared",
        Breaks::AuditTrail => "the trail from a figure to its evidence",
        Breaks::Process => "how changes are agreed",
        Breaks::Nothing => "nothing",
    }
}
