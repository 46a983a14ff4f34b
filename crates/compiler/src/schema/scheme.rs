//! Schemes, with their conditions, amounts and cases.

use super::{
    Form, Given, Key, Rule, Shape, Table, answers, at_least_one, list, may, need, own_sources, sources,
    table, tables, text, texts, words,
};
use crate::read::amounts::{NO_AMOUNT, SHOW};
use crate::read::cases::VERDICTS;
use crate::read::conditions::{ROLES, ROLES_OF_ROUTES};
use crate::read::schemes::{CLAIMS, CONFIDENCE, ENDED, KINDS, LEVELS, RELATIONS, STATE_AID, STATUS};
use crate::read::values::{COUNTS, PER};

pub(super) fn scheme() -> Table {
    let others = super::words_of(STATUS).into_iter().filter(|word| *word != ENDED).collect();
    table("scheme", "Eén regeling.", top())
        .and(texts("scheme-texts", &scheme_texts()))
        .and(below())
        .rule(Rule::Translated("lead_time"))
        .given(vec![Given::Is("status", vec![ENDED])], &["ended"], &[])
        .given(vec![Given::Is("status", others)], &[], &["ended"])
        .given(vec![Given::Lacks("amount")], &["no_amount"], &[])
        .given(vec![Given::Has("amount")], &[], &["no_amount"])
}

/// What stands before the first table.
fn top() -> Vec<Key> {
    vec![
        need(
            "id",
            Shape::Form(Form::HyphenId),
            "De naam van de regeling, met streepjes: ook die van het bestand. Verandert nooit.",
        ),
        need("kind", words(KINDS), "Soort steun."),
        need(
            "subject",
            Shape::Form(Form::Name),
            "Waar de regeling over gaat: organisation (de organisatie), need (wat men zoekt) of hire (wie men aanneemt).",
        ),
        need(
            "claim",
            words(CLAIMS),
            "Hoe sterk de aanspraak is: recht, regeling, oordeel van de gever, of de markt.",
        ),
        need("level", words(LEVELS), "Wie haar aanbiedt: rijk, regio, gemeente, EU of een private partij."),
        need("status", words(STATUS), "open, closed (nu dicht), ended (bestaat niet meer) of unknown."),
        may("ended", Shape::Day, "De eerste dag waarop zij niet meer bestond; alleen bij status ended."),
        need("state_aid", words(STATE_AID), "Het regime voor staatssteun."),
        may(
            "no_amount",
            words(NO_AMOUNT),
            "Waarom er geen bedrag staat: in-consultation (in overleg), none (geen geld) of unknown.",
        ),
        need("review", Shape::Table(review()), "Wanneer en door wie zij is nagekeken."),
    ]
}

fn review() -> Table {
    table(
        "review",
        "Wanneer en door wie de regeling is nagekeken.",
        vec![
            need("checked", Shape::Day, "De dag waarop alle bronnen voor het laatst zijn bekeken."),
            need(
                "before",
                Shape::Day,
                "Vóór deze dag kijkt iemand opnieuw. Daarna nooit meer een zonder meer 'past'.",
            ),
            need("by_role", Shape::Text, "De rol van wie keek, nooit een naam: editor."),
            need("second_check", Shape::YesNo, "true: een ander dan de schrijver legde alles naast de bron."),
            need(
                "confidence",
                words(CONFIDENCE),
                "Hoe zeker wij zijn. Bij low geeft alleen de plaats nog 'past niet'.",
            ),
        ],
    )
}

fn scheme_texts() -> [Key; 5] {
    [
        need("name", Shape::Text, "De naam, met de plaats erachter als die telt."),
        need("summary", Shape::Text, "Wat het is: één of twee zinnen."),
        need("provider", Shape::Text, "Wie het geeft."),
        need("decides", Shape::Text, "Wie waarover beslist."),
        may("lead_time", Shape::Text, "Hoe lang het duurt."),
    ]
}

fn below() -> Vec<Key> {
    let short = |name, about| tables(table(name, about, text().into()));
    let apply = table(
        "apply",
        "Waar men aanvraagt.",
        vec![need("url", Shape::Form(Form::Address), "Het volledige adres.")],
    );
    let pitfall = table("pitfall", "Iets wat vaak misgaat.", text().into()).and([own_sources()]);
    vec![
        may("apply", Shape::Table(apply), "Waar men aanvraagt."),
        may(
            "window",
            tables(window()),
            "Een periode waarin men kan aanvragen. Zonder: wij kennen geen data.",
        ),
        may("condition", tables(condition()), "Een voorwaarde."),
        may(
            "amount",
            tables(amount()),
            "Een regel van het bedrag, in de volgorde waarin zij worden getoond.",
        ),
        may(
            "step",
            short("step", "Iets wat de bezoeker doet."),
            "Wat men doet, in volgorde; de eerste is de eerste stap.",
        ),
        may("document", short("document", "Een stuk."), "Een stuk dat men nodig heeft."),
        may("pitfall", tables(pitfall), "Iets wat vaak misgaat."),
        may("relation", tables(relation()), "Hoe zij zich verhoudt tot andere regelingen."),
        cases("scheme-case", Shape::Table(expected()), "Wat eruit moet komen."),
    ]
}

