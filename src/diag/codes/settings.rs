//! The codes of settings, themes, languages and signers: R50 to R54.

codes! {
    /// A template or asset of the theme cannot be used.
    ///
    /// # What it does
    ///
    /// Reports what stands outside `templates/`, `assets/` and `languages/` of the chosen theme, templates that no page uses or that
    /// cannot be rendered, and style sheets with a brace that has no partner.
    ///
    /// # Why it matters to an auditor
    ///
    /// A template of the project can leave out what the built-in one shows, marks and findings included. One that does not work is told
    /// rather than replaced in silence.
    ///
    /// # Example
    ///
    /// No page asks for a template of this name:
    ///
    /// ```text
    /// themes/own/templates/metrik.html
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// themes/own/templates/metric.html
    /// ```
    ///
    /// Once a file is removed, the built-in one is used again.
    ///
    /// # Configuration
    ///
    /// `theme` in `tickmark.yaml` names the folder below `themes/`; without it nothing of this is looked at. The finding itself cannot
    /// be set aside or given another level, because no page can be written with such a theme.
    THEME "R50" "theme-template";
    /// A setting does not fit the rest of the project.
    ///
    /// # What it does
    ///
    /// Reports a `theme` without a folder of that name in `themes/`, and names under `checks` that are no codes of checks, codes of the
    /// reader included. The command ends with exit code 2.
    ///
    /// # Why it matters to an auditor
    ///
    /// Somebody who switches off a check by a misspelt code believes that it is off, and somebody who raises one believes that it is
    /// strict. What the settings say has to be what happens.
    ///
    /// # Example
    ///
    /// ```yaml
    /// theme: corporate
    /// checks:
    ///   D1: error
    ///   R30: off
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// checks:
    ///   D01: error
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because settings that do not
    /// hold cannot say how to treat themselves.
    SETTINGS "R51" "settings";
    /// A catalogue of words cannot be used, or lacks some.
    ///
    /// # What it does
    ///
    /// Reports a `language` for which there is no catalogue, messages in a theme's catalogue that cannot be read or stand twice,
    /// variables that no page gives, and, as a warning, messages that are missing and said in English.
    ///
    /// # Why it matters to an auditor
    ///
    /// A sentence with the wrong variable or half in another language misleads the reader about a figure that is right.
    ///
    /// # Example
    ///
    /// ```text
    /// # themes/own/languages/fr.ftl
    /// date = { $tag }. { $month }
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// # themes/own/languages/fr.ftl
    /// date = { $day } { $month } { $year }
    /// ```
    ///
    /// # Configuration
    ///
    /// `language` and `theme` in `tickmark.yaml` choose the catalogues. English and German are built in. The finding cannot be set
    /// aside or given another level; as a warning it stops no report.
    LANGUAGE "R53" "language-catalogue";
    /// A line of the file of those who may sign cannot be read.
    ///
    /// # What it does
    ///
    /// Reads the file by the grammar of OpenSSH's `allowed_signers`: names, options, the type of the key and the key. A line that is
    /// wrong counts for nobody, while the others still count.
    ///
    /// # Why it matters to an auditor
    ///
    /// Whether a commit was approved by somebody who may approve it rests on this file. A line that one program takes for a key and
    /// another does not would make the same signature good and bad.
    ///
    /// # Example
    ///
    /// ```text
    /// elin@example.org namespaces=git ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI...
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// elin@example.org namespaces="git" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI...
    /// ```
    ///
    /// Copy the key as a whole from the `.pub` file.
    ///
    /// # Configuration
    ///
    /// `signers` in `tickmark.yaml` names the file; without it `content/signers` is read where it is there. Times are in universal
    /// time. The finding cannot be set aside or given another level, because a signature cannot be judged by a line that nobody can
    /// read.
    SIGNERS "R54" "signers-line";
}
