//! Message files and messages together, as the rooms above use them.

use std::sync::Arc;

use proptest::prelude::{ProptestConfig, any};

use super::*;
use crate::diagnostic::{Diagnostic, Reported};
use crate::locale::{Argument, Arguments, Formats, Instant, Locale, Misuse, Phrase, Unresolved, Voice, parse_date};

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).expect("a tag of the test")
}

fn file(name: &str, tag: &str, text: &str) -> Reported<MessageFile> {
    MessageFile::read(&Arc::from(name), &locale(tag), text)
}

fn messages_of(tag: &str, text: &str) -> Reported<Messages> {
    messages_with(Arc::new(Formats::of(&locale(tag)).expect("compiled data")), text)
}

fn messages_with(formats: Arc<Formats>, text: &str) -> Reported<Messages> {
    let tag = formats.locale().as_str();
    let mut said = Vec::new();
    let file = Arc::new(file("site.ftl", tag, text).take(&mut said));
    let messages = Messages::new(Arc::clone(&formats), &[vec![file]], Isolation::Off).take(&mut said);
    Reported::new(messages, said)
}

/// Messages of a text in which nothing is wrong.
fn messages(tag: &str, text: &str) -> Messages {
    let Reported { value, said } = messages_of(tag, text);
    assert_eq!(lines(&said), Vec::<String>::new());
    value
}

fn lines(said: &[Diagnostic]) -> Vec<String> {
    let line = |diagnostic: &Diagnostic| {
        let place = diagnostic.place.as_ref().map(ToString::to_string).unwrap_or_default();
        let values: Vec<&str> = diagnostic.arguments.iter().map(|(_, value)| value.as_str()).collect();
        format!("{place} {} {}", diagnostic.code.name, values.join(" ")).trim_end().to_owned()
    };
    said.iter().map(line).collect()
}

fn figure(typed: &str) -> Arguments {
    Arguments::new().with("n", Argument::Figure(typed.to_owned()))
}

fn facts() -> Arguments {
    let instant = |text| Argument::At(Instant::parse(text).expect("an instant of the test"));
    let day = |text| Argument::Day(parse_date(text).expect("a day of the test"));
    Arguments::new()
        .with("registrants", Argument::Figure("4300".into()))
        .with("share", Argument::Figure("0.257".into()))
        .with("year", Argument::Figure("2021".into()))
        .with("opened", day("2021-11-13"))
        .with("closed", day("2021-11-15"))
        .with("starts", instant("2021-11-16 13.00 WITA"))
        .with("ends", instant("2021-11-16 17.40 WITA"))
        .with("states", Argument::Lines(vec!["Brunei".into(), "Laos".into(), "Viet Nam".into()]))
        .with("code", "CN")
        .with("title", Argument::Phrase(Phrase::in_language(&locale("en"), "Bali Message")))
}

