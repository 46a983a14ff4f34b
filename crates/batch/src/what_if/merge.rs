//! Changes put into a rule file: tables by key, lists of tables by name.

use std::ops::Range;
use toml_edit::{ArrayOfTables, Item, Key, Table, TableLike, Value};

/// Keys by which the tables of a list are told apart, the first that they have.
const NAMES: [&str; 3] = ["id", "name", "from"];

/// The key that takes things away: `true` in a table of a list, or a list of keys.
const REMOVE: &str = "remove";

/// A step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Under a key.
    Key(String),
    /// In the table of a list that has this text under this key.
    Named(&'static str, String),
    /// The key itself, and not what stands under it.
    Itself(String),
}

/// A mistake: where, what, and the repair.
type Mistake = (Range<usize>, String, &'static str);

/// Something that is read twice: with its place in the text, and free of it.
#[derive(Clone, Copy)]
pub(super) struct Twice<T> {
    pub(super) placed: T,
    pub(super) free: T,
}

/// Putting changes into one file.
#[derive(Default)]
pub(super) struct Merge {
    /// What was changed: the way to it, and where it stands in the changes.
    pub(super) changed: Vec<(Vec<Step>, Range<usize>)>,
    pub(super) mistakes: Vec<Mistake>,
    way: Vec<Step>,
}

impl Merge {
    /// Puts a table of changes into a table of rules.
    pub(super) fn table(&mut self, own: &mut dyn TableLike, change: Twice<&dyn TableLike>) {
        for ((key, placed), (_, free)) in change.placed.iter().zip(change.free.iter()) {
            if key == REMOVE {
                self.remove(own, placed);
                continue;
            }
            self.mark(Step::Itself(key.to_owned()), change.placed.key(key).and_then(Key::span));
            self.way.push(Step::Key(key.to_owned()));
            match (own.get_mut(key), placed, free) {
                (Some(Item::ArrayOfTables(own)), Item::ArrayOfTables(placed), Item::ArrayOfTables(free)) => {
                    self.list(own, Twice { placed, free });
                }
                (Some(Item::Value(own)), Item::Value(placed), Item::Value(free))
                    if !(own.is_inline_table() && placed.is_inline_table()) =>
                {
                    self.changed.extend(placed.span().map(|span| (self.way.clone(), span)));
                    let mut new = free.clone();
                    *new.decor_mut() = own.decor().clone();
                    *own = new;
                }
                (own_item, ..) => {
                    let tables = own_item
                        .and_then(Item::as_table_like_mut)
                        .zip(placed.as_table_like().zip(free.as_table_like()));
                    if let Some((own, (placed, free))) = tables {
                        self.table(own, Twice { placed, free });
                    } else {
                        self.changed.extend(placed.span().map(|span| (self.way.clone(), span)));
                        own.insert(key, unplaced(free.clone()));
                    }
                }
            }
            self.way.pop();
        }
    }

    fn mark(&mut self, last: Step, span: Option<Range<usize>>) {
        let Some(span) = span else { return };
        let mut way = self.way.clone();
        way.push(last);
        self.changed.push((way, span));
    }

    /// Takes keys away.
    fn remove(&mut self, own: &mut dyn TableLike, item: &Item) {
        let span = item.span().unwrap_or(0..0);
        let keys = item.as_array().map(|keys| keys.iter().map(Value::as_str).collect::<Vec<_>>());
        for key in keys.unwrap_or_else(|| vec![None]) {
            let removed = key.and_then(|key| own.remove(key));
            if removed.is_none() {
                let message = "there is nothing of that name to remove here".to_owned();
                self.mistakes.push((span.clone(), message, "a list of keys that stand here: `[\"window\"]`"));
            }
        }
    }

    /// Puts tables into a list: each in the table of its name; a new one behind the others. Tables
    /// without a name replace the whole list.
    fn list(&mut self, own: &mut ArrayOfTables, change: Twice<&ArrayOfTables>) {
        if change.free.iter().any(|table| name(table).is_none()) {
            self.changed.extend(change.placed.span().map(|span| (self.way.clone(), span)));
            *own = change.free.iter().cloned().map(unplaced_table).collect();
            return;
        }
        for (placed, free) in change.placed.iter().zip(change.free.iter()) {
            let Some((key, written)) = name(free) else { continue };
            self.way.push(Step::Named(key, written.clone()));
            self.element(own, Twice { placed, free }, (key, &written));
            self.way.pop();
        }
    }

    /// Puts a table into the one of its name.
    fn element(&mut self, own: &mut ArrayOfTables, change: Twice<&Table>, (key, written): (&str, &str)) {
        let span = change.placed.span().unwrap_or(0..0);
        let same = |other: &Table| name(other).is_some_and(|(own, value)| own == key && value == written);
        let rows = own.iter().enumerate().filter(|(_, other)| same(other)).map(|(row, _)| row);
        let rows: Vec<usize> = rows.collect();
        let removes = change.free.get(REMOVE).and_then(Item::as_bool);
        match (rows.as_slice(), removes) {
            ([row], Some(true)) => {
                own.remove(*row);
            }
            ([row], Some(false) | None) => {
                if let Some(own) = own.get_mut(*row) {
                    self.table(own, Twice { placed: change.placed, free: change.free });
                }
            }
            ([], None) => {
                self.changed.push((self.way.clone(), span));
                let mut new = Table::new();
                self.table(&mut new, Twice { placed: change.placed, free: change.free });
                own.push(new);
            }
            ([], Some(_)) => {
                let message = format!("no table here has {key} = {written}");
                self.mistakes.push((span, message, "remove what stands in the rules"));
            }
            ([_, _, ..], _) => {
                let message = format!("more than one table here has {key} = {written}");
                self.mistakes.push((span, message, "change this in a copy of the rules, with --rules"));
            }
        }
    }
}

/// The name of a table in a list: its key, and the value as text.
pub(super) fn name(table: &dyn TableLike) -> Option<(&'static str, String)> {
    NAMES.into_iter().find_map(|key| {
        let value = table.get(key)?.as_value()?;
        let written = value.as_str().map(str::to_owned);
        Some((key, written.or_else(|| value.as_datetime().map(ToString::to_string))?))
    })
}

/// The same without its place in the other file: it comes behind what stands before it.
fn unplaced(item: Item) -> Item {
    match item {
        Item::Table(table) => Item::Table(unplaced_table(table)),
        Item::ArrayOfTables(tables) => Item::ArrayOfTables(tables.into_iter().map(unplaced_table).collect()),
        other @ (Item::None | Item::Value(_)) => other,
    }
}

fn unplaced_table(mut table: Table) -> Table {
    table.set_position(None);
    for (_, item) in table.iter_mut() {
        *item = unplaced(std::mem::take(item));
    }
    table
}
