# The words of the command line: what `warta` prints, and what its `--help` says.
#
# Values are text. NUMBER($count) groups digits and selects a plural. Ids begin with the place
# where the words are used; a comment above a message explains its variables.

## Levels of diagnostics

level-error = error
level-warning = warning
level-note = note
level-help = help
# the label of a second place that has no label of its own
level-other = see here

## The help of the command line: headings

heading-usage = Usage
heading-commands = Commands
heading-options = Options
heading-arguments = Arguments
heading-default = default
heading-values = possible values

## The help of the command line: commands

about-program = Builds newsrooms whose languages agree and whose releases come out at their hour, not before
about-init = Make a small complete newsroom in a new folder
about-new = Make the files of a new document
about-build = Build the site
about-check = Judge the site, held documents included, without writing anything
about-accept = Accept a translation, read against its original: only then does it go out
about-change = Record a change of a released document, in its facts
about-withdraw = Withdraw a released document, or some of its languages
about-status = Tell how far every edition has come, what is stale, and what is found wrong
about-due = Tell when the site changes next by the clock alone, and why
about-seal = Record in the ledger what was released, changed, withdrawn or removed
about-verify = Tell which edition and version a text is, or where it differs from the released one
about-serve = Show the site in the browser while you write; drafts and held documents are shown too
about-explain = Explain a diagnostic by its code or name, or list them all
about-theme = List the files of the built-in theme, or copy them into the site to edit them
about-theme-list = List the files of the built-in theme, and mark those that the site has itself
about-theme-eject = Copy a file or folder of the built-in theme into the site's own theme
about-completions = Print the completions for a shell
about-help = Print this help, or that of a command

## The help of the command line: options

