### The site's words: the newsroom's name, its notice and the labels of the collections.

## Newsroom

site-title = Digital Diplomacy Newsroom (Demonstration)
site-description = A sample bilingual newsroom about the 2021 conference on digital diplomacy in Bali, compiled from public facts.
site-notice = Demonstration site: its content was rebuilt from public facts with Warta. It is not the site of any ministry or state body.
publisher-name = Warta Demonstration Desk

## Labels of the collections

collection-releases = Press releases
collection-statements = Statements
collection-outcomes = Outcome documents
collection-events = Events
collection-pages = Pages

## Menu

menu-outcome = { -bali-message }
menu-event = ICDD 2021
menu-about = About
