//! `web.config` for IIS.

use super::{Group, REST};

const BEGIN: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<!-- IIS reads this in the folder that is served. -->
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".wasm" />
      <mimeMap fileExtension=".wasm" mimeType="application/wasm" />
      <remove fileExtension=".bin" />
      <mimeMap fileExtension=".bin" mimeType="application/octet-stream" />
      <remove fileExtension=".json" />
      <mimeMap fileExtension=".json" mimeType="application/json" />
    </staticContent>
"#;

/// IIS knows no patterns here: each entry with headers of its own is named.
pub(super) fn settings(entries: &[String]) -> String {
    let mut text = BEGIN.to_owned();
    text.push_str(&headers(&REST, "    ", false));
    text.push_str("  </system.webServer>\n");
    for entry in entries {
        let path = if entry.ends_with('/') { format!("/{entry}*") } else { format!("/{entry}") };
        let group = Group::of(&path);
        if group.what == REST.what {
            continue;
        }
        let name = entry.trim_end_matches('/');
        let headers = headers(group, "      ", true);
        text.push_str(&format!(
            "  <location path=\"{name}\">\n    <system.webServer>\n{headers}    </system.webServer>\n  </location>\n"
        ));
    }
    text + "</configuration>\n"
}

/// With `again` what holds for the whole folder is taken away first: a name stands once.
fn headers(group: &Group, indent: &str, again: bool) -> String {
    let mut text = format!("{indent}<httpProtocol>\n{indent}  <customHeaders>\n");
    for (name, value) in group.headers() {
        let is_known = again && REST.headers().iter().any(|(own, _)| *own == name);
        if is_known {
            text.push_str(&format!("{indent}    <remove name=\"{name}\" />\n"));
        }
        text.push_str(&format!("{indent}    <add name=\"{name}\" value=\"{value}\" />\n"));
    }
    text + &format!("{indent}  </customHeaders>\n{indent}</httpProtocol>\n")
}
