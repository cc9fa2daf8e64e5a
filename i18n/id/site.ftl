### Kata-kata situs: nama ruang berita, pemberitahuan, dan label kumpulan.

## Ruang berita

site-title = Ruang Berita Diplomasi Digital (Demonstrasi)
site-description = Contoh ruang berita dwibahasa tentang konferensi diplomasi digital di Bali pada 2021, disusun dari fakta publik.
site-notice = Situs demonstrasi: isinya disusun ulang dari fakta publik dengan Warta. Situs ini bukan situs kementerian atau lembaga negara mana pun.
publisher-name = Meja Demonstrasi Warta

## Label kumpulan dokumen

collection-releases = Siaran Pers
collection-statements = Pernyataan
collection-outcomes = Dokumen Hasil
collection-events = Acara
collection-pages = Halaman

## Menu

menu-outcome = { -bali-message }
menu-event = ICDD 2021
menu-about = Tentang
