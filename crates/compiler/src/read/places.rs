//! Municipalities, provinces and labour-market regions (`places/*.toml`).

use super::reader::{Entry, Fields, Need};
use super::sources::{Citation, citations};
use crate::diagnostic::Placed;
use steunwijzer_engine::date::Date;

/// A file of places.
#[derive(Debug, Default)]
pub(crate) struct Places {
    pub(crate) provinces: Vec<Province>,
    pub(crate) municipalities: Vec<Municipality>,
    pub(crate) sources: Vec<Citation>,
}

/// A province.
#[derive(Debug)]
pub(crate) struct Province {
    pub(crate) name: Placed<String>,
    pub(crate) aliases: Vec<String>,
}

/// A municipality.
#[derive(Debug)]
pub(crate) struct Municipality {
    pub(crate) code: Placed<String>,
    pub(crate) name: Placed<String>,
    pub(crate) province: Placed<String>,
    pub(crate) region: Placed<String>,
    pub(crate) aliases: Vec<String>,
    pub(crate) from: Option<Date>,
    pub(crate) until: Option<Date>,
    pub(crate) successors: Vec<Placed<String>>,
}

/// Reads a file of places.
pub(crate) fn read(fields: &Fields<'_>) -> Option<Places> {
    Some(Places {
        provinces: fields.list("province", |entry| entry.fields("a province", province)),
        municipalities: fields.list("municipality", |entry| entry.fields("a municipality", municipality)),
        sources: citations(fields, Need::Required),
    })
}

fn province(fields: &Fields<'_>) -> Option<Province> {
    let name = fields.required("name", Entry::text);
    let aliases = aliases(fields);
    Some(Province { name: name?, aliases })
}

fn municipality(fields: &Fields<'_>) -> Option<Municipality> {
    let own_code = fields.required("code", code);
    let name = fields.required("name", Entry::text);
    let province = fields.required("province", Entry::text);
    let region = fields.required("region", Entry::text);
    let aliases = aliases(fields);
    let from = fields.optional("from", Entry::day);
    let until = fields.optional("until", Entry::day);
    let successors = fields.list("successors", code);
    Some(Municipality {
        code: own_code?,
        name: name?,
        province: province?,
        region: region?,
        aliases,
        from: from.map(|day| day.value),
        until: until.map(|day| day.value),
        successors,
    })
}

fn aliases(fields: &Fields<'_>) -> Vec<String> {
    fields.list("aliases", |entry| Some(entry.text()?.value))
}

fn code(entry: Entry<'_>) -> Option<Placed<String>> {
    let code = entry.text()?;
    let digits = code.strip_prefix("GM").unwrap_or_default();
    if digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()) {
        return Some(code);
    }
    let message = format!("`{}` is not the code of a municipality", code.value);
    entry.log().error(code.at, message, "write GM and four digits: `GM0344`");
    None
}

impl Places {
    /// Adds what stands in another file.
    pub(crate) fn add(&mut self, more: Places) {
        self.provinces.extend(more.provinces);
        self.municipalities.extend(more.municipalities);
        self.sources.extend(more.sources);
    }
}
