//! The rows of the rulebook that the plan of hires reads: looked up by name once, when a rulebook is
//! loaded.

use crate::figures::{MissingRule, Names, required};
use steunwijzer_engine::expression::NodeId;
use steunwijzer_engine::rulebook::{
    Amounts, DefinitionId, ListId, ParameterId, Predicate, QuestionId, RelationKind, Rulebook, Scheme,
    SchemeId, Show, SourceId, Step,
};

/// A scheme of loonkostensubsidie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lks {
    pub(crate) scheme: SchemeId,
    pub(crate) total: usize,
}

/// A loonkostenvoordeel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LkvScheme {
    pub(crate) scheme: SchemeId,
    pub(crate) total: usize,
    /// Tests that must hold as long as it runs.
    pub(crate) lasting: Vec<NodeId>,
    /// The first day on which it no longer runs.
    pub(crate) ends: Option<DefinitionId>,
}

/// Everything that the plan of hires reads by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labour {
    pub(crate) hires: ListId,
    pub(crate) measured: Lks,
    /// The line with the share that the municipality makes up.
    pub(crate) gap: usize,
    pub(crate) flat: Lks,
    pub(crate) flat_share: ParameterId,
    pub(crate) max_share: ParameterId,
    pub(crate) lkv: Vec<LkvScheme>,
    pub(crate) no_risk: SchemeId,
    pub(crate) guidance: Vec<SchemeId>,
    pub(crate) adaptation: Vec<SchemeId>,
    pub(crate) regimes: Vec<SchemeId>,
    pub(crate) sheltered: SchemeId,
    pub(crate) illness: Vec<SourceId>,
    pub(crate) place: QuestionId,
    pub(crate) age: QuestionId,
    pub(crate) hours: QuestionId,
    pub(crate) loonwaarde: QuestionId,
    pub(crate) start: QuestionId,
    pub(crate) contract: QuestionId,
    pub(crate) minimum_pay: DefinitionId,
    pub(crate) lks_base: DefinitionId,
    pub(crate) lks_wage_day: DefinitionId,
    pub(crate) lks_flat_end: DefinitionId,
    pub(crate) lkv_paid_by: DefinitionId,
    pub(crate) holiday_share: DefinitionId,
    pub(crate) charges_share: DefinitionId,
    pub(crate) hour_wage: ParameterId,
    pub(crate) month_wage: ParameterId,
}

/// Schemes that guide the employee at work.
const GUIDANCE: [&str; 4] = ["begeleiding-werkplek-gemeente", "jobcoach-uwv", "jobcoaching-utrecht", "ips"];
/// Schemes that adapt the place of work.
const ADAPTATION: [&str; 2] = ["voorzieningen-gemeente", "werkplekaanpassing-uwv"];
/// Other regimes than loonkostensubsidie.
const REGIMES: [&str; 3] = ["loondispensatie-wajong", "beschut-werk", "gemeentelijke-plaatsingssubsidie"];
/// Pages on what happens to the subsidy during illness.
const ILLNESS: [&str; 2] = ["lks-einde-ziekte", "lks-hollands-kroon"];
/// Names of tests that a loonkostenvoordeel must keep meeting.
const LASTING: [&str; 2] = ["below-aow", "three-years"];
/// The names of sources and conditions that are looked up here: a stored rulebook has to keep them.
pub const INNER_NAMES: [&str; 4] = [ILLNESS[0], ILLNESS[1], LASTING[0], LASTING[1]];

impl Labour {
    /// Looks everything up.
    ///
    /// # Errors
    /// Names the first thing that this rulebook lacks.
    pub fn new(rulebook: &Rulebook) -> Result<Labour, MissingRule> {
        let names = Names(rulebook);
        let measured = names.lks("lks-participatiewet")?;
        Ok(Labour {
            hires: names.list("hires")?,
            measured,
            gap: names.line(measured.scheme, "gap")?,
            flat: names.lks("lks-forfaitair")?,
            flat_share: names.parameter("lks_flat_share")?,
            max_share: names.parameter("lks_max_share")?,
            lkv: names.lkv("lkv-doelgroep-banenafspraak")?,
            no_risk: names.scheme("no-riskpolis")?,
            guidance: names.schemes(&GUIDANCE)?,
            adaptation: names.schemes(&ADAPTATION)?,
            regimes: names.schemes(&REGIMES)?,
            sheltered: names.scheme("beschut-werk")?,
            illness: ILLNESS.iter().map(|id| names.source(id)).collect::<Result<_, _>>()?,
            place: names.question("hire.place")?,
            age: names.question("hire.age")?,
            hours: names.question("hire.hours")?,
            loonwaarde: names.question("hire.loonwaarde")?,
            start: names.question("hire.start")?,
            contract: names.question("hire.contract_months")?,
            minimum_pay: names.definition("minimum_pay")?,
            lks_base: names.definition("lks_base")?,
            lks_wage_day: names.definition("lks_wage_day")?,
            lks_flat_end: names.definition("lks_flat_end")?,
            lkv_paid_by: names.definition("lkv_paid_by")?,
            holiday_share: names.definition("holiday_share")?,
            charges_share: names.definition("charges_share")?,
            hour_wage: names.parameter("wml_hour")?,
            month_wage: names.parameter("wml_month")?,
        })
    }

