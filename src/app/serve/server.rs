//! The server of a preview: listens, holds back who asks from elsewhere, and keeps open pages informed.
//!
//! Nothing that is sent to it is kept. Pages are made on threads of their own, so that
//! a large one holds up nobody else.
#![expect(clippy::disallowed_types, reason = "this file is the door to the network")]

use std::convert::Infallible;
use std::io;
use std::net::{SocketAddr, TcpListener, ToSocketAddrs};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::answer::{Answer, Answers};
use super::asked::{Asked, Hosts, asked, shown};
use super::bulletin::Bulletin;
use super::content_type::{HTML, content_type};
use crate::diag::Failure;

/// How long a browser waits for a page before it is given what was there last, or told what it waits for.
const PATIENCE: Duration = Duration::from_millis(300);
/// How long connections have to end.
const FAREWELL: Duration = Duration::from_millis(500);
/// How soon a page looks for a server that went away.
const RETRY: Duration = Duration::from_secs(1);
/// Pages that are made at once.
const MAKERS: usize = 8;

/// A server that listens.
#[derive(Debug)]
pub(super) struct Server {
    address: SocketAddr,
    told: watch::Sender<Told>,
    ended: mpsc::Receiver<()>,
}

/// Tells open pages what is new.
#[derive(Clone, Debug)]
pub(super) struct Crier(watch::Sender<Told>);

#[derive(Clone, Debug)]
struct Told {
    bulletin: Arc<Bulletin>,
    over: bool,
}

/// What every request is answered from.
#[derive(Clone, Debug)]
struct Desk {
    answers: Arc<Answers>,
    hosts: Arc<Hosts>,
    told: watch::Receiver<Told>,
}

impl Crier {
    /// Tells every page, and every page that will be opened.
    pub(super) fn tell(&self, bulletin: Bulletin) {
        self.0.send_modify(|told| told.bulletin = Arc::new(bulletin));
    }
}

impl Server {
    /// Listens at an address; `stop` is told when somebody asks the program to end.
    ///
    /// Fails when nobody can listen there.
    pub(super) fn start<S: Send + 'static>(
        (host, port): (&str, u16),
        answers: Answers,
        first: Bulletin,
        (stop, stopped): (Sender<S>, impl FnOnce() -> S + Send + 'static),
    ) -> Result<Self, Failure> {
        let listener = listen(host, port)?;
        let failed = |error: io::Error| cannot_listen(host, port, &error);
        let address = listener.local_addr().map_err(failed)?;
        let (told, heard) = watch::channel(Told { bulletin: Arc::new(first), over: false });
        let hosts = Arc::new(Hosts::new(host, address.ip(), address.port()));
        let desk = Desk { answers: Arc::new(answers), hosts, told: heard };
        let runtime = Builder::new_current_thread().enable_all().max_blocking_threads(MAKERS).build().map_err(failed)?;
        let (listener, signals) = {
            let _inside = runtime.enter();
            (tokio::net::TcpListener::from_std(listener).map_err(failed)?, signals().map_err(failed)?)
        };
        let (end, ended) = mpsc::channel();
        let serve = move || {
            runtime.block_on(async {
                tokio::spawn(async move {
                    signals.await;
                    // Whoever listens no more has ended already.
                    let _ = stop.send(stopped());
                });
                answer_all(listener, desk).await;
            });
            farewell(runtime);
            let _ = end.send(());
        };
        thread::Builder::new().name("server".to_owned()).spawn(serve).map_err(failed)?;
        Ok(Self { address, told, ended })
    }

    /// Where it listens, as a browser is told.
    pub(super) fn url(&self) -> String {
        let ip = self.address.ip();
        // All addresses of a machine are none that could be opened.
        let host = if ip.is_unspecified() { "127.0.0.1".to_owned() } else { shown(ip) };
        format!("http://{host}:{}/", self.address.port())
    }

    /// Whether it can be reached from other machines.
    pub(super) fn is_public(&self) -> bool {
        !self.address.ip().is_loopback()
    }

    /// Who tells its pages what is new.
    pub(super) fn crier(&self) -> Crier {
        Crier(self.told.clone())
    }

    /// Ends every connection, and waits for that a moment.
    pub(super) fn stop(&self) {
        self.told.send_modify(|told| told.over = true);
        let _ = self.ended.recv_timeout(FAREWELL * 2);
    }
}

fn listen(host: &str, port: u16) -> Result<TcpListener, Failure> {
    let name = host.trim_start_matches('[').trim_end_matches(']');
    let addresses: Vec<SocketAddr> = (name, port).to_socket_addrs().map_err(|error| cannot_listen(host, port, &error))?.collect();
    let listener = TcpListener::bind(&*addresses).map_err(|error| cannot_listen(host, port, &error))?;
    listener.set_nonblocking(true).map_err(|error| cannot_listen(host, port, &error))?;
    Ok(listener)
}

fn cannot_listen(host: &str, port: u16, error: &io::Error) -> Failure {
    let (message, help) = match error.kind() {
        io::ErrorKind::AddrInUse => (
            format!("port {port} of `{host}` is in use"),
            "give another port with `--port`, or `--port 0` for the next free one".to_owned(),
        ),
        io::ErrorKind::PermissionDenied => {
            (format!("port {port} of `{host}` may not be used: {error}"), "give a port above 1023 with `--port`".to_owned())
        }
        _ => (
            format!("`{host}` is no address to listen at: {error}"),
            "give an address of this machine with `--host`, or leave it out".to_owned(),
        ),
    };
    Failure::Preview { message, help: Some(help) }
}

