### Kata-kata ruang berita ini. Id pesan sama dalam semua bahasa; yang tidak ada di sini diambil dari tema.

## Ruang berita

site-title = Ruang Berita Antarpulau
site-description = Siaran pers dan pernyataan negara peserta Konferensi Antarpulau.
site-notice = Ruang berita contoh: semua isinya rekaan.
publisher-name = { -secretariat }

## Nama resmi, dipakai dalam naskah sebagai { -conference }

-conference = Konferensi Antarpulau
-secretariat = Sekretariat Konferensi Antarpulau

## Label koleksi

collection-releases = Siaran Pers
collection-events = Acara
collection-statements = Pernyataan
collection-outcomes = Dokumen Hasil
collection-pages = Halaman

## Topik

topics = Topik
topics-early-warning = Peringatan Dini
topics-sea-transport = Angkutan Laut

## Nama negara; negara yang tidak disebut di sini dinamai menurut CLDR

countries = Negara
country-XA = Kepulauan Lautaya
country-XB = Republik Arunara
country-XC = Pasirena
