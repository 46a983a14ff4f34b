//! A part of the page while it is drawn: items, and their sources by number.

use crate::dom::{all, el, hidden, says, text};
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{citation, jump};
use crate::store::Event;
use steunwijzer_advisor::case::CaseAction;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::toolkit as say;
use steunwijzer_advisor::municipal::{ItemRow, Reference, Side, Sources, TickRow};
use steunwijzer_advisor::present::{CitationRow, Link};
use steunwijzer_engine::municipal::{Item, List};
use yew::{Html, html};

/// A part of the page while it is drawn.
pub(super) struct Sheet<'a> {
    pub(super) props: &'a PageProps,
    pub(super) side: Side<'a>,
    named: Sources,
    /// The part, for the addresses of its sources.
    id: String,
}

impl<'a> Sheet<'a> {
    /// An empty part; none while the texts are still to come.
    pub(super) fn new(props: &'a PageProps) -> Option<Sheet<'a>> {
        Some(Sheet { props, side: props.model.side()?, named: Sources::default(), id: String::new() })
    }

    /// The same for the part with this name.
    pub(super) fn named(self, id: &str) -> Sheet<'a> {
        Sheet { id: id.to_owned(), ..self }
    }

    pub(super) fn lang(&self) -> Lang {
        self.props.model.lang()
    }

    /// A list under its title.
    pub(super) fn list(&mut self, list: &'a List<Item>) -> Html {
        let title = self.side.title(list);
        let rows = self.side.items(list);
        all(vec![says("h3", "", title), self.rows("ul", "points", &rows)])
    }

    /// Items in a list of this kind.
    pub(super) fn rows(&mut self, tag: &'static str, class: &'static str, rows: &[ItemRow<'_>]) -> Html {
        let each = rows.iter().map(|row| el("li", "", self.item(row))).collect();
        el(tag, class, each)
    }

    /// Name, text and where it comes from.
    pub(super) fn item(&mut self, row: &ItemRow<'_>) -> Vec<Html> {
        let mut parts = Vec::new();
        if !row.name.is_empty() {
            parts.push(says("h4", "", row.name));
        }
        parts.push(el("p", "", vec![text(row.text), text(" "), self.refer(&row.citations)]));
        parts
    }

    /// The numbers of the sources of something.
    pub(super) fn refer(&mut self, citations: &[CitationRow]) -> Html {
        let references = self.named.refer(citations);
        el("span", "references", references.iter().map(|reference| self.reference(reference)).collect())
    }

    fn reference(&self, reference: &Reference) -> Html {
        let number = reference.number.to_string();
        let words = say::reference(self.lang(), &number);
        let at = if reference.at.is_empty() { String::new() } else { [", ", &reference.at].concat() };
        jump(self.props, "reference", self.source_id(reference.number), text(&[words.as_str(), &at].concat()))
    }

    fn source_id(&self, number: usize) -> String {
        ["bron-", &self.id, "-", &number.to_string()].concat()
    }

    /// The sources that were named so far, by number.
    pub(super) fn sources(&self) -> Html {
        let rows = self.named.rows();
        if rows.is_empty() {
            return Html::default();
        }
        let each = rows.iter().zip(1usize..).map(|(row, number)| {
            let content = text(&[", ", &row.content].concat());
            html! { <li id={self.source_id(number)} tabindex="-1">{ citation(row) }{ content }</li> }
        });
        html! { <><h3>{ say::sources(self.lang()) }</h3><ol class="tool-sources">{ for each }</ol></> }
    }

    /// What to watch, under a small heading.
    pub(super) fn watch(&mut self, rows: &[ItemRow<'_>]) -> Html {
        if rows.is_empty() {
            return Html::default();
        }
        all(vec![says("p", "label", say::watch(self.lang())), self.rows("ul", "points", rows)])
    }

    /// The pages on which the entrepreneur sees it.
    pub(super) fn schemes(&self, schemes: &[Link]) -> Html {
        if schemes.is_empty() {
            return Html::default();
        }
        let mut words = vec![text(say::schemes(self.lang())), text(": ")];
        for (scheme, at) in schemes.iter().zip(0usize..) {
            words.extend([
                text(if at > 0 { "; " } else { "" }),
                self.props.link(Page::Scheme(scheme.scheme), "", text(&scheme.name)),
            ]);
        }
        el("p", "small", words)
    }

    /// Something to tick off.
    pub(super) fn tick(&self, tick: &TickRow<'_>, of: &str) -> Html {
        let onchange = self.props.on(Event::Case(CaseAction::Tick(tick.key.clone())));
        let of = if of.is_empty() { Html::default() } else { hidden(&[of, ": "].concat()) };
        html! {
            <li><label class="tick"><input type="checkbox" checked={tick.is_ticked} {onchange} /><span>{ of }{ text(tick.text) }</span></label></li>
        }
    }
}
