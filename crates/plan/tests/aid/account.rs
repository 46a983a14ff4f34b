//! Room on a day, when it comes free, and whether new aid fits: worked by hand and published cases.

use super::{between, day, euro, exactly, rules, today};
use rust_decimal::Decimal;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::StateAid;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::aid::{
    Account, Award, Ceiling, Fit, Regime, Regimes, Route, SchemeFit, SplitAid, Tie, TieNote, Unsure,
    last_day_counted,
};

const GENERAL: Regime = Regime::Under(Ceiling::General);

fn received(awards: &[(&str, &str, Regime)]) -> Account {
    Account::of(
        awards.iter().map(|(amount, on, regime)| Award::known(euro(amount), day(on), *regime)).collect(),
    )
}

fn left(account: &Account, ceiling: Ceiling, on: &str) -> Number {
    rules().room(account, ceiling, day(on)).left
}

#[test]
fn an_award_exactly_three_years_old_still_counts_and_the_day_after_it_does_not() {
    let account = received(&[("50000", "2023-11-21", GENERAL)]);
    assert_eq!(left(&account, Ceiling::General, "2026-11-20"), exactly("250000"));
    assert_eq!(left(&account, Ceiling::General, "2026-11-21"), exactly("250000"));
    assert_eq!(left(&account, Ceiling::General, "2026-11-22"), exactly("300000"));
}

#[test]
fn an_award_does_not_count_before_its_day() {
    let account = received(&[("50000", "2027-03-01", GENERAL)]);
    assert_eq!(left(&account, Ceiling::General, "2027-02-28"), exactly("300000"));
    assert_eq!(left(&account, Ceiling::General, "2027-03-01"), exactly("250000"));
}

#[test]
fn an_award_of_the_leap_day_counts_until_the_end_of_february() {
    assert_eq!(last_day_counted(day("2024-02-29")), day("2027-02-28"));
    assert_eq!(last_day_counted(day("2024-02-28")), day("2027-02-28"));
}

#[test]
fn three_years_back_from_the_leap_day_is_the_end_of_february() {
    assert_eq!(last_day_counted(day("2025-02-28")), day("2028-02-29"));
}

/// Published case `cum-general-plus-sgei`.
#[test]
fn general_and_sgei_aid_stand_side_by_side() {
    let account = received(&[]);
    let fits = |ceiling, amount| rules().fit(&account, ceiling, exactly(amount), today()).fits();
    assert_eq!(fits(Ceiling::General, "300000"), Truth::Yes);
    assert_eq!(fits(Ceiling::Sgei, "750000"), Truth::Yes);
    let full = received(&[
        ("300000", "2025-03-01", GENERAL),
        ("750000", "2025-03-01", Regime::Under(Ceiling::Sgei)),
    ]);
    let rooms = rules().rooms(&full, today()).map(|room| room.left);
    assert_eq!(rooms, [exactly("0"), exactly("0"), exactly("50000"), exactly("30000")]);
}

/// Published case `cum-280-plus-100`: a part is not covered either.
#[test]
fn new_aid_above_the_room_loses_cover_as_a_whole() {
    let account = received(&[("280000", "2025-03-01", GENERAL)]);
    let Fit::LosesCover { room, over, later } =
        rules().fit(&account, Ceiling::General, exactly("100000"), today())
    else {
        panic!("it must lose cover");
    };
    assert_eq!((room.left, over), (exactly("20000"), exactly("80000")));
    assert_eq!(later.certain, Some(day("2028-03-02")), "the day after three years");
}

/// Published case `cum-exact-fit`.
#[test]
fn new_aid_that_takes_the_last_euro_fits() {
    let account = received(&[("200000", "2025-03-01", GENERAL)]);
    let fit = rules().fit(&account, Ceiling::General, exactly("100000"), today());
    assert!(matches!(fit, Fit::Fits { after, .. } if after == exactly("0")), "{fit:?}");
    let cent_more = rules().fit(&account, Ceiling::General, exactly("100000.01"), today());
    assert_eq!(cent_more.fits(), Truth::No);
}

#[test]
fn more_received_than_the_ceiling_leaves_nothing_and_not_less() {
    let account = received(&[("300000.01", "2025-03-01", GENERAL)]);
    assert_eq!(left(&account, Ceiling::General, "2026-11-21"), exactly("0"));
}

