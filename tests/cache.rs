//! What is remembered of a site below `.warta/`: however it is damaged, and whatever the clock says, the next
//! build is right and says nothing of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use proptest::prelude::Rng;
use warta::digest::Digest;
use warta::model::memo::{Encoded, Kept, Memo};
use warta::pipeline::{self, Project, Report, Settled};
use warta::source::load;
use warta::source::stamp::Stamp;
use warta::store::cache::Cache;
use warta::store::tree::{Folder, Memory};
use warta::store::write;

use crate::steady::seeded;
use crate::support::harbour::{Harbour, JUNE, Ran, date};
use crate::support::{self, Files, assert_same, codes, golden};

const WORDS: &str = "content/releases/berths/en.md";
const PAGE: &str = "en/news/2031/berths.html";
/// Words that no feed shows: they are read again for their own page alone.
const LATE: &str = "content/pages/about/en.md";
const LATE_PAGE: &str = "en/about.html";
const TEMPLATE: &str = "themes/warta/templates/error.html";

/// A site that was built, with what then is right.
struct Known {
    harbour: Harbour,
    ran: Ran,
    files: Files,
    memo: Vec<u8>,
}

impl Known {
    fn of(harbour: Harbour) -> Known {
        let ran = harbour.assert_right("at first");
        assert_eq!((ran.status, ran.said.contains("W0905")), (Some(0), false));
        let (files, memo) = (harbour.out(), fs::read(harbour.memo()).unwrap());
        Known { harbour, ran, files, memo }
    }

    /// Into a new folder, so that every page is made: the same as before.
    fn assert_still_right(&self, when: &str) {
        let _ = fs::remove_dir_all(self.harbour.beside("out"));
        assert_eq!(self.harbour.build(), self.ran, "{when}");
        assert_same(&self.harbour.out(), &self.files, when);
    }

    fn damage(&self, when: &str, bytes: &[u8]) {
        fs::write(self.harbour.memo(), bytes).unwrap();
        self.assert_still_right(when);
        assert!(Cache::known(&self.harbour.root()).is_some(), "{when}: it is whole again");
    }
}

/// A cache with other bytes before its digest, which fits them.
fn sealed_again(memo: &[u8], change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut payload = memo[8..memo.len() - 16].to_vec();
    change(&mut payload);
    [&memo[..8], &payload, &Digest::of_bytes(&payload).to_bytes()].concat()
}

fn replace(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    let at = bytes.windows(from.len()).position(|part| part == from).unwrap();
    bytes[at..at + to.len()].copy_from_slice(to);
}

#[test]
fn a_memory_that_is_cut_off_or_damaged_is_as_good_as_none() {
    let known = Known::of(Harbour::laid_out());
    let (memo, mut random) = (&known.memo, seeded(21));
    known.damage("empty", b"");
    known.damage("the mark alone", &memo[..8]);
    for _ in 0..4 {
        let at = random.next_u32() as usize % memo.len();
        known.damage(&format!("cut off at {at}"), &memo[..at]);
        let mut wrong = memo.clone();
        wrong[at] ^= 1 << (random.next_u32() % 8);
        known.damage(&format!("another bit at {at}"), &wrong);
    }
    fs::remove_file(known.harbour.memo()).unwrap();
    known.assert_still_right("missing");
}

