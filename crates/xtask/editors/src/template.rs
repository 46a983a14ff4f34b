//! The file of a new scheme. Every line with [`MARK`] holds something that `check` reports until
//! it is filled in; the rest is as it may stay.

use crate::new_scheme::{Draft, Local};

/// What marks a place to fill in.
pub(crate) const MARK: &str = "INVULLEN";

pub(crate) fn file(draft: &Draft<'_>) -> String {
    let parts = [top(draft), TEXTS.to_owned(), conditions(draft), REST.to_owned(), cases(draft)];
    parts.concat().replace("{mark}", MARK)
}

fn top(draft: &Draft<'_>) -> String {
    let Draft { id, kind, subject, .. } = draft;
    let level = match draft.local {
        Some(_) => "\"municipal\"             # national | regional | municipal | eu | private",
        None => "\"\"                      # {mark}: national | regional | municipal | eu | private",
    };
    format!(
        r#"# Vul elke plek met {{mark}} in en haal dat woord weg. Uitleg: docs/regels-schrijven.md.
# Weet u iets niet? Schrijf dat het onbekend is. Vul nooit in wat waarschijnlijk is.

id        = "{id}"
kind      = "{kind}"
subject   = "{subject}"             # waarover: organisation (de organisatie) | need (wat men zoekt) | hire (wie men aanneemt)
claim     = ""                      # {{mark}}: right (recht op) | by-law (regeling) | discretion (de gever beslist) | market (aanbod)
level     = {level}
status    = ""                      # {{mark}}: open | closed (nu dicht) | unknown. Bestaat zij niet meer: ended, met ended = de eerste dag zonder
state_aid = "unknown"               # none | de-minimis | gber | unknown: laat unknown staan als de bron er niets over zegt
no_amount = "unknown"               # in-consultation (in overleg) | none (geen geld) | unknown. Staat het bedrag in de bron? Haal dit weg en schrijf [[amount]]

# {{mark}}: checked is de dag waarop u de bronnen las, before de dag waarop iemand opnieuw kijkt, confidence hoe zeker u bent: high | medium | low
review    = {{ checked = "", before = "", by_role = "editor", second_check = false, confidence = "" }} # {{mark}}

"#
    )
}

const TEXTS: &str = r#"[nl]
name     = "" # {mark}: de naam, met de plaats erachter
summary  = "" # {mark}: wat het is, in één of twee zinnen van hooguit 20 woorden
provider = "" # {mark}: wie het geeft
decides  = "" # {mark}: wie waarover beslist
[en]
name     = "" # {mark}: hetzelfde in het Engels
summary  = "" # {mark}
provider = "" # {mark}
decides  = "" # {mark}

[apply]
url = "" # {mark}: waar men aanvraagt, met https:// ervoor. Kent u geen adres? Haal [apply] en deze regel weg

# Kent u data? Haal de # weg. Zonder data: laat dit weg.
# [[window]]
# opens   = 2026-01-01
# closes  = 2026-12-31              # op deze dag kan men nog aanvragen
# sources = [{ id = "naam-van-de-bron", at = "art. 4" }]

# Elke voorwaarde van de bron krijgt één rol:
#   test    volgt uit antwoorden; alleen een test kan 'past niet' geven
#   judged  een mens beoordeelt haar
#   step    de aanvrager kan dit nog doen of regelen
#   remark  alleen goed om te weten
"#;

fn conditions(draft: &Draft<'_>) -> String {
    let first = match &draft.local {
        Some(Local { question, here, .. }) => format!(
            r#"[[condition]]
id      = "place"
role    = "test"
when    = '{question} = municipality("{code}")'
nl      = "{nl} {name}."
en      = "{en} {name}."
sources = [{{ id = "" }}] # {{mark}}: de bron, en als die er zijn het artikel: {{ id = "…", at = "art. 2" }}
"#,
            code = here.code,
            name = here.name,
            nl = place_words(question).0,
            en = place_words(question).1,
        ),
        None => r#"[[condition]]
id      = "who"                     # een korte naam die u zelf kiest
role    = "test"
when    = ''                        # {mark}: wanneer zij klopt, zoals 'org.legal_form in ("stichting", "vereniging")'
nl      = "" # {mark}: in gewone woorden
en      = "" # {mark}
sources = [{ id = "" }] # {mark}: de bron, en als die er zijn het artikel: { id = "…", at = "art. 2" }
"#
        .to_owned(),
    };
    format!("\n{first}{JUDGED}")
}

/// What stands before the name of a municipality, in Dutch and in English.
fn place_words(question: &str) -> (&'static str, &'static str) {
    match question.split('.').next() {
        Some("need") => ("Het plan is voor", "The plan is for"),
        Some("hire") => ("De baan is in", "The job is in"),
        _ => ("U zit in", "You are based in"),
    }
}

const JUDGED: &str = r#"
[[condition]]
id      = "purpose"                 # een korte naam die u zelf kiest
role    = "judged"
nl      = "" # {mark}: waar de beslisser naar kijkt. Is er niets? Haal deze voorwaarde weg
en      = "" # {mark}
sources = [{ id = "" }] # {mark}
"#;

const REST: &str = r#"
[[step]]
nl = "" # {mark}: wat de aanvrager het eerst doet
en = "" # {mark}

# Een geval laat zien dat de regeling klopt. Minstens twee: één dat past en één dat niet past.
# Elke test die kan mislukken krijgt een geval waarin alleen zij mislukt.
"#;

fn cases(draft: &Draft<'_>) -> String {
    let today = draft.today;
    match &draft.local {
        Some(Local { question, here, elsewhere }) => format!(
            r#"
[[case]]
name    = "In {here}"
as_on   = {today}                # de dag van het advies; kies er een waarop de regeling open is
answers = {{ "{question}" = "{here_code}" }}
# Rekenen wij alleen de plaats uit, dan beslist een mens: cannot-tell. Komt er een test bij? Zet dan
# ook zijn antwoord hierboven en schrijf fits.
expect  = {{ verdict = "cannot-tell" }}
source  = "worked by hand from the conditions"

[[case]]
name    = "In {elsewhere}"
like    = "In {here}"               # dag en antwoorden als daar, op één antwoord na
answers = {{ "{question}" = "{elsewhere_code}" }}
expect  = {{ verdict = "does-not-fit", failing = "place" }}
source  = "worked by hand from the conditions"
"#,
            here = here.name,
            here_code = here.code,
            elsewhere = elsewhere.name,
            elsewhere_code = elsewhere.code,
        ),
        None => format!(
            r#"
[[case]]
name    = "" # {{mark}}: wie het is, kort
as_on   = {today}                # de dag van het advies; kies er een waarop de regeling open is
answers = "" # {{mark}}: de antwoorden waarmee het past, zoals {{ "org.legal_form" = "stichting" }}
expect  = {{ verdict = "fits" }}
source  = "worked by hand from the conditions"

[[case]]
name    = "" # {{mark}}: wie het niet krijgt
as_on   = {today}                # of: like = "naam van het eerste geval", en dan alleen het antwoord dat anders is
answers = "" # {{mark}}: dezelfde antwoorden, op één na
expect  = {{ verdict = "does-not-fit", failing = "who" }}
source  = "worked by hand from the conditions"
"#
        ),
    }
}
