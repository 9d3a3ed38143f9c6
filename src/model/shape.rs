//! The shape of a record: what its fields are called, what they hold and what they mean.

use super::{ChangeClass, Kind, Profile};

/// What a record, or a mapping inside one, may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordShape {
    /// The fields in the order in which they are written and shown.
    pub fields: Vec<FieldShape>,
}

impl RecordShape {
    /// The field of a name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&FieldShape> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldShape {
    /// The key, as it is written.
    pub name: String,
    /// What it means, for people.
    pub description: String,
    /// Whether the reader itself needs it.
    pub required: bool,
    /// What a change of it means, for the fields of versioned kinds.
    pub class: Option<ChangeClass>,
    /// The first profile that demands it.
    pub demanded_from: Option<Profile>,
    /// The value that holds where the field is left out.
    pub default: Option<String>,
    /// What it holds.
    pub shape: Shape,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One line or paragraph of plain text.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A whole number between two bounds, both included.
    Integer {
        /// The least that may stand.
        minimum: Option<i64>,
        /// The most that may stand.
        maximum: Option<i64>,
    },
    /// A scalar with a grammar of its own.
    Scalar(Scalar),
    /// A reference to a record of one of these kinds.
    Reference(Vec<Kind>),
    /// One of several words.
    Choice(Vec<Choice>),
    /// A list.
    List(Box<Shape>),
    /// Names of the writer's own choice, each with a value.
    Map(Box<Shape>),
    /// A mapping with known keys.
    Record(RecordShape),
}

/// One of the words that a field may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The word, as it is written.
    pub value: String,
    /// What it means.
    pub description: String,
}

macro_rules! scalars {
    ($($(#[$doc:meta])* $variant:ident $name:literal;)*) => {
        /// A scalar with a grammar of its own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Scalar {
            $($(#[$doc])* $variant,)*
        }

        impl Scalar {
            /// The scalar of an `x-type` keyword.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// The name in the `x-type` keyword.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

scalars! {
    /// Markdown.
    Prose "prose";
    /// A decimal number, exact as written.
    Decimal "decimal";
    /// A day.
    Date "date";
    /// A point in time with its offset.
    Instant "instant";
    /// A time of day.
    TimeOfDay "time-of-day";
    /// A time zone of the IANA database.
    Zone "zone";
    /// A length of time.
    Duration "duration";
    /// A period of any frequency.
    Period "period";
    /// How often a period begins.
    Frequency "frequency";
    /// The day on which a fiscal year begins.
    FiscalStart "fiscal-start";
    /// A unit of measure.
    Unit "unit";
    /// A version.
    Version "version";
    /// The id of something that is not a record.
    Id "id";
    /// A SHA-256 digest in 64 hexadecimal digits.
    Sha256 "sha256";
    /// A formula over declared terms.
    Expression "expression";
}
