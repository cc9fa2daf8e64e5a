# Kata-kata baris perintah: yang dicetak `warta` dan yang tertulis pada `--help`.
#
# Nilai berupa teks. NUMBER($count) memberi titik pemisah ribuan. Id diawali tempat pemakaiannya;
# komentar di atas sebuah pesan menerangkan variabelnya.

## Tingkat diagnostik

level-error = galat
level-warning = peringatan
level-note = catatan
level-help = bantuan
# label tempat kedua yang tidak punya label sendiri
level-other = lihat di sini

## Bantuan baris perintah: judul

heading-usage = Penggunaan
heading-commands = Perintah
heading-options = Opsi
heading-arguments = Argumen
heading-default = bawaan
heading-values = nilai yang diperbolehkan

## Bantuan baris perintah: perintah

about-program = Membangun ruang berita yang isinya sama dalam tiap bahasa dan siarannya terbit tepat pada waktunya, tidak lebih awal
about-init = Buat ruang berita kecil yang lengkap di folder baru
about-new = Buat berkas-berkas untuk dokumen baru
about-build = Bangun situs
about-check = Periksa situs, termasuk dokumen yang ditahan, tanpa menulis apa pun
about-accept = Setujui terjemahan yang sudah dicocokkan dengan naskah aslinya: sesudah itu barulah terbit
about-change = Catat perubahan dokumen yang sudah terbit dalam faktanya
about-withdraw = Tarik dokumen yang sudah terbit, atau sebagian bahasanya
about-status = Tunjukkan keadaan setiap edisi, terjemahan yang tertinggal, dan temuan yang masih terbuka
about-due = Tunjukkan kapan situs berubah berikutnya dengan sendirinya, dan sebabnya
about-seal = Catat dalam buku rilis apa yang diterbitkan, diubah, ditarik, atau dihapus
about-verify = Tunjukkan edisi dan versi suatu teks, atau bedanya dari teks yang diterbitkan
about-serve = Tampilkan situs di peramban selagi Anda menulis; konsep dan dokumen yang ditahan ikut ditampilkan
about-explain = Jelaskan diagnostik menurut kode atau namanya, atau tampilkan daftarnya
about-theme = Tampilkan daftar berkas tema bawaan, atau salin ke situs untuk disunting
about-theme-list = Tampilkan daftar berkas tema bawaan dan tandai yang juga dimiliki situs
about-theme-eject = Salin berkas atau folder tema bawaan ke tema milik situs
about-completions = Cetak pelengkapan otomatis untuk shell
about-help = Cetak bantuan ini, atau bantuan sebuah perintah

## Bantuan baris perintah: opsi

option-root = Folder situs [bawaan: folder terdekat ke atas yang berisi warta.yaml]
option-locale = Bahasa program ini: id atau en [bawaan: menurut lingkungan sistem]
option-format = Bentuk diagnostik yang dicetak: human, short, json, sarif, atau github
option-out = Folder tujuan penulisan [bawaan: public di dalam situs, atau preview dengan --preview]
option-base-url = Alamat situs nantinya, menggantikan base_url di warta.yaml
option-at = Saat yang menjadi acuan, misalnya "2021-11-16 18.00 WITA" [bawaan: SOURCE_DATE_EPOCH, atau sekarang]
option-preview = Tampilkan juga konsep dan dokumen yang ditahan, dengan tanda dan tertutup bagi mesin pencari
option-only = Hanya dokumen ini dari pratinjau, misalnya releases/2021/icdd-closes, sebagai salinan untuk persetujuan
# $language: tag bahasa situs
option-note = Keterangan bagi pembaca dalam bahasa { $language }; begitu pula untuk tiap bahasa situs
option-grade = Jenis perubahannya: editorial, clarification, correction, atau update
option-major = Pembaca perlu tahu: ada pemberitahuan dan tanggal baru di umpan [bawaan untuk correction dan update]
option-minor = Pembaca tidak perlu tahu: hanya di riwayat [bawaan untuk editorial dan clarification]
option-affects = Bahasa yang berubah, dapat diulang [bawaan: semua bahasa dokumen]
option-editions = Bahasa yang ditarik, dapat diulang [bawaan: semua bahasa dokumen]
option-replaced-by = Dokumen penggantinya, misalnya releases/2021/icdd-closes
option-stamp = Saat yang dicatat, misalnya "2021-11-16 18.00 WITA" [bawaan: sekarang]
option-urls = Bentuk alamat: clean (…/judul) atau directory (…/judul/)
option-jobs = Banyaknya utas yang bekerja bersamaan [bawaan: satu untuk tiap inti prosesor]
option-explain = Jelaskan mengapa berkas keluaran ini dibuat ulang atau tidak
option-no-cache = Buat semuanya dari awal: simpanan di .warta/ tidak dibaca dan tidak ditulis
option-external = Tanyakan juga alamat tautan ke luar situs; hanya pada warta yang dibangun untuk itu
option-timeout = Berapa detik setiap alamat --external ditunggu [bawaan: 10]
option-port = Porta tempat situs ditampilkan
option-state = Hanya edisi yang missing, unreadable, draft, not-accepted, held, waiting, released, withdrawn, removed, atau stale
option-json = Cetak hasilnya sebagai JSON
option-wait = Tunggu saat berikutnya jika sudah cukup dekat
option-within = Seberapa jauh ke depan --wait boleh menunggu: 90s, 20m, 1h30m [bawaan: 15m]
option-formatter = Catat juga teks yang berbunyi lain karena pesan atau format
option-theme-out = Folder tujuan salinan [bawaan: folder tema situs]
option-markdown = Cetak tabel-tabel buku panduan dalam Markdown
option-help = Cetak bantuan ini
option-version = Cetak versi

