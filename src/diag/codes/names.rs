//! The codes of files by their names and places: R20 to R24.

codes! {
    /// A file name is not an id.
    ///
    /// # What it does
    ///
    /// Reports names of records, releases, tables and pages that are not words of `a` to `z` and `0` to `9` joined by single dashes; a
    /// record named `index`, which is kept for lists; and a segment with the name of a column that any table may have.
    ///
    /// # Why it matters to an auditor
    ///
    /// The name of the file is the name by which everything else refers to the record, in addresses as well. It has to mean the same on
    /// every system and in every link.
    ///
    /// # Example
    ///
    /// ```text
    /// metrics/definitions/Calls_Lost.yaml
    /// metrics/snapshots/2026_04/release.yaml
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// metrics/definitions/calls-lost.yaml
    /// metrics/snapshots/2026-04/release.yaml
    /// ```
    ///
    /// The `title` can stay as people know it.
    ///
    /// # Configuration
    ///
    /// An id has at most 64 characters. The finding cannot be set aside or given another level, because a record without an id cannot
    /// be referred to.
    BAD_ID "R20" "bad-id";
    /// Two files claim one id.
    ///
    /// # What it does
    ///
    /// Compares the ids of all records of a kind, whatever their folder and whether they are YAML or Markdown. Records of different
    /// kinds may share an id.
    ///
    /// # Why it matters to an auditor
    ///
    /// With two definitions under one name nobody can tell by which of them a published figure was made.
    ///
    /// # Example
    ///
    /// ```text
    /// metrics/definitions/calls-offered.yaml
    /// metrics/definitions/voice/calls-offered.yaml
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// metrics/definitions/calls-offered.yaml
    /// metrics/definitions/voice/calls-offered-by-voice.yaml
    /// ```
    ///
    /// Or remove one of the two.
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    DUPLICATE_ID "R21" "duplicate-id";
    /// Two names differ by case only.
    ///
    /// # What it does
    ///
    /// Compares the paths of all files and folders without regard to case.
    ///
    /// # Why it matters to an auditor
    ///
    /// Windows and macOS usually keep one of the two files and lose the other, so that a copy of the evidence would not hold what the
    /// original does.
    ///
    /// # Example
    ///
    /// ```text
    /// content/glossary/Offered.md
    /// content/glossary/offered.md
    /// ```
    ///
    /// # Instead
    ///
    /// Rename one of the two, or remove it:
    ///
    /// ```text
    /// content/glossary/offered.md
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    CASE_COLLISION "R22" "case-collision";
    /// A file or folder has no place in a project.
    ///
    /// # What it does
    ///
    /// Reports each file in `content/` and `metrics/` whose folder or ending stands for nothing, a folder where a file belongs, and
    /// what is neither file nor folder. The files `.gitkeep`, `.gitignore` and `.gitattributes` may stand anywhere.
    ///
    /// # Why it matters to an auditor
    ///
    /// What is in the wrong place is not read, and whoever put it there believes that it counts: a decision in `content/desicions/`
    /// would be in no report.
    ///
    /// # Example
    ///
    /// ```text
    /// content/desicions/2026-04-09-keep-the-target.md
    /// metrics/definitions/wait-time.yml
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// content/decisions/2026-04-09-keep-the-target.md
    /// metrics/definitions/wait-time.yaml
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read. Whatever stands outside `content/`, `metrics/` and `themes/` is not looked at, so other files can
    /// stand there.
    STRAY_FILE "R23" "stray-file";
    /// A symbolic link stands where a file is expected.
    ///
    /// # What it does
    ///
    /// Reports each symbolic link below `content/`, `metrics/` and `themes/`, and `tickmark.yaml` if it is one. Nothing behind a link
    /// is read.
    ///
    /// # Why it matters to an auditor
    ///
    /// A link can lead out of the repository, to a file that is in no commit and differs from machine to machine. What was read could
    /// not be shown again.
    ///
    /// # Example
    ///
    /// ```text
    /// metrics/segments/site.yaml -> ../../../shared/site.yaml
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// metrics/segments/site.yaml   the file itself
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    SYMBOLIC_LINK "R24" "symbolic-link";
}
