# What the program says to authors, by the name of each code: the message, and its help.

## 01 Files

## 02 YAML

## 03 Settings

## 04 Documents

## 05 Markdown and references

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
