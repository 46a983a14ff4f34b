//! The civil servant's side as text.

use super::Lines;
use crate::edition::words;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{condition, municipal as messages};
use steunwijzer_advisor::show::{self, Cents};
use steunwijzer_compiler::Edition;
use steunwijzer_engine::figure::FigureReader;
use steunwijzer_engine::municipal::{DepartmentId, Item, List, Municipal, Signal};
use steunwijzer_engine::rulebook::{Citation, Evidence, ParameterId, Rulebook, SchemeId, TextId, Words};

/// Everything for the civil servant, in the order in which it is needed.
pub(crate) fn municipal(edition: &Edition, lang: Lang) -> String {
    let side = match lang {
        Lang::Nl => &edition.municipal_nl,
        Lang::En => &edition.municipal_en,
    };
    let rulebook = &edition.rulebook;
    let mut page = Page { side, rulebook, words: words(edition, lang), lang, lines: Lines::default() };
    page.items(&side.warnings);
    page.intake();
    page.items(&side.entrepreneurs);
    page.items(&side.attitude);
    page.roles();
    page.alternatives();
    page.items(&side.aid_checks);
    page.items(&side.procurement_tips);
    page.routes();
    page.items(&side.procurement_findings);
    page.decisions();
    page.goals();
    page.policy();
    page.items(&side.convincing);
    page.items(&side.tips);
    page.items(&side.boosts);
    page.items(&side.practice);
    page.items(&side.room);
    page.items(&side.bottlenecks);
    page.desks();
    page.items(&side.coalition_reasons);
    page.items(&side.coalition_paragraphs);
    page.links();
    page.lines.text()
}

struct Page<'e> {
    side: &'e Municipal,
    rulebook: &'e Rulebook,
    /// The words of the rulebook; those of the municipal side are its own.
    words: &'e Words,
    lang: Lang,
    lines: Lines,
}

