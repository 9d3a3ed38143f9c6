//! Reads DER one element after the other, without copying and without following it down by itself.
//!
//! The one file that names the reader of DER. Every length is checked against the bytes there are, so that hostile ones end in nothing.

use der::asn1::{AnyRef, Int, ObjectIdentifier};
use der::{Decode, Reader, SliceReader, Tag, TagNumber, Tagged};

/// One element: what it is, all of its bytes, and those of its contents.
#[derive(Clone, Copy)]
pub(super) struct Element<'a> {
    tag: Tag,
    pub(super) whole: &'a [u8],
    pub(super) contents: &'a [u8],
}

impl Element<'_> {
    /// Whether it is a sequence.
    pub(super) fn is_sequence(&self) -> bool {
        self.tag == Tag::Sequence
    }

    /// Whether it is NULL, as the parameters of many algorithms are.
    pub(super) fn is_null(&self) -> bool {
        self.tag == Tag::Null
    }

    /// The object identifier that it is, with dots.
    pub(super) fn identifier(&self) -> Option<String> {
        ObjectIdentifier::from_der(self.whole).ok().map(|identifier| identifier.to_string())
    }
}

/// The elements that are left of some contents.
pub(super) struct Fields<'a>(SliceReader<'a>);

impl<'a> Fields<'a> {
    /// The elements of these contents.
    pub(super) fn of(contents: &'a [u8]) -> Option<Self> {
        SliceReader::new(contents).ok().map(Self)
    }

    /// The elements of the one sequence that the bytes are.
    pub(super) fn of_sequence(bytes: &'a [u8]) -> Option<Self> {
        let mut outer = Self::of(bytes)?;
        let inner = outer.sequence()?;
        outer.is_empty().then_some(inner)
    }

    /// Whether nothing is left.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_finished()
    }

    /// The next element, whatever it is.
    pub(super) fn element(&mut self) -> Option<Element<'a>> {
        let whole = self.0.tlv_bytes().ok()?;
        let element = AnyRef::from_der(whole).ok()?;
        Some(Element { tag: element.tag(), whole, contents: element.value() })
    }

    /// All that is left.
    pub(super) fn rest(mut self) -> Option<Vec<Element<'a>>> {
        let mut elements = Vec::new();
        while !self.is_empty() {
            elements.push(self.element()?);
        }
        Some(elements)
    }

    /// Whether the next element has a tag.
    fn comes(&self, tag: Tag) -> bool {
        !self.is_empty() && self.0.peek_tag().is_ok_and(|next| next == tag)
    }

    /// The contents of the next element, which must have a tag.
    fn tagged(&mut self, tag: Tag) -> Option<&'a [u8]> {
        self.comes(tag).then(|| self.element())?.map(|element| element.contents)
    }

    /// The elements of the next element, a sequence.
    pub(super) fn sequence(&mut self) -> Option<Self> {
        Self::of(self.tagged(Tag::Sequence)?)
    }

    /// The elements of the next element, a set.
    pub(super) fn set(&mut self) -> Option<Self> {
        Self::of(self.tagged(Tag::Set)?)
    }

    /// The bytes of the next element, an octet string.
    pub(super) fn octets(&mut self) -> Option<&'a [u8]> {
        self.tagged(Tag::OctetString)
    }

    /// The bytes of the next element, a bit string of whole bytes.
    pub(super) fn bits(&mut self) -> Option<&'a [u8]> {
        match self.tagged(Tag::BitString)?.split_first()? {
            (0, bytes) => Some(bytes),
            _ => None,
        }
    }

    /// The next element, an object identifier, with dots.
    pub(super) fn identifier(&mut self) -> Option<String> {
        self.element()?.identifier()
    }

    /// The bytes of the next element, an integer in its shortest form.
    pub(super) fn integer(&mut self) -> Option<&'a [u8]> {
        let element = self.element()?;
        Int::from_der(element.whole).ok().map(|_| element.contents)
    }

    /// The next element, a small integer that is not negative.
    pub(super) fn small(&mut self) -> Option<u64> {
        u64::from_der(self.element()?.whole).ok()
    }

    /// The next element, text in UTF-8.
    pub(super) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.tagged(Tag::Utf8String)?).ok()
    }

    /// The next element, a point in time as it is written.
    pub(super) fn time(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.tagged(Tag::GeneralizedTime)?).ok()
    }

    /// Whether the next element is one of these kinds; it is not taken.
    pub(super) fn next_is(&self, kind: Kind) -> bool {
        self.comes(kind.tag())
    }

    /// The contents of the next element where it is marked with a number, and nothing is taken where it is not.
    #[expect(clippy::option_option, reason = "outside: whether it can be read; inside: whether it is there")]
    pub(super) fn marked(&mut self, number: u8, constructed: bool) -> Option<Option<&'a [u8]>> {
        let tag = Tag::ContextSpecific { constructed, number: TagNumber::new(number) };
        if self.comes(tag) { self.tagged(tag).map(Some) } else { Some(None) }
    }
}

/// What an element that may be left out is.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Boolean,
    Integer,
    Sequence,
    BitString,
}

impl Kind {
    fn tag(self) -> Tag {
        match self {
            Self::Boolean => Tag::Boolean,
            Self::Integer => Tag::Integer,
            Self::Sequence => Tag::Sequence,
            Self::BitString => Tag::BitString,
        }
    }
}

/// Reads a small integer out of the contents of an element that was marked with a number in its place.
pub(super) fn small_of(contents: &[u8]) -> Option<u16> {
    let element = AnyRef::new(Tag::Integer, contents).ok()?;
    element.decode_as::<u16>().ok()
}