option-root = The folder of the site [default: the nearest one upward with a warta.yaml]
option-locale = The language of the program itself: id or en [default: from the environment]
option-format = How diagnostics are printed: human, short, json, sarif or github
option-out = The folder to write into [default: public in the site, or preview with --preview]
option-base-url = The address the site will have, in place of base_url in warta.yaml
option-at = The instant to build for, such as "2021-11-16 18.00 WITA" [default: SOURCE_DATE_EPOCH, else now]
option-preview = Show drafts and held documents too, marked and closed to search engines
option-only = Only this document of the preview, such as releases/2021/icdd-closes, as a copy for approval
# $language: a language tag of the site
option-note = What to tell readers, in the language { $language }; the same for every language of the site
option-grade = What kind of change it is: editorial, clarification, correction or update
option-major = Readers have to know: a notice, and a new date in the feeds [default for corrections and updates]
option-minor = Readers need not know: in the history only [default for editorial changes and clarifications]
option-affects = The language that changed, as often as needed [default: all of the document]
option-editions = The language that is withdrawn, as often as needed [default: all of the document]
option-replaced-by = The document that takes its place, such as releases/2021/icdd-closes
option-stamp = The instant to write down, such as "2021-11-16 18.00 WITA" [default: now]
option-urls = The form of addresses: clean (…/title) or directory (…/title/)
option-jobs = How many threads work at once [default: one for each core]
option-explain = Tell why this file of the output is made again, or why it is not
option-no-cache = Make everything anew: neither read nor write what earlier runs kept in .warta/
option-external = Also ask the addresses that links lead to outside the site; in a warta built for it
option-timeout = How many seconds to wait for each address of --external [default: 10]
option-port = The port to listen on
option-state = Only editions that are missing, unreadable, draft, not-accepted, held, waiting, released, withdrawn, removed or stale
option-json = Print the result as JSON
option-wait = Wait for the next instant, if it is near enough
option-within = How far ahead --wait may look: 90s, 20m, 1h30m [default: 15m]
option-formatter = Record also texts that read otherwise because of a message or a format
option-theme-out = The folder to copy into [default: that of the site's theme]
option-markdown = Print the tables of the manual, in Markdown
option-help = Print this help
option-version = Print the version

## The help of the command line: arguments

argument-dir = The new folder
argument-kind = release, statement, outcome, event or page
argument-path = The folder of the document under content/, such as releases/2021/icdd-closes
argument-folder = A document, or a folder of documents under content/, such as releases/2021
argument-document = The document, such as releases/2021/icdd-closes
argument-language = The language of the translation, such as en
argument-code = A code such as W0202, or a name such as unknown-key; without it, all are listed
argument-theme-file = A file of the theme such as templates/page.html, a folder of it, or . for everything
argument-text = A file, - for standard input, or the address of a page such as /en/press-releases/2021/icdd-closes
argument-shell = bash, elvish, fish, powershell or zsh

## The SARIF log

# the description of the base of all paths
sarif-root = the folder of the site, in which warta.yaml is

## The tables of `explain --markdown`

explain-area = area
explain-codes = codes
explain-code = code
explain-name = name
explain-severity = severity
explain-meaning = meaning
# each: the area of the codes that begin with these two digits
area-01 = files
area-02 = YAML
area-03 = settings
area-04 = documents
area-05 = Markdown and references
area-06 = messages
area-07 = templates
area-08 = addresses
area-09 = output folder and machine
area-10 = the ledger and signatures
area-11 = agreement of languages

## Long work, beside a progress bar

progress-read = reading
progress-parse = parsing
progress-write = writing
progress-external = asking

## The closing lines of `build` and `check`

# $pages, $others: files of the output; $written, $unchanged, $removed: what became of them; $seconds: such as 0.12
closing-built =
    built { NUMBER($pages) ->
        [one] { NUMBER($pages) } page
       *[other] { NUMBER($pages) } pages
    } and { NUMBER($others) ->
        [one] { NUMBER($others) } other file
       *[other] { NUMBER($others) } other files
    } ({ NUMBER($written) } written, { NUMBER($unchanged) } unchanged, { NUMBER($removed) } removed) in { NUMBER($seconds) } s
# each: milliseconds
closing-stages = read { NUMBER($read) } ms, parse { NUMBER($parse) } ms, assemble { NUMBER($assemble) } ms, check { NUMBER($check) } ms, plan { NUMBER($plan) } ms, write { NUMBER($write) } ms, keep { NUMBER($keep) } ms
# $local: date and hour in the zone of the site; $utc: the same in UTC; $origin: option, epoch or clock
closing-at =
    at { $local } ({ $utc }), { $origin ->
        [option] from --at
        [epoch] from SOURCE_DATE_EPOCH
       *[clock] the start of this command
    }
# $minutes: how far `at` lies behind the clock
closing-behind =
    that is { NUMBER($minutes) ->
        [one] { NUMBER($minutes) } minute
       *[other] { NUMBER($minutes) } minutes
    } behind the clock: a build pinned to the past releases nothing; pass --at if it is meant
# $count: documents
closing-held =
    { NUMBER($count) ->
        [one] { NUMBER($count) } document is held:
       *[other] { NUMBER($count) } documents are held:
    }
# $document: its path under content/; $local, $utc: its release instant
closing-held-document = { $document } until { $local } ({ $utc })
# $document: its path under content/; $languages: names of languages, with commas
closing-waiting = { $document } waits for { $languages }
# $count: documents
closing-drafts =
    { NUMBER($count) ->
        [one] { NUMBER($count) } draft is left out
       *[other] { NUMBER($count) } drafts are left out
    }
# $count: editions
closing-unsealed =
    { NUMBER($count) ->
        [one] { NUMBER($count) } released edition or change is not in the ledger yet
       *[other] { NUMBER($count) } released editions or changes are not in the ledger yet
    }: once this is published, run `warta seal`
# $errors, $warnings: counts
closing-counts =
    { NUMBER($errors) ->
        [0] no errors
        [one] { NUMBER($errors) } error
       *[other] { NUMBER($errors) } errors
    }, { NUMBER($warnings) ->
        [0] no warnings
        [one] { NUMBER($warnings) } warning
       *[other] { NUMBER($warnings) } warnings
    }
# $code: one of the codes printed
closing-explain = `warta explain { $code }` tells more
closing-refused = nothing was written: mend the errors and build again
# $folder: the output folder
closing-incomplete = "{ $folder }" is incomplete: mend the errors and build again, nothing was removed from it
# $folder: the output folder
closing-preview = "{ $folder }" is a preview, for your eyes only: do not publish it
# $documents, $editions: counts; $seconds: such as 0.12
closing-checked =
    checked { NUMBER($documents) ->
        [one] { NUMBER($documents) } document
       *[other] { NUMBER($documents) } documents
    } in { NUMBER($editions) ->
        [one] { NUMBER($editions) } edition
       *[other] { NUMBER($editions) } editions
    } in { NUMBER($seconds) } s
# $asked: addresses; of them $there, $gone, $silent: there, gone, could not be asked; $known: others that were there not long ago and were not asked
closing-external = asked { NUMBER($asked) ->
        [one] { NUMBER($asked) } address
       *[other] { NUMBER($asked) } addresses
    } outside the site: { NUMBER($there) } there, { NUMBER($gone) } gone, { NUMBER($silent) } could not be asked; { NUMBER($known) } more were there within the last week

## The lines of `accept`

# $document: its path under content/; $language: the tag of the translation; $original: that of the original
accept-done = accepted: { $document } in { $language }, against the original in { $original }
# the same variables as accept-done
accept-unchanged = { $document } in { $language } is accepted already, and the original in { $original } has not changed since; nothing was written
# $original: the tag of the original; $count: how many of its parts are listed below
accept-changes =
    { NUMBER($count) ->
        [one] one part of the original in { $original } has changed since this translation was accepted:
       *[other] { NUMBER($count) } parts of the original in { $original } have changed since this translation was accepted:
    }
# $part: the name of a part of the original; $diff: its words, or "" where they are not known
accept-part-changed =
    changed { $part }{ GIVEN($diff) ->
        [yes] : { $diff }
       *[no] {""}
    }
accept-part-new =
    new { $part }{ GIVEN($diff) ->
        [yes] : { $diff }
       *[no] {""}
    }
accept-part-removed =
    removed { $part }{ GIVEN($diff) ->
        [yes] : { $diff }
       *[no] {""}
    }
accept-part-moved = moved { $part }
# $file: the lock
accept-file = written into { $file }; keep that file with the document
# $document: its path under content/
accept-complete = { $document } is complete: it waits for no language
# $document: its path under content/; $language: the language that it waits for
accept-waits-words = it still waits for { $language }: there are no words yet
accept-waits-draft = it still waits for { $language }: take `status: draft` out of its words when they are finished
accept-waits-acceptance = it still waits for { $language }: warta accept { $document } { $language }
# $document: its path under content/
accept-refused = { $document } is not accepted: mend its errors first

## The lines of `status`

# $local, $utc: the instant
status-at = at { $local } ({ $utc })
state-missing = missing
state-unreadable = unreadable
state-draft = draft
state-not-accepted = not accepted
state-held = held
state-waiting = waiting
state-released = released
state-withdrawn = withdrawn
state-removed = removed
state-stale = stale
# $languages: the languages that it waits for
status-waits = for { $languages }
# $local: the instant
status-since = since { $local }
# $parts: the names of parts of the original
status-changed = changed { $parts }
status-new = new { $parts }
status-removed = removed { $parts }
status-moved = moved { $parts }
status-documents = documents
status-editions = editions
status-stale = stale
status-findings = findings
status-elsewhere = in no document

## The lines of `due`

# $local, $utc: the instant; $left: how long until then, made of the lengths below
due-next = next: { $local } ({ $utc }), in { $left }
due-later = then: { $local } ({ $utc }), in { $left }
# $document: its path under content/; $languages: tags of languages, with commas
due-release = { $document } goes out in { $languages }
# the same variables as due-release
due-change = { $document } changes in { $languages }
due-withdrawal = { $document } is withdrawn in { $languages }
due-removal = { $document } is removed in { $languages }
due-news-window = { $document } leaves the news sitemap in { $languages }
due-nothing = nothing is due
due-come = that instant has come: build now
# $within: a length as typed, such as 15m
due-not-within = nothing is due within { $within }
# Lengths; two of them may stand side by side. $count: how many
due-days =
    { NUMBER($count) ->
        [one] { NUMBER($count) } day
       *[other] { NUMBER($count) } days
    }
due-hours =
    { NUMBER($count) ->
        [one] { NUMBER($count) } hour
       *[other] { NUMBER($count) } hours
    }
due-minutes =
    { NUMBER($count) ->
        [one] { NUMBER($count) } minute
       *[other] { NUMBER($count) } minutes
    }
due-seconds =
    { NUMBER($count) ->
        [one] { NUMBER($count) } second
       *[other] { NUMBER($count) } seconds
    }

## The lines of `seal`

# $event: released, changed, withdrawn, moved, formatter or removed; $document: its path under content/; $language: a tag;
# $url: where the edition is; $local, $utc: since when it holds
seal-line =
    { $event ->
        [released] released
        [changed] changed
        [withdrawn] withdrawn
        [moved] moved
        [formatter] reads otherwise
       *[removed] removed
    }: { $document } ({ $language }), { $url }, { $local } ({ $utc })
# $count: lines; $file: the ledger
seal-done =
    { NUMBER($count) ->
        [0] everything is sealed already; nothing was written
        [one] { NUMBER($count) } line was added to { $file }: commit it
       *[other] { NUMBER($count) } lines were added to { $file }: commit it
    }
seal-refused = nothing was sealed: mend the errors first

## The answers of `verify`

# In all of these: $document: its path under content/; $language: a tag; $url: the page; $version, $versions: which version
# of how many; $wording: yes where the version is the same and its words are not; $local, $utc: since when; $exact: yes, or no where only white space differs; $sha256: the digest of what was given
verify-current =
    authentic: { $document } ({ $language }), version { NUMBER($version) }, as published{ GIVEN($local) ->
        [yes] {" "}since { $local } ({ $utc })
       *[no] {""}
    }{ $exact ->
        [yes] {""}
       *[no] ; only white space differs
    }
    { $url }
verify-withdrawn =
    withdrawn: this is the text of { $document } ({ $language }), version { NUMBER($version) }, which was withdrawn
    { $url }
verify-earlier =
    { $wording ->
        [yes] out of date: this is an earlier wording of version { NUMBER($version) } of { $document } ({ $language }), which messages or formats make another text today
       *[no] out of date: this is version { NUMBER($version) } of { $document } ({ $language }), of { $local } ({ $utc }); version { NUMBER($versions) } is published now
    }
    { $url }
verify-removed =
    removed: this is version { NUMBER($version) } of { $document } ({ $language }), of { $local } ({ $utc }), which is no longer published
    { $url }
verify-differs =
    NOT authentic: this is nearest to { $document } ({ $language }), version { NUMBER($version) }, and differs from it
    { $url }
verify-unknown = NOT found: no published text is like this one (SHA-256 { $sha256 })
# $line, $column: where in the text that was given; $released: the released words, or ""; $given: the words given, or ""
verify-difference =
    {"  "}{ NUMBER($line) }:{ NUMBER($column) }: { GIVEN($released) ->
        [yes] released "{ $released }"
       *[no] nothing released here
    }, { GIVEN($given) ->
        [yes] given "{ $given }"
       *[no] missing in what was given
    }
# $count: differences
verify-more = {"  "}… and { NUMBER($count) } more

## The lines of `serve`

# $url: the address to open
serve-address = the site is at { $url } (stop with Ctrl-C)
serve-preview = drafts and held documents are shown and marked; with --at you see what the public sees
# $local, $utc: the instant
serve-public = as the public sees it at { $local } ({ $utc })
serve-waiting = waiting for changes
# $file: the file that changed; $others: how many more changed with it
serve-changed =
    { NUMBER($others) ->
        [0] { $file } changed
       *[other] { $file } and { NUMBER($others) } more changed
    }
# $milliseconds: from the change to the new pages
serve-rebuilt = rebuilt in { NUMBER($milliseconds) } ms
# $errors, $warnings: counts
serve-problems =
    { NUMBER($errors) ->
        [0] no errors
        [one] { NUMBER($errors) } error
       *[other] { NUMBER($errors) } errors
    }, { NUMBER($warnings) ->
        [0] no warnings
        [one] { NUMBER($warnings) } warning
       *[other] { NUMBER($warnings) } warnings
    }; the browser shows them too
serve-stale = the pages stay as they were until the errors are mended
serve-stopped = stopped
# The browser shows these
serve-panel = Warta
serve-broken-site = The site cannot be shown yet
serve-broken-page = This page cannot be shown yet
serve-refused-host = this server answers only to localhost and 127.0.0.1
serve-refused-method = this server only shows pages: GET and HEAD
serve-nothing-here = there is nothing here

## The lines of `init`

# $folder: the new folder; $files: how many files were written
init-made =
    made a newsroom in "{ $folder }" ({ NUMBER($files) ->
        [one] { NUMBER($files) } file
       *[other] { NUMBER($files) } files
    })
init-next = next:
# $folder: the new folder
init-step-enter = cd { $folder }
init-step-serve = warta serve      see it in the browser
init-step-build = warta build      write it into public/
init-step-settings = then write your address into warta.yaml, and your names into i18n/

## The lines of `new`

# $file: a file written
new-made = made { $file }
new-next = next:
new-step-words = write the title, the summary and the text in each language
# $file: the facts of the document
new-step-facts = set `publish` in { $file }, and `status: approved` when it may go out
# $file: the file with the status
new-step-status = set `status: approved` in { $file } when it may go out
# $file: the words of the only language
new-step-draft = take `status: draft` out of { $file } when it may go out
new-step-check = warta check      see what is missing
# $document: its path under content/; $language: the language of a translation
new-step-accept = warta accept { $document } { $language }      once this translation is read against the original

## The lines of `theme`

# $folder: the folder of the site's theme
theme-marks = what stands behind * or = is in { $folder } too and is taken from there; behind = it is still as in the program
# $file: the file that was written
theme-made = made { $file }

## The lines of `change` and `withdraw`

# $file: the facts of the document
record-written = written into { $file }
record-next = next:
# $files: the words files of the editions concerned, with commas
record-step-words = mend the words in { $files }
record-step-check = warta check      see that all is well
record-step-build = warta build      bring it out
record-step-seal = warta seal       afterwards, put it into the ledger
record-later = with this the following is to be mended too:
record-not-written = nothing was written
# $file: the facts; $key: changes or withdrawn
record-no-place = { $file } has a shape in which nothing can be put under `{ $key }` safely; nothing was written, paste this entry by hand:
# $file: the facts
record-wrong-entry = with this entry { $file } would have mistakes; nothing was written:

## What `new` writes: the words, in the language of each file

new-words-title = Write the title here
new-words-summary = Write one or two sentences here for lists and search engines
new-words-text = Write the first paragraph here: who, what, where and when.
# For a language that the program does not speak. $words: one of the three above; $language: its name in English
new-words-foreign = { $words } (in { $language })

## What `new` writes: remarks beside the facts, in the program's language

new-fact-status = draft or approved; only what is approved goes out
new-fact-publish = goes out at this instant, not before
new-fact-original = the language that the others are translated from
new-fact-authoritative = the language whose text counts, or all
new-fact-event = the event that it belongs to
new-fact-event-needed = the event that it belongs to; its address needs it
new-fact-terms = of those that warta.yaml lists
new-fact-figures = typed once; {"{"} $participants {"}"} in the text is written as each language writes it
new-fact-files = files in this folder that readers may download
new-fact-place = the place before the date
new-fact-number = the office's own number
new-fact-contact = whom the press may ask
new-fact-country = the code of the state (ISO 3166-1 alpha-2); for an organisation, organization instead
new-fact-organization = in place of country
new-fact-speaker = who gave it, in which office
new-fact-delivered = the day on which it was given
new-fact-agenda-item = a key of the event's agenda
new-fact-adopted = the day on which it was adopted
new-fact-starts = a day, or an hour with its zone
new-fact-venue = where it is held
new-fact-agenda = the headings under which statements are given
new-fact-states = the states announced (ISO 3166-1 alpha-2)
new-fact-parent = the event that it is part of

## Wrong usage (exit status 2)

# $folder: where the search began
usage-no-site = there is no warta.yaml in "{ $folder }" or above it; name the site with --root, or make one with `warta init`
# $kind: as typed; $known: the kinds, with commas; $nearest: the nearest kind, or ""
usage-unknown-kind =
    "{ $kind }" is not a kind of document{ GIVEN($nearest) ->
        [yes] , did you mean "{ $nearest }"?
       *[no] ; the kinds are { $known }
    }
# $kind: the kind asked for; $path: as typed; $collections: folders that take that kind, with commas
usage-wrong-collection =
    { GIVEN($collections) ->
        [yes] a document of kind { $kind } cannot be made in "{ $path }"; its place is below { $collections }
       *[no] a document of kind { $kind } cannot be made in "{ $path }", for no collection in warta.yaml takes that kind
    }
# $path: as typed
usage-bad-path = "{ $path }" cannot be a document's path: letters a to z, digits and hyphens, with slashes between folders
# $path: the file or folder
usage-path-exists = "{ $path }" is there already and is left as it is
# $folder: the folder
# $document: a path; $nearest: the nearest that there is, or nothing
usage-unknown-document =
    there is no document "{ $document }" in content/{ GIVEN($nearest) ->
        [yes] , did you mean "{ $nearest }"?
       *[no] ; write its folder, such as releases/2021/icdd-closes
    }
# $language: as typed; $nearest: the nearest of the site's, or ""; $known: all of them, with commas
usage-unknown-language =
    "{ $language }" is no language of this site{ GIVEN($nearest) ->
        [yes] , did you mean "{ $nearest }"?
       *[no] ; its languages are { $known }
    }
# $document: a path; $language: a language of the site
usage-no-words = "{ $document }" has no words in { $language } to accept: write { $language }.md first
# $document: a path; $language: the language of its original
usage-is-original = { $language } is the original of "{ $document }": only translations are accepted
# $document: a path
usage-no-original = the facts of "{ $document }" name no original to accept a translation against: write `original: id`, or another language of its words
# $document: a path
usage-document-without-page = "{ $document }" has no page to show: give its words a slug, or see whether it is a statement without text
usage-folder-not-empty = the folder "{ $folder }" is not empty
# $document: a path; $file: the facts that are not there
usage-no-facts = "{ $document }" has no facts file to write into: make { $file } with `status: approved` in it first
# $document: a path; $why: draft, held or waiting; $at: the instant of the record; $local, $utc: the release; $languages: waited for
usage-not-public =
    "{ $document }" is not public at { $at }: { $why ->
        [held] it goes out at { $local } ({ $utc })
        [waiting] it waits for { $languages }
       *[draft] it is a draft
    }; before the release nothing has to be recorded, mend the words or set `status: draft`
# $languages: those that are not public; $option: what to add, such as --affects en
usage-partly-public = the document is not public in { $languages } yet: say which languages changed with { $option }
# $document: a path; $place: file, line and column
usage-already-withdrawn = "{ $document }" is already withdrawn: see { $place }
# $language: as typed; $known: those of the site, with commas
usage-foreign-language = the site has no language { $language }, only { $known }: leave it out
# $language: as typed; $document: a path; $known: languages of the document, with commas
usage-no-edition = "{ $document }" has no edition in { $language }, only in { $known }: leave { $language } out
# $options: such as --en "…"
usage-missing-note = what readers are told is missing: add { $options }
# $option: such as --en
usage-empty-note = { $option } has no words: write what readers are to be told
# $option: such as --en
usage-control-character = { $option } holds a control character: write it as plain text
# $document: a path
usage-replaced-by-itself = "{ $document }" cannot take its own place
# $file: the facts
usage-changed-meanwhile = { $file } was changed by somebody else meanwhile; nothing was written, try again
# $code: as typed; $nearest: the nearest code or name, or ""
usage-unknown-code =
    there is no diagnostic "{ $code }"{ GIVEN($nearest) ->
        [yes] , did you mean "{ $nearest }"?
       *[no] ; `warta explain` lists them all
    }
# $value: as typed
usage-bad-instant = "{ $value }" is not an instant: write "2021-11-16 18.00 WITA" or 2021-11-16T18:00:00+08:00
# $value: as found in the environment
usage-bad-epoch = SOURCE_DATE_EPOCH is "{ $value }", which is not a number of seconds since 1970
# $value: as typed
usage-bad-duration = "{ $value }" is not a length of time: write 90s, 20m, 2h or 1h30m
usage-without-external = this warta was built without --external; one with it is built by `cargo build --release --features external`
# $value: as typed
usage-bad-base-url = "{ $value }" is not an address: write https:// and a name, with a path if the site has one
# $command: as typed; $nearest: the nearest command, or ""
usage-unknown-command =
    there is no command "{ $command }"{ GIVEN($nearest) ->
        [yes] , did you mean "{ $nearest }"?
       *[no] {""}
    }
# $path: as typed; $nearest: the nearest file or folder, or ""
usage-unknown-theme-file =
    the theme has no file or folder "{ $path }"{ GIVEN($nearest) ->
        [yes] , did you mean "{ $nearest }"? `warta theme list` lists them all
       *[no] ; `warta theme list` lists them all
    }
# $files: the files that are there, with commas; $count: how many
usage-theme-taken =
    { NUMBER($count) ->
        [one] "{ $files }" is there already and is left as it is
       *[other] these are there already and are left as they are: { $files }
    }; nothing was written
usage-missing-command = a command is missing
# $option: as typed; $nearest: the nearest option, or ""
usage-unknown-option =
    there is no option or argument "{ $option }" here{ GIVEN($nearest) ->
        [yes] , did you mean "{ $nearest }"?
       *[no] {""}
    }
# $arguments: those that are missing, with commas
usage-missing-argument = missing: { $arguments }
# $option: the option
usage-missing-value = "{ $option }" wants a value
# $value: as typed; $option: the option or argument; $known: the allowed values, with commas, or ""
usage-bad-value =
    "{ $value }" is not a value of { $option }{ GIVEN($known) ->
        [yes] ; allowed are { $known }
       *[no] {""}
    }
# $option, $other: two options that exclude one another, or the same option twice
usage-conflict = { $option } cannot stand together with { $other }
usage-not-utf8 = an argument is not UTF-8 text
usage-ledger-off = the settings say `ledger: off`, so there is nothing to seal; write `ledger: on` to keep one
# $value: as typed
usage-nothing-to-verify = "{ $value }" is neither a file nor the address of a published page
# $value: the file
usage-verify-not-text = "{ $value }" is not UTF-8 text; give the text itself, not a PDF or an office document
# $command: the command whose help tells more, such as `warta build`
usage-more = `{ $command } --help` tells more

## The machine failed (exit status 3)

# In all of these, $reason is what the operating system says.
# $file: the file or folder
machine-write = cannot write "{ $file }": { $reason }
# $file: the file or folder
machine-read = cannot read "{ $file }": { $reason }
# $file: the file or folder
machine-remove = cannot remove "{ $file }": { $reason }
# $address: host and port
machine-listen = cannot listen on { $address }: { $reason }
# $port: the port
machine-port-taken = port { $port } is taken by another program; choose another one with --port
# $folder: the folder
machine-watch = cannot watch "{ $folder }" for changes: { $reason }
machine-threads = cannot start the threads: { $reason }
machine-output = cannot print the result: { $reason }
# $path: as given
usage-unknown-output = the site has no file or address "{ $path }"
# $file: the file of the output; $why: see the words
explain-file =
    { $file }: { $why ->
        [unchanged] not made again; neither what it is made of nor the file has changed
        [new] made; the folder does not have it yet
        [incomplete] made again; the last build was cut off or failed
        [program] made again; another version of Warta made the folder
        [untrusted] made again; --no-cache believes nothing that is there
        [missing] made again; the file is gone from the folder
        [size] made again; the file has another size than it was written with
       *[input] made again; what it is made of has changed
    }
# $files: names of source files
explain-changed = changed since the last build: { $files }
explain-unchanged = no source has changed since the last build
explain-first = nothing is remembered of an earlier build
