//! Draws a table.
//!
//! Written without a template because a report holds hundreds of thousands of cells. The first cell of a row heads it;
//! every sorted cell whose text is not its own key says its key in `data-value`, and a missing one says an empty key.

use super::escape::{push_attribute, push_text, ticks};
use crate::site::view::{Cell, Column, ColumnKind, PartNumber, Row, RowGroup, StatusWord, Table, TickMark};

/// Draws a table; pictures and icons in its cells are taken from those already drawn.
pub(super) fn draw(table: &Table, drawn: &[String]) -> String {
    let mut out = String::with_capacity(512 + table.groups.iter().map(|group| group.rows.len() * table.columns.len() * 48).sum::<usize>());
    out.push_str(if table.long { r#"<div class="table-scroll is-long""# } else { r#"<div class="table-scroll""# });
    out.push_str(r#" role="group" tabindex="0""#);
    push_attribute(&mut out, "aria-labelledby", &table.id);
    out.push_str("><table");
    let classes = [(table.sortable, "sortable"), (table.filterable, "filterable"), (table.narrow, "narrow")];
    let classes: Vec<&str> = classes.into_iter().filter(|(wanted, _)| *wanted).map(|(_, class)| class).collect();
    if !classes.is_empty() {
        push_attribute(&mut out, "class", &classes.join(" "));
    }
    out.push('>');
    push_caption(&mut out, table);
    push_head(&mut out, table);
    let painter = Painter { table, drawn };
    let (bodies, foot) = split_foot(&table.groups);
    for group in bodies {
        painter.push_body(&mut out, group);
    }
    if let Some(foot) = foot {
        out.push_str("<tfoot>");
        for row in &foot.rows {
            painter.push_row(&mut out, row, false);
        }
        out.push_str("</tfoot>");
    }
    out.push_str("</table></div>");
    out
}

/// A last group of nothing but totals is the foot of the table.
fn split_foot(groups: &[RowGroup]) -> (&[RowGroup], Option<&RowGroup>) {
    match groups.split_last() {
        Some((last, before)) if last.heading.is_empty() && !last.rows.is_empty() && last.rows.iter().all(|row| row.is_total) => {
            (before, Some(last))
        }
        _ => (groups, None),
    }
}

fn push_caption(out: &mut String, table: &Table) {
    out.push_str(if table.caption_hidden { r#"<caption class="visually-hidden""# } else { "<caption" });
    push_attribute(out, "id", &table.id);
    out.push('>');
    push_text(out, &table.caption);
    if !table.note.is_empty() {
        out.push_str(r#" <span class="muted">"#);
        push_text(out, &table.note);
        out.push_str("</span>");
    }
    out.push_str("</caption>\n");
}

fn push_head(out: &mut String, table: &Table) {
    out.push_str("<thead><tr>");
    for column in &table.columns {
        out.push_str(r#"<th scope="col""#);
        match column.kind {
            ColumnKind::Number => out.push_str(r#" class="num""#),
            ColumnKind::Marks => out.push_str(r#" class="marks""#),
            ColumnKind::Auditor => out.push_str(r#" class="auditor""#),
            _ => {}
        }
        match column.kind {
            ColumnKind::Text if table.sortable => out.push_str(r#" data-sort="text""#),
            ColumnKind::Number if table.sortable => out.push_str(r#" data-sort="number""#),
            _ => {}
        }
        if table.filterable && column.filter {
            out.push_str(" data-filter");
        }
        out.push('>');
        push_text(out, &column.label);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>\n");
}

struct Painter<'a> {
    table: &'a Table,
    drawn: &'a [String],
}

impl Painter<'_> {
    fn push_body(&self, out: &mut String, group: &RowGroup) {
        out.push_str("<tbody>");
        if !group.heading.is_empty() {
            out.push_str(r#"<tr class="group"><th scope="rowgroup""#);
            push_attribute(out, "colspan", &self.table.columns.len().to_string());
            out.push('>');
            push_text(out, &group.heading);
            if !group.note.is_empty() {
                out.push_str(r#" <span class="muted">"#);
                push_text(out, &group.note);
                out.push_str("</span>");
            }
            out.push_str("</th></tr>\n");
        }
        for row in &group.rows {
            self.push_row(out, row, row.is_total);
        }
        out.push_str("</tbody>\n");
    }

    fn push_row(&self, out: &mut String, row: &Row, is_total: bool) {
        out.push_str("<tr");
        if !row.id.is_empty() {
            push_attribute(out, "id", &row.id);
        }
        out.push_str(if is_total { r#" class="is-total">"# } else { ">" });
        let plain = Column::default();
        // A cell alone in its row is the head of nothing.
        let has_heads = self.table.columns.len() > 1;
        for (position, cell) in row.cells.iter().enumerate() {
            let column = self.table.columns.get(position).unwrap_or(&plain);
            self.push_cell(out, cell, column.kind, has_heads && position == 0);
        }
        out.push_str("</tr>\n");
    }

    fn push_cell(&self, out: &mut String, cell: &Cell, kind: ColumnKind, heads: bool) {
        out.push_str(if heads { r#"<th scope="row""# } else { "<td" });
        if let Some(class) = class_of(cell, kind) {
            push_attribute(out, "class", class);
        }
        if (self.table.sortable || self.table.filterable)
            && let Some(key) = sort_key(cell, kind)
        {
            push_attribute(out, "data-value", key);
        }
        out.push('>');
        self.push_content(out, cell);
        out.push_str(if heads { "</th>" } else { "</td>" });
    }

    fn push_content(&self, out: &mut String, cell: &Cell) {
        match cell {
            Cell::Empty => {}
            Cell::Absent(word) => push_span(out, "none", word),
            Cell::Text(text) => push_text(out, text),
            Cell::English(text) => push_english(out, text),
            Cell::Spoken(text) => push_spoken(out, text),
            Cell::Code(text) => push_span(out, "id", text),
            Cell::Number { text, flags, .. } => {
                push_text(out, text);
                for flag in flags {
                    out.push_str(r#" <abbr class="flag""#);
                    push_attribute(out, "title", &flag.meaning);
                    out.push('>');
                    push_text(out, flag.letter);
                    out.push_str("</abbr>");
                }
            }
            Cell::Time { iso, label } => {
                out.push_str("<time");
                push_attribute(out, "datetime", iso);
                out.push('>');
                push_text(out, label);
                out.push_str("</time>");
            }
            Cell::Link { href, label, note } => {
                push_link(out, href, label);
                if !note.is_empty() {
                    push_span(out, if reads_as_id(note) { "cell-note id" } else { "cell-note" }, note);
                }
            }
            Cell::Noted { text, note, alert } => push_noted(out, text, note, *alert),
            Cell::Links(links) => {
                for (position, (href, label)) in links.iter().enumerate() {
                    if position > 0 {
                        out.push_str("<br>");
                    }
                    push_link(out, href, label);
                }
            }
            Cell::Status(status) => push_status(out, status),
            Cell::Picture(number) => out.push_str(self.picture(*number)),
            Cell::Icons(numbers) => {
                out.push_str(r#"<span class="icons">"#);
                for number in numbers {
                    out.push_str(self.picture(*number));
                }
                out.push_str("</span>");
            }
            Cell::Marks(_) | Cell::Ticked { .. } | Cell::Stack(_) | Cell::Anchored { .. } | Cell::Messages(_) => {
                self.push_tested(out, cell);
            }
            Cell::Share { percent, text } => {
                out.push_str(r#"<svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="share-track" width="100" height="10"/><rect class="share-fill" height="10""#);
                push_attribute(out, "width", &percent.min(&100).to_string());
                out.push_str("/></svg> ");
                push_span(out, "num", text);
            }
        }
    }

    /// What figures bear beside them, and what results of checks say.
    fn push_tested(&self, out: &mut String, cell: &Cell) {
        match cell {
            Cell::Marks(marks) => push_marks(out, marks),
            Cell::Ticked { figure, marks } => {
                self.push_content(out, figure);
                out.push(' ');
                push_marks(out, marks);
            }
            Cell::Stack(cells) => {
                for cell in cells {
                    out.push_str("<div>");
                    self.push_content(out, cell);
                    out.push_str("</div>");
                }
            }
            Cell::Anchored { id, text } => {
                out.push_str(r#"<span class="id""#);
                push_attribute(out, "id", id);
                out.push('>');
                push_text(out, text);
                out.push_str("</span>");
            }
            Cell::Messages(messages) => {
                for message in messages {
                    out.push_str(r#"<p lang="en">"#);
                    out.push_str(&ticks(message));
                    out.push_str("</p>");
                }
            }
            _ => {}
        }
    }

    fn picture(&self, number: PartNumber) -> &str {
        self.drawn.get(number.index()).map_or("", String::as_str)
    }
}

fn push_span(out: &mut String, class: &str, text: &str) {
    out.push_str("<span");
    push_attribute(out, "class", class);
    out.push('>');
    push_text(out, text);
    out.push_str("</span>");
}

/// The marks of a figure, each a link to the result that gave it.
fn push_marks(out: &mut String, marks: &[TickMark]) {
    out.push_str(r#"<span class="ticks">"#);
    for (position, mark) in marks.iter().enumerate() {
        if position > 0 {
            out.push(' ');
        }
        out.push_str(r#"<a class="tick"#);
        if !mark.class.is_empty() {
            out.push(' ');
            out.push_str(mark.class);
        }
        out.push('"');
        push_attribute(out, "href", &mark.href);
        push_attribute(out, "title", &mark.label);
        out.push('>');
        push_text(out, &mark.letters);
        out.push_str("</a>");
    }
    out.push_str("</span>");
}

fn push_noted(out: &mut String, text: &str, note: &str, alert: bool) {
    push_text(out, text);
    push_span(out, if alert { "cell-note is-alert" } else { "cell-note" }, note);
}

fn push_link(out: &mut String, href: &str, label: &str) {
    if href.is_empty() {
        return push_text(out, label);
    }
    out.push_str("<a");
    push_attribute(out, "href", href);
    out.push('>');
    push_text(out, label);
    out.push_str("</a>");
}

/// Whether a figure gives its key once grouping, unit and the long minus sign are taken off, as the script does.
fn reads_as_key(text: &str, key: &str) -> bool {
    let read = text.chars().map(|letter| if letter == '\u{2212}' { '-' } else { letter });
    read.filter(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '-' | '+' | 'e' | 'E')).eq(key.chars())
}

fn push_status(out: &mut String, status: &StatusWord) {
    out.push_str(r#"<span class="status "#);
    push_text(out, status.class);
    out.push_str(r#"">"#);
    push_text(out, &status.word);
    out.push_str("</span>");
}

/// Whether a note has the form of an id or path and is set as one.
fn reads_as_id(note: &str) -> bool {
    note.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_./:=@".contains(&byte))
}

/// Bytes from which words in a cell are sentences, which need more room in a narrow window than a name does.
const LONG_WORDS: usize = 100;

const fn class_of(cell: &Cell, kind: ColumnKind) -> Option<&'static str> {
    match (kind, cell) {
        (ColumnKind::Number, Cell::Share { .. }) => Some("num nowrap"),
        (ColumnKind::Number, _) => Some("num"),
        (ColumnKind::Picture, Cell::Picture(_)) => Some("picture"),
        (ColumnKind::Icons, _) => Some("mid"),
        (ColumnKind::Marks, _) => Some("marks"),
        (ColumnKind::Auditor, _) => Some("auditor"),
        (_, Cell::Share { .. } | Cell::Number { .. }) => Some("nowrap"),
        (ColumnKind::Text, Cell::Text(text) | Cell::Spoken(text)) if text.len() > LONG_WORDS => Some("wordy"),
        _ => None,
    }
}

fn push_english(out: &mut String, text: &str) {
    out.push_str(r#"<span lang="en">"#);
    push_text(out, text);
    out.push_str("</span>");
}

fn push_spoken(out: &mut String, text: &str) {
    out.push_str(r#"<span lang="en">"#);
    out.push_str(&ticks(text));
    out.push_str("</span>");
}

/// The key of a cell in a column that can be sorted, where its text does not serve.
fn sort_key(cell: &Cell, kind: ColumnKind) -> Option<&str> {
    if !matches!(kind, ColumnKind::Text | ColumnKind::Number) {
        return None;
    }
    match cell {
        Cell::Empty | Cell::Absent(_) | Cell::Picture(_) | Cell::Icons(_) | Cell::Marks(_) | Cell::Messages(_) | Cell::Stack(_) => Some(""),
        Cell::Ticked { figure, .. } => Some(ticked_key(figure)),
        Cell::Number { text, key, flags } => (!flags.is_empty() || !reads_as_key(text, key)).then_some(key),
        Cell::Time { iso, .. } => Some(iso),
        Cell::Link { label, note, .. } if !note.is_empty() => Some(label),
        Cell::Links(links) => Some(links.first().map_or("", |(_, label)| label)),
        Cell::Noted { text, .. } | Cell::Share { text, .. } => Some(text),
        Cell::Text(_)
        | Cell::English(_)
        | Cell::Spoken(_)
        | Cell::Code(_)
        | Cell::Anchored { .. }
        | Cell::Link { .. }
        | Cell::Status(_) => None,
    }
}

/// The key of a figure with marks behind it, whose text does not serve.
fn ticked_key(figure: &Cell) -> &str {
    match figure {
        Cell::Number { key, .. } => key,
        Cell::Link { label, .. } => label,
        Cell::Text(text) => text,
        Cell::Status(status) => &status.word,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::view::{Flag, StatusWord};

    const HOSTILE: &str = "<script>\"'&";
    const SAFE: &str = "&lt;script&gt;&quot;&#39;&amp;";

    fn row(cells: Vec<Cell>) -> Row {
        Row { cells, ..Row::default() }
    }

    fn group(rows: Vec<Row>) -> RowGroup {
        RowGroup { rows, ..RowGroup::default() }
    }

    fn table(columns: &[(&str, ColumnKind)], groups: Vec<RowGroup>) -> Table {
        let columns = columns.iter().map(|(label, kind)| Column::new(*label, *kind)).collect();
        Table { id: "cap".to_owned(), caption: "Periods".to_owned(), sortable: true, columns, groups, ..Table::default() }
    }

    /// The markup of one cell beside the head of its row.
    fn cell(kind: ColumnKind, cell: Cell) -> String {
        let html =
            draw(&table(&[("a", ColumnKind::Text), ("b", kind)], vec![group(vec![row(vec![Cell::Text("x".to_owned()), cell])])]), &[]);
        let start = html.find("<td").expect("a cell");
        html[start..html.find("</tr>\n</tbody>").expect("an end")].to_owned()
    }

    #[test]
    fn a_table_is_a_named_region_with_a_caption_and_scoped_heads() {
        let rows = vec![row(vec![Cell::Time { iso: "2019-03".to_owned(), label: "Mar 2019".to_owned() }, Cell::number("86.60", "86.60")])];
        let drawn = draw(&table(&[("Period", ColumnKind::Text), ("Value", ColumnKind::Number)], vec![group(rows)]), &[]);
        assert_eq!(
            drawn,
            "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"cap\"><table class=\"sortable\"><caption id=\"cap\">Periods</caption>\n\
             <thead><tr><th scope=\"col\" data-sort=\"text\">Period</th><th scope=\"col\" class=\"num\" data-sort=\"number\">Value</th></tr></thead>\n\
             <tbody><tr><th scope=\"row\" data-value=\"2019-03\"><time datetime=\"2019-03\">Mar 2019</time></th><td class=\"num\">86.60</td></tr>\n</tbody>\n</table></div>"
        );
    }

    #[test]
    fn a_table_that_can_be_filtered_says_which_columns_offer_their_values() {
        let columns = vec![Column::new("Action", ColumnKind::Text), Column::new("State", ColumnKind::Text).filtered()];
        let filterable = Table { columns, filterable: true, narrow: true, ..Table::default() };
        let drawn = draw(&filterable, &[]);
        assert!(drawn.contains(r#"<table class="filterable narrow">"#), "{drawn}");
        assert!(drawn.contains(r#"<th scope="col">Action</th><th scope="col" data-filter>State</th>"#), "{drawn}");
        let plain = draw(&Table { filterable: false, ..filterable }, &[]);
        assert!(plain.contains(r#"<th scope="col">State</th>"#), "{plain}");
    }

    #[test]
    fn a_figure_says_its_key_where_its_text_does_not() {
        assert_eq!(cell(ColumnKind::Number, Cell::number("−1,877,191 %", "-1877191")), "<td class=\"num\">−1,877,191 %</td>");
        assert_eq!(
            cell(ColumnKind::Number, Cell::number("1.2 million", "1234567")),
            "<td class=\"num\" data-value=\"1234567\">1.2 million</td>"
        );
        let flags = vec![Flag { letter: "p", meaning: "provisional".to_owned() }];
        let flagged = Cell::Number { text: "5".to_owned(), key: "5".to_owned(), flags };
        assert_eq!(
            cell(ColumnKind::Number, flagged),
            "<td class=\"num\" data-value=\"5\">5 <abbr class=\"flag\" title=\"provisional\">p</abbr></td>"
        );
    }

    #[test]
    fn a_remark_that_asks_for_attention_is_marked() {
        let noted = |alert| Cell::Noted { text: "12".to_owned(), note: "not declared".to_owned(), alert };
        assert_eq!(
            cell(ColumnKind::Text, noted(true)),
            "<td data-value=\"12\">12<span class=\"cell-note is-alert\">not declared</span></td>"
        );
        assert!(cell(ColumnKind::Text, noted(false)).contains("class=\"cell-note\""));
    }

    #[test]
    fn what_is_missing_has_an_empty_key() {
        assert_eq!(
            cell(ColumnKind::Number, Cell::Absent("none".to_owned())),
            "<td class=\"num\" data-value=\"\"><span class=\"none\">none</span></td>"
        );
        assert_eq!(cell(ColumnKind::Number, Cell::Empty), "<td class=\"num\" data-value=\"\"></td>");
    }

    #[test]
    fn a_last_group_of_totals_is_the_foot() {
        let total = Row { is_total: true, ..row(vec![Cell::Text("Total".to_owned())]) };
        let inner = group(vec![row(vec![Cell::Text("a".to_owned())]), total.clone()]);
        let columns = [("a", ColumnKind::Text), ("b", ColumnKind::Number)];
        let drawn = draw(&table(&columns, vec![inner, group(vec![total])]), &[]);
        assert!(drawn.contains("<tr class=\"is-total\"><th scope=\"row\">Total</th></tr>\n</tbody>"), "{drawn}");
        assert!(drawn.contains("<tfoot><tr><th scope=\"row\">Total</th></tr>\n</tfoot>"), "{drawn}");
    }

    #[test]
    fn a_group_is_headed_over_all_columns() {
        let heading = RowGroup { heading: "Demand".to_owned(), note: "2 metrics".to_owned(), rows: Vec::new() };
        let drawn = draw(&table(&[("a", ColumnKind::Text), ("b", ColumnKind::Text)], vec![heading]), &[]);
        assert!(
            drawn.contains(
                "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">Demand <span class=\"muted\">2 metrics</span></th></tr>"
            ),
            "{drawn}"
        );
    }

    #[test]
    fn a_share_is_never_wider_than_its_track() {
        assert!(
            cell(ColumnKind::Number, Cell::Share { percent: 250, text: "250 %".to_owned() })
                .contains("class=\"share-fill\" height=\"10\" width=\"100\"")
        );
    }

    #[test]
    fn no_text_of_a_cell_becomes_markup() {
        let text = || HOSTILE.to_owned();
        let cells = [
            Cell::Absent(text()),
            Cell::Text(text()),
            Cell::Code(text()),
            Cell::number(HOSTILE, HOSTILE),
            Cell::Time { iso: text(), label: text() },
            Cell::Link { href: text(), label: text(), note: text() },
            Cell::Links(vec![(text(), text())]),
            Cell::Noted { text: text(), note: text(), alert: true },
            Cell::Status(StatusWord { class: "is-meets", word: text() }),
            Cell::Share { percent: 1, text: text() },
        ];
        for one in cells {
            let drawn = cell(ColumnKind::Text, one);
            assert!(drawn.contains(SAFE) && !drawn.contains("<script") && !drawn.contains("\"'"), "{drawn}");
        }
        let hostile = Table {
            id: text(),
            caption: text(),
            note: text(),
            ..table(
                &[(HOSTILE, ColumnKind::Text)],
                vec![RowGroup { heading: text(), note: text(), rows: vec![Row { id: text(), ..Row::default() }] }],
            )
        };
        let drawn = draw(&hostile, &[]);
        assert!(!drawn.contains("<script") && !drawn.contains("\"'"), "{drawn}");
    }
}
