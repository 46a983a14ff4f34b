//! What changed between two editions, in words.

use super::Lines;
use crate::diff::{Change, Deciding, Field, PersonaChange, ThingChange, ThingKind, What, Whom};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{cli, diff as say};
use steunwijzer_advisor::present::verdict_word;
use steunwijzer_advisor::show;
use steunwijzer_engine::rulebook::Edition;

/// More schemes than this are counted, not named.
const MOST_SCHEMES: usize = 10;

/// Two editions by their dates and check codes, and everything that changed.
pub(crate) fn diff(
    (old, new): (&Edition, &Edition),
    changed: &[ThingChange],
    personas: Option<&[PersonaChange]>,
    lang: Lang,
) -> String {
    let mut lines = Lines::default();
    let edition = |one: &Edition| say::edition(lang, &show::day(lang, one.date), &one.hash);
    lines.line(0, &say::from_to(lang, &edition(new), &edition(old)));
    if changed.is_empty() {
        lines.line(0, say::nothing(lang));
    }
    let mut kind = None;
    for change in changed.iter().filter(|change| !is_only_rechecked(change)) {
        if kind.replace(change.kind) != Some(change.kind) {
            lines.heading(0, &heading(lang, change.kind).to_uppercase());
        }
        thing(lang, change, &mut lines);
    }
    let rechecked = changed.iter().filter(|change| is_only_rechecked(change)).count();
    if rechecked > 0 {
        lines.heading(0, &say::rechecked(lang, rechecked));
    }
    if let Some(personas) = personas {
        verdicts(lang, personas, &mut lines);
    }
    lines.text()
}

/// A source of which nothing but the day of the check changed.
fn is_only_rechecked(change: &ThingChange) -> bool {
    let checked = |change: &Change| matches!(change.what, What::Says { field: Field::Checked, .. });
    change.kind == ThingKind::Source && change.changes.iter().all(checked)
}

fn heading(lang: Lang, kind: ThingKind) -> &'static str {
    match kind {
        ThingKind::Scheme => say::schemes(lang),
        ThingKind::Question => say::questions(lang),
        ThingKind::Conflict => say::conflicts(lang),
        ThingKind::Parameter => say::parameters(lang),
        ThingKind::Definition => say::definitions(lang),
        ThingKind::Source => say::sources(lang),
        ThingKind::Condition => say::condition(lang),
        ThingKind::Line => say::amount_line(lang),
        ThingKind::Option => say::option(lang),
        ThingKind::Period => say::period(lang),
    }
}

fn thing(lang: Lang, changed: &ThingChange, lines: &mut Lines) {
    let came = changed.changes.iter().find_map(|change| match (&change.part, &change.what) {
        (None, What::Added(_)) => Some(say::thing_new(lang)),
        (None, What::Removed(_)) => Some(say::thing_gone(lang)),
        (_, What::Added(_) | What::Removed(_) | What::OtherId(_) | What::Says { .. }) => None,
    });
    let came = came.map(|word| format!(": {word}")).unwrap_or_default();
    lines.heading(2, &format!("{} ({}){came}", changed.name, changed.id));
    whom(lang, &changed.whom, lines);
    for one in &changed.changes {
        let whole = one.part.is_none();
        match &one.what {
            What::Added(said) if whole => headline(lang, changed, said, lines),
            What::Removed(_) if whole => {}
            // The conditions of a scheme that came or went are too many to read here.
            What::Added(_) | What::Removed(_) if !came.is_empty() && changed.kind == ThingKind::Scheme => {}
            What::Added(_) | What::Removed(_) | What::OtherId(_) | What::Says { .. } => {
                change(lang, one, lines);
            }
        }
    }
}

/// What says most about something new.
fn headline(lang: Lang, changed: &ThingChange, said: &[(Field, String)], lines: &mut Lines) {
    let telling: &[Field] = match changed.kind {
        ThingKind::Scheme => &[Field::Summary, Field::Status, Field::Windows, Field::Claim, Field::Amount],
        ThingKind::Source => &[Field::Address],
        ThingKind::Question => &[Field::Bounds, Field::AskedIf],
        ThingKind::Definition => &[Field::Value],
        ThingKind::Conflict => &[Field::Test],
        ThingKind::Parameter
        | ThingKind::Condition
        | ThingKind::Line
        | ThingKind::Option
        | ThingKind::Period => &[],
    };
    let told: Vec<(Field, String)> =
        said.iter().filter(|(field, _)| telling.contains(field)).cloned().collect();
    all(lang, 4, &told, lines);
}

fn whom(lang: Lang, whom: &Whom, lines: &mut Lines) {
    if !whom.subject.is_empty() {
        let text = match whom.places.as_slice() {
            [] => say::matters_to(lang, &whom.subject),
            places => say::matters_to_in(lang, &places.join(", "), &whom.subject),
        };
        lines.line(4, &text);
    }
    if !whom.questions.is_empty() {
        let questions: Vec<String> = whom.questions.iter().map(|one| deciding(lang, one)).collect();
        lines.line(4, &say::decided_by(lang, &questions.join("; ")));
    }
    if !whom.schemes.is_empty() {
        let shown: Vec<&str> = whom.schemes.iter().take(MOST_SCHEMES).map(|one| one.id.as_str()).collect();
        let list = match whom.schemes.len().saturating_sub(MOST_SCHEMES) {
            0 => shown.join(", "),
            more => say::more(lang, &shown.join(", "), &more.to_string()),
        };
        lines.line(4, &say::used_by(lang, &list));
    }
}

