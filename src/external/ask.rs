//! One address: HEAD, then GET where HEAD is refused, then once more where a host asks for a moment.
//!
//! No Referer and no cookie is sent; the program's name and version is all that a host learns of the asker.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv6Addr};
use std::thread;
use std::time::{Duration, Instant};

use ureq::config::{AutoHeaderValue, Config};
use ureq::http::{Method, Uri, header};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body, Error, Proxy};

use super::answer::{Answer, Why};
use super::redirect;

/// How often an address may lead on.
const REDIRECTS: u32 = 5;

/// The longest wait that a host may ask for; with a longer one it is not asked again.
const PATIENCE: Duration = Duration::from_secs(5);

/// The requests that an address gets at most. Many hosts answer HEAD wrongly, so no refusal of it is believed.
const METHODS: [Method; 3] = [Method::HEAD, Method::GET, Method::GET];

/// Names that RFC 2606 keeps for examples and tests: no name server knows them, so none is asked.
const RESERVED: [&str; 3] = ["example", "invalid", "test"];

/// Asks addresses, one at a time from each thread that has it.
pub(super) struct Asker {
    agent: Agent,
    timeout: Duration,
    until: Instant,
}

/// What one request came to.
enum Heard {
    /// An answer, and the wait that its host asks for.
    Status(u16, Option<Duration>),
    /// None.
    Nothing(Why),
}

impl Asker {
    /// An asker that waits so long for each request, and for none longer than `until`.
    pub(super) fn new(timeout: Duration, until: Instant) -> Asker {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .user_agent(concat!("warta/", env!("CARGO_PKG_VERSION")))
            .accept_encoding(AutoHeaderValue::None)
            .build();
        Asker { agent: Agent::with_parts(config, DefaultConnector::default(), Names::default()), timeout, until }
    }

    /// Asks an address.
    pub(super) fn ask(&self, address: &str) -> Answer {
        let Some(host) = host(address) else { return Answer::NotAsked(Why::Address) };
        if is_reserved(&host) {
            return Answer::NotAsked(Why::Reserved);
        }
        let proxy = self.agent.config().proxy().filter(|_| !is_loopback(&host)).cloned();
        let (mut answer, mut wait) = (Answer::NotAsked(Why::Time), Duration::ZERO);
        for method in METHODS {
            thread::sleep(wait);
            let is_head = method == Method::HEAD;
            // What a HEAD alone was told is not known.
            let Some(timeout) = self.left() else { return Answer::NotAsked(Why::Time) };
            let heard = self.request(method, address, timeout, proxy.clone());
            answer = heard.answer();
            let Some(next) = heard.wait(is_head) else { break };
            wait = next;
        }
        answer
    }

    /// How long the next request may take; none once the time for all is over.
    fn left(&self) -> Option<Duration> {
        let left = self.until.saturating_duration_since(Instant::now());
        (!left.is_zero()).then(|| left.min(self.timeout))
    }

    /// Sends one request, and follows where it is led on.
    fn request(&self, method: Method, address: &str, timeout: Duration, proxy: Option<Proxy>) -> Heard {
        let until = Instant::now() + timeout;
        let mut address = address.to_owned();
        for _ in 0..=REDIRECTS {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Heard::Nothing(Why::Timeout);
            }
            let response = match self.send(&method, &address, left, proxy.clone()) {
                Ok(response) => response,
                Err(error) => return Heard::Nothing(why(&error)),
            };
            let location = response.headers().get(header::LOCATION).filter(|_| response.status().is_redirection());
            let Some(location) = location else {
                return Heard::Status(response.status().as_u16(), retry_after(&response));
            };
            let next = redirect::target(&address, &String::from_utf8_lossy(location.as_bytes()));
            let Some(next) = next.filter(|next| host(next).is_some()) else { return Heard::Nothing(Why::Protocol) };
            address = next;
        }
        Heard::Nothing(Why::Redirects)
    }

    /// Sends one request to one address. Of a body nothing is read: the connection is dropped with it.
    fn send(
        &self,
        method: &Method,
        address: &str,
        timeout: Duration,
        proxy: Option<Proxy>,
    ) -> Result<ureq::http::Response<Body>, Error> {
        let request = if method == Method::HEAD { self.agent.head(address) } else { self.agent.get(address) };
        request.config().timeout_global(Some(timeout)).proxy(proxy).build().call()
    }
}

