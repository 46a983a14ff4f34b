use super::{GROUPS, Group, REST, beside_the_site, in_the_site};

fn entries() -> Vec<String> {
    let names = [
        "assets-0123456789abcdef/",
        "data/",
        "embed.json",
        "index.html",
        "kader.html",
        "nl/",
        "steunwijzer-0123456789abcdef.js",
        "sw.js",
        "_headers",
    ];
    names.map(str::to_owned).to_vec()
}

fn all_settings() -> Vec<(&'static str, String)> {
    in_the_site(&entries()).into_iter().chain(beside_the_site()).collect()
}

#[test]
fn every_settings_file_gives_each_group_the_headers_of_our_own_server() {
    for (file, text) in all_settings() {
        for group in GROUPS.iter().chain([&REST]) {
            for (name, value) in group.headers() {
                let line = text.lines().any(|line| line.contains(name) && line.contains(&value));
                assert!(line, "{file} lacks {name}: {value}");
            }
        }
    }
}

#[test]
fn no_settings_file_has_a_header_that_our_own_server_does_not_send() {
    let known: Vec<(&str, String)> = GROUPS.iter().chain([&REST]).flat_map(Group::headers).collect();
    let names =
        ["Content-Security-Policy", "Cache-Control", "Referrer-Policy", "Cross-Origin", "Access-Control"];
    for (file, text) in all_settings() {
        let lines = text.lines().filter(|line| names.iter().any(|name| line.contains(name)));
        for line in lines.filter(|line| !line.contains("<remove ")) {
            assert!(
                known.iter().any(|(name, value)| line.contains(name) && line.contains(value)),
                "{file}: {line}"
            );
        }
    }
}

#[test]
fn a_frame_elsewhere_shows_one_page_only() {
    let framed = |path| Group::of(path).headers()[0].1.ends_with("frame-ancestors *");
    assert!(framed("/kader.html"));
    for path in ["/", "/index.html", "/nl/kader.html", "/assets-01/kader.html", "/sw.js"] {
        assert!(!framed(path), "{path}");
    }
}

#[test]
fn pages_elsewhere_load_what_is_embedded_and_open_data_only() {
    let shared =
        |path| Group::of(path).headers().iter().any(|(name, _)| *name == "Access-Control-Allow-Origin");
    for path in ["/assets-01/app.js", "/embed.json", "/steunwijzer-01.js", "/data/latest/schemes.json"] {
        assert!(shared(path), "{path}");
    }
    for path in ["/", "/kader.html", "/sw.js", "/data", "/nl/data/x.json"] {
        assert!(!shared(path), "{path}");
    }
}

#[test]
fn only_names_with_a_hash_are_kept_for_ever() {
    let kept = |path| Group::of(path).headers().iter().any(|(_, value)| value.contains("immutable"));
    for path in ["/assets-01/app.js", "/steunwijzer-01.js", "/steunwijzer-kader-01.js"] {
        assert!(kept(path), "{path}");
    }
    for path in ["/", "/assets-01", "/embed.json", "/sw.js", "/nl/steunwijzer-01.js"] {
        assert!(!kept(path), "{path}");
    }
}

#[test]
fn for_a_static_host_no_path_has_two_policies() {
    let [(_, text), ..] = in_the_site(&entries());
    let blocks: Vec<&str> = text.split("\n\n").skip(1).collect();
    assert_eq!(blocks.len(), entries().len(), "the page in place of the file itself");
    assert!(!text.contains("\n/*\n"));
    for block in blocks {
        assert_eq!(block.matches("Content-Security-Policy").count(), 1, "{block}");
    }
}
