//! What an advice only assumes.

use super::View;
use steunwijzer_engine::advice::SubjectAdvice;
use steunwijzer_engine::rulebook::SchemeId;

impl View<'_> {
    /// Every assumption that a shown amount of this advice rests on, each once.
    pub fn assumptions(&self) -> Vec<String> {
        let shows_amount = |(scheme, subject): &(SchemeId, &SubjectAdvice)| {
            self.scheme(*scheme).is_some_and(|scheme| self.headline(scheme, subject).is_amount)
        };
        let judged = self.advice.schemes.iter();
        let judged = judged.flat_map(|judged| judged.subjects.iter().map(|subject| (judged.scheme, subject)));
        let shown = judged.filter(shows_amount);
        let used = shown.flat_map(|(_, subject)| &subject.amounts).flat_map(|line| &line.figures);
        let mut found: Vec<String> = Vec::new();
        for used in used {
            let Some(parameter) = self.rulebook.parameters.get(used.parameter.row()) else { continue };
            if let Some(text) = self.assumption(parameter, used)
                && !found.contains(&text)
            {
                found.push(text);
            }
        }
        found
    }
}
