### What a report says of its own evidence: which report it is, from what it was made, how to tell that it is this one.

standing = Prepared by the entity. { $checks } checks run, results below. Not independently assured.
identity-signature = Signature
identity-signature-where = beside the report, once it is signed
identity-made-from = Made from
audit-family-integrity = Integrity
audit-index-evidence = Whether it is this report
audit-index-verify = step by step, with programs that come with any system
audit-index-provenance = commit, program, options, exceptions, and every file that was read
audit-index-releases = every release with its extracts and what it revised, and the report before this one
audit-checks-sealed = Checks I01 to I08 look at the finished report with its list of files, its signatures and its trusted time. No page can know these, so here each is “not testable”; “tickmark verify” makes these checks on the report as somebody was handed it. They take no mark from any figure.
audit-check-sealed = This check looks at the finished report. “tickmark verify” makes it on the report as somebody was handed it; the report itself cannot.
audit-basis-file-name = File

## Provenance.
provenance-title = Provenance
provenance-lede = From what, with what and how this report was made. A second person with the same commit, options and program gets the same bytes.
provenance-exceptions = Exceptions
provenance-no-exceptions = None. Every file was as the commit has it, the history was whole, and no exception was asked for at the build.
provenance-no-commit = The project stands in no repository, so that nobody can look up later what it was made from, or make the report again.
provenance-not-clean = Files of the project were not as the commit has them. What stands behind figures may be in no commit.
provenance-is-shallow = The history was cut when it was fetched. Changes before the cut are out of sight.
provenance-is-grafted = The repository gave commits other parents than they name. The history may not be the one that was written.
provenance-allowed-dirty = --allow-dirty: somebody let the report be signed although files of the project are in no commit.
provenance-allowed-findings = --allow-findings: somebody let the report be signed although checks at the level of errors may have failed.
provenance-source = Source
provenance-source-note = Days of commits are those of their authors' clocks. They prove nothing by themselves.
provenance-tree = Tree of that commit
provenance-committed = Committed
provenance-folder = Folder of the project
provenance-folder-root = the root of the repository
provenance-clean = Every file as the commit has it
provenance-shallow = History cut (shallow)
provenance-grafted = Other parents given (grafted)
provenance-program = Program
provenance-tool-sources = SHA-256 of its sources
provenance-tool-how = The digest is the same on every machine that compiles the same sources. In the unpacked sources of that version this prints it:
provenance-options = Options
provenance-since = Changes told since
provenance-option-dirty = Files that are in no commit
provenance-option-findings = Failed checks at the level of errors
provenance-not-given = not given
provenance-previous = Report before this one
provenance-previous-none = None was named: this is the first of its chain, or whoever made it left out the one before.
provenance-previous-digest = SHA-256 of its list of files
provenance-previous-signed = Signed by
provenance-previous-doubt = not relied on
provenance-data = As data
provenance-file-note = the same as an in-toto Statement, with the digest of every page, definition and file
provenance-manifest-note = the digest of every file of the report; the file that is signed
provenance-inputs = Files that were read
provenance-inputs-note = Every file of the project that the report was made from, with the SHA-256 digest of its bytes in groups of eight digits.
provenance-no-inputs = No file is listed.
provenance-sha256 = SHA-256
provenance-tally-inputs = { $count ->
    [one] file read
   *[other] files read
}

## How to verify.
verify-title = How to verify this report
verify-lede = How to tell that what you have is this report, whole and unchanged, from whom, and from when. Every step but one works with programs that come with any system; none needs the network.
verify-step = { $number }. { $title }
verify-proves = Shows
verify-leaves = Does not show
verify-before = Before you begin
verify-before-text =
    Get these by another way than the one by which this report came to you: by post, from an earlier year's papers, from a person whom you know.

    - the file of those who may sign (`allowed_signers`), or the fingerprints of their keys;
    - the certificate of the authority of time, if the signature bears a token of trusted time;
    - the digest of the program, if you want to make the report again;
    - the list of files of the report before this one, with its signature.

    Whoever could change the report could change what came with it. A copy of any of these inside the report or its package proves nothing.

    Open a shell in the folder of the report, where `index.html` lies. `..` stands for the folder around it, in which you keep your own files.
