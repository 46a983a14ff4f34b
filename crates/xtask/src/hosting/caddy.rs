//! Settings for Caddy.

use super::{GROUPS, Group, REST};

const BEGIN: &str = "\
# For Caddy: fill in the address and the folder.
:80 {
  root * /srv/steunwijzer
  # In the order in which it stands here: a later header replaces an earlier one.
  route {
";

const END: &str = "    file_server {
      precompressed br
      hide .htaccess _headers web.config
    }
  }
}
";

pub(super) fn settings() -> String {
    let mut text = format!("{BEGIN}    # {}\n{}", REST.what, lines("*", &REST));
    for (number, group) in (1..).zip(&GROUPS) {
        let matcher = format!("@group{number}");
        let pattern = group.pattern();
        text.push_str(&format!(
            "    # {}\n    {matcher} path_regexp {pattern}\n{}",
            group.what,
            lines(&matcher, group)
        ));
    }
    text + END
}

fn lines(matcher: &str, group: &Group) -> String {
    let line = |(name, value): (&str, String)| format!("    header {matcher} {name} \"{value}\"\n");
    group.headers().into_iter().map(line).collect()
}
