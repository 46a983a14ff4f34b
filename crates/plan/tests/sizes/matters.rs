//! Every answer of the SME test and of the test for difficulty makes a difference; open answers never
//! settle what a completion says otherwise.

use super::{between, day, exactly, figures, hundredths, rules};
use proptest::prelude::*;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::sizes::{
    Capital, Class, DifficultyState, Figures, Firm, FirmHealth, LargeFirmYear, PublicOwner, Relative, Year,
};

/// A small firm of two years with a partner that just counts.
fn firm() -> Firm {
    let relative = Relative {
        share: exactly("0.3"),
        control: Truth::No,
        listed_investor: Truth::No,
        figures: figures("100", "12000000", "12000000"),
        linked: Vec::new(),
    };
    let year = Year { relatives: vec![relative], ..Year::alone(figures("15", "6000000", "6000000")) };
    let owner = PublicOwner { share: exactly("0.24"), listed_investor: Truth::No };
    Firm { years: vec![year.clone(), year], public_owners: vec![owner] }
}

fn classes(change: impl Fn(&mut Firm)) -> Vec<Class> {
    let mut firm = firm();
    change(&mut firm);
    rules().size(&firm).classes
}

/// The same change in both years.
fn each_year(change: impl Fn(&mut Year)) -> Vec<Class> {
    classes(|firm| firm.years.iter_mut().for_each(&change))
}

#[test]
fn the_firm_that_is_changed_is_small() {
    assert_eq!(classes(|_| ()), [Class::Small]);
}

#[test]
fn every_figure_of_a_firm_changes_its_class() {
    assert_ne!(each_year(|year| year.own.headcount = exactly("20.01")), [Class::Small]);
    let both = |year: &mut Year, turnover: &str, balance: &str| {
        (year.own.turnover, year.own.balance) = (exactly(turnover), exactly(balance));
    };
    // One of the two above its limit changes nothing, both do.
    assert_eq!(each_year(|year| both(year, "9000000", "6000000")), [Class::Small]);
    assert_eq!(each_year(|year| both(year, "6000000", "9000000")), [Class::Small]);
    assert_ne!(each_year(|year| both(year, "9000000", "9000000")), [Class::Small]);
}

#[test]
fn every_answer_about_another_enterprise_changes_the_class() {
    let relative = |change: fn(&mut Relative)| each_year(|year| year.relatives.iter_mut().for_each(change));
    assert_ne!(relative(|one| one.share = exactly("0.51")), [Class::Small], "share");
    assert_ne!(relative(|one| one.control = Truth::Yes), [Class::Small], "control");
    assert_ne!(relative(|one| one.figures.headcount = exactly("120")), [Class::Small], "headcount");
    assert_ne!(relative(|one| one.linked.push(figures("60", "0", "0"))), [Class::Small], "linked");
    let listed = |listed| {
        each_year(|year| {
            year.own.headcount = exactly("30");
            year.relatives.iter_mut().for_each(|one| one.listed_investor = listed);
        })
    };
    assert_ne!(listed(Truth::Yes), listed(Truth::No), "listed investor");
}

#[test]
fn the_year_before_a_merger_and_public_owners_change_the_class() {
    let large = |firm: &mut Firm| {
        if let Some(last) = firm.years.last_mut() {
            last.own.headcount = exactly("300");
        }
    };
    assert_eq!(classes(large), [Class::Small], "one year above changes nothing");
    let merged = classes(|firm| {
        large(firm);
        firm.years.iter_mut().for_each(|year| year.merged = Truth::Yes);
    });
    assert_ne!(merged, [Class::Small]);
    assert_ne!(each_year(|year| year.own.headcount = exactly("300")), [Class::Small]);
    let owned = classes(|firm| firm.public_owners.iter_mut().for_each(|owner| owner.share = exactly("0.25")));
    assert_ne!(owned, [Class::Small]);
}

/// A large firm that is just not in difficulty.
fn health() -> FirmHealth {
    let year = LargeFirmYear {
        debt: exactly("750"),
        equity: exactly("100"),
        ebitda: exactly("9"),
        interest: exactly("10"),
    };
    FirmHealth {
        sme: Truth::No,
        founded: (day("2024-06-01"), day("2024-06-01")),
        capital: Capital::Limited {
            subscribed: exactly("1000"),
            reserves: exactly("100"),
            losses: exactly("600"),
        },
        insolvent: Truth::No,
        rescue_aid: Truth::No,
        restructuring: Truth::No,
        years: [year; 2],
    }
}

fn state(firm: &FirmHealth) -> DifficultyState {
    rules().difficulty(firm).state
}

