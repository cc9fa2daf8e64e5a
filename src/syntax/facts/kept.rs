//! Facts as they are kept between builds.
//!
//! In: a facts file that was read. Out: the same facts, without a tree to be read once more, for as long as nothing is
//! other that facts are read by. Most files say no more than a [`Usual`] one; of any other, and of one of which there is
//! something to say, the tree is kept.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Authoritative, Facts, Pointer, Publish, Status, Texts, Word, of_node};
use crate::diagnostic::{Place, Reported, Span};
use crate::digest::Digest;
use crate::locale::{Instant, Locale, Zone};
use crate::settings::{Kind, Settings, Terms};
use crate::source::yaml::Node;
use crate::syntax::kinds::{
    Delivery, KindFacts, OutcomeFacts, ReleaseFacts, Speaker, Standing, StatementFacts, TextHeld,
};
use crate::syntax::life::LifeFacts;

/// What is kept of a facts file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Extract<'a> {
    /// What it says: there was nothing to say of it.
    #[serde(borrow)]
    Typed(Box<Usual<'a>>),
    /// Itself: it is judged again.
    Tree(Node),
}

/// The digest of all that facts are read by besides their kind, which they show.
pub fn read_by(settings: &Settings) -> Digest {
    let tags: Vec<&Locale> = settings.tags().collect();
    let zone = (!settings.has_faulty_zone).then_some(&settings.time_zone);
    let taxonomies = settings.taxonomies.iter().filter(|known| matches!(known.terms, Terms::Listed(_)));
    let taxonomies: Vec<&str> = taxonomies.map(|taxonomy| taxonomy.name.as_str()).collect();
    Digest::of(&(tags, zone, taxonomies))
}

impl<'a> Extract<'a> {
    /// What is kept of a file that is this tree, and was read so by settings of this digest ([`read_by`]).
    pub fn of(tree: Node, read: &'a Reported<Facts>, by: Digest) -> Extract<'a> {
        let usual = Usual::of(&read.value, by).filter(|_| read.said.is_empty());
        usual.map_or(Extract::Tree(tree), |usual| Extract::Typed(Box::new(usual)))
    }

    /// The facts again, of the file of this name. None where they were read by other settings than these, of this
    /// digest, or as facts of another kind.
    pub fn facts(self, file: &Arc<str>, kind: Kind, (settings, by): (&Settings, Digest)) -> Option<Reported<Facts>> {
        match self {
            Extract::Tree(tree) => Some(of_node(file, &tree, kind, settings)),
            Extract::Typed(usual) if usual.by == by => {
                let facts = usual.facts(&Reading { file, settings })?;
                (kind_of(&facts.kind) == kind).then(|| Reported::clean(facts))
            }
            Extract::Typed(_) => None,
        }
    }
}

fn kind_of(facts: &KindFacts) -> Kind {
    match facts {
        KindFacts::Release(_) => Kind::Release,
        KindFacts::Statement(_) => Kind::Statement,
        KindFacts::Outcome(_) => Kind::Outcome,
        KindFacts::Event(_) => Kind::Event,
        KindFacts::Page => Kind::Page,
    }
}

/// What most facts files say, as references into them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Usual<'a> {
    /// The digest of what it was read by.
    by: Digest,
    status: Status,
    #[serde(borrow)]
    publish: Published<'a>,
    original: Option<Written<'a>>,
    /// Where it is said, and which edition; none for all of them.
    authoritative: Option<(Span, Option<&'a str>)>,
    event: Option<Written<'a>>,
    terms: Vec<(&'a str, Vec<Written<'a>>)>,
    figures: Vec<(&'a str, &'a str)>,
    dates: Vec<(&'a str, Day)>,
    kind: UsualKind<'a>,
}

/// A word and where in the file it is written.
type Written<'a> = (&'a str, Span);

/// Year, month and day.
type Day = (i16, i8, i8);

/// Seconds and nanoseconds since 1970, and the zone.
type Moment<'a> = (i64, i32, &'a str);

/// A text by locale: tag, text and place of each, and the place of all.
type ByLocale<'a> = (Vec<(&'a str, &'a str, Span)>, Span);

