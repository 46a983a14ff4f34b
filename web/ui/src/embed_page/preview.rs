//! The advisor in a box, as visitors of the other site will see it. It is the same module with the same
//! words, in a shadow tree: nothing is asked for, and what is answered here stays here.

use super::code::Attribute;
use super::model::Theme;
use crate::app::{App, HostProps, Props as AppProps};
use crate::dossier::Memory;
use crate::embed::Settings;
use crate::navigation::Page;
use crate::site::Site;
use crate::surroundings::Surroundings;
use gloo::utils::document;
use js_sys::Array;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_engine::date::Date;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Element, ShadowRoot, ShadowRootInit, ShadowRootMode};
use yew::{AppHandle, Callback, Html, Properties, Renderer, component, html, use_effect_with, use_node_ref};

/// What is shown. Other choices make another box: the component has a key of its own for each.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PreviewProps {
    pub(super) site: Site,
    pub(super) lang: Lang,
    pub(super) today: Date,
    pub(super) attributes: Vec<Attribute>,
    pub(super) theme: Theme,
}

/// The id of the node in the shadow tree that has what the `html` element has on a page.
const MOUNT: &str = "voorbeeld";

/// Below the heading of the preview.
const HEADING: &str = "3";

/// The box.
#[component]
pub(super) fn Preview(props: &PreviewProps) -> Html {
    let node = use_node_ref();
    {
        let (node, props) = (node.clone(), props.clone());
        use_effect_with((), move |()| {
            let shown = node.cast::<Element>().and_then(|host| show(&host, &props));
            move || {
                if let Some(shown) = shown {
                    shown.destroy();
                }
            }
        });
    }
    html! { <div class="preview" ref={node}></div> }
}

fn show(host: &Element, props: &PreviewProps) -> Option<AppHandle<App>> {
    let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?;
    adopt_styles(&shadow, props.theme)?;
    let mount = document().create_element("div").ok()?;
    mount.set_id(MOUNT);
    shadow.append_child(&mount).ok()?;
    let mut settings = Settings::default();
    settings.read("heading-level", Some(HEADING), &props.site)?;
    for (name, value) in &props.attributes {
        // Those that the script of the element reads are no settings.
        let _read = settings.read(name, Some(value), &props.site);
    }
    let app = AppProps {
        site: props.site.clone(),
        lang: props.lang,
        today: props.today,
        page: Page::Start,
        memory: Memory::NotOurs,
        shared: None,
        around: Surroundings::of(&mount),
        host: Some(HostProps { settings, lang: None, filled: None, kept: None, tell: Callback::noop() }),
        brought: None,
        refresh: None,
    };
    Some(Renderer::<App>::with_root_and_props(mount, app).render())
}

/// Gives the shadow tree the styles of the page, with the tokens of `:root` on the mount.
fn adopt_styles(shadow: &ShadowRoot, theme: Theme) -> Option<()> {
    let all = document().style_sheets();
    let sheets = (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<CssStyleSheet>().ok());
    let mut text = String::new();
    // The rules of a sheet from elsewhere cannot be read.
    for rules in sheets.filter_map(|sheet| sheet.css_rules().ok()) {
        let each = (0..rules.length()).filter_map(|at| rules.get(at));
        text.extend(each.filter_map(|rule| in_box(&rule.css_text(), theme)));
    }
    let own = CssStyleSheet::new().ok()?;
    own.replace_sync(&text).ok()?;
    shadow.set_adopted_style_sheets(&Array::of1(&own));
    Some(())
}

const DARK: &str = "@media screen and (prefers-color-scheme: dark)";
const LIGHT: &str = "@media screen and (prefers-color-scheme: light)";

/// A rule of the page as it holds in the box; none if it belongs to the other theme.
fn in_box(rule: &str, theme: Theme) -> Option<String> {
    let rule = rule.replace(":root", &["#", MOUNT].concat());
    match theme {
        Theme::Light if rule.starts_with(DARK) => None,
        Theme::Dark if rule.starts_with(LIGHT) => None,
        Theme::Light => Some(rule.replacen(LIGHT, "@media screen", 1)),
        Theme::Dark => Some(rule.replacen(DARK, "@media screen", 1)),
        Theme::Auto => Some(rule),
    }
}

#[cfg(test)]
mod tests {
    use super::{Theme, in_box};

    #[test]
    fn the_theme_of_the_box_is_not_that_of_the_device() {
        let dark = "@media screen and (prefers-color-scheme: dark) { :root { --a: b; } }";
        let light = "@media screen and (prefers-color-scheme: light) { :root { --a: b; } }";
        let here = Some("@media screen { #voorbeeld { --a: b; } }".to_owned());
        assert_eq!(in_box(dark, Theme::Dark), here);
        assert_eq!(in_box(light, Theme::Light), here);
        assert_eq!(in_box(dark, Theme::Light), None);
        assert_eq!(in_box(light, Theme::Dark), None);
        assert_eq!(in_box(":root { --a: b; }", Theme::Auto), Some("#voorbeeld { --a: b; }".to_owned()));
    }
}
