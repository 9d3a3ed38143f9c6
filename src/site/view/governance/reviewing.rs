//! Which review of a body comes next, and which was held last.

use crate::catalog::Catalog;
use crate::model::review::{Review, ReviewState};
use crate::model::{Date, Id};
use crate::source::Record;

/// The bodies that review, by id.
pub(in crate::site::view) fn bodies(catalog: &Catalog) -> Vec<&Id> {
    let mut bodies: Vec<&Id> = catalog.reviews().map(|(_, review)| review.body.id()).collect();
    bodies.sort();
    bodies.dedup();
    bodies
}

/// The first review of a body that is planned for a day or later.
pub(in crate::site::view) fn next_review<'a>(catalog: &'a Catalog, body: &Id, day: Date) -> Option<(&'a Record, &'a Review)> {
    let planned = |review: &Review| review.state == ReviewState::Planned && review.scheduled >= day && review.body.id() == body;
    catalog.reviews().filter(|(_, review)| planned(review)).min_by_key(|(record, review)| (review.scheduled, &record.id))
}

/// The last review of a body that was held before a day.
pub(in crate::site::view) fn last_review<'a>(catalog: &'a Catalog, body: &Id, day: Date) -> Option<(&'a Record, &'a Review)> {
    let on = |review: &Review| review.held.unwrap_or(review.scheduled);
    let held = |review: &Review| review.state == ReviewState::Held && on(review) < day && review.body.id() == body;
    catalog.reviews().filter(|(_, review)| held(review)).max_by_key(|(record, review)| (on(review), &record.id))
}
