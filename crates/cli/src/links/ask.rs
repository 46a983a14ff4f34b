//! One address: what comes back for its head.

use super::gates::Gates;
use std::time::Duration;
use ureq::http::{Response, header};
use ureq::{Agent, Body, Error};

/// The most redirects that are followed.
const MOST_REDIRECTS: usize = 5;

/// What every request says of us.
const USER_AGENT: &str =
    concat!("steunwijzer/", env!("CARGO_PKG_VERSION"), " (checks the sources of its rules)");

/// What became of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// There is a page.
    Ok,
    /// It says for good that the page stands elsewhere: here.
    Moved(String),
    /// It says that there is no page: this status.
    Gone(u16),
    /// We cannot tell.
    Unreachable(Why),
    /// Too many addresses for one run.
    NotAsked,
}

/// Why we cannot tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// No whole answer in time.
    Late,
    /// No computer has this name.
    NoSuchHost,
    /// Redirects do not end.
    Redirects,
    /// A status that is neither a page nor its absence.
    Status(u16),
    /// Anything else, as the network library says it.
    Other(String),
}

/// Asks addresses.
pub(super) struct Client {
    agent: Agent,
}

/// An answer without its body.
struct Head {
    status: u16,
    location: Option<String>,
}

#[derive(Clone, Copy)]
enum Method {
    Head,
    Get,
}

impl Client {
    pub(super) fn new(timeout: Duration) -> Client {
        // Redirects are followed here, since whether one is for good decides the outcome.
        let config = Agent::config_builder()
            .timeout_global(Some(timeout))
            .max_redirects(0)
            .http_status_as_error(false)
            .user_agent(USER_AGENT)
            .build();
        Client { agent: config.new_agent() }
    }

    /// Looks at an address, and where it leads.
    pub(super) fn look(&self, url: &str, gates: &Gates) -> Outcome {
        let mut at = url.to_owned();
        let mut for_good = false;
        for hop in 0..=MOST_REDIRECTS {
            let head = match self.head(&at, gates) {
                Ok(head) => head,
                Err(why) => return Outcome::Unreachable(why),
            };
            let (300..=399, Some(location)) = (head.status, &head.location) else {
                return of_status(head.status, if for_good { Some(at) } else { None });
            };
            // A page that sends on for now only keeps its own address.
            for_good = (hop == 0 || for_good) && matches!(head.status, 301 | 308);
            let Some(next) = join(&at, location) else {
                return Outcome::Unreachable(Why::Other(location.clone()));
            };
            at = next;
        }
        Outcome::Unreachable(Why::Redirects)
    }

    /// The head of a page; by a full request, cut off, where a server refuses to give the head alone.
    fn head(&self, url: &str, gates: &Gates) -> Result<Head, Why> {
        let head = gates.through(host(url), || self.request(Method::Head, url))?;
        // Some servers answer a request for the head as if there were nothing.
        if matches!(head.status, 400 | 403..=406 | 410 | 501) {
            return gates.through(host(url), || self.request(Method::Get, url));
        }
        Ok(head)
    }

    fn request(&self, method: Method, url: &str) -> Result<Head, Why> {
        let answer = match method {
            Method::Head => self.agent.head(url).call(),
            Method::Get => self.agent.get(url).call(),
        };
        // The body is dropped unread: the connection closes, nothing is downloaded.
        answer.map(|answer| head_of(&answer)).map_err(why)
    }
}

fn head_of(answer: &Response<Body>) -> Head {
    let location = answer.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
    Head { status: answer.status().as_u16(), location: location.map(str::to_owned) }
}

fn of_status(status: u16, moved: Option<String>) -> Outcome {
    match status {
        200..=299 => moved.map_or(Outcome::Ok, Outcome::Moved),
        404 | 410 => Outcome::Gone(status),
        other => Outcome::Unreachable(Why::Status(other)),
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the library may add errors; it says them itself")]
fn why(error: Error) -> Why {
    match error {
        Error::Timeout(_) => Why::Late,
        Error::HostNotFound => Why::NoSuchHost,
        other => Why::Other(other.to_string()),
    }
}

/// The host in an address, with its port.
pub(super) fn host(url: &str) -> &str {
    let behind = url.split_once("://").map_or(url, |(_, behind)| behind);
    behind.split(['/', '?', '#']).next().unwrap_or(behind)
}

/// Where a redirect leads; `None` if not to the web.
fn join(from: &str, location: &str) -> Option<String> {
    let location = location.split_once('#').map_or(location, |(page, _)| page);
    let (scheme, _) = from.split_once("://")?;
    let site = format!("{scheme}://{}", host(from));
    let path = from.get(site.len()..).unwrap_or_default();
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    if location.starts_with("http://") || location.starts_with("https://") {
        return Some(location.to_owned());
    }
    if let Some(other) = location.strip_prefix("//") {
        return Some(format!("{scheme}://{other}"));
    }
    match location.chars().next() {
        None => Some(from.to_owned()),
        Some('/') => Some(format!("{site}{location}")),
        Some('?') => Some(format!("{site}{path}{location}")),
        Some(_) if location.split('/').next().is_some_and(|first| first.contains(':')) => None,
        Some(_) => {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            Some(format!("{site}{folder}/{location}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{host, join};

    #[test]
    fn a_redirect_is_read_from_where_it_stands() {
        let from = "https://example.org/a/b?c=1";
        let to = |location| join(from, location);
        assert_eq!(to("https://example.com/x").as_deref(), Some("https://example.com/x"));
        assert_eq!(to("//example.com/x#y").as_deref(), Some("https://example.com/x"));
        assert_eq!(to("/x").as_deref(), Some("https://example.org/x"));
        assert_eq!(to("x").as_deref(), Some("https://example.org/a/x"));
        assert_eq!(to("?d=2").as_deref(), Some("https://example.org/a/b?d=2"));
        assert_eq!(to("mailto:someone"), None);
    }

    #[test]
    fn a_redirect_from_a_bare_site_is_read_too() {
        assert_eq!(join("https://example.org", "nl/").as_deref(), Some("https://example.org/nl/"));
    }

    #[test]
    fn the_host_has_its_port() {
        assert_eq!(host("http://127.0.0.1:8080/x"), "127.0.0.1:8080");
        assert_eq!(host("https://example.org?x"), "example.org");
    }
}
