//! Structured data of schema.org, as data blocks that no browser runs.

use crate::address::Page;
use crate::layout::Writer;
use crate::parts::web;
use maud::{Markup, PreEscaped, html};
use serde_json::{Map, Value, json};
use steunwijzer_advisor::messages::{fixed, site as product};
use steunwijzer_advisor::present::kind_word;
use steunwijzer_engine::rulebook::{Kind, Level, Scheme, SchemeId};

const CONTEXT: &str = "https://schema.org";

/// A data block. `<` is escaped, so that nothing in it can end the block.
pub(crate) fn block(data: &Value) -> Markup {
    let text = data.to_string().replace('<', "\\u003c").replace('&', "\\u0026");
    html! { script type="application/ld+json" { (PreEscaped(text)) } }
}

/// The way back as structured data; only where pages have a whole address.
pub(crate) fn crumbs(writer: &Writer<'_>, title: &str) -> Option<Value> {
    let above = writer.above();
    let own = writer.address(writer.page, writer.lang)?;
    if above.is_empty() {
        return None;
    }
    let names = above.iter().filter_map(|page| {
        Some((writer.name_of_index(*page).to_owned(), writer.address(*page, writer.lang)?))
    });
    let items = names.chain([(title.to_owned(), own)]).zip(1..).map(|((name, item), position)| {
        json!({ "@type": "ListItem", "position": position, "name": name, "item": item })
    });
    Some(json!({
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": items.collect::<Vec<Value>>(),
    }))
}

/// The site itself.
pub(crate) fn website(writer: &Writer<'_>) -> Value {
    let mut data = typed("WebSite");
    data.insert("name".to_owned(), product::name(writer.lang).into());
    data.insert("description".to_owned(), fixed::home_lead(writer.lang).into());
    data.insert("inLanguage".to_owned(), writer.lang.code().into());
    put(&mut data, "url", writer.address(Page::Home, writer.lang));
    Value::Object(data)
}

/// A scheme, by what it is. Amounts and dates of rounds are left out: they need their conditions.
pub(crate) fn scheme(writer: &Writer<'_>, id: SchemeId, scheme: &Scheme) -> Value {
    let (kind, provider) = type_of(scheme);
    let mut data = typed(kind);
    let text = |text| writer.text(text);
    data.insert("name".to_owned(), text(scheme.texts.name).into());
    data.insert("description".to_owned(), text(scheme.texts.summary).into());
    put(&mut data, "url", writer.address(Page::Scheme(id), writer.lang));
    put(&mut data, "sameAs", web(text(scheme.texts.url)).map(str::to_owned));
    let who = organisation(scheme.level, text(scheme.texts.provider));
    data.insert(provider.to_owned(), who);
    if kind != "MonetaryGrant" {
        data.insert("areaServed".to_owned(), area(writer, id));
        data.insert("category".to_owned(), kind_word(writer.lang, scheme.kind).into());
    }
    Value::Object(data)
}

/// The type of a scheme, and the property that names who offers it.
fn type_of(scheme: &Scheme) -> (&'static str, &'static str) {
    let public = match scheme.level {
        Level::National | Level::Regional | Level::Municipal | Level::Eu => true,
        Level::Private => false,
    };
    match scheme.kind {
        Kind::Subsidy | Kind::Fund => ("MonetaryGrant", "funder"),
        Kind::Loan => ("LoanOrCredit", "provider"),
        Kind::Guarantee | Kind::Equity | Kind::Crowdfunding => ("FinancialProduct", "provider"),
        Kind::Tax | Kind::WageSubsidy | Kind::InKind | Kind::Recognition | Kind::Procurement if public => {
            ("GovernmentService", "provider")
        }
        Kind::Tax | Kind::WageSubsidy | Kind::InKind | Kind::Recognition | Kind::Procurement => {
            ("Service", "provider")
        }
    }
}

fn organisation(level: Level, name: &str) -> Value {
    let kind = match level {
        Level::National | Level::Regional | Level::Municipal | Level::Eu => "GovernmentOrganization",
        Level::Private => "Organization",
    };
    json!({ "@type": kind, "name": name })
}

fn area(writer: &Writer<'_>, id: SchemeId) -> Value {
    let Some(places) = writer.known.places(id) else {
        return json!({ "@type": "Country", "name": "NL" });
    };
    let here = writer.known.municipalities.iter().filter(|place| places.has(place.row));
    let names = here.filter_map(|place| writer.known.rulebook.municipalities.get(place.row));
    names.map(|one| json!({ "@type": "AdministrativeArea", "name": one.name })).collect()
}

pub(crate) fn typed(kind: &str) -> Map<String, Value> {
    let mut data = Map::new();
    data.insert("@context".to_owned(), CONTEXT.into());
    data.insert("@type".to_owned(), kind.into());
    data
}

pub(crate) fn put(data: &mut Map<String, Value>, key: &str, value: Option<String>) {
    if let Some(value) = value {
        data.insert(key.to_owned(), value.into());
    }
}
