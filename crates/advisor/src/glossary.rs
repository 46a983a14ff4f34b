//! Words that ask for an explanation, found where they stand in a text.
//!
//! What a word means stands in `messages/*/glossary.toml`, with the forms in which texts use it. Where
//! the explanation claims a fact, it names a source of the rules.

use crate::lang::Lang;
use crate::messages::glossary as say;
use crate::present::{CitationRow, View};
use steunwijzer_engine::order::in_order;
use steunwijzer_engine::rulebook::SourceId;

/// A word with an explanation: a row of the glossary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term(u8);

/// A word explained, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// *Wat is loonwaarde?*
    pub question: String,
    /// What it means.
    pub text: &'static str,
    /// Where that stands, if it claims a fact.
    pub citation: Option<CitationRow>,
}

type Say = fn(Lang) -> &'static str;

/// Name, forms and meaning; the source of the rules with the place in it, empty without a fact.
struct Entry {
    name: Say,
    forms: Say,
    text: Say,
    source: (&'static str, &'static str),
}

const fn entry(name: Say, forms: Say, text: Say, source: (&'static str, &'static str)) -> Entry {
    Entry { name, forms, text, source }
}

const NONE: (&str, &str) = ("", "");

const ENTRIES: [Entry; 25] = [
    entry(say::loonwaarde, say::loonwaarde_forms, say::loonwaarde_text, ("participatiewet", "art. 6, 10d")),
    entry(
        say::doelgroepregister,
        say::doelgroepregister_forms,
        say::doelgroepregister_text,
        ("wfsv", "art. 38b, 38d"),
    ),
    entry(
        say::loonkostensubsidie,
        say::loonkostensubsidie_forms,
        say::loonkostensubsidie_text,
        ("participatiewet", "art. 10d"),
    ),
    entry(
        say::loonkostenvoordeel,
        say::loonkostenvoordeel_forms,
        say::loonkostenvoordeel_text,
        ("wtl", "art. 2.1, 4.1"),
    ),
    entry(
        say::doelgroepverklaring,
        say::doelgroepverklaring_forms,
        say::doelgroepverklaring_text,
        ("wtl", "art. 2.6, 2.7"),
    ),
    entry(say::no_risk, say::no_risk_forms, say::no_risk_text, ("ziektewet", "art. 29b")),
    entry(say::banenafspraak, say::banenafspraak_forms, say::banenafspraak_text, ("wfsv", "art. 38b, 38f")),
    entry(
        say::beschut_werk,
        say::beschut_werk_forms,
        say::beschut_werk_text,
        ("participatiewet", "art. 10b"),
    ),
    entry(
        say::participatiewet,
        say::participatiewet_forms,
        say::participatiewet_text,
        ("participatiewet", "art. 7"),
    ),
    entry(say::wajong, say::wajong_forms, say::wajong_text, ("wajong", "")),
    entry(say::jobcoach, say::jobcoach_forms, say::jobcoach_text, NONE),
    entry(
        say::de_minimis,
        say::de_minimis_forms,
        say::de_minimis_text,
        ("eu-2023-2831-art-3", "art. 3 lid 2"),
    ),
    entry(say::daeb, say::daeb_forms, say::daeb_text, ("eu-2023-2832", "")),
    entry(say::anbi, say::anbi_forms, say::anbi_text, ("awr-2026", "art. 5b lid 1")),
    entry(say::cofunding, say::cofunding_forms, say::cofunding_text, NONE),
    entry(say::guarantee, say::guarantee_forms, say::guarantee_text, NONE),
    entry(say::collateral, say::collateral_forms, say::collateral_text, NONE),
    entry(say::subordinated, say::subordinated_forms, say::subordinated_text, NONE),
    entry(
        say::legal_person,
        say::legal_person_forms,
        say::legal_person_text,
        ("legal-forms", "BW boek 2 art. 3"),
    ),
    entry(say::sme, say::sme_forms, say::sme_text, ("recommendation-2003-361", "bijlage art. 2, 3")),
    entry(say::fte, say::fte_forms, say::fte_text, NONE),
    entry(say::balance_sheet, say::balance_sheet_forms, say::balance_sheet_text, NONE),
    entry(say::crowdfunding, say::crowdfunding_forms, say::crowdfunding_text, NONE),
    entry(
        say::social_return,
        say::social_return_forms,
        say::social_return_text,
        ("pianoo-social-return", ""),
    ),
    entry(say::pso, say::pso_forms, say::pso_text, ("pso-social-return", "")),
];

impl Term {
    /// Every word with an explanation.
    pub fn all() -> impl Iterator<Item = Term> {
        (0u8..).zip(&ENTRIES).map(|(row, _)| Term(row))
    }

    fn entry(self) -> Option<&'static Entry> {
        ENTRIES.get(usize::from(self.0))
    }

    /// Its name: *loonwaarde*.
    pub fn name(self, lang: Lang) -> &'static str {
        self.entry().map_or("", |entry| (entry.name)(lang))
    }

    /// The id of the source of its explanation; none if it claims no fact.
    pub fn source(self) -> Option<&'static str> {
        self.entry().map(|entry| entry.source.0).filter(|id| !id.is_empty())
    }

    /// Where one of its forms first stands in a text, as a word of its own.
    fn place(self, lang: Lang, lower: &str) -> Option<usize> {
        let forms = self.entry().map_or("", |entry| (entry.forms)(lang));
        forms.split(", ").filter_map(|form| word(lower, &form.to_lowercase())).min()
    }
}

/// The words with an explanation in a text, in the order in which they first stand there.
pub fn terms_in(lang: Lang, text: &str) -> Vec<Term> {
    let lower = text.to_lowercase();
    let found = Term::all().filter_map(|term| Some((term.place(lang, &lower)?, term)));
    in_order(found, |(place, _)| *place).into_iter().map(|(_, term)| term).collect()
}

/// Where a word stands in a text: no letter or digit touches it.
fn word(text: &str, word: &str) -> Option<usize> {
    let touches = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let mut places = text.match_indices(word).map(|(place, _)| place);
    places.find(|place| {
        let (before, behind) = (text.get(..*place), text.get(place + word.len()..));
        !touches(before.and_then(|part| part.chars().next_back()))
            && !touches(behind.and_then(|part| part.chars().next()))
    })
}

impl View<'_> {
    /// What a word means. Its source is shown once the words of schemes, of which sources are part, are
    /// there.
    pub fn explained(&self, term: Term) -> Explained {
        let at = term.entry().map_or("", |entry| entry.source.1);
        let source = term.source().filter(|_| self.words.has_schemes()).and_then(|id| self.source_named(id));
        Explained {
            question: say::what_is(self.lang, term.name(self.lang)),
            text: term.entry().map_or("", |entry| (entry.text)(self.lang)),
            citation: source.and_then(|source| self.source_row(source, at)),
        }
    }

    fn source_named(&self, id: &str) -> Option<SourceId> {
        let found = (0u16..).zip(&self.rulebook.sources).find(|(_, source)| source.id == id);
        found.map(|(row, _)| SourceId(row))
    }
}
