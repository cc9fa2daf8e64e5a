//! The facts of each kind.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::facts::{FactsReader, Pointer, Texts, Word};
use crate::diagnostic::codes;
use crate::locale::{When, Zone};
use crate::settings::Kind;

/// The facts that only one kind has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KindFacts {
    /// A press release's.
    Release(Box<ReleaseFacts>),
    /// A statement's.
    Statement(Box<StatementFacts>),
    /// An outcome document's.
    Outcome(OutcomeFacts),
    /// An event's.
    Event(Box<EventFacts>),
    /// A page has none.
    Page,
}

/// A press release's facts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReleaseFacts {
    /// The dateline.
    pub place: Option<Texts>,
    /// The office's number.
    pub number: Option<String>,
    /// Whom to ask.
    pub contact: Option<Texts>,
}

/// A statement's facts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatementFacts {
    /// The state, by ISO 3166-1 alpha-2 code.
    pub country: Option<Word>,
    /// The organisation, where it is no state.
    pub organization: Option<Texts>,
    /// Who spoke.
    pub speaker: Option<Speaker>,
    /// On which day.
    pub delivered: Option<Date>,
    /// How.
    pub delivery: Option<Delivery>,
    /// Under which agenda item of the event; none: not recorded.
    pub agenda: Option<Word>,
    /// How much of the words is held.
    pub text: TextHeld,
}

/// Who spoke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The name.
    pub name: String,
    /// The office.
    pub role: Option<Texts>,
}

/// How a statement was delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Delivery {
    /// In the room.
    InPerson,
    /// Recorded beforehand.
    Recorded,
    /// Over a line.
    Virtual,
    /// Handed in.
    Written,
}

impl Delivery {
    /// Each with its word in facts and templates.
    pub const ALL: [(&'static str, Delivery); 4] = [
        ("in-person", Delivery::InPerson),
        ("recorded", Delivery::Recorded),
        ("virtual", Delivery::Virtual),
        ("written", Delivery::Written),
    ];
}

/// How much of a statement's words is held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TextHeld {
    /// All.
    #[default]
    Full,
    /// A summary.
    Summary,
    /// Nothing.
    None,
}

impl TextHeld {
    /// Each with its word in facts and templates.
    pub const ALL: [(&'static str, TextHeld); 3] =
        [("full", TextHeld::Full), ("summary", TextHeld::Summary), ("none", TextHeld::None)];
}

/// An outcome document's facts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutcomeFacts {
    /// On which day it was adopted.
    pub adopted: Option<Date>,
    /// Whether it binds.
    pub standing: Option<Standing>,
}

/// Whether an outcome binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// A recommendation.
    Voluntary,
    /// It binds.
    Binding,
}

impl Standing {
    /// Each with its word in facts and templates.
    pub const ALL: [(&'static str, Standing); 2] = [("voluntary", Standing::Voluntary), ("binding", Standing::Binding)];
}

/// An event's facts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventFacts {
    /// When it starts.
    pub starts: Option<When>,
    /// When it ends.
    pub ends: Option<When>,
    /// Its zone, where it is not the office's.
    pub time_zone: Option<Zone>,
    /// Where it is held.
    pub venue: Option<Texts>,
    /// How it is held.
    pub mode: Option<Mode>,
    /// The event that it is a part of, or follows.
    pub parent: Option<Pointer>,
    /// The headings under which statements are given, in order.
    pub agenda: Vec<(Word, Texts)>,
    /// The states announced, by ISO 3166-1 alpha-2 code, in the order written.
    pub states: Vec<Word>,
    /// The programme.
    pub programme: Vec<ProgrammeEntry>,
}

/// How an event is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// In a room.
    InPerson,
    /// Over lines only.
    Online,
    /// Both.
    Hybrid,
}

