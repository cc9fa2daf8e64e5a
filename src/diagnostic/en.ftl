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

## 06 Fluent and locales

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
