//! From a state to a file.

use super::{Dossier, FORM, Kept, MARK, VERDICTS, case, plan};
use crate::answers_file;
use crate::json::Json;
use steunwijzer_engine::advice::{Advice, Verdict};
use steunwijzer_engine::rulebook::Rulebook;

/// Writes a dossier with the verdicts of this edition. The same dossier gives the same text.
pub fn write(rulebook: &Rulebook, dossier: &Dossier, advice: &Advice) -> String {
    let edition = &rulebook.edition;
    let tree = Json::table([
        (MARK, Json::Whole(i64::from(FORM))),
        (
            "edition",
            Json::table([
                ("date", Json::Text(edition.date.to_string())),
                ("hash", Json::text(&edition.hash)),
            ]),
        ),
        ("as_on", Json::Text(dossier.as_on.to_string())),
        ("lang", Json::text(dossier.lang.code())),
        ("answers", answers_file::tree(rulebook, &dossier.answers)),
        ("case", case::tree(&dossier.case)),
        ("plan", plan::tree(rulebook, &dossier.plan)),
        ("kept", Json::List(dossier.kept.iter().map(kept).collect())),
        ("verdicts", verdicts(rulebook, advice)),
    ]);
    format!("{tree}\n")
}

fn kept(one: &Kept) -> Json {
    Json::table([("key", Json::text(&one.key)), ("value", one.value.clone())])
}

fn verdicts(rulebook: &Rulebook, advice: &Advice) -> Json {
    let each = advice.schemes.iter().filter_map(|judged| {
        let scheme = rulebook.schemes.get(judged.scheme.row())?;
        Some((scheme.id.clone(), Json::text(code(judged.verdict))))
    });
    Json::Table(each.collect())
}

fn code(verdict: Verdict) -> &'static str {
    VERDICTS.iter().find(|(_, own)| *own == verdict).map_or("", |(code, _)| code)
}
