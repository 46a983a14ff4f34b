//! The verdict in a box: the amount, how long it holds, how strong, who decides, what to do first.

use crate::advice::row::action_line;
use crate::dom::{all, el, says, text};
use crate::icons::{self, Icon};
use crate::page::PageProps;
use crate::parts::{outward, overdue_tag, plate};
use steunwijzer_advisor::messages::scheme as say;
use steunwijzer_advisor::present::{SchemePage, SubjectPage};
use steunwijzer_engine::advice::{Subject, Verdict};
use yew::{Html, html};

pub(super) fn verdict_box(props: &PageProps, page: &SchemePage, subject: &SubjectPage) -> Html {
    let lang = props.model.lang();
    let row = &page.row;
    let for_whom = match subject.subject {
        Subject::Record(..) => subject.name.as_str(),
        Subject::Organisation | Subject::Imagined(_) | Subject::Nobody(_) => "",
    };
    let mut parts = vec![el(
        "p",
        "",
        vec![plate(lang, subject.verdict, false), text(" "), says("span", "hint", for_whom)],
    )];
    if subject.verdict != Verdict::DoesNotFit {
        let large = if subject.amount.is_amount { "amount large number" } else { "amount large" };
        parts.extend([says("p", large, &subject.amount.text), says("p", "hint", &subject.amount.small)]);
    }
    if !subject.holds.is_empty() {
        let sentences = subject.holds.iter().map(|sentence| says("p", "", sentence)).collect();
        parts.push(el("div", "note sun", vec![Icon::Clock.draw(), el("div", "", sentences)]));
    }
    parts.push(says("p", "reason", &subject.reason));
    parts.extend(subject.action.as_ref().map(|action| action_line(props, action)));
    parts.push(el("dl", "", facts(props, page, subject)));
    if !page.url.is_empty() {
        parts.push(el("p", "", vec![outward(&page.url, text(say::apply(lang)))]));
    }
    html! { <aside class="card verdict-box" aria-label={row.name.clone()}>{ all(parts) }</aside> }
}

fn facts(props: &PageProps, page: &SchemePage, subject: &SubjectPage) -> Vec<Html> {
    let lang = props.model.lang();
    let row = &page.row;
    let who = [page.decides.as_str(), " ", subject.municipality.as_deref().unwrap_or_default()].concat();
    let second = if page.second_check { "" } else { say::one_person(lang) };
    let mut checked = vec![text(&[&page.checked, ", ", &page.check_again, ". ", second].concat())];
    checked.extend(subject.overdue.as_deref().map(overdue_tag));
    let facts = [
        (say::strength(lang), el("span", "claim", vec![icons::claim(row.claim), text(row.claim_word)])),
        (say::who_decides(lang), text(&who)),
        (say::provider(lang), text(&row.provider)),
        (say::term(lang), text(&row.term)),
        (say::lead_time(lang), text(&page.lead_time)),
        (say::checked(lang), all(checked)),
    ];
    let told = |name: &str| name != say::lead_time(lang) || !page.lead_time.is_empty();
    let told = facts.into_iter().filter(|(name, _)| told(name));
    told.map(|(name, value)| el("div", "", vec![says("dt", "", name), el("dd", "", vec![value])])).collect()
}
