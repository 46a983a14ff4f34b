//! The box for somebody else's page: one script with everything that a page has to pin, and
//! `embed.json`, which says what to pin.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha384};
use steunwijzer_advisor::messages::element as say;
use steunwijzer_ui::Lang;

use crate::templates::{self, Assets};
use crate::{Result, content, doing, frame};

/// What the box fetches, besides the words.
const MODULE: &str = "app_bg.wasm";
/// The node in the shadow tree that has what `:root` has on the page.
const MOUNT: &str = "#steunwijzer";
/// Where `colours.js` ends being of use to the box.
const OWN_PAGE: &str = "\n// On a page of its own;";

/// The hash of a file as `integrity` wants it.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// A script that other sites load: its name changes with its contents, and its hash goes along.
pub(crate) struct Pinned {
    pub(crate) name: String,
    pub(crate) integrity: String,
}

impl Pinned {
    /// What a script is called and what guards it.
    pub(crate) fn of(stem: &str, script: &str) -> Pinned {
        let name = format!("{stem}-{}.js", templates::short_hash(script.as_bytes()));
        Pinned { name, integrity: integrity(script.as_bytes()) }
    }
}

/// As the page of the site carries it.
impl std::fmt::Display for Pinned {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.name, self.integrity)
    }
}

/// Writes the script and `embed.json` into `folder`, for the files of `assets` in it. `frame` is the
/// script for the host of a frame.
///
/// # Errors
/// When a file is not as this expects it.
pub(crate) fn write(sources: &Path, folder: &Path, assets: &Assets, frame: &Pinned) -> Result<Pinned> {
    let text = |path: &Path| doing("reading", path, fs::read_to_string(path));
    let own = folder.join(&assets.folder);
    let files = files(&own, assets)?;
    let styles = text(&sources.join("embed/shadow.css"))? + &in_shadow(&text(&own.join("styles.css"))?)?;
    let element = templates::fill(
        &text(&sources.join("embed/steun-wijzer.js"))?,
        &[
            ("files", &json!(files).to_string()),
            ("texts", &json!({ "nl": texts(Lang::Nl), "en": texts(Lang::En) }).to_string()),
            ("styles", &json!(styles).to_string()),
        ],
    )?;
    let colours = text(&sources.join("themes/colours.js"))?;
    let script = [&inlined(&text(&own.join("app.js"))?)?, &suit(&colours)?, element.as_str()].join("\n");
    let pinned = Pinned::of("steunwijzer", &script);
    let about = json!({
        "edition": content::edition(),
        "script": pinned.name,
        "integrity": pinned.integrity,
        "bytes": script.len(),
        "files": files.values().collect::<Vec<_>>(),
        "frame": { "page": frame::PAGE, "script": frame.name, "integrity": frame.integrity },
    });
    for (name, text) in [(pinned.name.as_str(), &script), ("embed.json", &format!("{about:#}\n"))] {
        let path = folder.join(name);
        doing("writing", &path, fs::write(&path, text))?;
    }
    Ok(pinned)
}

/// What the box fetches, by name: where it stands, its hash and its size.
fn files(folder: &Path, assets: &Assets) -> Result<BTreeMap<String, Value>> {
    let wanted = assets.names.iter().filter(|name| *name == MODULE || name.ends_with(".bin"));
    let each = wanted.map(|name| {
        let path = folder.join(name);
        let bytes = doing("reading", &path, fs::read(&path))?;
        let about = json!({
            "path": format!("{}/{name}", assets.folder),
            "integrity": integrity(&bytes),
            "bytes": bytes.len(),
        });
        Ok((name.clone(), about))
    });
    each.collect()
}

/// What the box says before the module is there, or when it does not come.
fn texts(lang: Lang) -> Value {
    json!({ "loading": say::loading(lang), "failed": say::failed(lang), "full": say::full(lang) })
}

/// The glue of the module as part of a larger script.
fn inlined(glue: &str) -> Result<String> {
    let exports = "export { initSync, __wbg_init as default };";
    if !glue.contains(exports) || !glue.contains("export class Advisor") {
        return Err("the glue exports something else than it did".to_owned());
    }
    let inlined = glue.replace(exports, "").replace("export class ", "class ");
    match inlined.lines().find(|line| line.starts_with("export ") || line.starts_with("import ")) {
        Some(line) => Err(format!("the glue has `{line}`")),
        None => Ok(inlined),
    }
}

/// The part of `colours.js` that looks at one element.
fn suit(colours: &str) -> Result<String> {
    let (functions, _) =
        colours.split_once(OWN_PAGE).ok_or("colours.js has no part for a page of its own")?;
    Ok(functions.replace("export function ", "function "))
}

