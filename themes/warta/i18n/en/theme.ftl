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
footer-address = Address of this page:
home-name = Home
home-featured = In focus

## Lists

list-latest = Latest
list-documents = Documents
list-all = See all
list-years = By year
list-months = By month
list-days = By day
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
# $language: the name of the original's language; $date: the day
stale-since = The original in { $language } was changed on { $date }; this translation does not show that yet.
# the same without a day
stale = The original in { $language } has changed since; this translation does not show that yet.
withdrawn-label = Withdrawn
withdrawn-since = This document was withdrawn on { $date }, { $time }. Its text stays here for the record.
withdrawn-replaced = Replaced by:
# $title: the document's title, in feeds
withdrawn-title = Withdrawn: { $title }

## Corrections and withdrawals

corrections-title = Corrections and withdrawals
corrections-summary = What was corrected, clarified, updated or withdrawn after it had been released, newest first.
corrections-empty = So far nothing has been corrected or withdrawn.
corrections-policy = How mistakes are put right

## Verification of a text, on the page of a document

verification-block = Verify this text
verification-version = Version
verification-digest = SHA-256
verification-text = The text as a file (.txt)
verification-list = List of the fingerprints of all texts

## Verification of a text, on its own page

verification-title = Verify a text
verification-summary = Was a text that reached you really released here, word for word? You can find out for yourself.
verify-why = A text is forwarded, copied, typed out again, and sometimes altered on the way. With every text that is released here, its fingerprint is published too: 64 letters and digits that a public method (SHA-256) computes from the text. If a single letter is another, so is the fingerprint. Whoever has a text can compute its fingerprint and look for it on the list.
verify-what = What counts is the words of a document: its title, its summary, its paragraphs and its notes. They stand together in a text file, which the page of each document names at its end, under “{ verification-block }”.
verify-here-title = On this page
verify-here-label = The whole text, from the title to the last line
verify-here-hint = What you paste here does not leave your device: the part of the list in which it would stand comes to you, and your browser compares.
verify-here-button = Verify
verify-no-script = A field into which you can paste a text stands here if your browser runs scripts. You can also verify a text by hand, as told below.
verify-insecure = Your browser computes fingerprints only on pages that it got over a secure connection. Open this page with https, or verify the text by hand, as told below.
verify-working = Verifying …
verify-empty = There is no text in the field yet.
verify-unavailable = The list of fingerprints could not be loaded. Try again, or verify the text by hand, as told below.
verify-current = Found: this is the present text of a document that was released here.
verify-earlier = Found: this is an earlier version of a text that was released here. It has been changed since.
verify-released = Found: this text was released here.
verify-withdrawn = The document was withdrawn later. Its page says why.
verify-removed = The document was removed later. Its page says why.
verify-missing = Not found: no text with exactly these words was released here.
verify-missing-next = That alone does not make it a forgery: you may have a part of a text, a quotation or a translation, or a word was lost in copying. Look for the document on this site and compare.
verify-document = Document
verify-since = Since
verify-present = Read the present version
verify-hand-title = By hand
verify-hand-save = Save the text file of the document. Do not open it in another program and save it again.
verify-hand-example = For example:
verify-hand-compute = Compute its fingerprint:
verify-hand-compare = Compare the 64 letters and digits with those on the page of the document, or with the line of the file on the list of all fingerprints:
verify-hand-many = To verify many files at once, keep them in the same folders as on the site, beside the list:
verify-key-title = With the signature
verify-key-text = The list is signed, so that you can trust it wherever you got it from. Save the list and its signature, and verify them with minisign:
verify-key-trust = Compare the key with one that you got in another way: whoever could forge this page could forge the key on it too.
verify-limits-title = What this tells, and what it does not
verify-limits-found = A text that is found was released here, word for word.
verify-limits-space = Spaces and line breaks make no difference on this page. Every other sign does, quotation marks too.
verify-limits-part = A quotation, a part of a text, or a translation made elsewhere is not found.
verify-limits-missing = A text that is not found is not forged for that reason. Look at the page of the document.
verify-limits-beyond = Pictures and attached files are not verified.

## Removed documents and old addresses

removed-title = Document removed
removed-since = A document stood at this address. It was removed on { $date }, { $time }.
removed-reason = Reason
redirect-title = This page has moved
redirect-text = It now has another address.
redirect-link = Go to the new address

## Parallel view of an outcome document

# how the address ends, after a hyphen
parallel-address = parallel
# $title: the document's title
parallel-title = { $title }: texts side by side
parallel-label = Texts side by side
parallel-summary = The same document in its languages, paragraph by paragraph.
parallel-link = Read the texts side by side
parallel-original = Original
parallel-alone = This text alone
parallel-gap = This part is not in the text in { $language }.

## Citing

cite-title = Cite this document
# $publisher: who publishes, or the site’s title; $date: the day; $title: the document’s title; $url: the whole address
cite-text = { $publisher }, ‘{ $title }’, { $date }, { $url }
# the same of a document without a date
cite-undated = { $publisher }, ‘{ $title }’, { $url }
cite-copy = Copy citation
cite-copied = Citation copied.
copy-failed = Copying did not work. Select the text and copy it.
# $number: the paragraph's number
paragraph-link = Link to paragraph { $number }
section-link = Link to this section
paragraph-copied = Address of the paragraph copied.
document-text = Text only (.txt)
document-tools = Use this text

## Filters, which appear where script runs

filter-title = Filter
filter-any = All
filter-text = Words in the title or summary
filter-collection = Kind of document
filter-year = Year
filter-topic = Topic
filter-language = Language
filter-clear = Clear filters
# {n} is replaced by the number shown; $total: how many there are
filter-shown = Shown: { "{n}" } of { $total }.
filter-none = Nothing fits these filters.

## Search

search-title = Search
search-summary = Find releases, statements and other documents by their words.
search-no-script = A field in which you can look for words stands here if your browser runs scripts. Without it, the lists below lead to every document.
search-label = What are you looking for?
search-button = Search
search-collection = Kind of document
search-year = Year
search-any = All
search-hint = Other forms of a word are found too. With an asterisk you look for how a word begins: diplo*. Words between quotation marks must all be there; documents that have them just so in the title or the summary stand first. The search runs in your browser.
search-results = Results
search-working = Searching …
search-found = Documents found:
search-some = No document has all of these words. Documents that come closest:
# then the number
search-phrase = With what stands between quotation marks just so in the title or the summary:
search-phrase-rest = The others have all of these words, but not necessarily side by side.
search-phrase-limit = Only the documents that fit best were looked through for this. The others have all of these words, some of them perhaps just so.
search-none = No document was found.
search-none-next = Try other words or fewer of them, or look through the lists below.
search-failed = The search could not be loaded. Try again, or look through the lists below.
search-more = Show more
search-lists = Without a search
search-lists-text = Every document stands in a list, by year, by topic or by state:
