//! Schemes side by side.

use crate::people::{LUNCHROOM, look, scheme};
use steunwijzer_advisor::present::{Comparison, MOST_COMPARED};

fn cell<'c>(comparison: &'c Comparison, label: &str, column: usize) -> &'c str {
    let row = comparison.rows.iter().find(|(own, _)| *own == label);
    &row.unwrap_or_else(|| panic!("no row {label}")).1[column]
}

#[test]
fn each_scheme_has_its_own_verdict_amount_and_claim() {
    look(LUNCHROOM, |view| {
        let both = view.side_by_side(&[scheme("lks-participatiewet"), scheme("lks-forfaitair")]);
        assert!(cell(&both, "Bedrag", 0).contains("1.090,99"), "{}", cell(&both, "Bedrag", 0));
        assert!(cell(&both, "Bedrag", 1).contains("1.212,20"), "{}", cell(&both, "Bedrag", 1));
        assert_eq!(cell(&both, "Sterkte van uw recht", 0), "Wettelijk recht");
        assert_eq!(cell(&both, "Oordeel", 0), "Past");
    });
}

#[test]
fn what_may_go_together_is_told_from_both_sides() {
    look(LUNCHROOM, |view| {
        let both = view.side_by_side(&[scheme("lks-participatiewet"), scheme("lkv-doelgroep-banenafspraak")]);
        let label = "Samen met de andere";
        assert!(
            cell(&both, label, 0).starts_with("Mag naast Loonkostenvoordeel"),
            "{}",
            cell(&both, label, 0)
        );
        assert!(
            cell(&both, label, 1).starts_with("Mag naast Loonkostensubsidie"),
            "{}",
            cell(&both, label, 1)
        );
    });
}

#[test]
fn without_a_rule_about_going_together_it_says_so() {
    look(LUNCHROOM, |view| {
        let both = view
            .side_by_side(&[scheme("lks-participatiewet"), scheme("code-sociale-ondernemingen-register")]);
        assert!(cell(&both, "Samen met de andere", 0).starts_with("Wij kennen geen regel"));
    });
}

#[test]
fn a_fourth_scheme_is_left_out_and_every_row_has_a_cell_for_each() {
    look(LUNCHROOM, |view| {
        let ids: Vec<_> = view.advice.schemes.iter().take(4).map(|scheme| scheme.scheme).collect();
        let comparison = view.side_by_side(&ids);
        assert_eq!(comparison.schemes.len(), MOST_COMPARED);
        assert!(comparison.rows.iter().all(|(_, cells)| cells.len() == MOST_COMPARED));
        assert!(comparison.rows.iter().flat_map(|(_, cells)| cells).all(|cell| !cell.is_empty()));
    });
}