/// The styles of the page for a shadow tree: tokens stand on the mount, light and dark are chosen there
/// and not by the device, widths are those of the box, and `rem` does not follow the `html` of the host.
fn in_shadow(styles: &str) -> Result<String> {
    let mut root = MOUNT.to_owned();
    let mut schemes = 0;
    let mut lines = Vec::new();
    for line in styles.lines() {
        if line == "}" {
            root = MOUNT.to_owned();
        }
        let (prelude, rest) = match line.trim_start().starts_with('@').then(|| line.split_once('{')).flatten()
        {
            Some((prelude, rest)) => (Some(prelude.trim()), rest),
            None => (None, line),
        };
        let own = match prelude {
            Some("@media screen and (prefers-color-scheme: dark)") => {
                root = format!("{MOUNT}[data-dark]");
                schemes += 1;
                "@media screen {".to_owned()
            }
            Some("@media screen and (prefers-color-scheme: light)") => {
                root = format!("{MOUNT}:not([data-dark])");
                schemes += 1;
                "@media screen {".to_owned()
            }
            Some(prelude) => format!("{} {{", of_the_box(prelude)?),
            None => String::new(),
        };
        lines.push(own + &without_rem(&rest.replace(":root", &root)));
    }
    if schemes < 2 {
        return Err("the styles have no light or no dark".to_owned());
    }
    Ok(lines.join("\n"))
}

/// A width of the window becomes one of the box.
fn of_the_box(prelude: &str) -> Result<String> {
    let Some(width) = prelude.strip_prefix("@media (min-width: ").and_then(|rest| rest.strip_suffix("rem)"))
    else {
        return Ok(prelude.to_owned());
    };
    let width: u32 = width.parse().map_err(|_| format!("`{prelude}`: not in whole rem"))?;
    Ok(format!("@container sw (min-width: {}px)", width * 16))
}

/// `1.5rem` becomes `calc(1.5 * var(--sw-rem))`.
fn without_rem(line: &str) -> String {
    let mut parts = line.split("rem");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let number =
            out.len() - out.chars().rev().take_while(|one| one.is_ascii_digit() || *one == '.').count();
        let ends = part.chars().next().is_none_or(|next| !next.is_alphanumeric());
        match (number < out.len() && ends).then(|| out.split_off(number)) {
            Some(number) => {
                let minus = if out.ends_with('-')
                    && out.chars().rev().nth(1).is_none_or(|one| " (:,".contains(one))
                {
                    out.pop();
                    "-"
                } else {
                    ""
                };
                out.push_str(&format!("calc({minus}{number} * var(--sw-rem))"));
            }
            None => out.push_str("rem"),
        }
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{in_shadow, inlined, integrity, of_the_box, without_rem};

    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        // Of the empty file: FIPS 180-4, in base64.
        assert_eq!(integrity(b""), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
    }

    #[test]
    fn rem_becomes_the_letter_size_of_the_visitor() {
        assert_eq!(
            without_rem("a { margin: -1rem .5rem; }"),
            "a { margin: calc(-1 * var(--sw-rem)) calc(.5 * var(--sw-rem)); }"
        );
        assert_eq!(without_rem("/* rem */ .remark2rems {}"), "/* rem */ .remark2rems {}");
        assert_eq!(
            without_rem("calc(1rem - 2rem)"),
            "calc(calc(1 * var(--sw-rem)) - calc(2 * var(--sw-rem)))"
        );
    }

    #[test]
    fn a_width_of_the_window_is_one_of_the_box() {
        assert_eq!(of_the_box("@media (min-width: 40rem)").unwrap(), "@container sw (min-width: 640px)");
        assert_eq!(of_the_box("@media print").unwrap(), "@media print");
        assert!(of_the_box("@media (min-width: 40.5rem)").is_err());
    }

    #[test]
    fn the_dark_is_chosen_by_the_box() {
        let styles = ":root { a: b; }\n@media screen and (prefers-color-scheme: dark) {\n  :root {\n    a: c;\n  }\n}\n\
                      @media screen and (prefers-color-scheme: light) {\n  :root[x] { a: d; }\n}\n:root { e: f; }";
        let expected = "#steunwijzer { a: b; }\n@media screen {\n  #steunwijzer[data-dark] {\n    a: c;\n  }\n}\n\
                        @media screen {\n  #steunwijzer:not([data-dark])[x] { a: d; }\n}\n#steunwijzer { e: f; }";
        assert_eq!(in_shadow(styles).unwrap(), expected);
        assert!(in_shadow(":root { a: b; }").is_err());
    }

    #[test]
    fn glue_with_other_exports_is_refused() {
        let glue = "export class Advisor {}\nexport { initSync, __wbg_init as default };";
        assert_eq!(inlined(glue).unwrap(), "class Advisor {}\n");
        assert!(inlined("export class Advisor {}").is_err());
        assert!(inlined(&format!("{glue}\nexport function more() {{}}")).is_err());
    }
}