#[test]
fn other_aid_takes_no_room() {
    let account = received(&[("250000", "2025-03-01", Regime::Other)]);
    assert_eq!(left(&account, Ceiling::General, "2026-11-21"), exactly("300000"));
}

#[test]
fn after_the_last_day_of_the_regulation_nothing_is_known() {
    let account = received(&[]);
    assert_eq!(left(&account, Ceiling::General, "2030-12-31"), exactly("300000"));
    assert_eq!(left(&account, Ceiling::General, "2031-01-01"), Number::Unknown);
    let fit = rules().fit(&account, Ceiling::General, exactly("1"), day("2031-01-01"));
    assert!(matches!(&fit, Fit::CannotTell { because, .. } if matches!(because[..], [Unsure::NoCeiling(_)])));
}

#[test]
fn aid_that_was_not_told_leaves_anything_up_to_the_ceiling() {
    let account = Account::not_told();
    assert_eq!(left(&account, Ceiling::General, "2026-11-21"), between("0", "300000"));
    let fit = rules().fit(&account, Ceiling::General, exactly("5000"), today());
    assert!(matches!(&fit, Fit::CannotTell { because, .. } if *because == [Unsure::AidNotTold]), "{fit:?}");
    let never = rules().fit(&account, Ceiling::General, exactly("300001"), today());
    assert_eq!(never.fits(), Truth::No, "more than the ceiling never fits");
}

#[test]
fn an_open_day_around_the_boundary_leaves_a_range_and_names_the_award() {
    let mut award = Award::known(euro("290000"), day("2023-11-01"), GENERAL);
    award.last = day("2023-11-30");
    let account = Account::of(vec![award]);
    assert_eq!(left(&account, Ceiling::General, "2026-11-21"), between("10000", "300000"));
    let fit = rules().fit(&account, Ceiling::General, exactly("50000"), today());
    assert!(matches!(&fit, Fit::CannotTell { because, .. } if *because == [Unsure::Award(0)]), "{fit:?}");
    assert_eq!(rules().fit(&account, Ceiling::General, exactly("10000"), today()).fits(), Truth::Yes);
}

#[test]
fn open_rules_take_room_under_each_ceiling_that_is_possible() {
    let mut award = Award::known(euro("40000"), day("2025-03-01"), GENERAL);
    award.regimes = Regimes::only(GENERAL).or(Regime::Under(Ceiling::Agriculture));
    let account = Account::of(vec![award]);
    assert_eq!(left(&account, Ceiling::General, "2026-11-21"), between("260000", "300000"));
    assert_eq!(left(&account, Ceiling::Agriculture, "2026-11-21"), between("10000", "50000"));
    assert_eq!(left(&account, Ceiling::Sgei, "2026-11-21"), exactly("750000"));
}

#[test]
fn farming_aid_has_its_own_room_and_a_careful_reading_beside_the_general_one() {
    let account = received(&[
        ("280000", "2025-03-01", GENERAL),
        ("15000", "2025-03-01", Regime::Under(Ceiling::Agriculture)),
    ]);
    let [general, sgei, farming, _] = rules().rooms(&account, today());
    assert_eq!((general.left, general.careful), (exactly("20000"), Some(exactly("5000"))));
    assert_eq!((farming.left, farming.careful), (exactly("35000"), Some(exactly("5000"))));
    assert_eq!(sgei.careful, None);
}

#[test]
fn only_entities_under_control_count() {
    let with = |tie| {
        let mut award = Award::known(euro("100000"), day("2025-03-01"), GENERAL);
        award.entity = 1;
        let account = Account { entities: vec![Tie::Applicant, tie], awards: vec![award], complete: true };
        left(&account, Ceiling::General, "2026-11-21")
    };
    for tie in [Tie::MajorityOfVotes, Tie::AppointsBoard, Tie::DominantInfluence, Tie::VotesByAgreement] {
        assert_eq!(with(tie), exactly("200000"), "{tie:?}");
    }
    assert_eq!(with(Tie::NoControl), exactly("300000"), "a holding of 25 to 50 % is no control");
    assert_eq!(with(Tie::SamePersons), between("200000", "300000"), "a person decides");
    assert_eq!(with(Tie::NotKnown), between("200000", "300000"));
}

