//! Settings for nginx.

use super::{GROUPS, Group, REST};

const BEGIN: &str = "\
# For nginx: put this within `server { … }` and fill in the folder. Where the module
# ngx_brotli is there, `brotli_static on;` gives the small twins (.br).
root /srv/steunwijzer;
index index.html;
charset utf-8;
charset_types text/css text/plain text/javascript application/javascript application/json;
# brotli_static on;
location ~ \"/(\\.htaccess|_headers|web\\.config)$\" { return 404; }
";

pub(super) fn settings() -> String {
    let mut text = format!("{BEGIN}\n# {}\n{}", REST.what, lines(&REST, ""));
    for group in &GROUPS {
        // A location with headers of its own takes none from outside.
        let (pattern, lines) = (group.pattern(), lines(group, "  "));
        text.push_str(&format!("\n# {}\nlocation ~ \"{pattern}\" {{\n{lines}}}\n", group.what));
    }
    text
}

fn lines(group: &Group, indent: &str) -> String {
    let line = |(name, value): (&str, String)| format!("{indent}add_header {name} \"{value}\" always;\n");
    group.headers().into_iter().map(line).collect()
}