## Bantuan baris perintah: argumen

argument-dir = Folder baru
argument-kind = release, statement, outcome, event, atau page
argument-path = Folder dokumen di bawah content/, misalnya releases/2021/icdd-closes
argument-folder = Dokumen, atau folder dokumen di bawah content/, misalnya releases/2021
argument-document = Dokumennya, misalnya releases/2021/icdd-closes
argument-language = Bahasa terjemahannya, misalnya en
argument-code = Kode seperti W0202 atau nama seperti unknown-key; tanpa ini, semuanya ditampilkan
argument-theme-file = Berkas tema seperti templates/page.html, folder di dalamnya, atau . untuk semuanya
argument-text = Berkas, - untuk masukan standar, atau alamat halaman seperti /id/siaran-pers/2021/icdd-ditutup
argument-shell = bash, elvish, fish, powershell, atau zsh

## Log SARIF

# the description of the base of all paths
sarif-root = folder situs, tempat warta.yaml berada

## Tabel `explain --markdown`

explain-area = bidang
explain-codes = kode
explain-code = kode
explain-name = nama
explain-severity = bobot
explain-meaning = arti
# each: the area of the codes that begin with these two digits
area-01 = berkas
area-02 = YAML
area-03 = setelan
area-04 = dokumen
area-05 = Markdown dan rujukan
area-06 = pesan
area-07 = templat
area-08 = alamat
area-09 = folder keluaran dan komputer
area-10 = buku rilis dan tanda tangan
area-11 = kesesuaian bahasa

## Pekerjaan lama, di samping bilah kemajuan

progress-read = membaca
progress-parse = mengurai
progress-write = menulis
progress-external = menanyakan

## Baris penutup `build` dan `check`

# $pages, $others: berkas keluaran; $written, $unchanged, $removed: nasibnya; $seconds: misalnya 0.12
closing-built = { NUMBER($pages) } halaman dan { NUMBER($others) } berkas lain dibangun ({ NUMBER($written) } ditulis, { NUMBER($unchanged) } tidak berubah, { NUMBER($removed) } dihapus) dalam { NUMBER($seconds) } detik
# masing-masing: milidetik
closing-stages = baca { NUMBER($read) } ms, urai { NUMBER($parse) } ms, rakit { NUMBER($assemble) } ms, periksa { NUMBER($check) } ms, rencana { NUMBER($plan) } ms, tulis { NUMBER($write) } ms, simpan { NUMBER($keep) } ms
# $local: tanggal dan jam menurut zona situs; $utc: saat yang sama menurut UTC; $origin: option, epoch, atau clock
closing-at =
    untuk saat { $local } ({ $utc }), { $origin ->
        [option] dari --at
        [epoch] dari SOURCE_DATE_EPOCH
       *[clock] yaitu awal perintah ini
    }
