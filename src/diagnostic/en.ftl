# What the program says to authors, by the name of each code: the message, and its help.
#
# `.help` says what to do. `.other`, where it is there, says what the second place is.
# Values are text. NUMBER($count) groups digits and selects a plural; GIVEN($value) is "yes" or
# "no": whether the value is there and not empty.

## 01 Files

not-utf8 = the file is not UTF-8 text
    .help = save the file as UTF-8; in an office program choose "plain text, UTF-8" when saving
# $size, $limit (numbers): bytes
file-too-large = the file has { NUMBER($size) } bytes, and a text file may have at most { NUMBER($limit) }
    .help = split the text, or move pictures and tables of figures into files of their own beside it
link-leaves-site = the symbolic link leads out of the site
    .help = replace the link with a copy of the file
# $reason: what the operating system says
unreadable = this cannot be read: { $reason }
    .help = check that it exists and that you may read it (on Linux and macOS: `ls -l`)
stray-file = nothing reads this file, so it is not part of the site
    .help = move it to where it belongs, or delete it: documents and their files go below `content/`, messages (`.ftl`) below `i18n/`, what visitors should get as it is into `static/`
bad-file-name = the name of this file cannot be part of an address
    .help = rename it with letters, digits and hyphens; no backslash and no control character, in UTF-8
source-changed = this file was changed or removed while the site was being built
    .help = run the command again; nothing was made from half of the change

## 02 YAML

# $reason: what the parser says, in English
yaml-syntax = this is not YAML: { $reason }
    .help = compare with the lines around it: indent with spaces, write a space after each colon, and put a text with a colon in it between quotes
# $key: as written; $nearest: the nearest known key, or ""; $known: the known keys, with commas
unknown-key = unknown key "{ $key }"
    .help =
        { GIVEN($nearest) ->
            [yes] did you mean `{ $nearest }`?
           *[no] the keys known here are: { $known }
        }
# $key: as written; $home: words, facts, or the kind of document it belongs to: release, statement, outcome, event
misplaced-key =
    { $home ->
        [words] the key "{ $key }" is words, and this file holds facts
        [facts] the key "{ $key }" is a fact, and this file holds the words of one language
       *[other] the key "{ $key }" belongs to a document of kind { $home }, and this is another kind
    }
    .help =
        { $home ->
            [words] move the line to the front matter of `<language>.md` beside this file, in each language
            [facts] move the line to `document.yaml` beside this file, where it stands once for all languages
           *[other] delete the line, or move the document to a collection of kind { $home }
        }
# $wanted: text, number, list, map or map-by-locale; $found: text, list, map or nothing
wrong-type =
    { $found ->
        [text] this is a text
        [list] this is a list
        [map] these are keys with values
        [nothing] there is no value
       *[other] this is { $found }
    } where { $wanted ->
        [text] a text is wanted
        [number] a number is wanted
        [list] a list is wanted
        [map] keys with values are wanted
        [map-by-locale] a text for each language is wanted
       *[other] { $wanted } is wanted
    }
    .help =
        { $wanted ->
            [text] write one value after the colon, between quotes if it begins with a bracket
            [number] write digits without grouping, with a point before decimals: `4300`, `0.5`
            [list] write a list: `[one, two]`
            [map] write each key on a line of its own below this one, indented by two spaces
            [map-by-locale] write `{"{"}id: …, en: …{"}"}`
           *[other] write { $wanted }
        }
# $key: the key that is not there
missing-key = the key "{ $key }" is missing or has no value
    .help = add a line `{ $key }: …` here
# $key: the key, $value: as written; $nearest: the nearest allowed word, or ""; $known: the allowed words, with commas, or ""
unknown-value = "{ $value }" is not a value of "{ $key }"
    .help =
        { GIVEN($nearest) ->
            [yes] did you mean `{ $nearest }`? Allowed are: { $known }
           *[no] { GIVEN($known) ->
                [yes] allowed are: { $known }
               *[no] delete it: nothing of this kind is known here
            }
        }
# $key: as written
duplicate-key = the key "{ $key }" stands here for the second time
    .help = keep one of the two lines
    .other = the first one
# $value: as written; $meant: the figure that was probably meant, or ""
figure-notation = "{ $value }" is written the way one language writes figures
    .help =
        { GIVEN($meant) ->
            [yes] write `{ $meant }`: digits without grouping, a point before decimals; each language gets its own notation by itself
           *[no] write digits without grouping, with a point before decimals, such as `4300` or `0.5`; each language gets its own notation by itself
        }
# $value: as written
bad-date = "{ $value }" is not a date
    .help = write year, month and day of a day that exists: `2021-11-16`
# $value: as written
bad-instant = "{ $value }" is not a date and hour
    .help = write `2021-11-16 18.00 WITA` (or WIB, WIT, UTC), or `2021-11-16T18:00:00+08:00`
# $value: as written
instant-without-zone = "{ $value }" has an hour and no zone
    .help = add the zone of the place where that hour is meant: `{ $value } WITA`, or WIB, WIT, UTC
# $value: as written; $zone: the zone of the site or event, such as Asia/Makassar
foreign-offset = the offset of "{ $value }" is not that of { $zone } at that date
    .help = check the hour; if it is right, write it in the time of { $zone }, so that nobody has to convert it

## 03 Settings

# $value: as written
bad-base-url = "{ $value }" is not the address of a site: a whole URL with `https://` or `http://` was expected
    .help = write `https://`, the name of the host and, if the site stands below one, a path: `base_url: https://newsroom.example.org/press`; no `?`, `#` or `@`
# $value: as written
bad-locale = there is no language "{ $value }": a tag such as `id`, `en-GB` or `zh-Hant` was expected
    .help = write a tag of BCP 47: two or three letters for the language, then script and region if they are needed, with hyphens between
# $locale: the locale
duplicate-locale = the locale `{ $locale }` stands in the list twice
    .help = keep one of the two entries
# $value: as written; $known: the site's locales, with commas, or ""
unknown-locale = `{ $value }` is not a locale of this site
    .help =
        { GIVEN($known) ->
            [yes] write one of { $known }, or add the locale to `locales` in warta.yaml
           *[no] add the locale to `locales` in warta.yaml
        }
# $locale: the locale without a value
locale-without-value = there is no value for `{ $locale }` here, and every locale of the site needs one
    .help = add `{ $locale }: …` beside the others
# $value: as written
unknown-zone = the time zone "{ $value }" is not known: a name such as `Asia/Makassar` was expected
    .help = write a name of the IANA time zone database, such as `Asia/Jakarta`, or WIB, WITA, WIT or UTC
# $value: the pattern; $part: the part of it at which it fails
bad-path-pattern = no URL can be made of "{ $value }": `{ $part }` is missing, not known, or not possible here
    .help = write `{"{"}slug{"}"}` and what should stand before it: fixed words, `{"{"}section{"}"}` (if the collection has a section), `{"{"}year{"}"}` (not for pages), `{"{"}event{"}"}`, with single slashes between, as in `path: "{"{"}section{"}"}/{"{"}year{"}"}/{"{"}slug{"}"}"`
