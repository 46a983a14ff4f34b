use std::time::Instant;
use steunwijzer_engine::{advise, answers::Answers, date::Date, open_questions};
fn main() {
    let book = steunwijzer_rules::rulebook();
    let mut answers = Answers::new(&book);
    for (list, n) in [("needs", 2), ("hires", 1)] {
        let list = book.list_id(list).unwrap();
        for _ in 0..n { answers.add_record(&book, list).unwrap(); }
    }
    let day = Date::new(2026, 11, 21).unwrap();
    for _ in 0..3 {
        let t = Instant::now();
        for _ in 0..100 { std::hint::black_box(advise(&book, &answers, day)); }
        println!("advise {:?}", t.elapsed() / 100);
        let t = Instant::now();
        let mut n = 0;
        for _ in 0..20 { n = std::hint::black_box(open_questions(&book, &answers, day)).len(); }
        println!("ask {:?} {n}", t.elapsed() / 20);
    }
}
