//! A dossier against the rules of now.

use super::Lines;
use steunwijzer_advisor::dossier::{ChangeRow, Opened, changes};
use steunwijzer_advisor::messages::dossier as messages;
use steunwijzer_advisor::present::{View, verdict_word};
use steunwijzer_advisor::show;

/// Of which edition it is, on which day it judges, what is not known, and for which verdict something
/// changed.
pub(crate) fn dossier(view: &View<'_>, opened: &Opened) -> String {
    let lang = view.lang;
    let mut lines = Lines::default();
    let found = changes(view, opened);
    if let Some((date, _)) = &opened.edition {
        let day = show::day(lang, *date);
        let sentence = match (opened.is_of_another_edition(view.rulebook), found.is_empty()) {
            (false, true) => messages::edition_same(lang).to_owned(),
            (true, true) => messages::edition_equal(lang, &day),
            (true, false) => messages::edition_other(lang, &day),
            (false, false) => messages::edition_odd(lang).to_owned(),
        };
        lines.line(0, &sentence);
    }
    lines.line(0, &messages::other_day(lang, &show::day(lang, view.advice.as_on)));
    lines.line(0, &view.counts());
    let kept = &opened.dossier.kept;
    if !kept.is_empty() {
        lines.line(0, &messages::unknown(lang, kept.len()));
        for one in kept {
            lines.line(4, &format!("{}: {}", one.key, one.shown()));
        }
        lines.line(0, messages::unknown_text(lang));
    }
    group(&mut lines, view, messages::changed(lang), &found.changed);
    group(&mut lines, view, messages::new(lang), &found.new);
    group(&mut lines, view, messages::gone(lang), &found.gone);
    lines.text()
}

fn group(lines: &mut Lines, view: &View<'_>, name: &str, rows: &[ChangeRow]) {
    let lang = view.lang;
    if rows.is_empty() {
        return;
    }
    lines.line(0, &format!("{name} ({})", rows.len()));
    for row in rows {
        lines.line(4, &format!("{} ({})", row.name, row.id));
        for (when, verdict) in [(messages::was(lang), row.was), (messages::now(lang), row.now)] {
            if let Some(verdict) = verdict {
                lines.line(8, &format!("{when}: {}", verdict_word(lang, verdict)));
            }
        }
        lines.line(8, &row.reason);
    }
}
