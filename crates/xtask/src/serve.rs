//! `cargo xtask serve`: builds the site and serves it on a loopback port.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;
use std::sync::Arc;

use crate::server::{Files, answer_all};
use crate::{Outcome, places, site};

struct Options {
    port: u16,
    open: bool,
    build: bool,
    log: bool,
}

/// Builds and serves the site until it is stopped.
///
/// # Errors
/// When an argument is unknown, the build fails or the port is taken.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let options = parse(arguments)?;
    if options.build {
        site::build()?;
    }
    let files = Arc::new(Files::read(&places::site())?);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
        .map_err(|error| format!("port {} is not free ({error}); choose one with --port", options.port))?;
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    let address = format!("http://127.0.0.1:{port}/");
    println!("Steunwijzer is at {address} (stop with Ctrl+C)");
    if options.open {
        open_browser(&address);
    }
    for stream in listener.incoming().flatten() {
        let files = Arc::clone(&files);
        // A visitor who leaves half-way is no fault of ours.
        std::thread::spawn(move || answer_all(&stream, &files, options.log).ok());
    }
    Ok(())
}

fn parse(arguments: &[String]) -> Result<Options, String> {
    let mut options = Options { port: 8080, open: false, build: true, log: false };
    let mut words = arguments.iter().map(String::as_str);
    while let Some(word) = words.next() {
        match word {
            "--port" => {
                let port = words.next().and_then(|word| word.parse().ok());
                options.port = port.ok_or("--port takes a number from 0 to 65535")?;
            }
            "--open" => {
                options.open = match words.next() {
                    Some("yes") => true,
                    Some("no") => false,
                    _ => return Err("--open takes yes or no".to_owned()),
                }
            }
            "--no-build" => options.build = false,
            "--log" => options.log = true,
            other => return Err(format!("serve does not know `{other}`")),
        }
    }
    Ok(options)
}

fn open_browser(address: &str) {
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    if Command::new(program).arg(address).spawn().is_err() {
        println!("no `{program}` here: open the address yourself");
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn options_are_checked() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert!(parse(&words("--port 0 --no-build --log --open no")).is_ok());
        for wrong in ["--port", "--port 65536", "--open maybe", "--prot 1"] {
            assert!(parse(&words(wrong)).is_err(), "{wrong}");
        }
    }
}
