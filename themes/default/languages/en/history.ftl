### The past of records: commits, versions, what changed since the last report.

## How a history is told.

history-title = History of { $title }
history-page-title = History: { $title } ({ $id })
history-page-title-part = History: { $title } ({ $id }), part { $part } of { $parts }
history-heading = History
history-whole = Whole history
history-log = What was in force here
history-end = Where the history ends
history-superseded = Before it: { $title }
history-goes-on = This record took the place of another, whose history comes before this one.
history-mode = First-parent history: what was in force here, and since when; the newest entry comes first. Where a merge brought something in, it unfolds to the commits on the side branch that touched this record: who wrote it. Entries stand in the order in which they follow each other, not by their dates; both dates are shown.
history-mode-short = First-parent history: what was in force here, and since when; the newest entry comes first.
history-entries = { $count ->
    [one] One entry
   *[other] { $count } entries
}
history-parts = Parts of the history
history-part = Part { $part }
history-earlier = { $count ->
    [one] One earlier entry
   *[other] { $count } earlier entries
}
history-only-commit = The commit that wrote it
history-gone = This record has been removed. Its history stays.
history-none = No history is available: the project is in no git repository, or has no commit yet. Earlier versions, authors and signatures cannot be shown.
history-truncated = The history is truncated here: the report was built from a shallow clone. What was committed earlier, and the beginning of the record, are not known; `git fetch --unshallow` brings them.

## A commit.

history-author = Author
history-committer = Committer
history-commit = Commit
history-subject = Subject
history-day = Date
history-signature = Signature
history-no-subject = (no message)
history-uncommitted = Changes that are not committed yet
history-merge = merge
history-in-merge = edited in the merge itself
history-removed = removed
history-moved = Moved
history-side = { $count ->
    [one] One commit brought in by the merge
   *[other] { $count } commits brought in by the merge
}
history-version = Version
history-passage = { $before } → { $after }
history-class = Class
history-class-lowered = { $class } by its fields; lowered by the record of the change
history-agreed-by = Agreed by
history-agreement-complete = agreement complete
history-approval = { $role }, { $date }
history-nothing-meant = Nothing that means anything changed: only spelling, order or comments.
history-unreadable = The file at this commit is no record as this version of the program reads them, so its fields cannot be compared.
history-missing = Git does not have the bytes of this file, so its fields cannot be compared.

## Signatures.

history-signature-none = unsigned
history-signature-good = good signature
history-signature-unknown-key = signed, key unknown
history-signature-not-then = signed, key not valid then
history-signature-forge = signed by the forge
history-signature-bad = bad signature
history-signature-unchecked = could not be checked
history-signed-by = by { $who }
history-signed-by-forge = with the key of { $forge } itself, which says nothing of the author

## Edits.

history-before = Before
history-after = After
history-record-added = Record added
history-record-removed = Record removed
history-record-whole = Record as a whole

## Versions.

history-versions = Versions
history-in-force = In force
history-digest = Digest
history-since-day = since { $from }
history-upcoming = from { $from }: upcoming
history-never-in-force = never: the next version came into force on the same day
history-version-title = { $title }, version { $version }
history-version-page-title = { $title }, version { $version } ({ $id })
history-normative-digest = Normative digest
history-normative-digest-note = SHA-256 of the fields that decide the figure or its judgement, in canonical form
history-file-digest = File digest
history-file-digest-note = SHA-256 of the file
history-not-yet = This version is not in force yet: it will be from { $date }.
history-not-yet-here = This page shows version { $version }, which is not in force yet: it will be from { $date }.
history-no-longer = This version is no longer in force.
history-current = Version { $version } is in force
history-changed = What changed from the version before
history-without-change = No change record speaks for this version.
history-written-by = Commits that wrote it
history-figures = Figures that it governs
history-governs = { $count ->
    [one] It governs the figure of one period: { $from }.
   *[other] It governs the figures of { $count } periods, from { $from } to { $to }.
}
history-governs-none = No published figure is governed by it.
history-to-figures = Figures by period

history-break = Break: version { $version } holds from { $date }; figures before and after cannot be compared

## The register of changes.

history-record = Record
history-agreement = Agreement
history-not-committed = not committed
history-steps = Changes as the history shows them
history-steps-lede = Each commit that changed what a record means, with the class that follows from its fields beside the class that the record of the change declares.
history-steps-caption = Commits for which a change speaks
history-class-computed = Class by its fields
history-class-declared = Declared class
history-understated = lower than its fields say
history-alone = Changes without a change record
history-alone-lede = Commits that changed what a record means, and for which no record of a change speaks.
history-alone-caption = Commits for which no change speaks
history-alone-before = { $count ->
    [one] One earlier one, from before the day on which changes begin to count, is left out.
   *[other] { $count } earlier ones, from before the day on which changes begin to count, are left out.
}
history-removed-title = Removed records
history-removed-lede = These records are gone from the project. Their histories stay.
history-removed-caption = Removed records
history-removed-on = Removed on

## What changed since the last report.

since-title = What changed since the last report
since-day = Compared with { $date }, which the settings name as the last report.
since-commit = Compared with commit { $commit } of { $date }, which the settings name as the last report.
since-period = Compared with the end of the period before: { $period }, up to and with { $date }.
since-definitions = { $count ->
    [one] definition new, changed or removed
   *[other] definitions new, changed or removed
}
since-others = { $count ->
    [one] other record new, changed or removed
   *[other] other records new, changed or removed
}
since-releases = { $count ->
    [one] release added
   *[other] releases added
}
since-figures = { $count ->
    [one] figure restated
   *[other] figures restated
}
since-what = What
since-caption = Records that changed, the weightiest first
since-more = { $count ->
    [one] One more record changed; its own page says how.
   *[other] { $count } more records changed; their own pages say how.
}
since-added = added
since-removed = removed
since-unknown = changed; its earlier text could not be read
since-edits = { $count ->
    [one] one edit
   *[other] { $count } edits
}
since-all-changes = All changes
