//! For whom, which kind of help, in which order, and what else a visitor may narrow.

use crate::document;
use crate::dom::{el, says, text};
use crate::icons::Icon;
use crate::page::PageProps;
use crate::parts::chips;
use crate::store::{Event, Model};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{advice as say, filter as words};
use steunwijzer_advisor::present::{AmountFilter, EffortFilter, Filter, Order, TimeFilter, help_word};
use steunwijzer_engine::advice::Subject;
use steunwijzer_engine::rulebook::{Claim, ListId, SubjectKind};
use yew::{Callback, Event as Change, Html, html};

const CLAIMS: [Claim; 4] = [Claim::Right, Claim::ByLaw, Claim::Market, Claim::Discretion];

pub(super) fn filters(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let filter = model.filter;
    let show = |filter: Filter| Event::Show(filter);
    let mut parts = Vec::new();
    let subjects = subjects(model);
    if !subjects.is_empty() {
        let names: Vec<String> = subjects.iter().map(|subject| model.view().subject_name(*subject)).collect();
        let all = (say::everyone(lang), filter.subject.is_none(), show(Filter { subject: None, ..filter }));
        let each = subjects.iter().zip(&names).map(|(subject, name)| {
            let own = Some(*subject);
            (name.as_str(), filter.subject == own, show(Filter { subject: own, ..filter }))
        });
        parts.push(chips(props, say::for_whom(lang), std::iter::once(all).chain(each).collect()));
    }
    let all = (say::all_kinds(lang), filter.help.is_none(), show(Filter { help: None, ..filter }));
    let each = model.kinds().each().map(|help| {
        (help_word(lang, help), filter.help == Some(help), show(Filter { help: Some(help), ..filter }))
    });
    parts.push(chips(props, say::kind(lang), std::iter::once(all).chain(each).collect()));
    parts.push(order(props));
    parts.push(more(props));
    el("div", "filters", parts)
}

/// The order of the lists, with what it means.
fn order(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let filter = props.model.filter;
    let choices = Order::ALL.map(|order| (order_word(lang, order), Filter { order, ..filter }));
    let mut parts = vec![picker(props, "volgorde", words::order(lang), &choices)];
    parts.extend(order_note(lang, filter.order).map(|note| says("p", "hint", note)));
    el("div", "order-by", parts)
}

/// The order of the lists in words; under *as we advise* each list has its own.
pub(super) fn order_word(lang: Lang, order: Order) -> &'static str {
    match order {
        Order::Advised => words::advised(lang),
        Order::Claim => words::by_claim(lang),
        Order::Kind => words::by_kind(lang),
        Order::Amount => words::by_amount(lang),
        Order::Deadline => words::by_deadline(lang),
        Order::Effort => words::by_effort(lang),
    }
}

fn order_note(lang: Lang, order: Order) -> Option<&'static str> {
    match order {
        Order::Advised => None,
        Order::Claim => Some(words::note_claim(lang)),
        Order::Kind => Some(words::note_kind(lang)),
        Order::Amount => Some(words::note_amount(lang)),
        Order::Deadline => Some(words::note_deadline(lang)),
        Order::Effort => Some(words::note_effort(lang)),
    }
}

/// What is narrowed less often: folded away, with how many are on.
fn more(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let filter = props.model.filter;
    let on =
        [filter.claim.is_some(), filter.amount.is_some(), filter.time.is_some(), filter.effort.is_some()];
    let on = on.into_iter().filter(|is_on| *is_on).count();
    let title = match on {
        0 => words::more(lang).to_owned(),
        some => words::more_on(lang, &some.to_string()),
    };
    let mut claims = vec![(words::all_claims(lang), Filter { claim: None, ..filter })];
    claims.extend(CLAIMS.map(|claim| (claim_choice(lang, claim), Filter { claim: Some(claim), ..filter })));
    let mut amounts = vec![(words::all_amounts(lang), Filter { amount: None, ..filter })];
    amounts.extend(AmountFilter::ALL.map(|amount| {
        let word = match amount {
            AmountFilter::Shown => words::amount_shown(lang),
            AmountFilter::None => words::amount_none(lang),
        };
        (word, Filter { amount: Some(amount), ..filter })
    }));
    let mut times = vec![(words::all_times(lang), Filter { time: None, ..filter })];
    times.extend(TimeFilter::ALL.map(|time| {
        let word = match time {
            TimeFilter::Closes => words::closes(lang),
            TimeFilter::Always => words::always(lang),
            TimeFilter::LeadTime => words::lead_time(lang),
        };
        (word, Filter { time: Some(time), ..filter })
    }));
    let mut efforts = vec![(words::all_efforts(lang), Filter { effort: None, ..filter })];
    efforts.extend(EffortFilter::ALL.map(|effort| {
        let word = match effort {
            EffortFilter::Few => words::few(lang),
            EffortFilter::NoPerson => words::no_person(lang),
        };
        (word, Filter { effort: Some(effort), ..filter })
    }));
    let pickers = vec![
        picker(props, "recht", words::claim(lang), &claims),
        picker(props, "bedrag", words::amount(lang), &amounts),
        picker(props, "tijd", words::time(lang), &times),
        picker(props, "werk", words::effort(lang), &efforts),
    ];
    let summary = el("summary", "", vec![Icon::Chevron.draw(), says("span", "", &title)]);
    let mut parts = vec![summary, el("div", "pickers", pickers)];
    if on > 0 {
        parts.push(clear(props));
    }
    el("details", "more-filters", parts)
}

/// Takes every filter away; the order stays.
pub(super) fn clear(props: &PageProps) -> Html {
    let Filter { order, whole, .. } = props.model.filter;
    let event = Event::Show(Filter { order, whole, ..Filter::default() });
    el("p", "", vec![props.act(event, text(words::clear(props.model.lang())))])
}

fn claim_choice(lang: Lang, claim: Claim) -> &'static str {
    match claim {
        Claim::Right => words::right(lang),
        Claim::ByLaw => words::by_law(lang),
        Claim::Market => words::market(lang),
        Claim::Discretion => words::discretion(lang),
    }
}

/// A list of which one choice is on: each is what the filter then is.
fn picker(props: &PageProps, id: &'static str, label: &str, choices: &[(&'static str, Filter)]) -> Html {
    let filters: Vec<Filter> = choices.iter().map(|(_, filter)| *filter).collect();
    let send = props.send.clone();
    let onchange = Callback::from(move |change: Change| {
        let row = document::value(&change).parse::<usize>().ok();
        if let Some(filter) = row.and_then(|row| filters.get(row)) {
            send.emit(Event::Show(*filter));
        }
    });
    let options = choices.iter().zip(0usize..).map(|((word, filter), row)| {
        let is_on = *filter == props.model.filter;
        html! { <option value={row.to_string()} selected={is_on}>{ *word }</option> }
    });
    html! {
        <p class="picker"><label for={id}>{ label }</label><select {id} {onchange}>{ for options }</select></p>
    }
}

/// The records that some scheme is judged for.
fn subjects(model: &Model) -> Vec<Subject> {
    let lists = (0u16..).zip(&model.rulebook().lists).map(|(row, _)| ListId(row));
    let judged = lists.filter(|list| {
        model.rulebook().schemes.iter().any(|scheme| scheme.subject == SubjectKind::Each(*list))
    });
    let records = judged.flat_map(|list| {
        let records = model.interview.answers.records(list).unwrap_or_default();
        (0u16..).zip(records).map(move |(row, _)| Subject::Record(list, row))
    });
    records.collect()
}