# $value: as written; $locale: whose section it is
bad-segment = the section "{ $value }" of `{ $locale }` cannot be part of a URL: letters, digits, `-`, `_` and `.` were expected
    .help = write hyphens in place of spaces, slashes and other signs, as in `press-releases`
# $value: as written
bad-menu-entry = "{ $value }" does not say what it leads to: `collection:`, `taxonomy:`, `page:` or `doc:` was expected before the name
    .help = write `collection:releases`, `taxonomy:topics`, `page:corrections` or, for a document, its path below `content/`: `doc:pages/about`
no-settings = there is no `warta.yaml` here, and without it there is no site
    .help = go to the folder of the site, or name it with `--root`; `warta init my-newsroom` makes a new site
# $value: as written
unknown-theme = there is no theme "{ $value }": the name of a folder below `themes/` was expected
    .help = write `theme: warta`, or leave the line out, for the theme that comes with Warta; a theme of your own has its files in `themes/<name>/`
avif-lacking = pictures should go out as AVIF too, and this program was built without that: they go out as JPEG, PNG and WebP alone
    .help = build the program with `cargo build --release --features avif`, or take the line out

## 04 Documents

no-facts = the folder of this document has no `document.yaml`, which holds the facts
    .help = write the file, with at least a line `status: draft` in it; what else is needed is then said
no-words = the folder of this document has no words in any language
    .help = write a file for each language, such as `en.md`, that begins with the lines `---`, `title: …` and `---`; or delete the folder
# $mistake: missing or unclosed
no-front-matter =
    { $mistake ->
        [unclosed] nothing closes the front matter that begins here: a second line of `---` was expected
       *[missing] the file does not begin with front matter, which stands between two lines of `---`
    }
    .help =
        { $mistake ->
            [unclosed] write a line of `---` where the front matter ends and the text begins
           *[missing] begin the first line of the file with `---`, then write `title: …` and again `---`; the text comes after that
        }
# $value: as written
bad-slug = the slug "{ $value }" cannot be part of a URL: letters, digits, `-`, `_` and `.` were expected
    .help = write hyphens in place of spaces, slashes and other signs, as in `slug: conference-opens`
no-slug = this edition is approved and has no `slug`, so no URL can be made for it
    .help = add a line to the front matter with a few words of the title, such as `slug: conference-opens`; it stays as it is when the title changes
# $locale: the language for which there is no instant
no-publish = the document is approved, and `publish` does not say when its edition in `{ $locale }` goes out
    .help = write the instant for all languages, `publish: 2021-11-16 18.00 WITA`, or one for each, `publish: {"{"}id: …, en: …{"}"}`; or write `status: draft` until the hour is known
no-status = the facts do not say whether the document is approved, so it counts as a draft
    .help = add a line `status: draft`, or `status: approved` if it may go out
no-original = the document has words in several languages, and its facts do not say which are the original
    .help = add the language in which it was written first: `original: id`
# $key: original or authoritative; $locale: the language that it names
no-such-edition =
    { $key ->
        [authoritative] the text in `{ $locale }` is said to be authoritative
       *[original] the original is said to be in `{ $locale }`
    }, and the document has no words in that language
    .help = correct `{ $key }`, or write the words in `{ $locale }.md`
# $value: the path as written; $nearest: the path that may be meant, or ""
unknown-document = there is no document "{ $value }"
    .help =
        { GIVEN($nearest) ->
            [yes] did you mean `{ $nearest }`?
           *[no] write the path of the document's folder below `content/`, with collection and all folders, such as `releases/2021/conference-opens`
        }
# $value: the path; $found, $wanted: kinds
wrong-kind = "{ $value }" is of kind { $found }, and a document of kind { $wanted } was expected
    .help = name a document from a collection of kind { $wanted }, or delete the line
# $value: as written; $taxonomy: its name; $nearest: the nearest term, or ""; $known: all terms, with commas, or ""
unknown-taxonomy-term = "{ $value }" is not a term of "{ $taxonomy }"
    .help =
        { GIVEN($nearest) ->
            [yes] did you mean `{ $nearest }`?
           *[no] { GIVEN($known) ->
                [yes] write one of { $known }; or add the term to `{ $taxonomy }` in warta.yaml, and its label, `{ $taxonomy }-{ $value } = …`, to the messages of each language
               *[no] add the term to `{ $taxonomy }` in warta.yaml, and its label, `{ $taxonomy }-{ $value } = …`, to the messages of each language
            }
        }
# $value: as written; $nearest: the nearest item, or ""; $known: the event's items, with commas, or ""
unknown-agenda-item = the event has no agenda item "{ $value }"
    .help =
        { GIVEN($nearest) ->
            [yes] did you mean `{ $nearest }`?
           *[no] { GIVEN($known) ->
                [yes] write one of { $known }, or add the item to `agenda` in the facts of the event
               *[no] add the item to `agenda` in the facts of the event, or delete the line: the item is then shown as not recorded
            }
        }
# $value: as written; $nearest: the same code in capitals, or ""
unknown-country = "{ $value }" is not a country code: two capital letters of ISO 3166-1 were expected
    .help =
        { GIVEN($nearest) ->
            [yes] write `{ $nearest }`
           *[no] look the code up in ISO 3166-1 (Indonesia is `ID`); an organization is named with `organization: {"{"}id: …, en: …{"}"}`
        }
# $value: the code
duplicate-state = the state `{ $value }` stands in the list twice
    .help = keep one of the two
# $value: the end, as written
ends-before-start = the end, "{ $value }", comes before the start
    .help = correct `starts` or `ends`; an event after midnight ends on the next day
# $locale: the language that is missing
text-without-locale = this text has no words in `{ $locale }`, a language in which the document has an edition
    .help = add `{ $locale }: …` to it
# $known: the collections, with commas
no-collection = this file is in no folder of a document: that would be `content/<collection>/<document>/`
    .help = move it into a folder of its own below one of the collections: { $known }; or add the collection to warta.yaml
# $value: the name of the file without `.md`; $known: the site's locales, with commas
words-of-unknown-locale = `{ $value }` is not a locale of this site, so this file is no edition
    .help = name the file after one of { $known }, as in `en.md`; or add the locale to `locales` in warta.yaml; notes for colleagues belong outside `content/`
# $value: the event; $key: parent or event
event-circle = the event "{ $value }" belongs to itself: its `{ $key }` leads back to it
    .help =
        { $key ->
            [event] delete the line: it is for documents that belong to an event
           *[parent] delete `parent` from the event that is the whole, and keep it in those that are its parts
        }
# $value: the name as written; $nearest: the nearest name, or ""; $folder: the document's folder
unknown-asset = "{ $folder }" holds no file "{ $value }"
    .help =
        { GIVEN($nearest) ->
            [yes] did you mean `{ $nearest }`?
           *[no] put the file into that folder, or correct its name: capital and small letters differ
        }
# $part: the part of the pattern; $document: the document's path below content/
no-path-part = the URL of "{ $document }" needs { $part }, and the document's facts do not give it
    .help = for `{"{"}year{"}"}` write `publish: …`, for `{"{"}event{"}"}` write `event: …` with the path of an event that has a slug; or take { $part } out of `path` in warta.yaml
