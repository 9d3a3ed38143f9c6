//! Which place in a project a path names.

use std::str::FromStr;

use crate::diag::did_you_mean;
use crate::model::{Id, Kind};

/// How a record is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// YAML alone.
    Yaml,
    /// Markdown with front matter.
    Markdown,
}

/// The place of a file in a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// `tickmark.yaml`.
    Settings,
    /// A record of a kind.
    Record { kind: Kind, id: Id, format: Format },
    /// `release.yaml` of a release.
    Release { release: Id },
    /// The rows of one metric in a release.
    Results { release: Id, metric: Id },
    /// A page of prose.
    Prose { id: Id },
    /// The keys that may sign.
    Signers,
    /// A file of a theme.
    Theme,
    /// A file that only git or an editor needs.
    Ignored,
    /// Something that has no place here.
    Stray(Stray),
}

/// Why a path has no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stray {
    /// The name is no id.
    BadId { message: String, help: String },
    /// The file or its folder is not part of a project.
    Unknown { message: String, help: String },
}

/// What a file says something about, where its path alone tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NamedPart {
    /// The settings.
    Settings,
    /// A record.
    Record { kind: Kind, id: Id },
    /// `release.yaml` of a release.
    Release { release: Id },
    /// The rows of one metric in a release.
    Results { release: Id, metric: Id },
}

/// What the file at a path says something about; nothing for prose, themes, signers and whatever has no place.
pub(crate) fn part_of(path: &str) -> Option<NamedPart> {
    match classify(path) {
        Slot::Settings => Some(NamedPart::Settings),
        Slot::Record { kind, id, .. } => Some(NamedPart::Record { kind, id }),
        Slot::Release { release } => Some(NamedPart::Release { release }),
        Slot::Results { release, metric } => Some(NamedPart::Results { release, metric }),
        Slot::Prose { .. } | Slot::Signers | Slot::Theme | Slot::Ignored | Slot::Stray(_) => None,
    }
}

/// Whether a file of this name is what an editor or a desktop keeps beside the files that people work on: swap files, backups, locks.
pub(crate) fn is_working_file(name: &str) -> bool {
    let is_swap = || {
        name.starts_with('.')
            && name.rsplit_once('.').is_some_and(|(_, ending)| matches!(ending, "swp" | "swo" | "swn" | "swx" | "kate-swp"))
    };
    name.ends_with('~')
        || name.starts_with(".#")
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || name.starts_with(".goutputstream-")
        || name.ends_with("___jb_tmp___")
        || name.ends_with("___jb_old___")
        || matches!(name, "4913" | ".DS_Store")
        || is_swap()
}

const SNAPSHOTS: &str = "metrics/snapshots";

/// Tells the place of a file.
pub(super) fn classify(path: &str) -> Slot {
    let name = path.rsplit('/').next().unwrap_or(path);
    if matches!(name, ".gitkeep" | ".gitignore" | ".gitattributes") || is_working_file(name) {
        return Slot::Ignored;
    }
    match path {
        "tickmark.yaml" => return Slot::Settings,
        "content/signers" => return Slot::Signers,
        _ => {}
    }
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["themes", ..] => Slot::Theme,
        ["metrics", "snapshots", release, file] => results(release, file),
        ["metrics", "snapshots", ..] => unknown(
            format!("`{path}` is not part of a release"),
            format!("a release is a folder `{SNAPSHOTS}/<release>/` with `release.yaml` and one `<metric-id>.csv` for each metric"),
        ),
        ["content", file] => match stem(file, "md") {
            Some(stem) => with_id(stem, |id| Slot::Prose { id }),
            None => unknown(format!("`{path}` is no page of prose"), "pages of prose are Markdown files ending in `.md`".to_owned()),
        },
        [top @ ("metrics" | "content"), folder, .., file] => match Kind::from_folder(&format!("{top}/{folder}")) {
            Some(kind) => record(kind, file, path),
            None => unknown_folder(top, folder),
        },
        _ => unknown(format!("`{path}` has no place in a project"), "move the file out of `metrics/` and `content/`".to_owned()),
    }
}

fn results(release: &str, file: &str) -> Slot {
    with_id(release, |release| {
        if file == "release.yaml" {
            return Slot::Release { release };
        }
        match stem(file, "csv") {
            Some(stem) => with_id(stem, |metric| Slot::Results { release, metric }),
            None => unknown(
                format!("`{file}` is not part of a release"),
                "a release holds `release.yaml` and one `<metric-id>.csv` for each metric".to_owned(),
            ),
        }
    })
}

