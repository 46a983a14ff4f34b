//! From text to words, numbers, literal texts and signs.

use super::{Mistake, Span};

/// The smallest part of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'t> {
    /// Digits, possibly with a decimal point.
    Number(&'t str),
    /// What stands between quotes.
    Text(&'t str),
    /// A name or a word of the language; names may have dots.
    Word(&'t str),
    /// A sign of the language.
    Sign(&'static str),
    /// Behind the last part.
    End,
}

/// A part with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind<'t>,
    pub(super) at: Span,
}

/// Longer signs before their beginnings.
const SIGNS: [&str; 17] =
    ["..", "<=", ">=", "!=", "(", ")", "[", "]", ",", "+", "-", "*", "/", "%", "=", "<", ">"];

/// What people write from other languages, and what to write here. Longer ones first.
const FOREIGN: [(&str, &str); 10] = [
    ("**", "write the product in full: `x * x`"),
    ("==", "write `=`"),
    ("<>", "write `!=`"),
    ("&&", "write `and`"),
    ("||", "write `or`"),
    ("!", "write `not(…)`"),
    ("'", "write a text between double quotes: `\"bv\"`"),
    ("@", "write `date(\"2026-07-01\")`"),
    ("{", "there are no contexts and no functions of one's own"),
    ("€", "write the bare number: its unit follows from what it stands beside"),
];

/// Cuts a text into tokens; the last is [`Kind::End`].
pub(super) fn tokens(text: &str) -> Result<Vec<Token<'_>>, Mistake> {
    let mut found = Vec::new();
    let mut start = skip_blank(text, 0)?;
    while start < text.len() {
        let (kind, length) = token(&text[start..], start)?;
        let end = start + length;
        found.push(Token { kind, at: start..end });
        start = skip_blank(text, end)?;
    }
    found.push(Token { kind: Kind::End, at: text.len()..text.len() });
    Ok(found)
}

/// Passes over white space and comments.
fn skip_blank(text: &str, mut at: usize) -> Result<usize, Mistake> {
    loop {
        let rest = &text[at..];
        let behind = rest.trim_start();
        let blank = rest.len() - behind.len();
        at += blank;
        if behind.starts_with("//") {
            at += behind.find('\n').unwrap_or(behind.len());
        } else if let Some(comment) = behind.strip_prefix("/*") {
            let length = comment.find("*/").ok_or_else(|| {
                Mistake::new(&(at..at + 2), "a comment that does not end").help("close it with `*/`")
            })?;
            at += length + 4;
        } else {
            return Ok(at);
        }
    }
}

/// The token at the beginning of `rest`, and its length. `at` is where `rest` begins.
fn token(rest: &str, at: usize) -> Result<(Kind<'_>, usize), Mistake> {
    if let Some(inside) = rest.strip_prefix('"') {
        let length = inside.find('"').ok_or_else(|| {
            Mistake::new(&(at..at + rest.len()), "a text that does not end")
                .help("close it with a double quote")
        })?;
        return Ok((Kind::Text(&inside[..length]), length + 2));
    }
    let length = number_length(rest);
    if length > 0 {
        return Ok((Kind::Number(&rest[..length]), length));
    }
    let length = word_length(rest);
    if length > 0 {
        return Ok((Kind::Word(&rest[..length]), length));
    }
    let foreign = FOREIGN.iter().find(|(sign, _)| rest.starts_with(sign));
    let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
    match (foreign, sign) {
        (Some((foreign, help)), sign) if sign.is_none_or(|sign| sign.len() < foreign.len()) => {
            let place = at..at + foreign.len();
            Err(Mistake::new(&place, format!("`{foreign}` means nothing here")).help(*help))
        }
        (_, Some(sign)) => Ok((Kind::Sign(sign), sign.len())),
        (_, None) => {
            let sign = rest.chars().next().unwrap_or(' ');
            let place = at..at + sign.len_utf8();
            Err(Mistake::new(&place, format!("`{sign}` means nothing here")))
        }
    }
}

/// `12`, `12.5`, `.5`; in `5..9` the number is 5.
fn number_length(rest: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(rest);
    let fraction = rest[whole..].strip_prefix('.').map_or(0, digits);
    match (whole, fraction) {
        (whole, 0) => whole,
        (whole, fraction) => whole + 1 + fraction,
    }
}

/// `org.fte`: letters, digits and underscores, in parts joined by dots.
fn word_length(rest: &str) -> usize {
    let begins = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'_';
    let part = |text: &str| match text.as_bytes().first() {
        Some(first) if begins(first) => {
            text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count()
        }
        Some(_) | None => 0,
    };
    let mut length = part(rest);
    while length > 0 {
        match rest[length..].strip_prefix('.').map_or(0, part) {
            0 => break,
            more => length += 1 + more,
        }
    }
    length
}
