//! How much goes on a page: heights in points, for the letter sizes and widths of `70-paper.css`.
//!
//! Lines are counted with a letter wider than most devices have. A narrower one leaves white space at
//! the foot, and never makes a third page.

/// What stands between the head and the foot of a page.
pub(super) const PAGE: u32 = 704;

/// A line of text.
pub(super) const LINE: u32 = 14;

/// A heading with the space around it.
pub(super) const HEADING: u32 = 34;

/// The title, the three numbers, and the space below the head of the page.
pub(super) const TITLE: u32 = 60;

/// The border and the inner space of a box, with the space above it.
pub(super) const BOX: u32 = 24;

/// The letters in a line as wide as the page.
pub(super) const WIDE: usize = 95;

/// The letters in a line of a row, beside its drawing or number.
pub(super) const ROW: usize = 88;

/// The letters in a line inside a box.
pub(super) const BOXED: usize = 89;

/// How many lines a text takes when words go to the next line whole.
pub(super) fn lines(text: &str, per_line: usize) -> u32 {
    let mut lines = 1;
    let mut used = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > per_line {
            lines += 1;
            used = 0;
        }
        used += length + usize::from(used > 0);
        while used > per_line {
            lines += 1;
            used -= per_line;
        }
    }
    lines
}

/// The height of a text.
pub(super) fn height(text: &str, per_line: usize) -> u32 {
    lines(text, per_line) * LINE
}

/// Things of one kind that want to be on a page, in order.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// What the first of them brings along: a heading, a line that counts the others.
    pub(super) head: u32,
    /// The height of each.
    pub(super) items: Vec<u32>,
}

/// How many of each part go into the room. `turns` names the parts in the order in which each may add
/// one; a part whose next thing does not fit adds nothing more.
pub(super) fn shared(mut room: u32, parts: &[Part], turns: &[usize]) -> Vec<usize> {
    let mut taken = vec![0; parts.len()];
    let mut is_full = vec![false; parts.len()];
    for &turn in turns {
        let Some((part, (taken, is_full))) =
            parts.get(turn).zip(taken.get_mut(turn).zip(is_full.get_mut(turn)))
        else {
            continue;
        };
        let Some(item) = part.items.get(*taken).filter(|_| !*is_full) else { continue };
        let cost = item + if *taken == 0 { part.head } else { 0 };
        if cost <= room {
            room -= cost;
            *taken += 1;
        } else {
            *is_full = true;
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::{Part, lines, shared};

    #[test]
    fn words_go_to_the_next_line_whole() {
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("een twee", 8), 1);
        assert_eq!(lines("een twee", 7), 2);
        assert_eq!(lines("onafbreekbaar", 5), 3);
    }

    #[test]
    fn parts_take_turns_and_a_heading_counts_once() {
        let part = |head, items: &[u32]| Part { head, items: items.to_vec() };
        let parts = [part(10, &[5, 5, 5]), part(0, &[20, 1])];
        assert_eq!(shared(100, &parts, &[0, 1, 0, 1, 0]), [3, 2]);
        assert_eq!(shared(20, &parts, &[0, 1, 0]), [2, 0]);
    }

    #[test]
    fn what_does_not_fit_is_never_jumped_over() {
        let parts = [Part { head: 0, items: vec![50, 1] }];
        assert_eq!(shared(10, &parts, &[0, 0]), [0]);
    }
}
