//! The civil servant's side as text.

use super::Lines;
use steunwijzer_advisor::case::Case;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::municipal as messages;
use steunwijzer_advisor::municipal::{ItemRow, Side, Sign, SignRow, link_kind_word};
use steunwijzer_advisor::present::{CitationRow, FigureRow, Link};
use steunwijzer_advisor::show;
use steunwijzer_compiler::Edition;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::municipal::{Item, List, Municipal};
use steunwijzer_report::Judged;

/// Everything for the civil servant, in the order in which it is needed, on the day of the edition.
pub(crate) fn municipal(edition: &Edition, lang: Lang) -> String {
    let data = crate::edition::municipal(edition, lang);
    let rulebook = &edition.rulebook;
    let nothing_told = Judged::new(rulebook, Answers::new(rulebook), rulebook.edition.date);
    let side = Side { data, view: crate::edition::view(edition, &nothing_told, lang) };
    let mut page = Page { side, data, lang, lines: Lines::default() };
    page.items(&data.warnings);
    page.intake();
    page.items(&data.entrepreneurs);
    page.items(&data.attitude);
    page.roles();
    page.alternatives();
    page.items(&data.aid_checks);
    page.items(&data.procurement_tips);
    page.routes();
    page.items(&data.procurement_findings);
    page.decisions();
    page.goals();
    page.policy();
    page.items(&data.convincing);
    page.items(&data.tips);
    page.items(&data.boosts);
    page.items(&data.practice);
    page.items(&data.room);
    page.items(&data.bottlenecks);
    page.desks();
    page.items(&data.coalition_reasons);
    page.items(&data.coalition_paragraphs);
    page.links();
    page.lines.text()
}

struct Page<'e> {
    side: Side<'e>,
    data: &'e Municipal,
    lang: Lang,
    lines: Lines,
}

