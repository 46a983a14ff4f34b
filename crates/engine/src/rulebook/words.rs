//! The words of one language, in two parts: a page can ask its questions before it has all.

use serde::{Deserialize, Serialize};

/// Where a text stands in the words of a language. What the questions say comes before what is
/// said of schemes, in both languages alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TextId(pub u32);

/// The words of one language, by [`TextId`]: of the questions, and behind them of the schemes if
/// these are there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    texts: Vec<String>,
    /// How many of the texts are of the questions.
    questions: u32,
}

/// The words of the schemes, apart from those of the questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeWords {
    /// The place of the first text.
    first: u32,
    texts: Vec<String>,
}

impl Words {
    /// All texts of a language; so many of them, from the first on, are of the questions.
    pub fn new(texts: Vec<String>, questions: u32) -> Words {
        Words { texts, questions }
    }

    /// The text; empty if it is not there yet, or the words are of another edition.
    pub fn get(&self, text: TextId) -> &str {
        self.texts.get(text.0 as usize).map_or("", String::as_str)
    }

    /// The number of texts that are there.
    pub fn count(&self) -> usize {
        self.texts.len()
    }

    /// Whether the words of the questions are there. They always come first.
    pub fn has_questions(&self) -> bool {
        !self.texts.is_empty()
    }

    /// Whether the words of the schemes are there too.
    pub fn has_schemes(&self) -> bool {
        self.texts.len() > self.questions as usize
    }

    /// The words of the questions alone, and those of the schemes.
    pub fn into_parts(mut self) -> (Words, SchemeWords) {
        let at = self.texts.len().min(self.questions as usize);
        let schemes = SchemeWords { first: self.questions, texts: self.texts.split_off(at) };
        (self, schemes)
    }

    /// These words with those of the schemes; `None` if they do not follow on these.
    pub fn with_schemes(mut self, schemes: SchemeWords) -> Option<Words> {
        let follows = self.has_questions() && !self.has_schemes() && schemes.first == self.questions;
        self.texts.extend(schemes.texts);
        follows.then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{TextId, Words};

    fn words() -> Words {
        Words::new(["question", "option", "scheme"].map(str::to_owned).to_vec(), 2)
    }

    #[test]
    fn the_parts_together_are_the_whole() {
        let (questions, schemes) = words().into_parts();
        assert_eq!(questions.with_schemes(schemes), Some(words()));
    }

    #[test]
    fn a_text_of_a_part_that_is_not_there_is_empty() {
        let (questions, _) = words().into_parts();
        let said = [0, 1, 2].map(|place| questions.get(TextId(place)));
        assert_eq!(said, ["question", "option", ""]);
    }

    #[test]
    fn words_know_which_parts_are_there() {
        let (questions, _) = words().into_parts();
        let known = [words(), questions, Words::default()];
        let parts = known.map(|words| (words.has_questions(), words.has_schemes()));
        assert_eq!(parts, [(true, true), (true, false), (false, false)]);
    }

    #[test]
    fn words_of_schemes_follow_only_on_the_questions_of_their_edition() {
        let (questions, schemes) = words().into_parts();
        assert_eq!(Words::default().with_schemes(schemes.clone()), None);
        assert_eq!(words().with_schemes(schemes), None);
        let (_, other) = Words::new(vec![String::new(), String::new()], 1).into_parts();
        assert_eq!(questions.with_schemes(other), None);
    }
}
