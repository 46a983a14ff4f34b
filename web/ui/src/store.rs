//! Everything the pages show, and what every event makes of it.

pub(crate) use crate::event::{Calculate, Event, Fold};

use crate::aid::AidForm;
use crate::calculators::Opened;
use crate::desk::DeskForm;
use crate::dossier::DossierForm;
use crate::draft::{self, Draft, Key, Problem, Reader, Reading};
use crate::event::Folds;
use crate::navigation::Page;
use crate::order::{self, Use};
use crate::paper::PaperForm;
use crate::site::Site;
use crate::toolkit::ToolkitForm;
use std::rc::Rc;
use steunwijzer_advisor::case::Case;
use steunwijzer_advisor::dossier::Kept;
use steunwijzer_advisor::interview::{Action, Interview};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::municipal::Side;
use steunwijzer_advisor::present::plan::{Finance, Settings};
use steunwijzer_advisor::present::{Filter, View};
use steunwijzer_engine::advice::{Advice, Counts, OpenQuestion};
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{ListId, Question, QuestionId, Rulebook, SchemeId, Topic};
use steunwijzer_engine::{advise, open_questions};
use yew::Reducible;

/// The judgement of the answers.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) advice: Advice,
    /// The open questions, the most useful first.
    pub(crate) open: Vec<OpenQuestion>,
}

/// Everything the pages show.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) site: Site,
    pub(crate) interview: Interview,
    pub(crate) judged: Rc<Judged>,
    /// Counts before the last answer, to show what it changed.
    pub(crate) before: Option<Counts>,
    pub(crate) page: Page,
    /// The number of the page in the history of the browser.
    pub(crate) step: u32,
    /// The day in Amsterdam when the page was opened.
    pub(crate) today: Date,
    /// What stands in fields; kept until its answer comes from elsewhere.
    pub(crate) drafts: Vec<(Key, Draft)>,
    /// Questions that were skipped.
    pub(crate) skipped: Vec<QuestionId>,
    /// How often an attempt to go on met a mistake: moves the focus to the summary.
    pub(crate) alarm: u32,
    pub(crate) filter: Filter,
    /// The schemes that stand side by side.
    pub(crate) compared: Vec<SchemeId>,
    /// The page to go back to once the question on the page is answered.
    pub(crate) origin: Option<Page>,
    pub(crate) folds: Folds,
    /// What was chosen for the finance of needs.
    pub(crate) finance: Finance,
    /// What was set for the cash flow.
    pub(crate) cash: Settings,
    /// Of what use the question on the page is: as it was when the page came, so that it stays.
    pub(crate) used: Option<Use>,
    /// The calculators that were opened, each with a model of its own.
    pub(crate) opened: Opened,
    /// What stands on the page of the aid account.
    pub(crate) aid: AidForm,
    /// The case besides its answers.
    pub(crate) case: Case,
    /// What stands on the desk.
    pub(crate) desk: DeskForm,
    /// What stands on the page for the municipality.
    pub(crate) toolkit: ToolkitForm,
    /// What stands on the page of the dossier.
    pub(crate) dossier: DossierForm,
    /// What is chosen for the print.
    pub(crate) paper: PaperForm,
    /// The language that was chosen and whose words are not there yet.
    pub(crate) awaited: Option<Lang>,
}

impl Model {
    pub(crate) fn new(site: Site, today: Date, lang: Lang, page: Page) -> Model {
        let interview = Interview::new(&site.rulebook, today, lang);
        let judged = judge(&site, &interview, page);
        Model {
            site,
            interview,
            judged,
            before: None,
            page,
            step: 0,
            today,
            drafts: Vec::new(),
            skipped: Vec::new(),
            alarm: 0,
            filter: Filter::default(),
            compared: Vec::new(),
            origin: None,
            folds: Folds::default(),
            finance: Finance::default(),
            cash: Settings::default(),
            used: None,
            opened: Opened::default(),
            aid: AidForm::default(),
            case: Case::default(),
            desk: DeskForm::default(),
            toolkit: ToolkitForm::default(),
            dossier: DossierForm::default(),
            paper: PaperForm::default(),
            awaited: None,
        }
        .arrived()
    }

    pub(crate) fn lang(&self) -> Lang {
        self.interview.lang
    }

    pub(crate) fn rulebook(&self) -> &Rulebook {
        &self.site.rulebook
    }

