//! What was computed last, so that pages about one thing do not each compute it again.
//!
//! Several pages show one metric or scorecard, and planned files stand next to each other by path. Remembering a few
//! results spares work and never changes what a page says.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use crate::model::Id;

/// Results that are remembered: a few for each thread that makes pages.
const REMEMBERED: usize = 8;

/// A small memory of results by id, the one asked for last at its end.
pub(super) struct Memo<T>(Mutex<Vec<(Id, Arc<T>)>>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(Mutex::new(Vec::new()))
    }
}

impl<T> fmt::Debug for Memo<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Memo")
    }
}

impl<T> Memo<T> {
    /// The result for an id, from memory or from `build`.
    pub(super) fn get(&self, id: &Id, build: impl FnOnce() -> Option<T>) -> Option<Arc<T>> {
        {
            let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(position) = known.iter().position(|(known, _)| known == id) {
                let entry = known.remove(position);
                let result = Arc::clone(&entry.1);
                known.push(entry);
                return Some(result);
            }
        }
        // Built without the lock: two threads may do the same work once, and neither waits for the other.
        let result = Arc::new(build()?);
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED {
            known.remove(0);
        }
        known.push((id.clone(), Arc::clone(&result)));
        Some(result)
    }
}
