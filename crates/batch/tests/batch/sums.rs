//! Counts and sums, worked by hand.

use crate::small::Folder;

const INPUT: &str = "id,org.place,org.legal_form,org.fte,hires[0].age,hires[0].start,hires[1].age,hires[1].start\n\
    1,GM0344,stichting,3,20,2026-12-01,18,2026-12-01\n\
    2,GM0344,stichting,50,19,2026-12-01,,\n\
    3,GM0344,stichting,,\"{\"\"from\"\":18,\"\"to\"\":20}\",2026-12-01,,\n\
    4,GM0109,bv,3,28,2026-12-01,,\n\
    5,GM0109,bv,3,?,2026-12-01,,\n";

#[test]
fn organisations_and_subjects_are_counted_and_amounts_of_one_scheme_added() {
    let folder = Folder::new().with("in.csv", INPUT);
    folder.judge("in.csv", "out.csv").unwrap();
    // Half of the bonus, three times: 20 gives 180.75, 19 gives 165, 18 gives 150. Together 495.75.
    // The third gives 150 at least and 180.75 at most. An age that is not known gives no amount.
    let expected = "scheme,verdict,organisations,subjects,with_amount,unit,lowest_total,highest_total\r\n\
        garden-fund,fits,1,1,0,,,\r\n\
        garden-fund,cannot-tell,1,1,0,,,\r\n\
        garden-fund,does-not-fit,3,3,0,,,\r\n\
        youth-bonus,fits,3,4,4,euro-per-month,645.75,676.50\r\n\
        youth-bonus,cannot-tell,1,1,0,euro-per-month,,\r\n\
        youth-bonus,does-not-fit,1,1,0,euro-per-month,,\r\n";
    assert_eq!(folder.text("out.csv.summary.csv"), expected);
}
