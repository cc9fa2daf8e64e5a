# The words of the theme warta. Ids and variables are the same in every language.
# $language is always the bare name of a language: Indonesian, English.

## Frame of a page

skip-to-content = Skip to content
notice-label = Notice
menu-label = Main menu
crumbs-label = Breadcrumb
languages-label = Language
language-missing = This page is not available in { $language }.
language-missing-home = Home page in { $language }
footer-corrections = Corrections
footer-address = Address of this page:
home-name = Home
home-featured = In focus

## Lists

list-latest = Latest
list-all = See all
list-years = By year
list-months = By month
list-empty = Nothing has been published here yet.
document-count =
    { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
feed-title = { $site }: { $section }
feed-link = Atom feed
only-in-language = in { $language } only
date-time = { $date }, { $time }

## Error pages

not-found-title = Page not found
not-found-text = There is no page at this address. It may have been mistyped, or the page may have moved.
not-found-home = Go to the home page

## Documents

document-published = Published
release-number = No. { $number }
document-contact = Contact
document-event = Part of event
document-topics = Topics
document-translation = Translation
document-translated-from = From { $language }
authoritative-label = Authoritative text
authoritative-this = This is the authoritative text.
authoritative-other = The authoritative text of this document is the one in { $language }.
authoritative-all = The texts in all languages are equally authoritative.
outline-title = On this page
notes-title = Notes
files-title = Files
file-detail = { $type }, { $size }
image-credit = Photo: { $name }
related-title = Related
neighbours-label = Previous and next documents
neighbours-previous = Previous
neighbours-next = Next

## Statements

statement-country = State
statement-organization = Organisation
statement-speaker = Delivered by
statement-delivered = Date delivered
statement-delivery = Mode of delivery
statement-delivery-in-person = In person
statement-delivery-recorded = By recording
statement-delivery-virtual = Virtually
statement-delivery-written = In writing
statement-agenda = Agenda item
statement-text = Kind of text
statement-text-full = Full text
statement-summary-only = Summary: the full text is not held
statement-text-none = No text held
text-summary = Summary
not-recorded = Not recorded

## Outcome documents

outcome-adopted = Adopted
outcome-standing-voluntary = Voluntary recommendation, not a treaty
outcome-standing-binding = Legally binding

## Events

event-venue = Venue
event-mode = Format
event-mode-in-person = In person
event-mode-online = Online
event-mode-hybrid = Hybrid (in person and online)
event-parent = Part of
event-states = States announced
event-children = Events within this one
event-agenda = Agenda items
event-programme = Programme
programme-time = Time
programme-item = Item
event-outcomes = Outcome documents
event-releases = Press releases
event-statements = Statements
event-other-statements = Other statements

## Statement matrix

matrix-title = Statements by state
matrix-caption = Each state’s statement by agenda item, with the languages it is held in.
matrix-counts =
    { $with ->
        [one] The text of { $with } state is held
       *[other] The texts of { $with } states are held
    }; { $without ->
        [one] { $without } state has none.
       *[other] { $without } states have none.
    }
matrix-state = State
matrix-gap = no text held
matrix-none = no statement

## Words that the program uses

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
footnote-ref = Note { $number }
footnote-back = Back to the text from note { $number }

## Language chooser

chooser-enter = Enter the newsroom

## Tables

# $number: the table's place in the text
table-label = Table { $number }

## Preview

preview-label = Preview
preview-site = A preview for the office’s own eyes. Not for publication.
preview-draft = Preview: this document is a draft and has not been approved.
preview-held = Preview: this document is held until { $date }, { $time }.
preview-waiting = Preview: this document is waiting for its edition in another language.

## Changes and withdrawal

# $grade: editorial, clarification, correction, update
change-grade =
    { $grade ->
        [editorial] Editorial change
        [clarification] Clarification
        [correction] Correction
       *[update] Update
    }
changes-title = Change history
changes-see = See the change history
withdrawn-label = Withdrawn
withdrawn-since = This document was withdrawn on { $date }, { $time }. Its text stays here for the record.
withdrawn-replaced = Replaced by:
# $title: the document's title, in feeds
withdrawn-title = Withdrawn: { $title }

## Removed documents and old addresses

removed-title = Document removed
removed-since = A document stood at this address. It was removed on { $date }, { $time }.
removed-reason = Reason
redirect-title = This page has moved
redirect-text = It now has another address.
redirect-link = Go to the new address
