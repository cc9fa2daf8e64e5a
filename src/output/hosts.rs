//! Files for hosts: headers, redirects, what is gone, error pages, clean URLs.
//!
//! In: the public site and what is planned of it. Out: the files of the hosts that the settings name.
//! Pages are always asked for anew: a lifetime that is counted down to the next release would tell every
//! reader when it comes. What has a digest in its URL may be kept for ever.

/// Adds a line: writing to a string cannot fail.
macro_rules! line {
    ($text:expr, $($part:tt)*) => { let _ = writeln!($text, $($part)*); };
}

mod apache;
mod netlify;
mod nginx;

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::redirect::{Redirect, encoded};
use super::{Artifact, Newsroom, tombstone};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported};
use crate::model::route::Route;
use crate::model::site::{Public, View};
use crate::settings::{Host, UrlStyle};
use crate::theme::Theme;

/// How long a file may be kept that has its digest in its URL, and how long any other.
const KEPT: &str = "public, max-age=31536000, immutable";
const ASKED: &str = "public, max-age=0, must-revalidate";

/// The file that holds redirects alone: it is not written where there are none.
const REDIRECTS: &str = "_redirects";

/// What a template's security policy is made of; anything else is not handed on to a host's file.
const POLICY_MARKS: &str = " '-;:*./=+_";

/// What the files of all hosts are made of.
#[derive(Debug, Clone, Hash)]
struct Hosting {
    /// What stands before every path.
    base: String,
    urls: UrlStyle,
    /// The headers of every answer.
    headers: Vec<(&'static str, String)>,
    /// The folders of the locales, which have an error page each.
    locales: Vec<String>,
    redirects: Vec<Redirect>,
    gone: Vec<Route>,
    /// What has its digest in its URL.
    lasting: BTreeSet<Lasting>,
    feeds: Vec<Route>,
    /// The folders and files at the top, but for folders with something lasting in them, whose other
    /// files are here: `/en/*`.
    tops: Vec<String>,
}

/// Where files lie that may be kept for ever.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Lasting {
    /// A folder with nothing else in it, from its first letter to its last slash: `sizes/`.
    Folder(String),
    /// A file that lies among others.
    File(Route),
}

impl Hosting {
    /// The old paths with where they lead: with and without a slash at the end, no path twice.
    fn ways(&self) -> Vec<(String, &str)> {
        let mut seen: BTreeSet<String> =
            self.gone.iter().map(|route| super::decoded(route.url.trim_end_matches('/')).into_owned()).collect();
        let mut ways = Vec::new();
        for redirect in &self.redirects {
            let path = redirect.from.trim_end_matches('/');
            if path.is_empty() || !seen.insert(path.to_owned()) {
                continue;
            }
            ways.push((path.to_owned(), redirect.to.as_str()));
        }
        ways
    }

    /// Whether an old path can be asked for with a slash at its end too.
    fn has_slash_form(path: &str) -> bool {
        super::redirect::ending(path).is_none()
    }
}

/// The file of a host: its name, and how its text is made.
type HostFile = (&'static str, fn(&Hosting) -> Reported<Vec<u8>>);

fn files(host: Host) -> &'static [HostFile] {
    match host {
        Host::Netlify => &[("_headers", netlify::headers), (REDIRECTS, netlify::redirects)],
        Host::Apache => &[(".htaccess", apache::htaccess)],
        Host::Nginx => &[("nginx.conf", nginx::conf)],
    }
}

/// The names of the files that are written for the hosts of the settings.
fn wanted(public: &Public) -> impl Iterator<Item = HostFile> {
    public.settings.hosts.iter().flat_map(|host| files(*host).iter().copied())
}

/// Whether a file of `static/` is left out for one of Warta's: a preview's headers close it, whatever the
/// site's own say.
pub(super) fn is_replaced(public: &Public, name: &str) -> bool {
    public.view == View::Preview && wanted(public).any(|(known, _)| known == name)
}

