### What surrounds every page.

skip-to-content = Skip to content
demonstration-data = Demonstration data
demonstration-note = figures and records are made up and describe no real organisation.