#[derive(Debug, Clone, Serialize, Deserialize)]
enum Published<'a> {
    Missing,
    #[serde(borrow)]
    Together((Moment<'a>, Span)),
    #[serde(borrow)]
    Apart(Vec<(&'a str, Moment<'a>, Span)>),
}

#[derive(Debug, Clone, Serialize, Deserialize)]
enum UsualKind<'a> {
    Release {
        #[serde(borrow)]
        place: Option<ByLocale<'a>>,
        number: Option<&'a str>,
        contact: Option<ByLocale<'a>>,
    },
    Statement {
        #[serde(borrow)]
        country: Option<Written<'a>>,
        organization: Option<ByLocale<'a>>,
        speaker: Option<(&'a str, Option<ByLocale<'a>>)>,
        delivered: Option<Day>,
        delivery: Option<Delivery>,
        agenda: Option<Written<'a>>,
        text: TextHeld,
    },
    Outcome {
        adopted: Option<Day>,
        standing: Option<Standing>,
    },
    Page,
}

impl<'a> Usual<'a> {
    /// None where the facts say more than there is room for.
    fn of(facts: &'a Facts, by: Digest) -> Option<Usual<'a>> {
        // Whoever adds a fact has to say here what becomes of it.
        #[rustfmt::skip]
        let Facts {
            file: _, status, publish, original, authoritative, event, terms, figures, dates, kind,
            files, extra, life, redirect_from, waive, faulty,
        } = facts;
        let has_more = !files.is_empty() || extra.is_some() || *life != LifeFacts::default();
        if has_more || !redirect_from.is_empty() || !waive.is_empty() || !faulty.is_empty() {
            return None;
        }
        Some(Usual {
            by,
            status: *status,
            publish: Published::of(publish),
            original: original.as_ref().map(|(locale, place)| (locale.as_str(), place.span)),
            authoritative: authoritative.as_ref().map(|(which, place)| match which {
                Authoritative::All => (place.span, None),
                Authoritative::One(locale) => (place.span, Some(locale.as_str())),
            }),
            event: event.as_ref().map(|event| (event.target.as_str(), event.place.span)),
            terms: terms.iter().map(|(name, words)| (name.as_str(), words.iter().map(written).collect())).collect(),
            figures: figures.iter().map(|(name, figure)| (name.as_str(), figure.as_str())).collect(),
            dates: dates.iter().map(|(name, date)| (name.as_str(), day(date))).collect(),
            kind: UsualKind::of(kind)?,
        })
    }

    fn facts(self, reading: &Reading<'_>) -> Option<Facts> {
        let locale = |(tag, span): Written<'_>| Some((reading.locale(tag)?, reading.place(span)));
        let authoritative = |(span, tag): (Span, Option<&str>)| {
            let which = tag.map(|tag| reading.locale(tag).map(Authoritative::One));
            Some((which.unwrap_or(Some(Authoritative::All))?, reading.place(span)))
        };
        let words = |words: Vec<Written<'_>>| words.into_iter().map(|word| reading.word(word)).collect();
        let dates = self.dates.into_iter().map(|(name, day)| Some((name.to_owned(), date(day)?)));
        Some(Facts {
            status: self.status,
            publish: self.publish.publish(reading)?,
            original: all(self.original, locale)?,
            authoritative: all(self.authoritative, authoritative)?,
            event: self.event.map(|(target, span)| Pointer { target: target.to_owned(), place: reading.place(span) }),
            terms: self.terms.into_iter().map(|(name, own)| (name.to_owned(), words(own))).collect(),
            figures: self.figures.into_iter().map(|(name, figure)| (name.to_owned(), figure.to_owned())).collect(),
            dates: dates.collect::<Option<_>>()?,
            kind: self.kind.kind(reading)?,
            ..Facts::of_page(Arc::clone(reading.file))
        })
    }
}

impl<'a> Published<'a> {
    fn of(publish: &'a Publish) -> Published<'a> {
        match publish {
            Publish::Missing => Published::Missing,
            Publish::Together(at, place) => Published::Together((moment(at), place.span)),
            Publish::Apart(instants) => Published::Apart(
                instants.iter().map(|(locale, (at, place))| (locale.as_str(), moment(at), place.span)).collect(),
            ),
        }
    }

    fn publish(self, reading: &Reading<'_>) -> Option<Publish> {
        Some(match self {
            Published::Missing => Publish::Missing,
            Published::Together((at, span)) => Publish::Together(reading.instant(at)?, reading.place(span)),
            Published::Apart(instants) => {
                let instants = instants
                    .into_iter()
                    .map(|(tag, at, span)| Some((reading.locale(tag)?, (reading.instant(at)?, reading.place(span)))));
                Publish::Apart(instants.collect::<Option<Vec<_>>>()?.into_iter().collect())
            }
        })
    }
}

impl<'a> UsualKind<'a> {
    fn of(kind: &'a KindFacts) -> Option<UsualKind<'a>> {
        Some(match kind {
            KindFacts::Release(release) => UsualKind::Release {
                place: release.place.as_ref().map(by_locale),
                number: release.number.as_deref(),
                contact: release.contact.as_ref().map(by_locale),
            },
            KindFacts::Statement(statement) => {
                let speaker = statement.speaker.as_ref();
                UsualKind::Statement {
                    country: statement.country.as_ref().map(written),
                    organization: statement.organization.as_ref().map(by_locale),
                    speaker: speaker.map(|own| (own.name.as_str(), own.role.as_ref().map(by_locale))),
                    delivered: statement.delivered.as_ref().map(day),
                    delivery: statement.delivery,
                    agenda: statement.agenda.as_ref().map(written),
                    text: statement.text,
                }
            }
            KindFacts::Outcome(OutcomeFacts { adopted, standing }) => {
                UsualKind::Outcome { adopted: adopted.as_ref().map(day), standing: *standing }
            }
            KindFacts::Page => UsualKind::Page,
            // There are few, and their facts are many.
            KindFacts::Event(_) => return None,
        })
    }

    fn kind(self, reading: &Reading<'_>) -> Option<KindFacts> {
        let texts = |texts| all(texts, |texts| reading.texts(texts));
        Some(match self {
            UsualKind::Release { place, number, contact } => KindFacts::Release(Box::new(ReleaseFacts {
                place: texts(place)?,
                number: number.map(str::to_owned),
                contact: texts(contact)?,
            })),
            UsualKind::Statement { country, organization, speaker, delivered, delivery, agenda, text } => {
                let speaker = all(speaker, |(name, role)| Some(Speaker { name: name.to_owned(), role: texts(role)? }))?;
                KindFacts::Statement(Box::new(StatementFacts {
                    country: country.map(|word| reading.word(word)),
                    organization: texts(organization)?,
                    speaker,
                    delivered: all(delivered, date)?,
                    delivery,
                    agenda: agenda.map(|word| reading.word(word)),
                    text,
                }))
            }
            UsualKind::Outcome { adopted, standing } => {
                KindFacts::Outcome(OutcomeFacts { adopted: all(adopted, date)?, standing })
            }
            UsualKind::Page => KindFacts::Page,
        })
    }
}

/// What kept facts are read by.
struct Reading<'a> {
    file: &'a Arc<str>,
    settings: &'a Settings,
}

impl Reading<'_> {
    fn place(&self, span: Span) -> Place {
        Place::new(self.file, span)
    }

