//! Which weekdays are found to be wrong, and what is left alone, each by an example.

use std::sync::Arc;

use super::*;
use crate::source::Source;

fn calendar(tag: &str) -> Calendar {
    Calendar::of(&Locale::parse(tag).expect("a tag of the test")).expect("a language with words for dates")
}

/// What is found in a text: the weekday as written, and the right one.
fn found(calendar: &Calendar, text: &str) -> Vec<(String, String)> {
    calendar.wrong(text).into_iter().map(|wrong| (text[wrong.range].to_owned(), wrong.right)).collect()
}

/// Each text must have this one wrong weekday; with the right one in its place, none.
fn assert_found(tag: &str, texts: &[(&str, &str, &str)]) {
    let calendar = calendar(tag);
    for (text, wrong, right) in texts {
        assert_eq!(found(&calendar, text), [((*wrong).to_owned(), (*right).to_owned())], "{text:?}");
        let mended = text.replacen(wrong, right, 1);
        assert_eq!(found(&calendar, &mended), [], "{mended:?}");
    }
}

fn assert_left_alone(tag: &str, texts: &[&str]) {
    let calendar = calendar(tag);
    for text in texts {
        assert_eq!(found(&calendar, text), [], "{text:?}");
    }
}

#[test]
fn indonesian_weekdays_that_contradict_their_date_are_found() {
    assert_found(
        "id",
        &[
            ("Selasa, 17 November 2021", "Selasa", "Rabu"),
            ("pada Selasa (17/11/2021) malam", "Selasa", "Rabu"),
            ("Selasa, 17/11/2021.", "Selasa", "Rabu"),
            ("Selasa, 17-11-2021", "Selasa", "Rabu"),
            ("Selasa, 17.11.2021.", "Selasa", "Rabu"),
            ("Selasa 17 Nov 2021", "Selasa", "Rabu"),
            ("Selasa, 17 Nov. 2021", "Selasa", "Rabu"),
            ("pada hari Selasa tanggal 17 November 2021 di Bali", "Selasa", "Rabu"),
            ("hari Selasa, tgl. 17 November 2021", "Selasa", "Rabu"),
            ("hari Selasa tanggal 17 bulan November tahun 2021", "Selasa", "Rabu"),
            ("Selasa malam, 17 November 2021", "Selasa", "Rabu"),
            ("Selasa (17 November 2021)", "Selasa", "Rabu"),
            ("Selasa lalu (17/11/2021)", "Selasa", "Rabu"),
            ("Selasa,\n17 November\n2021", "Selasa", "Rabu"),
            ("Selasa,\u{a0}17\u{a0}November\u{a0}2021", "Selasa", "Rabu"),
            ("SELASA, 17 NOVEMBER 2021", "SELASA", "RABU"),
            ("selasa, 17 november 2021", "selasa", "Rabu"),
            ("Jum'at, 18 November 2021", "Jum'at", "Kamis"),
            ("Jum’at, 18 November 2021", "Jum’at", "Kamis"),
            ("Senin, 19 November 2021", "Senin", "Jumat"),
            ("Ahad, 20 November 2021", "Ahad", "Sabtu"),
            ("Minggu, 20 November 2021", "Minggu", "Sabtu"),
            ("Sabtu, 21 November 2021", "Sabtu", "Minggu"),
            ("hari minggu, 20 November 2021", "minggu", "Sabtu"),
            ("Senin, 31 Agustus 2021", "Senin", "Selasa"),
            ("Senin, 29 Februari 2028, tahun kabisat", "Senin", "Selasa"),
            ("Sampai jumpa. Selasa, 17 November 2021 – Kamis, 18 November 2021", "Selasa", "Rabu"),
            ("Senin 15 November 2021 sampai Selasa 17 November 2021", "Selasa", "Rabu"),
        ],
    );
}

