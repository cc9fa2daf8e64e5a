# Yang disampaikan program kepada penulis, menurut nama kode: pesan dan bantuannya.
#
# `.help` berisi apa yang harus dilakukan. `.other`, jika ada, menerangkan tempat yang kedua.
# Nilai berupa teks. NUMBER($count) memberi titik pemisah ribuan; GIVEN($value) bernilai "yes" atau
# "no": apakah nilainya ada dan tidak kosong.

## 01 Berkas

not-utf8 = berkas ini bukan teks UTF-8
    .help = simpan berkas sebagai UTF-8; pada program perkantoran, pilih "teks biasa, UTF-8" ketika menyimpan
# $size, $limit (bilangan): bita
file-too-large = besar berkas { NUMBER($size) } bita, sedangkan berkas teks paling besar { NUMBER($limit) } bita
    .help = bagi teksnya, atau pindahkan gambar dan tabel angka ke berkas tersendiri di sampingnya
link-leaves-site = tautan simbolis ini mengarah ke luar situs
    .help = ganti tautan itu dengan salinan berkasnya
# $reason: keterangan sistem operasi
unreadable = ini tidak dapat dibaca: { $reason }
    .help = periksa apakah berkas atau foldernya ada dan Anda berhak membacanya (di Linux dan macOS: `ls -l`)
stray-file = berkas ini tidak dibaca apa pun, jadi bukan bagian situs
    .help = pindahkan ke tempatnya, atau hapus: dokumen dan berkas-berkasnya di bawah `content/`, pesan (`.ftl`) di bawah `i18n/`, dan yang harus diterima pengunjung apa adanya di `static/`
bad-file-name = nama berkas ini tidak dapat menjadi bagian alamat
    .help = ganti namanya dengan huruf, angka, dan tanda hubung; tanpa garis miring terbalik dan karakter kendali, dalam UTF-8
source-changed = berkas ini diubah atau dihapus ketika situs sedang dibangun
    .help = jalankan perintahnya sekali lagi; tidak ada yang dibuat dari perubahan yang baru separuh

## 02 YAML

# $reason: keterangan pengurai, dalam bahasa Inggris
yaml-syntax = ini bukan YAML: { $reason }
    .help = bandingkan dengan baris di sekitarnya: buat indentasi dengan spasi, beri spasi sesudah titik dua, dan apit teks yang mengandung titik dua dengan tanda petik
# $key: seperti tertulis; $nearest: kunci terdekat yang dikenal, atau ""; $known: kunci yang dikenal, dipisahkan koma
unknown-key = kunci "{ $key }" tidak dikenal
    .help =
        { GIVEN($nearest) ->
            [yes] apakah maksudnya `{ $nearest }`?
           *[no] kunci yang dikenal di sini: { $known }
        }
# $key: seperti tertulis; $home: words, facts, atau jenis dokumen pemiliknya: release, statement, outcome, event
misplaced-key =
    { $home ->
        [words] kunci "{ $key }" berisi kata-kata, sedangkan berkas ini berisi fakta
        [facts] kunci "{ $key }" berisi fakta, sedangkan berkas ini berisi kata-kata dalam satu bahasa
       *[other] kunci "{ $key }" milik dokumen jenis { $home }, sedangkan dokumen ini berjenis lain
    }
    .help =
        { $home ->
            [words] pindahkan baris ini ke bagian awal `<bahasa>.md` di samping berkas ini, dalam tiap bahasa
            [facts] pindahkan baris ini ke `document.yaml` di samping berkas ini, cukup sekali untuk semua bahasa
           *[other] hapus baris ini, atau pindahkan dokumen ke koleksi berjenis { $home }
        }
# $wanted: text, number, list, map, atau map-by-locale; $found: text, list, map, atau nothing
wrong-type =
    { $found ->
        [text] ini teks
        [list] ini daftar
        [map] ini pasangan kunci dan nilai
        [nothing] nilainya kosong
       *[other] ini { $found }
    }, padahal diperlukan { $wanted ->
        [text] teks
        [number] bilangan
        [list] daftar
        [map] pasangan kunci dan nilai
        [map-by-locale] teks untuk tiap bahasa
       *[other] { $wanted }
    }
    .help =
        { $wanted ->
            [text] tulis satu nilai sesudah titik dua, diapit tanda petik jika diawali kurung
            [number] tulis angka tanpa pemisah ribuan, dengan titik sebelum desimal: `4300`, `0.5`
            [list] tulis daftar: `[satu, dua]`
            [map] tulis tiap kunci pada baris sendiri di bawah baris ini, dengan indentasi dua spasi
            [map-by-locale] tulis `{"{"}id: …, en: …{"}"}`
           *[other] tulis { $wanted }
        }
# $key: kunci yang tidak ada
missing-key = kunci "{ $key }" tidak ada atau tidak berisi nilai
    .help = tambahkan baris `{ $key }: …` di sini
# $key: kunci, $value: seperti tertulis; $nearest: kata terdekat yang diperbolehkan, atau ""; $known: kata yang diperbolehkan, dipisahkan koma, atau ""
unknown-value = "{ $value }" bukan nilai untuk "{ $key }"
    .help =
        { GIVEN($nearest) ->
            [yes] apakah maksudnya `{ $nearest }`? Nilai yang diperbolehkan: { $known }
           *[no] { GIVEN($known) ->
                [yes] nilai yang diperbolehkan: { $known }
               *[no] hapus nilai ini: tidak ada yang dikenal dari jenis itu di sini
            }
        }
# $key: seperti tertulis
duplicate-key = kunci "{ $key }" tertulis untuk kedua kalinya di sini
    .help = pertahankan salah satu dari kedua baris itu
    .other = yang pertama
# $value: seperti tertulis; $meant: angka yang mungkin dimaksudkan, atau ""
figure-notation = "{ $value }" ditulis dengan cara salah satu bahasa menuliskan angka
    .help =
        { GIVEN($meant) ->
            [yes] tulis `{ $meant }`: angka tanpa pemisah ribuan, titik sebelum desimal; tiap bahasa memakai cara penulisannya sendiri secara otomatis
           *[no] tulis angka tanpa pemisah ribuan, dengan titik sebelum desimal, misalnya `4300` atau `0.5`; tiap bahasa memakai cara penulisannya sendiri secara otomatis
        }
# $value: seperti tertulis
bad-date = "{ $value }" bukan tanggal
    .help = tulis tahun, bulan, dan hari dari tanggal yang memang ada: `2021-11-16`
# $value: seperti tertulis
bad-instant = "{ $value }" bukan tanggal dan jam
    .help = tulis `2021-11-16 18.00 WITA` (atau WIB, WIT, UTC), atau `2021-11-16T18:00:00+08:00`
# $value: seperti tertulis
instant-without-zone = "{ $value }" berisi jam tanpa zona waktu
    .help = tambahkan zona waktu tempat jam itu berlaku: `{ $value } WITA`, atau WIB, WIT, UTC
# $value: seperti tertulis; $zone: zona situs atau acara, misalnya Asia/Makassar
foreign-offset = selisih waktu pada "{ $value }" bukan yang berlaku di { $zone } pada tanggal itu
    .help = periksa jamnya; jika sudah benar, tulis menurut waktu { $zone } agar tidak perlu dihitung lagi

## 03 Pengaturan

# $value: seperti tertulis
bad-base-url = "{ $value }" bukan alamat situs: seharusnya URL lengkap dengan `https://` atau `http://`
    .help = tulis `https://`, nama hos, dan jalurnya jika situs berada di bawah sebuah jalur: `base_url: https://newsroom.example.org/press`; tanpa `?`, `#`, atau `@`
# $value: seperti tertulis
bad-locale = tidak ada bahasa "{ $value }": seharusnya tag seperti `id`, `en-GB`, atau `zh-Hant`
    .help = tulis tag BCP 47: dua atau tiga huruf untuk bahasa, lalu aksara dan wilayah bila perlu, dengan tanda hubung di antaranya
# $locale: lokal
duplicate-locale = lokal `{ $locale }` tercantum dua kali dalam daftar
    .help = pertahankan salah satunya
# $value: seperti tertulis; $known: lokal situs, dipisahkan koma, atau ""
unknown-locale = `{ $value }` bukan lokal situs ini
    .help =
        { GIVEN($known) ->
            [yes] tulis salah satu dari { $known }, atau tambahkan lokal itu pada `locales` di warta.yaml
           *[no] tambahkan lokal itu pada `locales` di warta.yaml
        }
# $locale: lokal yang tidak bernilai
locale-without-value = tidak ada nilai untuk `{ $locale }` di sini, padahal tiap lokal situs memerlukannya
    .help = tambahkan `{ $locale }: …` di samping yang lain
# $value: seperti tertulis
unknown-zone = zona waktu "{ $value }" tidak dikenal: seharusnya nama seperti `Asia/Makassar`
    .help = tulis nama dari basis data zona waktu IANA, misalnya `Asia/Jakarta`, atau WIB, WITA, WIT, atau UTC
# $value: polanya; $part: bagian yang bermasalah
bad-path-pattern = URL tidak dapat dibentuk dari "{ $value }": `{ $part }` tidak ada, tidak dikenal, atau tidak mungkin di sini
    .help = tulis `{"{"}slug{"}"}` dan apa yang mendahuluinya: kata tetap, `{"{"}section{"}"}` (jika koleksinya mempunyai `section`), `{"{"}year{"}"}` (bukan untuk halaman), `{"{"}event{"}"}`, dengan satu garis miring di antaranya, seperti `path: "{"{"}section{"}"}/{"{"}year{"}"}/{"{"}slug{"}"}"`
