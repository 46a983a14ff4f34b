//! The choices of the money plan in a file. Sources are named by the id of their scheme, hires and
//! needs by their row, and what was typed stands as it was typed.

use super::entries::Entries;
use super::{AidChoices, Kept, PlanChoices, Refused};
use crate::json::Json;
use crate::present::plan::aid::{Ceiling, Owner};
use crate::present::plan::{Finance, FinanceField, Setting, Settings, Wish};
use rust_decimal::Decimal;
use steunwijzer_engine::rulebook::{Rulebook, SchemeId};

const OWNERS: [(&str, Owner); 3] =
    [("own", Owner::Own), ("group", Owner::Group), ("not-known", Owner::NotKnown)];
const CEILINGS: [(&str, Ceiling); 4] = [
    ("general", Ceiling::General),
    ("sgei", Ceiling::Sgei),
    ("agriculture", Ceiling::Agriculture),
    ("fishery", Ceiling::Fishery),
];
/// The settings that there is one of.
const SETTINGS: [(&str, Setting); 7] = [
    ("charges", Setting::Charges),
    ("delay", Setting::Delay),
    ("holiday", Setting::Holiday),
    ("subsidy", Setting::Subsidy),
    ("contract", Setting::Contract),
    ("growth_least", Setting::GrowthLeast),
    ("growth_most", Setting::GrowthMost),
];

/// The choices as they stand in a file: only what was chosen.
pub(super) fn tree(rulebook: &Rulebook, plan: &PlanChoices) -> Json {
    let parts = [
        ("cash", texts(plan.cash.all().iter().map(|(setting, text)| (setting_key(*setting), text)))),
        ("finance", finance(rulebook, &plan.finance)),
        ("aid", aid(&plan.aid)),
    ];
    let is_told = |json: &Json| !matches!(json, Json::Table(entries) if entries.is_empty());
    let told = parts.into_iter().filter(|(_, json)| is_told(json));
    Json::Table(told.map(|(key, json)| (key.to_owned(), json)).collect())
}

/// Texts under their keys, by key: the order in which they were typed means nothing.
fn texts<'t>(all: impl Iterator<Item = (String, &'t String)>) -> Json {
    let mut entries: Vec<(String, Json)> = all.map(|(key, text)| (key, Json::text(text))).collect();
    entries.sort_by(|(one, _), (other, _)| one.cmp(other));
    Json::Table(entries)
}

fn finance(rulebook: &Rulebook, finance: &Finance) -> Json {
    let name = |id: SchemeId| rulebook.schemes.get(id.row()).map(|scheme| scheme.id.as_str());
    let wishes = finance.wishes().iter().filter_map(|(need, wish)| {
        let (verb, amount) = match wish {
            Wish::Keep(_) => ("keep", None),
            Wish::Leave(_) => ("leave", None),
            Wish::Resize(_, amount) => ("resize", Some(amount.to_string())),
        };
        let need = ("need".to_owned(), Json::Whole(i64::from(*need)));
        let mut entries = vec![
            need,
            ("scheme".to_owned(), Json::text(name(wish.scheme())?)),
            ("wish".to_owned(), Json::text(verb)),
        ];
        entries.extend(amount.map(|amount| ("amount".to_owned(), Json::Text(amount))));
        Some(Json::Table(entries))
    });
    let wishes: Vec<Json> = wishes.collect();
    let typed = finance.typed().iter().filter(|(_, text)| !text.is_empty());
    let typed = texts(typed.filter_map(|(field, text)| {
        let key = match *field {
            FinanceField::Cash => "cash".to_owned(),
            FinanceField::Rate => "rate".to_owned(),
            FinanceField::WageSupport(need) => format!("wage_support[{need}]"),
            FinanceField::Amount(need, id) => format!("amount[{need}].{}", name(id)?),
        };
        Some((key, text))
    }));
    let mut entries = Vec::new();
    if !wishes.is_empty() {
        entries.push(("wishes".to_owned(), Json::List(wishes)));
    }
    if !matches!(&typed, Json::Table(typed) if typed.is_empty()) {
        entries.push(("typed".to_owned(), typed));
    }
    Json::Table(entries)
}

fn aid(aid: &AidChoices) -> Json {
    let mut entries = Vec::new();
    let mut push = |key: &str, value: Json| entries.push((key.to_owned(), value));
    if aid.owners.iter().any(|owner| *owner != Owner::Own) {
        push(
            "owners",
            Json::List(aid.owners.iter().map(|owner| Json::text(code(&OWNERS, *owner))).collect()),
        );
    }
    if let Some(day) = aid.day {
        push("day", Json::Text(day.to_string()));
    }
    if let Some(ceiling) = aid.ceiling {
        push("ceiling", Json::text(code(&CEILINGS, ceiling)));
    }
    if !aid.amount.is_empty() {
        push("amount", Json::text(&aid.amount));
    }
    Json::Table(entries)
}

