//! The domain over the small rulebook of the compiler's tests: two schemes, one list.

mod answers_file;
mod interview;
mod places;
mod present;
mod small;
