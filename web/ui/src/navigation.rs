//! Pages and their addresses: the only place that touches the address of the browser.
//!
//! The address is a fragment, which is never sent to a server. Going somewhere adds a step to the
//! history, so *back* goes one page back; every step carries its number.

use crate::site::Site;
use crate::toolkit::Part;
use gloo::events::EventListener;
use gloo::utils::window;
use steunwijzer_engine::advice::Ask;
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::rulebook::{ListId, QuestionId, Rulebook, SchemeId};
use wasm_bindgen::JsValue;

/// The first part of the addresses of calculators.
const CALCULATORS: &str = "reken";

/// What a link with answers begins with.
const SHARED: &str = "#deel/";

/// A page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Page {
    /// The first.
    #[default]
    Start,
    /// One question about the organisation.
    Question(QuestionId),
    /// The records of a topic, and the one that is edited. The topic by its row.
    Records(u16, Option<u16>),
    /// All that was answered, by topic.
    Answers,
    /// The advice.
    Advice,
    /// Up to three schemes side by side.
    Compared,
    /// What it adds up to, and when the money moves.
    Plan,
    /// One scheme.
    Scheme(SchemeId),
    /// How sure this is, and who answers for it.
    About,
    /// What happens to answers.
    Privacy,
    /// The aid account.
    Aid,
    /// The draft declaration of aid.
    Declaration,
    /// Everything on one sheet, for a civil servant with a caller.
    Desk,
    /// What a municipality can do, with this part folded out.
    Toolkit(Option<Part>),
    /// Saving, opening, comparing, sharing, wiping.
    Dossier,
    /// The advice on two pages.
    Paper,
    /// The accessibility statement.
    Access,
    /// For who puts Steunwijzer on another site.
    Embed,
    /// All calculators.
    Calculators,
    /// One calculator, by its row.
    Calculator(u16),
}

/// What a page of the interview or a sum asks. The desk asks everything and has fields of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asks {
    /// One question about the organisation.
    Question(QuestionId),
    /// The records of a topic, by its row, and the one that is edited.
    Records(u16, Option<u16>),
    /// What a calculator needs.
    Sum,
    /// Nothing.
    Nothing,
}

impl Page {
    /// The page on which something is asked.
    pub(crate) fn of(ask: Ask, rulebook: &Rulebook) -> Page {
        match ask {
            Ask::Question(question, Whose::Organisation) => Page::Question(question),
            Ask::Question(question, Whose::Record(_, row)) => {
                Page::Records(topic_of(rulebook, question).unwrap_or(0), Some(row))
            }
            Ask::List(list) => Page::Records(first_topic(rulebook, list).unwrap_or(0), None),
        }
    }

    /// What it asks.
    pub(crate) fn asks(self) -> Asks {
        match self {
            Page::Question(question) => Asks::Question(question),
            Page::Records(topic, row) => Asks::Records(topic, row),
            Page::Calculator(_) => Asks::Sum,
            Page::Start
            | Page::Answers
            | Page::Advice
            | Page::Compared
            | Page::Plan
            | Page::Scheme(_)
            | Page::About
            | Page::Privacy
            | Page::Aid
            | Page::Declaration
            | Page::Desk
            | Page::Toolkit(_)
            | Page::Dossier
            | Page::Paper
            | Page::Access
            | Page::Embed
            | Page::Calculators => Asks::Nothing,
        }
    }

    /// The topic that a page is about, by its row.
    pub(crate) fn topic(self, rulebook: &Rulebook) -> Option<u16> {
        match self.asks() {
            Asks::Question(question) => topic_of(rulebook, question),
            Asks::Records(topic, _) => Some(topic),
            Asks::Sum | Asks::Nothing => None,
        }
    }

    /// Its address; in a box that on the full page.
    pub(crate) fn address(self, site: &Site) -> String {
        [&site.home, self.fragment(site).as_str()].concat()
    }