impl Mode {
    /// Each with its word in facts and templates.
    pub const ALL: [(&'static str, Mode); 3] =
        [("in-person", Mode::InPerson), ("online", Mode::Online), ("hybrid", Mode::Hybrid)];
}

/// A line of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeEntry {
    /// When it starts.
    pub starts: When,
    /// When it ends, if that is known.
    pub ends: Option<When>,
    /// What it is.
    pub title: Texts,
}

/// Finds the word of a value in one of the tables above.
pub fn word_of<T: PartialEq>(table: &[(&'static str, T)], value: &T) -> &'static str {
    table.iter().find(|(_, known)| known == value).map_or("", |(word, _)| word)
}

pub(crate) fn read(reader: &mut FactsReader<'_>, kind: Kind) -> KindFacts {
    match kind {
        Kind::Release => KindFacts::Release(Box::new(release(reader))),
        Kind::Statement => KindFacts::Statement(Box::new(statement(reader))),
        Kind::Outcome => KindFacts::Outcome(outcome(reader)),
        Kind::Event => KindFacts::Event(Box::new(event(reader))),
        Kind::Page => KindFacts::Page,
    }
}

fn release(reader: &mut FactsReader<'_>) -> ReleaseFacts {
    ReleaseFacts {
        place: reader.texts("place"),
        number: reader.fields.text("number").map(|(number, _)| number.to_owned()),
        contact: reader.texts("contact"),
    }
}

fn statement(reader: &mut FactsReader<'_>) -> StatementFacts {
    let country = reader.word("country").filter(|word| country(reader, word));
    let organization = reader.texts("organization");
    if country.is_none() && organization.is_none() && reader.fields.node("country").is_none() {
        reader.fields.missing("country");
    }
    StatementFacts {
        country,
        organization,
        speaker: speaker(reader),
        delivered: reader.date("delivered"),
        delivery: reader.fields.choice("delivery", &Delivery::ALL),
        agenda: reader.word("agenda"),
        text: reader.fields.choice("text", &TextHeld::ALL).unwrap_or_default(),
    }
}

fn speaker(reader: &mut FactsReader<'_>) -> Option<Speaker> {
    let node = reader.fields.node("speaker")?;
    let mut inner = reader.inner(node);
    inner.fields.required("name");
    let name = inner.fields.text("name").map(|(name, _)| name.to_owned());
    let role = inner.texts("role");
    reader.fields.said.extend(inner.fields.finish(|_| None));
    Some(Speaker { name: name?, role })
}

fn outcome(reader: &mut FactsReader<'_>) -> OutcomeFacts {
    OutcomeFacts { adopted: reader.date("adopted"), standing: reader.fields.choice("standing", &Standing::ALL) }
}

fn event(reader: &mut FactsReader<'_>) -> EventFacts {
    reader.fields.required("starts");
    let time_zone = reader.fields.text("time_zone").and_then(|(name, _)| Zone::named(name));
    let (starts, ends) = (reader.when("starts"), reader.when("ends"));
    judge_end(reader, &starts, &ends);
    EventFacts {
        starts,
        ends,
        time_zone,
        venue: reader.texts("venue"),
        mode: reader.fields.choice("mode", &Mode::ALL),
        parent: reader.pointer("parent"),
        agenda: agenda(reader),
        states: states(reader),
        programme: programme(reader),
    }
}

/// Says that `ends` lies before `starts`. A day and a moment are compared as days: an event may begin at
/// an hour and end on a day without one.
fn judge_end(reader: &mut FactsReader<'_>, starts: &Option<When>, ends: &Option<When>) {
    let is_before = match (starts, ends) {
        (Some(When::At(starts)), Some(When::At(ends))) => ends < starts,
        (Some(starts), Some(ends)) => ends.date() < starts.date(),
        _ => false,
    };
    if let (true, Some((text, span))) = (is_before, reader.fields.text("ends")) {
        reader.say(&codes::ENDS_BEFORE_START, span, &[("value", text)]);
    }
}

fn agenda(reader: &mut FactsReader<'_>) -> Vec<(Word, Texts)> {
    let mut agenda = Vec::new();
    for (key, node) in reader.fields.map("agenda") {
        let word = Word { word: key.name.clone(), place: reader.fields.place(key.span) };
        agenda.extend(reader.texts_of(node).map(|texts| (word, texts)));
    }
    agenda
}

fn states(reader: &mut FactsReader<'_>) -> Vec<Word> {
    let mut states: Vec<Word> = Vec::new();
    for (text, span) in reader.fields.texts("states") {
        let word = Word { word: text.to_owned(), place: reader.fields.place(span) };
        if states.iter().any(|known| known.word == word.word) {
            reader.say(&codes::DUPLICATE_STATE, span, &[("value", text)]);
        } else if country(reader, &word) {
            states.push(word);
        }
    }
    states
}

fn programme(reader: &mut FactsReader<'_>) -> Vec<ProgrammeEntry> {
    let mut programme = Vec::new();
    for node in reader.fields.list("programme") {
        let mut inner = reader.inner(node);
        inner.fields.required("starts");
        inner.fields.required("title");
        let (starts, ends, title) = (inner.when("starts"), inner.when("ends"), inner.texts("title"));
        judge_end(&mut inner, &starts, &ends);
        reader.fields.said.extend(inner.fields.finish(|_| None));
        if let (Some(starts), Some(title)) = (starts, title) {
            programme.push(ProgrammeEntry { starts, ends, title });
        }
    }
    programme
}

/// Whether a word is a country's code; says so if not.
fn country(reader: &mut FactsReader<'_>, word: &Word) -> bool {
    let code = word.word.as_str();
    if is_country(code) {
        return true;
    }
    let capitals = code.to_uppercase();
    let near = match capitals.as_str() {
        // Reserved, not assigned, and yet what half the world writes.
        "UK" => "GB",
        "EL" => "GR",
        capitals if is_country(capitals) => capitals,
        _ => "",
    };
    reader.say(&codes::UNKNOWN_COUNTRY, word.place.span, &[("value", code), ("nearest", near)]);
    false
}

/// User-assigned codes (AA, QM–QZ, XA–XZ, ZZ; ISO 3166-1, 8.1.3) are let through: they are the place for
/// what has no code, and for tests.
fn is_country(code: &str) -> bool {
    let bytes = code.as_bytes();
    let user = bytes.len() == 2
        && (matches!(code, "AA" | "ZZ")
            || (bytes[0] == b'Q' && (b'M'..=b'Z').contains(&bytes[1]))
            || (bytes[0] == b'X' && bytes[1].is_ascii_uppercase()));
    user || COUNTRIES.split(' ').any(|known| known == code)
}

/// ISO 3166-1 alpha-2, the officially assigned codes.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ \
BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET \
FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR \
IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN \
MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY \
QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR \
TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";
