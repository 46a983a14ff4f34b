//! Drawings of 24 by 24, in the colour of their text. All are decoration: words stand beside them.

use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::Claim;
use yew::{Html, html};

/// A drawing of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Person,
    Law,
    Municipality,
    Market,
    Fork,
    Clock,
    Padlock,
    Source,
    Warning,
    Info,
    Plus,
    Print,
    Menu,
    Chevron,
    Ring,
    Tick,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Icon::Person => "M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4.5 20.5c.8-4.3 3.7-6.3 7.5-6.3s6.7 2 7.5 6.3",
            Icon::Law => "M3 9.5L12 4l9 5.5M5 20h14M6.5 10v8M12 10v8M17.5 10v8",
            Icon::Municipality => "M4 20.5V9.5h3v-3h3v-3h4v3h3v3h3v11zM9.5 20.5v-6h5v6",
            Icon::Market => "M4 8.5h14l-3.5-3.5M20 15.5H6l3.5 3.5",
            Icon::Fork => {
                "M12 21v-7.5M12 13.5C12 9 6 10 6 4.5M12 13.5C12 9 18 10 18 4.5M3 7.3l3-3 3 3M15 7.3l3-3 3 3"
            }
            Icon::Clock => "M3.2 12a8.8 8.8 0 1 0 17.6 0a8.8 8.8 0 1 0-17.6 0M12 7v5l3.2 2.4",
            Icon::Padlock => "M5.5 10.5h13v10h-13zM8.3 10.5V7.6a3.7 3.7 0 0 1 7.4 0v2.9",
            Icon::Source => "M5.5 3h8.5l4.5 4.5V21h-13zM13.8 3v4.8h4.7M8.5 12.5h7M8.5 16.5h7",
            Icon::Warning => "M12 3.8L22 20.5H2zM12 10v5M12 17.6v.2",
            Icon::Info => "M3.2 12a8.8 8.8 0 1 0 17.6 0a8.8 8.8 0 1 0-17.6 0M12 11v5.5M12 7.6v.2",
            Icon::Plus => "M12 5v14M5 12h14",
            Icon::Print => {
                "M7 8.5V3.5h10v5M7 17H4.5a1 1 0 0 1-1-1v-6.5a1 1 0 0 1 1-1h15a1 1 0 0 1 1 1V16a1 1 0 0 1-1 1H17M7 14h10v6.5H7z"
            }
            Icon::Menu => "M3.5 6.5h17M3.5 12h17M3.5 17.5h17",
            Icon::Chevron => "M6 9.5l6 6 6-6",
            Icon::Ring => "M8.6 12a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0",
            Icon::Tick => "M5.5 12.6l4.3 4.2 8.7-9.6",
        }
    }

    pub(crate) fn draw(self) -> Html {
        html! {
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path d={self.path()} />
            </svg>
        }
    }
}

/// The drawing of a verdict: shape and sign.
pub(crate) fn verdict(verdict: Verdict) -> Html {
    let (class, inner) = match verdict {
        Verdict::Fits => (
            "icon verdict fits",
            html! { <>
                <path class="fill" d="M2 4.5h13.5L22.5 12l-7 7.5H2z" />
                <path class="sign" d="M6.5 12.2l3.2 3.1 5.8-6.4" />
            </> },
        ),
        Verdict::CannotTell => (
            "icon verdict open",
            html! { <>
                <circle cx="12" cy="12" r="9.2" />
                <path class="fill" d="M12 5.6a6.4 6.4 0 0 1 0 12.8z" />
            </> },
        ),
        Verdict::DoesNotFit => (
            "icon verdict niet",
            html! { <><path class="soft" d="M2.5 5h19l-6 7 6 7h-19z" /><path class="sign" d="M6 12h7" /></> },
        ),
    };
    html! { <svg {class} viewBox="0 0 24 24" aria-hidden="true" focusable="false">{ inner }</svg> }
}

/// The sign inside a plate.
pub(crate) fn sign(verdict: Verdict) -> Html {
    let inner = match verdict {
        Verdict::Fits => html! { <path d="M5 12.6l4.6 4.4 9.2-10" /> },
        Verdict::CannotTell => html! { <>
            <circle cx="12" cy="12" r="9" />
            <path class="fill" d="M12 3a9 9 0 0 1 0 18z" />
        </> },
        Verdict::DoesNotFit => html! { <path d="M4 12h16" /> },
    };
    html! { <svg class="icon sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{ inner }</svg> }
}

/// The drawing of the strength of a claim.
pub(crate) fn claim(claim: Claim) -> Html {
    match claim {
        Claim::Right => Icon::Law,
        Claim::ByLaw => Icon::Municipality,
        Claim::Discretion => Icon::Person,
        Claim::Market => Icon::Market,
    }
    .draw()
}

/// The signpost.
pub(crate) fn logo() -> Html {
    html! {
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path class="pole" d="M9 3v27" />
            <path class="plate-1" d="M5 5.5h17.5l6 5-6 5H5z" />
            <path class="plate-2" d="M12 18h12l-3.2 3.8L24 25.5H12z" />
        </svg>
    }
}
