//! The messages of one locale: the site's over the theme's, ready to be said.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast;
use fluent_syntax::parser::parse_runtime;
use unic_langid::LanguageIdentifier;

use super::circles;
use super::file::{Entry, EntryKind, MessageFile, Reference, Target, duplicate, syntax_mistake};
use super::functions::{FUNCTIONS, HouseNames, called, register, said};
use super::lower;
use super::marks::{FlawKind, mask};
use super::ready::{Call, Ready, variable};
use super::values::{argument_value, complaint, read_value};
use crate::diagnostic::{Diagnostic, Place, Reported, nearest};
use crate::digest::Digest;
use crate::locale::{Arguments, Formats, Locale, Phrase, Unresolved, Voice};
use crate::syntax::wordset::Quick;

/// Whether values are set apart from the text around them by U+2068 and U+2069, so that their
/// direction does not disturb it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Isolation {
    /// No: all values are written in the direction of the messages.
    #[default]
    Off,
    /// Yes: the site has languages of both directions.
    On,
}

/// Every message of a locale. Shared by threads; says the same for the same arguments always.
pub struct Messages {
    formats: Arc<Formats>,
    entries: BTreeMap<(EntryKind, String), Entry>,
    bundle: FluentBundle<Arc<FluentResource>>,
    house: Arc<HouseNames>,
    /// Those that are said without the bundle.
    ready: HashMap<String, Ready, Quick>,
    digest: Digest,
}

impl Messages {
    /// Joins the message files of a locale. `levels` go from the weakest (the theme) to the
    /// strongest (the site): an entry replaces that of the same id in the levels before. Said are
    /// ids that stand twice in one level, and references to what does not exist.
    pub fn new(formats: Arc<Formats>, levels: &[Vec<Arc<MessageFile>>], isolation: Isolation) -> Reported<Messages> {
        let mut said = Vec::new();
        let mut entries = BTreeMap::new();
        for level in levels {
            entries.extend(joined(level, &mut said));
        }
        said.extend(entries.values().flat_map(|entry: &Entry| unknown_references(entry, &entries)));
        said.extend(circles::judge(&entries));
        let text: String = entries.values().map(|entry| entry.lowered.as_str()).collect();
        let digest = Digest::of(&(&text, &*formats, isolation));
        // What was parsed and rewritten parses; were it not so, the rest would still be there.
        let resource = Arc::new(FluentResource::try_new(text).unwrap_or_else(|(rest, _)| rest));
        let cldr = Arc::new(HouseNames::new());
        let mut messages = Messages {
            bundle: bundle(&resource, &formats, &cldr, isolation),
            house: cldr,
            formats: Arc::clone(&formats),
            entries,
            ready: HashMap::default(),
            digest,
        };
        // COUNTRY cannot ask the bundle that calls it, so a first bundle says the names.
        let house = Arc::new(messages.house_names());
        messages.bundle = bundle(&resource, &formats, &house, isolation);
        messages.house = house;
        // A value that is set apart from the words around it is the bundle's.
        if isolation == Isolation::Off {
            messages.ready = ready(&resource);
        }
        Reported::new(messages, said)
    }

    /// Where the message `id` is defined.
    pub fn place_of(&self, id: &str) -> Option<&Place> {
        self.message(id).map(|entry| &entry.place)
    }

