//! Everything that can happen, and what is folded out.

use crate::aid::AidEvent;
use crate::desk::DeskEvent;
use crate::dossier::DossierEvent;
use crate::draft::Key;
use crate::embed::HostEvent;
use crate::embed_page::EmbedEvent;
use crate::navigation::Page;
use crate::newer::NewerEvent;
use crate::paper::PaperEvent;
use crate::site::Site;
use crate::toolkit::ToolkitEvent;
use steunwijzer_advisor::case::CaseAction;
use steunwijzer_advisor::entry::Why;
use steunwijzer_advisor::interview::Action;
use steunwijzer_advisor::present::Filter;
use steunwijzer_advisor::present::plan::Setting;
use steunwijzer_engine::advice::Subject;
use steunwijzer_engine::rulebook::{ListId, QuestionId, SchemeId};

/// What is folded out, and what stands in the form for another day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Folds {
    pub(crate) menu: bool,
    pub(crate) day: bool,
    /// The answers of the interview were taken over into this calculator.
    pub(crate) taken: bool,
    /// The place field with its list open, and the row in the list that is marked.
    pub(crate) places: Option<(Key, Option<usize>)>,
    /// The subject whose judgement the page of a scheme shows, if one was chosen there.
    pub(crate) subject: Option<Subject>,
    pub(crate) day_parts: [String; 3],
    pub(crate) day_problem: Option<Why>,
    /// The last scheme could not be put beside the others: there is no room for more.
    pub(crate) compare_full: bool,
}

/// Something that can be folded out and in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fold {
    /// The menu of a narrow screen.
    Menu,
    /// The form for another day.
    Day,
}

/// Something in the calculator on the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Calculate {
    /// What can happen to answers and fields, there.
    Do(Box<Event>),
    /// Uses the answers of the interview, of one record by its row.
    TakeOver(u16),
    /// Begins again.
    Clear,
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Event {
    /// Something in the interview.
    Act(Action),
    /// The visitor goes to a page.
    Go(Page),
    /// The browser shows a page of its history.
    Arrive(Page, u32),
    /// Something was typed in a part of a field.
    Typed(Key, usize, String),
    /// A number is known exactly, or roughly.
    Roughly(Key, bool),
    /// A field was left.
    Leave(Key),
    /// Go to this page (or, without one, to the next question) if nothing on this page is wrong.
    Submit(Option<Page>),
    /// Go on without an answer.
    Skip(QuestionId),
    /// Adds a record and shows it, in the topic with this row.
    AddRecord(u16),
    /// Takes a record away.
    RemoveRecord(ListId, u16),
    /// Shows other schemes.
    Show(Filter),
    /// Puts a scheme beside others, or takes it away.
    Compare(SchemeId),
    /// Takes all schemes away that stand side by side.
    CompareNone,
    /// Goes to the advice and shows these schemes.
    ShowAdvice(Filter),
    /// Folds something out or in.
    Toggle(Fold),
    /// Marks a row in the open list of a place field, or folds the list.
    Places(Option<(Key, Option<usize>)>),
    /// Shows the judgement of another subject of the same scheme.
    Choose(Subject),
    /// Something was typed in the form for another day.
    DayTyped(usize, String),
    /// Judges as on the day in that form.
    UseDay,
    /// Sets something of the cash flow.
    Set(Setting, String),
    /// Something in the calculator on the page.
    Calculate(Calculate),
    /// Something on the page of the aid account.
    Aid(AidEvent),
    /// Something is noted, ticked off or chosen for the case.
    Case(CaseAction),
    /// Something on the desk.
    Desk(DeskEvent),
    /// Something on the page for the municipality.
    Toolkit(ToolkitEvent),
    /// Something on the page of the dossier.
    Dossier(DossierEvent),
    /// Something on the page of the print.
    Paper(PaperEvent),
    /// Something on the page for other sites.
    Embed(EmbedEvent),
    /// Something is chosen for the finance of a need.
    Finance(steunwijzer_advisor::present::plan::Choose),
    /// More words have arrived.
    Received(Site),
    /// One page back, where the browser keeps no history for us.
    Back,
    /// Something of the site around the box.
    Host(HostEvent),
    /// Something about a newer edition.
    Newer(NewerEvent),
}