    /// The last part of its address, with the `#`.
    fn fragment(self, site: &Site) -> String {
        let rulebook = &site.rulebook;
        let topic = |row: u16| rulebook.topics.get(usize::from(row)).map_or("", |topic| topic.id.as_str());
        let (folder, name) = match self {
            Page::Start => ("start", ""),
            Page::Question(id) => {
                ("vraag", rulebook.questions.get(id.row()).map_or("", |found| found.id.as_str()))
            }
            Page::Records(row, None) => ("lijst", topic(row)),
            Page::Records(row, Some(record)) => {
                return ["#lijst/", topic(row), "/", &(u32::from(record) + 1).to_string()].concat();
            }
            Page::Answers => ("antwoorden", ""),
            Page::Advice => ("advies", ""),
            Page::Compared => ("vergelijk", ""),
            Page::Plan => ("plan", ""),
            Page::Scheme(id) => {
                ("regeling", rulebook.schemes.get(id.row()).map_or("", |found| found.id.as_str()))
            }
            Page::About => ("zekerheid", ""),
            Page::Privacy => ("privacy", ""),
            Page::Aid => ("steun", ""),
            Page::Declaration => ("verklaring", ""),
            Page::Desk => ("loket", ""),
            Page::Toolkit(part) => ("gemeente", part.map_or("", Part::address)),
            Page::Dossier => ("dossier", ""),
            Page::Paper => ("papier", ""),
            Page::Access => ("toegankelijkheid", ""),
            Page::Embed => ("inbouwen", ""),
            Page::Calculators => (CALCULATORS, ""),
            Page::Calculator(row) => {
                (CALCULATORS, site.calculators.get(row).map_or("", |found| found.id.as_str()))
            }
        };
        let slash = if name.is_empty() { "" } else { "/" };
        ["#", folder, slash, name].concat()
    }

    /// The page at an address; the start for one that does not exist.
    pub(crate) fn at(address: &str, site: &Site) -> Page {
        let rulebook = &site.rulebook;
        let mut parts = address.trim_start_matches('#').split('/');
        let [folder, name, record] =
            [parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or("")];
        let found = match folder {
            "vraag" => organisation_question(name, rulebook),
            "lijst" => {
                let record = record.parse::<u16>().ok().and_then(|number| number.checked_sub(1));
                list_topic(name, rulebook).map(|topic| Page::Records(topic, record))
            }
            "antwoorden" => Some(Page::Answers),
            "advies" => Some(Page::Advice),
            "vergelijk" => Some(Page::Compared),
            "plan" => Some(Page::Plan),
            "regeling" => rulebook.scheme_id(name).map(Page::Scheme),
            "zekerheid" => Some(Page::About),
            "privacy" => Some(Page::Privacy),
            "steun" => Some(Page::Aid),
            "verklaring" => Some(Page::Declaration),
            "loket" => Some(Page::Desk),
            "gemeente" => Some(Page::Toolkit(Part::at(name))),
            "dossier" => Some(Page::Dossier),
            "papier" => Some(Page::Paper),
            "toegankelijkheid" => Some(Page::Access),
            "inbouwen" => Some(Page::Embed),
            CALCULATORS if name.is_empty() => Some(Page::Calculators),
            CALCULATORS => site.calculators.row(name).map(Page::Calculator),
            _ => None,
        };
        found.unwrap_or_default()
    }
}

fn organisation_question(id: &str, rulebook: &Rulebook) -> Option<Page> {
    let found = rulebook.question_id(id)?;
    rulebook.questions.get(found.row())?.list.is_none().then_some(Page::Question(found))
}

fn list_topic(id: &str, rulebook: &Rulebook) -> Option<u16> {
    let mut named = (0u16..).zip(&rulebook.topics);
    named.find(|(_, topic)| topic.id == id && topic.list.is_some()).map(|(row, _)| row)
}

/// The topic in which a question is asked.
pub(crate) fn topic_of(rulebook: &Rulebook, question: QuestionId) -> Option<u16> {
    (0u16..).zip(&rulebook.topics).find(|(_, topic)| topic.questions.contains(&question)).map(|(row, _)| row)
}

/// The first topic about the records of a list: the one where they are told.
pub(crate) fn first_topic(rulebook: &Rulebook, list: ListId) -> Option<u16> {
    (0u16..).zip(&rulebook.topics).find(|(_, topic)| topic.list == Some(list)).map(|(row, _)| row)
}

/// The page at the address of the browser.
pub(crate) fn current(site: &Site) -> Page {
    Page::at(&window().location().hash().unwrap_or_default(), site)
}

/// Makes the address of the browser that of a page, as step `step` of the history.
pub(crate) fn push(page: Page, step: u32, site: &Site) {
    let address = page.fragment(site);
    if current(site) == page && current_step() == step {
        return;
    }
    if let Ok(history) = window().history() {
        // Where the history is blocked the page works; only *back* does not.
        let _blocked = history.push_state_with_url(&JsValue::from(step), "", Some(&address));
    }
}

