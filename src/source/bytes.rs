//! Bytes become text, or a finding says why not.

use super::workspace::Workspace;
use crate::diag::{Finding, Findings, Place, SourceText, codes, plural};

/// Largest record or page of prose, in bytes.
pub(super) const MAX_RECORD: u64 = 1 << 20;
/// Largest table of results, in bytes.
pub(super) const MAX_TABLE: u64 = 128 << 20;

/// Reads a file as UTF-8 text without a byte order mark and with plain line ends.
pub(super) fn read_text(workspace: &dyn Workspace, path: &str, size: u64, limit: u64, findings: &mut Findings) -> Option<SourceText> {
    if size > limit {
        too_large(path, size, limit, findings);
        return None;
    }
    match workspace.read(path) {
        Ok(bytes) => text_of(path, bytes, limit, findings),
        Err(error) => {
            let finding = Finding::error(&codes::UNREADABLE, Place::file(path), format!("the file could not be read: {error}"));
            findings.push(finding.help("make the file readable"));
            None
        }
    }
}

fn too_large(path: &str, size: u64, limit: u64, findings: &mut Findings) {
    let message = format!("the file has {size} bytes, expected at most {limit}");
    let help = if limit == MAX_TABLE {
        "publish the rows in several releases"
    } else {
        "split the file, or move what is not part of the record elsewhere"
    };
    findings.push(Finding::error(&codes::TOO_LARGE, Place::file(path), message).help(help));
}

/// Takes the bytes of a file as UTF-8 text without a byte order mark and with plain line ends.
pub(super) fn text_of(path: &str, bytes: Vec<u8>, limit: u64, findings: &mut Findings) -> Option<SourceText> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > limit {
        too_large(path, size, limit, findings);
        return None;
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let finding = Finding::error(&codes::NOT_UTF8, Place::file(path), "the file is UTF-16 text, expected UTF-8");
        findings.push(finding.help("save the file as UTF-8"));
        return None;
    }
    match String::from_utf8(bytes) {
        Ok(text) => checked(SourceText::new(path, text), findings),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let place = SourceText::new(path, text).place(offset..offset + '\u{fffd}'.len_utf8());
            findings
                .push(Finding::error(&codes::NOT_UTF8, place, "the file is not UTF-8 text from here on").help("save the file as UTF-8"));
            None
        }
    }
}

/// Whether a text may hold a control character or a separator; most hold none of the bytes of which these are made.
fn may_hold_controls(text: &str) -> bool {
    // Beyond ASCII, the controls begin with the one byte and the separators with the other.
    let is_suspicious = |byte: u8| byte < b' ' && byte != b'\n' && byte != b'\t' || matches!(byte, 0x7f | 0xc2 | 0xe2);
    // Without a way out in between, many bytes are looked at in one step.
    text.as_bytes().chunks(1 << 12).any(|chunk| chunk.iter().fold(false, |found, byte| found | is_suspicious(*byte)))
}

fn checked(source: SourceText, findings: &mut Findings) -> Option<SourceText> {
    let text = source.text();
    if text.trim_matches(['\u{feff}', ' ', '\n', '\r', '\t']).is_empty() {
        findings
            .push(Finding::error(&codes::EMPTY, Place::file(source.path()), "the file is empty").help("write its contents, or remove it"));
        return None;
    }
    if text.starts_with('\u{feff}') {
        let finding =
            Finding::error(&codes::BYTE_ORDER_MARK, source.place(0..'\u{feff}'.len_utf8()), "the file begins with a byte order mark");
        findings.push(finding.help("save the file as UTF-8 without a byte order mark"));
        return None;
    }
    if let Some(first) = text.find('\r') {
        let count = text.matches('\r').count();
        let place = source.place(first..first + 1);
        let message = format!("the file has {}, expected line feeds alone", plural(count, "carriage return"));
        let help = "save the file with plain line ends; `* text eol=lf` in `.gitattributes` keeps them";
        findings.push(Finding::error(&codes::CARRIAGE_RETURN, place, message).help(help));
        return None;
    }
    // Some readers of YAML take the two separators for line breaks, others do not.
    let is_separator = |character: char| matches!(character, '\u{2028}' | '\u{2029}');
    let unwanted = |character: char| is_separator(character) || character.is_control() && !matches!(character, '\n' | '\t');
    if may_hold_controls(text)
        && let Some((offset, character)) = text.char_indices().find(|(_, character)| unwanted(*character))
    {
        let place = source.place(offset..offset + character.len_utf8());
        let (what, help) =
            if is_separator(character) { ("separator", "break the line with a line feed") } else { ("control", "remove the character") };
        let message = format!("the file holds the {what} character U+{:04X}", character as u32);
        findings.push(Finding::error(&codes::CONTROL_CHARACTER, place, message).help(help));
        return None;
    }
    Some(source)
}