impl<'e> Page<'e> {
    fn text(&self, text: TextId) -> &'e str {
        self.side.words.get(text)
    }

    /// The title of a list, if it holds anything.
    fn title<T>(&mut self, list: &'e List<T>) -> &'e [T] {
        if !list.items.is_empty() {
            self.lines.heading(0, self.side.words.get(list.title));
        }
        &list.items
    }

    fn items(&mut self, list: &'e List<Item>) {
        for item in self.title(list) {
            self.item(item);
        }
    }

    /// Name, text and sources of a thing.
    fn item(&mut self, item: &'e Item) {
        match (self.text(item.name), self.text(item.text)) {
            ("", text) => self.lines.line(2, &format!("- {text}")),
            (name, text) => {
                self.lines.heading(2, name);
                self.lines.line(4, text);
            }
        }
        self.sources(&item.sources);
    }

    fn sources(&mut self, citations: &[Citation]) {
        if !citations.is_empty() {
            let names: Vec<String> = citations.iter().map(|citation| self.source(citation)).collect();
            self.lines.line(6, &messages::sources(self.lang, &names.join("; ")));
        }
    }

    fn source(&self, citation: &Citation) -> String {
        let Some(source) = self.rulebook.sources.get(citation.source.row()) else {
            return String::new();
        };
        let unconfirmed = match source.evidence {
            Evidence::Background => condition::background(self.lang),
            Evidence::Page => "",
        };
        let parts =
            [self.words.get(source.title), self.text(citation.at), source.content_date.as_str(), unconfirmed];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// Parts under a heading of their own.
    fn under(&mut self, heading: &str, parts: &'e [Item]) {
        if !parts.is_empty() {
            self.lines.line(4, heading);
        }
        for part in parts {
            self.lines.line(6, &format!("- {}", self.text(part.text)));
        }
    }

    fn signals(&mut self, signals: &[Signal]) {
        if !signals.is_empty() {
            self.lines.line(4, messages::signs(self.lang));
        }
        for signal in signals {
            let how = match signal.when {
                Some(_) => messages::from_answers(self.lang),
                None => messages::person(self.lang),
            };
            self.lines.line(6, &format!("- {} ({how})", self.text(signal.text)));
        }
    }

    fn involve(&mut self, departments: &[DepartmentId]) {
        if !departments.is_empty() {
            self.lines.line(4, &messages::involve(self.lang, &self.departments(departments)));
        }
    }

    fn departments(&self, ids: &[DepartmentId]) -> String {
        let rows = ids.iter().filter_map(|id| self.side.departments.items.get(usize::from(id.0)));
        rows.map(|department| self.text(department.text)).collect::<Vec<_>>().join(", ")
    }

    fn schemes(&mut self, ids: &[SchemeId]) {
        let rows = ids.iter().filter_map(|id| self.rulebook.schemes.get(id.row()));
        let names: Vec<&str> = rows.map(|scheme| self.words.get(scheme.texts.name)).collect();
        if !names.is_empty() {
            self.lines.line(4, &messages::schemes(self.lang, &names.join("; ")));
        }
    }

    fn intake(&mut self) {
        for question in self.title(&self.side.intake) {
            self.item(&question.item);
            for option in &question.options {
                self.lines.line(6, &format!("( ) {}", self.text(option.text)));
            }
            for next in &question.follow_ups {
                let ours =
                    if next.ours { format!(" ({})", messages::ours(self.lang)) } else { String::new() };
                self.lines.line(6, &format!("> {}{ours}", self.text(next.item.text)));
                let rows = next.questions.iter().filter_map(|id| self.rulebook.questions.get(id.row()));
                let names: Vec<&str> = rows.map(|question| self.words.get(question.short)).collect();
                if !names.is_empty() {
                    self.lines.line(8, &messages::fills(self.lang, &names.join(", ")));
                }
            }
        }
    }

    fn roles(&mut self) {
        for role in self.title(&self.side.roles) {
            self.item(&role.item);
            self.signals(&role.signals);
            self.under(messages::to_do(self.lang), &role.actions);
            self.under(messages::watch(self.lang), &role.watch);
            self.involve(&role.involve);
        }
    }

    fn alternatives(&mut self) {
        for alternative in self.title(&self.side.alternatives) {
            self.item(&alternative.item);
            self.signals(&alternative.signals);
            self.lines.line(4, &messages::decides(self.lang, self.text(alternative.decides)));
            self.involve(&alternative.by);
            self.under(messages::watch(self.lang), &alternative.watch);
            self.lines.line(4, &messages::first(self.lang, self.text(alternative.next)));
            self.schemes(&alternative.schemes);
        }
    }

    fn routes(&mut self) {
        for route in self.title(&self.side.procurement_routes) {
            self.item(&route.item);
            self.thresholds(&route.thresholds);
            self.under(messages::watch(self.lang), &route.watch);
            self.schemes(&route.schemes);
        }
    }

    /// The figures on the day of the edition.
    fn thresholds(&mut self, ids: &[ParameterId]) {
        let as_on = self.rulebook.edition.date;
        if !ids.is_empty() {
            self.lines.line(4, &messages::thresholds(self.lang, &show::day(self.lang, as_on)));
        }
        let figures = FigureReader { rulebook: self.rulebook, as_on };
        for &id in ids {
            let Some(parameter) = self.rulebook.parameters.get(id.row()) else { continue };
            let value = match figures.on(id, as_on).value.single() {
                Some(figure) => show::number(self.lang, parameter.unit, figure, Cents::IfAny),
                None => "?".to_owned(),
            };
            let line = messages::threshold(self.lang, self.words.get(parameter.text), &value);
            self.lines.line(6, &format!("- {line}"));
        }
    }

    fn decisions(&mut self) {
        for decision in self.title(&self.side.decisions) {
            self.item(&decision.item);
        }
    }

    fn goals(&mut self) {
        self.items(&self.side.goal_notes);
        for goal in self.title(&self.side.goals) {
            self.lines.heading(2, self.text(goal.item.text));
            self.sources(&goal.item.sources);
            self.signals(&goal.signals);
            let numbered = |number: &u8| {
                let found = self.side.global_goals.items.iter().find(|global| global.number == *number)?;
                Some(format!("{number} {}", self.text(found.item.text)))
            };
            let names: Vec<String> = goal.global_goals.iter().filter_map(numbered).collect();
            self.lines.line(4, &messages::global_goals(self.lang, &names.join(", ")));
            self.involve(&goal.departments);
            let rows = goal.instruments.iter();
            let rows = rows.filter_map(|id| self.side.instruments.items.get(usize::from(id.0)));
            let names: Vec<&str> = rows.map(|instrument| self.text(instrument.item.text)).collect();
            self.lines.line(4, &messages::instruments(self.lang, &names.join(", ")));
        }
    }

    fn policy(&mut self) {
        self.items(&self.side.policy_needs);
        for (number, step) in (1..).zip(self.title(&self.side.policy_steps)) {
            self.lines.line(2, &format!("{number}. {}", self.text(step.item.text)));
            for part in &step.parts {
                self.lines.line(6, &format!("[ ] {}", self.text(part.text)));
            }
            self.sources(&step.item.sources);
        }
    }

    fn desks(&mut self) {
        for desk in self.title(&self.side.desks) {
            self.item(&desk.item);
        }
    }

    fn links(&mut self) {
        for link in self.title(&self.side.links) {
            self.item(&link.item);
            if let Some(source) = self.rulebook.sources.get(link.address.row()) {
                self.lines.line(4, self.words.get(source.url));
            }
            self.schemes(&link.schemes);
        }
    }
}