/// Plans the files, but for those that the site has in `static/`.
pub(super) fn plan(newsroom: &Newsroom, artifacts: &[Artifact], redirects: Vec<Redirect>) -> Reported<Vec<Artifact>> {
    let public = &newsroom.public;
    let hosting = hosting(newsroom, artifacts, redirects);
    let mut said = Vec::new();
    let mut planned = Vec::new();
    for (name, make) in wanted(public).filter(|(name, _)| *name != REDIRECTS || !hosting.ways().is_empty()) {
        let own = public.statics.iter().find(|asset| asset.file.strip_prefix("static/") == Some(name));
        match own.filter(|_| public.view == View::Public) {
            Some(own) => {
                let place = Place::start_of(&own.file);
                said.push(Diagnostic::new(&codes::OWN_HOST_FILE, place).with("value", name));
            }
            None => planned.push(Artifact::new(Route::file(name), hosting.clone(), make)),
        }
    }
    Reported::new(planned, said)
}

fn hosting(newsroom: &Newsroom, artifacts: &[Artifact], redirects: Vec<Redirect>) -> Hosting {
    let public = &newsroom.public;
    let settings = &public.settings;
    let is_preview = public.view == View::Preview;
    let shown = artifacts.iter().filter(|artifact| !(is_preview && artifact.is_followed));
    let (lasting, others): (Vec<&Artifact>, Vec<&Artifact>) = shown.partition(|artifact| artifact.is_lasting);
    let lasting: Vec<&Route> = lasting.into_iter().map(|artifact| &artifact.route).collect();
    let others: Vec<&Route> = others.into_iter().map(|artifact| &artifact.route).collect();
    let (tops, lasting) = rayon::join(|| tops(&others, &lasting), || folders(&others, &lasting));
    Hosting {
        base: settings.base_url.path.clone(),
        urls: settings.urls,
        headers: headers(&newsroom.theme, public.view),
        locales: settings.tags().map(|tag| tag.as_str().to_owned()).collect(),
        // Old addresses are the public site's: a preview is read at new ones only.
        redirects: if is_preview { Vec::new() } else { redirects },
        gone: tombstone::stones(public).map(|(_, stone)| stone.route.clone()).collect(),
        feeds: others.iter().filter(|route| route.file.ends_with("feed.xml")).copied().cloned().collect(),
        tops,
        lasting,
    }
}

/// The folder at the top that a file lies in.
fn top(route: &Route) -> Option<&str> {
    route.file.bytes().position(|byte| byte == b'/').map(|at| &route.file[..=at])
}

fn tops(others: &[&Route], lasting: &[&Route]) -> Vec<String> {
    let mixed: BTreeSet<&str> = lasting.iter().filter_map(|route| top(route)).collect();
    let mut tops = BTreeSet::from(["/".to_owned()]);
    // Many files lie at few tops, one after the other.
    for routes in others.chunk_by(|one, next| top(one) == top(next)) {
        match top(routes[0]).filter(|top| !mixed.contains(top)) {
            Some(top) => tops.extend([format!("/{}*", encoded(top))]),
            None => tops.extend(routes.iter().map(|route| route.url.to_string())),
        }
    }
    tops.into_iter().collect()
}

