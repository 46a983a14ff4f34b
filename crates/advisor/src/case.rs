//! What is kept of a case besides its answers: what somebody at a desk chose or ticked off, and notes.
//!
//! The notes are the only free text in the product. Everything else is a name from the civil servant's
//! side of the rules (`rules/municipal/`); a name that an edition does not have is kept and not shown.

use std::collections::{BTreeMap, BTreeSet};

/// How many characters the notes may hold.
pub const LONGEST_NOTES: usize = 4_000;

/// Which enterprises a municipality counts among the social ones. Its own choice, not our opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Definition {
    /// Social enterprises in the strict sense: the mission comes first, also with the profit.
    Strict,
    /// Every entrepreneur who aims at an effect on society.
    Broad,
}

/// A case besides its answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// Free text, at most [`LONGEST_NOTES`] characters.
    pub notes: String,
    /// What was ticked off: names of steps and of parts of steps.
    pub ticked: BTreeSet<String>,
    /// The definition of the municipality, if it was set.
    pub definition: Option<Definition>,
    /// The policy goals that were chosen, by name.
    pub goals: BTreeSet<String>,
    /// What was chosen at the first meeting: for each question the options.
    pub intake: BTreeMap<String, BTreeSet<String>>,
}

/// Something that happens to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseAction {
    /// The notes are now this.
    Note(String),
    /// Ticks something off, or takes the tick away.
    Tick(String),
    /// Sets the definition.
    Define(Definition),
    /// Chooses a policy goal, or lets it go.
    Goal(String),
    /// Chooses an option of a question of the first meeting, or lets it go.
    Intake(String, String),
    /// Forgets everything.
    Wipe,
}

impl Case {
    /// Whether nothing was kept.
    pub fn is_empty(&self) -> bool {
        *self == Case::default()
    }

    /// The case after an action. Notes that are too long are cut off.
    #[must_use]
    pub fn after(&self, action: CaseAction) -> Case {
        let mut next = self.clone();
        match action {
            CaseAction::Note(text) => next.notes = text.chars().take(LONGEST_NOTES).collect(),
            CaseAction::Tick(name) => toggle(&mut next.ticked, name),
            CaseAction::Define(definition) => next.definition = Some(definition),
            CaseAction::Goal(name) => toggle(&mut next.goals, name),
            CaseAction::Intake(question, option) => {
                let chosen = next.intake.entry(question.clone()).or_default();
                toggle(chosen, option);
                if chosen.is_empty() {
                    next.intake.remove(&question);
                }
            }
            CaseAction::Wipe => next = Case::default(),
        }
        next
    }
}

fn toggle(names: &mut BTreeSet<String>, name: String) {
    if !names.remove(&name) {
        names.insert(name);
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, CaseAction, LONGEST_NOTES};

    #[test]
    fn doing_it_twice_undoes_it() {
        let name = || "step".to_owned();
        for action in [
            CaseAction::Tick(name()),
            CaseAction::Goal(name()),
            CaseAction::Intake("question".to_owned(), name()),
        ] {
            let once = Case::default().after(action.clone());
            assert!(!once.is_empty(), "{action:?}");
            assert_eq!(once.after(action), Case::default());
        }
    }

    #[test]
    fn notes_are_cut_at_their_limit_and_never_within_a_letter() {
        let long = "é".repeat(LONGEST_NOTES + 1);
        let kept = Case::default().after(CaseAction::Note(long)).notes;
        assert_eq!(kept.chars().count(), LONGEST_NOTES);
    }
}
