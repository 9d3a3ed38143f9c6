//! LibreOffice, which computes workbooks anew and says what it found.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::Command;

/// A profile in which every formula is computed when a workbook is loaded, whatever results are stored in it.
const ALWAYS_RECALCULATE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// Every sheet as text between commas, in UTF-8, with numbers as they are and not as they are shown.
const EVERY_SHEET: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/// A sheet after it was computed: its headings, and its lines by heading.
pub(crate) struct Computed {
    pub(crate) headings: Vec<String>,
    pub(crate) lines: Vec<BTreeMap<String, String>>,
}

/// Computes all workbooks anew, in one run; each sheet by the names of workbook and sheet: `answered-Figures`.
pub(crate) fn compute(workbooks: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Computed> {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = folder.path().join("profile");
    fs::create_dir_all(profile.join("user")).expect("a profile");
    fs::write(profile.join("user/registrymodifications.xcu"), ALWAYS_RECALCULATE).expect("a profile");
    let mut command = Command::new("soffice");
    command.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    command.args(["--headless", "--norestore", "--convert-to", EVERY_SHEET, "--outdir"]).arg(folder.path().join("sheets"));
    for (name, bytes) in workbooks {
        let path = folder.path().join(format!("{name}.xlsx"));
        fs::write(&path, bytes).expect("a workbook");
        command.arg(path);
    }
    let made = command.output().expect("soffice is installed: libreoffice-calc-nogui");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let sheets = fs::read_dir(folder.path().join("sheets")).expect("sheets").map(|entry| entry.expect("a sheet").path());
    sheets.map(|path| (path.file_stem().expect("a name").to_str().expect("UTF-8").to_owned(), read(&path))).collect()
}

fn read(path: &Path) -> Computed {
    let text = fs::read_to_string(path).expect("a sheet");
    let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headings: Vec<String> = rows.headers().expect("headings").iter().map(str::to_owned).collect();
    let line = |row: csv::StringRecord| headings.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
    let lines = rows.records().map(|row| line(row.expect("a line"))).collect();
    Computed { headings, lines }
}

/// A workbook with the text of one of its parts changed.
pub(crate) fn altered(workbook: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(workbook)).expect("a workbook");
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).expect("a part");
        let name = entry.name().expect("a name").into_owned();
        let mut text = String::new();
        entry.read_to_string(&mut text).expect("XML");
        let text = if name.as_str() == part { change(text) } else { text };
        to.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).expect("a part");
        to.write_all(text.as_bytes()).expect("memory takes bytes");
    }
    to.finish().expect("a workbook").into_inner()
}

/// The text of one part of a workbook.
pub(crate) fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).expect("a workbook");
    let mut text = String::new();
    archive.by_name(name).expect("a part").read_to_string(&mut text).expect("XML");
    text
}
