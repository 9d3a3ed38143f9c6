//! What follows the help of each command: examples, exit codes, where to read on.

/// What follows the help of `tickmark check`.
pub(super) const CHECK: &str = "\
Examples:
  tickmark check
  tickmark check --at v1.2 --fail-on warning
  tickmark check --format sarif --output checks.sarif

Exit codes:
  0  nothing at or above `--fail-on`
  1  something, or mistakes that keep the project from being read
  2  the work could not be done

`tickmark explain CODE` says what a code means; docs/checks has them all.";

/// What follows the help of `tickmark sign`.
pub(super) const SIGN: &str = "\
Refused, without an exception:
  a report that is not as it was built
  a report from files that are in no commit, unless it was built with --allow-dirty
  a report with errors, unless it was built with --allow-findings
  a key that is not in the file of signers for this day and this purpose

The day is that of SOURCE_DATE_EPOCH, else that of the clock. A second signer signs beside the first.

Keys:
  a file            ed25519 or ECDSA (P-256, P-384), as ssh-keygen writes it; its passphrase is asked for
  a certificate     KEY-cert.pub beside its key
  ssh-agent         these, and RSA and hardware keys, which may wait for a touch

Examples:
  tickmark sign output --key ~/.ssh/id_ed25519
  tickmark sign output --key ~/.ssh/id_ed25519 --passphrase-fd 3 3< passphrase.txt
  tickmark sign output --agent
  tickmark sign output --agent --key ~/.ssh/id_rsa.pub
  tickmark sign /srv/report --key lead --signers allowed_signers

Exit codes:
  0  signed
  2  not signed, and nothing was written";

/// What follows the help of `tickmark diff`.
pub(super) const DIFF: &str = "\
States:
  a revision        anything that git understands: main, v1.2, 1a2b3c4, HEAD~3
  .                 the working tree
  a folder          another copy of the project, or a report that was built
  a package         what `tickmark package` wrote, as a folder or a zip file
  Where BASE is a branch, the commit at which HEAD left it takes its place.

Examples:
  tickmark diff                          what is not committed yet
  tickmark diff main                     what this branch and the working tree change
  tickmark diff main feature             what a branch changes since it left main
  tickmark diff v1.0 v2.0                what changed between two tags
  tickmark diff main..feature            the two as they are, without regard to where they part
  tickmark diff ../copy .                a folder and the working tree
  tickmark diff main --only metric/answered-in-time --depth full
  tickmark diff origin/main --format markdown --output review.md --fail-on never

Exit codes:
  0  nothing at or above `--fail-on`
  1  something
  2  the states could not be compared

docs/review.md has set-ups for GitHub, GitLab, git itself and hooks.";

/// What follows the help of `tickmark package`.
pub(super) const PACKAGE: &str = "\
Examples:
  tickmark package --output ../evidence.zip
  tickmark package --output ../evidence --history --previous ../evidence-2026-08.zip
  tickmark package --output ../calls.zip --metric answered-in-time --period 2026-Q3

Hand over `START-HERE.html` first: it leads through testing, with the commands for this package. Signers, certificates and digests
have to reach its readers by another way.";

/// What follows the help of `tickmark verify`.
pub(super) const VERIFY: &str = "\
Examples:
  tickmark verify report --signers allowed_signers
  tickmark verify report --signers allowed_signers --identity lead@example.org --previous report-of-october
  tickmark verify report --signers allowed_signers --time-authority tsa.pem --rebuild repository --format json

Verdicts:
  intact            every file is as it was sealed, nothing was added, and a trusted signer signed it
  altered           this is not the report that was sealed
  untrusted-signer  it is what was signed, and nobody who signed it is trusted with that
  unsigned          it agrees with its own list, and nobody signed that list
  could-not-check   it could not be told, such as without `--signers`

Exit codes:
  0  intact, and no check fails
  1  altered, untrusted-signer or unsigned, or a check fails
  2  could-not-check, or the work could not be done";