/// Makes the address of the browser that of the first page, without a step of the history.
pub(crate) fn settle(page: Page, step: u32, site: &Site) {
    if current(site) == page && current_step() == step {
        return;
    }
    if let Ok(history) = window().history() {
        // Where the history is blocked the address stays.
        let _blocked = history.replace_state_with_url(&JsValue::from(step), "", Some(&page.fragment(site)));
    }
}

/// The answers in the address of the browser, if a link with answers was followed. They are taken out
/// of the address: it becomes that of the dossier, and going back does not bring them again.
pub(crate) fn take_shared(site: &Site) -> Option<String> {
    let hash = window().location().hash().unwrap_or_default();
    let shared = hash.strip_prefix(SHARED)?;
    if let Ok(history) = window().history() {
        let (address, step) = (Page::Dossier.fragment(site), JsValue::from(current_step()));
        // Where the history is blocked the address stays.
        let _blocked = history.replace_state_with_url(&step, "", Some(&address));
    }
    Some(shared.to_owned())
}

/// Gives a text to the page that comes after a reload. Whether that worked.
pub(crate) fn hand_over(text: &str) -> bool {
    let history = window().history();
    history.is_ok_and(|history| history.replace_state(&JsValue::from_str(text), "").is_ok())
}

/// The text that the page before a reload handed over. It is taken out of the history at once.
pub(crate) fn take_handed_over() -> Option<String> {
    let history = window().history().ok()?;
    let text = history.state().ok()?.as_string()?;
    // What was read once is not read again: a state that is no number counts as the first step.
    let _blocked = history.replace_state(&JsValue::from(0), "");
    Some(text)
}

/// The address of a link with answers.
pub(crate) fn link_address(shared: &str, site: &Site) -> String {
    if !site.home.is_empty() {
        return [&site.home, SHARED, shared].concat();
    }
    let here = window().location().href().unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    [page, SHARED, shared].concat()
}

/// The number of the step of the history that is shown; 0 for the page as it was opened.
fn current_step() -> u32 {
    let state = window().history().and_then(|history| history.state());
    let step = state.ok().and_then(|state| state.as_f64());
    // A number that we wrote ourselves; the cast saturates for any other.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    step.map_or(0, |step| step as u32)
}

/// One step back.
pub(crate) fn back() {
    if let Ok(history) = window().history() {
        let _blocked = history.back();
    }
}

/// Tells the page and the step whenever the visitor goes through the history.
pub(crate) fn listen(arrived: impl Fn(String, u32) + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| {
        arrived(window().location().hash().unwrap_or_default(), current_step());
    })
}

#[cfg(test)]
mod tests {
    use super::{Page, Part};
    use crate::site::Site;
    use steunwijzer_engine::rulebook::{QuestionId, SchemeId};

    fn site() -> Site {
        Site::new(steunwijzer_rules::rulebook())
    }

    #[test]
    fn every_page_is_found_again_at_its_address() {
        let site = site();
        let rulebook = &site.rulebook;
        let list = super::list_topic("hires", rulebook).unwrap();
        let own = (0u16..).zip(&rulebook.questions).filter(|(_, question)| question.list.is_none());
        let mut pages: Vec<Page> = own.map(|(row, _)| Page::Question(QuestionId(row))).collect();
        pages.extend((0u16..).zip(&rulebook.schemes).map(|(row, _)| Page::Scheme(SchemeId(row))));
        pages.extend([Page::Start, Page::Answers, Page::Advice, Page::Plan, Page::About, Page::Privacy]);
        pages.extend([Page::Aid, Page::Declaration, Page::Desk, Page::Toolkit(None), Page::Dossier]);
        pages.extend(Part::ALL.map(|part| Page::Toolkit(Some(part))));
        pages.extend([Page::Paper, Page::Access, Page::Embed, Page::Compared]);
        pages.extend([Page::Records(list, None), Page::Records(list, Some(2))]);
        pages.push(Page::Calculators);
        pages.extend((0u16..).zip(&site.calculators.all).map(|(row, _)| Page::Calculator(row)));
        for page in pages {
            assert_eq!(Page::at(&page.address(&site), &site), page);
        }
    }

    #[test]
    fn an_address_that_does_not_exist_is_the_start() {
        let site = site();
        for address in
            ["", "#", "#vraag/hire.age", "#vraag", "#lijst/organisation", "#regeling/x", "#reken/x", "#../x"]
        {
            assert_eq!(Page::at(address, &site), Page::Start, "{address}");
        }
    }
}
