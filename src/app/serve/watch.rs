//! Waits until something happens to what a report is made of.
//!
//! Nothing that happens is lost: folders are watched before they are read, watched again when they were made anew, and looked at twice when
//! they came with files in them. What the system cannot watch is looked at every second.
#![expect(clippy::disallowed_methods, reason = "this file is the door to what happens on the disk")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::batch::Batch;
use super::places::{Place, Places, Touch};
use crate::app::clock::StopWatch;
use crate::app::disk::{file_number, stamps};
use crate::app::preview::Touched;
use crate::diag::Failure;
use crate::history::repository_folders;

/// Nothing more happens for so long: then it is over.
const QUIET: Duration = Duration::from_millis(30);
/// How long a storm may keep what happened from being looked at, in microseconds.
const STORM: u64 = 500_000;
/// The same while git works.
const GIT_AT_WORK: u64 = 3_000_000;
/// A lock of git that is older was left behind, or waits for a person.
const FRESH_LOCK: Duration = Duration::from_secs(10);
/// How often places that came or went are looked for, and new folders looked at a second time.
const ROUND: Duration = Duration::from_millis(500);
/// How often files are looked at where the system cannot watch them.
const POLL: Duration = Duration::from_secs(1);
/// How long nothing is looked at after the system lost count of what happened.
const AFTER_OVERFLOW: Duration = Duration::from_secs(1);

/// Watches a project.
#[derive(Debug)]
pub(super) struct Watch {
    project: PathBuf,
    places: Places,
    notices: Receiver<Notice>,
    sender: Sender<Notice>,
    means: Means,
    /// What stood at each watched place when it was watched.
    held: BTreeMap<Place, Option<u64>>,
    /// What was touched by new folders, in which files may have been made before they were watched.
    again: Batch,
}

/// Something happened.
#[derive(Debug)]
enum Notice {
    /// At a path; says whether a folder may have come there.
    At(PathBuf, bool),
    /// Too much to be told.
    Overflow,
    /// The system can watch no more.
    Exhausted(Failure),
}

enum Means {
    Nothing,
    System(RecommendedWatcher),
    /// Looking at every file again and again, until this is dropped.
    Looking(#[expect(dead_code, reason = "it is held and not used")] Sender<()>),
}

impl std::fmt::Debug for Means {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Nothing => "Nothing",
            Self::System(_) => "System",
            Self::Looking(_) => "Looking",
        })
    }
}

impl Watch {
    /// Begins to watch; `trouble` is told where that is not possible, and files are looked at every second instead.
    pub(super) fn start(project: &Path, previous: Option<&Path>, poll: bool, trouble: &mut dyn FnMut(Failure)) -> Self {
        let plain = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let places = Places { project: plain(project), repository: None, previous: previous.map(plain) };
        let (sender, notices) = mpsc::channel();
        let project = places.project.clone();
        let means = Means::Nothing;
        let mut watch = Self { project, places, notices, sender, means, held: BTreeMap::new(), again: Batch::default() };
        watch.find_repository();
        if poll {
            watch.look_instead();
            return watch;
        }
        match RecommendedWatcher::new(on_event(watch.sender.clone()), Config::default().with_follow_symlinks(false)) {
            Ok(watcher) => {
                watch.means = Means::System(watcher);
                if let Err(failure) = watch.renew(&mut Batch::default()) {
                    watch.give_up(failure, trouble);
                }
            }
            Err(error) => watch.give_up(exhausted(&error), trouble),
        }
        watch
    }

    /// Waits until something happened and nothing more does.
    pub(super) fn next(&mut self, trouble: &mut dyn FnMut(Failure)) -> Touched {
        let mut batch = Batch::default();
        let mut since = None;
        loop {
            match self.notices.recv_timeout(if batch.is_empty() { ROUND } else { QUIET }) {
                Ok(notice) => self.take(notice, &mut batch, trouble),
                Err(RecvTimeoutError::Timeout) if batch.is_empty() => {
                    self.look_again(&mut batch);
                    if let Err(failure) = self.renew(&mut batch) {
                        self.give_up(failure, trouble);
                    }
                }
                Err(_) if !self.is_git_at_work() => break,
                Err(_) => {}
            }
            if batch.is_empty() {
                continue;
            }
            let waited = since.get_or_insert_with(StopWatch::start).microseconds();
            if waited > GIT_AT_WORK || (waited > STORM && !self.is_git_at_work()) {
                break;
            }
        }
        if batch.has(&Touch::Repository) {
            self.find_repository();
        }
        if let Err(failure) = self.renew(&mut batch) {
            self.give_up(failure, trouble);
        }
        batch.touched()
    }

    fn take(&mut self, notice: Notice, batch: &mut Batch, trouble: &mut dyn FnMut(Failure)) {
        match notice {
            Notice::At(path, is_new_folder) => {
                if is_new_folder {
                    // What stands there now may bear the number of what stood there before.
                    self.held.iter_mut().filter(|(place, _)| place.path == path).for_each(|(_, held)| *held = None);
                }
                let Some(touch) = self.places.touched(&path) else { return };
                if is_new_folder {
                    self.again.add(touch.clone());
                }
                batch.add(touch);
            }
            Notice::Overflow => {
                // Reading everything may be what made it overflow.
                let begun = StopWatch::start();
                while begun.microseconds() < u64::try_from(AFTER_OVERFLOW.as_micros()).unwrap_or(u64::MAX) {
                    let _ = self.notices.recv_timeout(AFTER_OVERFLOW);
                }
                batch.add(Touch::Everything);
            }
            Notice::Exhausted(failure) => {
                self.give_up(failure, trouble);
                batch.add(Touch::Everything);
            }
        }
    }

