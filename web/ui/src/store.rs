//! Everything the pages show: one model. `events` tells what every event makes of it, `fields` what
//! is typed and read.

mod events;
mod fields;

pub(crate) use crate::event::{Calculate, Event, Fold};

use crate::aid::AidForm;
use crate::calculators::Opened;
use crate::desk::DeskForm;
use crate::dossier::DossierForm;
use crate::draft::{Draft, Key, Reader};
use crate::embed::Host;
use crate::embed_page::EmbedForm;
use crate::event::Folds;
use crate::navigation::{Asks, Page};
use crate::newer::Newer;
use crate::order::{self, Use};
use crate::paper::PaperForm;
use crate::plan::Worked;
use crate::site::Site;
use crate::surroundings::Surroundings;
use crate::toolkit::ToolkitForm;
use std::rc::Rc;
use steunwijzer_advisor::case::Case;
use steunwijzer_advisor::interview::Interview;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::municipal::Side;
use steunwijzer_advisor::present::plan::{Finance, Settings};
use steunwijzer_advisor::present::{Filter, Kinds, View, of_kinds};
use steunwijzer_engine::advice::{Advice, Counts, OpenQuestion};
use steunwijzer_engine::answers::Answer;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{Question, QuestionId, Rulebook, SchemeId, Topic};
use steunwijzer_engine::{advise, open_questions};

/// The judgement of the answers.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) advice: Advice,
    /// The open questions, the most useful first.
    pub(crate) open: Vec<OpenQuestion>,
    /// All schemes, where only some kinds are shown.
    whole: Option<Advice>,
}

impl Judged {
    /// All schemes, shown or not.
    pub(crate) fn whole(&self) -> &Advice {
        self.whole.as_ref().unwrap_or(&self.advice)
    }
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
    /// What was worked out of the plan.
    pub(crate) worked: Worked,
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
    /// What is chosen for another site.
    pub(crate) embed: EmbedForm,
    /// The language that was chosen and whose words are not there yet.
    pub(crate) awaited: Option<Lang>,
    /// What is around the advisor.
    pub(crate) around: Surroundings,
    /// The pages that were left for a later one, the first one first.
    pub(crate) trail: Vec<Page>,
    /// What the site around the box asks for; none on a page of its own.
    pub(crate) host: Option<Host>,
    /// Whether there is a newer edition.
    pub(crate) newer: Newer,
}

impl Model {
    pub(crate) fn new(site: Site, today: Date, lang: Lang, page: Page) -> Model {
        let interview = Interview::new(&site.rulebook, today, lang);
        let judged = judge(&site, &interview, page, Kinds::ALL);
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
            worked: Worked::default(),
            used: None,
            opened: Opened::default(),
            aid: AidForm::default(),
            case: Case::default(),
            desk: DeskForm::default(),
            toolkit: ToolkitForm::default(),
            dossier: DossierForm::default(),
            paper: PaperForm::default(),
            embed: EmbedForm::default(),
            awaited: None,
            around: Surroundings::default(),
            trail: Vec::new(),
            host: None,
            newer: Newer::No,
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

    /// The kinds of help that are shown: all, unless the site around the box asks for some.
    pub(crate) fn kinds(&self) -> Kinds {
        self.host.as_ref().map_or(Kinds::ALL, |host| host.settings.kinds)
    }

    /// The advice with all that is needed to speak of it.
    pub(crate) fn view(&self) -> View<'_> {
        self.view_of(&self.judged.advice)
    }

    /// The same with every kind of scheme: what plans, sums and files rest on.
    pub(crate) fn whole_view(&self) -> View<'_> {
        self.view_of(self.judged.whole())
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
        Some(Side { data: self.site.municipal(self.lang())?, view: self.whole_view() })
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

    /// Judges the answers as they are now.
    pub(crate) fn judge_again(&mut self) {
        self.judged = judge(&self.site, &self.interview, self.page, self.kinds());
    }

    fn arrived(mut self) -> Model {
        self.show(self.page, self.step);
        self.open_calculator();
        self
    }

    /// One page back on the trail.
    fn back(&mut self) {
        if let Some(page) = self.trail.pop() {
            self.origin = None;
            self.show(page, self.step.saturating_sub(1));
        }
    }

    pub(crate) fn show(&mut self, page: Page, step: u32) {
        (self.page, self.step) = (page, step);
        self.folds = Folds::default();
        self.desk.arrive();
        if page == Page::Desk {
            self.paper.at_desk();
        }
        self.used = match page.asks() {
            Asks::Question(id) => order::usefulness(self, id),
            Asks::Records(..) | Asks::Sum | Asks::Nothing => None,
        };
    }

    pub(crate) fn go(&mut self, page: Page) {
        // A box has no start page: it begins with a question.
        let page = if self.host.is_some() && page == Page::Start { order::begin(self) } else { page };
        if page != self.page {
            self.origin = self.origin_of(page);
            self.trail.push(self.page);
            self.show(page, self.step + 1);
        }
    }
}

/// The whole rulebook; in the model of a calculator only its own schemes.
fn judge(site: &Site, interview: &Interview, page: Page, kinds: Kinds) -> Rc<Judged> {
    let rulebook = &site.rulebook;
    if let (Page::Calculator(row), true) = (page, site.is_extended()) {
        let advice = crate::calculators::advice(site, row, interview);
        return Rc::new(Judged { advice, open: Vec::new(), whole: None });
    }
    let advice = advise(rulebook, &interview.answers, interview.as_on);
    let open = open_questions(rulebook, &interview.answers, interview.as_on);
    if kinds == Kinds::ALL {
        return Rc::new(Judged { advice, open, whole: None });
    }
    let (shown, open) = of_kinds(rulebook, kinds, &advice, &open);
    Rc::new(Judged { advice: shown, open, whole: Some(advice) })
}