# $value: seperti tertulis; $locale: lokal pemilik bagian itu
bad-segment = `section` "{ $value }" untuk `{ $locale }` tidak dapat menjadi bagian URL: seharusnya huruf, angka, `-`, `_`, dan `.`
    .help = ganti spasi, garis miring, dan tanda lain dengan tanda hubung, seperti `siaran-pers`
# $value: seperti tertulis
bad-menu-entry = "{ $value }" tidak menyebutkan tujuannya: seharusnya ada `collection:`, `taxonomy:`, `page:`, atau `doc:` sebelum nama
    .help = tulis `collection:releases`, `taxonomy:topics`, `page:corrections`, atau, untuk dokumen, letaknya di bawah `content/`: `doc:pages/about`
no-settings = tidak ada `warta.yaml` di sini, dan tanpa berkas itu tidak ada situs
    .help = masuklah ke folder situs, atau tunjukkan dengan `--root`; `warta init ruang-berita` membuat situs baru
# $value: seperti tertulis
unknown-theme = tema "{ $value }" tidak ada: seharusnya nama folder di dalam `themes/`
    .help = tulis `theme: warta`, atau hapus barisnya, untuk memakai tema bawaan Warta; berkas tema sendiri disimpan di `themes/<nama>/`
avif-lacking = gambar seharusnya terbit juga sebagai AVIF, tetapi program ini dibangun tanpa kemampuan itu: gambar hanya terbit sebagai JPEG, PNG, dan WebP
    .help = bangun program dengan `cargo build --release --features avif`, atau hapus barisnya

## 04 Dokumen

no-facts = folder dokumen ini tidak berisi `document.yaml`, tempat faktanya
    .help = tulis berkas itu, sekurang-kurangnya dengan baris `status: draft`; yang masih diperlukan akan disebutkan
no-words = folder dokumen ini tidak berisi kata-kata dalam bahasa apa pun
    .help = tulis berkas untuk tiap bahasa, misalnya `id.md`, yang diawali baris `---`, `title: …`, dan `---`; atau hapus foldernya
# $mistake: missing atau unclosed
no-front-matter =
    { $mistake ->
        [unclosed] bagian awal yang dimulai di sini tidak ditutup: seharusnya ada baris `---` kedua
       *[missing] berkas ini tidak diawali bagian awal, yang ditulis di antara dua baris `---`
    }
    .help =
        { $mistake ->
            [unclosed] tulis baris `---` di tempat bagian awal berakhir dan teks dimulai
           *[missing] awali baris pertama berkas dengan `---`, lalu tulis `title: …`, kemudian `---` lagi; teksnya menyusul
        }
# $value: seperti tertulis
bad-slug = slug "{ $value }" tidak dapat menjadi bagian URL: seharusnya huruf, angka, `-`, `_`, dan `.`
    .help = ganti spasi, garis miring, dan tanda lain dengan tanda hubung, seperti `slug: konferensi-dibuka`
no-slug = edisi ini sudah disetujui, tetapi tidak mempunyai `slug` sehingga URL-nya tidak dapat dibentuk
    .help = tambahkan pada bagian awal satu baris berisi beberapa kata dari judul, misalnya `slug: konferensi-dibuka`; slug tidak ikut berubah jika judulnya diganti
# $locale: bahasa yang belum mempunyai waktu terbit
no-publish = dokumen ini sudah disetujui, tetapi `publish` tidak menyebutkan kapan edisi `{ $locale }` terbit
    .help = tulis waktu terbit untuk semua bahasa, `publish: 2021-11-16 18.00 WITA`, atau untuk tiap bahasa, `publish: {"{"}id: …, en: …{"}"}`; atau tulis `status: draft` sampai jamnya diketahui
no-status = fakta dokumen tidak menyebutkan apakah dokumen disetujui, jadi dianggap konsep
    .help = tambahkan baris `status: draft`, atau `status: approved` jika boleh terbit
no-original = dokumen ini ditulis dalam beberapa bahasa, tetapi faktanya tidak menyebutkan yang mana naskah aslinya
    .help = tambahkan bahasa yang ditulis pertama kali: `original: id`
# $key: original atau authoritative; $locale: bahasa yang disebut
no-such-edition =
    { $key ->
        [authoritative] teks `{ $locale }` disebut sebagai teks acuan resmi
       *[original] naskah asli disebut berbahasa `{ $locale }`
    }, tetapi dokumen ini tidak mempunyai kata-kata dalam bahasa itu
    .help = perbaiki `{ $key }`, atau tulis kata-katanya di `{ $locale }.md`
# $value: letak seperti tertulis; $nearest: letak yang mungkin dimaksudkan, atau ""
unknown-document = tidak ada dokumen "{ $value }"
    .help =
        { GIVEN($nearest) ->
            [yes] apakah maksudnya `{ $nearest }`?
           *[no] tulis letak folder dokumen di bawah `content/`, lengkap dengan koleksi dan semua foldernya, misalnya `releases/2021/konferensi-dibuka`
        }
# $value: letaknya; $found, $wanted: jenis dokumen
wrong-kind = "{ $value }" berjenis { $found }, padahal diperlukan jenis { $wanted }
    .help = sebutkan dokumen dari koleksi berjenis { $wanted }, atau hapus baris ini
# $value: seperti tertulis; $taxonomy: namanya; $nearest: istilah terdekat, atau ""; $known: semua istilah, dipisahkan koma, atau ""
unknown-taxonomy-term = "{ $value }" bukan istilah dalam "{ $taxonomy }"
    .help =
        { GIVEN($nearest) ->
            [yes] apakah maksudnya `{ $nearest }`?
           *[no] { GIVEN($known) ->
                [yes] tulis salah satu dari { $known }; atau tambahkan istilah itu pada `{ $taxonomy }` di warta.yaml, dan labelnya, `{ $taxonomy }-{ $value } = …`, pada pesan tiap bahasa
               *[no] tambahkan istilah itu pada `{ $taxonomy }` di warta.yaml, dan labelnya, `{ $taxonomy }-{ $value } = …`, pada pesan tiap bahasa
            }
        }
# $value: seperti tertulis; $nearest: mata acara terdekat, atau ""; $known: mata acara yang ada, dipisahkan koma, atau ""
unknown-agenda-item = acara itu tidak mempunyai mata acara "{ $value }"
    .help =
        { GIVEN($nearest) ->
            [yes] apakah maksudnya `{ $nearest }`?
           *[no] { GIVEN($known) ->
                [yes] tulis salah satu dari { $known }, atau tambahkan mata acara itu pada `agenda` dalam fakta acara
               *[no] tambahkan mata acara itu pada `agenda` dalam fakta acara, atau hapus baris ini: mata acaranya lalu ditampilkan sebagai tidak tercatat
            }
        }
# $value: seperti tertulis; $nearest: kode yang sama dengan huruf kapital, atau ""
unknown-country = "{ $value }" bukan kode negara: seharusnya dua huruf kapital menurut ISO 3166-1
    .help =
        { GIVEN($nearest) ->
            [yes] tulis `{ $nearest }`
           *[no] cari kodenya dalam ISO 3166-1 (Indonesia ialah `ID`); organisasi ditulis sebagai `organization: {"{"}id: …, en: …{"}"}`
        }
# $value: kodenya
duplicate-state = negara `{ $value }` tercantum dua kali dalam daftar
    .help = pertahankan salah satunya
# $value: waktu berakhir, seperti tertulis
ends-before-start = waktu berakhir, "{ $value }", lebih awal daripada waktu mulai
    .help = perbaiki `starts` atau `ends`; acara yang melewati tengah malam berakhir pada hari berikutnya
# $locale: bahasa yang belum ada
text-without-locale = teks ini tidak mempunyai kata-kata dalam `{ $locale }`, padahal dokumennya mempunyai edisi dalam bahasa itu
    .help = tambahkan `{ $locale }: …`
# $known: koleksi yang ada, dipisahkan koma
no-collection = berkas ini tidak berada di folder dokumen, yaitu `content/<koleksi>/<dokumen>/`
    .help = pindahkan ke folder tersendiri di bawah salah satu koleksi: { $known }; atau tambahkan koleksinya di warta.yaml
# $value: nama berkas tanpa `.md`; $known: lokal situs, dipisahkan koma
words-of-unknown-locale = `{ $value }` bukan lokal situs ini, jadi berkas ini bukan edisi
    .help = namai berkas menurut salah satu dari { $known }, seperti `id.md`; atau tambahkan lokalnya pada `locales` di warta.yaml; catatan untuk rekan ditaruh di luar `content/`
# $value: acara
event-circle = acara "{ $value }" menjadi bagian dari dirinya sendiri: `{ $key }`-nya kembali ke acara itu
    .help =
        { $key ->
            [event] hapus barisnya: baris itu untuk dokumen yang termasuk dalam suatu acara
           *[parent] hapus `parent` dari acara yang menjadi induk, dan pertahankan pada acara yang menjadi bagiannya
        }
# $value: nama seperti tertulis; $nearest: nama terdekat, atau ""; $folder: folder dokumen
unknown-asset = "{ $folder }" tidak berisi berkas "{ $value }"
    .help =
        { GIVEN($nearest) ->
            [yes] apakah maksudnya `{ $nearest }`?
           *[no] taruh berkasnya di folder itu, atau perbaiki namanya: huruf kapital dan huruf kecil dibedakan
        }
