//! What goes with the code: house style, policy, testing, what the host is told, privacy.

use super::code::Files;
use super::copied;
use super::model::{Copied, Way};
use crate::dom::{el, says, text};
use crate::page::PageProps;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::embed_page as say;
use yew::{Html, html};

/// A token that a host gives a value, as an example.
const TOKENS: &str = "steun-wijzer {
  --nl-button-primary-background-color: #00665e;
  --nl-button-primary-color: #ffffff;
}";

/// What the page needs of a policy when the files come from the host's own server.
const OWN_POLICY: &str = "script-src 'self' 'wasm-unsafe-eval';
connect-src 'self';
style-src 'self'";

pub(super) fn explained(props: &PageProps, files: Option<&Files>) -> Vec<Html> {
    let lang = props.model.lang();
    let way = props.model.embed.way;
    vec![el(
        "div",
        "reading explained",
        vec![
            look(lang, way),
            policy(lang, way, files),
            part(
                say::test(lang),
                vec![list(
                    "ol",
                    &[say::test_1(lang), say::test_2(lang), say::test_3(lang), say::test_4(lang)],
                )],
            ),
            events(lang, way),
            privacy(props, files),
        ],
    )]
}

fn part(title: &str, mut content: Vec<Html>) -> Html {
    content.insert(0, says("h2", "", title));
    el("section", "", content)
}

fn list(tag: &'static str, points: &[&str]) -> Html {
    el(tag, "points", points.iter().map(|point| says("li", "", point)).collect())
}

/// Something that stands in code, as it stands there.
fn sample(code: &str) -> Html {
    html! { <pre class="link">{ code }</pre> }
}

fn look(lang: Lang, way: Way) -> Html {
    let content = match way {
        Way::Element => vec![
            list("ul", &[say::look_1(lang), say::look_2(lang), say::look_3(lang)]),
            says("p", "", say::look_4(lang)),
            sample(TOKENS),
        ],
        Way::Frame => vec![says("p", "", say::look_5(lang))],
    };
    part(say::look(lang), content)
}

fn policy(lang: Lang, way: Way, files: Option<&Files>) -> Html {
    let mut content = vec![says("p", "", say::policy_why(lang))];
    let own = match way {
        Way::Element => OWN_POLICY,
        Way::Frame => "frame-src 'self';\nscript-src 'self'",
    };
    content.extend([says("p", "", say::policy_own(lang)), sample(own)]);
    if let Some(origin) = files.map(Files::origin) {
        let other = match way {
            Way::Element => [
                "script-src 'self' 'wasm-unsafe-eval' ",
                origin,
                ";\nconnect-src 'self' ",
                origin,
                ";\nstyle-src 'self'",
            ]
            .concat(),
            Way::Frame => ["frame-src ", origin, ";\nscript-src 'self' ", origin].concat(),
        };
        content.extend([says("p", "", say::policy_other(lang)), sample(&other)]);
    }
    content.push(says("p", "", say::policy_no(lang)));
    part(say::policy(lang), content)
}

/// The events of the element, or what the frame says.
fn events(lang: Lang, way: Way) -> Html {
    let content = match way {
        Way::Frame => vec![says("p", "", say::events_frame(lang))],
        Way::Element => {
            let each = [
                ("steunwijzer-ready", say::event_ready(lang)),
                ("steunwijzer-answer", say::event_answer(lang)),
                ("steunwijzer-advice", say::event_advice(lang)),
                ("steunwijzer-height", say::event_height(lang)),
                ("steunwijzer-error", say::event_error(lang)),
            ];
            let row = |(name, what): (&str, &str)| {
                el("div", "", vec![el("dt", "", vec![says("code", "", name)]), says("dd", "", what)])
            };
            vec![
                says("p", "", say::events_element(lang)),
                el("dl", "given", each.into_iter().map(row).collect()),
                says("p", "", say::event_agreed(lang)),
                says("p", "", say::events_wall(lang)),
            ]
        }
    };
    part(say::events(lang), content)
}

/// The text in both languages: a site speaks to all its visitors.
fn privacy(props: &PageProps, files: Option<&Files>) -> Html {
    let lang = props.model.lang();
    let mut content = vec![says("p", "", say::privacy_why(lang))];
    for own in [Lang::Nl, Lang::En] {
        let origin = files.map_or("…", Files::origin);
        let text = privacy_text(own, props.model.embed.way, props.model.embed.shares(), origin);
        content.push(copied(
            props,
            Copied::Privacy(own),
            own.name(),
            html! { <div lang={own.code()}>{ text }</div> },
        ));
    }
    part(say::privacy(lang), content)
}

fn privacy_text(lang: Lang, way: Way, shares: bool, origin: &str) -> Html {
    let kept = match way {
        Way::Element => say::privacy_3_element(lang),
        Way::Frame => say::privacy_3_frame(lang),
    };
    let from = say::privacy_4(lang, origin);
    let mut lines = vec![say::privacy_title(lang), say::privacy_1(lang)];
    lines.push(if shares { say::privacy_2_asked(lang) } else { say::privacy_2(lang) });
    lines.extend([kept, &from, say::privacy_5(lang)]);
    let each = lines.into_iter().map(|line| el("p", "", vec![text(line)]));
    html! { <>{ for each }</> }
}
