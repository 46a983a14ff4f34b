//! The page as one file, for a stick or a mail: everything stands in it, and its policy allows exactly
//! its own script and style.

use std::fs;
use std::io::Write;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{Result, doing, sums};

/// The page of the site with its files within; `start` is the folder with the parts of its script.
///
/// # Errors
/// When the page is not as we know it, or a file is missing.
pub(crate) fn page(site: &Path, start: &Path) -> Result<String> {
    let read = |path: &Path| doing("reading", path, fs::read_to_string(path));
    let page = read(&site.join("index.html"))?;
    let assets = assets(&page)?;
    let folder = site.join(assets);
    let style = read(&folder.join("styles.css"))?;
    let mut script = read(&folder.join("app.js"))?;
    for part in ["common.js", "single.js"] {
        script.push_str(&read(&start.join(part))?);
    }
    let mut files = Vec::new();
    for entry in doing("listing", &folder, fs::read_dir(&folder))? {
        let path = doing("listing", &folder, entry)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".wasm") || name.ends_with(".bin") {
            files.push((name, packed(&doing("reading", &path, fs::read(&path))?)?));
        }
    }
    files.sort();
    fill(&page, assets, &style, &script, &files)
}

/// The name of the folder in which the page has its files.
fn assets(page: &str) -> Result<&str> {
    let name = page.split('"').find(|text| text.starts_with("assets-") && text.ends_with("/styles.css"));
    name.and_then(|name| name.split('/').next()).ok_or_else(|| "the page has no styles".to_owned())
}

fn fill(page: &str, assets: &str, style: &str, script: &str, files: &[(String, String)]) -> Result<String> {
    for (name, text) in [("style", style), ("script", script)] {
        if text.contains("</script") || text.contains("</style") || text.contains("<!--") {
            return Err(format!("the {name} would end within the page"));
        }
    }
    // Every line that loads something goes; so does the policy of the site.
    let is_kept = |line: &&str| !line.contains(assets) && !line.contains("Content-Security-Policy");
    let page: String = page.lines().filter(is_kept).map(|line| format!("{line}\n")).collect();
    let (before, after) = page.split_once("<meta charset=\"utf-8\">\n").ok_or("the page names no charset")?;
    let (head, body) = after.split_once("</head>").ok_or("the page has no head")?;
    let (body, end) = body.split_once("</body>").ok_or("the page has no body")?;
    let policy = policy(style, script);
    let mut whole = format!(
        "{before}<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         {head}<style>{style}</style>\n</head>{body}"
    );
    for (name, text) in files {
        // A block of data: no browser runs it, and no policy is asked.
        whole.push_str(&format!("<script type=\"text/plain\" id=\"file-{name}\">{text}</script>\n"));
    }
    whole.push_str(&format!("<script type=\"module\">{script}</script>\n</body>{end}"));
    Ok(whole)
}

fn policy(style: &str, script: &str) -> String {
    let (style, script) = (sums::sha256(style.as_bytes()), sums::sha256(script.as_bytes()));
    format!(
        "default-src 'none'; script-src '{script}' 'wasm-unsafe-eval'; style-src '{style}'; \
         connect-src 'none'; img-src data:; form-action 'none'; base-uri 'none'"
    )
}

/// Packed with gzip, which browsers unpack themselves, as text.
fn packed(bytes: &[u8]) -> Result<String> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).map_err(|error| format!("packing: {error}"))?;
    let packed = packer.finish().map_err(|error| format!("packing: {error}"))?;
    Ok(BASE64_STANDARD.encode(packed))
}

#[cfg(test)]
mod tests {
    use super::{assets, fill};

    const PAGE: &str = "<!doctype html>\n<head>\n<meta charset=\"utf-8\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"x\">\n<title>S</title>\n\
        <link rel=\"stylesheet\" href=\"assets-1/styles.css\">\n\
        <script type=\"module\" src=\"assets-1/start.js\"></script>\n</head>\n<body>\n<p>hier</p>\n</body>\n";

    #[test]
    fn the_file_loads_nothing_and_says_so() {
        let files = [("app_bg.wasm".to_owned(), "AAAA".to_owned())];
        let whole = fill(PAGE, assets(PAGE).unwrap(), "p{}", "let a;", &files).unwrap();
        assert!(!whole.contains("assets-1"));
        assert_eq!(whole.matches("Content-Security-Policy").count(), 1);
        assert!(whole.contains("connect-src 'none'"));
        assert!(whole.contains("<p>hier</p>"));
        assert!(whole.contains("id=\"file-app_bg.wasm\">AAAA</script>"));
        assert!(whole.contains("<script type=\"module\">let a;</script>"));
    }

    #[test]
    fn a_script_that_would_end_the_page_is_refused() {
        assert!(fill(PAGE, "assets-1", "", "'</script>'", &[]).is_err());
        assert!(fill("<p>", "assets-1", "", "", &[]).is_err());
        assert!(assets("<p>").is_err());
    }
}
