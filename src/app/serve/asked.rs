//! What a request asks for, and whether it may ask here: pure functions over the text of its head.
//!
//! No path leaves the report: whatever is not plainly a path of a report names nothing. Knows nothing of connections.

use core::net::IpAddr;

/// Below this stands what only a preview has; no path of a report begins with it.
pub(super) const OWN: &str = "/.tickmark/";

/// What a request asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// A file of the report, as a preview shows it.
    Report(String),
    /// A file of the report, as a build writes it.
    Raw(String),
    /// The stream of what happens.
    Events,
    /// The script that makes a page follow its project.
    Script,
    /// The style sheet beside it.
    Style,
}

/// Reads the path of a request; nothing where no file can be meant.
pub(super) fn asked(path: &str) -> Option<Asked> {
    match path.strip_prefix(OWN) {
        None => report_path(path).map(Asked::Report),
        Some("events") => Some(Asked::Events),
        Some("live.js") => Some(Asked::Script),
        Some("live.css") => Some(Asked::Style),
        Some(rest) => report_path(rest.strip_prefix("raw")?).map(Asked::Raw),
    }
}

/// The path in the report that a path of an address names; a folder names its first page.
fn report_path(path: &str) -> Option<String> {
    let decoded = decoded(path.strip_prefix('/')?)?;
    let parts: Vec<&str> = decoded.split('/').collect();
    let (last, folders) = parts.split_last()?;
    let is_plain = |part: &&str| !part.is_empty() && *part != "." && *part != "..";
    if !folders.iter().all(is_plain) || matches!(*last, "." | "..") {
        return None;
    }
    Some(if last.is_empty() { format!("{decoded}index.html") } else { decoded })
}

/// The text behind percent signs; nothing where it is no text, or holds what no path of a report holds.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let byte = u8::try_from(digit(rest.next())? * 16 + digit(rest.next())?).ok()?;
        // A slash that was written otherwise is a trick.
        if byte == b'/' {
            return None;
        }
        bytes.push(byte);
    }
    let text = String::from_utf8(bytes).ok()?;
    (!text.contains(|character: char| character.is_control() || character == '\\')).then_some(text)
}

/// By which names this server may be addressed, so that no page of another site reaches it under a name of its own.
#[derive(Clone, Debug)]
pub(super) struct Hosts {
    names: Vec<String>,
    port: u16,
    /// Whether the server listens at every address of the machine, behind whatever port leads there.
    anywhere: bool,
}

impl Hosts {
    /// The names of a server at an address that was asked for by a name.
    pub(super) fn new(given: &str, address: IpAddr, port: u16) -> Self {
        let mut names = vec![shown(address), given.to_ascii_lowercase()];
        if address.is_loopback() || address.is_unspecified() {
            names.extend(["localhost", "127.0.0.1", "[::1]"].map(str::to_owned));
        }
        Self { names, port, anywhere: address.is_unspecified() }
    }

    /// Whether what a request names as its host is this server.
    pub(super) fn accept(&self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
            _ => (host, Some(80)),
        };
        let name = name.to_ascii_lowercase();
        let is_address = || name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>().is_ok();
        if self.anywhere {
            // A page of another site can only come by a name.
            return port.is_some() && (self.names.contains(&name) || is_address());
        }
        port == Some(self.port) && self.names.contains(&name)
    }
}

/// An address as it stands in a URL.
pub(super) fn shown(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(path: &str) -> Option<String> {
        match asked(path) {
            Some(Asked::Report(path)) => Some(path),
            _ => None,
        }
    }

    #[test]
    fn a_folder_names_its_first_page() {
        assert_eq!(report("/").as_deref(), Some("index.html"));
        assert_eq!(report("/metrics/").as_deref(), Some("metrics/index.html"));
        assert_eq!(report("/metrics/a%2db.html").as_deref(), Some("metrics/a-b.html"));
    }

    #[test]
    fn no_path_leaves_the_report() {
        for path in [
            "",
            "index.html",
            "//index.html",
            "/a//b",
            "/../x",
            "/a/../x",
            "/%2e%2e/x",
            "/%2E%2e/x",
            "/..%2fx",
            "/%2e%2e%2fx",
            "/a%2fb",
            "/a\\b",
            "/%5c..%5cx",
            "/a%00",
            "/%",
            "/%2",
            "/%zz",
            "/%ff",
            "/.",
            "/..",
            "/a/..",
            "/%0a",
        ] {
            assert_eq!(report(path), None, "{path}");
        }
    }

    #[test]
    fn what_only_a_preview_has_stands_apart() {
        assert_eq!(asked("/.tickmark/events"), Some(Asked::Events));
        assert_eq!(asked("/.tickmark/raw/a/"), Some(Asked::Raw("a/index.html".to_owned())));
        for path in ["/.tickmark/", "/.tickmark/other", "/.tickmark/raw", "/.tickmark/rawx", "/.tickmark/raw/../x"] {
            assert_eq!(asked(path), None, "{path}");
        }
    }

    #[test]
    fn a_server_on_loopback_goes_by_its_names_and_its_port() {
        let hosts = Hosts::new("127.0.0.1", IpAddr::from([127, 0, 0, 1]), 4100);
        for host in ["127.0.0.1:4100", "localhost:4100", "LOCALHOST:4100", "[::1]:4100"] {
            assert!(hosts.accept(host), "{host}");
        }
        for host in [
            "",
            "localhost",
            "localhost:4101",
            "localhost:",
            "evil.example:4100",
            "127.0.0.1.evil.example:4100",
            "192.168.0.1:4100",
            "[::1]",
        ] {
            assert!(!hosts.accept(host), "{host}");
        }
        assert!(Hosts::new("localhost", IpAddr::from([127, 0, 0, 1]), 80).accept("localhost"));
    }

    #[test]
    fn a_server_on_one_address_goes_by_that() {
        let hosts = Hosts::new("desk.example", IpAddr::from([192, 168, 0, 7]), 4100);
        assert!(hosts.accept("desk.example:4100") && hosts.accept("192.168.0.7:4100"));
        assert!(!hosts.accept("localhost:4100") && !hosts.accept("other.example:4100") && !hosts.accept("192.168.0.8:4100"));
    }

    #[test]
    fn a_server_on_all_addresses_goes_by_addresses_and_not_by_foreign_names() {
        let hosts = Hosts::new("0.0.0.0", IpAddr::from([0, 0, 0, 0]), 4100);
        assert!(hosts.accept("192.168.0.7:8080") && hosts.accept("localhost:4100") && hosts.accept("[fe80::1]:4100"));
        assert!(!hosts.accept("evil.example:4100") && !hosts.accept("localhost:x"));
    }
}
