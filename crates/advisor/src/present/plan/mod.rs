//! The money plan, ready to show: what hires bring, and when the money moves.

pub mod aid;
mod chart;
mod flow;
mod hiring;
mod settings;
mod stack;

pub use chart::{Bar, Chart, Tick};
pub use flow::{CashPage, CashPart, MonthRow, csv};
pub use hiring::{HirePage, HiringPage, OfferPage, Reading, TotalRow};
pub use settings::{Choice, Setting, SettingRow, Settings};
pub use stack::{
    Choose, Finance, FinanceField, GuaranteeRow, LayerRow, Means, MomentRow, MoneyRow, OutRow, ProposalSheet,
    StackSheet, aim_word,
};
pub use steunwijzer_plan::cash_flow::Standing;
pub use steunwijzer_plan::hires::Labour;
pub use steunwijzer_plan::stack::{StackRules, Stage, Wish};
