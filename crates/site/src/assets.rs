//! The style sheet and the script of the search page.

/// The tokens of the look, as the page of the advice has them: everything before its first rule.
const LOOK: &str = include_str!("../../../web/static/styles/10-base.css");

/// Where the tokens end.
const END_OF_TOKENS: &str = "/* Ground */";

const OWN_STYLES: &str = include_str!("../assets/site.css");
const SEARCH: &str = include_str!("../assets/search.js");

/// The style sheet, inside the site.
pub(crate) const STYLES: &str = "pages/site.css";
/// The script of the search page, inside the site.
pub(crate) const SCRIPT: &str = "pages/search.js";
/// The feed, inside the folder of the changes.
pub(crate) const FEED: &str = "feed.xml";
/// The index of the search page, inside its folder.
pub(crate) const INDEX: &str = "index.json";

/// The files that pages share.
pub(crate) fn files() -> [(String, Vec<u8>); 2] {
    [(STYLES.to_owned(), styles().into_bytes()), (SCRIPT.to_owned(), SEARCH.as_bytes().to_vec())]
}

fn styles() -> String {
    let tokens = LOOK.split_once(END_OF_TOKENS).map_or("", |(tokens, _)| tokens);
    format!("{tokens}{OWN_STYLES}")
}

#[cfg(test)]
mod tests {
    use super::styles;

    #[test]
    fn the_styles_begin_with_the_tokens_of_the_look_in_light_and_dark() {
        let styles = styles();
        for token in ["--own-ink:", "--sw-focus:", "@media screen and (prefers-color-scheme: dark)"] {
            assert!(styles.contains(token), "{token}");
        }
        assert!(!styles.contains(".wide-column"), "the rules of the advice are no part of it");
    }
}
