//! Text becomes the model.
//!
//! Everything here is a function of bytes that somebody else has fetched: no file is opened, no clock is read. A stage
//! looks at all it can and reports every finding; nothing that could not be read is ever skipped in silence.

mod ambiguous;
mod bytes;
mod cells;
mod columns;
mod csv;
mod decode;
mod expression;
mod extract;
mod front_matter;
mod node;
mod number_column;
mod path;
mod project;
mod prose_page;
mod read_before;
mod record;
mod release;
mod results;
mod scalar;
mod settings;
mod table_rows;
mod tables;
mod theme;
mod tree;
mod workspace;
mod yaml;

pub use columns::is_common_column;
pub use csv::{read_columns, read_rows};
pub use expression::{ExpressionError, parse_expression};
pub use extract::ExtractFile;
pub use node::{Entry, Node, NodeValue};
pub(crate) use path::{NamedPart, is_working_file, part_of};
pub use project::{Project, Reading, read_project, read_project_again};
pub use prose_page::{ProsePage, page_schema};
pub use read_before::ReadBefore;
pub use record::{Record, parse_record};
pub use release::{ReleaseRecord, parse_release};
pub use results::{CellTable, NumberColumn, ResultTable, Results, Row};
pub use settings::settings_of;
pub use theme::ThemeFile;
pub use workspace::{EntryKind, ListedEntry, MemoryWorkspace, Stamp, Workspace};
