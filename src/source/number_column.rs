//! One column of numbers, as narrow as its values allow.
//!
//! Most columns hold counts, or values with one number of places. Four bytes for each are enough then; a project of ten
//! thousand metrics has more than ten million such cells.

use crate::model::Decimal;

/// Stands for a missing value in a narrow column.
const MISSING: i32 = i32::MIN;

/// The values of a column, in the order of the rows; exact as written.
#[derive(Clone, Debug)]
pub(super) enum ColumnValues {
    /// Every value is a small integer divided by one power of ten.
    Narrow {
        /// The power of ten; nothing until the first value is known.
        scale: Option<u32>,
        /// The integers.
        mantissas: Vec<i32>,
    },
    /// Any values.
    Wide(Vec<Option<Decimal>>),
}

impl Default for ColumnValues {
    fn default() -> Self {
        Self::Narrow { scale: None, mantissas: Vec::new() }
    }
}

impl ColumnValues {
    /// No values yet, with room for so many.
    pub(super) fn expecting(rows: usize) -> Self {
        Self::Narrow { scale: None, mantissas: Vec::with_capacity(rows) }
    }

    /// Adds the value of the next row.
    pub(super) fn push(&mut self, value: Option<Decimal>) {
        match self {
            Self::Wide(values) => values.push(value),
            Self::Narrow { scale, mantissas } => {
                let Some(number) = value else { return mantissas.push(MISSING) };
                if let Some(mantissa) = narrow(number, *scale) {
                    *scale = Some(number.scale());
                    mantissas.push(mantissa);
                } else {
                    let mut values: Vec<Option<Decimal>> = (0..mantissas.len()).map(|row| self.get(row)).collect();
                    values.push(value);
                    *self = Self::Wide(values);
                }
            }
        }
    }

    /// The value of a row.
    pub(super) fn get(&self, row: usize) -> Option<Decimal> {
        match self {
            Self::Wide(values) => values.get(row).copied().flatten(),
            Self::Narrow { scale, mantissas } => {
                let mantissa = mantissas.get(row).copied().filter(|mantissa| *mantissa != MISSING)?;
                Decimal::from_mantissa(i128::from(mantissa), scale.unwrap_or_default())
            }
        }
    }

    /// Gives back what was reserved beyond need.
    pub(super) fn shrink(&mut self) {
        match self {
            Self::Wide(values) => values.shrink_to_fit(),
            Self::Narrow { mantissas, .. } => mantissas.shrink_to_fit(),
        }
    }
}

/// The integer that stands for a number in a column of one scale, where it is small enough.
fn narrow(number: Decimal, scale: Option<u32>) -> Option<i32> {
    let fits = scale.is_none_or(|scale| scale == number.scale());
    i32::try_from(number.mantissa()).ok().filter(|mantissa| fits && *mantissa != MISSING)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(texts: &[&str]) -> ColumnValues {
        let mut column = ColumnValues::default();
        for text in texts {
            column.push((!text.is_empty()).then(|| Decimal::parse(text).expect("a decimal")));
        }
        column
    }

    fn texts(column: &ColumnValues, rows: usize) -> Vec<String> {
        (0..rows).map(|row| column.get(row).map_or_else(String::new, |value| value.to_string())).collect()
    }

    #[test]
    fn values_come_back_as_they_were_written_whatever_they_are() {
        for written in [
            vec!["1", "", "2000000000", "-5"],
            vec!["82.40", "82.4", "", "0"],
            vec!["", "", "99999999999999999999"],
            vec!["1.5", "2147483648", "-2147483648"],
        ] {
            assert_eq!(texts(&column(&written), written.len()), written);
        }
    }
}
