//! From an edition to things with fields.

mod figures;
mod questions;
mod schemes;
mod whom;

use super::thing::{Said, SchemeName, Thing, Whom};
use crate::edition::words;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::show;
use steunwijzer_compiler::Edition;
use steunwijzer_compiler::rule_text::RuleWriter;
use steunwijzer_engine::rulebook::{Citation, Rulebook, Scheme, SchemeId, TextId, Words};

/// Everything an edition holds.
pub(crate) fn things(edition: &Edition, lang: Lang) -> Vec<Thing> {
    let other = match lang {
        Lang::Nl => Lang::En,
        Lang::En => Lang::Nl,
    };
    let described = Described {
        rulebook: &edition.rulebook,
        words: words(edition, lang),
        other: words(edition, other),
        lang,
    };
    let mut things = described.schemes();
    things.extend(described.questions());
    things.extend(described.conflicts());
    things.extend(described.parameters());
    things.extend(described.definitions());
    things.extend(described.sources());
    things
}

/// An edition that is described in a language.
struct Described<'e> {
    rulebook: &'e Rulebook,
    words: &'e Words,
    other: &'e Words,
    lang: Lang,
}

impl<'e> Described<'e> {
    /// A text in the language of the output.
    fn word(&self, text: TextId) -> &'e str {
        self.words.get(text)
    }

    /// A text in both languages.
    fn said(&self, text: TextId) -> Said {
        Said { shown: self.words.get(text).to_owned(), other: self.other.get(text).to_owned() }
    }

    /// Several texts in both languages.
    fn said_all(&self, texts: impl Iterator<Item = TextId> + Clone) -> Said {
        let joined =
            |words: &Words| texts.clone().map(|text| words.get(text)).collect::<Vec<_>>().join(" / ");
        Said { shown: joined(self.words), other: joined(self.other) }
    }

    fn sources_of(&self, citations: &[Citation]) -> Said {
        let cited = citations.iter().filter_map(|citation| {
            let source = self.rulebook.sources.get(citation.source.row())?;
            let at = self.word(citation.at);
            Some(if at.is_empty() { source.id.clone() } else { format!("{} ({at})", source.id) })
        });
        Said::plain(cited.collect::<Vec<String>>().join("; "))
    }

    fn rules(&self) -> RuleWriter<'e> {
        RuleWriter::new(self.rulebook)
    }

    fn scheme_named(&self, id: SchemeId) -> Option<SchemeName> {
        self.rulebook.schemes.get(id.row()).map(|scheme| self.name_of(scheme))
    }

    fn name_of(&self, scheme: &Scheme) -> SchemeName {
        SchemeName { id: scheme.id.clone(), name: self.word(scheme.texts.name).to_owned() }
    }

    /// The schemes that something is used by.
    fn used_by(&self, uses: impl Fn(SchemeId, &Scheme) -> bool) -> Whom {
        let all = (0u16..).zip(&self.rulebook.schemes);
        let users = all.filter(|(row, scheme)| uses(SchemeId(*row), scheme));
        Whom { schemes: users.map(|(_, scheme)| self.name_of(scheme)).collect(), ..Whom::default() }
    }

    fn day(&self, day: Option<steunwijzer_engine::date::Date>) -> String {
        day.map_or("…".to_owned(), |day| show::day(self.lang, day))
    }
}
