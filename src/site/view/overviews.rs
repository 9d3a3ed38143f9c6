//! The pages that show many records at once, as links: from the front page, from the list of records, from each other.

use super::digest::digest_title;
use super::places::planned_href;
use super::{Link, Pager};
use crate::model::Audience;
use crate::site::plan::digest_path;
use crate::site::writer::Writer;

/// Overviews that the report has, with what each shows.
pub(super) fn links(writer: &Writer<'_>) -> Vec<Link> {
    let pages = [
        ("strategy.html", "strategy-title", "overviews-strategy"),
        ("drivers.html", "drivers-title", "overviews-drivers"),
        ("variants.html", "variants-title", "overviews-variants"),
        ("commitments/index.html", "overviews-promises-title", "overviews-promises"),
        ("targets/index.html", "overviews-targets-title", "overviews-targets"),
        ("ownership.html", "ownership-title", "overviews-ownership"),
        ("governance/actions/index.html", "overviews-actions-title", "overviews-actions"),
        ("governance/reviews/index.html", "overviews-reviews-title", "overviews-reviews"),
        ("lineage.html", "menu-lineage", "contents-lineage"),
        ("report.html", "whole-title", "overviews-whole"),
    ];
    let language = writer.language();
    let page = |(path, title, note): (&str, &str, &str)| {
        let href = planned_href(writer, path)?;
        Some(Link { href, label: language.say(title).to_owned(), note: language.say(note).to_owned() })
    };
    let digest = |audience: Audience| {
        let href = planned_href(writer, &digest_path(audience))?;
        Some(Link { href, label: digest_title(language, audience), note: language.say("overviews-digest").to_owned() })
    };
    let audiences = [Audience::Public, Audience::Partner, Audience::Internal, Audience::Restricted];
    pages.into_iter().filter_map(page).chain(audiences.into_iter().filter_map(digest)).collect()
}

/// Ways between the strategy map, the drivers and the variants.
pub(super) fn pager(writer: &Writer<'_>, own: &str) -> Option<Pager> {
    let pages = [("strategy.html", "strategy-title"), ("drivers.html", "drivers-title"), ("variants.html", "variants-title")];
    let around: Vec<Link> = pages
        .into_iter()
        .filter(|(path, _)| *path != own)
        .filter_map(|(path, title)| {
            Some(Link { href: planned_href(writer, path)?, label: writer.language().say(title).to_owned(), note: String::new() })
        })
        .collect();
    (!around.is_empty()).then(|| Pager { label: writer.say("overviews-beside"), previous: None, around, next: None })
}
