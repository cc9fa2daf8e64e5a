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
footer-corrections = Ralat
footer-address = Alamat halaman ini:
home-name = Beranda
home-featured = Sorotan

## Daftar

list-latest = Terbaru
list-all = Lihat semua
list-years = Menurut tahun
list-months = Menurut bulan
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
withdrawn-label = Ditarik
withdrawn-since = Dokumen ini ditarik pada { $date }, { $time }. Teksnya tetap dapat dibaca sebagai catatan.
withdrawn-replaced = Penggantinya:
# $title: judul dokumen, dalam umpan
withdrawn-title = Ditarik: { $title }

## Dokumen yang dihapus dan alamat lama

removed-title = Dokumen dihapus
removed-since = Dokumen yang semula ada di alamat ini dihapus pada { $date }, { $time }.
removed-reason = Alasan
redirect-title = Halaman ini telah pindah
redirect-text = Halaman ini kini mempunyai alamat lain.
redirect-link = Buka alamat yang baru
