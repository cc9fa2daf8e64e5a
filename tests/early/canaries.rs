//! A word for each class of leaks: planted where the office wrote what is not public, and looked for in
//! every byte and name of the output, the manifest included. At the instant the words that belong to
//! readers are found, so that the search is seen to find.

use warta::model::ledger::{self, Recording};
use warta::pipeline::{self, Project};
use warta::source::Asset;
use warta::store::manifest;
use warta::store::tree::Memory;

use crate::support::{self, Files};

/// Where the words are still held, a second before the instant of all of them, and at it.
const BEFORE: &str = "2031-06-17T00:46:59Z";
const THEN: &str = "2031-06-17T00:47:00Z";

/// What a canary is for.
#[derive(Debug)]
struct Canary {
    /// The class of leaks.
    class: &'static str,
    /// A word that stands nowhere else.
    word: &'static str,
    belongs: Belongs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Belongs {
    /// Into the output, from its instant on.
    Then,
    /// Into no output, ever.
    Never,
}

const fn then(class: &'static str, word: &'static str) -> Canary {
    Canary { class, word, belongs: Belongs::Then }
}

const fn never(class: &'static str, word: &'static str) -> Canary {
    Canary { class, word, belongs: Belongs::Never }
}

const CANARIES: &[Canary] = &[
    then("page: text", "cxbody"),
    then("page: title", "cxtitle"),
    then("page: summary, description, social cards", "cxsummary"),
    then("page: footnote", "cxfootnote"),
    then("page: heading and its anchor", "cxanchor"),
    then("page: keywords", "cxkeyword"),
    then("page: figures, as English writes them", "7,654,321"),
    then("page: figures, as Indonesian writes them", "7.654.321"),
    then("page: dates", "17 July 2077"),
    then("page: number of the office", "cxnumber"),
    then("page: place", "cxplace"),
    then("page: contact", "cxcontact"),
    then("page: free values", "cxextra"),
    then("the other language's text", "cxbahasa"),
    then("an edition whose sibling is public", "cxenglish"),
    then("translation link from a public sibling, hreflang: its slug", "cxsibling"),
    then("file names and slugs: slug", "cxslug"),
    then("file names and slugs: folder, in asset URLs and ids of feeds", "cxfolder"),
    then("asset copies: name of a file", "cxannex"),
    then("asset copies: bytes of a file", "cxbytes"),
    then("asset copies: label of a link to a file", "cxlabel"),
    then("asset copies: name of an image", "cxpicture"),
    then("image: text for who cannot see it", "cxalt"),
    then("image: caption", "cxcaption"),
    then("image: credit", "cxcredit"),
    then("taxonomy pages: label of a term that nothing else has", "cxtopic"),
    then("taxonomy pages: slug of that term", "cxterm"),
    then("taxonomy pages: name of a state that nothing else has", "cxcountry"),
    then("statement: speaker", "cxspeaker"),
    then("statement: role", "cxrole"),
    then("statement: organisation", "cxunion"),
    then("event: agenda", "cxagenda"),
    then("event: programme", "cxprogramme"),
    then("event: venue", "cxvenue"),
    then("outcome: words", "cxoutcome"),
    then("messages: one that only a held text uses", "cxmessage"),
    then("messages: a term that only a held text uses", "cxofficial"),
    then("menu: label of an entry", "cxmenu"),
    then("foot of the page: title of a page", "cxfooter"),
    then("references: title of a link", "cxtooltip"),
    then("life: note of a change to come", "cxnote"),
    then("life: reason of a withdrawal to come", "cxreason"),
    then("life: what will take the place of another", "cxreplacement"),
    then("life: reason of a removal to come", "cxgone"),
    then("redirects and aliases: of the settings", "cxoldsettings"),
    then("redirects and aliases: of the facts, one language", "cxoldid"),
    then("redirects and aliases: of the facts, the other", "cxoldfacts"),
    then("checksum list: signature of a list to come", "cxsignature"),
    then("times: of the release, for machines", "2031-06-17T08:47"),
    then("times: of the release, for readers", "08:47"),
    never("drafts", "cxdraft"),
    never("editions that are drafts", "cxunfinished"),
    never("translations that nobody has accepted", "cxunaccepted"),
    never("documents that wait for a language", "cxwaiting"),
    never("editions held for longer", "cxlater"),
    never("image metadata: text chunk of a PNG", "cxmetadata"),
    never("image metadata: comment of a JPEG", "cxcomment"),
    never("image metadata: Exif of a JPEG", "cxposition"),
    never("HTML comments", "cxhidden"),
    never("source Markdown: its marks", "**cxbold**"),
    never("source Markdown: its front matter", "slug: cxslug"),
    never("source Markdown: its placeables", "$cxfigure"),
    never("files of the sources: words", "en.md"),
    never("files of the sources: facts", "document.yaml"),
];

const SITE: &str = r#"
-- warta.yaml --
base_url: https://press.example
locales: [id, en]
time_zone: Asia/Makassar
publisher: {key: KEY}
collections:
  releases:   {kind: release, section: {id: siaran, en: releases}, path: "{section}/{year}/{slug}", acceptance: off}
  alone:      {kind: release, section: {id: sendiri, en: alone}, path: "{section}/{slug}", pairing: announced, acceptance: off}
  statements: {kind: statement, section: {id: pernyataan, en: statements}, path: "{section}/{event}/{slug}", acceptance: off}
  outcomes:   {kind: outcome, section: {id: hasil, en: outcomes}, acceptance: off}
  events:     {kind: event, section: {id: acara, en: events}}
  pages:      {kind: page}
  signed:     {kind: release, path: "signed/{slug}", pairing: announced}
taxonomies:
  topics: {section: {id: topik, en: topics}, terms: [open, {hidden: {slug: {id: cxterm, en: cxterm}}}]}
  countries: {section: {id: negara, en: countries}, of: country}
menu: [collection:releases, taxonomy:topics, {to: "doc:releases/cxfolder", label: menu-hidden}]
footer: ["doc:pages/open", "doc:pages/hidden"]
hosts: [netlify, apache, nginx]
redirects: {/cxoldsettings: /en/releases/2031/cxslug}
-- i18n/id/site.ftl --
site-title = Kantor
site-description = Siaran pers.
collection-releases = Siaran
collection-alone = Sendiri
collection-statements = Pernyataan
collection-outcomes = Hasil
collection-signed = Diterima
collection-events = Acara
topics = Topik
topics-open = Terbuka
topics-hidden = Cxtopic
countries = Negara
country-XA = Cxcountry
menu-hidden = Cxmenu
hidden-message = Cxmessage
-hidden-term = Cxofficial
-- i18n/en/site.ftl --
site-title = Office
site-description = Press releases.
collection-releases = Releases
collection-alone = Alone
collection-statements = Statements
collection-outcomes = Outcomes
collection-signed = Signed
collection-events = Events
topics = Topics
topics-open = Open
topics-hidden = Cxtopic
countries = Countries
country-XA = Cxcountry
menu-hidden = Cxmenu
hidden-message = Cxmessage
-hidden-term = Cxofficial
-- themes/warta/templates/release.html --
{% extends "document.html" %}
{% block kind %}{{ doc.release.number }} {{ doc.release.place }} {{ doc.release.contact }}
{%- if doc.extra %} {{ doc.extra.note }}{% endif %}
{%- for word in doc.keywords %} {{ word }}{% endfor %}{% endblock kind %}
-- content/releases/open/document.yaml --
status: approved
publish: 2031-05-01 09.00 WITA
original: id
topics: [open]
event: events/hidden
changes:
  - {at: 2031-06-17 08.47 WITA, grade: correction, note: {id: Cxnote, en: Cxnote}}
-- content/releases/open/id.md --
---
title: Terbuka
slug: terbuka
---
Lihat [rencana](doc:releases/cxfolder#cxanchor "Cxtooltip").
-- content/releases/open/en.md --
---
title: Open
slug: open
---
See [the plan](doc:releases/cxfolder#cxanchor "Cxtooltip").
-- content/releases/leaving/document.yaml --
status: approved
publish: 2031-05-01 10.00 WITA
original: id
topics: [open]
withdrawn:
  at: 2031-06-17 08.47 WITA
  reason: {id: Cxreason, en: Cxreason}
  replaced_by: releases/replacing
-- content/releases/leaving/id.md --
---
title: Lama
slug: lama
---
Yang lama.
-- content/releases/leaving/en.md --
---
title: Old
slug: old
---
The old one.
-- content/releases/replacing/document.yaml --
status: approved
publish: 2031-06-17 08.47 WITA
original: id
-- content/releases/replacing/id.md --
---
title: Cxreplacement
slug: baru
---
Yang baru.
-- content/releases/replacing/en.md --
---
title: Cxreplacement
slug: new
---
The new one.
-- content/releases/cxfolder/document.yaml --
status: approved
publish: 2031-06-17 08.47 WITA
original: en
topics: [hidden]
place: {id: Cxplace, en: Cxplace}
number: CXNUMBER/1
contact: {id: Cxcontact, en: Cxcontact}
redirect_from: {id: [/cxoldid], en: [/cxoldfacts.html]}
figures: {cxfigure: 7654321}
dates: {opening: 2077-07-17}
extra: {note: Cxextra}
files: [{src: cxannex.txt, label: {id: Cxlabel, en: Cxlabel}}]
-- content/releases/cxfolder/cxannex.txt --
Cxbytes.
-- content/releases/cxfolder/en.md --
---
title: Cxtitle
summary: Cxsummary
slug: cxslug
keywords: [cxkeyword]
image: {src: cxpicture.png, alt: Cxalt, caption: Cxcaption, credit: Cxcredit}
---
Cxbody, **cxbold**, { $cxfigure } on { DATETIME($opening, dateStyle: "long") }, { hidden-message } and { -hidden-term }.[^1]

## Heading {#cxanchor}

![Cxalt](asset:cxphoto.jpg)

[^1]: Cxfootnote.
-- content/releases/cxfolder/id.md --
---
title: Cxtitle
summary: Cxsummary
slug: cxslug
keywords: [cxkeyword]
image: {src: cxpicture.png, alt: Cxalt, caption: Cxcaption, credit: Cxcredit}
---
Cxbahasa, **cxbold**, { $cxfigure } pada { DATETIME($opening, dateStyle: "long") }, { hidden-message } dan { -hidden-term }.[^1]

## Judul {#cxanchor}

![Cxalt](asset:cxphoto.jpg)

[^1]: Cxfootnote.
-- content/alone/half/document.yaml --
status: approved
publish: {id: 2031-05-01 09.00 WITA, en: 2031-06-17 08.47 WITA}
original: id
-- content/alone/half/id.md --
---
title: Setengah
slug: setengah
---
Separuh jalan.
-- content/alone/half/en.md --
---
title: Half
slug: cxsibling
---
Cxenglish.
-- content/alone/quarter/document.yaml --
status: approved
publish: 2031-05-01 09.00 WITA
original: id
-- content/alone/quarter/id.md --
---
title: Seperempat
slug: seperempat
---
Seperempat jalan.
-- content/alone/quarter/en.md --
---
title: Cxunfinished
slug: cxunfinished
status: draft
---
Cxunfinished.
-- content/alone/later/document.yaml --
status: approved
publish: {id: 2031-05-01 09.00 WITA, en: 2031-06-18 09.00 WITA}
original: id
-- content/alone/later/id.md --
---
title: Nanti
slug: nanti
---
Nanti.
-- content/alone/later/en.md --
---
title: Cxlater
slug: cxlater
---
Cxlater.
-- content/releases/longer/document.yaml --
status: approved
publish: 2031-06-18 09.00 WITA
original: id
-- content/releases/longer/id.md --
---
title: Cxlater
slug: cxlater
---
Cxlater. <!-- cxhidden -->
-- content/releases/longer/en.md --
---
title: Cxlater
slug: cxlater
---
<!-- cxhidden -->
-- content/signed/one/document.yaml --
status: approved
publish: 2031-05-01 09.00 WITA
original: id
-- content/signed/one/id.md --
---
title: Asli
slug: asli
---
Asli.
-- content/signed/one/en.md --
---
title: Cxunaccepted
slug: cxunaccepted
---
Cxunaccepted.
-- content/releases/gone/document.yaml --
status: approved
publish: 2031-05-01 11.00 WITA
original: id
removed: {at: 2031-06-17 08.47 WITA, reason: {id: Cxgone, en: Cxgone}}
redirect_from: {en: [/older]}
-- content/releases/gone/id.md --
---
title: Keliru
slug: keliru
---
Keliru.
-- content/releases/gone/en.md --
---
title: Wrong
slug: wrong
---
Wrong.
-- content/releases/draft/document.yaml --
status: draft
publish: 2031-05-01 09.00 WITA
original: id
-- content/releases/draft/id.md --
---
title: Cxdraft
slug: cxdraft
---
Cxdraft. <!-- cxhidden -->
-- content/releases/draft/en.md --
---
title: Cxdraft
slug: cxdraft
---
Cxdraft.
-- content/releases/waiting/document.yaml --
status: approved
publish: 2031-05-01 09.00 WITA
original: id
-- content/releases/waiting/id.md --
---
title: Cxwaiting
slug: cxwaiting
---
Cxwaiting.
-- content/events/hidden/document.yaml --
status: approved
publish: 2031-06-17 08.47 WITA
original: id
starts: 2031-07-10 09.30 WITA
venue: {id: Cxvenue, en: Cxvenue}
agenda: {first: {id: Cxagenda, en: Cxagenda}}
programme: [{starts: 2031-07-10 09.30 WITA, title: {id: Cxprogramme, en: Cxprogramme}}]
-- content/events/hidden/id.md --
---
title: Acara
slug: acara
---
Acara.
-- content/events/hidden/en.md --
---
title: Event
slug: event
---
An event.
-- content/statements/state/document.yaml --
status: approved
publish: 2031-06-17 08.47 WITA
original: id
event: events/hidden
country: XA
agenda: first
speaker: {name: Cxspeaker, role: {id: Cxrole, en: Cxrole}}
delivered: 2031-07-10
-- content/statements/state/id.md --
---
title: Negara
slug: negara
---
Pernyataan.
-- content/statements/state/en.md --
---
title: State
slug: state
---
A statement.
-- content/statements/union/document.yaml --
status: approved
publish: 2031-06-17 08.47 WITA
original: id
event: events/hidden
organization: {id: Cxunion, en: Cxunion}
text: none
-- content/statements/union/id.md --
---
title: Serikat
slug: serikat
---
Pernyataan.
-- content/statements/union/en.md --
---
title: Union
slug: union
---
A statement.
-- content/outcomes/pact/document.yaml --
status: approved
publish: 2031-06-17 08.47 WITA
original: id
event: events/hidden
-- content/outcomes/pact/id.md --
---
title: Pakta
slug: pakta
---
Cxoutcome.
-- content/outcomes/pact/en.md --
---
title: Pact
slug: pact
---
Cxoutcome.
-- content/pages/open/document.yaml --
status: approved
original: id
-- content/pages/open/id.md --
---
title: Tentang
slug: tentang
---
Tentang.
-- content/pages/open/en.md --
---
title: About
slug: about
---
About.
-- content/pages/hidden/document.yaml --
status: approved
publish: 2031-06-17 08.47 WITA
original: id
-- content/pages/hidden/id.md --
---
title: Cxfooter
slug: kaki
---
Kaki.
-- content/pages/hidden/en.md --
---
title: Cxfooter
slug: foot
---
Foot.
"#;

/// A PNG of one dot with a comment (RFC 2083, 4.2.3), and a JPEG that ends behind its Exif and its comment (T.81,
/// B.2.4.5): as far as anybody looks into them.
fn pictures() -> [(&'static str, Vec<u8>); 2] {
    let chunk = |name: &[u8], content: &[u8]| [&(content.len() as u32).to_be_bytes(), name, content, &[0; 4]].concat();
    let head = chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    let png = [b"\x89PNG\r\n\x1a\n".to_vec(), head, chunk(b"tEXt", b"Comment\0Cxmetadata"), chunk(b"IEND", b"")];
    let segment =
        |marker: u8, content: &[u8]| [&[0xff, marker][..], &(content.len() as u16 + 2).to_be_bytes(), content].concat();
    let exif = segment(0xe1, b"Exif\0\0MM\0\x2a\0\0\0\x08\0\0Cxposition");
    let jpeg = [&b"\xff\xd8"[..], &exif, &segment(0xfe, b"Cxcomment"), b"\xff\xd9"].concat();
    [("content/releases/cxfolder/cxpicture.png", png.concat()), ("content/releases/cxfolder/cxphoto.jpg", jpeg)]
}

fn project_of(text: &str, at: &str) -> Project {
    Project { at: support::at(at), ..support::project(text.trim_start()) }
}

fn project(text: &str, at: &str) -> Project {
    let mut project = project_of(text, at);
    let pipeline::Origin::Memory(_, sources) = &mut project.origin else { unreachable!("it is in memory") };
    sources.assets.extend(pictures().map(|(name, bytes)| Asset::in_memory(name, bytes)));
    sources.sort();
    project
}

/// Every file that comes out, with the manifest.
fn output(text: &str, at: &str) -> Files {
    let tree = Memory::default();
    let report = pipeline::build(&project(text, at), &tree, "public", &|_, _| {}).unwrap();
    assert!(!report.has_errors(), "{:#?}", support::codes(&report.said));
    let files = tree.files();
    assert!(files.contains_key(manifest::FILE), "the manifest is looked at too");
    files
}

/// The site with the lines that are sealed at its instant, and with the signature of the list of that
/// instant: what an office may have ready the evening before.
fn site() -> String {
    let keys = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
    let mut text = SITE.replace("KEY", &keys.pk.to_base64());
    let ready = project(&text, THEN);
    let prepared = pipeline::prepare(&ready).unwrap().prepared.unwrap();
    let lines = ledger::unsealed(&prepared.site.public, &prepared.theme.voices(), &ready.at, Recording::Life);
    assert!(lines.iter().any(|line| line.url.contains("cxslug")));
    text += "-- ledger.jsonl --\n";
    lines.iter().for_each(|line| text += &(line.json() + "\n"));
    let list = output(&text, THEN)["sha256sums.txt"].clone();
    let signature = minisign::sign(Some(&keys.pk), &keys.sk, list.as_slice(), Some("Cxsignature"), None).unwrap();
    text + "-- signatures/next.minisig --\n" + &signature.into_string()
}

/// The files that hold a word, in their name or their bytes, in small or capital letters.
fn holding<'a>(files: &'a Files, word: &str) -> Vec<&'a str> {
    let word = word.to_lowercase();
    let is_in = |bytes: &[u8]| bytes.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()));
    let found = files.iter().filter(|(name, bytes)| is_in(name.as_bytes()) || is_in(bytes));
    found.map(|(name, _)| name.as_str()).collect()
}