# $locales: the languages that are waited for, with commas
waited-for = the document is due and does not go out: it waits for its edition in { $locales }
    .help = write the missing edition, take `status: draft` out of it, or accept it with `warta accept`; where languages may go out alone, write `pairing: announced` for the collection in warta.yaml
# $value: the anchor without #; $nearest: the nearest anchor, or ""
unknown-anchor = there is no anchor `#{ $value }` in the text that the link leads to
    .help =
        { GIVEN($nearest) ->
            [yes] did you mean `#{ $nearest }`?
           *[no] write `#p3` for the third block, or give the heading an id there, as in `## Words {"{"}#id{"}"}`
        }
    .other = the text it leads to

event-not-public = the address of this document names the event "{ $value }", which is not public
    .help = publish the event first, or take `{"{event}"}` out of the `path` of the collection

bad-figure-name = "{ $value }" cannot be named in prose
    .help = use letters, digits, - and _, a letter first, so that the text can write `{"{ $name }"}`

unknown-path = no page or file is at "{ $value }"
    .help = { GIVEN($nearest) ->
        [yes] did you mean `{ $nearest }`? A document is better named by `doc:`, its file by `asset:`
       *[no] name a document by `doc:`, its file by `asset:`, or put the file into static/
    }

before-release =
    { $what ->
        [withdrawal] the document is withdrawn before it is released
        [removal] the document is removed before all of its languages are released
       *[change] the change is dated before the release
    }
    .help = correct the instant; what is changed before the release needs no record
affects-no-edition =
    { $what ->
        [withdrawal] the withdrawal names no edition of this document
       *[change] the change affects no edition of this document
    }
    .help = name languages that the document has, or leave the list out: it then concerns all of them
# $mistake: conflict, json, version or form
bad-lock =
    { $mistake ->
        [conflict] two versions of this file were merged and both are still in it, where one is expected
        [json] this is not JSON, which Warta writes here
        [version] this lock is of another version of Warta, and version 2 is expected
       *[form] this is not what Warta writes here: a key or a value is not as expected
    }
    .help =
        { $mistake ->
            [conflict] keep one of the two, or delete the file and accept the translations again with `warta accept`
            [version] use the version of Warta that wrote it, or delete the file and accept the translations again with `warta accept`
           *[other] fetch the file from version control, or delete it and accept the translations again with `warta accept`
        }
# $document: its path below content/; $locale: the language of this file; $original: that of the original; $against: the original it was accepted against, or ""
not-accepted =
    { GIVEN($against) ->
        [yes] this translation was accepted against `{ $against }`, and the original is `{ $original }`: it stays a draft
       *[no] nobody has accepted this translation of `{ $original }`: it stays a draft
    }
    .help = read it against `{ $original }.md`, then run `warta accept { $document } { $locale }`
# $locale: the language of the entry
lock-without-edition = an edition in `{ $locale }` was accepted, and the document has none
    .help = write the words in `{ $locale }.md` again, or take the entry out of the file
tombstone-without-url = the document is removed, and it is not known where it stood: no page says there that it is gone
    .help = keep its words files, or at least their front matter, or keep a ledger: it knows every address
# $from: the old address; $value: the target
redirect-waits = the redirect from "{ $from }" is left out, because "{ $value }" is not public yet
    .help = nothing, if it should begin with that page; else name a page that is public
# $value: the file
own-host-file = "{ $value }" is not written, because static/ has a file of that name
    .help = see that your file has the redirects and headers that it should have, or take it out; `hosts` in warta.yaml names the hosts for which files are written
# $document: its path below content/; $locale: the language of this file; $original: that of the original; $count: how many parts changed; $changed, $new, $removed, $moved: their names, or ""; $part: the first of them; $diff: its words, those that went between minuses, those that came between pluses, or ""
stale-translation =
    the original in `{ $original }` has changed since this translation was accepted, in { NUMBER($count) ->
        [one] one part
       *[other] { NUMBER($count) } parts
    }{ GIVEN($changed) ->
        [yes] {"; "}changed: { $changed }
       *[no] {""}
    }{ GIVEN($new) ->
        [yes] {"; "}new: { $new }
       *[no] {""}
    }{ GIVEN($removed) ->
        [yes] {"; "}removed: { $removed }
       *[no] {""}
    }{ GIVEN($moved) ->
        [yes] {"; "}moved: { $moved }
       *[no] {""}
    }
    .help =
        { GIVEN($diff) ->
            [yes] { $part }: { $diff }
           *[no] compare { $part } with version control: the words that were accepted are not known
        }
        translate what changed into `{ $locale }.md` and run `warta accept { $document } { $locale }`; where nothing needs to change, run it all the same
# $value: the file's name in the document's folder
unused-asset = nothing names this file, and it is published with its document
    .help = link to it or show it, `asset:{ $value }`, list it under `files` in document.yaml, or delete it
# $value: the file's name; $mistake: kind, broken, unnamed, name
image-without-dimensions =
    the width and height of the picture "{ $value }" cannot be told, so the page jumps while it loads: { $mistake ->
        [kind] it is of another kind than its name says, or no picture
        [broken] it is cut off or broken
        [unnamed] the SVG names neither `width` and `height` nor a `viewBox`
       *[name] its name is that of no picture that browsers show
    }
    .help =
        { $mistake ->
            [unnamed] write `width` and `height` in pixels, or `viewBox`, into its `<svg …>`
           *[other] open the file; if it is whole, save it again as JPEG, PNG, WebP, AVIF or SVG, with the ending of that kind
        }
# $address: without its anchor; $status: 404 or 410
link-gone = nothing is at { $address } any more: the answer is { $status }
    .help = link to where the page is now, or to a copy in an archive, or take the link out
# $address: without its anchor; $reason: why; $status: the status of the answer, or ""
link-not-asked = { $reason ->
    [address] { $address } is not an address that can be asked
    [reserved] { $address } has a name that is reserved for examples: it leads nowhere
    [name] { $address } could not be asked: its name was not found
    [refused] { $address } could not be asked: its host takes no connection
    [timeout] { $address } could not be asked: no answer came in time
    [tls] { $address } could not be asked: no safe connection could be made, its certificate may not be valid
    [cut] { $address } could not be asked: the connection was cut
    [protocol] { $address } could not be asked: the answer is not one of the web
    [redirects] { $address } could not be asked: it leads on more than five times
    [time] { $address } was not asked: the time for all addresses was over
   *[status] { $address } could not be asked: the answer is { $status }
}
    .help = { $reason ->
    [address] write it as https:// and a name in plain letters; a name with other letters has a form that begins with xn--
    [reserved] link to the address that is meant
    [name] open it in a browser: if it opens there, this machine has no network now; else mend the link
    [tls] open it in a browser: if that warns too, tell whoever keeps the site, or link elsewhere
    [time] run the command again: what was there is remembered and not asked again
   *[other] open it in a browser, and mend the link if it does not open there either; nothing says that it is gone
}
# $reason: what the decoder says, in English; nothing where the file ends too early
broken-picture =
    { $reason ->
        [blank] the picture "{ $value }" is cut off or broken: pages cannot show it, and what it tells of places and people cannot be taken out
       *[other] the picture "{ $value }" cannot be decoded: { $reason }
    }
    .help = open the file; if it can be seen, save it again under another name and use that, else get it anew
