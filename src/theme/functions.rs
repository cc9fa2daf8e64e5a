//! What templates may call: `t`, `t_text`, `t_in`, `asset`; filters `number`, `date`, `list`, `group_by`. All pure. And `say`
//! and `say_text`, the messages that need no arguments.
//!
//! Each finds the page's language in the context's `lang`, so a component must declare `@lang`.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use indexmap::IndexMap;
use tera::value::Key;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::locale::{
    Argument, Arguments, DateStyle, Instant, Locale, NumberOptions, PerLocale, Voice, Zone, is_decimal, parse_date,
};
use crate::model::route::Route;
use crate::settings::Settings;
use crate::source::Asset;
use crate::syntax::fluent::Messages;
use crate::syntax::wordset::Quick;

/// Stands in a message's arguments for a piece of safe HTML until the message is HTML itself.
const SAFE_MARK: u32 = 0xF_0000;

/// What the functions speak with: the messages of each locale, and the office's zone.
struct Speech {
    tongues: Vec<Tongue>,
    zone: Zone,
}

/// A locale of the site.
struct Tongue {
    locale: Locale,
    voice: Arc<Messages>,
    said: Said,
}

impl Tongue {
    fn say(&self) -> Say {
        let all = |form: fn(&Spoken) -> &Value| {
            let said = self.said.iter().map(|(id, spoken)| (id.clone(), form(spoken).clone()));
            Value::from(said.collect::<BTreeMap<String, Value>>())
        };
        Say { html: all(|spoken| &spoken.html), text: all(|spoken| &spoken.text) }
    }
}

/// The messages of a locale that need no arguments, by their ids, as templates see them: to look one up takes a
/// quarter of the time of a call of `t`.
#[derive(Debug, Clone)]
pub struct Say {
    /// As safe HTML: `say`.
    pub html: Value,
    /// As plain text: `say_text`.
    pub text: Value,
}

impl Default for Say {
    fn default() -> Say {
        Say { html: Value::none(), text: Value::none() }
    }
}

/// The messages that need no arguments, by their ids: made once, since a page says some twenty of them, and
/// resolving them again for each page was a third of the cost of rendering.
type Said = HashMap<String, Spoken, Quick>;

/// A message as a template shows it. Tera shares the bytes of a longer text.
struct Spoken {
    html: Value,
    text: Value,
}

/// Which form of a message a template asks for.
#[derive(Clone, Copy)]
enum Form {
    Html,
    Text,
}

type Voices = Arc<Speech>;

/// Registers the functions and filters. Gives the messages of each locale that need no arguments.
pub(super) fn register(
    tera: &mut Tera,
    settings: &Settings,
    voices: &PerLocale<Arc<Messages>>,
    assets: &[(Arc<Asset>, Route)],
) -> PerLocale<Say> {
    let of = |(locale, voice): (&Locale, &Arc<Messages>)| Tongue {
        locale: locale.clone(),
        voice: Arc::clone(voice),
        said: said(voice, locale),
    };
    let tongues: Vec<Tongue> = voices.iter().map(of).collect();
    let say = tongues.iter().map(|tongue| (tongue.locale.clone(), tongue.say())).collect();
    let voices: Voices = Arc::new(Speech { tongues, zone: settings.time_zone.clone() });
    let urls = asset_urls(settings, assets);
    let (one, two, three) = (Arc::clone(&voices), Arc::clone(&voices), Arc::clone(&voices));
    tera.register_function("t", move |kwargs: Kwargs, state: &State| message(&one, &kwargs, state, Form::Html));
    tera.register_function("t_text", move |kwargs: Kwargs, state: &State| message(&two, &kwargs, state, Form::Text));
    tera.register_function("t_in", move |kwargs: Kwargs, state: &State| message(&three, &kwargs, state, Form::Html));
    tera.register_function("asset", move |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        let path = kwargs.must_get::<Cow<str>>("path")?;
        urls.get(path.as_ref()).cloned().ok_or_else(|| Error::message(format!("the theme has no asset {path:?}")))
    });
    let (one, two, three) = (Arc::clone(&voices), Arc::clone(&voices), voices);
    tera.register_filter("number", move |value: Value, kwargs: Kwargs, state: &State| {
        number(&one, &value, &kwargs, state)
    });
    tera.register_filter("date", move |value: Value, kwargs: Kwargs, state: &State| date(&two, &value, &kwargs, state));
    tera.register_filter("list", move |value: Vec<String>, _: Kwargs, state: &State| -> TeraResult<String> {
        let tongue = tongue(&three, &tag(&language(state)?))?;
        Ok(tongue.voice.formats().list(&value.iter().map(String::as_str).collect::<Vec<_>>()))
    });
    tera.register_filter("group_by", |values: Vec<Value>, kwargs: Kwargs, _: &State| group_by(values, &kwargs));
    say
}