/// The largest folders that hold nothing but what is lasting, and the files that lie in none of them: a list of all
/// pictures would be longer than any host reads.
fn folders(others: &[&Route], lasting: &[&Route]) -> BTreeSet<Lasting> {
    fn above(file: &str) -> impl Iterator<Item = &str> {
        file.match_indices('/').map(|(at, _)| &file[..=at])
    }
    fn folder(route: &Route) -> Option<&str> {
        route.file.rsplit_once('/').map(|(folder, _)| folder)
    }
    // Most pages lie at other tops than anything that lasts.
    let tops: BTreeSet<&str> = lasting.iter().filter_map(|route| top(route)).collect();
    let is_beside = |route: &&&Route| top(route).is_some_and(|top| tops.contains(top));
    let others: Vec<&Route> = others.iter().filter(is_beside).copied().collect();
    let mut mixed: FxHashSet<&str> = FxHashSet::default();
    // Many files lie in one folder, one after the other.
    let of_folders = others.chunk_by(|one, next| folder(one) == folder(next)).filter_map(<[_]>::first);
    of_folders.for_each(|route| mixed.extend(above(&route.file)));
    let place = |route: &&Route| match above(&route.file).find(|folder| !mixed.contains(folder)) {
        Some(folder) => Lasting::Folder(folder.to_owned()),
        None => Lasting::File((*route).clone()),
    };
    lasting.iter().map(place).collect()
}

fn headers(theme: &Theme, view: View) -> Vec<(&'static str, String)> {
    let policy = policy(theme).map(|policy| format!("{policy}; ")).unwrap_or_default();
    let mut headers = vec![
        // What a `<meta>` cannot say is said here: who may frame a page.
        ("Content-Security-Policy", format!("{policy}frame-ancestors 'none'")),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
    ];
    if view == View::Preview {
        headers.push(("X-Robots-Tag", "noindex".to_owned()));
    }
    headers
}

/// The policy that the theme's pages carry; none where theirs is made by the template.
fn policy(theme: &Theme) -> Option<String> {
    let base = theme.templates.iter().find(|source| source.file.ends_with("/templates/base.html"))?;
    let (_, rest) = base.text.split_once("http-equiv=\"Content-Security-Policy\"")?;
    let (_, rest) = rest.split_once("content=\"")?;
    let (policy, _) = rest.split_once('"')?;
    let policy = policy.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_plain = policy.chars().all(|letter| letter.is_ascii_alphanumeric() || POLICY_MARKS.contains(letter));
    is_plain.then(|| policy.trim_end_matches(';').to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn routes() -> impl Strategy<Value = Vec<Route>> {
        let file = prop::collection::vec("[ab]{1,2}", 1..4).prop_map(|parts| Route::file(&parts.join("/")));
        prop::collection::vec(file, 0..8)
    }

    /// The folders above a file, each with its last slash.
    fn above(file: &str) -> Vec<String> {
        file.match_indices('/').map(|(at, _)| file[..=at].to_owned()).collect()
    }

    proptest! {
        #[test]
        fn what_lasts_is_told_by_the_largest_folders_of_its_own(others in routes(), lasting in routes()) {
            let (others, lasting): (Vec<&Route>, Vec<&Route>) = (others.iter().collect(), lasting.iter().collect());
            let mixed: BTreeSet<String> = others.iter().flat_map(|route| above(&route.file)).collect();
            let place = |route: &&Route| match above(&route.file).into_iter().find(|folder| !mixed.contains(folder)) {
                Some(folder) => Lasting::Folder(folder),
                None => Lasting::File((*route).clone()),
            };
            prop_assert_eq!(folders(&others, &lasting), lasting.iter().map(place).collect());
        }

        #[test]
        fn the_top_is_told_by_folders_without_what_lasts(others in routes(), lasting in routes()) {
            let (others, lasting): (Vec<&Route>, Vec<&Route>) = (others.iter().collect(), lasting.iter().collect());
            let top = |route: &Route| above(&route.file).into_iter().next();
            let mixed: BTreeSet<String> = lasting.iter().filter_map(|route| top(route)).collect();
            let told = others.iter().map(|route| match top(route).filter(|top| !mixed.contains(top)) {
                Some(top) => format!("/{top}*"),
                None => route.url.to_string(),
            });
            let wanted: BTreeSet<String> = told.chain(["/".to_owned()]).collect();
            prop_assert_eq!(tops(&others, &lasting), wanted.into_iter().collect::<Vec<_>>());
        }
    }
}
