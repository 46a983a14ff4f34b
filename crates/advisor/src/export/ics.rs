//! Days as a calendar file: RFC 5545, the few parts of it that are needed.
//!
//! No library: those that are kept up bring a library for dates that is larger than the page may hold.

use super::Deadline;
use crate::lang::Lang;
use steunwijzer_engine::date::Date;

/// The most octets of a line, without its end (RFC 5545, section 3.1).
const LONGEST: usize = 75;

/// The rules of the clock in Amsterdam, for the hours on which rounds close.
const CLOCK: &str = "BEGIN:VTIMEZONE\r\n\
    TZID:Europe/Amsterdam\r\n\
    BEGIN:DAYLIGHT\r\n\
    DTSTART:19810329T020000\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n\
    TZOFFSETFROM:+0100\r\n\
    TZOFFSETTO:+0200\r\n\
    TZNAME:CEST\r\n\
    END:DAYLIGHT\r\n\
    BEGIN:STANDARD\r\n\
    DTSTART:19961027T030000\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
    TZOFFSETFROM:+0200\r\n\
    TZOFFSETTO:+0100\r\n\
    TZNAME:CET\r\n\
    END:STANDARD\r\n\
    END:VTIMEZONE\r\n";

/// A calendar with these days, as known on a day; `None` without any: a calendar may not be empty.
/// The same days give the same file, so that saving it again replaces them and never doubles them.
pub fn calendar(lang: Lang, as_on: Date, deadlines: &[Deadline]) -> Option<String> {
    if deadlines.is_empty() {
        return None;
    }
    let mut file = String::new();
    property(&mut file, "BEGIN", "VCALENDAR");
    property(&mut file, "VERSION", "2.0");
    property(&mut file, "PRODID", &["-//Steunwijzer//Steunwijzer//", &lang.code().to_uppercase()].concat());
    file.push_str(CLOCK);
    for deadline in deadlines {
        event(&mut file, as_on, deadline);
    }
    property(&mut file, "END", "VCALENDAR");
    Some(file)
}

fn event(file: &mut String, as_on: Date, deadline: &Deadline) {
    property(file, "BEGIN", "VEVENT");
    property(file, "UID", &[&deadline.id, "@steunwijzer"].concat());
    property(file, "DTSTAMP", &[&day(as_on), "T000000Z"].concat());
    match deadline.hour {
        None => property(file, "DTSTART;VALUE=DATE", &day(deadline.day)),
        Some((hour, minute)) => {
            let start = format!("{}T{hour:02}{minute:02}00", day(deadline.day));
            property(file, "DTSTART;TZID=Europe/Amsterdam", &start);
        }
    }
    property(file, "SUMMARY", &escaped(&deadline.title));
    property(file, "DESCRIPTION", &escaped(&deadline.text));
    if !deadline.url.is_empty() {
        // An address is no text: it is not escaped.
        property(file, "URL", &deadline.url);
    }
    property(file, "TRANSP", "TRANSPARENT");
    property(file, "END", "VEVENT");
}

fn day(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// A value of type TEXT.
fn escaped(text: &str) -> String {
    let mut value = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\n' => value.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => value.push(letter),
        }
    }
    value
}

/// A line, folded: what does not fit goes on in the next line behind a space. No letter is cut.
fn property(file: &mut String, name: &str, value: &str) {
    let mut room = LONGEST;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        if letter.len_utf8() > room {
            file.push_str("\r\n ");
            room = LONGEST - 1;
        }
        room -= letter.len_utf8();
        file.push(letter);
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{Deadline, calendar};
    use crate::lang::Lang;
    use steunwijzer_engine::date::Date;

    fn deadline() -> Deadline {
        Deadline {
            id: "closes-x".to_owned(),
            day: Date::new(2026, 12, 31).unwrap_or(Date::MAX),
            hour: Some((17, 0)),
            title: "Sluit: één, twee; drie \\ vier".to_owned(),
            text: "Regel een\nregel twee ".to_owned() + &"€ë".repeat(60),
            url: "https://example.org/a?b=1,2;c".to_owned(),
        }
    }

    fn file(deadlines: &[Deadline]) -> String {
        let today = Date::new(2026, 11, 22).unwrap_or(Date::MAX);
        calendar(Lang::Nl, today, deadlines).unwrap_or_default()
    }

    fn unfolded(file: &str) -> Vec<String> {
        file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_calendar_without_days_is_not_made() {
        assert_eq!(calendar(Lang::Nl, Date::MAX, &[]), None);
    }

    #[test]
    fn lines_end_with_both_signs_and_hold_75_octets_at_most() {
        let file = file(&[deadline()]);
        assert!(file.ends_with("END:VCALENDAR\r\n"));
        let lines: Vec<&str> = file.split_terminator("\r\n").collect();
        assert!(lines.iter().any(|line| line.starts_with(' ')), "nothing was folded");
        for line in lines {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
        }
    }

    #[test]
    fn what_was_folded_comes_back_whole() {
        let found = unfolded(&file(&[deadline()]));
        let text = ["DESCRIPTION:Regel een\\nregel twee ", &"€ë".repeat(60)].concat();
        assert!(found.contains(&text), "{found:?}");
    }

    #[test]
    fn texts_are_escaped_and_addresses_are_not() {
        let found = unfolded(&file(&[deadline()]));
        assert!(found.contains(&r"SUMMARY:Sluit: één\, twee\; drie \\ vier".to_owned()), "{found:?}");
        assert!(found.contains(&"URL:https://example.org/a?b=1,2;c".to_owned()), "{found:?}");
    }

    #[test]
    fn an_hour_is_that_of_the_clock_in_amsterdam_and_a_day_is_a_whole_day() {
        let whole = Deadline { hour: None, ..deadline() };
        let found = unfolded(&file(&[deadline(), whole]));
        assert!(found.contains(&"DTSTART;TZID=Europe/Amsterdam:20261231T170000".to_owned()));
        assert!(found.contains(&"DTSTART;VALUE=DATE:20261231".to_owned()));
        assert!(found.contains(&"TZID:Europe/Amsterdam".to_owned()));
    }

    #[test]
    fn an_event_has_what_the_rfc_requires_and_the_stamp_of_the_judged_day() {
        let found = unfolded(&file(&[deadline()]));
        assert_eq!(found[..2], ["BEGIN:VCALENDAR", "VERSION:2.0"]);
        for line in
            ["PRODID:-//Steunwijzer//Steunwijzer//NL", "UID:closes-x@steunwijzer", "DTSTAMP:20261122T000000Z"]
        {
            assert_eq!(found.iter().filter(|one| *one == line).count(), 1, "{line}");
        }
        let begun = found.iter().filter_map(|line| line.strip_prefix("BEGIN:"));
        let ended = found.iter().filter_map(|line| line.strip_prefix("END:"));
        assert_eq!(begun.count(), ended.count());
    }
}