#[test]
fn values_are_written_as_the_locale_writes_them() {
    let (id, en) = (messages("id", ""), messages("en", ""));
    for (placeable, indonesian, english) in [
        ("{ $registrants }", "4.300", "4,300"),
        ("{ NUMBER($year, useGrouping: \"false\") }", "2021", "2021"),
        ("{ NUMBER($share, style: \"percent\", maximumFractionDigits: 1) }", "25,7%", "25.7%"),
        ("{ NUMBER($registrants, minimumFractionDigits: 2) }", "4.300,00", "4,300.00"),
        ("{ 4300.50 }", "4.300,50", "4,300.50"),
        ("{ $opened }", "13 November 2021", "13 November 2021"),
        ("{ DATETIME($opened, dateStyle: \"full\") }", "Sabtu, 13 November 2021", "Saturday, 13 November 2021"),
        ("{ DATETIME(\"2021-09-09\", dateStyle: \"full\") }", "Kamis, 9 September 2021", "Thursday, 9 September 2021"),
        ("{ DATETIME($starts, timeStyle: \"short\") }", "pukul 13.00 WITA", "13:00 WITA"),
        ("{ DATETIME($starts, timeStyle: \"short\", timeZone: \"WIB\") }", "pukul 12.00 WIB", "12:00 WIB"),
        ("{ DATETIME($starts, dateStyle: \"long\") }", "16 November 2021", "16 November 2021"),
        ("{ $starts }", "Selasa, 16 November 2021, pukul 13.00 WITA", "Tuesday, 16 November 2021, 13:00 WITA"),
        ("{ DATERANGE($opened, $closed) }", "13–15 November 2021", "13–15 November 2021"),
        (
            "{ DATERANGE($starts, $ends) }",
            "Selasa, 16 November 2021, pukul 13.00–17.40 WITA",
            "Tuesday, 16 November 2021, 13:00–17:40 WITA (UTC+8)",
        ),
        ("{ $states }", "Brunei, Laos, dan Viet Nam", "Brunei, Laos and Viet Nam"),
        (
            "{ LIST($states, \"Timor-Leste\") }",
            "Brunei, Laos, Viet Nam, dan Timor-Leste",
            "Brunei, Laos, Viet Nam and Timor-Leste",
        ),
        ("{ COUNTRY($code) }", "Tiongkok", "China"),
        ("{ COUNTRY(\"NL\") }", "Belanda", "Netherlands"),
        ("{ $n ->\n [one] a\n *[other] b\n}", "b", "b"),
    ] {
        let arguments = facts().with("n", Argument::Figure("2".into()));
        let said = |messages: &Messages| messages.resolve(placeable, &arguments).map(|phrase| phrase.text());
        assert_eq!((said(&id), said(&en)), (Ok(indonesian.into()), Ok(english.into())), "{placeable}");
    }
}

#[test]
fn figures_are_exact_and_select_exactly() {
    let en = messages(
        "en",
        "count = { $n ->\n    [0] none\n    [9007199254740992] the other\n    [one] one person\n   *[other] { $n } persons\n }\nrank = { NUMBER($n, type: \"ordinal\") ->\n [one] { $n }st\n [two] { $n }nd\n *[other] { $n }th\n }\n",
    );
    let count = |typed| en.text("count", &figure(typed)).expect("it resolves");
    assert_eq!(count("9007199254740993"), "9,007,199,254,740,993 persons");
    assert_eq!(count("9007199254740992"), "the other");
    assert_eq!(
        (count("0"), count("0.0"), count("1"), count("1.0")),
        ("none".into(), "none".into(), "one person".into(), "1.0 persons".into())
    );
    assert_eq!(count(&"9".repeat(200)).len(), 200 + 66 + " persons".len());
    let rank = |typed| en.text("rank", &figure(typed)).expect("it resolves");
    assert_eq!((rank("21"), rank("12"), rank("2")), ("21st".into(), "12th".into(), "2nd".into()));
}

#[test]
fn a_text_selects_by_its_words_and_a_term_by_its_parameter() {
    let id = messages(
        "id",
        "-warta = { $case ->\n   *[plain] warta\n    [capital] Warta\n }\n    .kind = news\nmode = { $mode ->\n    [online] daring\n   *[in-person] luring\n }\nhead = { -warta(case: \"capital\") } dan { -warta }\n-many = { $n } edisi\nmany = { -many(n: 3000) }\nkind = { -warta.kind ->\n    [news] ya\n   *[other] tidak\n }\n",
    );
    assert_eq!(id.text("mode", &Arguments::new().with("mode", "online")), Ok("daring".into()));
    assert_eq!(id.text("head", Arguments::NONE), Ok("Warta dan warta".into()));
    assert_eq!(id.text("kind", Arguments::NONE), Ok("ya".into()));
    assert_eq!(id.text("many", Arguments::NONE), Ok("3.000 edisi".into()));
}

#[test]
fn language_parts_and_terms_of_another_language_are_marked() {
    let id = messages(
        "id",
        "-bali-message = Bali Message\n    .lang = en\na = Pesan [Bali { $n }]{lang=en} ya\nb = Baca { -bali-message }: { $title }\nlist = { LIST($title, \"x\") }\n",
    );
    let html = |id_, arguments: &Arguments| id.phrase(id_, arguments).expect("it resolves").html();
    assert_eq!(html("a", &figure("1000")), "Pesan <span lang=\"en\">Bali 1.000</span> ya");
    let title = Arguments::new().with("title", Argument::Phrase(Phrase::in_language(&locale("fr"), "L’appel <1>")));
    assert_eq!(
        html("b", &title),
        "Baca <span lang=\"en\">Bali Message</span>: <span lang=\"fr\">L’appel &lt;1&gt;</span>"
    );
    assert_eq!(html("list", &title), "<span lang=\"fr\">L’appel &lt;1&gt;</span> dan x");
    let forged = Arguments::new().with("title", "\u{1}x\u{2}\u{3}lang=en\u{4}\u{e}missing\u{6}F\u{6}\u{f}");
    assert_eq!(html("b", &forged), "Baca <span lang=\"en\">Bali Message</span>: xlang=enmissingF");
    assert_eq!(
        id.resolve("{ -bali-message }", Arguments::NONE).map(|phrase| phrase.html()),
        Ok("<span lang=\"en\">Bali Message</span>".into())
    );
}

#[test]
fn layout_of_a_text_is_kept() {
    let text = "a = [x\n      y\n\n        z { \"  \" }\n     [w]{lang=en}\r\n     last\nb = { \"{\" }\n    # no comment\nc =\n    .attr = A { $n }\n";
    let en = messages("en", text);
    assert_eq!(en.text("a", Arguments::NONE), Ok("[x\n y\n\n   z   \nw\nlast".into()));
    assert_eq!(en.text("b", Arguments::NONE), Ok("{\n# no comment".into()));
    assert_eq!(en.text("c.attr", &figure("2000")), Ok("A 2,000".into()));
}

#[test]
fn each_failure_to_resolve_has_its_kind() {
    let text = "greeting = Halo { $name }\n-icdd = ICDD { $year }\n-t = { -icdd }\nonly =\n    .label = x\nloop = { loop-2 }\nloop-2 = { loop }\nuses = { -icdd }\nvalue = { only }\nwrong = { $name ->\n   *[a] { DATETIME(\"x\") }\n }\n";
    let Reported { value: id, said } = messages_of("id", text);
    assert_eq!(lines(&said), ["site.ftl:7:12 fluent-cycle"]);
    let said = |name: &str| id.phrase(name, &Arguments::new().with("nama", "Sari")).expect_err("it cannot be said");
    let word = |word: &str| Some(word.to_owned());
    assert_eq!(said("greetin"), Unresolved::Message { id: "greetin".into(), nearest: word("greeting") });
    assert_eq!(said("greeting"), Unresolved::Variable { name: "name".into(), nearest: word("nama") });
    assert_eq!(said("uses"), Unresolved::Variable { name: "year".into(), nearest: None });
    assert_eq!(said("only"), Unresolved::NoValue { id: "only".into() });
    assert_eq!(said("value"), Unresolved::NoValue { id: "only".into() });
    assert_eq!(said("only.title"), Unresolved::Attribute { id: "only".into(), attribute: "title".into() });
    assert_eq!(said("loop"), Unresolved::Circle);
    let in_prose = |placeable: &str| id.resolve(placeable, &facts()).expect_err("it cannot be resolved");
    assert_eq!(in_prose("{ -icd }"), Unresolved::Term { id: "icd".into(), nearest: word("icdd") });
    assert_eq!(in_prose("{ greting }"), Unresolved::Message { id: "greting".into(), nearest: word("greeting") });
    assert_eq!(in_prose("{ NUMER($year) }"), Unresolved::Function { name: "NUMER".into(), nearest: word("NUMBER") });
    assert_eq!(
        in_prose("{ NUMBER(NUMER($year)) }"),
        Unresolved::Function { name: "NUMER".into(), nearest: word("NUMBER") }
    );
    assert_eq!(
        in_prose("{ $registrans }"),
        Unresolved::Variable { name: "registrans".into(), nearest: word("registrants") }
    );
    assert_eq!(
        in_prose("{ NUMBER($registrans) }"),
        Unresolved::Variable { name: "registrans".into(), nearest: word("registrants") }
    );
}