#[test]
fn a_memory_of_another_version_or_form_is_as_good_as_none() {
    let known = Known::of(Harbour::laid_out());
    let program = warta::store::manifest::program();
    let other = format!("{}X", &program[..program.len() - 1]);
    let mut patched = known.memo.clone();
    replace(&mut patched, program.as_bytes(), other.as_bytes());
    known.damage("another version, by hand", &patched);
    let version = |payload: &mut Vec<u8>| replace(payload, program.as_bytes(), other.as_bytes());
    known.damage("another version", &sealed_again(&known.memo, version));
    // What another version said of the texts may be wrong here; of this version it is believed.
    let mut cache = Cache::open(&known.harbour.root());
    let other_digests = cache.memo.texts.values().map(|(_, digests)| *digests).next().unwrap();
    cache.memo.texts.values_mut().for_each(|(_, digests)| *digests = other_digests);
    cache.save(cache.begin_saving(&known.harbour.root()));
    let wrong = fs::read(known.harbour.memo()).unwrap();
    known.damage("another version that was wrong", &sealed_again(&wrong, version));
    known.damage("no table", &sealed_again(&known.memo, |payload| payload[..8].fill(0)));
    known.damage("a table longer than the file", &sealed_again(&known.memo, |payload| payload[..8].fill(0xff)));
    for half in [2, 1] {
        let shorter = sealed_again(&known.memo, |payload| payload.truncate(payload.len() / half - 8));
        known.damage("shorter than its table says", &shorter);
    }
}

/// What becomes of kept bytes.
type Spoil = fn(&[u8]) -> Vec<u8>;

/// What was kept, as bytes that are not what they were: whoever reads them has to find that out.
fn spoilt(memo: &Memo, spoil: Spoil) -> Memo {
    fn other<T>(kept: &Encoded<T>, spoil: Spoil) -> Encoded<T> {
        let bytes = Arc::new(spoil(kept.bytes()));
        Encoded::within(&bytes, 0..bytes.len()).unwrap()
    }
    let mut memo = memo.clone();
    for known in memo.files.values_mut() {
        known.kept = match &known.kept {
            Kept::Facts(kept) => Kept::Facts(other(kept, spoil)),
            Kept::Words(kept) => Kept::Words(other(kept, spoil)),
            Kept::Lock(kept) => Kept::Lock(other(kept, spoil)),
            kept => kept.clone(),
        };
    }
    memo.verdicts.values_mut().for_each(|(_, kept)| *kept = other(kept, spoil));
    memo.ledger.iter_mut().for_each(|known| known.lines = other(&known.lines, spoil));
    memo
}

/// A site whose releases are recorded.
fn recorded() -> Harbour {
    let harbour = Harbour::laid_out();
    assert_eq!(harbour.run(&["seal"]).status, Some(0));
    harbour
}

#[test]
fn a_ledger_is_known_for_as_long_as_its_text_is_the_same_and_nothing_is_said_of_it() {
    let harbour = recorded();
    harbour.assert_right("recorded");
    let known = || Cache::known(&harbour.root()).unwrap().ledger.map(|known| known.digest);
    let sealed = harbour.read("ledger.jsonl");
    assert_eq!(known(), Some(Digest::of_bytes(sealed.as_bytes())));
    harbour.assert_right("once more");
    harbour.edit("ledger.jsonl", "\"change\":0", "\"change\":1");
    for when in ["edited by hand", "and still so"] {
        assert!(harbour.assert_right(when).said.contains("W1003"), "{when}: its checksums are wrong");
    }
    harbour.put("ledger.jsonl", format!("{sealed}no line\n").as_bytes());
    for when in ["with something after it", "and still there"] {
        assert!(harbour.assert_right(when).said.contains("W1002"), "{when}");
    }
    harbour.put("ledger.jsonl", sealed.as_bytes());
    harbour.assert_right("as it was");
    // The same lines, others of them first: what each edition has stays in time.
    let turned: String = sealed.lines().rev().map(|line| format!("{line}\n{line}\n")).collect();
    harbour.put("ledger.jsonl", turned.as_bytes());
    harbour.assert_right("turned round and doubled");
    assert_eq!(known(), Some(Digest::of_bytes(turned.as_bytes())));
    harbour.edit(WORDS, "Text 12", "Text 21");
    assert_eq!(harbour.assert_right("a text that its line does not tell of").status, Some(1));
    fs::remove_file(harbour.path("ledger.jsonl")).unwrap();
    harbour.assert_right("gone");
}

