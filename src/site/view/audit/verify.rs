//! How anybody can tell that a report is this report: step by step, with programs that come with any system, and with Tickmark.
//!
//! No page says that the report is signed, and none bears a digest of a page: both come after the last page is written.

use super::framing::{Said, finish, link, list};
use super::provenance::{MANIFEST, commands};
use crate::site::view::inquiry::fact;
use crate::site::view::{Block, Cell, Column, ColumnKind, Page, Row, Section, Span};
use crate::site::writer::Writer;
use crate::site::{AuditPage, ReportSigner, Site};

/// The namespace in which reports are signed.
const NAMESPACE: &str = "tickmark-report";

/// One step: an anchor, its words, and the commands that make it.
struct Step {
    id: &'static str,
    title: &'static str,
    text: &'static str,
    commands: Vec<String>,
    proves: &'static str,
    leaves: &'static str,
}

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let mut sections = vec![
        Section::new("before", writer.say("verify-before"), vec![prose(writer.say("verify-before-text"))]),
        Section::new("signers", writer.say("verify-signers"), signers(&mut writer)),
    ];
    for (number, step) in (1_usize..).zip(steps(&writer)) {
        let title = writer.fill("verify-step", &[("number", number.into()), ("title", writer.language().say(step.title).into())]);
        sections.push(Section::new(step.id, title, blocks(&writer, &step)));
    }
    sections.push(Section::new("tickmark", writer.say("verify-tickmark"), with_tickmark(&writer)));
    sections.push(Section::new("open", writer.say("verify-open"), vec![prose(writer.say("verify-open-text"))]));
    let lede = writer.say("verify-lede");
    finish(writer, AuditPage::Verify, 0, Said { lede, tallies: Vec::new(), sections })
}

fn prose(markdown: String) -> Block {
    Block::Prose { markdown, lede: false }
}

fn blocks(writer: &Writer<'_>, step: &Step) -> Vec<Block> {
    let mut blocks = vec![prose(writer.language().say(step.text).to_owned())];
    if !step.commands.is_empty() {
        blocks.push(commands(&step.commands.iter().map(String::as_str).collect::<Vec<_>>()));
    }
    let said = |key: &'static str| Span::Prose { markdown: writer.language().say(key).to_owned() };
    let facts = vec![fact(writer.say("verify-proves"), said(step.proves)), fact(writer.say("verify-leaves"), said(step.leaves))];
    blocks.push(Block::Terms { facts });
    blocks
}

/// The steps that need no Tickmark, in the order in which each rests on those before.
fn steps(writer: &Writer<'_>) -> Vec<Step> {
    let mut steps = vec![files(), signature(writer), time()];
    steps.extend(source(writer));
    steps.push(chain(writer));
    steps.push(figures());
    steps
}

/// Nothing changed, nothing missing, nothing added: `sha256sum` alone does not see what was added.
fn files() -> Step {
    Step {
        id: "files",
        title: "verify-files",
        text: "verify-files-text",
        commands: vec![
            format!("sha256sum --strict --quiet -c {MANIFEST}"),
            format!("cut -c 67- {MANIFEST} | LC_ALL=C sort > ../listed.txt"),
            r"find . -type f | sed 's|^\./||' | LC_ALL=C sort \".to_owned(),
            r"  | grep -vxE 'manifest-sha256\.txt(\.([0-9]+\.)?sig(\.tsr)?)?' \".to_owned(),
            r"  | grep -vxE '\.git(ignore|keep)' > ../found.txt".to_owned(),
            "diff ../listed.txt ../found.txt".to_owned(),
            "find . ! -type f ! -type d".to_owned(),
        ],
        proves: "verify-files-proves",
        leaves: "verify-files-leaves",
    }
}

