//! The aid account in words: room on a day, when more comes free, and whether the aid of a scheme fits.

mod declaration;
mod schemes;

pub use declaration::{DeclarationRowShown, DeclarationSheet, TotalRow};
pub use schemes::{ReadingRow, SchemeAidRow, SchemesAid};
pub use steunwijzer_plan::aid::Ceiling;

use crate::calculators::aid_room::{code, finding, is_shown, name, rows};
use crate::calculators::{Finding, ResultLine};
use crate::entry::{Entry, NumberField, Why};
use crate::lang::Lang;
use crate::messages::{aid as messages, calculator};
use crate::present::{LineRow, View};
use crate::show::{self, Cents};
use rust_decimal::Decimal;
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{AnswerType, Unit};
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::aid::{Account, AidIds, AidRules, Award, Regime, Tie, last_day_counted};

/// Which legal entity got aid, as the visitor says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Owner {
    /// The visitor's own.
    #[default]
    Own,
    /// Another one of the group: one controls the other.
    Group,
    /// Not known whether it belongs to the group.
    NotKnown,
}

/// What is asked of the account.
#[derive(Clone, Debug, PartialEq)]
pub struct AidAsked {
    /// The day of the room, on which new aid is awarded.
    pub day: Date,
    /// Who got the aid of each record; the visitor where nothing is said.
    pub owners: Vec<Owner>,
    /// New aid: under which ceiling, and how much in euro.
    pub new_aid: Option<(Ceiling, Number)>,
}

/// The account on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct AidSheet {
    /// The sentence with the day.
    pub on: String,
    /// Set when the visitor did not tell yet which aid was received.
    pub not_told: Option<&'static str>,
    /// The room under each ceiling.
    pub rooms: Vec<RoomRow>,
    /// Whether the new aid fits, if it was told.
    pub new_aid: Option<Finding>,
    /// The aid of the schemes that fit.
    pub schemes: SchemesAid,
}

/// The room under a ceiling.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomRow {
    /// A short name for an address or a file.
    pub code: &'static str,
    /// What kind of aid.
    pub name: &'static str,
    /// What was received and what is left, with the ceiling.
    pub lines: [LineRow; 2],
    /// What to be careful with: a reading that leaves less, work for which it is not meant.
    pub careful: Option<String>,
    /// The room from the day on, and each later day on which it changes.
    pub calendar: Vec<CalendarRow>,
}

/// The room from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarRow {
    /// From when.
    pub day: String,
    /// What changes then.
    pub why: String,
    /// The room from then on.
    pub left: String,
}

impl Owner {
    /// All three.
    pub const ALL: [Owner; 3] = [Owner::Own, Owner::Group, Owner::NotKnown];

    /// Its name.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Owner::Own => messages::owner_own(lang),
            Owner::Group => messages::owner_group(lang),
            Owner::NotKnown => messages::owner_not_known(lang),
        }
    }

    fn tie(self) -> Tie {
        match self {
            Owner::Own => Tie::Applicant,
            Owner::Group => Tie::MajorityOfVotes,
            Owner::NotKnown => Tie::NotKnown,
        }
    }
}

/// The name of a kind of aid.
pub fn ceiling_word(lang: Lang, ceiling: Ceiling) -> &'static str {
    name(lang, ceiling)
}

/// Its short name, that of the option of the question.
pub fn ceiling_code(ceiling: Ceiling) -> &'static str {
    code(ceiling)
}