#[test]
fn a_ledger_whose_file_is_the_same_is_not_read() {
    let harbour = recorded();
    harbour.grow_old();
    let read = |memo: &Memo| load::folder(&harbour.root(), "warta", memo).unwrap().value.ledger.unwrap();
    let mut memo = Cache::known(&harbour.root()).unwrap();
    let same = read(&memo);
    assert!(same.source.is_none());
    memo.forget(&["ledger.jsonl".to_owned()]);
    let text = harbour.read("ledger.jsonl");
    assert_eq!(read(&memo).source.map(|source| source.text), Some(text.clone()));
    assert_eq!(same.digest, Digest::of_bytes(text.as_bytes()));
    // Of the same size, and dated as it was.
    let memo = Cache::known(&harbour.root()).unwrap();
    let modified = fs::metadata(harbour.path("ledger.jsonl")).unwrap().modified().unwrap();
    harbour.edit("ledger.jsonl", "\"change\":0", "\"change\":1");
    date(&harbour.path("ledger.jsonl"), modified);
    assert!(read(&memo).source.is_some_and(|source| source.text != text && source.text.len() == text.len()));
    assert!(harbour.assert_right("edited and dated back").said.contains("W1003"));
}

#[test]
fn the_same_site_is_remembered_by_the_same_bytes() {
    let harbour = recorded();
    harbour.grow_old();
    let memo = fs::read(harbour.memo()).unwrap();
    fs::remove_file(harbour.memo()).unwrap();
    harbour.build();
    assert!(fs::read(harbour.memo()).unwrap() == memo, "made from nothing, and made out of what was known");
}

#[test]
fn what_was_kept_and_cannot_be_read_is_made_anew() {
    let known = Known::of(recorded());
    let spoils: [Spoil; 3] = [|_| Vec::new(), |kept| kept[..kept.len() / 2].to_vec(), |kept| vec![0xff; kept.len()]];
    for (number, spoil) in spoils.into_iter().enumerate() {
        let mut cache = Cache::open(&known.harbour.root());
        cache.memo = spoilt(&cache.memo, spoil);
        cache.save(cache.begin_saving(&known.harbour.root()));
        assert_ne!(fs::read(known.harbour.memo()).unwrap(), known.memo, "it was spoilt");
        known.assert_still_right(&format!("spoilt in way {number}"));
        fs::write(known.harbour.memo(), &known.memo).unwrap();
    }
}

#[test]
fn the_memory_of_another_site_changes_nothing() {
    let other = Harbour::laid_out();
    for file in other.files().iter().filter(|file| file.ends_with(".md")) {
        let text = other.read(file);
        other.put(file, text.replace("Text", "Talk").replace("Naskah", "Risala").as_bytes());
    }
    other.edit("i18n/en/site.ftl", "quay = quay", "quay = dock");
    let other = Known::of(other);
    let known = Known::of(Harbour::laid_out());
    assert_ne!(other.files, known.files);
    known.damage("a neighbour's", &other.memo);
    // With texts of the neighbour's too: what is known of the files is right, and their stamps are another's.
    for file in other.harbour.files() {
        known.harbour.put(&file, &fs::read(other.harbour.path(&file)).unwrap());
    }
    fs::write(known.harbour.memo(), &other.memo).unwrap();
    known.harbour.assert_right("a neighbour's, with its texts");
}

#[test]
fn without_a_place_for_it_everything_is_made_anew() {
    let known = Known::of(Harbour::laid_out());
    let (memo, folder) = (known.harbour.memo(), known.harbour.path(".warta"));
    fs::remove_file(&memo).unwrap();
    fs::create_dir_all(memo.join("below")).unwrap();
    known.assert_still_right("a folder in its place");
    fs::remove_dir_all(&memo).unwrap();
    symlink("nowhere/at-all", &memo).unwrap();
    known.assert_still_right("a link that leads nowhere in its place");
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "a file").unwrap();
    known.assert_still_right("a file in place of its folder");
    assert_eq!(fs::read(&folder).unwrap(), b"a file");
    fs::remove_file(&folder).unwrap();
    symlink("nowhere", &folder).unwrap();
    known.assert_still_right("a link that leads nowhere in place of its folder");
    fs::remove_file(&folder).unwrap();
    fs::create_dir_all(folder.join("begun/below")).unwrap();
    known.assert_still_right("a folder where the time is told");
}