impl Page<'_> {
    /// The title of a list, if it holds anything.
    fn title<T>(&mut self, list: &List<T>) {
        if !list.items.is_empty() {
            self.lines.heading(0, self.side.title(list));
        }
    }

    fn items(&mut self, list: &List<Item>) {
        self.title(list);
        for item in self.side.items(list) {
            self.item(&item);
        }
    }

    /// Name, text and sources of a thing.
    fn item(&mut self, item: &ItemRow<'_>) {
        match (item.name, item.text) {
            ("", text) => self.lines.line(2, &format!("- {text}")),
            (name, text) => {
                self.lines.heading(2, name);
                self.lines.line(4, text);
            }
        }
        self.sources(&item.citations);
    }

    fn sources(&mut self, citations: &[CitationRow]) {
        if !citations.is_empty() {
            let names: Vec<String> = citations.iter().map(source).collect();
            self.lines.line(6, &messages::sources(self.lang, &names.join("; ")));
        }
    }

    /// Parts under a heading of their own.
    fn under(&mut self, heading: &str, parts: &[ItemRow<'_>]) {
        if !parts.is_empty() {
            self.lines.line(4, heading);
        }
        for part in parts {
            self.lines.line(6, &format!("- {}", part.text));
        }
    }

    fn signs(&mut self, signs: &[SignRow<'_>]) {
        if !signs.is_empty() {
            self.lines.line(4, messages::signs(self.lang));
        }
        for sign in signs {
            let how = match sign.sign {
                Sign::Computed(_) => messages::from_answers(self.lang),
                Sign::Person => messages::person(self.lang),
            };
            self.lines.line(6, &format!("- {} ({how})", sign.text));
        }
    }

    fn involve(&mut self, departments: &[ItemRow<'_>]) {
        if !departments.is_empty() {
            let names: Vec<&str> = departments.iter().map(|department| department.text).collect();
            self.lines.line(4, &messages::involve(self.lang, &names.join(", ")));
        }
    }

    fn schemes(&mut self, schemes: &[Link]) {
        if !schemes.is_empty() {
            let names: Vec<&str> = schemes.iter().map(|scheme| scheme.name.as_str()).collect();
            self.lines.line(4, &messages::schemes(self.lang, &names.join("; ")));
        }
    }

    fn intake(&mut self) {
        self.title(&self.data.intake);
        for question in self.side.intake() {
            self.item(&question.item);
            for option in &question.options {
                self.lines.line(6, &format!("( ) {}", option.text));
            }
            for next in &question.follow_ups {
                let ours =
                    if next.is_ours { format!(" ({})", messages::ours(self.lang)) } else { String::new() };
                self.lines.line(6, &format!("> {}{ours}", next.item.text));
                let names: Vec<&str> = next.fills.iter().map(|(_, name)| *name).collect();
                if !names.is_empty() {
                    self.lines.line(8, &messages::fills(self.lang, &names.join(", ")));
                }
            }
        }
    }

    fn roles(&mut self) {
        self.title(&self.data.roles);
        for role in self.side.roles() {
            self.item(&role.item);
            self.signs(&role.signs);
            self.under(messages::to_do(self.lang), &role.actions);
            self.under(messages::watch(self.lang), &role.watch);
            self.involve(&role.involve);
        }
    }

    fn alternatives(&mut self) {
        self.title(&self.data.alternatives);
        for alternative in self.side.alternatives() {
            self.item(&alternative.item);
            self.signs(&alternative.signs);
            self.lines.line(4, &messages::decides(self.lang, alternative.decides));
            self.involve(&alternative.by);
            self.under(messages::watch(self.lang), &alternative.watch);
            self.lines.line(4, &messages::first(self.lang, alternative.next));
            self.schemes(&alternative.schemes);
        }
    }

    fn routes(&mut self) {
        self.title(&self.data.procurement_routes);
        for route in self.side.routes() {
            self.item(&route.item);
            self.thresholds(&route.thresholds);
            self.under(messages::watch(self.lang), &route.watch);
            self.schemes(&route.schemes);
        }
    }

    fn thresholds(&mut self, figures: &[FigureRow]) {
        if !figures.is_empty() {
            let day = show::day(self.lang, self.side.view.advice.as_on);
            self.lines.line(4, &messages::thresholds(self.lang, &day));
        }
        for figure in figures {
            let line = messages::threshold(self.lang, &figure.label, &figure.value);
            let parts = [line.as_str(), figure.period.as_str(), figure.assumption.as_deref().unwrap_or("")];
            self.lines.line(6, &format!("- {}", joined(&parts)));
        }
    }

    fn decisions(&mut self) {
        self.title(&self.data.decisions);
        for decision in self.side.decisions() {
            self.item(&decision.item);
        }
    }

    fn goals(&mut self) {
        self.items(&self.data.goal_notes);
        self.title(&self.data.goals);
        for goal in self.side.goals() {
            self.lines.heading(2, goal.item.text);
            self.sources(&goal.item.citations);
            self.signs(&goal.signs);
            let names: Vec<String> =
                goal.global_goals.iter().map(|(number, name)| format!("{number} {name}")).collect();
            self.lines.line(4, &messages::global_goals(self.lang, &names.join(", ")));
            self.involve(&goal.departments);
            let names: Vec<&str> = goal.instruments.iter().map(|instrument| instrument.item.text).collect();
            self.lines.line(4, &messages::instruments(self.lang, &names.join(", ")));
        }
    }

    fn policy(&mut self) {
        self.items(&self.data.policy_needs);
        self.title(&self.data.policy_steps);
        for (number, step) in (1..).zip(self.side.steps(&Case::default())) {
            self.lines.line(2, &format!("{number}. {}", step.item.text));
            for tick in &step.ticks {
                self.lines.line(6, &format!("[ ] {}", tick.text));
            }
            self.sources(&step.item.citations);
        }
    }

    fn desks(&mut self) {
        self.title(&self.data.desks);
        for desk in self.side.desks() {
            self.item(&desk.item);
        }
    }

    fn links(&mut self) {
        self.title(&self.data.links);
        for link in self.side.links() {
            self.item(&link.item);
            if let Some(address) = &link.address {
                let known = address.unconfirmed.unwrap_or("");
                let parts = [link_kind_word(self.lang, link.kind), &address.url, &address.checked, known];
                self.lines.line(4, &joined(&parts));
            }
            self.schemes(&link.schemes);
        }
    }
}

fn source(row: &CitationRow) -> String {
    joined(&[&row.name(), &row.content, row.unconfirmed.unwrap_or("")])
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}
