//! What is answered to who asks for a file of the report.
//!
//! Only files that the report has are ever given, or had when an earlier preview showed them. Knows nothing of connections.

use std::sync::{Arc, Mutex, PoisonError};

use super::bulletin::Trouble;
use super::content_type::{HTML, content_type};
use super::keeper::Keeper;
use super::live_page::{Served as Marks, with_live_script, with_note};
use super::notice::{self, Reason};
use crate::app::preview::{Preview, Problem, Served};
use crate::seal::Sha256Digest;

/// An answer without its connection.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    /// Status of HTTP.
    pub(super) status: u16,
    /// Media type.
    pub(super) content_type: &'static str,
    /// Digest of the file as a build writes it; none for what is no file of the report.
    pub(super) digest: Option<String>,
    /// What is sent.
    pub(super) body: Vec<u8>,
}

/// Gives files of a report that follows its project.
#[derive(Debug)]
pub(super) struct Answers {
    preview: Arc<Preview>,
    session: String,
    keeper: Arc<Keeper>,
    /// The page that was made last: a page asks whether it changed before it loads itself anew.
    last: Mutex<Option<(u64, String, Answer)>>,
}

impl Answers {
    /// Answers for one run of a server.
    pub(super) fn new(preview: Arc<Preview>, session: String, keeper: Arc<Keeper>) -> Self {
        Self { preview, session, keeper, last: Mutex::default() }
    }

    /// A file of the report as a preview shows it.
    pub(super) fn report(&self, path: &str) -> Answer {
        // Read first: a page that is newer than its number looks again, one that is older would stay so.
        let number = self.preview.number();
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, _, answer)) = last.as_ref().filter(|(known, name, _)| *known == number && name == path) {
            return answer.clone();
        }
        drop(last);
        let answer = self.made(path, number);
        if answer.content_type == HTML {
            last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
            *last = Some((number, path.to_owned(), answer.clone()));
        }
        answer
    }

    fn made(&self, path: &str, number: u64) -> Answer {
        let mut answer = self.raw(path);
        if answer.status == 200 {
            self.keeper.keep(path, &answer.body);
        }
        let (notice, page) = match answer.status {
            200 if answer.content_type == HTML => ("", std::mem::take(&mut answer.body)),
            200 => return answer,
            // Browsers ask for this picture by themselves; that the report has none is no mistake of theirs.
            404 if path == "favicon.ico" => return Answer { status: 204, content_type: "image/x-icon", digest: None, body: Vec::new() },
            404 => (Reason::Missing.word(), notice::missing(path).into_bytes()),
            _ => match self.preview.file(path) {
                Served::Failed(failure) => {
                    let trouble = Trouble::failed("this page could not be made", &failure);
                    (Reason::Unmade.word(), notice::trouble(&trouble, Reason::Unmade).into_bytes())
                }
                _ => (Reason::NoReport.word(), self.no_report().into_bytes()),
            },
        };
        let digest = answer.digest.clone().unwrap_or_default();
        answer.content_type = HTML;
        answer.body = with_live_script(page, Marks { session: &self.session, number, digest: &digest, notice });
        answer
    }

    /// A file of the report as a build writes it.
    pub(super) fn raw(&self, path: &str) -> Answer {
        let (status, body) = match self.preview.file(path) {
            Served::File(body) => {
                let digest = Some(Sha256Digest::of(&body).to_string());
                return Answer { status: 200, content_type: content_type(path), digest, body };
            }
            Served::NotFound => (404, "the report has no such file\n".to_owned()),
            Served::NoReport => (503, "there is no report yet; the terminal says why\n".to_owned()),
            Served::Failed(failure) => (500, format!("{failure}\n")),
        };
        Answer::text(status, &body)
    }

    /// What stands where a page will be, once the project was read.
    pub(super) fn reading(&self, stage: &str) -> Answer {
        let marks = Marks { session: &self.session, number: 0, digest: "", notice: Reason::Reading.word() };
        let body = with_live_script(notice::reading(stage).into_bytes(), marks);
        Answer { status: 503, content_type: HTML, digest: None, body }
    }

    /// A page as an earlier preview showed it last, with a note that says so; none once this preview has made it.
    pub(super) fn last_shown(&self, path: &str, stage: &str) -> Option<Answer> {
        let page = self.keeper.page(path)?.into_bytes();
        let digest = Sha256Digest::of(&page).to_string();
        // What is so may be another page, so that it counts as older than any state.
        let marks = Marks { session: &self.session, number: 0, digest: &digest, notice: Reason::LastShown.word() };
        let body = with_live_script(with_note(page, &notice::last_shown(stage)), marks);
        Some(Answer { status: 503, content_type: HTML, digest: None, body })
    }

    /// A file that an earlier preview gave and that cannot be out of date.
    pub(super) fn unchanging(&self, path: &str) -> Option<Answer> {
        let body = self.keeper.unchanging(path)?.into_bytes();
        Some(Answer { status: 200, content_type: content_type(path), digest: Some(Sha256Digest::of(&body).to_string()), body })
    }

    fn no_report(&self) -> String {
        match self.preview.problem().as_deref() {
            Some(problem @ (Problem::Mistakes(_) | Problem::Failed(_))) => notice::trouble(&Trouble::of(problem), Reason::NoReport),
            None => notice::reading("starting"),
        }
    }
}

impl Answer {
    /// A line of text.
    pub(super) fn text(status: u16, text: &str) -> Self {
        Self { status, content_type: "text/plain; charset=utf-8", digest: None, body: text.as_bytes().to_vec() }
    }
}
