//! Process-behaviour charts: which variation is noise, and which has a special cause.
//!
//! The XmR chart of NHS Making Data Count: limits from the moving ranges of the points themselves, four rules, two
//! icons. Points are values in order of time, with gaps where a value is missing or suspended; nothing here knows
//! periods, units or metrics. The same points and options give the same bits on every machine, because only the four
//! operations and the square root are used. Every option that changes an answer can be printed.

mod chart;
mod icon;
mod latest;
mod limits;
mod options;
mod p_limits;
mod signal;

pub use chart::{Chart, Phase, analyse};
pub use icon::{Assurance, Variation, assurance, variation};
pub use latest::{Latest, Showing, describe_latest};
pub use limits::{Limits, TRIAL_POINTS};
pub use options::Options;
pub use p_limits::{ProportionLimits, p_limits};
pub use signal::{Rule, Side, Signal};
