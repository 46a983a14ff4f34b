//! Which question comes next. The visitor may take any other way.

use crate::navigation::Page;
use crate::store::Model;
use steunwijzer_advisor::interview::{Action, Asked};
use steunwijzer_engine::advice::{Ask, OpenQuestion};
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::open_questions;
use steunwijzer_engine::rulebook::{QuestionId, Topic};

/// How far a topic has come, in questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Progress {
    pub(crate) done: usize,
    pub(crate) of: usize,
}

/// Over how many schemes an answer says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Some answer settles so many at once.
    Decides(usize),
    /// It settles none at once, but so many need it.
    Helps(usize),
}

/// Of what use a question is, as if it was not answered yet.
pub(crate) fn usefulness(model: &Model, question: QuestionId) -> Option<Use> {
    let ask = Ask::Question(question, Whose::Organisation);
    let of = |open: &[OpenQuestion]| {
        let found = open.iter().find(|open| open.ask == ask)?;
        Some(match found.decides.len() {
            0 => Use::Helps(found.helps.len()),
            schemes => Use::Decides(schemes),
        })
    };
    if model.answer((question, Whose::Organisation)).is_none() {
        return of(&model.judged.open);
    }
    let rulebook = model.rulebook();
    let before = model.interview.after(rulebook, Action::TakeBack(question, Whose::Organisation)).ok()?;
    of(&open_questions(rulebook, &before.answers, before.as_on))
}

/// The questions of a topic that are asked now.
pub(crate) fn asked(model: &Model, topic: &Topic) -> Vec<Asked> {
    model.interview.asked(model.rulebook(), topic)
}

pub(crate) fn progress(model: &Model, topic: &Topic) -> Progress {
    let counting: Vec<Asked> = asked(model, topic).into_iter().filter(|one| one.counts).collect();
    Progress { done: counting.iter().filter(|one| one.answer.is_some()).count(), of: counting.len() }
}

/// The page behind the one that is shown: the most useful open question of its topic, else the
/// next topic in which something is open, else the advice.
pub(crate) fn next(model: &Model) -> Page {
    let Some(topic) = model.page.topic(model.rulebook()) else { return begin(model) };
    let mut passed = model.skipped.clone();
    if let Page::Question(shown) = model.page {
        passed.push(shown);
    }
    match model.topic(topic).and_then(|found| open_in(model, found, &passed)) {
        Some(question) => Page::Question(question),
        None => next_topic(model, topic).unwrap_or(Page::Advice),
    }
}

/// Where the interview begins, or goes on.
pub(crate) fn begin(model: &Model) -> Page {
    let first = model.topic(0).and_then(|topic| open_in(model, topic, &[])).map(Page::Question);
    first.or_else(|| next_topic(model, 0)).unwrap_or(Page::Answers)
}

/// The first topic behind this one in which something is open.
pub(crate) fn next_topic(model: &Model, after: u16) -> Option<Page> {
    let behind = (after.saturating_add(1)..).zip(model.rulebook().topics.iter().skip(usize::from(after) + 1));
    let mut pages = behind.filter_map(|(row, topic)| match topic.list {
        None => open_in(model, topic, &model.skipped).map(Page::Question),
        Some(_) => is_open(model, row, topic).then_some(Page::Records(row, None)),
    });
    pages.next()
}

/// The page of a topic: its most useful open question, else its first.
pub(crate) fn entry(model: &Model, row: u16) -> Page {
    let Some(topic) = model.topic(row) else { return Page::Answers };
    if topic.list.is_some() {
        return Page::Records(row, None);
    }
    let open = open_in(model, topic, &[]);
    let first = || asked(model, topic).first().map(|one| one.question);
    open.or_else(first).map_or(Page::Answers, Page::Question)
}

/// The most useful question about the organisation in this topic that was neither answered nor skipped.
fn open_in(model: &Model, topic: &Topic, skipped: &[QuestionId]) -> Option<QuestionId> {
    let open = asked(model, topic).into_iter().filter(|one| one.answer.is_none()).map(|one| one.question);
    let open: Vec<QuestionId> = open.filter(|id| !skipped.contains(id)).collect();
    let ranked = model.judged.open.iter().filter_map(|question| match question.ask {
        Ask::Question(id, Whose::Organisation) => Some(id),
        Ask::Question(_, Whose::Record(..)) | Ask::List(_) => None,
    });
    let mut useful = ranked.filter(|id| open.contains(id));
    useful.next()
}

