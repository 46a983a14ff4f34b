//! Names that a page does without.

use super::Rulebook;

impl Rulebook {
    /// The same rules without the names of sources, conflicts and conditions, but for those to
    /// `keep`: everything refers to their rows. A visitor sees none of these names, and together
    /// they are a fifth of what is stored.
    pub fn without_inner_names(mut self, keep: &[&str]) -> Rulebook {
        let conditions = self.conditions.iter_mut().map(|condition| &mut condition.id);
        let conflicts = self.conflicts.iter_mut().map(|conflict| &mut conflict.id);
        let sources = self.sources.iter_mut().map(|source| &mut source.id);
        for name in sources.chain(conflicts).chain(conditions) {
            if !keep.contains(&name.as_str()) {
                name.clear();
            }
        }
        self
    }
}
