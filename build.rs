//! Digests the sources of the program, so that a report can say by which it was made, and packs the demonstration project.
//!
//! The digest is that of the lines which `sha256sum` prints for these files, sorted by path as bytes:
//! `find Cargo.lock Cargo.toml build.rs src themes -type f | LC_ALL=C sort | xargs sha256sum | sha256sum`.
#![expect(clippy::disallowed_methods, reason = "a build script reads the sources that it is built from")]

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};

/// What decides how the program works.
const SOURCES: [&str; 5] = ["Cargo.lock", "Cargo.toml", "build.rs", "src", "themes"];

/// The demonstration project: what `tickmark init --demo` writes. It has no say in how reports are made, and so is not digested.
const DEMONSTRATION: [&str; 4] = ["content", "extracts", "metrics", "tickmark.yaml"];

fn main() -> io::Result<()> {
    pack_demonstration()?;
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

/// Writes the demonstration project into one file: for each file its path and its bytes, each with its length before it, deflated as a whole.
fn pack_demonstration() -> io::Result<()> {
    let mut files = Vec::new();
    for part in DEMONSTRATION {
        println!("cargo::rerun-if-changed={part}");
        collect(part, &mut files)?;
    }
    files.sort();
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    for file in files {
        for bytes in [file.as_bytes(), &fs::read(&file)?] {
            packed.write_all(&u32::try_from(bytes.len()).map_err(io::Error::other)?.to_be_bytes())?;
            packed.write_all(bytes)?;
        }
    }
    let folder = std::env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no folder to write to"))?;
    fs::write(Path::new(&folder).join("demonstration"), packed.finish()?)
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
