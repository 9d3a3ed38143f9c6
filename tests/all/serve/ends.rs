//! How a preview begins and ends.
#![cfg(unix)]

use std::net::TcpListener;

use super::client::Serving;
use crate::sandbox::{Sandbox, run};

#[test]
fn whoever_ends_it_leaves_nothing_behind() {
    for signal in ["INT", "TERM"] {
        let repository = crate::repositories::Repository::minimal();
        let before = crate::sandbox::files_below(repository.folder());
        let mut serving = Serving::start(repository.folder(), &[]);
        let mut events = serving.events();
        events.ready();
        assert_eq!(serving.signal(signal).code(), Some(0), "{signal}");
        while events.next().is_some() {}
        let mut after = crate::sandbox::files_below(repository.folder());
        after.retain(|path, _| !path.starts_with(".git/tickmark/"));
        assert_eq!(crate::sandbox::differing(&before, &after), [""; 0], "{signal}");
        assert_eq!(serving.complained(), "", "{signal}");
    }
}

#[test]
fn it_ends_while_it_reads() {
    let repository = crate::repositories::Repository::minimal();
    let held = super::client::Held::new(&repository);
    let mut serving = Serving::start(repository.folder(), &[]);
    assert_eq!(serving.signal("INT").code(), Some(0));
    drop(held);
}

#[test]
fn a_port_in_use_is_said_with_a_way_out() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let sandbox = Sandbox::minimal();
    let outcome = sandbox.run(&["serve", "--port", &port]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
    let expected = format!(
        "error: port {port} of `127.0.0.1` is in use\n  help: give another port with `--port`, or `--port 0` for the next free one\n"
    );
    assert_eq!(outcome.err, expected);
}

#[test]
fn what_cannot_be_served_is_said_at_once() {
    let empty = Sandbox::empty();
    let outcome = empty.run(&["serve", "--port", "0"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("is not a Tickmark project"), "{}", outcome.err);
    let outcome = Sandbox::minimal().run(&["serve", "--port", "0", "--host", "no such host"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("`no such host` is no address to listen at"), "{}", outcome.err);
    assert_eq!(run(["serve", "--port", "65536"]).code, 2);
}

#[test]
fn nobody_who_reads_what_it_says_ends_it_in_silence() {
    let sandbox = Sandbox::minimal();
    let mut command = crate::command::program(["-C"]);
    command.arg(sandbox.folder()).args(["serve", "--port", "0"]);
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let output = command.stdout(writer).stderr(std::process::Stdio::piped()).output().expect("the program runs");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(2), b"".as_slice()));
}

#[test]
fn a_browser_is_opened_where_that_is_asked_for() {
    use std::os::unix::fs::PermissionsExt as _;
    let sandbox = Sandbox::minimal();
    let (asked, programs) = (sandbox.path("asked"), sandbox.path("programs"));
    for name in ["xdg-open", "open"] {
        let script = format!("#!/bin/sh\necho \"$1\" > {0}.new && mv {0}.new {0}\n", asked.display());
        sandbox.write(&format!("programs/{name}"), script);
        std::fs::set_permissions(programs.join(name), std::fs::Permissions::from_mode(0o755)).expect("made to run");
    }
    let mut command = crate::command::program(["-C"]);
    command.env("PATH", format!("{}:/usr/bin:/bin", programs.display()));
    let serving = Serving::start_as(command, sandbox.folder(), &["--open"]);
    super::client::wait(|| asked.is_file(), || "nothing was opened".to_owned());
    assert_eq!(sandbox.read("asked"), format!("http://127.0.0.1:{}/\n", serving.port));
}
