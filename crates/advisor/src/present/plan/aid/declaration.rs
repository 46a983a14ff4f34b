//! The draft declaration of de minimis aid, ready to show and to print.

use super::{AidAsked, Owner, account, money};
use crate::calculators::Finding;
use crate::calculators::aid_room::{finding, is_shown, name};
use crate::lang::Lang;
use crate::messages::{aid as say, declaration as messages};
use crate::present::{FigureRow, View};
use crate::show;
use steunwijzer_engine::advice::Subject;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::aid::{
    AidIds, AidRules, Ceiling, DeclarationCheck, DeclarationRow, DeclarationTotal, Regime, Regimes, TieNote,
    ToCheck,
};

/// A draft declaration: the visitor checks and signs it.
#[derive(Clone, Debug, PartialEq)]
pub struct DeclarationSheet {
    /// From which day until which day aid counts.
    pub period: String,
    /// Aid that counts or can count, by day.
    pub rows: Vec<DeclarationRowShown>,
    /// Set when there are no rows: why.
    pub none: Option<&'static str>,
    /// The total under each ceiling.
    pub totals: Vec<TotalRow>,
    /// The new aid in a sentence, and whether it fits.
    pub new_aid: Option<(String, Finding)>,
    /// What to check before signing.
    pub checks: Vec<String>,
}

/// Aid received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclarationRowShown {
    /// Which record.
    pub name: String,
    /// Who got it.
    pub owner: &'static str,
    /// When it was awarded.
    pub day: String,
    /// Under which rules.
    pub rules: String,
    /// The amount.
    pub amount: String,
    /// What of it counts.
    pub counted: String,
    /// Whether it can stand in the register.
    pub register: &'static str,
}

/// The total under a ceiling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalRow {
    /// What kind of aid.
    pub name: &'static str,
    /// The sum of what counts.
    pub used: String,
    /// The ceiling.
    pub limit: String,
    /// What is left.
    pub left: String,
    /// The ceiling with its date and sources.
    pub figure: Option<FigureRow>,
}

impl View<'_> {
    /// The draft declaration for new aid on a day. `None` only if the rulebook lacks what it needs.
    pub fn aid_declaration(&self, asked: &AidAsked) -> Option<DeclarationSheet> {
        let ids = AidIds::new(self.rulebook).ok()?;
        let rules = AidRules::new(self.rulebook, &ids, self.advice.as_on);
        let account = account(self, &rules, &asked.owners);
        let made = rules.declaration(&account, asked.new_aid, asked.day);
        let told: Vec<Ceiling> = asked.new_aid.iter().map(|(ceiling, _)| *ceiling).collect();
        let totals = made.totals.iter().filter(|total| is_shown(total.ceiling, &account, &told));
        let owner = |row: &DeclarationRow| asked.owners.get(row.award).copied().unwrap_or_default();
        let lang = self.lang;
        let new_aid = asked.new_aid.zip(made.new_aid.as_ref()).map(|((ceiling, amount), fit)| {
            let sentence = messages::new_aid(lang, &money(lang, amount), name(lang, ceiling));
            (sentence, finding(self, fit))
        });
        Some(DeclarationSheet {
            period: messages::period(lang, &show::day(lang, made.day), &show::day(lang, made.since)),
            rows: made.rows.iter().map(|row| self.declaration_row(row, owner(row))).collect(),
            none: made.rows.is_empty().then(|| match account.complete {
                true => messages::no_aid(lang),
                false => messages::not_told(lang),
            }),
            totals: totals.map(|total| self.total_row(total)).collect(),
            new_aid,
            checks: made.checks.iter().map(|check| self.check(check, &made.rows)).collect(),
        })
    }

    fn declaration_row(&self, row: &DeclarationRow, owner: Owner) -> DeclarationRowShown {
        let lang = self.lang;
        let record = u16::try_from(row.award).unwrap_or(u16::MAX);
        let has = |id| self.aid_answer(id, record);
        let told = |id, number| match has(id) {
            Some(_) => money(lang, number),
            None => messages::open(lang).to_owned(),
        };
        DeclarationRowShown {
            name: self.aid_name(record),
            owner: owner.word(lang),
            day: has("aid.date").unwrap_or_else(|| messages::open(lang).to_owned()),
            rules: match has("aid.regime") {
                Some(_) => regimes(lang, row.regimes),
                None => messages::open(lang).to_owned(),
            },
            amount: told("aid.amount", row.amount),
            counted: told("aid.amount", row.counted),
            register: match row.in_register {
                Truth::Yes => messages::in_register(lang),
                Truth::No => messages::before_register(lang),
                Truth::Open => messages::open(lang),
            },
        }
    }

    /// What was told about a record of aid.
    fn aid_answer(&self, id: &str, row: u16) -> Option<String> {
        let list = self.rulebook.list_id("received_aid")?;
        let question = self.question(self.rulebook.question_id(id)?)?;
        self.answer_text(question, Subject::Record(list, row))
    }

    fn total_row(&self, total: &DeclarationTotal) -> TotalRow {
        let lang = self.lang;
        let used = match total.used.at_most {
            Some(most) => money(lang, Number::Between(total.used.at_least, most)),
            None => messages::at_least(lang, &money(lang, Number::exactly(total.used.at_least))),
        };
        TotalRow {
            name: name(lang, total.ceiling),
            used,
            limit: money(lang, total.limit.value),
            left: money(lang, total.left),
            figure: self.figure_row(&total.limit),
        }
    }

    fn check(&self, check: &DeclarationCheck, rows: &[DeclarationRow]) -> String {
        let lang = self.lang;
        let row = check.row.and_then(|row| rows.get(row));
        let record =
            row.map_or_else(String::new, |row| self.aid_name(u16::try_from(row.award).unwrap_or(u16::MAX)));
        match check.what {
            ToCheck::AllAidTold => messages::check_all(lang).to_owned(),
            ToCheck::Amount => messages::check_amount(lang, &record),
            ToCheck::Day => messages::check_day(lang, &record),
            ToCheck::Rules => messages::check_rules(lang, &record),
            ToCheck::Tie(_, note) => match note {
                TieNote::AllEarlierAidCounts => messages::check_merged(lang),
                TieNote::AidFollowsActivity => messages::check_split(lang),
                TieNote::PersonDecides => messages::check_persons(lang),
                TieNote::PartnerOnly => messages::check_partner(lang),
                TieNote::TieNotKnown => messages::check_tie(lang),
            }
            .to_owned(),
            ToCheck::OverCeiling(ceiling) => messages::check_over(lang, name(lang, ceiling)),
            ToCheck::CeilingNotKnown(ceiling) => messages::check_ceiling(lang, name(lang, ceiling)),
            ToCheck::RegisterIncomplete(register) => {
                let cited = self.figure_on(register).and_then(|row| row.citations.into_iter().next());
                let source = cited.map_or_else(String::new, |row| row.dated_name());
                messages::check_register(lang, &source)
            }
        }
    }
}

/// The rules that are possible.
fn regimes(lang: Lang, regimes: Regimes) -> String {
    let possible = Regime::ALL.into_iter().filter(|regime| regimes.can_be(*regime));
    let names: Vec<&str> = possible
        .map(|regime| match regime {
            Regime::Under(ceiling) => name(lang, ceiling),
            Regime::Other => say::other_aid(lang),
        })
        .collect();
    show::joined_or(lang, &names)
}
