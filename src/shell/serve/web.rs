//! The web's side of the preview: requests become asks of the keeper; the only module that names `axum`.

use std::collections::BTreeMap;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use axum::Router;
use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};
use axum::serve::ListenerExt;
use tokio::sync::{oneshot, watch};

use super::address::{self, Bound};
use super::answer::{Answer, Content};
use super::keeper::Ask;
use super::shelf::Shelf;

const SCRIPT: &str = include_str!("preview.js");
const STYLE: &str = include_str!("preview.css");

const PLAIN: &str = "text/plain; charset=utf-8";

const NEWS: &str = "/__preview/news";
const CHOOSE: &str = "/__preview/choose";

/// No page from elsewhere can set it on a request without being asked first.
const OWN_HEADER: &str = "x-preview";

/// What every request needs.
#[derive(Clone)]
pub(super) struct Door {
    asks: Sender<Ask>,
    /// The number of the state that is shown.
    news: watch::Receiver<u64>,
    /// The name that was asked to be served at.
    name: Option<Arc<str>>,
    /// Said to those who come by another name.
    elsewhere: Arc<str>,
    shelf: Arc<Shelf>,
}

impl Door {
    pub(super) fn new(
        (asks, news): (Sender<Ask>, watch::Receiver<u64>),
        bound: &Bound,
        elsewhere: &str,
    ) -> Door {
        Door {
            asks,
            news,
            name: bound.name.as_deref().map(Arc::from),
            elsewhere: Arc::from(elsewhere),
            shelf: Arc::default(),
        }
    }

    /// What is answered for an address.
    async fn ask(
        &self,
        address: &str,
        ask: impl FnOnce(oneshot::Sender<Answer>) -> Ask,
    ) -> Response {
        let (reply, answer) = oneshot::channel();
        let sent = self.asks.send(ask(reply)).is_ok();
        match answer.await {
            Ok(answer) if sent => self.answered(address, answer).await,
            _ => response(StatusCode::SERVICE_UNAVAILABLE, "text/plain", Body::empty()),
        }
    }

    async fn answered(&self, address: &str, answer: Answer) -> Response {
        let status =
            StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = match answer.content {
            Content::Made(bytes) => Some(Body::from(bytes)),
            Content::OnDisk(at) => aside(move || std::fs::read(at).ok()).await.map(Body::from),
            Content::Picture(at, picture, width) => {
                let (shelf, address) = (Arc::clone(&self.shelf), address.to_owned());
                let made = aside(move || shelf.picture(&address, &at, (&picture, width))).await;
                made.map(|bytes| Body::from(bytes.to_vec()))
            }
        };
        match body {
            Some(body) => response(status, answer.kind, body),
            None => response(StatusCode::NOT_FOUND, "text/plain", Body::empty()),
        }
    }
}

/// What takes a while is done beside the one thread that answers everybody.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Option<T> + Send + 'static) -> Option<T> {
    tokio::task::spawn_blocking(work).await.ok().flatten()
}

/// Answers requests until the program ends.
pub(super) fn run(listener: TcpListener, door: Door) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let listener = listener.tap_io(|stream| {
            // Without it the last piece of an answer may wait for the first to be acknowledged.
            let _ = stream.set_nodelay(true);
        });
        let own = middleware::from_fn_with_state(door.clone(), only_own);
        let fixed = |kind: &'static str, text: &'static str| {
            get(move || async move { response(StatusCode::OK, kind, Body::from(text)) })
        };
        let app = Router::new()
            .route(
                "/__preview/preview.js",
                fixed("text/javascript; charset=utf-8", SCRIPT),
            )
            .route(
                "/__preview/preview.css",
                fixed("text/css; charset=utf-8", STYLE),
            )
            .route(NEWS, get(news))
            .route(CHOOSE, post(choose))
            .fallback(file)
            .layer(own)
            .with_state(door);
        axum::serve(listener, app).await
    })
}

/// Requests that were made for another name are refused.
async fn only_own(State(door): State<Door>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or_default();
    match address::is_own(host, door.name.as_deref()) {
        true => next.run(request).await,
        false => {
            let said = Body::from(door.elsewhere.to_string());
            response(StatusCode::MISDIRECTED_REQUEST, PLAIN, said)
        }
    }
}

/// Answers when another state is shown than the one that the page knows.
async fn news(
    State(mut door): State<Door>,
    Query(mut asked): Query<BTreeMap<String, String>>,
) -> Response {
    let mut take = |name: &str| asked.remove(name).unwrap_or_default();
    let after: Option<u64> = take("after").parse().ok();
    let (page, seen) = (address_of(&take("page")), take("seen"));
    if door
        .news
        .wait_for(|state| Some(*state) != after)
        .await
        .is_err()
    {
        return response(StatusCode::SERVICE_UNAVAILABLE, "text/plain", Body::empty());
    }
    door.ask(NEWS, |reply| Ask::News { page, seen, reply })
        .await
}

/// Another date, other readers.
async fn choose(
    State(door): State<Door>,
    headers: HeaderMap,
    Query(mut asked): Query<BTreeMap<String, String>>,
) -> Response {
    if !headers.contains_key(OWN_HEADER) {
        return response(StatusCode::FORBIDDEN, "text/plain", Body::empty());
    }
    let mut take = |name: &str| asked.remove(name).filter(|value| !value.is_empty());
    let (as_of, audience) = (take("as_of"), take("audience"));
    let ask = |reply| Ask::Choose {
        as_of,
        audience,
        reply,
    };
    door.ask(CHOOSE, ask).await
}

async fn file(State(door): State<Door>, method: Method, uri: Uri) -> Response {
    if ![Method::GET, Method::HEAD].contains(&method) {
        return response(StatusCode::METHOD_NOT_ALLOWED, "text/plain", Body::empty());
    }
    let address = address_of(uri.path());
    let asked = address.clone();
    let ask = |reply| Ask::File { address, reply };
    door.ask(&asked, ask).await
}

/// What is written at this moment is never kept, and no page from elsewhere may make it its own.
fn response(status: StatusCode, kind: &str, body: Body) -> Response {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, kind)
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header("cross-origin-resource-policy", "same-origin")
        .body(body)
        .expect("invariant: these headers are well formed")
}

/// The address within the site: `/tasks/a%2Db.html` is `tasks/a-b.html`, and `/` the first page.
fn address_of(path: &str) -> String {
    let path = path.strip_prefix('/').unwrap_or(path);
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let two = after.get(..2).filter(|_| *first == b'%');
        let two = two.and_then(|two| std::str::from_utf8(two).ok());
        let value = two.and_then(|two| u8::from_str_radix(two, 16).ok());
        bytes.push(value.unwrap_or(*first));
        rest = &after[if value.is_some() { 2 } else { 0 }..];
    }
    let address = String::from_utf8_lossy(&bytes).into_owned();
    match address.is_empty() {
        true => "index.html".to_owned(),
        false => address,
    }
}
