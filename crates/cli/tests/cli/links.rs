//! `links`: every address is asked, against a server in this test.

use crate::small::Book;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// A request as the server saw it.
#[derive(Clone, Debug)]
struct Seen {
    method: String,
    path: String,
    agent: String,
    at: Instant,
    /// Bytes of the body that were sent before the other side stopped listening.
    sent: usize,
}

/// A server that answers by path, and remembers who asked.
struct Server {
    address: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    fn start() -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let all = Arc::clone(&seen);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let all = Arc::clone(&all);
                thread::spawn(move || answer(stream, &all));
            }
        });
        Server { address, seen }
    }

    /// The requests for a path, once the server is done with them.
    fn seen(&self, path: &str) -> Vec<Seen> {
        thread::sleep(Duration::from_millis(200));
        let all = self.seen.lock().unwrap();
        all.iter().filter(|one| one.path == path).cloned().collect()
    }

    /// The rules, with every address here: the by-law at this path, all others fine.
    fn book(&self, path: &str) -> Book {
        let here = |path: &str| format!("{}{path}", self.address);
        Book::new()
            .with("sources/pages.toml", "https://example.org/by-law", &here(path))
            .with("sources/pages.toml", "https://example.org/register", &here("/register"))
            .with("schemes/funds/garden-fund.toml", "https://example.org/apply", &here("/apply"))
    }
}

fn answer(mut stream: TcpStream, all: &Mutex<Vec<Seen>>) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let Some(Ok(first)) = lines.next() else { return };
    let mut words = first.split(' ').map(str::to_owned);
    let (method, path) = (words.next().unwrap(), words.next().unwrap());
    let head: Vec<String> = lines.map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
    let agent =
        head.iter().find_map(|line| line.to_lowercase().strip_prefix("user-agent: ").map(str::to_owned));
    let at = Instant::now();
    let (status, more) = reply(&method, &path);
    let mut sent = 0;
    if path == "/slow" {
        thread::sleep(Duration::from_secs(3));
    }
    let length = if path == "/huge" { 1_000_000_000 } else { 0 };
    // Who hangs up early wants no answer.
    let _written =
        write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{more}\r\n");
    if path == "/huge" && method == "GET" {
        while sent < length && stream.write_all(&[b'x'; 10_000]).is_ok() {
            sent += 10_000;
        }
    }
    all.lock().unwrap().push(Seen { method, path, agent: agent.unwrap_or_default(), at, sent });
}

fn reply(method: &str, path: &str) -> (&'static str, &'static str) {
    match (method, path) {
        (_, "/moved") => ("301 Moved Permanently", "Location: /register\r\n"),
        (_, "/for-now") => ("302 Found", "Location: register\r\n"),
        (_, "/moved-and-gone") => ("308 Permanent Redirect", "Location: /gone\r\n"),
        (_, "/loop") => ("301 Moved Permanently", "Location: /loop\r\n"),
        (_, "/gone") => ("404 Not Found", ""),
        (_, "/error") => ("500 Internal Server Error", ""),
        ("HEAD", "/no-head" | "/huge") => ("405 Method Not Allowed", ""),
        ("HEAD", "/no-robots") => ("403 Forbidden", ""),
        ("HEAD", "/head-as-missing") => ("404 Not Found", ""),
        _ => ("200 OK", ""),
    }
}

