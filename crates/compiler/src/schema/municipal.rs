//! The municipal side.

use super::{
    Form, Key, Shape, Table, list, may, need, own_sources, sources, table, tables, text, texts, words,
};
use crate::build::municipal::lists::LINK_KINDS;

/// The lists of short things: a text with its sources.
const SHORT: &[(&str, &str)] = &[
    ("department", "Een afdeling, bestuur of partner die andere bestanden noemen."),
    ("warning", "Hoe oud de bronnen zijn."),
    ("entrepreneur", "Samenwerken met ondernemers."),
    ("attitude", "De houding die helpt."),
    ("need", "Wat nodig is om beleid te maken."),
    ("aid-check", "Wat u over staatssteun nagaat."),
    ("tip", "Een tip."),
    ("finding", "Wat bekend is."),
    ("way", "Een manier om collega's te overtuigen."),
    ("boost", "Een advies van steden."),
    ("practice", "Een les uit de praktijk."),
    ("room", "Hoe een gemeente ruimte maakt."),
    ("bottleneck", "Een bekend knelpunt."),
    ("note", "Een opmerking bij de doelen."),
    ("reason", "Een reden voor een alinea in een akkoord."),
];

/// A file of the municipal side. Which lists stand in which file: `rules/README.md`.
pub(super) fn file() -> Table {
    let title = table("title", "De titel van een lijst.", text().into());
    let titles = Shape::Named(Box::new(Shape::Table(title)));
    let short = SHORT.iter().map(|(key, about)| may(key, tables(item()), about));
    table(
        "municipal",
        "Wat een gemeente kan doen en hoe.",
        vec![need("titles", titles, "De titel van elke lijst in dit bestand.")],
    )
    .and(short)
    .and(long())
}

fn long() -> [Key; 12] {
    let of = |key, about, table| may(key, tables(table), about);
    [
        of("role", "Een rol van de gemeente.", role()),
        of("question", "Een vraag voor de kennismaking.", intake()),
        of("step", "Een stap om beleid te maken.", step()),
        of("alternative", "Steun zonder geld.", alternative()),
        of("route", "Een manier om in te kopen.", route()),
        of("desk", "Een loket.", desk()),
        of("decision", "Wie waarover beslist.", decision()),
        of("global-goal", "Een van de zeventien werelddoelen.", global_goal()),
        of("instrument", "Een middel van de gemeente.", named_table("instrument", item(), [schemes()])),
        of("goal", "Een doel van beleid.", goal()),
        of("paragraph", "Een alinea voor een coalitieakkoord.", headed("paragraph")),
        of("link", "Een register, marktplaats of netwerk.", link()),
    ]
}

fn id() -> Key {
    need("id", Shape::Form(Form::HyphenId), "Eigen naam in deze lijst, met streepjes; verandert niet.")
}

/// A short thing: a text with sources.
fn item() -> Table {
    table("item", "Een tekst met bron.", vec![id()]).and(text()).and([sources()])
}

/// A part of another thing: it may rest on the sources of that.
fn part() -> Table {
    table("part", "Een onderdeel met een tekst.", vec![id()]).and(text()).and([own_sources()])
}

/// A thing with a heading.
fn headed(name: &'static str) -> Table {
    let keys = [need("name", Shape::Text, "Het opschrift."), need("text", Shape::Text, "De tekst.")];
    table(name, "Een opschrift met een tekst.", vec![id()]).and(texts("heading", &keys)).and([sources()])
}

fn named_table(name: &'static str, table: Table, keys: impl IntoIterator<Item = Key>) -> Table {
    Table { name, ..table }.and(keys)
}

fn schemes() -> Key {
    may("schemes", ids(), "De namen van regelingen die hierbij horen.")
}

fn departments(key: &'static str, about: &'static str) -> Key {
    may(key, ids(), about)
}

fn ids() -> Shape {
    list(Shape::Form(Form::HyphenId))
}

fn signals() -> Key {
    let when = may("when", Shape::Text, "Uit welke antwoorden dit volgt. Zonder: een mens oordeelt.");
    may("signal", tables(named_table("signal", part(), [when])), "Een teken dat dit past.")
}

fn parts(key: &'static str, about: &'static str) -> Key {
    may(key, tables(part()), about)
}

fn watch() -> Key {
    parts("watch", "Waar u op let.")
}

fn role() -> Table {
    headed("role").and([
        may("task", Shape::YesNo, "true: een taak naast de rollen. Zonder: false."),
        departments("involve", "Wie u erbij haalt: namen uit departments.toml."),
        signals(),
        parts("action", "Wat u doet."),
        watch(),
    ])
}

fn intake() -> Table {
    let questions = list(Shape::Form(Form::QuestionId));
    let next = named_table(
        "follow-up",
        part(),
        [
            may("questions", questions, "De vragen van het interview die dit invult."),
            may("ours", Shape::YesNo, "true: wij voegden deze vraag toe. Zonder: false."),
        ],
    );
    named_table(
        "intake-question",
        item(),
        [parts("option", "Een antwoord."), may("next", tables(next), "Waarop u doorvraagt.")],
    )
}

fn step() -> Table {
    named_table("policy-step", item(), [parts("part", "Een onderdeel van de stap.")])
}

fn alternative() -> Table {
    let keys = [
        need("name", Shape::Text, "Het opschrift."),
        need("text", Shape::Text, "De tekst."),
        need("decides", Shape::Text, "Wie beslist."),
        need("next", Shape::Text, "Wat u het eerst doet."),
    ];
    table("alternative", "Steun zonder geld.", vec![id()]).and(texts("alternative-texts", &keys)).and([
        sources(),
        signals(),
        departments("by", "Wie beslist: namen uit departments.toml."),
        watch(),
        schemes(),
    ])
}

fn route() -> Table {
    let thresholds = list(Shape::Form(Form::Name));
    headed("route").and([
        may("thresholds", thresholds, "Drempels: namen van cijfers, nooit het bedrag zelf."),
        watch(),
        schemes(),
    ])
}

fn desk() -> Table {
    let department = Shape::Form(Form::HyphenId);
    headed("desk").and([need("department", department, "De afdeling van dit loket.")])
}

fn decision() -> Table {
    headed("decision").and([departments("by", "Wie beslist: namen uit departments.toml.")])
}

fn global_goal() -> Table {
    named_table("global-goal", item(), [need("number", Shape::Whole(1, 17), "Het nummer van het doel.")])
}

fn goal() -> Table {
    named_table(
        "goal",
        item(),
        [
            signals(),
            departments("departments", "De afdelingen die het aangaat."),
            may("global-goals", list(Shape::Whole(1, 17)), "De nummers van werelddoelen."),
            may("instruments", ids(), "De middelen in goals.toml."),
        ],
    )
}

fn link() -> Table {
    headed("link").and([
        need("kind", words(LINK_KINDS), "Soort verwijzing."),
        need("address", Shape::Form(Form::HyphenId), "De bron waarvan het adres wordt getoond."),
        schemes(),
    ])
}