# $part: bagian pola; $document: letak dokumen di bawah content/
no-path-part = URL "{ $document }" memerlukan { $part }, tetapi fakta dokumen tidak menyebutkannya
    .help = untuk `{"{"}year{"}"}` tulis `publish: …`, untuk `{"{"}event{"}"}` tulis `event: …` dengan letak acara yang mempunyai slug; atau hapus { $part } dari `path` di warta.yaml
# $locales: bahasa yang ditunggu, dipisahkan koma
waited-for = dokumen ini sudah waktunya terbit, tetapi ditahan karena menunggu edisi { $locales }
    .help = tulis edisi yang belum ada, hapus `status: draft` darinya, atau setujui dengan `warta accept`; jika tiap bahasa boleh terbit sendiri, tulis `pairing: announced` untuk koleksinya di warta.yaml
# $value: jangkar tanpa #; $nearest: jangkar terdekat, atau ""
unknown-anchor = tidak ada jangkar `#{ $value }` dalam teks yang dituju tautan ini
    .help =
        { GIVEN($nearest) ->
            [yes] apakah maksudnya `#{ $nearest }`?
           *[no] tulis `#p3` untuk blok ketiga, atau beri judul bagian di sana sebuah id, seperti `## Kata {"{"}#id{"}"}`
        }
    .other = teks yang dituju

event-not-public = alamat dokumen ini memuat acara "{ $value }", padahal acara itu belum terbuka untuk umum
    .help = terbitkan acaranya lebih dahulu, atau hapus `{"{event}"}` dari `path` koleksi

bad-figure-name = "{ $value }" tidak dapat disebut dalam teks
    .help = gunakan huruf, angka, - dan _, diawali huruf, agar teks dapat menulis `{"{ $name }"}`

unknown-path = tidak ada halaman atau berkas di "{ $value }"
    .help = { GIVEN($nearest) ->
        [yes] maksud Anda `{ $nearest }`? Dokumen lebih baik disebut dengan `doc:`, berkasnya dengan `asset:`
       *[no] sebut dokumen dengan `doc:`, berkasnya dengan `asset:`, atau taruh berkas itu di static/
    }

before-release =
    { $what ->
        [withdrawal] dokumen ditarik sebelum diterbitkan
        [removal] dokumen dihapus sebelum terbit dalam semua bahasanya
       *[change] perubahan bertanggal sebelum penerbitan
    }
    .help = perbaiki saatnya; perubahan sebelum penerbitan tidak perlu dicatat
affects-no-edition =
    { $what ->
        [withdrawal] penarikan tidak menyebut edisi apa pun dari dokumen ini
       *[change] perubahan tidak menyangkut edisi apa pun dari dokumen ini
    }
    .help = sebut bahasa yang dimiliki dokumen, atau hapus daftarnya: semua edisi lalu dimaksudkan
# $mistake: conflict, json, version, atau form
bad-lock =
    { $mistake ->
        [conflict] dua versi berkas ini digabungkan dan keduanya masih ada di dalamnya, padahal seharusnya hanya satu
        [json] ini bukan JSON, padahal itulah yang ditulis Warta di sini
        [version] berkas ini berasal dari versi Warta yang lain, padahal seharusnya versi 2
       *[form] isinya bukan seperti yang ditulis Warta: ada kunci atau nilai yang tidak semestinya
    }
    .help =
        { $mistake ->
            [conflict] pertahankan salah satunya, atau hapus berkas ini lalu setujui lagi terjemahannya dengan `warta accept`
            [version] pakai versi Warta yang menulisnya, atau hapus berkas ini lalu setujui lagi terjemahannya dengan `warta accept`
           *[other] ambil berkas ini dari sistem kendali versi, atau hapus lalu setujui lagi terjemahannya dengan `warta accept`
        }
# $document: letaknya di bawah content/; $locale: bahasa berkas ini; $original: bahasa naskah asli; $against: naskah asli yang menjadi acuan persetujuan, atau ""
not-accepted =
    { GIVEN($against) ->
        [yes] terjemahan ini disetujui terhadap `{ $against }`, padahal naskah aslinya `{ $original }`: statusnya tetap konsep
       *[no] terjemahan dari `{ $original }` ini belum disetujui siapa pun: statusnya tetap konsep
    }
    .help = cocokkan dengan `{ $original }.md`, lalu jalankan `warta accept { $document } { $locale }`
# $locale: bahasa entri itu
lock-without-edition = edisi `{ $locale }` telah disetujui, tetapi dokumen ini tidak mempunyainya
    .help = tulis kembali kata-katanya di `{ $locale }.md`, atau hapus entri itu dari berkas ini
tombstone-without-url = dokumen dihapus, tetapi alamatnya tidak diketahui: tidak ada halaman di sana yang memberitahukan penghapusannya
    .help = simpan berkas teksnya, setidaknya bagian depannya, atau gunakan buku rilis, yang mencatat semua alamat
# $from: alamat lama; $value: tujuannya
redirect-waits = pengalihan dari "{ $from }" belum dipakai karena "{ $value }" belum terbuka untuk umum
    .help = biarkan saja jika pengalihan memang dimulai bersama halaman itu; jika tidak, sebut halaman yang sudah terbuka
# $value: berkasnya
own-host-file = "{ $value }" tidak ditulis karena static/ sudah memuat berkas dengan nama itu
    .help = pastikan berkas Anda memuat pengalihan dan header yang diperlukan, atau hapus berkas itu; `hosts` di warta.yaml menyebut untuk host mana berkas ditulis
# $document: letaknya di bawah content/; $locale: bahasa berkas ini; $original: bahasa naskah asli; $count: banyaknya bagian yang berubah; $changed, $new, $removed, $moved: nama bagian itu, atau ""; $part: yang pertama; $diff: kata-katanya, yang hilang di antara tanda minus, yang baru di antara tanda plus, atau ""
stale-translation =
    naskah asli dalam `{ $original }` berubah di { NUMBER($count) } bagian sejak terjemahan ini disetujui{ GIVEN($changed) ->
        [yes] {"; "}berubah: { $changed }
       *[no] {""}
    }{ GIVEN($new) ->
        [yes] {"; "}baru: { $new }
       *[no] {""}
    }{ GIVEN($removed) ->
        [yes] {"; "}dihapus: { $removed }
       *[no] {""}
    }{ GIVEN($moved) ->
        [yes] {"; "}dipindahkan: { $moved }
       *[no] {""}
    }
    .help =
        { GIVEN($diff) ->
            [yes] { $part }: { $diff }
           *[no] bandingkan { $part } di sistem kendali versi: kata-kata yang dahulu disetujui tidak diketahui
        }
        terjemahkan perubahannya ke `{ $locale }.md`, lalu jalankan `warta accept { $document } { $locale }`; jika tidak ada yang perlu diubah, jalankan juga perintah itu
# $value: nama berkas di folder dokumen
unused-asset = tidak ada yang menyebut berkas ini, padahal berkas ini terbit bersama dokumennya
    .help = tautkan atau tampilkan, `asset:{ $value }`, cantumkan di `files` dalam document.yaml, atau hapus
# $value: nama berkas; $mistake: kind, broken, unnamed, name
image-without-dimensions =
    lebar dan tinggi gambar "{ $value }" tidak dapat diketahui, sehingga halaman bergeser ketika dimuat: { $mistake ->
        [kind] jenisnya tidak sesuai dengan namanya, atau bukan gambar
        [broken] berkasnya terpotong atau rusak
        [unnamed] SVG ini tidak menyebutkan `width` dan `height` ataupun `viewBox`
       *[name] namanya bukan nama gambar yang dapat ditampilkan peramban
    }
    .help =
        { $mistake ->
            [unnamed] tulis `width` dan `height` dalam piksel, atau `viewBox`, di `<svg …>`
           *[other] buka berkasnya; jika utuh, simpan kembali sebagai JPEG, PNG, WebP, AVIF, atau SVG, dengan akhiran jenis itu
        }
# $address: tanpa jangkarnya; $status: 404 atau 410
link-gone = tidak ada apa-apa lagi di { $address }: jawabannya { $status }
    .help = tautkan ke alamat halaman itu yang sekarang atau ke salinannya di arsip, atau hapus tautannya
# $address: tanpa jangkarnya; $reason: alasannya; $status: status jawaban, atau ""
link-not-asked = { $reason ->
    [address] { $address } bukan alamat yang dapat ditanyakan
    [reserved] nama pada { $address } dicadangkan untuk contoh: tautannya tidak menuju ke mana pun
    [name] { $address } tidak dapat ditanyakan: namanya tidak ditemukan
    [refused] { $address } tidak dapat ditanyakan: servernya tidak menerima sambungan
    [timeout] { $address } tidak dapat ditanyakan: jawabannya tidak datang pada waktunya
    [tls] { $address } tidak dapat ditanyakan: sambungan yang aman tidak dapat dibuat, mungkin sertifikatnya tidak berlaku
    [cut] { $address } tidak dapat ditanyakan: sambungannya terputus
    [protocol] { $address } tidak dapat ditanyakan: jawabannya bukan jawaban web
    [redirects] { $address } tidak dapat ditanyakan: pengalihannya lebih dari lima kali
    [time] { $address } tidak ditanyakan: waktu untuk semua alamat sudah habis
   *[status] { $address } tidak dapat ditanyakan: jawabannya { $status }
}
    .help = { $reason ->
    [address] tulis dengan https:// dan nama berhuruf biasa; nama dengan huruf lain mempunyai bentuk yang diawali xn--
    [reserved] tautkan ke alamat yang dimaksud
    [name] buka di peramban: jika terbuka di sana, komputer ini sedang tidak terhubung ke jaringan; jika tidak, perbaiki tautannya
    [tls] buka di peramban: jika peramban juga memperingatkan, beri tahu pengelola situs itu, atau tautkan ke alamat lain
    [time] jalankan lagi perintahnya: alamat yang tadi ada diingat dan tidak ditanyakan lagi
   *[other] buka di peramban, lalu perbaiki tautannya jika di sana pun tidak terbuka; belum tentu halamannya tidak ada lagi
}
# $reason: kata dekoder, dalam bahasa Inggris; kosong jika berkas berakhir terlalu dini
broken-picture =
    { $reason ->
        [blank] gambar "{ $value }" terpotong atau rusak: halaman tidak dapat menampilkannya, dan keterangan tentang tempat dan orang di dalamnya tidak dapat dihapus
       *[other] gambar "{ $value }" tidak dapat dibaca sandinya: { $reason }
    }
    .help = buka berkasnya; jika gambarnya terlihat, simpan kembali dengan nama lain dan pakai berkas itu, jika tidak, minta berkas yang baru
