//! What people type, read as answers.

mod dates;
mod field;
mod numbers;