    fn word(&self, (word, span): Written<'_>) -> Word {
        Word { word: word.to_owned(), place: self.place(span) }
    }

    /// One of the site's, as all of them are that facts name.
    fn locale(&self, tag: &str) -> Option<Locale> {
        self.settings.tag(tag).cloned()
    }

    fn instant(&self, (second, nanosecond, zone): Moment<'_>) -> Option<Instant> {
        // Nearly all are written in the office's own.
        let own = Some(&self.settings.time_zone).filter(|own| own.name() == zone);
        let zone = own.cloned().or_else(|| Zone::of_name(zone))?;
        Instant::of_numbers((second, nanosecond), zone)
    }

    fn texts(&self, (texts, span): ByLocale<'_>) -> Option<Texts> {
        let pairs = texts.iter().map(|(tag, text, _)| Some((self.locale(tag)?, (*text).to_owned())));
        let texts_by: Option<Vec<(Locale, String)>> = pairs.collect();
        let texts_by: crate::locale::PerLocale<String> = texts_by?.into_iter().collect();
        let places = texts_by.locales().cloned().zip(texts.iter().map(|(.., span)| self.place(*span)));
        Some(Texts { places: places.collect(), texts: texts_by, place: self.place(span) })
    }
}

/// What is made of a value, if there is one; none if nothing can be made of it.
fn all<T, U>(value: Option<T>, make: impl FnOnce(T) -> Option<U>) -> Option<Option<U>> {
    match value {
        Some(value) => make(value).map(Some),
        None => Some(None),
    }
}

fn written(word: &Word) -> Written<'_> {
    (&word.word, word.place.span)
}

fn by_locale(texts: &Texts) -> ByLocale<'_> {
    let each = texts.texts.iter().zip(texts.places.values());
    let each = each.map(|((locale, text), place)| (locale.as_str(), text.as_str(), place.span));
    (each.collect(), texts.place.span)
}

fn moment(at: &Instant) -> Moment<'_> {
    let (second, nanosecond) = at.numbers();
    (second, nanosecond, at.zone().name())
}

fn day(date: &Date) -> Day {
    (date.year(), date.month(), date.day())
}

fn date((year, month, day): Day) -> Option<Date> {
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests;
