//! The words of an expression, without understanding it: which names and texts it mentions.

/// What an expression mentions.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Mentions<'t> {
    /// Names, without the variables of loops.
    pub(super) names: Vec<&'t str>,
    /// Texts in quotes.
    pub(super) texts: Vec<&'t str>,
}

/// Lists what an expression mentions.
pub(super) fn mentions(expression: &str) -> Mentions<'_> {
    let mut found = Mentions::default();
    for (number, part) in expression.split('"').enumerate() {
        if number % 2 == 1 {
            found.texts.push(part);
        } else {
            let letters = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
            let words = part.split(|c| !letters(c)).filter(|word| !word.is_empty());
            found.names.extend(words);
        }
    }
    let variables: Vec<&str> = found
        .names
        .windows(2)
        .filter_map(|pair| matches!(pair[0], "for" | "some" | "every").then_some(pair[1]))
        .collect();
    found.names.retain(|name| {
        let item = name.split('.').next().unwrap_or(name);
        !variables.contains(&item)
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_loop_variables_are_no_names() {
        let found = mentions(r#"sum(for a in aids return a.sum) > org.fte or x = "org.place""#);
        assert_eq!(found.names, ["sum", "for", "in", "aids", "return", "org.fte", "or", "x"]);
        assert_eq!(found.texts, ["org.place"]);
    }
}