# $dimensions: width × height; $limit: in millions
picture-too-large = the picture "{ $value }" has { $dimensions } pixels, and at most { $limit } million are made smaller
    .help = make it smaller with a program for pictures; for a page, 3200 pixels across are enough
telling-picture = the picture "{ $value }" holds Exif or XMP, which may tell where and by whom it was taken; nothing takes it out of this kind of file
    .help = save it without metadata, or as JPEG, PNG or WebP: these are cleaned
unclean-picture =
    the picture "{ $value }" goes out as it is, and tells { $what ->
        [place] where it was taken
        [camera] the number of the camera that took it
       *[both] where it was taken, and the number of the camera
    }
    .help = save it without metadata; or put it into the folder of the document that shows it, as JPEG, PNG or WebP: these are cleaned

## 05 Markdown and references

raw-html = raw HTML `<{ $tag }>` in the text, where only Markdown is allowed
    .help = { $tag ->
        [a] write the link as `[words](https://…)`
        [b] write bold words as `**words**`
        [strong] write bold words as `**words**`
        [i] write emphasis as `*words*`
        [em] write emphasis as `*words*`
        [s] write struck-out words as `~~words~~`
        [del] write struck-out words as `~~words~~`
        [br] end the line with a backslash
        [img] write the image as `![what it shows](asset:name.jpg)`
        [span] write the language of a part as `[words]{ "{" }lang=en{ "}" }`
        [table] write the table with `|` between cells
       *[other] write it in Markdown, or write `\<` if the sign itself is meant; `markdown: { "{" }html: allow{ "}" }` in warta.yaml allows HTML everywhere
    }
html-comment = an HTML comment, which every reader of the page's source could see
    .help = take the comment out; keep notes for colleagues outside `content/`
bad-anchor = the id `{ $id }` cannot be an anchor: letters, digits, `-` and `_` were expected
    .help = write the id with the letters a to z, digits, hyphens and underscores
reserved-anchor = the id `{ $id }` is kept for numbered blocks and footnotes
    .help = choose another id, such as a word of the heading
duplicate-anchor = the id `{ $id }` is already that of another heading
    .help = give one of the two headings another id, in every edition alike
    .other = the first heading
heading-attribute = a heading cannot have the attribute `{ $attribute }`: only an id was expected
    .help = keep only the id, as in `## Words { "{" }#id{ "}" }`; a language goes behind brackets: `## [Words]{ "{" }lang=en{ "}" }`
heading-level-one = a heading of level 1 in the text, where level 2 is the highest
    .help = write `##`: the title of the page is its only heading of level 1
heading-jump = a heading of level { $to } follows level { $from }: a level was left out
    .help = use the next level down, so that those who hear the page read aloud can follow its order
bad-language = `{ $tag }` is not a language tag: something like `en` or `zh-Hant` was expected
    .help = write a tag of BCP 47 without quotes: `{ "{" }lang=en{ "}" }`
unknown-attributes = `{ $attributes }` names no language: only `lang=` can stand here
    .help = write the language of the phrase, or take the braces out
stray-attributes = `{ $attributes }` belongs to nothing: an id stands at the end of a heading, a language right behind `[words]`
    .help = put it behind what it belongs to; write `\{ "{" }` if the brace itself is meant
unclosed-placeable = this brace is not closed in its paragraph
    .help = close it with `{ "}" }`; write `\{ "{" }` if the brace itself is meant
bad-placeable = not readable as Fluent: `{ $placeable }`
    .help = write a term, a variable, a message or a function, as in `{ "{ $registrants }" }`; write `\{ "{" }` if the brace itself is meant
misplaced-placeable = no words can be put in here: a placeable belongs in text, not in the destination of a link, a definition or a fence
    .help = write the destination itself, or move the placeable into the text
relative-link = `{ $target }` depends on where the page is: `asset:`, `doc:`, a path from `/` or a whole URL was expected
    .help = write `asset:name.pdf` for a file of this document, `doc:outcomes/bali-message` for another document
forbidden-scheme = links cannot begin with `{ $scheme }`: `https:`, `http:`, `mailto:` or `tel:` was expected
    .help = write a whole URL that begins with `https://`
empty-link = a link needs words and a destination, and here one of them is missing
    .help = write both: `[words](https://example.org)`
bad-reference = `{ $target }` names neither a document nor a file
    .help = write a path without `..` and without a slash at either end: `doc:outcomes/bali-message`, `asset:annex.pdf`
foreign-image = the image `{ $target }` does not come from this site: pages load nothing from elsewhere
    .help = put the file into the document's folder and write `asset:name.jpg`
image-without-alt = the image has no alternative text for readers who cannot see it
    .help = write what it shows: in the text between the brackets, `![what it shows](asset:name.jpg)`, in the front matter after `alt:`
undefined-footnote = there is no footnote `{ $label }`
    .help = add a line `[^{ $label }]: …` after the text, or write `\[` if the bracket itself is meant
unused-footnote = nothing refers to the footnote `{ $label }`, so no reader sees it
    .help = write `[^{ $label }]` in the text where it belongs, or take the footnote out
duplicate-footnote = the footnote `{ $label }` is already defined
    .help = give one of the two another label, also where the text refers to it
    .other = the first one
undefined-link = the link's label `{ $label }` is not defined
    .help = add a line `[{ $label }]: https://…`, or write `\[` if the bracket itself is meant
broken-link = this looks like a link, but Markdown reads it as text: its destination holds a space or is not closed
    .help = write the destination without spaces, or between `<` and `>`; put a space before `(` if text is meant
too-deep = the text is nested more than 100 levels deep
    .help = use fewer levels of quotations and lists
# $weekday: as written; $date: the date in the language of the text; $right: its weekday in that language
wrong-weekday = { $date } is not a { $weekday }: it is a { $right }
    .help = write `{ $right }` if the date is right; else mend the date
# $value: the words of the link
vague-link-text = the words of this link do not say where it leads: "{ $value }"
    .help = make the name of what it leads to the link, as in `[the programme of the forum](…)`: screen readers read out links by themselves
# $value: the words in italics
unmarked-italics = these words are in italics, and no language is marked for them: "{ $value }"
    .help = mark their language, `*[…]{"{"}lang=…{"}"}*`, a title's in the language of the text too; for emphasis write bold, `**…**`
# $kind: name, run; $value: the words; $language: a tag; $term: the name of the Fluent term
unmarked-foreign =
    { $kind ->
        [name] this name is in another language (`{ $language }`) and is not marked: "{ $value }"
       *[run] these words are in another language (`{ $language }`), it seems, and are not marked: "{ $value }"
    }
    .help =
        { $kind ->
            [name] write `{"{"} -{ $term } {"}"}`, which brings its language along, or `[{ $value }]{"{"}lang={ $language }{"}"}`
           *[run] translate them, or mark them: `[…]{"{"}lang={ $language }{"}"}`
        }

## 06 Fluent and locales

