//! The yardstick: a table written by hand for this model and nothing else.

use bench_model::{INPUTS, Kleene, Model, Profile, Test};

pub struct Table {
    /// For each condition: input, lowest and highest value (ordered) or bits (options).
    rows: Vec<(u8, i64, i64, u64)>,
}

pub fn table(model: &Model) -> Table {
    let row = |condition: &bench_model::Condition| {
        let input = condition.input as u8;
        match condition.test {
            Test::AtMost(limit) => (input, i64::MIN, limit, 0),
            Test::AtLeast(limit) => (input, limit, i64::MAX, 0),
            Test::OneOf(bits) => (input, 0, 0, bits),
            Test::Is(yes) => (input, 0, 0, if yes { 2 } else { 1 }),
        }
    };
    Table { rows: model.schemes.iter().flatten().map(row).collect() }
}

/// Bit 1: no is possible; bit 2: yes is possible.
pub fn judge(table: &Table, profile: &Profile, states: &mut Vec<u8>, verdicts: &mut Vec<Kleene>) -> usize {
    states.clear();
    verdicts.clear();
    let mut open = [false; INPUTS];
    for scheme in table.rows.chunks_exact(8) {
        let first = states.len();
        for (input, low, high, bits) in scheme {
            let state = match profile[usize::from(*input)] {
                None => {
                    open[usize::from(*input)] = true;
                    3
                }
                Some(value) if *bits == 0 => 1 << u8::from(*low <= value && value <= *high),
                Some(value) => 1 << (bits >> value & 1),
            };
            states.push(state);
        }
        let own = &states[first..];
        let six = own[..6].iter().fold(2u8, |all, state| {
            let no = (all | state) & 1;
            let yes = all & state & 2;
            no | yes
        });
        let either = (own[6] & own[7] & 1) | ((own[6] | own[7]) & 2);
        let no = (six | either) & 1;
        let yes = six & either & 2;
        verdicts.push(match no | yes {
            1 => Some(false),
            2 => Some(true),
            _ => None,
        });
    }
    open.iter().filter(|open| **open).count()
}
