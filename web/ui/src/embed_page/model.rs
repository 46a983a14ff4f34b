//! What is chosen for another site, and how that is written in its code.

use super::code::Attribute;
use crate::store::Model;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::Help;

/// How Steunwijzer comes on the other site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Way {
    /// A custom element, drawn in the page itself.
    #[default]
    Element,
    /// A page in a frame.
    Frame,
}

/// What is shown there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mode {
    #[default]
    Advisor,
    Desk,
    /// A calculator, by its row.
    Calculator(u16),
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    #[default]
    Light,
    Dark,
    /// As the device asks.
    Auto,
}

impl Theme {
    pub(super) const ALL: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Auto];

    /// Its name in the code.
    pub(super) fn code(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Auto => "auto",
        }
    }
}

/// The kinds of help, in the order of the page.
pub(super) const KINDS: [Help; 5] =
    [Help::Subsidies, Help::Crowdfunding, Help::Loans, Help::InKind, Help::WageCosts];

/// The name of a kind in the code.
pub(super) fn kind_code(kind: Help) -> &'static str {
    match kind {
        Help::Subsidies => "subsidies",
        Help::Crowdfunding => "crowdfunding",
        Help::Loans => "loans",
        Help::InKind => "in_kind",
        Help::WageCosts => "wage_costs",
    }
}

/// A text that can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copied {
    Code,
    /// The text for a privacy statement.
    Privacy(Lang),
}

/// What is chosen on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct EmbedForm {
    pub(super) way: Way,
    /// The language; without a choice that of the page.
    lang: Option<Lang>,
    /// A municipality, by its row.
    pub(super) municipality: Option<u16>,
    pub(super) mode: Mode,
    /// In the order of [`KINDS`]; none is all of them.
    kinds: [bool; KINDS.len()],
    pub(super) theme: Theme,
    pub(super) as_on: Option<Date>,
    share: bool,
    /// What was copied last, and whether that worked.
    pub(super) copied: Option<(Copied, bool)>,
}

/// Something on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EmbedEvent {
    Way(Way),
    Speak(Lang),
    Municipality(Option<u16>),
    Mode(Mode),
    /// Shows a kind of help too, or no longer.
    Kind(Help),
    Theme(Theme),
    AsOn(Option<Date>),
    Share,
    /// A text was copied, or could not be.
    Copied(Copied, bool),
}

impl EmbedForm {
    pub(super) fn shows(&self, kind: Help) -> bool {
        KINDS.into_iter().zip(self.kinds).any(|(own, is_on)| own == kind && is_on)
    }

    /// Whether the host asks for answers. A frame tells none.
    pub(super) fn shares(&self) -> bool {
        self.share && self.way == Way::Element
    }
}

impl Model {
    pub(crate) fn on_embed(&mut self, event: EmbedEvent) {
        let form = &mut self.embed;
        form.copied = None;
        match event {
            EmbedEvent::Way(way) => form.way = way,
            EmbedEvent::Speak(lang) => form.lang = Some(lang),
            EmbedEvent::Municipality(row) => form.municipality = row,
            EmbedEvent::Mode(mode) => form.mode = mode,
            EmbedEvent::Kind(kind) => {
                for (own, is_on) in KINDS.into_iter().zip(&mut form.kinds) {
                    *is_on ^= own == kind;
                }
            }
            EmbedEvent::Theme(theme) => form.theme = theme,
            EmbedEvent::AsOn(day) => form.as_on = day,
            EmbedEvent::Share => form.share = !form.share,
            EmbedEvent::Copied(what, worked) => form.copied = Some((what, worked)),
        }
    }

    /// The language that visitors of the other site read first.
    pub(super) fn embed_lang(&self) -> Lang {
        self.embed.lang.unwrap_or_else(|| self.lang())
    }

