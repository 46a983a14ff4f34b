//! The zip: the same files give the same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::Result;

/// Packs files into one folder of that name, in the order of their names, with the time of a day.
///
/// # Errors
/// When the day is not one (`2026-11-21`) or a file cannot be packed.
pub(crate) fn zip(folder: &str, files: &[(String, Vec<u8>)], date: &str) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(midnight(date)?)
        .unix_permissions(0o644);
    let mut files: Vec<&(String, Vec<u8>)> = files.iter().collect();
    files.sort();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let failed = |error: &dyn std::fmt::Display| format!("packing {name}: {error}");
        writer.start_file(format!("{folder}/{name}"), options).map_err(|error| failed(&error))?;
        writer.write_all(bytes).map_err(|error| failed(&error))?;
    }
    let archive = writer.finish().map_err(|error| format!("closing the archive: {error}"))?;
    Ok(archive.into_inner())
}

fn midnight(date: &str) -> Result<DateTime> {
    let wrong = || format!("`{date}` is no day");
    let mut parts = date.split('-');
    let mut part = || parts.next().ok_or_else(wrong);
    let (year, month, day) = (part()?, part()?, part()?);
    let number = |text: &str| text.parse::<u8>().map_err(|_| wrong());
    let year = year.parse().map_err(|_| wrong())?;
    DateTime::from_date_and_time(year, number(month)?, number(day)?, 0, 0, 0).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::zip;

    fn file(name: &str, text: &str) -> (String, Vec<u8>) {
        (name.to_owned(), text.into())
    }

    #[test]
    fn the_order_of_the_files_does_not_matter() {
        let (one, two) = (file("b.txt", "twee"), file("a/a.txt", "een"));
        let packed = |files: &[_]| zip("steunwijzer", files, "2026-11-21").unwrap();
        assert_eq!(packed(&[one.clone(), two.clone()]), packed(&[two, one]));
    }

    #[test]
    fn what_is_packed_comes_out_with_the_time_of_the_edition() {
        let bytes = zip("steunwijzer", &[file("a/a.txt", "een")], "2026-11-21").unwrap();
        let mut archive = ::zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut entry = archive.by_index(0).unwrap();
        assert_eq!(entry.name().unwrap(), "steunwijzer/a/a.txt");
        assert_eq!(entry.last_modified().map(|time| time.to_string()).unwrap(), "2026-11-21 00:00:00");
        let mut text = String::new();
        std::io::Read::read_to_string(&mut entry, &mut text).unwrap();
        assert_eq!(text, "een");
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for wrong in ["", "2026-11", "2026-13-01", "vandaag"] {
            assert!(zip("x", &[], wrong).is_err(), "{wrong}");
        }
    }
}
