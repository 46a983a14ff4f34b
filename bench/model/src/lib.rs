//! The synthetic model of the comparison: schemes, profiles and the right verdicts.

pub mod grown;
pub mod ours;
pub mod plan;

/// Schemes in the model.
pub const SCHEMES: usize = 200;
/// Inputs: 20 numbers, 15 choices, 15 yes/no, 10 dates.
pub const INPUTS: usize = 60;
/// Options of a choice.
pub const OPTIONS: u8 = 5;
/// Profiles of each sort.
pub const PROFILES: usize = 256;

/// What an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Number,
    Choice,
    YesNo,
    Date,
}

/// What a condition asks of an input.
#[derive(Clone, Copy, Debug)]
pub enum Test {
    /// At most (numbers in cents, dates in days).
    AtMost(i64),
    /// At least.
    AtLeast(i64),
    /// One of the options in these bits.
    OneOf(u64),
    /// Exactly this.
    Is(bool),
}

#[derive(Clone, Copy, Debug)]
pub struct Condition {
    pub input: usize,
    pub test: Test,
}

/// Six conditions that must hold, and two of which one must.
pub type Scheme = [Condition; 8];

/// A number in cents, a day number, an option, or 0/1; `None` if it was not answered.
pub type Profile = [Option<i64>; INPUTS];

pub struct Model {
    pub schemes: Vec<Scheme>,
    pub complete: Vec<Profile>,
    pub partial: Vec<Profile>,
}

/// Yes, no, or not known.
pub type Kleene = Option<bool>;

pub fn sort(input: usize) -> Sort {
    match input {
        0..20 => Sort::Number,
        20..35 => Sort::Choice,
        35..50 => Sort::YesNo,
        _ => Sort::Date,
    }
}

/// A generator of numbers that gives the same row everywhere (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % sides
    }
}

pub fn model() -> Model {
    let mut dice = Dice(20_261_121);
    let schemes = (0..SCHEMES).map(|_| scheme(&mut dice)).collect();
    let complete: Vec<Profile> = (0..PROFILES).map(|_| std::array::from_fn(|input| Some(answer(&mut dice, input)))).collect();
    let partial = (0..PROFILES)
        .map(|_| std::array::from_fn(|input| (dice.roll(10) >= 3).then(|| answer(&mut dice, input))))
        .collect();
    Model { schemes, complete, partial }
}

fn scheme(dice: &mut Dice) -> Scheme {
    let mut used = Vec::new();
    std::array::from_fn(|_| {
        let mut input = dice.roll(INPUTS as u64) as usize;
        while used.contains(&input) {
            input = dice.roll(INPUTS as u64) as usize;
        }
        used.push(input);
        let at = limit(dice, input);
        let test = match sort(input) {
            Sort::Number | Sort::Date if dice.roll(2) == 0 => Test::AtMost(at),
            Sort::Number | Sort::Date => Test::AtLeast(at),
            Sort::Choice => Test::OneOf(1 + dice.roll(30)),
            Sort::YesNo => Test::Is(dice.roll(4) > 0),
        };
        Condition { input, test }
    })
}

/// Limits lie where most answers pass, so that no verdict dominates.
fn limit(dice: &mut Dice, input: usize) -> i64 {
    match sort(input) {
        Sort::Date => 20_000 + dice.roll(2_000) as i64,
        Sort::Number | Sort::Choice | Sort::YesNo => 2_500_000 + dice.roll(5_000_000) as i64,
    }
}

fn answer(dice: &mut Dice, input: usize) -> i64 {
    match sort(input) {
        Sort::Number => dice.roll(10_000_000) as i64,
        Sort::Choice => dice.roll(OPTIONS.into()) as i64,
        Sort::YesNo => i64::from(dice.roll(3) > 0),
        Sort::Date => 19_000 + dice.roll(4_000) as i64,
    }
}

pub fn holds(condition: &Condition, profile: &Profile) -> Kleene {
    let value = profile[condition.input]?;
    Some(match condition.test {
        Test::AtMost(limit) => value <= limit,
        Test::AtLeast(limit) => value >= limit,
        Test::OneOf(bits) => bits >> value & 1 == 1,
        Test::Is(yes) => (value == 1) == yes,
    })
}

pub fn and(a: Kleene, b: Kleene) -> Kleene {
    match (a, b) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

pub fn or(a: Kleene, b: Kleene) -> Kleene {
    and(a.map(|a| !a), b.map(|b| !b)).map(|both_not| !both_not)
}

/// What a contestant makes of the states of a scheme's eight conditions.
pub fn verdict(states: &[Kleene; 8]) -> Kleene {
    let six = states[..6].iter().fold(Some(true), |all, state| and(all, *state));
    and(six, or(states[6], states[7]))
}

/// The right verdict, by strong Kleene logic.
pub fn right(scheme: &Scheme, profile: &Profile) -> Kleene {
    verdict(&std::array::from_fn(|row| holds(&scheme[row], profile)))
}

/// A table of numbers as text, for contestants in other languages: no quotes, no nesting.
pub fn as_text(model: &Model) -> String {
    let mut text = String::new();
    for condition in model.schemes.iter().flatten() {
        let (name, value) = match condition.test {
            Test::AtMost(limit) => ("at-most", limit),
            Test::AtLeast(limit) => ("at-least", limit),
            Test::OneOf(bits) => ("one-of", bits as i64),
            Test::Is(yes) => ("is", i64::from(yes)),
        };
        text += &format!("condition {} {name} {value}\n", condition.input);
    }
    for (sort, profiles) in [("complete", &model.complete), ("partial", &model.partial)] {
        for profile in profiles {
            let answers = profile.iter().map(|answer| answer.map_or("-".to_owned(), |answer| answer.to_string()));
            text += &format!("{sort} {}\n", answers.collect::<Vec<_>>().join(" "));
        }
    }
    for profile in &model.partial {
        let verdicts = model.schemes.iter().map(|scheme| match right(scheme, profile) {
            Some(true) => "1",
            Some(false) => "0",
            None => "-",
        });
        text += &format!("right {}\n", verdicts.collect::<Vec<_>>().join(" "));
    }
    text
}