fluent-syntax = { $mistake ->
    [expected-token] this is not Fluent: expected `{ $detail }`
    [expected-letters] this is not Fluent: expected one of { $detail }
    [expected-value] `{ $detail }` has neither a value nor an attribute
    [expected-term-value] the term `-{ $detail }` has no value
    [lower-case-function] the name of a function must be written in capitals
    [no-default] the selection has no default variant
    [no-variant-value] a variant or attribute has no value
    [two-defaults] the selection has more than one default variant
    [bad-selector] this cannot select a variant: expected a variable, a function or an attribute of a term
    [term-attribute] the attribute of a term cannot be shown
    [open-string] the string has no closing quotation mark
    [mixed-arguments] a value without a name stands after a named one
    [twice-named] the argument `{ $detail }` is given twice
    [bad-escape] the escape sequence `{ $detail }` is not one of Fluent's
    [closing-brace] the closing brace has no opening one
    [expected-expression] this is not Fluent: expected a variable, message, term, function, string or number
    [expected-literal] a named argument must be a string or a number
    [nested-too-deeply] placeables are nested too deeply
    [control-character] the file holds the control character { $detail }
   *[other] this is not Fluent
}
    .help = { $mistake ->
        [expected-token] write `{ $detail }` here, and each message as `name = words` from the first column on
        [no-default] put `*` before the variant for all other cases, as in `*[other]`
        [closing-brace] delete it, or write {"`{ \"}\" }`"} for a brace in the text
        [bad-escape] write `\\`, `\"`, `\uXXXX` or `\UXXXXXX`
        [control-character] delete the character
        [nested-too-deeply] move the inner ones to messages of their own
       *[other] compare the line with the messages around it; the notation is that of https://projectfluent.org/fluent/guide
    }
fluent-duplicate = { $kind ->
        [term] the term `-{ $name }` is defined twice
       *[message] the message `{ $name }` is defined twice
    }
    .help = delete one of the two
    .other = the first definition
unknown-message = there is no message `{ $name }`
    .help = { GIVEN($nearest) ->
        [yes] write `{ $nearest }`, or add the message to { GIVEN($locale) ->
            [yes] i18n/{ $locale }/
           *[no] the files of this locale below i18n/
        }
       *[no] add the message to { GIVEN($locale) ->
            [yes] i18n/{ $locale }/
           *[no] the files of this locale below i18n/
        }
    }
unknown-term = there is no term `-{ $name }`
    .help = { GIVEN($nearest) ->
        [yes] write `-{ $nearest }`, or add the term to the files of this locale below i18n/
       *[no] add the term to the files of this locale below i18n/
    }
unknown-attribute = `{ $name }` has no attribute `{ $attribute }`
    .help = add a line `.{ $attribute } = …` under `{ $name }`, or correct the reference
unknown-variable = the variable `${ $name }` has no value here
    .help = { GIVEN($nearest) ->
        [yes] write `${ $nearest }`, or add `{ $name }` to the document's `figures` or `dates`
       *[no] add `{ $name }` to the document's `figures` or `dates`, or take the variable out
    }
unknown-function = there is no function `{ $name }`
    .help = { GIVEN($nearest) ->
        [yes] write `{ $nearest }`
       *[no] use one of NUMBER, DATETIME, DATERANGE, LIST, COUNTRY
    }
bad-function-argument = { $mistake ->
    [missing] the function { $function } has no value to work on
    [not-a-figure] the function { $function } expected a figure, found "{ $detail }"
    [not-a-date] the function { $function } expected a date, found "{ $detail }"
    [not-a-moment] the function { $function } expected a date with an hour, found "{ $detail }"
    [unknown-country] no state has the code "{ $detail }"
    [unknown-option] the function { $function } has no option `{ $detail }`
   *[bad-option] the function { $function } cannot use the option `{ $detail }`
}
    .help = { $mistake ->
        [missing] give it a variable, as in `{ $function }($name)`
        [unknown-country] write the two capital letters of ISO 3166-1, as in `COUNTRY("ID")`
        [unknown-option] delete the option
        [bad-option] write one of the values that the documentation lists for { $function }
       *[other] give it a variable from the document's `figures` or `dates`
    }
message-without-value = the message `{ $name }` has attributes and no value
    .help = write words after `{ $name } =`
fluent-cycle = the message refers to itself, directly or through others
    .help = follow the references from here on, and replace one of them with the words themselves
fluent-too-long = the message has more than 100 placeables, counting those of the messages it refers to
    .help = divide it into several messages, and use each where it is needed
bad-language-part = { $mistake ->
    [tag] "{ $detail }" is not a language tag
   *[brackets] the language part has no opening bracket in the same text
}
    .help = write the words and their language as {"`[words]{lang=en}`"}
# $name: the message; $locale: the language that lacks it; $file: where it belongs
untranslated-message = the message `{ $name }` is missing in `{ $locale }`
    .help = add `{ $name } = …` to { $file }, or delete it here if it is no longer wanted
    .other = its place in { $locale }
# $kind: message or term; $name: with the hyphen of a term
unused-message =
    { $kind ->
        [term] no text and no message uses the term `{ $name }`
       *[message] nothing uses the message `{ $name }`
    }
    .help = delete it in every language, or use it
# $name: the attribute; $id: the message; $has, $lacks: languages
differing-attribute = the attribute `.{ $name }` of `{ $id }` is there in `{ $has }` and missing in `{ $lacks }`
    .help = add `.{ $name } = …` in `{ $lacks }`, or delete it in `{ $has }`
    .other = the message in the other language
differing-variable = `{ $id }` shows the variable `{"$"}{ $name }` in `{ $has }`, and does not use it in `{ $lacks }`
    .help = use {"`{ $"}{ $name }{" }`"} in `{ $lacks }` too, or leave it out in `{ $has }`
    .other = the message in the other language
# $key: the variant; $locale: the language; $known: the variants that it has
foreign-plural = the variant [{ $key }] is never taken: `{ $locale }` has the plurals { $known } only
    .help = delete the variant; for one certain number write it as [0] or [1]
# $keys: the variants
lacking-plural = the choice has no variant { $keys }, which `{ $locale }` needs
    .help = add { $keys }, so that no number is worded as another
plural-default = the default of a choice by number is [{ $key }], and was expected to be [other]
    .help = move the asterisk: `*[other]` is what every number that has no variant of its own takes
# $words: the words; $name: the term; $other: the language that uses it
written-out-term = “{ $words }” is written out here, and is the term `{ $name }` in `{ $other }`
    .help = write {"`{ "}{ $name }{" }`"}, so that the name stands in one place and has its language
    .other = the term in the other language
# $tag: the language of the part
differing-language-part = `{ $id }` has a part in `{ $tag }` in `{ $has }`, and marks none in `{ $lacks }`
    .help = mark the words in `{ $lacks }` too, as {"`[words]{lang="}{ $tag }{"}`"}, or take the mark away in `{ $has }`
    .other = the message in the other language
html-in-message = `{ $html }` is HTML, and readers would see it as it is written
    .help = take it out; what is bold or linked belongs to the template, and signs are written as themselves: “ ” – & <
message-id-form = the id `{ $name }` is not in small letters with hyphens
    .help = call it `{ $meant }`, here, in the other languages and where it is used
# $mark: four hexadecimal digits
typed-direction-mark = here stands U+{ $mark }, a mark of direction that nobody sees
    .help = delete it: values are isolated by themselves where directions mix; if it is needed, write it as {"`{ \"\\u"}{ $mark }{"\" }`"}