#[test]
fn each_misuse_of_a_function_is_said_even_in_a_selector() {
    let en = messages("en", "");
    for (placeable, function, misuse) in [
        ("{ NUMBER($code) }", "NUMBER", Misuse::NotAFigure("CN".into())),
        ("{ NUMBER() }", "NUMBER", Misuse::Missing),
        ("{ DATETIME($registrants) }", "DATETIME", Misuse::NotADate("4300".into())),
        ("{ DATETIME($opened, timeStyle: \"short\") }", "DATETIME", Misuse::NotAMoment("2021-11-13".into())),
        ("{ DATERANGE($opened, $ends) }", "DATERANGE", Misuse::NotAMoment("2021-11-13".into())),
        ("{ DATERANGE($opened) }", "DATERANGE", Misuse::Missing),
        ("{ COUNTRY(\"XQ\") }", "COUNTRY", Misuse::UnknownCountry("XQ".into())),
        ("{ NUMBER($year, currency: \"IDR\") }", "NUMBER", Misuse::UnknownOption("currency".into())),
        ("{ DATETIME($opened, dateStyle: \"ful\") }", "DATETIME", Misuse::BadOption("dateStyle: \"ful\"".into())),
        ("{ NUMBER($code) ->\n *[other] x\n }", "NUMBER", Misuse::NotAFigure("CN".into())),
        ("{ LIST(COUNTRY(\"XQ\"), \"a\") }", "COUNTRY", Misuse::UnknownCountry("XQ".into())),
    ] {
        let expected = Unresolved::Misused { function: function.into(), misuse };
        assert_eq!(en.resolve(placeable, &facts()), Err(expected), "{placeable}");
    }
}

#[test]
fn what_is_no_placeable_is_no_fluent() {
    let en = messages("en", "a = x");
    for text in [
        "",
        "words",
        "{ }",
        "{ a } b",
        "{ a }\nb = c",
        "{ a",
        "{ a }\n .b = c",
        "{ $x -> }",
        "{ number($x) }",
        "{ { a } } }",
    ] {
        assert!(matches!(en.resolve(text, Arguments::NONE), Err(Unresolved::Syntax { .. })), "{text}");
    }
    assert_eq!(en.resolve("{ { a } }", Arguments::NONE), Ok(Phrase::plain("x")));
}

#[test]
fn places_of_junk_duplicates_and_bad_parts_are_exact() {
    let text = "# é\ngood = é { $x }\nbroken { = x\nno-default = { $n ->\n    [one] x\n }\ngood = again\npart = é [x]{lang=Inggris} y\n-t = x\n    .lang = bahasa\nescape = { \"\\u00é\" }\nend = x\n";
    let Reported { value, said } = file("i18n/id/a.ftl", "id", text);
    assert_eq!(
        lines(&said),
        [
            "i18n/id/a.ftl:3:8 fluent-syntax expected-token =",
            "i18n/id/a.ftl:6:2 fluent-syntax no-default",
            "i18n/id/a.ftl:8:19 bad-language-part tag Inggris",
            "i18n/id/a.ftl:11:17 fluent-syntax bad-escape \\u00",
            "i18n/id/a.ftl:7:1 fluent-duplicate message good",
            "i18n/id/a.ftl:10:13 bad-language-part tag bahasa",
        ]
    );
    assert_eq!(value.entries().iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["good", "part", "t", "end"]);
}

#[test]
fn columns_of_a_long_line_are_exact() {
    let long = format!("x = y\na = {}{{ $n }} {{ b }}\nc = {{ d\n }}", "é".repeat(1000));
    let read = file("a.ftl", "en", &long).value;
    let span = read.entries()[1].references[0].place.span;
    assert_eq!((span.line, span.column, span.end_line, span.end_column), (2, 1014, 2, 1015));
}

#[test]
fn the_index_knows_attributes_variables_and_references() {
    let text =
        "a = { $x } { NUMBER($y) } { -t(case: \"x\") } { b.c } { $x ->\n   *[other] { $z }\n }\n    .label = { $w }\n";
    let Reported { value, said } = file("a.ftl", "en", text);
    assert!(said.is_empty());
    let [entry] = value.entries() else { panic!("one entry") };
    assert_eq!((entry.attributes.clone(), entry.variables.join(" ")), (vec!["label".to_owned()], "x y z w".into()));
    let names: Vec<_> = entry.references.iter().map(|it| (it.target, it.name.as_str(), it.place.span.column)).collect();
    assert_eq!(names, [(Target::Function, "NUMBER", 14), (Target::Term, "t", 30), (Target::Message, "b", 47)]);
}

