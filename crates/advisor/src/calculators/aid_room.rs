//! Room for de minimis aid on a day.

use super::inputs::Inputs;
use super::{Finding, Outcome, ResultLine, line};
use crate::lang::Lang;
use crate::messages::calculator as messages;
use crate::present::View;
use crate::show::{self, Cents};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Show, Unit};
use steunwijzer_plan::aid::{Account, AidIds, AidRules, Ceiling, Fit, Regime, Room, Unsure};

pub(super) fn outcome(view: &View<'_>, inputs: &Inputs<'_>) -> Outcome {
    let Ok(ids) = AidIds::new(view.rulebook) else { return Outcome::default() };
    let lang = view.lang;
    let as_on = view.advice.as_on;
    let rules = AidRules::new(view.rulebook, &ids, as_on);
    let account = rules.account(view.answers);
    let chosen: Vec<Ceiling> =
        Ceiling::ALL.into_iter().filter(|one| inputs.options("room.regime").contains(&code(*one))).collect();
    let asked = if inputs.told("room.regime") { chosen.clone() } else { vec![] };
    // A month is not a day: of a range the first day is shown, and so it is said.
    let (day, last) = inputs.days("room.day").unwrap_or((as_on, as_on));
    let mut lines = Vec::new();
    let mut notes = vec![messages::room_on(lang, &show::day(lang, day))];
    if day != last {
        notes.push(messages::room_first_day(lang).to_owned());
    }
    if !account.complete {
        notes.push(messages::room_not_told(lang).to_owned());
    }
    for ceiling in Ceiling::ALL.into_iter().filter(|one| is_shown(*one, &account, &asked)) {
        let room = rules.room(&account, ceiling, day);
        lines.extend(rows(view, &room));
        notes.extend(later(view, &rules, &account, ceiling, day));
        if let Some(careful) = room.careful {
            let careful = show::amount(lang, Unit::Euro, careful, Cents::IfAny);
            notes.push(messages::room_careful(lang, name(lang, ceiling), &careful));
        }
    }
    let new = inputs.number("room.new_aid");
    let finding = match (new, chosen.as_slice()) {
        (Number::Between(..), [ceiling]) => Some(finding(view, &rules.fit(&account, *ceiling, new, day))),
        _ => None,
    };
    Outcome { finding, lines, notes, citations: vec![] }
}

/// General aid and services of general interest always; farming and fishery for who has to do with it.
pub(crate) fn is_shown(ceiling: Ceiling, account: &Account, asked: &[Ceiling]) -> bool {
    let under = |award: &steunwijzer_plan::aid::Award| award.regimes.is(Regime::Under(ceiling));
    matches!(ceiling, Ceiling::General | Ceiling::Sgei)
        || asked.contains(&ceiling)
        || account.awards.iter().any(under)
}

pub(crate) fn rows(view: &View<'_>, room: &Room) -> [ResultLine; 2] {
    let lang = view.lang;
    let used = match room.used.at_most {
        Some(most) => Number::Between(room.used.at_least, most),
        None => Number::Unknown,
    };
    let (id, name) = (code(room.ceiling), name(lang, room.ceiling));
    let label = messages::room_used(lang, name);
    let used = line(view, &["used-", id].concat(), Show::Working, &label, (used, Unit::Euro))
        .by(messages::room_used_by(lang));
    let label = messages::room_left(lang, name);
    let left = line(view, id, Show::Line, &label, (room.left, Unit::Euro)).by(messages::room_left_by(lang));
    [used, left.with_figures(view, &[room.limit])]
}

/// When room comes free.
fn later(
    view: &View<'_>,
    rules: &AidRules<'_>,
    account: &Account,
    ceiling: Ceiling,
    day: Date,
) -> Vec<String> {
    let lang = view.lang;
    let name = name(lang, ceiling);
    let releases = rules.releases(account, ceiling, day).into_iter();
    releases
        .map(|release| {
            let amount = show::amount(lang, Unit::Euro, release.amount, Cents::IfAny);
            messages::room_free(lang, &amount, &show::days(lang, release.earliest, release.latest), name)
        })
        .collect()
}

pub(crate) fn finding(view: &View<'_>, fit: &Fit) -> Finding {
    let lang = view.lang;
    let money = |number| show::amount(lang, Unit::Euro, number, Cents::IfAny);
    match fit {
        Fit::Fits { after, .. } => Finding {
            code: "fits",
            text: messages::room_fits(lang).to_owned(),
            reason: messages::room_fits_why(lang, &money(*after)),
        },
        Fit::LosesCover { over, room, later } => {
            let when = later.certain.map(|day| messages::room_later(lang, &show::day(lang, day)));
            let most = messages::room_too_much_why(lang, &money(room.left), &money(*over));
            let reason = [Some(most), when].into_iter().flatten().collect::<Vec<_>>().join(" ");
            Finding { code: "loses-cover", text: messages::room_too_much(lang).to_owned(), reason }
        }
        Fit::CannotTell { because, .. } => {
            let reason = because.first().map_or("", |why| match why {
                Unsure::NoCeiling(_) => messages::room_no_ceiling(lang),
                Unsure::AidNotTold => messages::room_not_told(lang),
                Unsure::Entity(_) | Unsure::Award(_) => messages::room_award_open(lang),
                Unsure::NewAid => messages::room_new_open(lang),
            });
            Finding { code: "open", text: messages::open(lang).to_owned(), reason: reason.to_owned() }
        }
    }
}

/// The name among the options of the question.
pub(crate) fn code(ceiling: Ceiling) -> &'static str {
    match ceiling {
        Ceiling::General => "general",
        Ceiling::Sgei => "sgei",
        Ceiling::Agriculture => "agriculture",
        Ceiling::Fishery => "fishery",
    }
}

pub(crate) fn name(lang: Lang, ceiling: Ceiling) -> &'static str {
    match ceiling {
        Ceiling::General => messages::room_general(lang),
        Ceiling::Sgei => messages::room_sgei(lang),
        Ceiling::Agriculture => messages::room_agriculture(lang),
        Ceiling::Fishery => messages::room_fishery(lang),
    }
}