struct Looked {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(book: &Book, more: &[&str]) -> Looked {
    let mut command = Command::new(env!("CARGO_BIN_EXE_steunwijzer"));
    // The server is on this computer, whatever stands between it and the web.
    for name in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        command.env_remove(name);
    }
    command.arg("--rules").arg(book.rules()).arg("links").args(more);
    if !more.contains(&"--pause") {
        command.args(["--pause", "0"]);
    }
    let output = command.output().unwrap();
    Looked {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// What is told of the by-law, if it stands at this path.
fn look(server: &Server, path: &str, more: &[&str]) -> (Option<i32>, Value) {
    let looked = run(&server.book(path), &[&["--json"], more].concat());
    let all: Value = serde_json::from_str(&looked.out).unwrap_or_else(|_| panic!("{}", looked.err));
    let is_it = |one: &&Value| one["sources"].as_array().unwrap().contains(&json!("by-law"));
    (looked.code, all.as_array().unwrap().iter().find(is_it).unwrap().clone())
}

#[test]
fn a_page_that_is_there_is_fine() {
    let (code, link) = look(&Server::start(), "/by-law", &[]);
    assert_eq!((code, &link["outcome"]), (Some(0), &json!("ok")));
    assert_eq!(link["schemes"], json!(["garden-fund", "youth-bonus"]));
}

#[test]
fn where_one_applies_is_asked_too() {
    let server = Server::start();
    let _link = look(&server, "/by-law", &[]);
    assert_eq!(server.seen("/apply").len(), 1);
}

#[test]
fn a_page_that_moved_for_good_is_told_with_its_new_address() {
    let server = Server::start();
    let (code, link) = look(&server, "/moved", &[]);
    let to = format!("{}/register", server.address);
    assert_eq!((code, &link["outcome"], &link["to"]), (Some(0), &json!("moved"), &json!(to)));
}

#[test]
fn a_page_that_sends_on_for_now_keeps_its_address() {
    let (_, link) = look(&Server::start(), "/for-now", &[]);
    assert_eq!(link["outcome"], "ok");
}

#[test]
fn a_page_that_is_gone_fails_the_command() {
    let server = Server::start();
    let (code, link) = look(&server, "/gone", &[]);
    assert_eq!((code, &link["outcome"], &link["status"]), (Some(1), &json!("gone"), &json!(404)));
    let text = run(&server.book("/gone"), &[]).out;
    assert!(text.contains("WEG (1)") && text.contains("regeling: garden-fund, youth-bonus"), "{text}");
}

#[test]
fn a_page_that_moved_to_nothing_is_gone() {
    let (code, link) = look(&Server::start(), "/moved-and-gone", &[]);
    assert_eq!((code, &link["outcome"]), (Some(1), &json!("gone")));
}

#[test]
fn a_server_with_trouble_is_unreachable_not_gone() {
    let (code, link) = look(&Server::start(), "/error", &[]);
    let told = (code, &link["outcome"], &link["status"]);
    assert_eq!(told, (Some(0), &json!("unreachable"), &json!(500)));
}

#[test]
fn a_slow_server_is_given_up() {
    let begin = Instant::now();
    let (_, link) = look(&Server::start(), "/slow", &["--timeout", "1"]);
    assert_eq!((&link["outcome"], &link["why"]), (&json!("unreachable"), &json!("late")));
    assert!(begin.elapsed() < Duration::from_secs(3), "{:?}", begin.elapsed());
}

#[test]
fn a_circle_of_redirects_is_left_after_five() {
    let server = Server::start();
    let (_, link) = look(&server, "/loop", &[]);
    assert_eq!((&link["outcome"], &link["why"]), (&json!("unreachable"), &json!("redirects")));
    assert_eq!(server.seen("/loop").len(), 6, "the first request and five redirects");
}

#[test]
fn a_server_that_refuses_the_head_is_asked_for_the_page() {
    for path in ["/no-head", "/no-robots", "/head-as-missing"] {
        let server = Server::start();
        let (_, link) = look(&server, path, &[]);
        assert_eq!(link["outcome"], "ok", "{path}");
        let methods: Vec<String> = server.seen(path).into_iter().map(|seen| seen.method).collect();
        assert_eq!(methods, ["HEAD", "GET"], "{path}");
    }
}

#[test]
fn a_huge_page_is_not_downloaded() {
    let server = Server::start();
    let (_, link) = look(&server, "/huge", &[]);
    assert_eq!(link["outcome"], "ok");
    let sent: usize = server.seen("/huge").iter().map(|seen| seen.sent).sum();
    // What fits in the buffers between two programs, far from the thousand million bytes.
    assert!(sent < 20_000_000, "{sent} bytes");
}

#[test]
fn a_site_that_is_not_there_is_unreachable() {
    let book = Server::start().book("/by-law");
    let book = book.with("sources/pages.toml", "/by-law", ".invalid/by-law");
    let looked = run(&book, &["--json", "--only", "by-law"]);
    let all: Value = serde_json::from_str(&looked.out).unwrap();
    assert_eq!((looked.code, &all[0]["outcome"]), (Some(0), &json!("unreachable")));
}

#[test]
fn each_request_names_the_project() {
    let server = Server::start();
    let _link = look(&server, "/by-law", &[]);
    assert!(server.seen("/by-law")[0].agent.starts_with("steunwijzer/"));
}

#[test]
fn a_host_is_left_alone_between_two_requests() {
    let server = Server::start();
    let _looked = run(&server.book("/by-law"), &["--pause", "1"]);
    let mut at: Vec<Instant> =
        ["/by-law", "/register", "/apply"].iter().map(|path| server.seen(path)[0].at).collect();
    at.sort();
    let between = at.windows(2).map(|two| two[1] - two[0]).min().unwrap();
    assert!(between >= Duration::from_millis(950), "{between:?}");
}

#[test]
fn one_source_or_scheme_can_be_asked_alone() {
    let server = Server::start();
    let looked = run(&server.book("/by-law"), &["--only", "register"]);
    assert_eq!(looked.code, Some(0), "{}", looked.err);
    assert_eq!((server.seen("/register").len(), server.seen("/by-law").len()), (1, 0));
}

#[test]
fn more_addresses_of_a_host_than_allowed_are_listed() {
    let looked = run(&Server::start().book("/by-law"), &["--per-host", "1"]);
    assert!(looked.out.contains("1 van 3 adressen is in orde."), "{}", looked.out);
    assert!(looked.out.contains("NIET GEVRAAGD, TE VEEL ADRESSEN (2)"), "{}", looked.out);
}

#[test]
fn a_name_that_no_source_has_is_corrected() {
    let looked = run(&Server::start().book("/by-law"), &["--only", "by-low"]);
    assert_eq!(looked.code, Some(2));
    assert!(looked.err.contains("did you mean `by-law`?"), "{}", looked.err);
}
