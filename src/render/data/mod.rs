//! The data files of a report: every table as text that other programs read.

mod checks;
mod csv_line;
mod figures;
mod metric_csv;
mod record_json;
mod search_index;

pub use checks::write_checks;
pub use csv_line::{harmless, push_line};
pub use figures::write_figures;
pub use metric_csv::metric_csv;
pub use record_json::record_json;
pub use search_index::search_index;
