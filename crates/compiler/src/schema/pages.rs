//! The edition, sources and places.

use super::{
    Form, Key, Shape, Table, list, may, need, own_sources, sources as cited, table, tables, text, texts,
    words,
};
use crate::read::sources::{EVIDENCE, KINDS};

pub(super) fn edition() -> Table {
    let answers_for = table("answers-for", "Wie voor deze uitgave instaat.", text().into());
    table(
        "edition",
        "Welke uitgave dit is en wie ervoor instaat.",
        vec![
            need("date", Shape::Day, "De dag van de uitgave."),
            need("answers_for", Shape::Table(answers_for), "Wie voor deze uitgave instaat."),
        ],
    )
    .and(texts(
        "edition-texts",
        &[
            need("name", Shape::Text, "De naam van de uitgave."),
            need("report", Shape::Text, "Hoe iemand een fout meldt."),
        ],
    ))
}

pub(super) fn changes() -> Table {
    let change = table(
        "change",
        "Een verandering van de regels.",
        vec![
            need(
                "id",
                Shape::Form(Form::HyphenId),
                "Eigen naam, met streepjes. Wijzig haar nooit: lezers van de feed kennen haar.",
            ),
            need("date", Shape::Day, "De dag van de verandering, niet later dan die van de uitgave."),
            may("schemes", list(Shape::Form(Form::HyphenId)), "De regelingen die veranderden."),
            own_sources(),
        ],
    )
    .and(text());
    of_one_list("changes", "Wat er in de regels veranderde.", "change", change, "Een verandering.")
}

pub(super) fn sources() -> Table {
    let source = table(
        "source",
        "Een wet of een pagina.",
        vec![
            need(
                "id",
                Shape::Form(Form::HyphenId),
                "Eigen naam, met streepjes; komt één keer voor in alle bronnen.",
            ),
            need("title", Shape::Text, "De titel van de wet of de pagina."),
            need("publisher", Shape::Text, "Wie haar uitgeeft."),
            need("url", Shape::Form(Form::Address), "Het volledige adres, met https:// ervoor."),
            need(
                "content_date",
                Shape::Form(Form::ContentDate),
                "Van wanneer de inhoud is: \"2026\", \"2026-07\", \"2026-07-01\" of \"unknown\".",
            ),
            need("checked", Shape::Day, "De dag waarop wij voor het laatst keken, zonder aanhalingstekens."),
            need("kind", words(KINDS), "Soort bron: wet, officiële pagina, aanbieder of iemand anders."),
            need("evidence", words(EVIDENCE), "page: gezien. background: eigen kennis, niet bevestigd."),
        ],
    );
    of_one_list("sources", "Wetten en pagina's.", "source", source, "Een wet of een pagina.")
}

pub(super) fn places() -> Table {
    let province = table(
        "province",
        "Een provincie.",
        vec![need("name", Shape::Text, "De naam van de provincie."), aliases()],
    );
    let municipality = table(
        "municipality",
        "Een gemeente, ook een die niet meer bestaat.",
        vec![
            need("code", Shape::Form(Form::Municipality), "De code van het CBS: `GM0344`."),
            need("name", Shape::Text, "De naam zoals het CBS die schrijft."),
            need("province", Shape::Text, "De provincie."),
            need("region", Shape::Text, "De arbeidsmarktregio."),
            aliases(),
            may("from", Shape::Day, "De eerste dag dat zij bestaat."),
            may("until", Shape::Day, "De laatste dag dat zij bestond."),
            may(
                "successors",
                list(Shape::Form(Form::Municipality)),
                "De codes van de gemeenten die haar opvolgen.",
            ),
        ],
    );
    table(
        "places",
        "Gemeenten, provincies en arbeidsmarktregio's.",
        vec![
            cited(),
            may("province", tables(province), "De provincies."),
            may("municipality", tables(municipality), "De gemeenten."),
        ],
    )
}

fn aliases() -> Key {
    may("aliases", list(Shape::Text), "Andere namen die mensen typen.")
}

/// A file that holds one list.
pub(super) fn of_one_list(
    name: &'static str,
    about: &'static str,
    key: &'static str,
    of: Table,
    each: &'static str,
) -> Table {
    table(name, about, vec![may(key, tables(of), each)])
}