    /// Whether what is said of schemes is still to come. They are judged all the same.
    pub(crate) fn awaits_schemes(&self) -> bool {
        !self.site.words(self.lang()).has_schemes()
    }

    /// A text of the rules.
    pub(crate) fn text(&self, text: steunwijzer_engine::rulebook::TextId) -> &str {
        self.site.words(self.lang()).get(text)
    }

    /// The advice with all that is needed to speak of it.
    pub(crate) fn view(&self) -> View<'_> {
        self.view_of(&self.judged.advice)
    }

    /// The same of a part of the advice.
    pub(crate) fn view_of<'a>(&'a self, advice: &'a Advice) -> View<'a> {
        View {
            rulebook: &self.site.rulebook,
            words: self.site.words(self.lang()),
            lang: self.lang(),
            answers: &self.interview.answers,
            advice,
            questions: &self.judged.open,
        }
    }

    /// The civil servant's side beside the advice; none while its texts are still to come.
    pub(crate) fn side(&self) -> Option<Side<'_>> {
        Some(Side { data: self.site.municipal(self.lang())?, view: self.view() })
    }

    /// Whether something was told that a money plan can be made of.
    pub(crate) fn has_plan(&self) -> bool {
        let told = |id| {
            let list = self.rulebook().list_id(id)?;
            self.interview.answers.records(list).filter(|records| !records.is_empty())
        };
        told("hires").or_else(|| told("needs")).is_some()
    }

    pub(crate) fn reader(&self) -> Reader<'_> {
        Reader {
            rulebook: &self.site.rulebook,
            words: self.site.words(self.lang()),
            as_on: self.interview.as_on,
        }
    }

    pub(crate) fn question(&self, id: QuestionId) -> Option<&Question> {
        self.site.rulebook.questions.get(id.row())
    }

    pub(crate) fn topic(&self, row: u16) -> Option<&Topic> {
        self.site.rulebook.topics.get(usize::from(row))
    }

    pub(crate) fn answer(&self, (id, whose): Key) -> Option<Answer> {
        self.interview.answers.get(self.question(id)?, whose)
    }

    /// What stands in the fields of a question: what was typed, else the answer.
    pub(crate) fn draft(&self, key: Key) -> Draft {
        let typed = self.drafts.iter().find(|(own, _)| *own == key).map(|(_, draft)| draft.clone());
        typed.unwrap_or_else(|| match self.question(key.0) {
            Some(question) => self.reader().answered(question, self.answer(key)),
            None => Draft::default(),
        })
    }

    /// The fields of this page that are wrong.
    pub(crate) fn problems(&self) -> Vec<(Key, &Problem)> {
        let here = self.drafts.iter().filter(|(key, _)| self.is_here(*key));
        here.filter_map(|(key, draft)| Some((*key, draft.problem.as_ref()?))).collect()
    }

    fn is_here(&self, (question, whose): Key) -> bool {
        match self.page {
            Page::Question(shown) => shown == question && whose == Whose::Organisation,
            Page::Records(topic, row) => {
                let asked = self.topic(topic).is_some_and(|topic| topic.questions.contains(&question));
                asked && matches!(whose, Whose::Record(_, own) if Some(own) == row)
            }
            // The model of a calculator holds nothing but its own fields.
            Page::Calculator(_) => true,
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
            | Page::Calculators => false,
        }
    }

    fn draft_mut(&mut self, key: Key) -> &mut Draft {
        let found = self.drafts.iter().position(|(own, _)| *own == key);
        let at = found.unwrap_or_else(|| {
            let draft = self.draft(key);
            self.drafts.push((key, draft));
            self.drafts.len() - 1
        });
        &mut self.drafts[at].1
    }

    pub(crate) fn act(&mut self, action: Action) {
        self.aid.follow(&action, self.aid_list());
        Kept::follow(&mut self.dossier.kept, &self.site.rulebook, &action);
        // What the action answers no longer stands only in a field.
        match action {
            Action::Answer(question, whose, _)
            | Action::NotKnown(question, whose)
            | Action::TakeBack(question, whose) => {
                self.drafts.retain(|(key, _)| *key != (question, whose));
                self.folds.places = None;
            }
            Action::RemoveRecord(list, _) | Action::TellNone(list) | Action::Forget(list) => {
                // Wishes name needs by their row.
                self.finance = Finance::default();
                self.drafts.retain(|((_, whose), _)| !matches!(whose, Whose::Record(own, _) if *own == list));
            }
            Action::StartAgain => {
                self.drafts.clear();
                self.skipped.clear();
                self.filter = Filter::default();
                self.compared.clear();
                self.origin = None;
                self.finance = Finance::default();
                self.folds = Folds::default();
                self.cash = Settings::default();
            }
            Action::AddRecord(_) | Action::GoTo(_) | Action::Next | Action::Back | Action::AsOn(_) => {}
            Action::Speak(lang) => {
                // Without its words the page would fall silent: it goes on in the one it has.
                self.awaited = (!self.site.words(lang).has_questions()).then_some(lang);
                if self.awaited.is_some() {
                    return;
                }
            }
        }
        self.change(action);
    }

    fn receive(&mut self, site: Site) {
        self.opened.receive(&site);
        self.site = site;
        if let Some(lang) = self.awaited {
            self.act(Action::Speak(lang));
        }
    }

    fn change(&mut self, action: Action) {
        // A refused action changes nothing: fields check their entry before they send it.
        let Ok(next) = self.interview.after(&self.site.rulebook, action) else { return };
        let is_judged_alike = next.answers == self.interview.answers && next.as_on == self.interview.as_on;
        self.interview = next;
        if !is_judged_alike {
            let before = Rc::clone(&self.judged);
            self.before = Some(before.advice.counts);
            self.judge_again();
            self.desk.answered(&before.advice, &self.judged.advice);
        }
    }

    /// Judges the answers as they are now.
    pub(crate) fn judge_again(&mut self) {
        self.judged = judge(&self.site, &self.interview, self.page);
    }

    fn arrived(mut self) -> Model {
        self.show(self.page, self.step);
        self.open_calculator();
        self
    }

    fn show(&mut self, page: Page, step: u32) {
        (self.page, self.step) = (page, step);
        self.folds = Folds::default();
        self.desk.arrive();
        if page == Page::Desk {
            self.paper.at_desk();
        }
        self.used = match page {
            Page::Question(id) => order::usefulness(self, id),
            Page::Start
            | Page::Records(..)
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
            | Page::Calculators
            | Page::Calculator(_) => None,
        };
    }

    pub(crate) fn go(&mut self, page: Page) {
        if page != self.page {
            self.origin = self.origin_of(page);
            self.show(page, self.step + 1);
        }
    }

    /// Reads what stands in a field; what can be read becomes the answer, the rest is marked.
    fn leave(&mut self, key: Key) {
        let Some((_, draft)) = self.drafts.iter().find(|(own, _)| *own == key) else { return };
        let Some(question) = self.question(key.0) else { return };
        let (id, whose) = key;
        match self.reader().read(question, draft) {
            Reading::Nothing => {
                if let Some(Answer::Known(_)) = self.answer(key) {
                    self.change(Action::TakeBack(id, whose));
                }
                self.draft_mut(key).problem = None;
            }
            Reading::Answer(slot) => {
                self.change(Action::Answer(id, whose, slot));
                self.draft_mut(key).problem = None;
            }
            Reading::Problem(problem) => {
                self.change(Action::TakeBack(id, whose));
                self.draft_mut(key).problem = Some(problem);
            }
        }
    }

    /// Reads a field while one types: what can be read counts at once, and nothing is marked yet.
    pub(crate) fn read_while_typing(&mut self, key: Key) {
        let Some((_, draft)) = self.drafts.iter().find(|(own, _)| *own == key) else { return };
        let Some(question) = self.question(key.0) else { return };
        let (id, whose) = key;
        self.change(match self.reader().read(question, draft) {
            Reading::Answer(slot) => Action::Answer(id, whose, slot),
            Reading::Nothing | Reading::Problem(_) => Action::TakeBack(id, whose),
        });
    }

    fn submit(&mut self, to: Option<Page>) {
        let here: Vec<Key> =
            self.drafts.iter().map(|(key, _)| *key).filter(|key| self.is_here(*key)).collect();
        for key in here {
            self.leave(key);
        }
        if let Page::Question(id) = self.page
            && self.answer((id, Whose::Organisation)).is_none()
            && self.problems().is_empty()
        {
            self.draft_mut((id, Whose::Organisation)).problem = Some(Problem::Missing);
        }
        if self.problems().is_empty() {
            if to.is_none() {
                self.origin = None;
            }
            self.go(to.unwrap_or_else(|| order::next(self)));
        } else {
            self.alarm += 1;
        }
    }

    fn add_record(&mut self, topic: u16) {
        let Some(list) = self.topic(topic).and_then(|topic| topic.list) else { return };
        self.act(Action::AddRecord(list));
        let records = self.interview.answers.records(list).unwrap_or_default().len();
        let last = u16::try_from(records).unwrap_or(u16::MAX).checked_sub(1);
        self.go(Page::Records(topic, last));
    }

    /// The last record that is taken away leaves *not told yet*: nobody said that there are none.
    fn remove_record(&mut self, list: ListId, row: u16) {
        if self.site.labour().is_some_and(|labour| labour.list() == list) {
            self.cash.forget_hire(row);
        }
        match self.interview.answers.records(list) {
            Some([_]) | None => self.act(Action::Forget(list)),
            Some([..]) => self.act(Action::RemoveRecord(list, row)),
        }
        self.filter = Filter::default();
        if let Page::Records(topic, Some(_)) = self.page {
            self.go(Page::Records(topic, None));
        }
    }

    fn use_day(&mut self) {
        match draft::day(&self.folds.day_parts) {
            Ok(day) => {
                self.folds.day_problem = None;
                self.act(Action::AsOn(day));
            }
            Err(why) => self.folds.day_problem = Some(why),
        }
    }

    pub(crate) fn after(&self, event: Event) -> Model {
        let mut next = self.clone();
        match event {
            Event::Act(action) => next.act(action),
            Event::Go(page) => next.go(page),
            Event::Arrive(page, step) => {
                next.origin = None;
                next.show(page, step);
            }
            Event::Typed(key, part, text) => {
                put(&mut next.draft_mut(key).parts, part, text);
                next.folds.places = Some((key, None));
            }
            Event::Roughly(key, about) => next.draft_mut(key).about = about,
            Event::Leave(key) => {
                next.folds.places = None;
                next.leave(key);
            }
            Event::Submit(to) => next.submit(to),
            Event::Skip(question) => {
                next.skipped.push(question);
                next.go(order::next(&next));
            }
            Event::AddRecord(topic) => next.add_record(topic),
            Event::RemoveRecord(list, row) => next.remove_record(list, row),
            Event::Show(filter) => next.filter = filter,
            Event::Compare(scheme) => next.compare(scheme),
            Event::CompareNone => next.compared.clear(),
            Event::ShowAdvice(filter) => {
                next.filter = filter;
                next.go(Page::Advice);
            }
            Event::Toggle(Fold::Menu) => next.folds.menu = !next.folds.menu,
            Event::Toggle(Fold::Day) => next.folds.day = !next.folds.day,
            Event::Places(places) => next.folds.places = places,
            Event::Choose(subject) => next.folds.subject = Some(subject),
            Event::DayTyped(part, text) => put(&mut next.folds.day_parts, part, text),
            Event::UseDay => next.use_day(),
            Event::Calculate(event) => next.calculate(event),
            Event::Aid(event) => next.on_aid(event),
            Event::Case(action) => next.case = next.case.after(action),
            Event::Desk(event) => next.on_desk(event),
            Event::Toolkit(event) => next.on_toolkit(event),
            Event::Dossier(event) => next.on_dossier(event),
            Event::Paper(event) => next.on_paper(event),
            Event::Set(setting, text) => next.cash.set(setting, text),
            Event::Finance(choose) => next.finance = next.finance.after(choose),
            Event::Received(site) => next.receive(site),
        }
        next.open_calculator();
        next
    }
}

fn put(parts: &mut [String; 3], part: usize, text: String) {
    if let Some(own) = parts.get_mut(part) {
        *own = text;
    }
}

/// The whole rulebook; in the model of a calculator only its own schemes.
fn judge(site: &Site, interview: &Interview, page: Page) -> Rc<Judged> {
    let rulebook = &site.rulebook;
    if let (Page::Calculator(row), true) = (page, site.is_extended()) {
        let advice = crate::calculators::advice(site, row, interview);
        return Rc::new(Judged { advice, open: Vec::new() });
    }
    Rc::new(Judged {
        advice: advise(rulebook, &interview.answers, interview.as_on),
        open: open_questions(rulebook, &interview.answers, interview.as_on),
    })
}

impl Reducible for Model {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        Rc::new(self.after(event))
    }
}
