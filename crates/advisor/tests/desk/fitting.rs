//! What of the civil servant's side fits the caller.

use crate::{Caller, question};
use steunwijzer_advisor::case::{Case, CaseAction, Definition};
use steunwijzer_advisor::desk::{Fit, alternatives, definitions, goals, involved, roles};
use steunwijzer_engine::truth::Truth;

/// The caller of Almere: a foundation, two people of the target group, a van of 22,000 euros.
const ALMERE: &str = r#"{ "org.place": "GM0034", "org.legal_form": "stichting",
    "hires": [{ "register": true }, { "register": true }],
    "needs": [{ "purpose": "equipment", "amount": 22000 }] }"#;

fn fitting_roles(answers: &str) -> Vec<String> {
    Caller::told(answers).beside(|side| {
        let shown = roles(side).into_iter().filter(|(fit, _)| *fit == Fit::Shown);
        shown.map(|(_, role)| role.item.id.to_owned()).collect()
    })
}

#[test]
fn people_and_money_ask_for_a_connector_and_a_funder() {
    assert_eq!(fitting_roles(ALMERE), ["verbinder", "financier"]);
}

#[test]
fn before_anything_is_told_no_role_is_claimed() {
    assert_eq!(fitting_roles("{}"), [""; 0]);
}

#[test]
fn signs_that_a_person_judges_never_show_by_themselves() {
    Caller::told(ALMERE).beside(|side| {
        let roles = roles(side);
        let buyer = roles.iter().find(|(_, role)| role.item.id == "inkoper").map(|(fit, _)| *fit);
        assert_eq!(buyer, Some(Fit::Open));
    });
}

#[test]
fn there_are_five_roles_and_nine_kinds_of_other_support() {
    Caller::told("{}").beside(|side| {
        assert_eq!(roles(side).len(), 5);
        assert_eq!(alternatives(side).len(), 9);
    });
}

#[test]
fn thresholds_are_those_of_the_judged_day() {
    let shown = |day| {
        Caller::on(day, "{}").beside(|side| {
            let routes = side.routes();
            let route = routes.iter().find(|route| route.item.id == "boven-de-drempel").expect("the route");
            route.thresholds[0].value.clone()
        })
    };
    assert_eq!(shown("2025-12-31"), "€\u{a0}221.000");
    assert_eq!(shown("2026-11-22"), "€\u{a0}216.000");
}

#[test]
fn a_department_that_two_roles_name_stands_once_and_first() {
    Caller::told(ALMERE).beside(|side| {
        let all = involved(side, &Case::default());
        let ids: Vec<&str> = all.iter().map(|one| one.who.id).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len());
        assert!(all[0].because.len() >= 2, "{:?}", all[0]);
    });
}

#[test]
fn the_owner_of_a_chosen_goal_is_involved() {
    Caller::told("{}").beside(|side| {
        let goal = goals(side, &Case::default()).into_iter().next().expect("a goal");
        let case = Case::default().after(CaseAction::Goal(goal.goal.item.id.to_owned()));
        assert!(involved(side, &Case::default()).is_empty());
        let owners: Vec<&str> = goal.goal.departments.iter().map(|one| one.id).collect();
        let found: Vec<&str> = involved(side, &case).iter().map(|one| one.who.id).collect();
        assert_eq!(found, owners);
        assert!(goals(side, &case)[0].is_chosen);
    });
}

#[test]
fn the_strict_definition_names_the_answers_that_are_missing() {
    Caller::told(r#"{ "org.legal_form": "stichting" }"#).see(|view| {
        let rows = definitions(view, Definition::Strict);
        assert_eq!(rows.len(), 2);
        let code = &rows[0];
        assert_eq!(code.meets, Truth::Open);
        let missing: Vec<_> = code.missing.iter().map(|(id, _)| *id).collect();
        assert!(missing.contains(&question("org.market_income")));
        assert!(!missing.contains(&question("org.legal_form")));
    });
}

#[test]
fn a_definition_that_is_settled_asks_nothing_more() {
    Caller::told(r#"{ "org.legal_form": "vof" }"#).see(|view| {
        let code = &definitions(view, Definition::Strict)[0];
        assert_eq!((code.meets, code.missing.len()), (Truth::No, 0));
    });
}

// The European text was not opened.
#[test]
fn a_definition_of_which_nobody_saw_the_text_is_never_settled() {
    let all = r#"{ "org.legal_form": "bv", "org.main_aim": "other_social", "org.mission_in_statutes": true,
        "org.profit_bound": true, "org.participatory": true }"#;
    for answers in [all, r#"{ "org.main_aim": "commercial" }"#] {
        Caller::told(answers).see(|view| {
            let european = &definitions(view, Definition::Strict)[1];
            assert_eq!(european.meets, Truth::Open);
            assert!(european.citations.iter().all(|row| row.unconfirmed.is_some()));
        });
    }
}

#[test]
fn the_broad_definition_asks_for_the_aim_or_for_published_impact() {
    let broad = |answers: &str| {
        Caller::told(answers)
            .see(|view| definitions(view, Definition::Broad).into_iter().map(|row| row.meets).next())
    };
    assert_eq!(broad("{}"), Some(Truth::Open));
    assert_eq!(broad(r#"{ "org.main_aim": "other_social" }"#), Some(Truth::Yes));
    assert_eq!(broad(r#"{ "org.main_aim": "commercial" }"#), Some(Truth::Open));
    let commercial =
        |publishes| format!(r#"{{ "org.main_aim": "commercial", "org.impact_report": {publishes} }}"#);
    assert_eq!(broad(&commercial(true)), Some(Truth::Yes));
    assert_eq!(broad(&commercial(false)), Some(Truth::No));
}
