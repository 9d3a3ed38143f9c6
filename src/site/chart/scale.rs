//! What a picture must know to lay out its own axis.

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