# $dimensions: lebar × tinggi; $limit: dalam juta
picture-too-large = gambar "{ $value }" berukuran { $dimensions } piksel, padahal yang diperkecil paling banyak { $limit } juta piksel
    .help = perkecil dengan program pengolah gambar; untuk halaman web, lebar 3200 piksel sudah cukup
telling-picture = gambar "{ $value }" memuat Exif atau XMP, yang dapat mengungkapkan tempat pengambilan dan pembuatnya; jenis berkas ini tidak dibersihkan
    .help = simpan tanpa metadata, atau sebagai JPEG, PNG, atau WebP: jenis itu dibersihkan
unclean-picture =
    gambar "{ $value }" terbit apa adanya, dan mengungkapkan { $what ->
        [place] tempat pengambilannya
        [camera] nomor seri kamera yang mengambilnya
       *[both] tempat pengambilannya dan nomor seri kameranya
    }
    .help = simpan tanpa metadata; atau taruh di folder dokumen yang menampilkannya, sebagai JPEG, PNG, atau WebP: jenis itu dibersihkan

## 05 Markdown dan rujukan

raw-html = ada HTML mentah `<{ $tag }>` dalam teks, padahal hanya Markdown yang diizinkan
    .help = { $tag ->
        [a] tulis tautan sebagai `[kata](https://…)`
        [b] tulis huruf tebal sebagai `**kata**`
        [strong] tulis huruf tebal sebagai `**kata**`
        [i] tulis penekanan sebagai `*kata*`
        [em] tulis penekanan sebagai `*kata*`
        [s] tulis kata yang dicoret sebagai `~~kata~~`
        [del] tulis kata yang dicoret sebagai `~~kata~~`
        [br] akhiri baris dengan garis miring terbalik
        [img] tulis gambar sebagai `![isi gambar](asset:nama.jpg)`
        [span] tulis bahasa suatu bagian sebagai `[kata]{ "{" }lang=en{ "}" }`
        [table] tulis tabel dengan `|` di antara sel
       *[other] tulis dalam Markdown, atau tulis `\<` jika tanda itu sendiri yang dimaksud; `markdown: { "{" }html: allow{ "}" }` dalam warta.yaml mengizinkan HTML di mana pun
    }
html-comment = ada komentar HTML, yang dapat dibaca siapa pun dalam sumber halaman
    .help = hapus komentar itu; simpan catatan untuk rekan di luar `content/`
bad-anchor = id `{ $id }` tidak dapat menjadi jangkar: seharusnya terdiri atas huruf, angka, `-`, dan `_`
    .help = tulis id dengan huruf a sampai z, angka, tanda hubung, dan garis bawah
reserved-anchor = id `{ $id }` disediakan untuk blok bernomor dan catatan kaki
    .help = pilih id lain, misalnya sebuah kata dari judul bagian
duplicate-anchor = id `{ $id }` sudah dipakai judul bagian lain
    .help = beri salah satu judul bagian id yang lain, sama di semua edisi
    .other = judul bagian yang pertama
heading-attribute = judul bagian tidak dapat memiliki atribut `{ $attribute }`: seharusnya hanya id
    .help = sisakan id saja, seperti `## Kata { "{" }#id{ "}" }`; bahasa ditulis di belakang kurung: `## [Kata]{ "{" }lang=en{ "}" }`
heading-level-one = ada judul bagian tingkat 1 dalam teks, padahal tingkat 2 yang tertinggi
    .help = tulis `##`: judul halaman adalah satu-satunya judul tingkat 1
heading-jump = judul bagian tingkat { $to } mengikuti tingkat { $from }: ada tingkat yang terlewati
    .help = pakai tingkat berikutnya agar susunannya dapat diikuti oleh yang mendengarkan halaman ini
bad-language = `{ $tag }` bukan tag bahasa: seharusnya seperti `en` atau `zh-Hant`
    .help = tulis tag BCP 47 tanpa tanda petik: `{ "{" }lang=en{ "}" }`
unknown-attributes = `{ $attributes }` tidak menyebut bahasa: hanya `lang=` yang dapat ditulis di sini
    .help = tulis bahasa frasa itu, atau hapus kurung kurawalnya
stray-attributes = `{ $attributes }` tidak melekat pada apa pun: id ditulis di akhir judul bagian, bahasa tepat di belakang `[kata]`
    .help = tempatkan di belakang bagian yang dimaksud; tulis `\{ "{" }` jika kurung kurawal itu sendiri yang dimaksud
unclosed-placeable = kurung kurawal ini tidak ditutup dalam paragrafnya
    .help = tutup dengan `{ "}" }`; tulis `\{ "{" }` jika kurung kurawal itu sendiri yang dimaksud
bad-placeable = tidak terbaca sebagai Fluent: `{ $placeable }`
    .help = tulis istilah, variabel, pesan, atau fungsi, seperti `{ "{ $registrants }" }`; tulis `\{ "{" }` jika kurung kurawal itu sendiri yang dimaksud
misplaced-placeable = kata tidak dapat disisipkan di sini: tempat sisipan ialah teks, bukan tujuan tautan, definisi, atau pembuka blok kode
    .help = tulis tujuannya secara langsung, atau pindahkan sisipan ke dalam teks
relative-link = `{ $target }` bergantung pada letak halaman: seharusnya `asset:`, `doc:`, jalur yang diawali `/`, atau URL lengkap
    .help = tulis `asset:nama.pdf` untuk berkas dokumen ini, `doc:outcomes/bali-message` untuk dokumen lain
forbidden-scheme = tautan tidak dapat diawali `{ $scheme }`: seharusnya `https:`, `http:`, `mailto:`, atau `tel:`
    .help = tulis URL lengkap yang diawali `https://`
empty-link = tautan memerlukan kata dan tujuan, tetapi salah satunya tidak ada
    .help = tulis keduanya: `[kata](https://example.org)`
bad-reference = `{ $target }` tidak menyebut dokumen ataupun berkas
    .help = tulis jalur tanpa `..` dan tanpa garis miring di awal atau akhir: `doc:outcomes/bali-message`, `asset:annex.pdf`
foreign-image = gambar `{ $target }` bukan dari situs ini: halaman tidak memuat apa pun dari luar
    .help = letakkan berkasnya di folder dokumen dan tulis `asset:nama.jpg`
image-without-alt = gambar tidak memiliki teks alternatif bagi pembaca yang tidak dapat melihatnya
    .help = tulis isi gambar: dalam teks di antara kurung siku, `![isi gambar](asset:nama.jpg)`, dalam bagian awal sesudah `alt:`
undefined-footnote = catatan kaki `{ $label }` tidak ada
    .help = tambahkan baris `[^{ $label }]: …` sesudah teks, atau tulis `\[` jika kurung siku itu sendiri yang dimaksud
unused-footnote = tidak ada rujukan ke catatan kaki `{ $label }` sehingga tidak tampil bagi pembaca
    .help = tulis `[^{ $label }]` dalam teks di tempatnya, atau hapus catatan kaki itu
duplicate-footnote = catatan kaki `{ $label }` sudah ada
    .help = beri salah satunya label lain, juga di tempat teks merujuknya
    .other = yang pertama
undefined-link = label tautan `{ $label }` belum ditetapkan
    .help = tambahkan baris `[{ $label }]: https://…`, atau tulis `\[` jika kurung siku itu sendiri yang dimaksud
broken-link = ini tampak seperti tautan, tetapi dibaca sebagai teks: tujuannya mengandung spasi atau tidak ditutup
    .help = tulis tujuan tanpa spasi, atau di antara `<` dan `>`; bubuhkan spasi sebelum `(` jika yang dimaksud teks
too-deep = teks bersarang lebih dari 100 tingkat
    .help = kurangi tingkat kutipan dan daftar
# $weekday: seperti tertulis; $date: tanggalnya dalam bahasa teks; $right: harinya dalam bahasa itu
wrong-weekday = { $date } bukan hari { $weekday }, melainkan { $right }
    .help = tulis `{ $right }` bila tanggalnya benar; bila tidak, perbaiki tanggalnya
# $value: kata-kata tautan
vague-link-text = kata-kata tautan ini tidak menyebutkan tujuannya: "{ $value }"
    .help = jadikan nama tujuannya sebagai tautan, seperti `[acara forum](…)`: pembaca layar juga membacakan tautan satu per satu tanpa kalimatnya