# $minutes: selisih `at` dengan jam sekarang
closing-behind = saat itu { NUMBER($minutes) } menit di belakang jam sekarang: pembangunan yang terpaku pada masa lalu tidak menerbitkan apa pun; pakai --at jika memang dimaksudkan
# $count: dokumen
closing-held = { NUMBER($count) } dokumen ditahan:
# $document: letaknya di bawah content/; $local, $utc: saat terbitnya
closing-held-document = { $document } sampai { $local } ({ $utc })
# $document: letaknya di bawah content/; $languages: nama-nama bahasa, dipisahkan koma
closing-waiting = { $document } menunggu { $languages }
# $count: dokumen
closing-drafts = { NUMBER($count) } konsep tidak disertakan
# $count: edisi
closing-unsealed = { NUMBER($count) } edisi atau perubahan yang terbit belum tercatat dalam buku rilis: setelah situs diterbitkan, jalankan `warta seal`
# $errors, $warnings: jumlahnya
closing-counts =
    { NUMBER($errors) ->
        [0] tidak ada galat
       *[other] { NUMBER($errors) } galat
    }, { NUMBER($warnings) ->
        [0] tidak ada peringatan
       *[other] { NUMBER($warnings) } peringatan
    }
# $code: salah satu kode yang dicetak
closing-explain = keterangan selengkapnya: `warta explain { $code }`
closing-refused = tidak ada yang ditulis: perbaiki galatnya, lalu bangun lagi
# $folder: folder keluaran
closing-incomplete = "{ $folder }" belum lengkap: perbaiki galatnya, lalu bangun lagi; tidak ada yang dihapus dari folder itu
# $folder: folder keluaran
closing-preview = "{ $folder }" adalah pratinjau untuk kalangan sendiri: jangan diterbitkan
# $documents, $editions: jumlahnya; $seconds: misalnya 0.12
closing-checked = { NUMBER($documents) } dokumen dalam { NUMBER($editions) } edisi diperiksa dalam { NUMBER($seconds) } detik
# $asked: alamat; di antaranya $there, $gone, $silent: ada, tidak ada lagi, tidak dapat ditanyakan; $known: alamat lain yang belum lama ini masih ada dan tidak ditanyakan
closing-external = { NUMBER($asked) } alamat di luar situs ditanyakan: { NUMBER($there) } ada, { NUMBER($gone) } tidak ada lagi, { NUMBER($silent) } tidak dapat ditanyakan; { NUMBER($known) } alamat lain masih ada dalam seminggu terakhir

## Baris-baris `accept`

# $document: letaknya di bawah content/; $language: tag bahasa terjemahan; $original: tag bahasa naskah asli
accept-done = disetujui: { $document } dalam { $language }, terhadap naskah asli dalam { $original }
# variabelnya sama dengan accept-done
accept-unchanged = { $document } dalam { $language } sudah disetujui dan naskah asli dalam { $original } tidak berubah sejak itu; tidak ada yang ditulis
# $original: bahasa naskah asli; $count: banyaknya bagian di bawahnya
accept-changes = { NUMBER($count) } bagian naskah asli dalam { $original } berubah sejak terjemahan ini disetujui:
# $part: nama bagian naskah asli; $diff: kata-katanya, atau "" jika tidak diketahui
accept-part-changed =
    berubah { $part }{ GIVEN($diff) ->
        [yes] : { $diff }
       *[no] {""}
    }
accept-part-new =
    baru { $part }{ GIVEN($diff) ->
        [yes] : { $diff }
       *[no] {""}
    }
accept-part-removed =
    dihapus { $part }{ GIVEN($diff) ->
        [yes] : { $diff }
       *[no] {""}
    }
accept-part-moved = dipindahkan { $part }
# $file: berkas kunci
accept-file = dicatat di { $file }; simpan berkas itu bersama dokumennya
# $document: letaknya di bawah content/
accept-complete = { $document } sudah lengkap: tidak ada bahasa yang ditunggu
# $document: letaknya di bawah content/; $language: bahasa yang ditunggu
accept-waits-words = { $language } masih ditunggu: kata-katanya belum ada
accept-waits-draft = { $language } masih ditunggu: hapus `status: draft` dari kata-katanya bila sudah selesai
accept-waits-acceptance = { $language } masih ditunggu: warta accept { $document } { $language }
# $document: letaknya di bawah content/
accept-refused = { $document } tidak disetujui: perbaiki dahulu galatnya

## Baris-baris `status`

