//! The table of everything that can be said: code, severity, name.
//!
//! A code never changes its meaning and is never used again. The name is the id of its message
//! in `en.ftl` and `id.ftl` and of its section in `explain/en.md` and `explain/id.md`; a test names
//! what is missing.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serializer};

use super::Severity::{self, Error, Note, Warning};

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

/// Writes a code as its id.
pub(super) fn write<S: Serializer>(code: &&'static Code, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(code.id)
}

/// Reads a code from its id.
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static Code, D::Error> {
    let id = String::deserialize(deserializer)?;
    find(&id).ok_or_else(|| D::Error::custom("not a code"))
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
    /// A file that was changed while the site was being read.
    SOURCE_CHANGED = "W0107" "source-changed" Error;

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

    /// A base URL that is not an absolute http or https URL.
    BAD_BASE_URL = "W0301" "bad-base-url" Error;
    /// A locale that is not a BCP 47 tag.
    BAD_LOCALE = "W0302" "bad-locale" Error;
    /// The same locale twice.
    DUPLICATE_LOCALE = "W0303" "duplicate-locale" Error;
    /// A locale that is not one of the site's.
    UNKNOWN_LOCALE = "W0304" "unknown-locale" Error;
    /// A map by locale that lacks one of the site's locales.
    LOCALE_WITHOUT_VALUE = "W0305" "locale-without-value" Error;
    /// A time zone that is not known.
    UNKNOWN_ZONE = "W0306" "unknown-zone" Error;
    /// A path pattern that cannot make URLs.
    BAD_PATH_PATTERN = "W0307" "bad-path-pattern" Error;
    /// A part of a URL with letters that cannot be in it.
    BAD_SEGMENT = "W0308" "bad-segment" Error;
    /// An entry of the menu that names no target.
    BAD_MENU_ENTRY = "W0309" "bad-menu-entry" Error;
    /// No settings file.
    NO_SETTINGS = "W0310" "no-settings" Error;
    /// A theme without a file.
    UNKNOWN_THEME = "W0311" "unknown-theme" Error;
    /// Pictures should be made as AVIF, and this program cannot.
    AVIF_LACKING = "W0312" "avif-lacking" Warning;

    // 04: documents

    /// A document's folder without a facts file.
    NO_FACTS = "W0401" "no-facts" Error;
    /// A document's folder without a words file.
    NO_WORDS = "W0402" "no-words" Error;
    /// A words file without front matter.
    NO_FRONT_MATTER = "W0403" "no-front-matter" Error;
    /// A slug with letters that cannot be in a URL.
    BAD_SLUG = "W0404" "bad-slug" Error;
    /// An approved edition without a slug.
    NO_SLUG = "W0405" "no-slug" Error;
    /// An approved document without a release instant.
    NO_PUBLISH = "W0406" "no-publish" Error;
    /// A facts file that does not say whether the document is approved.
    NO_STATUS = "W0407" "no-status" Warning;
    /// Two editions, and no word on which is the original.
    NO_ORIGINAL = "W0408" "no-original" Error;
    /// An original or authoritative edition that does not exist.
    NO_SUCH_EDITION = "W0409" "no-such-edition" Error;
    /// A document that does not exist.
    UNKNOWN_DOCUMENT = "W0410" "unknown-document" Error;
    /// A document of another kind than is wanted here.
    WRONG_KIND = "W0411" "wrong-kind" Error;
    /// A term that the taxonomy does not list.
    UNKNOWN_TERM_NAME = "W0412" "unknown-taxonomy-term" Error;
    /// An agenda item that the event does not have.
    UNKNOWN_AGENDA_ITEM = "W0413" "unknown-agenda-item" Error;
    /// A country's code that ISO 3166-1 does not have.
    UNKNOWN_COUNTRY = "W0414" "unknown-country" Error;
    /// The same state twice.
    DUPLICATE_STATE = "W0415" "duplicate-state" Error;
    /// An end before its start.
    ENDS_BEFORE_START = "W0416" "ends-before-start" Error;
    /// A text by locale that lacks a locale in which the document has an edition.
    TEXT_WITHOUT_LOCALE = "W0417" "text-without-locale" Error;
    /// A document in a folder that is no collection.
    NO_COLLECTION = "W0418" "no-collection" Error;
    /// A words file whose name is no locale of the site.
    WORDS_OF_UNKNOWN_LOCALE = "W0419" "words-of-unknown-locale" Error;
    /// An event that is its own ancestor.
    EVENT_CIRCLE = "W0420" "event-circle" Error;
    /// An asset that the document's folder does not have.
    UNKNOWN_ASSET = "W0421" "unknown-asset" Error;
    /// A path pattern that needs what the document does not have.
    NO_PATH_PART = "W0422" "no-path-part" Error;
    /// A document's languages do not all go out, although they should.
    WAITED_FOR = "W0423" "waited-for" Warning;
    /// An anchor that the target does not have.
    UNKNOWN_ANCHOR = "W0424" "unknown-anchor" Error;
    /// A public document whose URL names an event that is not public.
    EVENT_NOT_PUBLIC = "W0425" "event-not-public" Error;
    /// A figure or date whose name prose cannot write.
    BAD_FIGURE_NAME = "W0426" "bad-figure-name" Error;
    /// A path from the site's root where no file is.
    UNKNOWN_PATH = "W0427" "unknown-path" Error;
    /// A change or withdrawal dated before the release.
    BEFORE_RELEASE = "W0428" "before-release" Error;
    /// A change or withdrawal that concerns no edition of the document.
    AFFECTS_NO_EDITION = "W0429" "affects-no-edition" Error;
    /// A lock that Warta did not write so.
    BAD_LOCK = "W0431" "bad-lock" Error;
    /// A translation of an approved document that nobody has accepted.
    NOT_ACCEPTED = "W0432" "not-accepted" Warning;
    /// An acceptance of an edition that does not exist.
    LOCK_WITHOUT_EDITION = "W0433" "lock-without-edition" Warning;
    /// A removed document of which it is not known where it stood.
    TOMBSTONE_WITHOUT_URL = "W0436" "tombstone-without-url" Warning;
    /// A redirect of the settings to a page that is not public yet.
    REDIRECT_WAITS = "W0437" "redirect-waits" Warning;
    /// A file for a host that the site has already.
    OWN_HOST_FILE = "W0438" "own-host-file" Note;
    /// An accepted translation whose original has changed since.
    STALE_TRANSLATION = "W0440" "stale-translation" Error;
    /// A file in a document's folder that nothing names.
    UNUSED_ASSET = "W0441" "unused-asset" Warning;
    /// A picture whose width and height its file does not tell.
    IMAGE_WITHOUT_DIMENSIONS = "W0442" "image-without-dimensions" Warning;
    /// A link to an address outside the site where nothing is any more.
    LINK_GONE = "W0443" "link-gone" Error;
    /// A link to an address outside the site of which it is not known whether anything is there.
    LINK_NOT_ASKED = "W0444" "link-not-asked" Warning;
    /// A picture that is cut off, or that cannot be decoded.
    BROKEN_PICTURE = "W0445" "broken-picture" Error;
    /// A picture with too many pixels.
    PICTURE_TOO_LARGE = "W0446" "picture-too-large" Error;
    /// A picture with Exif or XMP that cannot be taken out of it.
    TELLING_PICTURE = "W0447" "telling-picture" Error;
    /// A picture that goes out as it is tells where it was taken, or with which camera.
    UNCLEAN_PICTURE = "W0448" "unclean-picture" Warning;

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
    /// A weekday that is not that of the date behind it.
    WRONG_WEEKDAY = "W0527" "wrong-weekday" Error;
    /// A link whose words do not say where it leads.
    VAGUE_LINK_TEXT = "W0528" "vague-link-text" Warning;
    /// Words in italics whose language is not marked.
    UNMARKED_ITALICS = "W0529" "unmarked-italics" Warning;
    /// Words in another language that are not marked.
    UNMARKED_FOREIGN = "W0530" "unmarked-foreign" Warning;

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
    /// A message of the site that another of its locales lacks.
    UNTRANSLATED_MESSAGE = "W0613" "untranslated-message" Warning;
    /// A message or term of the site that nothing uses.
    UNUSED_MESSAGE = "W0614" "unused-message" Warning;
    /// An attribute that a message has in one locale only.
    DIFFERING_ATTRIBUTE = "W0615" "differing-attribute" Warning;
    /// A variable that a message shows in one locale only.
    DIFFERING_VARIABLE = "W0616" "differing-variable" Warning;
    /// A variant for a plural that the language does not have.
    FOREIGN_PLURAL = "W0617" "foreign-plural" Error;
    /// A choice by number that leaves out plurals of the language.
    LACKING_PLURAL = "W0618" "lacking-plural" Warning;
    /// A choice by number whose default is not `other`.
    PLURAL_DEFAULT = "W0619" "plural-default" Warning;
    /// The words of a term written out where another locale uses the term.
    WRITTEN_OUT_TERM = "W0620" "written-out-term" Warning;
    /// A part in another language that is marked in one locale only.
    DIFFERING_LANGUAGE_PART = "W0621" "differing-language-part" Warning;
    /// HTML in a message.
    HTML_IN_MESSAGE = "W0622" "html-in-message" Error;
    /// An id that is not in small letters with hyphens.
    MESSAGE_ID_FORM = "W0623" "message-id-form" Warning;
    /// A mark of direction that nobody sees.
    TYPED_DIRECTION_MARK = "W0624" "typed-direction-mark" Warning;
    /// A name that the register of its language forbids.
    FORBIDDEN_NAME = "W0625" "forbidden-name" Error;
    /// A variant of a name, right or wrong, that cannot be one.
    BAD_NAME_VARIANT = "W0626" "bad-name-variant" Error;

    // 07: templates

    /// A template that does not parse.
    TEMPLATE_SYNTAX = "W0701" "template-syntax" Error;
    /// A template that failed on a page.
    TEMPLATE_RENDERING = "W0702" "template-rendering" Error;
    /// A template that asks for a message that a locale does not have.
    TEMPLATE_MESSAGE = "W0704" "template-message" Error;
    /// A template that asks for an asset that the theme does not have.
    TEMPLATE_ASSET = "W0705" "template-asset" Error;

    // 08: routes and outputs

    /// Two pages or files for one URL.
    ROUTE_TAKEN = "W0801" "route-taken" Error;
    /// Two terms of a taxonomy with the same slug.
    SAME_TERM_SLUG = "W0802" "same-term-slug" Error;
    /// A target of the menu or of the publisher that has no page.
    MENU_WITHOUT_PAGE = "W0803" "menu-without-page" Warning;
    /// A redirect whose source or target cannot be one.
    BAD_REDIRECT = "W0804" "bad-redirect" Error;
    /// A redirect from an address where a page or file is.
    REDIRECT_TAKEN = "W0805" "redirect-taken" Error;
    /// A redirect to an address where nothing is.
    REDIRECT_TO_NOTHING = "W0806" "redirect-to-nothing" Error;
    /// A redirect to an address that is itself redirected.
    REDIRECT_CHAIN = "W0807" "redirect-chain" Error;
    /// Redirects that lead back to themselves.
    REDIRECT_LOOP = "W0808" "redirect-loop" Error;
    /// The same address redirected to two targets.
    REDIRECT_TWICE = "W0809" "redirect-twice" Error;

    // 09: the output folder and the machine

    /// An output folder with files and without a manifest of ours.
    FOREIGN_OUTPUT_FOLDER = "W0901" "foreign-output-folder" Error;
    /// An output folder that lies in the sources, or holds them.
    OUTPUT_INSIDE_SOURCE = "W0902" "output-inside-source" Error;
    /// A file or folder of the output that cannot be written or removed.
    OUTPUT_NOT_WRITABLE = "W0903" "output-not-writable" Error;
    /// A disk without room for the output.
    DISK_FULL = "W0904" "disk-full" Error;
    /// An output that an earlier build did not finish.
    INCOMPLETE_TREE = "W0905" "incomplete-tree" Note;
    /// A manifest that cannot be read.
    MANIFEST_CORRUPT = "W0906" "manifest-corrupt" Warning;
    /// A release that was to go over a preview, or a preview over a release.
    PREVIEW_OVER_RELEASE = "W0907" "preview-over-release" Error;

    // 10: the ledger and signatures

    /// A ledger that should be kept and is not there.
    LEDGER_MISSING = "W1001" "ledger-missing" Error;
    /// A line of the ledger that cannot be read.
    LEDGER_LINE = "W1002" "ledger-line" Error;
    /// A line of the ledger that was edited by hand.
    LEDGER_EDITED = "W1003" "ledger-edited" Error;
    /// Two lines of the ledger that say different things of one version.
    LEDGER_CONTRADICTION = "W1004" "ledger-contradiction" Error;
    /// A released text that is another now, and no change says why.
    TEXT_CHANGED = "W1005" "text-changed" Error;
    /// A released text that already has the words of a change to come.
    TEXT_CHANGED_EARLY = "W1006" "text-changed-early" Error;
    /// Released texts that read otherwise because of a message or a format.
    TEXT_RESOLVED_OTHERWISE = "W1007" "text-resolved-otherwise" Error;
    /// An address of a released edition where nothing of it is any more.
    ADDRESS_GONE = "W1008" "address-gone" Error;
    /// An anchor of an outcome whose block is elsewhere now.
    ANCHOR_MOVED = "W1009" "anchor-moved" Error;
    /// A released document whose instant of release is another now.
    RELEASE_MOVED = "W1010" "release-moved" Error;
    /// A change, withdrawal or removal that was recorded and is gone from the facts.
    RECORD_GONE = "W1011" "record-gone" Error;
    /// A released edition that the ledger should know by now.
    NOT_SEALED = "W1012" "not-sealed" Warning;
    /// A signature that cannot be read.
    BAD_SIGNATURE = "W1013" "bad-signature" Error;
    /// A signature by another key than the office's.
    FOREIGN_SIGNATURE = "W1014" "foreign-signature" Error;
    /// Signatures, none of which is of the list as it is.
    NO_SIGNATURE_FITS = "W1015" "no-signature-fits" Warning;
    /// A public key that is none.
    BAD_SIGNING_KEY = "W1016" "bad-signing-key" Error;

    // 11: parity of languages

    /// A block that one edition has and the other has not, or has elsewhere or as another kind.
    PARITY_BLOCK = "W1101" "parity-block" Error;
    /// A heading of another level than the original's.
    PARITY_HEADING = "W1102" "parity-heading" Error;
    /// A list of another length, or numbered where the original has bullets.
    PARITY_LIST = "W1103" "parity-list" Error;
    /// A table of another shape.
    PARITY_TABLE = "W1104" "parity-table" Error;
    /// Footnotes that stand elsewhere, or are more or fewer.
    PARITY_FOOTNOTES = "W1105" "parity-footnotes" Error;
    /// Other images.
    PARITY_IMAGES = "W1106" "parity-images" Error;
    /// Other code.
    PARITY_CODE = "W1107" "parity-code" Error;
    /// Other links.
    PARITY_LINKS = "W1108" "parity-links" Error;
    /// A quotation that is none in the other language, or of another length.
    PARITY_QUOTATION = "W1109" "parity-quotation" Error;
    /// A sentence that is the same in both languages.
    PARITY_UNTRANSLATED = "W1110" "parity-untranslated" Warning;
    /// A summary that one edition has and the other has not.
    PARITY_MISSING_PART = "W1111" "parity-missing-part" Error;
    /// A waiver that nothing matches any more.
    WAIVER_UNUSED = "W1112" "waiver-unused" Error;
    /// A difference that was found, and is wanted.
    WAIVED = "W1113" "waived" Note;
    /// A figure, percentage, amount or place in an order that the other language does not have.
    PARITY_FIGURE = "W1114" "parity-figure" Error;
    /// A date that the other language does not have.
    PARITY_DATE = "W1115" "parity-date" Error;
    /// A time of day that the other language does not have.
    PARITY_TIME = "W1116" "parity-time" Error;
    /// A registered name or a state that only one language names.
    PARITY_NAME = "W1117" "parity-name" Error;
}
