# Kata-kata tema warta. Id dan variabelnya sama dalam semua bahasa.
# $language adalah nama bahasa lengkap dengan kata "bahasa" di depannya: bahasa Indonesia, bahasa Inggris.

## Kerangka halaman

skip-to-content = Langsung ke isi
notice-label = Pemberitahuan
menu-label = Menu utama
crumbs-label = Jejak navigasi
languages-label = Bahasa
language-missing = Halaman ini tidak tersedia dalam { $language }.
language-missing-home = Beranda { $language }
footer-address = Alamat halaman ini:
home-name = Beranda
home-featured = Sorotan

## Daftar

list-latest = Terbaru
list-documents = Dokumen
list-all = Lihat semua
list-years = Menurut tahun
list-months = Menurut bulan
list-days = Menurut tanggal
list-empty = Belum ada yang terbit di sini.
document-count = { $count } dokumen
feed-title = { $site }: { $section }
feed-link = Umpan Atom
only-in-language = hanya dalam { $language }
date-time = { $date }, { $time }

## Halaman galat

not-found-title = Halaman tidak ditemukan
not-found-text = Tidak ada halaman di alamat ini. Mungkin alamatnya salah ketik, atau halamannya sudah dipindahkan.
not-found-home = Ke beranda

## Dokumen

document-published = Terbit
release-number = Nomor { $number }
document-contact = Narahubung
document-event = Bagian dari acara
document-topics = Topik
document-translation = Terjemahan
document-translated-from = Dari { $language }
authoritative-label = Teks acuan
authoritative-this = Teks ini adalah teks acuan resmi.
authoritative-other = Teks acuan resmi dokumen ini adalah teks dalam { $language }.
authoritative-all = Teks dalam semua bahasa sama-sama menjadi teks acuan resmi.
outline-title = Di halaman ini
notes-title = Catatan
files-title = Berkas
file-detail = { $type }, { $size }
image-credit = Foto: { $name }
related-title = Terkait
neighbours-label = Dokumen sebelum dan sesudahnya
neighbours-previous = Sebelumnya
neighbours-next = Berikutnya

## Pernyataan

statement-country = Negara
statement-organization = Organisasi
statement-speaker = Disampaikan oleh
statement-delivered = Tanggal penyampaian
statement-delivery = Cara penyampaian
statement-delivery-in-person = Secara langsung
statement-delivery-recorded = Melalui rekaman
statement-delivery-virtual = Secara virtual
statement-delivery-written = Secara tertulis
statement-agenda = Mata acara
statement-text = Jenis teks
statement-text-full = Teks lengkap
statement-summary-only = Ringkasan: teks lengkap tidak tersedia
statement-text-none = Belum ada teks
text-summary = Ringkasan
not-recorded = Tidak tercatat

## Dokumen hasil

outcome-adopted = Disepakati
outcome-standing-voluntary = Rekomendasi sukarela, bukan perjanjian internasional
outcome-standing-binding = Mengikat secara hukum

## Acara

event-venue = Tempat
event-mode = Bentuk
event-mode-in-person = Tatap muka
event-mode-online = Daring
event-mode-hybrid = Hibrida (tatap muka dan daring)
event-parent = Bagian dari
event-states = Negara yang diumumkan
event-children = Rangkaian acara
event-agenda = Mata acara
event-programme = Susunan acara
programme-time = Waktu
programme-item = Acara
event-outcomes = Dokumen hasil
event-releases = Siaran pers
event-statements = Pernyataan
event-other-statements = Pernyataan lain

## Matriks pernyataan

matrix-title = Pernyataan menurut negara
matrix-caption = Pernyataan setiap negara menurut mata acara, beserta bahasa yang tersedia.
matrix-counts = Teks dari { $with } negara tersedia; teks dari { $without } negara belum ada.
matrix-state = Negara
matrix-gap = belum ada teks
matrix-none = tidak ada pernyataan

## Kata yang dipakai program

alert-note = Catatan
alert-tip = Kiat
alert-important = Penting
alert-warning = Peringatan
alert-caution = Awas
footnote-ref = Catatan { $number }
footnote-back = Kembali ke teks dari catatan { $number }

## Halaman pilihan bahasa

chooser-enter = Masuk ke ruang berita

## Tabel

# $number: urutan tabel dalam teks
table-label = Tabel { $number }

## Pratinjau

preview-label = Pratinjau
preview-site = Pratinjau untuk kalangan sendiri. Bukan untuk diterbitkan.
preview-draft = Pratinjau: dokumen ini masih konsep dan belum disetujui.
preview-held = Pratinjau: dokumen ini ditahan sampai { $date }, { $time }.
preview-waiting = Pratinjau: dokumen ini menunggu edisi dalam bahasa lain.

## Perubahan dan penarikan

# $grade: editorial, clarification, correction, update
change-grade =
    { $grade ->
        [editorial] Perbaikan redaksional
        [clarification] Penjelasan
        [correction] Koreksi
       *[update] Pemutakhiran
    }
