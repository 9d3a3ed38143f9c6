//! The figures of a published report, read from its `figures.csv` while its digest is taken.

use std::io::{self, BufRead, BufReader, Read, Write};

use crate::check::PublishedFigures;
use crate::model::{Decimal, Period};
use crate::seal::{Hashing, Sha256Digest, take_cells};

/// The columns that are read; later versions add some and never rename any.
const COLUMNS: [&str; 5] = ["metric", "segment", "period", "value", "release"];

/// Reads all figures, and gives the digest of every byte that stood there; what is wrong with the file is told beside it.
///
/// Fails when the bytes cannot be read.
pub(super) fn read_figures(source: impl Read) -> io::Result<(Result<PublishedFigures, String>, Sha256Digest)> {
    let mut source = BufReader::new(source);
    let mut hashing = Hashing::new(io::sink());
    let mut reading = Ok(Reading::default());
    let (mut line, mut number) = (Vec::new(), 0_usize);
    loop {
        line.clear();
        if source.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        number += 1;
        hashing.write_all(&line)?;
        // All bytes are digested, whatever is wrong with one of them.
        reading = reading.and_then(|mut reading: Reading| match reading.take(&line) {
            Ok(()) => Ok(reading),
            Err(message) => Err(format!("line {number}: {message}")),
        });
    }
    let figures = reading.and_then(|mut reading| {
        reading.figures.sort().map_err(|error| error.to_string())?;
        Ok(reading.figures)
    });
    Ok((figures, hashing.finish()))
}

/// What was read so far.
#[derive(Default)]
struct Reading {
    /// Where each of the columns stands; nothing before the heading.
    columns: Option<[usize; COLUMNS.len()]>,
    figures: PublishedFigures,
}

impl Reading {
    fn take(&mut self, line: &[u8]) -> Result<(), String> {
        let text = std::str::from_utf8(line).map_err(|_| "it is no text in UTF-8".to_owned())?;
        let mut rest = text.strip_suffix('\n').ok_or("it is cut off")?;
        let cells = take_cells(&mut rest).ok_or("a quotation mark is not closed")?;
        let Some(columns) = &self.columns else {
            let mut columns = [0; COLUMNS.len()];
            for (column, name) in columns.iter_mut().zip(COLUMNS) {
                *column = cells.iter().position(|cell| cell == name).ok_or_else(|| format!("it has no column `{name}`"))?;
            }
            self.columns = Some(columns);
            return Ok(());
        };
        let mut read = [""; COLUMNS.len()];
        for (cell, column) in read.iter_mut().zip(columns) {
            *cell = cells.get(*column).ok_or("it has too few cells")?;
        }
        let [metric, segment, period, value, release] = read;
        let period = Period::parse(period).map_err(|error| error.to_string())?;
        let value = if value.is_empty() { None } else { Some(Decimal::parse(value).map_err(|error| error.to_string())?) };
        self.figures.add(metric, segment, release, period, value);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    const HEAD: &str = "page,metric,period,segment,value,release\n";

    fn read(text: &str) -> Result<PublishedFigures, String> {
        let (figures, digest) = read_figures(text.as_bytes()).expect("bytes in memory");
        assert_eq!(digest, Sha256Digest::of(text.as_bytes()));
        figures
    }

    #[test]
    fn figures_are_read_by_the_names_of_their_columns() {
        let figures =
            read(&format!("{HEAD}x,calls,2026-01,total,82.40,2026-02\nx,calls,2026-02,\"a=b,c\"\"d\",,2026-02\n")).expect("figures");
        let cell = figures.cell("calls", "total").expect("the cell");
        assert_eq!(cell.figures[0].value, Decimal::parse("82.4").ok());
        assert_eq!(figures.cell("calls", "a=b,c\"d").map(|cell| cell.figures[0].value), Some(None));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, expected) in [
            ("page,metric\n", "line 1: it has no column `segment`"),
            (&format!("{HEAD}x,calls\n"), "line 2: it has too few cells"),
            (&format!("{HEAD}x,calls,2026-01,total,1,r"), "line 2: it is cut off"),
            (&format!("{HEAD}x,\"calls,2026-01\n"), "line 2: a quotation mark is not closed"),
        ] {
            assert_eq!(read(text), Err(expected.to_owned()));
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read_figures([HEAD.as_bytes(), &bytes].concat().as_slice());
        }
    }
}
