//! The day in the Netherlands, whatever the clock of the device says about zones.

use js_sys::{Array, Date as JsDate, Intl, Object, Reflect};
use steunwijzer_engine::date::Date;
use wasm_bindgen::JsValue;

/// Today in Amsterdam; `None` if the browser cannot say it.
pub(crate) fn in_amsterdam() -> Option<Date> {
    let locales = Array::of1(&JsValue::from_str("en-CA")); // writes 2026-11-21
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("timeZone"), &JsValue::from_str("Europe/Amsterdam")).ok()?;
    let format = Intl::DateTimeFormat::new(&locales, &options).format();
    let text = format.call1(&JsValue::UNDEFINED, &JsDate::new_0()).ok()?;
    text.as_string()?.parse().ok()
}