/// Whether a topic about a list asks anything: its records were not told yet, or not in full. Only
/// the first topic of a list asks for records.
fn is_open(model: &Model, row: u16, topic: &Topic) -> bool {
    let Some(list) = topic.list else { return false };
    match model.interview.answers.records(list) {
        None => crate::navigation::first_topic(model.rulebook(), list) == Some(row),
        Some(_) => asked(model, topic).iter().any(|one| one.answer.is_none()),
    }
}

#[cfg(test)]
mod tests {
    use crate::navigation::Page;
    use crate::site::Site;
    use crate::store::{Event, Model};
    use steunwijzer_advisor::interview::Action;
    use steunwijzer_advisor::lang::Lang;
    use steunwijzer_engine::advice::Ask;
    use steunwijzer_engine::answers::Whose;

    fn opened() -> Model {
        let site = Site::new(steunwijzer_rules::rulebook());
        let day = site.rulebook.edition.date;
        let model = Model::new(site, day, Lang::Nl, Page::Start);
        let begin = super::begin(&model);
        model.after(Event::Go(begin))
    }

    fn question(model: &Model) -> steunwijzer_engine::rulebook::QuestionId {
        let Page::Question(question) = model.page else { panic!("{:?} is not a question", model.page) };
        question
    }

    #[test]
    fn forward_without_an_answer_stays_and_says_so() {
        let model = opened().after(Event::Submit(None));
        assert_eq!(model.page, opened().page);
        assert_eq!(model.problems().len(), 1);
        assert_eq!(model.alarm, 1);
    }

    #[test]
    fn not_known_is_an_answer_that_goes_on() {
        let model = opened();
        let first = question(&model);
        let model = model.after(Event::Act(Action::NotKnown(first, Whose::Organisation)));
        let model = model.after(Event::Submit(None));
        assert_ne!(question(&model), first);
        assert_eq!(model.problems().len(), 0);
    }

    #[test]
    fn a_skipped_question_does_not_come_back_by_itself() {
        let mut model = opened();
        let mut seen = Vec::new();
        while let Page::Question(id) = model.page {
            assert!(!seen.contains(&id));
            seen.push(id);
            model = model.after(Event::Skip(id));
        }
        assert!(seen.len() > 5);
        assert!(matches!(model.page, Page::Records(..)));
    }

    #[test]
    fn what_was_typed_becomes_the_answer_when_the_visitor_goes_on() {
        let model = opened();
        let turnover = model.rulebook().question_id("org.turnover").unwrap();
        let key = (turnover, Whose::Organisation);
        let model = model.after(Event::Go(Page::Question(turnover)));
        let model = model.after(Event::Typed(key, 0, "12,500".to_owned())).after(Event::Submit(None));
        assert_eq!(model.page, Page::Question(turnover), "12.500 or 12,50?");
        let model = model.after(Event::Typed(key, 0, "12.500,50".to_owned())).after(Event::Submit(None));
        assert_ne!(model.page, Page::Question(turnover));
        assert!(model.answer(key).is_some());
    }

    #[test]
    fn the_next_question_is_the_most_useful_one_that_is_open_in_the_topic() {
        let mut model = opened();
        for _ in 0..4 {
            let here = question(&model);
            let topic = model.page.topic(model.rulebook()).and_then(|row| model.topic(row)).unwrap();
            let own = topic.questions.clone();
            model = model.after(Event::Act(Action::NotKnown(here, Whose::Organisation)));
            let ranked = model.judged.open.iter().find_map(|open| match open.ask {
                Ask::Question(id, Whose::Organisation) if own.contains(&id) => Some(id),
                Ask::Question(..) | Ask::List(_) => None,
            });
            model = model.after(Event::Submit(None));
            assert_eq!(Some(question(&model)), ranked);
        }
    }

    #[test]
    fn the_last_record_that_is_removed_leaves_the_list_not_told() {
        let model = opened();
        let hires = model.rulebook().list_id("hires").unwrap();
        let topic = crate::navigation::first_topic(model.rulebook(), hires).unwrap();
        let model = model.after(Event::AddRecord(topic));
        assert_eq!(model.page, Page::Records(topic, Some(0)));
        let model = model.after(Event::RemoveRecord(hires, 0));
        assert_eq!(model.interview.answers.records(hires), None);
    }
}
