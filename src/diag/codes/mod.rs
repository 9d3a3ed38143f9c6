//! The codes of the reader's own findings (family R), by name and in one table.
//!
//! Invariant: the parts stand here in the order of their codes, so that the table is sorted. The comment of a code is its page: its first line is the
//! summary, and below stand the same five headings everywhere. Knows nothing of the stages that raise them.

use super::code::Code;

/// Declares codes, each with its page, and their table in the order written.
macro_rules! codes {
    ($(#[doc = $summary:literal] $(#[doc = $line:literal])* $constant:ident $id:literal $name:literal;)*) => {
        use super::Code;
        $(
            #[doc = $summary]
            $(#[doc = $line])*
            pub const $constant: Code =
                Code { id: $id, name: $name, summary: $summary.trim_ascii_start(), page: &[$summary, $($line),*] };
        )*
        /// The codes above, in their order.
        pub(super) const PART: &[Code] = &[$($constant),*];
    };
}

mod files;
mod names;
mod references;
mod settings;
mod tables;
mod yaml;

pub use files::*;
pub use names::*;
pub use references::*;
pub use settings::*;
pub use tables::*;
pub use yaml::*;

/// The parts of the table, in the order of their codes.
const PARTS: &[&[Code]] = &[files::PART, yaml::PART, names::PART, references::PART, tables::PART, settings::PART];

/// How many codes there are.
const COUNT: usize = {
    let (mut count, mut part) = (0, 0);
    while part < PARTS.len() {
        count += PARTS[part].len();
        part += 1;
    }
    count
};

/// The table of the reader's codes, in order.
pub const CODES: &[Code] = &joined();

/// The parts one after the other.
const fn joined() -> [Code; COUNT] {
    let mut codes = [PARTS[0][0]; COUNT];
    let (mut at, mut part) = (0, 0);
    while part < PARTS.len() {
        let mut position = 0;
        while position < PARTS[part].len() {
            codes[at] = PARTS[part][position];
            at += 1;
            position += 1;
        }
        part += 1;
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::CODES;

    #[test]
    fn ids_and_names_are_never_used_twice() {
        for (index, code) in CODES.iter().enumerate() {
            for other in &CODES[index + 1..] {
                assert!(code.id != other.id && code.name != other.name, "{} and {}", code.id, other.id);
            }
        }
    }

    #[test]
    fn codes_are_of_the_readers() {
        for code in CODES {
            let (family, digits) = code.id.split_at(1);
            assert!(family == "R" && digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()), "{}", code.id);
        }
    }
}
