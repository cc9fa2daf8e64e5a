//! Links whose words say nothing to someone who reads, or hears, a list of links (WCAG 2.2, SC 2.4.9).

use super::Text;
use super::lexicon;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes;
use crate::syntax::markdown::traced::PartKind;

/// Says which links of a text say nothing. Only whole texts of links are looked at, and an address that is
/// shown as it is says where it leads.
pub(super) fn judge(text: &Text<'_>, said: &mut Vec<Diagnostic>) {
    let links = text.words.parts.iter().enumerate().filter(|(_, part)| part.kind == PartKind::Link);
    for (at, link) in links {
        let range = text.trimmed(&link.range);
        // The words of a picture in it are not here.
        if text.words.inside(at).any(|part| part.kind == PartKind::Picture) {
            continue;
        }
        let whole = text.words.inside(at).find_map(|part| match &part.kind {
            PartKind::Language(tag) if text.trimmed(&part.range) == range => Some(tag),
            _ => None,
        });
        let language = whole.or(link.language.as_ref()).map_or(text.tongue.locale.as_str(), String::as_str);
        let subtag = language.split('-').next().unwrap_or(language);
        if lexicon::says_nothing(subtag, &folded(text.said(&range))) {
            said.push(text.finding(&codes::VAGUE_LINK_TEXT, &range));
        }
    }
}

/// The words of a link in small letters, without punctuation and arrows.
fn folded(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
