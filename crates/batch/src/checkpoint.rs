//! How far a run came: enough to go on as if it had never stopped.

use crate::failure::Failure;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

/// How far a run came.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Checkpoint<S> {
    /// What the run is about, by name: the same again, or it is another run.
    pub(crate) about: Vec<(String, String)>,
    /// Rows of the input that were read, bad ones too.
    pub(crate) rows: u64,
    /// Bad rows among them.
    pub(crate) bad: u64,
    /// Bytes of the results so far.
    pub(crate) output: u64,
    /// Bytes of the file of bad rows so far.
    pub(crate) errors: u64,
    /// Counts and sums so far.
    pub(crate) summary: S,
}

impl<S: Serialize> Checkpoint<S> {
    /// Writes it beside the results, whole or not at all.
    pub(crate) fn write(&self, path: &Path) -> Result<(), Failure> {
        let new = path.with_extension("new");
        let write = || {
            let text = serde_json::to_string(self).map_err(io::Error::other)?;
            let mut file = File::create(&new)?;
            file.write_all(text.as_bytes())?;
            file.sync_data()?;
            fs::rename(&new, path)
        };
        write().map_err(|error| Failure::file(path, error))
    }
}

impl<S: DeserializeOwned> Checkpoint<S> {
    /// Reads it, if it is of this run.
    ///
    /// # Errors
    /// If it cannot be read, or is of another run: then what differs.
    pub(crate) fn read(path: &Path, about: &[(String, String)]) -> Result<Checkpoint<S>, Failure> {
        let text = fs::read_to_string(path).map_err(|error| Failure::file(path, error))?;
        let found: Checkpoint<S> = serde_json::from_str(&text)
            .map_err(|_| Failure::file(path, "this checkpoint is damaged: remove it to begin again"))?;
        let differs = about.iter().find(|own| !found.about.contains(own));
        match differs {
            None => Ok(found),
            Some((name, _)) => Err(Failure::file(
                path,
                format!(
                    "the run that stopped had another `{name}`: give the same again, or remove this file to \
                     begin anew"
                ),
            )),
        }
    }
}

/// A check code of a file: two files with one code are the same file, unless somebody means harm.
pub(crate) fn code_of(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut code: u64 = 0xcbf2_9ce4_8422_2325;
    let mut room = vec![0; 1 << 16];
    loop {
        let read = read_full(&mut file, &mut room)?;
        let bytes = room.get(..read).unwrap_or_default();
        for word in bytes.chunks(8) {
            let mut eight = [0; 8];
            eight.iter_mut().zip(word).for_each(|(own, byte)| *own = *byte);
            code = (code ^ u64::from_le_bytes(eight)).wrapping_mul(0x0100_0000_01b3).rotate_left(23);
        }
        if read < room.len() {
            return Ok(format!("{code:016x}"));
        }
    }
}

/// Fills the room, unless the file ends.
fn read_full(file: &mut File, room: &mut [u8]) -> io::Result<usize> {
    let mut read = 0;
    while let Some(rest) = room.get_mut(read..).filter(|rest| !rest.is_empty()) {
        match file.read(rest)? {
            0 => break,
            more => read += more,
        }
    }
    Ok(read)
}
