# What the program says to authors, by the name of each code: the message, and its help.

## 01 Files

## 02 YAML

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

## 07 Templates

## 08 Routes and outputs

## 09 The output folder and the machine
