//! Shows the mistakes of a folder of rules.

use std::path::Path;

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "rules".to_owned());
    let compiled = steunwijzer_compiler::compile(Path::new(&folder));
    let brief = std::env::args().nth(2).is_some();
    if brief {
        for d in &compiled.diagnostics {
            let (line, column) = d.line_column();
            println!(
                "{:?} {}:{line}:{column}: {} [{}]",
                d.severity,
                d.file.path,
                d.message,
                d.help.clone().unwrap_or_default()
            );
        }
    } else {
        print!("{}", steunwijzer_compiler::render(&compiled.diagnostics, false));
    }
    println!("{} diagnostics, edition {}", compiled.diagnostics.len(), compiled.edition.is_some());
}
