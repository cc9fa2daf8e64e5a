use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::syntax::sieve::Sieve;

fn found<'t>(language: &str, names: &[&str], text: &'t str) -> Vec<(usize, &'t str, bool)> {
    let hits = Matcher::new(language, names.iter().copied()).find(text);
    hits.into_iter().map(|hit| (hit.name, &text[hit.range], hit.is_as_written)).collect()
}

#[test]
fn names_are_whole_words_through_white_space_apostrophes_and_hyphens() {
    let names = ["Countries’ Review", "Blue Bay", "Teluk-Biru", "C\u{f4}te d'Azur"];
    assert_eq!(
        found("en", &names, "The Countries'\u{a0} Review of Blue  Bay"),
        [(0, "Countries'\u{a0} Review", true), (1, "Blue  Bay", true)]
    );
    assert_eq!(
        found("en", &names, "Teluk‑Biru, C\u{f4}te d’Azur"),
        [(2, "Teluk‑Biru", true), (3, "C\u{f4}te d’Azur", true)]
    );
    for text in ["Blue Bays", "Blue, Bay", "Blue\nBay", "Teluk Biru", "Dark-Blue Baya", "", "Blue"] {
        assert_eq!(found("en", &names, text), [], "{text}");
    }
    assert_eq!(found("en", &names, "Blue Bay’s"), [(1, "Blue Bay", true)]);
}

#[test]
fn clitics_belong_to_no_name_and_only_where_the_language_has_them() {
    let names = ["Blue Bay", "IDCC"];
    assert_eq!(
        found("id", &names, "Blue Baynya IDCC-nya IDCClah"),
        [(0, "Blue Bay", true), (1, "IDCC", true), (1, "IDCC", true)]
    );
    assert_eq!(found("en", &names, "Blue Baynya IDCClah"), []);
    // The letter before a clitic may change its length with its case.
    assert_eq!(found("id", &["x"], "İnya ẞlah ﬀnya"), []);
}

#[test]
fn the_case_is_that_of_the_name_or_any_where_it_has_none() {
    let names = ["Blue Bay", "blue forum", "AS", "eBay Forum"];
    let cases = [
        ("blue bay BLUE BAY", vec![(0, "blue bay", false), (0, "BLUE BAY", false)]),
        ("BLUE Forum", vec![(1, "BLUE Forum", true)]),
        ("as As AS", vec![(2, "AS", true)]),
        ("EBay Forum", vec![(3, "EBay Forum", true)]),
    ];
    for (text, wanted) in cases {
        assert_eq!(found("en", &names, text), wanted, "{text}");
    }
}

#[test]
fn longer_names_come_first_and_those_inside_follow() {
    let names = ["Guinea", "Papua New Guinea", "New Guinea Forum"];
    assert_eq!(
        found("en", &names, "Papua New Guinea Forum"),
        [(1, "Papua New Guinea", true), (2, "New Guinea Forum", true), (0, "Guinea", true)]
    );
    assert_eq!(found("en", &["Blue", "Blue Bay", "blue bay"], "Blue Bay").first(), Some(&(2, "Blue Bay", true)));
    assert_eq!(found("zh", &["中国", "国家"], "中国国家"), [(0, "中国", true), (1, "国家", true)]);
}

#[test]
fn two_ways_of_writing_a_name_are_one() {
    assert_eq!(folded(" Countries’\u{a0} Review."), folded("Countries' Review"));
    assert!(folded("Blue Bay") != folded("Blue bay"));
    assert!(!has_words(" — ") && has_words("–a"));
}

#[test]
fn letters_and_their_marks_and_what_is_not_seen_make_no_other_name() {
    let names = ["T\u{fc}rkiye", "C\u{f4}te d’Ivoire", "Blue Bay"];
    let (apart, ivory) = ("Tu\u{308}rkiye", "Co\u{302}te d’Ivoire");
    assert_eq!(found("en", &names, &format!("{apart}, {ivory}")), [(0, apart, true), (1, ivory, true)]);
    assert_eq!(found("en", &[apart], "T\u{fc}rkiye"), [(0, "T\u{fc}rkiye", true)]);
    assert_eq!(folded(apart), folded("T\u{fc}rkiye"));
    for text in ["Bl\u{ad}ue Bay", "Blue\u{2060} Ba\u{200d}y", "B\u{feff}lue Ba\u{200b}y"] {
        assert_eq!(found("en", &names, text), [(2, text, true)]);
    }
    assert_eq!(found("id", &names, "Blue Bayn\u{ad}ya"), [(2, "Blue Bay", true)]);
    assert_eq!(found("id", &names, "Tu\u{308}rkiyenya"), [(0, apart, true)]);
}

/// Every code of ISO 3166-1, in order.
const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT \
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ \
    FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS \
    IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN \
    MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW \
    PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN \
    TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

