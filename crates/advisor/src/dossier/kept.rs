//! What other editions wrote and this one does not know.

use crate::interview::Action;
use crate::json::Json;
use steunwijzer_engine::rulebook::{ListId, Rulebook};

/// Something that this edition does not know: kept as it was, so that saving loses nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Where it stood: `org.size`, `hires[1].colour`, `plan.finance.wishes[0]`.
    pub key: String,
    /// What stood there.
    pub value: Json,
}

impl Kept {
    /// The name of the list, the row and the rest of the key, if it stood in a record.
    pub(super) fn place(&self) -> Option<(&str, u16, &str)> {
        let (list, rest) = self.key.split_once('[')?;
        let (row, rest) = rest.split_once("].")?;
        Some((list, row.parse().ok()?, rest))
    }

    /// Its value in one short line, for a list of what is not known.
    pub fn shown(&self) -> String {
        const LONGEST: usize = 80;
        let line = self.value.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(LONGEST) {
            Some((end, _)) => [line.get(..end).unwrap_or_default(), "…"].concat(),
            None => line,
        }
    }

    /// What is kept after an action: what belonged to a record goes and moves with it.
    pub fn follow(kept: &mut Vec<Kept>, rulebook: &Rulebook, action: &Action) {
        match action {
            Action::StartAgain => kept.clear(),
            Action::TellNone(list) | Action::Forget(list) => {
                let own = name(rulebook, *list);
                kept.retain(|one| one.place().is_none_or(|(list, ..)| list != own));
            }
            Action::RemoveRecord(list, gone) => {
                let own = name(rulebook, *list);
                kept.retain(|one| one.place().is_none_or(|(list, row, _)| (list, row) != (own, *gone)));
                for one in kept {
                    let moved = one.place().filter(|(list, row, _)| *list == own && row > gone);
                    let moved = moved.map(|(list, row, rest)| format!("{list}[{}].{rest}", row - 1));
                    one.key = moved.unwrap_or_else(|| std::mem::take(&mut one.key));
                }
            }
            Action::Answer(..)
            | Action::NotKnown(..)
            | Action::TakeBack(..)
            | Action::AddRecord(_)
            | Action::GoTo(_)
            | Action::Next
            | Action::Back
            | Action::AsOn(_)
            | Action::Speak(_) => {}
        }
    }
}

fn name(rulebook: &Rulebook, list: ListId) -> &str {
    rulebook.lists.get(list.row()).map_or("", |list| list.id.as_str())
}
