//! What the rule files mark as used by the plan alone is what the plan looks up.

use steunwijzer_compiler::compile;
use steunwijzer_engine::rulebook::Rulebook;
use steunwijzer_plan::aid::AidIds;
use steunwijzer_plan::figures::MissingRule;
use steunwijzer_plan::hires::Labour;
use steunwijzer_plan::sizes::SizeIds;
use steunwijzer_plan::stack::StackRules;
use steunwijzer_plan::threshold::ThresholdIds;

/// The rulebook in which this parameter or definition has another name.
fn without(rulebook: &Rulebook, id: &str) -> Rulebook {
    let mut poor = rulebook.clone();
    let parameters = poor.parameters.iter_mut().map(|parameter| &mut parameter.id);
    let definitions = poor.definitions.iter_mut().map(|definition| &mut definition.id);
    parameters.chain(definitions).filter(|name| *name == id).for_each(|name| "gone".clone_into(name));
    poor
}

/// Whether the plan refuses a rulebook for want of this name.
fn is_missed(poor: &Rulebook, id: &str) -> bool {
    let refusals: [Option<MissingRule>; 4] = [
        Labour::new(poor).err(),
        AidIds::new(poor).err(),
        SizeIds::new(poor).err(),
        ThresholdIds::new(poor).err(),
    ];
    refusals.iter().flatten().any(|missing| missing.id == id)
}

/// What is marked and the plan does not look for. A figure about one scheme may be absent: then the
/// stack finds less.
fn never_asked_for(rulebook: &Rulebook, marked: &[String]) -> Vec<String> {
    let whole = StackRules::of(rulebook);
    let asked = |id: &str| {
        let poor = without(rulebook, id);
        is_missed(&poor, id) || StackRules::of(&poor) != whole
    };
    marked.iter().filter(|id| !asked(id)).cloned().collect()
}

#[test]
fn the_plan_looks_up_everything_that_is_marked_as_used_by_it_alone() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules");
    let compiled = compile(&folder);
    let rulebook = compiled.edition.expect("the rules compile").rulebook;
    assert!(!compiled.used_by_plan.is_empty());
    assert_eq!(never_asked_for(&rulebook, &compiled.used_by_plan), [""; 0]);
}

#[test]
fn a_mark_on_a_figure_that_the_plan_does_not_read_is_found() {
    let rulebook = steunwijzer_rules::rulebook();
    let marked = ["holiday_share".to_owned(), "norm_week".to_owned()];
    assert_eq!(never_asked_for(&rulebook, &marked), ["norm_week"]);
}
