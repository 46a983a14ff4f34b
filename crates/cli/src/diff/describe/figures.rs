//! Parameters by period, definitions and sources.

use super::Described;
use crate::cited::cited;
use crate::diff::thing::{Field, Said, Thing, ThingKind, Whom};
use steunwijzer_advisor::messages::overview;
use steunwijzer_advisor::present::source_kind_word;
use steunwijzer_advisor::show::{self, Cents};
use steunwijzer_engine::expression::Node;
use steunwijzer_engine::rulebook::{
    Amounts, AssumedRange, Definition, Evidence, Figures, Parameter, ParameterId, ParameterUse,
    ParameterValue, QuestionId, Scheme, SchemeId, Source, SourceId, Unit,
};

impl Described<'_> {
    pub(super) fn parameters(&self) -> Vec<Thing> {
        let all = (0u16..).zip(&self.rulebook.parameters);
        all.map(|(row, parameter)| self.parameter(ParameterId(row), parameter)).collect()
    }

    fn parameter(&self, id: ParameterId, parameter: &Parameter) -> Thing {
        let assumed = parameter.when_unknown.as_ref();
        Thing {
            kind: ThingKind::Parameter,
            id: parameter.id.clone(),
            name: self.word(parameter.text).to_owned(),
            fields: vec![
                (Field::Text, self.said(parameter.text)),
                (Field::Review, Said::plain(self.day(parameter.review))),
                (
                    Field::Assumed,
                    assumed.map_or(Said::default(), |range| self.assumed(parameter.unit, range)),
                ),
            ],
            parts: parameter.values.iter().map(|value| self.period(parameter.unit, value)).collect(),
            whom: self.used_by(|scheme, found| self.uses_parameter(scheme, found, id)),
        }
    }

    fn assumed(&self, unit: Unit, range: &AssumedRange) -> Said {
        let [from, to] = [range.from, range.to].map(|end| show::number(self.lang, unit, end, Cents::IfAny));
        let why = self.said(range.text);
        Said { shown: format!("{from} – {to}: {}", why.shown), other: why.other }
    }

    fn period(&self, unit: Unit, value: &ParameterValue) -> Thing {
        let number = |figure| show::number(self.lang, unit, figure, Cents::IfAny);
        let figures = match &value.figures {
            Figures::One(figure) => number(*figure),
            Figures::ByKey { first, figures } => {
                let keyed =
                    (*first..).zip(figures).map(|(key, figure)| format!("{key}: {}", number(*figure)));
                keyed.collect::<Vec<String>>().join("; ")
            }
        };
        Thing {
            kind: ThingKind::Period,
            id: value.from.to_string(),
            name: show::day(self.lang, value.from),
            fields: vec![
                (Field::Value, Said::plain(figures)),
                (Field::Until, Said::plain(self.day(value.until))),
                (Field::Sources, self.sources_of(&value.sources)),
            ],
            parts: Vec::new(),
            whom: Whom::default(),
        }
    }

    fn uses_parameter(&self, id: SchemeId, scheme: &Scheme, parameter: ParameterId) -> bool {
        let reads = |used: &ParameterUse| used.parameter == parameter;
        let conditions = self.rulebook.conditions_of(id).iter();
        let mut in_conditions = conditions.flat_map(|condition| &condition.parameters);
        let in_lines = match &scheme.amounts {
            Amounts::Lines(lines) => lines.iter().any(|line| line.parameters.iter().any(reads)),
            Amounts::InConsultation | Amounts::NoMoney | Amounts::Unknown => false,
        };
        in_lines || in_conditions.any(reads)
    }

    pub(super) fn definitions(&self) -> Vec<Thing> {
        self.rulebook.definitions.iter().map(|definition| self.definition(definition)).collect()
    }

    fn definition(&self, definition: &Definition) -> Thing {
        let mut questions: Vec<QuestionId> = Vec::new();
        self.rulebook.visit(definition.value, &mut |node| {
            if let Node::Input(input) = node
                && !questions.contains(&input.question)
            {
                questions.push(input.question);
            }
        });
        Thing {
            kind: ThingKind::Definition,
            id: definition.id.clone(),
            name: self.word(definition.text).to_owned(),
            fields: vec![
                (Field::Value, Said::plain(self.rules().expression(definition.value))),
                (Field::Text, self.said(definition.text)),
                (Field::Sources, self.sources_of(&definition.sources)),
            ],
            parts: Vec::new(),
            whom: Whom { questions: self.deciding(&questions), ..Whom::default() },
        }
    }

    pub(super) fn sources(&self) -> Vec<Thing> {
        let all = (0u16..).zip(&self.rulebook.sources);
        all.map(|(row, source)| self.source(SourceId(row), source)).collect()
    }

    fn source(&self, id: SourceId, source: &Source) -> Thing {
        let evidence = match source.evidence {
            Evidence::Page => overview::page(self.lang),
            Evidence::Background => overview::background(self.lang),
        };
        Thing {
            kind: ThingKind::Source,
            id: source.id.clone(),
            name: self.word(source.title).to_owned(),
            fields: vec![
                (Field::Text, self.said(source.title)),
                (Field::Publisher, self.said(source.publisher)),
                (Field::Address, Said::plain(self.word(source.url))),
                (Field::ContentDate, Said::plain(source.content_date.clone())),
                (Field::Checked, Said::plain(show::day(self.lang, source.checked))),
                (Field::Kind, Said::plain(source_kind_word(self.lang, source.kind))),
                (Field::Evidence, Said::plain(evidence)),
            ],
            parts: Vec::new(),
            whom: self
                .used_by(|scheme, _| cited(self.rulebook, scheme).iter().any(|cited| cited.source == id)),
        }
    }
}
