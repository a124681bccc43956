//! The preview: serves a site as it is planned, on this machine only, and lets open pages follow each rebuild.
//!
//! The server knows no file system: a request becomes a [`SitePath`] or is refused, and the [`Pages`] either know that
//! address or not. It answers requests for its own names only, so that a web page elsewhere cannot read the site through a
//! browser on this machine (DNS rebinding).

mod preview;
mod request;

#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use crate::bundle::SitePath;

use request::Asked;

/// How often a sign of life goes to open pages.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// A site that is asked for one file at a time.
pub trait Pages: Send + Sync {
    /// Returns the bytes of a file of the site; nothing when the site has none at this address. May take its time.
    fn get(&self, path: &SitePath) -> Option<Vec<u8>>;
}

/// Why the preview cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The port is taken, or not allowed to this user.
    #[error("cannot listen on port {port} of this machine")]
    Listen {
        /// The port asked for.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// The system refused what a server needs to run.
    #[error("cannot run the preview server")]
    Run(#[source] io::Error),
}

/// A running preview. It ends when this value is dropped, or with the process.
pub struct Server {
    address: SocketAddr,
    generation: watch::Sender<u64>,
}

impl Server {
    /// Starts a preview on the loopback interface, on a thread of its own. Port 0 lets the system choose one.
    ///
    /// # Errors
    /// When the port cannot be listened on, or the system refuses a thread or an event queue.
    pub fn start(port: u16, pages: Arc<dyn Pages>) -> Result<Self, StartError> {
        let listen = |source| StartError::Listen { port, source };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(listen)?;
        listener.set_nonblocking(true).map_err(listen)?;
        let address = listener.local_addr().map_err(listen)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(StartError::Run)?;
        let (generation, generations) = watch::channel(0);
        let serve = async move {
            let mut stop = generations.clone();
            let router = Router::new().fallback(answer).with_state(Arc::new(Preview { pages, generations }));
            let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
            tokio::select! {
                _ = axum::serve(listener, router) => {}
                () = async { while stop.changed().await.is_ok() {} } => {}
            }
        };
        let thread = std::thread::Builder::new().name("preview".to_owned());
        thread.spawn(move || runtime.block_on(serve)).map_err(StartError::Run)?;
        Ok(Self { address, generation })
    }

    /// Returns the address to open in a browser.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Tells open pages that the site has been made anew.
    pub fn reload(&self) {
        self.generation.send_modify(|generation| *generation += 1);
    }
}

/// What the server answers from.
struct Preview {
    pages: Arc<dyn Pages>,
    generations: watch::Receiver<u64>,
}

impl Preview {
    /// Names the state of the site; unlike that of an earlier server on the same port.
    fn stamp(generation: u64) -> String {
        format!("{}-{generation}", std::process::id())
    }

    /// Asks for a file on a thread that may block.
    async fn get(&self, path: SitePath) -> Result<Option<Vec<u8>>, StatusCode> {
        let pages = Arc::clone(&self.pages);
        let bytes = tokio::task::spawn_blocking(move || pages.get(&path)).await;
        bytes.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
    }
}

async fn answer(State(preview): State<Arc<Preview>>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    let response = match request::check(&request) {
        Ok(()) => file_or_event(&preview, &request).await.unwrap_or_else(plain),
        Err(status) => plain(status),
    };
    preview::protect(response)
}

async fn file_or_event(preview: &Preview, request: &Parts) -> Result<Response, StatusCode> {
    match request::asked(request.uri.path()) {
        Asked::Events if request.method == Method::HEAD => Err(StatusCode::METHOD_NOT_ALLOWED),
        Asked::Events => Ok(events(preview)),
        Asked::Script => {
            Ok(([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], preview::SCRIPT).into_response())
        }
        Asked::File(path) => file(preview, request.uri.path(), path).await,
        Asked::Nothing => not_found(preview).await,
    }
}

/// The generation now, and each that follows.
fn events(preview: &Preview) -> Response {
    let generations = WatchStream::new(preview.generations.clone());
    let events = generations.map(|generation| Ok::<_, Infallible>(Event::default().data(Preview::stamp(generation))));
    Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT)).into_response()
}

async fn file(preview: &Preview, asked: &str, path: SitePath) -> Result<Response, StatusCode> {
    // Read before the page is: a page that is newer than it says is loaded once too often, never too rarely.
    let stamp = Preview::stamp(*preview.generations.borrow());
    if let Some(bytes) = preview.get(path.clone()).await? {
        return Ok(preview::file(&path, bytes, &stamp));
    }
    // A folder that is asked for without its slash: relative links would lead astray.
    let index = SitePath::new(&format!("{path}/index.html"));
    if let Some(index) = index
        && preview.get(index).await?.is_some()
    {
        return Ok((StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, format!("{asked}/"))]).into_response());
    }
    not_found(preview).await
}

/// The site's own page for what does not exist.
async fn not_found(preview: &Preview) -> Result<Response, StatusCode> {
    let stamp = Preview::stamp(*preview.generations.borrow());
    let Some(path) = SitePath::new("404.html") else { return Err(StatusCode::NOT_FOUND) };
    let bytes = preview.get(path.clone()).await?.ok_or(StatusCode::NOT_FOUND)?;
    let mut response = preview::file(&path, bytes, &stamp);
    *response.status_mut() = StatusCode::NOT_FOUND;
    Ok(response)
}

/// A refusal in a few words.
fn plain(status: StatusCode) -> Response {
    let mut response = Response::new(Body::from(format!("{status}\n")));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}
