//! The compiled form of the rules: flat tables that refer to each other by index.
//!
//! The compiler makes it, the engine reads it. Every index is inside its table: the compiler
//! guarantees it, and [`Rulebook::check_indices`] proves it for a rulebook that was read from a file.

use crate::date::Date;
use crate::expression::{Input, Node, NodeId};
use crate::number::Rounding;
use crate::slot::Slot;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A range of rows in a table: from the first, up to but not including the second.
pub type Rows = (u32, u32);

/// Where a text stands in the words of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TextId(pub u32);

/// The words of one language, by [`TextId`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words(pub Vec<String>);

impl Words {
    /// The text; empty if the words are of another edition.
    pub fn get(&self, text: TextId) -> &str {
        self.0.get(text.0 as usize).map_or("", String::as_str)
    }
}

macro_rules! index_types {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u16);

        impl $name {
            /// The row in its table.
            pub fn row(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

index_types! {
    /// A question: a row of [`Rulebook::questions`].
    QuestionId;
    /// A list of records, such as the hires: a row of [`Rulebook::lists`].
    ListId;
    /// A parameter: a row of [`Rulebook::parameters`].
    ParameterId;
    /// A predicate: a row of [`Rulebook::predicates`].
    PredicateId;
    /// A condition: a row of [`Rulebook::conditions`].
    ConditionId;
    /// A scheme: a row of [`Rulebook::schemes`].
    SchemeId;
    /// A source: a row of [`Rulebook::sources`].
    SourceId;
    /// A set of municipalities: a row of [`Rulebook::place_sets`].
    PlaceSetId;
    /// A definition: a row of [`Rulebook::definitions`].
    DefinitionId;
}

/// All rules of one edition, without their words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rulebook {
    /// The date of the edition.
    pub edition: Edition,
    /// Topics, in the order of the interview.
    pub topics: Vec<Topic>,
    /// Lists of records that a visitor tells.
    pub lists: Vec<List>,
    /// Every question.
    pub questions: Vec<Question>,
    /// The questions in an order in which each comes after all that its `ask_if` uses.
    pub asking_order: Vec<QuestionId>,
    /// Answers that cannot be true together.
    pub conflicts: Vec<Conflict>,
    /// Dated figures.
    pub parameters: Vec<Parameter>,
    /// Named notions.
    pub definitions: Vec<Definition>,
    /// Municipalities, sorted by province and then by name, so that a province is a range of rows.
    pub municipalities: Vec<Municipality>,
    /// Provinces, in the order of the municipalities.
    pub provinces: Vec<Province>,
    /// Sets of municipalities: one bit for each row of `municipalities`.
    pub place_sets: Vec<Vec<u64>>,
    /// Laws and pages.
    pub sources: Vec<Source>,
    /// Expressions: each node refers to earlier nodes only.
    pub nodes: Vec<Node>,
    /// Every distinct question to the world that can be answered with yes or no.
    pub predicates: Vec<Predicate>,
    /// Programs of the conditions, in postfix order.
    pub steps: Vec<Step>,
    /// Conditions of all schemes; the routes of an alternative follow it directly.
    pub conditions: Vec<Condition>,
    /// Every scheme.
    pub schemes: Vec<Scheme>,
    /// For each question, the predicates that depend on it.
    pub predicates_of: Vec<Vec<PredicateId>>,
    /// For each question, the schemes whose verdict may depend on it.
    pub schemes_of: Vec<Vec<SchemeId>>,
}

/// Which edition this is and who answers for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The day on which the rules were last looked at as a whole.
    pub date: Date,
    /// A check code over all rule files: 16 hexadecimal digits.
    pub hash: String,
    /// Who answers for the edition.
    pub answers_for: TextId,
    /// How to report a wrong rule.
    pub report: TextId,
}