changes-title = Riwayat perubahan
changes-see = Lihat riwayat perubahan
# $language: nama bahasa naskah asli; $date: harinya
stale-since = Naskah asli dalam { $language } diubah pada { $date }; terjemahan ini belum memuat perubahan itu.
# sama, tanpa hari
stale = Naskah asli dalam { $language } telah diubah; terjemahan ini belum memuat perubahan itu.
withdrawn-label = Ditarik
withdrawn-since = Dokumen ini ditarik pada { $date }, { $time }. Teksnya tetap dapat dibaca sebagai catatan.
withdrawn-replaced = Penggantinya:
# $title: judul dokumen, dalam umpan
withdrawn-title = Ditarik: { $title }

## Koreksi dan penarikan

corrections-title = Koreksi dan penarikan
corrections-summary = Semua yang dikoreksi, dijelaskan, dimutakhirkan, atau ditarik setelah terbit, mulai dari yang terbaru.
corrections-empty = Sejauh ini belum ada yang dikoreksi atau ditarik.
corrections-policy = Cara kekeliruan diperbaiki

## Verifikasi teks, di halaman dokumen

verification-block = Verifikasi teks ini
verification-version = Versi
verification-digest = SHA-256
verification-text = Teksnya sebagai berkas (.txt)
verification-list = Daftar sidik jari semua teks

## Verifikasi teks, di halamannya sendiri

verification-title = Verifikasi teks
verification-summary = Benarkah teks yang sampai kepada Anda diterbitkan di sini, kata demi kata? Anda dapat memeriksanya sendiri.
verify-why = Teks diteruskan, disalin, diketik ulang, dan kadang-kadang diubah di tengah jalan. Bersama setiap teks yang terbit di sini, diterbitkan pula sidik jarinya: 64 angka dan huruf yang dihitung dari teks itu dengan cara yang terbuka untuk umum (SHA-256). Jika satu huruf saja berbeda, sidik jarinya pun lain. Siapa pun yang memegang sebuah teks dapat menghitung sidik jarinya dan mencarinya dalam daftar.
verify-what = Yang diperiksa adalah kata-kata dokumen: judul, ringkasan, paragraf, dan catatannya. Semuanya ada dalam satu berkas teks, yang disebutkan di akhir halaman setiap dokumen, pada bagian “{ verification-block }”.
verify-here-title = Di halaman ini
verify-here-label = Teks utuh, dari judul sampai baris terakhir
verify-here-hint = Teks yang Anda tempelkan tidak keluar dari gawai Anda: bagian daftar yang mungkin memuatnya yang diunduh, lalu peramban Anda membandingkannya.
verify-here-button = Periksa
verify-no-script = Jika peramban Anda menjalankan skrip, di sini ada kotak untuk menempelkan teks. Teks juga dapat diperiksa secara manual, seperti diterangkan di bawah.
verify-insecure = Peramban Anda hanya menghitung sidik jari di halaman yang diperoleh lewat sambungan aman. Buka halaman ini dengan https, atau periksa teksnya secara manual, seperti diterangkan di bawah.
verify-working = Sedang diperiksa …
verify-empty = Belum ada teks di dalam kotak.
verify-unavailable = Daftar sidik jari tidak dapat dimuat. Coba lagi, atau periksa teksnya secara manual, seperti diterangkan di bawah.
verify-current = Ditemukan: ini teks terkini dari dokumen yang diterbitkan di sini.
verify-earlier = Ditemukan: ini versi lama dari teks yang diterbitkan di sini. Teksnya sudah diubah sejak itu.
verify-released = Ditemukan: teks ini pernah diterbitkan di sini.
verify-withdrawn = Dokumennya kemudian ditarik. Alasannya disebutkan di halamannya.
verify-removed = Dokumennya kemudian dihapus. Alasannya disebutkan di halamannya.
verify-missing = Tidak ditemukan: tidak ada teks dengan kata-kata persis seperti ini yang diterbitkan di sini.
verify-missing-next = Itu saja belum berarti palsu: mungkin yang Anda pegang hanya sebagian teks, kutipan, atau terjemahan, atau ada kata yang hilang saat disalin. Cari dokumennya di situs ini dan bandingkan.
verify-document = Dokumen
verify-since = Sejak
verify-present = Baca versi terkini
verify-hand-title = Secara manual
verify-hand-save = Simpan berkas teks dokumen itu. Jangan membukanya dengan program lain lalu menyimpannya kembali.
verify-hand-example = Misalnya:
verify-hand-compute = Hitung sidik jarinya:
verify-hand-compare = Bandingkan ke-64 angka dan huruf itu dengan yang ada di halaman dokumen, atau dengan baris berkas itu dalam daftar semua sidik jari:
verify-hand-many = Untuk memeriksa banyak berkas sekaligus, simpan semuanya dalam folder yang sama seperti di situs, di samping daftarnya:
verify-key-title = Dengan tanda tangan digital
verify-key-text = Daftar itu ditandatangani sehingga dapat dipercaya dari mana pun Anda memperolehnya. Simpan daftar dan tanda tangannya, lalu periksa dengan minisign:
verify-key-trust = Bandingkan kuncinya dengan yang Anda peroleh lewat jalan lain: siapa yang dapat memalsukan halaman ini dapat pula memalsukan kunci yang tercantum di sini.
verify-limits-title = Yang dapat dan tidak dapat diketahui
verify-limits-found = Teks yang ditemukan memang diterbitkan di sini, kata demi kata.
verify-limits-space = Spasi dan pergantian baris tidak berpengaruh di halaman ini. Tanda lain berpengaruh, termasuk tanda petik.
verify-limits-part = Kutipan, sebagian teks, atau terjemahan dari pihak lain tidak akan ditemukan.
verify-limits-missing = Teks yang tidak ditemukan belum tentu palsu. Lihat halaman dokumennya.
verify-limits-beyond = Gambar dan berkas lampiran tidak ikut diperiksa.

