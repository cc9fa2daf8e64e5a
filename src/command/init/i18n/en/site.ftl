### The words of this newsroom. Ids are the same in all languages; what is not here is the theme's.

## Newsroom

site-title = Inter-Island Newsroom
site-description = Press releases and statements of the states that take part in the Inter-Island Conference.
site-notice = A sample newsroom: everything in it is invented.
publisher-name = { -secretariat }

## Official names, used in texts as { -conference }

-conference = Inter-Island Conference
-secretariat = Secretariat of the Inter-Island Conference

## Labels of the collections

collection-releases = Press releases
collection-events = Events
collection-statements = Statements
collection-outcomes = Outcome documents
collection-pages = Pages

## Topics

topics = Topics
topics-early-warning = Early warning
topics-sea-transport = Sea transport

## Names of states; those not named here have the names of CLDR

countries = Countries
country-XA = Lautaya Islands
country-XB = Republic of Arunara
country-XC = Pasirena
