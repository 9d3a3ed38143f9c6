//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use super::completions::SHELLS;
use super::examples;
use super::report::check::{FailOn as CheckFailOn, Format as CheckFormat};
use super::report::review::{Depth, FailOn, Format};
use super::report::verify::Format as VerifyFormat;

/// Turns a repository of metric definitions and results into a report site in which every figure can be traced.
#[derive(Debug, Parser)]
#[command(name = "tickmark", version, propagate_version = true, max_term_width = 100, after_help = examples::TICKMARK)]
pub(super) struct Arguments {
    /// Work on the project in DIR, as if started there.
    #[arg(short = 'C', value_name = "DIR", global = true)]
    pub(super) directory: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What is said instead of doing something: help, version, or what is wrong with the arguments.
#[derive(Debug)]
pub(super) struct Told {
    /// The text, with colours.
    pub(super) text: String,
    /// Whether something is wrong.
    pub(super) is_error: bool,
}

/// The command line as data: commands with their options.
pub(super) type Grammar = clap::Command;

/// An option or an argument of a command, as data.
pub(super) type GrammarArgument = clap::Arg;

/// The commands in the order in which a project meets them.
const ORDER: [&str; 15] = [
    "init",
    "new",
    "serve",
    "check",
    "build",
    "diff",
    "log",
    "show",
    "explain",
    "sign",
    "verify",
    "package",
    "schema",
    "completions",
    "man",
];

/// All commands with their options, in the order of [`ORDER`].
pub(super) fn grammar() -> Grammar {
    ORDER.iter().enumerate().fold(Arguments::command(), |grammar, (place, name)| match grammar.find_subcommand(name) {
        Some(_) => grammar.mut_subcommand(name, |command| command.display_order(place)),
        None => grammar,
    })
}

/// Lets an argument take these names only, so that they can be offered; nothing changes where there is no such argument.
pub(super) fn offering(grammar: Grammar, command: &str, argument: &str, names: Vec<String>) -> Grammar {
    let known = grammar.find_subcommand(command).is_some_and(|command| command.get_arguments().any(|it| it.get_id() == argument));
    if !known {
        return grammar;
    }
    let names = PossibleValuesParser::new(names);
    grammar.mut_subcommand(command, |command| command.mut_arg(argument, |it| it.value_parser(names)))
}

/// Reads the command line.
pub(super) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Arguments, Told> {
    let read = grammar().try_get_matches_from(args).and_then(|matches| Arguments::from_arg_matches(&matches));
    read.map_err(|error| Told { text: error.render().ansi().to_string(), is_error: error.use_stderr() })
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Render the report site.
    ///
    /// Reads the project, computes and tests every figure and writes the site. The output folder is replaced only by a
    /// complete report.
    #[command(after_help = examples::BUILD)]
    Build(BuildArguments),
    /// Make every check of the project, and write nothing.
    ///
    /// Says the same, in the same order, as `tickmark build` and the pages of a report.
    #[command(after_help = examples::CHECK)]
    Check(CheckArguments),
    /// Print a script that lets a shell complete commands, options and their values.
    #[command(after_help = examples::COMPLETIONS)]
    Completions {
        /// The shell that is to complete.
        #[arg(value_name = "SHELL", value_parser = PossibleValuesParser::new(SHELLS))]
        shell: String,
    },
    /// Say what changed between two states of the project, and what it means.
    ///
    /// Each edit is named once, with the rule that it meets, its class, and both its places. A change that lacks what its class demands is
    /// held back with exit code 1.
    #[command(after_help = examples::DIFF)]
    Diff(DiffArguments),
    /// Begin a record: write a file with every field explained into its place.
    ///
    /// What has to be filled in stands open, everything else as a comment. Names of other records are those that are there. `release` begins a
    /// release of results, with a table for each metric that is reported. Nothing that is there is replaced.
    #[command(after_help = examples::NEW)]
    New(NewArguments),
    /// Make an evidence package of a built report: the report with all that somebody needs who has to test it.
    ///
    /// A bag (RFC 8493) as a folder or a zip file: report, records, results, changes, checks, a sample, and a page that leads through testing.
    #[command(after_help = examples::PACKAGE)]
    Package(PackageArguments),
    /// Write a new project: a small one to begin with, or the demonstration with its history.
    ///
    /// Asks nothing. Writes everything or nothing, and never over something that is there.
    #[command(after_help = examples::INIT)]
    Init(InitArguments),
    /// Tell what became of a record, or of the whole project, commit by commit.
    ///
    /// The first-parent history: what was in force here, and since when. Merges name the commits that they brought in; each edit is named
    /// with what it means for the figures.
    #[command(after_help = examples::LOG)]
    Log {
        /// The record: `kind/id`, or the id of a metric; the whole project where it is left out.
        record: Option<String>,
    },
    /// Print the manual page, or write those of all commands into a folder.
    #[command(after_help = examples::MAN)]
    Man {
        /// Write one page for the program and one for each command into DIR, which is made where it is missing.
        #[arg(long, value_name = "DIR")]
        output: Option<PathBuf>,
    },
    /// Show everything about a record, a version of it, or a figure with all its evidence.
    #[command(after_help = examples::SHOW)]
    Show {
        /// The record: `kind/id`, or the id of a metric, with `@version` where an earlier one is meant.
        record: String,
        /// The period of a figure, such as `2026-09`.
        period: Option<String>,
        /// The part of the results, as one code of a segment; may be given several times.
        #[arg(long, value_name = "SEGMENT=CODE")]
        cell: Vec<String>,
    },
    /// Explain a rule of change, or a code of a finding.
    #[command(after_help = examples::EXPLAIN)]
    Explain {
        /// The rule or the code; all of them are listed where it is left out.
        name: Option<String>,
    },
    /// Show the report in a browser, and follow the project.
    ///
    /// Pages are made when they are asked for. A save shows in open pages by itself; mistakes stand over the page until they are mended.
    #[command(after_help = examples::SERVE)]
    Serve(ServeArguments),
    /// Sign a built report.
    ///
    /// Holds every file of the report against its list, and signs the list: a signature of OpenSSH in the namespace `tickmark-report`, which anybody can
    /// check with `ssh-keygen -Y verify`. Who may sign stands in the project's file of signers.
    #[command(after_help = examples::SIGN)]
    Sign(SignArguments),
    /// Say what a report that was handed over is worth, and what that does not cover.
    ///
    /// Needs no repository. Holds every file against the list that was signed, judges the signatures by signers that come from another
    /// channel than the report, and makes the checks I01 to I08.
    #[command(after_help = examples::VERIFY)]
    Verify(VerifyArguments),
    /// Print or write the schemas of records and of everything that Tickmark writes, for editors and other programs.
    ///
    /// JSON Schema (draft 2020-12) for records, settings and documents; Table Schema (Data Package 2.0) for tables. docs/editors.md says how
    /// editors complete and check records by them.
    #[command(after_help = examples::SCHEMA)]
    Schema(SchemaArguments),
}

/// Which schema, and where to.
#[derive(Debug, clap::Args)]
pub(super) struct SchemaArguments {
    /// Kind of record, such as `metric`, or what `--list` names; all kinds of record where it is left out.
    pub(super) name: Option<String>,
    /// Name all schemas, with a line for each.
    #[arg(long, conflicts_with_all = ["name", "output"])]
    pub(super) list: bool,
    /// Write all schemas into DIR, relative to the project, each as a file of its name.
    #[arg(long, value_name = "DIR", conflicts_with = "name")]
    pub(super) output: Option<PathBuf>,
}

/// What to begin.
#[derive(Debug, clap::Args)]
pub(super) struct NewArguments {
    /// Kind of record, such as `metric` or `decision`, or `release`.
    pub(super) kind: String,
    /// Its id: lower-case words joined by dashes, which become the name of the file. Ids of things that happened begin with the day; that of a
    /// release begins with its period.
    pub(super) id: String,
    /// Write Markdown with front matter instead of YAML.
    #[arg(long)]
    pub(super) markdown: bool,
    /// Show what would be written, and write nothing.
    #[arg(long, value_name = "-", value_parser = PossibleValuesParser::new(["-"]))]
    pub(super) output: Option<String>,
}

/// Which project to write, and where.
#[derive(Debug, clap::Args)]
pub(super) struct InitArguments {
    /// Folder of the new project; made where it is not there.
    #[arg(value_name = "DIR")]
    pub(super) folder: Option<PathBuf>,
    /// Write the demonstration project: a git repository with two years of history, signed with a key that is public.
    #[arg(long)]
    pub(super) demo: bool,
}

/// What to check, and how to show it.
#[derive(Debug, clap::Args)]
pub(super) struct CheckArguments {
    /// Check the project as it stood in a revision, with the history up to there.
    #[arg(long, value_name = "REVISION", help_heading = "What to check")]
    pub(super) at: Option<String>,
    /// How to show it.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = PossibleValuesParser::new(CheckFormat::NAMES), help_heading = "How to show it")]
    pub(super) format: String,
    /// From which level on to end with exit code 1.
    #[arg(long, value_name = "LEVEL", default_value = "error", value_parser = PossibleValuesParser::new(CheckFailOn::NAMES), help_heading = "When to fail")]
    pub(super) fail_on: String,
    /// Day as of which the checks speak; found as for a report where it is left out.
    #[arg(long, value_name = "DATE", help_heading = "What to check")]
    pub(super) as_of: Option<String>,
    /// Write to FILE instead of standard output.
    #[arg(long, value_name = "FILE", help_heading = "How to show it")]
    pub(super) output: Option<PathBuf>,
}

/// What to show, and where.
#[derive(Debug, clap::Args)]
pub(super) struct ServeArguments {
    /// Port to listen at; 0 takes the next free one.
    #[arg(long, value_name = "PORT", default_value_t = 4100, help_heading = "Where to show it")]
    pub(super) port: u16,
    /// Address or name to listen at; with another than that of this machine alone, others can read the report.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", help_heading = "Where to show it")]
    pub(super) host: String,
    /// Open the browser.
    #[arg(long, help_heading = "Where to show it")]
    pub(super) open: bool,
    /// Look at every file each second instead of having the system watch them: for network drives and some containers.
    #[arg(long, help_heading = "How to watch")]
    pub(super) poll: bool,
    /// Day as of which the report speaks; found as for `tickmark build` where it is left out.
    #[arg(long, value_name = "DATE", help_heading = "What to show")]
    pub(super) as_of: Option<String>,
    /// Commit, tag or day of the last report, as for `tickmark build`.
    #[arg(long, value_name = "REVISION", help_heading = "What to show")]
    pub(super) since: Option<String>,
    /// The published report before this one, relative to the project, as for `tickmark build`.
    #[arg(long, value_name = "REPORT", help_heading = "What to show")]
    pub(super) previous: Option<PathBuf>,
}

/// What to sign, and with what.
#[derive(Debug, clap::Args)]
pub(super) struct SignArguments {
    /// Folder of the report.
    #[arg(value_name = "DIR", default_value = "output")]
    pub(super) report: PathBuf,
    /// File with the key, or with its certificate; with `--agent` the public half of the key that is meant.
    #[arg(long, value_name = "FILE", required_unless_present = "agent", help_heading = "With what to sign")]
    pub(super) key: Option<PathBuf>,
    /// Sign through ssh-agent; with the only key that may sign, where `--key` is left out.
    #[arg(long, help_heading = "With what to sign")]
    pub(super) agent: bool,
    /// Read the passphrase of the key from file descriptor N, up to the first line feed.
    #[arg(long, value_name = "N", conflicts_with = "agent", help_heading = "With what to sign")]
    pub(super) passphrase_fd: Option<u32>,
    /// File of those who may sign; that of the project where it is left out.
    #[arg(long, value_name = "FILE", help_heading = "Who may sign")]
    pub(super) signers: Option<PathBuf>,
}

/// What to compare, and how to show it.
#[derive(Debug, clap::Args)]
pub(super) struct DiffArguments {
    /// The state to compare with; the commit that is checked out where it is left out.
    #[arg(value_name = "BASE")]
    pub(super) base: Option<String>,
    /// The state to look at; the working tree where it is left out.
    #[arg(value_name = "HEAD")]
    pub(super) head: Option<String>,
    /// Compare with BASE itself, although it has moved on since HEAD left it.
    #[arg(long, help_heading = "What to compare")]
    pub(super) no_merge_base: bool,
    /// Show only this record, such as `metric/answered-in-time`; may be given several times.
    #[arg(long, value_name = "RECORD", help_heading = "What to compare")]
    pub(super) only: Vec<String>,
    /// How to show it.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = PossibleValuesParser::new(Format::NAMES), help_heading = "How to show it")]
    pub(super) format: String,
    /// How much to show: `breaking` changes only, all but wording, or everything.
    #[arg(long, value_name = "DEPTH", default_value = "changelog", value_parser = PossibleValuesParser::new(Depth::NAMES), help_heading = "How to show it")]
    pub(super) depth: String,
    /// From where on to end with exit code 1: changes of a class or above, those that lack what their class demands, or breaking
    /// ones that do.
    #[arg(long, value_name = "CLASS", default_value = "breaking-incomplete", value_parser = PossibleValuesParser::new(FailOn::NAMES), help_heading = "When to fail")]
    pub(super) fail_on: String,
    /// Write to FILE instead of standard output.
    #[arg(long, value_name = "FILE", help_heading = "How to show it")]
    pub(super) output: Option<PathBuf>,
    /// Be git's external diff program for one file; git appends what it hands over.
    #[arg(long, value_name = "GIT", num_args = 1.., allow_hyphen_values = true, conflicts_with_all = ["base", "only", "output"], help_heading = "What to compare")]
    pub(super) driver: Option<Vec<OsString>>,
}

/// What to pack.
#[derive(Debug, clap::Args)]
pub(super) struct PackageArguments {
    /// Folder of the built report, relative to the project.
    #[arg(long, value_name = "DIR", default_value = "output", help_heading = "From where, and where to")]
    pub(super) report: PathBuf,
    /// The package: a folder, or a file that ends in `.zip`, relative to the project.
    #[arg(long, value_name = "PATH", help_heading = "From where, and where to")]
    pub(super) output: PathBuf,
    /// Hold this metric and what it rests on; may be given several times. All metrics where it is left out.
    #[arg(long, value_name = "ID", help_heading = "What to pack")]
    pub(super) metric: Vec<String>,
    /// Hold the results of this period, such as `2026-09` or `2026-Q3`; may be given several times. All periods where it is left out.
    #[arg(long, value_name = "PERIOD", help_heading = "What to pack")]
    pub(super) period: Vec<String>,
    /// First period of a range.
    #[arg(long, value_name = "PERIOD", requires = "to", conflicts_with = "period", help_heading = "What to pack")]
    pub(super) from: Option<String>,
    /// Last period of a range.
    #[arg(long, value_name = "PERIOD", requires = "from", conflicts_with = "period", help_heading = "What to pack")]
    pub(super) to: Option<String>,
    /// Add the history of the repository, as a bundle of git: for readers who may see all of it.
    #[arg(long, help_heading = "What to pack")]
    pub(super) history: bool,
    /// The report before this one, or its package: its list of files and signatures go in.
    #[arg(long, value_name = "PATH", help_heading = "What to pack")]
    pub(super) previous: Option<PathBuf>,
    /// Draw this many figures for testing.
    #[arg(long, value_name = "NUMBER", default_value_t = 25, help_heading = "What to pack")]
    pub(super) sample: usize,
}

/// How to build.
#[derive(Debug, clap::Args)]
pub(super) struct BuildArguments {
    /// Folder of the report, relative to the project.
    #[arg(long, value_name = "DIR", default_value = "output", help_heading = "What to build")]
    pub(super) output: PathBuf,
    /// Day as of which the report speaks; from `SOURCE_DATE_EPOCH`, the commit or the newest release where it is left out.
    #[arg(long, value_name = "DATE", help_heading = "What to build")]
    pub(super) as_of: Option<String>,
    /// Commit, tag or day of the last report, from which on the front page says what changed; the end of the period before where it is
    /// left out.
    #[arg(long, value_name = "REVISION", help_heading = "What to build")]
    pub(super) since: Option<String>,
    /// The published report before this one, relative to the project: its figures are compared, and it is named in the provenance.
    #[arg(long, value_name = "REPORT", help_heading = "What to build")]
    pub(super) previous: Option<PathBuf>,
    /// End with exit code 0 although checks found errors; they stay in the report, and it may be signed with them.
    #[arg(long, help_heading = "What to let pass")]
    pub(super) allow_findings: bool,
    /// Let the report be signed although files of the project are in no commit; the report says so.
    #[arg(long, help_heading = "What to let pass")]
    pub(super) allow_dirty: bool,
    /// With what to sign it.
    #[command(flatten)]
    pub(super) signing: BuildSigning,
    /// Say how long each stage took.
    #[arg(long, help_heading = "What to say")]
    pub(super) timings: bool,
}

/// With what to sign a report as it is built.
#[derive(Debug, clap::Args)]
pub(super) struct BuildSigning {
    /// Sign the report with the key in FILE before it takes its place; nothing is replaced where that fails. `tickmark sign --help`
    /// says more.
    #[arg(long, value_name = "FILE", help_heading = "With what to sign")]
    pub(super) sign: Option<PathBuf>,
    /// The same through ssh-agent, with the only key that may sign.
    #[arg(long, conflicts_with = "sign", help_heading = "With what to sign")]
    pub(super) sign_agent: bool,
    /// Read the passphrase of the key from file descriptor N, up to the first line feed.
    #[arg(long, value_name = "N", requires = "sign", help_heading = "With what to sign")]
    pub(super) passphrase_fd: Option<u32>,
}

/// What to verify, and by what.
#[derive(Debug, clap::Args)]
pub(super) struct VerifyArguments {
    /// Folder of the report, or of a package with one in it.
    #[arg(value_name = "PATH")]
    pub(super) path: PathBuf,
    /// Who may sign, as OpenSSH's file of allowed signers; get it by another channel than the report.
    #[arg(long, value_name = "FILE", help_heading = "Whom to trust")]
    pub(super) signers: Option<PathBuf>,
    /// Keys that do not count any more: public keys, one a line, or a revocation list of OpenSSH.
    #[arg(long, value_name = "FILE", help_heading = "Whom to trust")]
    pub(super) revoked: Option<PathBuf>,
    /// Who is to have signed, as the signers name them; anybody among them where it is left out.
    #[arg(long, value_name = "NAME", help_heading = "Whom to trust")]
    pub(super) identity: Option<String>,
    /// Time or day for which signers are judged where no trusted time says better; now where it is left out.
    #[arg(long, value_name = "TIME", help_heading = "Whom to trust")]
    pub(super) at: Option<String>,
    /// Certificates (PEM) of an authority that counts for trusted time; may be given several times.
    #[arg(long, value_name = "FILE", help_heading = "Whom to trust")]
    pub(super) time_authority: Vec<PathBuf>,
    /// The report that was published before this one: the chain is checked, and no figure may have changed silently.
    #[arg(long, value_name = "PATH", help_heading = "What to compare with")]
    pub(super) previous: Option<PathBuf>,
    /// Make the report again from its commit in this repository, in memory, and compare every byte.
    #[arg(long, value_name = "REPO", help_heading = "What to compare with")]
    pub(super) rebuild: Option<PathBuf>,
    /// How to show it.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = PossibleValuesParser::new(VerifyFormat::NAMES), help_heading = "How to show it")]
    pub(super) format: String,
    /// Write to FILE instead of standard output.
    #[arg(long, value_name = "FILE", help_heading = "How to show it")]
    pub(super) output: Option<PathBuf>,
}