fn signature(writer: &Writer<'_>) -> Step {
    let principal = writer.site.report().signers.iter().find_map(plain_name).unwrap_or("lead@example.org");
    let who = format!(r"ssh-keygen -Y verify -f ../allowed_signers -I {principal} \");
    let what = format!("  -n {NAMESPACE} -s {MANIFEST}.sig < {MANIFEST}");
    Step {
        id: "signature",
        title: "verify-signature",
        text: "verify-signature-text",
        commands: vec![who, what],
        proves: "verify-signature-proves",
        leaves: "verify-signature-leaves",
    }
}

/// The first name of a key that is no pattern and that a shell reads as it stands.
fn plain_name(signer: &ReportSigner) -> Option<&str> {
    let is_plain = |name: &&str| {
        let is_start = |letter: char| letter.is_ascii_alphanumeric();
        name.starts_with(is_start) && name.chars().all(|letter| is_start(letter) || matches!(letter, '@' | '.' | '_' | '-' | '+'))
    };
    signer.principals.split(',').find(is_plain)
}

fn time() -> Step {
    let token = format!("{MANIFEST}.sig.tsr");
    Step {
        id: "time",
        title: "verify-time",
        text: "verify-time-text",
        commands: vec![
            format!(r"openssl ts -verify -in {token} \"),
            format!("  -data {MANIFEST}.sig -CAfile ../authority.pem"),
            format!("openssl ts -reply -in {token} -text"),
        ],
        proves: "verify-time-proves",
        leaves: "verify-time-leaves",
    }
}

/// The commit; nothing where the report was made from none.
fn source(writer: &Writer<'_>) -> Option<Step> {
    let head = writer.site.report().commit.as_ref()?;
    Some(Step {
        id: "source",
        title: "verify-source",
        text: "verify-source-text",
        commands: vec![
            "git fsck --strict".to_owned(),
            format!("git rev-parse '{}^{{tree}}'", head.id),
            format!("# {}", head.tree),
            r"git -c gpg.ssh.allowedSignersFile=../allowed_signers verify-commit \".to_owned(),
            format!("  {}", head.id),
        ],
        proves: "verify-source-proves",
        leaves: "verify-source-leaves",
    })
}

fn chain(writer: &Writer<'_>) -> Step {
    let previous = writer.site.report().previous.as_ref();
    let compare = |digest: &str| vec![format!(r"echo '{digest}  ../previous/{MANIFEST}' \"), "  | sha256sum -c".to_owned()];
    Step {
        id: "chain",
        title: "verify-chain",
        text: if previous.is_some() { "verify-chain-text" } else { "verify-chain-none" },
        commands: previous.map_or_else(Vec::new, |previous| compare(&previous.manifest)),
        proves: "verify-chain-proves",
        leaves: "verify-chain-leaves",
    }
}

fn figures() -> Step {
    Step {
        id: "figures",
        title: "verify-figures",
        text: "verify-figures-text",
        commands: Vec::new(),
        proves: "verify-figures-proves",
        leaves: "verify-figures-leaves",
    }
}

/// The keys that the project lets sign reports: to be compared with what came by another way, never to be trusted.
fn signers(writer: &mut Writer<'_>) -> Vec<Block> {
    let signers = &writer.site.report().signers;
    if signers.is_empty() {
        return vec![prose(writer.say("verify-signers-none"))];
    }
    let row = |signer: &ReportSigner| {
        let instant = |instant: Option<crate::model::Instant>| {
            instant.map_or_else(
                || Cell::Absent(writer.say("verify-signers-open")),
                |instant| Cell::Time { iso: instant.to_string(), label: writer.language().instant(instant) },
            )
        };
        let cells = vec![
            Cell::Code(signer.principals.clone()),
            if signer.authority {
                let note = Cell::Text(writer.say("verify-signers-authority"));
                Cell::Stack(vec![Cell::Code(signer.fingerprint.clone()), note])
            } else {
                Cell::Code(signer.fingerprint.clone())
            },
            instant(signer.valid_after),
            instant(signer.valid_before),
        ];
        Row { cells, ..Row::default() }
    };
    let rows = signers.iter().map(row).collect();
    let headings = ["verify-signers-who", "verify-signers-key", "verify-signers-after", "verify-signers-before"];
    let columns = headings.iter().map(|key| Column::new(writer.language().say(key), ColumnKind::Text)).collect();
    let table = list(writer, "signers", writer.say("verify-signers"), columns, rows);
    let note = Block::Note { class: "is-within", text: writer.say("verify-signers-note"), links: Vec::new() };
    vec![note, table]
}

fn with_tickmark(writer: &Writer<'_>) -> Vec<Block> {
    let previous = if writer.site.report().previous.is_some() { " --previous ../previous" } else { "" };
    let rebuild = if writer.site.report().commit.is_some() { " --rebuild ../source" } else { "" };
    let more = if rebuild.is_empty() && previous.is_empty() { String::new() } else { format!(" \\\n {rebuild}{previous}") };
    let command = format!("tickmark verify . --signers ../allowed_signers{more}");
    let links = vec![link(writer, AuditPage::Provenance), link(writer, AuditPage::Checks)];
    vec![prose(writer.say("verify-tickmark-text")), commands(&[&command]), prose(writer.say("verify-verdicts")), Block::Actions { links }]
}
