### What surrounds every page.

skip-to-content = Skip to content
demonstration-data = Demonstration data
demonstration-note = figures and records are made up and describe no real organisation.

frame-as-of = As of
frame-theme = Theme
frame-theme-system = System
frame-theme-light = Light
frame-theme-dark = Dark
frame-theme-contrast = High contrast
frame-report = Report
frame-breadcrumb = Breadcrumb
frame-organisation = Organisation
frame-commit = Commit
frame-source = Source
frame-made-with = Made with
frame-contents = On this page
frame-permalink = Link to this section
frame-formula = Formula
frame-help = Help

## Words beside prose that people wrote.
prose-table = Table { $number } in the text
prose-task-done = done
prose-task-open = to do

## What the results of a search are.
search-list = list
search-page = page
search-register = register
search-scorecard-period = scorecard in a period
search-segment = metric by segment
search-segment-title = { $metric } by { $segment }

## What the scripts say; `%n%` and the like are filled by them.
interface-search = Search
interface-search-loading = Loading the index of the search.
interface-search-failed = The index of the search cannot be read. It stands in data/search-index.js.
interface-results-one = %n% result
interface-results-other = %n% results
interface-results-most-other = %n% results, the best %shown% shown
interface-filter = Filter
interface-filter-table = Filter: %table%
interface-filter-is = %name%: %value%
interface-group = Group
interface-all = All
interface-none = (none)
interface-clear = Clear filter
interface-shown-other = %n% of %all% shown
interface-sorted-up = Sorted by %column%, ascending
interface-sorted-down = Sorted by %column%, descending
