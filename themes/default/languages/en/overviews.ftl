### The pages that show many records at once.

overviews-title = Overviews
overviews-beside = Pages beside this one
overviews-strategy = objectives, and what helps to reach what
overviews-drivers = which metrics move which
overviews-variants = local variants beside their base
overviews-promises-title = Promises
overviews-promises = each promise against its measure
overviews-targets-title = Targets
overviews-targets = where they were met, by metric and period
overviews-ownership = who answers for what, and what is missing
overviews-actions-title = Actions
overviews-actions = how they age, and whether they worked
overviews-reviews-title = Reviews
overviews-reviews = held and missed, and the agenda of the next
overviews-whole = everything on one page, to print or to search
overviews-digest = on one sheet
