//! A person: what the person answers for, what is due, and where the person belongs.

use crate::site::view::party::{self, Held};
use crate::site::view::{Block, Link, Section};
use crate::site::writer::Writer;
use crate::source::Record;

/// The sections before the fields.
pub(super) fn sections(writer: &mut Writer<'_>, record: &Record) -> Vec<Section> {
    let catalog = writer.site.catalog();
    let day = writer.site.report().as_of;
    let person = record.reference();
    let held: Vec<Held> = catalog.metrics_of(&person).into_iter().map(|(metric, roles)| Held { metric, roles, through: None }).collect();
    let due: Vec<_> = catalog.due_for(&person, day).into_iter().map(|due| (due, None)).collect();
    let mut sections = Vec::new();
    if let Some(on) = catalog.left_on(&person, day) {
        let text = writer.fill("ownership-person-left", &[("date", writer.language().date(on).into())]);
        let class = if held.is_empty() && due.is_empty() { "" } else { "is-misses" };
        sections.push(Section::new("left", writer.say("ownership-left"), vec![Block::Note { class, text, links: Vec::new() }]));
    }
    sections.push(Section::new("due", writer.say("ownership-due"), party::due(writer, &due)));
    let mut blocks = party::metrics(writer, held);
    if blocks.is_empty() {
        blocks.push(Block::Intro { text: writer.say("ownership-no-metrics") });
    }
    sections.push(Section::new("metrics", writer.say("ownership-metrics"), blocks));
    let bodies = catalog.bodies_of(&person, day);
    if !bodies.is_empty() {
        let links: Vec<Link> = bodies.iter().map(|body| Link { note: writer.language().kind(body.kind), ..writer.link(body) }).collect();
        sections.push(Section::new("belongs-to", writer.say("ownership-belongs-to"), vec![Block::Links { links, columns: false }]));
    }
    sections
}