impl View<'_> {
    /// The account on a day. `None` only if the rulebook lacks what it needs.
    pub fn aid_sheet(&self, asked: &AidAsked) -> Option<AidSheet> {
        let ids = AidIds::new(self.rulebook).ok()?;
        let rules = AidRules::new(self.rulebook, &ids, self.advice.as_on);
        let account = account(self, &rules, &asked.owners);
        let told: Vec<Ceiling> = asked.new_aid.iter().map(|(ceiling, _)| *ceiling).collect();
        let shown = Ceiling::ALL.into_iter().filter(|ceiling| is_shown(*ceiling, &account, &told));
        let rooms = shown.map(|ceiling| self.room_row(&rules, &account, ceiling, asked.day)).collect();
        let new_aid = asked
            .new_aid
            .map(|(ceiling, amount)| finding(self, &rules.fit(&account, ceiling, amount, asked.day)));
        Some(AidSheet {
            on: calculator::room_on(self.lang, &show::day(self.lang, asked.day)),
            not_told: (!account.complete).then(|| calculator::room_not_told(self.lang)),
            rooms,
            new_aid,
            schemes: schemes::of(self, &rules, &account, asked.day),
        })
    }

    /// Reads an amount of new aid as it was typed; nothing typed is no amount.
    ///
    /// # Errors
    /// If it is no amount of aid, or could be two.
    pub fn read_new_aid(&self, typed: &str) -> Result<Option<Number>, Why> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        let question = self.rulebook.question_id("aid.amount").and_then(|id| self.question(id));
        let Some(field) = question.and_then(|question| NumberField::of(question, self.words)) else {
            return Ok(None);
        };
        match field.read(typed) {
            Entry::Read(slot) => {
                let amount = Decimal::try_new(slot.low, u32::from(field.limits.scale));
                Ok(amount.ok().map(Number::exactly))
            }
            Entry::Two(..) => Err(Why::NotANumber(field.limits)),
            Entry::Refused(why) => Err(why),
        }
    }

    fn room_row(&self, rules: &AidRules<'_>, account: &Account, ceiling: Ceiling, day: Date) -> RoomRow {
        let room = rules.room(account, ceiling, day);
        let careful = room.careful.map(|careful| {
            calculator::room_careful(self.lang, &money(self.lang, careful), name(self.lang, ceiling))
        });
        let may_be_excluded = ceiling == Ceiling::General && self.is_in_farming() != Truth::No;
        let farming = may_be_excluded.then(|| messages::farming(self.lang).to_owned());
        let careful: Vec<String> = careful.into_iter().chain(farming).collect();
        RoomRow {
            code: code(ceiling),
            name: name(self.lang, ceiling),
            lines: rows(self, &room).map(|ResultLine { row, .. }| row),
            careful: (!careful.is_empty()).then(|| careful.join(" ")),
            calendar: self.aid_calendar(rules, account, ceiling, day),
        }
    }

    /// Whether the organisation is in farming or fishery. General aid is not for primary production
    /// there; other work counts if activities or accounts are kept apart.
    pub(super) fn is_in_farming(&self) -> Truth {
        let question = self.rulebook.question_id("org.sectors").and_then(|id| self.question(id));
        let Some((question, AnswerType::Choices(options))) = question.map(|one| (one, &one.answer)) else {
            return Truth::Open;
        };
        let farming = options.iter().position(|option| option.id == "farming_fishery");
        match (self.answers.get(question, Whose::Organisation), farming) {
            (Some(Answer::Known(slot)), Some(row)) if slot.low >> row & 1 == 1 => Truth::Yes,
            (Some(Answer::Known(slot)), Some(row)) if slot.high >> row & 1 == 0 => Truth::No,
            (Some(Answer::Known(_) | Answer::NotKnown) | None, _) => Truth::Open,
        }
    }

    fn aid_calendar(
        &self,
        rules: &AidRules<'_>,
        account: &Account,
        ceiling: Ceiling,
        from: Date,
    ) -> Vec<CalendarRow> {
        let rows = rules.calendar(account, ceiling, from).into_iter().map(|room| CalendarRow {
            day: show::day(self.lang, room.day),
            why: match () {
                () if room.day == from => messages::chosen_day(self.lang).to_owned(),
                () => self.change_on(account, ceiling, room.day, room.left),
            },
            left: money(self.lang, room.left),
        });
        rows.collect()
    }

    /// What makes the room another on a day.
    fn change_on(&self, account: &Account, ceiling: Ceiling, day: Date, left: Number) -> String {
        let of_ceiling = |award: &&Award| award.regimes.can_be(Regime::Under(ceiling));
        let awards = (0u16..).zip(&account.awards).filter(|(_, award)| of_ceiling(award));
        let changes = awards.filter_map(|(row, award)| {
            let days = [award.first, award.last];
            let (name, amount) = (self.aid_name(row), money(self.lang, account.share(award)));
            if days.contains(&day) {
                Some(messages::begins(self.lang, &amount, &name))
            } else if days.map(|award| last_day_counted(award).plus_days(1)).contains(&day) {
                Some(messages::ends(self.lang, &amount, &name))
            } else {
                None
            }
        });
        let mut changes: Vec<String> = changes.collect();
        if left == Number::Unknown {
            changes.push(messages::no_ceiling(self.lang).to_owned());
        } else if changes.is_empty() {
            changes.push(messages::other_ceiling(self.lang).to_owned());
        }
        changes.join(" ")
    }

    /// The name of a record of aid.
    fn aid_name(&self, row: u16) -> String {
        self.rulebook.list_id("received_aid").map_or_else(String::new, |list| self.record_name(list, row))
    }
}

/// The account with the entities of the group.
fn account(view: &View<'_>, rules: &AidRules<'_>, owners: &[Owner]) -> Account {
    let Account { mut entities, mut awards, complete } = rules.account(view.answers);
    for (award, owner) in awards.iter_mut().zip(owners) {
        let tie = owner.tie();
        let found = entities.iter().position(|own| *own == tie);
        let row = found.unwrap_or_else(|| {
            entities.push(tie);
            entities.len() - 1
        });
        award.entity = u16::try_from(row).unwrap_or(u16::MAX);
    }
    Account { entities, awards, complete }
}

fn money(lang: Lang, amount: Number) -> String {
    show::amount(lang, Unit::Euro, amount, Cents::IfAny)
}