fn asset_urls(settings: &Settings, assets: &[(Arc<Asset>, Route)]) -> BTreeMap<String, Value> {
    let url = |(asset, route): &(Arc<Asset>, Route)| {
        let path = super::inside(&asset.file);
        let short = path.strip_prefix("assets/").unwrap_or(path).to_owned();
        (short, Value::from(format!("{}{}", settings.base_url.path, route.url)))
    };
    assets.iter().map(url).collect()
}

/// The messages of a locale that need no arguments.
fn said(voice: &Messages, locale: &Locale) -> Said {
    let spoken = |id: &str| {
        let phrase = voice.phrase(id, Arguments::NONE).ok()?;
        Some(Spoken { html: Value::safe_string(&phrase.html_in(locale)), text: Value::from(phrase.text()) })
    };
    voice.ids().filter_map(|id| Some((id.to_owned(), spoken(id)?))).collect()
}

fn language(state: &State) -> TeraResult<Value> {
    state.get::<Value>("lang")?.ok_or_else(|| Error::message("no `lang` here: a component must declare `@lang`"))
}

fn tongue<'a>(voices: &'a Voices, lang: &str) -> TeraResult<&'a Tongue> {
    let as_written = voices.tongues.iter().find(|tongue| tongue.locale.as_str() == lang);
    // A theme may write a tag in another way.
    let parsed = || Locale::parse(lang).and_then(|locale| voices.tongues.iter().find(|own| own.locale == locale));
    as_written.or_else(parsed).ok_or_else(|| Error::message(format!("{lang:?} is not a locale of the site")))
}

/// Resolves the message that `id` names, with the other arguments.
fn message(voices: &Voices, kwargs: &Kwargs, state: &State, form: Form) -> TeraResult<Value> {
    let id = match named(kwargs, "id").and_then(Value::as_str) {
        Some(id) => Cow::Borrowed(id),
        None => kwargs.must_get::<Cow<str>>("id")?,
    };
    let lang = match named(kwargs, "lang") {
        Some(lang) => lang.clone(),
        None => language(state)?,
    };
    let lang = tag(&lang);
    let tongue = tongue(voices, &lang)?;
    let is_given = kwargs.iter().any(|(key, _)| !matches!(key.as_str(), Some("id" | "lang")));
    match (tongue.said.get(id.as_ref()), form) {
        (Some(spoken), Form::Html) if !is_given => Ok(spoken.html.clone()),
        (Some(spoken), Form::Text) if !is_given => Ok(spoken.text.clone()),
        _ => resolved(tongue, &voices.zone, &id, kwargs, form),
    }
}

/// An argument by its name. There are a few: to look at each is quicker than to hash the name.
fn named<'a>(kwargs: &'a Kwargs, name: &str) -> Option<&'a Value> {
    kwargs.iter().find(|(key, _)| key.as_str() == Some(name)).map(|(_, value)| value)
}

/// Resolves a message with what it is given.
fn resolved(tongue: &Tongue, zone: &Zone, id: &str, kwargs: &Kwargs, form: Form) -> TeraResult<Value> {
    let mut safe = Vec::new();
    let arguments: Arguments = kwargs
        .iter()
        .filter_map(|(key, value)| Some((key.as_str()?, value)))
        .filter(|(name, _)| !matches!(*name, "id" | "lang"))
        .map(|(name, value)| (name, argument(value, zone, &mut safe)))
        .collect();
    let unresolved = |why| Error::message(format!("message {id:?} in {:?}: {why}", tongue.locale.as_str()));
    let phrase = tongue.voice.phrase(id, &arguments).map_err(unresolved)?;
    Ok(match form {
        Form::Html => Value::safe_string(&with_safe(phrase.html_in(&tongue.locale), &safe, |html| html.clone())),
        Form::Text => Value::from(with_safe(phrase.text(), &safe, |html| without_tags(html))),
    })
}

/// The text of a value: that of a string is not copied.
fn tag(value: &Value) -> Cow<'_, str> {
    value.as_str().map_or_else(|| Cow::Owned(value.to_string()), Cow::Borrowed)
}

