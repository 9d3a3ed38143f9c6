//! Numbers as auditors need them: figures exactly as written, and quotients exactly as computed.
//!
//! [`Decimal`] is what a person typed or a page prints; [`Exact`] is what arithmetic on such numbers gives. A value
//! is rounded once, at [`Exact::round`], and never on the way there. Nothing here knows what a figure measures.

mod decimal;
mod error;
mod exact;
mod rounding;

pub use decimal::Decimal;
pub use error::NumberError;
pub use exact::Exact;
pub use rounding::Rounding;