/// Says if a file is of a form in which the search sees no words: it must then be taught to.
fn assert_readable(files: &Files) {
    const ENDINGS: [&str; 12] =
        [".gz", ".br", ".zst", ".zip", ".xz", ".bz2", ".7z", ".pdf", ".epub", ".docx", ".woff", ".woff2"];
    const HEADS: [&[u8]; 7] = [b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"PK\x03\x04", b"\xfd7zXZ", b"BZh", b"%PDF", b"wOF"];
    for (name, bytes) in files {
        let is_packed = ENDINGS.iter().any(|ending| name.to_lowercase().ends_with(ending))
            || HEADS.iter().any(|head| bytes.starts_with(head))
            || [&b"zTXt"[..], b"iTXt", b"iCCP"].iter().any(|chunk| bytes.windows(4).any(|part| part == *chunk));
        assert!(!is_packed, "{name} is packed: unpack it before it is searched");
    }
}

#[test]
fn no_file_or_name_holds_a_word_of_any_class_before_its_instant() {
    let files = output(&site(), BEFORE);
    assert_readable(&files);
    let found: Vec<_> = CANARIES.iter().map(|canary| (canary.class, holding(&files, canary.word))).collect();
    let leaks: Vec<_> = found.iter().filter(|(_, files)| !files.is_empty()).collect();
    assert!(leaks.is_empty(), "{leaks:#?}");
}

#[test]
fn each_word_that_belongs_to_readers_is_found_at_its_instant_and_no_other() {
    let files = output(&site(), THEN);
    assert_readable(&files);
    for canary in CANARIES {
        let found = holding(&files, canary.word);
        assert_eq!(!found.is_empty(), canary.belongs == Belongs::Then, "{canary:?}: {found:#?}");
    }
}

#[test]
fn the_digests_of_what_is_held_stand_in_no_file() {
    let text = site();
    let (before, then) = (output(&text, BEFORE), output(&text, THEN));
    let list = |files: &Files| String::from_utf8(files["sha256sums.txt"].clone()).unwrap();
    let known = list(&before);
    let new: Vec<String> = list(&then).lines().filter(|line| !known.contains(line)).map(str::to_owned).collect();
    assert!(new.len() > 8, "{new:#?}");
    for line in new {
        assert_eq!(holding(&before, &line[..64]), Vec::<&str>::new(), "{line}");
    }
    // What the manifest knows a file by, too: a digest proves a guess.
    let annex = warta::digest::Digest::of_bytes(b"Cxbytes.\n").to_string();
    assert_eq!(holding(&then, &annex), [manifest::FILE]);
    assert_eq!(holding(&before, &annex), Vec::<&str>::new());
}

#[test]
fn a_comment_in_a_text_that_goes_out_is_refused() {
    let text = site().replace("An event.", "An event. <!-- cxpublic -->");
    assert!(!support::said(&project(&text, BEFORE)).is_empty());
    let before = output(&text, BEFORE);
    assert_eq!(holding(&before, "cxpublic"), Vec::<&str>::new());
    let said = support::said(&project(&text, THEN));
    assert!(said.iter().any(|said| said.starts_with("W0502 content/events/hidden/en.md")), "{said:#?}");
}

