//! Why something is out, and why a wish cannot be followed.

use super::super::super::View;
use super::OutRow;
use crate::messages::stack as messages;
use steunwijzer_engine::advice::Because;
use steunwijzer_engine::rulebook::SchemeId;
use steunwijzer_plan::stack::{Beside, Out, OutWhy, RefusedWhy};

impl View<'_> {
    pub(super) fn out_row(&self, need: u16, out: &Out) -> Option<OutRow> {
        let (code, why) = self.out_why(need, out.scheme, out.why);
        Some(OutRow { scheme: self.link(out.scheme)?, code, why })
    }

    fn out_why(&self, need: u16, scheme: SchemeId, why: OutWhy) -> (&'static str, String) {
        let lang = self.lang;
        let because = |because| self.because_of(need, scheme, because);
        let (code, words) = match why {
            OutWhy::DoesNotFit(reason) => return ("does-not-fit", because(reason)),
            OutWhy::NotSettled(reason) => {
                return ("not-settled", messages::out_not_settled(lang, &because(reason)));
            }
            OutWhy::AnswerFirst(reason) => {
                return ("answer-first", messages::out_answer_first(lang, &because(reason)));
            }
            OutWhy::TooSmall(most) => {
                return ("too-small", messages::out_too_small(lang, &self.euro(most)));
            }
            OutWhy::StatusNotKnown(reason) => return ("status-not-known", because(reason)),
            OutWhy::NotWith(other) => {
                return ("not-with", messages::out_not_with(lang, &self.scheme_name(other)));
            }
            OutWhy::LeastAboveGap(least) => {
                return ("least-above-gap", messages::out_least(lang, &self.euro(least)));
            }
            OutWhy::Beside(beside) => return self.beside(beside),
            OutWhy::LeftOut => ("left-out", messages::out_left_out(lang)),
            OutWhy::NoLoanWanted => ("no-loan-wanted", messages::no_loan(lang)),
            OutWhy::Covered => ("covered", messages::out_covered(lang)),
            OutWhy::NoAidRoom => ("no-aid-room", messages::out_no_room(lang)),
            OutWhy::AidRoomOpen => ("aid-room-open", messages::out_room_open(lang)),
            OutWhy::GivesNothing => ("gives-nothing", messages::out_gives_nothing(lang)),
            OutWhy::NotRepayable => ("not-repayable", messages::out_not_repayable(lang)),
            OutWhy::EnoughOfItsKind => ("enough-of-its-kind", messages::out_enough(lang)),
            OutWhy::AmountNotKnown => ("amount-not-known", messages::out_amount_open(lang)),
        };
        (code, words.to_owned())
    }

    fn beside(&self, beside: Beside) -> (&'static str, String) {
        let lang = self.lang;
        let (code, words) = match beside {
            Beside::NoMoney => ("no-money", messages::beside_no_money(lang)),
            Beside::TaxLater => ("tax-later", messages::beside_tax(lang)),
            Beside::WageCosts => ("wage-costs", messages::beside_wages(lang)),
            Beside::Framework => ("framework", messages::beside_framework(lang)),
            Beside::ForResults => ("for-results", messages::beside_results(lang)),
        };
        (code, words.to_owned())
    }

    fn because_of(&self, need: u16, scheme: SchemeId, because: Because) -> String {
        let subject = self.need_subject(need);
        self.scheme(scheme).map_or(String::new(), |scheme| self.because(scheme, because, subject))
    }

    pub(super) fn refused_why(&self, need: u16, scheme: SchemeId, why: RefusedWhy) -> String {
        let lang = self.lang;
        match why {
            RefusedWhy::DoesNotFit(because) => self.because_of(need, scheme, because),
            RefusedWhy::NoLayer => messages::refused_no_layer(lang).to_owned(),
            RefusedWhy::Outside { least, most } => self.range(least, most),
            RefusedWhy::NotTogether => messages::refused_not_together(lang).to_owned(),
            RefusedWhy::NoLoanWanted => messages::no_loan(lang).to_owned(),
        }
    }
}