# $value: kata-kata yang dicetak miring
unmarked-italics = kata-kata ini dicetak miring, tetapi bahasanya tidak ditandai: "{ $value }"
    .help = tandai bahasanya, `*[…]{"{"}lang=…{"}"}*`, termasuk judul yang berbahasa sama dengan teks ini; untuk penekanan gunakan huruf tebal, `**…**`
# $kind: name, run; $value: kata-katanya; $language: kode bahasa; $term: nama istilah Fluent
unmarked-foreign =
    { $kind ->
        [name] nama ini berbahasa lain (`{ $language }`) dan belum ditandai: "{ $value }"
       *[run] kata-kata ini tampaknya berbahasa lain (`{ $language }`) dan belum ditandai: "{ $value }"
    }
    .help =
        { $kind ->
            [name] tulis `{"{"} -{ $term } {"}"}`, yang sudah membawa bahasanya, atau `[{ $value }]{"{"}lang={ $language }{"}"}`
           *[run] terjemahkan, atau tandai: `[…]{"{"}lang={ $language }{"}"}`
        }

## 06 Fluent dan lokal

fluent-syntax = { $mistake ->
    [expected-token] ini bukan Fluent: seharusnya `{ $detail }`
    [expected-letters] ini bukan Fluent: seharusnya salah satu dari { $detail }
    [expected-value] `{ $detail }` tidak mempunyai nilai ataupun atribut
    [expected-term-value] istilah `-{ $detail }` tidak mempunyai nilai
    [lower-case-function] nama fungsi harus ditulis dengan huruf kapital
    [no-default] pemilihan tidak mempunyai varian bawaan
    [no-variant-value] varian atau atribut tidak mempunyai nilai
    [two-defaults] pemilihan mempunyai lebih dari satu varian bawaan
    [bad-selector] ini tidak dapat memilih varian: seharusnya variabel, fungsi, atau atribut istilah
    [term-attribute] atribut istilah tidak dapat ditampilkan
    [open-string] teks tidak mempunyai tanda petik penutup
    [mixed-arguments] nilai tanpa nama berada sesudah nilai yang bernama
    [twice-named] argumen `{ $detail }` diberikan dua kali
    [bad-escape] `{ $detail }` bukan kode karakter yang dikenal Fluent
    [closing-brace] kurung kurawal penutup tidak mempunyai pembuka
    [expected-expression] ini bukan Fluent: seharusnya variabel, pesan, istilah, fungsi, teks, atau bilangan
    [expected-literal] argumen bernama harus berupa teks atau bilangan
    [nested-too-deeply] sisipan bersarang terlalu dalam
    [control-character] berkas memuat karakter kendali { $detail }
   *[other] ini bukan Fluent
}
    .help = { $mistake ->
        [expected-token] tulis `{ $detail }` di sini, dan setiap pesan sebagai `nama = kata-kata` mulai dari kolom pertama
        [no-default] beri tanda `*` di depan varian untuk segala hal lain, seperti `*[other]`
        [closing-brace] hapus tanda itu, atau tulis {"`{ \"}\" }`"} untuk kurung kurawal di dalam teks
        [bad-escape] tulis `\\`, `\"`, `\uXXXX`, atau `\UXXXXXX`
        [control-character] hapus karakter itu
        [nested-too-deeply] pindahkan bagian dalam ke pesan tersendiri
       *[other] bandingkan baris ini dengan pesan di sekitarnya; cara menulisnya ada di https://projectfluent.org/fluent/guide
    }
fluent-duplicate = { $kind ->
        [term] istilah `-{ $name }` didefinisikan dua kali
       *[message] pesan `{ $name }` didefinisikan dua kali
    }
    .help = hapus salah satunya
    .other = definisi yang pertama
unknown-message = tidak ada pesan `{ $name }`
    .help = { GIVEN($nearest) ->
        [yes] tulis `{ $nearest }`, atau tambahkan pesan itu ke { GIVEN($locale) ->
            [yes] i18n/{ $locale }/
           *[no] berkas lokal ini di bawah i18n/
        }
       *[no] tambahkan pesan itu ke { GIVEN($locale) ->
            [yes] i18n/{ $locale }/
           *[no] berkas lokal ini di bawah i18n/
        }
    }
unknown-term = tidak ada istilah `-{ $name }`
    .help = { GIVEN($nearest) ->
        [yes] tulis `-{ $nearest }`, atau tambahkan istilah itu ke berkas lokal ini di bawah i18n/
       *[no] tambahkan istilah itu ke berkas lokal ini di bawah i18n/
    }
unknown-attribute = `{ $name }` tidak mempunyai atribut `{ $attribute }`
    .help = tambahkan baris `.{ $attribute } = …` di bawah `{ $name }`, atau perbaiki rujukannya
unknown-variable = variabel `${ $name }` tidak mempunyai nilai di sini
    .help = { GIVEN($nearest) ->
        [yes] tulis `${ $nearest }`, atau tambahkan `{ $name }` pada `figures` atau `dates` dokumen
       *[no] tambahkan `{ $name }` pada `figures` atau `dates` dokumen, atau hapus variabel itu
    }
unknown-function = tidak ada fungsi `{ $name }`
    .help = { GIVEN($nearest) ->
        [yes] tulis `{ $nearest }`
       *[no] pakai salah satu dari NUMBER, DATETIME, DATERANGE, LIST, COUNTRY
    }
bad-function-argument = { $mistake ->
    [missing] fungsi { $function } tidak mendapat nilai untuk diolah
    [not-a-figure] fungsi { $function } memerlukan angka, tetapi menerima "{ $detail }"
    [not-a-date] fungsi { $function } memerlukan tanggal, tetapi menerima "{ $detail }"
    [not-a-moment] fungsi { $function } memerlukan tanggal beserta jamnya, tetapi menerima "{ $detail }"
    [unknown-country] tidak ada negara dengan kode "{ $detail }"
    [unknown-option] fungsi { $function } tidak mempunyai pilihan `{ $detail }`
   *[bad-option] fungsi { $function } tidak dapat memakai pilihan `{ $detail }`
}
    .help = { $mistake ->
        [missing] beri variabel, seperti `{ $function }($name)`
        [unknown-country] tulis dua huruf kapital menurut ISO 3166-1, seperti `COUNTRY("ID")`
        [unknown-option] hapus pilihan itu
        [bad-option] tulis salah satu nilai yang tercantum dalam dokumentasi { $function }
       *[other] beri variabel dari `figures` atau `dates` dokumen
    }
message-without-value = pesan `{ $name }` mempunyai atribut, tetapi tidak mempunyai nilai
    .help = tulis kata-katanya sesudah `{ $name } =`
fluent-cycle = pesan ini merujuk ke dirinya sendiri, langsung atau melalui pesan lain
    .help = telusuri rujukannya dari sini, lalu ganti salah satunya dengan kata-katanya sendiri
fluent-too-long = pesan ini mempunyai lebih dari 100 sisipan, termasuk yang ada pada pesan yang dirujuknya
    .help = bagi menjadi beberapa pesan, lalu pakai masing-masing di tempatnya
bad-language-part = { $mistake ->
    [tag] "{ $detail }" bukan tag bahasa
   *[brackets] bagian berbahasa lain ini tidak mempunyai kurung siku pembuka dalam teks yang sama
}
    .help = tulis kata-kata dan bahasanya sebagai {"`[kata-kata]{lang=en}`"}
# $name: pesannya; $locale: bahasa yang tidak memilikinya; $file: tempatnya
untranslated-message = pesan `{ $name }` tidak ada dalam `{ $locale }`
    .help = tambahkan `{ $name } = …` ke { $file }, atau hapus di sini jika tidak dipakai lagi
    .other = tempatnya dalam { $locale }
# $kind: message atau term; $name: dengan tanda hubung pada istilah
unused-message =
    { $kind ->
        [term] istilah `{ $name }` tidak dipakai oleh naskah ataupun pesan mana pun
       *[message] pesan `{ $name }` tidak dipakai di mana pun
    }
    .help = hapus dalam semua bahasa, atau pakai
# $name: atribut; $id: pesan; $has, $lacks: bahasa
differing-attribute = atribut `.{ $name }` pada `{ $id }` ada dalam `{ $has }`, tetapi tidak ada dalam `{ $lacks }`
    .help = tambahkan `.{ $name } = …` dalam `{ $lacks }`, atau hapus dalam `{ $has }`
    .other = pesan itu dalam bahasa yang lain
differing-variable = `{ $id }` menampilkan variabel `{"$"}{ $name }` dalam `{ $has }`, tetapi tidak memakainya dalam `{ $lacks }`
    .help = pakai juga {"`{ $"}{ $name }{" }`"} dalam `{ $lacks }`, atau hilangkan dalam `{ $has }`
    .other = pesan itu dalam bahasa yang lain
# $key: varian; $locale: bahasa; $known: varian yang dimilikinya
foreign-plural = varian [{ $key }] tidak pernah terpilih: `{ $locale }` hanya mengenal bentuk { $known }
    .help = hapus varian itu; untuk satu bilangan tertentu, tulis sebagai [0] atau [1]
# $keys: varian
lacking-plural = pilihan ini tidak mempunyai varian { $keys }, padahal `{ $locale }` memerlukannya
    .help = tambahkan { $keys }, supaya tidak ada bilangan yang memakai bentuk bilangan lain
plural-default = varian baku pilihan menurut bilangan ini [{ $key }], padahal seharusnya [other]
    .help = pindahkan tanda bintangnya: `*[other]` dipakai oleh setiap bilangan yang tidak mempunyai varian sendiri
