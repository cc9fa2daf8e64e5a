//! The way through a text: what begins at each position, from left to right.

use super::clock::Clock;
use super::digits::Shape;
use super::lexicon::{self, HYPHENS};
use super::spelled::Sense;
use super::tail::Unit;
use super::token::{Kind, Tokens};
use super::{DateParts, Decimal, Found, Reader, Value, join, meaning, part};
use crate::syntax::weekday::words::Tongue;

/// A value as it stands, before its neighbours complete it.
#[derive(Debug, Clone)]
pub(super) enum Raw {
    Number(Number),
    Ordinal(u32),
    Date(DateParts),
    Time(Clock),
    /// `13.00` in Indonesian without a word that makes it an hour.
    Bare(Clock),
    /// A zone without an hour.
    Zone(i16),
    /// A telephone number, the number of a document.
    Code(String),
    /// What words say that are no number of their own.
    Said(Value),
}

/// A number with what was written behind it.
#[derive(Debug, Clone, Default)]
pub(super) struct Number {
    pub(super) amount: Decimal,
    pub(super) zeros: Option<usize>,
    pub(super) unit: Unit,
    /// How many digits, where it is nothing but digits.
    pub(super) plain: usize,
    /// Whether it is written as an hour may be: 8.00.
    pub(super) is_clock: bool,
}

/// A value and its positions.
#[derive(Debug, Clone)]
pub(super) struct Atom {
    pub(super) raw: Raw,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) is_sure: bool,
    /// What else it may mean.
    pub(super) also: Vec<Value>,
    /// Whether it counts what is known already.
    pub(super) is_definite: bool,
}

/// A text on the way.
pub(super) struct Scan<'a> {
    pub(super) reader: &'a Reader,
    pub(super) tokens: &'a Tokens<'a>,
    pub(super) atoms: Vec<Atom>,
}

/// What stands right before digits.
#[derive(PartialEq)]
enum Before {
    Nothing,
    /// A prefix: "post-2015".
    Prefix,
    /// Letters: they are part of a code.
    Code,
}

/// Reads all values of a text. `first` are the bytes of the words of ASCII that one may begin with
/// ([`Tokens::of`]).
pub(super) fn scan(reader: &Reader, text: &str, first: &[usize]) -> Vec<Found> {
    read(reader, Tokens::of(text, first, &reader.starters))
}

/// Reads all values of a text that is cut into tokens.
pub(super) fn read(reader: &Reader, tokens: Tokens<'_>) -> Vec<Found> {
    let mut scan = Scan { reader, tokens: &tokens, atoms: Vec::new() };
    let mut from = 0;
    for at in tokens.starts() {
        if at >= from {
            // Every step goes on, whatever it read.
            from = scan.step(at).max(at + 1);
        }
    }
    let mut atoms = scan.atoms;
    join::join(reader, &tokens, &mut atoms);
    meaning::complete(reader, &tokens, &mut atoms);
    part::add(reader, &tokens, &mut atoms);
    let mut read = Vec::with_capacity(atoms.len());
    read.extend(atoms.into_iter().map(|atom| found(&tokens, atom)));
    read
}

fn found(tokens: &Tokens<'_>, atom: Atom) -> Found {
    let mut is_sure = atom.is_sure;
    let value = match atom.raw {
        Raw::Ordinal(place) => Value::Ordinal(place),
        Raw::Date(date) => Value::Date(date),
        Raw::Time(clock) => clock.value(),
        Raw::Zone(zone) => Value::Zone(zone),
        Raw::Code(code) => Value::Code(code),
        Raw::Said(value) => value,
        Raw::Bare(clock) => {
            is_sure = false;
            clock.value()
        }
        Raw::Number(number) => {
            let amount = number.amount.into_scaled(number.zeros.unwrap_or(0));
            match number.unit {
                Unit::None => Value::Figure(amount),
                Unit::Percent => Value::Percent(amount),
                Unit::Money(currency) => Value::Money { currency, amount },
            }
        }
    };
    Found { value, range: tokens.bytes(atom.from, atom.to), is_sure, also: atom.also, is_definite: atom.is_definite }
}

