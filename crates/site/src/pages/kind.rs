//! Kinds of support.

use crate::address::Page;
use crate::known::schemes;
use crate::layout::{Content, Script, Writer};
use maud::html;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{fixed as common, fixed_kind as say};
use steunwijzer_advisor::present::{help_word, kind_word};
use steunwijzer_engine::rulebook::{Help, Kind, SchemeId};

const HELPS: [Help; 5] = [Help::Subsidies, Help::Crowdfunding, Help::Loans, Help::InKind, Help::WageCosts];

pub(super) fn list(writer: &Writer<'_>) -> Content {
    let lang = writer.lang;
    let kinds = writer.known.kinds();
    let body = html! {
        p class="lead" { (say::lead(lang)) }
        @for help in HELPS {
            @let of_help: Vec<Kind> = kinds.iter().copied().filter(|kind| kind.help() == help).collect();
            @if !of_help.is_empty() {
                h2 { (help_word(lang, help)) }
                ul class="rows" {
                    @for kind in of_help {
                        li {
                            a href=(writer.to(Page::Kind(kind))) { (kind_word(lang, kind)) }
                            span class="small" { (common::count_schemes(lang, of_kind(writer, kind).len())) ". " (meaning(lang, kind)) }
                        }
                    }
                }
            }
        }
    };
    Content {
        title: common::kinds(lang).to_owned(),
        about: say::lead(lang).to_owned(),
        body,
        data: vec![],
        script: Script::None,
    }
}

pub(super) fn page(writer: &Writer<'_>, kind: Kind) -> Content {
    let lang = writer.lang;
    let schemes = of_kind(writer, kind);
    let body = html! {
        p class="lead" { (meaning(lang, kind)) }
        h2 { (say::list(lang)) }
        p { (common::count_schemes(lang, schemes.len())) "." }
        (writer.schemes(&schemes))
    };
    let title = kind_word(lang, kind);
    Content {
        title: title.to_owned(),
        about: say::about(lang, title),
        body,
        data: vec![],
        script: Script::None,
    }
}

fn of_kind(writer: &Writer<'_>, kind: Kind) -> Vec<SchemeId> {
    schemes(writer.known.rulebook).filter(|(_, scheme)| scheme.kind == kind).map(|(id, _)| id).collect()
}

/// What a kind is.
fn meaning(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Subsidy => say::subsidy(lang),
        Kind::Fund => say::fund(lang),
        Kind::Tax => say::tax(lang),
        Kind::Crowdfunding => say::crowdfunding(lang),
        Kind::Loan => say::loan(lang),
        Kind::Guarantee => say::guarantee(lang),
        Kind::Equity => say::equity(lang),
        Kind::InKind => say::in_kind(lang),
        Kind::Recognition => say::recognition(lang),
        Kind::Procurement => say::procurement(lang),
        Kind::WageSubsidy => say::wage_subsidy(lang),
    }
}
