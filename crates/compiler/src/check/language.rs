//! Plain Dutch: at most twenty words a sentence, no difficult words, *u* and not *je*.

use crate::diagnostic::{Log, Placed};
use crate::read::Rules;
use crate::read::amounts::Amounts;
use crate::read::conditions::Condition;
use crate::read::questions::{Answer, Question};
use crate::read::reader::Text;
use crate::read::schemes::Scheme;
use std::ops::Range;

const MOST_WORDS: usize = 20;

const INFORMAL: [&str; 5] = ["je", "jij", "jou", "jouw", "jullie"];

/// Difficult words and phrases, each with a plain one: `derhalve = daarom`.
const DIFFICULT: &str = include_str!("../words/difficult.txt");

/// Reports sentences and words that are hard to read, also in the texts for civil servants. Names
/// are left alone.
pub(super) fn check(rules: &Rules, municipal: &[Text], log: &Log) {
    let texts = texts(rules).into_iter().chain(municipal);
    let difficult: Vec<(&str, &str)> = DIFFICULT
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(word, plain)| (word.trim(), plain.trim()))
        .collect();
    for text in texts {
        let text = &text.nl;
        long_sentences(text, log);
        for (phrase, plain) in &difficult {
            for place in places_of(phrase, text) {
                let message = format!("`{phrase}` is difficult to read");
                log.warning(log.inside(text.at, text, place), message, format!("write `{plain}`"));
            }
        }
        for word in INFORMAL {
            for place in places_of(word, text) {
                let message = format!("`{word}` is not how we address people");
                log.warning(log.inside(text.at, text, place), message, "write `u` or `uw`");
            }
        }
    }
}

fn long_sentences(text: &Placed<String>, log: &Log) {
    for sentence in sentences(text) {
        let count = text.get(sentence.clone()).unwrap_or_default().split_whitespace();
        let count = count.filter(|word| word.chars().any(char::is_alphanumeric)).count();
        if count > MOST_WORDS {
            let message = format!("this sentence has {count} words: {MOST_WORDS} is the most");
            log.warning(log.inside(text.at, text, sentence), message, "make two of it");
        }
    }
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

/// All texts that visitors read, without names of schemes and providers.
fn texts(rules: &Rules) -> Vec<&Text> {
    let mut all = Vec::new();
    if let Some(edition) = &rules.edition {
        all.extend([&edition.name, &edition.answers_for, &edition.report]);
    }
    for topic in &rules.topics {
        all.push(&topic.title);
        all.extend(topic.list.iter().filter_map(|list| list.none.as_ref()));
        topic.questions.iter().for_each(|question| of_question(question, &mut all));
    }
    all.extend(rules.conflicts.iter().map(|conflict| &conflict.text));
    all.extend(rules.definitions.iter().map(|definition| &definition.text));
    for parameter in &rules.parameters {
        all.push(&parameter.text);
        all.extend(parameter.when_unknown.iter().map(|range| &range.text));
    }
    rules.schemes.iter().for_each(|scheme| of_scheme(scheme, &mut all));
    for calculator in &rules.calculators {
        all.extend(calculator.texts());
        calculator.questions.iter().for_each(|question| of_question(question, &mut all));
    }
    all
}

fn of_question<'a>(question: &'a Question, all: &mut Vec<&'a Text>) {
    all.extend([&question.ask, &question.short, &question.why]);
    all.extend(&question.help);
    if let Answer::Choice(options) | Answer::Choices(options) = &question.answer {
        all.extend(options.iter().map(|option| &option.text));
    }
}

fn of_scheme<'a>(scheme: &'a Scheme, all: &mut Vec<&'a Text>) {
    all.extend([&scheme.texts.summary, &scheme.texts.decides]);
    all.extend(&scheme.texts.lead_time);
    all.extend(scheme.windows.iter().filter_map(|window| window.text.as_ref()));
    let routes = scheme.conditions.iter().flat_map(|condition| &condition.routes);
    let conditions = scheme.conditions.iter().chain(routes);
    all.extend(conditions.map(|condition: &Condition| &condition.text));
    if let Amounts::Lines(lines) = &scheme.amounts {
        all.extend(lines.iter().map(|line| &line.text));
        all.extend(lines.iter().filter_map(|line| line.formula.as_ref()));
    }
    all.extend(scheme.steps.iter().chain(&scheme.documents));
    all.extend(scheme.pitfalls.iter().map(|(text, _)| text));
    all.extend(scheme.relations.iter().map(|relation| &relation.text));
}

#[cfg(test)]
mod tests {
    use super::*;

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