#[test]
fn indonesian_texts_that_leave_room_for_doubt_are_left_alone() {
    assert_left_alone(
        "id",
        &[
            "Selasa, 16 November 2021",
            "Selasa (16/11/2021)",
            "hari Selasa tanggal 16 November 2021",
            "Jum'at, 19 November 2021; Jumat, 19 Nov 2021; Ahad, 21 November 2021; Minggu, 21 Nopember 2021",
            // Without a year, or with one of two digits.
            "Selasa, 17 November",
            "Selasa (17/11)",
            "Selasa, 17/11/21",
            // No such day.
            "Selasa, 31 November 2021",
            "Selasa, 29 Februari 2021",
            "Selasa, 17/13/2021",
            "Selasa, 99 November 2021",
            // Stretches.
            "Senin–Selasa, 15–16 November 2021",
            "Senin-Selasa, 17 November 2021",
            "Senin dan Selasa, 17 November 2021",
            "Senin s.d. Selasa, 17 November 2021",
            "Senin hingga Selasa, 17 November 2021",
            "Selasa, 17–18 November 2021",
            "Selasa, 17 dan 18 November 2021",
            "Selasa, 17/11/2021–18/11/2021",
            "Selasa 17 – Rabu 18 November 2021",
            // The evening before, and weeks.
            "malam Minggu, 20 November 2021",
            "malam Selasa, 17 November 2021",
            "selama dua minggu, 17 November 2021 sampai 1 Desember 2021",
            "Dua Minggu, 17 November 2021",
            "2 Minggu, 17 November 2021",
            "akhir Minggu, 17 November 2021",
            "Minggu lalu, 17 November 2021",
            "minggu ini, 17 November 2021",
            // Something else between, and behind.
            "Selasa. 17 November 2021",
            "Selasa sebelum 17 November 2021",
            "Selasa, 17 November 20211",
            "Selasa, 17 November 2021/2022",
            "Selasa, 17 Rajab 2021",
            "Selasa, 117 November 2021",
            "Selasa17 November 2021",
            "Tuesday, 17 November 2021",
            // Another calendar, and one that was not yet.
            "Selasa, 17 November 1582",
            "Selasa, 17 November 2564",
            "Selasa\u{0}17 November 2021",
            "",
        ],
    );
}

#[test]
fn english_weekdays_that_contradict_their_date_are_found() {
    assert_found(
        "en",
        &[
            ("on Tuesday, 17 November 2021, in Bali", "Tuesday", "Wednesday"),
            ("Tuesday 17 November 2021", "Tuesday", "Wednesday"),
            ("Tuesday, November 17, 2021", "Tuesday", "Wednesday"),
            ("Tuesday, Nov. 17, 2021", "Tuesday", "Wednesday"),
            ("Tuesday, November 17th 2021", "Tuesday", "Wednesday"),
            ("Tuesday the 17th of November 2021", "Tuesday", "Wednesday"),
            ("Tuesday, the 17th of November, 2021", "Tuesday", "Wednesday"),
            ("Tuesday 17th November 2021", "Tuesday", "Wednesday"),
            ("Tuesday evening, 17 November 2021", "Tuesday", "Wednesday"),
            ("Tuesday (17 November 2021)", "Tuesday", "Wednesday"),
            ("Tue 17 Nov 2021", "Tue", "Wed"),
            ("Tues., 17 Nov 2021", "Tues", "Wed"),
            ("On Thurs. 17 Nov 2021", "Thurs", "Wed"),
            ("TUESDAY, 17 NOVEMBER 2021", "TUESDAY", "WEDNESDAY"),
            ("tuesday, 17 november 2021", "tuesday", "Wednesday"),
            ("Monday, May 1st, 2029", "Monday", "Tuesday"),
            ("Tuesday,\n17 November 2021", "Tuesday", "Wednesday"),
            ("open Sun 20 Nov 2021", "Sun", "Sat"),
        ],
    );
}

#[test]
fn english_texts_that_leave_room_for_doubt_are_left_alone() {
    assert_left_alone(
        "en",
        &[
            "Tuesday, 16 November 2021",
            "Tuesday, November 16, 2021",
            "Tuesday the 16th of November 2021",
            "Tue 16 Nov 2021",
            // Day and month may have changed places.
            "Tuesday, 11/10/2021",
            "Tuesday (17/11/2021)",
            "Monday to Tuesday, 17 November 2021",
            "Monday and Tuesday, 17 November 2021",
            "Monday–Tuesday, 17 November 2021",
            "Monday, Wednesday or Friday, 17 November 2021",
            "Tuesday, November 17-18, 2021",
            "Tuesday, 17 November 2021 - 19 November 2021",
            "Tuesday, 17 November",
            "Tuesday, November 2021",
            "Tuesday, 31 November 2021",
            "the Tuesday before 17 November 2021",
            "Tuesday’s meeting of 17 November 2021",
            // Newspapers and verbs.
            "The Sun, 17 November 2021",
            "the Vancouver Sun, 17 November 2021",
            "the court sat 17 November 2021",
            "they wed 17 November 2021",
            "Selasa, 17 November 2021",
        ],
    );
}

