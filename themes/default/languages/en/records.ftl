### Pages of records, and registers.

record-type-of = Type of { $kind }
record-page-title = { $title } ({ $kind } { $id })
