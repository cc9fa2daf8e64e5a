//! A host of the test's own: what it answers is told by the path.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

/// How long a request to `/together/…` waits for one more than there should be.
const WAIT: Duration = Duration::from_millis(400);

/// What came in, at all hosts that share it.
#[derive(Debug, Default)]
pub(super) struct Log {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// `HEAD /path`, in the order of arrival.
    requests: Vec<String>,
    /// The heads of all requests.
    heads: Vec<String>,
    /// How many are in `/together/…` now, and how many there were at most.
    together: (usize, usize),
    /// How often each path was asked.
    counts: BTreeMap<String, usize>,
    /// Bytes of bodies that were sent.
    sent: usize,
}

/// A host that answers until the test ends.
pub(super) struct Server {
    pub(super) port: u16,
    ip: Ipv4Addr,
    pub(super) log: Arc<Log>,
}

impl Server {
    pub(super) fn start() -> Server {
        Server::start_at(Ipv4Addr::LOCALHOST, &Arc::default())
    }

    /// A host at an address of the loopback, with a log that it may share.
    pub(super) fn start_at(ip: Ipv4Addr, log: &Arc<Log>) -> Server {
        let listener = TcpListener::bind((ip, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::clone(log);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let log = Arc::clone(&shared);
                thread::spawn(move || drop(answer(stream, &log)));
            }
        });
        Server { port, ip, log: Arc::clone(log) }
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("http://{}:{}{path}", self.ip, self.port)
    }
}

impl Log {
    /// Everything that was asked since the last time, sorted.
    pub(super) fn take(&self) -> Vec<String> {
        let mut requests = std::mem::take(&mut self.state.lock().unwrap().requests);
        requests.sort();
        requests
    }

    pub(super) fn heads(&self) -> Vec<String> {
        self.state.lock().unwrap().heads.clone()
    }

    pub(super) fn most_together(&self) -> usize {
        self.state.lock().unwrap().together.1
    }

    pub(super) fn sent(&self) -> usize {
        self.state.lock().unwrap().sent
    }

    /// Holds a request until more are there than may be, or none comes for a while.
    fn meet(&self) {
        let mut state = self.state.lock().unwrap();
        state.together.0 += 1;
        state.together.1 = state.together.1.max(state.together.0);
        self.changed.notify_all();
        let (mut state, _) = self.changed.wait_timeout_while(state, WAIT, |state| state.together.0 < 9).unwrap();
        state.together.0 -= 1;
    }
}

/// Answers the one request of a connection.
fn answer(mut stream: TcpStream, log: &Log) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        let mut line = Vec::new();
        if reader.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        head.push_str(&String::from_utf8_lossy(&line));
        if head.starts_with('\u{16}') {
            // A greeting of TLS, to a host that knows none.
            return stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        }
    }
    let mut words = head.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let count = {
        let mut state = log.state.lock().unwrap();
        state.requests.push(format!("{method} {path}"));
        state.heads.push(head.clone());
        let count = state.counts.entry(path.to_owned()).or_default();
        *count += 1;
        *count
    };
    let is_head = method == "HEAD";
    let status = match path {
        "/gone" => "404 Not Found",
        "/gone-for-good" => "410 Gone",
        "/head-refused" if is_head => "405 Method Not Allowed",
        "/head-lies" if is_head => "404 Not Found",
        "/large" if is_head => "501 Not Implemented",
        "/large" => return large(&mut stream, log),
        "/fault" => "500 Internal Server Error",
        "/forbidden" => "403 Forbidden",
        "/busy" if count == 1 => "429 Too Many Requests\r\nRetry-After: 0",
        "/busy-long" => "503 Service Unavailable\r\nRetry-After: 3600",
        "/cut" => return Ok(()),
        "/cut-once" if count == 1 => return Ok(()),
        "/charts" => return stream.write_all(b"these are no charts\r\n\r\n"),
        "/loop" => "301 Moved Permanently\r\nLocation: /loop",
        "/to-a-file" => "302 Found\r\nLocation: file:///etc/passwd",
        "/astray" => "302 Found\r\nLocation: ftp://127.0.0.1/x",
        _ if path.starts_with("/silent") => {
            // Until the other side has gone.
            reader.read_until(0, &mut Vec::new())?;
            return Ok(());
        }
        _ if path.starts_with("/together") => {
            log.meet();
            "200 OK"
        }
        _ => match path.strip_prefix("/hop/").and_then(|rest| rest.parse::<u32>().ok()) {
            Some(left) if left > 0 => &format!("302 Found\r\nLocation: /hop/{}", left - 1),
            _ => "200 OK",
        },
    };
    stream.write_all(format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").as_bytes())
}

/// A film of a gigabyte, as far as anyone takes it.
fn large(stream: &mut TcpStream, log: &Log) -> std::io::Result<()> {
    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n")?;
    let part = [0; 65536];
    for _ in 0..16384 {
        stream.write_all(&part)?;
        log.state.lock().unwrap().sent += part.len();
    }
    Ok(())
}