#[test]
fn after_a_merger_all_counts_and_after_a_split_what_went_along() {
    let with = |tie| {
        let mut award = Award::known(euro("100000"), day("2025-03-01"), GENERAL);
        award.entity = 1;
        let account = Account { entities: vec![Tie::Applicant, tie], awards: vec![award], complete: true };
        left(&account, Ceiling::General, "2026-11-21")
    };
    assert_eq!(with(Tie::Merged), exactly("200000"));
    assert_eq!(with(Tie::SplitOff(SplitAid::Here)), exactly("200000"));
    assert_eq!(with(Tie::SplitOff(SplitAid::Elsewhere)), exactly("300000"));
    let third = Number::exactly(Decimal::ONE / Decimal::from(3));
    assert_eq!(with(Tie::SplitOff(SplitAid::ByEquity(third))), exactly("266666.67"));
    assert_eq!(Tie::SplitOff(SplitAid::Here).note(), Some(TieNote::AidFollowsActivity));
    assert_eq!(Tie::Merged.note(), Some(TieNote::AllEarlierAidCounts));
}

#[test]
fn room_comes_free_award_by_award_the_oldest_first() {
    let account = received(&[
        ("120000", "2025-06-30", GENERAL),
        ("90000", "2024-02-01", GENERAL),
        ("50000", "2022-01-01", GENERAL),
        ("9000", "2024-01-01", Regime::Under(Ceiling::Sgei)),
    ]);
    let releases = rules().releases(&account, Ceiling::General, today());
    let told: Vec<_> = releases.iter().map(|free| (free.award, free.earliest, free.amount)).collect();
    assert_eq!(told, [(1, day("2027-02-02"), exactly("90000")), (0, day("2028-07-01"), exactly("120000"))]);
    let rooms: Vec<_> =
        rules().calendar(&account, Ceiling::General, today()).iter().map(|row| (row.day, row.left)).collect();
    assert_eq!(
        rooms,
        [
            (today(), exactly("90000")),
            (day("2027-02-02"), exactly("180000")),
            (day("2028-07-01"), exactly("300000")),
            (day("2031-01-01"), Number::Unknown),
        ]
    );
}

#[test]
fn an_award_of_an_open_day_comes_free_from_tomorrow_on_at_the_earliest() {
    let mut award = Award::known(euro("290000"), day("2023-11-01"), GENERAL);
    award.last = day("2023-11-30");
    let releases = rules().releases(&Account::of(vec![award]), Ceiling::General, today());
    assert_eq!((releases[0].earliest, releases[0].latest), (day("2026-11-22"), day("2026-12-01")));
    assert_eq!(releases[0].amount, between("0", "290000"));
}

#[test]
fn more_than_the_ceiling_fits_on_no_day() {
    let first = rules().first_fit(&received(&[]), Ceiling::General, exactly("300000.01"), today());
    assert_eq!((first.possible, first.certain), (None, None));
}

#[test]
fn a_scheme_without_state_aid_takes_no_room() {
    let fit = rules().scheme_fit(
        &Account::not_told(),
        StateAid::None,
        Ceiling::General,
        exactly("1000000"),
        today(),
    );
    assert_eq!(fit, SchemeFit::NotCounted);
}

/// Published case `gber-expiry`.
#[test]
fn the_block_exemption_is_another_route_known_until_its_last_day() {
    let route = |on| {
        let account = Account::not_told();
        rules().scheme_fit(&account, StateAid::Gber, Ceiling::General, exactly("1"), day(on))
    };
    let known = |in_force| SchemeFit::OtherRoute(Route::BlockExemption { in_force });
    assert_eq!(route("2026-12-31"), known(true));
    assert_eq!(route("2027-01-02"), known(false));
}

#[test]
fn aid_of_an_unknown_kind_is_never_said_to_fit() {
    let account = received(&[]);
    let fit = rules().scheme_fit(&account, StateAid::Unknown, Ceiling::General, exactly("1"), today());
    assert!(matches!(fit, SchemeFit::NotKnown(Fit::Fits { .. })));
    let fit = rules().scheme_fit(&account, StateAid::DeMinimis, Ceiling::General, exactly("1"), today());
    assert!(matches!(fit, SchemeFit::DeMinimis(Fit::Fits { .. })));
}