fn argument(value: &Value, zone: &Zone, safe: &mut Vec<String>) -> Argument {
    let moment = value.as_map().and_then(|map| map.get(&Key::Str("iso"))).and_then(Value::as_str);
    if let Some(moment) = moment {
        return when(moment, zone).unwrap_or_else(|| Argument::Text(moment.to_owned()));
    }
    match value.as_str() {
        Some(text) if value.is_safe() => {
            safe.push(text.to_owned());
            let mark = char::from_u32(SAFE_MARK + safe.len() as u32 - 1);
            Argument::Text(mark.map(String::from).unwrap_or_default())
        }
        Some(text) => Argument::Text(text.to_owned()),
        None if value.is_number() => Argument::Figure(value.to_string()),
        None => Argument::Text(value.to_string()),
    }
}

fn with_safe(text: String, safe: &[String], show: impl Fn(&String) -> String) -> String {
    safe.iter().enumerate().fold(text, |text, (at, html)| match char::from_u32(SAFE_MARK + at as u32) {
        Some(mark) => text.replace(mark, &show(html)),
        None => text,
    })
}

/// The text of our own HTML: what stands between its tags, unescaped.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text, |text, (entity, letter)| text.replace(entity, letter))
}

/// A day or a moment, the latter in the office's zone, whose name it is then written with.
fn when(iso: &str, zone: &Zone) -> Option<Argument> {
    parse_date(iso).map(Argument::Day).or_else(|_| Instant::parse(iso).map(|at| Argument::At(at.in_zone(zone)))).ok()
}

fn number(voices: &Voices, value: &Value, kwargs: &Kwargs, state: &State) -> TeraResult<String> {
    let voice = &tongue(voices, &tag(&language(state)?))?.voice;
    let options = NumberOptions {
        minimum_fraction_digits: kwargs.get::<u8>("minimum_fraction_digits")?,
        maximum_fraction_digits: kwargs.get::<u8>("maximum_fraction_digits")?,
        ..NumberOptions::default()
    };
    let typed = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let written = voice.formats().number(&typed, &options);
    match is_decimal(&typed) {
        true => Ok(written),
        false => Err(Error::message(format!("{typed:?} is not a number"))),
    }
}

fn date(voices: &Voices, value: &Value, kwargs: &Kwargs, state: &State) -> TeraResult<String> {
    let voice = &tongue(voices, &tag(&language(state)?))?.voice;
    let style = kwargs.get::<String>("style")?.unwrap_or_else(|| "long".to_owned());
    let style = DateStyle::parse(&style).ok_or_else(|| Error::message(format!("{style:?} is not a style of dates")))?;
    let iso = value.as_map().and_then(|map| map.get(&Key::Str("iso"))).unwrap_or(value);
    match iso.as_str().and_then(|iso| when(iso, &voices.zone)) {
        Some(Argument::Day(day)) => Ok(voice.formats().date(day, style)),
        Some(Argument::At(instant)) => Ok(voice.formats().date(instant.date(), style)),
        _ => Err(Error::message(format!("{iso} is not a date"))),
    }
}

/// Groups values by what stands at the path `attribute` of each, in the order of their first items; those that have none
/// there are in no group. In place of Tera's own filter, whose groups stand in another order each time, and with them
/// the bytes of the page.
fn group_by(values: Vec<Value>, kwargs: &Kwargs) -> TeraResult<Value> {
    if values.is_empty() {
        return Ok(Value::from(IndexMap::<Key<'static>, Value>::new()));
    }
    let attribute = kwargs.must_get::<Cow<str>>("attribute")?;
    let mut groups: IndexMap<Key<'static>, Vec<Value>> = IndexMap::new();
    for value in values {
        let name = value.get_from_path(&attribute);
        // Without the value itself: the same mistake on a thousand pages is told once.
        let name = name.ok_or_else(|| Error::message(format!("an item has nothing at {attribute:?}")))?;
        if !name.is_none() {
            let wrong = || Error::message(format!("what an item has at {attribute:?} cannot name a group"));
            let name = key(name).ok_or_else(wrong)?;
            groups.entry(name).or_default().push(value);
        }
    }
    Ok(Value::from(groups))
}

/// A value as the key of a map: a text, a whole number, yes or no.
fn key(value: &Value) -> Option<Key<'static>> {
    let text = value.as_str().map(|text| Key::from(text.to_owned()));
    let number = || value.as_i128().map(Key::from);
    text.or_else(|| value.as_bool().map(Key::Bool)).or_else(number)
}