    /// The ids of all messages, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids_of(EntryKind::Message)
    }

    /// The entries that are in force, messages first, sorted by id.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// The message or term of this id.
    pub fn entry(&self, kind: EntryKind, id: &str) -> Option<&Entry> {
        self.entries.get(&(kind, id.to_owned()))
    }

    fn message(&self, id: &str) -> Option<&Entry> {
        self.entries.get(&(EntryKind::Message, id.to_owned()))
    }

    fn ids_of(&self, kind: EntryKind) -> impl Iterator<Item = &str> {
        self.entries.keys().filter(move |(known, _)| *known == kind).map(|(_, id)| id.as_str())
    }

    fn house_names(&self) -> HouseNames {
        let codes = self.ids().filter_map(|id| Some((id, id.strip_prefix("country-")?)));
        let named =
            codes.filter_map(|(id, code)| Some((code.to_owned(), self.phrase(id, Arguments::NONE).ok()?.marked())));
        named.collect()
    }

    fn say(&self, pattern: &ast::Pattern<&str>, arguments: &Arguments) -> Result<Phrase, Unresolved> {
        // Fluent's arguments cannot be shared by threads, so they are made for each call.
        let mut values = FluentArgs::new();
        for (name, argument) in arguments.iter() {
            values.set(name, FluentValue::from(argument_value(argument)));
        }
        let mut errors = Vec::new();
        let resolved = self.bundle.format_pattern(pattern, Some(&values), &mut errors);
        let first = errors.iter().find_map(|error| self.unresolved(error));
        match first.or_else(|| complaint(&resolved)) {
            Some(unresolved) => Err(self.with_nearest(unresolved, arguments)),
            None => Ok(Phrase::from_marked(&resolved)),
        }
    }

    fn unresolved(&self, error: &FluentError) -> Option<Unresolved> {
        let FluentError::ResolverError(error) = error else {
            return None;
        };
        Some(match error {
            ResolverError::Reference(reference) => unresolved_reference(reference),
            ResolverError::NoValue(id) => Unresolved::NoValue { id: own_id(id).to_owned() },
            ResolverError::Cyclic => Unresolved::Circle,
            ResolverError::TooManyPlaceables => Unresolved::TooLong,
            // Each selection was parsed, so it has a default.
            ResolverError::MissingDefault => Unresolved::Syntax { mistake: "no-default", detail: String::new() },
        })
    }

    fn with_nearest(&self, unresolved: Unresolved, arguments: &Arguments) -> Unresolved {
        let owned = |found: Option<&str>| found.map(str::to_owned);
        match unresolved {
            Unresolved::Message { id, .. } => {
                let nearest = owned(nearest(&id, self.ids()));
                Unresolved::Message { id, nearest }
            }
            Unresolved::Term { id, .. } => {
                let nearest = owned(nearest(&id, self.ids_of(EntryKind::Term)));
                Unresolved::Term { id, nearest }
            }
            Unresolved::Variable { name, .. } => {
                let nearest = owned(nearest(&name, arguments.names()));
                Unresolved::Variable { name, nearest }
            }
            Unresolved::Function { name, .. } => {
                let nearest = owned(nearest(&name, FUNCTIONS));
                Unresolved::Function { name, nearest }
            }
            other => other,
        }
    }
}

impl Voice for Messages {
    fn formats(&self) -> &Formats {
        &self.formats
    }

    fn phrase(&self, id: &str, arguments: &Arguments) -> Result<Phrase, Unresolved> {
        if let Some(phrase) = self.ready.get(id).and_then(|ready| ready.say(arguments, &self.formats)) {
            return Ok(phrase);
        }
        let (name, attribute) = id.split_once('.').map_or((id, None), |(name, attribute)| (name, Some(attribute)));
        let unknown = || self.with_nearest(Unresolved::Message { id: name.to_owned(), nearest: None }, arguments);
        let message = self.bundle.get_message(&["m-", name].concat()).ok_or_else(unknown)?;
        let pattern = match attribute {
            None => message.value().ok_or_else(|| Unresolved::NoValue { id: id.to_owned() })?,
            Some(attribute) => {
                let missing = || Unresolved::Attribute { id: name.to_owned(), attribute: attribute.to_owned() };
                message.get_attribute(attribute).ok_or_else(missing)?.value()
            }
        };
        self.say(pattern, arguments)
    }