fn record(kind: Kind, file: &str, path: &str) -> Slot {
    for (ending, format) in [("yaml", Format::Yaml), ("md", Format::Markdown)] {
        if let Some(stem) = stem(file, ending) {
            return with_id(stem, |id| Slot::Record { kind, id, format });
        }
    }
    let help = if stem(file, "yml").is_some() { "rename it to end in `.yaml`" } else { "records are files that end in `.yaml` or `.md`" };
    unknown(format!("`{path}` is no {} record", kind.words()), help.to_owned())
}

fn stem<'a>(file: &'a str, ending: &str) -> Option<&'a str> {
    file.strip_suffix(ending)?.strip_suffix('.')
}

fn with_id(text: &str, slot: impl FnOnce(Id) -> Slot) -> Slot {
    match Id::from_str(text) {
        Ok(id) if text == "index" => match slot(id) {
            page @ Slot::Prose { .. } => page,
            _ => Slot::Stray(Stray::BadId {
                message: "the id `index` is kept for the pages that list all records of a kind".to_owned(),
                help: "choose another name for the file".to_owned(),
            }),
        },
        Ok(id) => slot(id),
        Err(error) => {
            let help = error.mended().map_or_else(|| error.help(), |mended| format!("rename it to `{mended}`"));
            Slot::Stray(Stray::BadId { message: error.to_string(), help })
        }
    }
}

fn unknown(message: String, help: String) -> Slot {
    Slot::Stray(Stray::Unknown { message, help })
}

fn unknown_folder(top: &str, folder: &str) -> Slot {
    let known: Vec<&str> = Kind::ALL.iter().filter_map(|kind| kind.row().folder.strip_prefix(top)?.strip_prefix('/')).collect();
    let help = match did_you_mean(folder, known.iter().copied()) {
        Some(name) => format!("did you mean `{top}/{name}/`?"),
        None => format!("the folders of `{top}/` are `{}`", known.join("`, `")),
    };
    unknown(format!("`{top}/{folder}/` is no folder of a project"), help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_may_stand_in_a_sub_folder() {
        let slot = classify("metrics/definitions/voice/wait-time.yaml");
        assert!(matches!(slot, Slot::Record { kind: Kind::Metric, id, format: Format::Yaml } if id.as_str() == "wait-time"));
    }

    #[test]
    fn an_unknown_folder_is_suggested_its_name() {
        let Slot::Stray(Stray::Unknown { help, .. }) = classify("content/desicions/a.md") else { panic!("should be stray") };
        assert_eq!(help, "did you mean `content/decisions/`?");
    }

    #[test]
    fn what_editors_keep_beside_a_file_is_no_part_of_a_project() {
        let names = [
            ".about.md.swp",
            ".about.md.swx",
            "about.md~",
            ".#about.md",
            "#about.md#",
            "4913",
            ".goutputstream-X1",
            "about.md___jb_tmp___",
        ];
        for name in names {
            assert_eq!(classify(&format!("content/{name}")), Slot::Ignored, "{name}");
            assert_eq!(classify(&format!("themes/own/templates/{name}")), Slot::Ignored, "{name}");
        }
        for name in ["about.swp", ".about.md", "#", "about.md.bak"] {
            assert!(matches!(classify(&format!("content/{name}")), Slot::Stray(_)), "{name}");
        }
    }

    #[test]
    fn a_path_names_the_record_it_belongs_to() {
        let record = |path| matches!(part_of(path), Some(NamedPart::Record { kind: Kind::Metric, id }) if id.as_str() == "wait-time");
        assert!(record("metrics/definitions/voice/wait-time.yaml") && record("metrics/definitions/wait-time.md"));
        for path in ["content/about.md", "content/signers", "themes/own/page.html", "metrics/.gitkeep", "metrics/definitions/Wait.yaml", ""]
        {
            assert_eq!(part_of(path), None, "{path}");
        }
    }

    #[test]
    fn the_parts_of_a_release_are_known() {
        assert!(matches!(classify("metrics/snapshots/2026-09/release.yaml"), Slot::Release { .. }));
        assert!(matches!(classify("metrics/snapshots/2026-09/wait-time.csv"), Slot::Results { .. }));
        assert!(matches!(classify("metrics/snapshots/2026-09/deep/wait-time.csv"), Slot::Stray(_)));
    }
}
