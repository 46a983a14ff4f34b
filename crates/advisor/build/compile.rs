//! From files of messages in two languages to Rust: one function for each message, its placeholders
//! as arguments. Both languages must have the same keys, and each message the same placeholders.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use toml_edit::{DocumentMut, Table, Value};

/// A message in one language.
#[derive(Clone, PartialEq, Eq)]
enum Message {
    /// The same for every number.
    Plain(String),
    /// By the number `n`: for exactly one, and for any other.
    Counted { one: String, many: String },
}

type Messages = BTreeMap<(String, String), Message>;

/// A file of messages.
pub(crate) struct File {
    /// Its path.
    pub(crate) name: String,
    /// What stands in it.
    pub(crate) text: String,
}

/// The source of a module for each group, with a function for each message.
///
/// # Errors
/// Every mistake in a file and every difference between the two languages, each in a sentence.
pub(crate) fn compile(nl: &[File], en: &[File]) -> Result<String, Vec<String>> {
    let mut mistakes = Vec::new();
    let nl = read(nl, &mut mistakes);
    let en = read(en, &mut mistakes);
    compare(&nl, &en, &mut mistakes);
    if mistakes.is_empty() { Ok(generate(&nl, &en)) } else { Err(mistakes) }
}

fn read(files: &[File], mistakes: &mut Vec<String>) -> Messages {
    let mut messages = Messages::new();
    for File { name, text } in files {
        let document = match text.parse::<DocumentMut>() {
            Ok(document) => document,
            Err(error) => {
                mistakes.push(format!("{name}: {error}"));
                continue;
            }
        };
        for (group, item) in document.iter() {
            match item.as_table() {
                Some(table) => read_group(name, group, table, &mut messages, mistakes),
                None => mistakes.push(format!("{name}: `{group}` stands outside a group")),
            }
        }
    }
    messages
}

fn read_group(file: &str, group: &str, table: &Table, messages: &mut Messages, mistakes: &mut Vec<String>) {
    for (key, item) in table.iter() {
        let message = item.as_value().and_then(message_of);
        let mistake = match &message {
            None => Some("is neither a text nor { one = \"…\", many = \"…\" }".to_owned()),
            Some(message) => unreadable(message),
        };
        if let Some(mistake) = mistake {
            mistakes.push(format!("{file}: `{group}.{key}` {mistake}"));
        } else if let Some(message) = message
            && messages.insert((group.to_owned(), key.to_owned()), message).is_some()
        {
            mistakes.push(format!("{file}: `{group}.{key}` stands in another file as well"));
        }
    }
}

fn message_of(value: &Value) -> Option<Message> {
    if let Some(text) = value.as_str() {
        return Some(Message::Plain(text.to_owned()));
    }
    let table = value.as_inline_table()?;
    let text = |key| table.get(key).and_then(Value::as_str).map(str::to_owned);
    let message = Message::Counted { one: text("one")?, many: text("many")? };
    (table.len() == 2).then_some(message)
}

/// Why a message cannot become a function, if it cannot.
fn unreadable(message: &Message) -> Option<String> {
    if message.texts().iter().any(|text| text.trim().is_empty()) {
        return Some("is empty".to_owned());
    }
    let names = match message.placeholders() {
        Ok(names) => names,
        Err(mistake) => return Some(mistake),
    };
    let counted = matches!(message, Message::Counted { .. });
    (!counted && names.contains("n"))
        .then(|| "counts with {n}: write { one = \"…\", many = \"…\" }".to_owned())
}

impl Message {
    fn texts(&self) -> Vec<&str> {
        match self {
            Message::Plain(text) => vec![text],
            Message::Counted { one, many } => vec![one, many],
        }
    }

    /// The names between braces; `n` is always one of a counted message.
    fn placeholders(&self) -> Result<BTreeSet<String>, String> {
        let mut names = BTreeSet::new();
        for text in self.texts() {
            names.extend(names_in(text)?);
        }
        if matches!(self, Message::Counted { .. }) {
            names.insert("n".to_owned());
        }
        Ok(names)
    }
}

