//! Whether free text looks as if it names a person: a citizen service number (BSN), an e-mail address
//! or a telephone number. A friendly warning, never a refusal; nothing is changed.

/// What a text seems to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Personal {
    /// Nine digits that pass the test of a BSN.
    Bsn,
    /// An e-mail address.
    Email,
    /// A Dutch telephone number.
    Phone,
}

/// What a text seems to hold, each kind once, in a fixed order.
pub fn seems_personal(text: &str) -> Vec<Personal> {
    let runs: Vec<Run> = digit_runs(text).into_iter().flat_map(Run::without_dates).collect();
    let found = [
        (Personal::Bsn, runs.iter().any(Run::holds_bsn)),
        (Personal::Email, text.split(is_between_words).any(is_email)),
        (Personal::Phone, runs.iter().any(Run::is_phone)),
    ];
    found.into_iter().filter(|(_, is_found)| *is_found).map(|(kind, _)| kind).collect()
}

/// Groups of digits with one and the same sign between them: `1234.56.789`.
struct Run {
    groups: Vec<String>,
    /// Whether a plus stands before the first.
    has_plus: bool,
}

/// Signs that people put inside a number.
fn is_inside(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '.' | '-' | '/' | '(' | ')')
}

/// Every run of digits in a text. Groups belong together if one or two signs stand between them.
fn digit_runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut between: Option<String> = None;
    let mut has_plus = false;
    for c in text.chars() {
        match (c, &mut between) {
            ('0'..='9', None) => push_digit(&mut runs, c),
            ('0'..='9', Some(signs)) => {
                let goes_on = signs.chars().count() <= 2 && signs.chars().all(is_inside);
                match runs.last_mut() {
                    Some(run) if goes_on => run.groups.push(c.to_string()),
                    Some(_) | None => runs.push(Run { groups: vec![c.to_string()], has_plus }),
                }
                between = None;
            }
            (_, None) => between = Some(c.to_string()),
            (_, Some(signs)) => signs.push(c),
        }
        has_plus = c == '+';
    }
    runs
}

fn push_digit(runs: &mut Vec<Run>, digit: char) {
    match runs.last_mut().and_then(|run| run.groups.last_mut()) {
        Some(group) => group.push(digit),
        None => runs.push(Run { groups: vec![digit.to_string()], has_plus: false }),
    }
}

impl Run {
    /// The parts of a run beside the dates in it: a day and an hour together have ten digits.
    fn without_dates(mut self) -> Vec<Run> {
        match self.groups.windows(3).position(is_date) {
            None => vec![self],
            Some(at) => {
                let behind = Run { groups: self.groups.split_off(at + 3), has_plus: false };
                self.groups.truncate(at);
                let mut parts = vec![self];
                parts.extend(behind.without_dates());
                parts
            }
        }
    }

    /// Whether nine digits in a row of whole groups pass the test.
    fn holds_bsn(&self) -> bool {
        (0..self.groups.len()).any(|first| {
            let mut digits = String::new();
            self.groups.iter().skip(first).any(|group| {
                digits.push_str(group);
                passes(&digits)
            })
        })
    }

    /// Whether all of it is a telephone number: ten digits from 0, or nine after 31.
    fn is_phone(&self) -> bool {
        let digits = self.groups.concat();
        let abroad = if self.has_plus { digits.strip_prefix("31") } else { digits.strip_prefix("0031") };
        match abroad {
            Some(own) => {
                let own = own.strip_prefix('0').unwrap_or(own);
                own.len() == 9 && !own.starts_with('0')
            }
            None => digits.len() == 10 && digits.starts_with('0') && !digits.starts_with("00"),
        }
    }
}

/// `1-12-2026` or `2026-12-01`.
fn is_date(groups: &[String]) -> bool {
    let is_year = |year: &str| year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    let at_most = |most: u32, part: &str| {
        part.len() <= 2 && part.parse::<u32>().is_ok_and(|number| (1..=most).contains(&number))
    };
    match groups {
        [first, month, last] => {
            at_most(12, month) && (is_year(first) && at_most(31, last) || at_most(31, first) && is_year(last))
        }
        _ => false,
    }
}

/// The test of a BSN: nine digits, weighed 9 to 2 and the last −1, add up to a multiple of 11.
fn passes(digits: &str) -> bool {
    const WEIGHTS: [i32; 9] = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let values = digits.bytes().map(|digit| i32::from(digit) - i32::from(b'0'));
    let sum: i32 = values.zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    digits.len() == 9 && sum % 11 == 0 && digits.bytes().any(|digit| digit != b'0')
}

fn is_between_words(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | ')' | '<' | '>' | '"' | '[' | ']')
}

fn is_email(word: &str) -> bool {
    let Some((name, host)) = word.trim_end_matches(['.', '!', '?']).split_once('@') else { return false };
    let Some((first, last)) = host.rsplit_once('.') else { return false };
    let is_name = |part: &str| !part.is_empty() && !part.contains('@');
    is_name(name) && is_name(first) && last.chars().count() >= 2 && last.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::Personal::{Bsn, Email, Phone};
    use super::seems_personal;

    #[test]
    fn a_bsn_is_seen_however_it_is_written() {
        for text in
            ["111222333", "1112.22.333", "BSN 111 222 333.", "111-222-333", "nr:111222333,", "2026 111222333"]
        {
            assert_eq!(seems_personal(text), [Bsn], "{text}");
        }
    }

    #[test]
    fn nine_digits_that_fail_the_test_are_no_bsn() {
        for text in ["111222334", "1112223330", "000000000", "1112-22", "€ 12.500,50", "12345678"] {
            assert_eq!(seems_personal(text), [], "{text}");
        }
    }

    #[test]
    fn an_email_address_is_seen() {
        for text in ["marit@example.nl", "mail (marit.b@mail.example.com).", "aan: m@a.nl?"] {
            assert_eq!(seems_personal(text), [Email], "{text}");
        }
    }

    #[test]
    fn what_only_holds_the_sign_is_no_address() {
        for text in ["3 @ 5 euro", "@gemeente", "marit@", "a@b", "marit@example.", "a@b.1"] {
            assert_eq!(seems_personal(text), [], "{text}");
        }
    }

    #[test]
    fn a_telephone_number_is_seen_however_it_is_written() {
        for text in [
            "06-12345678",
            "06 12 34 56 78",
            "(030) 123 45 67",
            "+31 6 12345678",
            "0031612345678",
            "+31 (0)30 1234567",
        ] {
            assert_eq!(seems_personal(text), [Phone], "{text}");
        }
    }

    #[test]
    fn dates_amounts_and_codes_are_no_telephone_number() {
        for text in [
            "22-11-2026",
            "€ 1.000.000",
            "KVK 12345678",
            "artikel 10d lid 2",
            "2026-11-22 tot 2027",
            "06-11-2026 10:30",
            "op 2026-12-01 om 14 uur",
        ] {
            assert_eq!(seems_personal(text), [], "{text}");
        }
    }

    #[test]
    fn each_kind_is_named_once_and_in_the_same_order() {
        let text = "06-12345678, 06-87654321, m@a.nl en 111222333";
        assert_eq!(seems_personal(text), [Bsn, Email, Phone]);
    }
}
