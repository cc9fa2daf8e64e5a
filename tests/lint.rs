//! What the lint of messages leaves alone, and what it says of several languages: small sites over the
//! newsroom of the cases.

use warta::diagnostic::print;

use crate::check::{base, run_files};

/// Files by name that are laid over the base, and what is then said.
fn said(changes: &[(&str, &str)]) -> Vec<String> {
    let mut files = base("newsroom");
    files.extend(changes.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    let (mut said, _) = run_files(&files);
    print::sort(&mut said);
    let line = |said: &warta::diagnostic::Diagnostic| {
        let place = said.place.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{} {place}", said.code.id)
    };
    // What the languages say differently is tested elsewhere.
    said.iter().filter(|said| !said.code.id.starts_with("W11")).map(line).collect()
}

/// The same text as a file of messages in both languages.
fn both(text: &str) -> [(&str, &str); 2] {
    [("i18n/id/extra.ftl", text), ("i18n/en/extra.ftl", text)]
}

fn page(locale: &str, body: &str) -> (&'static str, String) {
    let file = if locale == "id" { "content/pages/about/id.md" } else { "content/pages/about/en.md" };
    (file, format!("---\ntitle: About\nslug: about\n---\n\n{body}\n"))
}

#[test]
fn a_message_that_something_uses_in_any_way_is_used() {
    let template = |text: &'static str| ("themes/warta/templates/extra.html", text);
    let (id, en) = (page("id", "{ fleet.label } di laut"), page("en", "Nothing of the kind"));
    let settings = base("newsroom")["warta.yaml"].clone() + "menu: [{to: \"doc:pages/about\", label: fleet}]\n";
    let facts = "status: approved\noriginal: en\nextra: {labels: [fleet]}\n";
    let event = "status: approved\npublish: 2021-11-01 09.00 WITA\noriginal: en\nstarts: 2021-11-16\nstates: [XC]\n\
                 agenda:\n  dredging: {id: \"{ fleet }\", en: \"{ fleet }\"}\n";
    let title = "---\ntitle: \"Of { fleet }\"\nslug: about\n---\n\nWords.\n";
    let cases: Vec<(&str, Vec<(&str, &str)>)> = vec![
        ("in a placeable of one language", vec![(id.0, &id.1), (en.0, &en.1)]),
        ("as the label of the menu", vec![("warta.yaml", &settings)]),
        ("in a template", vec![template("{{ t(id=\"fleet\") }}")]),
        ("with an attribute in a template", vec![template("{{ t(id=\"fleet.label\") }}")]),
        ("by the beginning of its id", vec![template("{{ t(id=\"fl\" ~ kind) }}")]),
        ("by the end of its id", vec![template("{{ t(id=kind ~ \"eet\") }}")]),
        ("by a variable", vec![template("{{ t(id=kind) }}")]),
        ("by a variable set before", vec![template("{% set k = 'fleet' %}{{ t_text(id = k) }}")]),
        ("by a value of the facts", vec![("content/pages/about/document.yaml", facts)]),
        ("in a text of the facts", vec![("content/events/harbours/document.yaml", event)]),
        ("in a title", vec![("content/pages/about/en.md", title)]),
    ];
    let found: Vec<String> = cases
        .into_iter()
        .flat_map(|(name, mut files)| {
            files.extend(both("fleet = { -ships }\n    .label = The fleet\n-ships = { -boats }\n-boats = Boats\n"));
            let said = said(&files);
            said.into_iter().filter(|said| said.starts_with("W061")).map(move |said| format!("{name}: {said}"))
        })
        .collect();
    assert_eq!(found, Vec::<String>::new());
    // The same messages with nothing around them: the test above is one.
    let alone = said(&both("fleet = { -ships }\n    .label = The fleet\n-ships = { -boats }\n-boats = Boats\n"));
    let file = "i18n/id/extra.ftl";
    assert_eq!(alone, [format!("W0614 {file}:1:1"), format!("W0614 {file}:3:2"), format!("W0614 {file}:4:2")]);
}

#[test]
fn names_of_states_are_a_register_that_nothing_need_use() {
    let event = "status: approved\npublish: 2021-11-01 09.00 WITA\noriginal: en\nstarts: 2021-11-16\nstates: [XC]\n\
                 agenda: {dredging: {id: Pengerukan, en: Dredging}}\n";
    let states = both("country-XC = Cerania\ncountry-XD = Dorania\ncountry-XE = Erania\n");
    let (id, en) = (page("id", "{ COUNTRY(\"XD\") }"), page("en", "Erania"));
    let files = [("content/events/harbours/document.yaml", event), (id.0, &id.1), (en.0, &en.1), states[0], states[1]];
    // Nothing names XE.
    assert_eq!(said(&files), [""; 0]);
    // CLDR has a name where the house has none.
    assert_eq!(
        said(&[("i18n/en/site.ftl", &base("newsroom")["i18n/en/site.ftl"].replace("country-XB", "# "))]),
        [""; 0]
    );
}

#[test]
fn what_grammar_and_register_need_may_differ() {
    let document = ("content/pages/about/document.yaml", "status: approved\noriginal: en\nfigures: {ships: 3}\n");
    let (id, en) = (page("id", "{ fleet } { choice } { note }"), page("en", "{ fleet } { choice } { note }"));
    let indonesian = "fleet = Kapal { part }\npart = sebanyak { $ships }\nchoice = { $ships ->\n    [0] Tanpa kapal\n   *[other] Kapal\n }\n\
                      note = Anggota R&D; 1 < 2 [Harbour Watch]{lang=en}{\" \"}<press@office.example>\n\
                      -forum = Harbour Watch Forum\n    .lang = en\n";
    let english = "fleet = { $ships ->\n    [one] One ship\n   *[other] { $ships } ships\n }\npart = as many as { $ships }\n\
                   choice = { $ships ->\n    [one] A ship\n   *[other] Ships\n }\n\
                   note = Members of R&D; 1 < 2 Harbour Watch <press@office.example>\n\
                   -forum = Harbour Watch Forum\n    .short = Forum\n-house = House\n    .possessive = House’s\n";
    let files =
        [document, (id.0, &id.1), (en.0, &en.1), ("i18n/id/extra.ftl", indonesian), ("i18n/en/extra.ftl", english)];
    // `part` is used in Indonesian, and so in all languages.
    assert_eq!(said(&files), [""; 0]);
}

#[test]
fn a_choice_by_word_is_no_choice_by_number() {
    let template = ("themes/warta/templates/extra.html", "{{ t(id=\"choice\", grade=grade) }}");
    let text = "choice = { $grade ->\n    [one] a\n    [draft] b\n   *[other] c\n } { $grade ->\n   *[final] d\n }\n";
    let [id, en] = both(text);
    assert_eq!(said(&[template, id, en]), [""; 0]);
}

#[test]
fn each_language_of_three_is_held_against_the_others() {
    let yaml = base("newsroom")["warta.yaml"]
        .replace("[id, en]", "[id, en, pl]")
        .replace("{id: ", "{pl: pl, id: ")
        .replace("section: {pl: pl, id: acara", "section: {pl: wydarzenia, id: acara")
        .replace("section: {pl: pl, id: pernyataan", "section: {pl: deklaracje, id: pernyataan");
    let document = ("content/pages/about/document.yaml", "status: approved\noriginal: en\nfigures: {ships: 3}\n");
    let site = |text: &str| base("newsroom")["i18n/en/site.ftl"].clone() + text;
    let (id, en) = (page("id", "{ fleet }"), page("en", "{ fleet }"));
    let files = [
        ("warta.yaml", yaml.as_str()),
        document,
        (id.0, &id.1),
        (en.0, &en.1),
        ("i18n/id/extra.ftl", "fleet = { $ships } kapal\nharbour = Pelabuhan\nboat = { harbour }\n"),
        ("i18n/en/extra.ftl", "fleet = { $ships ->\n    [one] { $ships } ship\n   *[other] { $ships } ships\n }\n"),
        ("i18n/pl/site.ftl", &site("fleet = { $ships ->\n    [one] statek\n   *[other] statki\n }\n")),
        ("themes/warta/templates/extra.html", "{{ t(id=\"boat\") }}"),
    ];
    let found = said(&files);
    let of_lint = |said: &&String| said.starts_with("W061");
    let found: Vec<&String> = found.iter().filter(of_lint).collect();
    // `boat` is an error in both other languages already; `harbour` is missing in both.
    assert_eq!(found, ["W0613 i18n/id/extra.ftl:2:1", "W0613 i18n/id/extra.ftl:2:1", "W0618 i18n/pl/site.ftl:12:6"]);
}

#[test]
fn a_variable_is_not_lost_if_a_message_that_is_referred_to_shows_it_and_is_if_none_does() {
    let document = ("content/pages/about/document.yaml", "status: approved\noriginal: en\nfigures: {ships: 3}\n");
    let (id, en) = (page("id", "{ fleet }"), page("en", "{ fleet }"));
    let english = ("i18n/en/extra.ftl", "fleet = { $ships } ships\npart = many\n");
    let indonesian = |part: &str| format!("fleet = Kapal {{ part }}\npart = {part}\n");
    let (with, without) = (indonesian("{ $ships }"), indonesian("banyak"));
    let files = |text| [document, (id.0, id.1.as_str()), (en.0, en.1.as_str()), english, ("i18n/id/extra.ftl", text)];
    assert_eq!(said(&files(&with)), ["W0616 i18n/id/extra.ftl:2:11"]);
    assert_eq!(said(&files(&without)), ["W0616 i18n/en/extra.ftl:1:12"]);
}

#[test]
fn nothing_is_called_unused_while_something_could_not_be_read() {
    let [id, en] = both("fleet = Fleet\n");
    assert_eq!(said(&[id, en]), ["W0614 i18n/id/extra.ftl:1:1"]);
    let broken = ("content/pages/about/en.md", "---\ntitle: [\n---\n");
    assert_eq!(said(&[id, en, broken]).iter().filter(|said| said.starts_with("W0614")).count(), 0);
    let junk = ("i18n/en/junk.ftl", "ships =\n");
    assert_eq!(said(&[id, en, junk]), ["W0601 i18n/en/junk.ftl:1:1"]);
}

#[test]
fn circles_and_long_messages_are_found_where_nothing_uses_them() {
    let ten = "{ a }".repeat(10);
    let text = format!(
        "one = {{ two.label }}\ntwo = {{ one }}\n    .label = x\nthree = {{ -four }}\n-four = {{ three }}\n\
         a = {{ $n }}\nten = {ten}\nfew = {{ $n ->\n    [0] {ten}\n   *[other] {ten}\n }}\nmany = {}\n",
        "{ ten }".repeat(9)
    );
    let found = said(&[("i18n/en/extra.ftl", &text)]);
    // One of a choice counts, not all of it; an attribute is no value.
    assert_eq!(found, ["W0610 i18n/en/extra.ftl:5:11", "W0611 i18n/en/extra.ftl:12:1"]);
}

#[test]
fn the_messages_of_the_program_are_not_the_authors() {
    // A theme of the site that asks for nothing leaves most of the program's messages unused.
    assert_eq!(said(&[("themes/warta/templates/verification.html", "<p></p>")]), [""; 0]);
    let own = ("themes/warta/i18n/en/own.ftl", "fleet = A <b>fleet</b>\n");
    assert_eq!(said(&[own]), ["W0622 themes/warta/i18n/en/own.ftl:1:11"]);
}
