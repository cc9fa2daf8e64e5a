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
    .help = replace the link by a copy of the file
# $reason: what the operating system says
unreadable = this cannot be read: { $reason }
    .help = check that it exists and that you may read it (on Linux and macOS: `ls -l`)
stray-file = nothing reads this file, so it is not part of the site
    .help = move it to where it belongs, or delete it: documents and their files go below `content/`, messages (`.ftl`) below `i18n/`, what visitors should get as it is into `static/`
bad-file-name = the name of this file cannot stand in an address
    .help = rename it with letters, digits and hyphens; no backslash and no control character, in UTF-8

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
missing-key = the key "{ $key }" is missing
    .help = add a line `{ $key }: …` here
# $key: the key, $value: as written; $nearest: the nearest allowed word, or ""; $known: the allowed words, with commas
unknown-value = "{ $value }" is not a value of "{ $key }"
    .help =
        { GIVEN($nearest) ->
            [yes] did you mean `{ $nearest }`? Allowed are: { $known }
           *[no] allowed are: { $known }
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
    .help = check the hour; if it is right, write it in the time of { $zone }, so that nobody has to reckon

## 03 Settings

## 04 Documents

## 05 Markdown and references

raw-html = raw HTML `<{ $tag }>` in the text, where only Markdown is allowed
    .help = { $tag ->
        [a] write the link as `[words](https://…)`
        [b] write bold words as `**words**`
        [strong] write bold words as `**words**`
        [i] write emphasis as `*words*`
        [em] write emphasis as `*words*`
        [s] write struck words as `~~words~~`
        [del] write struck words as `~~words~~`
        [br] end the line with a backslash
        [img] write the image as `![what it shows](asset:name.jpg)`
        [span] write the language of a part as `[words]{ "{" }lang=en{ "}" }`
        [table] write the table with `|` between cells
       *[other] write it in Markdown, or write `\<` if the sign itself is meant; `markdown: { "{" }html: allow{ "}" }` in warta.yaml allows HTML everywhere
    }
html-comment = an HTML comment, which every reader of the page's source could see
    .help = take the comment out; keep notes for colleagues outside the site
bad-anchor = the id `{ $id }` is no anchor: letters, digits, `-` and `_` were expected
    .help = write the id with the letters a to z, digits, hyphens and underscores
reserved-anchor = the id `{ $id }` is kept for numbered blocks and footnotes
    .help = choose another id, such as a word of the heading
duplicate-anchor = the id `{ $id }` is already that of another heading
    .help = give one of the two headings another id, in every edition alike
heading-attribute = a heading cannot have the attribute `{ $attribute }`: only an id was expected
    .help = keep only the id, as in `## Words { "{" }#id{ "}" }`; a language goes behind brackets: `## [Words]{ "{" }lang=en{ "}" }`
heading-level-one = a heading of level 1 in the text, where level 2 is the highest
    .help = write `##`: the title of the page is its only heading of level 1
heading-jump = a heading of level { $to } follows level { $from }: a level was left out
    .help = use the next level down, so that readers who listen know the order
bad-language = `{ $tag }` is no language tag: something like `en` or `zh-Hant` was expected
    .help = write a tag of BCP 47 without quotes: `{ "{" }lang=en{ "}" }`
unknown-attributes = `{ $attributes }` names no language: only `lang=` can stand here
    .help = write the language of the phrase, or take the braces out
stray-attributes = `{ $attributes }` belongs to nothing: an id stands at the end of a heading, a language right behind `[words]`
    .help = put it behind what it belongs to; write `\{ "{" }` if the brace itself is meant
unclosed-placeable = this brace is not closed in its paragraph
    .help = close it with `{ "}" }`; write `\{ "{" }` if the brace itself is meant
bad-placeable = Fluent cannot read `{ $placeable }`
    .help = write a term, a variable, a message or a function, as in `{ "{ $registrants }" }`; write `\{ "{" }` if the brace itself is meant
misplaced-placeable = no words can be put in here: a placeable belongs in text, not in the destination of a link, a definition or a fence
    .help = write the destination itself
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
image-without-alt = the image has no alternative text for those who do not see it
    .help = write what it shows between the brackets: `![what it shows](asset:name.jpg)`
undefined-footnote = there is no footnote `{ $label }`
    .help = add a line `[^{ $label }]: …` after the text, or write `\[` if the bracket itself is meant
unused-footnote = nothing refers to the footnote `{ $label }`, so no reader sees it
    .help = write `[^{ $label }]` where it belongs, or take it out
duplicate-footnote = the footnote `{ $label }` is already defined
    .help = give one of the two another label
undefined-link = the link's label `{ $label }` is not defined
    .help = add a line `[{ $label }]: https://…`, or write `\[` if the bracket itself is meant
broken-link = this looks like a link, but Markdown reads it as text: its destination holds a space or is not closed
    .help = write the destination without spaces, or between `<` and `>`; put a space before `(` if text is meant
too-deep = the text is nested more than 100 levels deep
    .help = use fewer levels of quotations and lists

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
        [yes] write `{ $nearest }`, or add the message to the locale's files under i18n/
       *[no] add the message to the locale's files under i18n/
    }
unknown-term = there is no term `-{ $name }`
    .help = { GIVEN($nearest) ->
        [yes] write `-{ $nearest }`, or add the term to the locale's files under i18n/
       *[no] add the term to the locale's files under i18n/
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
    [missing] the function { $function } lacks a value
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
    .help = take out one of the references
fluent-too-long = the message has more than 100 placeables, counting those of the messages it refers to
    .help = divide it into several messages
bad-language-part = { $mistake ->
    [tag] "{ $detail }" is not a language tag
   *[brackets] the language part has no opening bracket in the same text
}
    .help = write the words and their language as {"`[words]{lang=en}`"}

## 07 Templates

## 08 Routes and outputs

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
# $folder: the output folder
preview-over-release = a preview may not be written into "{ $folder }", which holds a release
    .help = name another folder for the preview: `--preview --out preview`