/// A page of the interview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its name in the rule files.
    pub id: String,
    /// Its title.
    pub title: TextId,
    /// The list whose records it asks about, if any.
    pub list: Option<ListId>,
    /// Its questions, in the order of the file.
    pub questions: Vec<QuestionId>,
}

/// Records that a visitor tells: hires, needs, received aid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// The name of the list (`hires`).
    pub id: String,
    /// The name of one record (`hire`).
    pub item: String,
    /// The most records it can have.
    pub max: u16,
    /// The number of questions about one record.
    pub width: u16,
    /// What is true when the list is told as empty: "u neemt niemand aan".
    pub none: TextId,
}

/// What we ask.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Its name: `org.legal_form`, `hire.hours`.
    pub id: String,
    /// The list it belongs to; none for the organisation.
    pub list: Option<ListId>,
    /// Its place in a record of that list, or in the answers of the organisation.
    pub slot: u16,
    /// What an answer is.
    pub answer: AnswerType,
    /// Whether the visitor can choose to make it different.
    pub changeable: bool,
    /// How hard it is to answer: 1 known by heart, 2 look it up, 3 ask somebody.
    pub burden: u8,
    /// Asked only if this is true.
    pub ask_if: Option<NodeId>,
    /// The value when it does not apply.
    pub otherwise: Option<Slot>,
    /// The question in full.
    pub ask: TextId,
    /// A label for lists and tables.
    pub short: TextId,
    /// Where to find the answer; may be empty.
    pub help: TextId,
    /// Why we ask.
    pub why: TextId,
}

/// The kind of answer a question takes, with its bounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum AnswerType {
    /// Yes or no.
    YesNo,
    /// One of these options (at most 60).
    Choice(Vec<ChoiceOption>),
    /// Any number of these options (at most 60).
    Choices(Vec<ChoiceOption>),
    /// A number: whole multiples of `10^-scale`, from `min` to `max` in those units. Of a percentage
    /// it is the *share* that is scaled: 55 % at scale 4 is 5500 (0.5500).
    Number {
        /// What the number counts.
        unit: Unit,
        /// Decimals.
        scale: u8,
        /// The lowest value, scaled.
        min: i64,
        /// The highest value, scaled.
        max: i64,
        /// The label of the unit behind the field, for plain numbers; may be empty.
        label: TextId,
    },
    /// A day, from the first to the last day number.
    Date {
        /// The first day that can be answered.
        min: Date,
        /// The last day that can be answered.
        max: Date,
    },
    /// A municipality.
    Place,
}

/// What a number counts; decides how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// A bare number.
    Plain,
    /// Euro.
    Euro,
    /// Euro per hour.
    EuroPerHour,
    /// Euro per week.
    EuroPerWeek,
    /// Euro per month.
    EuroPerMonth,
    /// Euro per year.
    EuroPerYear,
    /// A share; the number 0.55 is written 55 %.
    Percent,
    /// Hours.
    Hours,
    /// Hours per week.
    HoursPerWeek,
    /// Hours per month.
    HoursPerMonth,
    /// Hours per year.
    HoursPerYear,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Weeks per year.
    WeeksPerYear,
    /// Months.
    Months,
    /// Months per year.
    MonthsPerYear,
}

/// An option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceOption {
    /// Its name in the rule files.
    pub id: String,
    /// Its text.
    pub text: TextId,
}

/// Answers that cannot be true together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Its name.
    pub id: String,
    /// The list whose records it is judged for; none for the organisation.
    pub list: Option<ListId>,
    /// True when the answers clash.
    pub when: NodeId,
    /// The questions involved.
    pub questions: Vec<QuestionId>,
    /// What clashes.
    pub text: TextId,
}

/// A dated figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parameter {
    /// Its name.
    pub id: String,
    /// What it counts.
    pub unit: Unit,
    /// Its label.
    pub text: TextId,
    /// Amounts that use it after this day are labelled as an assumption.
    pub review: Option<Date>,
    /// Values, sorted by their first day, without overlap.
    pub values: Vec<ParameterValue>,
    /// A range for days without a value, labelled as an assumption.
    pub when_unknown: Option<AssumedRange>,
}

