//! Commits as git has them: who, when, why, and what they follow.
//!
//! Everything here was written by people who may be hostile: names, addresses and messages are shown only through an escape.

use std::fmt;
use std::sync::Arc;

use super::signature::SignatureState;
use crate::model::Instant;

macro_rules! object_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Makes an id of its hexadecimal digits.
            #[must_use]
            pub fn new(digits: &str) -> Self {
                Self(digits.into())
            }

            /// All hexadecimal digits.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The id as people quote it: its first twelve digits.
            #[must_use]
            pub fn short(&self) -> &str {
                self.0.get(..12).unwrap_or(&self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

object_id! {
    /// The id of a commit.
    CommitId
}

object_id! {
    /// The id of the bytes of a file.
    BlobId
}

/// Who did something, and when, as they said themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Name; bytes that are no UTF-8 are replaced.
    pub name: Arc<str>,
    /// Address of electronic mail.
    pub email: Arc<str>,
    /// When, with the offset of their clock.
    pub at: Instant,
}

/// One commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its id.
    pub id: CommitId,
    /// What it follows, the branch that it was made on first; none for a root.
    pub parents: Vec<CommitId>,
    /// Who wrote the change.
    pub author: Stamp,
    /// Who put it into the history.
    pub committer: Stamp,
    /// The whole message; bytes that are no UTF-8 are replaced.
    pub message: Arc<str>,
    /// What its signature is worth.
    pub signature: SignatureState,
    /// Whether what it follows was left out of a shallow clone: then it created nothing, the history only ends here.
    pub truncated: bool,
}

impl Commit {
    /// The first line of the message.
    #[must_use]
    pub fn subject(&self) -> &str {
        self.message.lines().next().unwrap_or_default().trim()
    }

    /// What stands below the first line.
    #[must_use]
    pub fn body(&self) -> &str {
        self.message.split_once('\n').map_or("", |(_, body)| body.trim())
    }

    /// Whether it brings several lines of history together.
    #[must_use]
    pub fn is_merge(&self) -> bool {
        self.parents.len() > 1
    }
}