# $words: kata-katanya; $name: istilah; $other: bahasa yang memakainya
written-out-term = “{ $words }” ditulis langsung di sini, padahal dalam `{ $other }` dipakai istilah `{ $name }`
    .help = tulis {"`{ "}{ $name }{" }`"}, supaya nama itu hanya ada di satu tempat beserta bahasanya
    .other = istilah itu dalam bahasa yang lain
# $tag: bahasa bagian itu
differing-language-part = `{ $id }` memuat bagian berbahasa `{ $tag }` dalam `{ $has }`, tetapi tidak menandainya dalam `{ $lacks }`
    .help = tandai juga kata-katanya dalam `{ $lacks }`, seperti {"`[kata-kata]{lang="}{ $tag }{"}`"}, atau hapus tandanya dalam `{ $has }`
    .other = pesan itu dalam bahasa yang lain
html-in-message = `{ $html }` adalah HTML, dan akan terlihat apa adanya oleh pembaca
    .help = hapus; huruf tebal dan tautan diatur oleh templat, dan tanda baca ditulis sebagai tanda itu sendiri: “ ” – & <
message-id-form = id `{ $name }` tidak ditulis dengan huruf kecil dan tanda hubung
    .help = namai `{ $meant }`, di sini, dalam bahasa lain, dan di tempat pemakaiannya
# $mark: empat angka heksadesimal
typed-direction-mark = di sini ada U+{ $mark }, tanda arah tulisan yang tidak terlihat
    .help = hapus: nilai sudah dipisahkan sendiri jika arah tulisan bercampur; jika memang perlu, tulis sebagai {"`{ \"\\u"}{ $mark }{"\" }`"}
# $words: yang tertulis; $name: yang seharusnya; $locale: bahasa yang daftarnya menentukan; $waiver: baris yang mengecualikannya, atau kosong
forbidden-name = “{ $words }” tidak boleh ditulis dalam `{ $locale }`; namanya “{ $name }”
    .help =
        { GIVEN($waiver) ->
            [yes] tulis “{ $name }”, atau, jika memang harus begitu, tulis di `waive` dalam document.yaml: { $waiver }
           *[no] tulis “{ $name }”
        }
# $case: soalnya; $attribute: also, not; $name: nama itu
bad-name-variant =
    { $case ->
        [empty] ada tempat kosong di antara garis tegak pada `.{ $attribute }`
        [placeable] `.{ $attribute }` memuat isian dalam kurung kurawal, padahal dibaca apa adanya
        [allowed] ini dilarang di sini, padahal di tempat lain merupakan nama: “{ $name }”
       *[itself] ini nama itu sendiri atau sudah tertulis di sini: “{ $name }”
    }
    .help =
        { $case ->
            [empty] tulis satu nama di setiap sisi `|`, atau hapus garisnya
            [placeable] tulis kata-katanya langsung
            [allowed] hapus di sini, atau di sana
           *[itself] hapus
        }
    .other = nama itu

## 07 Templat

# $reason: keterangan mesin templat, dalam bahasa Inggris; $chain: templat yang dilalui sampai ke sini, atau ""
template-syntax = templat ini tidak dapat dibaca: { $reason }
    .help =
        { GIVEN($chain) ->
            [yes] perbaiki menurut cara penulisan Tera ({ $chain }); semua halaman situs menunggunya
           *[no] perbaiki menurut cara penulisan Tera; semua halaman situs menunggunya
        }
# Sama; $page: URL halaman, atau ""; $page-template: templat pertama halaman itu, atau ""
template-rendering =
    { GIVEN($page) ->
        [yes] halaman { $page }{ GIVEN($more) ->
            [yes] {" "}dan { NUMBER($more) } halaman lain
           *[no] {""}
        } tidak dapat dibuat: { $reason }
       *[no] ada halaman yang tidak dapat dibuat: { $reason }
    }
    .help =
        periksa dahulu keberadaan nilai yang tidak dimiliki semua halaman, seperti `{"{"}% if doc.image %{"}"}`{ GIVEN($page-template) ->
            [yes] ; halaman ini dimulai dari `{ $page-template }`
           *[no] {""}
        }{ GIVEN($chain) ->
            [yes] , dan dari sana melalui { $chain }
           *[no] {""}
        }
# $id: pesannya; $locale: lokal yang tidak memilikinya; $nearest: id terdekat, atau ""
template-message = tidak ada pesan `{ $id }` dalam `{ $locale }`, padahal diperlukan tema
    .help =
        { GIVEN($nearest) ->
            [yes] apakah maksudnya `{ $nearest }`? Jika bukan, tambahkan `{ $id } = …` ke salah satu berkas di bawah `i18n/{ $locale }/`
           *[no] tambahkan `{ $id } = …` ke salah satu berkas di bawah `i18n/{ $locale }/`
        }
# $path: seperti tertulis; $nearest: jalur terdekat, atau ""
template-asset = tema ini tidak mempunyai aset "{ $path }"
    .help =
        { GIVEN($nearest) ->
            [yes] apakah maksudnya `{ $nearest }`?
           *[no] tambahkan `assets/{ $path }` ke folder tema di bawah `themes/`, atau hapus rujukannya
        }

## 08 Rute dan keluaran

# $url: URL-nya
route-taken = dua halaman atau berkas memerlukan URL yang sama: { $url }
    .help = beri salah satunya `slug`, `section`, atau nama yang lain; huruf kapital dan huruf kecil dianggap sama di sini
    .other = yang lain
# $slug: slugnya; $term, $other: kedua istilah, menurut namanya dalam fakta
same-term-slug = istilah "{ $term }" dan "{ $other }" mempunyai slug yang sama, "{ $slug }", padahal satu halaman hanya untuk satu istilah
    .help = ubah label salah satunya, atau tulis slugnya dalam daftar istilah: `{"{"}{ $term }: {"{"}slug: {"{"}id: …, en: …{"}"}{"}"}{"}"}`
    .other = istilah yang lain
# $value: dokumennya; $locale: bahasanya
menu-without-page = "{ $value }" tidak mempunyai halaman terbuka dalam `{ $locale }`, jadi tidak ada tautan ke sana
    .help = perbaiki letaknya, atau terbitkan edisinya dalam bahasa itu; sampai saat itu butir ini tidak ditampilkan
# $value: yang tertulis; $what: source (asal) atau target (tujuan)
bad-redirect =
    { $what ->
        [source] "{ $value }" tidak dapat menjadi alamat lama: seharusnya jalur dalam situs seperti `/lama`, tanpa `?`, `#`, dan `..`
       *[target] "{ $value }" tidak dapat menjadi tujuan pengalihan: seharusnya jalur dalam situs seperti `/en/about`, boleh dengan `#`, atau alamat lengkap `https://`
    }
    .help =
    { $what ->
        [source] tulis jalurnya di bawah `base_url`, diawali `/`
       *[target] tulis jalurnya di bawah `base_url`, diawali `/`, atau alamat lengkap dengan `https://`
    }
# $value: alamat lama
redirect-taken = "{ $value }" dialihkan, padahal di alamat itu ada halaman atau berkas
    .help = hapus pengalihannya, atau beri halaman itu alamat lain; huruf kapital, `.html`, dan garis miring di akhir tidak membedakan alamat di sini
    .other = yang lain
# $from: alamat lama; $value: tujuannya; $nearest: alamat terdekat yang ada, atau kosong
redirect-to-nothing = pengalihan dari "{ $from }" menuju "{ $value }", padahal di sana tidak ada halaman atau berkas
    .help = { GIVEN($nearest) ->
        [yes] maksud Anda `{ $nearest }`?
       *[no] sebut halaman atau berkas situs ini persis seperti alamatnya di peramban
    }
# $from: alamat lama; $value: tujuannya; $end: tujuan akhirnya
redirect-chain = pengalihan dari "{ $from }" menuju "{ $value }", yang juga dialihkan
    .help = tulis `{ $end }` sebagai ganti `{ $value }`
# $from: alamat lama; $value: tujuannya
redirect-loop = pengalihan dari "{ $from }" ke "{ $value }" berputar-putar tanpa akhir
    .help = hapus salah satu pengalihan, atau arahkan ke sebuah halaman
# $value: alamat lama
redirect-twice = "{ $value }" dialihkan ke dua tujuan
    .help = pertahankan salah satunya; huruf kapital, `.html`, dan garis miring di akhir tidak membedakan alamat di sini
    .other = yang pertama

## 09 Folder keluaran dan mesin

# $folder: folder keluaran
foreign-output-folder = folder "{ $folder }" berisi berkas, tetapi tidak memuat manifes bahwa Warta yang membuatnya
    .help = tentukan folder kosong atau baru dengan `--out`, atau kosongkan sendiri folder ini jika isinya tidak diperlukan
# $folder: folder keluaran; $source: folder sumber yang berbenturan dengannya
output-inside-source = folder keluaran "{ $folder }" dan sumber di "{ $source }" saling memuat: yang satu berada di dalam yang lain
    .help = dengan `--out`, tentukan folder yang tidak memuat sumber dan tidak berada di antaranya, misalnya `public`
# $file: berkas atau folder; $reason: keterangan sistem operasi
output-not-writable = "{ $file }" tidak dapat ditulis: { $reason }
    .help = periksa apakah Anda berhak menulis di sana dan berkas itu tidak sedang dibuka program lain, lalu bangun lagi
