//! Figures of an earlier report held against those of a later one: silent revisions (S12), dropped figures and metrics.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::{Fault, FaultName};
use super::figures::{FIGURES, FigureLine};

type Key<'a> = (&'a str, &'a str, &'a str);

/// Tells which figures changed or went without the later report saying so; `retired` says whether it says so of a metric.
pub(super) fn compare(earlier: &[FigureLine<'_>], later: &[FigureLine<'_>], retired: &dyn Fn(&str) -> bool) -> Vec<Fault> {
    let by_key: BTreeMap<Key<'_>, &FigureLine<'_>> = later.iter().map(|line| (key(line), line)).collect();
    let metrics: BTreeSet<&str> = later.iter().map(|line| &*line.metric).collect();
    let mut faults = Vec::new();
    let mut gone: BTreeMap<&str, usize> = BTreeMap::new();
    for line in earlier {
        match by_key.get(&key(line)) {
            Some(now) => faults.extend(changed(line, now)),
            None if !metrics.contains(&*line.metric) => *gone.entry(&line.metric).or_default() += 1,
            None => {
                let message = format!("the figure {} was published before ({}), and this report does not have it", name(line), said(line));
                faults.push(Fault::new(FaultName::FigureDropped, FIGURES, message).values(said(line), "no figure"));
            }
        }
    }
    for (metric, count) in gone.into_iter().filter(|(metric, _)| !retired(metric)) {
        let figures = crate::diag::plural(count, "figure");
        let message = format!(
            "the metric `{metric}` was published before with {figures}; this report has none of them, and does not say that it was retired"
        );
        faults.push(Fault::new(FaultName::MetricDropped, FIGURES, message));
    }
    faults
}

fn key<'a>(line: &'a FigureLine<'_>) -> Key<'a> {
    (&line.metric, &line.period, &line.segment)
}

fn name(line: &FigureLine<'_>) -> String {
    format!("`{}` for {}, {}", line.metric, line.period, line.segment)
}

fn said(line: &FigureLine<'_>) -> String {
    let value = if line.value.is_empty() { "not published" } else { &*line.value };
    match (line.numerator.is_empty(), line.denominator.is_empty()) {
        (false, false) => format!("{value} ({} of {})", line.numerator, line.denominator),
        _ => value.to_owned(),
    }
}

/// Tells of a figure that changed while the report names neither a new vintage nor a new version of its definition.
fn changed(before: &FigureLine<'_>, now: &FigureLine<'_>) -> Option<Fault> {
    let same = (&before.value, &before.numerator, &before.denominator) == (&now.value, &now.numerator, &now.denominator);
    let vintage = |line: &FigureLine<'_>| line.vintage.parse::<u64>().ok();
    let is_named = vintage(now) > vintage(before) || now.version != before.version;
    if same || is_named {
        return None;
    }
    let message = format!(
        "the figure {} was published as {} and is now {}; the report names neither a revision nor another version of the definition",
        name(now),
        said(before),
        said(now)
    );
    Some(Fault::new(FaultName::SilentRevision, format!("{}#{}", now.page, now.anchor), message).values(said(before), said(now)))
}

#[cfg(test)]
mod tests {
    use super::super::figures::read;
    use super::*;

    const HEAD: &str = "page,anchor,metric,version,period,segment,vintage,numerator,denominator,value\n";

    fn names(earlier: &str, later: &str) -> Vec<&'static str> {
        let (earlier, later) = (format!("{HEAD}{earlier}"), format!("{HEAD}{later}"));
        let (earlier, later) = (read(earlier.as_bytes()).expect("a list"), read(later.as_bytes()).expect("a list"));
        compare(&earlier, &later, &|metric| metric == "retired").iter().map(|fault| fault.name.name()).collect()
    }

    #[test]
    fn figure_may_change_only_where_the_report_says_so() {
        let before = "p,a,m,1.0.0,2026,total,0,1,2,50\n";
        assert!(names(before, before).is_empty());
        assert_eq!(names(before, "p,a,m,1.0.0,2026,total,0,1,2,51\n"), ["silent-revision"]);
        assert_eq!(names(before, "p,a,m,1.0.0,2026,total,0,2,4,50\n"), ["silent-revision"]);
        assert!(names(before, "p,a,m,1.0.0,2026,total,1,1,2,51\n").is_empty());
        assert!(names(before, "p,a,m,2.0.0,2026,total,0,1,2,51\n").is_empty());
    }

    #[test]
    fn figures_and_metrics_may_go_only_by_retirement() {
        let before = "p,a,m,1.0.0,2026,total,0,1,2,50\np,b,m,1.0.0,2027,total,0,1,2,50\n";
        assert_eq!(names(before, "p,a,m,1.0.0,2026,total,0,1,2,50\n"), ["figure-dropped"]);
        assert_eq!(names(before, "p,a,n,1.0.0,2026,total,0,1,2,50\n"), ["metric-dropped"]);
        assert!(names("p,a,retired,1.0.0,2026,total,0,1,2,50\n", "").is_empty());
    }
}
