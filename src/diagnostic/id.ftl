# Yang disampaikan program kepada penulis, menurut nama kode: pesan dan bantuannya.

## 01 Berkas

## 02 YAML

## 03 Pengaturan

## 04 Dokumen

## 05 Markdown dan rujukan

raw-html = HTML mentah `<{ $tag }>` dalam teks, padahal hanya Markdown yang diizinkan
    .help = { $tag ->
        [a] tulislah tautan sebagai `[kata](https://…)`
        [b] tulislah huruf tebal sebagai `**kata**`
        [strong] tulislah huruf tebal sebagai `**kata**`
        [i] tulislah penekanan sebagai `*kata*`
        [em] tulislah penekanan sebagai `*kata*`
        [s] tulislah kata yang dicoret sebagai `~~kata~~`
        [del] tulislah kata yang dicoret sebagai `~~kata~~`
        [br] akhiri baris dengan garis miring terbalik
        [img] tulislah gambar sebagai `![isi gambar](asset:nama.jpg)`
        [span] tulislah bahasa suatu bagian sebagai `[kata]{ "{" }lang=en{ "}" }`
        [table] tulislah tabel dengan `|` di antara sel
       *[other] tulislah dalam Markdown, atau tulislah `\<` jika tanda itu sendiri yang dimaksud; `markdown: { "{" }html: allow{ "}" }` dalam warta.yaml mengizinkan HTML di mana pun
    }
html-comment = komentar HTML, yang dapat dibaca siapa pun dalam sumber halaman
    .help = hapuslah komentar itu; simpanlah catatan untuk rekan di luar situs
bad-anchor = id `{ $id }` bukan jangkar: seharusnya terdiri atas huruf, angka, `-`, dan `_`
    .help = tulislah id dengan huruf a sampai z, angka, tanda hubung, dan garis bawah
reserved-anchor = id `{ $id }` disediakan untuk blok bernomor dan catatan kaki
    .help = pilihlah id lain, misalnya sebuah kata dari judul bagian
duplicate-anchor = id `{ $id }` sudah dipakai judul bagian lain
    .help = berilah salah satu judul bagian id yang lain, sama di semua edisi
heading-attribute = judul bagian tidak dapat memiliki atribut `{ $attribute }`: hanya id yang diharapkan
    .help = sisakan id saja, seperti `## Kata { "{" }#id{ "}" }`; bahasa ditulis di belakang kurung: `## [Kata]{ "{" }lang=en{ "}" }`
heading-level-one = judul bagian tingkat 1 dalam teks, padahal tingkat 2 yang tertinggi
    .help = tulislah `##`: judul halaman adalah satu-satunya judul tingkat 1
heading-jump = judul bagian tingkat { $to } mengikuti tingkat { $from }: ada tingkat yang terlewati
    .help = pakailah tingkat berikutnya agar pengguna pembaca layar memahami susunannya
bad-language = `{ $tag }` bukan tag bahasa: yang diharapkan ialah misalnya `en` atau `zh-Hant`
    .help = tulislah tag BCP 47 tanpa tanda petik: `{ "{" }lang=en{ "}" }`
unknown-attributes = `{ $attributes }` tidak menyebut bahasa: hanya `lang=` yang dapat ditulis di sini
    .help = tulislah bahasa frasa itu, atau hapuslah kurung kurawalnya
stray-attributes = `{ $attributes }` tidak melekat pada apa pun: id ditulis di akhir judul bagian, bahasa tepat di belakang `[kata]`
    .help = tempatkanlah di belakang bagian yang dimaksud; tulislah `\{ "{" }` jika kurung kurawal itu sendiri yang dimaksud
unclosed-placeable = kurung kurawal ini tidak ditutup dalam paragrafnya
    .help = tutuplah dengan `{ "}" }`; tulislah `\{ "{" }` jika kurung kurawal itu sendiri yang dimaksud
bad-placeable = Fluent tidak dapat membaca `{ $placeable }`
    .help = tulislah istilah, variabel, pesan, atau fungsi, seperti `{ "{ $registrants }" }`; tulislah `\{ "{" }` jika kurung kurawal itu sendiri yang dimaksud
misplaced-placeable = kata tidak dapat disisipkan di sini: tempat sisipan Fluent ialah teks, bukan tujuan tautan, definisi, atau pagar kode
    .help = tulislah tujuannya secara langsung
relative-link = `{ $target }` bergantung pada letak halaman: yang diharapkan ialah `asset:`, `doc:`, jalur yang diawali `/`, atau URL lengkap
    .help = tulislah `asset:nama.pdf` untuk berkas dokumen ini, `doc:outcomes/bali-message` untuk dokumen lain
forbidden-scheme = tautan tidak dapat diawali `{ $scheme }`: yang diharapkan ialah `https:`, `http:`, `mailto:`, atau `tel:`
    .help = tulislah URL lengkap yang diawali `https://`
empty-link = tautan memerlukan kata dan tujuan, tetapi salah satunya tidak ada
    .help = tulislah keduanya: `[kata](https://example.org)`
bad-reference = `{ $target }` tidak menyebut dokumen ataupun berkas
    .help = tulislah jalur tanpa `..` dan tanpa garis miring di awal atau akhir: `doc:outcomes/bali-message`, `asset:annex.pdf`
foreign-image = gambar `{ $target }` bukan dari situs ini: halaman tidak memuat apa pun dari luar
    .help = letakkan berkasnya di folder dokumen dan tulislah `asset:nama.jpg`
image-without-alt = gambar tidak memiliki teks alternatif bagi pembaca yang tidak melihatnya
    .help = tulislah isi gambar di dalam kurung siku: `![isi gambar](asset:nama.jpg)`
undefined-footnote = catatan kaki `{ $label }` tidak ada
    .help = tambahkanlah baris `[^{ $label }]: …` setelah teks, atau tulislah `\[` jika kurung siku itu sendiri yang dimaksud
unused-footnote = tidak ada rujukan ke catatan kaki `{ $label }` sehingga tidak tampil bagi pembaca
    .help = tulislah `[^{ $label }]` di tempatnya, atau hapuslah catatan kaki itu
duplicate-footnote = catatan kaki `{ $label }` sudah ada
    .help = berilah salah satunya label lain
undefined-link = label tautan `{ $label }` belum ditetapkan
    .help = tambahkanlah baris `[{ $label }]: https://…`, atau tulislah `\[` jika kurung siku itu sendiri yang dimaksud
broken-link = ini tampak seperti tautan, tetapi dibaca sebagai teks: tujuannya mengandung spasi atau tidak ditutup
    .help = tulislah tujuan tanpa spasi, atau di antara `<` dan `>`; bubuhkan spasi sebelum `(` jika yang dimaksud teks
too-deep = teks bersarang lebih dari 100 tingkat
    .help = kurangilah tingkat kutipan dan daftar

## 06 Fluent dan lokal

## 07 Templat

## 08 Rute dan keluaran

## 09 Folder keluaran dan mesin