verify-signers = Keys that the project lets sign reports
verify-signers-note = For comparison only. This list is part of the report, so it is no ground to trust a signature.
verify-signers-none = The project names no key that may sign reports. A signature over this report can be checked all the same, against keys that came to you by another way.
verify-signers-who = Who
verify-signers-key = Fingerprint of the key
verify-signers-after = Valid from
verify-signers-before = Valid until
verify-signers-authority = vouches for the keys of others by certificates
verify-signers-open = open
verify-files = Is every file the listed one?
verify-files-text = `sha256sum` says nothing when every listed file is there and unchanged. It does not see files that were added: compare the listing as well. All of these print nothing when all is well. On macOS, `shasum -a 256` takes the place of `sha256sum`.
verify-files-proves = No file of the list was changed, cut off, renamed or removed, none was added, and there is no link.
verify-files-leaves = Who made the list. Anybody can write a list of changed files.
verify-signature = Who signed the list?
verify-signature-text = Put the name of the person in place of the one after `-I`, and your own file of signers in place of `../allowed_signers`. `Good "tickmark-report" signature` is the answer that you want, with exit code 0. Further signatures end in `.2.sig`, `.3.sig` and so on. For an old report, `-O verify-time=` and the time of the next step asks whether the key was valid then.
verify-signature-proves = Somebody with that key signed exactly this list, as a report and for no other purpose.
verify-signature-leaves = When it was signed, that the key was in the right hands, or that what the report says is true.
verify-time = When was it signed?
verify-time-text = Only where `manifest-sha256.txt.sig.tsr` lies beside the signature. The certificate of the authority has to be yours. The second command prints the time.
verify-time-proves = The signature was there at that time, as somebody outside the organisation says.
verify-time-leaves = Without the token: anything about time. Clocks of authors and days of commits prove nothing.
verify-source = Is it made from the commit that it names?
verify-source-text = Get the repository, or the `history.bundle` of the package, and run these in a clone of it beside the report. The second prints the id behind `#`. The last one asks whether the commit itself is signed by somebody who may.
verify-source-proves = The repository holds the commit, with the tree of which the report speaks, and nothing in it is damaged.
verify-source-leaves = That the pages were made from it. Only making the report again shows that; see below.
verify-chain = Does it follow the report before?
verify-chain-text = Compare the list of files of the report before this one, as you kept it, with the digest that this report names.
verify-chain-none = This report names none before it. If you hold an earlier one, ask why: figures that were changed in between would go unnoticed here.
verify-chain-proves = The organisation stands by the report that you hold, and figures marked `Ag` are the same in both.
verify-chain-leaves = That there was no other report in between.
verify-figures = Does a figure follow from its evidence?
verify-figures-text = Pick a figure on a page. Its anchor stands in `data/figures.csv`, with release, row, version of the definition, counts, and the checks that it passed. Follow it to the row of the release and to the definition, and calculate it anew. Foot the segments, walk the exclusions from raw to net, and look at the first and the last day of the period. Then take the extract with that digest from the owner of its system, and count yourself. Last, go the other way: take records of the source, and find them counted or excluded by a named rule.
verify-figures-proves = The figure is what the definition makes of the counts, and the counts are those of the extract.
verify-figures-leaves = That what the source system recorded took place. No report can.
verify-tickmark = With Tickmark
verify-tickmark-text = One command makes all of this, and checks I01 to I08. With `--rebuild` it makes the report again from the commit and compares every byte: what no other step shows. Take the program from where you trust it, not from the package.
verify-verdicts =
    The verdict is one of these, and never two of them in one: **intact**; **altered**, and which files; **untrusted signer**; **unsigned**; **could not check**, and why. What was not covered is named as well.
verify-open = What stays open
verify-open-text =
    - That source data is true. The report attests what was done with it.
    - That definitions suit their purpose. They stand in the basis of preparation, to be judged.
    - What was never defined as a metric.
    - Whether a key was stolen before anybody noticed.

    Keep with your papers: this report, the digest of its list of files, the commands, and what they printed.

## Release and revision history.
release-history-title = Release and revision history
release-history-lede = Every release of results: when, by whom, from which extracts, and which published figures it changed.
release-history-list = Releases, the newest first
release-history-list-note = “Figures changed” counts published values that a release put in the place of earlier ones, segments included. The earlier values stay in the report, as earlier vintages.
release-history-none = Nothing was released yet.
release-history-prepared = Prepared by
release-history-revised = Figures changed
release-history-of-metrics = { $count ->
    [one] of one metric
   *[other] of { $count } metrics
 }
release-history-not-said = not said
release-history-extracts = Extracts
release-history-source = Source
release-history-where = File or place
release-history-rows = Rows
release-history-received = Received
release-history-restatements = Restatements
release-history-restatement = Restatement
release-history-announced = Announced
release-history-material = Material
release-history-no-restatement = No published figure was restated.
release-history-chain = Report before this one
release-history-chain-note = Each report that names the one before it makes a chain: whoever holds an earlier report can tell whether its figures were changed without notice.
release-history-tally-releases = { $count ->
    [one] release
   *[other] releases
}
release-history-tally-restatements = { $count ->
    [one] restatement
   *[other] restatements
}
release-history-tally-revised = { $count ->
    [one] published value changed by a later release
   *[other] published values changed by a later release
}
