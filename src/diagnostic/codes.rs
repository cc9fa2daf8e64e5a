//! The table of everything that can be said: code, severity, name.
//!
//! A code never changes its meaning and is never used again. The name is the id of its message
//! in `en.ftl` and `id.ftl` and of its section in `explain/en.md` and `explain/id.md`; a test names
//! what is missing.

use super::Severity::{self, Error, Warning};

/// One kind of mistake.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    /// `W` and four digits, the first two of them the area.
    pub id: &'static str,
    /// The name in kebab-case, also the message's id.
    pub name: &'static str,
    /// How much it weighs where the document's standing does not lower it.
    pub severity: Severity,
}

const fn code(id: &'static str, name: &'static str, severity: Severity) -> Code {
    Code { id, name, severity }
}

/// Finds a code by its id (`W0201`) or its name (`unknown-key`), whatever the case of the letters.
pub fn find(word: &str) -> Option<&'static Code> {
    CODES.iter().copied().find(|code| code.id.eq_ignore_ascii_case(word) || code.name.eq_ignore_ascii_case(word))
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal $word:literal $severity:ident;)*) => {
        $($(#[$doc])* pub static $name: Code = code($id, $word, $severity);)*

        /// Every code, in the order of the ids.
        pub static CODES: &[&Code] = &[$(&$name),*];
    };
}

// A macro, because each code must stand both as a name of its own and in the table.
codes! {
    // 01: files

    /// A file that is not UTF-8.
    NOT_UTF8 = "W0101" "not-utf8" Error;
    /// A text file over the size limit.
    FILE_TOO_LARGE = "W0102" "file-too-large" Error;
    /// A symbolic link that leaves the site.
    LINK_LEAVES_SITE = "W0103" "link-leaves-site" Error;
    /// A file or folder that could not be read.
    UNREADABLE = "W0104" "unreadable" Error;
    /// A file that belongs nowhere.
    STRAY_FILE = "W0105" "stray-file" Warning;
    /// A file name that cannot be in a URL or path.
    BAD_FILE_NAME = "W0106" "bad-file-name" Error;

    // 02: YAML

    /// YAML that is not YAML.
    YAML_SYNTAX = "W0201" "yaml-syntax" Error;
    /// A key that is not known here.
    UNKNOWN_KEY = "W0202" "unknown-key" Error;
    /// A key whose home is another file.
    MISPLACED_KEY = "W0203" "misplaced-key" Error;
    /// A value of another type than the key wants.
    WRONG_TYPE = "W0204" "wrong-type" Error;
    /// A required key that is not there.
    MISSING_KEY = "W0205" "missing-key" Error;
    /// A word that is not one of the few allowed.
    UNKNOWN_VALUE = "W0206" "unknown-value" Error;
    /// The same key twice.
    DUPLICATE_KEY = "W0207" "duplicate-key" Error;
    /// A figure written in a locale's notation.
    FIGURE_NOTATION = "W0208" "figure-notation" Error;
    /// A date that is none.
    BAD_DATE = "W0209" "bad-date" Error;
    /// An instant that is none.
    BAD_INSTANT = "W0210" "bad-instant" Error;
    /// An hour without a zone.
    INSTANT_WITHOUT_ZONE = "W0211" "instant-without-zone" Error;
    /// An offset that is not that of the zone at that date.
    FOREIGN_OFFSET = "W0212" "foreign-offset" Warning;

    // 03: settings

    // 04: documents

    // 05: Markdown and references

    /// Raw HTML in a body.
    RAW_HTML = "W0501" "raw-html" Error;
    /// A comment of HTML in a body.
    HTML_COMMENT = "W0502" "html-comment" Error;
    /// An id with characters that an anchor cannot have.
    BAD_ANCHOR = "W0503" "bad-anchor" Error;
    /// An id that Warta gives itself.
    RESERVED_ANCHOR = "W0504" "reserved-anchor" Error;
    /// The same id twice in one body.
    DUPLICATE_ANCHOR = "W0505" "duplicate-anchor" Error;
    /// An attribute of a heading that is no id.
    HEADING_ATTRIBUTE = "W0506" "heading-attribute" Error;
    /// A heading of level 1, which is the title's.
    HEADING_LEVEL_ONE = "W0507" "heading-level-one" Error;
    /// A heading that leaves out a level.
    HEADING_JUMP = "W0508" "heading-jump" Warning;
    /// A language of a part that is no language.
    BAD_LANGUAGE = "W0509" "bad-language" Error;
    /// Attributes behind a phrase that are no language.
    UNKNOWN_ATTRIBUTES = "W0510" "unknown-attributes" Error;
    /// Attributes that belong to nothing.
    STRAY_ATTRIBUTES = "W0511" "stray-attributes" Error;
    /// A brace that is not closed in its paragraph.
    UNCLOSED_PLACEABLE = "W0512" "unclosed-placeable" Error;
    /// Braces whose content Fluent cannot read.
    BAD_PLACEABLE = "W0513" "bad-placeable" Error;
    /// A placeable where no words can be put in.
    MISPLACED_PLACEABLE = "W0514" "misplaced-placeable" Error;
    /// A link that depends on where the page is.
    RELATIVE_LINK = "W0515" "relative-link" Error;
    /// A link with a scheme that is not allowed.
    FORBIDDEN_SCHEME = "W0516" "forbidden-scheme" Error;
    /// A link or image without words or without destination.
    EMPTY_LINK = "W0517" "empty-link" Error;
    /// `doc:` or `asset:` with something that is no path.
    BAD_REFERENCE = "W0518" "bad-reference" Error;
    /// An image that does not come from the site.
    FOREIGN_IMAGE = "W0519" "foreign-image" Error;
    /// An image without alternative text.
    IMAGE_WITHOUT_ALT = "W0520" "image-without-alt" Error;
    /// A reference to a footnote that is not there.
    UNDEFINED_FOOTNOTE = "W0521" "undefined-footnote" Error;
    /// A footnote that nothing refers to, so that no reader sees it.
    UNUSED_FOOTNOTE = "W0522" "unused-footnote" Error;
    /// A footnote defined twice.
    DUPLICATE_FOOTNOTE = "W0523" "duplicate-footnote" Error;
    /// `[words][label]` whose label is not defined.
    UNDEFINED_LINK = "W0524" "undefined-link" Error;
    /// `[words](…` that Markdown does not read as a link.
    BROKEN_LINK = "W0525" "broken-link" Error;
    /// Elements nested beyond all use.
    TOO_DEEP = "W0526" "too-deep" Error;

    // 06: Fluent and locales

    // 07: templates

    // 08: routes and outputs

    // 09: the output folder and the machine
}