/// The value of a parameter from a day on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParameterValue {
    /// The first day.
    pub from: Date,
    /// The last day; none: in force until a later value.
    pub until: Option<Date>,
    /// One figure, or one for each key.
    pub figures: Figures,
    /// Where it stands.
    pub sources: Vec<Citation>,
}

/// A figure, or a row of figures by a whole-number key such as an age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Figures {
    /// The same for everything.
    One(Decimal),
    /// By key, from `first` on. Below it: unknown. Above the last: the last.
    ByKey {
        /// The key of the first figure.
        first: i32,
        /// The figures of `first`, `first` + 1, …
        figures: Vec<Decimal>,
    },
}

/// What is assumed of a parameter on days for which no figure is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AssumedRange {
    /// The lowest figure.
    pub from: Decimal,
    /// The highest figure.
    pub to: Decimal,
    /// Why.
    pub text: TextId,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// A named notion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Definition {
    /// Its name.
    pub id: String,
    /// Its label.
    pub text: TextId,
    /// The list whose records it speaks of; none for the organisation.
    pub list: Option<ListId>,
    /// What it says.
    pub value: NodeId,
    /// What it counts, if it is a number.
    pub unit: Option<Unit>,
    /// Where it stands.
    pub sources: Vec<Citation>,
}

/// A municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Municipality {
    /// The code of Statistics Netherlands: `GM0344`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Other names that people type.
    pub aliases: Vec<String>,
    /// Its labour-market region.
    pub region: String,
    /// The first day, if it was formed after 2016.
    pub from: Option<Date>,
    /// The last day, if it was abolished.
    pub until: Option<Date>,
    /// The codes of the municipalities it went into.
    pub successors: Vec<String>,
}

/// A province: a range of municipalities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Province {
    /// Its name.
    pub name: String,
    /// Other names that people type.
    pub aliases: Vec<String>,
    /// Its first municipality.
    pub first: u16,
    /// Its last municipality.
    pub last: u16,
}

/// A law or a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name in the rule files.
    pub id: String,
    /// Its title, in its own language.
    pub title: TextId,
    /// Who published it.
    pub publisher: TextId,
    /// Its address.
    pub url: TextId,
    /// The date of its content: a year, a month or a day as written; empty if unknown.
    pub content_date: String,
    /// The day we last looked at it.
    pub checked: Date,
    /// What it is.
    pub kind: SourceKind,
    /// How sure we are of it.
    pub evidence: Evidence,
}

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SourceKind {
    /// A law or a by-law.
    Law,
    /// A page of a public body.
    Official,
    /// A page of who offers the scheme.
    Provider,
    /// A page of somebody else.
    Secondary,
}

/// How sure we are of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    /// The page was seen.
    Page,
    /// Own knowledge, not confirmed.
    Background,
}

/// A source and the place in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// The source.
    pub source: SourceId,
    /// The place in it; may be empty.
    pub at: TextId,
}

/// A question to the world that can be answered with yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Predicate {
    /// An ordered answer lies within these scaled limits, both included.
    Within(Input, i64, i64),
    /// A choice (or yes/no) is one of these: bit n for option n; bit 0 is *no*, bit 1 is *yes*.
    OneOf(Input, u64),
    /// Of several choices, this one is chosen.
    Has(Input, u8),
    /// A place lies in this set.
    PlaceIn(Input, PlaceSetId),
    /// Anything else.
    Expression(NodeId),
}

/// One step of the program of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Puts the value of a predicate on the stack.
    Test(PredicateId),
    /// Puts a constant on the stack.
    Always(bool),
    /// Replaces the two values on top by *and*.
    And,
    /// Replaces the two values on top by *or*.
    Or,
    /// Turns the value on top around.
    Not,
}