#[test]
fn a_url_that_names_a_held_edition_of_a_public_event_is_refused() {
    let text = |publish: &str| {
        let from = SITE.find("-- content/").unwrap();
        let settings = SITE[..from].replace("publisher: {key: KEY}\n", "");
        let settings = settings
            .replace("section: {id: acara, en: events}", "pairing: announced, section: {id: acara, en: events}");
        let settings = settings.lines().filter(|line| !line.starts_with("redirects:") && !line.starts_with("footer:"));
        let settings: String =
            settings.filter(|line| !line.starts_with("menu:")).map(|line| format!("{line}\n")).collect();
        let words = |folder: &str, slug: &str| {
            ["id", "en"].map(|locale| {
                format!("-- content/{folder}/{locale}.md --\n---\ntitle: T\nslug: {slug}{locale}\n---\nT.\n")
            })
        };
        let facts = |publish: &str| format!("document.yaml --\nstatus: approved\noriginal: en\npublish: {publish}\n");
        settings
            + &format!("-- content/events/moot/{}starts: 2031-07-10\n", facts(publish))
            + &words("events/moot", "cxevent").concat()
            + &format!("-- content/statements/one/{}event: events/moot\ncountry: ID\n", facts("2031-05-02 09.00 WITA"))
            + &words("statements/one", "one").concat()
    };
    let held = text("{en: 2031-05-01 09.00 WITA, id: 2031-06-17 08.47 WITA}");
    let said = support::said(&project_of(&held, BEFORE));
    assert!(said.iter().any(|said| said.starts_with("W0425 content/statements/one/document.yaml")), "{said:#?}");
    let whole = support::said(&project_of(&held, THEN));
    assert!(!whole.iter().any(|said| said.starts_with("W0425")), "{whole:#?}");
}
