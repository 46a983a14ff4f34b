//! From tokens to the tree of an expression, by recursive descent.

mod cursor;

use super::lexer::{Kind, Token, tokens};
use super::syntax::{Expression, Loop, MAX_DEPTH, Operator, Quantifier, Shape, Test, Word, too_deep};
use super::{Mistake, Span};
use rust_decimal::Decimal;

/// Words of the language: not for names.
const RESERVED: [&str; 20] = [
    "and",
    "between",
    "count",
    "else",
    "every",
    "false",
    "for",
    "if",
    "in",
    "not",
    "null",
    "on",
    "or",
    "return",
    "satisfies",
    "some",
    "sum",
    "then",
    "true",
    "as_on",
];

/// Reads an expression.
///
/// # Errors
/// The first mistake in the text.
pub fn parse(text: &str) -> Result<Expression, Mistake> {
    let mut parser = Parser { text, tokens: tokens(text)?, next: 0, nesting: 0 };
    if parser.peek() == Kind::End {
        return Err(Mistake::new(&(0..text.len()), "an empty expression"));
    }
    let expression = parser.expression()?;
    if parser.peek() == Kind::End {
        return Ok(expression);
    }
    if parser.take_relation().is_some() {
        parser.next -= 1;
        return Err(Mistake::new(&parser.place(), "a second comparison in a row")
            .help("join two comparisons: `a < b and b < c`"));
    }
    Err(parser.unexpected("an operator or the end"))
}

struct Parser<'t> {
    text: &'t str,
    tokens: Vec<Token<'t>>,
    next: usize,
    nesting: u8,
}

type Parsed = Result<Expression, Mistake>;

impl<'t> Parser<'t> {
    fn expression(&mut self) -> Parsed {
        self.nested(Self::or)
    }

    /// Parses one level deeper; refuses before the stack could overflow.
    fn nested(&mut self, parse: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        if self.nesting == MAX_DEPTH {
            return Err(too_deep(&self.place()));
        }
        self.nesting += 1;
        let parsed = parse(self);
        self.nesting -= 1;
        parsed
    }

    fn or(&mut self) -> Parsed {
        self.joined("or", Self::and, Shape::Or)
    }

    fn and(&mut self) -> Parsed {
        self.joined("and", Self::comparison, Shape::And)
    }

    fn joined(
        &mut self,
        word: &str,
        part: fn(&mut Self) -> Parsed,
        shape: fn(Vec<Expression>) -> Shape,
    ) -> Parsed {
        let first = part(self)?;
        if self.peek() != Kind::Word(word) {
            return Ok(first);
        }
        let start = first.at.start;
        let mut all = vec![first];
        while self.take_word(word) {
            all.push(part(self)?);
        }
        self.build(start, shape(all))
    }

    fn comparison(&mut self) -> Parsed {
        let left = self.terms()?;
        let start = left.at.start;
        if let Some(relation) = self.take_relation() {
            let right = self.terms()?;
            return self.build(start, Shape::Compare(relation, left.into(), right.into()));
        }
        if self.take_word("between") {
            let low = self.terms()?;
            self.expect_word("and")?;
            let high = self.terms()?;
            return self.build(start, Shape::Between(left.into(), low.into(), high.into()));
        }
        if self.take_word("in") {
            let tests = self.tests()?;
            return self.build(start, Shape::In(left.into(), tests));
        }
        Ok(left)
    }

    fn terms(&mut self) -> Parsed {
        self.chain(Self::factors, |sign| match sign {
            "+" => Some(Operator::Plus),
            "-" => Some(Operator::Minus),
            _ => None,
        })
    }

    fn factors(&mut self) -> Parsed {
        self.chain(Self::signed, |sign| match sign {
            "*" => Some(Operator::Times),
            "/" => Some(Operator::Over),
            _ => None,
        })
    }

