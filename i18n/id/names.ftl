### Nama resmi. Atribut "lang" menyebut bahasa nama itu; penandaannya berjalan sendiri.

## Lembaga

-ministry = Kementerian Luar Negeri Republik Indonesia

## Konferensi

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

## Dokumen

-bali-message = Bali Message
    .lang = en
-bali-message-full = Bali Message on International Cooperation in Digital Diplomacy
    .lang = en
-jakarta-message = Jakarta Message
    .lang = en

## Kata yang pernah ditulis dalam dua bahasa sekaligus

-digital-diplomacy = diplomasi digital
    .not = Digital Diplomasi
