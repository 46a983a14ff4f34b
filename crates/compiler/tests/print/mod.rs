//! Writes the tree of an expression as text, with brackets around every part.

use steunwijzer_compiler::feel::syntax::{Expression, Operator, Quantifier, Relation, Shape, Test};

/// The expression in full brackets.
pub(crate) fn print(expression: &Expression) -> String {
    let list = |all: &[Expression], between: &str| all.iter().map(inner).collect::<Vec<_>>().join(between);
    match &expression.shape {
        Shape::Truth(truth) => truth.to_string(),
        Shape::Number(value) => value.to_string(),
        Shape::Percent(share) => format!("{} %", share * rust_decimal::Decimal::ONE_HUNDRED),
        Shape::Text(text) => format!("\"{text}\""),
        Shape::Name(name) => name.clone(),
        Shape::Dated { name, key, on } => {
            let key = key.as_ref().map_or(String::new(), |key| format!("[{}]", print(key)));
            let on = on.as_ref().map_or(String::new(), |on| format!(" on {}", inner(on)));
            format!("{}{key}{on}", name.text)
        }
        Shape::Not(inside) => format!("not({})", print(inside)),
        Shape::And(all) => list(all, " and "),
        Shape::Or(all) => list(all, " or "),
        Shape::Negative(inside) => format!("-{}", inner(inside)),
        Shape::Arithmetic(operator, a, b) => format!("{} {} {}", inner(a), sign(*operator), inner(b)),
        Shape::Compare(how, a, b) => format!("{} {} {}", inner(a), relation(*how), inner(b)),
        Shape::Between(a, b, c) => format!("{} between {} and {}", inner(a), inner(b), inner(c)),
        Shape::In(value, tests) => {
            let tests: Vec<String> = tests.iter().map(test).collect();
            format!("{} in ({})", inner(value), tests.join(", "))
        }
        Shape::If(a, b, c) => format!("if {} then {} else {}", inner(a), inner(b), inner(c)),
        Shape::Quantified(quantifier, records, body) => {
            let word = match quantifier {
                Quantifier::Some => "some",
                Quantifier::Every => "every",
            };
            let (variable, list) = (&records.variable.text, &records.list.text);
            format!("{word} {variable} in {list} satisfies {}", inner(body))
        }
        Shape::Sum(records, body) => {
            let (variable, list) = (&records.variable.text, &records.list.text);
            format!("sum(for {variable} in {list} return {})", print(body))
        }
        Shape::Count(list) => format!("count({})", list.text),
        Shape::Call(name, values) => {
            let values: Vec<String> = values.iter().map(print).collect();
            format!("{}({})", name.text, values.join(", "))
        }
    }
}

fn inner(expression: &Expression) -> String {
    format!("({})", print(expression))
}

fn test(test: &Test) -> String {
    match test {
        Test::Value(value) => inner(value),
        Test::Compared(how, value) => format!("{} {}", relation(*how), inner(value)),
        Test::Range { low, high } => {
            let open = if low.1 { "[" } else { "(" };
            let close = if high.1 { "]" } else { ")" };
            format!("{open}{}..{}{close}", inner(&low.0), inner(&high.0))
        }
    }
}

fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Plus => "+",
        Operator::Minus => "-",
        Operator::Times => "*",
        Operator::Over => "/",
    }
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Same => "=",
        Relation::Other => "!=",
        Relation::Less => "<",
        Relation::AtMost => "<=",
        Relation::More => ">",
        Relation::AtLeast => ">=",
    }
}
