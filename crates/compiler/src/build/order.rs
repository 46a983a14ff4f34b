//! An order in which each thing comes after all that it uses.

/// What uses itself, directly or through others: the rows of the circle.
pub(super) struct Circle(pub(super) Vec<usize>);

/// Orders rows `0..uses.len()` so that each comes after the rows it uses, as close to the given
/// order as that allows.
pub(super) fn after_what_it_uses(uses: &[Vec<usize>]) -> Result<Vec<usize>, Circle> {
    let mut walk = Walk { uses, state: vec![State::New; uses.len()], order: Vec::new() };
    for row in 0..uses.len() {
        walk.visit(row, &mut Vec::new())?;
    }
    Ok(walk.order)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Begun,
    Done,
}

struct Walk<'a> {
    uses: &'a [Vec<usize>],
    state: Vec<State>,
    order: Vec<usize>,
}

impl Walk<'_> {
    fn visit(&mut self, row: usize, path: &mut Vec<usize>) -> Result<(), Circle> {
        match self.state.get(row) {
            Some(State::New) => {}
            Some(State::Begun) => {
                let start = path.iter().position(|on_path| *on_path == row).unwrap_or(0);
                return Err(Circle(path.split_off(start)));
            }
            Some(State::Done) | None => return Ok(()),
        }
        self.state[row] = State::Begun;
        path.push(row);
        for &used in &self.uses[row] {
            self.visit(used, path)?;
        }
        path.pop();
        self.state[row] = State::Done;
        self.order.push(row);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn used_rows_come_first() {
        let order = after_what_it_uses(&[vec![2], vec![], vec![1]]).ok();
        assert_eq!(order, Some(vec![1, 2, 0]));
    }

    #[test]
    fn a_circle_is_named_without_what_leads_to_it() {
        let circle = after_what_it_uses(&[vec![1], vec![2], vec![1]]).err();
        assert_eq!(circle.map(|circle| circle.0), Some(vec![1, 2]));
    }
}
