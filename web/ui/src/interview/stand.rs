//! Where the visitor stands: the three numbers, and what the last answer changed.

use crate::dom::{el, hidden, says, text};
use crate::icons::{self, Icon};
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::stand_bar;
use steunwijzer_advisor::interview::Progress;
use steunwijzer_advisor::messages::{page, progress, question, stand as say};
use steunwijzer_advisor::present::{verdict_short, verdict_word};
use steunwijzer_engine::advice::{Counts, Verdict};
use yew::{Html, html};

const VERDICTS: [Verdict; 3] = [Verdict::Fits, Verdict::CannotTell, Verdict::DoesNotFit];

fn in_order(counts: Counts) -> [u16; 3] {
    [counts.fits, counts.cannot_tell, counts.does_not_fit]
}

/// The card beside a question.
pub(crate) fn stand_card(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let counts = model.judged.advice.counts;
    let before = model.before.unwrap_or(counts);
    let all = model.rulebook().schemes.len();
    let lead = if before == counts { say::of(lang, all) } else { say::of_changed(lang, &all.to_string()) };
    let words = [say::fits(lang), say::cannot_tell(lang), say::does_not_fit(lang)];
    let numbers = in_order(counts).into_iter().zip(in_order(before));
    let rows = VERDICTS.into_iter().zip(words).zip(numbers).map(|((verdict, word), (now, before))| {
        el(
            "li",
            "",
            vec![
                icons::verdict(verdict),
                says("span", "count", &now.to_string()),
                says("span", "", word),
                says("span", "moved", &moved(before, now)),
            ],
        )
    });
    let done = Progress::of(&model.judged.advice);
    let settled = progress::settled(lang, &done.of.to_string(), &done.settled.to_string());
    let card = el(
        "div",
        "card",
        vec![
            says("h2", "label", say::title(lang)),
            says("p", "hint", &lead),
            stand_bar(counts),
            el("ul", "", rows.collect()),
            says("p", "hint", &settled),
            el("p", "", vec![props.link(Page::Advice, "outlined", text(question::to_advice(lang)))]),
        ],
    );
    let private = el("p", "private", vec![Icon::Padlock.draw(), says("span", "", say::private(lang))]);
    html! { <aside class="stand" aria-label={say::title(lang)}>{ card }{ private }</aside> }
}

/// `+2` or `−14`; nothing when it stayed the same.
fn moved(before: u16, now: u16) -> String {
    let sign = if now >= before { "+" } else { "−" };
    match now.abs_diff(before) {
        0 => String::new(),
        by => [sign, &by.to_string()].concat(),
    }
}

/// The numbers in the dock of a narrow screen.
pub(crate) fn dock_counts(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let counts = in_order(props.model.judged.advice.counts);
    let mut parts: Vec<Html> = VERDICTS
        .into_iter()
        .zip(counts)
        .map(|(verdict, count)| {
            let short = verdict_short(lang, verdict);
            el(
                "span",
                "",
                vec![
                    icons::verdict(verdict),
                    says("b", "", &count.to_string()),
                    html! { <span aria-hidden="true">{ " " }{ short }</span> },
                    hidden(&[" ", verdict_word(lang, verdict), " "].concat()),
                ],
            )
        })
        .collect();
    parts.push(props.link(Page::Advice, "", text(page::advice(lang))));
    el("p", "dock-counts", parts)
}
