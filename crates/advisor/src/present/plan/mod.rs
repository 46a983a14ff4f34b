//! The money plan, ready to show.

mod stack;

pub use stack::{
    GuaranteeRow, LayerRow, Means, MomentRow, MoneyRow, OutRow, ProposalSheet, StackSheet, aim_word,
};