    fn resolve(&self, placeable: &str, arguments: &Arguments) -> Result<Phrase, Unresolved> {
        if let Some(argument) = sole_variable(placeable).and_then(|name| arguments.get(name)) {
            return Ok(Phrase::from_marked(&said(read_value(&argument_value(argument)), &self.formats)));
        }
        if let Some(said) = Call::read(placeable, arguments).and_then(|call| called(&call, &self.formats))
            && complaint(&said).is_none()
        {
            return Ok(Phrase::from_marked(&said));
        }
        let resource = placeable_resource(placeable)?;
        match resource.get_entry(0) {
            Some(ast::Entry::Message(ast::Message { value: Some(pattern), .. })) => self.say(pattern, arguments),
            _ => Err(not_fluent()),
        }
    }

    fn has(&self, id: &str) -> bool {
        self.message(id).is_some()
    }

    fn country(&self, code: &str) -> Option<String> {
        match self.house.get(code) {
            Some(name) => Some(Phrase::from_marked(name).text()),
            None => self.formats.country(code),
        }
    }

    fn digest(&self) -> Digest {
        self.digest
    }
}

/// The entries of one level. Of two of one id the first stays.
fn joined(level: &[Arc<MessageFile>], said: &mut Vec<Diagnostic>) -> BTreeMap<(EntryKind, String), Entry> {
    let mut entries: BTreeMap<(EntryKind, String), Entry> = BTreeMap::new();
    for entry in level.iter().flat_map(|file| file.entries()) {
        let key = (entry.kind, entry.id.clone());
        match entries.get(&key) {
            Some(first) => said.push(duplicate(entry, &first.place)),
            None => {
                entries.insert(key, entry.clone());
            }
        }
    }
    entries
}

fn unknown_references(entry: &Entry, all: &BTreeMap<(EntryKind, String), Entry>) -> Vec<Diagnostic> {
    let unknown =
        entry.references.iter().filter_map(|reference| unknown_reference(reference, all).zip(Some(reference)));
    unknown.map(|(unresolved, reference)| unresolved.diagnostic(reference.place.clone())).collect()
}

fn unknown_reference(reference: &Reference, all: &BTreeMap<(EntryKind, String), Entry>) -> Option<Unresolved> {
    let name = &reference.name;
    let (kind, hyphen) = match reference.target {
        Target::Message => (EntryKind::Message, ""),
        Target::Term => (EntryKind::Term, "-"),
        Target::Function if FUNCTIONS.contains(&name.as_str()) => return None,
        Target::Function => {
            let nearest = nearest(name, FUNCTIONS).map(str::to_owned);
            return Some(Unresolved::Function { name: name.clone(), nearest });
        }
    };
    let Some(entry) = all.get(&(kind, name.clone())) else {
        let known = all.keys().filter(|(known, _)| *known == kind).map(|(_, id)| id.as_str());
        let (id, nearest) = (name.clone(), nearest(name, known).map(str::to_owned));
        return Some(match kind {
            EntryKind::Message => Unresolved::Message { id, nearest },
            EntryKind::Term => Unresolved::Term { id, nearest },
        });
    };
    let attribute = reference.attribute.as_ref().filter(|attribute| !entry.attributes.contains(attribute))?;
    Some(Unresolved::Attribute { id: format!("{hyphen}{name}"), attribute: attribute.clone() })
}

fn bundle(
    resource: &Arc<FluentResource>,
    formats: &Arc<Formats>,
    house: &Arc<HouseNames>,
    isolation: Isolation,
) -> FluentBundle<Arc<FluentResource>> {
    // The bundle itself formats nothing, so a tag that it cannot read does no harm.
    let language: LanguageIdentifier = formats.locale().as_str().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(isolation == Isolation::On);
    // Both fail only for a name taken twice; rewritten ids are never in capitals, and stand once.
    let registered = register(&mut bundle, formats, house);
    debug_assert!(registered.is_ok(), "the names of functions differ");
    bundle.add_resource_overriding(Arc::clone(resource));
    bundle
}