/// Forbids to write into a folder, or to read a file; false where this user may do anything.
fn is_forbidden(path: &Path, mode: u32) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    match path.is_dir() {
        true => fs::write(path.join("probe"), "").is_err(),
        false => fs::read(path).is_err(),
    }
}

#[test]
fn a_memory_that_may_not_be_written_or_read_changes_nothing() {
    let known = Known::of(Harbour::laid_out());
    if is_forbidden(&known.harbour.memo(), 0o000) {
        known.assert_still_right("it may not be read");
    }
    if is_forbidden(&known.harbour.path(".warta"), 0o555) {
        known.harbour.edit(WORDS, "Text 12", "Text 21");
        known.harbour.assert_right("its folder may not be written to");
    }
    assert!(!is_forbidden(&known.harbour.path(".warta"), 0o755));
}

/// Every file below a folder with its bytes and its stamp.
fn stamped(folder: &Path) -> BTreeMap<String, (Vec<u8>, Option<Stamp>)> {
    let files = golden::read(folder).into_iter();
    files.map(|(name, bytes)| (name.clone(), (bytes, Stamp::of(&folder.join(name))))).collect()
}

#[test]
fn without_the_cache_nothing_is_remembered_and_everything_is_made_again() {
    let harbour = Harbour::laid_out();
    let out = ["build", "--no-cache", "--out", "out"];
    assert_eq!(harbour.run(&out).status, Some(0));
    assert_eq!(harbour.run(&["check"]).status, Some(0));
    assert!(!harbour.path(".warta").exists(), "neither a build without the cache nor a check makes it");
    harbour.build();
    let remembered = stamped(&harbour.path(".warta"));
    harbour.edit(WORDS, "Text 12", "Text 21");
    let right = harbour.clean();
    assert_eq!(
        (harbour.run(&["check"]), stamped(&harbour.path(".warta"))),
        (harbour.run(&["check", "--no-cache"]), remembered.clone())
    );
    assert_eq!(harbour.run(&out), right.0);
    assert_eq!(stamped(&harbour.path(".warta")), remembered);
    let page = harbour.beside("out").join(PAGE);
    let size = fs::read(&page).unwrap().len();
    fs::write(&page, vec![b'x'; size]).unwrap();
    assert_eq!(harbour.run(&out), right.0);
    assert_same(&harbour.out(), &right.1, "a page that somebody wrote over is made again");
}

#[test]
fn a_stamp_is_not_believed_before_a_later_writing_would_show_in_it() {
    let harbour = Harbour::laid_out();
    harbour.build();
    let memo = Cache::known(&harbour.root()).unwrap();
    assert!(memo.files.len() > 20);
    assert!(memo.files.values().all(|known| known.stamp == Stamp::default()), "all were written just now");
    for number in 20..24 {
        let (from, to) = (format!("Text {}", if number == 20 { 12 } else { number - 1 }), format!("Text {number}"));
        harbour.edit(WORDS, &from, &to);
        assert_eq!(harbour.build().status, Some(0));
        let page = String::from_utf8(harbour.out()[PAGE].clone()).unwrap();
        assert!(page.contains(&to), "an edit right after a build");
    }
    harbour.assert_right("after all of them");
}

#[test]
fn files_from_the_future_and_from_the_beginning_of_time_are_read_as_any_others() {
    let harbour = Harbour::laid_out();
    let epoch = SystemTime::UNIX_EPOCH;
    let ahead = epoch + std::time::Duration::from_secs(5_000_000_000);
    for (number, file) in harbour.files().iter().enumerate() {
        date(&harbour.path(file), if number % 2 == 0 { epoch } else { ahead });
    }
    harbour.assert_right("at first");
    for (number, (from, to)) in
        [("Text 12", "Text 21"), ("Text 21", "Text 12"), ("Text 12", "Text 33")].iter().enumerate()
    {
        harbour.edit(WORDS, from, to);
        date(&harbour.path(WORDS), if number % 2 == 0 { ahead } else { epoch });
        harbour.assert_right(to);
    }
    // The files of what is remembered, too.
    date(&harbour.memo(), ahead);
    date(&harbour.path(".warta/begun"), ahead);
    date(&harbour.beside("out/.warta.json"), ahead);
    harbour.edit(WORDS, "Text 33", "Text 12");
    harbour.assert_right("with all of it dated ahead");
}

