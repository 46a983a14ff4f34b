//! A stack as one bar in true proportions; always with the list that says the same.

use steunwijzer_advisor::present::plan::{LayerRow, ProposalSheet, Stage};
use yew::{Html, html};

/// The pattern of a layer: the same in the bar and before its name.
pub(super) fn pattern(layer: &LayerRow) -> &'static str {
    match layer.stage {
        Stage::Own | Stage::Confirmed | Stage::WageCosts => "own",
        Stage::Subsidy => "gift",
        Stage::GiftsAndCrowd | Stage::Loan | Stage::Equity if layer.is_share => "equity",
        Stage::GiftsAndCrowd | Stage::Loan | Stage::Equity if layer.is_repaid => "loan",
        Stage::GiftsAndCrowd | Stage::Loan | Stage::Equity => "gift",
    }
}

/// The square before the name of a layer.
pub(super) fn square(class: &'static str) -> Html {
    html! {
        <svg class={["stack-square ", class].concat()} width="18" height="18" aria-hidden="true" focusable="false">
            <rect class="ground" x="1" y="1" width="16" height="16" />{ marks(class) }
        </svg>
    }
}

fn marks(class: &'static str) -> Html {
    match class {
        "gift" => {
            html! { <path class="mark" d="M5 5h2v2h-2zM11 5h2v2h-2zM8 8h2v2h-2zM5 11h2v2h-2zM11 11h2v2h-2z" /> }
        }
        "loan" => html! { <path class="mark line" d="M2 9L9 2M2 16L16 2M9 16L16 9" /> },
        "equity" => {
            html! { <path class="mark line" d="M2 9L9 2M2 16L16 2M9 16L16 9M2 9L9 16M2 2L16 16M9 2L16 9" /> }
        }
        _ => Html::default(),
    }
}

/// The same marks as a tile: lines go on in the next.
fn tile(class: &'static str) -> Html {
    match class {
        "loan" => html! { <path class="mark line" d="M0 9L9 0M0 18L18 0M9 18L18 9" /> },
        "equity" => {
            html! { <path class="mark line" d="M0 9L9 0M0 18L18 0M9 18L18 9M0 9L9 18M0 0L18 18M9 0L18 9" /> }
        }
        _ => marks(class),
    }
}

/// The bar: what counts, then what stays open. Decoration.
pub(super) fn bar(proposal: &ProposalSheet, id: &str) -> Html {
    let counted = proposal.layers.iter().filter(|layer| layer.is_counted);
    let mut parts: Vec<(&'static str, u64)> =
        counted.filter_map(|layer| Some((pattern(layer), whole(layer.number.limits()?.0)?))).collect();
    // What counts leaves the lowest gap only if everything comes; the rest of the bar shows that.
    parts.extend(proposal.gap.number.limits().and_then(|(low, _)| Some(("gap", whole(low)?))));
    let all = parts.iter().map(|(_, amount)| amount).sum::<u64>().max(1);
    let percent = |amount: u64| {
        let tenths = amount * 1000 / all;
        [(tenths / 10).to_string(), ".".to_owned(), (tenths % 10).to_string(), "%".to_owned()].concat()
    };
    let mut before = 0;
    let rects = parts.into_iter().map(|(class, amount)| {
        let x = percent(before);
        before += amount;
        let fill = match class {
            "gift" | "loan" | "equity" => Some(["url(#", id, "-", class, ")"].concat()),
            _ => None,
        };
        html! { <rect {class} {x} y="1" width={percent(amount)} height="34" {fill} /> }
    });
    let each = ["gift", "loan", "equity"].map(|class| {
        html! {
            <pattern id={[id, "-", class].concat()} width="18" height="18" patternUnits="userSpaceOnUse">
                <rect class="ground" width="18" height="18" />{ tile(class) }
            </pattern>
        }
    });
    html! {
        <svg class="stack-bar" width="100%" height="36" aria-hidden="true" focusable="false"><defs>{ for each }</defs>{ for rects }</svg>
    }
}

/// Whole euros; none below zero or beyond counting.
fn whole(amount: rust_decimal::Decimal) -> Option<u64> {
    use rust_decimal::prelude::ToPrimitive;
    amount.trunc().to_u64().map(|euro| euro.min(1_000_000_000_000))
}