# $words: what is written; $name: what is to be written; $locale: the language whose register says so; $waiver: the line that waives it, or nothing
forbidden-name = “{ $words }” must not be written in `{ $locale }`; the name is “{ $name }”
    .help =
        { GIVEN($waiver) ->
            [yes] write “{ $name }”, or, if it has to stand so, write under `waive` in document.yaml: { $waiver }
           *[no] write “{ $name }”
        }
# $case: what is the matter; $attribute: also, not; $name: the name that it is
bad-name-variant =
    { $case ->
        [empty] `.{ $attribute }` has an empty place between its bars
        [placeable] `.{ $attribute }` has a placeable, and is read as it is written
        [allowed] this is forbidden here, and elsewhere it is a name: “{ $name }”
       *[itself] this is the name itself or stands here already: “{ $name }”
    }
    .help =
        { $case ->
            [empty] write a name on each side of each `|`, or delete the bar
            [placeable] write the words themselves
            [allowed] delete it here, or there
           *[itself] delete it
        }
    .other = the name

## 07 Templates

# $reason: what the template engine says, in English; $chain: through which templates it came here, such as `page.html:2:12 include → part.html:3:4`, or ""
template-syntax = the template cannot be read: { $reason }
    .help =
        { GIVEN($chain) ->
            [yes] correct it in the notation of Tera ({ $chain }); every page of the site waits for this
           *[no] correct it in the notation of Tera; every page of the site waits for this
        }
# The same; $page: the URL of the page, or ""; $page-template: the template with which the page begins, or ""
template-rendering =
    { GIVEN($page) ->
        [yes] the page { $page }{ GIVEN($more) ->
            [yes] {" "}and { NUMBER($more) } more
           *[no] {""}
        } cannot be made: { $reason }
       *[no] a page cannot be made: { $reason }
    }
    .help =
        ask first for what not every page has, as in `{"{"}% if doc.image %{"}"}`{ GIVEN($page-template) ->
            [yes] ; the page begins with `{ $page-template }`
           *[no] {""}
        }{ GIVEN($chain) ->
            [yes] , and the way from there is { $chain }
           *[no] {""}
        }
# $id: the message; $locale: the locale that lacks it; $nearest: the nearest id, or ""
template-message = there is no message `{ $id }` in `{ $locale }`, and the theme needs it
    .help =
        { GIVEN($nearest) ->
            [yes] did you mean `{ $nearest }`? If not, add `{ $id } = …` to a file below `i18n/{ $locale }/`
           *[no] add `{ $id } = …` to a file below `i18n/{ $locale }/`
        }
# $path: as written; $nearest: the nearest path, or ""
template-asset = the theme has no asset "{ $path }"
    .help =
        { GIVEN($nearest) ->
            [yes] did you mean `{ $nearest }`?
           *[no] add `assets/{ $path }` to the theme's folder below `themes/`, or take the reference out
        }

## 08 Routes and outputs

# $url: the URL
route-taken = two pages or files want the same URL: { $url }
    .help = give one of the two another `slug`, section or name; capital and small letters count as the same here
    .other = the other one
# $slug: the slug; $term, $other: the terms, by their names in the facts
same-term-slug = the terms "{ $term }" and "{ $other }" have the same slug "{ $slug }", and a page can belong to one only
    .help = change the label of one of the two, or write a slug for it in the list of terms: `{"{"}{ $term }: {"{"}slug: {"{"}id: …, en: …{"}"}{"}"}{"}"}`
    .other = the other term
# $value: the document; $locale: the language
menu-without-page = "{ $value }" has no public page in `{ $locale }`, so nothing leads to it there
    .help = correct the path, or let its edition in that language go out; until then the entry is left out
# $value: what is written; $what: source or target
bad-redirect =
    { $what ->
        [source] "{ $value }" cannot be an old address: a path of the site such as `/old` was expected, without `?`, `#` and `..`
       *[target] nothing can be redirected to "{ $value }": a path of the site such as `/en/about`, also with `#`, or a whole `https://` address was expected
    }
    .help =
    { $what ->
        [source] write the path below `base_url`, with `/` before it
       *[target] write the path below `base_url`, with `/` before it, or the whole address with `https://`
    }
# $value: the old address
redirect-taken = a redirect leads away from "{ $value }", where a page or file is
    .help = take the redirect out, or give the page another address; capital letters, `.html` and a slash at the end make no difference here
    .other = the other one
# $from: the old address; $value: the target; $nearest: the nearest address that is there, or nothing
redirect-to-nothing = the redirect from "{ $from }" leads to "{ $value }", where no page or file is
    .help = { GIVEN($nearest) ->
        [yes] did you mean `{ $nearest }`?
       *[no] name a page or file of the site as the address line of the browser shows it
    }
# $from: the old address; $value: the target; $end: where it leads in the end
redirect-chain = the redirect from "{ $from }" leads to "{ $value }", which is itself redirected
    .help = write `{ $end }` in place of `{ $value }`
# $from: the old address; $value: the target
redirect-loop = the redirect from "{ $from }" to "{ $value }" leads in a circle
    .help = take one of the redirects out, or let it lead to a page
# $value: the old address
redirect-twice = "{ $value }" is redirected to two targets
    .help = keep one of the two; capital letters, `.html` and a slash at the end make no difference here
    .other = the first one

## 09 The output folder and the machine

# $folder: the output folder
foreign-output-folder = the folder "{ $folder }" holds files, and no manifest that says Warta made them
    .help = name an empty or new folder with `--out`, or empty this one yourself if nothing in it is needed
# $folder: the output folder; $source: the folder of sources it collides with
output-inside-source = the output folder "{ $folder }" and the sources in "{ $source }" lie inside one another
    .help = name a folder with `--out` that neither holds sources nor lies among them, such as `public`
# $file: the file or folder; $reason: what the operating system says
output-not-writable = "{ $file }" cannot be written: { $reason }
    .help = check that you may write there and that no other program keeps it open, then build again
# $file: the file that did not fit
disk-full = the disk is full: "{ $file }" could not be written
    .help = make room and build again; until then the folder is marked as incomplete, and `deploy` refuses it
# $folder: the output folder
incomplete-tree = the last build into "{ $folder }" was cut off; this one writes what is missing
    .help = nothing is needed unless this build stops too
# $file: the manifest
manifest-corrupt = the manifest "{ $file }" cannot be read, so every file is written anew
    .help = nothing is needed; if it happens again, check the disk, and that no two builds write into one folder
# $folder: the output folder; $found: what it holds, and $wanted: what was to be written: preview or release
preview-over-release =
    { $wanted ->
        [preview] the folder "{ $folder }" holds a release, and a preview was to be written into it
       *[release] the folder "{ $folder }" holds a preview, and a release was to be written into it
    }
    .help = { $wanted ->
        [preview] name another folder with `--out`, or leave `--out` away: previews go to `preview`
       *[release] name another folder with `--out`, or delete this preview yourself; nothing in it was changed
    }

## 10 The ledger and signatures

# $file: the ledger
ledger-missing = the settings keep a ledger, and there is no { $file }
    .help = bring it back from the last commit that had it (`git log -- { $file }`); for a site that has released nothing yet, make an empty file