#[test]
fn the_site_replaces_the_theme_and_one_level_may_not_define_twice() {
    let formats = Arc::new(Formats::of(&locale("en")).expect("compiled data"));
    let read = |name: &str, text: &str| Arc::new(file(name, "en", text).value);
    let theme = vec![read("theme.ftl", "title = Theme\nfoot = By { publisher }\npublisher = Nobody\n")];
    let site = vec![
        read("a.ftl", "publisher = { -ministry }\n-ministry = Ministry\n"),
        read("b.ftl", "publisher = Twice { -minstry }\n"),
    ];
    let Reported { value, said } = Messages::new(Arc::clone(&formats), &[theme.clone(), site], Isolation::Off);
    assert_eq!(value.text("foot", Arguments::NONE), Ok("By Ministry".into()));
    assert_eq!(lines(&said), ["b.ftl:1:1 fluent-duplicate message publisher"]);
    assert_eq!(said[0].other.as_ref().map(ToString::to_string), Some("a.ftl:1:1".into()));
    assert_eq!(value.place_of("publisher").map(ToString::to_string), Some("a.ftl:1:1".into()));
    assert_eq!(value.ids().collect::<Vec<_>>(), ["foot", "publisher", "title"]);
    let alone = Messages::new(formats, &[theme], Isolation::Off).value;
    assert_ne!(alone.digest(), value.digest());
}

#[test]
fn references_to_nothing_are_said_where_they_stand() {
    let Reported { said, .. } = messages_of("en", "a = { b } { -c } { NUMER(1) }\n    .label = { a.lable }\n");
    assert_eq!(
        lines(&said),
        [
            "site.ftl:1:7 unknown-message b a",
            "site.ftl:1:14 unknown-term c",
            "site.ftl:1:20 unknown-function NUMER NUMBER",
            "site.ftl:2:16 unknown-attribute a lable",
        ]
    );
}

#[test]
fn a_message_and_a_term_and_a_function_may_share_a_name() {
    let en = messages(
        "en",
        "bali = message\n-bali = term\nNUMBER = { NUMBER(1000) } { bali } { -bali }\nm-a = x\nSELECTOR = y\n",
    );
    assert_eq!(en.text("NUMBER", Arguments::NONE), Ok("1,000 message term".into()));
    assert!(en.has("m-a") && !en.has("a"));
}

#[test]
fn the_house_names_of_states_come_before_those_of_cldr() {
    let id = messages("id", "-cn = Tiongkok Kita\ncountry-CN = { -cn }\nfrom = dari { COUNTRY($code) }\n");
    assert_eq!(id.text("from", &facts()), Ok("dari Tiongkok Kita".into()));
    assert_eq!(
        (id.country("CN"), id.country("NL"), id.country("??")),
        (Some("Tiongkok Kita".into()), Some("Belanda".into()), None)
    );
}

#[test]
fn values_are_isolated_where_the_site_wants_it() {
    let formats = Arc::new(Formats::of(&locale("en")).expect("compiled data"));
    let file = Arc::new(
        file(
            "a.ftl",
            "en",
            "a = x { $n } { NUMBER($n) ->\n    [one] y\n   *[other] z\n }\nb = { NUMBER(c) }\nc = { $n }\n",
        )
        .value,
    );
    let messages = Messages::new(formats, &[vec![file]], Isolation::On).value;
    assert_eq!(messages.text("a", &figure("1000")), Ok("x \u{2068}1,000\u{2069} \u{2068}z\u{2069}".into()));
    assert_eq!(messages.text("b", &figure("1000")), Ok("1,000".into()));
}

