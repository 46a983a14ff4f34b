/**
 * Steunwijzer: which support fits a Dutch social enterprise.
 *
 * What an advice and a plan hold is described by `advice.schema.json` and `plan.schema.json` of the
 * project; these types are the same in TypeScript, and a test holds them against what comes out.
 */

/** A value, or what is wrong. No function throws for any input. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; /** The first of them. */ readonly error: Problem; readonly errors: readonly Problem[] };

/** What is wrong, where, and what to do. Messages are for developers, in English. */
export interface Problem {
  readonly kind: ProblemKind;
  /** `hires[0].hours`, `options.asOn`, `files.words.nl.bin`; empty for the whole. */
  readonly path: string;
  readonly message: string;
  /** What is allowed, or what to do. */
  readonly repair: string;
}

/**
 * - `answers`, `options`, `scheme`: what was given is not possible.
 * - `not-loaded`: it needs texts or a module that were not loaded, or of another version.
 * - `unreachable`: a file of the package could not be read.
 * - `stopped`: a fault of ours; start the page or the worker anew.
 */
export type ProblemKind = "answers" | "options" | "scheme" | "not-loaded" | "unreachable" | "stopped";

export type Lang = "nl" | "en";

export type FileName =
  | "advice.wasm"
  | "plan.wasm"
  | "words.nl.bin"
  | "words.en.bin"
  | "schemes.nl.bin"
  | "schemes.en.bin";

export interface LoadOptions {
  /** The languages to load; the first is spoken unasked. Default `["nl"]`. */
  readonly langs?: readonly Lang[];
  /**
   * `"questions"` leaves out what is said of schemes, most of the bytes: names, texts of conditions,
   * titles and addresses of sources, reasons and actions are then empty. Default `"all"`.
   */
  readonly texts?: "all" | "questions";
  /** Whether to load the larger module that holds the money plan. Default `false`. */
  readonly plan?: boolean;
  /** Bytes of files that need not be fetched or read. With all that are needed there is no request. */
  readonly files?: { readonly [name in FileName]?: Uint8Array };
}

/** Loads the rulebook with its texts. */
export function load(options?: LoadOptions): Promise<Result<Advisor>>;

/** The rulebook, loaded. Every function can be taken off it and called alone. */
export interface Advisor {
  /** Every scheme, judged for these answers on a day. */
  readonly advise: (answers: Answers, options?: AdviseOptions) => Result<Advice>;
  /** One scheme of it. */
  readonly explain: (scheme: string, answers: Answers, options?: CallOptions) => Result<Scheme>;
  /** The questions that can still matter, the most useful first. */
  readonly ask: (answers: Answers, options?: CallOptions) => Result<OpenQuestion[]>;
  /** What it adds up to: hires, cash flow, the finance of each need, room for aid. Needs `load({ plan: true })`. */
  readonly plan: (answers: Answers, options?: CallOptions) => Result<Plan>;
  /** Every question with what its answer may be. */
  readonly questions: (options?: CallOptions) => Result<Question[]>;
  /** The edition with its schemes, lists and municipalities. */
  readonly rulebook: (options?: CallOptions) => Result<Rulebook>;
}

export interface CallOptions {
  /** The day to judge, `"2026-12-01"`. Default: today in the Netherlands. */
  readonly asOn?: string;
  /** A language that was loaded. */
  readonly lang?: Lang;
}

export interface AdviseOptions extends CallOptions {
  /** Ids of the schemes to report; the counts are of all. Default: all. */
  readonly schemes?: readonly string[];
}

/** Answers by question id, lists of records by list id; `docs/answers.md` describes the notation. */
export interface Answers {
  readonly [key: string]: Answer | readonly { readonly [key: string]: Answer | undefined }[] | undefined;
}

/** One answer. A decimal is a text (`"12500.50"`), `"?"` is asked and not known. */
export type Answer =
  | boolean
  | string
  | number
  | readonly string[]
  | { readonly any: readonly string[] }
  | { readonly yes?: readonly string[]; readonly no?: readonly string[] }
  | { readonly from?: string | number; readonly to?: string | number }
  | { readonly province: string };

