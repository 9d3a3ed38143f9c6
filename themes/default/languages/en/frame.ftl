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