#[test]
fn every_state_has_names_in_both_languages_and_none_has_anothers() {
    let codes: Vec<&str> = CODES.split_whitespace().collect();
    assert_eq!(codes.len(), 249);
    for language in ["id", "en"] {
        let names = states::in_language(language).expect("the table has it");
        let lacking = codes.iter().filter(|code| !names.iter().any(|name| name.code == Some(**code)));
        assert_eq!(lacking.collect::<Vec<_>>(), Vec::<&&str>::new(), "{language}");
        let mut certain: BTreeMap<String, &str> = BTreeMap::new();
        for name in names.iter().filter(|name| name.kind == states::Kind::Certain) {
            assert!(has_words(name.name) && name.name.trim() == name.name, "{name:?}");
            let code = name.code.unwrap_or("--");
            let other = certain.insert(folded(name.name).to_lowercase(), code);
            assert!(other.is_none(), "{language}: {name:?} twice, {other:?}");
        }
        for name in names.iter().filter(|name| name.kind != states::Kind::Certain) {
            let other = certain.get(&folded(name.name).to_lowercase());
            assert!(other.is_none(), "{language}: {name:?} is certain too, {other:?}");
        }
    }
    assert!(states::in_language("fr").is_none());
    assert!(states::is_doubtful("id", "Inggris") && !states::is_doubtful("en", "Japan"));
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic_and_every_hit_is_text(text in "[aA b’İẞﬀ中\u{301}\u{ad}nyalh.\n-]{0,40}") {
        let matcher = Matcher::new("id", ["a", "A b", "İ", "中", "a-b", "ﬀ", &text]);
        for hit in matcher.find(&text) {
            proptest::prop_assert!(text.get(hit.range).is_some_and(|found| !found.is_empty()));
        }
    }
}

/// The words of a text, letter by letter.
fn slowly(text: &str) -> Vec<Range<usize>> {
    let is_unseen = |letter| matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    let is_thai = |letter| matches!(letter, '\u{e00}'..='\u{eff}');
    let (mut words, mut is_open): (Vec<Range<usize>>, bool) = (Vec::new(), false);
    for (at, letter) in text.char_indices() {
        let after = at + letter.len_utf8();
        match letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}') {
            false => is_open &= is_unseen(letter),
            true => {
                match words.last_mut().filter(|_| is_open && !is_thai(letter)) {
                    Some(word) => word.end = after,
                    None => words.push(at..after),
                }
                is_open = !is_thai(letter);
            }
        }
    }
    words
}

/// What names and texts are put together from.
const PIECES: [&str; 26] = [
    "blue",
    "Blue",
    "BAY",
    "bay",
    "Forum",
    "AS",
    "as",
    "c\u{f4}te",
    "Az\u{ad}ur",
    "New",
    "İ",
    "ﬀ",
    "กข",
    "nya",
    "NYA",
    "lah",
    "ku",
    "pun",
    " ",
    " ",
    " ",
    "-",
    "’",
    "'",
    "\u{a0}",
    "\n",
];

fn put_together(parts: &[usize]) -> String {
    parts.iter().map(|part| PIECES[*part]).collect()
}

proptest! {
    #[test]
    fn the_words_of_a_text_are_those_that_are_found_letter_by_letter(
        any in "[ab1 .,\u{ad}\u{200b}é“ก\u{301}]{0,40}",
        parts in proptest::collection::vec(0..PIECES.len(), 0..40),
    ) {
        for text in [any, put_together(&parts)] {
            let read: Vec<Word> = words(&text).collect();
            let ranges: Vec<Range<usize>> = read.iter().map(|word| word.range.clone()).collect();
            prop_assert_eq!(&ranges, &slowly(&text), "{:?}", text);
            let mut end = 0;
            for word in read {
                prop_assert_eq!(word.gap(&text), &text[end..word.range.start], "{:?}", text);
                prop_assert_eq!(word.is_ascii, text[word.range.clone()].is_ascii(), "{:?}", text);
                end = word.range.end;
            }
        }
    }

    #[test]
    fn names_are_found_where_every_word_is_looked_up(
        names in proptest::collection::vec(proptest::collection::vec(0..PIECES.len(), 1..5), 0..12),
        parts in proptest::collection::vec(0..PIECES.len(), 0..40),
    ) {
        let names: Vec<String> = names.iter().map(|name| put_together(name)).collect();
        let text = format!("{} {}", put_together(&parts), names.concat());
        for language in ["id", "en"] {
            let matcher = Matcher::new(language, names.iter().map(String::as_str));
            let quick = matcher.find(&text);
            let sifted = Sieve::new([], Some(matcher.first()), []).sift(&text);
            prop_assert_eq!(&matcher.find_sifted(&text, &sifted), &quick, "{:?} {:?}", names, text);
            let [first, alone, second, further] = [(); 4].map(|()| WordSet::of_all());
            let all = Matcher { first, alone, second, further, clitic_ends: [u32::MAX; 32], ..matcher };
            prop_assert_eq!(quick, all.find(&text), "{:?} {:?}", names, text);
        }
    }
}