/** An answer as it comes out. */
export type WrittenAnswer =
  | boolean
  | string
  | number
  | string[]
  | { any: string[] }
  | { yes?: string[]; no?: string[] }
  | { from?: string | number; to?: string | number }
  | { province: string };

/** A day: `"2026-12-01"`. */
export type Day = string;
export type Verdict = "fits" | "cannot-tell" | "does-not-fit";

/** Both ends, as decimals in texts; the same if it is certain. A percentage has its sign: `"45 %"`. */
export interface Range {
  from: string;
  to: string;
}

export interface Edition {
  date: Day;
  hash: string;
  answers_for: string;
}

export interface Advice {
  edition: Edition;
  as_on: Day;
  lang: Lang;
  counts: { fits: number; cannot_tell: number; does_not_fit: number };
  schemes: Scheme[];
  open_questions: OpenQuestion[];
  find_out: { key: string; text: string; help: string }[];
  conflicts: { id: string; text: string; keys: string[] }[];
  coverage: { municipality: string | null; municipal: number; regional: number; sentences: string[] };
}

export type SchemeKind =
  | "subsidy"
  | "fund"
  | "tax"
  | "crowdfunding"
  | "loan"
  | "guarantee"
  | "equity"
  | "in-kind"
  | "recognition"
  | "procurement"
  | "wage-subsidy";
export type Help = "subsidies" | "crowdfunding" | "loans" | "in-kind" | "wage-costs";
export type Claim = "right" | "by-law" | "discretion" | "market";
export type Level = "national" | "regional" | "municipal" | "eu" | "private";
export type Status = "open" | "closed" | "ended" | "unknown";

export interface Scheme {
  id: string;
  name: string;
  kind: SchemeKind;
  help: Help;
  claim: Claim;
  level: Level;
  status: Status;
  state_aid: "none" | "de-minimis" | "gber" | "unknown";
  provider: string;
  decides: string;
  term: string;
  url: string;
  review: { checked: Day; before: Day; second_check: boolean };
  verdict: Verdict;
  reason: string;
  /** The headline: an amount, a range, or why there is none. */
  amount: string;
  action: { label: string; text: string } | null;
  /** Each that was judged apart; never added up. */
  subjects: Subject[];
  relations: { text: string; with: string[]; sources: Source[] }[];
}

export interface Subject {
  subject: { who: "organisation" | "record" | "not-told" | "nobody"; list?: string; row?: number };
  verdict: Verdict;
  because: { code: BecauseCode; condition?: string; parameter?: string; day?: Day };
  reason: string;
  /** So many conditions could be checked … */
  checked: number;
  /** … of so many. */
  of: number;
  overdue: boolean;
  conditions: Condition[];
  amount: { kind: "lines" | "in-consultation" | "no-money" | "unknown"; text: string; lines: Line[] };
  changes: { becomes: Verdict; answers: { key: string; to: WrittenAnswer[] }[] }[];
}

export type BecauseCode =
  | "fails"
  | "never-together"
  | "nobody"
  | "ended"
  | "closed"
  | "closed-announced-again"
  | "status-unknown"
  | "overdue"
  | "unknown-figure"
  | "unconfirmed"
  | "person-decides"
  | "not-told"
  | "open"
  | "all-met";

export interface Condition {
  id: string;
  state: "met" | "not-met" | "open" | "open-by-us" | "judged" | "step" | "remark" | "not-needed";
  text: string;
  background: boolean;
  sources: Source[];
  answers: { [key: string]: WrittenAnswer };
  open: string[];
  refer?: string;
  routes?: Condition[];
}

export interface Source {
  id: string;
  title: string;
  at: string;
  publisher: string;
  url: string;
  content_date: string;
  checked: Day;
  kind: "law" | "official" | "provider" | "secondary";
  evidence: "page" | "background";
}

export type Unit =
  | "number"
  | "euro"
  | "euro-per-hour"
  | "euro-per-week"
  | "euro-per-month"
  | "euro-per-year"
  | "percent"
  | "hours"
  | "hours-per-week"
  | "hours-per-month"
  | "hours-per-year"
  | "days"
  | "weeks"
  | "weeks-per-year"
  | "months"
  | "months-per-year";