#[test]
fn the_instant_may_go_forward_and_back_by_option_and_by_environment() {
    let mut harbour = Harbour::laid_out();
    let mut seen: BTreeMap<&str, Files> = BTreeMap::new();
    for at in [JUNE, "2031-07-08 08.00 WITA", "2031-05-01 10.00 WITA", JUNE, "2031-06-09 08.00 WITA"] {
        let epoch = support::at(at).moment().as_second().to_string();
        (harbour.at, harbour.environment) = (at.to_owned(), Vec::new());
        harbour.assert_right(at);
        let files = harbour.out();
        assert_eq!(seen.insert(at, files.clone()).unwrap_or_else(|| files.clone()), files, "{at}, once more");
        (harbour.at, harbour.environment) = (String::new(), vec![("SOURCE_DATE_EPOCH".to_owned(), epoch)]);
        harbour.assert_right(&format!("{at}, by the environment"));
        assert_same(&harbour.out(), &files, at);
    }
}

#[test]
fn a_text_that_was_read_while_raw_html_was_refused_is_read_again_once_it_is_allowed() {
    let harbour = Harbour::laid_out();
    harbour.edit("warta.yaml", "html: allow", "html: refuse");
    assert_eq!(harbour.assert_right("refused").status, Some(1));
    harbour.edit("warta.yaml", "html: refuse", "html: allow");
    assert_eq!(harbour.assert_right("allowed").status, Some(0));
}

/// A site that is built again and again, each time with what is known from the time before.
struct Again {
    harbour: Harbour,
    memo: Memo,
    last: Option<Settled>,
}

impl Again {
    fn of(harbour: Harbour) -> Again {
        let mut again = Again { harbour, memo: Memo::default(), last: None };
        assert_eq!(again.build("at first"), None);
        again
    }

    /// Builds, right; the documents whose pages had to be asked, or none where all had to.
    fn build(&mut self, when: &str) -> Option<BTreeSet<String>> {
        let (harbour, tree) = (&self.harbour, Folder::at(self.harbour.beside("out")));
        let mut report = prepared(harbour, &mut self.memo);
        let found = write::Found::of(&tree);
        self.last.iter().for_each(|last| last.mark(&mut report, &found));
        let pages = &report.prepared.as_ref().unwrap().plan.artifacts;
        let asked = pages.iter().filter(|page| !page.is_settled).filter_map(|page| page.document.as_deref());
        let asked = asked.map(str::to_owned).collect();
        let asked = pages.iter().any(|page| page.is_settled).then_some(asked);
        let report = pipeline::finish_trusting(report, (&tree, found), "out", (&|_, _| {}, write::Trust::Known));
        self.last = pipeline::settle(&project(harbour), &report);
        let clean = Memory::default();
        pipeline::build(&project(harbour), &clean, "out", &|_, _| {}).unwrap();
        assert_same(&harbour.out(), &clean.files(), when);
        asked
    }
}

