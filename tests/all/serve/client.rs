//! A preview that runs, and a browser without a window.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::command::program;
use crate::sandbox::AS_OF;

/// Long enough for any machine; nothing waits so long where all is well.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running `tickmark serve`, ended when it is dropped.
pub(super) struct Serving {
    child: Child,
    pub(super) port: u16,
    pub(super) out: Arc<Mutex<String>>,
    pub(super) err: Arc<Mutex<String>>,
}

/// A repository that cannot be read to its end: a part of it is a pipe into which nobody writes yet.
#[cfg(unix)]
pub(super) struct Held {
    pipe: std::path::PathBuf,
    aside: std::path::PathBuf,
}

#[cfg(unix)]
impl Held {
    pub(super) fn new(repository: &crate::repositories::Repository) -> Self {
        let pipe = repository.folder().join(".git/info/grafts");
        std::fs::create_dir_all(pipe.parent().expect("a folder")).expect("made");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
        assert!(made.success());
        Self { pipe, aside: repository.folder().join(".git/aside") }
    }

    /// Lets it be read.
    pub(super) fn release(&self) {
        // Whoever comes later finds nothing there, and whoever waits is told that nothing comes.
        std::fs::rename(&self.pipe, &self.aside).expect("renamed");
        drop(std::fs::OpenOptions::new().read(true).write(true).open(&self.aside).expect("opened"));
    }
}

/// What was answered.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: Vec<u8>,
}

impl Serving {
    /// Starts at a free port and waits until it listens.
    pub(super) fn start(folder: &Path, args: &[&str]) -> Self {
        Self::start_as(program(["-C"]), folder, args)
    }

    /// The same by a command to which the arguments after `-C` are added.
    pub(super) fn start_as(mut command: std::process::Command, folder: &Path, args: &[&str]) -> Self {
        command.arg(folder).args(["serve", "--port", "0", "--as-of", AS_OF]).args(args);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
        let out = collect(child.stdout.take().expect("a pipe"));
        let err = collect(child.stderr.take().expect("a pipe"));
        let mut serving = Self { child, port: 0, out, err };
        wait(|| serving.said().contains("serving http://") && serving.said().contains("/\n"), || serving.all());
        let said = serving.said();
        let address = said.lines().next().and_then(|line| line.strip_suffix('/')).and_then(|line| line.rsplit_once(':'));
        serving.port = address.and_then(|(_, port)| port.parse().ok()).expect("a port");
        serving
    }

    pub(super) fn said(&self) -> String {
        self.out.lock().expect("no reader fails").clone()
    }

    pub(super) fn complained(&self) -> String {
        self.err.lock().expect("no reader fails").clone()
    }

    fn all(&self) -> String {
        format!("{}\n---\n{}", self.said(), self.complained())
    }

    /// Waits until it says something.
    pub(super) fn until_said(&self, text: &str) {
        wait(|| self.said().contains(text) || self.complained().contains(text), || format!("no `{text}` in\n{}", self.all()));
    }

    pub(super) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time");
        stream
    }

    pub(super) fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &[&format!("Host: 127.0.0.1:{}", self.port)])
    }

    /// A file as a build writes it.
    pub(super) fn raw(&self, path: &str) -> String {
        let reply = self.get(&format!("/.tickmark/raw/{path}"));
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
        reply.text()
    }

    pub(super) fn ask(&self, method: &str, target: &str, headers: &[&str]) -> Reply {
        let mut stream = self.connect();
        let mut request = format!("{method} {target} HTTP/1.1\r\nConnection: close\r\n");
        for header in headers {
            request.push_str(header);
            request.push_str("\r\n");
        }
        stream.write_all(format!("{request}\r\n").as_bytes()).expect("sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("answered");
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8(answer[..end].to_vec()).expect("text");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Reply { status, head, body: answer[end + 4..].to_vec() }
    }

    /// The stream of what happens; it begins with the state that is served.
    pub(super) fn events(&self) -> Events {
        let mut stream = self.connect();
        write!(stream, "GET /.tickmark/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port).expect("sent");
        Events { lines: BufReader::new(stream) }
    }

    /// Sends a signal and waits for the end.
    #[cfg(unix)]
    pub(super) fn signal(&mut self, name: &str) -> ExitStatus {
        let id = self.child.id().to_string();
        let killed = std::process::Command::new("kill").args(["-s", name, &id]).status().expect("kill runs");
        assert!(killed.success());
        self.end()
    }

    /// Waits for the end.
    pub(super) fn end(&mut self) -> ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status;
            }
            assert!(begun.elapsed() < PATIENCE, "it does not end\n{}", self.all());
            thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Reply {
    pub(super) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("text")
    }

    /// A field of the head.
    pub(super) fn header(&self, name: &str) -> &str {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value).next().unwrap_or("")
    }
}

/// The stream of what happens.
pub(super) struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// The next state that is told; nothing when the stream has ended.
    pub(super) fn next(&mut self) -> Option<Value> {
        let mut line = String::new();
        loop {
            line.clear();
            if self.lines.read_line(&mut line).expect("an event in time") == 0 {
                return None;
            }
            if let Some(data) = line.strip_prefix("data: ") {
                return Some(serde_json::from_str(data).expect("JSON"));
            }
        }
    }

    /// Waits for a state.
    pub(super) fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let state = self.next().expect("the stream goes on");
            if wanted(&state) {
                return state;
            }
        }
    }

    /// Waits until the project was read.
    pub(super) fn ready(&mut self) -> Value {
        self.until(|state| state["number"] != 0)
    }
}

/// The paths that changed on the way to a state.
pub(super) fn changed(state: &Value) -> Vec<String> {
    let log = state["log"].as_array().expect("a list");
    let changes = log.iter().flat_map(|step| step["changes"].as_array().expect("a list"));
    changes.map(|change| change["path"].as_str().expect("a path").to_owned()).collect()
}

fn collect(mut pipe: impl Read + Send + 'static) -> Arc<Mutex<String>> {
    let text = Arc::new(Mutex::new(String::new()));
    let kept = Arc::clone(&text);
    thread::spawn(move || {
        let mut piece = [0; 4096];
        while let Ok(read @ 1..) = pipe.read(&mut piece) {
            kept.lock().expect("no reader fails").push_str(&String::from_utf8_lossy(&piece[..read]));
        }
    });
    text
}

pub(super) fn wait(done: impl Fn() -> bool, says: impl Fn() -> String) {
    let begun = Instant::now();
    while !done() {
        assert!(begun.elapsed() < PATIENCE, "{}", says());
        thread::sleep(Duration::from_millis(10));
    }
}
