//! A review as one page that needs nothing besides itself, and that loads and runs nothing.

use std::fmt::Write;

use super::document::{Document, Edit, Missing, RecordEntry, Weight};
use super::text::{approvers, gate, standing};
use super::words::{are_prose, differences, is_long, plain};
use crate::cli::report::shown;
use crate::diff::Piece;

/// The style sheet; its digest stands in the policy of the page.
const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--paper:#fff;--gone:#ffe2e0;--new:#dafbe1;--error:#b3261e;--warn:#8a5a00}\
@media(prefers-color-scheme:dark){:root{--ink:#e6e8eb;--soft:#a0a8b2;--line:#3b434d;--paper:#14181d;--gone:#5b1f22;--new:#123f22;\
--error:#ff8d85;--warn:#e5b567}}\
body{margin:2rem auto;max-width:60rem;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}\
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.15rem;margin:2.5rem 0 .25rem;padding-top:.75rem;border-top:1px solid var(--line)}\
p{margin:.35rem 0}ul{padding-left:1.25rem}li{margin:.6rem 0}code{font:.9em ui-monospace,monospace;overflow-wrap:anywhere}\
.soft{color:var(--soft)}.error{color:var(--error);font-weight:600}.warning{color:var(--warn);font-weight:600}\
del{background:var(--gone)}ins{background:var(--new);text-decoration:none}.wide{overflow-x:auto}\
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;\
border-bottom:1px solid var(--line)}";
/// SHA-256 of the style sheet, in Base64.
const STYLE_DIGEST: &str = "vqmH1oNkYW+otnc7AWNY1oH9fajZ8GjdCpYI1Gat4ag=";

/// Writes the page.
pub(in crate::cli) fn render(document: &Document) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
    let _ = writeln!(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{STYLE_DIGEST}'; base-uri 'none'; \
         form-action 'none'\">"
    );
    out.push_str("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
    let heading = format!("{} → {}", document.before.label, document.after.label);
    let _ = writeln!(out, "<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>", text(&heading));
    let _ = writeln!(out, "<h1>What changed: {}</h1>", text(&heading));
    let class = if document.verdict.fails { "error" } else { "soft" };
    let _ = writeln!(out, "<p>{}</p>\n<p class=\"{class}\">{}</p>", ticks(&document.verdict.sentence), ticks(&gate(document)));
    for note in &document.notes {
        let _ = writeln!(out, "<p class=\"soft\">{}</p>", ticks(note));
    }
    push_table(&mut out, document);
    for record in &document.records {
        push_record(&mut out, document, record);
    }
    for (name, edits) in document.other_groups() {
        let _ = writeln!(out, "<section>\n<h2><code>{}</code></h2>\n<ul>", text(name));
        for edit in edits {
            push_edit(&mut out, document, edit);
        }
        out.push_str("</ul>\n</section>\n");
    }
    if document.left_out > 0 {
        let _ = writeln!(out, "<p class=\"soft\">{} not shown at this depth.</p>", crate::diag::plural(document.left_out, "edit"));
    }
    let _ = writeln!(out, "</main>\n<footer><p class=\"soft\">{}</p></footer>\n</body>\n</html>", text(&document.tool));
    out
}

fn push_table(out: &mut String, document: &Document) {
    if document.records.is_empty() {
        return;
    }
    out.push_str("<div class=\"wide\"><table>\n<thead><tr><th>Record</th><th>Class</th><th>Version</th><th>Approved by</th><th>Lacks</th></tr></thead>\n<tbody>\n");
    for (position, record) in document.records.iter().enumerate() {
        let version = |version: &Option<String>| version.as_deref().map_or_else(|| "—".to_owned(), text);
        let lacks = record.missing.iter().filter(|missing| missing.level > Weight::Information).count();
        let _ = writeln!(
            out,
            "<tr><td><a href=\"#r{position}\">{}</a><br><code>{}</code></td><td>{}</td><td>{} → {}</td><td>{}</td><td>{}</td></tr>",
            text(&record.title),
            text(&record.record),
            record.class.map_or("—", super::document::Class::name),
            version(&record.version_before),
            version(&record.version_after),
            if record.approved_by.is_empty() { "nobody".to_owned() } else { text(&approvers(record).join(", ")) },
            if lacks == 0 { "nothing".to_owned() } else { crate::diag::plural(lacks, "thing") },
        );
    }
    out.push_str("</tbody>\n</table></div>\n");
}