fn unresolved_reference(reference: &ReferenceKind) -> Unresolved {
    match reference {
        ReferenceKind::Function { id } => Unresolved::Function { name: id.clone(), nearest: None },
        ReferenceKind::Variable { id } => Unresolved::Variable { name: id.clone(), nearest: None },
        ReferenceKind::Message { id, attribute: None } => {
            Unresolved::Message { id: own_id(id).to_owned(), nearest: None }
        }
        ReferenceKind::Term { id, attribute: None } => Unresolved::Term { id: own_id(id).to_owned(), nearest: None },
        ReferenceKind::Message { id, attribute: Some(attribute) } => {
            Unresolved::Attribute { id: own_id(id).to_owned(), attribute: attribute.clone() }
        }
        ReferenceKind::Term { id, attribute: Some(attribute) } => {
            Unresolved::Attribute { id: format!("-{}", own_id(id)), attribute: attribute.clone() }
        }
    }
}

/// The id as the author wrote it, without `m-` or `t-`.
fn own_id(id: &str) -> &str {
    id.get(2..).unwrap_or(id)
}

/// The name in a placeable that is no more than a variable: `{ $registrants }`. Most are, and reading each
/// as Fluent, twice over, costs ten times what writing its figure does.
fn sole_variable(placeable: &str) -> Option<&str> {
    variable(placeable.strip_prefix('{')?.strip_suffix('}')?.trim_matches(' '))
}

/// The messages of a rewritten resource that are said without the bundle, by their ids.
fn ready(resource: &FluentResource) -> HashMap<String, Ready, Quick> {
    let of = |entry: &ast::Entry<&str>| match entry {
        ast::Entry::Message(message) => {
            let ready = Ready::of(message.value.as_ref()?)?;
            Some((own_id(message.id.name).to_owned(), ready))
        }
        _ => None,
    };
    resource.entries().filter_map(of).collect()
}

fn not_fluent() -> Unresolved {
    Unresolved::Syntax { mistake: "other", detail: String::new() }
}

/// Parses and rewrites one placeable as the value of a message of its own.
fn placeable_resource(placeable: &str) -> Result<FluentResource, Unresolved> {
    let masked = mask(&["p = ", placeable].concat());
    if masked.flaws.iter().any(|flaw| matches!(flaw.kind, FlawKind::Depth)) {
        return Err(Unresolved::Syntax { mistake: "nested-too-deeply", detail: String::new() });
    }
    let resource = parse_runtime(masked.text.as_str())
        .map_err(|(_, errors)| errors.first().map_or_else(not_fluent, |error| syntax_mistake(&error.kind)))?;
    let [ast::Entry::Message(message)] = &resource.body[..] else {
        return Err(not_fluent());
    };
    let is_placeable = message.value.as_ref().is_some_and(|value| {
        matches!(value.elements[..], [ast::PatternElement::Placeable { .. }]) && message.attributes.is_empty()
    });
    if !is_placeable {
        return Err(not_fluent());
    }
    FluentResource::try_new(lower::message(message)).map_err(|_| not_fluent())
}

/// Reads one placeable of prose, with its braces, as an entry, to be looked at as the messages are. Every
/// place in it is `place`. None for what is not Fluent: who found the placeable said so.
pub fn read_placeable(source: &str, place: &Place, locale: &Locale) -> Option<Entry> {
    let read = MessageFile::read(&place.file, locale, &format!("p = {source}\n")).value;
    let entry = read.entries().first()?;
    let mut anatomy = (*entry.anatomy).clone();
    anatomy.choices.iter_mut().for_each(|choice| {
        choice.place = place.clone();
        choice.variants.iter_mut().for_each(|variant| variant.place = place.clone());
    });
    let mut entry = entry.clone();
    entry.references.iter_mut().for_each(|reference| reference.place = place.clone());
    Some(Entry { place: place.clone(), anatomy: Arc::new(anatomy), ..entry })
}