fn names_in(text: &str) -> Result<BTreeSet<String>, String> {
    let mut names = BTreeSet::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        if before.contains('}') {
            return Err("has a } without {".to_owned());
        }
        let Some((name, behind)) = after.split_once('}') else {
            return Err("has a { without }".to_owned());
        };
        let letters = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        if !letters {
            return Err(format!("has a placeholder `{{{name}}}` that is not in lower case letters"));
        }
        names.insert(name.to_owned());
        rest = behind;
    }
    if rest.contains('}') {
        return Err("has a } without {".to_owned());
    }
    Ok(names)
}

fn compare(nl: &Messages, en: &Messages, mistakes: &mut Vec<String>) {
    let missing = |from: &Messages, other: &Messages, language: &str| -> Vec<String> {
        let keys = other.keys().filter(|key| !from.contains_key(*key));
        keys.map(|(group, key)| format!("messages/{language} has no `{group}.{key}`")).collect()
    };
    mistakes.extend(missing(nl, en, "nl"));
    mistakes.extend(missing(en, nl, "en"));
    for ((group, key), dutch) in nl {
        let Some(english) = en.get(&(group.clone(), key.clone())) else { continue };
        let (Ok(here), Ok(there)) = (dutch.placeholders(), english.placeholders()) else { continue };
        for name in here.symmetric_difference(&there) {
            let language = if here.contains(name) { "en" } else { "nl" };
            let mistake = format!("messages/{language}: `{group}.{key}` lacks the placeholder {{{name}}}");
            mistakes.push(mistake);
        }
    }
}

fn generate(nl: &Messages, en: &Messages) -> String {
    let mut code = String::new();
    let mut open = None;
    for ((group, key), dutch) in nl {
        if open != Some(group) {
            if open.is_some() {
                code.push_str("}\n\n");
            }
            let _ = writeln!(code, "/// Messages of the group `{group}`.\npub mod {group} {{");
            let _ = writeln!(code, "    use crate::lang::Lang;");
            open = Some(group);
        }
        if let Some(english) = en.get(&(group.clone(), key.clone())) {
            function(&mut code, key, dutch, english);
        }
    }
    if open.is_some() {
        code.push_str("}\n");
    }
    code
}

fn function(code: &mut String, key: &str, nl: &Message, en: &Message) {
    let names = nl.placeholders().unwrap_or_default();
    let doc = nl.texts().last().copied().unwrap_or_default().replace('\n', " ");
    let arguments: Vec<String> = names
        .iter()
        .map(|name| {
            let kind = if name == "n" { "usize" } else { "&str" };
            format!(", {name}: {kind}")
        })
        .collect();
    let result = if names.is_empty() { "&'static str" } else { "String" };
    let _ = writeln!(code, "\n    /// {}", doc.replace('[', "\\[").replace(']', "\\]"));
    let _ = writeln!(code, "    pub fn {key}(lang: Lang{}) -> {result} {{", arguments.concat());
    let _ = writeln!(code, "        match lang {{");
    for (variant, message) in [("Nl", nl), ("En", en)] {
        let _ = writeln!(code, "            Lang::{variant} => {},", expression(message, &names));
    }
    code.push_str("        }\n    }\n");
}

fn expression(message: &Message, names: &BTreeSet<String>) -> String {
    match message {
        Message::Plain(text) if names.is_empty() => format!("{text:?}"),
        Message::Plain(text) => formatted(text),
        Message::Counted { one, many } => {
            format!("if n == 1 {{ {} }} else {{ {} }}", formatted(one), formatted(many))
        }
    }
}

/// Joins the parts of a text: much smaller in the wasm than the machinery of `format!`.
fn formatted(text: &str) -> String {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        parts.push(format!("{before:?}"));
        parts.push(if name == "n" { "n.to_string().as_str()".to_owned() } else { name.to_owned() });
        rest = behind;
    }
    parts.push(format!("{rest:?}"));
    parts.retain(|part| part != "\"\"");
    format!("[{}].concat()", parts.join(", "))
}
