# Yang disampaikan program kepada penulis, menurut nama kode: pesan dan bantuannya.

## 01 Berkas

## 02 YAML

## 03 Pengaturan

## 04 Dokumen

## 05 Markdown dan rujukan

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
    [bad-escape] urutan pelolosan `{ $detail }` tidak dikenal oleh Fluent
    [closing-brace] kurung kurawal tutup tidak mempunyai pembuka
    [expected-expression] ini bukan Fluent: seharusnya variabel, pesan, istilah, fungsi, teks, atau bilangan
    [expected-literal] argumen bernama harus berupa teks atau bilangan
    [nested-too-deeply] kurung kurawal bersarang terlalu dalam
    [control-character] berkas memuat karakter kendali { $detail }
   *[other] ini bukan Fluent
}
    .help = { $mistake ->
        [expected-token] tulis `{ $detail }` di sini, dan setiap pesan sebagai `nama = kata-kata` mulai dari kolom pertama
        [no-default] beri tanda `*` di depan varian untuk semua hal lain, seperti `*[other]`
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
        [yes] tulis `{ $nearest }`, atau tambahkan pesan itu ke berkas lokal tersebut di i18n/
       *[no] tambahkan pesan itu ke berkas lokal tersebut di i18n/
    }
unknown-term = tidak ada istilah `-{ $name }`
    .help = { GIVEN($nearest) ->
        [yes] tulis `-{ $nearest }`, atau tambahkan istilah itu ke berkas lokal tersebut di i18n/
       *[no] tambahkan istilah itu ke berkas lokal tersebut di i18n/
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
       *[no] gunakan salah satu dari NUMBER, DATETIME, DATERANGE, LIST, COUNTRY
    }
bad-function-argument = { $mistake ->
    [missing] fungsi { $function } kekurangan nilai
    [not-a-figure] fungsi { $function } memerlukan angka, tetapi menerima "{ $detail }"
    [not-a-date] fungsi { $function } memerlukan tanggal, tetapi menerima "{ $detail }"
    [not-a-moment] fungsi { $function } memerlukan tanggal beserta jamnya, tetapi menerima "{ $detail }"
    [unknown-country] tidak ada negara dengan kode "{ $detail }"
    [unknown-option] fungsi { $function } tidak mempunyai pilihan `{ $detail }`
   *[bad-option] fungsi { $function } tidak dapat memakai pilihan `{ $detail }`
}
    .help = { $mistake ->
        [missing] beri sebuah variabel, seperti `{ $function }($name)`
        [unknown-country] tulis dua huruf kapital menurut ISO 3166-1, seperti `COUNTRY("ID")`
        [unknown-option] hapus pilihan itu
        [bad-option] tulis salah satu nilai yang tercantum dalam dokumentasi { $function }
       *[other] beri variabel dari `figures` atau `dates` dokumen
    }
message-without-value = pesan `{ $name }` mempunyai atribut, tetapi tidak mempunyai nilai
    .help = tulis kata-katanya sesudah `{ $name } =`
fluent-cycle = pesan ini merujuk pada dirinya sendiri, langsung atau melalui pesan lain
    .help = hapus salah satu rujukan
fluent-too-long = pesan ini mempunyai lebih dari 100 kurung kurawal, termasuk yang ada pada pesan yang dirujuknya
    .help = bagi menjadi beberapa pesan
bad-language-part = { $mistake ->
    [tag] "{ $detail }" bukan tag bahasa
   *[brackets] bagian berbahasa lain tidak mempunyai kurung siku buka dalam teks yang sama
}
    .help = tulis kata-kata dan bahasanya sebagai {"`[kata-kata]{lang=en}`"}

## 07 Templat

## 08 Rute dan keluaran

## 09 Folder keluaran dan mesin
