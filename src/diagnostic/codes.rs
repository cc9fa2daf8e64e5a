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

    // 06: Fluent and locales

    /// A part of a message file that is not Fluent.
    FLUENT_SYNTAX = "W0601" "fluent-syntax" Error;
    /// The same message or term twice.
    FLUENT_DUPLICATE = "W0602" "fluent-duplicate" Error;
    /// A message that is not there.
    UNKNOWN_MESSAGE = "W0603" "unknown-message" Error;
    /// A term that is not there.
    UNKNOWN_TERM = "W0604" "unknown-term" Error;
    /// An attribute that a message or term does not have.
    UNKNOWN_ATTRIBUTE = "W0605" "unknown-attribute" Error;
    /// A variable without a value.
    UNKNOWN_VARIABLE = "W0606" "unknown-variable" Error;
    /// A function that Fluent here does not have.
    UNKNOWN_FUNCTION = "W0607" "unknown-function" Error;
    /// A value that a function cannot use.
    BAD_FUNCTION_ARGUMENT = "W0608" "bad-function-argument" Error;
    /// A message that has attributes and no value.
    MESSAGE_WITHOUT_VALUE = "W0609" "message-without-value" Error;
    /// Messages that refer to one another in a circle.
    FLUENT_CYCLE = "W0610" "fluent-cycle" Error;
    /// A message with too many placeables.
    FLUENT_TOO_LONG = "W0611" "fluent-too-long" Error;
    /// A language part whose tag or brackets are wrong.
    BAD_LANGUAGE_PART = "W0612" "bad-language-part" Error;

    // 07: templates

    // 08: routes and outputs

    // 09: the output folder and the machine
}
