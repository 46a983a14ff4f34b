//! Names that a page does without.

use super::{Amounts, Rulebook};

impl Rulebook {
    /// The same rules without the names by which rule files refer to sources, figures, definitions,
    /// conflicts, conditions and amount lines: everything refers to their rows. A visitor sees none
    /// of these names, and together they are a fifth of what is stored.
    pub fn without_inner_names(mut self) -> Rulebook {
        self.sources.iter_mut().for_each(|source| source.id.clear());
        self.parameters.iter_mut().for_each(|parameter| parameter.id.clear());
        self.definitions.iter_mut().for_each(|definition| definition.id.clear());
        self.conflicts.iter_mut().for_each(|conflict| conflict.id.clear());
        self.conditions.iter_mut().for_each(|condition| condition.id.clear());
        for scheme in &mut self.schemes {
            if let Amounts::Lines(lines) = &mut scheme.amounts {
                lines.iter_mut().for_each(|line| line.id.clear());
            }
        }
        self
    }
}