#[test]
fn what_an_edit_cannot_reach_is_not_asked_what_it_is_made_of() {
    let mut again = Again::of(Harbour::laid_out());
    let berths = || Some(BTreeSet::from(["releases/berths".to_owned()]));
    let mut edited = |file: &str, from: &str, to: &str| {
        again.harbour.edit(file, from, to);
        again.build(&format!("{file}: {to}"))
    };
    assert_eq!(edited(WORDS, "Text 12", "Text 13"), berths());
    assert_eq!(edited(WORDS, "Text 13", "Text 12"), berths());
    // What lists show of it; what every page shows; what was asked for; how pages are made.
    assert_eq!(edited(WORDS, "\ntitle: Berths open 12", "\ntitle: Berths open 13"), None);
    assert_eq!(edited("content/releases/berths/document.yaml", "boats: 12", "boats: 13"), None);
    assert_eq!(edited("i18n/en/site.ftl", "quay 10", "quay 13"), None);
    assert_eq!(edited("warta.yaml", "time_zone: Asia/Makassar", "time_zone: Asia/Jakarta"), None);
    assert_eq!(edited(TEMPLATE, "Mark 10", "Mark 13"), None);
    assert_eq!(edited(WORDS, "Text 12", "Text 13"), berths());
    // Somebody else has written the tree meanwhile.
    let manifest = again.harbour.beside("out/.warta.json");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text.replace("},\n", "} ,\n")).unwrap();
    again.harbour.edit(WORDS, "Text 13", "Text 14");
    assert_eq!(again.build("after another hand"), None);
    again.harbour.at = "2031-07-08 08.00 WITA".to_owned();
    assert_eq!(again.build("at another instant"), None);
}

#[test]
fn a_translation_that_becomes_the_original_is_asked_for_its_parts() {
    let harbour = Harbour::laid_out();
    let mut staying = Memo::staying();
    let mut told = |when: &str| {
        let ran = harbour.assert_right(when);
        let said = prepared(&harbour, &mut staying).said;
        let found = codes(&said).iter().filter(|said| said.starts_with("W0440")).count();
        assert_eq!(ran.said.matches("W0440").count(), found, "{when}");
        found
    };
    let original = |from: &str, to: &str| {
        let [from, to] = [from, to].map(|locale| format!("original: {locale}"));
        harbour.edit("content/releases/berths/document.yaml", &from, &to);
    };
    let before = told("at first");
    original("en", "id");
    assert!(harbour.accept("releases/berths", "en"));
    assert_eq!(told("the other way round"), before);
    original("id", "en");
    harbour.edit("content/releases/berths/id.md", "Naskah 12", "Naskah 13");
    told("the translation is another");
    original("en", "id");
    assert_eq!(told("it is the original again"), before + 1);
}

#[test]
fn what_a_document_shows_besides_its_texts_is_asked_for_by_its_own_pages_alone() {
    let mut harbour = Harbour::laid_out();
    harbour.edit("content/releases/ashore/en.md", "- two", "- two\n\n![A boat](asset:photo.svg)\n");
    let note = "{id: Nama dibetulkan., en: A name was put right.}";
    let change = format!("changes:\n  - {{at: 2031-06-20 09.00 WITA, grade: editorial, note: {note}}}\nfigures:");
    harbour.edit("content/releases/berths/document.yaml", "figures:", &change);
    harbour.at = "2031-06-19 08.00 WITA".to_owned();
    let only = |document: &str| Some(BTreeSet::from([document.to_owned()]));
    let mut again = Again::of(harbour);
    assert_eq!(again.build("once more"), Some(BTreeSet::new()));
    again.harbour.edit("content/releases/ashore/photo.svg", "width=\"10\"", "width=\"14\"");
    assert_eq!(again.build("another picture"), only("releases/ashore"));
    // A change that no list tells of comes into force.
    again.harbour.at = "2031-06-21 08.00 WITA".to_owned();
    assert_eq!(again.build("a day later"), only("releases/berths"));
}

/// A site with what a process remembers of it, all of it from the last time.
fn remembered(harbour: &Harbour) -> Memo {
    let mut memo = Memo::default();
    let report = finished(harbour, prepared(harbour, &mut memo));
    assert!(!report.has_errors(), "{:?}", codes(&report.said));
    memo
}

fn project(harbour: &Harbour) -> Project {
    Project { at: support::at(&harbour.at), ..support::project_in(harbour.root()) }
}

fn prepared(harbour: &Harbour, memo: &mut Memo) -> Report {
    pipeline::prepare_known(&project(harbour), Some(memo)).unwrap()
}

