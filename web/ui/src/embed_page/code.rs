//! The code for another site: with the names and the hashes of this build.

/// An attribute of the element, which is a part of the query of the frame too.
pub(super) type Attribute = (&'static str, String);

/// A script that other sites load: its name beside this page, and the hash of its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Script {
    pub(super) name: String,
    pub(super) integrity: String,
}

impl Script {
    /// From `name integrity`, as the build writes it in the page.
    pub(super) fn read(written: &str) -> Option<Script> {
        let (name, integrity) = written.split_once(' ')?;
        Some(Script { name: name.to_owned(), integrity: integrity.to_owned() })
    }

    fn tag(&self, folder: &str, kind: &str) -> String {
        let Script { name, integrity } = self;
        [
            "<script ",
            kind,
            " src=\"",
            &escaped(folder),
            name,
            "\"\n  integrity=\"",
            integrity,
            "\"\n  crossorigin=\"anonymous\"></script>",
        ]
        .concat()
    }
}

/// What the build made for other sites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Files {
    /// The address of the folder they are in, with its last slash.
    pub(super) folder: String,
    pub(super) element: Script,
    pub(super) frame: Script,
}

/// The page in the frame.
const FRAME: &str = "kader.html";

/// What the frame may do: run, go to the next question (a form, which is sent nowhere), remember when
/// asked, keep files, open sources in a tab, print.
const SANDBOX: &str = "allow-scripts allow-forms allow-same-origin allow-downloads allow-popups \
    allow-popups-to-escape-sandbox allow-modals";

impl Files {
    /// The code of an element.
    pub(super) fn element(&self, attributes: &[Attribute]) -> String {
        let each = attributes.iter().map(|(name, value)| match value.as_str() {
            "" => [" ", name].concat(),
            value => [" ", name, "=\"", &escaped(value), "\""].concat(),
        });
        let script = self.element.tag(&self.folder, "type=\"module\"");
        [&script, "\n<steun-wijzer", &each.collect::<String>(), "></steun-wijzer>"].concat()
    }

    /// The code of a frame, with the name that a screen reader reads.
    pub(super) fn frame(&self, attributes: &[Attribute]) -> String {
        let script = self.frame.tag(&self.folder, "defer");
        let address = escaped(&self.frame_address(attributes));
        [
            "<iframe src=\"",
            &address,
            "\"\n  title=\"Steunwijzer\" width=\"100%\" height=\"700\" loading=\"lazy\"\n  sandbox=\"",
            SANDBOX,
            "\"></iframe>\n",
            &script,
        ]
        .concat()
    }

    /// The address of the page in the frame.
    pub(super) fn frame_address(&self, attributes: &[Attribute]) -> String {
        [&self.folder, FRAME, "?", &query(attributes)].concat()
    }

    /// Where the files come from: what a Content-Security-Policy names.
    pub(super) fn origin(&self) -> &str {
        let host = self.folder.find("://").map_or(0, |at| at + 3);
        let end = self.folder[host..].find('/').map_or(self.folder.len(), |at| host + at);
        &self.folder[..end]
    }
}

fn query(attributes: &[Attribute]) -> String {
    let each = attributes.iter().map(|(name, value)| [name, "=", value].concat());
    each.collect::<Vec<_>>().join("&")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// The folder of a page, from its address.
pub(super) fn folder_of(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    &path[..path.rfind('/').map_or(0, |at| at + 1)]
}

#[cfg(test)]
mod tests {
    use super::{Attribute, Files, Script, folder_of};

    fn files() -> Files {
        Files {
            folder: folder_of("https://steun.example/wijzer/?x=/#inbouwen/y").to_owned(),
            element: Script::read("steun-wijzer-1.js sha384-AAA").unwrap(),
            frame: Script::read("steunwijzer-kader-2.js sha384-BBB").unwrap(),
        }
    }

    fn attributes() -> [Attribute; 3] {
        [("lang", "nl".to_owned()), ("theme", "dark".to_owned()), ("share-answers", String::new())]
    }

    #[test]
    fn an_element_has_its_script_its_hash_and_its_attributes() {
        let code = files().element(&attributes());
        assert_eq!(
            code,
            "<script type=\"module\" src=\"https://steun.example/wijzer/steun-wijzer-1.js\"\n  \
             integrity=\"sha384-AAA\"\n  crossorigin=\"anonymous\"></script>\n\
             <steun-wijzer lang=\"nl\" theme=\"dark\" share-answers></steun-wijzer>"
        );
    }

    #[test]
    fn a_frame_has_its_query_its_script_and_what_it_may_do() {
        let code = files().frame(&attributes()[..2]);
        assert!(
            code.contains("src=\"https://steun.example/wijzer/kader.html?lang=nl&amp;theme=dark\""),
            "{code}"
        );
        assert!(
            code.contains("<script defer src=\"https://steun.example/wijzer/steunwijzer-kader-2.js\""),
            "{code}"
        );
        assert!(code.contains("integrity=\"sha384-BBB\""), "{code}");
        assert!(code.contains(" sandbox=\"allow-scripts allow-forms "), "{code}");
    }

    #[test]
    fn the_origin_is_what_a_policy_names() {
        assert_eq!(files().origin(), "https://steun.example");
        let at_the_top = Files { folder: "http://127.0.0.1:8080/".to_owned(), ..files() };
        assert_eq!(at_the_top.origin(), "http://127.0.0.1:8080");
    }

    #[test]
    fn the_folder_of_a_page_has_neither_its_name_nor_its_fragment() {
        assert_eq!(folder_of("https://a.example/b/index.html?c#d/e"), "https://a.example/b/");
        assert_eq!(folder_of("https://a.example/"), "https://a.example/");
    }

    #[test]
    fn a_page_without_the_names_of_scripts_has_no_code() {
        assert_eq!(Script::read(""), None);
    }
}