impl Scan<'_> {
    /// Notes a value; the position behind it.
    pub(super) fn note(&mut self, raw: Raw, from: usize, to: usize, is_sure: bool) -> usize {
        self.atoms.push(Atom { raw, from, to, is_sure, also: Vec::new(), is_definite: false });
        to
    }

    /// Says of the value noted last whether it counts what is known.
    pub(super) fn mark_definite(&mut self, is_definite: bool) {
        if let Some(atom) = self.atoms.last_mut() {
            atom.is_definite = is_definite;
        }
    }

    /// Notes the number of a telephone or the like that ends at `to`, if it does.
    pub(super) fn note_code(&mut self, from: usize, to: Option<usize>) -> Option<usize> {
        let to = to?;
        // Without the label before it.
        let from = (from..to).find(|at| self.tokens.digit_count(*at) > 0).unwrap_or(from);
        let is_bracketed = (from..to).any(|at| self.tokens.is_sign(at, &[')']));
        let is_open = is_bracketed && self.tokens.is_sign(from.wrapping_sub(1), &['(']);
        let from = from - usize::from(is_open);
        let digits: String = (from..to).map(|at| self.tokens.digits(at)).collect();
        Some(self.note(Raw::Code(digits), from, to, false))
    }

    /// Reads what begins at a position; the position behind it, or this one if nothing does.
    fn step(&mut self, at: usize) -> usize {
        if self.tokens.is_dead(at) {
            let end = self.tokens.document_number(at);
            let code = end.map(|end| self.tokens.text[self.tokens.bytes(at, end)].to_uppercase());
            return code.zip(end).map_or(at, |(code, end)| self.note(Raw::Code(code), at, end, false));
        }
        match self.tokens.kind(at) {
            Some(Kind::Digits) => self.at_digits(at),
            Some(Kind::Word) => self.at_word(at),
            Some(Kind::Sign(sign)) => self.at_sign(at, sign),
            Some(Kind::Space) | None => at,
        }
    }

    fn at_sign(&mut self, at: usize, sign: char) -> usize {
        if let Some(currency) = lexicon::currency_sign(sign) {
            return self.money(at, at + 1, currency);
        }
        if let Some(fraction) = lexicon::vulgar(sign) {
            let number = Number { amount: Decimal::of("", fraction), ..Number::default() };
            return if fraction.is_empty() { at } else { self.number(number, at, at + 1, false) };
        }
        let is_apart = matches!(self.tokens.kind_before(at), None | Some(Kind::Space | Kind::Sign('(')));
        match sign {
            '+' | '(' => {
                let end = self.telephone(at, at + 1, sign == '+');
                self.note_code(at, end).unwrap_or(at)
            }
            '-' | '−' if is_apart && self.tokens.kind(at + 1) == Some(Kind::Digits) => self.negative(at, at + 1),
            '-' | '−' if is_apart && self.currency_at(at + 1).is_some() => self.negative(at, at + 1),
            _ => at,
        }
    }

    /// What is behind a minus: the next value, below nought.
    fn negative(&mut self, at: usize, behind: usize) -> usize {
        let known = self.atoms.len();
        let end = match self.tokens.kind(behind) {
            Some(Kind::Digits) => self.plain_number(behind, behind),
            Some(Kind::Sign(sign)) => self.at_sign(behind, sign),
            _ => self.at_word(behind),
        };
        for atom in &mut self.atoms[known..] {
            if let Raw::Number(number) = &mut atom.raw {
                number.amount = number.amount.clone().signed(true);
                (atom.from, number.plain) = (at, 0);
            }
        }
        end
    }

    fn at_digits(&mut self, at: usize) -> usize {
        let before = self.before(at);
        if before == Before::Code {
            return self.past_code(at);
        }
        let telephone = self.telephone(at, at, false);
        let read = self.list_number(at).or_else(|| self.note_code(at, telephone));
        let read = read.or_else(|| self.at_digits_and_sign(at));
        let read = read.or_else(|| self.day_first(at)).or_else(|| self.hour(at, at, false));
        match read {
            Some(end) => end,
            None => {
                let known = self.atoms.len();
                let end = self.plain_number(at, at);
                self.atoms[known..].iter_mut().for_each(|atom| atom.is_sure &= before == Before::Nothing);
                end
            }
        }
    }

    /// Reads what has a sign right behind the digits that it begins with: most digits have none.
    fn at_digits_and_sign(&mut self, at: usize) -> Option<usize> {
        let Some(Kind::Sign(_)) = self.tokens.kind(at + 1) else { return None };
        self.numeric_date(at).or_else(|| self.days_of_week(at)).or_else(|| self.joined_by_signs(at))
    }

    fn before(&self, at: usize) -> Before {
        let tokens = &self.tokens;
        let is_word = |at: Option<usize>| at.is_some_and(|at| tokens.kind(at) == Some(Kind::Word));
        match tokens.kind_before(at) {
            // The Arabic "and" is written together with what follows.
            Some(Kind::Word) if tokens.text(at - 1) == "و" => Before::Nothing,
            Some(Kind::Word | Kind::Digits) => Before::Code,
            Some(Kind::Sign('_' | '=' | '~' | '^' | '@' | '&' | '#' | '\\')) => Before::Code,
            Some(Kind::Sign('+')) if is_word(at.checked_sub(2)) => Before::Code,
            Some(Kind::Sign(sign)) if HYPHENS.contains(&sign) && is_word(at.checked_sub(2)) => self.prefix(at - 2),
            _ => Before::Nothing,
        }
    }

    /// Whether the word before a hyphen makes a code of the digits behind it: "COVID-19".
    fn prefix(&self, at: usize) -> Before {
        let (word, written) = (self.tokens.word(at), self.tokens.text(at));
        // "triwulan II-2021"
        let is_value = lexicon::roman(written).is_some()
            || lexicon::zone(written).is_some()
            || lexicon::zeros(self.reader.tongue, word).is_some()
            || self.reader.months.contains_key(word)
            || matches!(word, "persen" | "percent" | "cent" | "am" | "pm" | "m");
        // "H-30" in Indonesian: thirty days before the day.
        let is_countdown = written == "H" && self.reader.tongue == Tongue::Indonesian;
        match is_countdown || written.chars().all(char::is_lowercase) {
            _ if is_value => Before::Nothing,
            true => Before::Prefix,
            false => Before::Code,
        }
    }

    /// The position behind letters and digits without white space.
    fn past_code(&self, at: usize) -> usize {
        let mut end = self.reader.written(self.tokens, at).end;
        while matches!(self.tokens.kind(end), Some(Kind::Word | Kind::Digits)) {
            end += 1;
        }
        end
    }

    /// Passes the number of an item at the beginning of a line: "3. ".
    fn list_number(&self, at: usize) -> Option<usize> {
        let is_first = match at.checked_sub(1) {
            None => true,
            Some(before) => self.tokens.text(before).contains(['\n', '\0']),
        };
        let is_short = self.tokens.digit_count(at) <= 3;
        let is_item = self.tokens.is_sign(at + 1, &['.', ')']) && self.tokens.kind(at + 2) == Some(Kind::Space);
        // "16. November" in German
        (is_first && is_short && is_item && self.month(at + 3).is_none()).then_some(at + 2)
    }

    /// Reads a number in digits with its unit, from `from` on.
    pub(super) fn plain_number(&mut self, from: usize, at: usize) -> usize {
        let written = self.reader.written(self.tokens, at);
        if let Some(end) = self.ordinal_behind(at, written.end, written.shape) {
            return end;
        }
        let Some(tail) = self.tail(written.end, None) else { return self.past_code(at) };
        let leading = self.tokens.digits(at);
        let is_marked = tail.zeros.is_some() || tail.unit != Unit::None;
        let (plain, is_sure) = match written.shape {
            Shape::Whole(length) if leading.starts_with('0') && length > 2 => return tail.end,
            Shape::Whole(length) => (length, length == 1 || !leading.starts_with('0')),
            Shape::Notated => (0, true),
            // "4.0" is a name in any language; "1.5 juta" is a figure in another's notation.
            Shape::Odd if !is_marked => (0, false),
            Shape::Odd | Shape::Chain => return tail.end,
        };
        let plain = if is_marked || written.end != tail.end { 0 } else { plain };
        let is_aside = self.tokens.is_sign(at.wrapping_sub(1), &['(']) && self.tokens.is_sign(tail.end, &[')']);
        let is_sure = is_sure && !(is_aside && plain > 0 && plain < 4) && !self.is_day_of_month(at, plain);
        let is_clock =
            written.end == at + 3 && self.tokens.is_sign(at + 1, &['.']) && self.tokens.digit_count(at + 2) == 2;
        let number = Number { amount: written.value, zeros: tail.zeros, unit: tail.unit, plain, is_clock };
        self.number(number, from, tail.end, is_sure)
    }

    /// "tanggal 16", in English "the 16th".
    fn is_day_of_month(&self, at: usize, plain: usize) -> bool {
        let before = self.tokens.before_space(at).map(|before| self.tokens.word(before)).unwrap_or_default();
        (1..=2).contains(&plain) && matches!(before, "tanggal" | "tgl")
    }

    fn number(&mut self, number: Number, from: usize, to: usize, is_sure: bool) -> usize {
        self.note(Raw::Number(number), from, to, is_sure)
    }

    /// `19th` in English.
    fn ordinal_behind(&mut self, at: usize, end: usize, shape: Shape) -> Option<usize> {
        let is_suffix = matches!(self.tokens.word(end), "st" | "nd" | "rd" | "th");
        let is_ordinal = is_suffix && self.reader.tongue == Tongue::English && matches!(shape, Shape::Whole(1..=6));
        let place: u32 = self.tokens.digits(at).parse().ok().filter(|_| is_ordinal)?;
        Some(self.note(Raw::Ordinal(place), at, end + 1, true))
    }

    fn at_word(&mut self, at: usize) -> usize {
        if matches!(self.tokens.kind_before(at), Some(Kind::Word | Kind::Digits)) {
            return at;
        }
        if let Some((currency, behind)) = self.currency_at(at) {
            let end = self.money(at, behind, currency);
            if end > at {
                return end;
            }
        }
        let word = self.tokens.word(at);
        let labelled = self.labelled(at, word);
        let read = self.note_code(at, labelled).or_else(|| self.announced(at, word));
        let read = read.or_else(|| self.month_first(at)).or_else(|| self.signed_word(at, word));
        let read = read.or_else(|| self.placed(at, word)).or_else(|| self.number_words(at, word));
        read.or_else(|| self.lone_zone(at)).unwrap_or(at)
    }

    /// "minus 5"
    fn signed_word(&mut self, at: usize, word: &str) -> Option<usize> {
        let behind = self.tokens.past_space(at + 1);
        let is_one = word == "minus" && behind > at + 1 && self.tokens.kind(behind) == Some(Kind::Digits);
        is_one.then(|| self.negative(at, behind))
    }

    /// `ke-19`
    fn placed(&mut self, at: usize, word: &str) -> Option<usize> {
        let is_one = self.reader.tongue == Tongue::Indonesian && word == "ke" && self.tokens.is_sign(at + 1, &HYPHENS);
        let written =
            (is_one && self.tokens.digit_count(at + 2) > 0).then(|| self.reader.written(self.tokens, at + 2))?;
        let place = written.value.small().filter(|_| matches!(written.shape, Shape::Whole(1..=6)))?;
        Some(self.note(Raw::Ordinal(place), at, written.end, true))
    }

    /// Whether a word with a capital follows another word: "Nusa Dua", "Group of Twenty".
    fn is_in_name(&self, at: usize) -> bool {
        let is_capital = self.tokens.text(at).starts_with(char::is_uppercase);
        let before = self.tokens.before_space(at).and_then(|before| self.tokens.kind(before));
        is_capital && before == Some(Kind::Word)
    }

    fn number_words(&mut self, at: usize, word: &str) -> Option<usize> {
        if let Some(mut spelled) = self.reader.spelled(self.tokens, at) {
            spelled.is_sure &= !self.is_in_name(at);
            return match (spelled.sense, spelled.value.small()) {
                (Sense::Share, _) => Some(spelled.end),
                (Sense::Place, place) => {
                    let end = self.note(Raw::Ordinal(place?), at, spelled.end, spelled.is_sure);
                    // "kelima bidang" are the five areas, or is the fifth.
                    let is_known = self.reader.tongue == Tongue::Indonesian;
                    self.mark_definite(is_known);
                    Some(end)
                }
                (Sense::Number, _) => {
                    let tail = self.tail(spelled.end, None)?;
                    // "dana (miliar rupiah)" counts nothing.
                    let is_size = lexicon::zeros(self.reader.tongue, word).is_some();
                    let is_counted = !is_size || matches!(self.tokens.before_word(at), "a" | "per");
                    let is_marked = tail.zeros.is_some() || tail.unit != Unit::None;
                    let is_sure = spelled.is_sure || is_marked && is_counted;
                    let (zeros, unit) = (tail.zeros, tail.unit);
                    let number = Number { amount: spelled.value, zeros, unit, ..Number::default() };
                    // "sejuta", "a hundred": another one in the other language is a mistake.
                    let is_large = !is_sure && number.amount >= Decimal::from(100);
                    let end = self.number(number, at, tail.end, is_sure);
                    self.mark_definite(is_large);
                    Some(end)
                }
            };
        }
        let place = lexicon::roman(self.tokens.text(at));
        if let Some(place) = place {
            self.note(Raw::Ordinal(place), at, at + 1, false);
            self.mark_definite(true);
            return Some(at + 1);
        }
        let amount = Decimal::from(lexicon::loose(self.reader.tongue, word)?);
        // "threefold, to Rp3.6 trillion": it has no size of its own, and takes none.
        Some(self.number(Number { amount, zeros: Some(0), ..Number::default() }, at, at + 1, false))
    }
}
