//! Behind `cargo xtask schema` and `cargo xtask new-scheme`.

use std::process::ExitCode;
use xtask_editors::{new_scheme, root, schema_files};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(told) => {
            println!("{told}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<String, String> {
    match arguments.iter().map(String::as_str).collect::<Vec<&str>>().as_slice() {
        ["schema"] => schema_files::write(&root()),
        ["schema", "--check"] => schema_files::check(&root()),
        ["schema", ..] => Err("usage: cargo xtask schema [--check]".to_owned()),
        ["new-scheme", rest @ ..] => {
            let request = new_scheme::Request::read(rest)?;
            new_scheme::write(&root().join("rules"), &request, new_scheme::today())
        }
        _ => Err("usage: xtask-editors schema [--check] | new-scheme ID --kind KIND".to_owned()),
    }
}