fn finished(harbour: &Harbour, report: Report) -> Report {
    pipeline::finish(report, &Folder::at(harbour.beside("out")), "out", &|_, _| {})
}

/// Builds with what is remembered: as from nothing, but for the note that the last build was cut off.
fn assert_right(harbour: &Harbour, memo: &mut Memo, when: &str) {
    let report = finished(harbour, prepared(harbour, memo));
    let clean = Memory::default();
    let wanted = pipeline::build(&project(harbour), &clean, "out", &|_, _| {}).unwrap();
    let said = codes(&report.said).into_iter().filter(|said| said != "W0905");
    assert_eq!(said.collect::<Vec<_>>(), codes(&wanted.said), "{when}");
    assert_same(&harbour.out(), &clean.files(), when);
}

/// What somebody does while a site is built, and what it is called.
type Change = (&'static str, fn(&Harbour));

/// Something happens to a file after it was read and before it is needed.
fn changed_meanwhile(when: &str, change: impl Fn(&Harbour)) -> Vec<String> {
    let harbour = Harbour::laid_out();
    // That check reads every text.
    harbour.edit("warta.yaml", "checks: {", "checks: {unused-asset: off, ");
    let mut memo = remembered(&harbour);
    let (before, words) = (harbour.out(), fs::read(harbour.path(LATE)).unwrap());
    // Every page is another, and no body is known.
    harbour.edit("warta.yaml", "https://press.example", "https://other.example");
    let report = prepared(&harbour, &mut memo);
    assert!(!report.has_errors(), "{:?}", codes(&report.said));
    change(&harbour);
    let report = finished(&harbour, report);
    let after = harbour.out();
    let lost = after.contains_key(LATE_PAGE) && after[LATE_PAGE] == before[LATE_PAGE];
    let is_told = codes(&report.said).contains(&format!("W0107 {LATE}:1:1"));
    assert_eq!(lost, is_told, "{when}: a page whose words are lost stays as it was");
    let written = report.written.unwrap();
    assert_eq!(written.is_complete, !is_told, "{when}");
    if is_told {
        assert!(String::from_utf8_lossy(&after[".warta.json"]).contains("\"state\":\"incomplete\""), "{when}");
    }
    if prepared(&harbour, &mut memo).has_errors() {
        harbour.put(LATE, &words);
    }
    assert_right(&harbour, &mut memo, &format!("{when}: the next build"));
    codes(&report.said)
}

#[test]
fn words_that_change_while_a_site_is_built_are_told_and_not_half_written() {
    let told = format!("W0107 {LATE}:1:1");
    let changes: [Change; 5] = [
        ("other words", |harbour| harbour.edit(LATE, "Text 17", "Text 21")),
        ("words of another size", |harbour| harbour.edit(LATE, "Text 17", "Another text")),
        ("words that are gone", |harbour| fs::remove_file(harbour.path(LATE)).unwrap()),
        ("no words at all", |harbour| harbour.put(LATE, b"")),
        ("bytes that are no text", |harbour| harbour.put(LATE, b"---\ntitle: caf\xe9\n---\n")),
    ];
    for (when, change) in changes {
        let said = changed_meanwhile(when, change);
        assert!(said.contains(&told), "{when}: {said:?}");
    }
    let said = changed_meanwhile("facts", |harbour| {
        harbour.edit("content/events/regatta/document.yaml", "boats: 10", "boats: 21");
    });
    assert!(!said.contains(&told), "facts are not read twice");
    changed_meanwhile("a template", |harbour| harbour.edit(TEMPLATE, "Mark 10", "Mark 11"));
}

#[test]
fn a_file_that_is_another_only_while_it_is_copied_is_right_the_next_time() {
    let harbour = Harbour::laid_out();
    let mut memo = Memo::default();
    let report = prepared(&harbour, &mut memo);
    harbour.edit("static/robots-extra.txt", "Robots 10", "Robots 11");
    finished(&harbour, report);
    harbour.edit("static/robots-extra.txt", "Robots 11", "Robots 10");
    assert_right(&harbour, &mut memo, "as it was");
}
