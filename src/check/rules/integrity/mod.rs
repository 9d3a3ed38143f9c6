//! Whether a finished report is still what was made and signed.
//!
//! A report cannot see itself: its list of files, its signatures and its times come after its last page. So nothing here tests anything; each check says
//! what `tickmark verify` tests in the report as somebody was handed it, and that the report itself could not.

pub(in crate::check) mod i01_file_list_differs;
pub(in crate::check) mod i02_signature_not_trusted;
pub(in crate::check) mod i03_chain_broken;
pub(in crate::check) mod i04_source_not_recorded;
pub(in crate::check) mod i05_rebuild_differs;
pub(in crate::check) mod i06_time_not_trusted;
pub(in crate::check) mod i07_network_needed;
pub(in crate::check) mod i08_figure_without_row;