#[test]
fn every_answer_about_difficulty_changes_the_outcome() {
    assert_eq!(state(&health()), DifficultyState::NotInDifficulty);
    let capital = |subscribed, reserves, losses| FirmHealth {
        capital: Capital::Limited {
            subscribed: exactly(subscribed),
            reserves: exactly(reserves),
            losses: exactly(losses),
        },
        ..health()
    };
    let years = |change: fn(&mut LargeFirmYear)| {
        let mut firm = health();
        firm.years.iter_mut().for_each(change);
        firm
    };
    let changed = [
        ("subscribed capital", capital("999", "100", "600")),
        ("reserves", capital("1000", "99", "600")),
        ("losses", capital("1000", "100", "601")),
        ("insolvent", FirmHealth { insolvent: Truth::Yes, ..health() }),
        ("rescue aid", FirmHealth { rescue_aid: Truth::Yes, ..health() }),
        ("restructuring", FirmHealth { restructuring: Truth::Yes, ..health() }),
        ("debt", years(|year| year.debt = exactly("751"))),
        ("equity", years(|year| year.equity = exactly("99"))),
    ];
    for (what, firm) in changed {
        assert_ne!(state(&firm), DifficultyState::NotInDifficulty, "{what}");
    }
    let indebted = years(|year| year.debt = exactly("751"));
    let eased = |change: fn(&mut LargeFirmYear)| {
        let mut firm = indebted.clone();
        change(&mut firm.years[1]);
        state(&firm)
    };
    assert_eq!(eased(|year| year.ebitda = exactly("10")), DifficultyState::NotInDifficulty, "result");
    assert_eq!(eased(|year| year.interest = exactly("9")), DifficultyState::NotInDifficulty, "interest");
    let lost = capital("1000", "100", "601");
    let small = FirmHealth { sme: Truth::Yes, ..lost.clone() };
    assert_ne!(state(&small), state(&lost), "whether it is an SME");
    let older = FirmHealth { founded: (day("2020-01-01"), day("2020-01-01")), ..small.clone() };
    assert_ne!(state(&older), state(&small), "when it was founded");
}

fn three() -> impl Strategy<Value = [Number; 2]> {
    // A range, and a value inside it.
    proptest::array::uniform3(-200_000i64..400_000).prop_map(|mut cents| {
        cents.sort_unstable();
        let [low, one, high] = cents.map(hundredths);
        [Number::Between(low, high), Number::exactly(one)]
    })
}

fn truth() -> impl Strategy<Value = [Truth; 2]> {
    (any::<bool>(), any::<bool>())
        .prop_map(|(open, yes)| [if open { Truth::Open } else { yes.into() }, yes.into()])
}

fn year() -> impl Strategy<Value = [LargeFirmYear; 2]> {
    (three(), three(), three(), three()).prop_map(|(debt, equity, ebitda, interest)| {
        [0, 1].map(|at| LargeFirmYear {
            debt: debt[at],
            equity: equity[at],
            ebitda: ebitda[at],
            interest: interest[at],
        })
    })
}

proptest! {
    #[test]
    fn open_answers_about_difficulty_never_settle_what_a_completion_says_otherwise(
        sme in truth(), insolvent in truth(), rescue in truth(), plan in truth(),
        capital in (three(), three(), three()), years in (year(), year()),
        (age, more) in (0i64..2500, 0i64..600),
    ) {
        let first = day("2026-11-21").plus_days(-age - more);
        let firm = |at: usize| FirmHealth {
            sme: sme[at],
            founded: if at == 0 { (first, first.plus_days(more)) } else { (first, first) },
            capital: Capital::Limited { subscribed: capital.0[at], reserves: capital.1[at], losses: capital.2[at] },
            insolvent: insolvent[at],
            rescue_aid: rescue[at],
            restructuring: plan[at],
            years: [years.0[at], years.1[at]],
        };
        let is_in = |state| match state {
            DifficultyState::InDifficulty(_) => Truth::Yes,
            DifficultyState::NotInDifficulty => Truth::No,
            DifficultyState::PersonDecides(_) | DifficultyState::Open(_) => Truth::Open,
        };
        let (wide, one) = (is_in(state(&firm(0))), is_in(state(&firm(1))));
        prop_assert!(wide == Truth::Open || wide == one, "{:?} {:?}", firm(0), firm(1));
    }

    #[test]
    fn open_figures_keep_every_class_possible(
        figures in (three(), three(), three()), scale in 1i64..60_000,
    ) {
        let times = |number: Number, by: i64| number.times(Number::exactly(by.into()));
        let own = |at: usize| Figures {
            headcount: figures.0[at],
            turnover: times(figures.1[at], scale),
            balance: times(figures.2[at], scale),
        };
        let of = |at| rules().size(&super::alone(own(at)));
        let (wide, narrow) = (of(0), of(1));
        prop_assert!(narrow.classes.iter().all(|class| wide.classes.contains(class)));
        prop_assert!(wide.is_sme == Truth::Open || wide.is_sme == narrow.is_sme);
    }
}

#[test]
fn an_open_figure_at_a_limit_leaves_both_classes() {
    let open = each_year(|year| year.own.headcount = between("15", "30"));
    assert_eq!(open, [Class::Small, Class::Medium]);
}
