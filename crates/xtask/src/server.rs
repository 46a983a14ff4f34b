//! A small web server for the files of one folder.
//!
//! Our own, on `std::net`: it knows the files of the site by name and answers nothing
//! else, so no path can leave the folder. The small server crates are hardly maintained,
//! and the maintained ones bring an async runtime for a dozen files.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

use crate::hosting::{Group, REST};

/// A browser keeps connections open for later: let go of them after this time.
const IDLE: Duration = Duration::from_secs(30);

/// A file as it is, and its brotli twin.
struct File {
    raw: Vec<u8>,
    brotli: Option<Vec<u8>>,
}

/// The site in memory, by path of the address.
pub(crate) struct Files(HashMap<String, File>);

impl Files {
    /// Reads every file of the folder.
    ///
    /// # Errors
    /// A sentence when a file cannot be read.
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        let mut files = HashMap::new();
        read_folder(folder, "/", &mut files)
            .map_err(|error| format!("no site in {}: {error}", folder.display()))?;
        Ok(Self(files))
    }

    /// The answer to one request, head and body.
    fn answer(&self, method: &str, path: &str, takes_brotli: bool) -> Vec<u8> {
        if !matches!(method, "GET" | "HEAD") {
            return refused("405 Method Not Allowed");
        }
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let index = if path.ends_with('/') { "index.html" } else { "" };
        let path = format!("{path}{index}");
        let Some(file) = self.0.get(&path) else {
            return refused("404 Not Found");
        };
        let (encoding, body) = match &file.brotli {
            Some(brotli) if takes_brotli => ("Content-Encoding: br\r\n", brotli),
            Some(_) | None => ("", &file.raw),
        };
        let headers = format!("Content-Type: {}\r\nVary: Accept-Encoding\r\n{encoding}", kind_of(&path));
        let mut answer = response("200 OK", &headers, Group::of(&path).headers(), body);
        if method == "HEAD" {
            answer.truncate(answer.len() - body.len());
        }
        answer
    }
}

/// An answer without a file: nobody may keep it.
fn refused(status: &str) -> Vec<u8> {
    let headers = REST.headers().into_iter().filter(|(name, _)| *name != "Cache-Control");
    response(status, "Cache-Control: no-store\r\n", headers.collect(), b"")
}

/// Status, the headers of this answer and those of its group, and the body.
fn response(status: &str, own: &str, headers: Vec<(&str, String)>, body: &[u8]) -> Vec<u8> {
    let mut response = format!("HTTP/1.1 {status}\r\n{own}Content-Length: {}\r\n", body.len());
    for (name, value) in headers {
        response.push_str(&format!("{name}: {value}\r\n"));
    }
    response.push_str("\r\n");
    let mut response = response.into_bytes();
    response.extend_from_slice(body);
    response
}

fn read_folder(folder: &Path, prefix: &str, files: &mut HashMap<String, File>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            read_folder(&path, &format!("{prefix}{name}/"), files)?;
        } else if !name.ends_with(".br") {
            let raw = fs::read(&path)?;
            let brotli = fs::read(folder.join(format!("{name}.br"))).ok();
            files.insert(format!("{prefix}{name}"), File { raw, brotli });
        }
    }
    Ok(())
}

fn kind_of(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Answers the requests of one connection, one after the other; `log` prints each.
///
/// # Errors
/// When the visitor left.
pub(crate) fn answer_all(stream: &TcpStream, files: &Files, log: bool) -> std::io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    loop {
        let mut request = String::new();
        if reader.read_line(&mut request)? == 0 {
            return Ok(());
        }
        let mut takes_brotli = false;
        loop {
            let mut header = String::new();
            if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
                break;
            }
            let header = header.to_ascii_lowercase();
            takes_brotli |= header.starts_with("accept-encoding:") && header.contains("br");
        }
        let mut words = request.split_whitespace();
        let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if log {
            println!("{method} {path}");
        }
        writer.write_all(&files.answer(method, path, takes_brotli))?;
    }
}

#[cfg(test)]
mod tests {
    use super::{File, Files};
    use std::collections::HashMap;

    fn answer(method: &str, path: &str, takes_brotli: bool) -> String {
        let file = |raw: &str, brotli: Option<&str>| File { raw: raw.into(), brotli: brotli.map(Into::into) };
        let files = Files(HashMap::from([
            ("/index.html".to_owned(), file("<p>raw", Some("packed"))),
            ("/assets-1/app_bg.wasm".to_owned(), file("wasm", None)),
            ("/kader.html".to_owned(), file("<p>box", None)),
            ("/steunwijzer-1.js".to_owned(), file("box", None)),
        ]));
        String::from_utf8_lossy(&files.answer(method, path, takes_brotli)).into_owned()
    }

    #[test]
    fn the_root_is_the_page_with_its_policy() {
        let page = answer("GET", "/?x=1", false);
        assert!(page.starts_with("HTTP/1.1 200 OK\r\n"));
        assert!(page.contains("Content-Security-Policy: default-src 'none'; "));
        assert!(page.contains("; frame-ancestors 'none'\r\n"));
        assert!(page.ends_with("\r\n\r\n<p>raw"));
    }

    #[test]
    fn only_the_page_for_frames_may_be_in_one() {
        assert!(answer("GET", "/kader.html?lang=en", false).contains("; frame-ancestors *\r\n"));
        for path in ["/", "/index.html", "/x/kader.html", "/kader.html/"] {
            assert!(answer("GET", path, false).contains("; frame-ancestors 'none'\r\n"), "{path}");
        }
    }

    #[test]
    fn brotli_goes_only_to_those_who_take_it() {
        assert!(answer("GET", "/", true).contains("Content-Encoding: br\r\n"));
        assert!(answer("GET", "/", true).ends_with("packed"));
        assert!(!answer("GET", "/", false).contains("Content-Encoding"));
        assert!(answer("GET", "/assets-1/app_bg.wasm", true).ends_with("wasm"));
    }

    #[test]
    fn only_hashed_files_are_kept_by_the_browser() {
        assert!(answer("GET", "/", false).contains("Cache-Control: no-cache"));
        assert!(answer("GET", "/assets-1/app_bg.wasm", false).contains("immutable"));
        assert!(answer("GET", "/steunwijzer-1.js", false).contains("immutable"));
    }

    #[test]
    fn pages_of_others_may_fetch_the_files() {
        let script = answer("GET", "/steunwijzer-1.js", false);
        assert!(script.contains("Access-Control-Allow-Origin: *\r\n"));
        assert!(script.contains("Cross-Origin-Resource-Policy: cross-origin\r\n"));
    }

    #[test]
    fn a_path_outside_the_site_is_not_found() {
        for path in ["/../Cargo.toml", "//etc/passwd", "/%2e%2e/x", "", "/assets-1"] {
            assert!(answer("GET", path, false).starts_with("HTTP/1.1 404 "), "{path}");
        }
    }

    #[test]
    fn head_has_no_body_and_post_is_refused() {
        assert!(answer("HEAD", "/", false).ends_with("\r\n\r\n"));
        assert!(answer("POST", "/", false).starts_with("HTTP/1.1 405 "));
    }
}