#[test]
fn nothing_that_is_too_deep_or_too_long_panics() {
    for text in [
        format!("a = {}x", "{".repeat(100_000)),
        format!("a = {{ {}", "NUMBER(".repeat(100_000)),
        format!("a = {}", "{ $n ->\n *[a] ".repeat(50_000)),
        format!("a = {}", "{\n".repeat(50_000)),
        format!("a = {}b = {{ a }}", "{\nFOO(\n".repeat(50_000)),
    ] {
        let said = file("a.ftl", "en", &text).said;
        assert!(lines(&said)[0].ends_with("nested-too-deeply"), "{:?}", lines(&said).first());
    }
    let long = format!(
        "a = {}\nb = {{ \"x\" ->\n *[y] {{ a }}\n }}\nc = {{ {{ a }} }}\nd = {{ LIST(a, c) }}\n",
        "{ $n } ".repeat(101)
    );
    let Reported { value: en, said } = messages_of("en", &long);
    // The others are only as long as what they refer to.
    assert_eq!(lines(&said), ["site.ftl:1:1 fluent-too-long"]);
    for id in ["a", "b", "c", "d"] {
        assert_eq!(en.phrase(id, &figure("1")), Err(Unresolved::TooLong), "{id}");
    }
    let chain: String = (0..5000).map(|at| format!("m{at} = {{ m{} }}\n", at + 1)).collect();
    let Reported { value: en, said } = messages_of("en", &format!("{chain}m5000 = x\n"));
    assert_eq!(en.phrase("m0", Arguments::NONE), Err(Unresolved::TooLong));
    assert_eq!(lines(&said), ["site.ftl:4900:1 fluent-too-long"]);
    let odd = messages(
        "en",
        "a = { 1.00000000000000000000000000000000000000000000000000 ->\n    [one] x\n   *[other] y\n }\n",
    );
    assert_eq!(odd.text("a", Arguments::NONE), Ok("y".into()));
}

/// Pieces of Fluent that a random text is made of, so that it goes deeper than its first line.
const PIECES: [&str; 44] = [
    "a",
    "b",
    "-t",
    " = ",
    "\n",
    "\n    ",
    "{ ",
    " }",
    "{",
    "}",
    "$n",
    "$x",
    "NUMBER(",
    "DATETIME(",
    "LIST(",
    "COUNTRY(",
    ")",
    ", ",
    " ->",
    "\n [one] ",
    "\n *[other] ",
    "[",
    "]",
    "]{lang=en}",
    "]{lang=é}",
    "\"",
    "\\u00",
    "\\",
    "é",
    ".lang = en",
    "\n .attr = ",
    "# ",
    "1",
    "1.0",
    "dateStyle: \"full\"",
    "a.attr",
    "-t.attr",
    "\r\n",
    "\u{1}",
    "\u{e}",
    "type: \"ordinal\"",
    "9007199254740993",
    "country-ID = x\n",
    "-t(n: 1)",
];

proptest::proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_text_makes_it_panic(pieces in proptest::collection::vec(0..PIECES.len(), 0..40), noise in any::<String>()) {
        let formats = Arc::new(Formats::of(&locale("en")).expect("compiled data"));
        let text: String = pieces.iter().map(|at| PIECES[*at]).collect();
        for text in [format!("a = {text}"), text.clone(), noise.clone(), format!("a = {{ {noise}")] {
            let messages = messages_with(Arc::clone(&formats), &text).value;
            let arguments = facts().with("n", Argument::Figure(text.clone())).with("x", text.as_str());
            for id in messages.ids() {
                let _ = messages.phrase(id, &arguments);
                let _ = messages.phrase(id, Arguments::NONE);
            }
            let _ = messages.resolve(&format!("{{ {text} }}"), &arguments);
            let _ = messages.resolve(&text, &arguments);
        }
    }

    #[test]
    fn what_parses_survives_the_rewriting(pieces in proptest::collection::vec(0..PIECES.len(), 0..25)) {
        let text: String = format!("a = {}\n", pieces.iter().map(|at| PIECES[*at]).collect::<String>());
        let file = file("a.ftl", "en", &text).value;
        for entry in file.entries() {
            let again = fluent_syntax::parser::parse_runtime(entry.lowered.as_str());
            proptest::prop_assert!(again.is_ok_and(|it| it.body.len() == 1), "{:?} became {:?}", text, entry.lowered);
        }
    }
}

