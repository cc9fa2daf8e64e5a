//! A page of the site with the server's script in it, which no built page ever has.
//!
//! In: the bytes of a page as `build` would write them, and its fingerprint. Out: the same with one
//! `<script>`, and with its Content-Security-Policy widened by just what that script needs.

use std::ops::Range;

/// The script, which every page loads.
pub(super) const SCRIPT: &str = "/.warta/reload.js";

/// What the script needs of a policy: to run, to be styled, to hear of changes.
const NEEDED: [&str; 3] = ["script-src", "style-src", "connect-src"];

/// Puts the script into a page: before the end of its head, else of its body, else at its end. What is
/// not UTF-8 stays as it is.
pub(super) fn with_script(html: Vec<u8>, fingerprint: &str) -> Vec<u8> {
    let html = match String::from_utf8(html) {
        Ok(html) => with_wider_policies(html),
        Err(other) => return other.into_bytes(),
    };
    // Only ASCII letters change, so every offset stays.
    let lower = html.to_ascii_lowercase();
    let at = lower.find("</head>").or_else(|| lower.rfind("</body>")).unwrap_or(html.len());
    let script = script(fingerprint);
    [&html[..at], &script, &html[at..]].concat().into_bytes()
}

/// The element that loads the script. It carries the fingerprint of the page that the browser got, so
/// that a change is noticed even if it came while nobody listened.
pub(super) fn script(fingerprint: &str) -> String {
    format!("<script src=\"{SCRIPT}\" data-fingerprint=\"{fingerprint}\" defer></script>")
}

fn with_wider_policies(mut html: String) -> String {
    let mut from = 0;
    while let Some(policy) = next_policy(&html, from) {
        let wider = wider(&html[policy.clone()]);
        from = policy.start + wider.len();
        html.replace_range(policy, &wider);
    }
    html
}

/// Where the next policy stands in a page: the value of `content` of a `<meta http-equiv>`.
fn next_policy(html: &str, from: usize) -> Option<Range<usize>> {
    let lower = html.to_ascii_lowercase();
    let mut from = from;
    loop {
        let start = from + lower.get(from..)?.find("<meta")?;
        let end = start + lower[start..].find('>')?;
        let tag = &lower[start..end];
        if let Some(value) = value_of_content(tag).filter(|_| tag.contains("content-security-policy")) {
            return Some(start + value.start..start + value.end);
        }
        from = end;
    }
}

fn value_of_content(tag: &str) -> Option<Range<usize>> {
    let start = tag.find("content=")? + "content=".len();
    let quote = tag[start..].chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let length = tag[start + 1..].find(quote)?;
    Some(start + 1..start + 1 + length)
}

/// Lets a policy allow this server where it does not yet (CSP 3, section 6.7: a directive that is absent
/// falls back on `default-src`; one that is absent there too allows everything).
fn wider(policy: &str) -> String {
    let mut directives: Vec<Vec<&str>> =
        policy.split(';').map(|part| part.split_ascii_whitespace().collect()).collect();
    directives.retain(|directive| !directive.is_empty());
    let named = |directives: &[Vec<&str>], name: &str| {
        directives.iter().position(|directive| directive[0].eq_ignore_ascii_case(name))
    };
    for needed in NEEDED {
        let own = named(&directives, needed);
        let Some(rule) = own.or_else(|| named(&directives, "default-src")) else { continue };
        let sources = &directives[rule][1..];
        if sources.iter().any(|source| source.eq_ignore_ascii_case("'self'")) {
            continue;
        }
        let kept = sources.iter().copied().filter(|source| !source.eq_ignore_ascii_case("'none'"));
        let wider: Vec<&str> = [needed].into_iter().chain(kept).chain(["'self'"]).collect();
        match own {
            Some(own) => directives[own] = wider,
            None => directives.push(wider),
        }
    }
    directives.iter().map(|directive| directive.join(" ")).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(html: &str) -> String {
        String::from_utf8(with_script(html.as_bytes().to_vec(), "f")).expect("UTF-8 stays UTF-8")
    }

    #[test]
    fn the_script_stands_in_the_head_else_in_the_body_else_at_the_end() {
        let script = script("f");
        assert_eq!(page("<HEAD>é</HEAD><body></body>"), format!("<HEAD>é{script}</HEAD><body></body>"));
        assert_eq!(page("<body><p></body>"), format!("<body><p>{script}</body>"));
        assert_eq!(page(""), script);
        assert_eq!(with_script(vec![0xff], "f"), [0xff]);
    }

    #[test]
    fn a_policy_is_widened_by_what_the_script_needs_and_no_more() {
        assert_eq!(
            wider("default-src 'none'; style-src 'self'; script-src 'self'"),
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"
        );
        assert_eq!(wider("img-src 'none'"), "img-src 'none'");
        assert_eq!(wider("default-src 'self'"), "default-src 'self'");
        assert_eq!(
            wider("default-src 'self'; script-src 'none'; connect-src https://a.example;;"),
            "default-src 'self'; script-src 'self'; connect-src https://a.example 'self'"
        );
    }

    #[test]
    fn every_policy_of_a_page_is_found_and_other_words_about_pages_are_left_alone() {
        let meta = |policy: &str| format!("<meta http-equiv=\"content-security-policy\" content=\"{policy}\">");
        let html =
            format!("<meta name=x content=\"connect-src\">{}{}", meta("connect-src 'none'"), meta("script-src 'none'"));
        let wider =
            format!("<meta name=x content=\"connect-src\">{}{}", meta("connect-src 'self'"), meta("script-src 'self'"));
        assert_eq!(with_wider_policies(html), wider);
        assert_eq!(with_wider_policies("<meta".to_owned()), "<meta");
    }
}
