//! Where each page stands, and how one page links to another.

use crate::known::Known;
use std::fmt;
use std::str::FromStr;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_engine::rulebook::{Kind, QuestionId, Rulebook, SchemeId, SourceId};
use steunwijzer_report::names;

/// The address of a folder on the web: `https://example.org/steun/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

/// Why a text is no address of a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoBase;

impl fmt::Display for NoBase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("write an address in full, such as https://example.org/steun/")
    }
}

impl std::error::Error for NoBase {}

impl FromStr for Base {
    type Err = NoBase;

    fn from_str(text: &str) -> Result<Base, NoBase> {
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).ok_or(NoBase)?;
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/[]%".contains(&byte);
        if host.is_empty() || host.starts_with('/') || !host.bytes().all(allowed) {
            return Err(NoBase);
        }
        Ok(Base(format!("{}/", text.trim_end_matches('/'))))
    }
}

impl Base {
    /// The whole address of a path inside the folder.
    pub(crate) fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The path of the folder on its host: `/steun/`.
    pub(crate) fn path(&self) -> &str {
        let behind = self.0.split_once("://").map_or("", |(_, behind)| behind);
        behind.find('/').and_then(|slash| behind.get(slash..)).unwrap_or("/")
    }
}

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    Home,
    Schemes,
    Scheme(SchemeId),
    Kinds,
    Kind(Kind),
    Places,
    /// By its row in the municipalities.
    Place(usize),
    Questions,
    Question(QuestionId),
    Sources,
    Source(SourceId),
    Changes,
    Accuracy,
    Data,
}

/// The indexes, in the order of the menu.
pub(crate) const INDEXES: [Page; 8] = [
    Page::Schemes,
    Page::Kinds,
    Page::Places,
    Page::Questions,
    Page::Sources,
    Page::Changes,
    Page::Accuracy,
    Page::Data,
];

impl Page {
    /// Every page of a language.
    pub(crate) fn all(rulebook: &Rulebook, known: &Known<'_>) -> Vec<Page> {
        let mut all = vec![Page::Home];
        all.extend(INDEXES);
        all.extend((0u16..).zip(&rulebook.schemes).map(|(row, _)| Page::Scheme(SchemeId(row))));
        all.extend(known.kinds().into_iter().map(Page::Kind));
        all.extend(known.municipalities.iter().map(|place| Page::Place(place.row)));
        all.extend((0u16..).zip(&rulebook.questions).map(|(row, _)| Page::Question(QuestionId(row))));
        all.extend((0u16..).zip(&rulebook.sources).map(|(row, _)| Page::Source(SourceId(row))));
        all
    }

    /// Its folder inside the site, with a slash at the end.
    pub(crate) fn folder(self, rulebook: &Rulebook, known: &Known<'_>, lang: Lang) -> String {
        let word = self.word(lang);
        let name = match self {
            Page::Home => return format!("{}/", lang.code()),
            Page::Schemes
            | Page::Kinds
            | Page::Places
            | Page::Questions
            | Page::Sources
            | Page::Changes
            | Page::Accuracy
            | Page::Data => return format!("{}/{word}/", lang.code()),
            Page::Scheme(id) => rulebook.schemes.get(id.row()).map_or("", |found| found.id.as_str()),
            Page::Kind(kind) => names::kind(kind),
            Page::Place(row) => known.place(row).map_or("", |place| place.slug.as_str()),
            Page::Question(id) => rulebook.questions.get(id.row()).map_or("", |found| found.id.as_str()),
            Page::Source(id) => rulebook.sources.get(id.row()).map_or("", |found| found.id.as_str()),
        };
        format!("{}/{word}/{}/", lang.code(), slug(name))
    }

    fn word(self, lang: Lang) -> &'static str {
        let (nl, en) = match self {
            Page::Home => ("", ""),
            Page::Schemes => ("regelingen", "schemes"),
            Page::Scheme(_) => ("regeling", "scheme"),
            Page::Kinds => ("soorten", "kinds"),
            Page::Kind(_) => ("soort", "kind"),
            Page::Places => ("gemeenten", "municipalities"),
            Page::Place(_) => ("gemeente", "municipality"),
            Page::Questions => ("vragen", "questions"),
            Page::Question(_) => ("vraag", "question"),
            Page::Sources => ("bronnen", "sources"),
            Page::Source(_) => ("bron", "source"),
            Page::Changes => ("veranderingen", "changes"),
            Page::Accuracy => ("zekerheid", "accuracy"),
            Page::Data => ("open-data", "open-data"),
        };
        match lang {
            Lang::Nl => nl,
            Lang::En => en,
        }
    }
}

/// A name in an address: lower case without accents, with hyphens.
pub(crate) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            letter if letter.is_ascii_alphanumeric() => slug.push(letter),
            '\'' | '’' | '(' | ')' => {}
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// A lower-case letter without its accent.
pub(crate) fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

/// What leads from a file in one folder to a path of the site.
pub(crate) fn relative(from: &str, to: &str) -> String {
    format!("{}{to}", "../".repeat(from.matches('/').count()))
}

#[cfg(test)]
mod tests {
    use super::{Base, relative, slug};

    #[test]
    fn a_base_always_ends_with_one_slash() {
        let bases = ["https://example.org", "https://example.org/steun//"];
        let paths = bases.map(|text| text.parse::<Base>().map(|base| base.join("nl/")));
        assert_eq!(paths, [Ok("https://example.org/nl/".into()), Ok("https://example.org/steun/nl/".into())]);
    }

    #[test]
    fn a_base_has_a_path_on_its_host() {
        let path = |text: &str| text.parse::<Base>().map(|base| base.path().to_owned());
        assert_eq!(path("https://example.org"), Ok("/".to_owned()));
        assert_eq!(path("http://example.org:8080/a/b"), Ok("/a/b/".to_owned()));
    }

    #[test]
    fn what_is_no_address_is_no_base() {
        for text in ["", "example.org", "https://", "https:///x", "javascript:alert(1)", "https://a/\"><b"] {
            assert!(text.parse::<Base>().is_err(), "{text}");
        }
    }

    #[test]
    fn names_become_addresses() {
        let slugs = ["'s-Gravenhage", "Bergen (L.)", "Súdwest-Fryslân", "org.legal_form"].map(slug);
        assert_eq!(slugs, ["s-gravenhage", "bergen-l", "sudwest-fryslan", "org-legal-form"]);
    }

    #[test]
    fn a_link_climbs_out_of_every_folder() {
        assert_eq!(relative("nl/regeling/x/", "en/"), "../../../en/");
        assert_eq!(relative("", "nl/"), "nl/");
    }
}
