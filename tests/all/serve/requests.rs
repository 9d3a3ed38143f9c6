//! What is answered, and to whom.

use super::client::Serving;
use crate::sandbox::{Sandbox, files_below};

#[test]
fn every_file_is_that_of_a_build_and_only_pages_are_given_a_script() {
    let sandbox = Sandbox::minimal();
    let serving = Serving::start(sandbox.folder(), &[]);
    let built = Sandbox::empty();
    let output = built.path("report");
    assert_eq!(sandbox.build(&["--output", output.to_str().expect("text")]).code, 0);
    for (path, bytes) in files_below(&output).iter().filter(|(path, _)| !path.ends_with('/')) {
        let raw = serving.get(&format!("/.tickmark/raw/{path}"));
        assert_eq!((raw.status, raw.body == *bytes), (200, true), "{path}");
        let served = serving.get(&format!("/{path}"));
        let is_page = path.rsplit_once('.').is_some_and(|(_, ending)| ending == "html");
        assert_eq!(served.status, 200, "{path}");
        assert_eq!(served.body == *bytes, !is_page, "{path}");
        assert_eq!(served.text().contains("<script defer src=\"/.tickmark/live.js\""), is_page, "{path}");
    }
    assert_eq!(sandbox.files(), Sandbox::minimal().files(), "nothing is written");
}

#[test]
fn a_request_is_answered_as_it_should_be() {
    let sandbox = Sandbox::minimal();
    let serving = Serving::start(sandbox.folder(), &[]);
    let first = serving.get("/");
    assert_eq!((first.status, first.header("content-type")), (200, "text/html; charset=utf-8"));
    for (name, value) in [
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("content-security-policy", "frame-ancestors 'none'"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(first.header(name), value, "{name}");
    }
    assert!(first.text().contains("form-action 'none'; connect-src 'self'\">"), "the page may hear of changes");
    assert_eq!(serving.get("/metrics/").text(), serving.get("/metrics/index.html").text());
    for (path, kind) in [
        ("/.tickmark/live.js", "text/javascript; charset=utf-8"),
        ("/.tickmark/live.css", "text/css; charset=utf-8"),
        ("/.tickmark/events", "text/event-stream"),
        ("/provenance.json", "application/json; charset=utf-8"),
        ("/manifest-sha256.txt", "text/plain; charset=utf-8"),
    ] {
        let host = format!("Host: localhost:{}", serving.port);
        assert_eq!(serving.ask("HEAD", path, &[&host]).header("content-type"), kind, "{path}");
    }

    let host = format!("Host: 127.0.0.1:{}", serving.port);
    let head = serving.ask("HEAD", "/", &[&host]);
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), first.body.len().to_string());
    assert_eq!(head.header("etag"), first.header("etag"));
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"] {
        let refused = serving.ask(method, "/", &[&host, "Content-Length: 0"]);
        assert_eq!((refused.status, refused.header("allow")), (405, "GET, HEAD"), "{method}");
    }

    for path in [
        "/../tickmark.yaml",
        "/%2e%2e/tickmark.yaml",
        "/..%2ftickmark.yaml",
        "/metrics/../index.html",
        "//index.html",
        "/metrics//index.html",
        "/..\\index.html",
        "/%5c..%5cindex.html",
        "/index.html%00",
        "/tickmark.yaml",
        "/content/index.md",
        "/.git/config",
        "/.tickmark/",
        "/.tickmark/raw/../index.html",
        "/etc/passwd",
        "/%",
        "/metrics",
    ] {
        assert_eq!(serving.ask("GET", path, &[&host]).status, 404, "{path}");
    }
    let missing = serving.get("/metrics/%3Cb%3E.html");
    assert!(missing.text().contains("<code>metrics/&lt;b&gt;.html</code>"), "{}", missing.text());
}

#[test]
fn only_who_names_this_machine_is_answered() {
    let sandbox = Sandbox::minimal();
    let serving = Serving::start(sandbox.folder(), &[]);
    let status = |headers: &[&str]| serving.ask("GET", "/", headers).status;
    let port = serving.port;
    for host in ["localhost", "LocalHost", "127.0.0.1", "[::1]"] {
        assert_eq!(status(&[&format!("Host: {host}:{port}")]), 200, "{host}");
    }
    let other = port ^ 1;
    for host in [
        format!("evil.example:{port}"),
        "localhost".to_owned(),
        format!("localhost:{other}"),
        format!("127.0.0.1.evil.example:{port}"),
        format!("192.168.0.1:{port}"),
    ] {
        assert_eq!(status(&[&format!("Host: {host}")]), 421, "{host}");
    }
    let own = format!("Host: localhost:{port}");
    assert_eq!(status(&[&own, "Host: evil.example"]), 421, "two hosts");
    assert_eq!(serving.ask("GET", "http://evil.example/", &[&own]).status, 421, "another host in the line");
    assert_eq!(serving.ask("GET", "/.tickmark/events", &["Host: evil.example"]).status, 421, "events");
}

#[test]
fn other_machines_are_let_in_with_a_warning_only() {
    let sandbox = Sandbox::minimal();
    let serving = Serving::start(sandbox.folder(), &["--host", "0.0.0.0"]);
    serving.until_said("warning: whoever can reach this machine");
    assert_eq!(serving.ask("GET", "/", &["Host: 192.168.0.1:8080"]).status, 200);
    assert_eq!(serving.ask("GET", "/", &["Host: evil.example"]).status, 421);
}

#[cfg(unix)]
#[test]
fn a_browser_is_told_what_it_waits_for_and_anybody_else_waits() {
    let repository = crate::repositories::Repository::minimal();
    let held = super::client::Held::new(&repository);
    let serving = Serving::start(repository.folder(), &[]);
    let host = format!("Host: localhost:{}", serving.port);
    let first = serving.ask("GET", "/metrics/", &[&host, "Accept: text/html,*/*"]);
    assert_eq!(first.status, 503);
    assert!(first.text().contains("Preparing the report") && first.text().contains("data-notice=\"reading\""), "{}", first.text());
    let mut events = serving.events();
    assert_eq!(events.next().expect("a first state")["number"], 0);
    std::thread::scope(|scope| {
        let patient = scope.spawn(|| serving.get("/metrics/").status);
        held.release();
        assert_eq!(events.ready()["number"], 1, "the page is told when it can go over");
        assert_eq!(patient.join().expect("an answer"), 200, "who is no browser waits for the page itself");
    });
}
