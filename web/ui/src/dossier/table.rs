//! A table that stays one for who hears it, also where its rows are blocks on a narrow screen.

use crate::dom::says;
use yew::{Html, html};

/// A row: what it is about, and a cell for each further head.
pub(super) struct Row {
    pub(super) about: Html,
    pub(super) cells: Vec<Html>,
}

/// A table with its name and the number of its rows; nothing without rows.
pub(super) fn table(name: &'static str, heads: &[&'static str], rows: Vec<Row>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    let count = [" (", &rows.len().to_string(), ")"].concat();
    let columns = heads.iter().map(|head| html! { <th role="columnheader" scope="col">{ *head }</th> });
    let drawn = rows.into_iter().map(|row| {
        let cells = heads.iter().skip(1).zip(row.cells);
        let cells = cells.map(|(head, cell)| html! { <td role="cell" data-head={*head}>{ cell }</td> });
        html! { <tr role="row"><th role="rowheader" scope="row">{ row.about }</th>{ for cells }</tr> }
    });
    html! {
        <table class="sides" role="table">
            <caption>{ name }{ says("span", "count", &count) }</caption>
            <thead role="rowgroup"><tr role="row">{ for columns }</tr></thead>
            <tbody role="rowgroup">{ for drawn }</tbody>
        </table>
    }
}
