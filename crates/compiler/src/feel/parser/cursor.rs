//! Takes tokens one by one, and tells what was expected where another stands.

use super::super::lexer::Kind;
use super::super::syntax::{Expression, Relation, Shape, Word};
use super::super::{Mistake, Span};
use super::{Parsed, Parser, RESERVED};

impl<'t> Parser<'t> {
    pub(super) fn name(&mut self, wanted: &str) -> Result<Word, Mistake> {
        let at = self.place();
        let Kind::Word(word) = self.peek() else {
            return Err(self.unexpected(wanted));
        };
        if RESERVED.contains(&word) || word.contains('.') {
            return Err(self.unexpected(wanted));
        }
        self.next += 1;
        Ok(Word { text: word.to_owned(), at })
    }

    pub(super) fn take_relation(&mut self) -> Option<Relation> {
        let Kind::Sign(sign) = self.peek() else {
            return None;
        };
        let relation = match sign {
            "=" => Relation::Same,
            "!=" => Relation::Other,
            "<" => Relation::Less,
            "<=" => Relation::AtMost,
            ">" => Relation::More,
            ">=" => Relation::AtLeast,
            _ => return None,
        };
        self.next += 1;
        Some(relation)
    }

    pub(super) fn take(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Kind::Sign(next) if next == sign);
        self.next += usize::from(found);
        found
    }

    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let found = self.peek() == Kind::Word(word);
        self.next += usize::from(found);
        found
    }

    pub(super) fn expect(&mut self, sign: &str) -> Result<(), Mistake> {
        if self.take(sign) {
            return Ok(());
        }
        Err(self.unexpected(&format!("`{sign}`")))
    }

    pub(super) fn expect_word(&mut self, word: &str) -> Result<(), Mistake> {
        if self.take_word(word) {
            return Ok(());
        }
        Err(self.unexpected(&format!("`{word}`")))
    }

    pub(super) fn unexpected(&self, wanted: &str) -> Mistake {
        let at = self.place();
        match self.text.get(at.clone()) {
            Some(found) if !found.is_empty() => {
                Mistake::new(&at, format!("`{found}` where {wanted} was expected"))
            }
            _ => Mistake::new(&at, format!("the end where {wanted} was expected")),
        }
    }

    pub(super) fn peek(&self) -> Kind<'t> {
        self.tokens.get(self.next).map_or(Kind::End, |token| token.kind)
    }

    pub(super) fn place(&self) -> Span {
        let end = self.text.len()..self.text.len();
        self.tokens.get(self.next).map_or(end, |token| token.at.clone())
    }

    /// Makes an expression that begins at `start` and ends with the token that was last taken.
    pub(super) fn build(&self, start: usize, shape: Shape) -> Parsed {
        Expression::new(shape, start..self.end())
    }

    /// Where the token ends that was last taken.
    pub(super) fn end(&self) -> usize {
        let last = self.next.checked_sub(1).and_then(|last| self.tokens.get(last));
        last.map_or(0, |token| token.at.end)
    }
}
