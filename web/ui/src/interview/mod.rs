//! One question on a page of its own.

mod origin;
mod stand;
mod topics;

pub(crate) use origin::back_to;
pub(crate) use stand::{dock_counts, stand_card};
pub(crate) use topics::topics;

use crate::dom::{el, says, text};
use crate::fields::{Place, TITLE, field, summary};
use crate::icons::Icon;
use crate::navigation::{self, Page};
use crate::order::{self, Use};
use crate::page::PageProps;
use crate::store::{Event, Model};
use crate::surroundings::Surroundings;
use crate::terms::terms;
use steunwijzer_advisor::interview::Asked;
use steunwijzer_advisor::messages::{ask, question as say};
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::rulebook::{AnswerType, ChoiceOption, Question, QuestionId};
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::world::World;
use yew::{Callback, Html, MouseEvent, SubmitEvent, html};

pub(crate) fn question(props: &PageProps, id: QuestionId) -> Html {
    let model = &props.model;
    let Some(question) = model.question(id) else { return Html::default() };
    let world = World::new(model.rulebook(), &model.interview.answers, model.interview.as_on);
    let asked = Asked {
        question: id,
        whose: Whose::Organisation,
        answer: model.answer((id, Whose::Organisation)),
        counts: world.applies(id, Whose::Organisation) != Truth::No,
    };
    let topic = navigation::topic_of(model.rulebook(), id);
    let topic_title = topic.and_then(|row| model.topic(row)).map_or("", |topic| model.text(topic.title));
    let form = html! {
        <form key={question.id.clone()} novalidate=true onsubmit={submit(props, model.origin)}>
            { field(props, asked, Place::Alone) }
            { why(props, id, question) }
            <div class="forward-row">
                <div class="dock">
                    { dock_counts(props) }
                    <button type="submit" class="forward" onmousedown={keep_focus()}>{ forward_words(model) }</button>
                </div>
                { el("p", "onward", vec![previous(props), rather_next(props), skip(props, id)]) }
            </div>
        </form>
    };
    let asking = vec![
        says("p", "over", topic_title),
        html! { <h1 id={TITLE} class="question" tabindex="-1">{ model.text(question.ask) }</h1> },
        summary(props),
        terms(props, &all_words(model, question)),
        form,
    ];
    el("div", "wide-column interview", vec![topics(props), el("div", "asking", asking), stand_card(props)])
}

/// What a form does when it is sent: nothing leaves the page.
pub(crate) fn submit(props: &PageProps, to: Option<Page>) -> Callback<SubmitEvent> {
    let send = props.send.clone();
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        send.emit(Event::Submit(to));
    })
}

/// Pressing the forward button must not leave the field first: the page would move under the pointer.
/// Going forward reads the field anyhow.
pub(crate) fn keep_focus() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| event.prevent_default())
}

/// One page back in the history; nothing when there is none.
pub(crate) fn previous(props: &PageProps) -> Html {
    if props.model.step == 0 {
        return Html::default();
    }
    let back = match props.model.around {
        Surroundings::OwnPage => Callback::from(|_| navigation::back()),
        Surroundings::Embedded(_) => props.on(Event::Back),
    };
    html! { <button type="button" class="linked" onclick={back}>{ say::previous(props.model.lang()) }</button> }
}

/// The next question, for who was to go back to where he came from.
pub(crate) fn rather_next(props: &PageProps) -> Html {
    match props.model.origin {
        Some(_) => props.act(Event::Submit(None), text(say::rather_next(props.model.lang()))),
        None => Html::default(),
    }
}

/// All that a question says: itself, its help, why it is asked, and its options.
fn all_words(model: &Model, question: &Question) -> String {
    let options: &[ChoiceOption] = match &question.answer {
        AnswerType::Choice(options) | AnswerType::Choices(options) => options,
        AnswerType::YesNo | AnswerType::Number { .. } | AnswerType::Date { .. } | AnswerType::Place => &[],
    };
    let own = [question.ask, question.help, question.why];
    let all = own.into_iter().chain(options.iter().map(|option| option.text));
    all.map(|words| model.text(words)).collect::<Vec<_>>().join("\n")
}

fn skip(props: &PageProps, id: QuestionId) -> Html {
    if props.model.answer((id, Whose::Organisation)).is_some() {
        return Html::default();
    }
    let words = say::skip(props.model.lang());
    html! { <button type="button" class="linked last" onclick={props.on(Event::Skip(id))}>{ words }</button> }
}

/// Where the forward button leads, in words. It says the same before and after the answer.
fn forward_words(model: &Model) -> String {
    let lang = model.lang();
    if let Some(origin) = model.origin {
        return back_to(model, origin).to_owned();
    }
    let next = order::next(model);
    let stays = next.topic(model.rulebook()) == model.page.topic(model.rulebook());
    if stays { say::next(lang).to_owned() } else { to_topic(model, next) }
}

/// *Verder naar* a topic.
pub(crate) fn to_topic(model: &Model, page: Page) -> String {
    let topic = page.topic(model.rulebook()).and_then(|row| model.topic(row));
    match topic {
        None => say::to_advice(model.lang()).to_owned(),
        Some(topic) => say::to_topic(model.lang(), &lower_first(model.text(topic.title))),
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// Why this is asked, over how many schemes it decides, and where to find the answer.
fn why(props: &PageProps, id: QuestionId, question: &Question) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let about = match model.used {
        Some(Use::Decides(schemes)) => ask::decides(lang, schemes),
        Some(Use::Helps(schemes)) => ask::helps(lang, schemes),
        None if model.answer((id, Whose::Organisation)).is_none() => say::no_use(lang).to_owned(),
        None => String::new(),
    };
    let find = model.text(question.help);
    let reason = vec![text(model.text(question.why)), text(" "), says("strong", "", &about)];
    let mut parts = vec![says("h2", "label", say::why(lang)), el("p", "", reason)];
    if !find.is_empty() {
        let summary = el("summary", "", vec![Icon::Chevron.draw(), says("span", "", say::find_it(lang))]);
        parts.push(el("details", "", vec![summary, says("p", "", find)]));
    }
    el("div", "why", parts)
}
