//! Which headers go with which file: one table, for our own server and for the servers of others.

mod apache;
mod caddy;
mod iis;
mod nginx;
mod static_host;

/// The policy that the page itself carries too; `frame-ancestors` works in a header only.
const POLICY: &str = include_str!("../../../../web/static/content-security-policy.txt");

/// Files with the same headers, by the first part of their path.
pub(crate) struct Group {
    /// What they are, for who reads the settings of a server.
    pub(crate) what: &'static str,
    files: &'static [Name],
    /// How long a browser may use its copy without asking.
    cache: &'static str,
    /// Whether pages elsewhere may show it in a frame.
    framed: bool,
    /// Whether pages elsewhere may load it.
    shared: bool,
}

/// A name in the folder that is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    /// This file.
    Is(&'static str),
    /// Files that begin and end with this. What stands between is a hash.
    Hashed(&'static str, &'static str),
    /// Everything in a folder that begins with this. What stands behind it is a hash.
    Folder(&'static str),
    /// Everything in this folder and the folders in it.
    Under(&'static str),
}

/// Their names change with their contents.
const FOR_EVER: &str = "max-age=31536000, immutable";

/// The groups with headers of their own. All else is [`REST`].
pub(crate) const GROUPS: [Group; 4] = [
    Group {
        what: "module, styles and texts: what an embedded advisor loads too",
        files: &[Name::Folder("assets-"), Name::Hashed("steunwijzer-", ".js")],
        cache: FOR_EVER,
        framed: false,
        shared: true,
    },
    Group {
        what: "the open data, and what the embedding script is called in this edition",
        files: &[Name::Is("embed.json"), Name::Under("data")],
        cache: "no-cache",
        framed: false,
        shared: true,
    },
    Group {
        what: "the page for a frame on the site of another",
        files: &[Name::Is("kader.html")],
        cache: "no-cache",
        framed: true,
        shared: false,
    },
    Group {
        // The page looks for a newer worker before it is ready; the browser looks again
        // soon after, and must find that answer still fresh (see `start/served.js`).
        what: "the service worker: fresh for some minutes, so that the page asks once",
        files: &[Name::Is("sw.js")],
        cache: "max-age=600",
        framed: false,
        shared: false,
    },
];

/// Pages, and whatever else is served.
pub(crate) const REST: Group =
    Group { what: "pages and all else", files: &[], cache: "no-cache", framed: false, shared: false };

impl Group {
    /// The group of a path, that begins with `/` and is taken from the folder that is served.
    pub(crate) fn of(path: &str) -> &'static Group {
        let path = path.strip_prefix('/').unwrap_or(path);
        GROUPS.iter().find(|group| group.files.iter().any(|name| name.fits(path))).unwrap_or(&REST)
    }

    /// All headers, in a fixed order.
    pub(crate) fn headers(&self) -> Vec<(&'static str, String)> {
        let frames = if self.framed { "*" } else { "'none'" };
        let mut headers = vec![
            ("Content-Security-Policy", format!("{}; frame-ancestors {frames}", POLICY.trim())),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Referrer-Policy", "no-referrer".to_owned()),
            ("Cache-Control", self.cache.to_owned()),
        ];
        if self.shared {
            headers.push(("Access-Control-Allow-Origin", "*".to_owned()));
            headers.push(("Cross-Origin-Resource-Policy", "cross-origin".to_owned()));
        }
        headers
    }

    /// A pattern for the paths of its files in any folder of a server.
    fn pattern(&self) -> String {
        let names: Vec<String> = self.files.iter().map(|name| name.pattern()).collect();
        format!("/({})$", names.join("|"))
    }
}

impl Name {
    fn fits(self, path: &str) -> bool {
        match self {
            Name::Is(name) => path == name,
            Name::Hashed(begin, end) => path.starts_with(begin) && path.ends_with(end) && !path.contains('/'),
            Name::Folder(begin) => path.starts_with(begin) && path.contains('/'),
            Name::Under(folder) => path.split('/').next() == Some(folder) && path != folder,
        }
    }

    fn pattern(self) -> String {
        let plain = |text: &str| text.replace('.', "\\.");
        match self {
            Name::Is(name) => plain(name),
            Name::Hashed(begin, end) => format!("{}[0-9a-z-]+{}", plain(begin), plain(end)),
            Name::Folder(begin) => format!("{}[0-9a-f]+/[^/]+", plain(begin)),
            Name::Under(folder) => format!("{}/.+", plain(folder)),
        }
    }
}

/// The settings for servers that read them in the folder that is served. `entries` are the names in
/// that folder, those of folders with a `/` behind them.
pub(crate) fn in_the_site(entries: &[String]) -> [(&'static str, String); 3] {
    [
        ("_headers", static_host::settings(entries)),
        (".htaccess", apache::settings()),
        ("web.config", iis::settings(entries)),
    ]
}

/// The settings for servers that read them elsewhere.
pub(crate) fn beside_the_site() -> [(&'static str, String); 2] {
    [("nginx.conf", nginx::settings()), ("Caddyfile", caddy::settings())]
}

#[cfg(test)]
mod tests;
