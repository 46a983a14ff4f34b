//! Counting tests in what the test programs print.

/// Tests that passed and tests that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Counts {
    /// Adds another count to this one.
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Sums up the closing lines of `cargo test`, `steunwijzer test` and `node --test`.
    pub(crate) fn of(lines: &[String]) -> Self {
        let mut sum = Self::default();
        for line in lines {
            let counts = of_cargo(line).or_else(|| of_node(line)).or_else(|| of_cases(line));
            sum.add(counts.unwrap_or_default());
        }
        sum
    }
}

/// `test result: ok. 12 passed; 1 failed; 0 ignored; …` and the plain `12 passed, 1 failed`.
fn of_cargo(line: &str) -> Option<Counts> {
    let line = line.trim();
    let rest = match line.strip_prefix("test result: ") {
        Some(result) => result.split_once(". ")?.1,
        None => line,
    };
    let mut parts = rest.split([';', ',']).map(str::trim);
    let passed = parts.next()?.strip_suffix(" passed")?.parse().ok()?;
    let failed = parts.next()?.strip_suffix(" failed")?.parse().ok()?;
    Some(Counts { passed, failed })
}

/// `446 cases, 1 failed`: how `steunwijzer test` closes. All cases, then the failed ones among them.
fn of_cases(line: &str) -> Option<Counts> {
    let (cases, failed) = line.trim().split_once(" cases, ")?;
    let (cases, failed): (usize, usize) =
        (cases.parse().ok()?, failed.strip_suffix(" failed")?.parse().ok()?);
    Some(Counts { passed: cases.checked_sub(failed)?, failed })
}

/// `ℹ pass 12` and `ℹ fail 1`, or with `#` when the output is not a screen.
fn of_node(line: &str) -> Option<Counts> {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        ["ℹ" | "#", "pass", number] => Some(Counts { passed: number.parse().ok()?, failed: 0 }),
        ["ℹ" | "#", "fail", number] => Some(Counts { passed: 0, failed: number.parse().ok()? }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    fn counted(text: &str) -> (usize, usize) {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let Counts { passed, failed } = Counts::of(&lines);
        (passed, failed)
    }

    #[test]
    fn sums_the_results_of_several_test_programs_of_cargo() {
        let text = "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; finished in 0.01s\n\
                    test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; finished in 1s";
        assert_eq!(counted(text), (15, 2));
    }

    #[test]
    fn reads_the_plain_closing_line() {
        assert_eq!(counted("96 passed, 1 failed"), (96, 1));
    }

    #[test]
    fn reads_the_closing_lines_of_node() {
        assert_eq!(counted("# tests 9\n# pass 7\n# fail 2\n# skipped 0"), (7, 2));
        assert_eq!(counted("ℹ pass 4\nℹ fail 0"), (4, 0));
    }

    #[test]
    fn of_cases_the_failed_ones_are_a_part() {
        assert_eq!(counted("446 cases, 6 failed"), (440, 6));
        assert_eq!(counted("1 cases, 2 failed"), (0, 0));
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(counted("12 passed the door\nwarning: 3 failed, sort of"), (0, 0));
    }
}