/// Somebody asks the program to end; listened for from the call on.
#[cfg(unix)]
fn signals() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        let (first, second) = (interrupt.recv(), terminate.recv());
        tokio::pin!(first, second);
        std::future::poll_fn(|context| {
            let is_asked = first.as_mut().poll(context).is_ready() || second.as_mut().poll(context).is_ready();
            if is_asked { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
        })
        .await;
    })
}

/// Somebody asks the program to end; listened for from the call on.
#[cfg(not(unix))]
fn signals() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut asked = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        asked.recv().await;
    })
}

async fn answer_all(listener: tokio::net::TcpListener, desk: Desk) {
    let mut told = desk.told.clone();
    let mut over = desk.told.clone();
    let router = Router::new().fallback(answer).with_state(desk);
    let serving = axum::serve(listener, router).with_graceful_shutdown(async move {
        let _ = told.wait_for(|told| told.over).await;
    });
    let ending = async move {
        let _ = over.wait_for(|told| told.over).await;
        tokio::time::sleep(FAREWELL).await;
    };
    tokio::pin!(ending);
    let mut serving = std::pin::pin!(serving.into_future());
    // Connections that do not end by themselves are cut.
    std::future::poll_fn(|context| {
        let is_over = serving.as_mut().poll(context).is_ready() || ending.as_mut().poll(context).is_ready();
        if is_over { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
}

/// Ends without waiting for pages that are being made.
fn farewell(runtime: Runtime) {
    runtime.shutdown_background();
}

async fn answer(State(desk): State<Desk>, request: Request) -> Response {
    // A body is nobody's business here.
    let (request, _) = request.into_parts();
    let mut response = desk.answer(&request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

impl Desk {
    async fn answer(&self, request: &Parts) -> Response {
        if !self.is_addressed(request) {
            let message = "this preview goes by another name; start it with `--host` and the name that you use\n";
            return respond(Answer::text(421, message));
        }
        if !matches!(request.method, Method::GET | Method::HEAD) {
            let mut response = respond(Answer::text(405, "a preview is only read\n"));
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            return response;
        }
        let Some(asked) = asked(request.uri.path()) else {
            return respond(Answer::text(404, "no such file\n"));
        };
        let own = |content_type, text: &str| Answer { status: 200, content_type, digest: None, body: text.as_bytes().to_vec() };
        match asked {
            Asked::Events => self.events(),
            Asked::Script => respond(own("text/javascript; charset=utf-8", include_str!("live.js"))),
            Asked::Style => respond(own("text/css; charset=utf-8", include_str!("live.css"))),
            Asked::Raw(path) => {
                self.ready().await;
                self.make(move |answers| answers.raw(&path)).await
            }
            Asked::Report(path) if is_for_people(request, &path) => self.page(path).await,
            Asked::Report(path) => match self.answers.unchanging(&path).filter(|_| !self.is_read()) {
                Some(answer) => respond(answer),
                None => self.report(path).await,
            },
        }
    }

    /// Whether a request names this server as its host, once and nothing else.
    fn is_addressed(&self, request: &Parts) -> bool {
        let mut named = request.headers.get_all(header::HOST).iter();
        let (first, second) = (named.next(), named.next());
        let first = first.and_then(|host| host.to_str().ok());
        let in_line = request.uri.authority().map(axum::http::uri::Authority::as_str);
        second.is_none() && first.is_some_and(|host| self.hosts.accept(host)) && in_line.is_none_or(|host| self.hosts.accept(host))
    }

    /// A page for somebody who would rather see something than wait.
    async fn page(&self, path: String) -> Response {
        let page = self.report(path.clone());
        tokio::pin!(page);
        if let Ok(response) = tokio::time::timeout(PATIENCE, &mut page).await {
            return response;
        }
        let stage = if self.is_read() { "making this page" } else { self.told.borrow().bulletin.stage };
        match self.answers.last_shown(&path, stage) {
            Some(last) => respond(last),
            None if self.is_read() => page.await,
            None => respond(self.answers.reading(stage)),
        }
    }

    async fn report(&self, path: String) -> Response {
        self.ready().await;
        self.make(move |answers| answers.report(&path)).await
    }

    /// Waits until the project was read for the first time.
    async fn ready(&self) {
        let mut told = self.told.clone();
        // Nobody tells any more once the preview is over.
        let _ = told.wait_for(|told| told.bulletin.number > 0 || told.over).await;
    }

    fn is_read(&self) -> bool {
        self.told.borrow().bulletin.number > 0
    }

    async fn make(&self, make: impl FnOnce(&Answers) -> Answer + Send + 'static) -> Response {
        let answers = Arc::clone(&self.answers);
        let answer = tokio::task::spawn_blocking(move || make(&answers)).await;
        respond(answer.unwrap_or_else(|_| Answer::text(500, "this file could not be made; the terminal says why\n")))
    }

    fn events(&self) -> Response {
        let told = WatchStream::new(self.told.clone());
        let events = told.map_while(|told| {
            let event = || Event::default().event("state").retry(RETRY).data(told.bulletin.json());
            (!told.over).then(|| Ok::<_, Infallible>(event()))
        });
        Sse::new(events).keep_alive(KeepAlive::default()).into_response()
    }
}

/// Whether a person looks at what is answered: a browser asks for a page.
fn is_for_people(request: &Parts, path: &str) -> bool {
    let accepts = request.headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    content_type(path) == HTML && accepts.is_some_and(|accepts| accepts.contains("text/html"))
}

fn respond(answer: Answer) -> Response {
    let Answer { status, content_type, digest, body } = answer;
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    if let Some(tag) = digest.and_then(|digest| HeaderValue::from_str(&format!("\"{digest}\"")).ok()) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}
