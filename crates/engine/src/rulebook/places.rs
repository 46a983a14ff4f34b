//! Municipalities and provinces.

use crate::date::Date;
use serde::{Deserialize, Serialize};

/// A municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Municipality {
    /// The code of Statistics Netherlands: `GM0344`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Other names that people type.
    pub aliases: Vec<String>,
    /// Its labour-market region.
    pub region: String,
    /// The first day, if it was formed after 2016.
    pub from: Option<Date>,
    /// The last day, if it was abolished.
    pub until: Option<Date>,
    /// The codes of the municipalities it went into.
    pub successors: Vec<String>,
}

/// A province: a range of municipalities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Province {
    /// Its name.
    pub name: String,
    /// Other names that people type.
    pub aliases: Vec<String>,
    /// Its first municipality.
    pub first: u16,
    /// Its last municipality.
    pub last: u16,
}