impl Heard {
    /// How long to wait before the next request; none if there is to be none.
    fn wait(&self, is_head: bool) -> Option<Duration> {
        match self {
            Heard::Status(429 | 503, Some(wait)) => Some(*wait).filter(|wait| *wait <= PATIENCE),
            Heard::Status(429, None) => None,
            Heard::Status(400.., _) => is_head.then_some(Duration::ZERO),
            Heard::Nothing(Why::Cut) => Some(Duration::ZERO),
            Heard::Nothing(Why::Protocol) => is_head.then_some(Duration::ZERO),
            Heard::Status(..) | Heard::Nothing(_) => None,
        }
    }

    fn answer(&self) -> Answer {
        match self {
            Heard::Status(..400, _) => Answer::There,
            Heard::Status(status @ (404 | 410), _) => Answer::Gone(*status),
            Heard::Status(status, _) => Answer::NotAsked(Why::Status(*status)),
            Heard::Nothing(why) => Answer::NotAsked(*why),
        }
    }
}

/// The host of an address, in small letters and without a port; none if it is not one that can be asked.
pub(super) fn host(address: &str) -> Option<String> {
    let uri: Uri = address.parse().ok()?;
    let authority = uri.authority().filter(|_| uri.scheme().is_some())?;
    let is_port =
        |after: &str| after.is_empty() || after.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok());
    let after = authority.as_str().rsplit('@').next()?.strip_prefix(authority.host())?;
    let host = authority.host().trim_end_matches('.');
    let is_name = match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(inside) => inside.parse::<Ipv6Addr>().is_ok(),
        // A percent sign: letters beyond ASCII, which the name of a host has in another form.
        None => !host.is_empty() && !host.contains('%'),
    };
    (is_name && is_port(after)).then(|| host.to_ascii_lowercase())
}

fn is_reserved(host: &str) -> bool {
    host.rsplit('.').next().is_some_and(|last| RESERVED.contains(&last))
}

/// Whether a host is this machine: no proxy is asked for it.
fn is_loopback(host: &str) -> bool {
    let is_address = |text: &str| text.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    host == "localhost" || host.ends_with(".localhost") || is_address(host.trim_matches(['[', ']']))
}

/// The wait in whole seconds that a host asks for; a date is longer than anyone waits here.
fn retry_after(response: &ureq::http::Response<Body>) -> Option<Duration> {
    let seconds = response.headers().get(header::RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}

fn why(error: &Error) -> Why {
    match error {
        Error::Io(error) => why_io(error),
        Error::Timeout(_) => Why::Timeout,
        Error::HostNotFound => Why::Name,
        Error::TooManyRedirects => Why::Redirects,
        Error::Tls(_) | Error::Pem(_) | Error::Rustls(_) => Why::Tls,
        Error::ConnectionFailed | Error::ConnectProxyFailed(_) => Why::Refused,
        _ => Why::Protocol,
    }
}

fn why_io(error: &io::Error) -> Why {
    match error.kind() {
        ErrorKind::TimedOut | ErrorKind::WouldBlock => Why::Timeout,
        // What is wrong with a certificate comes as bytes that cannot be read.
        ErrorKind::InvalidData => Why::Tls,
        ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::UnexpectedEof
        | ErrorKind::NotConnected => Why::Cut,
        _ => Why::Refused,
    }
}

/// Looks names up, and tells a name that is not found from a connection that fails.
#[derive(Debug, Default)]
struct Names(DefaultResolver);

impl Resolver for Names {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        match self.0.resolve(uri, config, timeout) {
            Err(Error::Io(_)) => Err(Error::HostNotFound),
            other => other,
        }
    }
}
