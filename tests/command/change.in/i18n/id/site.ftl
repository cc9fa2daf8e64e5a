site-title = Kabar Kepulauan
site-description = Kabar dari negara rekaan.
collection-releases = Siaran
collection-pages = Halaman
