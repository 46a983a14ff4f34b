//! Rounds: whether a scheme is open on a day.

use crate::advice::Because;
use crate::date::Date;
use crate::rulebook::{Scheme, Status, Window};

/// The round in which `as_on` lies, else an announced one, else the last one: a row of the windows.
pub(crate) fn window_on(windows: &[Window], as_on: Date) -> Option<usize> {
    let open = windows.iter().position(|window| is_open(window, as_on));
    let coming =
        || windows.iter().position(|window| window.opens.map_or(window.announced, |opens| opens > as_on));
    open.or_else(coming).or_else(|| windows.len().checked_sub(1))
}

/// A round that is announced without its first day is not open yet.
fn is_open(window: &Window, as_on: Date) -> bool {
    let begun = window.opens.map_or(!window.announced, |opens| opens <= as_on);
    begun && window.closes.is_none_or(|closes| closes >= as_on)
}

/// Why a scheme is closed on a day; `None` if it is open, or if that is not known.
pub(crate) fn closed(scheme: &Scheme, as_on: Date) -> Option<Because> {
    match scheme.status {
        Status::Ended(from) if from <= as_on => return Some(Because::Ended(from)),
        Status::Unknown => return None,
        Status::Open if scheme.windows.is_empty() => return None,
        Status::Ended(_) | Status::Open | Status::Closed => {}
    }
    if scheme.status != Status::Closed && scheme.windows.iter().any(|window| is_open(window, as_on)) {
        return None;
    }
    if scheme.windows.is_empty() && scheme.status != Status::Closed {
        return None;
    }
    let since =
        scheme.windows.iter().filter_map(|window| window.closes).filter(|closes| *closes < as_on).max();
    let coming = scheme.windows.iter().filter_map(|window| window.opens).filter(|opens| *opens > as_on);
    Some(Because::ClosedNow {
        since,
        reopens: coming.min(),
        announced: scheme
            .windows
            .iter()
            .any(|window| window.announced && window.closes.is_none_or(|closes| closes >= as_on)),
    })
}