#[test]
fn other_languages_are_read_by_their_words_in_cldr() {
    assert_found("de", &[("Dienstag, 17. November 2021", "Dienstag", "Mittwoch")]);
    assert_found("fr", &[("mardi 17 novembre 2021", "mardi", "mercredi"), ("lundi 1er juin 2021", "lundi", "mardi")]);
    assert_found("es", &[("martes, 17 de noviembre de 2021", "martes", "miércoles")]);
    assert_found("pt-BR", &[("terça-feira, 17 de novembro de 2021", "terça-feira", "quarta-feira")]);
    assert_found("ru", &[("вторник, 17 ноября 2021 г.", "вторник", "среда")]);
    assert_found("ar", &[("الثلاثاء، 17 نوفمبر 2021", "الثلاثاء", "الأربعاء")]);
    assert_found("ar", &[("الثلاثاء، ١٧ نوفمبر ٢٠٢١", "الثلاثاء", "الأربعاء")]);
    assert_found("ms", &[("Selasa, 17 November 2021", "Selasa", "Rabu")]);
    assert_left_alone(
        "de",
        &["Dienstag, 16. November 2021", "Dienstag, 17.11.2021", "Montag bis Dienstag, 17. November 2021"],
    );
    for tag in ["zh", "ja"] {
        assert!(Calendar::of(&Locale::parse(tag).expect("a tag of the test")).is_none(), "{tag}");
    }
}

/// The places and weekdays that are said of a words file.
fn said(text: &str) -> Vec<String> {
    let settings = crate::settings::read(&Source::new(
        "warta.yaml",
        "base_url: https://a.example\nlocales: [id, en]\ncollections: {a: {kind: page}}\n",
    ));
    let settings = settings.value.expect("good settings");
    let source = Source::new(Arc::from("content/a/en.md"), text);
    let read = crate::syntax::words::read(&source, &settings, Some(&calendar("en")));
    let shown = |said: &Diagnostic| {
        let place = said.place.clone().expect("a place");
        let (span, file) = (place.span, &source.text);
        let part = &file[span.start_in(file)..span.end_in(file)];
        format!("{} {}:{} {part}", said.code.id, span.line, span.column)
    };
    read.said.iter().map(shown).collect()
}

#[test]
fn the_weekday_itself_is_the_place_in_title_summary_and_body() {
    let text = "---\n\
        title: \"\\\"Tuesday\\\" and four words more: Tuesday, 17 November 2021\"\n\
        summary: >-\n  From Tuesday,\n  17 November 2021\n\
        ---\n\n\
        Talks on **Tuesday**, 17 November 2021, and on\n> Tuesday,\n> 17 [November](https://a.example) 2021.\n\n\
        - on *Tuesday,*\u{20}\n  17 November&nbsp;2021\n";
    assert_eq!(
        said(text),
        ["W0527 8:12 Tuesday", "W0527 9:3 Tuesday", "W0527 12:7 Tuesday", "W0527 4:8 Tuesday", "W0527 2:42 Tuesday"]
    );
}

#[test]
fn code_urls_and_placeables_are_not_judged() {
    let text = "---\ntitle: A\n---\n\n\
        `Tuesday, 17 November 2021`\n\n\
        ```text\nTuesday, 17 November 2021\n```\n\n\
        <https://a.example/Tuesday,17%20November%202021> [x](https://a.example/ \"Tuesday, 17 November 2021\")\n\n\
        Tuesday, `17` November 2021. { \"Tuesday\" }, 17 November 2021.\n\n\
        Tuesday,\n\n17 November 2021\n\n\
        | Tuesday, | 17 November 2021 |\n|-|-|\n| Tuesday | 17 November 2021 |\n";
    assert_eq!(said(text), Vec::<String>::new());
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}", day in "[0-9]{0,3}", sign in "[ ,./()\u{0}’-]{0,3}") {
        for calendar in ["id", "en", "de", "ar"].map(calendar) {
            let name = calendar.weekdays[0].shown.clone();
            for text in [text.clone(), format!("{text}{name}{sign}{day}{sign}{text}"), format!("{name}{sign}{day} November {day}")] {
                for wrong in calendar.wrong(&text) {
                    let _ = calendar.diagnostic(&wrong, &text, Place::start_of(&Arc::from("a")));
                }
            }
        }
    }

    #[test]
    fn weekdays_are_found_where_they_are_found_letter_by_letter(
        parts in proptest::collection::vec(("[a-c1 .,’é“ث-]{0,3}", 0..7_usize, 0..3_u8), 0..12),
    ) {
        for calendar in ["id", "en", "de", "ar"].map(calendar) {
            let name = |at: usize, case: u8| match (&calendar.weekdays[at].shown, case) {
                (name, 0) => name.clone(),
                (name, 1) => name.to_uppercase(),
                (name, _) => name.to_lowercase(),
            };
            let text: String = parts.iter().map(|(sign, at, case)| format!("{sign}{}", name(*at, *case))).collect();
            let is_start = |at: &usize| text.is_char_boundary(*at) && starts_word(&text, *at);
            let slowly = (0..text.len()).filter(is_start).filter_map(|at| Some(calendar.weekday_at(&text, at)?.0));
            let quickly = calendar.named(&text).map(|(range, _)| range);
            proptest::prop_assert_eq!(quickly.collect::<Vec<_>>(), slowly.collect::<Vec<_>>(), "{}", text);
        }
    }
}