fn deciding(lang: Lang, question: &Deciding) -> String {
    if question.values.is_empty() {
        return question.label.clone();
    }
    let values: Vec<&str> = question.values.iter().map(String::as_str).collect();
    format!("{} ({})", question.label, show::joined_or(lang, &values))
}

fn change(lang: Lang, change: &Change, lines: &mut Lines) {
    let part = change.part.as_ref().map(|part| {
        let heading = heading(lang, part.kind);
        match part.kind {
            ThingKind::Period => format!("{heading} {}", part.name),
            ThingKind::Option => format!("{heading} “{}” ({})", part.name, part.id),
            ThingKind::Scheme
            | ThingKind::Condition
            | ThingKind::Line
            | ThingKind::Question
            | ThingKind::Parameter
            | ThingKind::Definition
            | ThingKind::Conflict
            | ThingKind::Source => format!("{heading} {} “{}”", part.id, part.name),
        }
    });
    match (&change.what, part) {
        (What::Added(said), part) => {
            lines.line(4, &say::part_new(lang, &part.unwrap_or_default()));
            all(lang, 6, &beside_name(change, said), lines);
        }
        (What::Removed(said), part) => {
            lines.line(4, &say::part_gone(lang, &part.unwrap_or_default()));
            all(lang, 6, &beside_name(change, said), lines);
        }
        (What::OtherId(old), _) => lines.line(4, &say::other_id(lang, old)),
        (What::Says { field, was, becomes }, part) => {
            let label = label(lang, *field);
            lines.line(4, &part.map_or(label.to_owned(), |part| format!("{part}: {label}")));
            lines.line(6, &format!("{}: {was}", cli::was(lang)));
            lines.line(6, &format!("{}: {becomes}", cli::becomes(lang)));
        }
    }
}

/// What is said besides the name, which stands above it already.
fn beside_name(change: &Change, said: &[(Field, String)]) -> Vec<(Field, String)> {
    let name = change.part.as_ref().map(|part| part.name.as_str());
    said.iter().filter(|(_, text)| Some(text.as_str()) != name).cloned().collect()
}

fn all(lang: Lang, indent: usize, said: &[(Field, String)], lines: &mut Lines) {
    for (field, text) in said {
        lines.line(indent, &format!("{}: {text}", label(lang, *field)));
    }
}

fn verdicts(lang: Lang, personas: &[PersonaChange], lines: &mut Lines) {
    lines.heading(0, &say::personas(lang).to_uppercase());
    if personas.iter().all(|persona| persona.verdicts.is_empty()) {
        lines.line(2, say::no_verdict(lang));
    }
    let told = personas.iter().filter(|one| !one.verdicts.is_empty() || !one.left_out.is_empty());
    for persona in told {
        lines.heading(2, &format!("{} ({})", persona.name, persona.file));
        for change in &persona.verdicts {
            let (was, becomes) = (verdict_word(lang, change.was), verdict_word(lang, change.becomes));
            lines.line(4, &say::verdict(lang, becomes, &change.scheme, was));
        }
        if !persona.left_out.is_empty() {
            lines.line(4, &say::left_out(lang, &persona.left_out.join(", ")));
        }
    }
}

fn label(lang: Lang, field: Field) -> &'static str {
    use steunwijzer_advisor::messages::diff_field as say;
    match field {
        Field::Name => say::name(lang),
        Field::Summary => say::summary(lang),
        Field::Kind => say::kind(lang),
        Field::Level => say::level(lang),
        Field::Claim => say::claim(lang),
        Field::Subject => say::subject(lang),
        Field::StateAid => say::state_aid(lang),
        Field::Status => say::status(lang),
        Field::Windows => say::windows(lang),
        Field::Review => say::review(lang),
        Field::Amount => say::amount(lang),
        Field::Provider => say::provider(lang),
        Field::Decides => say::decides(lang),
        Field::LeadTime => say::lead_time(lang),
        Field::Address => say::address(lang),
        Field::Steps => say::steps(lang),
        Field::Documents => say::documents(lang),
        Field::Pitfalls => say::pitfalls(lang),
        Field::Relations => say::relations(lang),
        Field::Role => say::role(lang),
        Field::Test => say::test(lang),
        Field::Text => say::text(lang),
        Field::Evidence => say::evidence(lang),
        Field::Sources => say::sources(lang),
        Field::Refer => say::refer(lang),
        Field::Group => say::group(lang),
        Field::Value => say::value(lang),
        Field::Ceiling => say::ceiling(lang),
        Field::Shown => say::shown(lang),
        Field::Formula => say::formula(lang),
        Field::Help => say::help(lang),
        Field::Bounds => say::bounds(lang),
        Field::AskedIf => say::asked_if(lang),
        Field::Otherwise => say::otherwise(lang),
        Field::Changeable => say::changeable(lang),
        Field::Until => say::until(lang),
        Field::Assumed => say::assumed(lang),
        Field::Publisher => say::publisher(lang),
        Field::ContentDate => say::content_date(lang),
        Field::Checked => say::checked(lang),
    }
}
