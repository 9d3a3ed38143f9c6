//! What follows the help of each command: examples, exit codes, where to read on.
//!
//! Headings stand alone on a line and end with a colon, and what belongs to them is indented: manual pages and the reference are made from
//! these texts too.

/// What follows the help of `tickmark` itself.
pub(super) const TICKMARK: &str = "\
First steps:
  tickmark init report      write a small project into the folder `report`
  tickmark check            say what is wrong with the project in this folder
  tickmark serve --open     show its report in a browser, and follow every change
  tickmark build            write its report into `output`; open output/index.html
  tickmark diff             say what is not committed yet, and what it means
  tickmark explain R30      say what the code of a finding means

Exit codes:
  0  clean
  1  findings
  2  the work could not be done

`tickmark COMMAND --help` says more of a command, with examples. docs/README.md says where to read on.";

/// What follows the help of `tickmark build`.
pub(super) const BUILD: &str = "\
Examples:
  tickmark build
  tickmark build --output /tmp/report --as-of 2026-10-31
  tickmark build --previous ../report-of-september --since 2026-09-30
  tickmark build --sign ~/.ssh/id_ed25519
  tickmark -C examples/emergency-care build --allow-findings

Exit codes:
  0  the report was written, and no check found an error, or `--allow-findings` lets errors pass
  1  the report was written and holds errors, or mistakes of the project kept it from being written
  2  the work could not be done; the report that was there is as it was

docs/records.md says what a project may hold, docs/themes.md how a report may look, docs/verify.md what is sealed.";

/// What follows the help of `tickmark log`.
pub(super) const LOG: &str = "\
Examples:
  tickmark log
  tickmark log answered-in-time
  tickmark log exclusion/test-calls

Exit codes:
  0  told
  1  mistakes keep the project from being read
  2  the work could not be done, such as for a record that never was

docs/change-rules.md has the rules by which changes are judged.";

/// What follows the help of `tickmark show`.
pub(super) const SHOW: &str = "\
Examples:
  tickmark show answered-in-time
  tickmark show answered-in-time@1.0.0
  tickmark show answered-in-time 2026-09
  tickmark show answered-in-time 2026-09 --cell region=north

Exit codes:
  0  shown
  1  mistakes keep the project from being read
  2  the work could not be done, such as for a record that is not there

docs/records.md says what the fields of a record mean, docs/statistics.md how figures are computed.";

/// What follows the help of `tickmark explain`.
pub(super) const EXPLAIN: &str = "\
Examples:
  tickmark explain numerator-changed
  tickmark explain R30
  tickmark explain

Exit codes:
  0  explained
  2  no rule and no code has that name

docs/checks and docs/change-rules.md have all of them.";

/// What follows the help of `tickmark completions`.
pub(super) const COMPLETIONS: &str = "\
Examples:
  tickmark completions bash > ~/.local/share/bash-completion/completions/tickmark
  tickmark completions zsh > ~/.zfunc/_tickmark
  tickmark completions fish > ~/.config/fish/completions/tickmark.fish
  tickmark completions powershell >> $PROFILE
  tickmark completions elvish > ~/.config/elvish/lib/tickmark.elv

Exit codes:
  0  printed
  2  no such shell

docs/install.md says what each shell needs besides.";

/// What follows the help of `tickmark man`.
pub(super) const MAN: &str = "\
Examples:
  tickmark man | man -l -
  tickmark man --output ~/.local/share/man/man1

Exit codes:
  0  printed, or written
  2  the pages could not be written

docs/cli.md has the same on one page.";

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

/// What follows the help of `tickmark serve`.
pub(super) const SERVE: &str = "\
Examples:
  tickmark serve                         at http://127.0.0.1:4100/
  tickmark serve --open --port 0         at the next free port, in the browser
  tickmark serve --as-of 2026-09-30 --since v1.2
  tickmark serve --poll                  on a network drive
  tickmark serve --host 0.0.0.0          in a container, with the port published

Ctrl-C ends it. Nothing in the project is written: `tickmark build` makes the report, from the same pages. What was shown
last is kept inside the repository, so that the next start has something to show while it reads.
docs/preview.md says more.

Exit codes:
  0  ended by Ctrl-C or SIGTERM
  2  it could not be started";

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
  2  not signed, and nothing was written

docs/verify.md says what a signature is worth, docs/threat-model.md against whom.";

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

/// What follows the help of `tickmark init`.
pub(super) const INIT: &str = "\
Examples:
  tickmark init                    in the working folder
  tickmark init report             in a folder of its own
  tickmark init --demo larkhaven   the demonstration, on which everything can be tried at once

Exit codes:
  0  written
  2  not written, and nothing was touched

A folder may hold other things, such as a README.md and a .git. It is refused where a file of the new project is there already, or anything in
`content/`, `metrics/` or `themes/`; for the demonstration it has to be empty.

Exit codes:
  0  written
  2  not written, and nothing is left of it

docs/tutorial.md walks through both.";

/// What follows the help of `tickmark package`.
pub(super) const PACKAGE: &str = "\
Examples:
  tickmark package --output ../evidence.zip
  tickmark package --output ../evidence --history --previous ../evidence-2026-08.zip
  tickmark package --output ../calls.zip --metric answered-in-time --period 2026-Q3

Exit codes:
  0  packed
  1  mistakes keep the project from being read
  2  the work could not be done; a package that was there is as it was

Hand over `START-HERE.html` first: it leads through testing, with the commands for this package. Signers, certificates and digests
have to reach its readers by another way. docs/verify.md says how a package is tested.";

/// What follows the help of `tickmark verify`.
pub(super) const VERIFY: &str = "\
Examples:
  tickmark verify report --signers allowed_signers
  tickmark verify report --signers allowed_signers --identity lead@example.org
  tickmark verify report --signers allowed_signers --previous report-of-october
  tickmark verify report --signers allowed_signers --time-authority tsa.pem --rebuild repository
  tickmark verify report --signers allowed_signers --format json --output verified.json

Verdicts:
  intact            every file is as it was sealed, nothing was added, and a trusted signer signed it
  altered           this is not the report that was sealed
  untrusted-signer  it is what was signed, and nobody who signed it is trusted with that
  unsigned          it agrees with its own list, and nobody signed that list
  could-not-check   it could not be told, such as without `--signers`

Exit codes:
  0  intact, and no check fails
  1  altered, untrusted-signer or unsigned, or a check fails
  2  could-not-check, or the work could not be done

docs/verify.md does the same with stock tools, docs/trusted-time.md says what a time stamp is worth.";

/// What follows the help of `tickmark new`.
pub(super) const NEW: &str = "\
Examples:
  tickmark new metric first-contact-resolution
  tickmark new decision 2026-03-12-raise-the-target --markdown
  tickmark new release 2026-10
  tickmark new team service-desk --output -

Exit codes:
  0  written, or shown
  2  nothing was written, such as where the id is taken

`tickmark schema --list` has all kinds with a line for each, docs/records.md all fields. docs/editors.md says how an editor completes them.";

/// What follows the help of `tickmark schema`.
pub(super) const SCHEMA: &str = "\
Examples:
  tickmark schema --list
  tickmark schema metric
  tickmark schema settings > settings.schema.json
  tickmark schema --output .tickmark/schemas
  tickmark schema all > all.schema.json

Templates of `tickmark new` look for the schemas in .tickmark/schemas. Schemas of outputs, such as `checks` and `figures`, stand in
docs/schemas as well.

Exit codes:
  0  printed, or written
  2  there is no such schema, or it could not be written

docs/editors.md says how editors use them, docs/records.md has the same for people.";
