//! The two languages.

use crate::messages;
use std::str::FromStr;

/// A language in which everything is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl Lang {
    /// The code for `lang` attributes and options: `nl` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Nl => "nl",
            Lang::En => "en",
        }
    }

    /// The name of the language, in that language.
    pub fn name(self) -> &'static str {
        messages::site::language(self)
    }
}

/// A text that is not the code of a language we speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchLanguage;

impl FromStr for Lang {
    type Err = NoSuchLanguage;

    fn from_str(code: &str) -> Result<Lang, NoSuchLanguage> {
        match code {
            "nl" => Ok(Lang::Nl),
            "en" => Ok(Lang::En),
            _ => Err(NoSuchLanguage),
        }
    }
}
