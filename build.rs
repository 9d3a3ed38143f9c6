//! Digests the sources of the program, so that a report can say by which it was made.
//!
//! The digest is that of the lines which `sha256sum` prints for these files, sorted by path as bytes:
//! `find Cargo.lock Cargo.toml build.rs src themes -type f | LC_ALL=C sort | xargs sha256sum | sha256sum`.
#![expect(clippy::disallowed_methods, reason = "a build script reads the sources that it is built from")]

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

/// What decides how the program works.
const SOURCES: [&str; 5] = ["Cargo.lock", "Cargo.toml", "build.rs", "src", "themes"];

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        collect(source, &mut files)?;
    }
    files.sort();
    let mut lines = String::new();
    for file in files {
        let _ = writeln!(lines, "{}  {file}", hexadecimal(&fs::read(&file)?));
    }
    println!("cargo::rustc-env=TICKMARK_SOURCE_SHA256={}", hexadecimal(lines.as_bytes()));
    Ok(())
}

fn collect(path: &str, files: &mut Vec<String>) -> io::Result<()> {
    if !Path::new(path).is_dir() {
        // A packaged crate may come without its lock file.
        if Path::new(path).is_file() {
            files.push(path.to_owned());
        }
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        let name = entry?.file_name();
        let name = name.to_str().ok_or_else(|| io::Error::other("the name of a source file is no text"))?;
        collect(&format!("{path}/{name}"), files)?;
    }
    Ok(())
}

fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
