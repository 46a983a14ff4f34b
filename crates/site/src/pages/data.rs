//! The open data: what each file and column holds.

use crate::data::{self, File};
use crate::layout::{Content, Script, Writer};
use crate::structured::{put, typed};
use maud::html;
use serde_json::{Value, json};
use steunwijzer_advisor::messages::{fixed as common, fixed_data as say};
use steunwijzer_advisor::show;

pub(super) fn page(writer: &Writer<'_>, files: &[File]) -> Content {
    let lang = writer.lang;
    let edition = &writer.known.rulebook.edition;
    let folder = data::folder(writer.edition);
    let body = html! {
        p class="lead" { (say::lead(lang)) }
        p class="note" { (data::warning(writer.edition, lang)) }
        h2 { (say::licence(lang)) }
        p { (say::licence_text(lang)) }
        h2 { (say::version(lang)) }
        p { (say::version_text(lang, &show::day(lang, edition.date), &edition.hash)) " " (say::latest(lang)) }
        h2 { (say::files(lang)) }
        section class="scrolls" tabindex="0" aria-label=(say::files(lang)) {
            table class="numbers" {
                thead { tr {
                    th scope="col" { (say::file(lang)) } th scope="col" class="words" { (say::what(lang)) }
                    th scope="col" { (say::rows(lang)) } th scope="col" { (say::bytes(lang)) }
                } }
                tbody {
                    @for file in files {
                        tr {
                            th scope="row" { a href=(writer.file_link(&format!("{folder}{}", file.name))) { (file.name) } }
                            td class="words" { ((file.about)(lang)) }
                            td { @if let Some(rows) = file.rows { (show::decimal(lang, rows.into(), 0)) } }
                            td { (show::decimal(lang, file.bytes.len().into(), 0)) }
                        }
                    }
                }
            }
        }
        h2 { (say::form(lang)) }
        ul { @for one in data::FORM { li { (one(lang)) } } }
        @for file in files.iter().filter(|file| !file.columns.is_empty()) {
            h2 { (say::columns(lang, file.name)) }
            dl class="facts" {
                @for column in &file.columns { div { dt { code { (column.name) } } dd { ((column.about)(lang)) } } }
            }
        }
    };
    Content {
        title: common::data(lang).to_owned(),
        about: say::about(lang).to_owned(),
        body,
        data: vec![dataset(writer, files)],
        script: Script::None,
    }
}

fn dataset(writer: &Writer<'_>, files: &[File]) -> Value {
    let lang = writer.lang;
    let edition = &writer.known.rulebook.edition;
    let folder = data::folder(writer.edition);
    let address = |file: &File| {
        let path = format!("{folder}{}", file.name);
        writer.options.base.as_ref().map_or_else(|| writer.file_link(&path), |base| base.join(&path))
    };
    let distribution = files.iter().map(|file| {
        json!({
            "@type": "DataDownload",
            "name": file.name,
            "encodingFormat": file.media_type(),
            "contentUrl": address(file),
        })
    });
    let mut dataset = typed("Dataset");
    dataset.insert("name".to_owned(), common::home_title(lang).into());
    dataset.insert("description".to_owned(), say::about(lang).into());
    dataset.insert("license".to_owned(), data::LICENCE.into());
    dataset.insert("version".to_owned(), format!("{}+{}", edition.date, edition.hash).into());
    dataset.insert("datePublished".to_owned(), edition.date.to_string().into());
    dataset.insert("inLanguage".to_owned(), json!(["nl", "en"]));
    dataset.insert("isAccessibleForFree".to_owned(), true.into());
    put(&mut dataset, "url", writer.address(writer.page, lang));
    dataset.insert("distribution".to_owned(), distribution.collect());
    Value::Object(dataset)
}
