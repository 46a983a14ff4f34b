//! The domain on top of the engine: what people type, how everything is said in Dutch and
//! English, what is shown first, and the state of an interview.
//!
//! The page and the command line both show what [`present`] makes, so both say the same.

pub mod answers_file;
pub mod calculators;
pub mod case;
pub mod coverage;
pub mod desk;
pub mod dossier;
pub mod entry;
pub mod export;
pub mod glossary;
pub mod interview;
pub mod json;
pub mod lang;
pub mod messages;
pub mod municipal;
pub mod paper;
pub mod present;
pub mod privacy_check;
pub mod show;
