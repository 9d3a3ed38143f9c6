//! The documents hold together: every link leads somewhere, every command line is one, and every document can be found.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::sandbox::Sandbox;
use crate::shell_words::{command_lines, misunderstood};
use crate::tree::{files_below, read, root};

/// Every document by its path from the root.
fn documents() -> Vec<(String, String)> {
    let single = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(|path| (path.to_owned(), read(path)));
    let below =
        |folder: &'static str| files_below(folder, "md").into_iter().map(move |file| (format!("{folder}/{}", file.path), file.text));
    let examples = below("examples").filter(|(path, _)| path.ends_with("/README.md"));
    single.into_iter().chain(below("docs")).chain(examples).collect()
}

/// The lines of a text outside and inside of fenced code.
fn parted(text: &str) -> (Vec<&str>, Vec<&str>) {
    let (mut prose, mut code) = (Vec::new(), Vec::new());
    let mut fenced = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if fenced {
            code.push(line);
        } else {
            prose.push(line);
        }
    }
    (prose, code)
}

/// A line without what stands in backquotes.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect::<Vec<_>>().join("``")
}

/// Where the links of a text lead, as they are written.
fn links(text: &str) -> Vec<String> {
    let lines = parted(text).0.join("\n");
    let plain = without_code(&lines);
    let targets = plain.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next());
    targets.filter(|target| !target.contains("://") && !target.starts_with("mailto:")).map(str::to_owned).collect()
}

/// The names under which the headings of a text can be reached.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let headings = parted(text).0.into_iter().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let kept = |letter: &char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_');
            let name: String = line.trim_start_matches('#').trim().to_lowercase().chars().filter(kept).collect();
            let name = name.replace(' ', "-");
            let count = seen.entry(name.clone()).or_default();
            *count += 1;
            if *count == 1 { name } else { format!("{name}-{}", *count - 1) }
        })
        .collect()
}

