//! What a picture must know to write the numbers of its own axis.

/// How the numbers of an axis are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberStyle {
    /// Stands between groups of three digits; empty for none.
    pub group: String,
    /// Stands before the decimals.
    pub decimal: String,
}

impl Default for NumberStyle {
    fn default() -> Self {
        Self { group: ",".to_owned(), decimal: ".".to_owned() }
    }
}

/// Values that cannot be passed, such as 0 and 100 for a percentage, in the unit shown.
///
/// They keep the padding of an axis from showing values that cannot occur; a value or limit beyond them is shown all
/// the same.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    /// The least possible value.
    pub floor: Option<f64>,
    /// The greatest possible value.
    pub ceiling: Option<f64>,
}