# $local, $utc: saatnya
status-at = keadaan pada { $local } ({ $utc })
state-missing = belum ada
state-unreadable = tidak terbaca
state-draft = konsep
state-not-accepted = belum disetujui
state-held = ditahan
state-waiting = menunggu
state-released = terbit
state-withdrawn = ditarik
state-removed = dihapus
state-stale = tertinggal
# $languages: bahasa yang ditunggu
status-waits = { $languages }
# $local: saatnya
status-since = sejak { $local }
# $parts: nama bagian naskah asli
status-changed = berubah { $parts }
status-new = baru { $parts }
status-removed = dihapus { $parts }
status-moved = dipindahkan { $parts }
status-documents = dokumen
status-editions = edisi
status-stale = tertinggal
status-findings = temuan
status-elsewhere = di luar dokumen

## Baris-baris `due`

# $local, $utc: saatnya; $left: lamanya sampai saat itu, disusun dari satuan di bawah
due-next = berikutnya: { $local } ({ $utc }), { $left } lagi
due-later = kemudian: { $local } ({ $utc }), { $left } lagi
# $document: letaknya di bawah content/; $languages: tag bahasa, dipisahkan koma
due-release = { $document } terbit dalam { $languages }
# variabelnya sama dengan due-release
due-change = { $document } berubah dalam { $languages }
due-withdrawal = { $document } ditarik dalam { $languages }
due-removal = { $document } dihapus dalam { $languages }
due-news-window = { $document } keluar dari peta situs berita dalam { $languages }
due-nothing = tidak ada yang akan terbit
due-come = saat itu sudah tiba: bangun situs sekarang
# $within: lamanya seperti diketik, misalnya 15m
due-not-within = tidak ada yang akan terbit dalam { $within }
# Lamanya; dua di antaranya dapat berdampingan. $count: banyaknya
due-days = { NUMBER($count) } hari
due-hours = { NUMBER($count) } jam
due-minutes = { NUMBER($count) } menit
due-seconds = { NUMBER($count) } detik

## Baris-baris `seal`

# $event: released, changed, withdrawn, moved, formatter, atau removed; $document: letaknya di bawah content/; $language: tag bahasa;
# $url: alamat edisi; $local, $utc: berlaku sejak kapan
seal-line =
    { $event ->
        [released] terbit
        [changed] diubah
        [withdrawn] ditarik
        [moved] pindah
        [formatter] berbunyi lain
       *[removed] dihapus
    }: { $document } ({ $language }), { $url }, { $local } ({ $utc })
# $count: baris; $file: buku rilis
seal-done =
    { NUMBER($count) ->
        [0] semuanya sudah tercatat; tidak ada yang ditulis
       *[other] { NUMBER($count) } baris ditambahkan ke { $file }: simpan dengan commit
    }
seal-refused = tidak ada yang dicatat: perbaiki dahulu galatnya

## Jawaban `verify`

# Pada semuanya: $document: letaknya di bawah content/; $language: tag bahasa; $url: halamannya; $version, $versions: versi ke berapa
# dari berapa; $local, $utc: sejak kapan; $exact: yes, atau no jika hanya spasi yang berbeda; $sha256: sidik teks yang diberikan
verify-current =
    autentik: { $document } ({ $language }), versi { NUMBER($version) }, sebagaimana diterbitkan{ GIVEN($local) ->
        [yes] {" "}sejak { $local } ({ $utc })
       *[no] {""}
    }{ $exact ->
        [yes] {""}
       *[no] ; hanya spasinya yang berbeda
    }
    { $url }
verify-withdrawn =
    ditarik: ini teks { $document } ({ $language }), versi { NUMBER($version) }, yang sudah ditarik
    { $url }
verify-earlier =
    { $wording ->
        [yes] versi lama: ini bunyi terdahulu versi { NUMBER($version) } dari { $document } ({ $language }), yang kini berbunyi lain karena pesan atau format
       *[no] versi lama: ini versi { NUMBER($version) } dari { $document } ({ $language }), tertanggal { $local } ({ $utc }); yang kini terbit versi { NUMBER($versions) }
    }
    { $url }
verify-removed =
    dihapus: ini versi { NUMBER($version) } dari { $document } ({ $language }), tertanggal { $local } ({ $utc }), yang tidak diterbitkan lagi
    { $url }
verify-differs =
    TIDAK autentik: teks ini paling dekat dengan { $document } ({ $language }), versi { NUMBER($version) }, tetapi berbeda
    { $url }
