//! What a preview shows before it has read its project: what an earlier one showed last.
#![cfg(unix)]

use std::path::PathBuf;

use super::client::{Held, Serving, wait};
use crate::repositories::Repository;
use crate::sandbox::files_below;

const DEFINITION: &str = "metrics/definitions/answered-in-time.yaml";
const PAGE: &str = "/metrics/answered-in-time.html";

/// The file in which pages are kept.
fn kept(repository: &Repository) -> Option<PathBuf> {
    let folder = repository.folder().join(".git/tickmark/preview");
    let found = folder.is_dir().then(|| files_below(&folder).into_keys().find(|path| path.ends_with("/pages"))).flatten();
    found.map(|path| folder.join(path))
}

/// A page as a browser gets it.
fn shown(serving: &Serving, path: &str) -> super::client::Reply {
    serving.ask("GET", path, &[&format!("Host: localhost:{}", serving.port), "Accept: text/html,*/*"])
}

/// Shows a page of a project and ends; gives the page.
fn show_and_end(repository: &Repository) -> super::client::Reply {
    let mut serving = Serving::start(repository.folder(), &[]);
    let page = serving.get(PAGE);
    assert_eq!(page.status, 200);
    let style = style_of(&page.text());
    assert_eq!(serving.get(&style).status, 200);
    assert_eq!(serving.signal("INT").code(), Some(0));
    page
}

fn style_of(page: &str) -> String {
    let at = page.find("assets/report-").expect("a style sheet");
    format!("/{}", page[at..].split('"').next().expect("an end"))
}

#[test]
fn a_page_is_as_it_was_last_shown_until_the_project_was_read() {
    let repository = Repository::minimal();
    let page = show_and_end(&repository);
    let held = Held::new(&repository);
    let serving = Serving::start(repository.folder(), &[]);
    let last = shown(&serving, PAGE);
    assert_eq!((last.status, last.header("etag")), (503, ""), "it may not be what is so");
    let text = last.text();
    assert!(text.contains("This page is as it was last shown.") && text.contains("data-notice=\"last-shown\""), "{text}");
    assert!(
        text.contains(&format!("data-number=\"0\" data-digest={}", page.header("etag"))),
        "its script can tell whether it is what is so"
    );
    assert!(text.contains("Calls answered in time"), "{text}");
    assert_eq!(serving.get(&style_of(&text)).status, 200, "a style sheet that cannot be out of date is there, too");
    assert!(shown(&serving, "/").text().contains("Preparing the report"), "what was never shown is waited for");
    held.release();
    serving.events().ready();
    let now = shown(&serving, PAGE);
    assert_eq!((now.status, now.header("etag"), now.text().contains("tickmark-last")), (200, page.header("etag"), false));
}

#[test]
fn whoever_is_no_browser_never_gets_what_was_shown_last() {
    let repository = Repository::minimal();
    show_and_end(&repository);
    let text = std::fs::read_to_string(repository.folder().join(DEFINITION)).expect("text");
    std::fs::write(repository.folder().join(DEFINITION), text.replace("Calls answered in time", "Calls answered at once"))
        .expect("written");
    let held = Held::new(&repository);
    let serving = Serving::start(repository.folder(), &[]);
    assert!(shown(&serving, PAGE).text().contains("Calls answered in time"));
    std::thread::scope(|scope| {
        let patient = scope.spawn(|| (serving.get(PAGE).text(), serving.raw(PAGE.trim_start_matches('/'))));
        held.release();
        let (page, raw) = patient.join().expect("answers");
        assert!(page.contains("Calls answered at once") && raw.contains("Calls answered at once"));
    });
}

#[test]
fn what_was_shown_is_kept_while_a_preview_runs() {
    let repository = Repository::minimal();
    let serving = Serving::start(repository.folder(), &[]);
    assert_eq!(serving.get(PAGE).status, 200);
    wait(|| kept(&repository).is_some(), || "nothing was kept".to_owned());
    // As by a machine that is switched off.
    drop(serving);
    let _held = Held::new(&repository);
    let serving = Serving::start(repository.folder(), &[]);
    assert!(shown(&serving, PAGE).text().contains("This page is as it was last shown."));
}

#[test]
fn what_was_damaged_is_as_good_as_nothing() {
    let repository = Repository::minimal();
    show_and_end(&repository);
    let file = kept(&repository).expect("kept");
    let mut bytes = std::fs::read(&file).expect("readable");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).expect("written");
    let _held = Held::new(&repository);
    let serving = Serving::start(repository.folder(), &[]);
    assert!(shown(&serving, PAGE).text().contains("Preparing the report"));
}
