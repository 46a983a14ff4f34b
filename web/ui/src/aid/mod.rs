//! The aid account, and the draft declaration that is made of it.

mod declaration;
mod form;
mod model;
mod page;
mod schemes;

pub(crate) use declaration::declaration;
pub(crate) use model::{AidEvent, AidForm};
pub(crate) use page::aid;
