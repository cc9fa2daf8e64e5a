//! That a ledger gives what going through all lines gives.

use proptest::prelude::*;

use super::*;

fn a_line() -> impl Strategy<Value = Line> {
    let event = proptest::sample::select(vec![Event::Released, Event::Changed, Event::Moved]);
    let edition = ("[ab]{1,2}", proptest::sample::select(vec!["en", "id"]));
    (edition, 1..4_i64, 0..3_u32, event, 1..100_u32).prop_map(|((document, locale), day, change, event, number)| {
        let at = Instant::from_epoch(day * 86_400).expect("an instant");
        let sha256 = Sha256::of_bytes(b"");
        let mut place = Place::start_of(&LEDGER_FILE.into());
        place.span.line = number;
        Line {
            document: document.into(),
            locale: Locale::parse(locale).expect("a locale"),
            url: format!("/{number}"),
            event,
            released: at.clone(),
            at,
            change,
            form: 1,
            sha256,
            folded: sha256,
            written: sha256,
            parts: String::new(),
            anchors: BTreeMap::new(),
            placed: BTreeMap::new(),
            place,
        }
    })
}

/// The lines of each edition until then, found one by one.
fn plain(lines: &[Line], at: &Instant) -> BTreeMap<(Arc<str>, Locale), Vec<Line>> {
    let mut editions: BTreeMap<(Arc<str>, Locale), Vec<Line>> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.at <= *at) {
        editions.entry((Arc::clone(&line.document), line.locale.clone())).or_default().push(line.clone());
    }
    editions.values_mut().for_each(|lines| lines.sort_by_key(order));
    editions
}

proptest! {
    #[test]
    fn every_edition_has_its_lines_in_time(lines in proptest::collection::vec(a_line(), 0..40), day in 0..4_i64) {
        let at = Instant::from_epoch(day * 86_400).expect("an instant");
        let wanted = plain(&lines, &at);
        let mut sorted = lines.clone();
        sort(&mut sorted);
        // As the file has them, and as they are kept.
        for lines in [lines, sorted] {
            let ledger = Ledger::at(lines, &at);
            let all = ledger.editions().map(|(document, locale, lines)| {
                ((Arc::clone(document), locale.clone()), lines.to_vec())
            });
            prop_assert_eq!(&all.collect::<Vec<_>>(), &wanted.clone().into_iter().collect::<Vec<_>>());
            prop_assert_eq!(ledger.latest(), wanted.values().flatten().map(|line| &line.at).max());
            for document in ["a", "b", "aa", "ab", "ba", "bb", "c"] {
                let own = wanted.iter().filter(|((known, _), _)| **known == *document);
                let own: Vec<_> = own.map(|((_, locale), lines)| (locale, lines.as_slice())).collect();
                prop_assert_eq!(ledger.document(document).collect::<Vec<_>>(), own.clone());
                for locale in ["en", "fr", "id", "zh"].iter().filter_map(|tag| Locale::parse(tag)) {
                    let lines = own.iter().find(|(known, _)| **known == locale).map_or(&[][..], |(_, lines)| lines);
                    prop_assert_eq!(ledger.edition(document, &locale), lines);
                }
            }
        }
    }
}
