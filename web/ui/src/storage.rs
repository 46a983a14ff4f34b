//! What this device remembers: one entry, written only after the visitor asked for it.

use gloo::utils::window;
use web_sys::Storage;

const KEY: &str = "steunwijzer.dossier";

/// The storage of the browser; none where it is blocked. Nothing is written to find that out.
///
/// None for a page from a disk either: browsers give all files of a disk one storage, and any of them
/// could read it.
fn storage() -> Option<Storage> {
    if window().location().protocol().is_ok_and(|protocol| protocol == "file:") {
        return None;
    }
    window().local_storage().ok().flatten().filter(|storage| storage.length().is_ok())
}

/// Whether something can be remembered.
pub(crate) fn is_allowed() -> bool {
    storage().is_some()
}

/// What is remembered.
pub(crate) fn read() -> Option<String> {
    storage()?.get_item(KEY).ok().flatten()
}

/// Remembers a text. Whether that worked: it may be full.
pub(crate) fn write(text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(KEY, text).is_ok())
}

/// Forgets it.
pub(crate) fn forget() {
    if let Some(storage) = storage() {
        // What is not there is forgotten.
        let _forgotten = storage.remove_item(KEY);
    }
}