    fn chain(&mut self, part: fn(&mut Self) -> Parsed, operator: fn(&str) -> Option<Operator>) -> Parsed {
        let mut left = part(self)?;
        while let Kind::Sign(sign) = self.peek()
            && let Some(operator) = operator(sign)
        {
            self.next += 1;
            let right = part(self)?;
            let start = left.at.start;
            let shape = Shape::Arithmetic(operator, left.into(), right.into());
            left = self.build(start, shape)?;
        }
        Ok(left)
    }

    fn signed(&mut self) -> Parsed {
        let start = self.place().start;
        if self.take("-") {
            let value = self.nested(Self::signed)?;
            return self.build(start, Shape::Negative(value.into()));
        }
        self.primary()
    }

    fn primary(&mut self) -> Parsed {
        let at = self.place();
        match self.peek() {
            Kind::Number(digits) => {
                self.next += 1;
                self.number(digits, &at)
            }
            Kind::Text(text) => {
                self.next += 1;
                self.build(at.start, Shape::Text(text.to_owned()))
            }
            Kind::Sign("(") => {
                self.next += 1;
                let mut inside = self.expression()?;
                self.expect(")")?;
                inside.at = at.start..self.end();
                Ok(inside)
            }
            Kind::Word(word) => self.word(word, &at),
            Kind::Sign(_) | Kind::End => Err(self.unexpected("a value")),
        }
    }

    fn number(&mut self, digits: &str, at: &Span) -> Parsed {
        let value = Decimal::from_str_exact(digits).map_err(|_| {
            Mistake::new(at, format!("`{digits}` has more than 28 digits")).help("write a shorter number")
        })?;
        let percent = self.take("%");
        let shape = if percent { Shape::Percent(value / Decimal::ONE_HUNDRED) } else { Shape::Number(value) };
        self.build(at.start, shape)
    }

    fn word(&mut self, word: &'t str, at: &Span) -> Parsed {
        self.next += 1;
        match word {
            "true" | "false" => self.build(at.start, Shape::Truth(word == "true")),
            "if" => self.nested(|parser| parser.choice(at.start)),
            "some" => self.nested(|parser| parser.quantified(Quantifier::Some, at.start)),
            "every" => self.nested(|parser| parser.quantified(Quantifier::Every, at.start)),
            "not" => {
                let inside = self.bracketed("not", Self::expression)?;
                self.build(at.start, Shape::Not(inside.into()))
            }
            "sum" => self.bracketed("sum", |parser| parser.sum(at.start)),
            "count" => {
                let list = self.bracketed("count", |parser| parser.name("the name of a list"))?;
                self.build(at.start, Shape::Count(list))
            }
            "null" => Err(Mistake::new(at, "there is no `null`")
                .help("an answer that is not known stays unknown by itself")),
            "for" => Err(Mistake::new(at, "`for` stands inside `sum(…)` only")
                .help("write `sum(for x in list return …)`")),
            word if RESERVED.contains(&word) && word != "as_on" => {
                self.next -= 1;
                Err(self.unexpected("a value"))
            }
            word => self.named(word, at),
        }
    }

    fn choice(&mut self, start: usize) -> Parsed {
        let condition = self.expression()?;
        self.expect_word("then")?;
        let yes = self.expression()?;
        self.expect_word("else")?;
        let no = self.expression()?;
        self.build(start, Shape::If(condition.into(), yes.into(), no.into()))
    }

    fn quantified(&mut self, quantifier: Quantifier, start: usize) -> Parsed {
        let records = self.records()?;
        self.expect_word("satisfies")?;
        let test = self.expression()?;
        self.build(start, Shape::Quantified(quantifier, records, test.into()))
    }

    fn sum(&mut self, start: usize) -> Parsed {
        if !self.take_word("for") {
            return Err(self.unexpected("`for`").help("write `sum(for x in list return …)`"));
        }
        let records = self.records()?;
        self.expect_word("return")?;
        let value = self.expression()?;
        self.build(start, Shape::Sum(records, value.into()))
    }

