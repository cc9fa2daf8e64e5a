//! The values of running text: pairs of languages that agree or differ, and what formats write is read.

use proptest::prelude::*;
use warta::locale::{DateStyle, Formats, Instant, Locale, NumberOptions, Zone, parse_date};
use warta::syntax::values::{DateParts, Decimal, Reader, Value, lacking};

/// The pairs: Indonesian, English, `agree` or `differ`, perhaps a note.
const PAIRS: &str = include_str!("values.tsv");

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).unwrap()
}

fn reader(tag: &str) -> Reader {
    Reader::of(&locale(tag))
}

fn values(reader: &Reader, text: &str) -> Vec<String> {
    let shown =
        |found: warta::syntax::values::Found| format!("{}{}", found.value, if found.is_sure { "" } else { "?" });
    // A weekday by itself only answers a date.
    let is_told = |found: &warta::syntax::values::Found| !matches!(found.value, Value::Weekday(_));
    reader.read(text).into_iter().filter(is_told).map(shown).collect()
}

#[test]
fn every_pair_of_the_table_agrees_or_differs_as_it_says() {
    let (id, en) = (reader("id"), reader("en"));
    let rows: Vec<Vec<&str>> =
        PAIRS.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
    assert!(rows.len() >= 150, "{} pairs", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        let [indonesian, english, verdict] = row[..3] else { unreachable!("three columns at least: {row:?}") };
        let plain = |text: &str| unescaped(text);
        let (indonesian, english) = (plain(indonesian), plain(english));
        let (one, other) = (id.read(&indonesian), en.read(&english));
        let agrees = lacking(&one, &other).is_empty();
        assert!(matches!(verdict, "agree" | "differ"), "{row:?}");
        if agrees != (verdict == "agree") {
            wrong.push(format!("{row:?}\n    {:?}\n    {:?}", values(&id, &indonesian), values(&en, &english)));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

/// `\u{a0}` and `\n` as the characters they name.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        plain.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        plain.push_str(rest);
    }
    plain.replace("\\n", "\n")
}

/// What is read of a text, with `?` behind what is doubtful.
fn assert_read(tag: &str, pairs: &[(&str, &[&str])]) {
    let reader = reader(tag);
    for (text, expected) in pairs {
        assert_eq!(values(&reader, text), *expected, "{text:?}");
    }
}

#[test]
fn values_have_a_neutral_notation() {
    assert_read(
        "id",
        &[
            ("4,7 miliar; Rp125.000.000,00; 5%", &["4700000000", "IDR 125000000", "5%"]),
            ("13–15 November 2021 pukul 13.00–17.40 WITA", &["2021-11-13", "2021-11-15", "13:00+08:00", "17:40+08:00"]),
            ("ke-19, kedua, satu", &["#19", "#2?", "1?"]),
            ("9 September, November 2021", &["--09-09", "2021-11"]),
            ("٤٣٠٠ ４３００ 4٣00", &["4300", "4300"]),
            ("−5 dan -0,5", &["-5", "-0.5"]),
            // A sign of money behind a minus is read once.
            ("-$11, −€0,5 juta dan minus 3", &["USD -11", "EUR -500000", "-3"]),
        ],
    );
}

#[test]
fn other_languages_are_read_by_their_digits_and_months() {
    assert_read(
        "de",
        &[("16. November 2021, 4.300 und 0,5; 16.11.2021", &["2021-11-16", "4300", "0.5", "2021-11-16"])],
    );
    assert_read("fr", &[("16 novembre 2021, 4\u{202f}300 et 4 300 et 0,5", &["2021-11-16", "4300", "4300", "0.5"])]);
    assert_read("es", &[("16 de noviembre de 2021, 13:00 CET", &["2021-11-16", "13:00+01:00"])]);
    assert_read("ar", &[("١٦ نوفمبر ٢٠٢١", &["2021-11-16"])]);
    assert_read("de-CH", &[("4’300.5 und 4'300", &["4300.5", "4300"])]);
    assert_read("hi", &[("12,34,567", &["1234567"])]);
}

#[test]
fn a_find_has_the_bytes_of_its_text() {
    let text = "Sebanyak 4.300 orang, Rp5 miliar, pada 13–15 November 2021.";
    let found = reader("id").read(text);
    let parts: Vec<&str> = found.iter().map(|found| &text[found.range.clone()]).collect();
    assert_eq!(parts, ["4.300", "Rp5 miliar", "13", "15 November 2021"]);
}

#[test]
fn what_is_missing_is_told_for_each_side() {
    let (one, other) = (reader("id").read("19 negara, ketiga, 4.300"), reader("en").read("21 countries, third, 4,300"));
    let missing = lacking(&one, &other);
    let shown =
        |side: &[&warta::syntax::values::Found]| side.iter().map(|found| found.value.to_string()).collect::<Vec<_>>();
    assert_eq!(
        (shown(&missing.only_first), shown(&missing.only_second)),
        (vec!["19".to_owned()], vec!["21".to_owned()])
    );
}

/// How long it takes to read a text.
fn time_of(reader: &Reader, text: &str) -> std::time::Duration {
    let started = std::time::Instant::now();
    reader.read(text);
    started.elapsed()
}

/// Were any of these read again and again, a long one would take minutes.
#[test]
fn long_texts_are_read_in_linear_time() {
    let pieces = [
        "1",
        "a",
        "1a",
        "1 ",
        "1.",
        "1,",
        "1-",
        "1/",
        "+1",
        "(0",
        "1.1-",
        "1\u{a0}000",
        "1\u{a0}",
        "satu ",
        "dua puluh ",
        "13.00–",
        "1 November ",
        "November ",
        "November–",
        "/1a",
        "@a",
        "$",
        "Rp",
        "-",
        "ke-",
        "a.",
        "1 dan ",
        "13, ",
        "٤4",
        "tel ",
        "pukul ",
        "2 juta juta ",
        "(UTC+8) ",
        "½",
        "X",
        "\u{0}",
    ];
    let reader = reader("id");
    for piece in pieces {
        let time = time_of(&reader, &piece.repeat(40_000 / piece.len()));
        assert!(time.as_secs() < 5, "{piece:?} takes {time:?}");
    }
    let time = time_of(&reader, &"4.300a 16/11 dua-".repeat(1_000_000 / 17));
    assert!(time.as_secs() < 60, "a megabyte takes {time:?}");
}

fn formats(tag: &str) -> Formats {
    Formats::of(&locale(tag)).unwrap()
}

fn only(reader: &Reader, text: &str) -> Value {
    let mut found = reader.read(text);
    found.retain(|found| !matches!(found.value, Value::Weekday(_)));
    assert!(found.len() == 1 && found[0].is_sure, "{text:?}: {found:?}");
    found[0].value.clone()
}

proptest! {
    #[test]
    fn a_formatted_decimal_is_read_back(whole in "[1-9][0-9]{0,20}|0", fraction in "(\\.[0-9]{1,8})?", is_negative: bool) {
        let typed = format!("{}{whole}{fraction}", if is_negative { "-" } else { "" });
        let value = Decimal::parse(&typed).unwrap();
        for tag in ["id", "en", "de", "fr", "pt-BR", "hi"] {
            let (reader, formats) = (reader(tag), formats(tag));
            let written = formats.number(&typed, &NumberOptions::default());
            prop_assert_eq!(only(&reader, &written), Value::Figure(value.clone()), "{} {:?}", tag, &written);
            prop_assert_eq!(only(&reader, &format!("x ({written} y).")), Value::Figure(value.clone()), "{:?}", written);
            prop_assert_eq!(only(&reader, &format!("{written}%")), Value::Percent(value.clone()));
        }
    }

    #[test]
    fn money_and_sizes_are_read_back(whole in "[1-9][0-9]{0,2}", fraction in "(\\.[0-9]{1,3})?", size in 0..4usize) {
        let typed = format!("{whole}{fraction}");
        let zeros = ["000", "000000", "000000000", "000000000000"][size];
        let value = {
            let (whole, rest) = typed.split_once('.').unwrap_or((&typed, ""));
            Decimal::parse(&format!("{whole}{rest}{}", &zeros[rest.len()..])).unwrap()
        };
        for (tag, sizes, currency) in [("id", ["ribu", "juta", "miliar", "triliun"], "Rp"), ("en", ["thousand", "million", "billion", "trillion"], "IDR ")] {
            let written = format!("{} {}", formats(tag).number(&typed, &NumberOptions::default()), sizes[size]);
            prop_assert_eq!(only(&reader(tag), &written), Value::Figure(value.clone()));
            let money = Value::Money { currency: "IDR", amount: value.clone() };
            prop_assert_eq!(only(&reader(tag), &format!("{currency}{written}.")), money);
        }
    }

    #[test]
    fn a_formatted_date_is_read_back(year in 1900i16..2100, month in 1i8..=12, day in 1i8..=28) {
        let date = parse_date(&format!("{year}-{month:02}-{day:02}")).unwrap();
        let whole = Value::Date(DateParts { year: Some(year), month, day: Some(day) });
        for tag in ["id", "en", "de", "fr", "es", "ru"] {
            let (reader, formats) = (reader(tag), formats(tag));
            for style in [DateStyle::Full, DateStyle::Long] {
                prop_assert_eq!(only(&reader, &formats.date(date, style)), whole.clone());
            }
        }
        for tag in ["id", "en"] {
            let (reader, formats) = (reader(tag), formats(tag));
            prop_assert_eq!(only(&reader, &formats.date(date, DateStyle::Medium)), whole.clone());
            let of_month = Value::Date(DateParts { year: Some(year), month, day: None });
            prop_assert_eq!(only(&reader, &formats.date(date, DateStyle::Month)), of_month);
            prop_assert_eq!(only(&reader, &date.to_string()), whole.clone());
            prop_assert_eq!(&reader.read(&formats.date(date, DateStyle::Short))[0].value, &whole);
        }
        let american = Formats::new(&locale("en"), &locale("en-US")).unwrap().date(date, DateStyle::Full);
        prop_assert_eq!(only(&reader("en"), &american), whole);
    }

    #[test]
    fn a_formatted_hour_is_read_back(hour in 0u8..24, minute in 0u8..60, zone in 0..4usize) {
        let (name, offset) = [("WIB", 420), ("WITA", 480), ("WIT", 540), ("UTC", 0)][zone];
        let instant = Instant::parse(&format!("2021-11-16 {hour:02}.{minute:02} {name}")).unwrap();
        let value = Value::Time { hour, minute, zone: Some(offset) };
        for tag in ["id", "en"] {
            prop_assert_eq!(only(&reader(tag), &formats(tag).time(&instant, &Zone::named(name).unwrap())), value.clone());
        }
        let (half, twelve) = (if hour < 12 { "a.m." } else { "p.m." }, if hour % 12 == 0 { 12 } else { hour % 12 });
        prop_assert_eq!(only(&reader("en"), &format!("{twelve}:{minute:02} {half} {name}")), value.clone());
        prop_assert_eq!(only(&reader("id"), &format!("{hour:02}.{minute:02} {name}")), value);
    }

    #[test]
    fn words_up_to_a_hundred_agree_with_digits(number in 2u32..=100) {
        let value = Value::Figure(Decimal::parse(&number.to_string()).unwrap());
        for (tag, words) in [("id", indonesian(number)), ("en", english(number))] {
            let found = reader(tag).read(&format!("x {words} y"));
            prop_assert_eq!(found.len(), 1, "{}", &words);
            prop_assert_eq!(&found[0].value, &value, "{}", words);
        }
    }

    #[test]
    fn any_text_is_read_in_order_and_within_its_letters(text in any::<String>(), pieces in proptest::collection::vec(0..PIECES.len(), 0..30)) {
        let pieces: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        for tag in ["id", "en", "de", "ar"].map(reader) {
            for text in [&text, &pieces, &format!("{pieces}{text}{pieces}")] {
                let mut end = 0;
                for found in tag.read(text) {
                    prop_assert!(found.range.start >= end && found.range.end > found.range.start, "{:?} in {:?}", found, text);
                    prop_assert!(text.get(found.range.clone()).is_some());
                    end = found.range.end;
                }
            }
        }
    }
}

/// What texts are put together from at random.
const PIECES: [&str; 54] = [
    "1", "16", "2021", "4.300", "0,5", "13.00", "13:00", " ", " ", " ", " ", ".", ",", "-", "–", "/", "(", ")", "+",
    "%", "November", "Mei", "May", "pukul", "WITA", "UTC", "+8", "p.m.", "pm", "Rp", "US$", "$", "juta", "million",
    "persen", "per cent", "ke-", "th", "dua", "puluh", "twenty", "one", "half", "and", "dan", "sampai", "to", "½", "٤",
    "\u{a0}", "\u{0}", "Z", "minus", "dolar AS",
];

fn indonesian(number: u32) -> String {
    let units = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
    let unit = |number: u32| units[number as usize].to_owned();
    match number {
        10 => "sepuluh".to_owned(),
        100 => "seratus".to_owned(),
        0..10 => unit(number),
        11 => "sebelas".to_owned(),
        12..20 => format!("{} belas", unit(number - 10)),
        _ => format!("{} puluh {}", unit(number / 10), unit(number % 10)).trim().to_owned(),
    }
}

fn english(number: u32) -> String {
    let units = [
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    match number {
        0..20 => units[number as usize].to_owned(),
        100 => "one hundred".to_owned(),
        _ => format!("{}-{}", tens[(number / 10) as usize], units[(number % 10) as usize]).trim_matches('-').to_owned(),
    }
}