# $file: berkas yang tidak muat
disk-full = penyimpanan penuh: "{ $file }" tidak dapat ditulis
    .help = kosongkan sebagian penyimpanan, lalu bangun lagi; sampai saat itu folder ini ditandai belum lengkap dan ditolak oleh `deploy`
# $folder: folder keluaran
incomplete-tree = pembangunan terakhir ke "{ $folder }" terputus; kali ini yang kurang ditulis
    .help = tidak perlu tindakan, kecuali jika pembangunan ini juga terhenti
# $file: manifes
manifest-corrupt = manifes "{ $file }" tidak dapat dibaca, jadi semua berkas ditulis ulang
    .help = tidak perlu tindakan; jika terulang, periksa penyimpanan dan pastikan tidak ada dua pembangunan yang menulis ke folder yang sama
# $folder: folder keluaran; $found: isinya, dan $wanted: yang akan ditulis: preview atau release
preview-over-release =
    { $wanted ->
        [preview] folder "{ $folder }" berisi terbitan, sedangkan yang akan ditulis ke dalamnya adalah pratinjau
       *[release] folder "{ $folder }" berisi pratinjau, sedangkan yang akan ditulis ke dalamnya adalah terbitan
    }
    .help = { $wanted ->
        [preview] tentukan folder lain dengan `--out`, atau hilangkan `--out`: pratinjau ditulis ke `preview`
       *[release] tentukan folder lain dengan `--out`, atau hapus sendiri pratinjau ini; isinya tidak diubah
    }

## 10 Buku rilis dan tanda tangan

# $file: buku rilis
ledger-missing = menurut setelan ada buku rilis, tetapi tidak ada { $file }
    .help = kembalikan dari commit terakhir yang memuatnya (`git log -- { $file }`); untuk situs yang belum menerbitkan apa pun, buat berkas kosong
# $mistake: json, cut, atau conflict; $reason: kata pengurai, dalam bahasa Inggris
ledger-line =
    { $mistake ->
        [cut] baris terakhir buku rilis terpotong
        [conflict] baris ini sisa penggabungan
       *[json] ini bukan baris buku rilis: { $reason }
    }
    .help =
        { $mistake ->
            [conflict] hapus baris yang ditinggalkan penggabungan dan pertahankan baris kedua pihak; `ledger.jsonl merge=union` dalam .gitattributes melakukannya sendiri
           *[other] kembalikan baris ini dari commit terakhir (`git diff -- ledger.jsonl`); buku rilis hanya ditulis oleh `warta seal`
        }
ledger-edited = baris buku rilis ini disunting dengan tangan
    .help = kembalikan dari commit terakhir (`git diff -- ledger.jsonl`); apa yang sudah terbit tidak berubah karena ditulis lain
# $document: letaknya di bawah content/; $locale: bahasa
ledger-contradiction = dua baris menyatakan hal yang berbeda tentang satu versi { $document } ({ $locale })
    .help = pastikan teks mana yang terbit, pertahankan barisnya, dan hapus yang lain; jika keduanya pernah terbit, catat yang kedua sebagai perubahan
    .other = baris yang satu lagi
# $document: letaknya di bawah content/; $locale: bahasa
text-changed = teks { $document } ({ $locale }) sudah terbit, tetapi mulai di sini kini berbeda
    .help = catat perubahannya dengan `warta change { $document } --grade correction …`, atau kembalikan kata-kata yang sudah terbit
    .other = teks sebagaimana diterbitkan
# $document: letaknya di bawah content/; $locale: bahasa; $at: saat perubahan
text-changed-early = teks { $document } ({ $locale }) sudah berbeda dari yang terbit, padahal perubahannya baru berlaku pada { $at }
    .help = kembalikan dahulu kata-kata yang sudah terbit, lalu simpan yang baru dengan commit saat perubahannya tiba
    .other = perubahan yang akan datang
# $placeable: placeable, atau ""; $before, $now: hasilnya dahulu dan kini; $count: edisi; $files: berkasnya
text-resolved-otherwise =
    { NUMBER($count) } teks yang sudah terbit kini berbunyi lain, { GIVEN($placeable) ->
        [yes] karena { $placeable } dahulu menghasilkan "{ $before }" dan kini "{ $now }"
       *[no] meskipun kata-kata dan pesannya sama: versi Warta yang lain menuliskannya dengan cara lain
    }
    .help = kembalikan pesannya; jika memang dimaksudkan, jalankan `warta seal --formatter`, yang mencatatnya; ini menyangkut { $files }
    .other = teks sebagaimana diterbitkan
# $url: alamat; $document: letaknya di bawah content/; $locale: bahasa; $owner: dokumen yang kini ada di sana, atau ""
address-gone =
    { GIVEN($owner) ->
        [yes] { $url } dahulu alamat { $document } ({ $locale }), kini alamat { $owner }
       *[no] { $url } dahulu alamat { $document } ({ $locale }), kini tidak ada apa-apa di sana
    }
    .help = kembalikan edisi itu ke alamatnya (slug, saat terbit, persetujuannya); atau tulis alamat lama di `redirect_from` dalam faktanya; atau tulis `removed` dengan alasannya, yang meninggalkan nisan
# $anchor: jangkar; $now: tempat teksnya kini, atau ""
anchor-moved =
    { GIVEN($now) ->
        [yes] yang dikutip sebagai #{ $anchor } dalam dokumen hasil ini kini berada di #{ $now }
       *[no] #{ $anchor } dalam dokumen hasil ini hilang, padahal kutipan menuju ke sana
    }
    .help = biarkan bagian naskah yang sudah disepakati di tempatnya: tambahkan yang baru di akhir, dan ganti yang gugur dengan catatan
    .other = teks sebagaimana diterbitkan
# $document: letaknya di bawah content/; $locale: bahasa; $before: saat dalam buku rilis
release-moved = { $document } ({ $locale }) terbit pada { $before }, tetapi faktanya kini menyebut saat yang lain
    .help = tulis saat dari buku rilis di `publish`; yang terjadi kemudian adalah perubahan
    .other = penerbitan sebagaimana dicatat
# $document: letaknya di bawah content/; $locale: bahasa
record-gone = suatu perubahan, penarikan, atau penghapusan { $document } ({ $locale }) yang tercatat dalam buku rilis tidak ada lagi dalam faktanya
    .help = kembalikan entri di `changes`, `withdrawn`, atau `removed` dari commit terakhir; koreksi atas koreksi, atau kembalinya teks yang ditarik, adalah entri baru di `changes`
    .other = catatannya
# $document: letaknya di bawah content/; $locale: bahasa
not-sealed = { $document } ({ $locale }) terbit sebelum dokumen lain yang sudah tercatat, tetapi buku rilis tidak memuatnya
    .help = jika barisnya hilang, kembalikan dari git; jika terbitnya terlambat dengan saat di masa lalu, jalankan `warta seal`
bad-signature = ini bukan tanda tangan minisign, atau jenisnya sudah usang
    .help = tanda tangani lagi dengan minisign terkini: `minisign -Sm sha256sums.txt`, lalu letakkan berkas `.minisig` utuh di sini
foreign-signature = tanda tangan ini tidak dibuat dengan kunci dalam setelan
    .help = tulis kunci publik kantor di `publisher: {"{"}key: …{"}"}` dalam warta.yaml dan tanda tangani dengan kunci rahasianya; hapus tanda tangan dengan kunci lain
no-signature-fits = tidak ada tanda tangan yang cocok dengan daftar teks pada saat ini
    .help = bangun situs, tanda tangani `sha256sums.txt` dari keluarannya, lalu letakkan tanda tangannya di `signatures/`; untuk terbitan mendatang, tanda tangani lebih dahulu daftar dari `warta build --at SAAT --out FOLDER`
bad-signing-key = ini bukan kunci publik minisign
    .help = tulis baris kedua `minisign.pub`: 56 huruf dan angka yang diawali RW
# $case: soalnya; $count: jumlahnya; $kind, $original: jenis blok, di sini dan dalam naskah asli; $waiver: baris yang mengecualikannya
parity-block =
    { $case ->
        [missing] naskah asli memuat { NUMBER($count) ->
                [1] { $kind ->
                        [heading] judul
                        [quotation] kutipan
                        [alert] kotak peringatan
                        [list] daftar
                        [numbered-list] daftar bernomor
                        [definitions] daftar definisi
                        [table] tabel
                        [code] blok kode
                        [figure] gambar
                        [break] garis pemisah
                        [html] HTML mentah
                       *[paragraph] paragraf
                    }
               *[other] { NUMBER($count) } blok
            } yang tidak ada di sini
        [extra] { NUMBER($count) ->
                [1] { $kind ->
                        [heading] judul
                        [quotation] kutipan
                        [alert] kotak peringatan
                        [list] daftar
                        [numbered-list] daftar bernomor
                        [definitions] daftar definisi
                        [table] tabel
                        [code] blok kode
                        [figure] gambar
                        [break] garis pemisah
                        [html] HTML mentah
                       *[paragraph] paragraf
                    }
               *[other] { NUMBER($count) } blok
            } di sini tidak ada dalam naskah asli
        [moved] blok ini terletak di tempat lain dalam naskah asli
        [split] satu paragraf naskah asli menjadi { NUMBER($count) } paragraf di sini
        [joined] { NUMBER($count) } paragraf naskah asli menjadi satu di sini
       *[kind] ini { $kind ->
                [heading] judul
                [quotation] kutipan
                [alert] kotak peringatan
                [list] daftar
                [numbered-list] daftar bernomor
                [definitions] daftar definisi
                [table] tabel
                [code] blok kode
                [figure] gambar
                [break] garis pemisah
                [html] HTML mentah
               *[paragraph] paragraf
            }, sedangkan dalam naskah asli { $original ->
                [heading] judul
                [quotation] kutipan
                [alert] kotak peringatan
                [list] daftar
                [numbered-list] daftar bernomor
                [definitions] daftar definisi
                [table] tabel
                [code] blok kode
                [figure] gambar
                [break] garis pemisah
                [html] HTML mentah
               *[paragraph] paragraf
            }
    }
    .help = samakan keduanya, atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
