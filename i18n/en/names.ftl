### Official names. The attribute "lang" gives the language a name is in; it is then marked by itself.

## Institutions

-ministry = Ministry of Foreign Affairs of the Republic of Indonesia

## Conferences

-icdd = International Conference on Digital Diplomacy
    .lang = en
    .not = Indonesian Conference on Digital Diplomacy
-icdd-short = ICDD
    .not = IDCC
-icdd-theme = Unmasking Digital Diplomacy in the New Normal
    .lang = en
-icdd-week = ICDD Week
    .lang = en
-countries-review = Countries’ Review
    .lang = en
-rcdd = Regional Conference on Digital Diplomacy
    .lang = en
-rcdd-short = RCDD

## Documents

-bali-message = Bali Message
    .lang = en
-bali-message-full = Bali Message on International Cooperation in Digital Diplomacy
    .lang = en
-jakarta-message = Jakarta Message
    .lang = en

## Words that were once written in two languages at once

-digital-diplomacy = digital diplomacy
    .not = Digital Diplomasi
