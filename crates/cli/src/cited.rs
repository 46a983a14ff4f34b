//! Which schemes rest on which sources.

use steunwijzer_engine::rulebook::{Amounts, Citation, ParameterUse, Rulebook, SchemeId};

/// Everything a scheme cites, also through the figures it uses.
pub(crate) fn cited(rulebook: &Rulebook, id: SchemeId) -> Vec<&Citation> {
    let Some(scheme) = rulebook.schemes.get(id.row()) else { return Vec::new() };
    let conditions = rulebook.conditions_of(id);
    let lines = match &scheme.amounts {
        Amounts::Lines(lines) => lines.as_slice(),
        Amounts::InConsultation | Amounts::NoMoney | Amounts::Unknown => &[],
    };
    let used = conditions.iter().flat_map(|condition| &condition.parameters);
    let used = used.chain(lines.iter().flat_map(|line| &line.parameters));
    let figures = used.filter_map(|used: &ParameterUse| rulebook.parameters.get(used.parameter.row()));
    conditions
        .iter()
        .flat_map(|condition| &condition.sources)
        .chain(lines.iter().flat_map(|line| &line.sources))
        .chain(scheme.windows.iter().flat_map(|window| &window.sources))
        .chain(scheme.pitfalls.iter().flat_map(|(_, sources)| sources))
        .chain(scheme.relations.iter().flat_map(|relation| &relation.sources))
        .chain(figures.flat_map(|parameter| parameter.values.iter().flat_map(|value| &value.sources)))
        .collect()
}