fn window() -> Table {
    table(
        "window",
        "Een periode waarin men kan aanvragen.",
        vec![
            may("opens", Shape::Day, "De eerste dag."),
            may("closes", Shape::Day, "De laatste dag waarop men nog kan aanvragen."),
            may("closes_at", Shape::Form(Form::Hour), "Het uur waarop zij die dag sluit: \"17:00\"."),
            may("announced", Shape::YesNo, "true: een latere ronde die een bron aankondigt."),
            may("nl", Shape::Text, "Een opmerking in het Nederlands."),
            may("en", Shape::Text, "Dezelfde opmerking in het Engels."),
            sources(),
        ],
    )
    .together("nl", "en")
}

fn condition() -> Table {
    let others: Vec<&str> = super::words_of(ROLES).into_iter().filter(|word| *word != TEST).collect();
    let route = table("route", "Een van de wegen; één is genoeg.", condition_keys(words(ROLES_OF_ROUTES)))
        .given(vec![Given::Is("role", vec![TEST])], &["when"], &[])
        .given(vec![Given::Is("role", others.clone())], &[], &["when"]);
    table("condition", "Een voorwaarde.", condition_keys(words(ROLES)))
        .and([
            may(
                "fails_with",
                list(Shape::Form(Form::HyphenId)),
                "Tests die altijd ook mislukken als deze mislukt.",
            ),
            may("any", tables(route), "Wegen waarvan er één genoeg is."),
        ])
        .given(vec![Given::Is("role", vec![TEST]), Given::Lacks("any")], &["when"], &[])
        .given(vec![Given::Has("any")], &[], &["when"])
        .given(vec![Given::Is("role", others)], &[], &["when", "any"])
}

/// The role that is computed.
const TEST: &str = "test";

fn condition_keys(roles: Shape) -> Vec<Key> {
    let [nl, en] = text();
    vec![
        need("id", Shape::Form(Form::HyphenId), "Eigen naam in deze regeling, met streepjes."),
        need(
            "role",
            roles,
            "test: gerekend. judged: een mens oordeelt. step: nog te doen. remark: ter informatie.",
        ),
        may("when", Shape::Text, "Alleen bij test: wanneer zij klopt, in de taal van de voorwaarden."),
        nl,
        en,
        sources(),
        may("refer", Shape::Form(Form::HyphenId), "De regeling waar het recht wél ligt als dit mislukt."),
        may("background", Shape::YesNo, "true: rust alleen op eigen kennis. Geeft dan nooit 'past niet'."),
    ]
}

fn amount() -> Table {
    table(
        "amount",
        "Een regel van het bedrag.",
        vec![
            need("id", Shape::Form(Form::Name), "De naam waarmee latere regels haar gebruiken."),
            need(
                "show",
                words(SHOW),
                "working: alleen uitleg. line: een regel. total: het totaal, hooguit één.",
            ),
            need("value", Shape::Text, "De formule, in de taal van de voorwaarden."),
            need("type", words(COUNTS), "Wat eruit komt: meestal money."),
            may("per", words(PER), "Waar het per telt. Zonder: once."),
            may("ceiling", Shape::Text, "De formule voor het hoogste bedrag: 'of hoogstens'."),
        ],
    )
    .and(text())
    .and([
        may("formula_nl", Shape::Text, "De formule in woorden, in het Nederlands."),
        may("formula_en", Shape::Text, "De formule in woorden, in het Engels."),
        sources(),
    ])
    .together("formula_nl", "formula_en")
}

fn relation() -> Table {
    table(
        "relation",
        "Hoe zij zich verhoudt tot andere regelingen.",
        vec![
            need(
                "kind",
                words(RELATIONS),
                "not-with: niet samen. only-highest: alleen de hoogste. beside: mag ernaast.",
            ),
            need("with", at_least_one(Shape::Form(Form::HyphenId)), "De namen van die regelingen."),
        ],
    )
    .and(text())
    .and([sources()])
}

fn expected() -> Table {
    table(
        "expected",
        "Wat eruit moet komen.",
        vec![
            need("verdict", words(VERDICTS), "past, past niet of nog niet te zeggen."),
            may("failing", Shape::Form(Form::HyphenId), "De voorwaarde die mislukt."),
            may("open", list(Shape::Form(Form::HyphenId)), "De voorwaarden die open blijven."),
            may("amounts", answers(), "De bedragen: { total = \"897.41\" }, een bereik of \"?\"."),
        ],
    )
}

/// Worked cases, with what must come out of each.
pub(super) fn cases(name: &'static str, expect: Shape, about: &'static str) -> Key {
    let case = table(
        name,
        "Een uitgewerkt geval. Wat er niet staat, is niet gevraagd.",
        vec![
            need("name", Shape::Text, "Wie of wat het is, kort."),
            may("like", Shape::Text, "De naam van een eerder geval waarvan dag en antwoorden gelden."),
            may("as_on", Shape::Day, "De dag van het advies."),
            may("answers", answers(), "De antwoorden: { \"org.legal_form\" = \"bv\" }."),
            need("expect", expect, about),
            need("source", Shape::Text, "Een gepubliceerd voorbeeld, of met de hand uitgewerkt: zeg welk."),
        ],
    )
    .given(vec![Given::Lacks("like")], &["as_on", "answers"], &[]);
    may("case", tables(case), "Een uitgewerkt geval; minstens twee per regeling.")
}