/// What a condition does to a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Computed from answers.
    Test,
    /// A person's assessment: shown, never decides.
    Judged,
    /// Something the applicant can still do.
    Step,
    /// Information.
    Remark,
}

/// A condition of a scheme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// Its name within the scheme.
    pub id: String,
    /// What it does.
    pub role: Role,
    /// The steps that compute it; empty unless it is a test of its own.
    pub program: Rows,
    /// The number of rows directly behind this one that are its alternative routes.
    pub routes: u16,
    /// Whether it rests on unconfirmed knowledge alone.
    pub background: bool,
    /// Whether it speaks of a place only.
    pub place_only: bool,
    /// The requirement.
    pub text: TextId,
    /// Where it stands.
    pub sources: Vec<Citation>,
    /// The scheme where the right does sit.
    pub refer: Option<SchemeId>,
    /// The questions it uses.
    pub questions: Vec<QuestionId>,
    /// The parameters it uses.
    pub parameters: Vec<ParameterUse>,
}

/// The use of a parameter: on which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParameterUse {
    /// Which.
    pub parameter: ParameterId,
    /// The expression node that reads it.
    pub node: NodeId,
}

/// Who is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SubjectKind {
    /// The organisation, once.
    Organisation,
    /// Each record of this list.
    Each(ListId),
}

/// A kind of scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// A grant of a public body.
    Subsidy,
    /// Money of a fund.
    Fund,
    /// A tax incentive.
    Tax,
    /// Money of the crowd.
    Crowdfunding,
    /// A loan.
    Loan,
    /// A guarantee on a loan.
    Guarantee,
    /// A share in the firm.
    Equity,
    /// Help that is not money.
    InKind,
    /// A label or a register.
    Recognition,
    /// A way to become a supplier.
    Procurement,
    /// Money for the wages of a person with less output.
    WageSubsidy,
}

/// The five kinds of help of the mission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Help {
    /// Subsidies, with tax incentives and funds.
    Subsidies,
    /// Crowdfunding.
    Crowdfunding,
    /// Loans, with guarantees and equity.
    Loans,
    /// In-kind support, with procurement and recognition.
    InKind,
    /// Wage-cost subsidy, with the other labour instruments.
    WageCosts,
}

/// Strength of a claim, apart from the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Claim {
    /// A statutory right.
    Right,
    /// A claim under a by-law.
    ByLaw,
    /// An offer on the market.
    Market,
    /// A decision of a funder.
    Discretion,
}

/// Who offers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Level {
    /// The state.
    National,
    /// A province or region.
    Regional,
    /// A municipality.
    Municipal,
    /// The European Union.
    Eu,
    /// A private party.
    Private,
}

/// What is known of the life of a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// In force; its windows decide.
    Open,
    /// No round is open, no new one is announced.
    Closed,
    /// It no longer exists from this day on.
    Ended(Date),
    /// Not known.
    Unknown,
}

/// Rules on state aid that apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StateAid {
    /// No state aid.
    None,
    /// De-minimis aid.
    DeMinimis,
    /// Under the General Block Exemption Regulation.
    Gber,
    /// Not known.
    Unknown,
}

/// How sure the editor was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confidence {
    /// Read in the law or on the page of who decides.
    High,
    /// Read, but old, undated or second hand.
    Medium,
    /// Not confirmed.
    Low,
}

/// A period in which applications are accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The first day.
    pub opens: Option<Date>,
    /// The last day.
    pub closes: Option<Date>,
    /// The hour on the last day, as written; may be empty.
    pub closes_at: String,
    /// A round that a source announces.
    pub announced: bool,
    /// A remark; may be empty.
    pub text: TextId,
    /// Where it stands.
    pub sources: Vec<Citation>,
}

/// When the rule was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The day of the last check.
    pub checked: Date,
    /// The day before which it must be checked again.
    pub before: Date,
    /// Whether a second person checked it.
    pub second_check: bool,
    /// How sure the editor was.
    pub confidence: Confidence,
}

