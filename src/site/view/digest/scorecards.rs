//! The newest score of each scorecard, in a line.

use super::sight::Sight;
use crate::model::{Decimal, Exact, Rounding, Scorecard};
use crate::site::view::{Block, Fact, Span};
use crate::site::writer::Writer;
use crate::source::Record;

/// Scorecards that are named.
const MOST_SCORECARDS: usize = 3;

/// Decimal places of a score.
const PLACES: u32 = 3;

/// A line for each scorecard that the audience may see.
pub(super) fn blocks(writer: &Writer<'_>, sight: Sight<'_>) -> Vec<Block> {
    let seen: Vec<(&Record, &Scorecard)> = writer.site.catalog().scorecards().filter(|(record, _)| sight.sees(record)).collect();
    let facts: Vec<Fact> = seen.iter().filter_map(|(record, scorecard)| fact(writer, record, scorecard)).collect();
    let all = facts.len();
    super::short_list(writer, facts, MOST_SCORECARDS, all, Some(writer.href("scorecards/index.html")))
}

fn fact(writer: &Writer<'_>, record: &Record, scorecard: &Scorecard) -> Option<Fact> {
    let site = writer.site;
    let language = writer.language();
    let period = site.scorecard_periods(scorecard).last().copied()?;
    let result = site.scorecard(&record.id)?.score(site.catalog(), scorecard, period);
    let link = Span::Link { href: writer.scorecard_href(&record.id, period), label: language.period(period) };
    let mut values = vec![link];
    match result.score.ok() {
        Some(score) => {
            match score.score.and_then(|value| Some((value, value.round(PLACES, Rounding::HalfEven)?))) {
                Some((value, shown)) => {
                    values.push(Span::Number { text: language.number(shown) });
                    values.extend(band(scorecard, value).map(Span::text));
                }
                None => values.push(Span::Absent { text: writer.say("digest-withheld") }),
            }
            let share = percent(score.coverage).map_or_else(String::new, |share| language.number(share));
            values.push(Span::Remark { text: writer.fill("digest-coverage", &[("share", share.into())]) });
        }
        None => values.push(Span::Absent { text: writer.say("digest-withheld") }),
    }
    Some(Fact { label: record.envelope.title.clone(), values })
}

/// A share in per cent, to one decimal where it needs one.
fn percent(share: Exact) -> Option<Decimal> {
    let hundredfold = share.checked_mul(Exact::from_integer(100))?;
    let whole = hundredfold.round(0, Rounding::HalfEven)?;
    if whole.exact() == hundredfold { Some(whole) } else { hundredfold.round(1, Rounding::HalfEven) }
}

/// The name of the band of a score: the highest whose least score it reaches.
fn band(scorecard: &Scorecard, value: Exact) -> Option<String> {
    let reached = scorecard.bands.iter().filter(|band| band.from.exact() <= value);
    reached.max_by_key(|band| band.from).map(|band| band.name.clone())
}
