//! Sheets become the bytes of a workbook: the one file that knows how a workbook is written.
//!
//! No time, no name of a person or machine gets into them. Every text is written as text.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError};
use thiserror::Error;

use super::sheet::{Cell, Held, Look, Sheet, Value};

/// The longest text that a cell takes.
const LONGEST_TEXT: usize = 32_767;

/// Height of a line of text, in points.
const LINE_HEIGHT: f64 = 15.0;

/// The most lines of text that a row shows; it may be 409 points high.
const MOST_LINES: u32 = 27;

/// A workbook that could not be written.
#[derive(Debug, Error)]
#[error("the workbook cannot be written: {0}")]
pub struct WorkbookError(#[from] XlsxError);

/// Writes a workbook.
pub(super) fn write(title: &str, sheets: &[Sheet]) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    // A fixed day, so that the same figures are the same bytes.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(clean(title)).set_creation_datetime(&day));
    for sheet in sheets {
        fill(workbook.add_worksheet(), sheet)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    for (column, width) in (0_u16..).zip(&sheet.widths) {
        worksheet.set_column_width(column, f64::from(*width))?;
    }
    let (lines, columns) = sheet.kept;
    worksheet.set_freeze_panes(lines, columns)?;
    if let Some(head) = sheet.lines.first().filter(|head| lines == 1 && !head.is_empty() && sheet.lines.len() > 1) {
        let (last_line, last_column) = (u32::try_from(sheet.lines.len() - 1), u16::try_from(head.len() - 1));
        worksheet.autofilter(0, 0, last_line.unwrap_or(u32::MAX), last_column.unwrap_or(u16::MAX))?;
        worksheet.set_repeat_rows(0, 0)?;
    }
    worksheet.set_landscape();
    worksheet.set_print_fit_to_pages(1, 0);
    let mut formats = BTreeMap::new();
    for (line, cells) in (0_u32..).zip(&sheet.lines) {
        let height = cells.iter().zip(&sheet.widths).map(|(cell, width)| text_lines(cell, *width)).max().unwrap_or(1);
        if height > 1 {
            worksheet.set_row_height(line, LINE_HEIGHT * f64::from(height))?;
        }
        for (column, cell) in (0_u16..).zip(cells) {
            put(worksheet, (line, column), cell, &mut formats)?;
        }
    }
    Ok(())
}

/// How many lines a text takes that is broken at the width of its column, in characters.
fn text_lines(cell: &Cell, width: u16) -> u32 {
    let (Held::Text(text), Look::Wrapped | Look::Head | Look::Label) = (&cell.held, cell.look) else {
        return 1;
    };
    // Words break before the edge, and broad letters take more than their share.
    let room = usize::from(width).saturating_sub(usize::from(width) / 10).max(1);
    let count: usize = text.trim_end().lines().map(|line| line.chars().count().div_ceil(room).max(1)).sum();
    u32::try_from(count).unwrap_or(u32::MAX).clamp(1, MOST_LINES)
}

fn put(worksheet: &mut Worksheet, at: (u32, u16), cell: &Cell, formats: &mut BTreeMap<Look, Format>) -> Result<(), XlsxError> {
    let (line, column) = at;
    // Most cells are plain; a format costs time for each cell.
    let format = (cell.look != Look::Plain).then(|| &*formats.entry(cell.look).or_insert_with(|| format(cell.look)));
    match (&cell.held, format) {
        (Held::Nothing, _) => {}
        (Held::Text(text), _) if text.is_empty() => {}
        (Held::Text(text), format) => {
            let text = clean(text);
            // The mark of a text that looks like a formula keeps it one when somebody edits the cell.
            if text.starts_with(['=', '+', '-', '@']) {
                let marked = format.cloned().unwrap_or_default().set_quote_prefix();
                worksheet.write_string_with_format(line, column, text, &marked)?;
            } else if let Some(format) = format {
                worksheet.write_string_with_format(line, column, text, format)?;
            } else {
                worksheet.write_string(line, column, text)?;
            }
        }
        (Held::Number(number), Some(format)) => {
            worksheet.write_number_with_format(line, column, *number, format)?;
        }
        (Held::Number(number), None) => {
            worksheet.write_number(line, column, *number)?;
        }
        (Held::Formula(text, value), format) => {
            let formula = Formula::new(text).set_result(result(value));
            match format {
                Some(format) => worksheet.write_formula_with_format(line, column, formula, format)?,
                None => worksheet.write_formula(line, column, formula)?,
            };
        }
    }
    Ok(())
}

/// What is shown until the spreadsheet has calculated.
fn result(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Text(text) => clean(text),
        Value::Truth(true) => "TRUE".to_owned(),
        Value::Truth(false) => "FALSE".to_owned(),
    }
}

fn format(look: Look) -> Format {
    let format = Format::new();
    match look {
        Look::Plain => format,
        Look::Head => format.set_bold().set_text_wrap().set_align(FormatAlign::Top).set_background_color(Color::RGB(0x00E6_ECF2)),
        Look::Label => format.set_bold().set_text_wrap().set_align(FormatAlign::Top),
        Look::Wrapped => format.set_text_wrap().set_align(FormatAlign::Top),
        Look::Day => format.set_num_format("yyyy-mm-dd"),
        Look::Places(0) => format.set_num_format("#,##0"),
        Look::Places(places) => format.set_num_format(format!("#,##0.{}", "0".repeat(places as usize))),
        Look::Count => format.set_num_format("#,##0").set_align(FormatAlign::Left),
        Look::Verdict => format.set_bold(),
    }
}

/// A text as a cell takes it: without letters that the format forbids, and not too long.
fn clean(text: &str) -> String {
    text.chars().filter(|letter| !matches!(letter, '\u{fffe}' | '\u{ffff}')).take(LONGEST_TEXT).collect()
}
