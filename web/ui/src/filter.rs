//! Which schemes the advice shows.

use steunwijzer_engine::advice::{Advice, Counts, Subject, Verdict};
use steunwijzer_engine::rulebook::{Help, Rulebook};

/// What the visitor wants to see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// One of the five kinds of help.
    pub(crate) help: Option<Help>,
    /// One need or hire.
    pub(crate) subject: Option<Subject>,
    /// The groups that show all their schemes: *fits*, *cannot tell*, *does not fit*.
    pub(crate) whole: [bool; 3],
}

impl Filter {
    /// The part of an advice that passes: of a subject, its own verdicts.
    pub(crate) fn apply(&self, rulebook: &Rulebook, advice: &Advice) -> Advice {
        let helps = |scheme: &steunwijzer_engine::advice::SchemeAdvice| {
            let row = rulebook.schemes.get(scheme.scheme.row());
            self.help.is_none() || row.map(|row| row.help()) == self.help
        };
        let mut schemes = Vec::new();
        for scheme in advice.schemes.iter().filter(|scheme| helps(scheme)) {
            let mut scheme = scheme.clone();
            if let Some(subject) = self.subject {
                scheme.subjects.retain(|judged| judged.subject == subject);
                let Some(judged) = scheme.subjects.first() else { continue };
                scheme.verdict = judged.verdict;
            }
            schemes.push(scheme);
        }
        let mut counts = Counts::default();
        for scheme in &schemes {
            match scheme.verdict {
                Verdict::Fits => counts.fits += 1,
                Verdict::CannotTell => counts.cannot_tell += 1,
                Verdict::DoesNotFit => counts.does_not_fit += 1,
            }
        }
        Advice { as_on: advice.as_on, schemes, conflicts: advice.conflicts.clone(), counts }
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;
    use steunwijzer_engine::advice::Subject;
    use steunwijzer_engine::advise;
    use steunwijzer_engine::answers::Answers;
    use steunwijzer_engine::rulebook::Help;

    #[test]
    fn one_hire_sees_only_what_is_judged_for_that_hire() {
        let rulebook = steunwijzer_rules::rulebook();
        let hires = rulebook.list_id("hires").unwrap();
        let mut answers = Answers::new(&rulebook);
        for _ in 0..2 {
            answers.add_record(&rulebook, hires).unwrap();
        }
        let advice = advise(&rulebook, &answers, rulebook.edition.date);
        let second = Some(Subject::Record(hires, 1));
        let own = Filter { subject: second, ..Filter::default() }.apply(&rulebook, &advice);
        assert!(!own.schemes.is_empty());
        assert!(own.schemes.iter().all(|scheme| scheme.subjects.len() == 1));
        assert!(own.schemes.iter().all(|scheme| Some(scheme.subjects[0].subject) == second));
        let counts = own.counts.fits + own.counts.cannot_tell + own.counts.does_not_fit;
        assert_eq!(usize::from(counts), own.schemes.len());
    }

    #[test]
    fn the_five_kinds_of_help_divide_the_schemes() {
        let rulebook = steunwijzer_rules::rulebook();
        let advice = advise(&rulebook, &Answers::new(&rulebook), rulebook.edition.date);
        let helps = [Help::Subsidies, Help::Crowdfunding, Help::Loans, Help::InKind, Help::WageCosts];
        let of =
            |help| Filter { help: Some(help), ..Filter::default() }.apply(&rulebook, &advice).schemes.len();
        assert_eq!(helps.map(of).iter().sum::<usize>(), rulebook.schemes.len());
    }
}
