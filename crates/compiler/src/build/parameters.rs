//! Dated figures in rows: sorted by day, without overlap.

use super::ids::Ids;
use super::texts::Texts;
use crate::diagnostic::Log;
use crate::read::parameters::{Parameter as Written, Value};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{AssumedRange, Figures, Parameter, ParameterValue};

/// The row of a parameter.
pub(super) fn row(written: &Written, ids: &Ids<'_>, texts: &mut Texts, log: &Log) -> Parameter {
    let mut values: Vec<&Value> = written.values.iter().collect();
    values.sort_by_key(|value| value.from.value);
    check_days(&values, log);
    let first = written.key.map(|key| i32::try_from(key.min).unwrap_or(i32::MAX));
    // Without a last day a value holds until the next one.
    let nexts = values.iter().skip(1).map(|next| Some(next.from.value.plus_days(-1))).chain([None]);
    let mut value_row = |(value, next): (&&Value, Option<Date>)| ParameterValue {
        from: value.from.value,
        until: value.until.as_ref().map(|day| day.value).or(next),
        figures: match (first, value.figures.as_slice()) {
            (None, [figure, ..]) => Figures::One(*figure),
            (first, figures) => Figures::ByKey { first: first.unwrap_or(0), figures: figures.to_vec() },
        },
        sources: ids.citations(&value.sources, texts),
    };
    let values = values.iter().zip(nexts).map(&mut value_row).collect();
    Parameter {
        id: written.id.value.clone(),
        unit: written.unit,
        text: texts.add(&written.text),
        review: written.review,
        values,
        when_unknown: written.when_unknown.as_ref().map(|range| AssumedRange {
            from: range.from.value,
            to: range.to.value,
            text: texts.add(&range.text),
            sources: ids.citations(&range.sources, texts),
        }),
    }
}

fn check_days(values: &[&Value], log: &Log) {
    for pair in values.windows(2) {
        let [one, two] = pair else {
            continue;
        };
        let begins = two.from.value;
        if one.from.value == begins {
            let help = "take one of the two out, or give it another day";
            log.error(two.from.at, "another value begins on the same day", help);
            continue;
        }
        let Some(until) = one.until.as_ref() else {
            continue; // in force until the next value
        };
        if until.value >= begins {
            let message = format!("this value still holds on {begins}, when the next one begins");
            let help = format!("end it on {} or before", begins.plus_days(-1));
            log.error(until.at, message, help);
        } else if until.value.plus_days(1) < begins {
            let message =
                format!("no value holds from {} to {}", until.value.plus_days(1), begins.plus_days(-1));
            log.warning(until.at, message, "is a figure missing? on those days it counts as unknown");
        }
    }
}