    fn records(&mut self) -> Result<Loop, Mistake> {
        let variable = self.name("a name for the record")?;
        self.expect_word("in")?;
        let list = self.name("the name of a list")?;
        Ok(Loop { variable, list })
    }

    /// A name, possibly with a key and a day, or a function with its values.
    fn named(&mut self, word: &str, at: &Span) -> Parsed {
        let name = Word { text: word.to_owned(), at: at.clone() };
        if self.take("(") {
            let values = self.values()?;
            return self.build(at.start, Shape::Call(name, values));
        }
        let key = if self.take("[") {
            let key = self.expression()?;
            self.expect("]")?;
            Some(Box::new(key))
        } else {
            None
        };
        let on = if self.take_word("on") { Some(Box::new(self.nested(Self::primary)?)) } else { None };
        match (&key, &on) {
            (None, None) => self.build(at.start, Shape::Name(name.text)),
            (Some(_), _) | (_, Some(_)) => self.build(at.start, Shape::Dated { name, key, on }),
        }
    }

    /// The values of a function, behind its opening bracket.
    fn values(&mut self) -> Result<Vec<Expression>, Mistake> {
        let mut values = Vec::new();
        if self.take(")") {
            return Ok(values);
        }
        loop {
            values.push(self.expression()?);
            if !self.take(",") {
                self.expect(")")?;
                return Ok(values);
            }
        }
    }

    fn tests(&mut self) -> Result<Vec<Test>, Mistake> {
        if self.peek() != Kind::Sign("(") || self.range_ahead() {
            return Ok(vec![self.test()?]);
        }
        self.expect("(")?;
        let mut tests = vec![self.test()?];
        while self.take(",") {
            tests.push(self.test()?);
        }
        self.expect(")")?;
        Ok(tests)
    }

    fn test(&mut self) -> Result<Test, Mistake> {
        if let Some(relation) = self.take_relation() {
            return Ok(Test::Compared(relation, self.nested(Self::terms)?));
        }
        if self.peek() != Kind::Sign("[") && !self.range_ahead() {
            return Ok(Test::Value(self.nested(Self::terms)?));
        }
        let low_included = !self.take("(");
        if low_included {
            self.expect("[")?;
        }
        let low = self.nested(Self::terms)?;
        if !self.take("..") {
            return Err(self
                .unexpected("`..`")
                .help("a range is `[1..5]`; a list of values stands in round brackets: `in (1, 5)`"));
        }
        let high = self.nested(Self::terms)?;
        let high_included = self.take("]");
        if !high_included && !self.take(")") {
            return Err(self
                .unexpected("`]` or `)`")
                .help("close the range: `]` includes its end, `)` does not"));
        }
        Ok(Test::Range { low: (low, low_included), high: (high, high_included) })
    }

    /// Whether the bracket that comes next opens a range: `..` stands directly inside it.
    fn range_ahead(&self) -> bool {
        let mut depth = 0u32;
        for token in self.tokens.iter().skip(self.next) {
            match token.kind {
                Kind::Sign("(" | "[") => depth += 1,
                Kind::Sign(")" | "]") if depth > 1 => depth -= 1,
                Kind::Sign("..") if depth == 1 => return true,
                Kind::Sign(")" | "]") | Kind::End => return false,
                Kind::Sign(",") if depth == 1 => return false,
                _ if depth == 0 => return false,
                Kind::Sign(_) | Kind::Number(_) | Kind::Text(_) | Kind::Word(_) => {}
            }
        }
        false
    }

    fn bracketed<T>(
        &mut self,
        word: &str,
        inside: impl FnOnce(&mut Self) -> Result<T, Mistake>,
    ) -> Result<T, Mistake> {
        if !self.take("(") {
            return Err(self.unexpected("`(`").help(format!("write `{word}(…)`, with brackets")));
        }
        let inside = inside(self)?;
        self.expect(")")?;
        Ok(inside)
    }
}