#[test]
fn every_link_leads_somewhere() {
    let mut broken = Vec::new();
    for (path, text) in documents() {
        for link in links(&text) {
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let folder = Path::new(&path).parent().unwrap_or(Path::new(""));
            let target = if file.is_empty() { root().join(&path) } else { root().join(folder).join(file) };
            let leads = target.exists()
                && (anchor.is_empty() || std::fs::read_to_string(&target).is_ok_and(|text| anchors(&text).contains(anchor)));
            if !leads {
                broken.push(format!("{path}: {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_command_line_is_understood() {
    let mut wrong = Vec::new();
    for (path, text) in documents() {
        let (prose, code) = parted(&text);
        let spans: Vec<String> = prose.join("\n").split('`').skip(1).step_by(2).map(|span| span.replace('\n', " ")).collect();
        // A command that is named, not typed: with what is left out, or nothing but its name.
        let typed =
            spans.into_iter().filter(|span| !span.contains(['…', '[', '=']) && !span.contains("COMMAND") && span.split(' ').count() > 2);
        // What git is told to run, and what it shows by it.
        let shown = |line: &String| [" metrics/", " content/", "tickmark.yaml", "[OPTIONS]"].iter().any(|part| line.contains(part));
        let lines = command_lines(&code.join("\n").replace("- run: ", "").replace("run: ", "").replace("- tickmark", "tickmark"));
        for line in lines.into_iter().filter(|line| !shown(line)) {
            wrong.extend(misunderstood(&line).map(|said| format!("{path}: {said}")));
        }
        // Prose may name a command without everything that it needs.
        for line in typed.flat_map(|span| command_lines(&span)) {
            wrong.extend(misunderstood(&line).filter(|said| !said.contains("required")).map(|said| format!("{path}: {said}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_document_is_linked_from_the_index() {
    let linked: BTreeSet<String> = links(&read("docs/README.md")).into_iter().collect();
    let documents = documents().into_iter().filter_map(|(path, _)| path.strip_prefix("docs/").map(str::to_owned));
    let missing: Vec<String> =
        documents.filter(|path| !path.starts_with("checks/") && path != "README.md" && !linked.contains(path)).collect();
    assert!(missing.is_empty(), "docs/README.md links no {missing:?}");
    assert!(linked.contains("checks/README.md"));
}

#[test]
fn links_are_read_outside_of_code() {
    assert_eq!(links("[a](b.md) `[c](d.md)`\n```\n[e](f.md)\n```\n[g](https://example.org)"), ["b.md"]);
}

#[test]
fn headings_are_reached_as_they_are_on_the_forges() {
    let expected = ["a-title-c3", "again", "again-1"].map(str::to_owned).into_iter().collect();
    assert_eq!(anchors("# A title: C3!\n## Again\n## Again\n"), expected);
}

/// The names that a model uses for methods and rules, all of which a reader may meet.
fn methods() -> Vec<String> {
    let calculation = read("src/model/metric/calculation.rs");
    let sources = [
        (calculation.as_str(), &["Scoring", "Aggregate", "MissingMethod", "IntervalMethod", "RuleSet"][..]),
        (&read("src/model/rollup.rs"), &["Rollup"]),
        (&read("src/model/number/rounding.rs"), &["Rounding"]),
        (&read("src/model/scorecard.rs"), &["MissingRule", "Compensation"]),
        (&read("src/model/survey/sampling.rs"), &["SamplingMethod", "ResponseRate"]),
        (&read("src/model/commitment.rs"), &["Operator"]),
        (&read("src/model/baseline.rs"), &["BaselineMethod"]),
        (&read("src/model/direction.rs"), &["Direction"]),
        (&read("src/stats/spc/signal.rs"), &["Rule"]),
    ];
    let mut names = Vec::new();
    for (text, enums) in sources {
        for name in enums {
            let body = text.split(&format!("pub enum {name} {{\n")).nth(1).and_then(|rest| rest.split("\n}").next()).expect(name);
            let variants = body.lines().map(str::trim).filter_map(|line| line.strip_suffix(','));
            names.extend(variants.filter(|line| line.starts_with(|letter: char| letter.is_ascii_uppercase())).map(kebab));
        }
    }
    names
}

/// `TwoOfThree` as `two-of-three`; response rates keep their letters.
fn kebab(variant: &str) -> String {
    if variant.starts_with("Rr") {
        return variant.to_uppercase();
    }
    let mut name = String::new();
    for letter in variant.chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

#[test]
fn every_method_stands_in_the_page_of_statistics() {
    let page = read("docs/statistics.md");
    let missing: Vec<String> = methods().into_iter().filter(|name| !page.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "docs/statistics.md lacks {missing:?}");
}

#[test]
fn every_figure_quoted_in_the_page_of_statistics_is_held_by_a_test() {
    let tests: String = files_below("src/stats", "rs").into_iter().map(|file| file.text).collect();
    let page = read("docs/statistics.md");
    let is_figure = |word: &&str| {
        word.split_once('.').is_some_and(|(_, places)| places.len() >= 4) && word.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    let words = page.split(|letter: char| !letter.is_ascii_digit() && letter != '.').map(|word| word.trim_matches('.')).filter(is_figure);
    // Percentages of fractions that are held as such.
    let held = |word: &str| tests.contains(word) || tests.replace('_', "").contains(word) || word == "67.1868" || word == "77.2442";
    let loose: Vec<&str> = words.filter(|word| !held(word)).collect();
    assert!(loose.is_empty(), "no test of src/stats holds {loose:?}");
}

/// The lists in docs/themes.md that are made from the theme itself.
fn theme_lists() -> Vec<(&'static str, String)> {
    let bullets = |names: Vec<String>| format!("- {}\n", names.join("\n- "));
    let folder = |ending| files_below("themes/default/assets", ending).into_iter().map(|file| format!("`{}`", file.path));
    let templates = files_below("themes/default/templates", "html");
    let mut blocks = Vec::new();
    let mut components = Vec::new();
    for file in &templates {
        let text = file.text.replace("{%-", "{%");
        let marked = |mark: &str| -> Vec<String> {
            let names = text.split(mark).skip(1).filter_map(|rest| rest.split([' ', '(']).next());
            names.filter(|name| !name.is_empty()).map(|name| format!("`{name}`")).collect()
        };
        let name = &file.path;
        for (list, found) in [(&mut blocks, marked("{% block ")), (&mut components, marked("{% component "))] {
            let list: &mut Vec<String> = list;
            if !found.is_empty() {
                list.push(format!("`{name}`: {}", found.join(", ")));
            }
        }
    }
    let theme = read("src/render/theme.rs");
    let kinds = theme.split("PAGE_TEMPLATES: &[&str] = &[\n").nth(1).and_then(|rest| rest.split("];").next()).expect("the kinds");
    let kinds = kinds.lines().map(|line| line.trim().trim_matches([',', '"'])).filter(|name| !name.is_empty());
    let kinds = kinds.map(|name| format!("`{name}.html`")).collect::<Vec<_>>().join(", ");
    let page = read("src/site/view/page.rs");
    let frame = page.split("pub struct Frame {\n").nth(1).and_then(|rest| rest.split("\n}").next()).expect("the frame");
    let mut rows = String::from("| Variable | Holds |\n|---|---|\n");
    let mut says = "";
    for line in frame.lines().map(str::trim) {
        if let Some(comment) = line.strip_prefix("/// ") {
            says = comment;
        } else if let Some((name, _)) = line.strip_prefix("pub ").and_then(|rest| rest.split_once(':')) {
            let _ = writeln!(rows, "| `frame.{name}` | {says} |");
        }
    }
    vec![
        ("assets", format!("- {}\n- {}\n", folder("css").collect::<Vec<_>>().join(", "), folder("js").collect::<Vec<_>>().join(", "))),
        ("pages", format!("{kinds}.\n")),
        ("blocks", bullets(blocks)),
        ("components", bullets(components)),
        ("frame", rows),
    ]
}

#[test]
fn lists_in_the_page_of_themes_are_those_of_the_theme() {
    let mut page = read("docs/themes.md");
    for (name, list) in theme_lists() {
        let mark = format!("<!-- {name}: made from the program -->\n");
        let (before, rest) = page.split_once(&mark).unwrap_or_else(|| panic!("no mark for {name}"));
        let (_, after) = rest.split_once("<!-- end -->").expect("an end");
        page = format!("{before}{mark}\n{list}\n<!-- end -->{after}");
    }
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(root().join("docs/themes.md"), &page).expect("the page can be written");
    }
    assert!(read("docs/themes.md") == page, "docs/themes.md is not what the theme holds; run with UPDATE_EXPECTED=1");
}

/// The first fenced code of a language in a text, with the file that its first line names.
fn example<'a>(text: &'a str, language: &str) -> (String, &'a str) {
    let code = text.split(&format!("```{language}\n")).nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let name = code.split_whitespace().find(|word| word.starts_with("themes/NAME/")).expect("the name of a file");
    (name.replace("NAME", "ours"), code)
}

#[test]
fn examples_in_the_page_of_themes_work() {
    let sandbox = Sandbox::minimal();
    let page = read("docs/themes.md");
    for language in ["css", "html"] {
        let (name, text) = example(&page, language);
        sandbox.write(&name, text);
    }
    sandbox.write("tickmark.yaml", format!("{}theme: ours\n", sandbox.read("tickmark.yaml")));
    let outcome = sandbox.build(&[]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    assert!(sandbox.read("output/metrics/answered-in-time.html").contains("Do not forward"));
    let mut assets = sandbox.files().into_iter().filter(|(name, _)| name.starts_with("output/assets/"));
    assert!(assets.any(|(_, bytes)| String::from_utf8_lossy(&bytes).contains("--accent: #7a1f5c")));
}