fn push_record(out: &mut String, document: &Document, record: &RecordEntry) {
    let position = document.records.iter().position(|other| std::ptr::eq(other, record)).unwrap_or_default();
    let _ = writeln!(out, "<section id=\"r{position}\">\n<h2>{} <code>{}</code></h2>", text(&record.title), text(&record.record));
    let standing = standing(record);
    if !standing.is_empty() {
        let _ = writeln!(out, "<p class=\"soft\">{}</p>", ticks(&standing.join("; ")));
    }
    out.push_str("<ul>\n");
    for missing in &record.missing {
        push_missing(out, document, missing);
    }
    for edit in &record.edits {
        push_edit(out, document, edit);
    }
    out.push_str("</ul>\n");
    if !record.reached.is_empty() {
        let _ = writeln!(out, "<details><summary>Reaches {}</summary>\n<ul>", crate::diag::plural(record.reached.len(), "record"));
        for reached in &record.reached {
            let steps: Vec<String> =
                reached.path.iter().map(|step| format!("<code>{}</code> ({})", text(&step.record), text(&step.field))).collect();
            let _ = writeln!(out, "<li>{}</li>", steps.join(" → "));
        }
        out.push_str("</ul>\n</details>\n");
    }
    out.push_str("</section>\n");
}

fn push_edit(out: &mut String, document: &Document, edit: &Edit) {
    let class = edit.class.map_or_else(String::new, |class| format!(", {}", class.name()));
    let pieces = are_prose(edit.before.as_ref(), edit.after.as_ref()).and_then(|(before, after)| differences(before, after));
    // Marked words say what the message says, and where.
    let says = match &pieces {
        Some(pieces) => format!("<code>{}</code><p>{}</p>", text(&edit.field), marked(pieces)),
        None => format!("{}{}", ticks(&edit.message), values(edit)),
    };
    let _ = writeln!(out, "<li>{} <code>{}</code>{class}: {says}", level(edit.level), text(&edit.rule));
    let place = |spot: &super::document::Spot, prefix: &str| {
        let line = spot.line.map_or_else(String::new, |line| format!(":{line}"));
        format!("<code>{}{line}</code>", text(&format!("{prefix}{}", spot.path)))
    };
    let places: Vec<String> = [
        edit.before_place.as_ref().map(|spot| place(spot, &document.before.prefix)),
        edit.after_place.as_ref().map(|spot| place(spot, &document.after.prefix)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let _ = writeln!(out, "<p class=\"soft\">{}</p></li>", places.join(" → "));
}

fn push_missing(out: &mut String, document: &Document, missing: &Missing) {
    let _ = writeln!(
        out,
        "<li>{} <code>{}</code>: {}<p class=\"soft\">{} <code>{}</code></p></li>",
        level(missing.level),
        text(&missing.rule),
        ticks(&missing.message),
        ticks(&missing.help),
        text(&format!("{}{}", document.after.prefix, missing.place.path)),
    );
}

/// Prose with its words marked.
fn marked(pieces: &[Piece]) -> String {
    let mark = |piece: &Piece| match piece {
        Piece::Same(same) => text(same),
        Piece::Removed(gone) => format!("<del>{}</del>", text(gone)),
        Piece::Added(new) => format!("<ins>{}</ins>", text(new)),
    };
    // What takes the place of what is gone stands apart from it.
    pieces.iter().map(mark).collect::<String>().replace("</del><ins>", "</del> <ins>")
}

/// Values that the message does not show whole.
fn values(edit: &Edit) -> String {
    if !is_long(edit.before.as_ref()) && !is_long(edit.after.as_ref()) {
        return String::new();
    }
    let side = |tag: &str, value: &Option<serde_json::Value>| value.as_ref().map(|value| format!("<{tag}>{}</{tag}>", text(&plain(value))));
    let sides: Vec<String> = [side("del", &edit.before), side("ins", &edit.after)].into_iter().flatten().collect();
    format!("<p>{}</p>", sides.join(" → "))
}

const fn level(weight: Weight) -> &'static str {
    match weight {
        Weight::Error => "<span class=\"error\">error</span>",
        Weight::Warning => "<span class=\"warning\">warning</span>",
        Weight::Information => "<span class=\"soft\">info</span>",
    }
}

/// Text that is safe as content and inside a quoted attribute.
fn text(text: &str) -> String {
    let shown = shown::whole(text);
    let mut out = String::with_capacity(shown.len());
    for character in shown.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(character),
        }
    }
    out
}

/// A message, with names in backticks set as code.
fn ticks(message: &str) -> String {
    let mut out = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('`') {
        let Some((name, remainder)) = after.split_once('`') else {
            break;
        };
        let _ = write!(out, "{}<code>{}</code>", text(before), text(name));
        rest = remainder;
    }
    out + &text(rest)
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    fn base64(bytes: &[u8]) -> String {
        const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut out = String::new();
        for group in bytes.chunks(3) {
            let number = group.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
            for place in 0..4 {
                let letter = usize::try_from(number >> (18 - 6 * place) & 63).expect("six bits");
                out.push(if place <= group.len() { char::from(LETTERS[letter]) } else { '=' });
            }
        }
        out
    }

    #[test]
    fn policy_names_the_style_sheet_of_the_page() {
        assert_eq!(base64(&Sha256::digest(STYLE)), STYLE_DIGEST);
    }

    #[test]
    fn text_cannot_leave_its_place() {
        assert_eq!(text("<b>\"'&\u{202e}"), "&lt;b&gt;&quot;&#39;&amp;\\u{202e}");
    }
}