# $mistake: json, cut or conflict; $reason: what the parser says, in English
ledger-line =
    { $mistake ->
        [cut] the last line of the ledger is cut off
        [conflict] this line was left by a merge
       *[json] this is no line of the ledger: { $reason }
    }
    .help =
        { $mistake ->
            [conflict] delete the lines that the merge left and keep the lines of both sides; `ledger.jsonl merge=union` in .gitattributes does so by itself
           *[other] bring the line back from the last commit (`git diff -- ledger.jsonl`); the ledger is written by `warta seal` alone
        }
ledger-edited = this line of the ledger was edited by hand
    .help = bring it back from the last commit (`git diff -- ledger.jsonl`); what was published cannot be another by writing so
# $document: its path under content/; $locale: a language
ledger-contradiction = two lines say different things of one version of { $document } ({ $locale })
    .help = find out which of the two texts was published, keep its line and delete the other; if both were, record the second as a change
    .other = the other line
# $document: its path under content/; $locale: a language
text-changed = the text of { $document } ({ $locale }) is released, and it is another now from here on
    .help = record the change with `warta change { $document } --grade correction …`, or bring the released words back
    .other = the text as it was released
# $document: its path under content/; $locale: a language; $at: the instant of the change
text-changed-early = the text of { $document } ({ $locale }) already differs from the released one, and the change comes into force at { $at } only
    .help = bring the released words back until then, and commit the new ones when the change is due
    .other = the change to come
# $placeable: the placeable, or ""; $before, $now: what it gave and gives; $count: editions; $files: their files
text-resolved-otherwise =
    { NUMBER($count) ->
        [one] a released text reads
       *[other] { NUMBER($count) } released texts read
    } otherwise, { GIVEN($placeable) ->
        [yes] because { $placeable } gave "{ $before }" and now gives "{ $now }"
       *[no] though neither words nor messages are others: another version of Warta writes them otherwise
    }
    .help = bring the message back, or, if this is meant, run `warta seal --formatter`, which records it; it concerns { $files }
    .other = the text as it was released
# $url: the address; $document: its path under content/; $locale: a language; $owner: the document that is there now, or ""
address-gone =
    { GIVEN($owner) ->
        [yes] { $url } was the address of { $document } ({ $locale }), and is that of { $owner } now
       *[no] { $url } was the address of { $document } ({ $locale }), and nothing is there any more
    }
    .help = bring the edition back to its address (its slug, its instant, its approval); or write the old address under `redirect_from` in its facts; or write `removed` with a reason, which leaves a tombstone
# $anchor: the anchor; $now: where its text stands now, or ""
anchor-moved =
    { GIVEN($now) ->
        [yes] what was cited as #{ $anchor } in this outcome stands at #{ $now } now
       *[no] #{ $anchor } of this outcome is gone, and citations lead to it
    }
    .help = keep the blocks of an adopted text where they are: put what is new at the end, and what falls away into a note
    .other = the text as it was released
# $document: its path under content/; $locale: a language; $before: the instant in the ledger
release-moved = { $document } ({ $locale }) was released at { $before }, and its facts now say another instant
    .help = write the instant of the ledger under `publish`; what happened later is a change
    .other = the release as it was recorded
# $document: its path under content/; $locale: a language
record-gone = a change, withdrawal or removal of { $document } ({ $locale }) that the ledger tells of is no longer in the facts
    .help = bring the entry under `changes`, `withdrawn` or `removed` back from the last commit; a correction of a correction, or the return of a withdrawn text, is a new entry under `changes`
    .other = the record
# $document: its path under content/; $locale: a language
not-sealed = { $document } ({ $locale }) was released before others that the ledger tells of, and the ledger does not tell of it
    .help = if its line was lost, bring it back from git; if it was published late with an instant in the past, run `warta seal`
bad-signature = this is no signature of minisign, or one of its old kind
    .help = sign again with a present minisign: `minisign -Sm sha256sums.txt`, and put the `.minisig` here whole
foreign-signature = this signature was not made with the key of the settings
    .help = write the office's public key under `publisher: {"{"}key: …{"}"}` in warta.yaml, and sign with its secret key; delete signatures by other keys
no-signature-fits = none of the signatures is of the list of texts as it is at this instant
    .help = build, sign `sha256sums.txt` of the output, and put the signature into `signatures/`; for a release to come sign the list of `warta build --at INSTANT --out DIR` beforehand
bad-signing-key = this is no public key of minisign
    .help = write the second line of `minisign.pub`: 56 letters and digits that begin with RW
# $case: what is the matter; $count: how many; $kind, $original: kinds of blocks, here and in the original; $waiver: the line that waives it
parity-block =
    { $case ->
        [missing] the original has { NUMBER($count) ->
                [one] { $kind ->
                        [heading] a heading
                        [quotation] a quotation
                        [alert] an alert
                        [list] a list
                        [numbered-list] a numbered list
                        [definitions] a list of definitions
                        [table] a table
                        [code] a block of code
                        [figure] an image
                        [break] a break
                        [html] raw HTML
                       *[paragraph] a paragraph
                    }
               *[other] { NUMBER($count) } blocks
            } that this edition lacks here
        [extra] the original lacks { NUMBER($count) ->
                [one] { $kind ->
                        [heading] a heading
                        [quotation] a quotation
                        [alert] an alert
                        [list] a list
                        [numbered-list] a numbered list
                        [definitions] a list of definitions
                        [table] a table
                        [code] a block of code
                        [figure] an image
                        [break] a break
                        [html] raw HTML
                       *[paragraph] a paragraph
                    }
               *[other] { NUMBER($count) } blocks
            } that this edition has here
        [moved] this stands elsewhere in the original
        [split] one paragraph of the original is { NUMBER($count) } here
        [joined] { NUMBER($count) } paragraphs of the original are one here
       *[kind] this is { $kind ->
                [heading] a heading
                [quotation] a quotation
                [alert] an alert
                [list] a list
                [numbered-list] a numbered list
                [definitions] a list of definitions
                [table] a table
                [code] a block of code
                [figure] an image
                [break] a break
                [html] raw HTML
               *[paragraph] a paragraph
            }, and in the original { $original ->
                [heading] a heading
                [quotation] a quotation
                [alert] an alert
                [list] a list
                [numbered-list] a numbered list
                [definitions] a list of definitions
                [table] a table
                [code] a block of code
                [figure] an image
                [break] a break
                [html] raw HTML
               *[paragraph] a paragraph
            }
    }
    .help = bring both into line, or write under `waive` in document.yaml: { $waiver }
    .other = the original
# $count, $original: the level, here and in the original; $waiver: the line that waives it
parity-heading = the heading is of level { $count }, and in the original of level { $original }
    .help = give it as many `#` as the original has, or write under `waive` in document.yaml: { $waiver }
    .other = the original
# $case: what is the matter; $count, $original: items, here and in the original; $waiver: the line that waives it
parity-list =
    { $case ->
        [items] the list has { NUMBER($count) ->
                [one] one item
               *[other] { NUMBER($count) } items
            }, and in the original { NUMBER($original) }
        [inner] the lists inside have { NUMBER($count) ->
                [one] one item
               *[other] { NUMBER($count) } items
            }, and in the original { NUMBER($original) }
        [numbered] the list is numbered, and in the original it has bullets
       *[bullets] the list has bullets, and in the original it is numbered
    }
    .help = bring both into line, or write under `waive` in document.yaml: { $waiver }
    .other = the original