verify-unknown = TIDAK ditemukan: tidak ada teks terbitan yang mirip dengan teks ini (SHA-256 { $sha256 })
# $line, $column: letaknya dalam teks yang diberikan; $released: kata-kata terbitan, atau ""; $given: kata-kata yang diberikan, atau ""
verify-difference =
    {"  "}{ NUMBER($line) }:{ NUMBER($column) }: { GIVEN($released) ->
        [yes] terbitan "{ $released }"
       *[no] tidak ada dalam terbitan
    }, { GIVEN($given) ->
        [yes] yang diberikan "{ $given }"
       *[no] tidak ada dalam yang diberikan
    }
# $count: perbedaan
verify-more = {"  "}… dan { NUMBER($count) } lagi

## Baris-baris `serve`

# $url: alamat yang dibuka
serve-address = situs ada di { $url } (hentikan dengan Ctrl-C)
serve-preview = konsep dan dokumen yang ditahan ikut ditampilkan dengan tanda; dengan --at, Anda melihat yang dilihat publik
# $local, $utc: saatnya
serve-public = seperti yang dilihat publik pada { $local } ({ $utc })
serve-waiting = menunggu perubahan
# $file: berkas yang berubah; $others: banyaknya berkas lain yang ikut berubah
serve-changed =
    { NUMBER($others) ->
        [0] { $file } berubah
       *[other] { $file } dan { NUMBER($others) } berkas lain berubah
    }
# $milliseconds: dari perubahan sampai halaman baru
serve-rebuilt = dibangun ulang dalam { NUMBER($milliseconds) } ms
# $errors, $warnings: jumlahnya
serve-problems =
    { NUMBER($errors) ->
        [0] tidak ada galat
       *[other] { NUMBER($errors) } galat
    }, { NUMBER($warnings) ->
        [0] tidak ada peringatan
       *[other] { NUMBER($warnings) } peringatan
    }; tampak juga di peramban
serve-stale = halaman tetap seperti semula sampai galatnya diperbaiki
serve-stopped = berhenti
# Tampak di peramban
serve-panel = Warta
serve-broken-site = Situs belum dapat ditampilkan
serve-broken-page = Halaman ini belum dapat ditampilkan
serve-refused-host = peladen ini hanya menjawab untuk localhost dan 127.0.0.1
serve-refused-method = peladen ini hanya menampilkan halaman: GET dan HEAD
serve-nothing-here = tidak ada apa-apa di sini

## Baris-baris `init`

# $folder: folder baru; $files: banyaknya berkas yang ditulis
init-made = ruang berita dibuat di "{ $folder }" ({ NUMBER($files) } berkas)
init-next = selanjutnya:
# $folder: folder baru
init-step-enter = cd { $folder }
init-step-serve = warta serve      lihat di peramban
init-step-build = warta build      tulis ke public/
init-step-settings = lalu tulis alamat Anda di warta.yaml dan nama-nama Anda di i18n/

## Baris-baris `new`

# $file: berkas yang ditulis
new-made = { $file } dibuat
new-next = selanjutnya:
new-step-words = tulis judul, ringkasan, dan teks dalam tiap bahasa
# $file: fakta dokumen
new-step-facts = isi `publish` di { $file }, dan `status: approved` bila sudah boleh terbit
# $file: berkas yang memuat status
new-step-status = tulis `status: approved` di { $file } bila sudah boleh terbit
# $file: kata-kata dalam satu-satunya bahasa
new-step-draft = hapus `status: draft` dari { $file } bila sudah boleh terbit
new-step-check = warta check      lihat apa yang masih kurang
# $document: letaknya di bawah content/; $language: bahasa terjemahan
new-step-accept = warta accept { $document } { $language }      setelah terjemahan ini dicocokkan dengan naskah aslinya

## Baris-baris `theme`

# $folder: folder tema situs
theme-marks = yang bertanda * atau = juga ada di { $folder } dan diambil dari sana; yang bertanda = masih sama dengan yang di dalam program
# $file: berkas yang ditulis
theme-made = { $file } dibuat

## Baris-baris `change` dan `withdraw`

# $file: fakta dokumen
record-written = dicatat di { $file }
record-next = selanjutnya:
# $files: berkas naskah edisi yang bersangkutan, dipisahkan koma
record-step-words = perbaiki naskah di { $files }
record-step-check = warta check      pastikan semuanya benar
record-step-build = warta build      terbitkan
record-step-seal = warta seal       setelah itu, masukkan ke buku rilis
record-later = akibatnya, yang berikut perlu diperbaiki juga:
record-not-written = tidak ada yang ditulis
# $file: fakta; $key: changes atau withdrawn
record-no-place = bentuk { $file } tidak memungkinkan `{ $key }` diisi dengan aman; tidak ada yang ditulis, tempelkan sendiri entri ini:
# $file: fakta
record-wrong-entry = dengan entri ini { $file } akan mengandung kesalahan; tidak ada yang ditulis:

## Yang ditulis `new`: kata-kata, dalam bahasa tiap berkas

new-words-title = Tulis judul di sini
new-words-summary = Tulis satu atau dua kalimat di sini untuk daftar dan mesin pencari
new-words-text = Tulis paragraf pertama di sini: siapa, apa, di mana, dan kapan.
# Untuk bahasa yang tidak dikuasai program. $words: salah satu dari tiga di atas; $language: nama bahasanya
new-words-foreign = { $words } (dalam { $language })

## Yang ditulis `new`: keterangan di samping fakta, dalam bahasa program

new-fact-status = draft atau approved; hanya yang approved yang terbit
new-fact-publish = terbit pada saat ini, tidak lebih awal
new-fact-original = bahasa yang menjadi sumber terjemahan
new-fact-authoritative = bahasa teks acuan resmi, atau all
new-fact-event = acara yang menaunginya
new-fact-event-needed = acara yang menaunginya; diperlukan untuk alamatnya
new-fact-terms = dari daftar di warta.yaml
new-fact-figures = diketik sekali; {"{"} $participants {"}"} di naskah ditulis menurut kaidah tiap bahasa
new-fact-files = berkas di folder ini yang boleh diunduh pembaca
new-fact-place = tempat sebelum tanggal
new-fact-number = nomor dari kantor Anda
new-fact-contact = narahubung bagi pers
new-fact-country = kode negara (ISO 3166-1 alpha-2); untuk organisasi, pakai organization
new-fact-organization = sebagai ganti country
new-fact-speaker = yang menyampaikan dan jabatannya
new-fact-delivered = hari penyampaian
new-fact-agenda-item = kunci dari agenda acaranya
new-fact-adopted = hari disepakati
new-fact-starts = tanggal, atau jam beserta zona waktunya
new-fact-venue = tempat acara
new-fact-agenda = mata acara tempat pernyataan disampaikan
new-fact-states = negara yang diumumkan (ISO 3166-1 alpha-2)
new-fact-parent = acara induknya

## Penggunaan yang salah (status keluar 2)

# $folder: tempat pencarian dimulai
usage-no-site = tidak ada warta.yaml di "{ $folder }" atau di atasnya; tunjukkan situsnya dengan --root, atau buat dengan `warta init`
# $kind: seperti diketik; $known: semua jenis, dipisahkan koma; $nearest: jenis terdekat, atau ""
usage-unknown-kind =
    "{ $kind }" bukan jenis dokumen{ GIVEN($nearest) ->
        [yes] , apakah maksudnya "{ $nearest }"?
       *[no] ; jenis yang ada: { $known }
    }
# $kind: jenis yang diminta; $path: seperti diketik; $collections: folder untuk jenis itu, dipisahkan koma
usage-wrong-collection =
    { GIVEN($collections) ->
        [yes] dokumen jenis { $kind } tidak dapat dibuat di "{ $path }"; tempatnya di bawah { $collections }
       *[no] dokumen jenis { $kind } tidak dapat dibuat di "{ $path }" karena tidak ada koleksi di warta.yaml untuk jenis itu
    }
# $path: seperti diketik
usage-bad-path = "{ $path }" tidak dapat menjadi letak dokumen: huruf a sampai z, angka, dan tanda hubung, dengan garis miring di antara folder
# $path: berkas atau folder
usage-path-exists = "{ $path }" sudah ada dan dibiarkan seperti semula
# $folder: folder
# $document: letak dokumen; $nearest: yang terdekat, atau kosong
usage-unknown-document =
    tidak ada dokumen "{ $document }" di content/{ GIVEN($nearest) ->
        [yes] , apakah maksudnya "{ $nearest }"?
       *[no] ; tulis foldernya, misalnya releases/2021/icdd-closes
    }
# $language: seperti diketik; $nearest: bahasa situs yang terdekat, atau ""; $known: semuanya, dipisahkan koma
usage-unknown-language =
    "{ $language }" bukan bahasa situs ini{ GIVEN($nearest) ->
        [yes] , apakah maksudnya "{ $nearest }"?
       *[no] ; bahasanya: { $known }
    }
# $document: letak dokumen; $language: bahasa situs
usage-no-words = "{ $document }" belum mempunyai kata-kata dalam { $language } untuk disetujui: tulis dahulu { $language }.md
# $document: letak dokumen; $language: bahasa naskah asli
usage-is-original = { $language } adalah naskah asli "{ $document }": hanya terjemahan yang disetujui
# $document: letak dokumen
usage-no-original = fakta "{ $document }" tidak menyebut naskah asli sebagai acuan terjemahan: tulis `original: id`, atau bahasa lain yang dimilikinya
# $document: letak dokumen
usage-document-without-page = "{ $document }" tidak mempunyai halaman untuk ditampilkan: beri naskahnya slug, atau periksa apakah dokumen itu pernyataan tanpa teks
usage-folder-not-empty = folder "{ $folder }" tidak kosong
# $document: letak dokumen; $file: fakta yang belum ada
usage-no-facts = "{ $document }" tidak mempunyai berkas fakta: buat dahulu { $file } yang berisi `status: approved`
# $document: letak dokumen; $why: draft, held, atau waiting; $at: saat pencatatan; $local, $utc: saat terbitnya; $languages: yang ditunggu
usage-not-public =
    "{ $document }" belum terbit pada { $at }: { $why ->
        [held] dokumen itu terbit pada { $local } ({ $utc })
        [waiting] dokumen itu menunggu { $languages }
       *[draft] dokumen itu masih konsep
    }; sebelum terbit tidak ada yang perlu dicatat, perbaiki saja naskahnya atau tulis `status: draft`
# $languages: yang belum terbit; $option: yang perlu ditambahkan, misalnya --affects en
usage-partly-public = dokumen ini belum terbit dalam { $languages }: sebutkan bahasa yang berubah dengan { $option }
# $document: letak dokumen; $place: berkas, baris, dan kolom
usage-already-withdrawn = "{ $document }" sudah ditarik: lihat { $place }
# $language: seperti diketik; $known: bahasa situs, dipisahkan koma
usage-foreign-language = situs ini tidak memakai bahasa { $language }, hanya { $known }: hilangkan
# $language: seperti diketik; $document: letak dokumen; $known: bahasa dokumen, dipisahkan koma
usage-no-edition = "{ $document }" tidak mempunyai edisi dalam { $language }, hanya dalam { $known }: hilangkan { $language }
# $options: misalnya --en "…"
usage-missing-note = keterangan bagi pembaca belum ada: tambahkan { $options }
# $option: misalnya --en
usage-empty-note = { $option } tidak berisi apa-apa: tulis keterangan bagi pembaca
# $option: misalnya --en
usage-control-character = { $option } mengandung karakter kontrol: tulis sebagai teks biasa
# $document: letak dokumen
usage-replaced-by-itself = "{ $document }" tidak dapat menggantikan dirinya sendiri
# $file: fakta
usage-changed-meanwhile = { $file } sementara itu diubah orang lain; tidak ada yang ditulis, coba lagi
# $code: seperti diketik; $nearest: kode atau nama terdekat, atau ""
usage-unknown-code =
    tidak ada diagnostik "{ $code }"{ GIVEN($nearest) ->
        [yes] , apakah maksudnya "{ $nearest }"?
       *[no] ; `warta explain` menampilkan semuanya
    }
# $value: seperti diketik
usage-bad-instant = "{ $value }" bukan tanggal dan jam: tulis "2021-11-16 18.00 WITA" atau 2021-11-16T18:00:00+08:00
# $value: seperti tertulis di lingkungan sistem
usage-bad-epoch = SOURCE_DATE_EPOCH berisi "{ $value }", padahal seharusnya jumlah detik sejak 1970
# $value: seperti diketik
usage-bad-duration = "{ $value }" bukan lama waktu: tulis 90s, 20m, 2h, atau 1h30m
usage-without-external = warta ini dibangun tanpa --external; bangun yang memilikinya dengan `cargo build --release --features external`
# $value: seperti diketik
usage-bad-base-url = "{ $value }" bukan alamat: tulis https:// dan nama, disertai jalur bila situs memakainya
# $command: seperti diketik; $nearest: perintah terdekat, atau ""
usage-unknown-command =
    tidak ada perintah "{ $command }"{ GIVEN($nearest) ->
        [yes] , apakah maksudnya "{ $nearest }"?
       *[no] {""}
    }
