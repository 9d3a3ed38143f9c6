### Names of kinds, fields and coded words, where they differ from what is written in records.

## The page of what was found in the files is called `Findings` as well.
kinds-finding = Audit findings

## Titles of fields whose name is no good title once its underscores are spaces.
field-agreed-at = Agreed on
field-at = On
field-basis-ref = Grounds for the level
field-dpia = Data protection impact assessment
field-effective-from = In force from
field-emails = E-mail addresses
field-key-fields = Fields that identify a record
field-key-map = How records are matched
field-latency-sla = Agreed latency
field-min-coverage = Least coverage
field-min-n = Fewest observations
field-n = Observations
field-nonresponse-analysis = Non-response analysis
field-null-rule = Rule for missing values
field-plan-ref = Plan
field-planned-n = Planned observations
field-post-review = Review afterwards
field-recurrence-of = Earlier analysis of the same
field-register-ref = Place in the risk register
field-sha256 = SHA-256
field-spc = Process-behaviour chart
field-sync = How the clock is kept right
field-tz-conversion = Conversion between time zones
field-warn-level = Warning level
field-zone = Time zone
field-code-in-quotes = Theme

## Coded words whose dashes do not simply become spaces.
code-5-whys = five whys
code-ab = A/B test
code-before-after = before and after
code-pareto = Pareto analysis