#[test]
fn a_variable_by_itself_is_said_as_fluent_would_say_it() {
    let messages = messages("en", "a = A\n");
    let part = Phrase::from_marked("x \u{1}Bali & co\u{2}\u{3}lang=id\u{4}");
    let arguments = facts()
        .with("text", Argument::Text("a <b>\u{e}c".into()))
        .with("part", Argument::Phrase(part))
        .with("lines", Argument::Lines(vec!["a".into(), "b".into(), "c".into()]))
        .with("wrong", Argument::Figure("4,300".into()))
        .with("year", Argument::Figure("1999".into()));
    for name in ["registrants", "share", "year", "opened", "starts", "text", "part", "lines", "wrong", "none"] {
        let (bare, whole) = (format!("{{ ${name} }}"), format!("{{ {{ ${name} }} }}"));
        assert_eq!(messages.resolve(&bare, &arguments), messages.resolve(&whole, &arguments), "{name}");
        assert_eq!(messages.resolve(&format!("{{${name}}}"), &arguments), messages.resolve(&whole, &arguments));
    }
}

/// The same messages, each with an empty text beside it that only the resolver reads: `{ "" }`.
fn said_by_the_resolver(text: &str) -> String {
    text.lines().map(|line| format!("{line}{{ \"\" }}\n")).collect()
}

#[test]
fn a_message_of_words_and_variables_is_said_as_the_resolver_says_it() {
    let text = "words = Words\nvariable = { $x }\nboth = a { $x } b { $n }, { $x }\nnone = { $x } { $missing }\n";
    let (ready, resolver) = (messages("en", text), messages("en", &said_by_the_resolver(text)));
    let part = |tag: &str| Phrase::from_marked(&format!("x \u{1}Bali & co\u{2}\u{3}lang={tag}\u{4}"));
    let values = [
        Argument::Text("a <b>\u{e}c".into()),
        Argument::Text("\u{2068}set apart\u{2069}".into()),
        Argument::Text("plain & simple".into()),
        Argument::Text(String::new()),
        Argument::Figure("4300.50".into()),
        Argument::Figure("4,300\u{6}".into()),
        Argument::Phrase(part("id")),
        Argument::Phrase(Phrase::in_language(&locale("ar"), "a\u{1}b")),
        Argument::Day(parse_date("2021-11-13").expect("a day of the test")),
        Argument::Lines(vec!["a".into(), "b".into()]),
    ];
    for value in &values {
        let arguments = figure("1234567").with("x", Argument::Figure("1".into())).with("x", value.clone());
        for id in ["words", "variable", "both"] {
            let said = ready.phrase(id, &arguments);
            assert!(said.is_ok(), "{id} with {value:?}: {said:?}");
            assert_eq!(said, resolver.phrase(id, &arguments), "{id} with {value:?}");
        }
        let unresolved = Err(Unresolved::Variable { name: "missing".into(), nearest: None });
        assert_eq!(ready.phrase("none", &arguments), unresolved);
    }
}

#[test]
fn one_call_in_prose_is_said_as_the_resolver_says_it() {
    let messages = messages("en", "a = A\n");
    let calls = [
        "NUMBER($registrants)",
        "NUMBER($year, useGrouping: \"false\")",
        "NUMBER($share, style: \"percent\", maximumFractionDigits: \"1\")",
        "NUMBER($share, style: \"percents\")",
        "NUMBER($share, style: \"percent\", style: \"decimal\")",
        "NUMBER($opened)",
        "NUMBER($none)",
        "DATETIME($opened, dateStyle: \"full\")",
        "DATETIME( $opened , dateStyle : \"full\" , )",
        "DATETIME($opened, timeStyle: \"short\")",
        "DATETIME($starts, timeStyle: \"short\", timeZone: \"Asia/Jakarta\")",
        "DATETIME($starts, dateStyle: \"fu\\u006Cl\")",
        "DATETIME($starts, wrong: \"full\")",
        "DATETIME($registrants)",
        "DATERANGE($opened, $closed)",
        "LIST($registrants, $year)",
        "COUNTRY($year)",
    ];
    for call in calls {
        let (bare, whole) = (format!("{{ {call} }}"), format!("{{ {{ {call} }} }}"));
        assert_eq!(messages.resolve(&bare, &facts()), messages.resolve(&whole, &facts()), "{call}");
    }
}