    /// Looks a second time at folders that came, now that whatever is in them is watched.
    fn look_again(&mut self, batch: &mut Batch) {
        if !self.again.is_empty() {
            *batch = std::mem::take(&mut self.again);
            // Folders in which a folder went away while they were walked through may be watched in part only.
            self.held.clear();
        }
    }

    /// Watches places anew where something else stands than before, and counts them as touched.
    fn renew(&mut self, batch: &mut Batch) -> Result<(), Failure> {
        let Means::System(watcher) = &mut self.means else { return Ok(()) };
        for place in self.places.all() {
            let now = fs::symlink_metadata(&place.path).ok().map(|metadata| file_number(&metadata));
            let held = self.held.get(&place).copied();
            if held == Some(now) {
                continue;
            }
            if now.is_some() {
                // Whatever was watched under this name before is of no use any more.
                if held.flatten().is_some() {
                    let _ = watcher.unwatch(&place.path);
                }
                let mode = if place.deep { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
                match watcher.watch(&place.path, mode) {
                    // Somebody took it away meanwhile; the next round sees that.
                    Err(error) if matches!(error.kind, notify::ErrorKind::PathNotFound | notify::ErrorKind::Io(_)) && !is_limit(&error) => {
                        self.held.insert(place, None);
                        continue;
                    }
                    Err(error) => return Err(exhausted(&error)),
                    Ok(()) => {}
                }
            }
            if held.is_some() {
                batch.add(self.places.touched(&place.path).unwrap_or(Touch::Everything));
            }
            self.held.insert(place, now);
        }
        Ok(())
    }

    fn find_repository(&mut self) {
        let plain = |path: PathBuf| fs::canonicalize(&path).unwrap_or(path);
        let folders = repository_folders(&self.project).ok().flatten();
        self.places.repository = folders.map(|(own, shared)| (plain(own), plain(shared)));
    }

    /// Whether git is just changing the work tree; what stands there then is neither the one state nor the other.
    fn is_git_at_work(&self) -> bool {
        let Some((own, _)) = &self.places.repository else { return false };
        let lock = fs::symlink_metadata(own.join("index.lock")).and_then(|metadata| metadata.modified());
        lock.is_ok_and(|since| since.elapsed().is_ok_and(|age| age < FRESH_LOCK))
    }

    fn give_up(&mut self, failure: Failure, trouble: &mut dyn FnMut(Failure)) {
        if !matches!(self.means, Means::Looking(_)) {
            trouble(failure);
            self.look_instead();
        }
    }

    /// Looks at every file every second.
    fn look_instead(&mut self) {
        let (held, stop) = mpsc::channel();
        self.means = Means::Looking(held);
        let (places, sender) = (self.places.decisive(), self.sender.clone());
        let look = move || {
            let mut before = stamps(&places);
            while stop.recv_timeout(POLL) == Err(RecvTimeoutError::Timeout) {
                let now = stamps(&places);
                let changed = now.iter().filter(|(path, stamp)| before.get(*path) != Some(stamp)).map(|(path, _)| path);
                let gone = before.keys().filter(|path| !now.contains_key(*path));
                for path in changed.chain(gone) {
                    if sender.send(Notice::At(path.clone(), false)).is_err() {
                        return;
                    }
                }
                before = now;
            }
        };
        // Without a thread nothing follows the project, which the next start will say.
        let _ = thread::Builder::new().name("looking".to_owned()).spawn(look);
    }
}

fn on_event(sender: Sender<Notice>) -> impl Fn(notify::Result<Event>) + Send + 'static {
    move |event| {
        let notices = match event {
            Err(error) if is_limit(&error) => vec![Notice::Exhausted(exhausted(&error))],
            Err(_) => vec![Notice::Overflow],
            Ok(event) if event.need_rescan() => vec![Notice::Overflow],
            // Somebody reads, such as this program.
            Ok(Event { kind: EventKind::Access(kind), .. }) if kind != AccessKind::Close(AccessMode::Write) => Vec::new(),
            Ok(Event { kind, paths, .. }) => {
                let may_be_folder = !matches!(
                    kind,
                    EventKind::Create(CreateKind::File)
                        | EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_))
                        | EventKind::Access(_)
                );
                paths.into_iter().map(|path| Notice::At(path, may_be_folder)).collect()
            }
        };
        for notice in notices {
            // Whoever watches no more does not need to know.
            let _ = sender.send(notice);
        }
    }
}

/// Whether the system refuses to watch any more.
fn is_limit(error: &notify::Error) -> bool {
    const NO_SPACE: i32 = 28;
    const TOO_MANY_OPEN: i32 = 24;
    match &error.kind {
        notify::ErrorKind::MaxFilesWatch => true,
        notify::ErrorKind::Io(error) => matches!(error.raw_os_error(), Some(NO_SPACE | TOO_MANY_OPEN)),
        _ => false,
    }
}

fn exhausted(error: &notify::Error) -> Failure {
    let setting = match error.kind {
        notify::ErrorKind::MaxFilesWatch => "fs.inotify.max_user_watches=524288",
        _ => "fs.inotify.max_user_instances=512",
    };
    let reason = if is_limit(error) { "its limit of watches is reached".to_owned() } else { error.to_string() };
    Failure::Preview {
        message: format!("the system does not watch the files of the project: {reason}; they are looked at every second instead"),
        help: Some(if is_limit(error) {
            format!("raise the limit with `sudo sysctl {setting}`, or start with `--poll`")
        } else {
            "start with `--poll`".to_owned()
        }),
    }
}