# $path: seperti diketik; $nearest: berkas atau folder terdekat, atau ""
usage-unknown-theme-file =
    tema ini tidak mempunyai berkas atau folder "{ $path }"{ GIVEN($nearest) ->
        [yes] , apakah maksudnya "{ $nearest }"? Daftarnya: `warta theme list`
       *[no] ; daftarnya: `warta theme list`
    }
# $files: berkas yang sudah ada, dipisahkan koma; $count: banyaknya
usage-theme-taken =
    { NUMBER($count) ->
        [1] "{ $files }" sudah ada dan dibiarkan seperti semula
       *[other] berkas-berkas ini sudah ada dan dibiarkan seperti semula: { $files }
    }; tidak ada yang ditulis
usage-missing-command = perintahnya belum disebutkan
# $option: seperti diketik; $nearest: opsi terdekat, atau ""
usage-unknown-option =
    tidak ada opsi atau argumen "{ $option }" di sini{ GIVEN($nearest) ->
        [yes] , apakah maksudnya "{ $nearest }"?
       *[no] {""}
    }
# $arguments: yang belum ada, dipisahkan koma
usage-missing-argument = belum ada: { $arguments }
# $option: opsi
usage-missing-value = "{ $option }" memerlukan nilai
# $value: seperti diketik; $option: opsi atau argumen; $known: nilai yang diperbolehkan, dipisahkan koma, atau ""
usage-bad-value =
    "{ $value }" bukan nilai untuk { $option }{ GIVEN($known) ->
        [yes] ; nilai yang diperbolehkan: { $known }
       *[no] {""}
    }
# $option, $other: dua opsi yang tidak dapat dipakai bersama, atau opsi yang sama dua kali
usage-conflict = { $option } tidak dapat dipakai bersama { $other }
usage-not-utf8 = ada argumen yang bukan teks UTF-8
usage-ledger-off = setelan menyebut `ledger: off`, jadi tidak ada yang dicatat; tulis `ledger: on` untuk menyelenggarakan buku rilis
# $value: seperti diketik
usage-nothing-to-verify = "{ $value }" bukan berkas dan bukan alamat halaman yang terbit
# $value: berkasnya
usage-verify-not-text = "{ $value }" bukan teks UTF-8; berikan teksnya sendiri, bukan PDF atau dokumen perkantoran
# $command: perintah yang bantuannya menerangkan lebih banyak, misalnya `warta build`
usage-more = keterangan selengkapnya: `{ $command } --help`

## Mesin gagal (status keluar 3)

# Pada semua pesan ini, $reason adalah keterangan sistem operasi.
# $file: berkas atau folder
machine-write = tidak dapat menulis "{ $file }": { $reason }
# $file: berkas atau folder
machine-read = tidak dapat membaca "{ $file }": { $reason }
# $file: berkas atau folder
machine-remove = tidak dapat menghapus "{ $file }": { $reason }
# $address: nama dan porta
machine-listen = tidak dapat melayani di { $address }: { $reason }
# $port: porta
machine-port-taken = porta { $port } sedang dipakai program lain; pilih yang lain dengan --port
# $folder: folder
machine-watch = tidak dapat memantau perubahan di "{ $folder }": { $reason }
machine-threads = tidak dapat menjalankan utas: { $reason }
machine-output = tidak dapat mencetak hasil: { $reason }
# $path: seperti yang diberikan
usage-unknown-output = situs ini tidak memiliki berkas atau alamat "{ $path }"
# $file: berkas keluaran; $why: lihat kata-katanya
explain-file =
    { $file }: { $why ->
        [unchanged] tidak dibuat ulang; baik bahan maupun berkasnya tidak berubah
        [new] dibuat; folder keluaran belum memilikinya
        [incomplete] dibuat ulang; pembangunan terakhir terputus atau gagal
        [program] dibuat ulang; folder ini dibuat oleh versi Warta yang lain
        [untrusted] dibuat ulang; dengan --no-cache, tidak ada yang dianggap masih berlaku
        [missing] dibuat ulang; berkasnya hilang dari folder
        [size] dibuat ulang; ukuran berkasnya tidak sama dengan ketika ditulis
       *[input] dibuat ulang; bahannya berubah
    }
# $files: nama berkas sumber
explain-changed = berubah sejak pembangunan terakhir: { $files }
explain-unchanged = tidak ada sumber yang berubah sejak pembangunan terakhir
explain-first = tidak ada yang tersimpan dari pembangunan sebelumnya
