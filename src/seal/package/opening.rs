//! The page with which somebody begins who was handed a package: what it is, what is in it, and how to test it with tools of their own.

use std::collections::BTreeMap;

use super::chain::Earlier;
use super::plan::{PackageDescription, Piece};
use super::seals::Seal;
use super::steps::steps;
use crate::language::Language;
use crate::render::leaflet::{Leaflet, LeafletPiece};
use crate::seal::Provenance;

/// What the page speaks of.
pub(super) struct Opened<'a> {
    pub(super) language: &'a Language,
    pub(super) provenance: &'a Provenance,
    pub(super) description: &'a PackageDescription,
    pub(super) name: &'a str,
    pub(super) seals: &'a [Seal],
    pub(super) chain: &'a [Earlier],
    pub(super) files: &'a BTreeMap<String, Piece>,
    pub(super) left_out: usize,
}

impl Opened<'_> {
    /// Signatures that fit the report.
    pub(super) fn fitting(&self) -> impl Iterator<Item = &Seal> {
        self.seals.iter().filter(|seal| seal.fingerprint.is_some())
    }

    /// Whether every file of the project was as a commit has it.
    pub(super) fn is_clean(&self) -> bool {
        self.provenance.source.as_ref().is_some_and(|source| source.clean)
    }
}

/// The page as HTML.
pub(super) fn opening(opened: &Opened<'_>) -> String {
    let language = opened.language;
    let description = opened.description;
    let mut pieces = vec![LeafletPiece::Warning(language.say("package-not-assured").to_owned())];
    if opened.fitting().next().is_none() {
        pieces.push(LeafletPiece::Warning(language.say("package-unsigned").to_owned()));
    }
    if opened.provenance.source.is_some() && !opened.is_clean() {
        pieces.push(LeafletPiece::Warning(language.say("package-dirty").to_owned()));
    }
    if !description.whole {
        pieces.push(LeafletPiece::Warning(language.fill("package-part", &[("scope", scope_words(opened).into())])));
    }
    pieces.push(LeafletPiece::Heading(language.say("package-facts").to_owned()));
    pieces.push(LeafletPiece::Facts(facts(opened)));
    pieces.push(LeafletPiece::Heading(language.say("package-contents").to_owned()));
    pieces.push(LeafletPiece::Words(language.say("package-contents-note").to_owned()));
    pieces.push(contents(opened));
    pieces.push(LeafletPiece::Link {
        href: "data/report/index.html".to_owned(),
        label: format!("{}: {}", language.say("package-fact-report"), description.title),
    });
    pieces.push(LeafletPiece::Heading(language.say("package-steps").to_owned()));
    pieces.push(LeafletPiece::Words(language.say("package-steps-note").to_owned()));
    pieces.extend(steps(opened));
    let page = Leaflet {
        language: language.tag().to_owned(),
        kicker: language.say("package-kicker").to_owned(),
        title: language.fill("package-title", &[("title", plain(&description.title).into())]),
        lede: language.fill("package-lede", &[("organisation", plain(&description.organisation).into())]),
        pieces,
        foot: language.fill("package-foot", &[("tool", (&description.tool).into())]),
    };
    page.html()
}

/// Somebody's text without the sign that would begin code, and with what is invisible made visible.
pub(super) fn plain(text: &str) -> String {
    crate::model::visible(text).replace('`', "'")
}

fn scope_words(opened: &Opened<'_>) -> String {
    let description = opened.description;
    let names = |names: &[String]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let mut parts = Vec::new();
    if !description.metrics.is_empty() {
        parts.push(opened.language.fill("package-part-metrics", &[("names", names(&description.metrics).into())]));
    }
    if !description.periods.is_empty() {
        parts.push(opened.language.fill("package-part-periods", &[("names", names(&description.periods).into())]));
    }
    parts.join("; ")
}

fn facts(opened: &Opened<'_>) -> Vec<(String, String)> {
    let (language, description) = (opened.language, opened.description);
    let fact = |key: &'static str, words: String| (language.say(key).to_owned(), words);
    let code = |text: &str| format!("`{}`", plain(text));
    let mut facts = vec![
        fact("package-fact-report", format!("{}, {}", plain(&description.title), plain(&description.organisation))),
        fact("package-fact-as-of", description.as_of.clone()),
        fact("package-fact-name", code(opened.name)),
        fact("package-fact-manifest", code(&description.report_manifest_sha256.to_string())),
    ];
    match &opened.provenance.source {
        Some(source) => {
            facts.push(fact("package-fact-commit", code(&source.commit)));
            facts.push(fact("package-fact-tree", code(&source.tree)));
        }
        None => facts.push(fact("package-fact-commit", language.say("package-fact-no-commit").to_owned())),
    }
    let tool = &opened.provenance.tool;
    facts.push(fact("package-fact-tool", format!("{} {}, `sha256:{}`", plain(&tool.name), plain(&tool.version), tool.source_sha256)));
    let signatures: Vec<String> = opened.seals.iter().map(|seal| code(&seal.file)).collect();
    let signatures = if signatures.is_empty() { language.say("package-fact-no-signature").to_owned() } else { signatures.join(", ") };
    facts.push(fact("package-fact-signatures", signatures));
    facts
}

/// Each part of the package that is there.
fn contents(opened: &Opened<'_>) -> LeafletPiece {
    let (language, description) = (opened.language, opened.description);
    let drawn = [("drawn", description.sample_drawn.into()), ("of", description.sample_of.into())];
    let places = [
        ("data/report/", language.say("package-holds-report").to_owned()),
        ("data/records/", language.say("package-holds-records").to_owned()),
        ("data/snapshots/", language.say("package-holds-snapshots").to_owned()),
        ("data/settings/", language.say("package-holds-settings").to_owned()),
        ("data/changes/", language.say("package-holds-changes").to_owned()),
        ("data/recalc/", language.say("package-holds-recalc").to_owned()),
        ("data/checks.json", language.say("package-holds-checks").to_owned()),
        ("data/findings.csv", language.say("package-holds-findings").to_owned()),
        ("data/waivers.csv", language.say("package-holds-waivers").to_owned()),
        ("data/sample.csv", language.fill("package-holds-sample", &drawn)),
        ("data/left-out.csv", language.fill("package-holds-left-out", &[("count", opened.left_out.into())])),
        ("data/signers", language.say("package-holds-signers").to_owned()),
        ("data/history.bundle", language.say("package-holds-history").to_owned()),
        ("data/chain/", language.say("package-holds-chain").to_owned()),
        ("data/package.json", language.say("package-holds-description").to_owned()),
    ];
    // The list of files grows by the description after this page is made, and by nothing else.
    let is_there = |place: &str| place == super::DESCRIPTION || opened.files.keys().any(|path| path.starts_with(place));
    let rows = places.into_iter().filter(|(place, _)| is_there(place)).map(|(place, words)| vec![format!("`{place}`"), words]);
    LeafletPiece::Table {
        heads: vec![language.say("package-head-place").to_owned(), language.say("package-head-holds").to_owned()],
        rows: rows.collect(),
    }
}
