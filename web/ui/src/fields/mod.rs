//! Fields: one for every type of answer, on a page of their own or in the editor of a record.

mod chosen;
mod date;
mod number;
mod place;
mod summary;

pub(crate) use summary::summary;

use crate::document;
use crate::dom::{el, hidden, says, text};
use crate::draft::{Draft, Key, Problem};
use crate::icons::Icon;
use crate::page::PageProps;
use crate::store::Event;
use crate::terms::terms;
use steunwijzer_advisor::interview::{Action, Asked};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{desk, field as say, question};
use steunwijzer_advisor::show;
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::rulebook::{AnswerType, Question, QuestionId};
use steunwijzer_engine::slot::Slot;
use yew::{Callback, FocusEvent, Html, InputEvent, classes, html};

/// Where a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Alone on a page, of which the question is the title.
    Alone,
    /// Among others, with its question as label.
    Among,
    /// On the sheet of the desk: a short label, the question as something to ask the caller.
    Desk,
}

/// The id of the title of a page with one question.
pub(crate) const TITLE: &str = "vraag";

/// A field to draw.
pub(crate) struct Field<'a> {
    pub(crate) props: &'a PageProps,
    pub(crate) question: &'a Question,
    pub(crate) asked: Asked,
    pub(crate) place: Place,
    /// The first part of all ids in it.
    pub(crate) id: String,
    pub(crate) draft: Draft,
}

/// The first part of the ids of a field.
pub(crate) fn field_id(question: &Question, whose: Whose) -> String {
    let row = match whose {
        Whose::Organisation => String::new(),
        Whose::Record(_, row) => ["-", &row.to_string()].concat(),
    };
    [question.id.replace('.', "-"), row].concat()
}

/// Draws the field of a question.
pub(crate) fn field(props: &PageProps, asked: Asked, place: Place) -> Html {
    let Some(question) = props.model.question(asked.question) else { return Html::default() };
    let field = Field {
        props,
        question,
        asked,
        place,
        id: field_id(question, asked.whose),
        draft: props.model.draft((asked.question, asked.whose)),
    };
    let is_wrong = field.draft.problem.is_some().then_some("wrong");
    let kind = match &question.answer {
        AnswerType::YesNo | AnswerType::Choice(_) => "chosen",
        AnswerType::Choices(_) => "several",
        AnswerType::Number { .. } => "number",
        AnswerType::Date { .. } => "date",
        AnswerType::Place => "place",
    };
    let control = match &question.answer {
        AnswerType::YesNo => chosen::yes_no(&field),
        AnswerType::Choice(options) => chosen::one(&field, options),
        AnswerType::Choices(options) => chosen::several(&field, options),
        AnswerType::Number { .. } => number::number(&field),
        AnswerType::Date { .. } => date::date(&field),
        AnswerType::Place => place::place(&field),
    };
    html! {
        <div key={field.id.clone()} class={classes!("field", kind, is_wrong)} onfocusout={field.leaving()}>
            { control }
        </div>
    }
}