/// Reads the choices; what this edition does not know is kept.
pub(super) fn read(
    rulebook: &Rulebook,
    entries: &mut Entries,
    kept: &mut Vec<Kept>,
) -> Result<PlanChoices, Refused> {
    let mut cash = Settings::default();
    for (key, text) in entries.object("cash")?.texts()? {
        match setting_of(&key) {
            Some(setting) => cash.set(setting, text),
            None => kept.push(Kept { key: ["plan.cash.", &key].concat(), value: Json::Text(text) }),
        }
    }
    let finance = read_finance(rulebook, entries.object("finance")?, kept)?;
    let mut chosen = entries.object("aid")?;
    let aid = AidChoices {
        owners: read_owners(&mut chosen)?,
        day: chosen.read("day", |day| day.parse().ok())?,
        ceiling: chosen.read("ceiling", |code| named(&CEILINGS, code))?,
        amount: chosen
            .read("amount", |text| (text.len() <= super::entries::LONGEST_FIELD).then(|| text.to_owned()))?
            .unwrap_or_default(),
    };
    kept.extend(chosen.rest());
    Ok(PlanChoices { cash, finance, aid })
}

fn read_owners(entries: &mut Entries) -> Result<Vec<Owner>, Refused> {
    let owners = entries.list("owners")?.into_iter();
    let each = owners.map(|owner| named(&OWNERS, &owner.into_text()?));
    each.collect::<Option<_>>().ok_or_else(|| Refused::Wrong("plan.aid.owners".to_owned()))
}

fn read_finance(rulebook: &Rulebook, mut entries: Entries, kept: &mut Vec<Kept>) -> Result<Finance, Refused> {
    let mut wishes = Vec::new();
    for value in entries.list("wishes")? {
        match wish_of(rulebook, &value) {
            Some(wish) => wishes.push(wish),
            None => kept.push(Kept { key: "plan.finance.wishes".to_owned(), value }),
        }
    }
    let mut typed = Vec::new();
    for (key, text) in entries.object("typed")?.texts()? {
        match field_of(rulebook, &key) {
            Some(field) => typed.push((field, text)),
            None => kept.push(Kept { key: ["plan.finance.typed.", &key].concat(), value: Json::Text(text) }),
        }
    }
    kept.extend(entries.rest());
    Ok(Finance::of(wishes, typed))
}

fn wish_of(rulebook: &Rulebook, value: &Json) -> Option<(u16, Wish)> {
    let mut entries = Entries::of(Some(value.clone()), "").ok()?;
    let need = u16::try_from(entries.take("need")?.whole()?).ok()?;
    let id = rulebook.scheme_id(&entries.text("scheme").ok()??)?;
    let amount = entries.read("amount", |text| Decimal::from_str_exact(text).ok()).ok()?;
    let wish = match (entries.text("wish").ok()??.as_str(), amount) {
        ("keep", None) => Wish::Keep(id),
        ("leave", None) => Wish::Leave(id),
        ("resize", Some(amount)) => Wish::Resize(id, amount),
        _ => return None,
    };
    Some((need, wish))
}

fn setting_key(setting: Setting) -> String {
    match setting {
        Setting::Wage(hire) => format!("wage[{hire}]"),
        Setting::WageMuch(hire) => format!("wage_much[{hire}]"),
        Setting::Charges
        | Setting::Delay
        | Setting::Holiday
        | Setting::Subsidy
        | Setting::Contract
        | Setting::GrowthLeast
        | Setting::GrowthMost => code(&SETTINGS, setting).to_owned(),
    }
}

fn setting_of(key: &str) -> Option<Setting> {
    match row_of(key) {
        Some(("wage", hire, "")) => Some(Setting::Wage(hire)),
        Some(("wage_much", hire, "")) => Some(Setting::WageMuch(hire)),
        Some(_) => None,
        None => named(&SETTINGS, key),
    }
}

fn field_of(rulebook: &Rulebook, key: &str) -> Option<FinanceField> {
    match (row_of(key), key) {
        (Some(("wage_support", need, "")), _) => Some(FinanceField::WageSupport(need)),
        (Some(("amount", need, rest)), _) => {
            Some(FinanceField::Amount(need, rulebook.scheme_id(rest.strip_prefix('.')?)?))
        }
        (None, "cash") => Some(FinanceField::Cash),
        (None, "rate") => Some(FinanceField::Rate),
        _ => None,
    }
}

/// The parts of `name[row]rest`.
fn row_of(key: &str) -> Option<(&str, u16, &str)> {
    let (name, behind) = key.split_once('[')?;
    let (row, rest) = behind.split_once(']')?;
    Some((name, row.parse().ok()?, rest))
}

fn code<T: PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    names.iter().find(|(_, own)| *own == value).map_or("", |(name, _)| name)
}

fn named<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    names.iter().find(|(own, _)| *own == name).map(|(_, value)| *value)
}
