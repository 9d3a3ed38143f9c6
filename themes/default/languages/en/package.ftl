### The page with which people begin who were handed an evidence package.

package-kicker = Evidence package
package-title = Start here: { $title }
package-lede = { $organisation } hands over a report with all that somebody needs who has to test it, without trusting those who made it and without the program that made it. This page leads through thirteen steps. It is part of what has to be tested: follow it with tools of your own.
package-not-assured = Prepared by the entity. Nothing on this page or in this package says that the figures are right, and nobody has given an opinion on them here.
package-unsigned = This report is not signed. The steps below still show whether the package is complete; they do not show who answers for it.
package-dirty = The report was made from files that are in no commit, and says so. Step 8 cannot be done.
package-part = This package holds a part of what the report rests on: { $scope }. The report itself is whole, since it is signed whole; `data/left-out.csv` names each file that is left out, with its digest.
package-part-metrics = the metrics { $names }
package-part-periods = the periods { $names }
package-foot = Made by { $tool }. The same report and the same options make the same package, byte for byte.

package-facts = What you have before you
package-fact-report = Report
package-fact-as-of = As of
package-fact-manifest = Digest of the report’s list of files (SHA-256)
package-fact-commit = Commit from which it was made
package-fact-tree = Tree of that commit
package-fact-no-commit = none: the project was in no repository
package-fact-tool = Program that made the report
package-fact-signatures = Signatures
package-fact-no-signature = none
package-fact-name = Name of this package

package-contents = What is in the package
package-contents-note = The package is a bag (RFC 8493): two lists of digests at the top, and everything else below `data/`. All files are plain text, tables, JSON, web pages or workbooks, and open without the program.
package-head-place = Place
package-head-holds = Holds
package-holds-report = the report as it is, with its signatures; begin with `data/report/index.html`
package-holds-records = each record as it was written, and beside it the same as JSON
package-holds-snapshots = every vintage of the results, as it was released
package-holds-settings = the settings of the project, and its theme where it has one
package-holds-changes = what became of each definition: edits between versions, who, when, with which approval; `changes.csv`, `approvals.csv` and `bridges.csv` open in a spreadsheet
package-holds-recalc = a workbook for each metric: counts, exclusions, and the formula at work
package-holds-checks = every check and what came of it, passes included
package-holds-findings = what did not pass, one line each
package-holds-waivers = which checks are set aside, by whom and until when
package-holds-sample = { $drawn ->
    [one] one figure for testing, drawn from { $of }
   *[other] { $drawn } figures for testing, drawn from { $of }
}
package-holds-left-out = { $count ->
    [one] one thing that is not in the package, and why
   *[other] { $count } things that are not in the package, and why
}
package-holds-signers = a copy of the list of those who may sign; no ground for trust, since whoever changes the package can change the copy
package-holds-history = the history of the repository, for git
package-holds-chain = the lists, signatures and provenance of earlier reports
package-holds-description = what the package says of itself, for programs

package-steps = Thirteen steps
package-steps-note = Run the commands in the folder that holds this page. Files that come from elsewhere are named with `../`: lay them beside that folder, never in it.
package-proves = Shows
package-proves-not = Does not show
package-or = Or, with the program itself:

package-roots-title = Get your grounds for trust by another way
package-roots-do = Ask people whom you know, by telephone or in person, for: the list of those who may sign (`allowed_signers`) or the fingerprints of their keys; the certificate of the time-stamping authority; the digest of the program’s release; and the digest of the previous report’s list of files. Compare with what stands above. Nothing in this package can take their place.
package-roots-proves = that the names and keys below mean what you think they mean
package-roots-not = anything, if all of it came with the package
package-claims = The package claims these signatures. Treat them as claims until step 3:
package-head-file = File
package-head-key = Key
package-head-who = Claims to be
package-nobody = nobody that the copy names
package-unfit = does not fit the report

package-complete-title = See whether the package is complete and unchanged
package-complete-do = The first command needs `bagit` (from PyPI). Without it use the three below: `sha256sum` says nothing of files that were added, so that the list of files has to be compared as well.
package-complete-proves = that every file is there, with the bytes that the package lists, and no other
package-complete-not = who made the package: whoever changes a file can write the lists anew

