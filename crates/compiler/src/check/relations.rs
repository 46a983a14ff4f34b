//! Relations that hold in both directions and are written in one only: who reads the other scheme
//! would not hear of them.

use crate::diagnostic::Log;
use crate::read::Rules;
use crate::read::schemes::Scheme;
use steunwijzer_engine::rulebook::RelationKind;

/// Asks for the other direction of exclusions.
pub(super) fn check(rules: &Rules, log: &Log) {
    for scheme in &rules.schemes {
        for relation in scheme.relations.iter().filter(|relation| excludes(relation.kind)) {
            for with in &relation.with {
                let other = rules.schemes.iter().find(|other| other.id.value == with.value);
                if let Some(other) = other
                    && !names(other, relation.kind, &scheme.id.value)
                {
                    let (one, other) = (&scheme.id.value, &other.id.value);
                    let message = format!("`{other}` says nothing of this exclusion");
                    let help = format!("add a `[[relation]]` with `{one}` to the file of `{other}`");
                    log.warning(with.at, message, help);
                }
            }
        }
    }
}

/// What goes beside something may be worth a word on one side only.
fn excludes(kind: RelationKind) -> bool {
    match kind {
        RelationKind::NotWith | RelationKind::OnlyHighest => true,
        RelationKind::Beside => false,
    }
}

fn names(scheme: &Scheme, kind: RelationKind, id: &str) -> bool {
    let same = scheme.relations.iter().filter(|relation| relation.kind == kind);
    same.flat_map(|relation| &relation.with).any(|with| with.value == id)
}
