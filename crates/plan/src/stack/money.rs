//! What a scheme brings to a stack, and what the rulebook must hold for that: looked up once.

use crate::figures::{MissingRule, Names, required};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::figure::FigureReader;
use steunwijzer_engine::rulebook::{
    Amounts, Claim, Condition, Kind, ListId, ParameterId, QuestionId, RelationKind, Role, Rulebook, Scheme,
    SchemeId, Show, SubjectKind, Unit,
};

/// What money costs, by kind: the lowest first. Rates are compared only where a dated one is known;
/// this order is what can always be defended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Money {
    /// Not repaid: a grant, a fund, donations, pre-sales.
    Gift,
    /// A loan on which a public body or a fund decides.
    PublicLoan,
    /// A loan of a bank, a platform or a person.
    MarketLoan,
    /// A share in the enterprise, and with it a say.
    Shares,
}

/// The place of a layer in a stack, in the order in which it is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// Own money.
    Own,
    /// Money that others promised.
    Confirmed,
    /// Wage-cost support that the visitor counts towards this need.
    WageCosts,
    /// Grants.
    Subsidy,
    /// Funds and the crowd.
    GiftsAndCrowd,
    /// Loans.
    Loan,
    /// Shares.
    Equity,
}

/// What a scheme is to a stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Money, in this stage.
    Layer(Money, Stage),
    /// A guarantee on a loan: no money of its own.
    Guarantee,
    /// Worth having beside the stack, but it brings no money for this need.
    Beside(Beside),
}

/// Why a scheme brings no money to a stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Beside {
    /// Help that is not money, a label, a contract.
    NoMoney,
    /// A tax benefit, afterwards and over profit or wages.
    TaxLater,
    /// It is about an employee, not about this need.
    WageCosts,
    /// Rules for others who lend or give, not a source of money.
    Framework,
    /// Paid for results, afterwards.
    ForResults,
}

/// The platforms' rule: what stands beside it offers loans or shares, other platforms gifts.
const CROWD_INVESTING: &str = "ecspr-regels-investeringscrowdfunding";

/// Schemes whose kind in the rules does not tell what they bring.
const EXCEPTIONS: [(&str, Beside); 4] = [
    (CROWD_INVESTING, Beside::Framework),
    ("anbi-algemeen-nut-investering", Beside::Framework),
    ("social-impact-bond", Beside::ForResults),
    ("brabant-outcomes-fund", Beside::ForResults),
];

/// Money of people around the visitor: no plan counts on how much they have.
const OWN_CIRCLE: &str = "familie-vrienden-achtergesteld";

/// Questions about a need that do not tell what it is for.
const MONEY_AND_TIME: [&str; 7] = [
    "need.amount",
    "need.own_money",
    "need.other_money",
    "need.start",
    "need.started",
    "need.months",
    "need.repay_months",
];

/// What the stack knows of a rulebook, looked up and checked once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackRules {
    pub(crate) needs: ListId,
    pub(crate) amount: QuestionId,
    pub(crate) own: QuestionId,
    pub(crate) other: QuestionId,
    pub(crate) start: QuestionId,
    pub(crate) repay_months: QuestionId,
    /// Questions about money and its timing: the visitor and this plan settle them.
    pub(crate) money: Vec<QuestionId>,
    /// Questions about what the plan is: all others about a need.
    pub(crate) about: Vec<QuestionId>,
    /// By scheme.
    pub(crate) schemes: Vec<SchemeFacts>,
}

/// What the stack knows of a scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SchemeFacts {
    pub(crate) part: Part,
    pub(crate) about_needs: bool,
    /// Schemes that do not go with it, or of which only the highest counts; told by either side.
    pub(crate) rivals: Vec<SchemeId>,
    /// Schemes that go with it; told by either side.
    pub(crate) beside: Vec<SchemeId>,
    /// Lines of which the lowest is what one gets.
    pub(crate) headline: Vec<u16>,
    /// The line with the gross grant equivalent.
    pub(crate) aid_line: Option<u16>,
    /// Whether a test asks that nothing was started.
    pub(crate) before_start: bool,
    pub(crate) judged: u16,
    pub(crate) own_circle: bool,
    pub(crate) lead_weeks: Option<ParameterId>,
    pub(crate) interest: Option<ParameterId>,
}

