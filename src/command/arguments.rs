//! What may stand on the command line, in the program's language.

use std::collections::BTreeSet;
use std::ffi::OsString;

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};

use crate::diagnostic::nearest;
use crate::diagnostic::print::Format;
use crate::diagnostic::words::{Language, Words};
use crate::locale::Locale;
use crate::syntax::life::Grade;

/// Before the id of an argument that is a note in a language: `--en` is `note-en`.
pub(crate) const NOTE: &str = "note-";

/// The commands whose notes are options named after languages.
const WITH_NOTES: [&str; 2] = ["change", "withdraw"];

/// Why the arguments lead to no command.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Help or the version was asked for.
    Help(String),
    /// They are wrong: lines to print.
    Wrong(Vec<String>),
}

/// The program's language: that of `--locale`, wherever it stands, else that of the environment. Known
/// before the arguments are read, because their own mistakes are told in it.
pub(crate) fn language(arguments: &[OsString], environment: impl Fn(&str) -> Option<String>) -> Language {
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    let given = words.iter().enumerate().find_map(|(at, word)| match word.strip_prefix("--locale") {
        Some("") => words.get(at + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    given.and_then(Language::parse).unwrap_or_else(|| Language::from_environment(environment))
}

/// Reads the arguments, the program's name first.
pub(crate) fn read(arguments: &[OsString], words: &Words) -> Result<ArgMatches, Stop> {
    with_notes(command(words), arguments, words).try_get_matches_from(arguments).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Stop::Help(error.render().to_string()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Stop::Wrong(vec![error.render().to_string()]),
        _ => Stop::Wrong(wrong(&error, arguments, words)),
    })
}

/// The whole command line, as clap knows it.
pub(crate) fn command(words: &Words) -> Command {
    let say = |id: &str| words.say(id, &[]);
    let mut program = Command::new("warta")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say("about-program"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_help_heading(say("heading-commands"))
        .args(common(words))
        .arg(flag(words, "version", "option-version").short('V').action(ArgAction::Version))
        .subcommands(subcommands(words));
    dress(&mut program, words);
    program
}

/// Gives a command and all below it the program's own headings.
fn dress(command: &mut Command, words: &Words) {
    *command = dressed(std::mem::take(command), words);
    command.get_subcommands_mut().for_each(|sub| dress(sub, words));
}

/// The command line with a note for each language tag that is an option among the arguments: which
/// locales the site has is known only once it is read. Those of the program are there anyway.
fn with_notes(program: Command, arguments: &[OsString], words: &Words) -> Command {
    let typed: Vec<&str> = arguments.iter().skip(1).filter_map(|word| word.to_str()).collect();
    let Some(at) = typed.iter().position(|word| WITH_NOTES.contains(word)) else { return program };
    let behind = typed[at + 1..].iter().take_while(|word| **word != "--");
    let named = behind.filter_map(|word| word.strip_prefix("--")?.split('=').next());
    let tags: BTreeSet<&str> = named.filter(|name| Locale::parse(name).is_some()).collect();
    let common: Vec<String> = program.get_arguments().filter_map(|arg| arg.get_long().map(str::to_owned)).collect();
    WITH_NOTES.iter().fold(program, |program, name| {
        program.mut_subcommand(name, |command| {
            let is_new = |tag: &&str| {
                let known = common.iter().map(String::as_str).chain(command.get_arguments().filter_map(Arg::get_long));
                !known.into_iter().any(|known| known == *tag)
            };
            let new: Vec<&str> = tags.iter().copied().filter(is_new).collect();
            command.args(new.into_iter().map(|tag| note(words, tag)))
        })
    })
}

fn note(words: &Words, tag: &str) -> Arg {
    let help = words.say("option-note", &[("language", tag.to_owned())]);
    Arg::new(format!("{NOTE}{tag}"))
        .long(tag.to_owned())
        .value_name("TEXT")
        .action(ArgAction::Set)
        .help(help)
        .help_heading(words.say("heading-options", &[]))
}

/// The help of a command with the program's own headings.
fn dressed(command: Command, words: &Words) -> Command {
    let heading = words.say("heading-usage", &[]);
    command
        .disable_help_flag(true)
        .arg(flag(words, "help", "option-help").short('h').action(ArgAction::Help))
        .help_template(format!("{{about}}\n\n{heading}: {{usage}}\n\n{{all-args}}"))
}

fn common(words: &Words) -> [Arg; 3] {
    let root = option(words, "root", "option-root", "DIR").value_hint(ValueHint::DirPath);
    let locale =
        option(words, "locale", "option-locale", "LOCALE").value_parser(PossibleValuesParser::new(["id", "en"]));
    let format = option(words, "format", "option-format", "FORMAT")
        .value_parser(PossibleValuesParser::new(Format::ALL.map(Format::name)));
    [root, locale, format].map(|arg| arg.global(true).hide_possible_values(true))
}

fn subcommands(words: &Words) -> Vec<Command> {
    let about = |name: &'static str| Command::new(name).about(words.say(&format!("about-{name}"), &[]));
    let at = option(words, "at", "option-at", "INSTANT");
    let base_url = option(words, "base-url", "option-base-url", "URL").value_hint(ValueHint::Url);
    let urls = option(words, "urls", "option-urls", "FORM")
        .value_parser(PossibleValuesParser::new(["clean", "directory"]))
        .hide_possible_values(true);
    let jobs = option(words, "jobs", "option-jobs", "N").short('j').value_parser(clap::value_parser!(u16).range(1..));
    let document = argument(words, "document", "argument-document", "DOCUMENT").value_hint(ValueHint::DirPath);
    let language = argument(words, "language", "argument-language", "LOCALE");
    let accept = about("accept").args([document.required(true), language.required(true), at.clone()]);
    let status = status(words, about("status").arg(at.clone()));
    let due = due(words, about("due").arg(at.clone()));
    let seal = about("seal").arg(at.clone());
    let seal = seal.arg(flag(words, "formatter", "option-formatter").action(ArgAction::SetTrue));
    let text = argument(words, "text", "argument-text", "TEXT").required(true).value_hint(ValueHint::AnyPath);
    let verify = about("verify").arg(text).arg(at.clone());
    let verify = verify.arg(flag(words, "json", "option-json").action(ArgAction::SetTrue));
    let site = [at, base_url, urls, jobs];
    let out = option(words, "out", "option-out", "DIR").value_hint(ValueHint::DirPath);
    let preview = flag(words, "preview", "option-preview").action(ArgAction::SetTrue);
    let only = option(words, "only", "option-only", "DOCUMENT").requires("preview").value_hint(ValueHint::DirPath);
    let no_cache = flag(words, "no-cache", "option-no-cache").action(ArgAction::SetTrue);
    let why = option(words, "explain", "option-explain", "PATH").value_hint(ValueHint::AnyPath);
    let mut commands = vec![
        about("init").arg(argument(words, "dir", "argument-dir", "DIR").required(true).value_hint(ValueHint::DirPath)),
        about("new")
            .arg(argument(words, "kind", "argument-kind", "KIND").required(true))
            .arg(argument(words, "path", "argument-path", "PATH").required(true)),
        about("build").arg(out).args([preview, only]).args(site.clone()).args([no_cache.clone(), why]),
        check(words, about("check").args(site.clone()).arg(no_cache)),
        accept,
        change(words, about("change")),
        withdraw(words, about("withdraw")),
        status,
        due,
        seal,
        verify,
    ];
    if cfg!(feature = "serve") {
        let port = option(words, "port", "option-port", "PORT").short('p').value_parser(clap::value_parser!(u16));
        commands.push(about("serve").args(site).arg(port));
    }
    commands.push(theme(words, about("theme")));
    let code = argument(words, "code", "argument-code", "CODE");
    let markdown = flag(words, "markdown", "option-markdown").action(ArgAction::SetTrue).conflicts_with("code");
    commands.push(about("explain").arg(code).arg(markdown));
    let shells = PossibleValuesParser::new(["bash", "elvish", "fish", "powershell", "zsh"]);
    let shell = argument(words, "shell", "argument-shell", "SHELL").required(true).value_parser(shells);
    commands.push(about("completions").arg(shell.hide_possible_values(true)));
    commands
}

fn theme(words: &Words, command: Command) -> Command {
    let about = |name: &'static str| Command::new(name).about(words.say(&format!("about-theme-{name}"), &[]));
    let path = argument(words, "path", "argument-theme-file", "PATH").required(true).value_hint(ValueHint::AnyPath);
    let out = option(words, "out", "option-theme-out", "DIR").value_hint(ValueHint::DirPath);
    command
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(words.say("heading-commands", &[]))
        .subcommands([about("list"), about("eject").arg(path).arg(out)])
}

fn check(words: &Words, command: Command) -> Command {
    let seconds = clap::value_parser!(u16).range(1..=600);
    let timeout = option(words, "timeout", "option-timeout", "SECONDS").requires("external").value_parser(seconds);
    command.arg(flag(words, "external", "option-external").action(ArgAction::SetTrue)).arg(timeout)
}

fn change(words: &Words, command: Command) -> Command {
    let switch = |name: &'static str, help: &str| flag(words, name, help).action(ArgAction::SetTrue);
    let grades = PossibleValuesParser::new(Grade::ALL.map(|(word, _)| word));
    let grade = option(words, "grade", "option-grade", "GRADE").required(true).value_parser(grades);
    command
        .arg(argument(words, "document", "argument-document", "DOCUMENT").required(true).value_hint(ValueHint::DirPath))
        .arg(grade.hide_possible_values(true))
        .args(["id", "en"].map(|tag| note(words, tag)))
        .arg(switch("major", "option-major").conflicts_with("minor"))
        .arg(switch("minor", "option-minor"))
        .arg(languages(words, "affects", "option-affects"))
        .arg(option(words, "at", "option-stamp", "INSTANT"))
}

fn withdraw(words: &Words, command: Command) -> Command {
    command
        .arg(argument(words, "document", "argument-document", "DOCUMENT").required(true).value_hint(ValueHint::DirPath))
        .args(["id", "en"].map(|tag| note(words, tag)))
        .arg(languages(words, "editions", "option-editions"))
        .arg(option(words, "replaced-by", "option-replaced-by", "DOCUMENT").value_hint(ValueHint::DirPath))
        .arg(option(words, "at", "option-stamp", "INSTANT"))
}

/// An option that may be given more than once, or name several languages with commas.
fn languages(words: &Words, name: &'static str, help: &str) -> Arg {
    flag(words, name, help).value_name("LANGUAGE").action(ArgAction::Append).value_delimiter(',')
}

fn status(words: &Words, command: Command) -> Command {
    let states = PossibleValuesParser::new(super::status::selections());
    let path = argument(words, "path", "argument-folder", "PATH").value_hint(ValueHint::DirPath);
    command
        .arg(path)
        .arg(option(words, "only", "option-state", "STATE").value_parser(states).hide_possible_values(true))
        .arg(flag(words, "json", "option-json").action(ArgAction::SetTrue))
}

fn due(words: &Words, command: Command) -> Command {
    let switch = |name: &'static str, help: &str| flag(words, name, help).action(ArgAction::SetTrue);
    let within = option(words, "within", "option-within", "DURATION").requires("wait");
    command.arg(switch("json", "option-json")).arg(switch("wait", "option-wait")).arg(within)
}

fn option(words: &Words, name: &'static str, help: &str, value: &'static str) -> Arg {
    flag(words, name, help).value_name(value).action(ArgAction::Set)
}

fn flag(words: &Words, name: &'static str, help: &str) -> Arg {
    Arg::new(name).long(name).help(words.say(help, &[])).help_heading(words.say("heading-options", &[]))
}

fn argument(words: &Words, name: &'static str, help: &str, value: &'static str) -> Arg {
    Arg::new(name).value_name(value).help(words.say(help, &[])).help_heading(words.say("heading-arguments", &[]))
}

/// What is wrong with the arguments, in the program's words.
fn wrong(error: &clap::Error, arguments: &[OsString], words: &Words) -> Vec<String> {
    let of = |kind: ContextKind| error.get(kind).map(shown).unwrap_or_default();
    let line = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let given = of(ContextKind::InvalidSubcommand);
            let (_, called) = called(arguments, words);
            let known: Vec<String> = called.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
            let near = nearest(&given, known.iter().map(String::as_str)).unwrap_or("").to_owned();
            words.say("usage-unknown-command", &[("command", given), ("nearest", near)])
        }
        ErrorKind::MissingSubcommand => words.say("usage-missing-command", &[]),
        ErrorKind::UnknownArgument => words.say(
            "usage-unknown-option",
            &[("option", of(ContextKind::InvalidArg)), ("nearest", of(ContextKind::SuggestedArg))],
        ),
        ErrorKind::MissingRequiredArgument => {
            words.say("usage-missing-argument", &[("arguments", of(ContextKind::InvalidArg))])
        }
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).is_empty() => {
            words.say("usage-missing-value", &[("option", of(ContextKind::InvalidArg))])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => words.say(
            "usage-bad-value",
            &[
                ("value", of(ContextKind::InvalidValue)),
                ("option", of(ContextKind::InvalidArg)),
                ("known", of(ContextKind::ValidValue)),
            ],
        ),
        ErrorKind::ArgumentConflict => words
            .say("usage-conflict", &[("option", of(ContextKind::InvalidArg)), ("other", of(ContextKind::PriorArg))]),
        ErrorKind::InvalidUtf8 => words.say("usage-not-utf8", &[]),
        _ => error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned(),
    };
    vec![
        format!("{}: {line}", words.say("level-error", &[])),
        words.say("usage-more", &[("command", called(arguments, words).0)]),
    ]
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// `warta build`, as far as a command was named, and that command.
fn called(arguments: &[OsString], words: &Words) -> (String, Command) {
    let typed = arguments.iter().skip(1).filter_map(|word| word.to_str());
    typed.fold(("warta".to_owned(), command(words)), |(name, command), word| match command.find_subcommand(word) {
        Some(sub) => (format!("{name} {word}"), sub.clone()),
        None => (name, command),
    })
}
