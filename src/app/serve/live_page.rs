//! A page of the report as a preview shows it: the same bytes, with a script that follows the project.
//!
//! Only served copies are changed, and of them only the head: a style sheet, a script, and what its policy has to let in for these. What may not
//! be so has a note at its end, too.

use super::asked::OWN;

/// What a served page says of itself to its script.
#[derive(Clone, Copy, Debug)]
pub(super) struct Served<'a> {
    /// Which run of the server made it.
    pub(super) session: &'a str,
    /// The state that it shows.
    pub(super) number: u64,
    /// Digest of its bytes before they were changed.
    pub(super) digest: &'a str,
    /// What it is instead of a page of the report; empty for pages of the report.
    pub(super) notice: &'a str,
}

/// The same page with the script of a preview; bytes that are no text are left as they are.
pub(super) fn with_live_script(page: Vec<u8>, served: Served<'_>) -> Vec<u8> {
    let html = match String::from_utf8(page) {
        Ok(html) => html,
        Err(error) => return error.into_bytes(),
    };
    let end_of_head = find(&html, "</head>").or_else(|| find(&html, "</body>")).unwrap_or(html.len());
    // Small letters of the same length, so that places in one are places in the other.
    let head = html[..end_of_head].to_ascii_lowercase();
    let Served { session, number, digest, notice } = served;
    let tags = format!(
        "<link rel=\"stylesheet\" href=\"{OWN}live.css\">\n<script defer src=\"{OWN}live.js\" data-session=\"{session}\" data-number=\"{number}\" \
         data-digest=\"{digest}\" data-notice=\"{notice}\"></script>\n"
    );
    let mut out = String::with_capacity(html.len() + tags.len() + 64);
    let mut from = 0;
    for (start, end) in policies(&head) {
        out.push_str(&html[from..start]);
        out.push_str(&let_in(&html[start..end]));
        from = end;
    }
    out.push_str(&html[from..end_of_head]);
    out.push_str(&tags);
    out.push_str(&html[end_of_head..]);
    out.into_bytes()
}

/// The same page with something at the end of its body; bytes that are no text are left as they are.
pub(super) fn with_note(page: Vec<u8>, note: &str) -> Vec<u8> {
    let mut html = match String::from_utf8(page) {
        Ok(html) => html,
        Err(error) => return error.into_bytes(),
    };
    let end = html.as_bytes().windows(7).rposition(|bytes| bytes.eq_ignore_ascii_case(b"</body>")).unwrap_or(html.len());
    html.insert_str(end, note);
    html.into_bytes()
}

/// Where a tag stands, in letters of either case.
fn find(html: &str, tag: &str) -> Option<usize> {
    html.as_bytes().windows(tag.len()).position(|bytes| bytes.eq_ignore_ascii_case(tag.as_bytes()))
}

/// Where policies stand in the tags of a head in small letters.
fn policies(head: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(tag) = head[from..].find("<meta").map(|at| from + at) {
        let end = head[tag..].find('>').map_or(head.len(), |at| tag + at);
        if head[tag..end].contains("content-security-policy") {
            // A policy has single quotes in it, so that it stands in double ones.
            let start = head[tag..end].find("content=\"").map(|at| tag + at + "content=\"".len());
            found.extend(start.and_then(|start| head[start..end].find('"').map(|length| (start, start + length))));
        }
        from = end;
    }
    found
}

/// A policy that lets in the script, the style sheet and the stream of a preview, and whatever it let in before.
fn let_in(policy: &str) -> String {
    let mut directives: Vec<String> =
        policy.split(';').map(|directive| directive.trim().to_owned()).filter(|one| !one.is_empty()).collect();
    let sources = |directive: &str| directive.split_once(' ').map_or("", |(_, sources)| sources.trim()).to_owned();
    let name = |directive: &str| directive.split(' ').next().unwrap_or_default().to_ascii_lowercase();
    let fallback = directives.iter().find(|directive| name(directive) == "default-src").map(|directive| sources(directive));
    for wanted in ["style-src", "script-src", "connect-src"] {
        let own = directives.iter_mut().find(|directive| name(directive) == wanted);
        let Some(before) = own.as_ref().map(|directive| sources(directive)).or_else(|| fallback.clone()) else {
            continue;
        };
        if before.split(' ').any(|source| source == "'self'" || source == "*") {
            continue;
        }
        let kept = if before == "'none'" { String::new() } else { before };
        let directive = format!("{wanted} 'self' {kept}").trim_end().to_owned();
        match own {
            Some(own) => *own = directive,
            None => directives.push(directive),
        }
    }
    directives.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

    fn live(html: &str) -> String {
        let served = Served { session: "s", number: 3, digest: "d", notice: "" };
        String::from_utf8(with_live_script(html.as_bytes().to_vec(), served)).expect("text stays text")
    }

    #[test]
    fn a_page_gets_its_script_at_the_end_of_its_head_and_may_connect() {
        let html = format!(
            "<html><head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n<title>é</title>\n</head><body>&lt;/head></body>"
        );
        let tags = "<link rel=\"stylesheet\" href=\"/.tickmark/live.css\">\n<script defer src=\"/.tickmark/live.js\" data-session=\"s\" data-number=\"3\" \
                    data-digest=\"d\" data-notice=\"\"></script>\n";
        let expected = html.replace(POLICY, &format!("{POLICY}; connect-src 'self'")).replace("</head><", &format!("{tags}</head><"));
        assert_eq!(live(&html), expected);
    }

    #[test]
    fn a_page_without_a_head_gets_it_at_its_end() {
        assert!(live("<p>").starts_with("<p><link") && live("<body></BODY>").ends_with("</script>\n</BODY>"));
    }

    #[test]
    fn a_note_stands_at_the_end_of_the_body() {
        let noted = |html: &str| String::from_utf8(with_note(html.as_bytes().to_vec(), "<b>")).expect("text stays text");
        assert_eq!(noted("<pre>&lt;/body></pre></body><p>é</BODY>\n</html>"), "<pre>&lt;/body></pre></body><p>é<b></BODY>\n</html>");
        assert_eq!(noted("<p>"), "<p><b>");
        assert_eq!(with_note(vec![0xff], "<b>"), [0xff]);
    }

    #[test]
    fn a_policy_lets_in_no_more_than_it_must() {
        assert_eq!(let_in(""), "");
        assert_eq!(let_in("img-src *"), "img-src *");
        assert_eq!(let_in("default-src 'self'"), "default-src 'self'");
        assert_eq!(let_in("default-src 'none'"), "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'");
        assert_eq!(let_in("script-src 'sha256-x'; connect-src 'none'"), "script-src 'self' 'sha256-x'; connect-src 'self'");
    }

    #[test]
    fn bytes_that_are_no_text_are_left_alone() {
        let served = Served { session: "s", number: 3, digest: "d", notice: "" };
        assert_eq!(with_live_script(vec![0xff, b'<'], served), [0xff, b'<']);
    }
}
