//! A preview in a browser: a report that is served page by page, and follows its project.
//!
//! `follow` reads the project and waits for what happens to it (`watch`, `places`, `batch`); `server` answers browsers (`asked`, `answer`,
//! `notice`, `live_page`) and tells open pages what is new (`bulletin`, `live.js`); `keeper` keeps for the next preview what was shown (`last_shown`). Nothing is printed here: who listens is told.

mod answer;
mod asked;
mod batch;
mod browser;
mod bulletin;
mod content_type;
mod follow;
mod keeper;
mod last_shown;
mod live_page;
mod notice;
mod places;
mod server;
mod standing;
mod watch;

use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::sync::{Arc, mpsc};
use std::thread;

use self::answer::Answers;
use self::browser::open_in_browser;
use self::bulletin::Bulletin;
use self::follow::Follower;
use self::keeper::Keeper;
use self::server::Server;
use super::pipeline::Progress;
use super::preview::{Preview, PreviewOptions, Refreshed};
use super::repository_cache::wait_for_writing;
use crate::diag::{Failure, Finding};

/// How a project is served.
#[derive(Clone, Debug)]
pub struct ServeOptions {
    /// The project and its report.
    pub preview: PreviewOptions,
    /// Address or name to listen at.
    pub host: String,
    /// Port to listen at; 0 for one that is free.
    pub port: u16,
    /// Whether to open a browser.
    pub open: bool,
    /// Whether files are looked at every second instead of being watched by the system.
    pub poll: bool,
}

/// Who is told what happens while a project is served; an error of theirs ends it.
pub trait ServeTeller {
    /// The server listens at an address; says whether other machines may reach it.
    fn serving(&mut self, url: &str, is_public: bool) -> io::Result<()>;
    /// The project was read, for the first time or again.
    fn refreshed(&mut self, refreshed: &Refreshed) -> io::Result<()>;
    /// What checks found in the state that is served.
    fn findings(&mut self, findings: &[Finding]) -> io::Result<()>;
    /// Something does not work as it should, and the preview goes on.
    fn trouble(&mut self, failure: &Failure) -> io::Result<()>;
}

/// Why a preview ended by itself.
#[derive(Debug)]
pub enum ServeError {
    /// It could not be started.
    Failed(Failure),
    /// Who was told could not listen.
    Teller(io::Error),
}

impl From<Failure> for ServeError {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<io::Error> for ServeError {
    fn from(error: io::Error) -> Self {
        Self::Teller(error)
    }
}

/// What the threads of a preview have to say.
enum News {
    Refreshed(Refreshed),
    Findings(Vec<Finding>),
    Trouble(Failure),
    Stop,
}

/// Serves a project until somebody asks the program to end.
pub fn serve(options: &ServeOptions, teller: &mut dyn ServeTeller, progress: Arc<dyn Progress + Send + Sync>) -> Result<(), ServeError> {
    let preview = Arc::new(Preview::open(options.preview.clone())?);
    // A page knows by it that another server answers now, whose states are counted anew.
    let session = format!("{:016x}", RandomState::new().hash_one(0));
    let (news, heard) = mpsc::channel();
    let keeper = Keeper::start(&options.preview.project);
    let answers = Answers::new(Arc::clone(&preview), session.clone(), Arc::clone(&keeper));
    let first = Bulletin::new(session);
    let server = Server::start((&options.host, options.port), answers, first.clone(), (news.clone(), || News::Stop))?;
    teller.serving(&server.url(), server.is_public())?;
    if options.open
        && let Err(failure) = open_in_browser(&server.url())
    {
        teller.trouble(&failure)?;
    }
    let follower = Follower { preview, crier: server.crier(), news, progress };
    let own = options.clone();
    thread::Builder::new().name("follower".to_owned()).spawn(move || follower.follow(&own, first))?;
    let outcome = tell(&heard, teller);
    server.stop();
    keeper.write();
    wait_for_writing();
    Ok(outcome?)
}

fn tell(heard: &mpsc::Receiver<News>, teller: &mut dyn ServeTeller) -> io::Result<()> {
    for news in heard {
        match news {
            News::Refreshed(refreshed) => teller.refreshed(&refreshed)?,
            News::Findings(findings) => teller.findings(&findings)?,
            News::Trouble(failure) => teller.trouble(&failure)?,
            News::Stop => break,
        }
    }
    Ok(())
}
