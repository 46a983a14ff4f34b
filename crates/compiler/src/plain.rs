//! Plain language: short sentences, no difficult words, *u* and not *je*.
//!
//! One measure for every text of the product: rule files, messages of the page, texts on paper.

use std::ops::Range;

/// The most words of a Dutch sentence.
pub const MOST_WORDS_DUTCH: usize = 20;

/// The most words of an English sentence: English takes more short words for the same.
pub const MOST_WORDS_ENGLISH: usize = 25;

const INFORMAL: [&str; 5] = ["je", "jij", "jou", "jouw", "jullie"];

/// Difficult words and phrases, each with a plain one: `derhalve = daarom`.
const DIFFICULT: &str = include_str!("words/difficult.txt");

/// Something that is hard to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands in the text, in bytes.
    pub place: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// How to repair it.
    pub help: String,
}

/// What is hard to read in a Dutch text.
pub fn dutch(text: &str) -> Vec<Finding> {
    let mut found = long_sentences(text, MOST_WORDS_DUTCH);
    for (phrase, plain) in difficult() {
        let finding = |place| Finding {
            place,
            message: format!("`{phrase}` is difficult to read"),
            help: format!("write `{plain}`"),
        };
        found.extend(places_of(phrase, text).into_iter().map(finding));
    }
    for word in INFORMAL {
        let finding = |place| Finding {
            place,
            message: format!("`{word}` is not how we address people"),
            help: "write `u` or `uw`".to_owned(),
        };
        found.extend(places_of(word, text).into_iter().map(finding));
    }
    found.extend(shouts(text));
    found
}

/// What is hard to read in an English text.
pub fn english(text: &str) -> Vec<Finding> {
    let mut found = long_sentences(text, MOST_WORDS_ENGLISH);
    found.extend(shouts(text));
    found
}

fn shouts(text: &str) -> impl Iterator<Item = Finding> {
    let finding = |(place, mark): (usize, &str)| Finding {
        place: place..place + mark.len(),
        message: "an exclamation mark shouts".to_owned(),
        help: "write a full stop".to_owned(),
    };
    text.match_indices('!').map(finding)
}

/// Difficult words and phrases, each with a plain one.
fn difficult() -> impl Iterator<Item = (&'static str, &'static str)> {
    let pairs = DIFFICULT.lines().filter_map(|line| line.split_once('='));
    pairs.map(|(word, plain)| (word.trim(), plain.trim()))
}

fn long_sentences(text: &str, most: usize) -> Vec<Finding> {
    let mut found = Vec::new();
    for place in sentences(text) {
        let words = text.get(place.clone()).unwrap_or_default().split_whitespace();
        let count = words.filter(|word| word.chars().any(char::is_alphanumeric)).count();
        if count > most {
            let message = format!("this sentence has {count} words: {most} is the most");
            found.push(Finding { place, message, help: "make two of it".to_owned() });
        }
    }
    found
}

/// The sentences of a text: up to a full stop, question mark or exclamation mark before a space.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut ended = false;
    for (place, letter) in text.char_indices() {
        if ended && letter.is_whitespace() {
            found.push(start..place);
            start = place + letter.len_utf8();
        }
        ended = matches!(letter, '.' | '?' | '!');
    }
    found.push(start..text.len());
    found
}

/// Where a phrase stands in a text as whole words, whatever its capitals.
fn places_of(phrase: &str, text: &str) -> Vec<Range<usize>> {
    let wanted: Vec<&str> = phrase.split(' ').collect();
    let words = words(text);
    let same = |place: &Range<usize>, word: &str| {
        text.get(place.clone()).is_some_and(|written| written.to_lowercase() == word)
    };
    let matching = words
        .windows(wanted.len())
        .filter(|places| places.iter().zip(&wanted).all(|(place, word)| same(place, word)));
    matching.filter_map(|places| Some(places.first()?.start..places.last()?.end)).collect()
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (place, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, letter.is_alphanumeric()) {
            (None, true) => start = Some(place),
            (Some(from), false) => {
                found.push(from..place);
                start = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(found: &[Finding]) -> Vec<&str> {
        found.iter().map(|one| one.message.as_str()).collect()
    }

    #[test]
    fn a_language_has_its_own_most_words() {
        let text = ["woord"; MOST_WORDS_DUTCH + 1].join(" ");
        assert_eq!(messages(&dutch(&text)), ["this sentence has 21 words: 20 is the most"]);
        assert_eq!(english(&text), []);
    }

    #[test]
    fn an_exclamation_mark_is_found_in_both_languages() {
        for found in [dutch("Ja!"), english("Ja!")] {
            assert_eq!(messages(&found), ["an exclamation mark shouts"]);
        }
    }

    #[test]
    fn a_point_inside_a_number_ends_no_sentence() {
        let text = "Het is 1.000 euro. Klaar? Ja.";
        let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["Het is 1.000 euro.", "Klaar?", "Ja."]);
    }

    #[test]
    fn a_phrase_is_found_as_whole_words() {
        assert_eq!(places_of("dient te", "U dient te betalen.").as_slice(), std::slice::from_ref(&(2..10)));
        assert!(places_of("dient te", "U dient een aanvraag in.").is_empty());
        assert!(places_of("je", "Jeugd en meisje").is_empty());
    }

    #[test]
    fn words_are_found_with_their_accents() {
        let text = "één (zin), twee";
        let found: Vec<&str> = words(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["één", "zin", "twee"]);
    }
}
