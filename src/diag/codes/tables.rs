//! The codes of tables of results: R40 to R47.

codes! {
    /// A table has a row with another number of cells than its header, or cannot be read.
    ///
    /// # What it does
    ///
    /// Reports rows with too few or too many cells, quotes that stay open or have text behind them, line breaks inside a cell, and
    /// cells separated by semicolons, tabs or bars. Where a table has more mistakes than are told one by one, this code counts the
    /// others.
    ///
    /// # Why it matters to an auditor
    ///
    /// A comma too many moves every figure behind it into the next column. The row would still look like numbers, and be wrong.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,site,numerator
    /// 2026-01,north,1,234
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,site,numerator
    /// 2026-01,north,1234
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read. Of one table 20 mistakes are told one by one; those beyond are counted.
    CSV_SHAPE "R40" "csv-shape";
    /// A table has a column that is unknown, repeated or missing.
    ///
    /// # What it does
    ///
    /// Compares the header with the columns that the metric can have: those that every table may have, its terms, its segments and
    /// `excluded:` with each of its exclusions. There has to be a column `period` and one of numbers; headings are exact, with regard
    /// to case.
    ///
    /// # Why it matters to an auditor
    ///
    /// A count of what was left out is only evidence when it belongs to a declared exclusion. A column that nothing reads hides it.
    ///
    /// # Example
    ///
    /// ```csv
    /// month,site,nominator,denominator
    /// 2026-01,north,180,200
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,site,numerator,denominator
    /// 2026-01,north,180,200
    /// ```
    ///
    /// Otherwise declare the column as a term, segment or exclusion of the metric.
    ///
    /// # Configuration
    ///
    /// A table has at most 1,000 columns. The finding cannot be set aside or given another level, because nothing can be said of
    /// numbers whose meaning is not declared.
    CSV_COLUMN "R41" "csv-column";
    /// A cell that needs a number holds something else.
    ///
    /// # What it does
    ///
    /// Reads each number digit by digit: a minus sign and one decimal point may stand in it; separators, signs of units, exponents and
    /// blanks may not. Counts are whole numbers from 0 up. An empty cell is no mistake.
    ///
    /// # Why it matters to an auditor
    ///
    /// `1,234` is a thousand to some and a little more than one to others. Numbers are kept exactly as written, so that nothing is lost
    /// between the source and the page.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,numerator,denominator,value
    /// 2026-01,352,"1,234",88 %
    /// 2026-02,n/a,400,
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,numerator,denominator,value,status
    /// 2026-01,352,1234,28.5,
    /// 2026-02,,400,,M
    /// ```
    ///
    /// # Configuration
    ///
    /// A number has at most 28 digits. The finding cannot be set aside or given another level, because nothing can be computed from
    /// what is no number.
    CSV_NUMBER "R42" "csv-number";
    /// A period is not one, or does not fit the metric's frequency.
    ///
    /// # What it does
    ///
    /// Reads the column `period` by its grammar, asks whether the month, week or day exists, and compares its length with the
    /// `frequency` of the metric.
    ///
    /// # Why it matters to an auditor
    ///
    /// A quarter among months counts three months twice. A week 53 that the year does not have is a slip that nobody sees in a chart.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,numerator
    /// 2026-Q1,205
    /// 2026-13,198
    /// Jan 2026,201
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,numerator
    /// 2026-01,205
    /// 2026-02,198
    /// 2026-03,201
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read. The length that is expected is the `frequency` of the metric.
    CSV_PERIOD "R43" "csv-period";
    /// A segment code is not declared.
    ///
    /// # What it does
    ///
    /// Compares each cell in the column of a segment with the codes in the segment's record, with regard to case. An empty cell stands
    /// for all of the segment.
    ///
    /// # Why it matters to an auditor
    ///
    /// Figures under a code that nobody declared are in no breakdown and make the parts differ from the whole.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,site,numerator
    /// 2026-01,North,180
    /// 2026-01,east,20
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,site,numerator
    /// 2026-01,north,180
    /// 2026-01,west,20
    /// ```
    ///
    /// A code that is really new is added to the record of the segment.
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    CSV_SEGMENT_CODE "R44" "csv-segment-code";
    /// Two rows of a release are for one period and cell.
    ///
    /// # What it does
    ///
    /// Compares the rows of a metric in one release by their period and the codes of their segments, and names the line of the first.
    ///
    /// # Why it matters to an auditor
    ///
    /// Of two figures for the same thing the reader would have to choose one. Which figure was published has to be plain.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,site,numerator
    /// 2026-01,north,180
    /// 2026-01,north,182
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,site,numerator
    /// 2026-01,north,182
    /// ```
    ///
    /// A corrected figure goes into a later release, so that both stay on record.
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    CSV_DUPLICATE_ROW "R45" "csv-duplicate-row";
    /// A status is not one, or lacks the comment it needs.
    ///
    /// # What it does
    ///
    /// Compares `status` with the codes of the SDMX list `CL_OBS_STATUS` and `conf` with those of `CL_CONF_STATUS`, in capital letters.
    /// The statuses `B`, `D`, `E`, `I`, `S` and `U` need a text in the column `comment`.
    ///
    /// # Why it matters to an auditor
    ///
    /// An estimate or a break in the series may be right, but only with its reason beside it can somebody judge whether it is.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,numerator,status,comment
    /// 2026-02,352,B,
    /// 2026-03,360,a,
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,numerator,status,comment
    /// 2026-02,352,B,New telephone system from 2 February
    /// 2026-03,360,A,
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    CSV_STATUS "R46" "csv-status";
    /// A result file is named after no metric.
    ///
    /// # What it does
    ///
    /// Compares the name of each table in a release with the ids of the metrics, and names the nearest one where it may be a slip.
    ///
    /// # Why it matters to an auditor
    ///
    /// Figures without a definition are numbers of which nobody can say what they count.
    ///
    /// # Example
    ///
    /// No metric has the id `answered-in-tme`:
    ///
    /// ```text
    /// metrics/snapshots/2026-03/answered-in-tme.csv
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// metrics/snapshots/2026-03/answered-in-time.csv
    /// ```
    ///
    /// Or define the metric in `metrics/definitions/`. A retired metric keeps its definition, so that its results can still be read.
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    RELEASE_METRIC "R47" "release-metric";
}