# $count, $original: tingkatnya, di sini dan dalam naskah asli; $waiver: baris yang mengecualikannya
parity-heading = judul ini bertingkat { $count }, sedangkan dalam naskah asli { $original }
    .help = tulis `#` sebanyak dalam naskah asli, atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
# $case: soalnya; $count, $original: jumlah butir, di sini dan dalam naskah asli; $waiver: baris yang mengecualikannya
parity-list =
    { $case ->
        [items] daftar ini memuat { NUMBER($count) } butir, sedangkan dalam naskah asli { NUMBER($original) }
        [inner] daftar di dalamnya memuat { NUMBER($count) } butir, sedangkan dalam naskah asli { NUMBER($original) }
        [numbered] daftar ini bernomor, sedangkan dalam naskah asli tidak
       *[bullets] daftar ini tidak bernomor, sedangkan dalam naskah asli bernomor
    }
    .help = samakan keduanya, atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
# $case: soalnya; $count, $original: jumlah baris atau kolom, di sini dan dalam naskah asli; $waiver: baris yang mengecualikannya
parity-table =
    { $case ->
        [rows] tabel ini memuat { NUMBER($count) } baris, sedangkan dalam naskah asli { NUMBER($original) }
       *[columns] tabel ini memuat { NUMBER($count) } kolom, sedangkan dalam naskah asli { NUMBER($original) }
    }
    .help = samakan keduanya, atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
# $case: soalnya; $count, $original: jumlah catatan kaki, di sini dan dalam naskah asli; $waiver: baris yang mengecualikannya
parity-footnotes =
    { $case ->
        [moved] catatan kaki ini berada di blok lain dalam naskah asli
        [notes] ada { NUMBER($count) } catatan kaki, sedangkan dalam naskah asli { NUMBER($original) }
       *[count] di sini ada { NUMBER($count) } catatan kaki, sedangkan dalam naskah asli { NUMBER($original) }
    }
    .help = letakkan tandanya di tempat yang sama dengan naskah asli, atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
# $case: soalnya; $target, $original: gambarnya, di sini dan dalam naskah asli; $waiver: baris yang mengecualikannya
parity-images =
    { $case ->
        [missing] gambar `{ $original }` dari naskah asli tidak ada di sini
        [extra] naskah asli tidak memuat gambar `{ $target }` di sini
       *[other] gambarnya `{ $target }`, sedangkan dalam naskah asli `{ $original }`
    }
    .help = tampilkan gambar yang sama (`bagan-id.svg` dan `bagan-en.svg` dianggap satu), atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
# $case: soalnya; $waiver: baris yang mengecualikannya
parity-code =
    { $case ->
        [count] jumlah blok kode di sini tidak sama dengan naskah asli
       *[text] kode ini berbeda dari naskah asli
    }
    .help = salin kodenya dari naskah asli sampai ke hurufnya, atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
# $case: soalnya; $target, $original: tujuan tautan, di sini dan dalam naskah asli; $waiver: baris yang mengecualikannya
parity-links =
    { $case ->
        [missing] tautan naskah asli ke `{ $original }` tidak ada di sini
        [extra] naskah asli tidak memuat tautan ke `{ $target }` di sini
       *[other] tautan ini menuju `{ $target }`, sedangkan dalam naskah asli `{ $original }`
    }
    .help = arahkan ke halaman yang sama atau versinya dalam bahasa ini, atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
# $case: soalnya; $count, $original: jumlah paragraf, di sini dan dalam naskah asli; $kind, $other: jenis blok; $waiver: baris yang mengecualikannya
parity-quotation =
    { $case ->
        [length] di dalamnya ada { NUMBER($count) } paragraf, sedangkan dalam naskah asli { NUMBER($original) }
       *[kind] ini { $kind ->
                [heading] judul
                [quotation] kutipan
                [alert] kotak peringatan
                [list] daftar
                [numbered-list] daftar bernomor
                [definitions] daftar definisi
                [table] tabel
                [code] blok kode
                [figure] gambar
                [break] garis pemisah
                [html] HTML mentah
               *[paragraph] paragraf
            }, sedangkan dalam naskah asli { $other ->
                [heading] judul
                [quotation] kutipan
                [alert] kotak peringatan
                [list] daftar
                [numbered-list] daftar bernomor
                [definitions] daftar definisi
                [table] tabel
                [code] blok kode
                [figure] gambar
                [break] garis pemisah
                [html] HTML mentah
               *[paragraph] paragraf
            }
    }
    .help = kutip kata-kata yang sama dalam kedua bahasa, atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
# $words: kalimatnya; $waiver: baris yang mengecualikannya
parity-untranslated = kalimat ini sama kata demi kata dengan naskah asli: "{ $words }"
    .help = terjemahkan; kata-kata yang tetap dalam bahasa lain ditulis `[…]{"{"}lang=…{"}"}`; atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
# $case: soalnya; $waiver: baris yang mengecualikannya
parity-missing-part =
    { $case ->
        [missing] naskah asli memiliki ringkasan, sedangkan edisi ini tidak
       *[extra] edisi ini memiliki ringkasan, sedangkan naskah asli tidak
    }
    .help = tulis `summary` di kedua edisi atau tidak sama sekali, atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
# $check: nama pemeriksaan; $at: jangkar, atau ""
waiver-unused =
    { GIVEN($at) ->
        [yes] pengecualian ini tidak berlaku bagi apa pun: `{ $check }` tidak menemukan perbedaan pada `{ $at }`
       *[no] pengecualian ini tidak berlaku bagi apa pun: `{ $check }` tidak menemukan perbedaan
    }
    .help = hapus pengecualiannya; jika bloknya berpindah, tulis jangkarnya yang sekarang di `at`
# $check: nama pemeriksaan; $count: jumlah perbedaan; $reason: alasannya
waived = { $check } dikecualikan { NUMBER($count) } kali: { $reason }
    .help = tidak ada yang perlu dilakukan; baca lagi alasannya bila teksnya berubah
    .other = yang dikecualikan
# $case: soalnya; $value, $original: seperti yang tertulis, di sini dan dalam naskah asli; $waiver: baris yang mengecualikannya
parity-figure =
    { $case ->
        [notation] tanda pada `{ GIVEN($value) ->
            [yes] { $value }
           *[no] { $original }
        }` sama dalam kedua bahasa, tetapi bernilai lain dalam masing-masing bahasa
        [missing] `{ $original }` dalam naskah asli tidak ada di sini
        [extra] naskah asli tidak memuat `{ $value }` di sini
       *[other] di sini tertulis `{ $value }`, sedangkan dalam naskah asli `{ $original }`
    }
    .help = tulis nilai yang sama dalam kedua bahasa, masing-masing dengan notasinya (4.300 dalam bahasa Indonesia adalah 4,300 dalam bahasa Inggris), atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
# $case: soalnya; $value, $original: seperti yang tertulis, di sini dan dalam naskah asli; $waiver: baris yang mengecualikannya
parity-date =
    { $case ->
        [notation] tanda pada `{ GIVEN($value) ->
            [yes] { $value }
           *[no] { $original }
        }` sama dalam kedua bahasa, tetapi menunjuk tanggal lain dalam masing-masing bahasa
        [missing] `{ $original }` dalam naskah asli tidak ada di sini
        [extra] naskah asli tidak memuat `{ $value }` di sini
       *[other] di sini tertulis `{ $value }`, sedangkan dalam naskah asli `{ $original }`
    }
    .help = tulis hari, bulan, dan tahun yang sama dalam kedua bahasa, atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
# $case: soalnya; $value, $original: seperti yang tertulis, di sini dan dalam naskah asli; $waiver: baris yang mengecualikannya
parity-time =
    { $case ->
        [notation] tanda pada `{ GIVEN($value) ->
            [yes] { $value }
           *[no] { $original }
        }` sama dalam kedua bahasa, tetapi menunjuk jam lain dalam masing-masing bahasa
        [missing] `{ $original }` dalam naskah asli tidak ada di sini
        [extra] naskah asli tidak memuat `{ $value }` di sini
       *[other] di sini tertulis `{ $value }`, sedangkan dalam naskah asli `{ $original }`
    }
    .help = tulis jam dan zona waktu yang sama dalam kedua bahasa (13.00 WITA adalah 1 p.m. WITA), atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
# $case: soalnya; $name: yang disebut, atau namanya di sini; $original: sama, dalam naskah asli; $waiver: baris yang mengecualikannya
parity-name =
    { $case ->
        [missing] naskah asli menyebut “{ $original }”, sedangkan teks ini tidak menyebut “{ $name }”
       *[extra] “{ $name }” disebut di sini, sedangkan naskah asli tidak menyebut “{ $original }”
    }
    .help = sebut dalam kedua bahasa; bentuk lain dari nama itu ditulis pada `.also` entrinya di i18n/; atau tulis di `waive` dalam document.yaml: { $waiver }
    .other = naskah asli