## Dokumen yang dihapus dan alamat lama

removed-title = Dokumen dihapus
removed-since = Dokumen yang semula ada di alamat ini dihapus pada { $date }, { $time }.
removed-reason = Alasan
redirect-title = Halaman ini telah pindah
redirect-text = Halaman ini kini mempunyai alamat lain.
redirect-link = Buka alamat yang baru

## Tampilan berdampingan dokumen hasil

# akhir alamat, setelah tanda hubung
parallel-address = berdampingan
# $title: judul dokumen
parallel-title = { $title }: teks berdampingan
parallel-label = Teks berdampingan
parallel-summary = Dokumen yang sama dalam setiap bahasanya, paragraf demi paragraf.
parallel-link = Baca teksnya berdampingan
parallel-original = Naskah asli
parallel-alone = Teks ini saja
parallel-gap = Bagian ini tidak ada dalam teks { $language }.

## Pengutipan

cite-title = Kutip dokumen ini
# $publisher: penerbit, atau judul situs; $date: hari terbit; $title: judul dokumen; $url: alamat lengkap
cite-text = { $publisher }. “{ $title }”. { $date }. { $url }
# sama, untuk dokumen tanpa tanggal
cite-undated = { $publisher }. “{ $title }”. { $url }
cite-copy = Salin kutipan
cite-copied = Kutipan telah disalin.
copy-failed = Gagal menyalin. Pilih teksnya, lalu salin sendiri.
# $number: nomor paragraf
paragraph-link = Tautan ke paragraf { $number }
section-link = Tautan ke bagian ini
paragraph-copied = Alamat paragraf telah disalin.
document-text = Teks saja (.txt)
document-tools = Gunakan teks ini

## Saringan, yang muncul bila skrip berjalan

filter-title = Saring
filter-any = Semua
filter-text = Kata dalam judul atau ringkasan
filter-collection = Jenis dokumen
filter-year = Tahun
filter-topic = Topik
filter-language = Bahasa
filter-clear = Hapus saringan
# {n} diganti dengan jumlah yang tampak; $total: jumlah semuanya
filter-shown = Tampil: { "{n}" } dari { $total }.
filter-none = Tidak ada yang cocok dengan saringan ini.

## Pencarian

search-title = Pencarian
search-summary = Temukan siaran pers, pernyataan, dan dokumen lain menurut kata-katanya.
search-no-script = Di sini ada kolom untuk mencari kata jika peramban Anda menjalankan skrip. Tanpa itu, setiap dokumen dapat ditemukan melalui daftar di bawah ini.
search-label = Apa yang Anda cari?
search-button = Cari
search-collection = Jenis dokumen
search-year = Tahun
search-any = Semua
search-hint = Bentuk lain dari sebuah kata juga ditemukan. Dengan tanda bintang Anda mencari awal kata: diplo*. Kata di dalam tanda petik harus ada semuanya; dokumen yang memuatnya persis seperti itu pada judul atau ringkasan ditampilkan lebih dahulu. Pencarian berjalan di peramban Anda.
search-results = Hasil pencarian
search-working = Mencari …
search-found = Dokumen yang ditemukan:
search-some = Tidak ada dokumen yang memuat semua kata itu. Dokumen yang paling mendekati:
# lalu jumlahnya
search-phrase = Yang memuat isi tanda petik persis seperti itu pada judul atau ringkasan:
search-phrase-rest = Dokumen lainnya memuat semua kata itu, tetapi belum tentu berurutan.
search-phrase-limit = Untuk itu hanya dokumen yang paling sesuai yang diperiksa. Dokumen lainnya memuat semua kata itu, mungkin ada yang persis seperti itu.
search-none = Tidak ada dokumen yang ditemukan.
search-none-next = Coba kata lain atau kurangi jumlah katanya, atau telusuri daftar di bawah ini.
search-failed = Pencarian tidak dapat dimuat. Coba lagi, atau telusuri daftar di bawah ini.
search-more = Tampilkan lebih banyak
search-lists = Tanpa pencarian
search-lists-text = Setiap dokumen tercantum dalam daftar menurut tahun, topik, atau negara:
