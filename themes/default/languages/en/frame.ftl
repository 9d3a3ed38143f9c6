### What surrounds every page.

skip-to-content = Skip to content
demonstration-data = Demonstration data
demonstration-note = figures and records are made up and describe no real organisation.

## Words beside prose that people wrote.
prose-table = Table { $number } in the text
prose-task-done = done
prose-task-open = to do