# $case: what is the matter; $count, $original: rows or columns, here and in the original; $waiver: the line that waives it
parity-table =
    { $case ->
        [rows] the table has { NUMBER($count) ->
                [one] one row
               *[other] { NUMBER($count) } rows
            }, and in the original { NUMBER($original) }
       *[columns] the table has { NUMBER($count) ->
                [one] one column
               *[other] { NUMBER($count) } columns
            }, and in the original { NUMBER($original) }
    }
    .help = bring both into line, or write under `waive` in document.yaml: { $waiver }
    .other = the original
# $case: what is the matter; $count, $original: footnotes, here and in the original; $waiver: the line that waives it
parity-footnotes =
    { $case ->
        [moved] this footnote stands in another block of the original
        [notes] there are { NUMBER($count) ->
                [one] one footnote
               *[other] { NUMBER($count) } footnotes
            }, and in the original { NUMBER($original) }
       *[count] { NUMBER($count) ->
                [0] no footnote stands here
                [one] one footnote stands here
               *[other] { NUMBER($count) } footnotes stand here
            }, and { NUMBER($original) } in the original
    }
    .help = put the mark where the original has it, or write under `waive` in document.yaml: { $waiver }
    .other = the original
# $case: what is the matter; $target, $original: the image, here and in the original; $waiver: the line that waives it
parity-images =
    { $case ->
        [missing] the image `{ $original }` of the original is missing here
        [extra] the original has no image `{ $target }` here
       *[other] the image is `{ $target }`, and in the original `{ $original }`
    }
    .help = show the same image (`chart-id.svg` and `chart-en.svg` are one), or write under `waive` in document.yaml: { $waiver }
    .other = the original
# $case: what is the matter; $waiver: the line that waives it
parity-code =
    { $case ->
        [count] there are not as many blocks of code here as in the original
       *[text] the code is not that of the original
    }
    .help = copy the code from the original, to the letter, or write under `waive` in document.yaml: { $waiver }
    .other = the original
# $case: what is the matter; $target, $original: where the link leads, here and in the original; $waiver: the line that waives it
parity-links =
    { $case ->
        [missing] the link of the original to `{ $original }` is missing here
        [extra] the original has no link to `{ $target }` here
       *[other] the link leads to `{ $target }`, and in the original to `{ $original }`
    }
    .help = lead to the same page, or to its version in this language, or write under `waive` in document.yaml: { $waiver }
    .other = the original
# $case: what is the matter; $count, $original: paragraphs, here and in the original; $kind, $other: kinds of blocks; $waiver: the line that waives it
parity-quotation =
    { $case ->
        [length] this has { NUMBER($count) ->
                [one] one paragraph
               *[other] { NUMBER($count) } paragraphs
            }, and in the original { NUMBER($original) }
       *[kind] this is { $kind ->
                [heading] a heading
                [quotation] a quotation
                [alert] an alert
                [list] a list
                [numbered-list] a numbered list
                [definitions] a list of definitions
                [table] a table
                [code] a block of code
                [figure] an image
                [break] a break
                [html] raw HTML
               *[paragraph] a paragraph
            }, and in the original { $other ->
                [heading] a heading
                [quotation] a quotation
                [alert] an alert
                [list] a list
                [numbered-list] a numbered list
                [definitions] a list of definitions
                [table] a table
                [code] a block of code
                [figure] an image
                [break] a break
                [html] raw HTML
               *[paragraph] a paragraph
            }
    }
    .help = quote the same words in both languages, or write under `waive` in document.yaml: { $waiver }
    .other = the original
# $words: the sentence; $waiver: the line that waives it
parity-untranslated = the original says the same in the same words: "{ $words }"
    .help = translate it; write words that stay in another language as `[…]{"{"}lang=…{"}"}`; or write under `waive` in document.yaml: { $waiver }
    .other = the original
# $case: what is the matter; $waiver: the line that waives it
parity-missing-part =
    { $case ->
        [missing] the original has a summary, and this edition has none
       *[extra] this edition has a summary, and the original has none
    }
    .help = write `summary` in both editions or in none, or write under `waive` in document.yaml: { $waiver }
    .other = the original
# $check: the name of the check; $at: an anchor, or ""
waiver-unused =
    { GIVEN($at) ->
        [yes] nothing at `{ $at }` is waived by this: `{ $check }` finds no difference there
       *[no] nothing is waived by this: `{ $check }` finds no difference
    }
    .help = delete the waiver; if the block has moved, write its present anchor under `at`
# $check: the name of the check; $count: differences; $reason: why
waived = { $check } is waived { NUMBER($count) ->
        [one] once
       *[other] { NUMBER($count) } times
    }: { $reason }
    .help = nothing is to be done; read the reason again when the text changes
    .other = what is waived
# $case: what is the matter; $value, $original: as they are written, here and in the original; $waiver: the line that waives it
parity-figure =
    { $case ->
        [notation] `{ GIVEN($value) ->
            [yes] { $value }
           *[no] { $original }
        }` has the same signs in both languages, which mean another value in each
        [missing] `{ $original }` of the original is missing here
        [extra] the original has no `{ $value }` here
       *[other] this says `{ $value }`, and the original `{ $original }`
    }
    .help = say the same in both languages, each in its own notation (4.300 in Indonesian is 4,300 in English), or write under `waive` in document.yaml: { $waiver }
    .other = the original
# $case: what is the matter; $value, $original: as they are written, here and in the original; $waiver: the line that waives it
parity-date =
    { $case ->
        [notation] `{ GIVEN($value) ->
            [yes] { $value }
           *[no] { $original }
        }` has the same signs in both languages, which mean another day in each
        [missing] `{ $original }` of the original is missing here
        [extra] the original has no `{ $value }` here
       *[other] this says `{ $value }`, and the original `{ $original }`
    }
    .help = give the same day, month and year in both languages, or write under `waive` in document.yaml: { $waiver }
    .other = the original
# $case: what is the matter; $value, $original: as they are written, here and in the original; $waiver: the line that waives it
parity-time =
    { $case ->
        [notation] `{ GIVEN($value) ->
            [yes] { $value }
           *[no] { $original }
        }` has the same signs in both languages, which mean another hour in each
        [missing] `{ $original }` of the original is missing here
        [extra] the original has no `{ $value }` here
       *[other] this says `{ $value }`, and the original `{ $original }`
    }
    .help = give the same hour with the same zone in both languages (13.00 WITA is 1 p.m. WITA), or write under `waive` in document.yaml: { $waiver }
    .other = the original
# $case: what is the matter; $name: what is named, or how it is called here; $original: the same in the original; $waiver: the line that waives it
parity-name =
    { $case ->
        [missing] the original names “{ $original }”, and this text does not name “{ $name }”
       *[extra] “{ $name }” is named here, and the original does not name “{ $original }”
    }
    .help = name it in both languages; another form of the name belongs under `.also` of its entry in i18n/; or write under `waive` in document.yaml: { $waiver }
    .other = the original