package-signature-title = Check the signature of the report
package-signature-do = Each command has to print `Good "tickmark-report" signature` and end with exit code 0. The name behind `-I` is the one that you expect, not the one that the package claims. For an old report whose key has run out since, add `-O verify-time=` with the time from step 4.
package-signature-none = There is no signature. Ask for a signed report, or take the digest of the list of files from those who answer for it, and compare it with this:
package-signature-proves = that the holder of the key signed exactly this report
package-signature-not = when; and that the holder was entitled to

package-time-title = Check the time of the signature
package-time-do = `../tsa-ca.pem` is the certificate of the authority, from step 1.
package-time-none = No token of trusted time was put beside a signature. The time of the signature rests on the word of the signer, and dates of commits prove nothing by themselves.
package-time-proves = that the signature existed at the time that the authority gives
package-time-not = that it was made then and not before

package-authority-title = See whether the signers were entitled
package-authority-do = Key to person, person to role, role to the day: hold the signers against `data/records/content/people/` and the policies, and count them against the number that the policy asks for. Ask the entity’s human resources whether two names are one person.
package-authority-proves = that those who signed were named for it
package-authority-not = that they read what they signed

package-source-title = Go to the source
package-source-do = The clone is made beside the package. The last command has to print the tree that stands above.
package-source-none = The history is not in this package. Ask for read access to the repository, or for a package made with `--history`, and check there that the commit exists, that its signature holds, and that its tree is the one that stands above.
package-source-no-commit = The report was made from no commit: there is no source to go to.
package-source-proves = that the records stand in a history that nobody rewrote since, as far as its signatures reach
package-source-not = that what was committed is true

package-continuity-title = Hold it against the report before
package-continuity-do = Use the previous report as you received it then, not a copy from this package. The digest of its list of files has to be the one that this report names.
package-continuity-named = This report names as its predecessor the report with the digest { $digest }.
package-continuity-none = This report names no predecessor. If there was one, ask why.
package-continuity-proves = that no published figure changed without a restatement, and that no metric went away in silence
package-continuity-not = anything of reports that nobody kept

package-rebuild-title = Make the report once more
package-rebuild-do = With the release of the program that the report names, on a machine of your own and without a network. The two lists have to be the same; `diff` then prints nothing.
package-rebuild-proves = that the report follows from the source by the program, with nothing done by hand in between
package-rebuild-not = that the program calculates rightly: see the next step

package-recalculate-title = Calculate figures yourself
package-recalculate-do = Take figures from `data/sample.csv` or pick your own: from the page of a figure to its row in `data/report/data/figures.csv`, from there to the row of `data/snapshots/` and to the definition. Calculate it from numerator and denominator, add up the segments, follow the exclusions, and look at the first and the last day of the period.
package-recalculate-proves = that the figures follow from the counts by the definition
package-recalculate-not = that the counts are right

package-vouch-title = Go from figures to the source data, and back
package-vouch-do = For each figure of the sample, ask the owner of the source system for the extract that the release names, compare its digest, and count again. Then the other way: take cases from the source and find them counted, or excluded under a rule that has a name.
package-vouch-rule = Nobody chose the sample. Each figure with a value in the scope of this package is ranked by the SHA-256 of the digest of the report’s list of files, a space, its page, `#` and its anchor; the lowest ranks were taken. This gives the digest of one figure:
package-vouch-proves = occurrence in one direction, completeness in the other
package-vouch-not = more than the cases that you looked at

package-approval-title = See who agreed to what changed
package-approval-do = For each line of `data/changes/changes.csv` in the period: who proposed, who agreed and when (`approvals.csv`), the class, the old and the new figures (`bridges.csv`). Look for changes that hold from a day before they were agreed, and for people who agreed to their own.
package-approval-proves = that the criteria were changed by those who may, and that readers could see the effect
package-approval-not = that two names are two people

package-failed-title = Read what failed
package-failed-do = `data/findings.csv` has what failed, what could not be tested and what is waived; `data/waivers.csv` says why and until when. Then the overdue actions, open deviations and reconciliations in the report.
package-failed-proves = what the entity knows to be wrong
package-failed-not = what no check looks for

package-retain-title = Keep it
package-retain-do = Keep the package, its digest, the commands and what they printed with your working papers. All formats open without the program.
