//! What is put into the gaps of a message.

use std::borrow::Cow;

/// A value for a gap.
#[derive(Clone, Debug)]
pub enum Fill<'a> {
    /// Words that are ready to be shown.
    Text(Cow<'a, str>),
    /// A count, which also decides between singular and plural.
    Count(u64),
}

impl<'a> From<&'a str> for Fill<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Fill<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Fill<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<usize> for Fill<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<u64> for Fill<'_> {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Fill<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}
