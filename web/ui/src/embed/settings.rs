//! What the site around the box asks for by attributes. Pure.

use crate::navigation::Page;
use crate::site::Site;
use steunwijzer_advisor::entry;
use steunwijzer_advisor::present::Kinds;
use steunwijzer_engine::date::Date;

/// What the site around the box asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Settings {
    /// The page on which the box begins; none for the first question.
    pub(crate) begins: Option<Page>,
    /// The kinds of help that are shown.
    pub(crate) kinds: Kinds,
    /// The code of the municipality that is filled in.
    pub(crate) municipality: Option<String>,
    /// The day for which is judged; none for today.
    pub(crate) as_on: Option<Date>,
    /// Whether the site asks for the answers.
    pub(crate) asks_answers: bool,
    /// The level of the first heading, 1 to 6.
    pub(crate) heading: u8,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            begins: None,
            kinds: Kinds::ALL,
            municipality: None,
            as_on: None,
            asks_answers: false,
            heading: 2,
        }
    }
}

impl Settings {
    /// Reads an attribute; none is the value of one that is not there. `None` when the value is not
    /// understood: then nothing has changed.
    pub(crate) fn read(&mut self, name: &str, value: Option<&str>, site: &Site) -> Option<()> {
        let value = value.map(str::trim);
        let given = value.filter(|value| !value.is_empty());
        match name {
            "mode" => self.begins = given.map_or(Some(None), |mode| begins(mode, site))?,
            "kinds" => self.kinds = given.map_or(Some(Kinds::ALL), Kinds::named)?,
            "municipality" => {
                self.municipality = match given {
                    Some(place) => Some(municipality(place, site)?),
                    None => None,
                }
            }
            "as-on" => {
                self.as_on = match given {
                    Some(day) => Some(day.parse().ok()?),
                    None => None,
                }
            }
            "heading-level" => self.heading = given.map_or(Some(2), heading)?,
            // As with every attribute that is there or not: its value says nothing, but "false" means no.
            "share-answers" => self.asks_answers = value.is_some_and(|value| value != "false"),
            _ => return None,
        }
        Some(())
    }
}

fn begins(mode: &str, site: &Site) -> Option<Option<Page>> {
    match mode {
        "advisor" => Some(None),
        "desk" => Some(Some(Page::Desk)),
        calculator => site.calculators.row(calculator).map(|row| Some(Page::Calculator(row))),
    }
}

fn heading(level: &str) -> Option<u8> {
    level.parse().ok().filter(|level| (1..=6).contains(level))
}

/// The code of a municipality by its code or its whole name.
fn municipality(given: &str, site: &Site) -> Option<String> {
    let rulebook = &site.rulebook;
    let by_code = rulebook.municipalities.iter().find(|one| one.code.eq_ignore_ascii_case(given));
    let by_name = || {
        let found = entry::search(rulebook, given, MOST_NAMES);
        let whole = found.into_iter().find(|one| one.name.eq_ignore_ascii_case(given))?;
        rulebook.municipalities.get(usize::from(whole.row))
    };
    by_code.or_else(by_name).map(|one| one.code.clone())
}

/// Among so many that begin alike the whole name is found.
const MOST_NAMES: usize = 20;

#[cfg(test)]
mod tests {
    use super::Settings;
    use crate::navigation::Page;
    use crate::site::Site;
    use steunwijzer_engine::rulebook::Help;

    fn read(name: &str, value: &str) -> Option<Settings> {
        let site = Site::new(steunwijzer_rules::rulebook());
        let mut settings = Settings::default();
        settings.read(name, Some(value), &site).map(|()| settings)
    }

    #[test]
    fn a_municipality_is_found_by_code_and_by_name() {
        for given in ["GM0855", "gm0855", "Tilburg", " tilburg "] {
            assert_eq!(
                read("municipality", given).unwrap().municipality.as_deref(),
                Some("GM0855"),
                "{given}"
            );
        }
    }

    #[test]
    fn kinds_narrow_what_is_shown() {
        let kinds = read("kinds", "loans, wage_costs").unwrap().kinds;
        assert_eq!(kinds.each().collect::<Vec<_>>(), [Help::Loans, Help::WageCosts]);
    }

    #[test]
    fn a_mode_is_a_page() {
        assert_eq!(read("mode", "desk").unwrap().begins, Some(Page::Desk));
        assert!(matches!(read("mode", "lening").unwrap().begins, Some(Page::Calculator(_))));
        assert_eq!(read("mode", "advisor").unwrap().begins, None);
    }

    #[test]
    fn what_is_not_understood_is_refused_and_changes_nothing() {
        let wrong = [
            ("municipality", "Tilb"),
            ("municipality", "GM9999"),
            ("kinds", "loans gifts"),
            ("kinds", ","),
            ("mode", "../loket"),
            ("as-on", "31-12-2026"),
            ("heading-level", "7"),
            ("heading-level", "-1"),
            ("onclick", "x"),
        ];
        for (name, value) in wrong {
            assert_eq!(read(name, value), None, "{name}={value}");
        }
    }

    #[test]
    fn an_attribute_that_is_taken_away_means_the_default_again() {
        let site = Site::new(steunwijzer_rules::rulebook());
        let mut settings = Settings::default();
        for (name, value) in
            [("kinds", "loans"), ("mode", "desk"), ("as-on", "2026-12-01"), ("share-answers", "")]
        {
            settings.read(name, Some(value), &site).unwrap();
            assert_ne!(settings, Settings::default());
            settings.read(name, None, &site).unwrap();
            assert_eq!(settings, Settings::default(), "{name}");
        }
    }
}