/// A scheme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scheme {
    /// Its name in the rule files.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Whether it is a labour instrument: belongs to the help with wage costs.
    pub labour: bool,
    /// Who is judged.
    pub subject: SubjectKind,
    /// How strong the claim is.
    pub claim: Claim,
    /// Who offers it.
    pub level: Level,
    /// What is known of its life.
    pub status: Status,
    /// Rules on state aid.
    pub state_aid: StateAid,
    /// When it was checked.
    pub review: Review,
    /// Periods in which applications are accepted; none: no known dates.
    pub windows: Vec<Window>,
    /// Its conditions.
    pub conditions: Rows,
    /// Questions on which two of its predicates depend: their combinations are judged one by one.
    pub entangled: Vec<Input>,
    /// Amount lines, or why there are none.
    pub amounts: Amounts,
    /// Its texts.
    pub texts: SchemeTexts,
    /// What the visitor does, in order.
    pub steps: Vec<TextId>,
    /// What to bring.
    pub documents: Vec<TextId>,
    /// What goes wrong.
    pub pitfalls: Vec<(TextId, Vec<Citation>)>,
    /// Relations to other schemes.
    pub relations: Vec<Relation>,
}

/// The texts of a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeTexts {
    /// Its name.
    pub name: TextId,
    /// What it is, in one or two sentences.
    pub summary: TextId,
    /// Who offers it.
    pub provider: TextId,
    /// Who decides about what.
    pub decides: TextId,
    /// How long it takes; may be empty.
    pub lead_time: TextId,
    /// Where to apply; may be empty.
    pub url: TextId,
}

/// What a scheme gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Amounts {
    /// Lines, in order.
    Lines(Vec<AmountLine>),
    /// To be agreed.
    InConsultation,
    /// It is not about money.
    NoMoney,
    /// Not known.
    Unknown,
}

/// One line of an amount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AmountLine {
    /// Its name; later lines may use it.
    pub id: String,
    /// How it is shown.
    pub show: Show,
    /// What it counts; money per what.
    pub unit: Unit,
    /// Its value.
    pub value: NodeId,
    /// How it is rounded, and to how many decimals.
    pub rounding: (Rounding, i8),
    /// The most that anybody gets.
    pub ceiling: Option<NodeId>,
    /// Its label.
    pub text: TextId,
    /// The formula in words.
    pub formula: TextId,
    /// Where it stands.
    pub sources: Vec<Citation>,
    /// The questions it uses.
    pub questions: Vec<QuestionId>,
    /// The parameters it uses.
    pub parameters: Vec<ParameterUse>,
}

/// How an amount line is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Show {
    /// Explains how a later line comes about.
    Working,
    /// A part of what one gets.
    Line,
    /// What one gets.
    Total,
}

/// A relation between schemes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// Which.
    pub kind: RelationKind,
    /// With these schemes.
    pub with: Vec<SchemeId>,
    /// What it means.
    pub text: TextId,
    /// Where it stands.
    pub sources: Vec<Citation>,
}

/// How schemes relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RelationKind {
    /// Not together.
    NotWith,
    /// Of these, only the highest.
    OnlyHighest,
    /// Can be had together.
    Beside,
}

impl Scheme {
    /// Which of the five kinds of help it belongs to.
    pub fn help(&self) -> Help {
        if self.labour {
            return Help::WageCosts;
        }
        match self.kind {
            Kind::Subsidy | Kind::Fund | Kind::Tax => Help::Subsidies,
            Kind::Crowdfunding => Help::Crowdfunding,
            Kind::Loan | Kind::Guarantee | Kind::Equity => Help::Loans,
            Kind::InKind | Kind::Recognition | Kind::Procurement => Help::InKind,
            Kind::WageSubsidy => Help::WageCosts,
        }
    }
}