impl StackRules {
    /// Looks up what a stack needs.
    ///
    /// # Errors
    /// Names the first thing that the rulebook lacks.
    pub fn of(rulebook: &Rulebook) -> Result<StackRules, MissingRule> {
        let names = Names(rulebook);
        let needs = names.list("needs")?;
        for id in EXCEPTIONS.iter().map(|(id, _)| *id).chain([OWN_CIRCLE]) {
            names.scheme(id)?;
        }
        let started = names.question("need.started")?;
        let crowd = names.scheme(CROWD_INVESTING)?;
        let schemes = (0..rulebook.schemes.len())
            .map(|row| facts(rulebook, SchemeId(narrow(row)), SubjectKind::Each(needs), crowd, started))
            .collect();
        for parameter in &rulebook.parameters {
            check_named_after_scheme(rulebook, &parameter.id)?;
        }
        let money: Vec<QuestionId> =
            MONEY_AND_TIME.iter().map(|id| names.question(id)).collect::<Result<_, _>>()?;
        let of_needs = (0..rulebook.questions.len()).map(|row| QuestionId(narrow(row)));
        let about = of_needs.filter(|id| {
            let list = rulebook.questions.get(id.row()).and_then(|question| question.list);
            list == Some(needs) && !money.contains(id)
        });
        Ok(StackRules {
            about: about.collect(),
            money,
            needs,
            amount: names.question("need.amount")?,
            own: names.question("need.own_money")?,
            other: names.question("need.other_money")?,
            start: names.question("need.start")?,
            repay_months: names.question("need.repay_months")?,
            schemes,
        })
    }

    /// What a scheme is to a stack; none: it is not in this rulebook.
    pub fn part(&self, scheme: SchemeId) -> Option<Part> {
        self.schemes.get(scheme.row()).map(|facts| facts.part)
    }

    /// The schemes about needs that bring money.
    pub(crate) fn candidates(&self) -> impl Iterator<Item = SchemeId> {
        self.about_needs().filter(|(_, part)| matches!(part, Part::Layer(..))).map(|(id, _)| id)
    }

    /// The schemes about needs that bring no money to a stack, with why.
    pub(crate) fn beside(&self) -> Vec<(SchemeId, Beside)> {
        let why = |(id, part)| match part {
            Part::Beside(why) => Some((id, why)),
            Part::Layer(..) | Part::Guarantee => None,
        };
        self.about_needs().filter_map(why).collect()
    }

    fn about_needs(&self) -> impl Iterator<Item = (SchemeId, Part)> {
        let all = self.schemes.iter().enumerate().filter(|(_, facts)| facts.about_needs);
        all.map(|(row, facts)| (SchemeId(narrow(row)), facts.part))
    }

    pub(crate) fn facts(&self, scheme: SchemeId) -> Option<&SchemeFacts> {
        self.schemes.get(scheme.row())
    }
}

/// Parameters about one scheme are named after it: `lead_weeks_bbz_bedrijfskapitaal_gevestigd`.
const LEAD: &str = "lead_weeks_";
/// As above, a share per year.
const INTEREST: &str = "interest_";

fn check_named_after_scheme(rulebook: &Rulebook, parameter: &str) -> Result<(), MissingRule> {
    let Some(name) = parameter.strip_prefix(LEAD).or_else(|| parameter.strip_prefix(INTEREST)) else {
        return Ok(());
    };
    let known = rulebook.schemes.iter().any(|scheme| scheme.id.replace('-', "_") == name);
    required(known.then_some(()), "scheme of the parameter", parameter)
}

fn facts(
    rulebook: &Rulebook,
    id: SchemeId,
    about_needs: SubjectKind,
    crowd: SchemeId,
    started: QuestionId,
) -> SchemeFacts {
    let related = |wanted: fn(RelationKind) -> bool| related(rulebook, id, wanted);
    let beside = related(|kind| kind == RelationKind::Beside);
    let own = rulebook.schemes.get(id.row());
    let named = |prefix: &str| {
        let name = format!("{prefix}{}", own?.id.replace('-', "_"));
        rulebook.parameter_id(&name)
    };
    let tests = |condition: &&Condition| condition.role == Role::Test;
    SchemeFacts {
        part: own.map_or(Part::Beside(Beside::NoMoney), |own| part(rulebook, own, &beside, crowd)),
        about_needs: own.is_some_and(|own| own.subject == about_needs),
        rivals: related(|kind| matches!(kind, RelationKind::NotWith | RelationKind::OnlyHighest)),
        headline: own.map(headline).unwrap_or_default(),
        aid_line: own.and_then(|own| line_named(own, "aid_value")),
        before_start: conditions(rulebook, own)
            .filter(tests)
            .any(|condition| condition.questions.contains(&started)),
        judged: narrow(conditions(rulebook, own).filter(|condition| condition.role == Role::Judged).count()),
        own_circle: own.is_some_and(|own| own.id == OWN_CIRCLE),
        lead_weeks: named(LEAD),
        interest: named(INTEREST),
        beside,
    }
}

