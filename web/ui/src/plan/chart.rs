//! The chart of a cash flow. What it shows stands in words and in a table beside it.

use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::cash as say;
use steunwijzer_advisor::present::plan::{Bar, Chart};
use yew::{Html, html};

/// A chart for one width; `name` makes its ids its own.
pub(super) fn chart(lang: Lang, chart: &Chart, name: &'static str, words: &str) -> Html {
    let Chart { width, height, left, .. } = *chart;
    let pattern = ["streep-", name].concat();
    let fill = ["url(#", &pattern, ")"].concat();
    let ticks = chart.ticks.iter().map(|tick| {
        let class = if tick.is_zero { "zero" } else { "across" };
        html! { <>
            <line {class} x1={left.to_string()} x2={width.to_string()} y1={tick.y.to_string()} y2={tick.y.to_string()} />
            <text x={(left - 6).to_string()} y={(tick.y + 4).to_string()} text-anchor="end">{ &tick.text }</text>
        </> }
    });
    let names = chart
        .names
        .iter()
        .map(|(x, y, name)| html! { <text x={x.to_string()} y={y.to_string()}>{ name }</text> });
    let unknown = chart.unknown.map(|(x, wide)| {
        html! { <>
            <rect class="unknown" x={x.to_string()} y="10" width={(wide - 1).to_string()} height={(height - 50).to_string()} />
            <text x={(x + 8).to_string()} y="28">{ say::legend_unknown(lang) }</text>
        </> }
    });
    let lowest = chart.lowest.as_ref().map(|(x, y, label)| {
        let (anchor, shift) = if *x > width / 2 { ("end", -8) } else { ("start", 8) };
        html! { <>
            <circle class="lowest" cx={x.to_string()} cy={y.to_string()} r="5" />
            <text class="lowest" x={(x + shift).to_string()} y={(y + 18).to_string()} text-anchor={anchor}>{ label }</text>
        </> }
    });
    html! {
        <svg class={["chart ", name].concat()} viewBox={["0 0 ", &width.to_string(), " ", &height.to_string()].concat()}
            role="img" aria-label={words.to_owned()} focusable="false">
            <defs>
                { stripes(pattern) }
            </defs>
            { for ticks }
            { for chart.bars.iter().map(|one| bar(one, &fill)) }
            { for unknown }
            if !chart.other_line.is_empty() { <polyline class="other" points={chart.other_line.clone()} /> }
            <polyline class="balance" points={chart.line.clone()} />
            { for lowest }
            { for names }
        </svg>
    }
}

fn bar(bar: &Bar, stripes: &str) -> Html {
    let fill = (bar.kind == "lkv").then(|| stripes.to_owned());
    html! {
        <rect class={bar.kind} {fill} x={bar.x.to_string()} y={bar.y.to_string()}
            width={bar.width.to_string()} height={bar.height.to_string()} />
    }
}

/// The shape of a kind, beside its name.
pub(super) fn swatch(kind: &'static str) -> Html {
    let is_striped = kind == "lkv";
    let fill = is_striped.then_some("url(#streep-teken)");
    html! {
        <svg class="chart-sign" viewBox="0 0 18 14" width="18" height="14" aria-hidden="true" focusable="false">
            if is_striped { <defs>{ stripes("streep-teken".to_owned()) }</defs> }
            if matches!(kind, "line" | "other") {
                <polyline class={if kind == "line" { "balance" } else { "other" }} points="1,3 9,3 9,11 17,11" />
            } else {
                <rect class={kind} {fill} x="1" y="1" width="16" height="12" />
            }
        </svg>
    }
}

/// The stripes of money that comes later.
fn stripes(id: String) -> Html {
    html! {
        <pattern {id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="stripe-ground" width="6" height="6" /><rect class="stripe" width="3" height="6" />
        </pattern>
    }
}
