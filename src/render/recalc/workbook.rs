//! Sheets become the bytes of a workbook.
//!
//! No time, no name of a person or machine gets into them. Every text is written as text.

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError};
use thiserror::Error;

use super::sheet::{Cell, Held, Look, Sheet, Value};

/// The longest text that a cell takes.
const LONGEST_TEXT: usize = 32_767;

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
    }
    worksheet.set_landscape();
    worksheet.set_print_fit_to_pages(1, 0);
    worksheet.set_repeat_rows(0, lines.saturating_sub(1))?;
    for (line, cells) in (0_u32..).zip(&sheet.lines) {
        for (column, cell) in (0_u16..).zip(cells) {
            put(worksheet, line, column, cell)?;
        }
    }
    Ok(())
}

fn put(worksheet: &mut Worksheet, line: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    let format = format(cell.look);
    match &cell.held {
        Held::Nothing => {}
        Held::Text(text) => {
            let text = clean(text);
            // The mark of a text that looks like a formula keeps it one when somebody edits the cell.
            let format = if text.starts_with(['=', '+', '-', '@']) { format.set_quote_prefix() } else { format };
            worksheet.write_string_with_format(line, column, text, &format)?;
        }
        Held::Number(number) => {
            worksheet.write_number_with_format(line, column, *number, &format)?;
        }
        Held::Formula(text, value) => {
            let result = match value {
                Value::Number(number) => number.to_string(),
                Value::Text(text) => clean(text),
                Value::Truth(true) => "TRUE".to_owned(),
                Value::Truth(false) => "FALSE".to_owned(),
            };
            worksheet.write_formula_with_format(line, column, Formula::new(text).set_result(result), &format)?;
        }
    }
    Ok(())
}

fn format(look: Look) -> Format {
    let format = Format::new();
    match look {
        Look::Plain => format,
        Look::Head => format.set_bold().set_text_wrap().set_align(FormatAlign::Top).set_background_color(Color::RGB(0x00E6_ECF2)),
        Look::Label => format.set_bold().set_align(FormatAlign::Top),
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