fn conditions<'r>(rulebook: &'r Rulebook, scheme: Option<&Scheme>) -> impl Iterator<Item = &'r Condition> {
    let (from, to) = scheme.map_or((0, 0), |scheme| scheme.conditions);
    rulebook.conditions.get(from as usize..to as usize).unwrap_or(&[]).iter()
}

/// The schemes with such a relation, whichever of both tells it.
fn related(rulebook: &Rulebook, id: SchemeId, wanted: fn(RelationKind) -> bool) -> Vec<SchemeId> {
    let mut found: Vec<SchemeId> = Vec::new();
    for (row, scheme) in rulebook.schemes.iter().enumerate() {
        let other = SchemeId(narrow(row));
        for relation in scheme.relations.iter().filter(|relation| wanted(relation.kind)) {
            if other == id {
                found.extend(&relation.with);
            } else if relation.with.contains(&id) {
                found.push(other);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn part(rulebook: &Rulebook, scheme: &Scheme, beside: &[SchemeId], crowd: SchemeId) -> Part {
    if let Some((_, why)) = EXCEPTIONS.iter().find(|(id, _)| *id == scheme.id) {
        return Part::Beside(*why);
    }
    if scheme.labour {
        return Part::Beside(Beside::WageCosts);
    }
    let with_shares = || {
        let kind = |id: &SchemeId| rulebook.schemes.get(id.row()).map(|other| other.kind);
        beside.iter().any(|id| kind(id) == Some(Kind::Equity))
    };
    let crowd_gives = |money| Part::Layer(money, Stage::GiftsAndCrowd);
    match scheme.kind {
        Kind::Subsidy => Part::Layer(Money::Gift, Stage::Subsidy),
        Kind::Fund => crowd_gives(Money::Gift),
        Kind::Crowdfunding if !beside.contains(&crowd) => crowd_gives(Money::Gift),
        Kind::Crowdfunding if with_shares() => crowd_gives(Money::Shares),
        Kind::Crowdfunding => crowd_gives(Money::MarketLoan),
        Kind::Loan => Part::Layer(
            match scheme.claim {
                Claim::Market => Money::MarketLoan,
                Claim::Right | Claim::ByLaw | Claim::Discretion => Money::PublicLoan,
            },
            Stage::Loan,
        ),
        Kind::Equity => Part::Layer(Money::Shares, Stage::Equity),
        Kind::Guarantee => Part::Guarantee,
        Kind::Tax => Part::Beside(Beside::TaxLater),
        Kind::WageSubsidy => Part::Beside(Beside::WageCosts),
        Kind::InKind | Kind::Recognition | Kind::Procurement => Part::Beside(Beside::NoMoney),
    }
}

/// The total; without one the lines (of which a person chooses), except of platforms: those are fees.
fn headline(scheme: &Scheme) -> Vec<u16> {
    let Amounts::Lines(lines) = &scheme.amounts else { return Vec::new() };
    let shown = |show: Show| {
        let once = lines.iter().enumerate().filter(|(_, line)| line.unit == Unit::Euro);
        once.filter(|(_, line)| line.show == show).map(|(row, _)| narrow(row)).collect::<Vec<u16>>()
    };
    let total = shown(Show::Total);
    if !total.is_empty() || scheme.kind == Kind::Crowdfunding { total } else { shown(Show::Line) }
}

fn line_named(scheme: &Scheme, id: &str) -> Option<u16> {
    let Amounts::Lines(lines) = &scheme.amounts else { return None };
    lines.iter().position(|line| line.id == id).map(narrow)
}

/// The one value of a parameter on a day, if one is in force.
pub(crate) fn figure_on(rulebook: &Rulebook, id: ParameterId, day: Date) -> Option<rust_decimal::Decimal> {
    FigureReader { rulebook, as_on: day }.on(id, day).value.single()
}

pub(crate) fn narrow(row: usize) -> u16 {
    u16::try_from(row).unwrap_or(u16::MAX)
}
