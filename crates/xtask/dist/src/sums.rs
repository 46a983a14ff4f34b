//! Checksums of every file, and the integrity of what a page can load.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// Their file; it does not name itself.
pub(crate) const FILE: &str = "SHA256SUMS";

/// What `sha256sum --check` reads.
pub(crate) fn checksums(files: &[(String, Vec<u8>)]) -> String {
    let others = files.iter().filter(|(name, _)| name != FILE);
    others.map(|(name, bytes)| format!("{}  {name}\n", hexadecimal(&Sha256::digest(bytes)))).collect()
}

/// A line for every file that a page can load with `integrity`: the value, and the file.
pub(crate) fn integrity(files: &[(String, Vec<u8>)]) -> String {
    let loaded = |name: &str| [".js", ".css", ".wasm", ".bin", ".json"].iter().any(|end| name.ends_with(end));
    let of_the_site = files.iter().filter(|(name, _)| name.starts_with("site/") && loaded(name));
    of_the_site.map(|(name, bytes)| format!("{}  {name}\n", sha384(bytes))).collect()
}

fn sha384(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// As a policy names an inline script or style.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{checksums, integrity};

    #[test]
    fn checksums_are_those_of_sha256sum_and_leave_their_own_file_out() {
        let files = [("SHA256SUMS".to_owned(), Vec::new()), ("leeg".to_owned(), Vec::new())];
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(checksums(&files), format!("{empty}  leeg\n"));
    }

    #[test]
    fn integrity_is_that_of_a_browser_and_of_what_a_page_loads_only() {
        let file = |name: &str| (name.to_owned(), b"alert('Hello, world.');".to_vec());
        let files = [file("site/a.js"), file("site/a.js.br"), file("site/index.html"), file("sri.js")];
        // The example of the specification (W3C, Subresource Integrity).
        let known = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(&files), format!("{known}  site/a.js\n"));
    }
}
