//! `.htaccess` for Apache, with `AllowOverride` for the folder.

use super::{GROUPS, Group, REST};

const BEGIN: &str = "\
# Apache 2.4 reads this where `AllowOverride FileInfo Options Indexes` holds. Needs mod_headers;
# with mod_rewrite it gives the small twins (.br) to browsers that take them.
Options -Indexes
DirectoryIndex index.html
AddType application/wasm .wasm
AddType text/javascript .js
AddType application/octet-stream .bin
AddCharset utf-8 .html .js .css .txt .json .xml .svg

<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
  RewriteCond %{REQUEST_FILENAME} !\\.br$
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule ^(.+)$ $1.br [L]
  RewriteRule \\.html\\.br$ - [T=text/html,E=no-gzip:1]
  RewriteRule \\.js\\.br$ - [T=text/javascript,E=no-gzip:1]
  RewriteRule \\.css\\.br$ - [T=text/css,E=no-gzip:1]
  RewriteRule \\.json\\.br$ - [T=application/json,E=no-gzip:1]
  RewriteRule \\.wasm\\.br$ - [T=application/wasm,E=no-gzip:1]
  RewriteRule \\.bin\\.br$ - [T=application/octet-stream,E=no-gzip:1]
</IfModule>
<FilesMatch \"\\.br$\">
  RemoveLanguage .br
  Header set Content-Encoding br
  Header append Vary Accept-Encoding
</FilesMatch>
";

pub(super) fn settings() -> String {
    let mut text = format!("{BEGIN}\n# {}\n{}", REST.what, lines(&REST, ""));
    for group in &GROUPS {
        // Asked for with its own name; behind the twin stands the name of the twin.
        let pattern = group.pattern().replacen('$', "(\\.br)?$", 1);
        let lines = lines(group, "  ");
        text.push_str(&format!(
            "\n# {}\n<If \"%{{REQUEST_URI}} =~ m#{pattern}#\">\n{lines}</If>\n",
            group.what
        ));
    }
    text
}

fn lines(group: &Group, indent: &str) -> String {
    let line = |(name, value): (&str, String)| format!("{indent}Header set {name} \"{value}\"\n");
    group.headers().into_iter().map(line).collect()
}