    /// The list of hires.
    pub fn list(&self) -> ListId {
        self.hires
    }
}

/// The parts of schemes that it reads.
impl Names<'_> {
    fn schemes(self, ids: &[&str]) -> Result<Vec<SchemeId>, MissingRule> {
        ids.iter().map(|id| self.scheme(id)).collect()
    }

    fn line(self, scheme: SchemeId, id: &str) -> Result<usize, MissingRule> {
        required(row_of(self.0, scheme, |line| line == id), "amount line", id)
    }

    fn first_line(self, scheme: SchemeId, id: &str) -> Result<(), MissingRule> {
        let first = row_of(self.0, scheme, |line| line == id).filter(|row| *row == 0);
        required(first, "first amount line", id).map(|_first| ())
    }

    fn lks(self, id: &str) -> Result<Lks, MissingRule> {
        let scheme = self.scheme(id)?;
        self.first_line(scheme, "minimum_wage")?;
        Ok(Lks { scheme, total: self.line(scheme, "total")? })
    }

    /// A loonkostenvoordeel with those of which only the highest is given.
    fn lkv(self, id: &str) -> Result<Vec<LkvScheme>, MissingRule> {
        let first = self.scheme(id)?;
        let relations = self.0.schemes.get(first.row()).map_or(&[][..], |scheme| &scheme.relations);
        let highest = relations.iter().filter(|relation| relation.kind == RelationKind::OnlyHighest);
        std::iter::once(first)
            .chain(highest.flat_map(|relation| relation.with.iter().copied()))
            .map(|scheme| {
                self.first_line(scheme, "paid_hours")?;
                let lasting: Result<Vec<NodeId>, MissingRule> =
                    LASTING.iter().filter_map(|id| self.lasting(scheme, id)).collect();
                let resumes = self.0.scheme_id("lkv-herplaatsen-arbeidsgehandicapte") == Some(scheme);
                Ok(LkvScheme {
                    scheme,
                    total: self.line(scheme, "lkv")?,
                    lasting: lasting?,
                    ends: if resumes { Some(self.definition("lkv_resume_end")?) } else { None },
                })
            })
            .collect()
    }

    /// The expression of a test; `None` if the scheme has no such condition.
    fn lasting(self, scheme: SchemeId, id: &str) -> Option<Result<NodeId, MissingRule>> {
        let condition = self.0.conditions_of(scheme).iter().find(|condition| condition.id == id)?;
        let (from, to) = condition.program;
        let node = match self.0.steps.get(from as usize..to as usize) {
            Some([Step::Test(predicate)]) => match self.0.predicates.get(predicate.row()) {
                Some(Predicate::Expression(node)) => Some(*node),
                Some(
                    Predicate::Within(..)
                    | Predicate::OneOf(..)
                    | Predicate::Has(..)
                    | Predicate::PlaceIn(..),
                )
                | None => None,
            },
            Some(_) | None => None,
        };
        Some(required(node, "test of one expression", id))
    }
}

fn row_of(rulebook: &Rulebook, scheme: SchemeId, wanted: impl Fn(&str) -> bool) -> Option<usize> {
    match &rulebook.schemes.get(scheme.row())?.amounts {
        Amounts::Lines(lines) => lines.iter().position(|line| wanted(&line.id)),
        Amounts::InConsultation | Amounts::NoMoney | Amounts::Unknown => None,
    }
}

/// The row of the line that is the headline of a scheme.
pub(crate) fn total_row(scheme: &Scheme) -> Option<usize> {
    match &scheme.amounts {
        Amounts::Lines(lines) => lines.iter().position(|line| line.show == Show::Total),
        Amounts::InConsultation | Amounts::NoMoney | Amounts::Unknown => None,
    }
}
