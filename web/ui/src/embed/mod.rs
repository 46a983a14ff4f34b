//! The advisor as a box in somebody else's site: what that site may ask for, how the box looks, and
//! what the site is told.

mod model;
mod settings;
mod tell;
mod view;

pub(crate) use model::{Consent, Host, HostEvent};
pub(crate) use settings::Settings;
pub(crate) use tell::{Teller, Tells, Told, written};
pub(crate) use view::{after, before, privacy};
