//! The files beside the pages by which a report is sealed, and their names.

/// Digests of every other file of a report, in the form that `sha256sum -c` reads; the one file that is signed.
pub const MANIFEST: &str = "manifest-sha256.txt";

/// From what a report was made, as an in-toto Statement.
pub const PROVENANCE: &str = "provenance.json";

/// The namespace of signatures over reports, which keeps them apart from signatures that the same key made for something else.
pub const NAMESPACE: &str = "tickmark-report";

/// Files at the top of a report that belong to the repository in which it is kept; no list names them.
pub const OF_REPOSITORY: [&str; 2] = [".gitignore", ".gitkeep"];

/// A file that may stand beside the manifest and is not listed in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SealFile {
    /// A signature over the manifest; the first is 1.
    Signature(u16),
    /// A token of trusted time over the signature of that number.
    Token(u16),
}

/// The name of a signature; the first, numbered 1, bears no number.
#[must_use]
pub fn signature_name(number: u16) -> String {
    if number == 1 { format!("{MANIFEST}.sig") } else { format!("{MANIFEST}.{number}.sig") }
}

/// The name of the token of trusted time over a signature.
#[must_use]
pub fn token_name(number: u16) -> String {
    format!("{}.tsr", signature_name(number))
}

/// Reads such a name; nothing where it is that of no file that may stand there unlisted.
#[must_use]
pub fn seal_file(name: &str) -> Option<SealFile> {
    let rest = name.strip_prefix(MANIFEST)?.strip_prefix('.')?;
    let (rest, is_token) = rest.strip_suffix(".tsr").map_or((rest, false), |rest| (rest, true));
    let number = match rest.strip_suffix("sig")? {
        "" => 1,
        digits => digits.strip_suffix('.')?.parse().ok().filter(|number| *number > 1)?,
    };
    let file = if is_token { SealFile::Token(number) } else { SealFile::Signature(number) };
    // One name a file: `02` is not another way to write 2.
    (name == if is_token { token_name(number) } else { signature_name(number) }).then_some(file)
}

/// Whether a file belongs to the seal itself, so that no list names it: the list, a signature over it, a token over a signature.
#[must_use]
pub fn is_of_seal(name: &str) -> bool {
    name == MANIFEST || seal_file(name).is_some()
}

/// The numbers of the signatures among files, in their order.
#[must_use]
pub fn signature_numbers<'a>(names: impl IntoIterator<Item = &'a String>) -> Vec<u16> {
    let numbers = names.into_iter().filter_map(|name| match seal_file(name) {
        Some(SealFile::Signature(number)) => Some(number),
        _ => None,
    });
    let mut numbers: Vec<u16> = numbers.collect();
    numbers.sort_unstable();
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written() {
        for number in [1, 2, 10, u16::MAX] {
            assert_eq!(seal_file(&signature_name(number)), Some(SealFile::Signature(number)));
            assert_eq!(seal_file(&token_name(number)), Some(SealFile::Token(number)));
        }
    }

    #[test]
    fn names_that_only_look_alike_are_refused() {
        for rest in ["", ".sig.", ".1.sig", ".02.sig", ".0.sig", "..sig", ".tsr", ".sig.tsr.tsr", ".-2.sig", ".70000.sig", ".SIG", ".2sig"]
        {
            assert_eq!(seal_file(&format!("{MANIFEST}{rest}")), None, "{rest}");
        }
    }
}
