//! Where the system does not watch files.

use super::client::{Serving, changed};
use crate::sandbox::Sandbox;

const PAGE: &str = "content/index.md";

fn edit(sandbox: &Sandbox, serving: &Serving) {
    let mut events = serving.events();
    events.ready();
    sandbox.write(PAGE, "---\ntitle: Overview\n---\n\nSaved where nobody watches.\n");
    events.until(|state| changed(state).contains(&PAGE.to_owned()));
    assert!(serving.raw("index.html").contains("Saved where nobody watches."));
}

#[test]
fn files_are_looked_at_where_that_is_asked_for() {
    let sandbox = Sandbox::minimal();
    let serving = Serving::start(sandbox.folder(), &["--poll"]);
    edit(&sandbox, &serving);
    assert_eq!(serving.complained(), "");
}

/// The limits of the system can be lowered for one process in a user namespace of its own.
#[cfg(target_os = "linux")]
#[test]
fn files_are_looked_at_where_the_system_can_watch_no_more() {
    for (limit, count, setting) in
        [("max_inotify_instances", 0, "fs.inotify.max_user_instances"), ("max_inotify_watches", 4, "fs.inotify.max_user_watches")]
    {
        let sandbox = Sandbox::minimal();
        let script = format!("echo {count} > /proc/sys/user/{limit} && exec \"$0\" \"$@\"");
        let mut command = std::process::Command::new("unshare");
        command.args(["--user", "--map-root-user", "sh", "-c", &script, env!("CARGO_BIN_EXE_tickmark"), "-C"]);
        let serving = Serving::start_as(command, sandbox.folder(), &[]);
        serving.until_said(&format!("  help: raise the limit with `sudo sysctl {setting}"));
        edit(&sandbox, &serving);
        assert_eq!(serving.complained().matches("warning").count(), 1, "it is said once: {}", serving.complained());
    }
}