export interface Line {
  id: string;
  show: "working" | "line" | "total";
  unit: Unit;
  label: string;
  formula: string;
  /** `null`: not known. Never zero for unknown. */
  value: Range | null;
  ceiling?: Range;
  figures: Figure[];
  open: string[];
  sources: Source[];
}

export interface Figure {
  parameter: string;
  label: string;
  value: Range | null;
  from: Day | null;
  until: Day | null;
  assumption: string | null;
  sources: Source[];
}

export interface OpenQuestion {
  key: string;
  text: string;
  help: string;
  /** Schemes that some answer settles at once. */
  decides: string[];
  helps: string[];
  usefulness: number;
  exact: boolean;
}

export interface Question {
  id: string;
  topic: string;
  list?: string;
  type: "yes-no" | "choice" | "choices" | "date" | "place" | Unit;
  ask: string;
  short: string;
  help: string;
  why: string;
  changeable: boolean;
  burden: number;
  options?: { id: string; text: string }[];
  allowed: string;
}

export interface Rulebook {
  edition: Edition;
  schemes: SchemeEntry[];
  lists: { id: string; most: number }[];
  /** Municipalities: `code` is the answer to a question about a place. */
  places: { code: string; name: string; province: string }[];
}

export interface SchemeEntry {
  id: string;
  name: string;
  summary: string;
  kind: SchemeKind;
  help: Help;
  claim: Claim;
  level: Level;
  status: Status;
  /** `organisation`, or the list whose records are judged. */
  subject: string;
  provider: string;
  conditions: number;
  checked: Day;
  check_again_before: Day;
  second_check: boolean;
}

export interface Plan {
  edition: Edition;
  as_on: Day;
  lang: Lang;
  hires: Hire[];
  totals: { measured_month: Range | null; flat_month: Range | null; lkv_year: Range | null } | null;
  no_average: string[];
  cash_flow: CashFlow | null;
  needs: Need[];
  aid_room: { ceiling: "general" | "sgei" | "agriculture" | "fishery"; limit: Range | null; left: Range | null }[];
}

export interface Hire {
  name: string;
  told: boolean;
  measured: Offer;
  flat: Offer;
  lkv_year: Range | null;
  lkv: string[];
  sentences: string[];
}

export interface Offer {
  scheme: string;
  verdict: Verdict;
  month: Range | null;
  lines: Line[];
}

export interface CashFlow {
  sentences: string[];
  lowest: Range | null;
  lowest_month: Day | null;
  known_until: Day | null;
  unknown_from: Day | null;
  assumed_from: Day | null;
  months: Month[];
  csv: string;
}

export interface Month {
  month: Day;
  rests_on: "known-figures" | "assumed-rise" | "unknown";
  wage: Range | null;
  holiday: Range | null;
  charges: Range | null;
  lks: Range | null;
  lkv: Range | null;
  net: Range | null;
  balance: Range | null;
  advanced: Range | null;
}

export interface Need {
  name: string;
  purpose: string;
  told: Money[];
  notes: string[];
  proposals: Proposal[];
  out: Out[];
}

export interface Money {
  code: "total" | "own" | "promised" | "asked" | "gap";
  label: string;
  value: Range | null;
  text: string;
}

export interface Proposal {
  aims: ("cheapest" | "surest" | "fastest" | "funds-crowd-and-loan")[];
  title: string;
  layers: Layer[];
  gap: Money;
  debt: string[];
  aid: string;
  timeline: { scheme: string; sentences: string[] }[];
  out: Out[];
}

export interface Layer {
  stage: "own" | "promised" | "wage-costs" | "subsidy" | "gifts-and-crowd" | "loan" | "equity";
  scheme: string | null;
  name: string;
  counted: boolean;
  value: Range | null;
  amount: string;
  verdict: Verdict | null;
  reason: string;
  why: string[];
  cost: string;
  aid: string;
  limits: string;
  lines: { label: string; text: string }[];
  guarantees: {
    scheme: string;
    name: string;
    verdict: Verdict;
    reason: string;
    lines: { label: string; text: string }[];
  }[];
}

export interface Out {
  scheme: string;
  code: string;
  why: string;
}