    /// The choices as attributes of the element, which are the query of the frame too. What is the
    /// default there is left out, but for the language: it stands so that the host sees it.
    pub(super) fn embed_attributes(&self) -> Vec<Attribute> {
        let form = &self.embed;
        let mut all = vec![("lang", self.embed_lang().code().to_owned())];
        let municipality =
            form.municipality.and_then(|row| self.rulebook().municipalities.get(usize::from(row)));
        all.extend(municipality.map(|own| ("municipality", own.code.clone())));
        match form.mode {
            Mode::Advisor => {}
            Mode::Desk => all.push(("mode", "desk".to_owned())),
            Mode::Calculator(row) => {
                all.extend(self.site.calculators.get(row).map(|own| ("mode", own.id.clone())));
            }
        }
        let kinds: Vec<&str> = KINDS.into_iter().filter(|kind| form.shows(*kind)).map(kind_code).collect();
        if !kinds.is_empty() {
            all.push(("kinds", kinds.join(",")));
        }
        if form.theme != Theme::default() {
            all.push(("theme", form.theme.code().to_owned()));
        }
        all.extend(form.as_on.map(|day| ("as-on", day.to_string())));
        if form.shares() {
            all.push(("share-answers", String::new()));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::{EmbedEvent, Mode, Theme, Way};
    use crate::navigation::Page;
    use crate::site::Site;
    use crate::store::{Event, Model};
    use steunwijzer_advisor::lang::Lang;
    use steunwijzer_advisor::present::Kinds;
    use steunwijzer_engine::rulebook::Help;

    fn after(events: &[EmbedEvent]) -> Model {
        let site = Site::new(steunwijzer_rules::rulebook());
        let today = site.rulebook.edition.date;
        let first = Model::new(site, today, Lang::Nl, Page::Embed);
        events.iter().fold(first, |model, event| model.after(Event::Embed(event.clone())))
    }

    fn written(model: &Model) -> String {
        let pair = |(name, value): &(&str, String)| [name, "=", value].concat();
        model.embed_attributes().iter().map(pair).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn without_a_choice_only_the_language_is_written() {
        assert_eq!(written(&after(&[])), "lang=nl");
    }

    #[test]
    fn every_choice_is_written_by_its_code() {
        let first = after(&[]);
        let tilburg = first.rulebook().municipalities.iter().position(|own| own.name == "Tilburg");
        let tilburg = tilburg.and_then(|row| u16::try_from(row).ok());
        let sum = first.site.calculators.row("lening").unwrap();
        let model = after(&[
            EmbedEvent::Speak(Lang::En),
            EmbedEvent::Municipality(tilburg),
            EmbedEvent::Mode(Mode::Calculator(sum)),
            EmbedEvent::Kind(Help::WageCosts),
            EmbedEvent::Kind(Help::Loans),
            EmbedEvent::Theme(Theme::Auto),
            EmbedEvent::AsOn("2026-12-28".parse().ok()),
            EmbedEvent::Share,
        ]);
        assert_eq!(
            written(&model),
            "lang=en municipality=GM0855 mode=lening kinds=loans,wage_costs theme=auto as-on=2026-12-28 share-answers="
        );
    }

    #[test]
    fn a_kind_that_is_chosen_twice_is_not_chosen() {
        let model = after(&[EmbedEvent::Kind(Help::Loans), EmbedEvent::Kind(Help::Loans)]);
        assert_eq!(written(&model), "lang=nl");
    }

    #[test]
    fn the_code_of_a_kind_is_the_name_that_is_read_back() {
        for kind in super::KINDS {
            let read = Kinds::named(super::kind_code(kind)).unwrap();
            assert_eq!(read.each().collect::<Vec<_>>(), [kind]);
        }
    }

    #[test]
    fn a_frame_never_asks_for_answers() {
        let model = after(&[EmbedEvent::Share, EmbedEvent::Way(Way::Frame)]);
        assert_eq!(written(&model), "lang=nl");
    }
}
