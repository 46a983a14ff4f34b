//! The brotli twin of every file.

use std::fs;
use std::path::Path;

use crate::{Result, doing};

/// Highest quality and largest window: this runs once, the files are read many times.
const QUALITY: i32 = 11;
const WINDOW: i32 = 22;

/// Writes `name.br` beside every file in the folder and the folders in it.
pub(crate) fn folder(folder: &Path) -> Result<()> {
    for entry in doing("listing", folder, fs::read_dir(folder))? {
        let path = doing("listing", folder, entry)?.path();
        if path.is_dir() {
            self::folder(&path)?;
        } else {
            let packed = packed(&doing("reading", &path, fs::read(&path))?);
            let mut name = path.clone().into_os_string();
            name.push(".br");
            doing("writing", &path, fs::write(name, doing("packing", &path, packed)?))?;
        }
    }
    Ok(())
}

fn packed(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut output, &parameters)?;
    Ok(output)
}

#[cfg(test)]
mod tests {
    use super::packed;

    #[test]
    fn packed_bytes_unpack_to_the_same() {
        let original = b"past, past niet, nog niet te zeggen; ".repeat(50);
        let small = packed(&original).unwrap();
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut small.as_slice(), &mut back).unwrap();
        assert_eq!(back, original);
        assert!(small.len() * 10 < original.len());
    }
}