impl Field<'_> {
    pub(crate) fn lang(&self) -> Lang {
        self.props.model.lang()
    }

    fn key(&self) -> Key {
        (self.asked.question, self.asked.whose)
    }

    fn question_id(&self) -> QuestionId {
        self.asked.question
    }

    /// The question, as it is asked.
    fn words(&self) -> &str {
        self.props.model.text(self.question.ask)
    }

    fn sub_id(&self, part: &str) -> String {
        [&self.id, "-", part].concat()
    }

    /// The id of what names the field.
    fn label_id(&self) -> String {
        match self.place {
            Place::Alone => TITLE.to_owned(),
            Place::Among | Place::Desk => self.sub_id("label"),
        }
    }

    /// The label above the field, unless the page is titled by the question. `for_id` is the field
    /// it belongs to; without one it names a group.
    fn label(&self, for_id: Option<String>) -> Html {
        let words = match self.place {
            Place::Alone => return Html::default(),
            Place::Among => self.words(),
            Place::Desk => self.props.model.text(self.question.short),
        };
        match for_id {
            Some(for_id) => {
                html! { <label class="label" id={self.label_id()} for={for_id}>{ words }</label> }
            }
            None => html! { <p class="label" id={self.label_id()}>{ words }</p> },
        }
    }

    /// The ids of hint and error, for who hears the field.
    fn described_by(&self) -> String {
        let error = if self.draft.problem.is_some() { self.sub_id("error") } else { String::new() };
        [&self.sub_id("hint"), " ", &error].concat()
    }

    /// What helps to fill it in. Alone, the page itself tells where to find the answer.
    fn hint(&self, how: &str) -> Html {
        let ask = desk::ask_caller(self.lang(), self.words());
        let (how, find) = match self.place {
            Place::Alone => (how, ""),
            Place::Among => (how, self.props.model.text(self.question.help)),
            Place::Desk => (ask.as_str(), ""),
        };
        let space = if how.is_empty() || find.is_empty() { "" } else { " " };
        let gone = if self.asked.counts { "" } else { question::not_counting(self.lang()) };
        let words = vec![text(how), text(space), text(find)];
        let explained = match self.place {
            Place::Among => terms(self.props, &[self.words(), " ", find].concat()),
            Place::Alone | Place::Desk => Html::default(),
        };
        html! { <>
            <p class="hint" id={self.sub_id("hint")}>{ for words }if !gone.is_empty() { { says("strong", "", gone) } }</p>
            { explained }
        </> }
    }

    /// What is wrong, between label and field.
    fn error(&self) -> Html {
        let Some(problem) = &self.draft.problem else { return Html::default() };
        let sentence = self.props.model.reader().sentence(self.lang(), self.question, problem);
        let word = hidden(&[say::error_word(self.lang()), " "].concat());
        html! { <p class="error" id={self.sub_id("error")}>{ Icon::Warning.draw() }{ word }{ sentence }</p> }
    }

    /// Buttons that settle what can be read in more than one way.
    fn readings(&self) -> Html {
        let model = &self.props.model;
        let choices: Vec<(Slot, String)> = match &self.draft.problem {
            Some(Problem::Two(one, other)) if !self.draft.about => {
                let words = model.site.words(self.lang());
                let shown = |slot| {
                    let answer = Answer::Known(slot);
                    (slot, show::answer(self.lang(), model.rulebook(), words, self.question, answer))
                };
                vec![shown(*one), shown(*other)]
            }
            Some(Problem::Which(spots)) => spots
                .iter()
                .map(|spot| (spot.slot(model.rulebook()), place::full_name(self.props, *spot)))
                .collect(),
            Some(Problem::Two(..) | Problem::Missing | Problem::Refused(_) | Problem::NoPlace) | None => {
                return Html::default();
            }
        };
        let buttons = choices.into_iter().map(|(slot, text)| {
            let answer = Event::Act(Action::Answer(self.question_id(), self.asked.whose, slot));
            html! { <button type="button" class="outlined" onclick={self.props.on(answer)}>{ text }</button> }
        });
        el("p", "readings", buttons.collect())
    }

    /// The answer in Dutch notation, under a field that was left. Its line is always there: nothing jumps.
    fn shown_back(&self) -> Html {
        let model = &self.props.model;
        let known = match (self.asked.answer, &self.draft.problem) {
            (Some(answer @ Answer::Known(_)), None) => {
                let words = model.site.words(self.lang());
                let text = show::answer(self.lang(), model.rulebook(), words, self.question, answer);
                say::shown(self.lang(), &text)
            }
            (Some(Answer::Known(_) | Answer::NotKnown) | None, _) => String::new(),
        };
        says("p", "shown-back", &known)
    }

    /// The box *weet ik niet* beside a field in which one types.
    fn not_known_box(&self) -> Html {
        let is_on = self.asked.answer == Some(Answer::NotKnown);
        html! {
            <label class="tick">
                <input type="checkbox" checked={is_on} onchange={self.not_known(is_on)} />
                { self.not_known_words() }
            </label>
        }
    }

    /// *Weet ik niet*; at the desk a question mark, for a caller who does not know.
    fn not_known_words(&self) -> Html {
        match self.place {
            Place::Alone | Place::Among => says("span", "", say::not_known(self.lang())),
            Place::Desk => {
                let sign = html! { <span aria-hidden="true">{ "?" }</span> };
                el("span", "", vec![sign, hidden(desk::caller_unknown(self.lang()))])
            }
        }
    }

    /// Says *weet ik niet*, or takes it back.
    fn not_known<E>(&self, is_on: bool) -> Callback<E> {
        let (question, whose) = self.key();
        self.props.on(Event::Act(match is_on {
            true => Action::TakeBack(question, whose),
            false => Action::NotKnown(question, whose),
        }))
    }

    /// Keeps what is typed in a part of the field.
    fn typing(&self, part: usize) -> Callback<InputEvent> {
        let (send, key) = (self.props.send.clone(), self.key());
        Callback::from(move |event: InputEvent| {
            send.emit(Event::Typed(key, part, document::value(&event)));
        })
    }

    /// Reads the field once the focus has left all that is typed in it.
    fn leaving(&self) -> Callback<FocusEvent> {
        let send = self.props.send.clone();
        let key = self.key();
        let has_draft = self.props.model.drafts.iter().any(|(own, _)| *own == key);
        Callback::from(move |event: FocusEvent| {
            if has_draft && !document::stays_within(&event, ".typed") {
                send.emit(Event::Leave(key));
            }
        })
    }
}
