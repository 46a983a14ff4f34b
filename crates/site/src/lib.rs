//! The static pages, the feed and the open data of an edition, as files.
//!
//! Everything is read from an [`Edition`]; nothing is judged for anybody. The same edition, day and
//! address give the same bytes.
//!
//! ```text
//! Edition → Known (who uses what, where it holds) → a page per thing and language → files
//! ```

mod address;
mod assets;
mod data;
mod feed;
mod known;
mod layout;
mod pages;
mod parts;
mod sitemap;
mod structured;

use known::Known;
use std::collections::BTreeMap;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_compiler::Edition;
use steunwijzer_engine::date::Date;

pub use address::Base;

/// What the pages need to know besides the edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Where the folder will stand on the web. Without it there are no canonical links and no
    /// sitemap, and links name the file `index.html`, so that they work from a disk as well.
    pub base: Option<Base>,
    /// The day for which freshness is judged.
    pub as_on: Date,
}

/// The files of a site by their path inside its folder, with forward slashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Every file.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How many of them are pages.
    pub pages: usize,
}

/// Makes every file of the site.
pub fn site(edition: &Edition, options: &Options) -> Site {
    let known = Known::of(edition, options.as_on);
    let data = data::files(edition, &known);
    let mut site = Site::default();
    for lang in [Lang::Nl, Lang::En] {
        for (path, page) in pages::all(edition, &known, options, &data, lang) {
            site.files.insert(path, page.into_bytes());
            site.pages += 1;
        }
        let (path, index) = pages::search_index(edition, &known, lang);
        site.files.insert(path, index.into_bytes());
        let (path, feed) = feed::feed(edition, &known, options, lang);
        site.files.insert(path, feed.into_bytes());
    }
    site.files.insert("404.html".to_owned(), pages::missing(edition, options).into_bytes());
    site.pages += 1;
    for folder in data::folders(edition) {
        for file in &data {
            site.files.insert(format!("{folder}{}", file.name), file.bytes.clone());
        }
    }
    site.files.extend(sitemap::files(edition, &known, options.base.as_ref()));
    site.files.extend(assets::files());
    site
}
