//! Whether parts sum to their total, count by count. Shared by footing and cross-footing; knows nothing of which cells are parts of which.

use crate::model::{Exact, Period, Rounding};
use crate::source::NumberColumn;
use crate::stats::{Figure, MetricSeries, Points};

/// A count of a total that its parts do not sum to.
pub(super) struct Differing {
    /// Heading of the column.
    pub(super) heading: String,
    /// The count of the total.
    pub(super) expected: String,
    /// The sum over the parts.
    pub(super) sum: String,
}

/// The counts of a total that its parts do not sum to; nothing where no count of both is known.
pub(super) fn differing(series: &MetricSeries, total: &Figure, parts: &[&Points]) -> Option<Vec<Differing>> {
    let counts = series.columns.iter().enumerate().filter(|(_, heading)| is_count(heading));
    let (mut any, mut found) = (false, Vec::new());
    for (column, heading) in counts {
        match compare(total, parts, total.period, column) {
            Footing::Unknown => {}
            Footing::Foots => any = true,
            Footing::Differs { expected, sum } => {
                any = true;
                found.push(Differing { heading: heading.heading(), expected, sum });
            }
        }
    }
    any.then_some(found)
}

fn is_count(heading: &NumberColumn) -> bool {
    match heading {
        NumberColumn::Excluded(_) => true,
        NumberColumn::Named(name) => !matches!(&**name, "value" | "sd" | "sum_w" | "sum_w2"),
    }
}

/// How the parts of a count compare with its total.
enum Footing {
    /// The total or a part is not known.
    Unknown,
    /// They sum to it.
    Foots,
    /// They do not.
    Differs { expected: String, sum: String },
}

fn compare(total: &Figure, parts: &[&Points], period: Period, column: usize) -> Footing {
    let sums = || {
        let expected = total.numbers.get(column).copied().flatten()?;
        let mut sum = Exact::from_integer(0);
        let mut seen = false;
        for point in parts.iter().filter_map(|points| points.get(&period)) {
            sum = sum.checked_add(point.latest.numbers.get(column).copied().flatten()?.exact())?;
            seen = true;
        }
        let text = sum.round(expected.scale(), Rounding::HalfEven)?.to_string();
        seen.then_some((expected, sum, text))
    };
    match sums() {
        None => Footing::Unknown,
        Some((expected, sum, _)) if sum == expected.exact() => Footing::Foots,
        Some((expected, _, sum)) => Footing::Differs { expected: expected.to_string(), sum },
    }
}
