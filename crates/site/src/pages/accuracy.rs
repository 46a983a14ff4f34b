//! What the rules cover and how fresh they are: the count of `report`.

use crate::address::Page;
use crate::layout::{Content, Script, Writer};
use maud::html;
use steunwijzer_advisor::coverage::{Overview, TableId};
use steunwijzer_advisor::messages::{about, fixed_accuracy as say, overview};
use steunwijzer_advisor::show;
use steunwijzer_engine::rulebook::{Role, SchemeId};

pub(super) fn page(writer: &Writer<'_>) -> Content {
    let lang = writer.lang;
    let rulebook = writer.known.rulebook;
    let count = Overview::of(rulebook, writer.options.as_on);
    let all = count.conditions();
    let seen: usize = count.roles.iter().map(|role| role.page).sum();
    let of = |wanted| {
        let own = count.roles.iter().filter(|role| role.role == wanted);
        own.map(|role| role.page + role.background).sum::<usize>()
    };
    let number = |number: usize| show::decimal(lang, number.into(), 0);
    let how = [about::how_1, about::how_2, about::how_3, about::how_4, about::how_5];
    let body = html! {
        p class="lead" { (about::lead(lang)) }
        h2 { (overview::title(lang)) }
        ul {
            @for total in count.totals(lang) { li { (total) } }
            li { (say::share(lang, &number(all), &number(all.saturating_sub(seen)), &number(seen))) }
            li { (say::computed(lang, &number(of(Role::Judged)), &number(of(Role::Test)))) }
        }
        h2 { (about::how(lang)) }
        ul { @for one in how { li { (one(lang)) } } }
        h2 { (about::who(lang)) }
        p { (writer.text(rulebook.edition.answers_for)) }
        h2 { (about::report(lang)) }
        p { (writer.text(rulebook.edition.report)) }
        h2 { (say::tables(lang)) }
        @for table in count.tables(lang, writer.view.words) {
            h3 id=(table.id.name()) { (table.caption) }
            (writer.table(&table, |row| linked(table.id, &count, row)))
        }
    };
    Content {
        title: about::title(lang).to_owned(),
        about: say::about(lang).to_owned(),
        body,
        data: vec![],
        script: Script::None,
    }
}

/// The page of what a row is about.
fn linked(table: TableId, count: &Overview<'_>, row: usize) -> Option<Page> {
    let scheme = |id: SchemeId| Page::Scheme(id);
    match table {
        TableId::Schemes => count.schemes.get(row).map(|found| scheme(found.scheme)),
        TableId::Reviews => count.reviews.get(row).map(|found| scheme(found.scheme)),
        TableId::Municipalities => count.local.known.get(row).map(|found| Page::Place(found.municipality)),
        TableId::Kinds => count.kinds.get(row).map(|(kind, _)| Page::Kind(*kind)),
        TableId::Levels
        | TableId::Statuses
        | TableId::Amounts
        | TableId::Roles
        | TableId::Sources
        | TableId::Provinces
        | TableId::Figures => None,
    }
}
